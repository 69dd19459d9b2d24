//! Turns the lines of a report form into updates of tasks, or into everything that is wrong with them.

use super::sheet::{Cell, Line};
use super::yaml_writer::{Entry, Yaml};
use crate::diag::closest;
use crate::load::likely_date;
use crate::model::{AgencyIx, CompletedOn, Dataset, Party, Progress, Scope, Task, TaskIx};
use crate::open_data::report_form::{Field, state_of};
use chrono::{Datelike, NaiveDate};
use std::collections::BTreeMap;

#[derive(Debug, Default)]
pub struct ReportSheet {
    /// Updates to add, by task, in the order of the lines.
    pub updates: Vec<(String, Entry)>,
    /// Lines whose update stands in the data already.
    pub known: usize,
    pub errors: Vec<LineError>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LineError {
    /// The line, from 1.
    pub line: u32,
    pub value: String,
    pub reason: Reason,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    NoTask,
    /// No such task; the one perhaps meant.
    UnknownTask(Option<String>),
    NoAgency,
    /// No such agency; the one perhaps meant.
    UnknownAgency(Option<String>),
    /// Another agency than the one asked for.
    OtherAgency,
    BadDate,
    BadState,
    /// No whole number from 0 to 100.
    BadPercent,
}

/// What the caller says about the sheet.
#[derive(Debug, Clone, Copy)]
pub struct SheetOptions<'a> {
    /// The only agency whose reports are taken, where one is named.
    pub agency: Option<&'a str>,
    /// The date of reports that have none.
    pub date: NaiveDate,
}

/// Reads the lines that the agency filled.
pub fn read_reports(lines: &[Line], data: &Dataset, options: SheetOptions<'_>) -> ReportSheet {
    let tasks: BTreeMap<&str, TaskIx> = data.task_list().map(|(ix, task)| (task.id.as_str(), ix)).collect();
    let agencies: BTreeMap<&str, AgencyIx> = data.agency_list().map(|(ix, a)| (a.id.as_str(), ix)).collect();
    let mut found = ReportSheet::default();
    for line in lines.iter().filter(|line| is_filled(line)) {
        let mut reader = LineReader { line, errors: &mut found.errors };
        let Some(task) = reader.task(&tasks) else { continue };
        let task = &data[task];
        let agency = reader.agency(&agencies, options.agency);
        let (Ok(agency), Some(report)) = (agency, reader.report(options.date)) else { continue };
        let only = matches!(task.lead[..], [Party::Agency(lead)] if agency.is_none_or(|a| a == lead));
        if agency.is_none() && !only {
            found.errors.push(LineError { line: line.number, value: String::new(), reason: Reason::NoAgency });
            continue;
        }
        if is_known(task, agency, &report) {
            found.known += 1;
            continue;
        }
        let name = agency.filter(|_| !only).map(|ix| data[ix].id.to_string());
        found.updates.push((task.id.to_string(), report.entry(name)));
    }
    found
}

/// Whether the agency wrote anything; a date alone is no report.
fn is_filled(line: &Line) -> bool {
    use Field::{CompletedOn, EvidenceNumber, EvidenceTitle, EvidenceUrl, Note, Percent, Progress};
    [Progress, Percent, CompletedOn, Note, EvidenceTitle, EvidenceNumber, EvidenceUrl]
        .iter()
        .any(|field| line.cells.contains_key(field))
}

/// What one line reports.
struct Report {
    date: String,
    progress: Option<&'static str>,
    percent: Option<u8>,
    completed_on: Option<String>,
    period: Option<String>,
    note: Option<String>,
    evidence: Entry,
}

impl Report {
    fn entry(self, agency: Option<String>) -> Entry {
        let fields = [
            ("date", Some(Yaml::Word(self.date))),
            ("agency", agency.map(Yaml::Word)),
            ("progress", self.progress.map(|p| Yaml::Word(p.to_owned()))),
            ("percent", self.percent.map(|n| Yaml::Word(n.to_string()))),
            ("completed_on", self.completed_on.map(Yaml::Word)),
            ("period", self.period.map(Yaml::Word)),
            ("note", self.note.map(Yaml::Text)),
            ("evidence", (!self.evidence.is_empty()).then(|| Yaml::Maps(vec![self.evidence]))),
        ];
        fields.into_iter().filter_map(|(key, value)| Some((key, value?))).collect()
    }
}

/// Whether the task has this very report already: a sheet may come back twice.
fn is_known(task: &Task, agency: Option<AgencyIx>, report: &Report) -> bool {
    task.updates.iter().any(|u| {
        let completed = u.completed_on.map(|on| match on {
            CompletedOn::Date(date) => date.code(),
            CompletedOn::Unknown => "unknown".to_owned(),
        });
        let speaks = match (u.scope, agency) {
            (Scope::Agency(by), Some(agency)) => by == agency,
            (Scope::Agency(_), None) => true,
            (Scope::Collective | Scope::AllMembers, _) => false,
        };
        speaks
            && u.date.code() == report.date
            && u.progress.map(Progress::code) == report.progress
            && u.percent == report.percent
            && completed == report.completed_on
            && u.period.map(crate::model::Period::code) == report.period
            && u.note == report.note
    })
}

