//! Changed and new files over the site as it was read.

use super::diff::unified;
use crate::load::{Body, File, Snapshot};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Changes to files, all of which are made or none.
#[derive(Debug)]
pub struct ChangeSet<'s> {
    snapshot: &'s Snapshot,
    files: BTreeMap<String, FileChange>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileChange {
    /// As it was read; none: it is new.
    pub old: Option<Arc<str>>,
    pub new: String,
}

impl<'s> ChangeSet<'s> {
    pub fn new(snapshot: &'s Snapshot) -> Self {
        Self { snapshot, files: BTreeMap::new() }
    }

    /// The paths of files in a folder of the content that end so, in byte order.
    pub fn paths(&self, folder: &str, ending: &str) -> Vec<&str> {
        let inside = |path: &str| {
            let hidden = path.split('/').any(|part| part.starts_with(['.', '#', '~']) || part.starts_with("README"));
            path.starts_with(folder) && path.ends_with(ending) && !hidden
        };
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

    pub fn put(&mut self, path: &str, new: String) {
        let old = self.original(path).cloned();
        self.files.insert(path.to_owned(), FileChange { old, new });
    }

    pub fn files(&self) -> &BTreeMap<String, FileChange> {
        &self.files
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
