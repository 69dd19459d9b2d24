//! What the names of a paper mean in a record: ids, each with why it is a guess, if it is one.

use super::draft::Why;
use super::names::Name;
use std::collections::BTreeMap;

/// An agency or group of the record, as a name of the paper means it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Id {
    pub id: String,
    /// None: it is certain.
    pub why: Option<Why>,
}

/// Ids of all names of a draft, as far as they are known.
#[derive(Debug, Clone, Default)]
pub struct Resolved {
    ids: BTreeMap<Name, Id>,
}

impl Resolved {
    pub fn new(ids: BTreeMap<Name, Id>) -> Self {
        Self { ids }
    }

    pub fn get(&self, name: &Name) -> Option<&Id> {
        self.ids.get(name)
    }
}
