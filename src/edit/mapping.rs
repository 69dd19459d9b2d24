//! `content/import/<name>.yaml`: how a sheet is read. What stands in it by hand is left alone; only the rows, which the
//! program alone writes, are written anew.

use super::change_set::ChangeSet;
use super::locate::newline;
use super::refusal::Refusal;
use super::yaml_writer::{Entry, Yaml, block, flow_map};
use crate::load::{Mapping, SeenRow};

/// Writes the rows of a mapping into its file, and all else where there is no such file yet.
///
/// # Errors
/// The place cannot be edited safely.
pub fn put_mapping(changes: &mut ChangeSet<'_>, mapping: &Mapping) -> Result<(), Refusal> {
    let new = match changes.text(&mapping.path) {
        Some(old) => with_rows(old, &mapping.rows),
        None => format!("{}\n{}", block(&head(mapping), 0, 2).join("\n"), rows(&mapping.rows, "\n")),
    };
    changes.put(&mapping.path, new)
}

fn head(mapping: &Mapping) -> Entry {
    let text = |text: &Option<String>| text.clone().map(Yaml::Text);
    let column = |column: &crate::load::MappedColumn| {
        let head = (!column.head.is_empty()).then(|| ("head", Yaml::Text(column.head.clone())));
        head.into_iter().chain([("field", Yaml::Word(column.field.to_owned()))]).collect()
    };
    let name = |name: &crate::load::MappedName| {
        vec![("name", Yaml::Text(name.name.clone())), ("id", Yaml::Word(name.id.clone()))]
    };
    let columns: Vec<Entry> = mapping.columns.iter().map(column).collect();
    let names: Vec<Entry> = mapping.names.iter().map(name).collect();
    let all = [
        ("document", mapping.document.clone().map(Yaml::Word)),
        ("sheet", text(&mapping.sheet)),
        ("columns", (!columns.is_empty()).then_some(Yaml::Maps(columns))),
        ("names", (!names.is_empty()).then_some(Yaml::Maps(names))),
    ];
    all.into_iter().filter_map(|(key, value)| Some((key, value?))).collect()
}

/// One row a line, so that a comparison of two versions of the file shows which rows changed.
fn rows(rows: &[SeenRow], newline: &str) -> String {
    if rows.is_empty() {
        return String::new();
    }
    let line = |row: &SeenRow| {
        let words = row.words.iter().map(|(field, words)| (*field, Yaml::Quoted(words.clone())));
        let map: Entry = std::iter::once(("task", Yaml::Word(row.task.clone()))).chain(words).collect();
        format!("  - {}{newline}", flow_map(&map))
    };
    format!("rows:{newline}{}", rows.iter().map(line).collect::<String>())
}

/// The text with other rows: those that stand there go, with what is indented below them.
fn with_rows(text: &str, new: &[SeenRow]) -> String {
    let mut out = String::with_capacity(text.len());
    let mut inside = false;
    for line in text.split_inclusive('\n') {
        let own = !line.starts_with([' ', '-', '\t']) && !line.trim().is_empty();
        inside = if own { line.starts_with("rows:") } else { inside };
        if !inside {
            out.push_str(line);
        }
    }
    let newline = newline(text);
    if !out.is_empty() && !out.ends_with('\n') {
        out.push_str(newline);
    }
    out + &rows(new, newline)
}
