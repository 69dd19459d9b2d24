//! `content/tasks/*.yaml`

use super::document::person;
use super::due::{RawDue, RawMeetingLimit, due};
use super::guesses;
use super::indicator::indicator;
use super::unresolved::{Unresolved, named};
use crate::diag::{Code, Diagnostic, Place, Sink};
use crate::load::fields::{Fields, Loc, id};
use crate::load::schema;
use crate::load::values::DayOrPeriod;
use crate::load::yaml::{Node, Value};
use crate::model::{
    Acceptance, Cancellation, ClauseLabel, CompletedOn, Correction, Deadline, Due, Evidence, Guess, PartialDate,
    Period, Progress, Reading, Task, TaskId, host,
};
use chrono::NaiveDate;
use std::collections::HashMap;

#[derive(Debug, Clone)]
pub struct RawTasks {
    /// The document that gives the tasks.
    pub document: Option<Loc<String>>,
    pub from_news: bool,
    pub tasks: Vec<RawTask>,
    pub unresolved: Unresolved,
}

/// A task; agencies, documents, tasks and topics by name.
#[derive(Debug, Clone)]
pub struct RawTask {
    /// Still without whatever refers to something else, and without updates and extensions.
    pub task: Task,
    pub at: Place,
    pub aliases: Vec<Loc<String>>,
    pub clause: Option<Loc<ClauseLabel>>,
    pub sources: Vec<RawSource>,
    pub lead: Vec<Loc<String>>,
    pub coordinators: Vec<Loc<String>>,
    pub report_to: Vec<Loc<String>>,
    /// Where the deadline stands, if there is one.
    pub due_at: Option<Place>,
    /// The meeting that sets the deadline, if one does.
    pub due_meeting: Option<RawMeetingLimit>,
    pub extended: Vec<RawExtension>,
    pub transferred: Vec<RawTransfer>,
    pub reference: Option<Loc<String>>,
    pub cancelled_at: Option<Place>,
    pub parent: Option<Loc<String>>,
    pub related: Vec<Loc<String>>,
    /// An indicator is written, perhaps a faulty one.
    pub has_indicator: bool,
    pub topics: Vec<Loc<String>>,
    pub internal: bool,
    pub updates: Vec<RawUpdate>,
    /// `due` is written but faulty: what depends on it is not checked.
    pub due_faulty: bool,
    /// Part of `lead` or `coordinators` is faulty: who may report is not checked.
    pub parties_faulty: bool,
}

#[derive(Debug, Clone)]
pub struct RawSource {
    pub document: Loc<String>,
    pub clause: Option<Loc<ClauseLabel>>,
    pub note: Option<String>,
}

#[derive(Debug, Clone)]
pub struct RawExtension {
    pub to: Loc<DayOrPeriod>,
    pub on: Loc<NaiveDate>,
    pub by: Option<String>,
}

#[derive(Debug, Clone)]
pub struct RawTransfer {
    pub to: Loc<String>,
    pub on: Loc<NaiveDate>,
    pub by: Option<String>,
}

/// A report; its agency by name.
#[derive(Debug, Clone)]
pub struct RawUpdate {
    pub date: Loc<PartialDate>,
    pub agency: Option<Loc<String>>,
    /// `agency` is written but faulty.
    pub agency_faulty: bool,
    pub members: Option<Place>,
    pub progress: Option<Loc<Progress>>,
    /// `progress` is written, perhaps a faulty one.
    pub has_progress: bool,
    pub percent: Option<u8>,
    pub completed_on: Option<Loc<CompletedOn>>,
    pub period: Option<Loc<Period>>,
    /// `period` is written but faulty.
    pub period_faulty: bool,
    pub adhoc: Option<Place>,
    pub overdue: Option<Place>,
    pub accepted: Option<Loc<Acceptance>>,
    pub reason: Option<String>,
    pub proposal: Option<String>,
    pub corrected: Option<Correction>,
    pub note: Option<String>,
    pub note_en: Option<String>,
    pub evidence: Vec<Evidence>,
    pub readings: Vec<Reading>,
    pub readings_at: Option<Place>,
}

pub fn tasks(yaml: Node<'_>, text: &str, sink: &mut Sink) -> RawTasks {
    let mut unresolved = Unresolved::default();
    let mut guesses = guesses(&yaml, text);
    let Some(mut f) = Fields::open(yaml, &schema::TASKS_FILE, sink) else {
        unresolved.lose(None);
        return RawTasks { document: None, from_news: false, tasks: Vec::new(), unresolved };
    };
    let document = f.located("document", sink);
    let from_news = f.flag("from_news", sink).is_some_and(|l| l.value);
    let mut tasks = named(&mut f, "tasks", &schema::TASK, &mut unresolved, sink, task);
    for task in &mut tasks {
        task.task.guesses = guesses.remove(&task.at.start).unwrap_or_default();
    }
    RawTasks { document, from_news, tasks, unresolved }
}

