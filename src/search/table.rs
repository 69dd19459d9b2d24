//! The table of all tasks in columns, for filtering and sorting in the browser.
//!
//! `nhiem-vu/bang/dau.json` names what the numbers mean; `so-N.json` has the numbers of [`ROWS`] tasks, `chu-N.json` the
//! texts of [`TEXTS`]. Columns are lists of equal length; a list of parties, topics or documents is a number too, into
//! `sets`, because few lists differ.

use super::records::in_languages;
use crate::derive::Label;
use crate::i18n::Words;
use crate::model::{Party, Task, TaskIx};
use crate::open_data::ExportSite;
use crate::plan::route::{Route, page_of, public};
use serde_json::{Value, json};
use std::collections::HashMap;

/// Tasks in a file of numbers.
const ROWS: usize = 2000;
/// Tasks in a file of texts.
const TEXTS: usize = 500;
const FOLDER: &str = "nhiem-vu/bang";

pub(super) fn files(site: &ExportSite, others: &[Words]) -> Vec<(String, Vec<u8>)> {
    let tasks: Vec<TaskIx> = site.report.task_list().collect();
    let mut sets = Sets::default();
    let helpers = helpers(site);
    let numbers: Vec<Value> = tasks.chunks(ROWS).map(|part| numbers(site, part, &helpers, &mut sets)).collect();
    let mut files = vec![(format!("{FOLDER}/dau.json"), head(site, others, tasks.len(), &sets))];
    let numbered =
        |name: &'static str| move |(n, value): (usize, Value)| (format!("{FOLDER}/{name}-{n}.json"), text(&value));
    files.extend(numbers.into_iter().enumerate().map(numbered("so")));
    files.extend(tasks.chunks(TEXTS).map(|part| texts(site, others, part)).enumerate().map(numbered("chu")));
    files
}

/// Different lists, each once.
#[derive(Default)]
struct Sets {
    all: Vec<Vec<usize>>,
    known: HashMap<Vec<usize>, usize>,
}

impl Sets {
    fn of(&mut self, list: Vec<usize>) -> usize {
        if let Some(n) = self.known.get(&list) {
            return *n;
        }
        self.all.push(list.clone());
        self.known.insert(list, self.all.len() - 1);
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

fn numbers(site: &ExportSite, part: &[TaskIx], helpers: &[Vec<usize>], sets: &mut Sets) -> Value {
    let (report, data) = (&*site.report, site.data());
    let mut columns: [Vec<Value>; 10] = Default::default();
    for &ix in part {
        let (task, view) = (&data[ix], report.task(ix));
        let label = view.label.unwrap_or(Label::NoInformation);
        let due = view.status.map_or_else(|| task.deadline.in_force(report.as_of), |s| s.due);
        let mut holders: Vec<usize> = report.obligations_of(ix).iter().map(|o| number(site, o.holder)).collect();
        // A group that the document names counts as a holder too, next to its members.
        holders.extend(task.lead.iter().filter(|p| matches!(p, Party::Group(_))).map(|p| number(site, *p)));
        holders.sort_unstable();
        holders.dedup();
        let mut documents: Vec<usize> = task.sources.iter().map(|s| s.document.at()).collect();
        documents.dedup();
        let count = view.tally.total();
        let cells: [Value; 10] = [
            (label as usize).into(),
            due.map(|day| chrono::Datelike::num_days_from_ce(&day) - EPOCH).into(),
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
    let [label, due, days, lead, holders, coordinators, topics, documents, obligations, percent] = columns;
    json!({
        "label": label, "due": due, "days": days, "lead": lead, "holders": holders, "coordinators": coordinators,
        "topics": topics, "documents": documents, "obligations": obligations, "percent": percent,
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
            limit_in_words(site, task).into(),
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
    // The clause in words, a column for each language of the interface.
    let columns = std::iter::once(&site.words).chain(others).map(|words| {
        let cited = part.iter().map(|ix| Value::from(words.clause(&data.citation(&data[*ix].sources[0]))));
        (words.lang.code().to_owned(), Value::Array(cited.collect()))
    });
    texts["cited"] = Value::Object(columns.collect());
    if part.iter().any(|ix| data[*ix].title_en.is_some()) {
        texts["title_en"] = part.iter().map(|ix| Value::from(data[*ix].title_en.clone().unwrap_or_default())).collect();
    }
    texts
}

/// The source's words for the deadline, and what else is to be said of it.
fn limit_in_words(site: &ExportSite, task: &Task) -> String {
    let terms = site.words.terms(site.data(), &task.deadline, site.report.as_of);
    let said = task.deadline.wording.iter().map(String::as_str).chain([terms.as_str()]);
    said.filter(|text| !text.is_empty()).collect::<Vec<_>>().join("; ")
}

fn head(site: &ExportSite, others: &[Words], tasks: usize, sets: &Sets) -> Vec<u8> {
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
    text(&json!({
        "tasks": tasks,
        "rows": ROWS,
        "texts": TEXTS,
        "as_of": chrono::Datelike::num_days_from_ce(&site.report.as_of) - EPOCH,
        "labels": Label::ALL.map(Label::code),
        "pressing": Label::PRESSING_FIRST.map(|label| label as usize),
        "agencies": data.agencies.len(),
        "parties": agencies.chain(groups).collect::<Vec<Value>>(),
        "topics": topics.collect::<Vec<Value>>(),
        "documents": documents.collect::<Vec<Value>>(),
        "sets": sets.all,
    }))
}

/// One column a line: a change of one value is a change of one line.
fn text(value: &Value) -> Vec<u8> {
    let mut out = b"{".to_vec();
    for (n, (name, column)) in value.as_object().into_iter().flatten().enumerate() {
        out.extend_from_slice(if n == 0 { b"\n" } else { b",\n" });
        serde_json::to_writer(&mut out, name).expect("plain values");
        out.push(b':');
        serde_json::to_writer(&mut out, column).expect("plain values");
    }
    out.extend_from_slice(b"\n}\n");
    out
}
