//! The names of a set of agencies and groups, by key.

use super::keys::{abbreviates, bare, initials, initials_of, key, loose, nouns, province, unplaced};
use crate::import::draft::Why;
use crate::model::{AgencyIx, AgencyKind, Dataset};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// An agency or group.
#[derive(Debug)]
pub struct Party {
    pub id: String,
    pub name: String,
    /// None: a group.
    pub agency: Option<AgencyIx>,
    from: Option<NaiveDate>,
    until: Option<NaiveDate>,
}

impl Party {
    fn lives(&self, day: Option<NaiveDate>) -> bool {
        day.is_none_or(|day| self.from.is_none_or(|from| from <= day) && self.until.is_none_or(|until| day <= until))
    }
}

/// Agencies and groups by each form in which they may be named.
#[derive(Debug, Default)]
pub struct Book {
    pub parties: Vec<Party>,
    by_key: BTreeMap<String, Vec<usize>>,
    by_loose: BTreeMap<String, Vec<usize>>,
    by_unplaced: BTreeMap<String, Vec<usize>>,
    /// Agencies that are called several, by their keys without that word.
    by_bare: BTreeMap<String, Vec<usize>>,
    /// Every spelling with its bearer.
    spellings: Vec<(String, usize)>,
    by_initials: BTreeMap<(String, String), Vec<usize>>,
    by_province: BTreeMap<String, Vec<usize>>,
    by_nouns: BTreeMap<(Vec<String>, bool), usize>,
}

impl Book {
    pub fn new(data: &Dataset) -> Self {
        let mut book = Self::default();
        for (ix, agency) in data.agency_list() {
            let at = book.parties.len();
            for spelling in agency.spellings() {
                let key = key(spelling);
                if let Some(bare) = bare(&key) {
                    book.by_bare.entry(bare.to_owned()).or_default().push(at);
                }
                book.add_key(key, at);
                book.spellings.push((spelling.to_owned(), at));
                if let Some(initials) = initials_of(spelling) {
                    book.by_initials.entry(initials).or_default().push(at);
                }
            }
            if agency.kind == AgencyKind::Province
                && let Some(bare) = province(&agency.name)
            {
                book.by_province.entry(bare).or_default().push(at);
            }
            let (from, until) = (agency.from, agency.until);
            let (id, name) = (agency.id.to_string(), agency.name.clone());
            book.parties.push(Party { id, name, agency: Some(ix), from, until });
        }
        for (_, group) in data.group_list() {
            let at = book.parties.len();
            let spellings = std::iter::once(group.id.as_str())
                .chain(std::iter::once(&group.name).chain(&group.short).map(String::as_str));
            for spelling in spellings {
                book.add_key(key(spelling), at);
                book.by_nouns.entry(nouns(spelling)).or_insert(at);
            }
            let (id, name) = (group.id.to_string(), group.name.clone());
            book.parties.push(Party { id, name, agency: None, from: None, until: None });
        }
        book
    }

    fn add_key(&mut self, key: String, at: usize) {
        if let Some(start) = unplaced(&key) {
            let all = self.by_unplaced.entry(start.to_owned()).or_default();
            if !all.contains(&at) {
                all.push(at);
            }
        }
        for all in [self.by_loose.entry(loose(&key)).or_default(), self.by_key.entry(key).or_default()] {
            if !all.contains(&at) {
                all.push(at);
            }
        }
    }

    /// The agency of that name, and why it is not certain.
    pub fn body(&self, name: &str, day: Option<NaiveDate>) -> Option<(&Party, Option<Why>)> {
        let exact = self.by_key.get(&key(name)).and_then(|found| self.living(found, day));
        let of_province = || self.by_province.get(&province(name)?).and_then(|found| self.living(found, day));
        let of_initials = || self.by_initials.get(&initials(name)?).and_then(|found| self.living(found, day));
        let shortened = || self.living(&self.abbreviated(name), day);
        let of_loose = || self.by_loose.get(&loose(&key(name))).and_then(|found| self.living(found, day));
        // In the record of one province, `Sở Nội vụ` is that of the province.
        let of_unplaced = || self.by_unplaced.get(&key(name)).and_then(|found| self.living(found, day));
        let alike = || of_loose().or_else(of_unplaced);
        let near = || alike().map(|(party, why)| (party, why.or(Some(Why::Near))));
        // A group is proposed as `Các UBND cấp xã`, whatever the paper writes; an agency may have taken that name.
        let of_several = || self.by_bare.get(&key(name)).and_then(|found| self.living(found, day));
        exact.or_else(of_several).or_else(of_province).or_else(of_initials).or_else(shortened).or_else(near)
    }

    /// Whose full name a name with abbreviations stands for.
    fn abbreviated(&self, name: &str) -> Vec<usize> {
        let capitals = name.chars().filter(|c| c.is_uppercase()).count();
        let fits = |full: &str| capitals > 1 && abbreviates(name, full);
        let mut found: Vec<usize> = self.spellings.iter().filter(|(full, _)| fits(full)).map(|(_, at)| *at).collect();
        found.dedup();
        found
    }

    /// Ids of all that may bear a name, where it is not certain which of them is meant.
    pub fn bearers(&self, name: &str) -> Vec<&str> {
        let mut found = self.by_key.get(&key(name)).cloned().unwrap_or_default();
        found.extend(initials(name).and_then(|initials| self.by_initials.get(&initials)).into_iter().flatten());
        found.extend(self.abbreviated(name));
        found.extend(self.by_unplaced.get(&key(name)).into_iter().flatten());
        let mut ids: Vec<&str> =
            found.iter().filter_map(|at| self.parties.get(*at)).map(|party| party.id.as_str()).collect();
        ids.sort_unstable();
        ids.dedup();
        ids
    }

    /// Of several bearers of a name the one that lived on the day; one that lived at another time is a guess, two are none.
    fn living(&self, found: &[usize], day: Option<NaiveDate>) -> Option<(&Party, Option<Why>)> {
        let mut found: Vec<&Party> = found.iter().filter_map(|at| self.parties.get(*at)).collect();
        found.dedup_by(|a, b| a.id == b.id);
        let living: Vec<&Party> = found.iter().copied().filter(|party| party.lives(day)).collect();
        match (&living[..], &found[..]) {
            ([one], _) => Some((one, None)),
            ([], [one]) => Some((one, Some(Why::Ended))),
            _ => None,
        }
    }

    /// The group of these nouns; `ngành` and `cơ quan` say the same, but not for certain.
    pub fn group(&self, name: &str) -> Option<(&Party, Option<Why>)> {
        if let Some(found) = self.by_key.get(&key(name)).and_then(|found| self.living(found, None)) {
            return Some(found);
        }
        let (wanted, open) = nouns(name);
        if let Some(at) = self.by_nouns.get(&(wanted.clone(), open)) {
            return self.parties.get(*at).map(|party| (party, None));
        }
        let same = |nouns: &[String]| {
            let mut nouns: Vec<String> = nouns.iter().map(|n| n.replace("nganh", "co-quan")).collect();
            nouns.sort();
            nouns.dedup();
            nouns
        };
        let meant = same(&wanted);
        let near = self.by_nouns.iter().find(|((nouns, is_open), _)| *is_open == open && same(nouns) == meant);
        near.and_then(|(_, at)| self.parties.get(*at)).map(|party| (party, Some(Why::Near)))
    }
}
