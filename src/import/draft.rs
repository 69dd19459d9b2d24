//! What was read out of a paper: its head, its clauses, its tasks, and what about them is a guess.

pub use crate::model::Why;

use super::due::Due;
use super::names::Name;
use super::paper::{Place, Remark};
use chrono::NaiveDate;

/// A paper as content to be.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Draft {
    pub document: Document,
    /// In the order of the paper.
    pub clauses: Vec<Clause>,
    pub tasks: Vec<Task>,
    pub remarks: Vec<Remark>,
}

impl Draft {
    /// The day of the paper: that of its issue, else of the meeting.
    pub fn day(&self) -> Option<NaiveDate> {
        self.document.issued.or(self.document.held)
    }
}

/// The head of a paper. What it does not state is absent, never invented.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Document {
    /// `Thông báo`, `Chỉ thị`, `Công văn`, …
    pub kind: Option<String>,
    /// `372/TB-VPCP`.
    pub number: Option<String>,
    /// What the paper is about, without its kind: `Kết luận của … tại …`.
    pub title: Option<String>,
    pub issued: Option<NaiveDate>,
    /// Place of issue, as in `Hà Nội, ngày …`.
    pub place: Option<String>,
    pub issuer: Option<String>,
    /// Name of who signed.
    pub signer: Option<String>,
    /// As printed above the name: `KT. BỘ TRƯỞNG, CHỦ NHIỆM PHÓ CHỦ NHIỆM`.
    pub signer_capacity: Option<String>,
    /// Lines below `Nơi nhận:`.
    pub recipients: Vec<String>,
    /// The day of the meeting that it concludes.
    pub held: Option<NaiveDate>,
    /// Where the meeting was.
    pub venue: Option<String>,
    /// Name of who chaired the meeting.
    pub chair: Option<String>,
    /// Posts of the chair: `Phó Thủ tướng Chính phủ - Tổ trưởng Tổ công tác`.
    pub chair_role: Option<String>,
    /// The standing body that met: `Tổ công tác cải cách thủ tục hành chính của Thủ tướng Chính phủ`.
    pub body: Option<String>,
    /// Which session of the body.
    pub ordinal: Option<u32>,
    /// `phiên họp`, `hội nghị`, `cuộc họp`.
    pub meeting: Option<String>,
    /// Whose conclusion it is, as printed.
    pub conclusion_of: Option<String>,
    /// Guesses about the fields above.
    pub guesses: Vec<Guess>,
}

/// A clause by its printed label.
#[derive(Debug, Clone, PartialEq)]
pub struct Clause {
    /// `III.2.a.7`; dashes are counted; empty for a paragraph outside the numbering.
    pub path: String,
    /// As printed: `III.`, `2.`, `a)`, `-`, `Thứ nhất,`; empty where none is.
    pub label: String,
    /// Its own words, without the label; paragraphs of one clause on lines of their own.
    pub text: String,
    pub at: Place,
}

/// A duty.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Task {
    /// Path of its clause, `PL.15` for a row of an annex.
    pub clause: String,
    /// Short: at most about 120 characters, cut at the end of a phrase.
    pub title: String,
    /// The words of the duty in full.
    pub text: String,
    pub lead: Vec<Name>,
    /// Who coordinates.
    pub with: Vec<Name>,
    pub report_to: Vec<Name>,
    /// A person in charge of supervision, as a register names one.
    pub supervisor: Option<String>,
    /// Never published.
    pub officer: Option<String>,
    pub due: Option<Due>,
    /// The words of the deadline.
    pub wording: Option<String>,
    /// Number in the office's own register.
    pub reference: Option<String>,
    pub products: Vec<String>,
    /// `Trong trường hợp …`.
    pub condition: Option<String>,
    /// `khẩn trương`, `sớm`: never a date.
    pub urgency: Option<String>,
    /// Heading of the group of rows that it stands in.
    pub group: Option<String>,
    /// Papers that the row names as its source.
    pub source: Option<String>,
    /// Day on which it was assigned, where the row says so.
    pub assigned: Option<NaiveDate>,
    pub indicator: Option<Indicator>,
    pub note: Option<String>,
    /// The parts of a task over merged rows: other leads and days.
    pub parts: Vec<Task>,
    pub guesses: Vec<Guess>,
    pub at: Place,
}

/// What a row of indicators demands.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Indicator {
    pub unit: Option<String>,
    /// As written: `≥ 80`, `≤ 3 Đông Nam Á; ≤ 50 Thế giới`.
    pub target: String,
}

/// A value that does not simply stand in the paper, with the words that it rests on.
#[derive(Debug, Clone, PartialEq)]
pub struct Guess {
    /// The field as content names it: `lead`, `due`, `clause`.
    pub field: &'static str,
    /// The value as it was guessed, in words.
    pub value: String,
    pub why: Why,
    /// The words of the paper, shortened to about 80 characters.
    pub because: String,
    pub at: Place,
}
