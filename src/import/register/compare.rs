//! A register that comes again: what its rows say beside what they said last time and what the record says now.

use super::cells;
use super::held::held;
use super::mapping::seen;
use crate::import::draft::Task;
use crate::import::names::Name;
use crate::load::{Mapping, SeenRow};
use crate::model::{self, Dataset, DocumentIx};
use std::collections::{BTreeMap, BTreeSet};

/// Words that two titles of one task share at least, of a hundred.
const ALIKE: usize = 60;
/// The same where the number is the same, too.
const ALIKE_WITH_NUMBER: usize = 30;
/// Rows are compared with each other by their words only so often; beyond it, rows without their number and title are new.
const MOST_PAIRS: usize = 400_000;

/// Fields that are kept for the sheet alone: the record has no such field, or has them in another form.
const ONLY_KEPT: [&str; 4] = ["group", "assigned", "unit", "target"];

/// What a sheet says now.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Changes {
    /// Rows that were not there: places in the draft's tasks, parts of which are new with them.
    pub new: Vec<usize>,
    /// Cells that say something else than the record, and the record has what they said before.
    pub changed: Vec<Change>,
    /// Cells that say something else than last time where the record was changed by a person, too: left alone.
    pub kept: Vec<Change>,
    /// Tasks whose rows are gone: left alone.
    pub vanished: Vec<String>,
    /// What the rows said, by the ids of their tasks, for those that the record has.
    pub rows: Vec<SeenRow>,
}

/// A cell that changed.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    /// Id of the task.
    pub task: String,
    /// As content names it; `text` also stands for the title.
    pub field: &'static str,
    /// Words of the record.
    pub old: String,
    /// Words of the sheet.
    pub new: String,
    /// The row as it is now.
    pub row: Task,
}

/// Compares the tasks of a draft with those of a document. `id` tells the agency or group of the record that a name
/// means.
pub fn compare(
    data: &Dataset,
    document: DocumentIx,
    draft: &[Task],
    mapping: Option<&Mapping>,
    id: impl Fn(&Name) -> Option<String>,
) -> Changes {
    let record: Vec<&model::Task> = data.tasks.iter().filter(|task| task.document() == document).collect();
    let last: BTreeMap<&str, &SeenRow> =
        mapping.into_iter().flat_map(|mapping| &mapping.rows).map(|row| (row.task.as_str(), row)).collect();
    let known: Vec<Known<'_>> =
        record.iter().map(|task| Known::new(data, task, last.get(task.id.as_str()).copied())).collect();
    let mut changes = Changes::default();
    let wholes: Vec<usize> = (0..known.len()).filter(|n| known[*n].task.parent.is_none()).collect();
    let pairs = pair(draft, &wholes, &known);
    let mut met = BTreeSet::new();
    for (row, (task, found)) in draft.iter().zip(pairs).enumerate() {
        let Some(found) = found else {
            changes.new.push(row);
            continue;
        };
        let own = known[found].task;
        met.insert(found);
        changes.cells(data, &known[found], task, &id);
        // Parts have no number of their own; they stand in their order.
        let parts = (0..known.len()).filter(|n| known[*n].task.parent.is_some_and(|ix| data[ix].id == own.id));
        for (part, found) in task.parts.iter().zip(parts) {
            met.insert(found);
            changes.cells(data, &known[found], part, &id);
        }
    }
    // Only what a sheet once said can vanish from it: other tasks of the document were never in it.
    let gone = |n: &usize| !met.contains(n) && (known[*n].last.is_some() || last.is_empty());
    changes.vanished = (0..known.len()).filter(gone).map(|n| known[n].task.id.to_string()).collect();
    changes
}

/// A task of the record, and what its row said last.
pub struct Known<'a> {
    task: &'a model::Task,
    last: Option<&'a SeenRow>,
    reference: String,
    text: String,
}

impl<'a> Known<'a> {
    pub fn new(data: &Dataset, task: &'a model::Task, last: Option<&'a SeenRow>) -> Self {
        let said = |field| last.map_or_else(|| held(data, task, field), |row| row.word(field).to_owned());
        Self { task, last, reference: said("ref"), text: key(&said("text")) }
    }

    /// Whether the record says what the words of a cell say. A note of the record has more around it.
    pub fn agrees(&self, data: &Dataset, field: &str, said: &str, id: &impl Fn(&Name) -> Option<String>) -> bool {
        let record = held(data, self.task, field);
        match field {
            "lead" | "coordinators" => {
                let ids: BTreeSet<String> = cells::parties(said).iter().filter_map(id).collect();
                record == ids.into_iter().collect::<Vec<_>>().join(", ")
            }
            "note" | "source" if !said.is_empty() => key(&record).contains(&key(said)),
            _ => key(&record) == key(said),
        }
    }
}