/// The guesses of each task that has any, by the place of its id.
fn guesses(yaml: &Node<'_>, text: &str) -> HashMap<u32, Vec<Guess>> {
    let list = yaml.entry("tasks").map(|entry| &entry.node.value);
    let Some(Value::List(tasks)) = list else { return HashMap::new() };
    let found = guesses::of_records(text, 0, yaml, &tasks.iter().collect::<Vec<_>>());
    let by_id = tasks.iter().zip(found).filter(|(_, guesses)| !guesses.is_empty());
    by_id.filter_map(|(task, guesses)| Some((task.entry("id")?.node.at.start, guesses))).collect()
}

fn task(f: &mut Fields<'_>, name: Loc<String>, sink: &mut Sink) -> Option<RawTask> {
    let id = id(name, TaskId::parse, sink);
    let (title, title_en) = (f.text("title", sink), f.text("title_en", sink));
    let text = f.text("text", sink);
    let reference = f.located("ref", sink);
    let aliases = f.ids("aliases", TaskId::parse, sink);
    let clause = f.clause("clause", sink);
    let sources = f.many("sources", sink, source);
    let lead_at = f.key_place("lead");
    let (lead, lead_lost) = f.list("lead", sink);
    if let (true, false, Some(at)) = (lead.is_empty(), lead_lost, lead_at) {
        let diagnostic = Diagnostic::new(Code::EmptyLead, at);
        sink.push(diagnostic.arg("id", id.as_ref().map_or("", |l| l.value.as_str())));
    }
    let (coordinators, coordinators_lost) = f.list("coordinators", sink);
    let (report_to, _) = f.list("report_to", sink);
    let (supervisor, officer) = (f.one("supervisor", sink, person), f.one("officer", sink, person));
    let has_due = f.written("due");
    let due = due(f, sink);
    let due_faulty = has_due && due.is_none();
    let extended = f.many("extended", sink, extension);
    let transferred = f.many("transferred", sink, transfer);
    let cancelled_at = f.key_place("cancelled");
    let cancelled = f.one("cancelled", sink, cancelled).map(Box::new);
    let (urgency, condition, products) =
        (f.text("urgency", sink), f.text("condition", sink), f.texts("products", sink));
    let refers_to = f.many("refers_to", sink, evidence);
    let (parent, (related, _)) = (f.located("parent", sink), f.list("related", sink));
    let has_indicator = f.has("indicator");
    let indicator = f.one("indicator", sink, indicator);
    let (topics, _) = f.list("topics", sink);
    // A faulty `internal` or `draft` is an error, so the site is not built and nothing is published by mistake.
    let internal = f.flag("internal", sink).is_some_and(|l| l.value);
    let draft = f.flag("draft", sink).is_some_and(|l| l.value);
    let note = f.text("note", sink);
    let updates = f.many("updates", sink, update);
    let parties_faulty = lead.is_empty() || lead_lost || coordinators_lost;
    let Loc { value: id, at } = id?;
    let (due_at, deadline, due_meeting) = match due {
        Some(RawDue { deadline, at, meeting }) => (Some(at), deadline, meeting),
        None => (None, Deadline::new(Due::None), None),
    };
    let task = Task {
        id,
        title: title?,
        title_en,
        text,
        reference: reference.as_ref().map(|l| l.value.clone()),
        sources: Vec::new(),
        lead: Vec::new(),
        coordinators: Vec::new(),
        report_to: Vec::new(),
        supervisor,
        officer,
        deadline,
        transferred: Vec::new(),
        cancelled,
        urgency,
        condition,
        products,
        refers_to,
        parent: None,
        related: Vec::new(),
        indicator,
        topics: Vec::new(),
        note,
        updates: Vec::new(),
        draft,
        guesses: Vec::new(),
    };
    Some(RawTask {
        task,
        at,
        aliases,
        clause,
        sources,
        lead,
        coordinators,
        report_to,
        due_at,
        due_meeting,
        extended,
        transferred,
        reference,
        cancelled_at,
        parent,
        related,
        has_indicator,
        topics,
        internal,
        updates,
        due_faulty,
        parties_faulty,
    })
}

fn source(yaml: Node<'_>, sink: &mut Sink) -> Option<RawSource> {
    let mut f = Fields::open(yaml, &schema::SOURCE, sink)?;
    let (document, clause, note) = (f.located("document", sink), f.clause("clause", sink), f.text("note", sink));
    Some(RawSource { document: document?, clause, note })
}

fn extension(yaml: Node<'_>, sink: &mut Sink) -> Option<RawExtension> {
    let mut f = Fields::open(yaml, &schema::EXTENSION, sink)?;
    let (to, on, by) = (f.day_or_period("to", sink), f.day("on", sink), f.text("by", sink));
    Some(RawExtension { to: to?, on: on?, by })
}

