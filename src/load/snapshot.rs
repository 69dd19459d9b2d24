//! A site folder as it was at one moment: paths and bytes, and what was refused.

use std::sync::Arc;

/// Largest file of the site.
pub const MAX_FILE_BYTES: u64 = 32 << 20;
/// Largest Markdown file: the notices of a whole year are smaller, and what Markdown makes of a byte takes hundreds.
pub const MAX_MARKDOWN_BYTES: u64 = 1 << 20;
/// Most files of the site.
pub const MAX_FILES: usize = 200_000;

/// Whether a file or folder of this name is no part of a site: hidden, a backup or a lock of an editor, a note of a file
/// manager. Such names are passed over before anything else is asked of them.
pub fn passed_over(name: &str) -> bool {
    let ending = name.rsplit_once('.').map(|(_, ending)| ending);
    let left_by_editor =
        name.ends_with('~') || ending == Some("swp") || name.starts_with('#') || name.starts_with("~$");
    let left_by_desktop =
        ["thumbs.db", "ehthumbs.db", "desktop.ini"].iter().any(|known| name.eq_ignore_ascii_case(known));
    name.starts_with('.') || left_by_editor || left_by_desktop
}

/// Everything that a load depends on, besides today's date.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Snapshot {
    /// In any order; paths are unique.
    pub files: Vec<File>,
    /// The folder has more files than [`MAX_FILES`]; the rest is not in here.
    pub too_many: bool,
}

/// One file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// Relative to the site folder, `/` between parts.
    pub path: String,
    /// What it holds.
    pub body: Body,
}

/// What a file holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Body {
    /// UTF-8.
    Text(Arc<str>),
    /// Anything else.
    Bytes(Arc<[u8]>),
    /// Larger than [`MAX_FILE_BYTES`]; its size.
    TooLarge(u64),
    /// A symbolic link that leaves the site; where it leads.
    Outside(String),
}

impl Snapshot {
    /// A snapshot of texts, for tests and for a preview of unsaved files.
    pub fn of_texts<P: Into<String>, T: Into<Arc<str>>>(files: impl IntoIterator<Item = (P, T)>) -> Self {
        let file = |(path, text): (P, T)| File { path: path.into(), body: Body::Text(text.into()) };
        Self { files: files.into_iter().map(file).collect(), too_many: false }
    }

    /// The files below a folder (`themes/default`), with their paths inside it, in byte order; files refused are left
    /// out.
    pub fn below<'a>(&'a self, folder: &str) -> Vec<(&'a str, &'a [u8])> {
        let inside = |file: &'a File| {
            let rest = file.path.strip_prefix(folder)?.strip_prefix('/')?;
            Some((rest, file.body.bytes()?))
        };
        let mut found: Vec<_> = self.files.iter().filter_map(inside).collect();
        found.sort_unstable();
        found
    }
}

impl Body {
    /// The bytes, unless the file was refused.
    pub fn bytes(&self) -> Option<&[u8]> {
        match self {
            Self::Text(text) => Some(text.as_bytes()),
            Self::Bytes(bytes) => Some(bytes),
            Self::TooLarge(_) | Self::Outside(_) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::passed_over;

    #[test]
    fn names_that_are_no_content() {
        for name in [
            ".#t.yaml",
            "t.yaml~",
            ".t.yaml.swp",
            "t.swp",
            "#t.yaml#",
            "Thumbs.db",
            "desktop.ini",
            ".DS_Store",
            "~$a.docx",
            ".git",
        ] {
            assert!(passed_over(name), "{name}");
        }
        for name in ["t.yaml", "a#b.yaml", "a~b.md", "site.yaml", "README.md"] {
            assert!(!passed_over(name), "{name}");
        }
    }
}
