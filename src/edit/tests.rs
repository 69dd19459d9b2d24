//! Old text, new entry, new text.

use super::create::with_items;
use super::updates::with_updates;
use super::{Entry, Refusal, Yaml};
use std::collections::BTreeMap;

fn update(date: &str, note: &str) -> Entry {
    vec![("date", Yaml::Word(date.to_owned())), ("note", Yaml::Text(note.to_owned()))]
}

fn with(text: &str, news: &[(&str, &str, &str)]) -> Result<String, Refusal> {
    let mut tasks: BTreeMap<String, Vec<Entry>> = BTreeMap::new();
    for (task, date, note) in news {
        tasks.entry((*task).to_owned()).or_default().push(update(date, note));
    }
    with_updates(text, "x", &tasks)
}

/// Old text, new update, new text; the mark `¤` is where the lines come in.
#[test]
fn updates_go_where_a_person_would_put_them() {
    let item = "      - date: 2024-05-01\n        note: Mới";
    for (name, text, expected) in [
        (
            "after the last, before the blank line",
            "tasks:\n  - id: a\n    updates:\n      - date: 2024-03-01 # cũ\n¤\n  - id: b\n",
            item,
        ),
        (
            "no list yet",
            "tasks:\n  - id: a\n    lead: b   # ai\n¤  # chung\n  - id: b\n",
            "    updates:\n      - date: 2024-05-01\n        note: Mới",
        ),
        (
            "comment of the task",
            "tasks:\n  - id: a\n    # ghi chú\n¤\n# cuối\n",
            "    updates:\n      - date: 2024-05-01\n        note: Mới",
        ),
        ("empty key", "tasks:\n  - id: a\n    updates: # chưa có\n¤    lead: b\n", item),
        (
            "in the order of dates",
            "tasks:\n  - id: a\n    updates:\n      - date: 2024-03\n¤      - date: 2024-06-01\n",
            item,
        ),
        (
            "newest first",
            "tasks:\n  - id: a\n    updates:\n      - date: 2024-06-01\n¤      - date: 2024-03\n      - date: 2024-01\n",
            item,
        ),
        ("before the first", "tasks:\n  - id: a\n    updates:\n¤      # đầu tiên\n      - date: 2024-06-01\n", item),
        (
            "dashes under the key",
            "tasks:\n- id: a\n  updates:\n  - date: 2024-03-01\n    note: |\n      dài\n      # không phải ghi chú\n¤- id: b\n",
            "  - date: 2024-05-01\n    note: Mới",
        ),
        (
            "on one line as its neighbour",
            "tasks:\n  - id: a\n    updates:\n      - {date: 2024-03-01}\n¤",
            "      - {date: 2024-05-01, note: Mới}",
        ),
        (
            "folded text before",
            "tasks:\n  - id: a\n    updates:\n      - date: 2024-03-01\n        note: >-\n          một\n          hai\n¤\n  - id: b\n",
            item,
        ),
    ] {
        let (before, after) = text.split_once('¤').expect("a mark");
        let made = with(&format!("{before}{after}"), &[("a", "2024-05-01", "Mới")]);
        assert_eq!(made.as_deref(), Ok(format!("{before}{expected}\n{after}").as_str()), "{name}");
    }
}

#[test]
fn lists_on_one_line_grow() {
    for (text, expected) in [
        ("tasks:\n  - {id: a, lead: b}\n", "tasks:\n  - {id: a, lead: b, updates: [{date: 2024-05-01, note: Mới}]}\n"),
        (
            "tasks:\n  - id: a\n    updates: [{date: 2024-03}] # x\n",
            "tasks:\n  - id: a\n    updates: [{date: 2024-03}, {date: 2024-05-01, note: Mới}] # x\n",
        ),
        (
            "tasks:\n  - id: a\n    updates: [] # x\n    lead: b\n",
            "tasks:\n  - id: a\n    updates: # x\n      - date: 2024-05-01\n        note: Mới\n    lead: b\n",
        ),
        (
            "tasks: [{id: a, updates: []}, {id: b}]\n",
            "tasks: [{id: a, updates: [{date: 2024-05-01, note: Mới}]}, {id: b}]\n",
        ),
        (
            "tasks:\n  - {id: a, updates: [\n      {date: 2024-03},\n    ]}\n",
            "tasks:\n  - {id: a, updates: [\n      {date: 2024-03}, {date: 2024-05-01, note: Mới}\n    ]}\n",
        ),
    ] {
        assert_eq!(with(text, &[("a", "2024-05-01", "Mới")]).as_deref(), Ok(expected));
    }
}

#[test]
fn line_ends_marks_and_missing_ends_are_kept() {
    let windows = "\u{feff}tasks:\r\n  - id: a\r\n    updates:\r\n      - date: 2024-03-01\r\n  - id: b\r\n";
    let expected = windows.replace("03-01\r\n", "03-01\r\n      - date: 2024-05-01\r\n        note: Mới\r\n");
    assert_eq!(with(windows, &[("a", "2024-05-01", "Mới")]), Ok(expected));
    let open = "tasks:\n  - id: a\n    lead: b";
    let expected = format!("{open}\n    updates:\n      - date: 2024-05-01\n        note: Mới");
    assert_eq!(with(open, &[("a", "2024-05-01", "Mới")]), Ok(expected));
}

#[test]
fn several_updates_of_several_tasks() {
    let text = "tasks:\n  - id: a\n    lead: x\n  - id: b\n    updates:\n      - date: 2024-03-01\n";
    let news = [("b", "2024-05-02", "Sau"), ("a", "2024-05-01", "A"), ("b", "2024-05-01", "Trước")];
    let expected = "tasks:\n  - id: a\n    lead: x\n    updates:\n      - date: 2024-05-01\n        note: A\n  - id: b\n    \
                    updates:\n      - date: 2024-03-01\n      - date: 2024-05-01\n        note: Trước\n      - date: \
                    2024-05-02\n        note: Sau\n";
    assert_eq!(with(text, &news).as_deref(), Ok(expected));
}

/// What stands elsewhere is left to a person.
#[test]
fn references_are_refused() {
    for text in [
        "x: &u\n  - date: 2024-01-01\ntasks:\n  - id: a\n    updates: *u\n",
        "x: &t {id: a, updates: [{date: 2024}]}\ntasks:\n  - <<: *t\n    lead: b\n",
        "x: &i {date: 2024-01-01}\ntasks:\n  - id: a\n    updates:\n      - *i\n",
        "tasks:\n  - id: a\n    updates:\n      - &i\n        date: 2024-01-01\n",
    ] {
        assert!(with(text, &[("a", "2024-05-01", "Mới")]).is_err(), "{text}");
    }
}

#[test]
fn items_at_the_top_of_a_file() {
    let agency: Entry = vec![("id", Yaml::Word("so-c".into())), ("name", Yaml::Text("Sở C".into()))];
    let text = "agencies:\n  - id: so-a\n    name: Sở A   # một\n\n  - id: so-b\n    name: Sở B\n\n# Nhóm\ngroups:\n  - id: n\n";
    let expected = text.replace("Sở B\n", "Sở B\n\n  - id: so-c\n    name: Sở C\n");
    assert_eq!(with_items(text, "x", "agencies", std::slice::from_ref(&agency)), Ok(expected));
    let text = "groups:\n  - id: n\n";
    let expected = format!("{text}agencies:\n  - id: so-c\n    name: Sở C\n");
    assert_eq!(with_items(text, "x", "agencies", &[agency]), Ok(expected));
}
