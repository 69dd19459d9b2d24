//! New agencies, tasks, meetings and documents: in the file where their like stand, or in one of their own.

use super::change_set::ChangeSet;
use super::insert::{Order, add_items, apply, lines_of, list_step};
use super::locate::{entry, text, tree};
use super::refusal::Refusal;
use super::updates::task_paths;
use super::verify::{Which, only_adds, remove};
use super::yaml_writer::{Entry, Yaml, block};
use crate::load::{is_content, slug};

/// Adds an agency; the path of its file.
///
/// # Errors
/// Several files hold agencies and none is named, or the place cannot be edited safely.
pub fn new_agency(changes: &mut ChangeSet<'_>, file: Option<&str>, agency: Entry) -> Result<String, Refusal> {
    let folder = "content/agencies/";
    let holding =
        |path: &&str| changes.text(path).and_then(tree).is_some_and(|root| entry(&root, "agencies").is_some());
    let found: Vec<String> = changes.paths(folder).into_iter().filter(holding).map(str::to_owned).collect();
    let path = choose(changes, file, folder, found, "content/agencies/co-quan.yaml")?;
    add(changes, path, &[], "agencies", vec![agency])
}

/// Adds groups of agencies; the path of their file.
///
/// # Errors
/// Several files hold groups and none is named, or the place cannot be edited safely.
pub fn new_groups(changes: &mut ChangeSet<'_>, file: Option<&str>, groups: Vec<Entry>) -> Result<String, Refusal> {
    let folder = "content/agencies/";
    let holding = |path: &&str| changes.text(path).and_then(tree).is_some_and(|root| entry(&root, "groups").is_some());
    let found: Vec<String> = changes.paths(folder).into_iter().filter(holding).map(str::to_owned).collect();
    let path = choose(changes, file, folder, found, "content/agencies/nhom.yaml")?;
    add(changes, path, &[], "groups", groups)
}

/// Adds tasks of a document; the path of their file.
///
/// # Errors
/// Several files hold tasks of the document and none is named, or the place cannot be edited safely.
pub fn new_tasks(
    changes: &mut ChangeSet<'_>,
    file: Option<&str>,
    document: &str,
    tasks: Vec<Entry>,
) -> Result<String, Refusal> {
    let of_document = |path: &String| {
        let root = changes.text(path).and_then(tree);
        root.is_some_and(|root| text(&root, "document").is_some_and(|id| id.trim() == document))
    };
    let found: Vec<String> = task_paths(changes).into_iter().filter(of_document).collect();
    // A name that is none of a document is no name of a file either; that there is no such document, the check says.
    let name = Some(slug(document)).filter(|name| !name.is_empty()).unwrap_or_else(|| "nhiem-vu".to_owned());
    let path = choose(changes, file, "content/tasks/", found, &format!("content/tasks/{name}.yaml"))?;
    add(changes, path, &[("document", Yaml::Word(document.to_owned()))], "tasks", tasks)
}

/// Makes the file of a meeting, with the Markdown of its conclusion if there is any; its path.
///
/// # Errors
/// There is such a file.
pub fn new_meeting(changes: &mut ChangeSet<'_>, id: &str, front: Entry, text: &str) -> Result<String, Refusal> {
    new_text(changes, format!("content/meetings/{id}.md"), front, text)
}

/// Makes the file of a document without a meeting, with its Markdown if there is any; its path.
///
/// # Errors
/// There is such a file.
pub fn new_document(changes: &mut ChangeSet<'_>, id: &str, front: Entry, text: &str) -> Result<String, Refusal> {
    new_text(changes, format!("content/documents/{id}.md"), front, text)
}

fn new_text(changes: &mut ChangeSet<'_>, path: String, front: Entry, text: &str) -> Result<String, Refusal> {
    if changes.exists(&path) {
        return Err(Refusal::Exists(path));
    }
    let front = changes.cleaned(front);
    let text = if text.is_empty() { String::new() } else { format!("\n{}\n", text.trim()) };
    changes.put(&path, format!("---\n{}\n---\n{text}", block(&front, 0, 2).join("\n")))?;
    Ok(path)
}

/// The file named, else the only one found, else a new one.
fn choose(
    changes: &ChangeSet<'_>,
    named: Option<&str>,
    folder: &str,
    mut found: Vec<String>,
    otherwise: &str,
) -> Result<String, Refusal> {
    if let Some(named) = named {
        let path = if named.contains('/') { named.to_owned() } else { format!("{folder}{named}") };
        let inside = path.starts_with(folder) && is_content(&path);
        let known = found.contains(&path) || !changes.exists(&path);
        return if inside && known { Ok(path) } else { Err(Refusal::NoFile(named.to_owned())) };
    }
    match found.len() {
        0 if changes.exists(otherwise) => Err(Refusal::Exists(otherwise.to_owned())),
        0 => Ok(otherwise.to_owned()),
        1 => Ok(found.remove(0)),
        _ => Err(Refusal::WhichFile(found)),
    }
}

/// Adds items to the list `key` of a file; a new file begins with `head`.
fn add(
    changes: &mut ChangeSet<'_>,
    path: String,
    head: &[(&'static str, Yaml)],
    key: &str,
    items: Vec<Entry>,
) -> Result<String, Refusal> {
    let items: Vec<Entry> = items.into_iter().map(|item| changes.cleaned(item)).collect();
    let new = if let Some(old) = changes.text(&path) {
        with_items(old, &path, key, &items)?
    } else {
        let mut lines = block(head, 0, 2);
        lines.push(format!("{key}:"));
        for (n, item) in items.iter().enumerate() {
            if n > 0 {
                lines.push(String::new());
            }
            lines.extend(lines_of(&[item], 2, 2, false));
        }
        lines.join("\n") + "\n"
    };
    changes.put(&path, new)?;
    Ok(path)
}

pub(super) fn with_items(text: &str, path: &str, key: &str, new: &[Entry]) -> Result<String, Refusal> {
    let root = tree(text).ok_or_else(|| Refusal::Reference(path.to_owned()))?;
    let step = list_step(text, &root, key);
    let edits = add_items(text, &root, key, new, Order::Last, step);
    let edits = edits.ok_or_else(|| Refusal::Reference(path.to_owned()))?;
    let changed = apply(text, edits);
    let sound = only_adds(root, &changed, |read, which| {
        let new: &[Entry] = if which.is_some() { new } else { &[] };
        remove(read, key, new, which.unwrap_or(Which::First))
    });
    if sound { Ok(changed) } else { Err(Refusal::Unsure(path.to_owned())) }
}
