//! What is decided of a task after it was given, and what the press alone says: text in, text out.

use crate::laws::{THREE, dataset_of, shown, small_files, small_with};
use chrono::NaiveDate;
use std::sync::Arc;
use tiendo::derive::{Label, Report};
use tiendo::model::Dataset;

fn day(text: &str) -> NaiveDate {
    text.parse().expect(text)
}

fn report(data: &Arc<Dataset>, as_of: &str) -> Report {
    Report::new(Arc::clone(data), day(as_of))
}

/// Obligations, then changes of the first task, at a day.
fn told(settings: &str, task: &str, as_of: &str) -> String {
    let report = report(&small_with(settings, THREE, task), as_of);
    let first = report.task_list().next();
    let changes = first.map(|ix| report.changes_of(ix)).unwrap_or_default();
    let changes: Vec<String> = changes.iter().map(|c| format!("{} {}", c.day, c.event.code())).collect();
    format!("{}{}", shown(&report), changes.join("; "))
}

#[test]
fn a_transfer_takes_what_is_open_along_and_leaves_what_was_done() {
    let task = "  - {id: viec, title: Việc, clause: \"1\", lead: [so-c], due: 2024-09-30, transferred: [{to: so-b, on: 2024-04-01}]}";
    insta::assert_snapshot!(told("", task, "2024-03-31"), @r"
    so-c in-time 183
    2024-01-15 assigned
    ");
    insta::assert_snapshot!(told("", task, "2024-04-01"), @r"
    so-b<so-c in-time 182
    2024-01-15 assigned; 2024-04-01 transferred
    ");
    // so-b was merged into so-a on 1 July.
    insta::assert_snapshot!(told("", task, "2024-07-01"), @r"
    so-a<so-c in-time 91
    2024-01-15 assigned; 2024-04-01 transferred
    ");
    let done = task.replace("due:", "updates: [{date: 2024-03-01, agency: so-c, progress: completed}], due:");
    insta::assert_snapshot!(told("", &done, "2024-07-01"), @r"
    so-c completed-on-time
    2024-01-15 assigned; 2024-03-01 completed; 2024-04-01 transferred
    ");
    // The new lead reports.
    let later = task.replace("due:", "updates: [{date: 2024-05-01, agency: so-b, progress: completed}], due:");
    insta::assert_snapshot!(told("", &later, "2024-07-01"), @r"
    so-b<so-c completed-on-time
    2024-01-15 assigned; 2024-04-01 transferred; 2024-05-01 completed
    ");
}

#[test]
fn periods_that_begin_after_a_transfer_are_the_new_leads() {
    let task = "  - {id: viec, title: Việc, clause: \"1\", lead: [so-c], due: {every: quarter, from: 2024-02-01, until: 2024}, transferred: [{to: so-a, on: 2024-07-15}], updates: [{date: 2024-03-30, agency: so-c, progress: completed, period: 2024-Q1}]}";
    insta::assert_snapshot!(told("", task, "2024-10-02"), @r"
    so-c 2024-Q1 completed-on-time
    so-a<so-c 2024-Q2 past-due-unreported 94
    so-a<so-c 2024-Q3 past-due-unreported 2
    so-a 2024-Q4 in-time 90
    2024-01-15 assigned; 2024-03-30 completed; 2024-07-15 transferred
    ");
    // Of a group that nobody expands, the new lead has it alone; of members, all parts become one.
    for (lead, label) in [("lien-quan", "open"), ("cac-so", "members")] {
        let task = task
            .replace("[so-c]", &format!("[{lead}]"))
            .replace("updates", "x")
            .split(", x:")
            .next()
            .map(|t| format!("{t}}}"))
            .expect("a task");
        insta::assert_snapshot!(label, told("", &task, "2024-10-02"));
    }
}

#[test]
fn what_is_given_up_is_owed_no_more() {
    let task = "  - {id: viec, title: Việc, clause: \"1\", lead: [so-a, so-c], due: 2024-06-30, cancelled: {on: 2024-08-01, by: Chủ tịch}, updates: [{date: 2024-05-01, agency: so-c, progress: completed}]}";
    insta::assert_snapshot!(told("unreported: overdue", task, "2024-07-31"), @r"
    so-a overdue 31
    so-c completed-on-time
    2024-01-15 assigned; 2024-05-01 completed; 2024-07-01 past-due
    ");
    insta::assert_snapshot!(told("unreported: overdue", task, "2024-08-01"), @r"
    so-a cancelled
    so-c completed-on-time
    2024-01-15 assigned; 2024-05-01 completed; 2024-07-01 past-due; 2024-08-01 cancelled
    ");
    let every = "  - {id: viec, title: Việc, clause: \"1\", lead: [so-a], due: {every: month, from: 2024-02-01}, cancelled: {on: 2024-04-01}}";
    insta::assert_snapshot!(told("", every, "2024-08-01"), @r"
    so-a 2024-02 cancelled
    so-a 2024-03 cancelled
    2024-01-15 assigned; 2024-04-01 cancelled
    ");
}

#[test]
fn acceptance_is_a_fact_of_its_own() {
    let task = "  - {id: viec, title: Việc, clause: \"1\", lead: [so-a], due: 2024-06-30, updates: [{date: 2024-06-20, progress: completed, accepted: {on: 2024-07-10, by: Văn phòng}}]}";
    insta::assert_snapshot!(told("acceptance: required", task, "2024-07-09"), @r"
    so-a awaiting-acceptance
    2024-01-15 assigned; 2024-06-20 completed
    ");
    insta::assert_snapshot!(told("acceptance: required", task, "2024-07-10"), @r"
    so-a completed-on-time
    2024-01-15 assigned; 2024-06-20 completed; 2024-07-10 accepted
    ");
    insta::assert_snapshot!(told("", task, "2024-07-09"), @r"
    so-a completed-on-time
    2024-01-15 assigned; 2024-06-20 completed
    ");
}

#[test]
fn a_correction_is_a_change_of_its_day() {
    let task = "  - {id: viec, title: Việc, clause: \"1\", lead: [so-a], updates: [{date: 2024-06-20, progress: completed, corrected: {on: 2024-07-10, note: Sửa số văn bản}}]}";
    insta::assert_snapshot!(told("", task, "2024-07-10"), @r"
    so-a completed
    2024-01-15 assigned; 2024-06-20 completed; 2024-07-10 corrected
    ");
}

#[test]
fn silence_on_a_condition_is_no_information_and_a_standing_duty_ends() {
    let task = "  - {id: viec, title: Việc, clause: \"1\", lead: [so-a], due: 2024-06-30, condition: Khi có vướng mắc}";
    insta::assert_snapshot!(told("unreported: overdue", task, "2024-07-31"), @r"
    so-a no-information
    2024-01-15 assigned
    ");
    let standing =
        "  - {id: viec, title: Việc, clause: \"1\", lead: [so-a], due: {continuous: true, until: 2024-06-30}}";
    insta::assert_snapshot!(told("", standing, "2024-06-30"), @r"
    so-a continuous
    2024-01-15 assigned
    ");
    insta::assert_snapshot!(told("", standing, "2024-07-01"), @r"
    so-a ended
    2024-01-15 assigned
    ");
}

/// The press gives nobody a duty: its tasks are shown, and counted nowhere.
#[test]
fn tasks_of_the_press_are_in_no_count() {
    let mut files = small_files("", THREE, "  - {id: viec, title: Việc, clause: \"1\", lead: [so-a], due: 2024-03-31}");
    files.push(("content/news/tin.md".into(), "---\ntitle: Tin\nmeeting: hop\ndate: 2024-01-12\n---\n\nTin.\n".into()));
    let of_news = "document: tin\nfrom_news: true\ntasks:\n\
         \x20 - {id: theo-bao, title: Theo báo, lead: [cac-so], coordinators: [so-c], due: 2024-03-31}\n\
         \x20 - {id: ca-hai, title: Cả hai, lead: [so-a], due: 2024-03-31, sources: [{document: hop, clause: \"1\"}]}\n";
    files.push(("content/tasks/tin.yaml".into(), of_news.into()));
    let report = report(&dataset_of(files), "2024-06-01");
    insta::assert_snapshot!(shown(&report), @r"
    so-a past-due-unreported 62
    so-a past-due-unreported 62
    ");
    let ids =
        |list: &[tiendo::model::TaskIx]| list.iter().map(|ix| report.data[*ix].id.to_string()).collect::<Vec<_>>();
    assert_eq!(ids(report.tasks_in_news()), ["theo-bao"]);
    assert_eq!(ids(&report.shown_tasks()), ["viec", "theo-bao", "ca-hai"]);
    assert_eq!((report.task_tally().total(), report.tally().of(Label::PastDueUnreported)), (2, 2));
    assert_eq!(
        report.changes(report.shown_tasks()).iter().filter(|c| report.data[c.task].id.as_str() == "theo-bao").count(),
        0
    );
    let so_c = report.data.agency_list().find(|(_, a)| a.id.as_str() == "so-c").expect("so-c").0;
    assert!(report.agency(so_c).coordinates.is_empty());
    let so_a = report.data.agency_list().find(|(_, a)| a.id.as_str() == "so-a").expect("so-a").0;
    assert_eq!(ids(&report.agency(so_a).in_news), ["theo-bao"]);
}
