//! Turns the lines of a report form into updates of tasks, or into everything that is wrong with them.

use super::line_reader::{LineError, LineReader, Reason};
use super::sheet::Line;
use super::yaml_writer::{Entry, Yaml};
use crate::diag::closest;
use crate::model::{AgencyIx, CompletedOn, Dataset, Party, Period, Progress, Scope, TaskIx, Update};
use crate::open_data::report_form::Field;
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

#[derive(Debug, Default)]
pub struct ReportSheet {
    /// Updates to add, by task, in the order of the lines.
    pub updates: Vec<(String, Entry)>,
    /// Lines whose update stands in the data already, or in a line above.
    pub known: usize,
    pub errors: Vec<LineError>,
    /// Characters that nobody sees, left out, and the lines that had them.
    pub odd: BTreeMap<BTreeSet<char>, Vec<u32>>,
}

/// What the caller says about the sheet.
#[derive(Debug, Clone, Copy)]
pub struct SheetOptions<'a> {
    /// The only agency whose reports are taken, where one is named.
    pub agency: Option<&'a str>,
    /// The date of reports that have none.
    pub date: NaiveDate,
}

/// The things perhaps meant are sought for so many errors: each is compared with all names.
const MOST_SOUGHT: usize = 100;

/// Reads the lines that the agency filled.
pub fn read_reports(lines: &[Line], data: &Dataset, options: SheetOptions<'_>) -> ReportSheet {
    let tasks: BTreeMap<&str, TaskIx> = data.task_list().map(|(ix, task)| (task.id.as_str(), ix)).collect();
    let agencies: BTreeMap<&str, AgencyIx> = data.agency_list().map(|(ix, a)| (a.id.as_str(), ix)).collect();
    let mut found = ReportSheet::default();
    let mut seen: BTreeSet<(String, Entry)> = BTreeSet::new();
    for line in lines.iter().filter(|line| is_filled(line)) {
        if !line.odd.is_empty() {
            found.odd.entry(line.odd.iter().copied().collect()).or_default().push(line.number);
        }
        let mut reader = LineReader { line, errors: &mut found.errors };
        let task = task(&mut reader, &tasks);
        let agency = agency(&mut reader, &agencies, options.agency);
        let report = report(&mut reader, options.date);
        let (Some(task), Ok(agency), Some(report)) = (task, agency, report) else { continue };
        let task = &data[task];
        let only = matches!(task.lead[..], [Party::Agency(lead)] if agency.is_none_or(|a| a == lead));
        if agency.is_none() && !only {
            reader.error(Field::Agency, "", Reason::NoAgency);
            continue;
        }
        let name = agency.filter(|_| !only).map(|ix| data[ix].id.to_string());
        let known = task.updates.iter().any(|update| is_the_same(update, agency, &report));
        let update = (task.id.to_string(), report.entry(name));
        if known || !seen.insert(update.clone()) {
            found.known += 1;
        } else {
            found.updates.push(update);
        }
    }
    found
}

/// Whether the agency wrote anything.
fn is_filled(line: &Line) -> bool {
    use Field::{Agency, Due, Period, Status, Task, Title};
    line.cells.keys().any(|field| !matches!(field, Task | Title | Period | Due | Status | Agency))
}

