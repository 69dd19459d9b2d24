//! What a command says of drafts.

use crate::i18n::Words;
use crate::load::DraftFile;
use serde_json::{Value as Json, json};

/// Files named at most.
const SHOWN: usize = 20;

/// How many tasks are drafts.
pub fn tasks(drafts: &[DraftFile]) -> usize {
    drafts.iter().map(|file| file.tasks).sum()
}

/// `12 nhiệm vụ, 1 văn bản`; none where nothing is a draft.
pub fn counted(drafts: &[DraftFile], words: &Words) -> Option<String> {
    let documents = drafts.iter().filter(|file| file.document).count();
    counts(tasks(drafts), documents, words)
}

pub fn counts(tasks: usize, documents: usize, words: &Words) -> Option<String> {
    let parts = [("drafts-tasks", tasks), ("drafts-documents", documents)].into_iter().filter(|(_, n)| *n > 0);
    let parts: Vec<String> = parts.map(|(key, n)| words.count(key, n)).collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}

/// The files, the first ones where they are many.
pub fn paths(drafts: &[DraftFile]) -> String {
    let more = if drafts.len() > SHOWN { ", …" } else { "" };
    drafts.iter().take(SHOWN).map(|file| file.path.as_str()).collect::<Vec<_>>().join(", ") + more
}

pub fn as_json(drafts: &[DraftFile]) -> Json {
    let file = |file: &DraftFile| json!({"path": file.path, "tasks": file.tasks, "document": file.document});
    drafts.iter().map(file).collect()
}
