//! Deadlines of one task: counted from the days of other things, held against the day of the document, and extensions
//! against the deadlines that they replace.

use super::context::Context;
use crate::diag::{Code, Diagnostic, Place, Sink};
use crate::load::fields::Loc;
use crate::load::raw::{RawExtension, RawMeetingLimit, RawMeetingName};
use crate::load::values::DayOrPeriod;
use crate::model::{
    CountedFrom, Counting, Deadline, DocumentIx, Due, Extension, MeetingEnd, MeetingLimit, MeetingName, Origin, Task,
    Uncomputed, Within,
};
use chrono::{Days, NaiveDate};

/// The deadline with its last in-time day, where that depends on the day of a document or a meeting. What cannot be
/// computed stays so: no other day is taken in its place.
pub fn computed(
    due: Due,
    meeting: Option<&RawMeetingLimit>,
    home: Option<DocumentIx>,
    due_at: Option<Place>,
    context: &Context<'_>,
    sink: &mut Sink,
) -> Due {
    if let Some(limit) = meeting {
        return meeting_limit(limit, context, sink).map_or(Due::None, Due::Meeting);
    }
    let Due::Within(within) = due else { return due };
    let meets = home.is_none_or(|home| context.library.documents[home.at()].origin != Origin::Own);
    if let (CountedFrom::Meeting, false, Some(at)) = (within.of, meets, due_at) {
        sink.push(Diagnostic::new(Code::NoReferenceDay, at).arg("reason", "no-meeting"));
    }
    let last = counted(&within, home, context);
    if let (Err(Uncomputed::NoHolidays(year)), Some(at)) = (last, due_at) {
        sink.push(Diagnostic::new(Code::NoHolidays, at).arg("year", year.to_string()));
    }
    Due::Within(Within { last, ..within })
}

fn counted(within: &Within, home: Option<DocumentIx>, context: &Context<'_>) -> Result<NaiveDate, Uncomputed> {
    let library = context.library;
    let document = home.map(|home| &library.documents[home.at()]);
    let from = match within.of {
        CountedFrom::Day(day) => day,
        // A news item has a day of its own, which is not that of the document it speaks of.
        CountedFrom::Issue => document
            .filter(|document| !matches!(document.origin, Origin::News(_)))
            .and_then(|document| document.issued)
            .ok_or(Uncomputed::NoIssueDay)?,
        CountedFrom::Meeting => {
            let meeting = match document.ok_or(Uncomputed::NoMeetingDay)?.origin {
                Origin::Meeting(meeting) => meeting,
                Origin::Own => return Err(Uncomputed::NoMeetingDay),
                Origin::News(news) => library.news[news.at()].meeting,
            };
            library.meetings.get(meeting.at()).and_then(|meeting| meeting.held).ok_or(Uncomputed::NoMeetingDay)?
        }
    };
    match within.counting {
        Counting::CalendarDays => Ok(from + Days::new(within.days.into())),
        Counting::WorkingDays => {
            context.settings.holidays.working_days_after(from, within.days).map_err(Uncomputed::NoHolidays)
        }
    }
}

fn meeting_limit(limit: &RawMeetingLimit, context: &Context<'_>, sink: &mut Sink) -> Option<MeetingLimit> {
    let library = context.library;
    let meeting = match &limit.meeting {
        RawMeetingName::Known(name) => {
            MeetingName::Known(library.meeting_names.find(name, Code::UnknownMeeting, sink)?)
        }
        RawMeetingName::Awaited(body, ordinal) => {
            let body = context.parties.names.agency(body, sink)?;
            match library.nth_meeting(body, *ordinal) {
                Some(meeting) => MeetingName::Known(meeting),
                None => MeetingName::Awaited(body, *ordinal),
            }
        }
    };
    let held = match meeting {
        MeetingName::Known(meeting) => library.meetings[meeting.at()].held,
        MeetingName::Awaited(..) => None,
    };
    let last = match limit.end {
        MeetingEnd::At => held,
        MeetingEnd::Before => held.and_then(|day| day.pred_opt()),
    };
    Some(MeetingLimit { meeting, end: limit.end, last: last.ok_or(Uncomputed::NoMeetingDay) })
}

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
        Due::Within(_) | Due::Meeting(_) => deadline.due.last_day(),
    };
    if let Some(last) = last.filter(|last| *last < day) {
        let diagnostic = Diagnostic::new(Code::DueBeforeDocument, due_at).arg("last", last.to_string());
        sink.push(diagnostic.arg("day", day.to_string()));
    }
}

/// Extensions, oldest first. One that comes before the deadline in force brings it forward, to a day still to come.
pub fn extensions(
    mut raw: Vec<RawExtension>,
    deadline: &Deadline,
    due_faulty: bool,
    day: Option<NaiveDate>,
    sink: &mut Sink,
) -> Vec<Extension> {
    raw.sort_by_key(|e| (e.on.value, e.to.value.last()));
    let mut last = deadline.due.last_day();
    if !deadline.due.is_dated() && !due_faulty {
        if let Some(first) = raw.first() {
            sink.push(Diagnostic::new(Code::BadExtension, first.to.at).arg("reason", "no-deadline"));
        }
        return Vec::new();
    }
    let mut out = Vec::with_capacity(raw.len());
    for extension in raw {
        let Loc { value, at } = extension.to;
        let (to, on) = (value.last(), extension.on.value);
        let reason = match last {
            Some(last) if to == last => Some("same"),
            Some(last) if to < last && to < on => Some("passed"),
            Some(_) | None => None,
        };
        if let (Some(reason), Some(last)) = (reason, last) {
            let diagnostic = Diagnostic::new(Code::BadExtension, at).arg("reason", reason).arg("to", to.to_string());
            sink.push(diagnostic.arg("on", on.to_string()).arg("last", last.to_string()));
        }
        if let Some(day) = day.filter(|day| on < *day) {
            let diagnostic = Diagnostic::new(Code::BadExtension, extension.on.at).arg("reason", "before-document");
            sink.push(diagnostic.arg("on", on.to_string()).arg("day", day.to_string()));
        }
        last = Some(to);
        let period = match value {
            DayOrPeriod::Day(_) => None,
            DayOrPeriod::Period(period) => Some(period),
        };
        out.push(Extension { to, period, on, by: extension.by });
    }
    out
}
