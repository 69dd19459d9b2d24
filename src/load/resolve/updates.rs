//! Updates of one task: who may speak, when, about which period, and what cannot be true together.

use super::context::Context;
use crate::diag::{Code, Diagnostic, Place, Sink};
use crate::load::fields::Loc;
use crate::load::raw::RawUpdate;
use crate::model::{
    AgencyIx, CompletedOn, Deadline, Due, PartialDate, Party, Period, Progress, Recurrence, Scope, Transfer, Update,
};
use chrono::NaiveDate;
use std::collections::HashMap;

pub struct TaskContext<'a> {
    pub context: &'a Context<'a>,
    pub day: Option<NaiveDate>,
    pub lead: &'a [Party],
    pub coordinators: &'a [Party],
    /// Who led later: may speak too.
    pub transferred: &'a [Transfer],
    /// All parties are known; else nobody is called a stranger.
    pub complete: bool,
    /// None where it could not be read.
    pub deadline: Option<&'a Deadline>,
    pub has_indicator: bool,
}

/// Checks and sorts: by the last day that the date can mean, then as written.
pub fn resolve(raw: Vec<RawUpdate>, task: &TaskContext<'_>, sink: &mut Sink) -> Vec<Update> {
    let mut updates: Vec<(Update, Place)> = Vec::with_capacity(raw.len());
    for update in raw {
        check_dates(&update, task, sink);
        check_state(&update, task, sink);
        check_period(&update, task, sink);
        // Nobody knows whose report it is: it counts for nobody.
        let Some(scope) = scope(&update, task, sink) else { continue };
        let at = update.progress.as_ref().map_or(update.date.at, |p| p.at);
        let update = Update {
            date: update.date.value,
            scope,
            progress: update.progress.map(|p| p.value),
            percent: update.percent,
            completed_on: update.completed_on.map(|c| c.value),
            period: update.period.map(|p| p.value),
            adhoc: update.adhoc.is_some(),
            overdue: update.overdue.is_some(),
            accepted: update.accepted.map(|a| a.value),
            reason: update.reason,
            proposal: update.proposal,
            corrected: update.corrected,
            note: update.note,
            note_en: update.note_en,
            evidence: update.evidence,
            readings: update.readings,
        };
        updates.push((update, at));
    }
    updates.sort_by_key(|(update, _)| update.date.last());
    check_completed(&updates, sink);
    check_evidence(&updates, sink);
    updates.into_iter().map(|(update, _)| update).collect()
}

/// Whom the update speaks for; none if that cannot be said.
fn scope(update: &RawUpdate, task: &TaskContext<'_>, sink: &mut Sink) -> Option<Scope> {
    if let Some(at) = update.members {
        let reason = match &update.agency {
            Some(_) => Some("agency"),
            None if task.complete && !task.lead.iter().any(|party| task.context.parties.is_closed_group(*party)) => {
                Some("no-group")
            }
            None => None,
        };
        if let Some(reason) = reason {
            sink.push(Diagnostic::new(Code::MembersMisplaced, at).arg("reason", reason));
        }
        return Some(Scope::AllMembers);
    }
    let Some(name) = &update.agency else {
        if update.agency_faulty {
            return None;
        }
        // Who leads on the day of the report speaks.
        let day = update.date.value.last();
        if let Some(transfer) = task.transferred.iter().rfind(|transfer| transfer.on <= day) {
            return Some(Scope::Agency(transfer.to));
        }
        return match task.lead {
            [Party::Agency(only)] => Some(Scope::Agency(*only)),
            [_, _, ..] => {
                without_agency(update, task, sink);
                Some(Scope::Collective)
            }
            _ => Some(Scope::Collective),
        };
    };
    let speaker = task.context.parties.names.agency(name, sink)?;
    let later = task.transferred.iter().map(|transfer| Party::Agency(transfer.to));
    let mut named = task.lead.iter().chain(task.coordinators).copied().chain(later);
    if task.complete && !named.any(|party| task.context.parties.may_speak(speaker, party)) {
        sink.push(Diagnostic::new(Code::UpdateByStranger, name.at).arg("id", &*name.value));
    }
    Some(Scope::Agency(speaker))
}