/// What one line reports.
struct Report {
    date: String,
    progress: Option<&'static str>,
    percent: Option<u8>,
    completed_on: Option<String>,
    period: Option<String>,
    note: Option<String>,
    evidence: [(&'static str, Option<String>); 3],
}

impl Report {
    fn is_empty(&self) -> bool {
        let Self { date: _, progress, percent, completed_on, period: _, note, evidence } = self;
        progress.is_none()
            && percent.is_none()
            && completed_on.is_none()
            && note.is_none()
            && evidence.iter().all(|(_, text)| text.is_none())
    }

    fn entry(self, agency: Option<String>) -> Entry {
        let evidence: Entry =
            self.evidence.into_iter().filter_map(|(key, text)| Some((key, Yaml::Text(text?)))).collect();
        let fields = [
            ("date", Some(Yaml::Word(self.date))),
            ("agency", agency.map(Yaml::Word)),
            ("progress", self.progress.map(|p| Yaml::Word(p.to_owned()))),
            ("percent", self.percent.map(|n| Yaml::Word(n.to_string()))),
            ("completed_on", self.completed_on.map(Yaml::Word)),
            ("period", self.period.map(Yaml::Word)),
            ("note", self.note.map(Yaml::Text)),
            ("evidence", (!evidence.is_empty()).then(|| Yaml::Maps(vec![evidence]))),
        ];
        fields.into_iter().filter_map(|(key, value)| Some((key, value?))).collect()
    }
}

/// Whether an update is this very report: a sheet may come back twice.
fn is_the_same(update: &Update, agency: Option<AgencyIx>, report: &Report) -> bool {
    let completed = update.completed_on.map(|on| match on {
        CompletedOn::Date(date) => date.code(),
        CompletedOn::Unknown => "unknown".to_owned(),
    });
    let speaks = match (update.scope, agency) {
        (Scope::Agency(by), Some(agency)) => by == agency,
        (Scope::Agency(_), None) => true,
        (Scope::Collective | Scope::AllMembers, _) => false,
    };
    let [(_, title), (_, number), (_, url)] = &report.evidence;
    let proves = [title, number, url].iter().all(|text| text.is_none())
        || update.evidence.iter().any(|e| {
            // An update without a title got one from its address or number.
            title.as_ref().is_none_or(|title| *title == e.title) && *number == e.number && *url == e.url
        });
    speaks
        && proves
        && update.date.code() == report.date
        && update.progress.map(Progress::code) == report.progress
        && update.percent == report.percent
        && completed == report.completed_on
        && update.period.map(Period::code) == report.period
        && update.note == report.note
}

fn task(reader: &mut LineReader<'_>, tasks: &BTreeMap<&str, TaskIx>) -> Option<TaskIx> {
    if !reader.has(Field::Task) {
        reader.error(Field::Task, "", Reason::NoTask);
    }
    let id = reader.text(Field::Task)?;
    let found = tasks.get(id.as_str()).copied();
    if found.is_none() {
        let near = near(reader, &id, tasks.keys().copied());
        reader.error(Field::Task, &id, Reason::UnknownTask(near));
    }
    found
}

/// Whose report it is, if the line or the caller says so.
fn agency(
    reader: &mut LineReader<'_>,
    agencies: &BTreeMap<&str, AgencyIx>,
    asked: Option<&str>,
) -> Result<Option<AgencyIx>, ()> {
    let written = reader.text(Field::Agency);
    if written.is_none() && reader.has(Field::Agency) {
        return Err(());
    }
    if let (Some(asked), Some(written)) = (asked, &written)
        && asked != written
    {
        reader.error(Field::Agency, written, Reason::OtherAgency);
        return Err(());
    }
    let Some(id) = written.or_else(|| asked.map(str::to_owned)) else { return Ok(None) };
    if let Some(ix) = agencies.get(id.as_str()) {
        return Ok(Some(*ix));
    }
    let near = near(reader, &id, agencies.keys().copied());
    reader.error(Field::Agency, &id, Reason::UnknownAgency(near));
    Err(())
}

fn near<'a>(reader: &LineReader<'_>, id: &str, all: impl Iterator<Item = &'a str>) -> Option<String> {
    if reader.errors.len() < MOST_SOUGHT { closest(id, all).map(str::to_owned) } else { None }
}

/// What the open columns say; none if one of them is wrong, and every one that is wrong is told.
fn report(reader: &mut LineReader<'_>, today: NaiveDate) -> Option<Report> {
    let before = reader.errors.len();
    let report = Report {
        date: reader.date(Field::Date).unwrap_or_else(|| today.to_string()),
        progress: reader.progress(),
        percent: reader.percent(),
        completed_on: reader.completed_on(),
        period: reader.period(),
        note: reader.text(Field::Note),
        evidence: [("title", Field::EvidenceTitle), ("number", Field::EvidenceNumber), ("url", Field::EvidenceUrl)]
            .map(|(key, field)| (key, reader.text(field))),
    };
    if reader.errors.len() == before && report.is_empty() {
        reader.error(Field::Date, "", Reason::NoReport);
    }
    (reader.errors.len() == before).then_some(report)
}
