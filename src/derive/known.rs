//! What was known at the as-of date: reports, extensions, and the changes that both and the documents make.

use super::{Report, Tally};
use crate::model::{AgencyIx, Extension, GroupIx, Progress, TaskIx, Update};
use chrono::{Datelike, NaiveDate};
use std::collections::BTreeMap;

/// Something that happened to a task, by the data's own dates.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Change<'r> {
    /// When, by its last possible day.
    pub day: NaiveDate,
    /// To which task.
    pub task: TaskIx,
    /// What.
    pub event: Event<'r>,
}

/// What happened.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Event<'r> {
    /// A document gave the task.
    Assigned,
    /// The deadline was extended.
    Extended(&'r Extension),
    /// A report that does not say that the task is done.
    Reported(&'r Update),
    /// A report that says so.
    Completed(&'r Update),
}

impl Report {
    /// Reports known at the date, of tasks in force: the task, the number of the report within it (from 1), the report.
    pub fn updates(&self) -> impl Iterator<Item = (TaskIx, usize, &Update)> {
        self.task_list().flat_map(|ix| self.updates_of(ix).map(move |(n, u)| (ix, n, u)))
    }

    /// Reports of one task known at the date, numbered from 1, oldest first.
    pub fn updates_of(&self, ix: TaskIx) -> impl Iterator<Item = (usize, &Update)> {
        let known = self.data[ix].updates.iter().filter(|u| u.date.last() <= self.as_of);
        known.enumerate().map(|(n, u)| (n + 1, u))
    }

    /// Extensions of a task granted by the date, oldest first.
    pub fn extensions_of(&self, ix: TaskIx) -> impl Iterator<Item = &Extension> {
        self.data[ix].extended.iter().filter(|e| e.on <= self.as_of)
    }

    /// What happened to a task by the date: oldest first, of one day in the order assigned, extended, reported.
    pub fn changes_of(&self, ix: TaskIx) -> Vec<Change<'_>> {
        let mut found = Vec::new();
        let mut add = |day, event| found.push(Change { day, task: ix, event });
        if let Some(day) = self.data.reference_day(self.data[ix].document()).filter(|day| *day <= self.as_of) {
            add(day, Event::Assigned);
        }
        for extension in self.extensions_of(ix) {
            add(extension.on, Event::Extended(extension));
        }
        for (_, update) in self.updates_of(ix) {
            let completed = update.progress == Some(Progress::Completed);
            add(update.date.last(), if completed { Event::Completed(update) } else { Event::Reported(update) });
        }
        found.sort_by_key(|c| c.day);
        found
    }

    /// What happened to the given tasks by the date, newest first, of one day by task.
    pub fn changes(&self, tasks: impl IntoIterator<Item = TaskIx>) -> Vec<Change<'_>> {
        let mut found: Vec<Change<'_>> = tasks.into_iter().flat_map(|ix| self.changes_of(ix)).collect();
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

fn by_year<'o>(obligations: impl Iterator<Item = &'o super::Obligation>) -> BTreeMap<Option<i32>, Tally> {
    let mut years: BTreeMap<Option<i32>, Tally> = BTreeMap::new();
    for o in obligations {
        years.entry(o.status.due.map(|d| d.year())).or_default().count(o.status.label);
    }
    years
}
