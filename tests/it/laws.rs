//! Laws of obligations and tallies, over invented sites and over the sample.

use crate::sample;
use crate::starter;
use chrono::{Days, NaiveDate};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::sync::Arc;
use tiendo::derive::{Family, Label, Obligation, Report, Tally, Timeliness, Worklist};
use tiendo::load::{Snapshot, disk, load};
use tiendo::model::{AgencyIx, Dataset, Due, GroupIx, Party, Period, Scope, TaskIx};

fn day(text: &str) -> NaiveDate {
    text.parse().expect(text)
}

/// A dataset from one text with `--- path` lines; faults fail the test.
fn dataset(text: &str) -> Arc<Dataset> {
    dataset_of(files(text))
}

fn files(text: &str) -> Vec<(String, String)> {
    let mut files: Vec<(String, String)> = Vec::new();
    for line in text.lines() {
        if let Some(rest) = line.strip_prefix("--- content/") {
            files.push((format!("content/{rest}"), String::new()));
            continue;
        }
        let (_, body) = files.last_mut().expect("a text begins with a path");
        body.push_str(line);
        body.push('\n');
    }
    files
}

/// A dataset from files; faults fail the test.
pub fn dataset_of(files: Vec<(String, String)>) -> Arc<Dataset> {
    let snapshot = Snapshot::of_texts(files);
    let loaded = load(&snapshot, |_| day("2030-01-01"));
    let sources = loaded.sources;
    let faults = loaded.diagnostics.into_sorted(&sources);
    Arc::new(loaded.dataset.unwrap_or_else(|| panic!("{faults:#?}")))
}

/// A small site: one meeting of 10 January 2024 with one notice of 15 January, and the given agencies and tasks.
fn small(agencies: &str, tasks: &str) -> Arc<Dataset> {
    small_with("", agencies, tasks)
}

/// The same with settings.
pub fn small_with(settings: &str, agencies: &str, tasks: &str) -> Arc<Dataset> {
    dataset_of(small_files(settings, agencies, tasks))
}

/// Its files.
pub fn small_files(settings: &str, agencies: &str, tasks: &str) -> Vec<(String, String)> {
    files(&format!(
        "--- content/site.yaml\ntitle: Thử\n{settings}\n--- content/agencies/a.yaml\n{agencies}\n\
         --- content/meetings/hop.md\n---\ntitle: Họp\nheld: 2024-01-10\ndocuments: [{{kind: Thông báo, issued: 2024-01-15}}]\n---\n\n1. Một.\n\n\
         --- content/tasks/t.yaml\ndocument: hop\ntasks:\n{tasks}\n"
    ))
}

/// Three agencies and two groups.
pub const THREE: &str = "\
agencies:
  - {id: so-a, name: Sở A, kind: other}
  - {id: so-b, name: Sở B, kind: other, until: 2024-06-30, succeeded_by: [{agency: so-a, from: 2024-07-01}]}
  - {id: so-c, name: Sở C, kind: other}
groups:
  - {id: cac-so, name: Các sở, members: [{agency: so-a}, {agency: so-b, until: 2024-06-30}, {agency: so-c, from: 2024-02-01}]}
  - {id: lien-quan, name: Các cơ quan liên quan, open: true}
";

/// `holder<assigned+taken over period label days`, one a line.
pub fn shown(report: &Report) -> String {
    let name = |h: Party| match h {
        Party::Agency(ix) => report.data[ix].id.to_string(),
        Party::Group(ix) => format!("[{}]", report.data[ix].id),
    };
    let mut out = String::new();
    for o in report.obligations() {
        let _ = write!(out, "{}", name(o.holder));
        if o.holder != o.assigned {
            let _ = write!(out, "<{}", name(o.assigned));
        }
        for agency in &o.taken_over {
            let _ = write!(out, "+{}", name(Party::Agency(*agency)));
        }
        if let Some(period) = o.period {
            let _ = write!(out, " {}", period.code());
        }
        let _ = write!(out, " {}", o.status.label.code());
        match o.status.timeliness {
            Timeliness::Overdue(n) | Timeliness::Missed(n) | Timeliness::Ahead(n) | Timeliness::DueSoon(n) => {
                let _ = write!(out, " {n}");
            }
            Timeliness::NoDeadline | Timeliness::Met(_) | Timeliness::Unclear => {}
        }
        out.push('\n');
    }
    out
}

