//! Fields of tasks that get another value: what a sheet says now and nobody else changed.

use super::change_set::ChangeSet;
use super::insert::{Edit, apply};
use super::locate::{
    block_end, column, entry, items, line_end, line_start, newline, sign_before, text as text_of, tree,
};
use super::refusal::Refusal;
use super::updates::task_files;
use super::verify::same;
use super::yaml_writer::{Yaml, block};
use crate::diag::closest;
use crate::load::{Entry, Node, Value, schema};
use std::collections::BTreeMap;

/// Fields by their names; none: the field goes.
pub type Fields = Vec<(&'static str, Option<Yaml>)>;

/// Sets fields of tasks, by id; a value of none takes the field out. Every other byte stays.
///
/// # Errors
/// A task that is not there, or a place that cannot be edited safely; then nothing is changed.
pub fn set_fields(changes: &mut ChangeSet<'_>, tasks: BTreeMap<String, Fields>) -> Result<(), Refusal> {
    let files = task_files(changes);
    let mut by_file: BTreeMap<&String, Vec<(String, Fields)>> = BTreeMap::new();
    for (task, fields) in tasks {
        let Some(path) = files.get(&task) else {
            let near = closest(&task, files.keys().map(String::as_str)).map(str::to_owned);
            return Err(Refusal::NoTask(task, near));
        };
        let clean = |(key, value): (&'static str, Option<Yaml>)| {
            let value = value.and_then(|value| changes.cleaned(vec![(key, value)]).pop());
            (key, value.map(|(_, value)| value))
        };
        let fields = fields.into_iter().map(clean).collect();
        by_file.entry(path).or_default().push((task, fields));
    }
    let mut edited = Vec::new();
    for (path, tasks) in by_file {
        let text = changes.text(path).unwrap_or_default();
        edited.push((path.clone(), with_fields(text, path, &tasks)?));
    }
    for (path, new) in edited {
        changes.put(&path, new)?;
    }
    Ok(())
}

fn with_fields(text: &str, path: &str, tasks: &[(String, Fields)]) -> Result<String, Refusal> {
    let refuse = || Refusal::Reference(path.to_owned());
    let root = tree(text).ok_or_else(refuse)?;
    let mut edits = Vec::new();
    for (id, fields) in tasks {
        let task = items(&root, "tasks").iter().find(|task| text_of(task, "id").is_some_and(|own| own.trim() == id));
        for (key, value) in fields {
            edits.extend(edit(text, task.ok_or_else(refuse)?, key, value.as_ref()).map_err(|Unplain| refuse())?);
        }
    }
    let new = apply(text, edits);
    let sound = tree(&new).is_some_and(|read| says(&root, &read, tasks));
    if sound { Ok(new) } else { Err(Refusal::Unsure(path.to_owned())) }
}

/// A field is not plainly written on lines of its own.
struct Unplain;

/// The edit of one field, if there is anything to do.
fn edit(text: &str, task: &Node<'_>, key: &'static str, value: Option<&Yaml>) -> Result<Option<Edit>, Unplain> {
    let (start, end) = (task.at.start as usize, task.end as usize);
    if sign_before(text, start) == Some('{') {
        return Err(Unplain);
    }
    let first = column(text, start);
    let newline = newline(text);
    let lines = value.map(|value| block(&[(key, value.clone())], first, 2).join(newline));
    let Some(old) = entry(task, key) else {
        let Some(lines) = lines else { return Ok(None) };
        let before = before(task, key).ok_or(Unplain)?;
        let at = block_end(text, before.node.end as usize, first);
        return Ok(Some(Edit { at, remove: 0, insert: format!("{newline}{lines}") }));
    };
    let at = old.key_at.start as usize;
    // A field that stands behind the dash is the id, or was put there by hand.
    if at <= start
        || at > end
        || column(text, at) != first
        || !text.get(line_start(text, at)..at).ok_or(Unplain)?.trim().is_empty()
    {
        return Err(Unplain);
    }
    let from = line_start(text, at);
    // A folded text ends where the next line begins.
    let end = (old.node.end as usize).max(old.key_at.end as usize);
    let to = line_end(text, text.get(..end).ok_or(Unplain)?.trim_end().len());
    match lines {
        Some(insert) => Ok(Some(Edit { at: from, remove: to - from, insert })),
        None => Ok(Some(Edit { at: from, remove: (to + newline.len()).min(text.len()) - from, insert: String::new() })),
    }
}

/// The field after which a new one goes: the last of those that the docs list before it.
fn before<'n, 'a>(task: &'n Node<'a>, key: &str) -> Option<&'n Entry<'a>> {
    let Value::Map(entries) = &task.value else { return None };
    let order = |name: &str| schema::TASK.fields.iter().position(|field| field.name == name);
    entries.iter().filter(|entry| order(&entry.key) < order(key)).max_by_key(|entry| entry.node.end)
}

/// Whether the new text says what the old one said, but for the fields that were set.
fn says(old: &Node<'_>, new: &Node<'_>, tasks: &[(String, Fields)]) -> bool {
    let (mut old, mut new) = (old.clone(), new.clone());
    let set = |root: &mut Node<'_>, check: bool| {
        let Value::Map(entries) = &mut root.value else { return false };
        let Some(list) = entries.iter_mut().find(|e| e.key == "tasks") else { return false };
        let Value::List(items) = &mut list.node.value else { return false };
        tasks.iter().all(|(id, fields)| {
            let task = items.iter_mut().find(|task| text_of(task, "id").is_some_and(|own| own.trim() == id));
            let Some(Value::Map(entries)) = task.map(|task| &mut task.value) else { return false };
            fields.iter().all(|(key, value)| {
                let at = entries.iter().position(|e| e.key == *key);
                let right = match (at, value) {
                    (Some(at), Some(value)) => value.is(&entries[at].node),
                    (None, None) => true,
                    (Some(_), None) | (None, Some(_)) => false,
                };
                at.map(|at| entries.remove(at));
                !check || right
            })
        })
    };
    set(&mut new, true) && set(&mut old, false) && same(&old, &new)
}
