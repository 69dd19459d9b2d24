//! Names → what they mean, with "did you mean" and silence about what could not be read.

use crate::diag::{Code, Diagnostic, Place, Sink, closest};
use crate::load::fields::Loc;
use crate::load::raw::Unresolved;
use crate::load::text::slug;
use foldhash::{HashMap, HashMapExt};
use std::cell::Cell;

/// Looking for a similar name is slow among many; after so many misses the rest get no proposal.
const PROPOSALS: u32 = 200;

/// One namespace.
pub struct Names<T> {
    known: HashMap<String, (T, Place)>,
    /// Other spellings, as the ids that they would make.
    also: HashMap<String, String>,
    unresolved: Unresolved,
    left: Cell<u32>,
}

impl<T: Copy> Names<T> {
    /// A namespace in which nothing is said of what is `unresolved`.
    pub fn new(unresolved: Unresolved) -> Self {
        Self { known: HashMap::new(), also: HashMap::new(), unresolved, left: Cell::new(PROPOSALS) }
    }

    /// Defines a name; an error with what it means already and where, if it is taken.
    pub fn define(&mut self, name: &str, value: T, at: Place) -> Result<(), (T, Place)> {
        if let Some(first) = self.known.get(name) {
            return Err(*first);
        }
        self.known.insert(name.to_owned(), (value, at));
        Ok(())
    }

    /// Another spelling of a defined name.
    pub fn alias(&mut self, spelling: &str, name: &str) {
        self.also.entry(slug(spelling)).or_insert_with(|| name.to_owned());
    }

    /// Gives a name another meaning, once its final place is known.
    pub fn redefine(&mut self, name: &str, value: T) {
        if let Some((old, _)) = self.known.get_mut(name) {
            *old = value;
        }
    }

    /// What a name means, without a word if it means nothing.
    pub fn get(&self, name: &str) -> Option<T> {
        self.known.get(name).map(|(value, _)| *value)
    }

    /// Where a name was defined.
    pub fn place(&self, name: &str) -> Option<Place> {
        self.known.get(name).map(|(_, at)| *at)
    }

    /// Whether the name may mean something that could not be read.
    pub fn may_be_lost(&self, name: &str) -> bool {
        self.unresolved.may_be(name)
    }

    /// What a reference means; one that means nothing is reported.
    pub fn find(&self, name: &Loc<String>, code: Code, sink: &mut Sink) -> Option<T> {
        let found = self.get(&name.value);
        if found.is_none() && !self.may_be_lost(&name.value) {
            let diagnostic = Diagnostic::new(code, name.at).arg("id", &*name.value).arg("reason", "none");
            sink.push(diagnostic.suggest(self.propose(&name.value)));
        }
        found
    }

    /// The name perhaps meant: the same words spelt out, else the nearest id.
    pub fn propose(&self, name: &str) -> Option<String> {
        let left = self.left.get().checked_sub(1)?;
        self.left.set(left);
        let slug = slug(name);
        if self.known.contains_key(&slug) {
            return Some(slug);
        }
        let spelt = self.also.get(&slug).cloned();
        spelt.or_else(|| closest(name, self.known.keys().map(String::as_str)).map(str::to_owned))
    }
}

/// An id used twice.
pub fn duplicate(id: &str, kind: &str, at: Place, first: Place) -> Diagnostic {
    Diagnostic::new(Code::DuplicateId, at).arg("id", id).arg("kind", kind).also(first, "first-here")
}
