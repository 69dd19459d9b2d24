//! A register that comes again: what is new in it, what changed, what is gone.

use super::super::args::ImportArgs;
use super::super::edit::EditContext;
use super::super::errors::Error;
use super::super::exit::Exit;
use super::agencies::{self, Names};
use crate::edit::{ChangeSet, Entry, Yaml, new_tasks, put_mapping, set_fields};
use crate::import::draft::{Draft, Task};
use crate::import::matching::{Match, Matcher};
use crate::import::names::Name;
use crate::import::register::{Change, Changes, compare, seen};
use crate::import::write::{Taken, task_entries};
use crate::load::{Mapping, SeenRow};
use crate::model::{Dataset, DocumentIx};
use std::collections::{BTreeMap, BTreeSet};

/// A register that the record has already.
pub struct Again {
    document: DocumentIx,
    mapping: Mapping,
    found: Changes,
}

impl Again {
    /// Compares a register with the tasks of the document `id`. Unless it is `certain` that it is the same, half of its
    /// rows must be known: registers of other years have the same heads.
    pub fn find(context: &EditContext, id: &str, certain: bool, draft: &Draft, mapping: &Mapping) -> Option<Self> {
        let data = &context.report.data;
        let (document, _) = data.document_list().find(|(_, document)| document.id.as_str() == id)?;
        let matcher = Matcher::new(Some(data), draft.day());
        let said =
            |name: &Name| mapping.names.iter().find(|said| said.name == name.written).map(|said| said.id.clone());
        let id = |name: &Name| {
            said(name).or_else(|| match matcher.find(name) {
                Match::Known { id, .. } | Match::Pack { id, .. } => Some(id),
                Match::Unknown(proposal) => Some(proposal.id),
                Match::Words => None,
            })
        };
        let found = compare(data, document, &draft.tasks, Some(mapping), id);
        let known = draft.tasks.len() - found.new.len();
        let same = known > 0 && (certain || known * 2 >= draft.tasks.len());
        same.then(|| Self { document, mapping: mapping.clone(), found })
    }
}

