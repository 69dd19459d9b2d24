//! What was known at the as-of date: reports, extensions, deadlines that passed, and the list of changes made of them.

use super::obligation::Obligation;
use super::past_due::past_due;
use super::report::Report;
use super::tally::Tally;
use crate::model::{AgencyIx, Cancellation, Extension, GroupIx, Progress, TaskIx, Transfer, Update};
use chrono::{Datelike, NaiveDate};
use std::collections::BTreeMap;

/// Something that happened to a task, by the data's own dates.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Change {
    /// When, by its last possible day.
    pub day: NaiveDate,
    /// To which task.
    pub task: TaskIx,
    /// What.
    pub event: Event,
}

/// What happened. Positions are those in the task's own lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Event {
    /// A document gave the task.
    Assigned,
    /// The deadline was extended: position of the extension.
    Extended(usize),
    /// The last in-time day passed for this many obligations that were not completed.
    PastDue(u32),
    /// A report that does not say that the task is done: position of the update.
    Reported(usize),
    /// A report that says so: position of the update.
    Completed(usize),
    /// The standing office accepted a completion: position of the update.
    Accepted(usize),
    /// The task got another lead: position of the transfer.
    Transferred(usize),
    /// The task was given up.
    Cancelled,
    /// An entry was put right after it had been published: position of the update.
    Corrected(usize),
}

impl Event {
    /// Name in feeds and views.
    pub fn code(self) -> &'static str {
        match self {
            Self::Assigned => "assigned",
            Self::Extended(_) => "extended",
            Self::PastDue(_) => "past-due",
            Self::Reported(_) => "reported",
            Self::Completed(_) => "completed",
            Self::Accepted(_) => "accepted",
            Self::Transferred(_) => "transferred",
            Self::Cancelled => "cancelled",
            Self::Corrected(_) => "corrected",
        }
    }
}

impl Report {
    /// Reports known at the date, of all tasks that have a page: the task, the number of the report within it (from 1), the
    /// report.
    pub fn updates(&self) -> impl Iterator<Item = (TaskIx, usize, &Update)> {
        self.shown_tasks().into_iter().flat_map(|ix| self.updates_of(ix).map(move |(n, u)| (ix, n, u)))
    }

    /// Reports of one task known at the date, numbered from 1, oldest first.
    pub fn updates_of(&self, ix: TaskIx) -> impl Iterator<Item = (usize, &Update)> {
        // Updates are in the order of their last days, so those known come first and keep their positions.
        let known = self.data[ix].updates.iter().take_while(|u| u.date.last() <= self.as_of);
        known.enumerate().map(|(n, u)| (n + 1, u))
    }

    /// Extensions of a task granted by the date, oldest first.
    pub fn extensions_of(&self, ix: TaskIx) -> impl Iterator<Item = &Extension> {
        self.data[ix].deadline.extended.iter().filter(|e| e.on <= self.as_of)
    }

    /// Transfers of a task that have taken place by the date, oldest first.
    pub fn transfers_of(&self, ix: TaskIx) -> impl Iterator<Item = &Transfer> {
        self.data[ix].transferred.iter().filter(|transfer| transfer.on <= self.as_of)
    }

    /// That a task was given up, where that day has come.
    pub fn cancellation_of(&self, ix: TaskIx) -> Option<&Cancellation> {
        self.data[ix].cancelled.as_deref().filter(|cancelled| cancelled.on <= self.as_of)
    }

    /// What happened to a task by the date: oldest first, of one day in the order of [`Event`].
    pub fn changes_of(&self, ix: TaskIx) -> Vec<Change> {
        self.changes_with(ix, &self.task(ix).past_due)
    }

    /// The same, but of the deadlines that passed only those of `own`, the obligations of one holder in the task.
    pub fn changes_of_holder(&self, ix: TaskIx, own: &[&Obligation]) -> Vec<Change> {
        self.changes_with(ix, &past_due(&self.data, ix, own.iter().copied(), self.as_of))
    }

    fn changes_with(&self, ix: TaskIx, past_due: &BTreeMap<NaiveDate, u32>) -> Vec<Change> {
        let mut found = Vec::new();
        let mut add = |day, event| found.push(Change { day, task: ix, event });
        if let Some(day) = self.data.reference_day(self.data[ix].document()).filter(|day| *day <= self.as_of) {
            add(day, Event::Assigned);
        }
        for (n, extension) in self.data[ix].deadline.extended.iter().enumerate().filter(|(_, e)| e.on <= self.as_of) {
            add(extension.on, Event::Extended(n));
        }
        for (day, count) in past_due {
            add(*day, Event::PastDue(*count));
        }
        for (n, update) in self.updates_of(ix) {
            let completed = update.progress == Some(Progress::Completed);
            add(update.date.last(), if completed { Event::Completed(n - 1) } else { Event::Reported(n - 1) });
            if let Some(accepted) = update.accepted.as_ref().filter(|accepted| accepted.on <= self.as_of) {
                add(accepted.on, Event::Accepted(n - 1));
            }
            if let Some(corrected) = update.corrected.as_ref().filter(|corrected| corrected.on <= self.as_of) {
                add(corrected.on, Event::Corrected(n - 1));
            }
        }
        for (n, transfer) in self.transfers_of(ix).enumerate() {
            add(transfer.on, Event::Transferred(n));
        }
        if let Some(cancelled) = self.cancellation_of(ix) {
            add(cancelled.on, Event::Cancelled);
        }
        found.sort_by_key(|c| c.day);
        found
    }

    /// What happened to the given tasks in force by the date, newest first, of one day by task.
    pub fn changes(&self, tasks: impl IntoIterator<Item = TaskIx>) -> Vec<Change> {
        let in_force = tasks.into_iter().filter(|ix| self.task(*ix).label.is_some());
        let mut found: Vec<Change> = in_force.flat_map(|ix| self.changes_of(ix)).collect();
        found.sort_by_key(|c| (std::cmp::Reverse(c.day), c.task));
        found
    }

    /// The tally of an agency's obligations by the year in which they fall due; those without a deadline under none.
    pub fn tally_by_year(&self, ix: AgencyIx) -> BTreeMap<Option<i32>, Tally> {
        by_year(self.held_by(ix))
    }

    /// The same of a group that is not expanded.
    pub fn group_tally_by_year(&self, ix: GroupIx) -> BTreeMap<Option<i32>, Tally> {
        by_year(self.held_by_group(ix))
    }
}

fn by_year<'o>(obligations: impl Iterator<Item = &'o Obligation>) -> BTreeMap<Option<i32>, Tally> {
    let mut years: BTreeMap<Option<i32>, Tally> = BTreeMap::new();
    for o in obligations {
        years.entry(o.status.due.map(|d| d.year())).or_default().count(o.status.label);
    }
    years
}
