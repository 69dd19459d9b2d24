//! Fields that get another value; every other byte stays.

use super::change_set::ChangeSet;
use super::set::set_fields;
use super::yaml_writer::Yaml;
use crate::load::Snapshot;

const TASKS: &str = "# đầu tệp
document: d
tasks:
  - id: a
    draft: true
    title: Một việc  # ghi chú
    lead: [x]  # đoán: tên gần giống
    due: {by: 2025, wording: năm 2025}

  - id: b
    title: >-
      Việc
      hai
    lead:
      - x
      - y
  - {id: c, title: Ba, lead: [x]}
";

fn set(task: &str, fields: Vec<(&'static str, Option<Yaml>)>) -> Option<String> {
    let snapshot = Snapshot::of_texts([("content/tasks/t.yaml", TASKS)]);
    let mut changes = ChangeSet::new(&snapshot);
    set_fields(&mut changes, [(task.to_owned(), fields)].into()).ok()?;
    changes.text("content/tasks/t.yaml").map(str::to_owned)
}

#[test]
fn values_are_replaced_added_and_taken_out() {
    let lead = || Some(Yaml::Words(vec!["z".to_owned()]));
    let found = set("a", vec![("lead", lead()), ("due", None), ("ref", Some(Yaml::Quoted("1".to_owned())))]);
    let expected = TASKS
        .replace("    lead: [x]  # đoán: tên gần giống\n    due: {by: 2025, wording: năm 2025}\n", "    lead: [z]\n")
        .replace("Một việc  # ghi chú\n", "Một việc  # ghi chú\n    ref: \"1\"\n");
    assert_eq!(found, Some(expected));
    let found = set("b", vec![("title", Some(Yaml::Text("Việc 2".to_owned()))), ("lead", lead())]);
    let expected =
        TASKS.replace(">-\n      Việc\n      hai", "Việc 2").replace("lead:\n      - x\n      - y\n", "lead: [z]\n");
    assert_eq!(found, Some(expected));
}

#[test]
fn what_is_not_on_lines_of_its_own_is_refused() {
    assert_eq!(set("c", vec![("lead", None)]), None);
    assert_eq!(set("d", vec![("lead", None)]), None);
}
