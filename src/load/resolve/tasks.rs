//! Tasks: their order, their references, their deadlines against their documents.

use super::bounds::Counter;
use super::context::Context;
use super::deadlines::{check_day, computed, extensions};
use super::documents::Source;
use super::names::Names;
use super::{aliases, circles, decisions, updates};
use crate::diag::{Code, Diagnostic, FileId, Place, Sink};
use crate::load::fields::Loc;
use crate::load::raw::{RawTask, RawTasks, Unresolved};
use crate::model::{DocumentIx, Due, Party, SourceRef, Task, TaskIx};
use std::collections::hash_map::Entry;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::hash::Hash;

/// The files that hold drafts: how many tasks, and whether the document or meeting itself is one.
pub type Drafts = BTreeMap<FileId, (usize, bool)>;

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

struct Filed {
    document: Option<DocumentIx>,
    order: usize,
    raw: RawTask,
}

/// A task's position among all tasks, and its index among the published ones; none if it is internal.
type TaskSlot = (usize, Option<TaskIx>);

/// Resolves all files together. Internal tasks are checked and dropped.
pub fn resolve(
    files: Vec<RawTasks>,
    mut lost: Unresolved,
    context: &Context<'_>,
    drafts: &mut Drafts,
    sink: &mut Sink,
) -> (Vec<Task>, Vec<(String, TaskIx)>) {
    let mut tasks: Vec<Filed> = Vec::with_capacity(files.iter().map(|file| file.tasks.len()).sum());
    for file in files {
        lost.extend(file.unresolved);
        let document = file.document.and_then(|name| document(&name, Some(file.from_news), context, sink));
        let numbered = file.tasks.into_iter().enumerate();
        tasks.extend(numbered.map(|(order, raw)| Filed { document, order, raw }));
    }
    let mut names: Names<TaskSlot> = Names::new(lost);
    tasks.retain(|task| names.define_id(task.raw.task.id.as_str(), "task", (0, None), task.raw.at, sink));
    tasks.sort_by(|a, b| {
        let key = |t: &Filed| (t.document.is_none(), t.document, t.order);
        key(a).cmp(&key(b)).then_with(|| a.raw.task.id.cmp(&b.raw.task.id))
    });
    let mut public = 0;
    for (position, task) in tasks.iter().enumerate() {
        let slot = (!task.raw.internal).then(|| TaskIx::new(public));
        public += usize::from(!task.raw.internal);
        names.redefine(task.raw.task.id.as_str(), (position, slot));
    }
    report_circles(&tasks, &names, sink);
    // Those of internal tasks are checked but not published.
    let slot = |task: &Filed| names.get(task.raw.task.id.as_str()).and_then(|(_, slot)| slot);
    let formers = tasks.iter().map(|task| (&task.raw.aliases, slot(task)));
    let formers = aliases::check(formers, "task", |id| names.place(id), sink);
    for task in &tasks {
        for old in &task.raw.aliases {
            names.alias(&old.value, task.raw.task.id.as_str());
        }
    }
    let formers = formers.into_iter().filter_map(|(old, slot)| Some((old, slot?))).collect();
    decisions::references(tasks.iter().map(|task| (task.document, task.raw.reference.as_ref())), sink);
    let mut out = Vec::with_capacity(public);
    let mut counter = Counter::default();
    for task in tasks {
        let file = task.raw.at.file;
        let task = one_task(task, &names, context, &mut counter, sink);
        if task.as_ref().is_some_and(|task| task.draft) {
            drafts.entry(file).or_default().0 += 1;
        }
        out.extend(task);
    }
    (out, formers)
}

fn report_circles(tasks: &[Filed], names: &Names<TaskSlot>, sink: &mut Sink) {
    let parent = |task: &Filed| task.raw.parent.as_ref().and_then(|p| names.get(&p.value)).map(|(n, _)| n);
    let edges: Vec<Vec<usize>> = tasks.iter().map(|t| parent(t).into_iter().collect()).collect();
    let node = |n: usize| {
        let RawTask { task, at, parent, .. } = &tasks[n].raw;
        (task.id.as_str(), parent.as_ref().map_or(*at, |p| p.at))
    };
    circles::report(|_| Code::CircularParent, &edges, node, sink);
}

/// The document of that name. `from_news` is the task file's field; none for a further source.
fn document(name: &Loc<String>, from_news: Option<bool>, context: &Context<'_>, sink: &mut Sink) -> Option<DocumentIx> {
    let library = context.library;
    match library.names.get(&name.value) {
        Some(Source::Document(document)) => Some(document),
        Some(Source::News(_, document)) => {
            if from_news == Some(false) {
                let place = library.names.place(&name.value).expect("it was found");
                let diagnostic = Diagnostic::new(Code::NewsAsSource, name.at).arg("id", &*name.value);
                sink.push(diagnostic.also(place, "defined-here"));
            }
            document
        }
        None if library.bare.contains(&name.value) => {
            let diagnostic = Diagnostic::new(Code::UnknownDocument, name.at).arg("id", &*name.value);
            sink.push(diagnostic.arg("reason", "meeting-without-documents"));
            None
        }
        None => {
            library.names.find(name, Code::UnknownDocument, sink);
            None
        }
    }
}

