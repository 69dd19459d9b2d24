//! A draft for programs: one JSON object, whose fields `docs/importing.md` lists.

use super::draft::{Draft, Guess, Task};
use super::names::Name;
use super::resolved::Resolved;
use super::write::code;
use serde::Serialize;

#[derive(Serialize)]
struct Paper<'a> {
    document: Document<'a>,
    clauses: Vec<Clause<'a>>,
    tasks: Vec<Entry<'a>>,
}

#[derive(Serialize)]
struct Document<'a> {
    kind: Option<&'a str>,
    number: Option<&'a str>,
    issued: Option<String>,
    held: Option<String>,
    chair: Option<&'a str>,
    signer: Option<&'a str>,
    signer_capacity: Option<&'a str>,
    title: Option<&'a str>,
    place: Option<&'a str>,
    issuer: Option<&'a str>,
    chair_role: Option<&'a str>,
    body: Option<&'a str>,
    ordinal: Option<u32>,
    recipients: &'a [String],
    guesses: Vec<Doubt<'a>>,
}

#[derive(Serialize)]
struct Clause<'a> {
    path: &'a str,
    text: &'a str,
}

#[derive(Serialize)]
struct Entry<'a> {
    clause: &'a str,
    text: &'a str,
    title: &'a str,
    lead: Vec<Party<'a>>,
    with: Vec<Party<'a>>,
    report_to: Vec<Party<'a>>,
    due: Option<String>,
    wording: Option<&'a str>,
    #[serde(rename = "ref")]
    reference: Option<&'a str>,
    products: &'a [String],
    condition: Option<&'a str>,
    urgency: Option<&'a str>,
    group: Option<&'a str>,
    source: Option<&'a str>,
    assigned: Option<String>,
    indicator: Option<Measure<'a>>,
    note: Option<&'a str>,
    parts: Vec<Entry<'a>>,
    guesses: Vec<Doubt<'a>>,
    at: String,
}

#[derive(Serialize)]
struct Party<'a> {
    name: &'a str,
    id: Option<&'a str>,
}

#[derive(Serialize)]
struct Measure<'a> {
    unit: Option<&'a str>,
    target: &'a str,
}

#[derive(Serialize)]
struct Doubt<'a> {
    field: &'a str,
    value: &'a str,
    why: &'static str,
    because: &'a str,
    at: String,
}

/// The draft as JSON, with the ids that are known.
pub fn json(draft: &Draft, names: &Resolved) -> String {
    let of = &draft.document;
    let day = |day: Option<chrono::NaiveDate>| day.map(|day| day.to_string());
    let document = Document {
        kind: of.kind.as_deref(),
        number: of.number.as_deref(),
        issued: day(of.issued),
        held: day(of.held),
        chair: of.chair.as_deref(),
        signer: of.signer.as_deref(),
        signer_capacity: of.signer_capacity.as_deref(),
        title: of.title.as_deref(),
        place: of.place.as_deref(),
        issuer: of.issuer.as_deref(),
        chair_role: of.chair_role.as_deref(),
        body: of.body.as_deref(),
        ordinal: of.ordinal,
        recipients: &of.recipients,
        guesses: doubts(&of.guesses),
    };
    let clauses = draft.clauses.iter().map(|clause| Clause { path: &clause.path, text: &clause.text }).collect();
    let tasks = draft.tasks.iter().map(|task| entry(task, names)).collect();
    let paper = Paper { document, clauses, tasks };
    serde_json::to_string_pretty(&paper).expect("texts and numbers are JSON")
}

fn entry<'a>(task: &'a Task, names: &'a Resolved) -> Entry<'a> {
    let party = |list: &'a [Name]| -> Vec<Party<'a>> {
        list.iter().map(|name| Party { name: &name.written, id: names.get(name).map(|id| id.id.as_str()) }).collect()
    };
    Entry {
        clause: &task.clause,
        text: if task.text.is_empty() { &task.title } else { &task.text },
        title: &task.title,
        lead: party(&task.lead),
        with: party(&task.with),
        report_to: party(&task.report_to),
        due: task.due.as_ref().and_then(code),
        wording: task.wording.as_deref(),
        reference: task.reference.as_deref(),
        products: &task.products,
        condition: task.condition.as_deref(),
        urgency: task.urgency.as_deref(),
        group: task.group.as_deref(),
        source: task.source.as_deref(),
        assigned: task.assigned.map(|day| day.to_string()),
        indicator: task.indicator.as_ref().map(|of| Measure { unit: of.unit.as_deref(), target: &of.target }),
        note: task.note.as_deref(),
        parts: task.parts.iter().map(|part| entry(part, names)).collect(),
        guesses: doubts(&task.guesses),
        at: task.at.to_string(),
    }
}

fn doubts(guesses: &[Guess]) -> Vec<Doubt<'_>> {
    let doubt = |guess: &'_ Guess| (guess.field, guess.why.words(), guess.at.to_string());
    guesses
        .iter()
        .map(|guess| {
            let (field, why, at) = doubt(guess);
            Doubt { field, value: &guess.value, why, because: &guess.because, at }
        })
        .collect()
}
