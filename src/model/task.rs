//! Tasks and what was reported of them.

use super::agency::Party;
use super::clause::ClauseLabel;
use super::date::{PartialDate, Period};
use super::deadline::Deadline;
use super::ids::{AgencyIx, DocumentIx, TaskId, TaskIx, TopicIx};
use chrono::NaiveDate;

/// One duty that a document gives.
#[derive(Debug, Clone, PartialEq)]
pub struct Task {
    /// Its address for ever.
    pub id: TaskId,
    /// What is to be done.
    pub title: String,
    /// The same in English, if the data has it.
    pub title_en: Option<String>,
    /// Where it is stated; the first is the document whose file holds the task. Never empty.
    pub sources: Vec<SourceRef>,
    /// Who answers for it. Never empty.
    pub lead: Vec<Party>,
    /// Who helps; never scored.
    pub coordinators: Vec<Party>,
    /// Who receives the report.
    pub report_to: Vec<Party>,
    /// The time limit, extensions included.
    pub deadline: Deadline,
    /// "khẩn trương", "sớm": a label, never a date.
    pub urgency: Option<String>,
    /// Binds only in case of …
    pub condition: Option<String>,
    /// Required outputs.
    pub products: Vec<String>,
    /// The task that this one is a part of.
    pub parent: Option<TaskIx>,
    /// Tasks on the same matter.
    pub related: Vec<TaskIx>,
    /// What is measured.
    pub indicator: Option<Box<Indicator>>,
    /// Fields of reform.
    pub topics: Vec<TopicIx>,
    /// For readers.
    pub note: Option<String>,
    /// Reports, oldest first (by last day known, then order in the file).
    pub updates: Vec<Update>,
}

impl Task {
    /// The document whose file holds the task.
    pub fn document(&self) -> DocumentIx {
        self.sources.first().expect("the loader gives every task its document").document
    }
}

/// One place that states a duty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceRef {
    /// The document.
    pub document: DocumentIx,
    /// The clause, if it is known.
    pub clause: Option<ClauseLabel>,
    /// Place of the clause among the blocks of the text (0-based); none where the text does not have it.
    pub block: Option<usize>,
    /// For readers.
    pub note: Option<String>,
}

/// A number that the duty is measured by.
#[derive(Debug, Clone, PartialEq)]
pub struct Indicator {
    /// What is counted.
    pub label: String,
    /// Unit, in words or `%`.
    pub unit: Option<String>,
    /// Direction of the target.
    pub operator: Operator,
    /// Where it started.
    pub baseline: Option<f64>,
    /// Where it is to arrive.
    pub target: Option<f64>,
    /// The required pace.
    pub step: Option<Step>,
    /// Last day for the target.
    pub by: Option<Period>,
}

/// A pace, e.g. at least 2 % a year.
#[derive(Debug, Clone, PartialEq)]
pub struct Step {
    /// Direction.
    pub operator: Operator,
    /// Amount.
    pub value: f64,
    /// Unit, e.g. `%/năm`.
    pub unit: Option<String>,
}

/// How a number is compared with its target.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Operator {
    /// `>=`
    AtLeast,
    /// `<=`
    AtMost,
    /// `=`
    Exactly,
    /// `>`
    Above,
    /// `<`
    Below,
}

impl Operator {
    /// In the order of the docs.
    pub const ALL: [Self; 5] = [Self::AtLeast, Self::AtMost, Self::Exactly, Self::Above, Self::Below];

    /// As written in data files.
    pub fn code(self) -> &'static str {
        match self {
            Self::AtLeast => ">=",
            Self::AtMost => "<=",
            Self::Exactly => "=",
            Self::Above => ">",
            Self::Below => "<",
        }
    }
}

/// What one report says.
#[derive(Debug, Clone, PartialEq)]
pub struct Update {
    /// When it was made, as exactly as the source knows.
    pub date: PartialDate,
    /// Whom it speaks for.
    pub scope: Scope,
    /// State reported; none: a note only.
    pub progress: Option<Progress>,
    /// 0 to 100.
    pub percent: Option<u8>,
    /// Date of the product, where the report states it; else the update's date counts.
    pub completed_on: Option<CompletedOn>,
    /// The period of a recurring duty that it answers for.
    pub period: Option<Period>,
    /// An ad hoc report: belongs to no period.
    pub adhoc: bool,
    /// The report itself says that the deadline was missed.
    pub overdue: bool,
    /// In words.
    pub note: Option<String>,
    /// The same in English, if the data has it.
    pub note_en: Option<String>,
    /// Products and proof.
    pub evidence: Vec<Evidence>,
    /// Values of the indicator.
    pub readings: Vec<Reading>,
}

/// Whom an update speaks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// One agency.
    Agency(AgencyIx),
    /// The task as a whole: on a group's task counted for no member.
    Collective,
    /// Every member of the group (`members: all`).
    AllMembers,
}

/// State of work as reported.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Progress {
    /// Chưa thực hiện
    NotStarted,
    /// Đang thực hiện
    InProgress,
    /// Hoàn thành
    Completed,
    /// Không áp dụng
    NotApplicable,
    /// Tạm dừng
    Suspended,
}

impl Progress {
    /// As written in data files.
    pub fn code(self) -> &'static str {
        match self {
            Self::NotStarted => "not-started",
            Self::InProgress => "in-progress",
            Self::Completed => "completed",
            Self::NotApplicable => "not-applicable",
            Self::Suspended => "suspended",
        }
    }
}

/// When the product was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CompletedOn {
    /// A date, as exactly as known.
    Date(PartialDate),
    /// Completed, the date not public.
    Unknown,
}

/// A product or a proof.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evidence {
    /// Title; the loader gives the host of the address where there is none.
    pub title: String,
    /// Number and symbol.
    pub number: Option<String>,
    /// Address.
    pub url: Option<String>,
    /// Its own date.
    pub date: Option<PartialDate>,
    /// When the address was read.
    pub retrieved: Option<NaiveDate>,
}

/// The host of an address, without `www.`.
pub(crate) fn host(url: &str) -> &str {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    host.strip_prefix("www.").unwrap_or(host)
}

/// One value of an indicator.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    /// The value, in the indicator's unit.
    pub value: f64,
    /// In words.
    pub note: Option<String>,
}
