//! Files as read: every value valid in itself, references not resolved yet, places kept where a later check needs them.
//!
//! What a fault makes unreadable is left out and *claimed*, so that nobody is told that it does not exist.

mod agencies;
mod due;
mod meeting;
mod site;
mod tasks;

pub use agencies::{RawAgencies, RawAgency, RawGroup, RawWho, agencies};
pub use meeting::{RawDocument, RawMeeting, RawNews, meeting, news, page};
pub use site::{RawSite, site};
pub use tasks::{RawExtension, RawTask, RawTasks, RawUpdate, tasks};

use super::fields::{Fields, Loc};
use super::schema;
use super::yaml::Node;
use crate::diag::Sink;
use crate::load::text::slug;
use crate::model::Person;
use std::collections::HashSet;

/// Names of things that are written somewhere but could not be read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Claims {
    /// The names, as written and as the id that they would make.
    names: HashSet<String>,
    /// Something was lost whose name is not known: then no reference can be called unknown.
    pub nameless: bool,
}

impl Claims {
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

    /// Takes over what another file lost.
    pub fn extend(&mut self, other: Self) {
        self.names.extend(other.names);
        self.nameless |= other.nameless;
    }

    /// Whether `name` may be something that was lost.
    pub fn may_be(&self, name: &str) -> bool {
        self.nameless || self.names.contains(name)
    }
}

/// Reads a list of records each of which has an id; those that cannot be read are claimed.
fn named<'a, T>(
    fields: &mut Fields<'a>,
    list: &str,
    record: &'static schema::Record,
    claims: &mut Claims,
    sink: &mut Sink,
    mut read: impl FnMut(&mut Fields<'a>, Loc<String>, &mut Sink) -> Option<T>,
) -> Vec<T> {
    if fields.lost(list) {
        claims.lose(None);
    }
    fields.many(list, sink, |node, sink| {
        let Some(mut item) = Fields::open(node, record, sink) else {
            claims.lose(None);
            return None;
        };
        let Some(id) = item.located("id", sink) else {
            claims.lose(None);
            return None;
        };
        let name = id.value.clone();
        let made = read(&mut item, id, sink);
        if made.is_none() {
            claims.lose(Some(name));
        }
        made
    })
}

fn person(node: Node<'_>, sink: &mut Sink) -> Option<Person> {
    let mut f = Fields::open(node, &schema::PERSON, sink)?;
    let (name, role) = (f.text("name", sink), f.text("role", sink));
    Some(Person { name: name?, role })
}
