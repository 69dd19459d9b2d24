//! Mappings that are written are read as what they were.

use super::change_set::ChangeSet;
use super::mapping::put_mapping;
use crate::load::{MappedColumn, MappedName, Mapping, SeenRow, Snapshot, load};

fn mapping() -> Mapping {
    let column = |head: &str, field| MappedColumn { head: head.to_owned(), field };
    let row = |task: &str, text: &str| SeenRow {
        task: task.to_owned(),
        words: vec![("ref", "1".to_owned()), ("text", text.to_owned()), ("note", "một\nhai".to_owned())],
    };
    Mapping {
        path: "content/import/so.yaml".to_owned(),
        document: Some("d".to_owned()),
        sheet: Some("Sổ: 1".to_owned()),
        columns: vec![column("", "ref"), column("Nhiệm vụ", "title"), column("Mức", "ignored")],
        names: vec![MappedName { name: "P. Một".to_owned(), id: "phong-mot".to_owned() }],
        rows: vec![row("a", "Đo \"đạc\", {vẽ}"), row("b", "no")],
    }
}

fn read(text: &str) -> Vec<Mapping> {
    let files = [("content/site.yaml", "title: a"), ("content/import/so.yaml", text)];
    let loaded = load(&Snapshot::of_texts(files), |_| chrono::NaiveDate::from_ymd_opt(2025, 2, 1).expect("a day"));
    loaded.mappings
}

#[test]
fn a_mapping_comes_back_as_it_was() {
    let snapshot = Snapshot::of_texts([("content/site.yaml", "title: a")]);
    let mut changes = ChangeSet::new(&snapshot);
    put_mapping(&mut changes, &mapping()).expect("a place");
    assert_eq!(read(changes.text("content/import/so.yaml").expect("written")), [mapping()]);
}

#[test]
fn all_but_the_rows_stays_as_it_was_typed() {
    let old =
        "# của văn phòng\nrows:\n  - {task: x, ref: \"9\"}\n# cột\ncolumns:\n  - {head: Việc, field: title}  # tên\n";
    let snapshot = Snapshot::of_texts([("content/import/so.yaml", old)]);
    let mut changes = ChangeSet::new(&snapshot);
    put_mapping(&mut changes, &mapping()).expect("a place");
    let new = changes.text("content/import/so.yaml").expect("written");
    assert!(
        new.starts_with("# của văn phòng\n# cột\ncolumns:\n  - {head: Việc, field: title}  # tên\nrows:\n"),
        "{new}"
    );
    assert_eq!(read(new)[0].rows, mapping().rows);
}
