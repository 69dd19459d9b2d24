//! New agencies, tasks and meetings: in the file where their like stand, or in one of their own.

use super::drafts::Drafts;
use super::edit::{new_file, task_paths, with_items};
use super::locate::{entry, text, tree};
use super::yaml_writer::block;
use super::{Entry, Out, Refusal};

/// Adds an agency; the path of its file.
///
/// # Errors
/// Several files hold agencies and none is named, or the place cannot be edited safely.
pub fn new_agency(drafts: &mut Drafts<'_>, file: Option<&str>, agency: Entry) -> Result<String, Refusal> {
    let folder = "content/agencies/";
    let holding = |path: &&str| drafts.text(path).and_then(tree).is_some_and(|root| entry(&root, "agencies").is_some());
    let found: Vec<String> = [".yaml", ".yml"]
        .into_iter()
        .flat_map(|ending| drafts.paths(folder, ending))
        .filter(holding)
        .map(str::to_owned)
        .collect();
    let path = choose(drafts, file, folder, found, "content/agencies/co-quan.yaml")?;
    let new = match drafts.text(&path) {
        Some(old) => with_items(old, &path, "agencies", &[agency])?,
        None => new_file(&[], "agencies", &[agency]),
    };
    drafts.put(&path, new);
    Ok(path)
}

/// Adds a task of a document; the path of its file.
///
/// # Errors
/// Several files hold tasks of the document and none is named, or the place cannot be edited safely.
pub fn new_task(drafts: &mut Drafts<'_>, file: Option<&str>, document: &str, task: Entry) -> Result<String, Refusal> {
    let of_document = |path: &String| {
        let root = drafts.text(path).and_then(tree);
        root.is_some_and(|root| text(&root, "document").is_some_and(|id| id.trim() == document))
    };
    let found: Vec<String> = task_paths(drafts).into_iter().filter(of_document).collect();
    let path = choose(drafts, file, "content/tasks/", found, &format!("content/tasks/{document}.yaml"))?;
    let new = match drafts.text(&path) {
        Some(old) => with_items(old, &path, "tasks", &[task])?,
        None => new_file(&[("document", Out::Word(document.to_owned()))], "tasks", &[task]),
    };
    drafts.put(&path, new);
    Ok(path)
}

/// Makes the file of a meeting; its path.
///
/// # Errors
/// There is such a file.
pub fn new_meeting(drafts: &mut Drafts<'_>, id: &str, front: &[(&'static str, Out)]) -> Result<String, Refusal> {
    let path = format!("content/meetings/{id}.md");
    if drafts.exists(&path) {
        return Err(Refusal::Exists(path));
    }
    drafts.put(&path, format!("---\n{}\n---\n", block(front, 0, 2).join("\n")));
    Ok(path)
}

/// The file named, else the only one found, else a new one.
fn choose(
    drafts: &Drafts<'_>,
    named: Option<&str>,
    folder: &str,
    mut found: Vec<String>,
    otherwise: &str,
) -> Result<String, Refusal> {
    if let Some(named) = named {
        let path = if named.contains('/') { named.to_owned() } else { format!("{folder}{named}") };
        let inside = path
            .strip_prefix(folder)
            .is_some_and(|rest| !rest.is_empty() && !rest.contains("..") && rest.ends_with(".yaml"));
        let known = found.contains(&path) || !drafts.exists(&path);
        return if inside && known { Ok(path) } else { Err(Refusal::NoFile(named.to_owned())) };
    }
    match found.len() {
        0 if drafts.exists(otherwise) => Err(Refusal::Exists(otherwise.to_owned())),
        0 => Ok(otherwise.to_owned()),
        1 => Ok(found.remove(0)),
        _ => Err(Refusal::WhichFile(found)),
    }
}
