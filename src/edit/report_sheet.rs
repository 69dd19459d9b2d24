//! Turns the lines of a report form into updates of tasks, or into everything that is wrong with them.

use super::line_reader::{LineError, LineReader, Reason};
use super::sheet::Line;
use super::yaml_writer::{Entry, Yaml};
use crate::diag::closest;
use crate::model::{AgencyIx, CompletedOn, Dataset, GroupIx, Party, Period, Progress, Scope, Task, TaskIx, Update};
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
    let names = Names::new(data);
    let mut found = ReportSheet::default();
    let mut seen: BTreeSet<(String, Entry)> = BTreeSet::new();
    for line in lines.iter().filter(|line| is_filled(line)) {
        if !line.odd.is_empty() {
            found.odd.entry(line.odd.iter().copied().collect()).or_default().push(line.number);
        }
        let mut reader = LineReader { line, errors: &mut found.errors };
        let task = task(&mut reader, data, &names);
        let speaker = speaker(&mut reader, &names, options.agency);
        let report = report(&mut reader, options.date);
        let (Some(task), Ok(speaker), Some(report)) = (task, speaker, report) else { continue };
        let task = &data[task];
        let name = match (speaker, &task.lead[..]) {
            (Speaker::Unsaid, [Party::Agency(_)]) => None,
            (Speaker::Unsaid, [Party::Group(lead)]) if data[*lead].open => None,
            (Speaker::Unsaid, _) => {
                reader.error(Field::Agency, "", Reason::NoAgency);
                continue;
            }
            (Speaker::Agency(ix), [Party::Agency(lead)]) if ix == *lead => None,
            (Speaker::Agency(ix), _) => Some(data[ix].id.to_string()),
            (Speaker::Group(ix), lead) if data[ix].open && lead.contains(&Party::Group(ix)) => None,
            (Speaker::Group(ix), _) => {
                reader.error(Field::Agency, data[ix].id.as_str(), Reason::NoReportOfGroup);
                continue;
            }
        };
        let known = task.updates.iter().any(|update| is_the_same(update, task, speaker, &report));
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
    use Field::{Agency, Due, Period, Reference, Status, Task, Title};
    line.cells.keys().any(|field| !matches!(field, Task | Title | Reference | Period | Due | Status | Agency))
}