struct LineReader<'a> {
    line: &'a Line,
    errors: &'a mut Vec<LineError>,
}

impl LineReader<'_> {
    fn error(&mut self, value: &str, reason: Reason) {
        self.errors.push(LineError { line: self.line.number, value: value.to_owned(), reason });
    }

    /// The text of a cell; a whole number as people write it.
    fn text(&self, field: Field) -> Option<String> {
        self.line.cells.get(&field).map(|cell| match cell {
            Cell::Text(text) => text.replace("\r\n", "\n"),
            Cell::Number(x) => format!("{x}"),
            Cell::Day(day) => day.to_string(),
        })
    }

    fn task(&mut self, tasks: &BTreeMap<&str, TaskIx>) -> Option<TaskIx> {
        let Some(id) = self.text(Field::Task) else {
            self.error("", Reason::NoTask);
            return None;
        };
        let found = tasks.get(id.as_str()).copied();
        if found.is_none() {
            let near = closest(&id, tasks.keys().copied()).map(str::to_owned);
            self.error(&id, Reason::UnknownTask(near));
        }
        found
    }

    /// Whose report it is, if the line or the caller says so.
    fn agency(&mut self, agencies: &BTreeMap<&str, AgencyIx>, asked: Option<&str>) -> Result<Option<AgencyIx>, ()> {
        let written = self.text(Field::Agency);
        if let (Some(asked), Some(written)) = (asked, &written)
            && asked != written
        {
            self.error(written, Reason::OtherAgency);
            return Err(());
        }
        let Some(id) = written.or_else(|| asked.map(str::to_owned)) else { return Ok(None) };
        if let Some(ix) = agencies.get(id.as_str()) {
            return Ok(Some(*ix));
        }
        let near = closest(&id, agencies.keys().copied()).map(str::to_owned);
        self.error(&id, Reason::UnknownAgency(near));
        Err(())
    }

    /// What the open columns say; none if one of them is wrong, and every one that is wrong is told.
    fn report(&mut self, today: NaiveDate) -> Option<Report> {
        let before = self.errors.len();
        let date = self.date(Field::Date).unwrap_or_else(|| today.to_string());
        let completed_on = match self.text(Field::CompletedOn).map(|text| text.to_lowercase()).as_deref() {
            Some("unknown" | "chưa rõ" | "không rõ") => Some("unknown".to_owned()),
            Some(_) => self.date(Field::CompletedOn),
            None => None,
        };
        let progress = self.text(Field::Progress).and_then(|word| {
            let state = state_of(&word);
            if state.is_none() {
                self.error(&word, Reason::BadState);
            }
            state
        });
        let report = Report {
            date,
            progress,
            percent: self.percent(),
            completed_on,
            period: self.period(),
            note: self.text(Field::Note),
            evidence: self.evidence(),
        };
        (self.errors.len() == before).then_some(report)
    }

    fn date(&mut self, field: Field) -> Option<String> {
        let text = self.text(field)?;
        let date = match self.line.cells.get(&field)? {
            Cell::Day(day) => Some(day.to_string()),
            // A year; a day that lost its format would be a number of another size.
            Cell::Number(x) => (1900.0..2200.0).contains(x).then(|| likely_date(&text)).flatten(),
            Cell::Text(text) => likely_date(text),
        };
        if date.is_none() {
            self.error(&text, Reason::BadDate);
        }
        date
    }

    fn percent(&mut self) -> Option<u8> {
        let text = self.text(Field::Percent)?;
        let number = text.trim_end_matches('%').trim().parse::<u8>().ok().filter(|n| *n <= 100);
        if number.is_none() {
            self.error(&text, Reason::BadPercent);
        }
        number
    }

    /// As the sheet had it; a program may have made a day of a month.
    fn period(&self) -> Option<String> {
        match self.line.cells.get(&Field::Period)? {
            Cell::Day(day) if day.day() == 1 => Some(format!("{:04}-{:02}", day.year(), day.month())),
            Cell::Day(_) | Cell::Number(_) | Cell::Text(_) => self.text(Field::Period),
        }
    }

    fn evidence(&self) -> Entry {
        let fields = [("title", Field::EvidenceTitle), ("number", Field::EvidenceNumber), ("url", Field::EvidenceUrl)];
        fields.into_iter().filter_map(|(key, field)| Some((key, Yaml::Text(one_line(&self.text(field)?))))).collect()
    }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
