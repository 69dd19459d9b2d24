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

/// One changed or new file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileChange {
    /// As it was read; none: it is new.
    pub old: Option<Arc<str>>,
    /// As it is to be.
    pub new: String,
}

impl<'s> ChangeSet<'s> {
    /// No change yet.
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
        self.snapshot.files.iter().find(|f| f.path == path).and_then(|f| match &f.body {
            Body::Text(text) => Some(text),
            Body::Bytes(_) | Body::TooLarge(_) | Body::Outside(_) => None,
        })
    }

    /// Whether anything stands at a path, readable or not.
    pub fn exists(&self, path: &str) -> bool {
        self.files.contains_key(path) || self.snapshot.files.iter().any(|f| f.path == path)
    }

    /// Changes or makes a file.
    pub fn put(&mut self, path: &str, new: String) {
        let old = self.original(path).cloned();
        self.files.insert(path.to_owned(), FileChange { old, new });
    }

    /// The changed files, by path.
    pub fn files(&self) -> &BTreeMap<String, FileChange> {
        &self.files
    }

    /// The site with the changes in it.
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

    /// The changes as a unified diff.
    pub fn diff(&self) -> String {
        self.files.iter().map(|(path, change)| unified(path, change.old.as_deref(), &change.new)).collect()
    }
}
