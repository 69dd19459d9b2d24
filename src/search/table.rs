//! The table of all tasks in columns, for filtering and sorting in the browser.
//!
//! `nhiem-vu/bang/dau.js` names what the numbers mean; `so-N.js` has the numbers of [`ROWS`] tasks, `chu-N.js` the
//! texts of [`TEXTS`]. Columns are lists of equal length; a list of parties, topics or documents is a number too, into
//! `sets`, because few lists differ. What lists are filtered by (label, years, reports) is a number into `parts`: `part` of
//! the task as a whole, `own` of each of its `holders` in their order, or 0 where all are as the whole.

use super::records::in_languages;
use crate::derive::{Family, Label, Part};
use crate::i18n::Words;
use crate::model::{Party, Task, TaskIx};
use crate::open_data::ExportSite;
use crate::plan::route::{Route, page_of, public};
use serde_json::{Value, json};
use std::collections::{BTreeMap, HashMap};
use std::hash::Hash;

/// Tasks in a file of numbers.
const ROWS: usize = 2000;
/// Tasks in a file of texts.
const TEXTS: usize = 500;
pub(crate) const FOLDER: &str = "nhiem-vu/bang";

pub(super) fn files(site: &ExportSite, others: &[Words]) -> Vec<(String, String)> {
    let tasks: Vec<TaskIx> = site.report.task_list().collect();
    let (mut sets, mut parts) = (Numbered::default(), Numbered::default());
    let helpers = helpers(site);
    let numbers: Vec<Value> =
        tasks.chunks(ROWS).map(|some| numbers(site, some, &helpers, &mut sets, &mut parts)).collect();
    let mut files = vec![(format!("{FOLDER}/dau.js"), head(site, others, tasks.len(), &sets.all, &parts.all))];
    let numbered =
        |name: &'static str| move |(n, value): (usize, Value)| (format!("{FOLDER}/{name}-{n}.js"), text(&value));
    files.extend(numbers.into_iter().enumerate().map(numbered("so")));
    files.extend(tasks.chunks(TEXTS).map(|part| texts(site, others, part)).enumerate().map(numbered("chu")));
    files
}

/// Different things, each once.
struct Numbered<T> {
    all: Vec<T>,
    known: HashMap<T, usize>,
}

impl<T> Default for Numbered<T> {
    fn default() -> Self {
        Self { all: Vec::new(), known: HashMap::new() }
    }
}

impl<T: Clone + Eq + Hash> Numbered<T> {
    fn of(&mut self, thing: T) -> usize {
        if let Some(n) = self.known.get(&thing) {
            return *n;
        }
        self.all.push(thing.clone());
        self.known.insert(thing, self.all.len() - 1);
        self.all.len() - 1
    }
}

/// Agencies that coordinate each task at the as-of date.
fn helpers(site: &ExportSite) -> Vec<Vec<usize>> {
    let mut helpers = vec![Vec::new(); site.data().tasks.len()];
    for (agency, _) in site.data().agency_list() {
        for task in &site.report.agency(agency).coordinates {
            helpers[task.at()].push(agency.at());
        }
    }
    helpers
}

/// A party's number: agencies first, then groups.
fn number(site: &ExportSite, party: Party) -> usize {
    match party {
        Party::Agency(ix) => ix.at(),
        Party::Group(ix) => site.data().agencies.len() + ix.at(),
    }
}

/// Holders of a task with their own parts; a group that the document names stands beside its members for the whole.
fn holders(site: &ExportSite, ix: TaskIx, whole: &Part) -> BTreeMap<usize, Part> {
    let groups = site.data()[ix].lead.iter().filter(|party| matches!(party, Party::Group(_)));
    let mut holders: BTreeMap<usize, Part> = groups.map(|party| (number(site, *party), whole.clone())).collect();
    holders.extend(site.report.parts(ix).into_iter().map(|(party, part)| (number(site, party), part)));
    holders
}

fn numbers(
    site: &ExportSite,
    tasks: &[TaskIx],
    helpers: &[Vec<usize>],
    sets: &mut Numbered<Vec<usize>>,
    parts: &mut Numbered<Part>,
) -> Value {
    let (report, data) = (&*site.report, site.data());
    let mut columns: [Vec<Value>; 11] = Default::default();
    for &ix in tasks {
        let (task, view) = (&data[ix], report.task(ix));
        let whole = report.whole(ix).expect("tasks of the list are in force");
        let holders = holders(site, ix, &whole);
        let alike = holders.values().all(|part| *part == whole);
        let (holders, own): (Vec<usize>, Vec<usize>) =
            holders.into_iter().map(|(holder, part)| (holder, parts.of(part))).unzip();
        let mut documents: Vec<usize> = task.sources.iter().map(|s| s.document.at()).collect();
        documents.dedup();
        let count = view.tally.total();
        let cells: [Value; 11] = [
            parts.of(whole).into(),
            if alike { 0.into() } else { own.into() },
            report.due(ix).map(|day| chrono::Datelike::num_days_from_ce(&day) - EPOCH).into(),
            view.status.and_then(|s| s.timeliness.days()).into(),
            sets.of(task.lead.iter().map(|p| number(site, *p)).collect()).into(),
            sets.of(holders).into(),
            sets.of(helpers[ix.at()].clone()).into(),
            sets.of(task.topics.iter().map(|t| t.at()).collect()).into(),
            sets.of(documents).into(),
            (if count == 1 { 0 } else { count }).into(),
            view.status.and_then(|s| s.percent).into(),
        ];
        columns.iter_mut().zip(cells).for_each(|(column, cell)| column.push(cell));
    }
    let [part, own, due, days, lead, holders, coordinators, topics, documents, obligations, percent] = columns;
    json!({
        "part": part, "own": own, "due": due, "days": days, "lead": lead, "holders": holders,
        "coordinators": coordinators, "topics": topics, "documents": documents, "obligations": obligations,
        "percent": percent,
    })
}

