//! What was known at the as-of date: reports, extensions, deadlines that passed, and the list of changes made of them.

use super::label::Label;
use super::obligation::Obligation;
use super::report::Report;
use super::status::State;
use super::tally::Tally;
use crate::model::{AgencyIx, CompletedOn, Due, Extension, GroupIx, Progress, TaskIx, Unreported, Update};
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
        }
    }
}

impl Report {
    /// Reports known at the date, of tasks in force: the task, the number of the report within it (from 1), the report.
    pub fn updates(&self) -> impl Iterator<Item = (TaskIx, usize, &Update)> {
        self.task_list().flat_map(|ix| self.updates_of(ix).map(move |(n, u)| (ix, n, u)))
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

    /// What happened to a task by the date: oldest first, of one day in the order of [`Event`].
    pub fn changes_of(&self, ix: TaskIx) -> Vec<Change> {
        let mut found = Vec::new();
        let mut add = |day, event| found.push(Change { day, task: ix, event });
        if let Some(day) = self.data.reference_day(self.data[ix].document()).filter(|day| *day <= self.as_of) {
            add(day, Event::Assigned);
        }
        for (n, extension) in self.data[ix].deadline.extended.iter().enumerate().filter(|(_, e)| e.on <= self.as_of) {
            add(extension.on, Event::Extended(n));
        }
        for (day, count) in self.past_due_of(ix, |_| true) {
            add(day, Event::PastDue(count));
        }
        for (n, update) in self.updates_of(ix) {
            let completed = update.progress == Some(Progress::Completed);
            add(update.date.last(), if completed { Event::Completed(n - 1) } else { Event::Reported(n - 1) });
        }
        found.sort_by_key(|c| c.day);
        found
    }

    /// What happened to the given tasks by the date, newest first, of one day by task.
    pub fn changes(&self, tasks: impl IntoIterator<Item = TaskIx>) -> Vec<Change> {
        let mut found: Vec<Change> = tasks.into_iter().flat_map(|ix| self.changes_of(ix)).collect();
        found.sort_by_key(|c| (std::cmp::Reverse(c.day), c.task));
        found
    }

    /// The first days past a deadline, with how many of the task's obligations that `of` picks were not completed.
    ///
    /// A deadline counts if it was in force on that day. A duty whose completion may lie on either side of it does not
    /// count. Where silence is no delay (`unreported: separate`), a period of a recurring duty counts only if a report
    /// admits the delay; otherwise the list would repeat every month that nothing is known.
    pub fn past_due_of(&self, ix: TaskIx, of: impl Fn(&Obligation) -> bool) -> BTreeMap<NaiveDate, u32> {
        let task = &self.data[ix];
        let recurring = matches!(task.deadline.due, Due::Every(_));
        let silence_counts = self.data.settings.unreported == Unreported::Overdue || !recurring;
        let mut found = BTreeMap::new();
        for o in self.obligations_of(ix).iter().filter(|o| of(o)) {
            let admitted = matches!(o.status.label, Label::Overdue | Label::CompletedLate);
            if !admitted && (task.condition.is_some() || !silence_counts) {
                continue;
            }
            let dues = match o.period {
                Some(_) => o.status.due.into_iter().collect(),
                None => task.deadline.last_days(),
            };
            for due in dues {
                let Some(after) = due.succ_opt().filter(|day| *day <= self.as_of) else { continue };
                let in_force = o.period.is_some() || task.deadline.in_force(after) == Some(due);
                if in_force && !closed_by(o, due) {
                    *found.entry(after).or_default() += 1;
                }
            }
        }
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

/// Whether an obligation was done with on `day`, or may have been.
fn closed_by(o: &Obligation, day: NaiveDate) -> bool {
    match o.status.state {
        State::Completed(CompletedOn::Date(on)) => on.first() <= day,
        State::Completed(CompletedOn::Unknown) => true,
        State::NotApplicable | State::Suspended => o.status.reported.is_none_or(|d| d.first() <= day),
        State::NotReported | State::NotStarted | State::InProgress => false,
    }
}

fn by_year<'o>(obligations: impl Iterator<Item = &'o Obligation>) -> BTreeMap<Option<i32>, Tally> {
    let mut years: BTreeMap<Option<i32>, Tally> = BTreeMap::new();
    for o in obligations {
        years.entry(o.status.due.map(|d| d.year())).or_default().count(o.status.label);
    }
    years
}
