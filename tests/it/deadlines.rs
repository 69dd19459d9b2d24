//! Deadlines that are counted from the day of a document or a meeting, in site folders: last in-time day, status, words.

use crate::laws::dataset_of;
use crate::open::open;
use chrono::NaiveDate;
use std::fmt::Write as _;
use std::sync::Arc;
use tiendo::derive::Report;
use tiendo::diag::{Sink, Sources};
use tiendo::i18n::{Language, Words};
use tiendo::model::Dataset;
use tiendo::theme::Theme;

fn day(text: &str) -> NaiveDate {
    text.parse().expect(text)
}

/// An invented site: a body that met twice, a notice of Monday 15 January 2024 on its first meeting of 10 January, a
/// paper without a day, and days off around the dates of the Vietnamese holidays.
fn site(holidays: &str, meetings: &str, tasks: &[&str]) -> Arc<Dataset> {
    dataset_of(files(holidays, meetings, tasks))
}

fn files(holidays: &str, meetings: &str, tasks: &[&str]) -> Vec<(String, String)> {
    let task = |(n, task): (usize, &&str)| format!("  - {{id: t{n}, title: Việc {n}, lead: so-a, {task}}}\n");
    let tasks: String = tasks.iter().enumerate().map(task).collect();
    let mut files = vec![
        ("content/site.yaml".to_owned(), format!("title: Thử\nlanguages: [vi, en]\nholidays: {holidays}\n")),
        (
            "content/agencies/a.yaml".to_owned(),
            "agencies:\n  - {id: so-a, name: Sở A, kind: other}\n  - {id: ban, name: Ban Thử, kind: body}\n".to_owned(),
        ),
        (
            "content/meetings/hop-1.md".to_owned(),
            "---\ntitle: Phiên họp thứ nhất\nbody: ban\nordinal: 1\nheld: 2024-01-10\n\
             documents: [{kind: Thông báo, issued: 2024-01-15}]\n---\n\n1. Một.\n"
                .to_owned(),
        ),
        ("content/tasks/t.yaml".to_owned(), format!("document: hop-1\ntasks:\n{tasks}")),
    ];
    let meeting = |text: &str| {
        let (id, front) = text.split_once(": ").expect("an id and its front matter");
        (format!("content/meetings/{id}.md"), format!("---\n{}\n---\n\n1. Hai.\n", front.replace("; ", "\n")))
    };
    files.extend(meetings.lines().map(meeting));
    files
}

const DAYS_OFF: &str = "[2024-01-01, {from: 2024-02-08, to: 2024-02-14, name: Tết}, {from: 2024-04-29, to: 2024-05-01}, {work: 2024-05-04}]";

fn words(language: Language) -> Words {
    let theme = Theme::load(Vec::new(), &mut Sources::default(), &mut Sink::default());
    theme.expect("the carried theme").words(language)
}

/// One line a task: last in-time day, label, what is said of it.
fn shown(data: &Arc<Dataset>, as_of: &str, language: Language) -> String {
    let report = Report::new(Arc::clone(data), day(as_of));
    let words = words(language);
    let mut out = String::new();
    for ix in report.task_list() {
        let deadline = &data[ix].deadline;
        let last = deadline.in_force(report.as_of).map_or_else(|| "–".to_owned(), |day| day.to_string());
        let label = report.task(ix).label.map_or("none", tiendo::derive::Label::code);
        let line = format!("{last} {label} {}", words.terms(data, deadline, report.as_of));
        let _ = writeln!(out, "{}", line.trim_end());
    }
    out
}

