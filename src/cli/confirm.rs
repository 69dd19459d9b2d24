//! `tiendo confirm`: drafts that somebody has read become content like any other.

use super::args::ConfirmArgs;
use super::drafts::counts;
use super::edit::{EditContext, edit};
use super::errors::Error;
use super::exit::Exit;
use crate::diag::closest;
use crate::edit::{ChangeSet, confirm_file, confirm_tasks, confirm_tasks_of};
use crate::model::{Dataset, Origin};
use std::collections::BTreeSet;

pub fn run(args: &ConfirmArgs) -> Exit {
    edit(&args.edit, |context| {
        let words = &context.out.words;
        let mut changes = ChangeSet::new(&context.snapshot);
        let ((tasks, documents), waiting) = match &args.document {
            Some(id) => (document(context, &mut changes, id.trim())?, Vec::new()),
            None if args.tasks.is_empty() => return Err(Error::usage(words.say("confirm-which"))),
            None => tasks(context, &mut changes, &args.tasks)?,
        };
        let Some(what) = counts(tasks, documents, words).filter(|_| !changes.files().is_empty()) else {
            let ids = args.document.clone().unwrap_or_else(|| args.tasks.join(", "));
            return Err(match waiting.first() {
                Some(document) => context.usage("confirm-of-draft", document),
                None => context.usage("confirm-nothing", &ids),
            });
        };
        context.out.remark(&words.with("confirm-what", &[("what", &what)]));
        for document in waiting {
            context.out.remark(&words.with("confirm-of-draft", &[("id", document)]));
        }
        context.finish(&changes)
    })
}

/// How many tasks and files were marked.
type Marked = (usize, usize);

/// Confirms tasks; with the documents that they wait for, being drafts themselves.
fn tasks<'c>(
    context: &'c EditContext,
    changes: &mut ChangeSet<'_>,
    ids: &[String],
) -> Result<(Marked, Vec<&'c str>), Error> {
    let ids: Vec<&str> = ids.iter().map(|id| id.trim()).collect();
    let marked = confirm_tasks(changes, &ids).map_err(|refusal| context.refuse(&refusal))?;
    let data = &context.report.data;
    let meant = data.tasks.iter().filter(|task| ids.contains(&task.id.as_str()));
    let waiting: BTreeSet<&str> =
        meant.map(|task| &data[task.document()]).filter(|own| own.draft).map(|own| own.id.as_str()).collect();
    Ok(((marked, 0), waiting.into_iter().collect()))
}

/// Confirms a document with its tasks, or a meeting with all its documents.
fn document(context: &EditContext, changes: &mut ChangeSet<'_>, id: &str) -> Result<Marked, Error> {
    let data = &context.report.data;
    let Some((path, documents)) = file(data, id) else {
        let known = data.documents.iter().map(|d| d.id.as_str()).chain(data.meetings.iter().map(|m| m.id.as_str()));
        let near = closest(id, known).unwrap_or_default();
        let key = if near.is_empty() { "confirm-no-document" } else { "confirm-document-meant" };
        return Err(Error::usage(context.out.words.with(key, &[("id", id), ("meant", near)])));
    };
    let refuse = |refusal| context.refuse(&refusal);
    let tasks = confirm_tasks_of(changes, &documents).map_err(refuse)?;
    let marked = path.map_or(Ok(false), |path| confirm_file(changes, &path)).map_err(refuse)?;
    Ok((tasks, usize::from(marked)))
}

/// The file that has the front matter of a document or meeting, and all documents that stand in it. The front matter of a
/// news item has no mark.
fn file<'d>(data: &'d Dataset, id: &str) -> Option<(Option<String>, Vec<&'d str>)> {
    let own = data.documents.iter().find(|document| document.id.as_str() == id);
    let meeting = match own.map(|document| document.origin) {
        Some(Origin::Own) => return Some((Some(format!("content/documents/{id}.md")), vec![own?.id.as_str()])),
        Some(Origin::News(_)) => return Some((None, vec![own?.id.as_str()])),
        Some(Origin::Meeting(ix)) => &data[ix],
        None => data.meetings.iter().find(|meeting| meeting.id.as_str() == id)?,
    };
    let documents = meeting.documents.iter().map(|ix| data[*ix].id.as_str()).collect();
    Some((Some(format!("content/meetings/{}.md", meeting.id)), documents))
}