fn one_task(
    task: Filed,
    names: &Names<TaskSlot>,
    context: &Context<'_>,
    counter: &mut Counter,
    sink: &mut Sink,
) -> Option<Task> {
    let Filed { document: home, raw, .. } = task;
    let sources = sources(&raw, home, context, sink);
    let day = home.and_then(|d| context.library.day_of(d));
    let known = |list: &[Loc<String>], sink: &mut Sink| -> Vec<(Party, Place)> {
        let find = |name: &Loc<String>| Some((context.parties.names.find(name, Code::UnknownAgency, sink)?, name.at));
        list.iter().filter_map(find).collect()
    };
    let (lead, coordinators) = (known(&raw.lead, sink), known(&raw.coordinators, sink));
    let report_to = known(&raw.report_to, sink);
    let complete = !raw.parties_faulty && lead.len() == raw.lead.len() && coordinators.len() == raw.coordinators.len();
    let mut task = Task { sources, ..raw.task };
    task.draft |= home.is_some_and(|home| context.library.documents[home.at()].draft);
    if !task.draft {
        task.guesses = Vec::new();
    }
    let mut seen = HashMap::new();
    task.lead = once(lead, "lead", &mut seen, context, sink);
    task.coordinators = once(coordinators, "coordinators", &mut seen, context, sink);
    task.report_to = once(report_to, "report_to", &mut HashMap::new(), context, sink);
    task.deadline.due = computed(task.deadline.due, raw.due_meeting.as_ref(), home, raw.due_at, context, sink);

    let due_faulty = raw.due_faulty || (raw.due_meeting.is_some() && task.deadline.due == Due::None);
    if home.is_some() {
        let lead_at = raw.lead.first().map_or(raw.at, |name| name.at);
        check_day(&task, raw.due_at, lead_at, day, context, sink);
        if !raw.internal {
            counter.add(&task, (raw.due_at, lead_at), day, context, sink);
        }
    }
    task.transferred = decisions::transfers(&raw.transferred, &task.lead, day, context, sink);
    decisions::cancellation(task.cancelled.as_deref(), raw.cancelled_at, day, sink);
    task.deadline.extended = extensions(raw.extended, &task.deadline, due_faulty, day, sink);
    let mut slot = |name: &Loc<String>| names.find(name, Code::UnknownTask, sink).and_then(|(_, slot)| slot);
    task.parent = raw.parent.as_ref().and_then(&mut slot);
    task.related = raw.related.iter().filter_map(&mut slot).collect();
    task.topics = raw.topics.iter().filter_map(|name| context.topics.find(name, Code::UnknownTopic, sink)).collect();
    keep_first(&mut task.related);
    keep_first(&mut task.topics);

    let of = updates::TaskContext {
        context,
        day,
        lead: &task.lead,
        coordinators: &task.coordinators,
        transferred: &task.transferred,
        complete,
        deadline: (!due_faulty).then_some(&task.deadline),
        has_indicator: raw.has_indicator,
    };
    task.updates = updates::resolve(raw.updates, &of, sink);
    (!raw.internal && home.is_some()).then_some(task)
}

fn keep_first<T: Copy + Eq + Hash>(list: &mut Vec<T>) {
    let mut seen = HashSet::new();
    list.retain(|item| seen.insert(*item));
}

/// All places that state the duty, the document of the file first.
fn sources(raw: &RawTask, home: Option<DocumentIx>, context: &Context<'_>, sink: &mut Sink) -> Vec<SourceRef> {
    let (mut own, mut further) = (Vec::new(), Vec::new());
    let mut seen = HashSet::new();
    if let (Some(document), Some(clause)) = (home, &raw.clause) {
        let (clause, block) = context.clause(clause, document, sink);
        seen.insert((document, Some(clause.clone())));
        own.push(SourceRef { document, clause: Some(clause), block, note: None });
    }
    for source in &raw.sources {
        let Some(document) = document(&source.document, None, context, sink) else { continue };
        let place = source.clause.as_ref().map(|clause| context.clause(clause, document, sink));
        let (clause, block) = place.map_or((None, None), |(clause, block)| (Some(clause), block));
        let list = if Some(document) == home { &mut own } else { &mut further };
        if seen.insert((document, clause.clone())) {
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
    field: &'static str,
    seen: &mut HashMap<Party, (Place, &'static str)>,
    context: &Context<'_>,
    sink: &mut Sink,
) -> Vec<Party> {
    let mut kept = Vec::with_capacity(list.len());
    for (party, at) in list {
        let (first, in_field) = match seen.entry(party) {
            Entry::Vacant(new) => {
                new.insert((at, field));
                kept.push(party);
                continue;
            }
            Entry::Occupied(old) => *old.get(),
        };
        let id = match party {
            Party::Agency(a) => context.parties.agencies[a.at()].id.as_str(),
            Party::Group(g) => context.parties.groups[g.at()].id.as_str(),
        };
        let reason = if in_field == field { "twice" } else { "leads-too" };
        let diagnostic = Diagnostic::new(Code::RepeatedAgency, at).arg("id", id).arg("field", field);
        sink.push(diagnostic.arg("reason", reason).also(first, "first-here"));
    }
    kept
}
