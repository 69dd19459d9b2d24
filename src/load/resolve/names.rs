//! Names → what they mean, with "did you mean" and silence about what could not be read.

use crate::diag::{Code, Diagnostic, Place, Sink, closest};
use crate::load::fields::Loc;
use crate::load::letters::slug;
use crate::load::raw::Unresolved;
use foldhash::{HashMap, HashMapExt};
use std::cell::Cell;

/// Finding a similar name is slow among many: after this many misses the rest get no proposal.
const PROPOSALS: u32 = 200;

pub struct Names<T> {
    known: HashMap<String, (T, Place)>,
    /// Other spellings, as the ids that they would make.
    also: HashMap<String, String>,
    unresolved: Unresolved,
    left: Cell<u32>,
}

impl<T: Copy> Names<T> {
    /// `unresolved` names are not reported as unknown.
    pub fn new(unresolved: Unresolved) -> Self {
        Self { known: HashMap::new(), also: HashMap::new(), unresolved, left: Cell::new(PROPOSALS) }
    }

    /// Defines a name. Err: it is taken, with what it means and where.
    pub fn define(&mut self, name: &str, value: T, at: Place) -> Result<(), (T, Place)> {
        if let Some(first) = self.known.get(name) {
            return Err(*first);
        }
        self.known.insert(name.to_owned(), (value, at));
        Ok(())
    }

    pub fn alias(&mut self, spelling: &str, name: &str) {
        self.also.entry(slug(spelling)).or_insert_with(|| name.to_owned());
    }

    /// Defines the id of a thing of this kind. False, and reported, if it is taken.
    pub fn define_id(&mut self, id: &str, kind: &str, value: T, at: Place, sink: &mut Sink) -> bool {
        let defined = self.define(id, value, at);
        if let Err((_, first)) = defined {
            sink.push(duplicate(id, kind, at, first));
        }
        defined.is_ok()
    }

    /// Changes what a name means, once its index is final.
    pub fn redefine(&mut self, name: &str, value: T) {
        if let Some((old, _)) = self.known.get_mut(name) {
            *old = value;
        }
    }

    /// What a name means; an unknown one is not reported.
    pub fn get(&self, name: &str) -> Option<T> {
        self.known.get(name).map(|(value, _)| *value)
    }

    pub fn place(&self, name: &str) -> Option<Place> {
        self.known.get(name).map(|(_, at)| *at)
    }

    /// What a reference means; one that means nothing is reported.
    pub fn find(&self, name: &Loc<String>, code: Code, sink: &mut Sink) -> Option<T> {
        let found = self.get(&name.value);
        if found.is_none() && !self.unresolved.may_be(&name.value) {
            let diagnostic = Diagnostic::new(code, name.at).arg("id", &*name.value).arg("reason", "none");
            sink.push(diagnostic.suggest(self.propose(&name.value)));
        }
        found
    }

    /// The name perhaps meant: the same words spelt out, else the nearest id.
    fn propose(&self, name: &str) -> Option<String> {
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

pub fn duplicate(id: &str, kind: &str, at: Place, first: Place) -> Diagnostic {
    Diagnostic::new(Code::DuplicateId, at).arg("id", id).arg("kind", kind).also(first, "first-here")
}
