//! Drafts that are confirmed: the mark and the comments of guesses go, and not another byte.

use super::change_set::ChangeSet;
use super::locate::{dash_column, entry, items, line_end, line_start, sign_before, text as text_of, tree};
use super::refusal::Refusal;
use super::updates::{task_files, task_paths};
use super::verify::same;
use crate::diag::closest;
use crate::load::{Node, Value, guess_places, split_front_matter};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// How the clauses of a paper begin as long as they are a draft. What follows names the document that is authentic.
pub const DRAFT_WORDS: &str =
    "Bản nháp: các khoản dưới đây còn nguyên lời văn bản, cần tóm lược trước khi công bố; chỉ ";

/// Confirms tasks, by id; how many of them were marked.
///
/// # Errors
/// A task that is not there, or a place that cannot be edited safely; then nothing is changed.
pub fn confirm_tasks(changes: &mut ChangeSet<'_>, ids: &[&str]) -> Result<usize, Refusal> {
    let files = task_files(changes);
    let mut by_file: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for id in ids {
        let Some(path) = files.get(*id) else {
            let near = closest(id, files.keys().map(String::as_str)).map(str::to_owned);
            return Err(Refusal::NoTask((*id).to_owned(), near));
        };
        by_file.entry(path).or_default().insert(id);
    }
    let is_meant = |path: &str, task: &Node<'_>| {
        let ids = by_file.get(path);
        text_of(task, "id").is_some_and(|id| ids.is_some_and(|ids| ids.contains(id.trim())))
    };
    let paths: Vec<String> = by_file.keys().map(|path| (*path).to_owned()).collect();
    in_files(changes, &paths, is_meant)
}

/// Confirms all tasks of documents; how many of them were marked.
///
/// # Errors
/// A place that cannot be edited safely; then nothing is changed.
pub fn confirm_tasks_of(changes: &mut ChangeSet<'_>, documents: &[&str]) -> Result<usize, Refusal> {
    let of_documents = |path: &String| {
        let root = changes.text(path).and_then(tree);
        root.is_some_and(|root| text_of(&root, "document").is_some_and(|id| documents.contains(&id.trim())))
    };
    let paths: Vec<String> = task_paths(changes).into_iter().filter(of_documents).collect();
    in_files(changes, &paths, |_, _| true)
}

/// Confirms a meeting or a document, by the path of its file; whether it was marked.
///
/// # Errors
/// It cannot be edited safely.
pub fn confirm_file(changes: &mut ChangeSet<'_>, path: &str) -> Result<bool, Refusal> {
    let refuse = || Refusal::Reference(path.to_owned());
    let text = changes.text(path).ok_or_else(|| Refusal::NoFile(path.to_owned()))?;
    let front = split_front_matter(text).ok_or_else(refuse)?;
    let (start, end) = (front.yaml_start, front.yaml_start + front.yaml.len());
    let root = tree(front.yaml).ok_or_else(refuse)?;
    let records: Vec<&Node<'_>> = std::iter::once(&root).chain(items(&root, "documents")).collect();
    let marked = entry(&root, "draft").is_some();
    let yaml = confirmed(front.yaml, path, &root, &records)?;
    let body = text[end..].replacen(DRAFT_WORDS, "Chỉ ", 1);
    let new = format!("{}{yaml}{body}", &text[..start]);
    if new != text {
        changes.put(path, new)?;
    }
    Ok(marked)
}