/// Warns of an update that leaves open which of several leads, named one by one, it speaks for.
fn without_agency(update: &RawUpdate, task: &TaskContext<'_>, sink: &mut Sink) {
    let agencies = &task.context.parties.agencies;
    let named = task.lead.iter().filter_map(|party| match party {
        Party::Agency(agency) => Some(agencies[agency.at()].id.as_str()),
        Party::Group(_) => None,
    });
    let named: Vec<&str> = named.collect();
    if let Some(first) = named.first() {
        let at = update.progress.as_ref().map_or(update.date.at, |progress| progress.at);
        let diagnostic = Diagnostic::new(Code::UpdateWithoutAgency, at).arg("agency", *first);
        sink.push(diagnostic.arg("agencies", named.join(", ")));
    }
}

fn check_dates(update: &RawUpdate, task: &TaskContext<'_>, sink: &mut Sink) {
    let date = &update.date;
    let today = task.context.today;
    let future = |date: PartialDate, at: Place| {
        let diagnostic = Diagnostic::new(Code::UpdateInFuture, at).arg("date", date.code());
        diagnostic.arg("today", today.to_string())
    };
    if date.value.first() > today {
        sink.push(future(date.value, date.at));
    } else if let Some(day) = task.day.filter(|day| date.value.last() < *day) {
        let diagnostic = Diagnostic::new(Code::UpdateBeforeDocument, date.at).arg("date", date.value.code());
        sink.push(diagnostic.arg("day", day.to_string()));
    }
    let Some(completed) = &update.completed_on else { return };
    if let (CompletedOn::Date(on), at) = (completed.value, completed.at)
        && on.first() > date.value.last()
    {
        let diagnostic = Diagnostic::new(Code::CompletedAfterUpdate, at).arg("completed", on.code());
        sink.push(diagnostic.arg("date", date.value.code()).also(date.at, "reported-here"));
    }
    let other = match &update.progress {
        Some(progress) if progress.value == Progress::Completed => return,
        Some(progress) => progress.value.code(),
        None if update.has_progress => return,
        None => "none",
    };
    sink.push(Diagnostic::new(Code::CompletedOnMisplaced, completed.at).arg("progress", other));
}

fn check_state(update: &RawUpdate, task: &TaskContext<'_>, sink: &mut Sink) {
    check_acceptance(update, task, sink);
    if let (Some(at), false) = (update.readings_at, task.has_indicator) {
        sink.push(Diagnostic::new(Code::ReadingsMisplaced, at));
    }
    let (Some(at), Some(deadline)) = (update.overdue, task.deadline) else { return };
    let reported = update.date.value.last();
    let last = match (&deadline.due, &update.period) {
        (Due::Every(recurrence), Some(period)) => {
            Some(recurrence.last_day(period.value, task.context.settings.thresholds.period_day))
        }
        // Without a period it is open which report was late; `check_period` asks for the period.
        (Due::Every(_), None) => return,
        (
            Due::None
            | Due::On(_)
            | Due::BeforeDay(_)
            | Due::BeforeMonth(_)
            | Due::By(_)
            | Due::Continuous(_)
            | Due::Within(_)
            | Due::Meeting(_),
            _,
        ) => deadline.in_force(reported),
    };
    match last {
        // The report knows what the record does not.
        None if deadline.uncomputed(reported).is_some() => {}
        None => sink.push(Diagnostic::new(Code::StateMisplaced, at).arg("reason", "no-deadline")),
        Some(last) if reported <= last => {
            let diagnostic = Diagnostic::new(Code::StateMisplaced, at).arg("reason", "not-passed");
            sink.push(diagnostic.arg("last", last.to_string()).arg("date", update.date.value.code()));
        }
        Some(_) => {}
    }
}

