//! New updates of tasks, each where the task stands.

use super::change_set::ChangeSet;
use super::insert::{Order, add_items, apply, list_step};
use super::locate::{items, text as text_of, tree};
use super::refusal::Refusal;
use super::verify::{Which, only_adds, remove};
use super::yaml_writer::Entry;
use crate::diag::closest;
use crate::load::{Node, Value};
use std::collections::BTreeMap;

/// The tasks of the content by id, with the file that each stands in.
pub fn task_files(changes: &ChangeSet<'_>) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    for path in task_paths(changes) {
        let Some(root) = changes.text(&path).and_then(tree) else { continue };
        for task in items(&root, "tasks") {
            if let Some(id) = text_of(task, "id") {
                found.entry(id.trim().to_owned()).or_insert_with(|| path.clone());
            }
        }
    }
    found
}

pub(super) fn task_paths(changes: &ChangeSet<'_>) -> Vec<String> {
    changes.paths("content/tasks/").into_iter().map(str::to_owned).collect()
}

/// Adds updates to tasks, by id; what is refused leaves the changes as they were.
///
/// # Errors
/// A task that is not there, or a place that cannot be edited safely.
pub fn add_updates(changes: &mut ChangeSet<'_>, updates: Vec<(String, Entry)>) -> Result<(), Refusal> {
    let files = task_files(changes);
    let mut by_file: BTreeMap<&str, BTreeMap<String, Vec<Entry>>> = BTreeMap::new();
    for (task, update) in updates {
        let Some(path) = files.get(&task) else {
            let near = closest(&task, files.keys().map(String::as_str)).map(str::to_owned);
            return Err(Refusal::NoTask(task, near));
        };
        let update = changes.cleaned(update);
        by_file.entry(path).or_default().entry(task).or_default().push(update);
    }
    let mut edited = Vec::new();
    for (path, tasks) in by_file {
        let text = changes.text(path).unwrap_or_default();
        edited.push((path.to_owned(), with_updates(text, path, &tasks)?));
    }
    for (path, new) in edited {
        changes.put(&path, new)?;
    }
    Ok(())
}

pub(super) fn with_updates(text: &str, path: &str, tasks: &BTreeMap<String, Vec<Entry>>) -> Result<String, Refusal> {
    let refuse = || Refusal::Reference(path.to_owned());
    let root = tree(text).ok_or_else(refuse)?;
    let step = list_step(text, &root, "tasks");
    let mut edits = Vec::new();
    for (id, updates) in tasks {
        let task = find(&root, id).ok_or_else(refuse)?;
        edits.extend(add_items(text, task, "updates", updates, Order::Dated, step).ok_or_else(refuse)?);
    }
    let new = apply(text, edits);
    let sound = only_adds(root, &new, |read, which| {
        tasks.iter().try_for_each(|(id, updates)| {
            let updates: &[Entry] = if which.is_some() { updates } else { &[] };
            remove(find_mut(read, id)?, "updates", updates, which.unwrap_or(Which::First))
        })
    });
    if sound { Ok(new) } else { Err(Refusal::Unsure(path.to_owned())) }
}

fn find<'n, 'a>(root: &'n Node<'a>, id: &str) -> Option<&'n Node<'a>> {
    items(root, "tasks").iter().find(|task| text_of(task, "id").is_some_and(|text| text.trim() == id))
}

fn find_mut<'n, 'a>(root: &'n mut Node<'a>, id: &str) -> Option<&'n mut Node<'a>> {
    let Value::Map(entries) = &mut root.value else { return None };
    let tasks = entries.iter_mut().find(|e| e.key == "tasks")?;
    let Value::List(items) = &mut tasks.node.value else { return None };
    items.iter_mut().find(|task| text_of(task, "id").is_some_and(|text| text.trim() == id))
}
