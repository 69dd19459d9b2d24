//! Ready-made lists of tasks: what a reader asks for most, each with its rule and its order.

use super::label::Label;
use super::obligation::Obligation;
use super::report::{Report, TaskView};
use crate::model::{PartialDate, TaskIx};
use chrono::NaiveDate;
use std::cmp::Reverse;

/// A list of tasks that has a page of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Worklist {
    /// Some obligation is overdue; longest overdue first.
    Overdue,
    /// Some obligation falls due within `thresholds.due_soon_days`; soonest first.
    DueSoon,
    /// The task's label is one of silence; longest past its deadline first, those without a deadline last.
    NoInformation,
    /// The task is completed; latest completion first, those without a known day last.
    Completed,
}

impl Worklist {
    /// All of them, most pressing first.
    pub const ALL: [Self; 4] = [Self::Overdue, Self::DueSoon, Self::NoInformation, Self::Completed];

    /// The label of obligations that puts a task into the list, where one obligation is enough.
    pub fn label(self) -> Option<Label> {
        match self {
            Self::Overdue => Some(Label::Overdue),
            Self::DueSoon => Some(Label::DueSoon),
            Self::NoInformation | Self::Completed => None,
        }
    }

    /// Name in message keys and in views.
    pub fn code(self) -> &'static str {
        match self {
            Self::Overdue => "overdue",
            Self::DueSoon => "due-soon",
            Self::NoInformation => "no-information",
            Self::Completed => "completed",
        }
    }
}

/// Where a task stands in a list; what has no day stands last.
type Place = (bool, Reverse<Option<NaiveDate>>, Option<NaiveDate>);

fn oldest_first(day: Option<NaiveDate>) -> Place {
    (day.is_none(), Reverse(None), day)
}

fn newest_first(day: Option<NaiveDate>) -> Place {
    (day.is_none(), Reverse(day), None)
}

impl Report {
    /// All tasks in force as a reader wants them: by label, the most pressing first, then by the last in-time day, those
    /// without one last.
    pub fn pressing_first(&self) -> Vec<TaskIx> {
        let mut all = self.tasks_in_force().to_vec();
        let label = |ix: TaskIx| self.task(ix).label.map(Label::urgency);
        all.sort_by_cached_key(|ix| (label(*ix), oldest_first(self.due(*ix))));
        all
    }

    /// The tasks of a ready-made list, in its order.
    pub fn worklist(&self, list: Worklist) -> Vec<TaskIx> {
        let mut found: Vec<(Place, TaskIx)> = self
            .task_list()
            .filter_map(|ix| Some((place(list, self.task(ix), self.obligations_of(ix))?, ix)))
            .collect();
        found.sort_unstable();
        found.into_iter().map(|(_, ix)| ix).collect()
    }
}

fn place(list: Worklist, task: &TaskView, obligations: &[Obligation]) -> Option<Place> {
    let statuses = || obligations.iter().map(|o| &o.status).chain(&task.status);
    let earliest = |label: Label| statuses().filter(|s| s.label == label).filter_map(|s| s.due).min();
    match list {
        Worklist::Overdue => Some(oldest_first(Some(earliest(Label::Overdue)?))),
        Worklist::DueSoon => Some(oldest_first(Some(earliest(Label::DueSoon)?))),
        Worklist::NoInformation => {
            let silent = matches!(task.label?, Label::PastDueUnreported | Label::NoInformation);
            silent.then(|| oldest_first(obligations.iter().filter_map(|o| o.status.due).min()))
        }
        Worklist::Completed => task.label?.is_completed().then(|| {
            let days = statuses().filter_map(|s| s.state.completed_on()).map(PartialDate::last);
            newest_first(days.max())
        }),
    }
}
