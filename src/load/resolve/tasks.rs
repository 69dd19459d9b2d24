//! Tasks: their order, their references, their deadlines against their documents.

use super::agencies::{Parties, round};
use super::documents::{Library, Source};
use super::names::{Names, circles};
use super::{aliases, duplicate, updates};
use crate::diag::{Code, Diagnostic, Place, Sink, closest};
use crate::load::fields::Loc;
use crate::load::raw::{Claims, RawExtension, RawSite, RawTask, RawTasks};
use crate::model::{
    ClauseLabel, Deadline, DocumentIx, Due, Extension, Party, Settings, SourceRef, Task, TaskIx, TopicIx,
};
use chrono::NaiveDate;
use std::collections::HashSet;

/// What the checks of a task look things up in.
pub struct Desk<'a> {
    pub settings: &'a Settings,
    topics: Names<TopicIx>,
    pub parties: &'a Parties,
    pub library: &'a Library,
    pub today: NaiveDate,
}

impl<'a> Desk<'a> {
    /// Over everything that is resolved already.
    pub fn new(site: &'a RawSite, parties: &'a Parties, library: &'a Library, today: NaiveDate) -> Self {
        let mut topics = Names::new(site.topics.clone());
        let nowhere = Place { file: crate::diag::FileId(0), start: 0, end: 0 };
        for (n, topic) in site.settings.topics.iter().enumerate() {
            // The reader of `site.yaml` left no id twice.
            let _first = topics.define(topic.id.as_str(), TopicIx::new(n), nowhere);
            topics.alias(&topic.name, topic.id.as_str());
        }
        Self { settings: &site.settings, topics, parties, library, today }
    }
}

/// The documents that tasks name: news items among them become documents.
pub fn named_documents(files: &[RawTasks]) -> HashSet<String> {
    let mut named = HashSet::new();
    for file in files {
        named.extend(file.document.iter().map(|d| d.value.clone()));
        for task in file.tasks.iter().filter(|t| !t.internal) {
            named.extend(task.sources.iter().map(|s| s.document.value.clone()));
        }
    }
    named
}

/// A task with the document of its file.
struct Filed {
    document: Option<DocumentIx>,
    order: usize,
    raw: RawTask,
}

/// Where a task ends up: nowhere, if it is internal.
type Seat = (usize, Option<TaskIx>);

/// Resolves all files together. Internal tasks are checked and dropped.
pub fn resolve(
    files: Vec<RawTasks>,
    mut lost: Claims,
    desk: &Desk<'_>,
    sink: &mut Sink,
) -> (Vec<Task>, Vec<(String, TaskIx)>) {
    let mut tasks: Vec<Filed> = Vec::with_capacity(files.iter().map(|file| file.tasks.len()).sum());
    for file in files {
        lost.extend(file.claims);
        let document = file.document.and_then(|name| document(&name, Some(file.from_news), desk, sink));
        let numbered = file.tasks.into_iter().enumerate();
        tasks.extend(numbered.map(|(order, raw)| Filed { document, order, raw }));
    }
    let mut names: Names<Seat> = Names::new(lost);
    tasks.retain(|task| {
        let id = &task.raw.id;
        let defined = names.define(id.value.as_str(), (0, None), id.at);
        if let Err((_, first)) = defined {
            sink.push(duplicate(id.value.as_str(), "task", id.at, first));
        }
        defined.is_ok()
    });
    tasks.sort_by(|a, b| {
        let key = |t: &Filed| (t.document.is_none(), t.document, t.order);
        key(a).cmp(&key(b)).then_with(|| a.raw.id.value.cmp(&b.raw.id.value))
    });
    let mut public = 0;
    for (position, task) in tasks.iter().enumerate() {
        let seat = (!task.raw.internal).then(|| TaskIx::new(public));
        public += usize::from(!task.raw.internal);
        names.redefine(task.raw.id.value.as_str(), (position, seat));
    }
    report_circles(&tasks, &names, sink);
    // Those of internal tasks are checked, and published as little as the tasks.
    let formers = |t: &Filed| {
        let seat = names.get(t.raw.id.value.as_str()).and_then(|(_, seat)| seat);
        t.raw.aliases.iter().map(|old| (old.clone(), seat)).collect::<Vec<_>>()
    };
    let formers = tasks.iter().flat_map(formers).collect();
    let formers = aliases::check(formers, "task", |id| names.place(id), sink);
    for task in &tasks {
        for old in &task.raw.aliases {
            names.alias(&old.value, task.raw.id.value.as_str());
        }
    }
    let formers = formers.into_iter().filter_map(|(old, seat)| Some((old, seat?))).collect();
    let mut out = Vec::with_capacity(public);
    for task in tasks {
        out.extend(one_task(task, &names, desk, sink));
    }
    (out, formers)
}

