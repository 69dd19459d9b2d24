//! Open data: the same numbers as the pages, harmless in a spreadsheet, nothing internal, nothing rewritten in vain.

use crate::laws::{THREE, invented, small_files};
use crate::open::{Opened, open, open_within};
use crate::starter::{Site, tiendo};
use chrono::{Days, NaiveDate};
use proptest::prelude::*;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::io::Read;
use tiendo::bundle::Source as _;
use tiendo::derive::{Comparison, Family, Label, compare};
use tiendo::open_data::{Bounds, DataFile, tables};

const BASE: &str = "https://vidu.example/tien-do/";

/// A site, for those who look at its pages and for those who look at its data.
fn site(files: Vec<(String, String)>, as_of: &str, base: Option<&str>) -> (Opened, Opened) {
    let opened = open(files, as_of, base);
    (opened.clone(), opened)
}

fn bytes(source: &Opened, path: &str) -> Vec<u8> {
    source.file(path)
}

fn text(source: &Opened, path: &str) -> String {
    String::from_utf8(bytes(source, path)).expect("UTF-8")
}

fn day(text: &str) -> NaiveDate {
    text.parse().expect(text)
}

/// The rows of a table's JSON.
fn rows(source: &Opened, table: &str) -> Vec<Value> {
    let found: Value = serde_json::from_str(&text(source, &format!("du-lieu/{table}.json"))).expect("JSON");
    found["rows"].as_array().expect("rows").clone()
}

/// The records of a table's CSV, by column.
fn records(source: &Opened, path: &str) -> Vec<BTreeMap<String, String>> {
    let text = text(source, path);
    let bare = text.strip_prefix('\u{feff}').expect("a byte order mark");
    assert!(bare.ends_with("\r\n"), "{path}");
    csv::Reader::from_reader(bare.as_bytes()).deserialize().map(|r| r.expect("a record")).collect()
}

/// All that a compressed file holds; the file itself for any other.
pub fn unpacked(path: &str, bytes: Vec<u8>) -> Vec<Vec<u8>> {
    if !(path.ends_with(".zip") || path.ends_with(".xlsx")) {
        return vec![bytes];
    }
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).expect("an archive");
    let mut found = Vec::new();
    for n in 0..archive.len() {
        let mut member = archive.by_index(n).expect("a member");
        let (name, mut content) = (member.name().expect("a name").into_owned(), Vec::new());
        member.read_to_end(&mut content).expect("a whole member");
        found.extend(unpacked(&name, content));
    }
    found
}

const HOSTILE: [&str; 10] = [
    "=HYPERLINK(\"https://xau.example\";\"Bấm\")",
    "+1",
    "-1",
    "@x",
    "\u{200f}=1+1",
    "Dòng một\nDòng hai",
    "Có \"ngoặc kép\", dấu phẩy; chấm phẩy",
    "<script>alert(1)</script> & <b>",
    "a;=1+1;b",
    "  =cmd|' /C calc'!A0",
];

fn hostile() -> Vec<(String, String)> {
    let quoted = |text: &str| serde_json::to_string(text).expect("a text");
    let tasks: Vec<String> = HOSTILE
        .iter()
        .enumerate()
        .map(|(n, title)| {
            format!(
                "  - id: viec-{n}\n    title: Việc {n}\n    note: {title}\n    clause: \"1\"\n    lead: [so-a]\n    due: 2024-03-31\n    \
                 updates: [{{date: 2024-02-01, progress: in-progress, note: {title}}}]\n",
                title = quoted(title)
            )
        })
        .collect();
    small_files("", THREE, &tasks.join(""))
}

