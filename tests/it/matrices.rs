//! Tables of agency × duty and agency × period: every obligation in one cell, no page too heavy.

use crate::laws::{THREE, small_files};
use crate::open::open;
use crate::sample;
use std::collections::BTreeMap;
use tiendo::derive::Given;
use tiendo::model::Due;

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

#[test]
fn a_group_and_a_recurring_duty() {
    let tasks = "  - {id: mot, title: Một, clause: \"1\", lead: [cac-so], due: 2024-03-31, updates: [{date: 2024-03-01, agency: so-a, progress: completed}]}\n\
                 \x20 - {id: hai, title: Hai, clause: \"1\", lead: [cac-so, so-c]}\n\
                 \x20 - {id: ba, title: Ba, clause: \"1\", lead: [so-a, so-c], due: {every: month}, updates: [{date: 2024-03-02, agency: so-c, period: 2024-02, progress: completed}]}";
    let plan = open(small_files("", THREE, tasks), "2024-04-20", None);
    // so-c joined the group after the notice, and has the second task by its own name.
    assert_eq!(
        table(&plan.text("bao-cao/nhom/cac-so/index.html")),
        ["Sở A: completed-on-time no-information", "Sở B: past-due-unreported no-information"]
    );
    // Newest period first: April, March, February.
    assert_eq!(
        table(&plan.text("bao-cao/dinh-ky/ba/index.html")),
        ["Sở A: due-soon past-due-unreported past-due-unreported", "Sở C: due-soon past-due-unreported completed-late"]
    );
}

/// A cell is a shape with its word for those who do not see it; the head of a column is a number that leads to the task.
#[test]
fn cells_are_shapes_with_a_key() {
    let tasks = "  - {id: mot, title: Một việc dài, clause: \"1\", lead: [cac-so], due: 2024-03-31}\n\
                 \x20 - {id: hai, title: Hai, clause: \"1\", lead: [so-a, so-c], due: {every: quarter}}";
    let plan = open(small_files("", THREE, tasks), "2024-04-20", None);
    let page = plan.text("bao-cao/nhom/cac-so/index.html");
    let word = "Đã hết thời hạn, chưa có thông tin";
    let cell = format!(
        "title=\"{word}\"><svg aria-hidden=\"true\"><use href=\"#s-past-due-unreported\"/></svg><span class=\"vh\">{word}<"
    );
    assert_eq!(page.matches(&cell).count(), 2, "{page}");
    assert!(page.contains("title=\"Một việc dài\">1<span class=\"vh\">. <span>Một việc dài</span></span></a></th>"));
    let key = page.split("<ul class=\"key icons\">").nth(1).and_then(|rest| rest.split("</ul>").next()).expect("a key");
    assert!(key.contains(&format!("{word}: 2")) && key.matches("<li").count() == 1, "{key}");
    assert!(plan.text("bao-cao/dinh-ky/hai/index.html").contains("<th scope=\"col\">II/2024</th>"));
}

/// A recurring duty is a strip of one cell a period in order of time, in rows of a year, the days of each folded below.
#[test]
fn a_strip_has_one_cell_a_period() {
    let tasks = "  - {id: mot, title: Một, clause: \"1\", lead: [so-a], due: {every: month}, updates: [{date: 2024-11-02, period: 2024-10, progress: completed}]}\n\
                 \x20 - {id: hai, title: Hai, clause: \"1\", lead: [so-a, so-c], due: {every: quarter}, updates: [{date: 2024-06-01, agency: so-c, period: 2024-Q2, progress: completed}]}\n\
                 \x20 - {id: ba, title: Ba, clause: \"1\", lead: [so-a], due: {every: year, from: 2022-01-01}}\n\
                 \x20 - {id: bon, title: Bốn, clause: \"1\", lead: [so-a], due: {every: week, from: 2024-12-23}}";
    let plan = open(small_files("", THREE, tasks), "2025-02-20", None);
    let strip = |id: &str| {
        let html = plan.text(&format!("nhiem-vu/{id}/index.html"));
        let from = html.find("<div class=\"periods").expect("a strip");
        html[from..from + html[from..].find("</div>").expect("its end")].to_owned()
    };
    let cells = |strip: &str| {
        let of_year = |year: &str| {
            let words = year.split("<span class=\"vh\">").skip(1).filter_map(|cell| cell.split("</span>").next());
            (year.matches("class=\"void\"").count(), words.map(str::to_owned).collect::<Vec<String>>())
        };
        strip.split("<ol>").skip(1).map(of_year).collect::<Vec<_>>()
    };
    let months = cells(&strip("mot"));
    // The notice is of 15 January: the first whole month is February.
    assert_eq!((months[0].0, months[0].1.len()), (1, 11));
    assert_eq!(months[0].1[8], "tháng 10/2024: Hoàn thành quá hạn");
    assert_eq!(
        months[1],
        (
            0,
            vec![
                "tháng 01/2025: Đã hết thời hạn, chưa có thông tin".to_owned(),
                "tháng 02/2025: Sắp đến hạn".to_owned(),
            ]
        )
    );
    // Of several holders: shares, in words and as a bar.
    let quarters = strip("hai");
    assert_eq!(
        cells(&quarters)[0],
        (
            1,
            vec![
                "quý II/2024: 1 Đã xong, 1 Chưa rõ".to_owned(),
                "quý III/2024: 2 Chưa rõ".to_owned(),
                "quý IV/2024: 2 Chưa rõ".to_owned(),
            ]
        )
    );
    assert_eq!(quarters.matches("<svg class=\"bar mini\"").count(), 4);
    assert_eq!(cells(&strip("ba")).iter().map(|(skip, years)| (*skip, years.len())).collect::<Vec<_>>(), [(0, 4)]);
    // 23 December is of week 52, the last of its row; 30 December is of the first week of 2025.
    assert_eq!(
        cells(&strip("bon")).iter().map(|(skip, weeks)| (*skip, weeks.len())).collect::<Vec<_>>(),
        [(12, 1), (0, 8)]
    );
    let page = plan.text("nhiem-vu/mot/index.html");
    assert!(page.contains("<dt>Kỳ mới nhất</dt> <dd><b>tháng 02/2025</b>"), "{page}");
    let days = page.split("Ngày cuối và trạng thái của 13 kỳ</summary>").nth(1).expect("a folded table");
    assert_eq!(days.split("</table>").next().expect("its end").matches("<th scope=\"row\">").count(), 13);
}

