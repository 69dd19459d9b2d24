//! Agencies and groups: ids, successions, members, and who may speak for whom.

use super::aliases;
use super::circles;
use super::names::{Names, duplicate};
use super::reach::{MOST_LINKS, reached};
use crate::diag::{Code, Diagnostic, Place, Sink};
use crate::load::fields::Loc;
use crate::load::raw::{RawAgencies, RawAgency, RawGroup, RawMember, RawSuccession, RawWho, Unresolved};
use crate::model::{Agency, AgencyCode, AgencyIx, Group, GroupIx, Member, Party, Succession};
use std::collections::{HashMap, HashSet};
use std::iter;

pub struct Parties {
    pub agencies: Vec<Agency>,
    pub groups: Vec<Group>,
    pub names: Names<Party>,
    /// Former ids.
    pub aliases: Vec<(String, AgencyIx)>,
    /// For each node everyone who ever belonged to it, with all that came after; none where that is beyond the bound.
    reached: Option<Vec<Vec<usize>>>,
}

impl Parties {
    /// Whether `party` is a group whose members are known.
    pub fn is_closed_group(&self, party: Party) -> bool {
        match party {
            Party::Agency(_) => false,
            Party::Group(group) => !self.groups[group.at()].open,
        }
    }

    /// Whether `agency` may report on a duty of `party`: as that agency, a member at any time, or an heir of one.
    pub fn may_speak(&self, agency: AgencyIx, party: Party) -> bool {
        let Some(reached) = &self.reached else { return true };
        let count = self.agencies.len();
        let within = &reached[node(party, count)];
        // Groups come after agencies. An open one excludes nobody.
        let open = || within.iter().rev().take_while(|n| **n >= count).any(|n| self.groups[n - count].open);
        within.binary_search(&agency.at()).is_ok() || open()
    }
}

/// Agencies and groups as the nodes of one graph: the agencies, then the groups.
fn node(party: Party, agencies: usize) -> usize {
    match party {
        Party::Agency(agency) => agency.at(),
        Party::Group(group) => agencies + group.at(),
    }
}

impl Names<Party> {
    /// The agency that a reference names; a group is none.
    pub fn agency(&self, name: &Loc<String>, sink: &mut Sink) -> Option<AgencyIx> {
        match self.find(name, Code::UnknownAgency, sink)? {
            Party::Agency(agency) => Some(agency),
            Party::Group(_) => {
                let place = self.place(&name.value).expect("it was found");
                sink.push(wrong_party(name, "group").also(place, "defined-here"));
                None
            }
        }
    }

    /// The group that a reference names; an agency is none.
    fn group(&self, name: &Loc<String>, sink: &mut Sink) -> Option<GroupIx> {
        match self.find(name, Code::UnknownAgency, sink)? {
            Party::Group(group) => Some(group),
            Party::Agency(_) => {
                sink.push(wrong_party(name, "agency"));
                None
            }
        }
    }
}

/// A reference to an agency where a group is wanted, or the other way round.
fn wrong_party(name: &Loc<String>, is: &str) -> Diagnostic {
    Diagnostic::new(Code::UnknownAgency, name.at).arg("id", &*name.value).arg("reason", is)
}

