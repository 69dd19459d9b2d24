//! What became of a task in plain sentences, over every kind of deadline and every label, in both languages.

use crate::laws::{THREE, small_files};
use crate::open::open;
use std::fmt::Write as _;
use tiendo::model::Language;

/// What stands between `before` and `after` in a page.
fn between<'t>(html: &'t str, before: &str, after: &str) -> &'t str {
    let rest = html.split_once(before).unwrap_or_else(|| panic!("no {before}")).1;
    rest.split_once(after).expect("an end").0
}

/// What search engines are told of the task that `fields` (beside id, title and clause) describe.
fn summary(settings: &str, fields: &str, as_of: &str, language: Language) -> String {
    let tasks = format!("  - {{id: lam-bao-cao, title: Làm báo cáo, clause: \"1\", {fields}}}");
    let files = small_files(&format!("{settings}\nlanguages: [vi, en]"), THREE, &tasks);
    let folder = if language == Language::VI { "" } else { "en/" };
    let html = open(files, as_of, None).text(&format!("{folder}nhiem-vu/lam-bao-cao/index.html"));
    between(&html, "<meta name=\"description\" property=\"og:description\" content=\"", "\">").to_owned()
}

const STRICT: &str = "unreported: overdue";

/// Settings, fields of the task, as-of date.
const CASES: &[(&str, &str, &str)] = &[
    ("", "lead: [so-a], due: 2024-03-31, updates: [{date: 2024-05-09, progress: completed}]", "2024-06-01"),
    ("", "lead: [so-a], due: 2024-03-31, updates: [{date: 2024-03-31, progress: completed}]", "2024-06-01"),
    ("", "lead: [so-a], due: 2024-03-31, updates: [{date: 2024-06, progress: completed}]", "2024-07-01"),
    (
        "",
        "lead: [so-a], due: 2024-03-31, updates: [{date: 2024-06-30, progress: completed, completed_on: 2024}]",
        "2024-12-31",
    ),
    (
        "",
        "lead: [so-a], due: 2024-03-31, updates: [{date: 2024-05-09, progress: completed, completed_on: unknown}]",
        "2024-06-01",
    ),
    ("", "lead: [so-a], updates: [{date: 2024-05-09, progress: completed}]", "2024-06-01"),
    ("", "lead: [so-a], due: 2024-03-31", "2024-02-01"),
    (
        "",
        "lead: [so-a], due: 2024-03-31, updates: [{date: 2024-03-01, progress: in-progress, percent: 40}]",
        "2024-03-20",
    ),
    ("", "lead: [so-a], due: 2024-03-31, updates: [{date: 2024-03-01, progress: not-started}]", "2024-03-31"),
    ("", "lead: [so-a], due: 2024-03-31", "2024-04-01"),
    (STRICT, "lead: [so-a], due: 2024-03-31", "2024-04-02"),
    (
        "",
        "lead: [so-a], due: 2024-03-31, updates: [{date: 2024-04-09, progress: in-progress, overdue: true}]",
        "2024-05-01",
    ),
    ("", "lead: [so-a], updates: [{date: 2024-04-09, progress: in-progress}]", "2024-05-01"),
    ("", "lead: [so-a]", "2024-05-01"),
    ("", "lead: [so-a], due: {wording: khẩn trương}", "2024-05-01"),
    ("", "lead: [so-a], due: continuous", "2024-05-01"),
    (
        "",
        "lead: [so-a], due: {continuous: true, until: 2024-12-31}, updates: [{date: 2024-04-09, progress: in-progress}]",
        "2024-05-01",
    ),
    (
        "",
        "lead: [so-a], condition: Khi có phát sinh, due: 2024-03-31, updates: [{date: 2024-04-09, progress: not-applicable}]",
        "2024-05-01",
    ),
    ("", "lead: [so-a], due: 2024-03-31, updates: [{date: 2024-03-09, progress: suspended}]", "2024-05-01"),
    ("", "lead: [so-a], due: 2024-03-31, extended: [{to: 2024-06-30, on: 2024-03-20, by: Công văn 1}]", "2024-05-01"),
    ("", "lead: [so-b], due: 2024-09-30", "2024-08-01"),
    (
        "",
        "lead: [so-a, so-c], due: 2024-03-31, updates: [{date: 2024-03-01, agency: so-c, progress: completed}]",
        "2024-04-02",
    ),
    ("", "lead: [so-a, so-b, so-c], due: 2024-03-31", "2024-02-02"),
    (
        "",
        "lead: [cac-so], due: 2024-03-31, updates: [{date: 2024-03-01, progress: in-progress, percent: 60}]",
        "2024-04-02",
    ),
    ("", "lead: [lien-quan], due: 2024-03-31", "2024-04-02"),
    (
        "",
        "lead: [so-a], due: {every: month, adhoc: true}, updates: [{date: 2024-03-01, period: 2024-02, progress: completed}]",
        "2024-04-15",
    ),
    ("", "lead: [cac-so], due: {every: quarter, from: 2024-01-01}", "2024-05-15"),
];

#[test]
fn every_kind_of_task_in_words() {
    let mut table = String::new();
    for (settings, fields, as_of) in CASES {
        let vi = summary(settings, fields, as_of, Language::VI);
        let en = summary(settings, fields, as_of, Language::EN);
        let _ = writeln!(table, "{fields} @ {as_of}\n  {vi}\n  {en}");
        assert!(vi.contains(" được giao: Làm báo cáo."), "{vi}");
    }
    insta::assert_snapshot!(table);
}
