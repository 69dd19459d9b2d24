//! Changed and new files over the site as it was read.

use super::clean::{self, Odd};
use super::diff::unified;
use super::refusal::Refusal;
use super::yaml_writer::Entry;
use crate::load::{Body, File, Snapshot, is_content};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Changes to files, all of which are made or none.
#[derive(Debug)]
pub struct ChangeSet<'s> {
    snapshot: &'s Snapshot,
    files: BTreeMap<String, FileChange>,
    odd: Odd,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileChange {
    /// As it was read; none: it is new.
    pub old: Option<Arc<str>>,
    pub new: String,
}

impl<'s> ChangeSet<'s> {
    pub fn new(snapshot: &'s Snapshot) -> Self {
        Self { snapshot, files: BTreeMap::new(), odd: Odd::new() }
    }

    /// The paths of content files in a folder, in byte order.
    pub fn paths(&self, folder: &str) -> Vec<&str> {
        let inside = |path: &str| path.starts_with(folder) && is_content(path);
        let files = self.snapshot.files.iter().map(|f| f.path.as_str());
        let mut paths: Vec<&str> = files.chain(self.files.keys().map(String::as_str)).filter(|p| inside(p)).collect();
        paths.sort_unstable();
        paths.dedup();
        paths
    }

    /// The text of a file as it is to be.
    pub fn text(&self, path: &str) -> Option<&str> {
        match self.files.get(path) {
            Some(change) => Some(&change.new),
            None => self.original(path).map(|text| &**text),
        }
    }

    fn original(&self, path: &str) -> Option<&'s Arc<str>> {
        let Body::Text(text) = &self.snapshot.files.iter().find(|f| f.path == path)?.body else { return None };
        Some(text)
    }

    /// Whether anything stands at a path, readable or not.
    pub fn exists(&self, path: &str) -> bool {
        self.files.contains_key(path) || self.snapshot.files.iter().any(|f| f.path == path)
    }

    /// Puts a text at a path. Every change of content passes here.
    ///
    /// # Errors
    /// Nobody would read the file there: it is hidden, of another kind, or outside the content.
    pub fn put(&mut self, path: &str, new: String) -> Result<(), Refusal> {
        if !is_content(path) {
            return Err(Refusal::NoFile(path.to_owned()));
        }
        let old = self.original(path).cloned();
        self.files.insert(path.to_owned(), FileChange { old, new });
        Ok(())
    }

    pub fn files(&self) -> &BTreeMap<String, FileChange> {
        &self.files
    }

    /// A new entry as it is to be written. Every entry passes here.
    pub(super) fn cleaned(&mut self, entry: Entry) -> Entry {
        clean::cleaned(entry, &mut self.odd)
    }

    /// Fields of new entries that held odd characters, with those that were taken out.
    pub fn odd(&self) -> &[(&'static str, Vec<char>)] {
        &self.odd
    }

    pub fn applied(&self) -> Snapshot {
        let mut snapshot = self.snapshot.clone();
        for (path, change) in &self.files {
            let body = Body::Text(change.new.as_str().into());
            match snapshot.files.iter_mut().find(|f| f.path == *path) {
                Some(file) => file.body = body,
                None => snapshot.files.push(File { path: path.clone(), body }),
            }
        }
        snapshot
    }

    pub fn diff(&self) -> String {
        self.files.iter().map(|(path, change)| unified(path, change.old.as_deref(), &change.new)).collect()
    }
}
