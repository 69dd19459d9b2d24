//! Which changes and reports concern an agency.

use crate::derive::{Change, Event, holder_on};
use crate::model::{AgencyIx, Party, Scope, TaskIx, Update};
use crate::open_data::site::ExportSite;
use std::collections::BTreeSet;

/// Tasks of an agency: those in which it holds an obligation, and those that it coordinates.
pub(in crate::open_data) fn tasks_of(site: &ExportSite, ix: AgencyIx) -> BTreeSet<TaskIx> {
    let held = site.report.held_by(ix).map(|o| o.task);
    held.chain(site.report.agency(ix).coordinates.iter().copied()).collect()
}

/// Whether an agency holds an obligation in a task itself, and so answers for its own part only.
fn holds(site: &ExportSite, agency: AgencyIx, task: TaskIx) -> bool {
    site.report.obligations_of(task).iter().any(|o| o.holder == Party::Agency(agency))
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
    tasks_of(site, ix).into_iter().flat_map(move |task| {
        let holds = holds(site, ix, task);
        let of_task = site.report.updates_of(task).filter(move |(_, u)| concerns(site, ix, holds, u));
        of_task.map(move |(n, u)| (task, n, u))
    })
}

/// Changes that concern an agency, newest first.
pub(in crate::open_data) fn changes_for(site: &ExportSite, ix: AgencyIx) -> Vec<Change> {
    let mut found = Vec::new();
    for task in tasks_of(site, ix) {
        let holds = holds(site, ix, task);
        // Of a group's task, only the deadlines that passed the agency itself are its own.
        let own = site.report.past_due_of(task, |o| !holds || o.holder == Party::Agency(ix));
        found.extend(site.report.changes_of(task).into_iter().filter_map(|c| match c.event {
            Event::Assigned | Event::Extended(_) => Some(c),
            Event::PastDue(_) => own.get(&c.day).map(|n| Change { event: Event::PastDue(*n), ..c }),
            Event::Reported(n) | Event::Completed(n) => {
                concerns(site, ix, holds, &site.data()[task].updates[n]).then_some(c)
            }
        }));
    }
    found.sort_by_key(|c| (std::cmp::Reverse(c.day), c.task));
    found
}
