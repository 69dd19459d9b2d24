//! A site folder as it was at one moment: paths and bytes, and what was refused.

use std::sync::Arc;

/// Largest file of the site.
pub const MAX_FILE_BYTES: u64 = 32 << 20;
/// Most files of the site.
pub const MAX_FILES: usize = 200_000;

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
