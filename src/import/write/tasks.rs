//! Tasks of a draft as entries of `tasks`.

use super::fields::{present, text};
use super::guesses::{comment, noted};
use super::{deadline, indicator};
use crate::edit::{Entry, Yaml};
use crate::import::draft::{Task, Why};
use crate::import::due::Due;
use crate::import::names::{Kind, Name};
use crate::import::paper::Place;
use crate::import::resolved::Resolved;
use crate::load::{clean, slug_within};
use std::collections::{BTreeMap, BTreeSet};

/// Longest title that content keeps, in characters.
const LONGEST_TITLE: usize = 300;
/// Longest id made of a title.
const LONGEST_ID: usize = 60;
/// The open group that leads where a paper names nobody.
pub const NOBODY: (&str, &str) = ("chua-neu-co-quan", "Chưa nêu cơ quan chủ trì");

/// What the record has already: ids of tasks, and the clauses that a text knows.
#[derive(Debug, Default)]
pub struct Taken {
    pub ids: BTreeSet<String>,
    /// Clauses of the document as its text has them; none: any clause may be named.
    pub clauses: Option<BTreeSet<String>>,
    /// No day of issue or of a meeting is known, from which what recurs could be counted.
    pub undated: bool,
    /// How often an id was wanted that is taken.
    pub counted: BTreeMap<String, usize>,
}

/// The entries of all tasks, parts after their whole, and what each was made of.
pub fn task_entries(tasks: &[Task], names: &Resolved, taken: &mut Taken) -> Vec<Entry> {
    let mut out = Vec::new();
    for task in tasks {
        let id = free_id(&task.title, &task.text, taken);
        out.push(entry(task, &id, None, names, taken));
        for part in &task.parts {
            let title = if part.title.is_empty() { &task.title } else { &part.title };
            let of_part = free_id(title, &part.text, taken);
            out.push(entry(part, &of_part, Some((&id, title)), names, taken));
        }
    }
    out
}

fn entry(task: &Task, id: &str, whole: Option<(&str, &str)>, names: &Resolved, taken: &Taken) -> Entry {
    let title = whole.map_or(task.title.as_str(), |(_, title)| title);
    // The office's own name of a task is its title, as far as a title may go.
    let own = task.text.chars().count() <= LONGEST_TITLE && (task.reference.is_some() || task.text == title);
    let (title, full) =
        if own && !task.text.is_empty() { (task.text.as_str(), None) } else { (title, Some(&task.text)) };
    let title: String = title.chars().take(LONGEST_TITLE).collect();
    let guesses: Vec<_> = task.guesses.iter().filter(|guess| !(own && guess.why == Why::Shortened)).cloned().collect();
    let guesses = &guesses[..];
    let lead = ids(&task.lead, &[], names, &task.at);
    let leading: Vec<String> = lead.ids.clone();
    let (lead, lead_note) = if lead.ids.is_empty() {
        (vec![NOBODY.0.to_owned()], Some(comment(Why::NoLead, "", &task.at)))
    } else {
        (lead.ids, lead.note)
    };
    // A register may list officers by name among those who help: they are no agencies, and stay out of what is published.
    let (persons, bodies): (Vec<Name>, Vec<Name>) =
        task.with.iter().cloned().partition(|name| name.kind == Kind::Person);
    let mut coordinators = ids(&bodies, &leading, names, &task.at);
    if !persons.is_empty() {
        let persons: Vec<&str> = persons.iter().map(|name| name.written.as_str()).collect();
        let left_out = comment(Why::Person, &persons.join(", "), &task.at);
        coordinators.note = Some(coordinators.note.into_iter().chain([left_out]).collect::<Vec<_>>().join("; "));
    }
    let report_to = ids(&task.report_to, &[], names, &task.at);
    let words = |list: &[String]| (!list.is_empty()).then(|| Yaml::Words(list.to_vec()));
    let person =
        |name: &Option<String>| name.as_ref().map(|name| Yaml::Inline(vec![("name", Yaml::Text(name.clone()))]));
    let period = match &task.due {
        Some(Due::By(period)) => Some(period.as_str()),
        _ => None,
    };
    let measured = task.indicator.as_ref().map(|of| Yaml::Inline(indicator::entry(&title, of, period)));
    // Without a day to count from, what recurs stands in words.
    let undated = taken.undated && matches!(task.due, Some(Due::Every(_)));
    let due = task.due.as_ref().filter(|_| !undated);
    let uncounted = undated.then(|| comment(Why::Vague, task.wording.as_deref().unwrap_or_default(), &task.at));
    let clause = known_clause(&task.clause, taken).map(Yaml::Quoted);
    present([
        ("id", Some(Yaml::Word(id.to_owned()))),
        ("draft", Some(Yaml::Word("true".to_owned()))),
        ("title", noted(Some(Yaml::Text(title.trim().to_owned())), "title", guesses, None)),
        ("text", noted(text(full), "text", guesses, None)),
        ("ref", task.reference.clone().map(Yaml::Quoted)),
        ("clause", noted(clause, "clause", guesses, None)),
        ("lead", noted(words(&lead), "lead", guesses, lead_note)),
        ("coordinators", noted(words(&coordinators.ids), "coordinators", guesses, coordinators.note)),
        ("report_to", noted(words(&report_to.ids), "report_to", guesses, report_to.note)),
        ("supervisor", person(&task.supervisor)),
        ("officer", person(&task.officer)),
        ("due", noted(deadline::due(due, task.wording.as_ref()), "due", guesses, uncounted)),
        ("urgency", text(task.urgency.as_ref())),
        ("condition", noted(text(task.condition.as_ref()), "condition", guesses, None)),
        ("products", (!task.products.is_empty()).then(|| Yaml::Words(task.products.clone()))),
        ("parent", whole.map(|(id, _)| Yaml::Word(id.to_owned()))),
        ("indicator", measured),
        ("note", text(note(task).as_ref())),
    ])
}