pub fn resolve(files: Vec<RawAgencies>, mut lost: Unresolved, sink: &mut Sink) -> Parties {
    let mut agencies: Vec<RawAgency> = Vec::new();
    let mut groups: Vec<RawGroup> = Vec::new();
    for file in files {
        agencies.extend(file.agencies);
        groups.extend(file.groups);
        lost.extend(file.unresolved);
    }
    // Any index will do while names are collected; the final ones come after sorting.
    let mut names: Names<Party> = Names::new(lost);
    agencies.retain(|RawAgency { agency, at, .. }| {
        names.define_id(agency.id.as_str(), "agency", Party::Agency(AgencyIx::new(0)), *at, sink)
    });
    groups.retain(|RawGroup { group, at, .. }| {
        let id = group.id.as_str();
        let defined = names.define(id, Party::Group(GroupIx::new(0)), *at);
        match defined {
            Ok(()) => {}
            Err((Party::Group(_), first)) => sink.push(duplicate(id, "group", *at, first)),
            Err((Party::Agency(_), first)) => {
                let diagnostic = Diagnostic::new(Code::AddressClash, *at).arg("address", format!("/co-quan/{id}/"));
                sink.push(diagnostic.arg("reason", "agency-and-group").also(first, "first-here"));
            }
        }
        defined.is_ok()
    });
    agencies.sort_by(|a, b| a.agency.id.cmp(&b.agency.id));
    groups.sort_by(|a, b| a.group.id.cmp(&b.group.id));
    for (n, RawAgency { agency, .. }) in agencies.iter().enumerate() {
        names.redefine(agency.id.as_str(), Party::Agency(AgencyIx::new(n)));
        for spelling in iter::once(&agency.name).chain(&agency.short).chain(&agency.also) {
            names.alias(spelling, agency.id.as_str());
        }
    }
    for (n, RawGroup { group, .. }) in groups.iter().enumerate() {
        names.redefine(group.id.as_str(), Party::Group(GroupIx::new(n)));
        for spelling in iter::once(&group.name).chain(&group.short) {
            names.alias(spelling, group.id.as_str());
        }
    }
    let formers = agencies.iter().enumerate().map(|(n, agency)| (&agency.aliases, AgencyIx::new(n)));
    let aliases = aliases::check(formers, "agency", |id| names.place(id), sink);
    for (old, ix) in &aliases {
        names.alias(old, agencies[ix.at()].agency.id.as_str());
    }
    shared_codes(&agencies, sink);
    let agency_places: Vec<Place> = agencies.iter().map(|a| a.at).collect();
    let group_places: Vec<Place> = groups.iter().map(|g| g.at).collect();
    let agencies: Vec<Agency> = agencies.into_iter().map(|raw| with_successors(raw, &names, sink)).collect();
    let groups: Vec<Group> = groups.into_iter().map(|raw| with_members(raw, &names, sink)).collect();

    let count = agencies.len();
    let successors = agencies.iter().map(|a| a.succeeded_by.iter().map(|s| s.agency.at()).collect());
    let members = groups.iter().map(|g| g.members.iter().map(|m| node(m.who, count)).collect());
    let edges: Vec<Vec<usize>> = successors.chain(members).collect();
    let name = |n: usize| match n.checked_sub(count) {
        None => (agencies[n].id.as_str(), agency_places[n]),
        Some(n) => (groups[n].id.as_str(), group_places[n]),
    };
    let circle = |n: usize| if n < count { Code::CircularSuccession } else { Code::CircularGroup };
    circles::report(circle, &edges, name, sink);
    let reached = reached(&edges, MOST_LINKS).map_err(|n| {
        let (id, at) = name(n);
        sink.push(Diagnostic::new(Code::SiteBounds, at).arg("reason", "links").arg("id", id));
    });
    Parties { agencies, groups, names, aliases, reached: reached.ok() }
}

/// A code names one body: what came after a body may carry its code, what lives beside it may not.
fn shared_codes(agencies: &[RawAgency], sink: &mut Sink) {
    let mut known: HashMap<&AgencyCode, Vec<(&Agency, Place)>> = HashMap::new();
    for RawAgency { agency, code_at, .. } in agencies {
        let (Some(code), Some(at)) = (&agency.code, *code_at) else { continue };
        let others = known.entry(code).or_default();
        if let Some((_, first)) = others.iter().find(|(other, _)| agency.lives_beside(other)) {
            let diagnostic = Diagnostic::new(Code::AgencyCode, at).arg("value", code.as_str()).arg("reason", "shared");
            sink.push(diagnostic.also(*first, "first-here"));
        }
        others.push((agency, at));
    }
}

fn with_successors(raw: RawAgency, names: &Names<Party>, sink: &mut Sink) -> Agency {
    let mut agency = raw.agency;
    for RawSuccession { agency: successor, from, note } in raw.succeeded_by {
        let successor = names.agency(&successor, sink);
        agency.succeeded_by.extend(successor.map(|agency| Succession { agency, from, note }));
    }
    agency
}

fn with_members(raw: RawGroup, names: &Names<Party>, sink: &mut Sink) -> Group {
    let mut group = raw.group;
    let mut seen = HashSet::new();
    for RawMember { who, from, until } in raw.members {
        let (who, text) = match who {
            RawWho::Agency(text) => (names.agency(&text, sink).map(Party::Agency), text),
            RawWho::Group(text) => (names.group(&text, sink).map(Party::Group), text),
        };
        let Some(who) = who else { continue };
        if !seen.insert((who, from, until)) {
            let diagnostic = Diagnostic::new(Code::RepeatedAgency, text.at).arg("id", text.value);
            sink.push(diagnostic.arg("reason", "twice").arg("field", "members"));
            continue;
        }
        group.members.push(Member { who, from, until });
    }
    group
}
