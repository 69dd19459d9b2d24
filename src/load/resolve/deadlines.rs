//! Deadlines of one task: against the day of its document, and extensions against the deadlines that they replace.

use super::context::Context;
use crate::diag::{Code, Diagnostic, Sink};
use crate::load::fields::Loc;
use crate::load::raw::{RawExtension, RawTask};
use crate::model::{Deadline, Due, Extension, Party};
use chrono::NaiveDate;

/// The deadline against the day of the document.
pub fn check_day(
    raw: &RawTask,
    deadline: &Deadline,
    lead: &[Party],
    day: Option<NaiveDate>,
    context: &Context<'_>,
    sink: &mut Sink,
) {
    let Some(day) = day else {
        let recurring = matches!(deadline.due, Due::Every(_)) && deadline.from.is_none();
        let grouped =
            lead.iter().any(|p| if let Party::Group(g) = p { !context.parties.groups[g.at()].open } else { false });
        let at = match &raw.due {
            Some(due) if recurring => due.at,
            Some(_) | None if grouped => raw.lead.first().map_or(raw.id.at, |l| l.at),
            Some(_) | None => return,
        };
        let reason = if recurring { "recurring" } else { "group" };
        sink.push(Diagnostic::new(Code::NoReferenceDay, at).arg("reason", reason));
        return;
    };
    let Some(due) = &raw.due else { return };
    let last = match deadline.due {
        Due::Every(recurrence) => recurrence.until,
        Due::Continuous(until) => until,
        Due::None | Due::On(_) | Due::BeforeDay(_) | Due::BeforeMonth(_) | Due::By(_) => deadline.due.last_day(),
    };
    if let Some(last) = last.filter(|last| *last < day) {
        let diagnostic = Diagnostic::new(Code::DueBeforeDocument, due.at).arg("last", last.to_string());
        sink.push(diagnostic.arg("day", day.to_string()));
    }
}

/// Extensions, oldest first; each must be later than the deadline that it replaces.
pub fn extensions(
    raw: &[RawExtension],
    deadline: &Deadline,
    due_faulty: bool,
    day: Option<NaiveDate>,
    sink: &mut Sink,
) -> Vec<Extension> {
    let mut sorted: Vec<&RawExtension> = raw.iter().collect();
    sorted.sort_by_key(|e| (e.on.value, e.to.value));
    let mut last = deadline.due.last_day();
    if last.is_none() && !due_faulty {
        if let Some(first) = sorted.first() {
            sink.push(Diagnostic::new(Code::BadExtension, first.to.at).arg("reason", "no-deadline"));
        }
        return Vec::new();
    }
    let mut out = Vec::with_capacity(sorted.len());
    for extension in sorted {
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
        out.push(Extension { to, on: extension.on.value, by: extension.by.clone() });
    }
    out
}