/// Words for comparing.
fn key(text: &str) -> String {
    cells::line(text).to_lowercase().trim_end_matches('.').to_owned()
}

impl Changes {
    fn cells(&mut self, data: &Dataset, known: &Known<'_>, row: &Task, id: &impl Fn(&Name) -> Option<String>) {
        let now = seen(row, known.task.id.as_str());
        for field in SeenRow::FIELDS.into_iter().filter(|field| !ONLY_KEPT.contains(field)) {
            let new = now.word(field);
            let old = known.last.map(|row| row.word(field));
            // A number that repeats is none: the sheet says nothing about it.
            if old.is_some_and(|old| key(old) == key(new)) || (field == "ref" && new.is_empty()) {
                continue;
            }
            if known.agrees(data, field, new, id) || (old.is_none() && new.is_empty()) {
                continue;
            }
            let record = held(data, known.task, field);
            let untouched = old.filter(|old| known.agrees(data, field, old, id));
            let change = Change {
                task: known.task.id.to_string(),
                field,
                old: untouched.map_or(record, str::to_owned),
                new: new.to_owned(),
                row: row.clone(),
            };
            if untouched.is_some() { self.changed.push(change) } else { self.kept.push(change) }
        }
        self.rows.push(now);
    }
}

/// The task of each row, by number and title, by title, by number with a title alike, by a title alike.
fn pair(rows: &[Task], tasks: &[usize], known: &[Known<'_>]) -> Vec<Option<usize>> {
    let mut found: Vec<Option<usize>> = vec![None; rows.len()];
    let mut left: BTreeSet<usize> = tasks.iter().copied().collect();
    let words: Vec<String> =
        rows.iter().map(|task| key(if task.text.is_empty() { &task.title } else { &task.text })).collect();
    let mut exact: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    let mut by_title: BTreeMap<&str, usize> = BTreeMap::new();
    for n in tasks.iter().rev() {
        exact.insert((&known[*n].reference, &known[*n].text), *n);
        by_title.insert(&known[*n].text, *n);
    }
    for with_number in [true, false] {
        for (n, row) in rows.iter().enumerate().filter(|(_, row)| !row.title.is_empty() || !row.text.is_empty()) {
            let task = if with_number {
                exact.get(&(number(row), words[n].as_str()))
            } else {
                by_title.get(words[n].as_str())
            };
            if let Some(task) = task.filter(|task| found[n].is_none() && left.contains(task)) {
                found[n] = Some(*task);
                left.remove(task);
            }
        }
    }
    let bags: BTreeMap<usize, BTreeSet<&str>> =
        left.iter().map(|n| (*n, known[*n].text.split(' ').collect())).collect();
    let open: Vec<usize> = (0..rows.len()).filter(|n| found[*n].is_none()).collect();
    let every = open.len().saturating_mul(left.len()) <= MOST_PAIRS;
    let mut pairs: Vec<(bool, usize, usize, usize)> = Vec::new();
    let by_number: BTreeMap<&str, usize> = left.iter().map(|n| (known[*n].reference.as_str(), *n)).collect();
    for row in &open {
        let own: BTreeSet<&str> = words[*row].split(' ').collect();
        let number = number(&rows[*row]);
        let same = by_number.get(number).copied().filter(|_| !number.is_empty());
        let others = left.iter().copied().filter(|n| every && Some(*n) != same);
        for task in same.into_iter().chain(others) {
            let likeness = alike(&own, &bags[&task]);
            let least = if Some(task) == same { ALIKE_WITH_NUMBER } else { ALIKE };
            if likeness >= least {
                pairs.push((likeness >= ALIKE, likeness, *row, task));
            }
        }
    }
    pairs.sort_by(|a, b| (b.0, b.1).cmp(&(a.0, a.1)).then((a.2, a.3).cmp(&(b.2, b.3))));
    for (_, _, row, task) in pairs {
        if found[row].is_none() && left.remove(&task) {
            found[row] = Some(task);
        }
    }
    found
}

/// The number of a row; empty where it has none.
fn number(task: &Task) -> &str {
    task.reference.as_deref().unwrap_or_default()
}

/// Of a hundred words of both, how many they share.
fn alike(one: &BTreeSet<&str>, other: &BTreeSet<&str>) -> usize {
    let shared = one.intersection(other).count();
    200 * shared / (one.len() + other.len()).max(1)
}
