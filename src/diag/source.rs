//! The texts that diagnostics point into.

use std::sync::{Arc, OnceLock};

/// A file of the site, by number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId(pub u32);

/// A stretch of bytes in a file; `start == end` is a point.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The file.
    pub file: FileId,
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct SourceFile {
    /// Relative to the site folder, `/` between its parts.
    path: String,
    /// As read, lossy where it was not UTF-8; shared with whoever read it.
    text: Arc<str>,
    /// Line and column (both from 0, the column in characters) at every [`STEP`]-th byte; made when first asked for.
    marks: OnceLock<Vec<(usize, usize)>>,
}

/// Lines and columns are counted from the last mark on, so that asking for many in a large file takes no long.
const STEP: usize = 4096;

/// Goes on counting through some bytes of a text: characters begin with bytes that are no continuation.
fn count(from: (usize, usize), bytes: &[u8]) -> (usize, usize) {
    let characters = |bytes: &[u8]| bytes.iter().filter(|byte| **byte & 0xc0 != 0x80).count();
    match memchr::memrchr(b'\n', bytes) {
        None => (from.0, from.1 + characters(bytes)),
        Some(last) => (from.0 + memchr::memchr_iter(b'\n', bytes).count(), characters(&bytes[last + 1..])),
    }
}

/// All texts of a run.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sources {
    files: Vec<SourceFile>,
}

impl Sources {
    /// Adds a text.
    pub fn add(&mut self, path: impl Into<String>, text: impl Into<Arc<str>>) -> FileId {
        self.files.push(SourceFile { path: path.into(), text: text.into(), marks: OnceLock::new() });
        FileId(u32::try_from(self.files.len() - 1).expect("the loader bounds the number of files"))
    }

    /// The file at a path.
    pub fn find(&self, path: &str) -> Option<FileId> {
        let at = self.files.iter().position(|f| f.path == path)?;
        u32::try_from(at).ok().map(FileId)
    }

    /// The path of a file.
    pub fn path(&self, file: FileId) -> &str {
        &self.files[file.0 as usize].path
    }

    /// The text of a file.
    pub fn text(&self, file: FileId) -> &str {
        &self.files[file.0 as usize].text
    }

    /// Line and column (both 1-based, the column in characters) of a byte.
    pub fn line_column(&self, file: FileId, byte: u32) -> (usize, usize) {
        let SourceFile { text, marks, .. } = &self.files[file.0 as usize];
        let byte = floor(text, byte as usize);
        let marks = marks.get_or_init(|| {
            let mut at = (0, 0);
            let mark = |bytes| {
                let here = at;
                at = count(at, bytes);
                here
            };
            text.as_bytes().chunks(STEP).map(mark).collect()
        });
        let step = byte / STEP;
        // At the very end of a text of so many steps there is no mark.
        let (step, mark) = match marks.get(step) {
            Some(mark) => (step, *mark),
            None => (step.saturating_sub(1), marks.last().copied().unwrap_or_default()),
        };
        let (line, column) = count(mark, &text.as_bytes()[step * STEP..byte]);
        (line + 1, column + 1)
    }
}

/// The nearest boundary between characters at or before `byte`.
pub(super) fn floor(text: &str, byte: usize) -> usize {
    (0..=byte.min(text.len())).rev().find(|byte| text.is_char_boundary(*byte)).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_and_columns_are_those_of_counting_from_the_top() {
        let mut sources = Sources::default();
        for text in [
            "",
            "a\nđ",
            &"Bộ\n".repeat(3000),
            &"Bộ".repeat(3000),
            &"x".repeat(STEP),
            &format!("{}\n", "y".repeat(STEP - 1)),
        ] {
            let file = sources.add("a.yaml", text);
            for byte in 0..=text.len() + 1 {
                let before = &text[..floor(text, byte)];
                let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
                let line = before.matches('\n').count() + 1;
                assert_eq!(sources.line_column(file, u32::try_from(byte).unwrap()), (line, column), "{byte}");
            }
        }
    }
}
