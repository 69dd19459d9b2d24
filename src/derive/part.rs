//! What one holder's share of a task comes to, and the task as a whole: what lists of tasks are filtered by.

use super::label::Label;
use super::obligation::Obligation;
use super::report::{Report, rolled_up};
use crate::model::{Due, Party, Scope, TaskIx, Update};
use chrono::Datelike;
use std::collections::{BTreeMap, BTreeSet};

/// Obligations of one task taken together: those of one holder, or all.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Part {
    /// The one word.
    pub label: Label,
    /// Years in which it falls due.
    pub years: BTreeSet<i32>,
    /// Whether the source sets no time limit of any form.
    pub undated: bool,
    /// Whether anything at all was reported.
    pub reported: bool,
    /// Whether a report gives a reason for a delay.
    pub explained: bool,
}

impl Report {
    /// A task as a whole; none of one that is not in force.
    pub fn whole(&self, ix: TaskIx) -> Option<Part> {
        let all: Vec<&Obligation> = self.obligations_of(ix).iter().collect();
        Some(self.part(ix, self.task(ix).label?, &all, |_| true))
    }

    /// The holders of a task, each with its own part.
    pub fn parts(&self, ix: TaskIx) -> BTreeMap<Party, Part> {
        let mut by_holder: BTreeMap<Party, Vec<&Obligation>> = BTreeMap::new();
        for o in self.obligations_of(ix) {
            by_holder.entry(o.holder).or_default().push(o);
        }
        let part = |(holder, mine): (Party, Vec<&Obligation>)| {
            let own = |u: &Update| matches!(u.scope, Scope::Agency(agency) if Party::Agency(agency) == holder);
            let label = rolled_up(mine.iter().copied())?;
            Some((holder, self.part(ix, label, &mine, own)))
        };
        by_holder.into_iter().filter_map(part).collect()
    }

    /// Reports that count for an obligation speak here, and any that `own` says so of: an ad hoc one counts for none.
    fn part(&self, ix: TaskIx, label: Label, obligations: &[&Obligation], own: impl Fn(&Update) -> bool) -> Part {
        let task = &self.data[ix];
        let said = || task.updates.iter().filter(|u| u.date.last() <= self.as_of && own(u));
        let years: BTreeSet<i32> = obligations.iter().filter_map(|o| o.status.due).map(|day| day.year()).collect();
        Part {
            label,
            undated: years.is_empty() && matches!(task.deadline.due, Due::None),
            years,
            reported: obligations.iter().any(|o| o.status.reported.is_some()) || said().next().is_some(),
            explained: obligations.iter().any(|o| o.status.explained) || said().any(|u| u.reason.is_some()),
        }
    }
}
