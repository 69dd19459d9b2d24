//! `holidays` of `site.yaml`: days off, and days worked in exchange.

use crate::diag::{Code, Diagnostic, Sink};
use crate::load::fields::Fields;
use crate::load::schema;
use crate::load::values::{check_order, explain_date};
use crate::load::yaml::{Node, Value};
use crate::model::{Holidays, parse_day};
use chrono::Days;

/// Longest stretch of days off, so that a wrong year does not make decades of them.
const LONGEST: Days = Days::new(60);
/// So that working days are never far from each other.
const MOST_IN_A_YEAR: usize = 100;

pub fn holidays(f: &mut Fields<'_>, sink: &mut Sink) -> Holidays {
    let mut found = Holidays::default();
    let Some(node) = f.take("holidays", sink) else { return found };
    let Value::List(items) = node.value else {
        f.wrong_type("holidays", node.at, "text", sink);
        return found;
    };
    let at = node.at;
    for item in items {
        match &item.value {
            Value::Scalar { text, .. } => {
                if let Some(day) = parse_day(text.trim()) {
                    found.add(day, day);
                } else {
                    let (reason, near) = explain_date(text);
                    let diagnostic =
                        Diagnostic::new(Code::BadDate, item.at).arg("field", "holidays").arg("value", &**text);
                    sink.push(diagnostic.arg("expected", "day").arg("reason", reason).suggest(near));
                }
            }
            Value::Null | Value::Broken | Value::List(_) | Value::Map(_) => record(item, &mut found, sink),
        }
    }
    if found.most_in_a_year() > MOST_IN_A_YEAR {
        sink.push(Diagnostic::new(Code::SiteBounds, at).arg("reason", "holidays"));
    }
    found
}

fn record(node: Node<'_>, found: &mut Holidays, sink: &mut Sink) {
    let Some(mut f) = Fields::open(node, &schema::HOLIDAY, sink) else { return };
    let (from, to, work) = (f.day("from", sink), f.day("to", sink), f.day("work", sink));
    let _name = f.text("name", sink);
    match (f.key_place("work"), f.has("from"), f.key_place("to")) {
        (Some(at), true, _) => {
            let diagnostic = Diagnostic::new(Code::ConflictingFields, at).arg("reason", "excludes");
            sink.push(diagnostic.arg("field", "work").arg("other", "from"));
        }
        (_, false, Some(at)) => {
            let diagnostic = Diagnostic::new(Code::ConflictingFields, at).arg("reason", "needs");
            sink.push(diagnostic.arg("field", "to").arg("other", "from"));
        }
        (None, false, None) => {
            let diagnostic = Diagnostic::new(Code::MissingField, f.at).arg("field", "from");
            sink.push(diagnostic.arg("record", "holiday").arg("example", f.example("from")));
        }
        (Some(_), false, None) | (None, true, _) => {}
    }
    if let Some(work) = work {
        found.add_worked(work.value);
    }
    let Some(from) = from else { return };
    let Some(to) = to else {
        if !f.has("to") {
            found.add(from.value, from.value);
        }
        return;
    };
    let most = from.value + LONGEST;
    if to.value > most {
        let diagnostic = Diagnostic::new(Code::OutOfRange, to.at).arg("field", "to").arg("value", to.value.to_string());
        let diagnostic = diagnostic.arg("reason", "range").arg("min", from.value.to_string());
        sink.push(diagnostic.arg("max", most.to_string()));
        return;
    }
    check_order(from.value, from.at, to.value, to.at, sink);
    found.add(from.value, to.value);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::FileId;
    use crate::load::yaml::parse;

    fn read(text: &str) -> (Holidays, Vec<Code>) {
        let mut sink = Sink::default();
        let yaml = format!("title: Thử\nholidays: {text}\n");
        let node = parse(&yaml, FileId(0), 0, &mut sink).expect("YAML");
        let mut fields = Fields::open(node, &schema::SITE, &mut sink).expect("a mapping");
        let found = holidays(&mut fields, &mut sink);
        (found, sink.codes())
    }

    #[test]
    fn days_and_stretches_of_days() {
        let day = |text| parse_day(text).expect("a day");
        let mut expected = Holidays::default();
        expected.add(day("2024-01-01"), day("2024-01-01"));
        expected.add(day("2024-02-08"), day("2024-02-14"));
        expected.add(day("2024-09-02"), day("2024-09-02"));
        expected.add_worked(day("2024-05-04"));
        let text =
            "[2024-01-01, {from: 2024-02-08, to: 2024-02-14, name: Tết}, {from: 2024-09-02}, {work: 2024-05-04}]";
        assert_eq!(read(text), (expected, vec![]));
    }

    #[test]
    fn diagnostics() {
        for (text, code) in [
            ("2024-01-01", Code::WrongType),
            ("[1/1/2024]", Code::BadDate),
            ("[2023-02-29]", Code::BadDate),
            ("[{from: 2024-02-08, to: 2024-02-01}]", Code::PeriodReversed),
            ("[{from: 2024-02-08, to: 2025-02-14}]", Code::OutOfRange),
            ("[{from: 2024-02-08, work: 2024-02-14}]", Code::ConflictingFields),
            ("[{to: 2024-02-08}]", Code::ConflictingFields),
            ("[{name: Tết}]", Code::MissingField),
            ("[[2024-01-01]]", Code::WrongType),
            ("[{from: 2024-02-01, to: 2024-03-31}, {from: 2024-05-01, to: 2024-06-30}]", Code::SiteBounds),
        ] {
            assert_eq!(read(text).1, vec![code], "{text}");
        }
    }
}