fn in_files(
    changes: &mut ChangeSet<'_>,
    paths: &[String],
    is_meant: impl Fn(&str, &Node<'_>) -> bool,
) -> Result<usize, Refusal> {
    let (mut marked, mut edited) = (0, Vec::new());
    for path in paths {
        let text = changes.text(path).unwrap_or_default();
        let root = tree(text).ok_or_else(|| Refusal::Reference(path.clone()))?;
        let tasks: Vec<&Node<'_>> = items(&root, "tasks").iter().filter(|task| is_meant(path, task)).collect();
        marked += tasks.iter().filter(|task| entry(task, "draft").is_some()).count();
        let new = confirmed(text, path, &root, &tasks)?;
        if new != text {
            edited.push((path.clone(), new));
        }
    }
    for (path, new) in edited {
        changes.put(&path, new)?;
    }
    Ok(marked)
}

/// The text without the marks of some of its records and without the comments of their guesses.
fn confirmed(text: &str, path: &str, root: &Node<'_>, records: &[&Node<'_>]) -> Result<String, Refusal> {
    let mut gone: Vec<Range<usize>> = Vec::new();
    for record in records {
        gone.extend(mark(text, record).map_err(|Unplain| Refusal::Reference(path.to_owned()))?);
    }
    let all = everything(root);
    let meant: BTreeSet<u32> = records.iter().map(|record| record.at.start).collect();
    for (record, comments) in all.iter().zip(guess_places(text, 0, root, &all)) {
        if meant.contains(&record.at.start) {
            gone.extend(comments.into_iter().map(|(place, _)| comment(text, place)));
        }
    }
    gone.sort_unstable_by_key(|range| (range.start, range.end));
    let (mut new, mut done) = (String::with_capacity(text.len()), 0);
    for range in gone {
        if let Some(kept) = text.get(done..range.start) {
            new.push_str(kept);
        }
        done = done.max(range.end);
    }
    new.push_str(text.get(done..).unwrap_or_default());
    let mut expected = root.clone();
    unmark(&mut expected, &meant);
    let sound = tree(&new).is_some_and(|read| same(&read, &expected));
    if sound { Ok(new) } else { Err(Refusal::Unsure(path.to_owned())) }
}

/// All records that a comment may speak of.
fn everything<'n, 'a>(root: &'n Node<'a>) -> Vec<&'n Node<'a>> {
    let own = std::iter::once(root).filter(|root| entry(root, "tasks").is_none());
    own.chain(items(root, "tasks")).chain(items(root, "documents")).collect()
}

/// The mark is not plainly written where its record is.
struct Unplain;

/// Where the mark of a record stands, with the line or the comma that goes with it; none if it has none.
fn mark(text: &str, record: &Node<'_>) -> Result<Option<Range<usize>>, Unplain> {
    let Some(mark) = entry(record, "draft") else { return Ok(None) };
    let (from, to) = (mark.key_at.start as usize, mark.node.end as usize);
    let (start, end) = (record.at.start as usize, record.end as usize);
    if from < start || to > end || to < from || text.get(from..to).is_none() {
        return Err(Unplain);
    }
    let Value::Map(entries) = &record.value else { return Err(Unplain) };
    let next = entries.iter().map(|e| e.key_at.start as usize).filter(|at| *at > from).min();
    let before = entries.iter().map(|e| e.node.end as usize).filter(|at| *at <= from).max();
    let place = match (before, next) {
        // In brackets: with the comma before it, or behind it.
        (Some(before), _) if sign_before(text, start) == Some('{') => before..to,
        (None, Some(next)) if sign_before(text, start) == Some('{') => from..next,
        // Behind the dash: the next key takes its place.
        (_, Some(next)) if dash_column(text, from).is_some() && line_end(text, to) < next => from..next,
        _ if text[line_start(text, from)..from].trim().is_empty() => line_start(text, from)..after_line(text, to),
        _ => return Err(Unplain),
    };
    Ok(Some(place))
}

/// A comment with the blanks before it; alone on its line, with the line.
fn comment(text: &str, place: Range<usize>) -> Range<usize> {
    let start = line_start(text, place.start);
    let before = text[start..place.start].trim_end();
    if before.is_empty() { start..after_line(text, place.end) } else { start + before.len()..line_end(text, place.end) }
}

/// The first byte of the next line.
fn after_line(text: &str, at: usize) -> usize {
    text[at..].find('\n').map_or(text.len(), |n| at + n + 1)
}