#[test]
fn every_obligation_of_the_sample_has_one_cell() {
    let files = sample::files(&sample::folder().join("content")).into_iter().map(|path| format!("content/{path}"));
    let read = |path: String| {
        let text = std::fs::read_to_string(sample::folder().join(&path)).expect("the sample is readable");
        (path, text)
    };
    let plan = open(files.map(read).collect(), sample::AS_OF, None);
    let report = &plan.report;
    let mut cells: BTreeMap<String, usize> = BTreeMap::new();
    for path in plan.pages().filter(|p| p.starts_with("bao-cao/")) {
        let html = plan.text(path);
        assert!(html.len() < 300_000, "{path}: {} bytes", html.len());
        let mut parts = path.split('/').skip(1);
        if let (Some("nhom" | "dinh-ky"), Some(id)) = (parts.next(), parts.next()) {
            *cells.entry(id.to_owned()).or_default() += html.matches("<td class=\"s-").count();
        }
    }
    let mut expected: BTreeMap<String, usize> = BTreeMap::new();
    for o in report.obligations() {
        let recurring = matches!(report.data[o.task].deadline.due, Due::Every(_));
        let alone = !report.is_shared(o.task);
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

/// A long timeline comes in parts of twenty-five meetings, newest first, each meeting on one of them.
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
    let plan = open(files, "2024-12-31", None);
    let titles = |path: &str| {
        let html = plan.text(path);
        let found = html.split("<article class=\"card meeting\">").skip(1);
        let title = |card: &str| card.split("<h3><a").nth(1).and_then(|t| t.split('>').nth(1)).map(str::to_owned);
        found.filter_map(title).map(|t| t.trim_end_matches("</a").to_owned()).collect::<Vec<String>>()
    };
    let part =
        |n: usize| if n == 1 { "phien-hop/index.html".to_owned() } else { format!("phien-hop/trang/{n}/index.html") };
    let all: Vec<Vec<String>> = (1..=6).map(|n| titles(&part(n))).collect();
    assert!(all.iter().all(|part| part.len() == 25));
    let newest_first: Vec<String> = (0..150).rev().map(|n| format!("Họp {n}")).collect();
    assert_eq!(all.concat(), newest_first);
    assert_eq!(titles("phien-hop/co-quan/so-a/index.html"), ["Họp 100", "Họp 50", "Họp 0"]);
}

/// A meeting whose day nobody knows stands by the day of its first document; one without any day comes last.
#[test]
fn meetings_without_a_day_stand_by_their_documents() {
    let mut files = vec![
        ("content/site.yaml".to_owned(), "title: Thử".to_owned()),
        ("content/agencies/a.yaml".to_owned(), "agencies: [{id: so-a, name: Sở A, kind: other}]".to_owned()),
    ];
    let mut add = |id: &str, days: &str| {
        let text = format!("---\ntitle: Họp {id}\n{days}\n---\n\n1. Một.\n");
        files.push((format!("content/meetings/{id}.md"), text));
    };
    add("a", "documents: [{issued: 2018-01-01}]");
    add("b", "documents: [{issued: 2016-05-01}, {issued: 2016-01-01}]");
    add("c", "documents: [{issued: 2017-01-01}]");
    add("d", "note: Không rõ ngày");
    add("e", "held: 2016-03-01");
    add("f", "documents: [{issued: 2025-01-01}]");
    let plan = open(files, "2024-12-31", None);
    let titles = |path: &str| {
        let html = plan.text(path);
        let cards = html.split("<article class=\"card meeting\">").skip(1);
        cards.map(|card| card.split("Họp ").nth(1).expect("a title")[..1].to_owned()).collect::<String>()
    };
    assert_eq!(titles("phien-hop/index.html"), "facebd");
    // The overview shows the last three that have been.
    assert_eq!(titles("index.html"), "ace");
    let csv = plan.text("du-lieu/phien-hop.csv");
    let at = |id: &str| csv.find(&format!("\n\"{id}\",")).unwrap_or_else(|| panic!("{id} in {csv}"));
    assert!(["b", "e", "c", "a", "f", "d"].map(at).is_sorted(), "{csv}");
}

/// A table of more than thirty parts leaves its oldest columns to the downloads, and says so.
#[test]
fn a_table_keeps_to_thirty_parts() {
    let task = "  - {id: viec, title: Việc, clause: \"1\", lead: [so-a, so-c], due: {every: month, from: 1990-01-01}}";
    let plan = open(small_files("", THREE, task), "2024-04-20", None);
    let parts = plan.pages().filter(|path| path.starts_with("bao-cao/dinh-ky/viec/")).count();
    assert_eq!(parts, 30);
    let page = plan.text("bao-cao/dinh-ky/viec/index.html");
    // 412 months have begun; 360 have room.
    assert!(page.contains("2 cơ quan, 412 kỳ") && page.contains("52 cột cũ nhất không hiện ở đây"), "{page}");
    assert_eq!(plan.text("du-lieu/dau-viec.csv").lines().count(), 1 + 824);
}
