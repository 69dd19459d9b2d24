//! Which changes and reports concern an agency.

use crate::derive::{Change, Event, Obligation, holder_on};
use crate::model::{AgencyIx, Scope, TaskIx, Update};
use crate::open_data::site::ExportSite;
use std::collections::{BTreeMap, BTreeSet};

/// Tasks of an agency: those in which it holds an obligation, and those that it coordinates.
pub(in crate::open_data) fn tasks_of(site: &ExportSite, ix: AgencyIx) -> BTreeSet<TaskIx> {
    let held = site.report.held_by(ix).map(|o| o.task);
    held.chain(site.report.agency(ix).coordinates.iter().copied()).collect()
}

/// The obligations that an agency holds itself, by task: there it answers for its own part only.
fn held(site: &ExportSite, agency: AgencyIx) -> BTreeMap<TaskIx, Vec<&Obligation>> {
    let mut held: BTreeMap<TaskIx, Vec<&Obligation>> = BTreeMap::new();
    for obligation in site.report.held_by(agency) {
        held.entry(obligation.task).or_default().push(obligation);
    }
    held
}

/// Whether a report concerns an agency: on a group's task, what the other members did does not.
fn concerns(site: &ExportSite, agency: AgencyIx, holds: bool, update: &Update) -> bool {
    match update.scope {
        Scope::Agency(by) => !holds || by == agency || holder_on(site.data(), by, site.report.as_of) == agency,
        Scope::Collective | Scope::AllMembers => true,
    }
}

/// Reports that concern an agency, by task, oldest first.
pub(in crate::open_data) fn reports_for(
    site: &ExportSite,
    ix: AgencyIx,
) -> impl Iterator<Item = (TaskIx, usize, &Update)> {
    let held = held(site, ix);
    tasks_of(site, ix).into_iter().flat_map(move |task| {
        let holds = held.contains_key(&task);
        let of_task = site.report.updates_of(task).filter(move |(_, u)| concerns(site, ix, holds, u));
        of_task.map(move |(n, u)| (task, n, u))
    })
}

/// Changes that concern an agency, newest first.
pub(in crate::open_data) fn changes_for(site: &ExportSite, ix: AgencyIx) -> Vec<Change> {
    let mut found = Vec::new();
    let held = held(site, ix);
    for task in tasks_of(site, ix) {
        // Of a group's task, only the deadlines that passed the agency itself are its own.
        let own = held.get(&task);
        let changes = own.map_or_else(|| site.report.changes_of(task), |own| site.report.changes_of_holder(task, own));
        found.extend(changes.into_iter().filter(|c| match c.event {
            Event::Assigned | Event::Extended(_) | Event::PastDue(_) | Event::Transferred(_) | Event::Cancelled => true,
            Event::Reported(n) | Event::Completed(n) | Event::Accepted(n) | Event::Corrected(n) => {
                concerns(site, ix, own.is_some(), &site.data()[task].updates[n])
            }
        }));
    }
    found.sort_by_key(|c| (std::cmp::Reverse(c.day), c.task));
    found
}