fn at(data: &Arc<Dataset>, as_of: &str) -> String {
    shown(&Report::new(Arc::clone(data), day(as_of)))
}

#[test]
fn groups_are_expanded_on_the_issue_date() {
    let data = small(THREE, "  - {id: viec, title: Việc, clause: \"1\", lead: [cac-so], due: 2024-03-31}");
    // so-c joined after the notice and owes nothing; the document does not exist before its day.
    assert_eq!(at(&data, "2024-01-14"), "");
    insta::assert_snapshot!(at(&data, "2024-03-31"), @r"
    so-a due-soon 0
    so-b due-soon 0
    ");
}

#[test]
fn open_obligations_pass_to_the_successor_and_closed_ones_stay() {
    let data = small(
        THREE,
        "  - {id: viec-mot, title: Một, clause: \"1\", lead: [so-b], due: 2024-09-30}\n\
         \x20 - {id: viec-hai, title: Hai, clause: \"1\", lead: [so-b], updates: [{date: 2024-05-01, progress: completed}]}\n\
         \x20 - {id: viec-ba, title: Ba, clause: \"1\", lead: [so-b], due: 2024-09-30, updates: [{date: 2024-08-01, agency: so-a, progress: completed}]}",
    );
    insta::assert_snapshot!(at(&data, "2024-06-30"), @r"
    so-b in-time 92
    so-b completed
    so-b in-time 92
    ");
    insta::assert_snapshot!(at(&data, "2024-09-01"), @r"
    so-a<so-b in-time 29
    so-b completed
    so-a<so-b completed-on-time
    ");
}

/// One holder owes one task once per period, however it came to it; what an agency closed stays where it was closed.
#[test]
fn a_holder_owes_a_task_once() {
    // so-b is merged into so-a on 1 July: what is open of the two is one, so-a's own.
    let two = "  - {id: viec, title: Việc, clause: \"1\", lead: [so-b, so-a], due: 2024-09-30}";
    insta::assert_snapshot!(at(&small(THREE, two), "2024-06-30"), @"
    so-a in-time 92
    so-b in-time 92
    ");
    let report = Report::new(small(THREE, two), day("2024-07-01"));
    insta::assert_snapshot!(shown(&report), @"so-a+so-b in-time 91");
    let so_b = report.data.agency_list().find(|(_, a)| a.id.as_str() == "so-b").expect("so-b").0;
    assert_eq!((report.passed_on_by(so_b).count(), report.held_by(so_b).count()), (1, 0));
    // so-b had closed its own.
    let closed = two.replace("due:", "updates: [{date: 2024-05-01, agency: so-b, progress: completed}], due:");
    insta::assert_snapshot!(at(&small(THREE, &closed), "2024-07-01"), @"
    so-a in-time 91
    so-b completed-on-time
    ");
    // Through a group it is the same, and each period that begins after the merger is owed once.
    let group = "  - {id: viec, title: Việc, clause: \"1\", lead: [cac-so], due: {every: quarter, until: 2024}}";
    insta::assert_snapshot!(at(&small(THREE, group), "2024-10-02"), @"
    so-a+so-b 2024-Q2 past-due-unreported 94
    so-a 2024-Q3 past-due-unreported 2
    so-a 2024-Q4 in-time 90
    ");
}

/// Two bodies become a third: what both had is one, and says from whom it came; the most pressing of the two counts.
#[test]
fn two_that_become_a_third() {
    let agencies = "agencies:\n\
        - {id: moi, name: Mới, kind: other, from: 2024-07-01}\n\
        - {id: so-m, name: M, kind: other, until: 2024-06-30, succeeded_by: [{agency: moi, from: 2024-07-01}]}\n\
        - {id: so-n, name: N, kind: other, until: 2024-06-30, succeeded_by: [{agency: moi, from: 2024-07-01}]}\n\
        - {id: so-x, name: X, kind: other, until: 2024-03-31}\n";
    let task = "  - {id: viec, title: Việc, clause: \"1\", lead: [so-m, so-n], coordinators: [moi], due: {every: month, from: 2024-05}, \
        updates: [{date: 2024-05-20, agency: so-m, period: 2024-05, progress: completed}, {date: 2024-06-20, agency: so-m, period: 2024-06, progress: suspended}]}\n\
        \x20 - {id: mot, title: Một, clause: \"1\", lead: [so-x], due: {every: month}}";
    let report = Report::new(small(agencies, task), day("2024-07-10"));
    // Nobody gets a period after its end: so-x has none after March.
    insta::assert_snapshot!(shown(&report), @"
    so-m 2024-05 completed-on-time
    moi<so-n 2024-05 past-due-unreported 40
    moi<so-m+so-n 2024-06 past-due-unreported 10
    moi 2024-07 in-time 21
    so-x 2024-02 past-due-unreported 132
    so-x 2024-03 past-due-unreported 101
    ");
    // Whoever leads by now does not coordinate.
    let before = Report::new(Arc::clone(&report.data), day("2024-06-10"));
    let coordinates = |report: &Report| report.agency(AgencyIx::new(0)).coordinates.len();
    assert_eq!((coordinates(&before), coordinates(&report)), (1, 0));
}

#[test]
fn an_open_group_is_never_expanded() {
    let data = small(THREE, "  - {id: viec, title: Việc, clause: \"1\", lead: [lien-quan, so-a]}");
    insta::assert_snapshot!(at(&data, "2024-03-31"), @r"
    so-a no-information
    [lien-quan] no-information
    ");
}

#[test]
fn coordinators_are_never_scored() {
    let data = small(
        THREE,
        "  - {id: viec, title: Việc, clause: \"1\", lead: [so-a], coordinators: [so-c], due: 2024-03-31, updates: [{date: 2024-03-01, agency: so-c, progress: completed}]}",
    );
    let report = Report::new(Arc::clone(&data), day("2024-03-31"));
    insta::assert_snapshot!(shown(&report), @"so-a due-soon 0");
    let helper = data.agency_list().find(|(_, a)| a.id.as_str() == "so-c").expect("so-c").0;
    assert_eq!((report.agency(helper).tally.total(), report.agency(helper).coordinates.len()), (0, 1));
}

#[test]
fn recurring_duties_have_one_obligation_a_period() {
    let monthly = "  - {id: viec, title: Việc, clause: \"1\", lead: [so-a], due: {every: month, adhoc: true}, updates: [\
                   {date: 2024-02-29, period: 2024-02, progress: completed}, {date: 2024-04-05, period: 2024-03, progress: completed}, \
                   {date: 2024-04-20, adhoc: true, note: Đột xuất}]}";
    let data = small(THREE, monthly);
    // The notice is of 15 January: February is the first whole month. The ad hoc report answers for no month.
    insta::assert_snapshot!(at(&data, "2024-05-10"), @r"
    so-a 2024-02 completed-on-time
    so-a 2024-03 completed-late 5
    so-a 2024-04 past-due-unreported 10
    so-a 2024-05 in-time 21
    ");
    let by_day = "  - {id: viec, title: Việc, clause: \"1\", lead: [so-a], due: {every: quarter, from: 2024-01-15, until: 2024-06-30, day: 20}}";
    insta::assert_snapshot!(at(&small(THREE, by_day), "2024-12-31"), @r"
    so-a 2024-Q1 past-due-unreported 286
    so-a 2024-Q2 past-due-unreported 194
    ");
    let set = "  - {id: viec, title: Việc, clause: \"1\", lead: [so-a], due: {every: half, from: 2024-01-15}}";
    let data = small_with("thresholds: {period_day: 25}\nunreported: overdue", THREE, set);
    insta::assert_snapshot!(at(&data, "2024-07-01"), @r"
    so-a 2024-H1 overdue 6
    so-a 2024-H2 in-time 177
    ");
}

#[test]
fn extensions_count_from_the_day_they_are_granted() {
    let task = "  - {id: viec, title: Việc, clause: \"1\", lead: [so-a], due: {before: 2024-04-01}, extended: [{to: 2024-05-31, on: 2024-04-10, by: Chủ tịch}]}";
    let data = small_with("unreported: overdue", THREE, task);
    insta::assert_snapshot!(at(&data, "2024-04-09"), @"so-a overdue 9");
    insta::assert_snapshot!(at(&data, "2024-04-10"), @"so-a in-time 51");
    insta::assert_snapshot!(at(&data, "2024-06-01"), @"so-a overdue 1");
}

#[test]
fn collective_reports_count_for_no_member_unless_they_say_so() {
    let one = "  - {id: viec, title: Việc, clause: \"1\", lead: [cac-so], due: 2024-03-31, updates: [{date: 2024-05-01, progress: completed}]}";
    let data = small(THREE, one);
    let report = Report::new(Arc::clone(&data), day("2024-05-10"));
    insta::assert_snapshot!(shown(&report), @r"
    so-a past-due-unreported 40
    so-b past-due-unreported 40
    ");
    assert_eq!(report.task(TaskIx::new(0)).label, Some(Label::CompletedLate));
    let all = one.replace("progress: completed", "members: all, progress: completed");
    insta::assert_snapshot!(at(&small(THREE, &all), "2024-05-10"), @r"
    so-a completed-late 31
    so-b completed-late 31
    ");
}

#[test]
fn internal_tasks_are_nowhere() {
    let data = small(THREE, "  - {id: kin, title: Kín, clause: \"1\", lead: [so-a], internal: true}");
    assert_eq!(data.tasks.len(), 0);
}

// ---- the official table --------------------------------------------------------------------------------------------

/// Báo cáo 1270/BC-TCTTTg, 27/12/2017: 21.914 = 14.068 + 1.983 + 5.640 + 223.
pub fn official_site() -> String {
    let mut tasks = String::new();
    let mut add = |count: usize, name: &str, rest: &str| {
        for n in 0..count {
            let _ = writeln!(tasks, "  - {{id: {name}-{n}, title: Việc {n}, clause: \"1\", lead: [so-a], {rest}}}");
        }
    };
    add(14_068, "dung-han", "due: 2017-06-30, updates: [{date: 2017-06-30, progress: completed}]");
    add(1_983, "qua-han", "due: 2017-06-30, updates: [{date: 2017-07-01, progress: completed}]");
    add(5_640, "trong-han", "due: 2018-06-30");
    add(223, "tre", "due: 2017-11-30");
    format!(
        "--- content/site.yaml\ntitle: Bảng hư cấu\nunreported: overdue\n--- content/agencies/a.yaml\nagencies: [{{id: so-a, name: Sở A, kind: other}}]\n\
         --- content/meetings/hop.md\n---\ntitle: Họp\nheld: 2017-01-02\ndocuments: [{{kind: Thông báo, issued: 2017-01-02}}]\n---\n\n1. Một.\n\n\
         --- content/tasks/t.yaml\ndocument: hop\ntasks:\n{tasks}"
    )
}

#[test]
fn the_official_table() {
    let report = Report::new(dataset(&official_site()), day("2017-12-25"));
    for tally in [report.tally(), report.task_tally()] {
        let parts = [Label::CompletedOnTime, Label::CompletedLate, Label::InTime, Label::Overdue].map(|l| tally.of(l));
        assert_eq!(parts, [14_068, 1_983, 5_640, 223]);
        assert_eq!((tally.total(), tally.completed(), tally.open_dated()), (21_914, 16_051, 5_863));
        assert_eq!(tally.completion_rate().basis_points(), Some(9_863));
    }
}

#[test]
fn the_official_table_on_the_dashboard() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    for (path, text) in files(&official_site()) {
        let path = folder.path().join(path);
        std::fs::create_dir_all(path.parent().expect("a parent")).expect("created");
        std::fs::write(path, text).expect("written");
    }
    let output = folder.path().join("out");
    let mut command = starter::tiendo();
    command
        .args(["build", "--as-of", "2017-12-25", "--quiet", "--no-sync", "--site"])
        .arg(folder.path())
        .arg("--output")
        .arg(&output);
    command.assert().success();
    let home = std::fs::read_to_string(output.join("index.html")).expect("an overview");
    for figure in ["21.914", "14.068", "1.983", "5.640", "223", "16.051", "16.274", "98,63%", "25/12/2017"] {
        assert!(home.contains(figure), "{figure} is not on the dashboard");
    }
    // 21.914 tasks: parts of at most 50 rows, each below 100 KB.
    let parts = sample::files(&output.join("nhiem-vu/trang"));
    assert_eq!(parts.len(), 21_914_usize.div_ceil(50) - 1);
    for part in parts {
        let size = std::fs::metadata(output.join("nhiem-vu/trang").join(&part)).expect("there").len();
        assert!(size < 100_000, "{part}: {size} bytes");
    }
}

// ---- the sample ----------------------------------------------------------------------------------------------------

fn sample_report(as_of: &str) -> Report {
    let snapshot = disk::read(sample::folder()).expect("the sample is readable");
    let loaded = load(&snapshot, |_| day("2026-11-22"));
    Report::new(Arc::new(loaded.dataset.expect("the sample has no faults")), day(as_of))
}

fn task(report: &Report, id: &str) -> TaskIx {
    report.data.task_list().find(|(_, t)| t.id.as_str() == id).unwrap_or_else(|| panic!("no task {id}")).0
}

#[test]
fn the_sample_says_what_is_known_and_accuses_nobody() {
    let report = sample_report("2026-11-21");
    let portal = report
        .data
        .task_list()
        .find(|(_, t)| t.deadline.due == Due::BeforeDay(day("2019-11-01")))
        .expect("the portal")
        .0;
    let status = report.task(portal).status.expect("one lead");
    assert_eq!((status.label, status.timeliness), (Label::CompletedLate, Timeliness::Missed(39)));
    let directives = [("2018-10-30", "2018-10"), ("2023-10-27", "2023-10")];
    for (done, due) in directives {
        let due = Due::By(Period::parse(due).expect(due));
        let done = day(done);
        let found = report
            .data
            .task_list()
            .find(|(_, t)| t.deadline.due == due && t.updates.iter().any(|u| u.date.last() == done));
        let label = report.task(found.expect("the directive").0).label;
        assert_eq!(label, Some(Label::CompletedOnTime), "{done}");
    }
    assert_eq!(report.tally().of(Label::Overdue), 0, "no agency is overdue for lack of information");
    assert_eq!(report.task_tally().of(Label::Overdue), 0);
    assert!(report.data.tasks.len() >= 90);
    for (_, task) in report.data.task_list() {
        for update in &task.updates {
            assert!(!update.evidence.is_empty(), "{}: an update without a source", task.id);
        }
    }
}

#[test]
fn groups_of_the_sample_have_their_members_of_the_day() {
    let report = sample_report("2026-11-21");
    let size = |id: &str, on: &str| {
        let group =
            report.data.group_list().find(|(_, g)| g.id.as_str() == id).unwrap_or_else(|| panic!("no group {id}")).0;
        report.data.expand(tiendo::model::Party::Group(group), Some(day(on))).len()
    };
    for on in ["2018-09-11", "2023-09-11", "2023-10-16", "2024-02-15"] {
        assert_eq!(
            (size("cac-bo-co-quan-ngang-bo", on), size("co-quan-thuoc-chinh-phu", on), size("ubnd-cap-tinh", on)),
            (22, 8, 63)
        );
    }
    assert_eq!((size("cac-bo-co-quan-ngang-bo", "2025-03-01"), size("ubnd-cap-tinh", "2025-07-01")), (17, 34));
    assert!(task(&report, "cong-dich-vu-cong-quoc-gia").at() < report.data.tasks.len());
}

// ---- laws over invented sites ----------------------------------------------------------------------------------------

/// A small deterministic source of choices.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % sides
    }

    fn day(&mut self, from: &str, span: u64) -> NaiveDate {
        day(from).checked_add_days(Days::new(self.roll(span))).expect("in range")
    }
}

/// A fictional site: the same for the same seed.
pub fn invented(seed: u64, policy: &str) -> Vec<(String, String)> {
    let mut dice = Dice(seed);
    let mut agencies = String::from("agencies:\n");
    for n in 0..6 {
        // Agency n may be merged into n+1: never a circle.
        let ends = n < 5 && dice.roll(3) == 0;
        let end = dice.day("2024-05-01", 300);
        let _ = write!(agencies, "  - {{id: cq-{n}, name: Cơ quan {n}, kind: other");
        if ends {
            let next = end.succ_opt().expect("a day");
            let _ = write!(agencies, ", until: {end}, succeeded_by: [{{agency: cq-{}, from: {next}}}]", n + 1);
        }
        agencies.push_str("}\n");
    }
    agencies.push_str("  - {id: nhan-1, name: Nhận 1, kind: other, until: 2024-12-31, succeeded_by: [{agency: cq-5, from: 2025-01-01}]}\n");
    agencies.push_str("  - {id: nhan-2, name: Nhận 2, kind: other}\n");
    agencies.push_str("groups:\n  - {id: nhom, name: Nhóm, members: [{agency: cq-0}, {agency: cq-1}, {agency: cq-2, until: 2024-02-01}, {group: nhom-con}]}\n");
    agencies
        .push_str("  - {id: nhom-con, name: Nhóm con, members: [{agency: cq-3}, {agency: cq-4, from: 2024-01-20}]}\n");
    agencies.push_str("  - {id: mo, name: Nhóm mở, open: true}\n");
    let mut tasks = String::new();
    for n in 0..12 {
        let (lead, single) = match dice.roll(7) {
            5 => (format!("cq-{}, cq-{}", dice.roll(3), 3 + dice.roll(3)), None),
            6 => (format!("nhom, cq-{}", dice.roll(6)), None),
            0 => ("nhom".to_owned(), None),
            1 => ("mo".to_owned(), None),
            2 => ("nhom-con, cq-0".to_owned(), None),
            _ => {
                let a = dice.roll(6);
                (format!("cq-{a}"), Some(a))
            }
        };
        let due = match dice.roll(9) {
            0 => "2024-06-30".to_owned(),
            1 => "{before: 2024-08-01}".to_owned(),
            2 => "{before: 2024-09}".to_owned(),
            3 => "2024-Q3".to_owned(),
            4 => "2024-H2".to_owned(),
            5 => "continuous".to_owned(),
            6 => "{every: month, adhoc: true}".to_owned(),
            7 => "{every: quarter, until: 2024-12-31}".to_owned(),
            _ => "{wording: sớm}".to_owned(),
        };
        let recurring = due.contains("every");
        let _ = write!(
            tasks,
            "  - id: viec-{n}\n    title: Việc {n}\n    clause: \"1\"\n    lead: [{lead}]\n    due: {due}\n"
        );
        if dice.roll(5) == 0 {
            tasks.push_str("    condition: Khi có vướng mắc\n");
        }
        if dice.roll(5) == 0 {
            let _ = writeln!(tasks, "    cancelled: {{on: {}}}", dice.day("2024-02-01", 400));
        }
        // To two that never lead alone, so that nobody is given what it leads.
        if dice.roll(5) == 0 {
            let (first, then) = (dice.day("2024-02-01", 200), dice.day("2024-09-01", 200));
            let _ = writeln!(tasks, "    transferred: [{{to: nhan-1, on: {first}}}, {{to: nhan-2, on: {then}}}]");
        }
        if single.is_some() && !recurring && dice.roll(2) == 0 {
            let progress =
                ["in-progress", "completed", "not-started", "suspended", "not-applicable"][dice.roll(5) as usize];
            let on = dice.day("2024-02-01", 400);
            let _ = write!(tasks, "    updates:\n      - {{date: {on}, progress: {progress}}}\n");
        }
        // Of several, whoever stands first reports.
        if let (Some((first, _)), false) =
            (lead.split_once(", ").filter(|(first, _)| first.starts_with("cq-")), recurring)
        {
            let on = dice.day("2024-02-01", 400);
            let progress = ["in-progress", "completed", "suspended"][dice.roll(3) as usize];
            let _ = write!(tasks, "    updates:\n      - {{date: {on}, agency: {first}, progress: {progress}}}\n");
        }
    }
    vec![
        ("content/site.yaml".to_owned(), format!("title: Hư cấu\nunreported: {policy}\n")),
        ("content/agencies/a.yaml".to_owned(), agencies),
        (
            "content/meetings/hop.md".to_owned(),
            "---\ntitle: Họp\nheld: 2024-01-10\ndocuments: [{kind: Thông báo, issued: 2024-01-15}]\n---\n\n1. Một.\n"
                .to_owned(),
        ),
        ("content/tasks/t.yaml".to_owned(), format!("document: hop\ntasks:\n{tasks}")),
    ]
}

type Key = (TaskIx, Party, Option<Period>);

fn by_key(report: &Report) -> BTreeMap<Key, &Obligation> {
    report.obligations().iter().map(|o| ((o.task, o.assigned, o.period), o)).collect()
}

fn parts_make_the_whole(report: &Report) {
    let whole = report.tally();
    let data = &report.data;
    assert_eq!(whole.total() as usize, report.obligations().len());
    assert_eq!(by_key(report).len(), report.obligations().len(), "an obligation stands twice");
    let counts = |tallies: &[Tally]| Label::ALL.map(|label| tallies.iter().map(|t| t.of(label)).sum::<u32>());
    let by_task: Vec<Tally> = data.task_list().map(|(ix, _)| report.task(ix).tally).collect();
    let by_agency: Vec<Tally> = data.agency_list().map(|(ix, _)| report.agency(ix).tally).collect();
    let by_group: Tally =
        (0..data.groups.len()).flat_map(|n| report.held_by_group(GroupIx::new(n)).map(|o| o.status.label)).collect();
    assert_eq!(counts(&[whole]), counts(&by_task));
    assert_eq!(counts(&[whole]), counts(&[by_agency, vec![by_group]].concat()));
    let parts = [whole.completed(), whole.awaiting(), whole.open_dated(), whole.open_undated(), whole.aside()];
    assert_eq!(whole.total(), parts.iter().sum::<u32>());
    assert_eq!(whole.total(), Family::ALL.into_iter().map(|family| whole.of_family(family)).sum::<u32>());
    assert_eq!(report.task_tally().total() as usize, report.task_list().count());
    for (ix, _) in data.agency_list() {
        assert_eq!(report.held_by(ix).count(), report.agency(ix).tally.total() as usize);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn totals_are_the_sum_of_their_parts(seed in any::<u64>(), days in 0_u64..700, strict in any::<bool>()) {
        let data = dataset_of(invented(seed, if strict { "overdue" } else { "separate" }));
        let as_of = day("2024-01-01").checked_add_days(Days::new(days)).expect("in range");
        parts_make_the_whole(&Report::new(data, as_of));
    }

    #[test]
    fn a_later_day_never_undoes_overdue_without_an_update(seed in any::<u64>(), days in 0_u64..500, more in 1_u64..200) {
        let data = dataset_of(invented(seed, "overdue"));
        let first = day("2024-02-01").checked_add_days(Days::new(days)).expect("in range");
        let later = first.checked_add_days(Days::new(more)).expect("in range");
        let (before, after) = (Report::new(Arc::clone(&data), first), Report::new(Arc::clone(&data), later));
        let after = by_key(&after);
        for (key, o) in by_key(&before) {
            let given_up = data[key.0].cancelled.is_some();
            let reported = given_up || data[key.0].updates.iter().any(|u| u.date.last() > first && u.date.last() <= later);
            // Where parts were joined, the holder's own counts.
            let joined = |other: &&&Obligation| (other.task, other.period) == (o.task, o.period) && !other.taken_over.is_empty();
            if o.status.label != Label::Overdue || reported || after.values().any(|other| joined(&other)) {
                continue;
            }
            if data[key.0].transferred.is_empty() {
                prop_assert_eq!(after[&key].status.label, Label::Overdue);
            } else {
                // A further transfer parts what is open from what was closed under the lead before.
                let late = |other: &&Obligation| (other.task, other.period, other.status.label) == (o.task, o.period, Label::Overdue);
                prop_assert!(after.values().any(late));
            }
        }
    }

    #[test]
    fn mergers_join_and_never_add(seed in any::<u64>(), days in 0_u64..700) {
        let files = invented(seed, "separate");
        // The same site without successions and ends: every part stands for itself.
        let unmerged: Vec<_> = files.iter().cloned().map(|(path, text)| (path, strip_successions(&text))).collect();
        let as_of = day("2024-01-15").checked_add_days(Days::new(days)).expect("in range");
        let (merged, apart) = (Report::new(dataset_of(files), as_of), Report::new(dataset_of(unmerged), as_of));
        for ix in apart.task_list() {
            let (joined, parts) = (merged.task(ix).tally, apart.task(ix).tally);
            prop_assert!(joined.total() > 0);
            // A transfer joins the parts of several leads, and a merger after it parts what is open from what was closed.
            if !apart.data[ix].transferred.is_empty() {
                continue;
            }
            prop_assert!(joined.total() <= parts.total());
            if !apart.is_shared(ix) {
                prop_assert_eq!(joined, parts);
            }
        }
        let mut owed = BTreeSet::new();
        for o in merged.obligations() {
            prop_assert!(owed.insert((o.task, o.holder, o.period)), "owed twice");
            let Party::Agency(holder) = o.holder else { continue };
            let gone = merged.data[holder].succeeded_by.iter().any(|s| s.from <= as_of);
            prop_assert!(o.status.state.is_closed() || !gone, "an open obligation stays with an agency that is gone");
            let given = merged.data.reference_day(merged.data[o.task].document());
            let begins = given.max(o.period.map(Period::first)).expect("the notice has a day");
            prop_assert!(merged.data[holder].until.is_none_or(|until| begins <= until), "it begins after its holder's end");
            let task = &merged.data[o.task];
            let given_up = task.cancelled.as_ref().filter(|cancelled| cancelled.on <= as_of);
            prop_assert!(given_up.is_none_or(|end| o.status.state.is_closed() && o.period.is_none_or(|p| p.first() < end.on)));
            let silent = task.condition.is_some() && o.status.reported.is_none();
            prop_assert!(!silent || !matches!(o.status.label, Label::Overdue | Label::PastDueUnreported), "late by silence");
            prop_assert!(o.taken_over.iter().all(|agency| Party::Agency(*agency) != o.assigned));
        }
    }

    /// Ids decide in which order agencies are looked at, and so must not decide what is counted.
    #[test]
    fn the_order_of_agencies_changes_no_count(seed in any::<u64>(), days in 0_u64..700) {
        let files = invented(seed, "overdue");
        let turned = |text: &str| (0..6).fold(text.to_owned(), |text, n| text.replace(&format!("cq-{n}"), &format!("cq-x{}", 5 - n)));
        let other: Vec<_> = files.iter().map(|(path, text)| (path.clone(), turned(text))).collect();
        let as_of = day("2024-01-15").checked_add_days(Days::new(days)).expect("in range");
        let (one, other) = (Report::new(dataset_of(files), as_of), Report::new(dataset_of(other), as_of));
        for ix in one.task_list() {
            prop_assert_eq!(one.task(ix).tally, other.task(ix).tally);
            prop_assert_eq!(one.task(ix).label, other.task(ix).label);
        }
    }

    #[test]
    fn the_order_of_files_changes_nothing(seed in any::<u64>(), turn in 0_usize..4) {
        let files = invented(seed, "separate");
        let mut turned = files.clone();
        turned.rotate_left(turn);
        prop_assert_eq!(dataset_of(files), dataset_of(turned));
    }
}

fn strip_successions(text: &str) -> String {
    let cut = |line: &str| match line.find(", until: ") {
        Some(at) if line.contains("succeeded_by") => format!("{}}}", &line[..at]),
        _ => line.to_owned(),
    };
    text.lines().map(|l| cut(l) + "\n").collect()
}

#[test]
fn a_coordinators_update_is_its_own() {
    let data = small(
        THREE,
        "  - {id: viec, title: Việc, clause: \"1\", lead: [so-a], updates: [{date: 2024-02-01, progress: in-progress}]}",
    );
    assert!(data.tasks[0].updates.iter().all(|u| matches!(u.scope, Scope::Agency(_))));
}

/// The ready-made lists hold what their boxes count, in their order, at whatever day.
#[test]
fn ready_made_lists_agree_with_the_boxes() {
    for at in ["2019-06-01", "2023-12-01", "2024-06-01", "2026-11-21"] {
        let report = sample_report(at);
        let tally = report.task_tally();
        let silent = tally.of(Label::PastDueUnreported) + tally.of(Label::NoInformation);
        assert_eq!(report.worklist(Worklist::NoInformation).len() as u32, silent, "{at}");
        assert_eq!(report.worklist(Worklist::Completed).len() as u32, tally.completed(), "{at}");
        let has = |ix: TaskIx, label| report.obligations_of(ix).iter().any(|o| o.status.label == label);
        for (list, label) in [(Worklist::Overdue, Label::Overdue), (Worklist::DueSoon, Label::DueSoon)] {
            let listed = report.worklist(list);
            let expected = report.task_list().filter(|ix| has(*ix, label)).count();
            assert_eq!(listed.len(), expected, "{at} {label:?}");
            let due = |ix: &TaskIx| {
                report.obligations_of(*ix).iter().filter(|o| o.status.label == label).filter_map(|o| o.status.due).min()
            };
            assert!(listed.iter().map(due).is_sorted(), "{at} {label:?}");
        }
    }
}