fn report_circles(tasks: &[Filed], names: &Names<Seat>, sink: &mut Sink) {
    let parent = |task: &Filed| task.raw.parent.as_ref().and_then(|p| names.get(&p.value)).map(|(n, _)| n);
    let edges: Vec<Vec<usize>> = tasks.iter().map(|t| parent(t).into_iter().collect()).collect();
    let circles = circles(&edges);
    if circles.is_empty() {
        return;
    }
    let places: Vec<Place> = tasks.iter().map(|t| t.raw.parent.as_ref().map_or(t.raw.id.at, |p| p.at)).collect();
    for circle in circles {
        let ids = circle.iter().map(|n| tasks[*n].raw.id.value.as_str());
        sink.push(round(Code::CircularParent, &circle, ids, &places));
    }
}

/// The document of that name; `from_news` is what the task file says, nothing for a further source.
fn document(name: &Loc<String>, from_news: Option<bool>, desk: &Desk<'_>, sink: &mut Sink) -> Option<DocumentIx> {
    let library = desk.library;
    match library.names.get(&name.value) {
        Some(Source::Document(document)) => Some(document),
        Some(Source::News(_, document)) => {
            if from_news == Some(false) {
                let fault = Diagnostic::new(Code::NewsAsSource, name.at).arg("id", &*name.value);
                sink.push(match library.names.place(&name.value) {
                    Some(place) => fault.also(place, "defined-here"),
                    None => fault,
                });
            }
            document
        }
        None if library.is_bare(&name.value) => {
            let fault = Diagnostic::new(Code::UnknownDocument, name.at).arg("id", &*name.value);
            sink.push(fault.arg("reason", "meeting-without-documents"));
            None
        }
        None => {
            library.names.find(name, Code::UnknownDocument, sink);
            None
        }
    }
}

/// The place of a clause in the text of its document; a text without labels says nothing of its clauses.
fn place_of(clause: &Loc<ClauseLabel>, document: DocumentIx, desk: &Desk<'_>, sink: &mut Sink) -> Option<usize> {
    let text = desk.library.text(document);
    let place = text.place_of(&clause.value);
    if place.is_none() && text.labels().next().is_some() {
        let label = clause.value.as_str();
        let near = closest(label, text.labels().map(ClauseLabel::as_str));
        let fault = Diagnostic::new(Code::UnknownClause, clause.at).arg("clause", label);
        let id = desk.library.documents[document.at()].id.as_str();
        sink.push(fault.arg("document", id).suggest(near));
    }
    place
}

fn one_task(task: Filed, names: &Names<Seat>, desk: &Desk<'_>, sink: &mut Sink) -> Option<Task> {
    let Filed { document: home, raw, .. } = task;
    let sources = sources(&raw, home, desk, sink);
    let day = home.and_then(|d| desk.library.day_of(d));
    let known_parties = |list: &[Loc<String>], sink: &mut Sink| -> Vec<(Party, Place)> {
        let find = |name: &Loc<String>| Some((desk.parties.names.find(name, Code::UnknownAgency, sink)?, name.at));
        list.iter().filter_map(find).collect()
    };
    let lead = known_parties(&raw.lead, sink);
    let coordinators = known_parties(&raw.coordinators, sink);
    let report_to = known_parties(&raw.report_to, sink);
    let complete = !raw.parties_faulty && lead.len() == raw.lead.len() && coordinators.len() == raw.coordinators.len();
    let mut seen = Vec::new();
    let lead = once(lead, "lead", &mut seen, desk, sink);
    let coordinators = once(coordinators, "coordinators", &mut seen, desk, sink);
    let report_to = once(report_to, "report_to", &mut Vec::new(), desk, sink);

    let mut deadline = raw.due.as_ref().map_or_else(|| Deadline::new(Due::None), |d| d.value.clone());
    if home.is_some() {
        check_day(&raw, &deadline, &lead, day, desk, sink);
    }
    deadline.extended = extensions(&raw.extended, &deadline, raw.due_faulty, day, sink);
    let mut seat = |name: &Loc<String>| names.find(name, Code::UnknownTask, sink).and_then(|(_, seat)| seat);
    let parent = raw.parent.as_ref().and_then(&mut seat);
    let mut related: Vec<TaskIx> = raw.related.iter().filter_map(&mut seat).collect();
    let mut topics: Vec<TopicIx> =
        raw.topics.iter().filter_map(|name| desk.topics.find(name, Code::UnknownTopic, sink)).collect();
    keep_first(&mut related);
    keep_first(&mut topics);

    let frame = updates::Frame {
        desk,
        day,
        lead: &lead,
        coordinators: &coordinators,
        complete,
        deadline: (!raw.due_faulty).then_some(&deadline),
        has_indicator: raw.has_indicator,
    };
    let updates = updates::resolve(raw.updates, &frame, sink);
    if raw.internal || home.is_none() {
        return None;
    }
    Some(Task {
        id: raw.id.value,
        title: raw.title,
        title_en: raw.title_en,
        sources,
        lead,
        coordinators,
        report_to,
        deadline,
        urgency: raw.urgency,
        condition: raw.condition,
        products: raw.products,
        parent,
        related,
        indicator: raw.indicator,
        topics,
        note: raw.note,
        updates,
    })
}

fn keep_first<T: PartialEq + Copy>(list: &mut Vec<T>) {
    let mut seen = Vec::with_capacity(list.len());
    list.retain(|item| {
        let new = !seen.contains(item);
        seen.push(*item);
        new
    });
}

