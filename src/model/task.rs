//! Tasks and what was reported of them.

use super::agency::Party;
use super::clause::ClauseLabel;
use super::date::{PartialDate, Period};
use super::deadline::Deadline;
use super::guess::Guess;
use super::ids::{AgencyIx, DocumentIx, TaskId, TaskIx, TopicIx};
use super::meeting::Person;
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
    /// The words of the duty in full, where the title is short.
    pub text: Option<String>,
    /// The number that the office's own register gives it; unique within its document.
    pub reference: Option<String>,
    /// Where it is stated; the first is the document whose file holds the task. Never empty.
    pub sources: Vec<SourceRef>,
    /// Who answers for it. Never empty.
    pub lead: Vec<Party>,
    /// Who helps; never scored.
    pub coordinators: Vec<Party>,
    /// Who receives the report.
    pub report_to: Vec<Party>,
    /// The leader who watches over it; published.
    pub supervisor: Option<Person>,
    /// The officer of the standing office who follows it. Never published: for `report` and the office's own sheets alone.
    pub officer: Option<Person>,
    /// The time limit, extensions included.
    pub deadline: Deadline,
    /// "khẩn trương", "sớm": a label, never a date.
    pub urgency: Option<String>,
    /// Another lead from a day on, oldest first.
    pub transferred: Vec<Transfer>,
    /// Given up ("thôi thực hiện").
    pub cancelled: Option<Box<Cancellation>>,
    /// Binds only in case of …
    pub condition: Option<String>,
    /// Required outputs.
    pub products: Vec<String>,
    /// Documents outside the record that the duty points to: a plan to be carried out, a list of works.
    pub refers_to: Vec<Evidence>,
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
    /// Nobody has confirmed it yet: it, or the document whose file holds it, is marked `draft: true`.
    pub draft: bool,
    /// What in a draft is a guess, in the order of the file.
    pub guesses: Vec<Guess>,
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

/// Another lead from a day on: open obligations pass to it as in a succession.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Transfer {
    /// Who leads from then on.
    pub to: AgencyIx,
    /// First day on which it answers for the task.
    pub on: NaiveDate,
    /// Who decided it, in words.
    pub by: Option<String>,
}

/// A task given up: nobody owes it from that day on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cancellation {
    /// First day on which it no longer binds.
    pub on: NaiveDate,
    /// Who decided it, in words.
    pub by: Option<String>,
    /// Why, in words.
    pub reason: Option<String>,
    /// The decision.
    pub evidence: Vec<Evidence>,
}

/// A number that the duty is measured by.
#[derive(Debug, Clone, PartialEq)]
pub struct Indicator {
    /// What is counted.
    pub label: String,
    /// Unit, in words or `%`.
    pub unit: Option<String>,
    /// What is counted in: "các đô thị loại I", in words.
    pub scope: Option<String>,
    /// Where it started.
    pub baseline: Option<f64>,
    /// Where it is to arrive: one target, or several by year or scope.
    pub targets: Vec<Target>,
    /// The required pace.
    pub step: Option<Step>,
}

/// Where an indicator is to arrive. With a number, with words, or both.
#[derive(Debug, Clone, PartialEq)]
pub struct Target {
    /// Direction.
    pub operator: Operator,
    /// The number; of a range its lower end.
    pub value: Option<f64>,
    /// Upper end of a range.
    pub upper: Option<f64>,
    /// Period by whose end it is to be met.
    pub by: Option<Period>,
    /// What it holds for, where several differ: "Đông Nam Á".
    pub scope: Option<String>,
    /// In the words of the source: "≥ 3 % và tăng dần".
    pub wording: Option<String>,
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
    /// The standing office's acceptance of a completion.
    pub accepted: Option<Acceptance>,
    /// Why it is late or stands still, in words.
    pub reason: Option<String>,
    /// What the agency asks for, in words.
    pub proposal: Option<String>,
    /// A later edit of the data altered this entry.
    pub corrected: Option<Correction>,
    /// In words.
    pub note: Option<String>,
    /// The same in English, if the data has it.
    pub note_en: Option<String>,
    /// Products and proof.
    pub evidence: Vec<Evidence>,
    /// Values of the indicator.
    pub readings: Vec<Reading>,
}

/// "Xác nhận hoàn thành": a fact apart from the agency's own report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Acceptance {
    /// When.
    pub on: NaiveDate,
    /// By whom, in words.
    pub by: Option<String>,
}

/// That an entry was altered after it had been published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Correction {
    /// When.
    pub on: NaiveDate,
    /// What was wrong, in words.
    pub note: Option<String>,
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
