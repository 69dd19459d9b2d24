//! What became different between two reports: of one site at two dates, or of two states of its data.
//!
//! Tasks and holders are matched by their ids, so the two may come from different folders.

use super::label::Label;
use super::obligation::Obligation;
use super::report::Report;
use crate::model::{Dataset, Extension, Party, Period, TaskIx};
use std::collections::{BTreeMap, BTreeSet};

/// What is in the new report and was not in the old one, in the order of the new one's tasks.
#[derive(Debug, Default)]
pub struct Comparison<'r> {
    /// Tasks given since, of the new report.
    pub assigned: Vec<TaskIx>,
    /// Tasks that are no more, of the old report.
    pub gone: Vec<TaskIx>,
    /// Deadlines extended since, of the new report.
    pub extended: Vec<(TaskIx, &'r Extension)>,
    /// Obligations completed since, of the new report.
    pub completed: Vec<&'r Obligation>,
    /// Obligations that no longer count as done, of the new report.
    pub reopened: Vec<&'r Obligation>,
    /// Obligations that passed their last day since and are open, of the new report.
    pub overdue: Vec<&'r Obligation>,
}

/// Name of an obligation in whatever dataset: task, whom it was given to, period.
type Key<'r> = (&'r str, &'r str, Option<Period>);

fn key<'r>(data: &'r Dataset, o: &Obligation) -> Key<'r> {
    let to = match o.assigned {
        Party::Agency(ix) => data[ix].id.as_str(),
        Party::Group(ix) => data[ix].id.as_str(),
    };
    (data[o.task].id.as_str(), to, o.period)
}

fn is_done(o: &Obligation) -> bool {
    o.status.label.is_completed()
}

fn is_past(o: &Obligation) -> bool {
    matches!(o.status.label, Label::Overdue | Label::PastDueUnreported)
}

/// Compares.
pub fn compare<'r>(old: &'r Report, new: &'r Report) -> Comparison<'r> {
    let ids = |report: &'r Report| -> BTreeMap<&'r str, TaskIx> {
        report.task_list().map(|ix| (report.data[ix].id.as_str(), ix)).collect()
    };
    let (old_tasks, new_tasks) = (ids(old), ids(new));
    let before: BTreeMap<Key<'_>, &Obligation> = old.obligations().iter().map(|o| (key(&old.data, o), o)).collect();
    let mut found = Comparison::default();
    for ix in new.task_list() {
        let id = new.data[ix].id.as_str();
        let Some(was) = old_tasks.get(id) else {
            found.assigned.push(ix);
            // Extensions that came with the task are not news.
            continue;
        };
        let known: BTreeSet<_> = old.extensions_of(*was).map(|e| (e.to, e.on)).collect();
        found.extended.extend(new.extensions_of(ix).filter(|e| !known.contains(&(e.to, e.on))).map(|e| (ix, e)));
    }
    found.gone.extend(old.task_list().filter(|ix| !new_tasks.contains_key(old.data[*ix].id.as_str())));
    for o in new.obligations() {
        let was = before.get(&key(&new.data, o));
        let (was_done, was_past) = (was.is_some_and(|o| is_done(o)), was.is_some_and(|o| is_past(o)));
        match (was_done, is_done(o)) {
            (false, true) => found.completed.push(o),
            (true, false) => found.reopened.push(o),
            (true, true) | (false, false) => {}
        }
        if is_past(o) && !was_past {
            found.overdue.push(o);
        }
    }
    found
}
