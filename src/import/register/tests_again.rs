//! An invented register that comes again.

use super::tests::table;
use super::{Changes, Field, candidate, compare, export, seen, tasks_of};
use crate::import::due::Context;
use crate::import::names::Name;
use crate::load::{MappedColumn, Mapping, Snapshot, load, slug};
use crate::model::{Dataset, DocumentIx};

const SITE: &str = "title: a\noperator: b\n";
const AGENCIES: &str = "agencies:\n  - {id: so-a, name: Sở A, kind: other}\n  - {id: so-b, name: Sở B, kind: other}\n";
const DOCUMENT: &str = "---\ntitle: Kế hoạch\nissued: 2025-01-02\n---\n";
const RECORD: &str = "
document: ke-hoach
tasks:
  - {id: do-dac, title: Đo đạc đất công, ref: \"1\", lead: [so-a], due: {by: 2025-06, wording: 6/2025}}
  - {id: ve-ban-do, title: Vẽ bản đồ toàn tỉnh, ref: \"2\", lead: [so-b], due: {by: 2025-09, wording: 9/2025}}
  - {id: bao-cao, title: Báo cáo kết quả, ref: \"3\", lead: [so-a]}
";
const HEADS: &str = "TT|Nhiệm vụ|Chủ trì|Hạn|Ghi chú\n";
const SHEET: &str = "1|Đo đạc đất công|Sở A|6÷2025|\n2|Vẽ bản đồ toàn tỉnh|Sở B|9÷2025|\n3|Báo cáo kết quả|Sở A||";

fn data(record: &str) -> Dataset {
    let files = [
        ("content/site.yaml", SITE),
        ("content/agencies/a.yaml", AGENCIES),
        ("content/documents/ke-hoach.md", DOCUMENT),
        ("content/tasks/a.yaml", record),
    ];
    let loaded = load(&Snapshot::of_texts(files), |_| chrono::NaiveDate::from_ymd_opt(2025, 2, 1).expect("a day"));
    let found = format!("{:?}", loaded.diagnostics);
    loaded.dataset.unwrap_or_else(|| panic!("{found}"))
}

/// What a sheet says now, after `SHEET` was read into `RECORD`.
fn changes(record: &str, sheet: &str) -> Changes {
    let read = |text: &str| {
        let table = table(Some("S"), &format!("{HEADS}{text}"));
        tasks_of(&candidate(&table).expect("a register"), &Context::default())
    };
    let ids = ["do-dac", "ve-ban-do", "bao-cao"];
    let rows = read(SHEET).iter().zip(ids).map(|(task, id)| seen(task, id)).collect();
    let mapping = Mapping { rows, ..Mapping::default() };
    let data = data(record);
    let document = DocumentIx::new(0);
    compare(&data, document, &read(sheet), Some(&mapping), |name: &Name| Some(slug(&name.written)))
}

/// `task field: old > new`
fn told(changes: &[super::Change]) -> Vec<String> {
    changes.iter().map(|c| format!("{} {}: {} > {}", c.task, c.field, c.old, c.new)).collect()
}

#[test]
fn the_same_sheet_changes_nothing() {
    let found = changes(RECORD, SHEET);
    assert_eq!((told(&found.changed), told(&found.kept)), (vec![], vec![]));
    assert_eq!((found.new.len(), found.vanished.len(), found.rows.len()), (0, 0, 3));
}

#[test]
fn changed_cells_new_rows_and_rows_that_are_gone_are_told_exactly() {
    let sheet = "1|Đo đạc đất công|Sở B|8÷2025|\n2|Vẽ bản đồ toàn tỉnh và các xã|Sở B|9÷2025|Xin lùi\n3|In bản đồ|Sở A||\n4|Cắm mốc|Sở B||";
    let found = changes(RECORD, sheet);
    assert_eq!(
        told(&found.changed),
        [
            "do-dac lead: Sở A > Sở B",
            "do-dac due: 6/2025 > 8/2025",
            "ve-ban-do text: Vẽ bản đồ toàn tỉnh > Vẽ bản đồ toàn tỉnh và các xã",
            "ve-ban-do note:  > Xin lùi",
        ]
    );
    assert_eq!((found.new, found.vanished), (vec![2, 3], vec!["bao-cao".to_owned()]));
    assert!(found.kept.is_empty());
}

#[test]
fn numbers_that_move_are_changes_of_the_number_alone() {
    let found = changes(
        RECORD,
        "1|Khảo sát|Sở A||\n2|Đo đạc đất công|Sở A|6÷2025|\n3|Vẽ bản đồ toàn tỉnh|Sở B|9÷2025|\n4|Báo cáo kết quả|Sở A||",
    );
    assert_eq!(told(&found.changed), ["do-dac ref: 1 > 2", "ve-ban-do ref: 2 > 3", "bao-cao ref: 3 > 4"]);
    assert_eq!((found.new, found.vanished.len()), (vec![0], 0));
}

#[test]
fn what_a_person_changed_is_left_alone() {
    let record = RECORD.replace("lead: [so-b], due: {by: 2025-09, wording: 9/2025}", "lead: [so-a], due: 2025-12-31");
    // The sheet as it was: the record stays as the person has it, without a word.
    let same = changes(&record, SHEET);
    assert_eq!((told(&same.changed), told(&same.kept)), (vec![], vec![]));
    // The sheet changed the same cell to something else: told, and left alone.
    let found = changes(&record, &SHEET.replace("9÷2025", "10÷2025"));
    assert_eq!(
        (told(&found.changed), told(&found.kept)),
        (vec![], vec!["ve-ban-do due: 31/12/2025 > 10/2025".to_owned()])
    );
    // The sheet says now what the person wrote.
    let agreed = changes(&record, &SHEET.replace("tỉnh|Sở B", "tỉnh|Sở A"));
    assert_eq!((told(&agreed.changed), told(&agreed.kept)), (vec![], vec![]));
}

/// The record as a sheet in the columns of `heads`, one line a row.
fn exported(record: &str, sheet: &str, heads: &[(&str, Field)]) -> Vec<String> {
    let read = table(Some("S"), &format!("{HEADS}{sheet}"));
    let tasks = tasks_of(&candidate(&read).expect("a register"), &Context::default());
    let rows = tasks.iter().zip(["do-dac", "ve-ban-do", "bao-cao"]).map(|(task, id)| seen(task, id)).collect();
    let column = |(head, field): &(&str, Field)| MappedColumn { head: (*head).to_owned(), field: field.name() };
    let mapping = Mapping { rows, columns: heads.iter().map(column).collect(), ..Mapping::default() };
    let data = data(record);
    let table = export(&data, DocumentIx::new(0), Some(&mapping), |name: &Name| Some(slug(&name.written)));
    table.rows.iter().map(|row| row.cells.iter().map(|cell| cell.text.as_str()).collect::<Vec<_>>().join("|")).collect()
}

#[test]
fn the_sheet_goes_out_as_it_came_in() {
    let heads = [
        ("TT", Field::Number),
        ("Nhiệm vụ", Field::Title),
        ("Chủ trì", Field::Lead),
        ("Hạn", Field::Due),
        ("Ghi chú", Field::Note),
    ];
    let sheet = format!("I|Về đất đai|||\n{SHEET}");
    let out = exported(RECORD, &sheet, &heads);
    let expected = format!("{HEADS}{sheet}").replace('÷', "/");
    assert_eq!(out, expected.lines().collect::<Vec<_>>());
}

#[test]
fn what_the_record_says_otherwise_goes_out_in_its_words() {
    let heads = [("Đơn vị", Field::Lead), ("Thời hạn", Field::Due), ("Việc", Field::Title), ("Vốn", Field::Ignored)];
    let record =
        RECORD.replace("lead: [so-b], due: {by: 2025-09, wording: 9/2025}", "lead: [so-a, so-b], due: 2025-12-31");
    let out = exported(&record, SHEET, &heads);
    assert_eq!(out[2], "Sở A; Sở B|31/12/2025|Vẽ bản đồ toàn tỉnh|");
    // The way is round: what went out changes nothing when it comes in.
    let found = changes(&record, &SHEET.replace("tỉnh|Sở B|9÷2025", "tỉnh|Sở A; Sở B|31÷12÷2025"));
    assert_eq!((told(&found.changed), told(&found.kept)), (vec![], vec![]));
}