#[test]
fn exports_of_hostile_texts_are_harmless_and_unchanged_in_json() {
    let data = hostile();
    let exports = open(data, "2024-03-01", Some(BASE));
    let tasks = &exports.report.data.tasks;
    let kept: Vec<String> = tasks.iter().map(|t| t.note.clone().expect("a note")).collect();
    assert!(
        kept.iter().filter(|n| n.trim_start_matches(['\u{200f}', ' ']).starts_with(['=', '+', '-', '@'])).count() >= 6
    );
    let notes = |table| rows(&exports, table).iter().map(|r| r["note"].as_str().expect("a note").to_owned()).collect();
    let (of_tasks, of_updates): (Vec<String>, Vec<String>) = (notes("nhiem-vu"), notes("cap-nhat"));
    assert_eq!((&of_tasks, &of_updates), (&kept, &kept));
    for (record, note) in records(&exports, "du-lieu/nhiem-vu.csv").iter().zip(&kept) {
        let cell = &record["note"];
        assert!(cell == note || cell == &format!("'{note}"), "{cell:?}");
        let seen = cell.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{200f}');
        assert!(!seen.starts_with(['=', '+', '-', '@']), "{cell:?}");
    }
    for path in exports.paths().into_iter().filter(|p| p.ends_with(".xlsx")) {
        for part in unpacked(path, bytes(&exports, path)) {
            let part = String::from_utf8_lossy(&part);
            assert!(!part.contains("<f>") && !part.contains("<hyperlink"), "{path}: a formula");
        }
    }
    for path in exports.paths().into_iter().filter(|p| p.ends_with(".xml") || p.ends_with(".ics")) {
        assert!(!text(&exports, path).contains("<script"), "{path}");
    }
}

#[test]
fn exports_hold_no_internal_task() {
    let secret = "  - {id: viec-kin, title: Chuyện kín đáo, clause: \"1\", lead: [so-a], due: 2024-03-31, internal: true, \
                  updates: [{date: 2024-02-01, progress: completed, note: Chuyện kín đáo}]}\n  - {id: viec-ngo, title: \
                  Chuyện ngỏ, clause: \"1\", lead: [so-b]}\n";
    let plan = open(small_files("", THREE, secret), "2024-03-01", Some(BASE));
    let (mut open, sources) = (0, [&plan]);
    for source in sources {
        for path in source.paths() {
            for part in unpacked(path, bytes(source, path)) {
                let part = String::from_utf8_lossy(&part);
                assert!(!part.contains("viec-kin") && !part.contains("kín đáo"), "{path}");
                open += usize::from(part.contains("viec-ngo"));
            }
        }
    }
    assert!(open > 10, "the open task is in {open} files");
}

