//! What lists of tasks are filtered by: the task as a whole, and each holder's own part.

use crate::laws::{dataset_of, invented, small_with};
use chrono::{Days, NaiveDate};
use proptest::prelude::*;
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::sync::Arc;
use tiendo::derive::{Part, Report};
use tiendo::model::Party;

fn day(text: &str) -> NaiveDate {
    text.parse().expect(text)
}

const AGENCIES: &str = "\
agencies:
  - {id: so-a, name: Sở A, kind: other}
  - {id: so-b, name: Sở B, kind: other}
  - {id: so-c, name: Sở C, kind: other}
groups:
  - {id: cac-so, name: Các sở, members: [{agency: so-a}, {agency: so-b}, {agency: so-c}]}
";

fn said(part: &Part) -> String {
    let mut out = part.label.code().to_owned();
    part.years.iter().for_each(|year| write!(out, " {year}").expect("a string"));
    let flags = [(part.undated, " undated"), (!part.reported, " silent"), (part.explained, " explained")];
    flags.iter().filter(|(holds, _)| *holds).for_each(|(_, word)| out.push_str(word));
    out
}

/// A task a line: the whole, then each holder.
fn shown(tasks: &str, as_of: &str) -> String {
    let report = Report::new(small_with("unreported: separate", AGENCIES, tasks), day(as_of));
    let mut out = String::new();
    for ix in report.task_list() {
        let whole = report.whole(ix).expect("in force");
        write!(out, "{}", said(&whole)).expect("a string");
        for (holder, part) in report.parts(ix) {
            let Party::Agency(agency) = holder else { panic!("every group here has members") };
            write!(out, " | {}: {}", report.data[agency].id, said(&part)).expect("a string");
        }
        out.push('\n');
    }
    out
}

#[test]
fn each_holder_has_its_own_status_reports_and_reasons() {
    let tasks = "
  - id: chung
    title: Chung
    lead: [cac-so]
    due: 2024-06-30
    updates:
      - {date: 2024-06-20, agency: so-a, progress: completed}
      - {date: 2024-07-05, agency: so-b, progress: in-progress, overdue: true, reason: Thiếu người}";
    let whole = "overdue 2024 explained | so-a: completed-on-time 2024 | so-b: overdue 2024 explained \
                 | so-c: past-due-unreported 2024 silent\n";
    assert_eq!(shown(tasks, "2024-10-15"), whole);
    // The day before the reports: nobody has said anything.
    let part = "in-time 2024 silent";
    assert_eq!(shown(tasks, "2024-05-01"), format!("{part} | so-a: {part} | so-b: {part} | so-c: {part}\n"));
}

#[test]
fn a_report_on_the_whole_is_no_members() {
    let tasks = "
  - id: chung
    title: Chung
    lead: [cac-so]
    updates: [{date: 2024-06-20, progress: in-progress, reason: Chờ hướng dẫn}]";
    let silent = "no-information undated silent";
    let whole = format!("in-progress undated explained | so-a: {silent} | so-b: {silent} | so-c: {silent}\n");
    assert_eq!(shown(tasks, "2024-10-15"), whole);
}

#[test]
fn years_are_those_in_which_it_falls_due() {
    let tasks = "
  - {id: quy, title: Hằng quý, lead: [so-a], due: {every: quarter, from: 2024-10-01}}
  - {id: truc, title: Trực ban, lead: [so-b], due: {continuous: true}}
  - {id: cho, title: Chờ họp, lead: [so-b], due: {within: {days: 10, of: 2024-12-25}}}
  - {id: khong, title: Không nêu, lead: [so-c]}";
    let shown = shown(tasks, "2025-02-01");
    let years: Vec<&str> = shown.lines().filter_map(|line| line.split(" | ").next()).collect();
    let expected = [
        "past-due-unreported 2024 2025 silent",
        "continuous silent",
        "past-due-unreported 2025 silent",
        "no-information undated silent",
    ];
    assert_eq!(years, expected);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn parts_are_of_the_holders_and_make_the_whole(seed in any::<u64>(), days in 0_u64..700) {
        let as_of = day("2024-01-01").checked_add_days(Days::new(days)).expect("in range");
        let report = Report::new(Arc::clone(&dataset_of(invented(seed, "separate"))), as_of);
        for ix in report.task_list() {
            let (whole, parts) = (report.whole(ix).expect("in force"), report.parts(ix));
            let holders: BTreeSet<Party> = report.obligations_of(ix).iter().map(|o| o.holder).collect();
            prop_assert_eq!(parts.keys().copied().collect::<BTreeSet<_>>(), holders);
            let years: BTreeSet<i32> = parts.values().flat_map(|part| part.years.clone()).collect();
            prop_assert_eq!(&whole.years, &years);
            prop_assert_eq!(Some(whole.label), report.task(ix).label);
            prop_assert!(whole.reported || parts.values().all(|part| !part.reported));
            prop_assert!(whole.explained || parts.values().all(|part| !part.explained));
            if let Some(part) = parts.values().next().filter(|_| parts.len() == 1) {
                prop_assert_eq!(part.label, whole.label);
            }
        }
    }
}
