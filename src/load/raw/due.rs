//! `due`: the forms of a deadline.

use crate::diag::{Code, Diagnostic, Sink};
use crate::load::fields::{Fields, Loc};
use crate::load::schema;
use crate::load::values::{DayOrPeriod, check_order, explain_date};
use crate::load::yaml::{Node, Value};
use crate::model::{Deadline, Due, Period, Recurrence, Unit};

const FORMS: [&str; 5] = ["by", "before", "on", "every", "continuous"];

/// Reads `due` of a task; `None` where it is absent or faulty.
pub fn due(f: &mut Fields<'_>, sink: &mut Sink) -> Option<Loc<Deadline>> {
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
            Some(Loc { value: Deadline::new(due), at })
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

fn mapping(node: Node<'_>, sink: &mut Sink) -> Option<Loc<Deadline>> {
    let mut f = Fields::open(node, &schema::DUE, sink)?;
    let mut at = f.at;
    let (by, before, on) = (f.day_or_period("by", sink), f.day_or_period("before", sink), f.day("on", sink));
    let every = f.choice("every", sink, |text| Unit::ALL.into_iter().find(|unit| unit.code() == text));
    let continuous = f.flag("continuous", sink);
    let (from, until) = (f.day_or_period("from", sink), f.day_or_period("until", sink));
    let (day, adhoc) = (f.count("day", sink), f.flag("adhoc", sink));
    let wording = f.text("wording", sink);

    let given: Vec<&str> = FORMS.into_iter().filter(|name| f.has(name)).collect();
    if let [first, second, ..] = given[..] {
        let place = f.key_place(second).unwrap_or(at);
        let diagnostic = Diagnostic::new(Code::ConflictingFields, place).arg("reason", "excludes");
        sink.push(diagnostic.arg("field", second).arg("other", first));
        return None;
    }
    for (name, hosts) in [("until", &["every", "continuous"][..]), ("day", &["every"]), ("adhoc", &["every"])] {
        if f.has(name) && !given.iter().any(|form| hosts.contains(form)) {
            let place = f.key_place(name).unwrap_or(at);
            let diagnostic = Diagnostic::new(Code::ConflictingFields, place).arg("reason", "needs");
            sink.push(diagnostic.arg("field", name).arg("other", hosts[0]));
        }
    }
    if let (Some(from), Some(until)) = (&from, &until) {
        check_order(from.value.first(), from.at, until.value.last(), until.at, sink);
    }
    if given.is_empty() && wording.is_none() && !f.has("wording") {
        let diagnostic = Diagnostic::new(Code::MissingField, at).arg("field", "by");
        sink.push(diagnostic.arg("record", "due").arg("example", "2024-Q2"));
        return None;
    }

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
            DayOrPeriod::Period(period @ (Period::Quarter(..) | Period::Half(..) | Period::Year(_))) => {
                let diagnostic = Diagnostic::new(Code::BadDate, at).arg("field", "before").arg("reason", "kind");
                sink.push(diagnostic.arg("expected", "day-or-month").arg("value", period.code()));
                return None;
            }
        }
    } else if let Some(on) = on {
        at = on.at;
        Due::On(on.value)
    } else if let Some(every) = every {
        at = every.at;
        let (until, day) = (until.map(|u| u.value.last()), day.map(|d| d.value));
        Due::Every(Recurrence { unit: every.value, until, day, adhoc: adhoc.is_some_and(|a| a.value) })
    } else if let Some(continuous) = continuous {
        at = continuous.at;
        if continuous.value { Due::Continuous(until.map(|u| u.value.last())) } else { Due::None }
    } else if given.is_empty() {
        Due::None
    } else {
        // The form is faulty, and was reported.
        return None;
    };
    Some(Loc { value: Deadline { wording, from: from.map(|f| f.value.first()), ..Deadline::new(due) }, at })
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
        let due = due(&mut fields, &mut sink).map(|l| l.value);
        (due, sink.codes())
    }

    #[test]
    fn every_form() {
        let day = |text| parse_day(text).expect("a day");
        let every = |unit, until, day, adhoc| Due::Every(Recurrence { unit, until, day, adhoc });
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
        ] {
            let (due, codes) = read(text);
            assert_eq!((due.map(|d| d.due), codes), (Some(expected), vec![]), "{text}");
        }
        assert!(matches!(read("{before: 2024-06}").0.unwrap().due, Due::BeforeMonth(m) if m.month == 6));
    }

    #[test]
    fn diagnostics() {
        for (text, code) in [
            ("30/6/2024", Code::BadDate),
            ("{before: 2024-Q2}", Code::BadDate),
            ("{by: 2024, on: 2024-01-01}", Code::ConflictingFields),
            ("{by: 2024, until: 2024-01-01}", Code::ConflictingFields),
            ("{on: 2024-01-01, day: 3}", Code::ConflictingFields),
            ("{from: 2024}", Code::MissingField),
            ("{every: week}", Code::UnknownValue),
            ("{every: month, day: 32}", Code::OutOfRange),
            ("{every: month, from: 2024-05-01, until: 2024-04}", Code::PeriodReversed),
            ("[2024]", Code::WrongType),
        ] {
            assert_eq!(read(text).1, vec![code], "{text}");
        }
    }
}