/// All places that state the duty, the document of the file first.
fn sources(raw: &RawTask, home: Option<DocumentIx>, desk: &Desk<'_>, sink: &mut Sink) -> Vec<SourceRef> {
    let mut own = Vec::new();
    let mut further = Vec::new();
    if let (Some(document), Some(clause)) = (home, &raw.clause) {
        let block = place_of(clause, document, desk, sink);
        own.push(SourceRef { document, clause: Some(clause.value.clone()), block, note: None });
    }
    for source in &raw.sources {
        let Some(document) = document(&source.document, None, desk, sink) else { continue };
        let block = source.clause.as_ref().and_then(|clause| place_of(clause, document, desk, sink));
        let clause = source.clause.as_ref().map(|c| c.value.clone());
        let list = if Some(document) == home { &mut own } else { &mut further };
        if !list.iter().any(|s: &SourceRef| s.document == document && s.clause == clause) {
            list.push(SourceRef { document, clause, block, note: source.note.clone() });
        }
    }
    if let (Some(document), true) = (home, own.is_empty()) {
        own.push(SourceRef { document, clause: None, block: None, note: None });
    }
    own.append(&mut further);
    own
}

/// Each party once; whoever stands twice is reported.
fn once(
    list: Vec<(Party, Place)>,
    field: &str,
    seen: &mut Vec<(Party, Place)>,
    desk: &Desk<'_>,
    sink: &mut Sink,
) -> Vec<Party> {
    let start = seen.len();
    let mut kept = Vec::with_capacity(list.len());
    for (party, at) in list {
        let Some(n) = seen.iter().position(|(p, _)| *p == party) else {
            seen.push((party, at));
            kept.push(party);
            continue;
        };
        let id = match party {
            Party::Agency(a) => desk.parties.agencies[a.at()].id.as_str(),
            Party::Group(g) => desk.parties.groups[g.at()].id.as_str(),
        };
        let reason = if n < start { "leads-too" } else { "twice" };
        let fault = Diagnostic::new(Code::RepeatedAgency, at).arg("id", id).arg("field", field);
        sink.push(fault.arg("reason", reason).also(seen[n].1, "first-here"));
    }
    kept
}

/// The deadline against the day of the document.
fn check_day(
    raw: &RawTask,
    deadline: &Deadline,
    lead: &[Party],
    day: Option<NaiveDate>,
    desk: &Desk<'_>,
    sink: &mut Sink,
) {
    let Some(day) = day else {
        let recurring = matches!(deadline.due, Due::Every(_)) && deadline.from.is_none();
        let grouped =
            lead.iter().any(|p| if let Party::Group(g) = p { !desk.parties.groups[g.at()].open } else { false });
        let at = match &raw.due {
            Some(due) if recurring => due.at,
            Some(_) | None if grouped => raw.lead.first().map_or(raw.id.at, |l| l.at),
            Some(_) | None => return,
        };
        let reason = if recurring { "recurring" } else { "group" };
        sink.push(Diagnostic::new(Code::NoReferenceDay, at).arg("reason", reason));
        return;
    };
    let Some(due) = &raw.due else { return };
    let last = match deadline.due {
        Due::Every(recurrence) => recurrence.until,
        Due::Continuous(until) => until,
        Due::None | Due::On(_) | Due::BeforeDay(_) | Due::BeforeMonth(_) | Due::By(_) => deadline.due.last_day(),
    };
    if let Some(last) = last.filter(|last| *last < day) {
        let fault = Diagnostic::new(Code::DueBeforeDocument, due.at).arg("last", last.to_string());
        sink.push(fault.arg("day", day.to_string()));
    }
}

/// Extensions, oldest first; each must be later than the deadline that it replaces.
fn extensions(
    raw: &[RawExtension],
    deadline: &Deadline,
    due_faulty: bool,
    day: Option<NaiveDate>,
    sink: &mut Sink,
) -> Vec<Extension> {
    let mut sorted: Vec<&RawExtension> = raw.iter().collect();
    sorted.sort_by_key(|e| (e.on.value, e.to.value));
    let mut last = deadline.due.last_day();
    if last.is_none() && !due_faulty {
        if let Some(first) = sorted.first() {
            sink.push(Diagnostic::new(Code::BadExtension, first.to.at).arg("reason", "no-deadline"));
        }
        return Vec::new();
    }
    let mut out = Vec::with_capacity(sorted.len());
    for extension in sorted {
        let Loc { value: to, at } = extension.to;
        if let Some(last) = last.filter(|last| to <= *last) {
            let fault = Diagnostic::new(Code::BadExtension, at).arg("reason", "not-later").arg("to", to.to_string());
            sink.push(fault.arg("last", last.to_string()));
        }
        if let Some(day) = day.filter(|day| extension.on.value < *day) {
            let fault = Diagnostic::new(Code::BadExtension, extension.on.at).arg("reason", "before-document");
            sink.push(fault.arg("on", extension.on.value.to_string()).arg("day", day.to_string()));
        }
        last = Some(to);
        out.push(Extension { to, on: extension.on.value, by: extension.by.clone() });
    }
    out
}