/// What the browser is told of a part.
fn part_in_numbers(part: &Part) -> Value {
    let Part { label, years, undated, reported, explained } = part;
    json!({
        "label": *label as usize, "years": years, "undated": undated, "reported": reported, "explained": explained,
    })
}

/// 1970-01-01, counted in days as the calendar of the dates does.
const EPOCH: i32 = 719_163;

fn texts(site: &ExportSite, others: &[Words], part: &[TaskIx]) -> Value {
    let data = site.data();
    let mut columns: [Vec<Value>; 6] = Default::default();
    for &ix in part {
        let task = &data[ix];
        let clause = task.sources[0].clause.as_ref();
        let anchor = task.sources[0].block.and(clause);
        let cells: [Value; 6] = [
            task.id.as_str().into(),
            site.task_title(ix).into(),
            task.deadline.wording.as_deref().unwrap_or_default().into(),
            clause.map(ToString::to_string).unwrap_or_default().into(),
            anchor.map(crate::model::ClauseLabel::anchor).unwrap_or_default().into(),
            task.urgency.as_deref().unwrap_or_default().into(),
        ];
        columns.iter_mut().zip(cells).for_each(|(column, cell)| column.push(cell));
    }
    let [id, title, wording, clause, anchor, urgency] = columns;
    let mut texts = json!({
        "id": id, "title": title, "wording": wording, "clause": clause, "anchor": anchor, "urgency": urgency,
    });
    // The clause in words and what else is to be said of the deadline, a column for each language of the interface.
    let columns = |say: &dyn Fn(&Words, &Task) -> String| {
        let in_words = |words: &Words| part.iter().map(|ix| say(words, &data[*ix]).into()).collect();
        let all = std::iter::once(&site.words).chain(others);
        Value::Object(all.map(|words| (words.lang.code().to_owned(), Value::Array(in_words(words)))).collect())
    };
    texts["cited"] = columns(&|words, task| words.clause_unbroken(&data.citation(&task.sources[0])));
    texts["terms"] = columns(&|words, task| words.terms(data, &task.deadline, site.report.as_of));
    if part.iter().any(|ix| data[*ix].title_en.is_some()) {
        texts["title_en"] = part.iter().map(|ix| Value::from(data[*ix].title_en.clone().unwrap_or_default())).collect();
    }
    texts
}

fn head(site: &ExportSite, others: &[Words], tasks: usize, sets: &[Vec<usize>], parts: &[Part]) -> String {
    let data = site.data();
    let address = |route: Route| public(&route.path(data)).to_owned();
    let row = |id: &str, name: &str, short: Option<&String>, en: Option<&String>| match en {
        Some(en) => json!([id, name, short.map_or("", String::as_str), en]),
        None => json!([id, name, short.map_or("", String::as_str)]),
    };
    let agencies = data.agency_list().map(|(ix, agency)| {
        row(agency.id.as_str(), site.agency_name(ix), agency.short.as_ref(), agency.name_en.as_ref())
    });
    let groups = data
        .group_list()
        .map(|(ix, group)| row(group.id.as_str(), site.group_name(ix), group.short.as_ref(), group.name_en.as_ref()));
    let topics = data.settings.topics.iter();
    let topics = topics.map(|t| row(t.id.as_str(), site.pick(&t.name, t.name_en.as_ref()), None, t.name_en.as_ref()));
    let documents = data.document_list().map(|(ix, document)| {
        let names = in_languages(site, others, |words| words.document(data, ix));
        json!([document.id.as_str(), address(page_of(data, ix)), names])
    });
    let families = Family::ALL.map(|family| {
        let labels = Label::ALL.into_iter().filter(|label| label.family() == family);
        (family.code().to_owned(), labels.map(|label| label as usize).collect::<Value>())
    });
    text(&json!({
        "tasks": tasks,
        "rows": ROWS,
        "texts": TEXTS,
        "as_of": chrono::Datelike::num_days_from_ce(&site.report.as_of) - EPOCH,
        "labels": Label::ALL.map(Label::code),
        "families": Value::Object(families.into_iter().collect()),
        "pressing": Label::PRESSING_FIRST.map(|label| label as usize),
        "agencies": data.agencies.len(),
        "parties": agencies.chain(groups).collect::<Vec<Value>>(),
        "topics": topics.collect::<Vec<Value>>(),
        "documents": documents.collect::<Vec<Value>>(),
        "sets": sets,
        "parts": parts.iter().map(part_in_numbers).collect::<Vec<Value>>(),
    }))
}

/// One column a line: a change of one value is a change of one line.
fn text(value: &Value) -> String {
    let columns = value.as_object().into_iter().flatten();
    let lines: Vec<String> = columns.map(|(name, column)| format!("{}:{column}", Value::from(name.as_str()))).collect();
    format!("{{\n{}\n}}", lines.join(",\n"))
}