fn transfer(yaml: Node<'_>, sink: &mut Sink) -> Option<RawTransfer> {
    let mut f = Fields::open(yaml, &schema::TRANSFER, sink)?;
    let (to, on, by) = (f.located("to", sink), f.day("on", sink), f.text("by", sink));
    Some(RawTransfer { to: to?, on: on?, by })
}

fn cancelled(yaml: Node<'_>, sink: &mut Sink) -> Option<Cancellation> {
    let mut f = Fields::open(yaml, &schema::CANCELLED, sink)?;
    let (on, by, reason) = (f.day("on", sink), f.text("by", sink), f.text("reason", sink));
    let evidence = f.many("evidence", sink, evidence);
    Some(Cancellation { on: on?.value, by, reason, evidence })
}

fn update(yaml: Node<'_>, sink: &mut Sink) -> Option<RawUpdate> {
    let mut f = Fields::open(yaml, &schema::UPDATE, sink)?;
    let f = &mut f;
    let date = f.partial_date("date", sink);
    let has_agency = f.written("agency");
    let agency = f.located("agency", sink);
    let members = f.choice("members", sink, |text| (text == "all").then_some(())).map(|l| l.at);
    let progress = f.choice("progress", sink, |text| {
        [Progress::NotStarted, Progress::InProgress, Progress::Completed, Progress::NotApplicable, Progress::Suspended]
            .into_iter()
            .find(|p| p.code() == text)
    });
    let percent = f.count("percent", sink).and_then(|n| u8::try_from(n.value).ok());
    let completed_on = f.completed_on("completed_on", sink);
    let has_period = f.written("period");
    let period = f.period("period", sink);
    let (adhoc, overdue) = (f.flag("adhoc", sink), f.flag("overdue", sink));
    let (note, note_en) = (f.text("note", sink), f.text("note_en", sink));
    let evidence = f.many("evidence", sink, evidence);
    let readings = f.many("readings", sink, reading);
    let accepted = f.key_place("accepted").zip(f.one("accepted", sink, accepted)).map(|(at, value)| Loc { value, at });
    let (reason, proposal) = (f.text("reason", sink), f.text("proposal", sink));
    let corrected = f.one("corrected", sink, corrected);
    let (agency_faulty, period_faulty) = (has_agency && agency.is_none(), has_period && period.is_none());
    Some(RawUpdate {
        date: date?,
        agency,
        agency_faulty,
        members,
        has_progress: f.has("progress"),
        progress,
        percent,
        completed_on,
        period,
        period_faulty,
        adhoc: adhoc.filter(|l| l.value).map(|l| l.at),
        overdue: overdue.filter(|l| l.value).map(|l| l.at),
        accepted,
        reason,
        proposal,
        corrected,
        note,
        note_en,
        evidence,
        readings,
        readings_at: f.key_place("readings"),
    })
}

fn accepted(yaml: Node<'_>, sink: &mut Sink) -> Option<Acceptance> {
    let mut f = Fields::open(yaml, &schema::ACCEPTED, sink)?;
    let (on, by) = (f.day("on", sink), f.text("by", sink));
    Some(Acceptance { on: on?.value, by })
}

fn corrected(yaml: Node<'_>, sink: &mut Sink) -> Option<Correction> {
    let mut f = Fields::open(yaml, &schema::CORRECTED, sink)?;
    let (on, note) = (f.day("on", sink), f.text("note", sink));
    Some(Correction { on: on?.value, note })
}

fn evidence(yaml: Node<'_>, sink: &mut Sink) -> Option<Evidence> {
    let mut f = Fields::open(yaml, &schema::EVIDENCE, sink)?;
    let (title, number) = (f.text("title", sink), f.text("number", sink));
    let url = f.url("url", sink).map(|l| l.value);
    let (date, retrieved) = (f.partial_date("date", sink), f.day("retrieved", sink));
    if !f.has("title") && !f.has("number") && !f.has("url") {
        let diagnostic = Diagnostic::new(Code::MissingField, f.at).arg("field", "title");
        sink.push(diagnostic.arg("record", "evidence").arg("example", "Quyết định 274/QĐ-TTg"));
        return None;
    }
    let title = title.or_else(|| url.as_deref().map(|url| host(url).to_owned())).or_else(|| number.clone())?;
    Some(Evidence { title, number, url, date: date.map(|l| l.value), retrieved: retrieved.map(|l| l.value) })
}

fn reading(yaml: Node<'_>, sink: &mut Sink) -> Option<Reading> {
    let mut f = Fields::open(yaml, &schema::READING, sink)?;
    let (value, note) = (f.number("value", sink), f.text("note", sink));
    Some(Reading { value: value?, note })
}