/// What one line reports.
struct Report {
    date: String,
    progress: Option<&'static str>,
    percent: Option<u8>,
    completed_on: Option<String>,
    period: Option<String>,
    readings: Vec<f64>,
    note: Option<String>,
    reason: Option<String>,
    proposal: Option<String>,
    evidence: [(&'static str, Option<String>); 3],
}

impl Report {
    fn is_empty(&self) -> bool {
        let Self { date: _, progress, percent, completed_on, period: _, readings, note, reason, proposal, evidence } =
            self;
        progress.is_none()
            && percent.is_none()
            && completed_on.is_none()
            && readings.is_empty()
            && note.is_none()
            && reason.is_none()
            && proposal.is_none()
            && evidence.iter().all(|(_, text)| text.is_none())
    }

    fn entry(self, agency: Option<String>) -> Entry {
        let evidence: Entry =
            self.evidence.into_iter().filter_map(|(key, text)| Some((key, Yaml::Text(text?)))).collect();
        let readings: Vec<Entry> =
            self.readings.iter().map(|value| vec![("value", Yaml::Word(value.to_string()))]).collect();
        let fields = [
            ("date", Some(Yaml::Word(self.date))),
            ("agency", agency.map(Yaml::Word)),
            ("progress", self.progress.map(|p| Yaml::Word(p.to_owned()))),
            ("percent", self.percent.map(|n| Yaml::Word(n.to_string()))),
            ("completed_on", self.completed_on.map(Yaml::Word)),
            ("period", self.period.map(Yaml::Word)),
            ("reason", self.reason.map(Yaml::Text)),
            ("proposal", self.proposal.map(Yaml::Text)),
            ("note", self.note.map(Yaml::Text)),
            ("evidence", (!evidence.is_empty()).then(|| Yaml::Maps(vec![evidence]))),
            ("readings", (!readings.is_empty()).then_some(Yaml::Maps(readings))),
        ];
        fields.into_iter().filter_map(|(key, value)| Some((key, value?))).collect()
    }
}

/// Whether an update is this very report: a sheet may come back twice.
fn is_the_same(update: &Update, task: &Task, speaker: Speaker, report: &Report) -> bool {
    let completed = update.completed_on.map(|on| match on {
        CompletedOn::Date(date) => date.code(),
        CompletedOn::Unknown => "unknown".to_owned(),
    });
    let of_group = matches!(speaker, Speaker::Group(_)) || matches!(task.lead[..], [Party::Group(_)]);
    let speaks = match (update.scope, speaker) {
        (Scope::Agency(by), Speaker::Agency(agency)) => by == agency,
        (Scope::Agency(_), Speaker::Unsaid) => true,
        (Scope::Collective, Speaker::Unsaid | Speaker::Group(_)) => of_group,
        (Scope::Agency(_), Speaker::Group(_)) | (Scope::Collective, Speaker::Agency(_)) | (Scope::AllMembers, _) => {
            false
        }
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
        && update.reason == report.reason
        && update.proposal == report.proposal
        && update.readings.iter().map(|reading| &reading.value).eq(&report.readings)
}

/// What sheets name things by.
struct Names<'d> {
    tasks: BTreeMap<&'d str, TaskIx>,
    /// Tasks by the number that the office's register gives them: unique within a document only.
    references: BTreeMap<&'d str, Vec<TaskIx>>,
    agencies: BTreeMap<&'d str, AgencyIx>,
    groups: BTreeMap<&'d str, GroupIx>,
}

impl<'d> Names<'d> {
    fn new(data: &'d Dataset) -> Self {
        let mut references: BTreeMap<&str, Vec<TaskIx>> = BTreeMap::new();
        for (ix, task) in data.task_list() {
            if let Some(reference) = &task.reference {
                references.entry(reference).or_default().push(ix);
            }
        }
        Self {
            tasks: data.task_list().map(|(ix, task)| (task.id.as_str(), ix)).collect(),
            references,
            agencies: data.agency_list().map(|(ix, agency)| (agency.id.as_str(), ix)).collect(),
            groups: data.group_list().map(|(ix, group)| (group.id.as_str(), ix)).collect(),
        }
    }
}

/// The task of a line: by its id, else by its number in the office's register.
fn task(reader: &mut LineReader<'_>, data: &Dataset, names: &Names<'_>) -> Option<TaskIx> {
    let by_id = reader.has(Field::Task);
    let field = if by_id || !reader.has(Field::Reference) { Field::Task } else { Field::Reference };
    if !reader.has(field) {
        reader.error(field, "", Reason::NoTask);
    }
    let name = reader.text(field)?;
    if let Some(ix) = names.tasks.get(name.as_str()).filter(|_| by_id) {
        return Some(*ix);
    }
    match names.references.get(name.as_str()).map(Vec::as_slice) {
        Some([only]) => return Some(*only),
        Some(several) => {
            let ids = several.iter().map(|ix| data[*ix].id.to_string()).collect();
            reader.error(field, &name, Reason::AmbiguousReference(ids));
        }
        None => {
            let near = near(reader, &name, names.tasks.keys().copied());
            reader.error(field, &name, Reason::UnknownTask(near));
        }
    }
    None
}

/// Who reports.
#[derive(Clone, Copy)]
enum Speaker {
    Unsaid,
    Agency(AgencyIx),
    /// A group whose members are not known reports as a whole.
    Group(GroupIx),
}

/// Whose report it is, if the line or the caller says so.
fn speaker(reader: &mut LineReader<'_>, names: &Names<'_>, asked: Option<&str>) -> Result<Speaker, ()> {
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
    let Some(id) = written.or_else(|| asked.map(str::to_owned)) else { return Ok(Speaker::Unsaid) };
    if let Some(ix) = names.agencies.get(id.as_str()) {
        return Ok(Speaker::Agency(*ix));
    }
    if let Some(ix) = names.groups.get(id.as_str()) {
        return Ok(Speaker::Group(*ix));
    }
    let near = near(reader, &id, names.agencies.keys().copied());
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
        readings: reader.readings(),
        note: reader.text(Field::Note),
        reason: reader.text(Field::Reason),
        proposal: reader.text(Field::Proposal),
        evidence: [("title", Field::EvidenceTitle), ("number", Field::EvidenceNumber), ("url", Field::EvidenceUrl)]
            .map(|(key, field)| (key, reader.text(field))),
    };
    if reader.errors.len() == before && report.is_empty() {
        reader.error(Field::Date, "", Reason::NoReport);
    }
    (reader.errors.len() == before).then_some(report)
}
