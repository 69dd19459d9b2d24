//! The timeline, one meeting with its conclusion, news, free pages.

use super::{ChartView, DateView, Link, Pager, TallyView, TaskRow};
use crate::pages::shared::Part;
use schemars::JsonSchema;
use serde::Serialize;
use std::borrow::Cow;

/// The timeline (`meetings.html`).
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct MeetingsView {
    /// In this part: newest year first; meetings without a day stand under an empty year at the end.
    pub years: Vec<MeetingYear>,
    /// How many meetings.
    pub total: usize,
    /// Links between the parts.
    pub pager: Pager,
    /// All meetings, then those of each body; empty where there is nothing to choose.
    pub bodies: Vec<BodyLink>,
    /// Days between each of the latest meetings and its notice; none where fewer than three are known.
    pub notice_days: Option<ChartView>,
}

/// One choice of the timeline.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct BodyLink {
    /// Address, and the body's name; the first leads to all meetings.
    pub link: Link,
    /// Meetings.
    pub count: usize,
    /// Whether it is the choice shown.
    pub current: bool,
}

/// Meetings of one year.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct MeetingYear {
    /// The year; empty if unknown.
    pub year: String,
    /// Newest first.
    pub meetings: Vec<MeetingCard>,
}

/// One meeting of the timeline.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct MeetingCard {
    /// Address and title.
    pub link: Link,
    /// Day; none if unknown.
    pub held: Option<DateView>,
    /// The body that met.
    pub body: Option<Link>,
    /// "Phiên họp thứ bảy"; empty without an ordinal.
    pub ordinal: String,
    /// Who chaired.
    pub chair: Option<PersonView>,
    /// Its documents.
    pub documents: Vec<DocumentView>,
    /// Days between the meeting and its first document; none if unknown.
    pub days_to_notice: Option<i64>,
    /// Of its tasks.
    pub tally: TallyView,
    /// News items.
    pub news: Vec<Link>,
    /// Whether the text is a restoration.
    pub restored: bool,
}

/// A person with a role.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct PersonView {
    /// Name.
    pub name: String,
    /// Role; empty if not said.
    pub role: String,
}

/// A document. Empty texts are unknown: shown as "chưa rõ".
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct DocumentView {
    /// Kind, in words.
    pub kind: String,
    /// Number and symbol; empty if unknown.
    pub number: String,
    /// Day of issue.
    pub issued: Option<DateView>,
    /// Issuing agency.
    pub issuer: Option<Link>,
    /// Who signed.
    pub signer: Option<PersonView>,
    /// Whose conclusion it is, in words; empty if not said.
    pub conclusion_of: String,
    /// Recipients, as printed.
    pub recipients: Vec<String>,
    /// Address of the authentic text.
    pub url: Option<String>,
    /// For readers; empty if there is none.
    pub note: String,
}

/// One meeting (`meeting.html`).
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct MeetingPage<'d> {
    /// The head, as in the timeline.
    pub card: MeetingCard,
    /// Place; empty if unknown.
    pub place: &'d str,
    /// Form, in words; empty if unknown.
    pub format: &'d str,
    /// Localities connected.
    pub localities: Option<u32>,
    /// Why the text is a restoration; empty if it is none.
    pub restored: &'d str,
    /// For readers; empty if there is none.
    pub note: &'d str,
    /// Contents list: clauses at the top levels.
    pub contents: Vec<ContentsEntry>,
    /// The conclusion.
    pub blocks: Vec<BlockView<'d>>,
    /// Clauses with and without tasks.
    pub coverage: Coverage,
    /// Tasks that name no clause, or one that the text does not have.
    pub unplaced: Vec<Part<TaskRow>>,
    /// Tasks known from news alone.
    pub from_news: Vec<Part<TaskRow>>,
    /// The meeting of the same body before.
    pub previous: Option<Link>,
    /// The meeting of the same body after.
    pub next: Option<Link>,
}

/// One entry of a contents list.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct ContentsEntry {
    /// `#khoan-III-2`.
    pub href: String,
    /// Label and first words.
    pub text: String,
    /// 0 or 1.
    pub depth: usize,
    /// Tasks in it and below.
    pub tasks: usize,
}

/// One block of a text.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct BlockView<'d> {
    /// Id of the clause in the page; empty for text between clauses.
    pub anchor: String,
    /// Path of the clause as printed, `III.2.a.7`; empty for text between clauses.
    pub label: &'d str,
    /// Label as it stands in the text.
    pub printed: &'d str,
    /// Nesting (0-based).
    pub depth: usize,
    /// Heading level (2-6); 0 if it is no heading.
    pub heading: u8,
    /// Safe HTML.
    pub html: Cow<'d, str>,
    /// Tasks that the clause created, at most fifty.
    pub tasks: Vec<Part<TaskRow>>,
    /// How many more there are; they stand in the table of all tasks.
    pub more_tasks: usize,
}

/// How many clauses became tasks. Counted over clauses that hold no others.
#[derive(Debug, Clone, Default, Serialize, JsonSchema)]
pub struct Coverage {
    /// Clauses at the lowest level.
    pub clauses: usize,
    /// Of those, with at least one task (or whose enclosing clause has one).
    pub with_tasks: usize,
    /// Without, in reading order.
    pub without: Vec<Link>,
}

/// One news item (`news.html`).
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct NewsPage<'d> {
    /// Title.
    pub title: &'d str,
    /// The meeting it reports.
    pub meeting: Link,
    /// Day of publication.
    pub date: Option<DateView>,
    /// Publisher; empty if unknown.
    pub publisher: &'d str,
    /// Author; empty if unknown.
    pub author: &'d str,
    /// Address of the original.
    pub url: Option<&'d str>,
    /// For readers; empty if there is none.
    pub note: &'d str,
    /// The text.
    pub blocks: Vec<BlockView<'d>>,
    /// Tasks known from it alone.
    pub tasks: Vec<Part<TaskRow>>,
}

/// One free page (`page.html`).
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct TextPage<'d> {
    /// Title.
    pub title: &'d str,
    /// The text.
    pub blocks: Vec<BlockView<'d>>,
}
