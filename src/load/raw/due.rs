//! `due`: the forms of a deadline.

use crate::diag::{Code, Diagnostic, Place, Sink};
use crate::load::fields::{Fields, Loc};
use crate::load::schema;
use crate::load::values::{DayOrPeriod, check_order, explain_date};
use crate::load::yaml::{Node, Value};
use crate::model::{
    CountedFrom, Counting, Deadline, Due, MeetingEnd, Period, Recurrence, Uncomputed, Unit, WEEKDAYS, Within, parse_day,
};

const FORMS: [&str; 7] = ["by", "before", "on", "within", "at", "every", "continuous"];

/// A deadline as read.
#[derive(Debug, Clone, PartialEq)]
pub struct RawDue {
    /// Without what depends on other files: [`Due::None`] where a meeting sets it, days not counted yet.
    pub deadline: Deadline,
    /// Where its form is written.
    pub at: Place,
    pub meeting: Option<RawMeetingLimit>,
}

/// A deadline that a meeting sets; meeting and body by name.
#[derive(Debug, Clone, PartialEq)]
pub struct RawMeetingLimit {
    pub meeting: RawMeetingName,
    pub end: MeetingEnd,
}

#[derive(Debug, Clone, PartialEq)]
pub enum RawMeetingName {
    Known(Loc<String>),
    Awaited(Loc<String>, u32),
}

/// Reads `due` of a task; `None` where it is absent or faulty.
pub fn due(f: &mut Fields<'_>, sink: &mut Sink) -> Option<RawDue> {
    let node = f.take("due", sink)?;
    let at = node.at;
    match node.value {
        Value::Scalar { text, .. } => {
            let text = text.trim();
            let due = match DayOrPeriod::parse(text) {
                Some(DayOrPeriod::Day(day)) => Due::On(day),
                Some(DayOrPeriod::Period(period)) => Due::By(period),
                None if text == "continuous" => Due::Continuous(None),
                None => {
                    let (reason, near) = explain_date(text);
                    let diagnostic = Diagnostic::new(Code::BadDate, at).arg("field", "due").arg("value", text);
                    sink.push(diagnostic.arg("expected", "due").arg("reason", reason).suggest(near));
                    return None;
                }
            };
            Some(RawDue { deadline: Deadline::new(due), at, meeting: None })
        }
        Value::Map(_) => mapping(node, sink),
        Value::Broken => None,
        Value::Null | Value::List(_) => {
            let diagnostic =
                Diagnostic::new(Code::WrongType, at).arg("of", "field").arg("field", "due").arg("expected", "due");
            sink.push(diagnostic.arg("found", "list").arg("example", "{by: 2024-Q2}"));
            None
        }
    }
}