#[test]
fn the_last_in_time_day_of_what_is_counted() {
    let tasks = [
        // Seven days, the last of them a Monday; over a weekend nothing is moved.
        "due: {within: {days: 7}}",
        "due: {within: {days: 5}}",
        "due: {within: {days: 15, working: true}}",
        // Over Tết.
        "due: {within: {days: 20, working: true}}",
        "due: {within: {days: 5, working: true, of: meeting}}",
        // Over 30 April and 1 May, with a Saturday worked in exchange.
        "due: {within: {days: 3, working: true, of: 2024-04-26}}",
        "due: {within: {days: 2, of: 2024-02-28}}",
        // 2025 is not listed.
        "due: {within: {days: 3, working: true, of: 2024-12-30}}",
        "due: {within: {days: 3, of: 2024-12-30}}",
        "due: {within: {days: 10, working: true}, wording: trong 10 ngày làm việc}",
    ];
    let data = site(DAYS_OFF, "", &tasks);
    insta::assert_snapshot!(shown(&data, "2024-02-01", Language::VI), @r"
    2024-01-22 past-due-unreported trong vòng 7 ngày kể từ ngày ban hành văn bản
    2024-01-20 past-due-unreported trong vòng 5 ngày kể từ ngày ban hành văn bản
    2024-02-05 due-soon trong vòng 15 ngày làm việc kể từ ngày ban hành văn bản
    2024-02-19 in-time trong vòng 20 ngày làm việc kể từ ngày ban hành văn bản
    2024-01-17 past-due-unreported trong vòng 5 ngày làm việc kể từ ngày họp
    2024-05-04 in-time trong vòng 3 ngày làm việc kể từ ngày 26/4/2024
    2024-03-01 in-time trong vòng 2 ngày kể từ ngày 28/02/2024
    – no-information trong vòng 3 ngày làm việc kể từ ngày 30/12/2024; chưa tính được ngày cuối còn trong hạn vì chưa có danh sách ngày nghỉ năm 2025
    2025-01-02 in-time trong vòng 3 ngày kể từ ngày 30/12/2024
    2024-01-29 past-due-unreported
    ");
    insta::assert_snapshot!(shown(&data, "2024-02-01", Language::EN), @r"
    2024-01-22 past-due-unreported within 7 days of the document’s issue
    2024-01-20 past-due-unreported within 5 days of the document’s issue
    2024-02-05 due-soon within 15 working days of the document’s issue
    2024-02-19 in-time within 20 working days of the document’s issue
    2024-01-17 past-due-unreported within 5 working days of the meeting
    2024-05-04 in-time within 3 working days of 26 Apr 2024
    2024-03-01 in-time within 2 days of 28 Feb 2024
    – no-information within 3 working days of 30 Dec 2024; the last day cannot be computed yet, because the days off of 2025 are not listed
    2025-01-02 in-time within 3 days of 30 Dec 2024
    2024-01-29 past-due-unreported
    ");
}

/// A meeting without a day, one that is not in the record, and the same once they are.
#[test]
fn deadlines_by_meetings() {
    let tasks = [
        "due: {at: {meeting: hop-2}}",
        "due: {before: {meeting: hop-2}}",
        "due: {before: {body: ban, ordinal: 3}}",
        "due: {before: {body: ban, ordinal: 3}, wording: trước phiên họp sau}",
        "due: {at: {body: ban, ordinal: 3}}, extended: [{to: 2024-Q3, on: 2024-05-02}]",
    ];
    let data = site("", "hop-2: title: Phiên họp thứ hai; body: ban; ordinal: 2", &tasks);
    insta::assert_snapshot!(shown(&data, "2024-04-01", Language::VI), @r"
    – no-information tại Phiên họp thứ hai; chưa rõ ngày họp
    – no-information trước Phiên họp thứ hai; chưa rõ ngày họp
    – no-information trước Phiên họp thứ ba của Ban Thử; chưa rõ ngày họp
    – no-information chưa rõ ngày họp
    – no-information tại Phiên họp thứ ba của Ban Thử; chưa rõ ngày họp
    ");
    insta::assert_snapshot!(shown(&data, "2024-05-02", Language::EN), @r"
    – no-information at the meeting “Phiên họp thứ hai”; the day of the meeting is unknown
    – no-information before the meeting “Phiên họp thứ hai”; the day of the meeting is unknown
    – no-information before the meeting “Third session of Ban Thử”; the day of the meeting is unknown
    – no-information the day of the meeting is unknown
    2024-09-30 in-time at the meeting “Third session of Ban Thử”
    ");
    let meetings = "hop-2: title: Phiên họp thứ hai; body: ban; ordinal: 2; held: 2024-04-15\n\
                    hop-3: title: Phiên họp thứ ba; body: ban; ordinal: 3; held: 2024-07-01";
    let data = site("", meetings, &tasks);
    insta::assert_snapshot!(shown(&data, "2024-04-16", Language::VI), @r"
    2024-04-15 past-due-unreported tại Phiên họp thứ hai
    2024-04-14 past-due-unreported trước Phiên họp thứ hai
    2024-06-30 in-time trước Phiên họp thứ ba
    2024-06-30 in-time
    2024-07-01 in-time tại Phiên họp thứ ba
    ");
}

/// A date, then standing: dated until it is done, and past due like any other.
#[test]
fn a_date_then_standing() {
    let tasks = [
        "due: {by: 2024-Q1, then: continuous}",
        "due: {by: 2024-Q1, then: continuous}, updates: [{date: 2024-03-20, progress: completed}]",
    ];
    let data = site("", "", &tasks);
    insta::assert_snapshot!(shown(&data, "2024-03-19", Language::VI), @r"
    2024-03-31 due-soon sau đó thường xuyên
    2024-03-31 due-soon sau đó thường xuyên
    ");
    insta::assert_snapshot!(shown(&data, "2024-04-01", Language::VI), @r"
    2024-03-31 past-due-unreported sau đó thường xuyên
    2024-03-31 completed-on-time sau đó thường xuyên
    ");
}

/// Weeks: begun after the notice, reports on Friday.
#[test]
fn weekly_duties() {
    let tasks = [
        "due: {every: week, weekday: friday, from: 2024-12-20}, updates: [{date: 2024-12-27, period: 2024-W52, progress: completed}]",
    ];
    let report = Report::new(site("", "", &tasks), day("2025-01-04"));
    let line = |o: &tiendo::derive::Obligation| {
        let (period, due) = (o.period.expect("a week").code(), o.status.due.expect("a day"));
        format!("{period} {due} {}\n", o.status.label.code())
    };
    let lines: String = report.obligations().iter().map(line).collect();
    insta::assert_snapshot!(lines, @r"
    2024-W51 2024-12-20 past-due-unreported
    2024-W52 2024-12-27 completed-on-time
    2025-W01 2025-01-03 past-due-unreported
    ");
}

/// A deadline without a day is told with its reason, on pages and in downloads, and nowhere called "no deadline".
#[test]
fn what_has_no_day_yet_says_why() {
    let tasks = ["due: {before: {body: ban, ordinal: 3}}", "due: {within: {days: 5, working: true}}"];
    let site = open(files("", "", &tasks), "2024-02-01", None);
    let calendar = site.text("lich/index.html");
    let (_, waiting) = calendar.split_once("id=\"h-without-day\"").expect("the section");
    for (page, why) in [
        ("nhiem-vu/t0/index.html", "trước Phiên họp thứ ba của Ban Thử; chưa rõ ngày họp"),
        ("nhiem-vu/t1/index.html", "vì chưa có danh sách ngày nghỉ năm 2024"),
    ] {
        let page = site.text(page);
        assert!(page.contains(why) && !page.contains("không có thời hạn"), "{page}");
        assert!(waiting.contains(why), "{waiting}");
    }
    for list in ["nhiem-vu/index.html", "co-quan/so-a/index.html"] {
        let list = site.text(list);
        assert!(list.contains("chưa rõ ngày họp") && !list.contains("dim\">không có thời hạn"), "{list}");
    }
    let csv = site.text("du-lieu/nhiem-vu.csv");
    let codes = ["before-meeting", "ban#3", "no-meeting-day", "within", "5-working-days:issue", "no-holidays"];
    assert!(codes.iter().all(|code| csv.contains(code)), "{csv}");
    assert!(!site.text("du-lieu/lich.ics").contains("nhiem-vu/t0"), "an event has a day");
}

/// A deadline brought forward, then extended to a period: in words, in the list of changes, in the download.
#[test]
fn deadlines_brought_forward() {
    let tasks = ["due: 2024-Q4, extended: [{to: 2024-06, on: 2024-03-01, by: Ban Thử}, {to: 2024-Q3, on: 2024-03-15}]"];
    let site = open(files("", "", &tasks), "2024-03-10", None);
    let page = site.text("nhiem-vu/t0/index.html");
    assert!(page.contains("Hạn cuối 30/6/2024, rút ngắn từ 31/12/2024."), "{page}");
    assert!(page.contains("Rút ngắn thời hạn đến hết <time datetime=\"2024-06-30\">tháng 6/2024</time>"), "{page}");
    assert!(site.text("thay-doi/2024-03/index.html").contains("Rút ngắn thời hạn đến hết tháng 6/2024."));
    let csv = site.text("du-lieu/gia-han.csv");
    let rows: Vec<&str> = csv.lines().skip(1).collect();
    assert_eq!(rows, ["\"t0\",\"2024-06-30\",\"2024-06\",\"true\",\"2024-03-01\",\"Ban Thử\""]);
}

/// Where the source's words do not name the meeting, its page does.
#[test]
fn the_meeting_that_sets_a_deadline_is_linked() {
    let tasks = ["due: {at: {meeting: hop-2}, wording: báo cáo tại phiên họp tới}"];
    let meetings = "hop-2: title: Phiên họp thứ hai; held: 2024-04-15";
    let page = open(files("", meetings, &tasks), "2024-02-01", None).text("nhiem-vu/t0/index.html");
    let (days, limit) = page.split_once("<q>báo cáo tại phiên họp tới</q>").expect("the words");
    let (limit, _) = limit.split_once("</p>").expect("their end");
    assert!(
        days.contains("15/4/2024</time>") && limit.contains("phien-hop/hop-2/index.html\">Phiên họp thứ hai</a>"),
        "{limit}"
    );
}
