//! Documents that give tasks: of a meeting, without one, or a news item marked as a source.

use super::clause::{ClauseLabel, Conclusion};
use super::guess::Guess;
use super::ids::{AgencyIx, DocumentId, MeetingIx, NewsIx};
use super::meeting::Person;
use chrono::NaiveDate;

/// A document that gives tasks. Whatever its source does not state is `None`, never invented.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// Reference from task files.
    pub id: DocumentId,
    /// Where it belongs.
    pub origin: Origin,
    /// Title of its own; a document without a meeting has one.
    pub title: Option<String>,
    /// The title in English, if the data has one.
    pub title_en: Option<String>,
    /// Kind, in words ("Thông báo kết luận"); none for news.
    pub kind: Option<String>,
    /// Number and symbol, e.g. `372/TB-VPCP`.
    pub number: Option<String>,
    /// Day of issue.
    pub issued: Option<NaiveDate>,
    /// Issuing agency.
    pub issuer: Option<AgencyIx>,
    /// Who signed.
    pub signer: Option<Person>,
    /// Recipients, as printed.
    pub recipients: Vec<String>,
    /// Whose conclusion it is, where a person's.
    pub conclusion_of: Option<Person>,
    /// Whose conclusion it is, where a body's.
    pub conclusion_of_body: Option<AgencyIx>,
    /// Address of the authentic text.
    pub url: Option<String>,
    /// Annexes, each with a numbering of its own.
    pub annexes: Vec<Annex>,
    /// Whom it praises by name.
    pub commendations: Vec<Commendation>,
    /// Why the text is a restoration and what is doubtful, if it is one; of a meeting's document the meeting says it.
    pub restored: Option<String>,
    /// For readers.
    pub note: Option<String>,
    /// Nobody has confirmed it yet; of a meeting's document, of the meeting.
    pub draft: bool,
    /// What in the front matter of a draft without a meeting is a guess.
    pub guesses: Vec<Guess>,
    /// The text of a document without a meeting; empty for all others ([`Dataset::text_of`](super::Dataset::text_of)).
    pub text: Conclusion,
}

/// Where a document belongs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// A meeting ended in it.
    Meeting(MeetingIx),
    /// No meeting: a resolution, directive, plan or decision, with a page of its own.
    Own,
    /// A news item marked as a source of tasks.
    News(NewsIx),
}

/// An annex of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Annex {
    /// Its number; none where it is the only one and has none.
    pub number: Option<u32>,
    /// Title.
    pub title: String,
}

impl Annex {
    /// The number in an id: `pl-2` has 2, `pl` none.
    pub fn parse(id: &str) -> Option<Option<u32>> {
        match id.strip_prefix("pl")?.strip_prefix('-') {
            Some(digits) => digits.parse().ok().filter(|n| (1..=MOST_ANNEXES).contains(n)).map(Some),
            None => (id == "pl").then_some(None),
        }
    }

    /// The label of the annex itself, with which those of its rows begin.
    pub fn label(&self) -> ClauseLabel {
        ClauseLabel::of_annex(self.number)
    }
}

/// Annexes of a document: as many as a Roman numeral of `I`, `V` and `X` counts.
const MOST_ANNEXES: u32 = 39;

/// Praise of one agency by name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Commendation {
    /// Who is praised.
    pub agency: AgencyIx,
    /// The clause that says so, if it is known.
    pub clause: Option<ClauseLabel>,
    /// Place of the clause among the blocks of the text (0-based); none where the text does not have it.
    pub block: Option<usize>,
    /// For what, in words.
    pub words: String,
}
