//! What became different between two reports: of one site at two dates, or of two states of its data.
//!
//! Tasks and holders are matched by their ids, so the two may come from different folders.

use super::label::Label;
use super::obligation::Obligation;
use super::report::Report;
use crate::model::{Dataset, Party, Period, Task, TaskIx, Transfer, Update};
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// What is in the new report and was not in the old one, in the order of the new one's tasks.
#[derive(Debug, Default)]
pub struct Comparison<'r> {
    /// Tasks given since, of the new report.
    pub assigned: Vec<TaskIx>,
    /// Tasks that are no more, of the old report.
    pub gone: Vec<TaskIx>,
    /// Tasks whose words are others now, of the new report.
    pub reworded: Vec<TaskIx>,
    /// Deadlines extended or brought forward since, of the new report: positions among the task's extensions.
    pub extended: Vec<(TaskIx, usize)>,
    /// Tasks that got another lead since, of the new report.
    pub transferred: Vec<(TaskIx, &'r Transfer)>,
    /// Tasks given up since, of the new report.
    pub cancelled: Vec<(TaskIx, NaiveDate)>,
    /// Entries put right since, of the new report: the day of the correction.
    pub corrected: Vec<(TaskIx, NaiveDate)>,
    /// Obligations completed since, of the new report.
    pub completed: Vec<&'r Obligation>,
    /// Obligations whose completion was accepted since, of the new report.
    pub accepted: Vec<&'r Obligation>,
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
        let Some(&was) = old_tasks.get(id) else {
            found.assigned.push(ix);
            // What was decided of it before it came is not news.
            continue;
        };
        let words = |task: &'r Task| (&task.title, &task.text);
        if words(&old.data[was]) != words(&new.data[ix]) {
            found.reworded.push(ix);
        }
        let known: BTreeSet<_> = old.extensions_of(was).map(|e| (e.to, e.on)).collect();
        let extended = new.extensions_of(ix).enumerate().filter(|(_, e)| !known.contains(&(e.to, e.on)));
        found.extended.extend(extended.map(|(n, _)| (ix, n)));
        let known: BTreeSet<_> = old.transfers_of(was).map(|t| (old.data[t.to].id.as_str(), t.on)).collect();
        let transferred = new.transfers_of(ix).filter(|t| !known.contains(&(new.data[t.to].id.as_str(), t.on)));
        found.transferred.extend(transferred.map(|t| (ix, t)));
        let cancelled = |report: &Report, ix: TaskIx| report.cancellation_of(ix).map(|cancelled| cancelled.on);
        if cancelled(old, was).is_none() {
            found.cancelled.extend(cancelled(new, ix).map(|on| (ix, on)));
        }
        let known: BTreeSet<_> = corrections(old, was).collect();
        let corrected = corrections(new, ix).filter(|correction| !known.contains(correction));
        found.corrected.extend(corrected.map(|(_, on)| (ix, on)));
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
        if o.status.accepted.is_some() && was.is_none_or(|was| was.status.accepted.is_none()) {
            found.accepted.push(o);
        }
        if is_past(o) && !was_past {
            found.overdue.push(o);
        }
    }
    found
}

/// Corrections known at a report's date: the number of the entry, and the day.
fn corrections(report: &Report, ix: TaskIx) -> impl Iterator<Item = (usize, NaiveDate)> {
    let day = |update: &Update| update.corrected.as_ref().map(|corrected| corrected.on);
    let known = report.updates_of(ix).filter_map(move |(n, update)| Some((n, day(update)?)));
    known.filter(|(_, on)| *on <= report.as_of)
}
