//! Where everything lies, before anything is made: a file's path comes first, its bytes later.
//!
//! Deals with routes, the addresses derived from them, two files at one path, and links in texts. Refuses: knowing what a
//! page shows.

pub(crate) mod links;
pub(crate) mod route;

use crate::diag::{Code, Diagnostic};
use route::public;
use std::collections::{BTreeMap, btree_map};

/// What is to be made at each path of a site, in byte order.
pub(crate) struct Plan<T> {
    entries: BTreeMap<String, T>,
    clashes: Vec<Diagnostic>,
}

impl<T> Plan<T> {
    pub(crate) fn new() -> Self {
        Self { entries: BTreeMap::new(), clashes: Vec::new() }
    }

    /// Plans a file. Two at one path are a fault of the content; the first one stays.
    pub(crate) fn insert(&mut self, path: String, what: T) {
        match self.entries.entry(path) {
            btree_map::Entry::Vacant(place) => {
                place.insert(what);
            }
            btree_map::Entry::Occupied(place) => self.clashes.push(clash(place.key())),
        }
    }

    /// What is planned at `path`.
    ///
    /// # Panics
    /// If nothing is.
    pub(crate) fn get(&self, path: &str) -> &T {
        self.entries.get(path).unwrap_or_else(|| panic!("{path} is not planned"))
    }

    pub(crate) fn has(&self, path: &str) -> bool {
        self.entries.contains_key(path)
    }

    pub(crate) fn paths(&self) -> impl Iterator<Item = &str> {
        self.entries.keys().map(String::as_str)
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = (&str, &T)> {
        self.entries.iter().map(|(path, what)| (path.as_str(), what))
    }

    /// Paths that this plan and another both have, and those that this one was given twice.
    pub(crate) fn clashes<U>(&self, other: Option<&Plan<U>>) -> Vec<Diagnostic> {
        let common = other.into_iter().flat_map(Plan::paths).filter(|path| self.has(path));
        self.clashes.iter().cloned().chain(common.map(clash)).collect()
    }
}

pub(crate) fn clash(path: &str) -> Diagnostic {
    let address = format!("/{}", public(path));
    Diagnostic::of_site(Code::AddressClash).arg("reason", "pages").arg("path", address)
}
