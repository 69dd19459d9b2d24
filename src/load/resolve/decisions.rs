//! What an office decides about a task after it was given: another lead, its end; and the number by which its register
//! knows it.

use super::context::Context;
use crate::diag::{Code, Diagnostic, Place, Sink};
use crate::load::fields::Loc;
use crate::load::raw::RawTransfer;
use crate::model::{Cancellation, DocumentIx, Party, Transfer};
use chrono::NaiveDate;
use std::collections::HashMap;

/// Transfers, oldest first; each goes to another agency than the one that leads until then.
pub fn transfers(
    raw: &[RawTransfer],
    lead: &[Party],
    day: Option<NaiveDate>,
    context: &Context<'_>,
    sink: &mut Sink,
) -> Vec<Transfer> {
    let mut found: Vec<(Transfer, Place)> = Vec::with_capacity(raw.len());
    for transfer in raw {
        check_day("transferred", &transfer.on, day, sink);
        let Some(to) = context.parties.names.agency(&transfer.to, sink) else { continue };
        found.push((Transfer { to, on: transfer.on.value, by: transfer.by.clone() }, transfer.to.at));
    }
    found.sort_by_key(|(transfer, _)| transfer.on);
    let mut before = lead;
    let mut last;
    for (transfer, at) in &found {
        if before == [Party::Agency(transfer.to)] {
            let id = context.parties.agencies[transfer.to.at()].id.as_str();
            sink.push(Diagnostic::new(Code::BadDecision, *at).arg("reason", "same-lead").arg("id", id));
        }
        last = [Party::Agency(transfer.to)];
        before = &last;
    }
    found.into_iter().map(|(transfer, _)| transfer).collect()
}

/// A task is not given up before it is given.
pub fn cancellation(cancelled: Option<&Cancellation>, at: Option<Place>, day: Option<NaiveDate>, sink: &mut Sink) {
    if let (Some(cancelled), Some(at)) = (cancelled, at) {
        check_day("cancelled", &Loc { value: cancelled.on, at }, day, sink);
    }
}

fn check_day(field: &str, on: &Loc<NaiveDate>, day: Option<NaiveDate>, sink: &mut Sink) {
    if let Some(day) = day.filter(|day| on.value < *day) {
        let diagnostic = Diagnostic::new(Code::BadDecision, on.at).arg("reason", "before-document").arg("field", field);
        sink.push(diagnostic.arg("on", on.value.to_string()).arg("day", day.to_string()));
    }
}

/// A register's number is the key of every round trip: within a document no two tasks have one.
pub fn references<'a>(tasks: impl Iterator<Item = (Option<DocumentIx>, Option<&'a Loc<String>>)>, sink: &mut Sink) {
    let mut seen: HashMap<(DocumentIx, &str), Place> = HashMap::new();
    for (document, reference) in tasks {
        let (Some(document), Some(reference)) = (document, reference) else { continue };
        match seen.get(&(document, reference.value.as_str())) {
            Some(first) => {
                let diagnostic = Diagnostic::new(Code::DuplicateRef, reference.at).arg("ref", &*reference.value);
                sink.push(diagnostic.also(*first, "first-here"));
            }
            None => {
                seen.insert((document, &reference.value), reference.at);
            }
        }
    }
}
