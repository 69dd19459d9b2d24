//! Things that are written somewhere but could not be read. References to them are not reported.

use crate::diag::Sink;
use crate::load::fields::{Fields, Loc};
use crate::load::letters::slug;
use crate::load::schema;
use std::collections::HashSet;

/// Names that stay unresolved because what they name is written but could not be read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Unresolved {
    /// The names, as written and as the id that they would make.
    names: HashSet<String>,
    /// Something of unknown name was lost: then no reference can be called unknown.
    pub nameless: bool,
}

impl Unresolved {
    /// Something was lost; its name, if that much was readable.
    pub fn lose(&mut self, name: Option<String>) {
        match name {
            Some(name) => {
                self.names.insert(slug(&name));
                self.names.insert(name);
            }
            None => self.nameless = true,
        }
    }

    pub fn extend(&mut self, other: Self) {
        self.names.extend(other.names);
        self.nameless |= other.nameless;
    }

    /// Whether `name` may be something that was lost.
    pub fn may_be(&self, name: &str) -> bool {
        self.nameless || self.names.contains(name)
    }
}

/// Reads a list of records each of which has an id; those that cannot be read are noted in `unresolved`.
pub fn named<'a, T>(
    fields: &mut Fields<'a>,
    list: &str,
    record: &'static schema::Record,
    unresolved: &mut Unresolved,
    sink: &mut Sink,
    mut read: impl FnMut(&mut Fields<'a>, Loc<String>, &mut Sink) -> Option<T>,
) -> Vec<T> {
    if fields.lost(list) {
        unresolved.lose(None);
    }
    fields.many(list, sink, |node, sink| {
        let Some(mut item) = Fields::open(node, record, sink) else {
            unresolved.lose(None);
            return None;
        };
        let Some(id) = item.located("id", sink) else {
            unresolved.lose(None);
            return None;
        };
        let name = id.value.clone();
        let made = read(&mut item, id, sink);
        if made.is_none() {
            unresolved.lose(Some(name));
        }
        made
    })
}