fn check_period(update: &RawUpdate, task: &TaskContext<'_>, sink: &mut Sink) {
    let Some(deadline) = task.deadline else { return };
    let diagnostic = |at: Place, reason: &str| Diagnostic::new(Code::BadPeriod, at).arg("reason", reason);
    let Due::Every(recurrence) = &deadline.due else {
        if let Some(at) = update.period.as_ref().map(|p| p.at).or(update.adhoc) {
            let field = if update.period.is_some() { "period" } else { "adhoc" };
            sink.push(diagnostic(at, "not-recurring").arg("field", field));
        }
        return;
    };
    let completed = update.progress.as_ref().filter(|p| p.value == Progress::Completed);
    match (&update.period, update.adhoc, completed) {
        (Some(period), Some(_), _) => sink.push(diagnostic(period.at, "adhoc").arg("period", period.value.code())),
        (Some(period), None, _) => {
            if let Some(reason) = misfit(period.value, recurrence, deadline.from.or(task.day)) {
                sink.push(
                    diagnostic(period.at, reason)
                        .arg("period", period.value.code())
                        .arg("unit", recurrence.unit.code()),
                );
            }
        }
        (None, None, Some(progress)) if !update.period_faulty => {
            sink.push(diagnostic(progress.at, "missing").arg("unit", recurrence.unit.code()));
        }
        (None, _, _) => {}
    }
}

fn misfit(period: Period, recurrence: &Recurrence, start: Option<NaiveDate>) -> Option<&'static str> {
    if period.unit() != recurrence.unit {
        return Some("unit");
    }
    let early = start.is_some_and(|start| period.last() < start);
    let late = recurrence.until.is_some_and(|until| period.first() > until);
    (early || late).then_some("outside")
}

/// An acceptance is of the completion that the update reports, or of the last one before; not earlier, not after today.
fn check_acceptance(update: &RawUpdate, task: &TaskContext<'_>, sink: &mut Sink) {
    let Some(Loc { value: accepted, at }) = &update.accepted else { return };
    let misplaced = |reason: &str| Diagnostic::new(Code::StateMisplaced, *at).arg("reason", reason);
    let other = update.progress.as_ref().is_some_and(|progress| progress.value != Progress::Completed);
    let (on, date) = (accepted.on, update.date.value);
    if other {
        sink.push(misplaced("accepted"));
    } else if on < date.first() {
        sink.push(misplaced("accepted-early").arg("on", on.to_string()).arg("date", date.code()));
    } else if on > task.context.today {
        let diagnostic = Diagnostic::new(Code::UpdateInFuture, *at).arg("date", on.to_string());
        sink.push(diagnostic.arg("today", task.context.today.to_string()));
    }
}

/// "Có kết quả, sản phẩm cụ thể" (372/TB-VPCP, 3.a.6): warns once a task of completions that name neither.
fn check_evidence(updates: &[(Update, Place)], sink: &mut Sink) {
    let mut bare =
        updates.iter().filter(|(update, _)| update.progress == Some(Progress::Completed) && update.evidence.is_empty());
    if let Some((_, at)) = bare.next() {
        let count = 1 + bare.count();
        sink.push(Diagnostic::new(Code::CompletedWithoutEvidence, *at).arg("count", count.to_string()));
    }
}

/// Completed twice without anything in between that reopens it.
fn check_completed(updates: &[(Update, Place)], sink: &mut Sink) {
    let mut completed: HashMap<(Option<AgencyIx>, bool, Option<Period>), Place> = HashMap::new();
    for (update, at) in updates {
        let Some(progress) = update.progress else { continue };
        if update.adhoc {
            continue;
        }
        let (agency, all) = match update.scope {
            Scope::Agency(agency) => (Some(agency), false),
            Scope::Collective => (None, false),
            Scope::AllMembers => (None, true),
        };
        let key = (agency, all, update.period);
        if progress != Progress::Completed {
            completed.remove(&key);
        } else if let Some(first) = completed.get(&key) {
            sink.push(Diagnostic::new(Code::CompletedTwice, *at).also(*first, "first-here"));
        } else {
            completed.insert(key, *at);
        }
    }
}