const DECIDED: &str = "
  - id: viec
    title: Việc viết gọn
    text: Nội dung giao đầy đủ
    ref: NV-7
    clause: \"1\"
    lead: so-a
    due: 2024-03-31
    supervisor: {name: Lãnh Đạo Theo Dõi, role: Chức Vụ Giả}
    officer: {name: Chuyên Viên Giấu Tên, role: Vai Trò Giấu}
    transferred: [{to: so-c, on: 2024-02-10, by: Ủy ban thử}, {to: so-a, on: 2024-09-01}]
    refers_to: [{title: Kế hoạch | thử, number: 1/KH, url: \"https://vidu.example/1\"}, {number: 2/KH, date: 2023-05}]
    indicator:
      label: Tỷ lệ
      scope: các xã
      targets:
        - {target: 40, by: 2025, scope: vùng một}
        - {target: 6.5, upper: 7, by: 2030, wording: \"từ 6,5 đến 7\"}
        - {operator: \"=\", target: 1}
        - {wording: thuộc nhóm đầu}
    updates:
      - {date: 2024-02-01, progress: in-progress, reason: Chờ số liệu, proposal: Xin lùi hạn}
      - {date: 2024-02-20, progress: completed, accepted: {on: 2024-02-25, by: Văn phòng thử}, corrected: {on: 2024-02-26, note: Sửa ngày}}
      - {date: 2024-02-28, accepted: {on: 2024-06-01}}
  - id: viec-thoi
    title: Việc thôi
    clause: \"1\"
    lead: so-a
    cancelled: {on: 2024-02-15, by: Ủy ban thử, reason: Đã có luật mới, evidence: [{title: Công văn, number: 3/CV}]}
";

/// What offices decide and report is in the tables, as it was known at the date; the officer is in no file at all.
#[test]
fn exports_have_what_was_decided_and_no_officer() {
    let made = open(small_files("acceptance: required", THREE, DECIDED), "2024-03-01", Some(BASE));
    let some = |row: &Value| {
        let fields = row.as_object().expect("a row").iter();
        let empty = |v: &Value| v.is_null() || v.as_array().is_some_and(Vec::is_empty);
        let new = ["ref", "text", "supervisor", "supervisor_role", "transferred", "refers_to", "reason", "proposal"];
        let new = |k: &str| {
            ["cancelled_", "indicator_", "accepted_", "corrected_"].iter().any(|p| k.starts_with(p)) || new.contains(&k)
        };
        let shown = fields.filter(|(k, v)| new(k) && !empty(v)).map(|(k, v)| format!("{k}: {v}"));
        shown.collect::<Vec<_>>().join("\n")
    };
    let all = |table: &str| rows(&made, table).iter().map(some).collect::<Vec<_>>().join("\n--\n");
    insta::assert_snapshot!(all("nhiem-vu"), @r#"
    indicator_label: "Tỷ lệ"
    indicator_scope: "các xã"
    indicator_targets: ["2025 | >= 40 | vùng một","2030 | 6.5..7 |  | từ 6,5 đến 7"," | = 1"," |  |  | thuộc nhóm đầu"]
    ref: "NV-7"
    refers_to: ["Kế hoạch / thử | 1/KH | https://vidu.example/1","2/KH | 2/KH |  | 2023-05"]
    supervisor: "Lãnh Đạo Theo Dõi"
    supervisor_role: "Chức Vụ Giả"
    text: "Nội dung giao đầy đủ"
    transferred: ["2024-02-10 | so-c | Ủy ban thử"]
    --
    cancelled_by: "Ủy ban thử"
    cancelled_evidence: ["Công văn | 3/CV"]
    cancelled_on: "2024-02-15"
    cancelled_reason: "Đã có luật mới"
    "#);
    insta::assert_snapshot!(all("cap-nhat"), @r#"
    proposal: "Xin lùi hạn"
    reason: "Chờ số liệu"
    --
    accepted_by: "Văn phòng thử"
    accepted_on: "2024-02-25"
    corrected_note: "Sửa ngày"
    corrected_on: "2024-02-26"
    --
    "#);
    insta::assert_snapshot!(all("dau-viec"), @r#"
    accepted_on: "2024-02-25"
    ref: "NV-7"
    --
    "#);
    let mut found = 0;
    for path in made.paths() {
        for part in unpacked(path, bytes(&made, path)) {
            let part = String::from_utf8_lossy(&part);
            assert!(!part.contains("Giấu"), "{path} names the officer");
            found += usize::from(part.contains("Lãnh Đạo Theo Dõi"));
        }
    }
    assert!(found >= 4, "{found} files name the supervisor");
}

/// A register's number, the full words and the supervisor are found.
#[test]
fn exports_have_what_was_decided_in_the_search() {
    let made = open(small_files("", THREE, DECIDED), "2024-03-01", None);
    let words: String =
        made.paths().into_iter().filter(|p| p.starts_with("tim-kiem/tu/")).map(|p| text(&made, p)).collect();
    for word in ["nv7", "đầy", "lãnh"] {
        assert!(words.contains(&format!("\"{word}\"")), "{word} is not found");
    }
    assert!(!words.contains("giấu"), "the officer is found");
    let shown = |path: &&str| {
        path.starts_with("tim-kiem/muc/") && text(&made, path).contains("Việc viết gọn\",\"nhiem-vu/viec/\",\"Sở C")
    };
    assert!(made.paths().iter().any(shown), "a result names who leads now");
}

/// The tasks of a group whose members are not known have a form of their own, which its page leads to.
#[test]
fn exports_have_a_form_for_open_groups() {
    use calamine::{Reader, Xlsx};
    let tasks = "  - {id: viec-ngo, title: Việc ngỏ, ref: \"16\", clause: \"1\", lead: [so-a, lien-quan], due: 2024-05-31}\n  \
                 - {id: viec-xong, title: Việc xong, clause: \"1\", lead: lien-quan, updates: [{date: 2024-02-01, progress: completed}]}";
    let made = open(small_files("", THREE, tasks), "2024-03-01", None);
    let books: Vec<&str> = made.paths().into_iter().filter(|p| p.starts_with("du-lieu/nhom/")).collect();
    assert_eq!(books, ["du-lieu/nhom/lien-quan.xlsx"]);
    assert!(text(&made, "co-quan/lien-quan/index.html").contains("du-lieu/nhom/lien-quan.xlsx"));
    let mut book: Xlsx<_> = Xlsx::new(std::io::Cursor::new(bytes(&made, books[0]))).expect("a workbook");
    let sheet = book.worksheet_range("Mẫu báo cáo").expect("the form");
    let cells =
        |n: usize| sheet.rows().nth(n).map(|row| row.iter().map(ToString::to_string).collect::<Vec<_>>().join("|"));
    assert_eq!(
        cells(1).as_deref(),
        Some("viec-ngo|Việc ngỏ|16||45443|Chưa hoàn thành, trong hạn|lien-quan|||||||||||"),
    );
    assert_eq!(sheet.rows().len(), 2, "what is done is in no form");
}

/// A reader who holds a table against its schema finds every key in it, those around the rows too.
#[test]
fn exports_have_no_key_that_their_schema_lacks() {
    let settings = "contact: {office: Phòng thử, email: thu@vidu.example}\nlicence: {name: CC BY 4.0}";
    let made = open(small_files(settings, THREE, DECIDED), "2024-03-01", Some(BASE));
    let keys = |value: &Value| value.as_object().expect("an object").keys().cloned().collect::<BTreeSet<_>>();
    let required =
        |value: &Value| serde_json::from_value::<BTreeSet<String>>(value["required"].clone()).expect("names");
    for table in tables::ALL {
        let json = |path: String| serde_json::from_str::<Value>(&text(&made, &path)).expect("JSON");
        let (found, schema) =
            (json(format!("du-lieu/{}.json", table.name)), json(format!("du-lieu/schema/{}.schema.json", table.name)));
        assert_eq!(keys(&found), keys(&schema["properties"]), "{}", table.name);
        assert_eq!(keys(&found), required(&schema), "{}", table.name);
        let row = &schema["properties"]["rows"]["items"];
        for found in found["rows"].as_array().expect("rows") {
            assert_eq!((keys(found), keys(found)), (keys(&row["properties"]), required(row)), "{}", table.name);
        }
    }
}

/// Nothing is different between a report and itself; between two days, what was decided is told once.
#[test]
fn comparisons_tell_each_decision_once() {
    let at = |day: &str| open(small_files("acceptance: required", THREE, DECIDED), day, None).report;
    let days = ["2024-02-05", "2024-02-12", "2024-02-18", "2024-02-26", "2024-09-02"];
    let reports = days.map(at);
    let mut told = [0; 4];
    for pair in reports.windows(2) {
        let same = compare(&pair[0], &pair[0]);
        assert_eq!(format!("{same:?}"), format!("{:?}", Comparison::default()));
        let found = compare(&pair[0], &pair[1]);
        let counts = [found.transferred.len(), found.cancelled.len(), found.accepted.len(), found.corrected.len()];
        told.iter_mut().zip(counts).for_each(|(sum, n)| *sum += n);
    }
    assert_eq!(told, [2, 1, 1, 1], "transferred, cancelled, accepted, corrected");
}

/// Reports of a task known from news alone are in the tables, its row says what it is, and it is in no sum.
#[test]
fn exports_mark_tasks_known_from_news() {
    let mut files = small_files("", THREE, "  - {id: viec, title: Việc, clause: \"1\", lead: so-a, due: 2024-02-01}");
    let news = "---\ntitle: Tin\nmeeting: hop\ndate: 2024-01-12\n---\n\nTin.\n";
    let tasks = "document: tin\nfrom_news: true\ntasks:\n  - {id: viec-tin, title: Việc trong tin, lead: so-a, due: 2024-02-01, \
                 updates: [{date: 2024-02-20, progress: in-progress, note: Đã họp}]}\n";
    files.push(("content/news/tin.md".to_owned(), news.to_owned()));
    files.push(("content/tasks/tin.yaml".to_owned(), tasks.to_owned()));
    let made = open(files, "2024-03-01", None);
    let tasks = rows(&made, "nhiem-vu");
    let of = |id: &str| tasks.iter().find(|t| t["id"] == id).expect(id);
    assert_eq!((&of("viec-tin")["status"], &of("viec-tin")["obligations"]), (&"in-news".into(), &0.into()));
    assert_eq!(rows(&made, "cap-nhat").len(), 1);
    assert_eq!(rows(&made, "dau-viec").len(), 1);
    let total: u64 = rows(&made, "tong-hop").iter().map(|t| t["total"].as_u64().expect("a count")).sum();
    assert_eq!(total, 1);
    assert_eq!(made.report.task_tally().total() as usize, tasks.iter().filter(|t| t["status"] != "in-news").count());
}

#[test]
fn exports_are_the_same_twice_and_fit_their_fingerprints() {
    let make = |as_of| site(invented(7, "separate"), as_of, Some(BASE)).1;
    let (one, two) = (make("2024-09-01"), make("2024-09-01"));
    assert_eq!(one.paths(), two.paths());
    for path in one.paths() {
        assert_eq!(bytes(&one, path), bytes(&two, path), "{path}");
        let (content, mark) = one.bytes_and_fingerprint(path).expect("made");
        assert_eq!((mark, mark), (one.fingerprint(path), two.fingerprint(path)), "{path}");
        assert_eq!(content, bytes(&one, path), "{path}");
    }
    // Equal fingerprints mean equal bytes: at another date, in another policy, at another address.
    let others = [
        make("2024-09-02"),
        make("2025-03-01"),
        site(invented(7, "overdue"), "2024-09-01", Some(BASE)).1,
        site(invented(7, "separate"), "2024-09-01", None).1,
        site(invented(8, "separate"), "2024-09-01", Some(BASE)).1,
    ];
    for other in others {
        for path in one.paths().into_iter().filter(|p| other.paths().contains(p)) {
            if one.fingerprint(path) == other.fingerprint(path) {
                assert_eq!(bytes(&one, path), bytes(&other, path), "{path}");
            }
        }
    }
}

#[test]
fn exports_of_others_stand_when_one_agencys_task_changes() {
    let tasks = |note: &str| {
        format!(
            "  - {{id: viec-a, title: Một, clause: \"1\", lead: [so-a], due: 2024-05-31, updates: [{{date: 2024-02-01, note: {note}}}]}}\n  \
             - {{id: viec-c, title: Hai, clause: \"1\", lead: [so-c], due: 2024-05-31}}\n"
        )
    };
    let make = |note| site(small_files("", THREE, &tasks(note)), "2024-03-01", Some(BASE)).1;
    let (before, after) = (make("cũ"), make("mới"));
    let changed: BTreeSet<&str> =
        before.paths().into_iter().filter(|p| before.fingerprint(p) != after.fingerprint(p)).collect();
    let changed: BTreeSet<&str> =
        changed.into_iter().filter(|path| path.starts_with("du-lieu/") && !path.ends_with("/index.html")).collect();
    let wanted = [
        "du-lieu/atom.xml",
        "du-lieu/cap-nhat.csv",
        "du-lieu/cap-nhat.json",
        "du-lieu/co-quan/so-a.atom.xml",
        "du-lieu/co-quan/so-a.xlsx",
        "du-lieu/du-lieu.xlsx",
        "du-lieu/du-lieu.zip",
    ];
    assert_eq!(changed, wanted.into_iter().collect());
}

#[test]
fn exports_have_as_many_rows_as_the_tables_count() {
    let (plan, exports) = site(invented(3, "separate"), "2024-11-01", None);
    for table in tables::ALL {
        let count = table.row_count(&plan.report);
        assert_eq!(rows(&exports, table.name).len(), count, "{}", table.name);
        assert_eq!(records(&exports, &DataFile::Csv(table.id).path(&plan.report.data)).len(), count);
    }
}

/// A cell holds 32,767 UTF-16 units; whatever the content, there is a workbook, and the other formats have all of it.
#[test]
fn texts_longer_than_a_cell_are_cut_in_sheets_alone() {
    use calamine::{DataType, Reader, Xlsx};
    for long in ["x".repeat(32_768), "😀".repeat(17_000), "ế\u{1f600}".repeat(40_000), "_x000B_ \\x0B".repeat(4_000)]
    {
        let tasks = format!(
            "  - {{id: viec, title: \"{long}\", note: \"{long}\", condition: \"{long}\", products: [\"{long}\", \"{long}\"], \
             clause: \"1\", lead: so-a, due: {{by: 2024-03-31, wording: \"{long}\"}}, \
             indicator: {{label: \"{long}\", unit: \"{long}\"}}, updates: [{{date: 2024-02-01, progress: in-progress, \
             note: \"{long}\", evidence: [{{title: \"{long}\", number: \"{long}\", url: \"https://vidu.example/{}\"}}]}}]}}\n",
            "a".repeat(70_000)
        );
        let agencies = THREE.replace("Sở A", &format!("\"{long}\""));
        let mut files = small_files(&format!("operator: \"{long}\""), &agencies, &tasks);
        for (_, text) in &mut files {
            *text =
                text.replace("title: Họp", &format!("title: \"{long}\"")).replace("Thông báo", &format!("\"{long}\""));
        }
        let exports = open(files, "2024-03-01", Some(BASE));
        let whole = exports.report.data.tasks[0].title.clone();
        assert!(exports.report.data.tasks[0].title.encode_utf16().count() > 32_767);
        for path in exports.paths().into_iter().filter(|path| path.starts_with("du-lieu/")) {
            let made = bytes(&exports, path);
            if !path.ends_with(".xlsx") {
                continue;
            }
            let mut book: Xlsx<_> = Xlsx::new(std::io::Cursor::new(made)).expect("a workbook");
            for (name, sheet) in book.worksheets() {
                let texts = sheet.used_cells().filter_map(|(_, _, cell)| cell.as_string());
                let longest = texts.max_by_key(|text| text.encode_utf16().count()).unwrap_or_default();
                let units = longest.encode_utf16().count();
                assert!(units <= 32_767 && (units < 32_766 || longest.ends_with('…')), "{path} {name}: {units}");
            }
        }
        assert_eq!(rows(&exports, "nhiem-vu")[0]["title"], *whole);
        assert_eq!(records(&exports, "du-lieu/nhiem-vu.csv")[0]["title"], whole);
    }
}

/// A day is a day in the sheets too, wherever a column may have one.
#[test]
fn exports_have_real_days_in_their_sheets() {
    use calamine::{Data, Reader, Xlsx};
    let (_, exports) = site(invented(3, "separate"), "2024-11-01", None);
    let mut book: Xlsx<_> =
        Xlsx::new(std::io::Cursor::new(bytes(&exports, "du-lieu/du-lieu.xlsx"))).expect("a workbook");
    let mut days = 0;
    for table in tables::ALL {
        let sheet = book.worksheet_range(table.title[0]).expect(table.name);
        for (line, row) in rows(&exports, table.name).iter().enumerate() {
            for (at, column) in table.columns().iter().enumerate() {
                let dated = matches!(column.kind, tables::Kind::Day | tables::Kind::Partial);
                let Some(text) = row[column.name].as_str().filter(|text| dated && text.len() == 10) else { continue };
                let cell = sheet.get((line + 1, at)).expect("a cell");
                let Data::DateTime(shown) = cell else { panic!("{} {}: {cell:?}", table.name, column.name) };
                let shown = shown.as_datetime().expect("a day").date();
                assert_eq!(shown.to_string(), text, "{} {}", table.name, column.name);
                days += 1;
            }
        }
    }
    assert!(days > 20, "{days} days");
}

/// Boxes for other sites say what the pages say, on paper and as JSON, and stand on no map.
#[test]
fn boxes_for_other_sites_have_the_totals_of_the_site() {
    let (plan, exports) = site(invented(5, "overdue"), "2024-09-01", Some(BASE));
    let report = &plan.report;
    let json = |path: &str| serde_json::from_str::<Value>(&text(&exports, path)).expect("JSON");
    let (home, whole) = (text(&plan, "index.html"), json("nhung/tong-hop.json"));
    for (unit, tally) in [("tasks", report.task_tally()), ("obligations", report.tally())] {
        assert_eq!(whole[unit]["total"], tally.total());
        for label in Label::ALL {
            assert_eq!(whole[unit]["by_status"][label.code()], tally.of(label), "{unit} {}", label.code());
        }
    }
    let tally = report.task_tally();
    let families = Family::ALL.into_iter().filter(|family| tally.of_family(*family) > 0);
    let families = families.map(|f| (plan.words().say(&format!("family-{}", f.code())), tally.of_family(f)));
    assert_eq!(shown(&home, "tasks"), (tally.total().to_string(), families.collect()));
    assert_eq!(shown(&text(&plan, "nhung/tong-hop/index.html"), "tasks"), shown(&home, "tasks"));
    let mut held = 0;
    for (ix, agency) in report.data.agency_list() {
        let total = report.agency(ix).tally.total();
        let path = format!("nhung/co-quan/{}", agency.id);
        let page = format!("{path}/index.html");
        assert_eq!(plan.paths().contains(&page.as_str()), total > 0, "{path}");
        if total > 0 {
            assert_eq!(json(&format!("{path}.json"))["obligations"]["total"], total);
            assert_eq!(shown(&text(&plan, &page), "obligations").0, total.to_string());
            held += total;
        }
    }
    assert!(held > 0);
    let soon = json("nhung/sap-den-han.json");
    let entries = soon["deadlines"].as_array().expect("deadlines").iter();
    let holders: usize = entries.map(|e| e["holders"].as_array().expect("holders").len()).sum();
    assert_eq!(holders, report.due_within(report.data.settings.thresholds.due_soon_days).len());
    let code = text(&plan, "nhung/index.html");
    assert!(code.contains(&format!("&lt;iframe src=&quot;{BASE}nhung/tong-hop/&quot;")), "{code}");
    let sitemap = text(&plan, "sitemap.xml");
    assert!(sitemap.contains("/nhung/</loc>") && !sitemap.contains("/nhung/tong-hop/"), "{sitemap}");
}

/// What the title and the description of a bar say: the total, and how many of each family.
pub fn shown(page: &str, unit: &str) -> (String, BTreeMap<String, u32>) {
    let id = format!("<desc id=\"bar-{unit}-d\">");
    let (before, after) = page.split_once(&id).expect("a bar");
    let title = before.rsplit_once("-t\">").expect("a title").1;
    let total = title.split(' ').next().expect("a number");
    let parts = after.split('<').next().expect("a description").split("; ");
    let parts = parts.map(|part| {
        let (family, n) = part.rsplit_once(": ").expect("a family and a number");
        (family.to_owned(), n.replace('.', "").parse().expect("a number"))
    });
    (total.replace('.', ""), parts.collect())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 10, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn exports_and_pages_agree(seed in any::<u64>(), days in 60_u64..600, strict in any::<bool>()) {
        let data = invented(seed, if strict { "overdue" } else { "separate" });
        let as_of = day("2024-01-01").checked_add_days(Days::new(days)).expect("in range");
        let (plan, exports) = site(data, &as_of.to_string(), None);
        let report = &plan.report;
        let home = text(&plan, "index.html");
        let words = plan.words();
        for (unit, table) in [("tasks", "nhiem-vu"), ("obligations", "dau-viec")] {
            let tally = if unit == "tasks" { report.task_tally() } else { report.tally() };
            let (json, csv) = (rows(&exports, table), records(&exports, &format!("du-lieu/{table}.csv")));
            prop_assert_eq!((json.len(), csv.len()), (tally.total() as usize, tally.total() as usize));
            for label in Label::ALL {
                let in_json = json.iter().filter(|r| r["status"] == label.code()).count();
                let in_csv = csv.iter().filter(|r| r["status"] == label.code()).count();
                let counted = tally.of(label) as usize;
                prop_assert_eq!((in_json, in_csv), (counted, counted), "{} {}", unit, label.code());
            }
            // The overview shows tasks, by the families of their labels.
            if unit == "tasks" {
                let (total, families) = shown(&home, unit);
                prop_assert_eq!(total, tally.total().to_string());
                for family in Family::ALL {
                    let name = words.say(&format!("family-{}", family.code()));
                    prop_assert_eq!(families.get(&name).copied().unwrap_or_default(), tally.of_family(family));
                }
            }
        }
        let tallies = rows(&exports, "tong-hop");
        let sum = |name: &str| tallies.iter().map(|r| r[name].as_u64().expect("a count")).sum::<u64>();
        let (whole, rate) = (report.tally(), report.tally().completion_rate());
        prop_assert_eq!(sum("total"), u64::from(whole.total()));
        prop_assert_eq!(sum("completion_numerator"), u64::from(rate.numerator));
        prop_assert_eq!(sum("completion_denominator"), u64::from(rate.denominator));
        // The feed has one entry for each change: every task given and every report is one.
        let feed = text(&exports, "du-lieu/atom.xml");
        let changes = report.changes(report.task_list()).len();
        prop_assert!(changes >= report.task_list().count() + report.updates().count());
        prop_assert_eq!(feed.matches("<entry>").count(), changes.min(50));
        // The calendar has one event for each task and period with a deadline, and one for the meeting.
        let due: BTreeSet<_> =
            report.obligations().iter().filter(|o| o.status.due.is_some()).map(|o| (o.task, o.period)).collect();
        prop_assert_eq!(text(&exports, "du-lieu/lich.ics").matches("BEGIN:VEVENT").count(), due.len() + 1);
    }
}

/// Above a size there is no workbook of all tables, and nothing leads to it.
#[test]
fn nothing_links_to_a_file_that_is_too_large_to_be_made() {
    let data = invented(3, "separate");
    for (workbook_rows, there) in [(0, false), (usize::MAX, true)] {
        let bounds = Bounds { workbook_rows, ..Bounds::default() };
        let plan = open_within(bounds, data.clone(), "2024-11-01", Some(BASE));
        let exports = plan.clone();
        let files = exports.paths();
        assert_eq!(files.contains(&"du-lieu/du-lieu.xlsx"), there);
        let mut links = 0;
        for path in plan.paths().into_iter().filter(|path| path.ends_with(".html")) {
            let page = text(&plan, path);
            for (at, _) in page.match_indices("du-lieu/") {
                let link = page[at..].split(['"', '<', '&', '#']).next().expect("a first part");
                assert!(files.contains(&link) || plan.paths().contains(&link) || link == "du-lieu/", "{path}: {link}");
                links += usize::from(link.ends_with(".xlsx"));
            }
        }
        assert_eq!(links > 3, there, "{links} links to workbooks");
        for path in ["du-lieu/dcat.jsonld", "du-lieu/datapackage.json"] {
            assert!(there || !text(&exports, path).contains("du-lieu.xlsx"), "{path}");
        }
    }
}

/// A sheet's filter and the filter's name reach down to the last row.
#[test]
fn filters_reach_the_last_row() {
    let (plan, exports) = site(invented(3, "separate"), "2024-11-01", None);
    let mut book = zip::ZipArchive::new(std::io::Cursor::new(bytes(&exports, "du-lieu/du-lieu.xlsx"))).expect("a zip");
    let mut part = |name: &str| {
        let mut xml = String::new();
        book.by_name(name).expect("a part").read_to_string(&mut xml).expect("text");
        xml
    };
    let workbook = part("xl/workbook.xml");
    for (n, table) in tables::ALL.into_iter().enumerate() {
        let (sheet, last) = (part(&format!("xl/worksheets/sheet{}.xml", n + 1)), table.row_count(&plan.report) + 1);
        let filter =
            sheet.split("<autoFilter ref=\"").nth(1).and_then(|rest| rest.split('"').next()).expect("a filter");
        let end = filter.strip_prefix("A1:").expect("from the first cell");
        assert_eq!(end.trim_start_matches(char::is_alphabetic), last.to_string(), "{}", table.name);
        let named = workbook.split(&format!(" localSheetId=\"{n}\"")).nth(1).expect("a name");
        let range = named.split("</definedName>").next().expect("a range");
        assert!(range.ends_with(&format!("${last}")), "{}: {range}", table.name);
        assert_eq!(sheet.matches("<row ").count(), last);
    }
}

/// The archive is the data package: its description, and every table that this names.
#[test]
fn the_archive_is_the_data_package() {
    let (_, exports) = site(invented(3, "separate"), "2024-11-01", None);
    let bytes = bytes(&exports, "du-lieu/du-lieu.zip");
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).expect("a zip");
    let mut wanted = vec!["du-lieu/datapackage.json".to_owned()];
    wanted.extend(tables::ALL.map(|table| format!("du-lieu/{}.csv", table.name)));
    assert_eq!(archive.file_names().map(|name| name.expect("a name").into_owned()).collect::<Vec<_>>(), wanted);
    for name in &wanted {
        let mut held = Vec::new();
        archive.by_name(name).expect("a member").read_to_end(&mut held).expect("a whole member");
        assert_eq!(held, self::bytes(&exports, name), "{name}");
    }
}

/// An office that keeps its data off publishes pages alone, and none of them leads to a file.
#[test]
fn a_site_without_open_data_leads_to_no_file() {
    let site = Site::starter();
    let settings = site.folder().join("content/site.yaml");
    let text = std::fs::read_to_string(&settings).expect("the starter's settings");
    std::fs::write(&settings, format!("{text}\nopen_data: false\n")).expect("a file of the test");
    // The build itself refuses a page with a link that leads nowhere.
    tiendo().args(["build", "--no-sync", "--site"]).arg(site.folder()).assert().success();
    assert!(!site.output().join("du-lieu").exists());
    let page = std::fs::read_to_string(site.output().join("index.html")).expect("a page");
    assert!(!page.contains("du-lieu") && !page.contains("atom.xml"), "{page}");
}
