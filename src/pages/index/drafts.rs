//! Drafts in the order in which they are to be read.

use crate::model::{Dataset, DocumentIx, Task, TaskIx, Why};

/// The draft tasks of each document, the newest document first, in it the most doubtful first; a document that is a draft
/// and has none stands alone.
pub fn drafts(data: &Dataset) -> Vec<(DocumentIx, Option<TaskIx>)> {
    let mut found: Vec<(DocumentIx, Option<TaskIx>)> =
        data.task_list().filter(|(_, task)| task.draft).map(|(ix, task)| (task.document(), Some(ix))).collect();
    let bare = |ix: &DocumentIx| data[*ix].draft && found.iter().all(|(document, _)| document != ix);
    let alone: Vec<_> = data.document_list().map(|(ix, _)| ix).filter(bare).map(|ix| (ix, None)).collect();
    found.extend(alone);
    found.sort_by_key(|(document, task)| {
        (std::cmp::Reverse(*document), std::cmp::Reverse(task.map(|ix| doubt(&data[ix]))))
    });
    found
}

/// How doubtful the most doubtful guess is, and how many there are. What a person noted comes before all.
fn doubt(task: &Task) -> (Option<usize>, usize) {
    let guesses = task.guesses.iter().map(|guess| guess.why().map_or(Why::ALL.len(), |why| why as usize));
    (guesses.max(), task.guesses.len())
}
