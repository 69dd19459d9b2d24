//! Tables of agency × duty and agency × period: every obligation in one cell, no page too heavy.

use crate::laws::{THREE, dataset_of, small_with};
use crate::sample;
use std::collections::BTreeMap;
use std::sync::Arc;
use tiendo::derive::{Given, Report};
use tiendo::diag::{Sink, Sources};
use tiendo::load::{disk, load};
use tiendo::model::{Dataset, Due};
use tiendo::theme::Theme;
use tiendo::{
    bundle::Source,
    pages::{Plan, PlanOptions},
};

fn plan(data: Arc<Dataset>, as_of: &str) -> Plan {
    let (mut sources, mut sink) = (Sources::default(), Sink::default());
    let theme = Theme::load(Vec::new(), &mut sources, &mut sink).expect("the carried theme loads");
    let report = Report::new(data, as_of.parse().expect("a date"));
    Plan::new(report, Arc::new(theme), PlanOptions::default()).expect("no two pages have one address")
}

/// The rows of a table: agency, then the shape in each cell (`-` where there is none).
fn table(html: &str) -> Vec<String> {
    let table =
        html.split("<table class=\"matrix\">").nth(1).expect("a table").split("</table>").next().expect("its end");
    let rows = table.split("<tr>").skip(2);
    let row = |row: &str| {
        let name = row.split("\">").nth(2).expect("a link").split('<').next().expect("a name");
        let cells = row
            .split("<td")
            .skip(1)
            .map(|cell| cell.split("#s-").nth(1).map_or("-", |rest| rest.split('"').next().expect("a code")));
        let cells: Vec<&str> = cells.collect();
        format!("{name}: {}", cells.join(" "))
    };
    rows.map(row).collect()
}

fn page(plan: &Plan, path: &str) -> String {
    String::from_utf8(plan.bytes(path).expect("renders").into_owned()).expect("UTF-8")
}

#[test]
fn a_group_and_a_recurring_duty() {
    let tasks = "  - {id: mot, title: Một, clause: \"1\", lead: [cac-so], due: 2024-03-31, updates: [{date: 2024-03-01, agency: so-a, progress: completed}]}\n\
                 \x20 - {id: hai, title: Hai, clause: \"1\", lead: [cac-so, so-c]}\n\
                 \x20 - {id: ba, title: Ba, clause: \"1\", lead: [so-a, so-c], due: {every: month}, updates: [{date: 2024-03-02, agency: so-c, period: 2024-02, progress: completed}]}";
    let plan = plan(small_with("", THREE, tasks), "2024-04-20");
    // so-c joined the group after the notice, and has the second task by its own name.
    assert_eq!(
        table(&page(&plan, "bao-cao/nhom/cac-so/index.html")),
        ["Sở A: completed-on-time no-information", "Sở B: past-due-unreported no-information"]
    );
    // Newest period first: April, March, February.
    assert_eq!(
        table(&page(&plan, "bao-cao/dinh-ky/ba/index.html")),
        ["Sở A: due-soon past-due-unreported past-due-unreported", "Sở C: due-soon past-due-unreported completed-late"]
    );
}

#[test]
fn every_obligation_of_the_sample_has_one_cell() {
    let snapshot = disk::read(sample::folder()).expect("the sample is readable");
    let data =
        Arc::new(load(&snapshot, |_| "2030-01-01".parse().expect("a date")).dataset.expect("the sample is sound"));
    let plan = plan(data, sample::AS_OF);
    let report = plan.report();
    let mut cells: BTreeMap<String, usize> = BTreeMap::new();
    for path in plan.page_paths().filter(|p| p.starts_with("bao-cao/")) {
        let html = page(&plan, path);
        assert!(html.len() < 300_000, "{path}: {} bytes", html.len());
        let mut parts = path.split('/').skip(1);
        if let (Some("nhom" | "dinh-ky"), Some(id)) = (parts.next(), parts.next()) {
            *cells.entry(id.to_owned()).or_default() += html.matches("<td class=\"s-").count();
        }
    }
    let mut expected: BTreeMap<String, usize> = BTreeMap::new();
    for o in report.obligations() {
        let recurring = matches!(report.data[o.task].deadline.due, Due::Every(_));
        let alone = report.obligations_of(o.task).iter().all(|other| other.assigned == o.assigned);
        match o.given {
            Given::AsMemberOf(group) if !recurring => {
                *expected.entry(report.data[group].id.to_string()).or_default() += 1;
            }
            Given::AsMemberOf(_) | Given::ByName if recurring && !alone => {
                *expected.entry(report.data[o.task].id.to_string()).or_default() += 1;
            }
            Given::AsMemberOf(_) | Given::ByName => {}
        }
    }
    assert_eq!(cells, expected);
}

/// A long timeline comes in parts of a hundred meetings, newest first, each meeting on one of them.
#[test]
fn a_long_timeline_has_parts() {
    let mut files = vec![
        ("content/site.yaml".to_owned(), "title: Thử".to_owned()),
        ("content/agencies/a.yaml".to_owned(), "agencies: [{id: so-a, name: Sở A, kind: other}]".to_owned()),
    ];
    for n in 0..150 {
        let (month, day, body) = (n / 25 + 1, n % 25 + 1, if n % 50 == 0 { "body: so-a\n" } else { "" });
        let text = format!("---\ntitle: Họp {n}\nheld: 2024-{month:02}-{day:02}\n{body}---\n\n1. Một.\n");
        files.push((format!("content/meetings/hop-{n}.md"), text));
    }
    let plan = plan(dataset_of(files), "2024-12-31");
    let titles = |path: &str| {
        let html = page(&plan, path);
        let found = html.split("<article class=\"card meeting\">").skip(1);
        let title = |card: &str| card.split("<h3><a").nth(1).and_then(|t| t.split('>').nth(1)).map(str::to_owned);
        found.filter_map(title).map(|t| t.trim_end_matches("</a").to_owned()).collect::<Vec<String>>()
    };
    let all = [titles("phien-hop/index.html"), titles("phien-hop/trang/2/index.html")];
    assert_eq!((all[0].len(), all[1].len()), (100, 50));
    let newest_first: Vec<String> = (0..150).rev().map(|n| format!("Họp {n}")).collect();
    assert_eq!(all.concat(), newest_first);
    assert_eq!(titles("phien-hop/co-quan/so-a/index.html"), ["Họp 100", "Họp 50", "Họp 0"]);
}
