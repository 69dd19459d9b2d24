//! Deadlines that passed without a completion.

use super::label::Label;
use super::obligation::Obligation;
use super::status::State;
use crate::model::{CompletedOn, Dataset, Due, TaskIx, Unreported};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// The first days past a deadline, with how many of these obligations of a task were not completed.
///
/// A deadline counts if it was in force on that day. A duty whose completion may lie on either side of it does not
/// count. Where silence is no delay (`unreported: separate`), a period of a recurring duty counts only if a report
/// admits the delay; otherwise the list would repeat every month that nothing is known.
pub(super) fn past_due<'a>(
    data: &Dataset,
    ix: TaskIx,
    obligations: impl IntoIterator<Item = &'a Obligation>,
    as_of: NaiveDate,
) -> BTreeMap<NaiveDate, u32> {
    let task = &data[ix];
    let recurring = matches!(task.deadline.due, Due::Every(_));
    let silence_counts = data.settings.unreported == Unreported::Overdue || !recurring;
    let mut found = BTreeMap::new();
    for o in obligations {
        let admitted = matches!(o.status.label, Label::Overdue | Label::CompletedLate);
        if !admitted && (task.condition.is_some() || !silence_counts) {
            continue;
        }
        let dues = match o.period {
            Some(_) => o.status.due.into_iter().collect(),
            None => task.deadline.last_days(),
        };
        for due in dues {
            let Some(after) = due.succ_opt().filter(|day| *day <= as_of) else { continue };
            let in_force = o.period.is_some() || task.deadline.in_force(after) == Some(due);
            if in_force && !closed_by(o, due) {
                *found.entry(after).or_default() += 1;
            }
        }
    }
    found
}

/// Whether an obligation was done with on `day`, or may have been.
fn closed_by(o: &Obligation, day: NaiveDate) -> bool {
    match o.status.state {
        State::Completed(CompletedOn::Date(on)) => on.first() <= day,
        State::Completed(CompletedOn::Unknown) => true,
        State::NotApplicable | State::Suspended => o.status.reported.is_none_or(|d| d.first() <= day),
        State::Cancelled(on) => on <= day,
        State::NotReported | State::NotStarted | State::InProgress => false,
    }
}