fn mapping(node: Node<'_>, sink: &mut Sink) -> Option<RawDue> {
    let mut f = Fields::open(node, &schema::DUE, sink)?;
    let mut at = f.at;
    let (by, on) = (f.day_or_period("by", sink), f.day("on", sink));
    let before_meeting = f.is_mapping("before").then(|| f.one("before", sink, meeting)).flatten();
    let before = f.day_or_period("before", sink);
    let (within, at_meeting) = (f.one("within", sink, within), f.one("at", sink, meeting));
    let every = f.choice("every", sink, |text| Unit::ALL.into_iter().find(|unit| unit.code() == text));
    let continuous = f.flag("continuous", sink);
    let (from, until) = (f.day_or_period("from", sink), f.day_or_period("until", sink));
    let (day, adhoc) = (f.count("day", sink), f.flag("adhoc", sink));
    let weekday =
        f.choice("weekday", sink, |text| WEEKDAYS.iter().find(|(code, _)| *code == text).map(|(_, day)| *day));
    let then = f.choice("then", sink, |text| (text == "continuous").then_some(()));
    let wording = f.text("wording", sink);

    let given: Vec<&str> = FORMS.into_iter().filter(|name| f.has(name)).collect();
    if let [first, second, ..] = given[..] {
        let place = f.key_place(second).unwrap_or(at);
        let diagnostic = Diagnostic::new(Code::ConflictingFields, place).arg("reason", "excludes");
        sink.push(diagnostic.arg("field", second).arg("other", first));
        return None;
    }
    let conflict = |at: Place, reason: &str, field: &str, other: &str| {
        let diagnostic = Diagnostic::new(Code::ConflictingFields, at).arg("reason", reason);
        diagnostic.arg("field", field).arg("other", other)
    };
    let recurring: &[&str] = &["every"];
    let dated: &[&str] = &["by", "before", "on", "within", "at"];
    for (name, hosts) in [
        ("until", &["every", "continuous"][..]),
        ("day", recurring),
        ("weekday", recurring),
        ("adhoc", recurring),
        ("then", dated),
    ] {
        if f.has(name) && !given.iter().any(|form| hosts.contains(form)) {
            sink.push(conflict(f.key_place(name).unwrap_or(at), "needs", name, hosts[0]));
        }
    }
    let weekly = every.as_ref().map(|every| every.value == Unit::Week);
    match (weekly, &day, &weekday) {
        (Some(true), Some(day), _) => sink.push(conflict(day.at, "excludes", "day", "every: week")),
        (Some(false), _, Some(weekday)) => sink.push(conflict(weekday.at, "needs", "weekday", "every: week")),
        (Some(true), None, _) | (Some(false), _, None) | (None, ..) => {}
    }
    if let (Some(from), Some(until)) = (&from, &until) {
        check_order(from.value.first(), from.at, until.value.last(), until.at, sink);
    }
    if given.is_empty() && !f.has("wording") && !f.has("from") {
        let diagnostic = Diagnostic::new(Code::MissingField, at).arg("field", "by");
        sink.push(diagnostic.arg("record", "due").arg("example", "2024-Q2"));
        return None;
    }

    let mut limit = None;
    let due = if let Some(by) = by {
        at = by.at;
        match by.value {
            DayOrPeriod::Day(day) => Due::On(day),
            DayOrPeriod::Period(period) => Due::By(period),
        }
    } else if let Some(before) = before {
        at = before.at;
        match before.value {
            DayOrPeriod::Day(day) => Due::BeforeDay(day),
            DayOrPeriod::Period(Period::Month(month)) => Due::BeforeMonth(month),
            DayOrPeriod::Period(
                period @ (Period::Week(_) | Period::Quarter(..) | Period::Half(..) | Period::Year(_)),
            ) => {
                let diagnostic = Diagnostic::new(Code::BadDate, at).arg("field", "before").arg("reason", "kind");
                sink.push(diagnostic.arg("expected", "day-or-month").arg("value", period.code()));
                return None;
            }
        }
    } else if let Some(on) = on {
        at = on.at;
        Due::On(on.value)
    } else if let Some(within) = within {
        at = within.at;
        Due::Within(within.value)
    } else if let Some((meeting, end)) =
        before_meeting.map(|m| (m, MeetingEnd::Before)).or(at_meeting.map(|m| (m, MeetingEnd::At)))
    {
        at = match &meeting {
            RawMeetingName::Known(name) | RawMeetingName::Awaited(name, _) => name.at,
        };
        limit = Some(RawMeetingLimit { meeting, end });
        Due::None
    } else if let Some(every) = every {
        at = every.at;
        Due::Every(Recurrence {
            unit: every.value,
            until: until.map(|u| u.value.last()),
            day: day.map(|d| d.value),
            weekday: weekday.map(|w| w.value),
            adhoc: adhoc.is_some_and(|a| a.value),
        })
    } else if let Some(continuous) = continuous {
        at = continuous.at;
        if continuous.value { Due::Continuous(until.map(|u| u.value.last())) } else { Due::None }
    } else if given.is_empty() {
        Due::None
    } else {
        // The form is faulty, and was reported.
        return None;
    };
    let from = from.map(|f| f.value.first());
    let deadline = Deadline { wording, from, then_continuous: then.is_some(), ..Deadline::new(due) };
    Some(RawDue { deadline, at, meeting: limit })
}