/// Tells the changes; writes new rows, and changed cells where that was agreed to (`--accept`).
pub fn run(
    args: &ImportArgs,
    context: &EditContext,
    again: Again,
    draft: &Draft,
    names: &Names,
) -> Result<Exit, Error> {
    let (words, data) = (&context.out.words, &context.report.data);
    let Again { document, mapping, found } = again;
    if found.new.is_empty() && found.changed.is_empty() && found.kept.is_empty() && found.vanished.is_empty() {
        context.out.result(&words.say("import-same"));
        return Ok(Exit::Done);
    }
    tell(&found, draft, context);
    let open = !found.changed.is_empty() || (!found.new.is_empty() && !names.unknown().is_empty());
    if open && !args.accept && !args.edit.dry_run {
        return Err(Error::content(words.say("import-changes-open")));
    }
    let refuse = |refusal| context.refuse(&refusal);
    let mut changes = ChangeSet::new(&context.snapshot);
    agencies::add(&mut changes, names, data).map_err(refuse)?;
    let resolved = names.resolved();
    let mut taken = Taken {
        ids: data.tasks.iter().map(|task| task.id.to_string()).collect(),
        clauses: labels(data, document),
        undated: data.reference_day(document).is_none(),
        ..Taken::default()
    };
    let drafts: BTreeSet<&str> = data.tasks.iter().filter(|task| task.draft).map(|task| task.id.as_str()).collect();
    let mut fields: BTreeMap<String, Vec<(&'static str, Option<Yaml>)>> = BTreeMap::new();
    for change in &found.changed {
        let entry = task_entries(
            std::slice::from_ref(&change.row),
            &resolved,
            &mut Taken { undated: taken.undated, ..Taken::default() },
        );
        let entry = entry.into_iter().next().unwrap_or_default();
        fields.entry(change.task.clone()).or_default().extend(values(
            change,
            &entry,
            drafts.contains(change.task.as_str()),
        ));
    }
    // A row that is gone gives its number free.
    let numbers: BTreeSet<&str> = draft.tasks.iter().filter_map(|task| task.reference.as_deref()).collect();
    for task in data.tasks.iter().filter(|task| found.vanished.iter().any(|gone| gone == task.id.as_str())) {
        if task.reference.as_deref().is_some_and(|number| numbers.contains(number)) {
            fields.entry(task.id.to_string()).or_default().push(("ref", None));
        }
    }
    set_fields(&mut changes, fields).map_err(refuse)?;
    let new: Vec<Task> = found.new.iter().map(|n| draft.tasks[*n].clone()).collect();
    let entries = task_entries(&new, &resolved, &mut taken);
    let mut rows: Vec<SeenRow> = found.rows.into_iter().chain(rows(&new, &entries)).collect();
    // In the order of the sheet.
    let words = |task: &Task| seen(task, "").words;
    let all = draft.tasks.iter().flat_map(|task| std::iter::once(task).chain(&task.parts));
    let places: BTreeMap<_, usize> = all.enumerate().map(|(place, task)| (words(task), place)).collect();
    rows.sort_by_key(|row| places.get(&row.words).copied().unwrap_or(usize::MAX));
    let id = data[document].id.as_str();
    if !entries.is_empty() {
        new_tasks(&mut changes, None, id, entries).map_err(refuse)?;
    }
    put_mapping(&mut changes, &filed(mapping, id, rows)).map_err(refuse)?;
    context.finish_briefly(&changes)
}

/// The changes on the screen, before anything is written.
fn tell(found: &Changes, draft: &Draft, context: &EditContext) {
    let (out, words) = (&context.out, &context.out.words);
    let count = |n: usize| words.number(n as u64);
    let counts = [
        ("new", count(found.new.len())),
        ("changed", count(found.changed.len())),
        ("kept", count(found.kept.len())),
        ("vanished", count(found.vanished.len())),
    ];
    let counts: Vec<(&str, &str)> = counts.iter().map(|(name, n)| (*name, n.as_str())).collect();
    out.result(&words.with("import-changes", &counts));
    for row in &found.new {
        out.result(&format!("  + {}", draft.tasks[*row].title));
    }
    let line = |sign: &str, change: &Change| {
        format!("  {sign} {} · {}: {} → {}", change.task, change.field, flat(&change.old), flat(&change.new))
    };
    found.changed.iter().for_each(|change| out.result(&line("~", change)));
    for change in &found.kept {
        out.result(&format!("{} ({})", line("=", change), words.say("import-kept")));
    }
    found.vanished.iter().for_each(|task| out.result(&format!("  - {task}")));
}

/// On one line; `–` for nothing.
fn flat(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    if words.is_empty() { "–".to_owned() } else { words.join(" ") }
}

/// The fields of content that a changed cell sets. Comments of guesses belong to drafts alone.
fn values(change: &Change, entry: &Entry, draft: bool) -> Vec<(&'static str, Option<Yaml>)> {
    let fields: &[&'static str] = match change.field {
        "text" => &["title", "text"],
        "lead" => &["lead"],
        "coordinators" => &["coordinators"],
        "due" => &["due"],
        "products" => &["products"],
        "supervisor" => &["supervisor"],
        "officer" => &["officer"],
        "note" | "source" => &["note"],
        _ => &["ref"],
    };
    let plain = |value: &Yaml| match value {
        Yaml::Noted(value, _) if !draft => (**value).clone(),
        value => value.clone(),
    };
    let value = |field: &str| entry.iter().find(|(key, _)| *key == field).map(|(_, value)| plain(value));
    fields.iter().map(|field| (*field, value(field))).collect()
}

/// What the rows said, by the ids of the entries made of them.
pub fn rows(tasks: &[Task], entries: &[Entry]) -> Vec<SeenRow> {
    let all = tasks.iter().flat_map(|task| std::iter::once(task).chain(&task.parts));
    let id = |entry: &Entry| match entry.first() {
        Some((_, Yaml::Word(id))) => id.clone(),
        _ => String::new(),
    };
    all.zip(entries).map(|(task, entry)| seen(task, &id(entry))).collect()
}

/// A mapping with what its sheet said, in the file of its document where it has none yet.
pub fn filed(mapping: Mapping, document: &str, rows: Vec<SeenRow>) -> Mapping {
    let other = mapping.document.as_deref().is_some_and(|own| own != document);
    let path = if mapping.path.is_empty() || other { format!("content/import/{document}.yaml") } else { mapping.path };
    Mapping { path, document: Some(document.to_owned()), rows, ..mapping }
}

/// The clauses that the text of a document has; none where it has none.
pub fn labels(data: &Dataset, document: DocumentIx) -> Option<BTreeSet<String>> {
    let labels = data.text_of(document).blocks.iter().filter_map(|block| block.label.as_ref());
    let labels: BTreeSet<String> = labels.map(|label| label.as_str().to_owned()).collect();
    (!labels.is_empty()).then_some(labels)
}
