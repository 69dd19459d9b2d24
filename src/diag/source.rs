//! The texts that diagnostics point into.

use std::sync::Arc;

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
}

/// All texts of a run.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sources {
    files: Vec<SourceFile>,
}

impl Sources {
    /// Adds a text.
    pub fn add(&mut self, path: impl Into<String>, text: impl Into<Arc<str>>) -> FileId {
        self.files.push(SourceFile { path: path.into(), text: text.into() });
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
        let text = self.text(file);
        let before = &text[..floor(text, byte as usize)];
        let line_start = before.rfind('\n').map_or(0, |n| n + 1);
        (before.matches('\n').count() + 1, before[line_start..].chars().count() + 1)
    }
}

/// The nearest boundary between characters at or before `byte`.
pub(super) fn floor(text: &str, byte: usize) -> usize {
    (0..=byte.min(text.len())).rev().find(|byte| text.is_char_boundary(*byte)).unwrap_or(0)
}