fn within(node: Node<'_>, sink: &mut Sink) -> Option<Loc<Within>> {
    let mut f = Fields::open(node, &schema::WITHIN, sink)?;
    let (days, working) = (f.count("days", sink), f.flag("working", sink));
    let given = f.has("of");
    let read = |text: &str| match text {
        "issue" => Some(CountedFrom::Issue),
        "meeting" => Some(CountedFrom::Meeting),
        text => parse_day(text).map(CountedFrom::Day),
    };
    let explain = |diagnostic: Diagnostic, text: &str| {
        let (reason, near) = explain_date(text);
        diagnostic.arg("expected", "counted-from").arg("reason", reason).suggest(near)
    };
    let of = f.parsed("of", sink, read, explain, Code::BadDate);
    if given && of.is_none() {
        return None;
    }
    let counting = if working.is_some_and(|w| w.value) { Counting::WorkingDays } else { Counting::CalendarDays };
    let Loc { value: days, at } = days?;
    let of = of.map_or(CountedFrom::Issue, |of| of.value);
    Some(Loc { value: Within { days, counting, of, last: Err(Uncomputed::NoIssueDay) }, at })
}

/// A meeting by its id, or by its body and number.
fn meeting(node: Node<'_>, sink: &mut Sink) -> Option<RawMeetingName> {
    let mut f = Fields::open(node, &schema::DUE_MEETING, sink)?;
    let (meeting, body, ordinal) = (f.located("meeting", sink), f.located("body", sink), f.count("ordinal", sink));
    let awaited = ["body", "ordinal"].into_iter().find_map(|name| Some((name, f.key_place(name)?)));
    if let (true, Some((name, at))) = (f.has("meeting"), awaited) {
        let diagnostic = Diagnostic::new(Code::ConflictingFields, at).arg("reason", "excludes");
        sink.push(diagnostic.arg("field", name).arg("other", "meeting"));
        return None;
    }
    if let Some(meeting) = meeting {
        return Some(RawMeetingName::Known(meeting));
    }
    let missing = match awaited {
        None if !f.has("meeting") => Some("meeting"),
        Some(_) => ["body", "ordinal"].into_iter().find(|name| !f.has(name)),
        None => None,
    };
    if let Some(missing) = missing {
        let diagnostic = Diagnostic::new(Code::MissingField, f.at).arg("field", missing);
        sink.push(diagnostic.arg("record", "due-meeting").arg("example", f.example(missing)));
    }
    Some(RawMeetingName::Awaited(body?, ordinal?.value))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::FileId;
    use crate::load::yaml::parse;
    use crate::model::parse_day;

    fn read(text: &str) -> (Option<Deadline>, Vec<Code>) {
        let mut sink = Sink::default();
        let yaml = format!("id: a\ntitle: b\nlead: c\ndue: {text}\n");
        let node = parse(&yaml, FileId(0), 0, &mut sink).expect("YAML");
        let mut fields = Fields::open(node, &schema::TASK, &mut sink).expect("a mapping");
        let due = due(&mut fields, &mut sink).map(|l| l.deadline);
        (due, sink.codes())
    }

    fn limit(text: &str) -> Option<RawMeetingLimit> {
        let mut sink = Sink::default();
        let yaml = format!("id: a\ntitle: b\nlead: c\ndue: {text}\n");
        let node = parse(&yaml, FileId(0), 0, &mut sink).expect("YAML");
        let mut fields = Fields::open(node, &schema::TASK, &mut sink).expect("a mapping");
        due(&mut fields, &mut sink).and_then(|due| due.meeting)
    }

    #[test]
    fn meetings() {
        let id = |meeting: &RawMeetingName| match meeting {
            RawMeetingName::Known(id) => id.value.clone(),
            RawMeetingName::Awaited(body, n) => format!("{}#{n}", body.value),
        };
        for (text, name, end) in [
            ("{at: {meeting: hop}}", "hop", MeetingEnd::At),
            ("{before: {meeting: hop}}", "hop", MeetingEnd::Before),
            ("{before: {body: ban, ordinal: 3}, wording: x}", "ban#3", MeetingEnd::Before),
        ] {
            let limit = limit(text).expect(text);
            assert_eq!((id(&limit.meeting).as_str(), limit.end), (name, end), "{text}");
        }
    }

    #[test]
    fn every_form() {
        let day = |text| parse_day(text).expect("a day");
        let every = |unit, until, day, adhoc| Due::Every(Recurrence { unit, until, day, weekday: None, adhoc });
        let weekday = Some(chrono::Weekday::Fri);
        let friday = Recurrence { unit: Unit::Week, until: None, day: None, weekday, adhoc: false };
        let within = |days, counting, of| Due::Within(Within { days, counting, of, last: Err(Uncomputed::NoIssueDay) });
        for (text, expected) in [
            ("2024-06-30", Due::On(day("2024-06-30"))),
            ("2024-Q2", Due::By(Period::parse("2024-Q2").unwrap())),
            ("2024", Due::By(Period::parse("2024").unwrap())),
            ("continuous", Due::Continuous(None)),
            ("{continuous: true, until: 2023}", Due::Continuous(Some(day("2023-12-31")))),
            ("{before: 2019-11-01}", Due::BeforeDay(day("2019-11-01"))),
            ("{by: 2019-11-01}", Due::On(day("2019-11-01"))),
            ("{on: 2019-11-01, wording: x}", Due::On(day("2019-11-01"))),
            ("{every: quarter, adhoc: true}", every(Unit::Quarter, None, None, true)),
            ("{every: month, until: 2024-H1, day: 25}", every(Unit::Month, Some(day("2024-06-30")), Some(25), false)),
            ("{wording: trong thời gian tới}", Due::None),
            // A register's day of assignment, of a duty without a deadline.
            ("{from: 2024-01-20}", Due::None),
            ("{every: week, weekday: friday}", Due::Every(friday)),
            ("2024-W05", Due::By(Period::parse("2024-W05").unwrap())),
            ("{within: {days: 15}}", within(15, Counting::CalendarDays, CountedFrom::Issue)),
            ("{within: {days: 7, working: true, of: meeting}}", within(7, Counting::WorkingDays, CountedFrom::Meeting)),
            (
                "{within: {days: 7, of: 2024-03-01}}",
                within(7, Counting::CalendarDays, CountedFrom::Day(day("2024-03-01"))),
            ),
        ] {
            let (due, codes) = read(text);
            assert_eq!((due.map(|d| d.due), codes), (Some(expected), vec![]), "{text}");
        }
        assert!(matches!(read("{before: 2024-06}").0.unwrap().due, Due::BeforeMonth(m) if m.month == 6));
        assert!(read("{by: 2025, then: continuous}").0.unwrap().then_continuous);
    }

    #[test]
    fn diagnostics() {
        for (text, code) in [
            ("30/6/2024", Code::BadDate),
            ("{before: 2024-Q2}", Code::BadDate),
            ("{by: 2024, on: 2024-01-01}", Code::ConflictingFields),
            ("{by: 2024, until: 2024-01-01}", Code::ConflictingFields),
            ("{on: 2024-01-01, day: 3}", Code::ConflictingFields),
            ("{}", Code::MissingField),
            ("{every: day}", Code::UnknownValue),
            ("{before: 2024-W05}", Code::BadDate),
            ("{every: week, day: 3}", Code::ConflictingFields),
            ("{every: month, weekday: friday}", Code::ConflictingFields),
            ("{every: week, weekday: thứ sáu}", Code::UnknownValue),
            ("{continuous: true, then: continuous}", Code::ConflictingFields),
            ("{by: 2025, then: 2026}", Code::UnknownValue),
            ("{within: 15}", Code::WrongType),
            ("{within: {working: true}}", Code::MissingField),
            ("{within: {days: 0}}", Code::OutOfRange),
            ("{within: {days: 15, of: 1/3/2024}}", Code::BadDate),
            ("{within: {days: 15}, by: 2024}", Code::ConflictingFields),
            ("{at: {}}", Code::MissingField),
            ("{at: {body: ban}}", Code::MissingField),
            ("{at: {meeting: hop, ordinal: 3}}", Code::ConflictingFields),
            ("{before: {meeting: hop}, at: {meeting: hop}}", Code::ConflictingFields),
            ("{every: month, day: 32}", Code::OutOfRange),
            ("{every: month, from: 2024-05-01, until: 2024-04}", Code::PeriodReversed),
            ("[2024]", Code::WrongType),
        ] {
            assert_eq!(read(text).1, vec![code], "{text}");
        }
    }
}
