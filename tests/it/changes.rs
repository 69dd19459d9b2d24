//! What changed and how things stood: from the dates in the data alone.

use crate::golden::states;
use crate::laws::{THREE, dataset_of, small_with};
use crate::sample;
use chrono::NaiveDate;
use std::fmt::Write as _;
use std::sync::Arc;
use tiendo::derive::Report;
use tiendo::load::{disk, load};
use tiendo::model::{Dataset, Month, Period};

fn day(text: &str) -> NaiveDate {
    text.parse().expect(text)
}

/// `day kind`, oldest first, with the number of obligations past due.
fn changes(settings: &str, fields: &str, as_of: &str) -> String {
    let tasks = format!("  - {{id: viec, title: Việc, clause: \"1\", {fields}}}");
    let report = Report::new(small_with(settings, THREE, &tasks), day(as_of));
    let mut out = String::new();
    for change in report.changes(report.task_list()).iter().rev() {
        let _ = write!(out, "{} {}", change.day, change.event.code());
        if let tiendo::derive::Event::PastDue(n) = change.event {
            let _ = write!(out, " {n}");
        }
        out.push('\n');
    }
    out
}

#[test]
fn a_task_from_assignment_to_completion() {
    let late = "lead: [so-a], due: 2024-03-31, extended: [{to: 2024-06-30, on: 2024-04-10, by: Công văn 1}], \
                updates: [{date: 2024-05-01, progress: in-progress}, {date: 2024-07-09, progress: completed}]";
    insta::assert_snapshot!(changes("", late, "2024-12-31"), @r"
    2024-01-15 assigned
    2024-04-01 past-due 1
    2024-04-10 extended
    2024-05-01 reported
    2024-07-01 past-due 1
    2024-07-09 completed
    ");
    // Nothing of that had happened on the day of the extension but itself and what came before.
    insta::assert_snapshot!(changes("", late, "2024-04-10"), @r"
    2024-01-15 assigned
    2024-04-01 past-due 1
    2024-04-10 extended
    ");
}

#[test]
fn an_extension_in_time_and_a_completion_in_time_leave_nothing_past_due() {
    let fields = "lead: [so-a], due: 2024-03-31, extended: [{to: 2024-06-30, on: 2024-03-31, by: Công văn 1}], \
                  updates: [{date: 2024-08-01, progress: completed, completed_on: 2024-06-30}]";
    insta::assert_snapshot!(changes("", fields, "2024-12-31"), @r"
    2024-01-15 assigned
    2024-03-31 extended
    2024-08-01 completed
    ");
}

#[test]
fn members_that_are_done_are_not_past_due() {
    let fields = "lead: [cac-so], due: 2024-03-31, updates: [{date: 2024-03-01, agency: so-a, progress: completed}]";
    insta::assert_snapshot!(changes("", fields, "2024-04-30"), @r"
    2024-01-15 assigned
    2024-03-01 completed
    2024-04-01 past-due 1
    ");
}

/// A period without a report says nothing of an agency unless the operator holds the record.
#[test]
fn silent_periods_count_only_where_silence_counts() {
    let fields = "lead: [so-a], due: {every: month}";
    insta::assert_snapshot!(changes("", fields, "2024-04-15"), @"2024-01-15 assigned");
    insta::assert_snapshot!(changes("unreported: overdue", fields, "2024-04-15"), @r"
    2024-01-15 assigned
    2024-03-01 past-due 1
    2024-04-01 past-due 1
    ");
}

/// `day completed open past-due aside`
fn history(report: &Report) -> String {
    let mut out = String::new();
    for s in report.history(report.obligations().iter()) {
        let _ = writeln!(out, "{} {} {} {} {}", s.day, s.completed, s.open, s.past_due, s.aside);
    }
    out
}

#[test]
fn history_knows_completions_by_their_own_day() {
    let tasks = "  - {id: mot, title: Một, clause: \"1\", lead: [so-a], due: 2024-02-29, updates: [{date: 2024-05-09, progress: completed, completed_on: 2024-03-20}]}\n\
                 \x20 - {id: hai, title: Hai, clause: \"1\", lead: [so-c]}\n\
                 \x20 - {id: ba, title: Ba, clause: \"1\", lead: [so-c], due: 2024-03-15, extended: [{to: 2024-12-31, on: 2024-04-10, by: X}]}\n\
                 \x20 - {id: bon, title: Bốn, clause: \"1\", lead: [so-a], updates: [{date: 2024-04-01, progress: not-applicable}]}";
    let report = Report::new(small_with("", THREE, tasks), day("2024-05-20"));
    insta::assert_snapshot!(history(&report), @r"
    2024-01-31 0 4 0 0
    2024-02-29 0 4 0 0
    2024-03-31 1 2 1 0
    2024-04-30 1 2 0 1
    2024-05-20 1 2 0 1
    ");
}

/// Where every report is made on the day of what it tells, each point is what the site said on that day.
#[test]
fn history_is_what_the_site_said_then() {
    let tasks = "  - {id: mot, title: Một, clause: \"1\", lead: [cac-so], due: 2024-02-29, updates: [{date: 2024-02-10, agency: so-a, progress: completed}]}\n\
                 \x20 - {id: hai, title: Hai, clause: \"1\", lead: [so-c], due: {every: month}, updates: [{date: 2024-04-02, period: 2024-02, progress: completed}]}\n\
                 \x20 - {id: ba, title: Ba, clause: \"1\", lead: [so-a], due: continuous}\n\
                 \x20 - {id: bon, title: Bốn, clause: \"1\", lead: [so-a], due: 2024-03-31, extended: [{to: 2024-04-30, on: 2024-04-20, by: X}]}";
    let data = small_with("", THREE, tasks);
    agree(&data, day("2024-06-20"));
}

fn agree(data: &Arc<Dataset>, as_of: NaiveDate) {
    let report = Report::new(Arc::clone(data), as_of);
    let points = report.history(report.obligations().iter());
    assert!(points.len() > 2, "{points:?}");
    for point in points {
        let then = Report::new(Arc::clone(data), point.day).tally();
        let past_due = then.open_dated() - then.open_in_time();
        let told = (then.completed(), then.open_in_time() + then.open_undated(), past_due, then.aside());
        assert_eq!((point.completed, point.open, point.past_due, point.aside), told, "{}", point.day);
    }
}

/// The last point of every history is the tally of the day.
#[test]
fn history_ends_in_the_tally() {
    let snapshot = disk::read(sample::folder()).expect("the sample is readable");
    let data = load(&snapshot, |_| day("2030-01-01")).dataset.expect("the sample is sound");
    let (sample, states) = (Arc::new(data), dataset_of(states()));
    let days = [(2018, 10), (2019, 12), (2024, 2), (2024, 12), (2026, 11)].map(|day| (&sample, day));
    // Conditions, acceptance, what is given up.
    let days = days.into_iter().chain([(2024, 5), (2024, 8), (2024, 10)].map(|day| (&states, day)));
    for (data, (year, month)) in days {
        let report = Report::new(Arc::clone(data), Period::Month(Month { year, month }).last());
        let tally = report.tally();
        let last = *report.history(report.obligations().iter()).last().expect("a point");
        let past_due = tally.open_dated() - tally.open_in_time();
        assert_eq!((last.completed, last.past_due, last.aside), (tally.completed(), past_due, tally.aside()));
        assert_eq!(last.total(), tally.total());
    }
}