/// What has no field of its own: the group of rows, the papers behind a row, remarks.
fn note(task: &Task) -> Option<String> {
    let source = task.source.as_ref().map(|source| format!("Nguồn giao việc: {source}."));
    let parts: Vec<&str> = task.note.iter().chain(&source).map(String::as_str).collect();
    (!parts.is_empty()).then(|| parts.join(" "))
}

struct Ids {
    ids: Vec<String>,
    note: Option<String>,
}

/// Ids of names, each once, without those that lead; what is not certain as a comment.
fn ids(names: &[Name], leading: &[String], resolved: &Resolved, at: &Place) -> Ids {
    let mut out = Ids { ids: Vec::new(), note: None };
    let mut doubts: BTreeMap<Why, Vec<&str>> = BTreeMap::new();
    for name in names {
        let Some(found) = resolved.get(name) else { continue };
        if !out.ids.contains(&found.id) && !leading.contains(&found.id) {
            out.ids.push(found.id.clone());
        }
        if let Some(why) = found.why {
            doubts.entry(why).or_default().push(&name.written);
        }
    }
    let comments: Vec<String> = doubts.iter().map(|(why, names)| comment(*why, &names.join(", "), at)).collect();
    out.note = (!comments.is_empty()).then(|| comments.join("; "));
    out
}

/// The clause itself, or the nearest one above it that the text has.
fn known_clause(clause: &str, taken: &Taken) -> Option<String> {
    if clause.is_empty() {
        return None;
    }
    // Rows of an annex have a numbering of their own.
    let of_annex = clause.starts_with("PL");
    let Some(known) = taken.clauses.as_ref().filter(|_| !of_annex) else { return Some(clause.to_owned()) };
    let mut at = clause;
    loop {
        if known.contains(at) {
            return Some(at.to_owned());
        }
        at = at.rsplit_once('.')?.0;
    }
}

/// An id out of the words of a title that nothing has yet.
fn free_id(title: &str, words: &str, taken: &mut Taken) -> String {
    let of = |text: &str| slug_within(&clean(text.into(), true).text, LONGEST_ID);
    let mut base = Some(of(title)).filter(|id| !id.is_empty()).unwrap_or_else(|| of(words));
    if base.is_empty() {
        base.push_str("nhiem-vu");
    }
    let mut id = base.clone();
    // A register may say the same a thousand times: the count goes on where it was.
    let n = taken.counted.entry(base.clone()).or_insert(1);
    while !taken.ids.insert(id.clone()) {
        *n += 1;
        id = format!("{base}-{n}");
    }
    id
}