/// Takes the marks out of the records that begin at these places.
fn unmark(root: &mut Node<'_>, meant: &BTreeSet<u32>) {
    let at = root.at.start;
    match &mut root.value {
        Value::Null | Value::Broken | Value::Scalar { .. } => {}
        Value::List(list) => list.iter_mut().for_each(|item| unmark(item, meant)),
        Value::Map(entries) => {
            for entry in entries.iter_mut() {
                unmark(&mut entry.node, meant);
            }
            if meant.contains(&at) {
                entries.retain(|entry| entry.key != "draft");
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{DRAFT_WORDS, confirm_file, confirmed};
    use crate::edit::ChangeSet;
    use crate::edit::locate::{items, text as text_of, tree};
    use crate::load::Snapshot;

    /// The text without the marks of `ids`; none where it is refused.
    fn without(text: &str, ids: &[&str]) -> Option<String> {
        let root = tree(text).expect("it is sound");
        let is_meant = |id: &str| ids.contains(&id);
        let tasks: Vec<_> = items(&root, "tasks").iter().filter(|t| text_of(t, "id").is_some_and(is_meant)).collect();
        confirmed(text, "x", &root, &tasks).ok()
    }

    /// Between the marks stands what goes.
    #[test]
    fn marks_and_guesses_go_and_nothing_else() {
        for text in [
            "tasks:\n  - id: a\n<    draft: true # chờ\n>    lead: b<  # đoán: c  >\n",
            "tasks:\r\n  - id: a\r\n    lead: b< # đoán: c>\r\n<    draft: true\r\n>",
            "tasks:\n<  # đoán: gì\n>  - id: a # giữ\n    lead:\n<      # đoán: một\n>      - b\n      # giữ\n<    draft: true>",
            "tasks:\n  - <draft: true\n    >id: a\n    text: |\n      # đoán: không\n  - id: z # đoán: giữ\n    draft: true\n",
            "tasks:\n  - {id: a, lead: [b]<, draft: true>, due: 2024}< # đoán: hạn>\n  - {id: z, draft: true}\n",
            "tasks:\n  - {<draft: true, >id: a, title: \"x # đoán: y\"}\n",
            "tasks: [{id: a<,\n draft: true>}, {id: z}]\n",
            "tasks:\n- id: a\n  due:\n    before: 2024-06<    # đoán: tháng>\n<  draft: yes\n># đoán: giữ\n- id: z\n",
        ] {
            let old: String = text.chars().filter(|c| !matches!(c, '<' | '>')).collect();
            let (mut expected, mut inside) = (String::new(), false);
            for c in text.chars() {
                match c {
                    '<' => inside = true,
                    '>' => inside = false,
                    c if !inside => expected.push(c),
                    _ => {}
                }
            }
            assert_eq!(without(&old, &["a"]).as_deref(), Some(&*expected), "{old}");
            assert_eq!(without(&expected, &["a"]).as_deref(), Some(&*expected), "{expected}");
        }
    }

    /// What a person wrote in the place of those words stays.
    #[test]
    fn a_confirmed_document_does_not_call_itself_a_draft() {
        let path = "content/meetings/a.md";
        let says =
            |mark: &str, first: &str| format!("---\n{mark}title: A\n---\n\n{first}Nghị quyết 1 là gốc.\n\n1. Một.\n");
        for (before, after) in [(DRAFT_WORDS, "Chỉ "), ("Bản nháp của ", "Bản nháp của ")] {
            let text = says("draft: true\n", before);
            let snapshot = Snapshot::of_texts([(path, &*text)]);
            let mut changes = ChangeSet::new(&snapshot);
            assert!(confirm_file(&mut changes, path).expect("it is sound"));
            assert_eq!(changes.text(path), Some(&*says("", after)));
        }
    }

    #[test]
    fn a_mark_that_came_from_elsewhere_is_left() {
        assert_eq!(without("tasks:\n  - &x {id: z, draft: true}\n  - <<: *x\n    id: a\n", &["a"]), None);
    }
}
