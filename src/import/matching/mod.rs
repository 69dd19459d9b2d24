//! Which agency or group of the record, else of the carried pack, a name in a paper means.
//!
//! Deals with full and short names, abbreviations, heads for bodies, provinces, groups by their nouns, and who bore a name
//! on the day of the paper. What matches nothing is a proposal, never a new agency by itself.

mod book;
mod keys;
mod proposal;
#[cfg(test)]
mod tests;

pub use proposal::Proposal;

use super::draft::Why;
use super::names::{self, Kind, Name};
use crate::load::PACKS;
use crate::model::{AgencyIx, Dataset};
use book::{Book, Party};
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

/// The carried agencies, read once.
static PACK: LazyLock<Option<Dataset>> = LazyLock::new(|| PACKS.first().map(crate::load::Pack::read));

/// What a name means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Match {
    /// An agency or group of the record.
    Known { id: String, why: Option<Why> },
    /// An agency of the carried pack that the record lacks.
    Pack { agency: AgencyIx, id: String, why: Option<Why> },
    /// Nothing that is known.
    Unknown(Proposal),
    /// No name, but words: `theo phân công tại Quyết định …`.
    Words,
}

/// The names of a record and of the pack, ready to be asked.
pub struct Matcher {
    record: Book,
    pack: Book,
    day: Option<NaiveDate>,
}

impl Matcher {
    /// `day` is that of the paper: who bore a name then is meant.
    pub fn new(record: Option<&Dataset>, day: Option<NaiveDate>) -> Self {
        let book = |data: Option<&Dataset>| data.map(Book::new).unwrap_or_default();
        Self { record: book(record), pack: book(PACK.as_ref()), day }
    }

    /// The dataset of which [`Match::Pack`] names agencies.
    pub fn pack() -> Option<&'static Dataset> {
        PACK.as_ref()
    }

    pub fn find(&self, name: &Name) -> Match {
        match name.kind {
            Kind::Reference => Match::Words,
            Kind::Group | Kind::OpenGroup => self.group(name),
            Kind::Body | Kind::Head | Kind::Person => self.body(name),
        }
    }

    /// What each of these names means. Those that would become one agency or group share a proposal, that of the longest
    /// name.
    pub fn find_all(&self, names: BTreeSet<Name>) -> BTreeMap<Name, Match> {
        let mut all: BTreeMap<Name, Match> = names.into_iter().map(|name| (name.clone(), self.find(&name))).collect();
        let mut fullest: BTreeMap<(String, bool), Proposal> = BTreeMap::new();
        for found in all.values() {
            if let Match::Unknown(proposal) = found {
                let best = fullest.entry(proposal.one()).or_insert_with(|| proposal.clone());
                if proposal.name.chars().count() > best.name.chars().count() {
                    *best = proposal.clone();
                }
            }
        }
        for found in all.values_mut() {
            if let Match::Unknown(proposal) = found
                && let Some(best) = fullest.get(&proposal.one())
            {
                *proposal = best.clone();
            }
        }
        all
    }

    fn group(&self, name: &Name) -> Match {
        match self.record.group(&name.written) {
            Some((party, why)) => Match::Known { id: party.id.clone(), why },
            // `Sở Tài chính và Sở Nội vụ liên quan` and the like may be the name of a body of the record all the same.
            None => match self.record.body(&name.written, self.day) {
                Some((party, why)) => Match::Known { id: party.id.clone(), why },
                None => Match::Unknown(Proposal::new(name, &self.record)),
            },
        }
    }

    fn body(&self, name: &Name) -> Match {
        let known = |(party, why): (&Party, Option<Why>)| Match::Known { id: party.id.clone(), why };
        let packed = |(party, why): (&Party, Option<Why>)| {
            Some(Match::Pack { agency: party.agency?, id: party.id.clone(), why })
        };
        if let Some(found) = self.record.body(&name.written, self.day) {
            return known(found);
        }
        if let Some((party, why)) = self.record.group(&name.written) {
            // Who heads a group is not the group, unless it is called so.
            let called = keys::key(&party.name) == keys::key(&name.written);
            let head = (name.kind == Kind::Head && !called).then_some(Why::HeadForBody);
            return known((party, why.or(head)));
        }
        if let Some(found) = self.pack.body(&name.written, self.day).and_then(packed) {
            return found;
        }
        let Some(rest) = keys::body_of_head(&name.written) else {
            return Match::Unknown(Proposal::new(name, &self.record));
        };
        let heads = |why: Option<Why>| Some(why.unwrap_or(Why::HeadForBody));
        let in_record = self.record.body(&rest, self.day).or_else(|| self.record.group(&rest));
        if let Some((party, why)) = in_record {
            return Match::Known { id: party.id.clone(), why: heads(why) };
        }
        // `Bộ trưởng các bộ, …`: a group of heads.
        let kind = names::list(&rest).first().map_or(Kind::Body, |name| name.kind);
        match self.pack.body(&rest, self.day).and_then(packed) {
            Some(Match::Pack { agency, id, why }) => Match::Pack { agency, id, why: heads(why) },
            _ if matches!(kind, Kind::Group | Kind::OpenGroup) => {
                Match::Unknown(Proposal::new(&Name { written: name.written.clone(), kind }, &self.record))
            }
            _ => Match::Unknown(Proposal::new(&Name { written: rest, kind: Kind::Body }, &self.record)),
        }
    }
}
