//! Deadlines of one task: against the day of its document, and extensions against the deadlines that they replace.

use super::context::Context;
use crate::diag::{Code, Diagnostic, Place, Sink};
use crate::load::fields::Loc;
use crate::load::raw::RawExtension;
use crate::model::{Deadline, Due, Extension, Task};
use chrono::NaiveDate;

/// The deadline against the day of the document. `due_at` is where the deadline is written, `lead_at` who leads.
pub fn check_day(
    task: &Task,
    due_at: Option<Place>,
    lead_at: Place,
    day: Option<NaiveDate>,
    context: &Context<'_>,
    sink: &mut Sink,
) {
    let deadline = &task.deadline;
    let Some(day) = day else {
        let recurring = matches!(deadline.due, Due::Every(_)) && deadline.from.is_none();
        let grouped = task.lead.iter().any(|party| context.parties.is_closed_group(*party));
        let (at, reason) = match due_at {
            Some(due_at) if recurring => (due_at, "recurring"),
            Some(_) | None if grouped => (lead_at, "group"),
            Some(_) | None => return,
        };
        sink.push(Diagnostic::new(Code::NoReferenceDay, at).arg("reason", reason));
        return;
    };
    let Some(due_at) = due_at else { return };
    let last = match deadline.due {
        Due::Every(recurrence) => recurrence.until,
        Due::Continuous(until) => until,
        Due::None | Due::On(_) | Due::BeforeDay(_) | Due::BeforeMonth(_) | Due::By(_) => deadline.due.last_day(),
    };
    if let Some(last) = last.filter(|last| *last < day) {
        let diagnostic = Diagnostic::new(Code::DueBeforeDocument, due_at).arg("last", last.to_string());
        sink.push(diagnostic.arg("day", day.to_string()));
    }
}

/// Extensions, oldest first; each must be later than the deadline that it replaces.
pub fn extensions(
    mut raw: Vec<RawExtension>,
    deadline: &Deadline,
    due_faulty: bool,
    day: Option<NaiveDate>,
    sink: &mut Sink,
) -> Vec<Extension> {
    raw.sort_by_key(|e| (e.on.value, e.to.value));
    let mut last = deadline.due.last_day();
    if last.is_none() && !due_faulty {
        if let Some(first) = raw.first() {
            sink.push(Diagnostic::new(Code::BadExtension, first.to.at).arg("reason", "no-deadline"));
        }
        return Vec::new();
    }
    let mut out = Vec::with_capacity(raw.len());
    for extension in raw {
        let Loc { value: to, at } = extension.to;
        if let Some(last) = last.filter(|last| to <= *last) {
            let diagnostic =
                Diagnostic::new(Code::BadExtension, at).arg("reason", "not-later").arg("to", to.to_string());
            sink.push(diagnostic.arg("last", last.to_string()));
        }
        if let Some(day) = day.filter(|day| extension.on.value < *day) {
            let diagnostic = Diagnostic::new(Code::BadExtension, extension.on.at).arg("reason", "before-document");
            sink.push(diagnostic.arg("on", extension.on.value.to_string()).arg("day", day.to_string()));
        }
        last = Some(to);
        out.push(Extension { to, on: extension.on.value, by: extension.by });
    }
    out
}
