//! Task lists, one task, topics.

use super::{DateView, LabelView, Link, Pager, StatusView, TallyView, Tongue};
use crate::pages::shared::Part;
use schemars::JsonSchema;
use serde::Serialize;

/// One row of a table of tasks.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct TaskRow {
    /// The task's address and title.
    pub link: Link,
    /// Lead parties, at most two; more are counted in `more_leads`.
    pub leads: Vec<Link>,
    /// Lead parties beyond those shown.
    pub more_leads: usize,
    /// Number of obligations, where it is not one.
    pub obligations: Option<u32>,
    /// One label for the task.
    pub status: StatusView,
    /// The deadline as the source words it; empty if it does not.
    pub wording: String,
    /// Urgency as the source words it; empty if it does not.
    pub urgency: String,
    /// The document, by number or kind and date, linked to the clause.
    pub source: Link,
    /// The clause as printed; empty if unknown.
    pub clause: String,
}

/// A part of the table of all tasks (`tasks.html`).
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct TaskListView {
    /// All labels of a status, for the script that filters; empty on the page of a topic, and where the site leaves the
    /// search out.
    pub labels: Vec<LabelView>,
    /// All tasks and the ready-made lists; empty on the page of a topic, and where the site leaves the lists out.
    pub lists: Vec<WorklistLink>,
    /// Of all tasks, not of this part.
    pub tally: TallyView,
    /// Rows of this part.
    pub rows: Vec<Part<TaskRow>>,
    /// Links between the parts.
    pub pager: Pager,
}

/// A part of a ready-made list (`worklist.html`).
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct WorklistView {
    /// Which: `overdue`, `due-soon`, `no-information`, `completed`; its words are `list-<code>`, `list-<code>-lead`
    /// and `list-<code>-none`.
    pub code: &'static str,
    /// Tasks of the list, not of this part.
    pub total: usize,
    /// Rows of this part.
    pub rows: Vec<Part<TaskRow>>,
    /// Links between the parts.
    pub pager: Pager,
    /// All tasks and the ready-made lists.
    pub lists: Vec<WorklistLink>,
}

/// The way to a ready-made list, or to all tasks.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct WorklistLink {
    /// Address.
    pub href: String,
    /// `all`, or as in [`WorklistView`].
    pub code: &'static str,
    /// Words.
    pub text: String,
    /// Number of tasks.
    pub count: usize,
    /// The number with thousands separators.
    pub count_text: String,
    /// Whether the page is a part of this list.
    pub current: bool,
}

/// One task (`task.html`).
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct TaskPage<'d> {
    /// Its id.
    pub id: &'d str,
    /// Its title.
    pub title: &'d str,
    /// The same facts in plain sentences: who was given it, by when, what is known of it.
    pub summary: String,
    /// One label for the task.
    pub status: StatusView,
    /// Who leads.
    pub leads: Vec<PartyStatus>,
    /// Who coordinates.
    pub coordinators: Vec<Link>,
    /// Who receives the report.
    pub report_to: Vec<Link>,
    /// The deadline as the source words it; empty if it does not.
    pub wording: &'d str,
    /// What kind of limit: `none`, `dated`, `recurring`, `continuous`.
    pub due_kind: &'static str,
    /// The last in-time day of the source, before any extension.
    pub first_due: Option<DateView>,
    /// For recurring duties: `month`, `quarter`, `half`, `year`; empty otherwise.
    pub every: &'static str,
    /// Whether the source also asks for reports out of turn.
    pub adhoc: bool,
    /// For a standing duty with an end: that day.
    pub until: Option<DateView>,
    /// Extensions, oldest first.
    pub extensions: Vec<ExtensionView<'d>>,
    /// Urgency as the source words it; empty if it does not.
    pub urgency: &'d str,
    /// Binds only in case of …; empty if it always binds.
    pub condition: &'d str,
    /// Products demanded.
    pub products: &'d [String],
    /// What is measured.
    pub indicator: Option<IndicatorView>,
    /// Fields of reform.
    pub topics: Vec<Link>,
    /// For readers; empty if there is none.
    pub note: &'d str,
    /// Where it is stated; the first is the main one.
    pub sources: Vec<SourceView<'d>>,
    /// The task that it is a part of.
    pub parent: Option<Link>,
    /// Its own parts.
    pub children: Vec<Link>,
    /// On the same matter.
    pub related: Vec<Link>,
    /// Other tasks of the same clause, at most twenty.
    pub siblings: Vec<Part<TaskRow>>,
    /// How many more there are; they stand at the clause.
    pub more_siblings: usize,
    /// Reports, newest first.
    pub updates: Vec<UpdateView<'d>>,
    /// How many obligations; 1 for a task of one agency.
    pub obligations: u32,
    /// Of its obligations, where there is more than one.
    pub tally: Option<TallyView>,
    /// What collective reports say of a group's task.
    pub collective: Option<StatusView>,
    /// For recurring duties, a row per period, newest first.
    pub periods: Vec<PeriodRow>,
    /// The table of all agencies and periods, for a recurring duty of several agencies.
    pub matrix: Option<Link>,
    /// For group tasks that do not recur: one entry per holder, by label (most pressing first), then name.
    pub holders: Vec<PartyStatus>,
}

/// A responsible party with its status, where it has one of its own.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct PartyStatus {
    /// Address and name.
    pub link: Link,
    /// `agency`, `group` or `open-group`.
    pub kind: &'static str,
    /// Members counted, for a group.
    pub members: usize,
    /// The holder now, where a successor took over.
    pub now: Option<Link>,
    /// Its status, where it is an agency.
    pub status: Option<StatusView>,
}

/// One period of a recurring duty.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct PeriodRow {
    /// `tháng 10/2023`, `quý IV/2023`.
    pub period: String,
    /// Last in-time day.
    pub due: DateView,
    /// Of the obligations of this period.
    pub tally: TallyView,
    /// The only status, where the duty has one holder.
    pub status: Option<StatusView>,
}

/// One extension of a deadline.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct ExtensionView<'d> {
    /// New last in-time day.
    pub to: DateView,
    /// Day on which it was granted.
    pub on: DateView,
    /// Who granted it; empty if not said.
    pub by: &'d str,
}

/// What is measured.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct IndicatorView {
    /// What is counted.
    pub label: String,
    /// `tối thiểu 20 %`; empty without a target.
    pub target: String,
    /// `3 %`; empty if unknown.
    pub baseline: String,
    /// `ít nhất 2 %/năm`; empty without a pace.
    pub step: String,
    /// `năm 2025`; empty if not said.
    pub by: String,
    /// Values read, newest first: date and value.
    pub readings: Vec<ReadingView>,
}

/// One place that states a duty.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct SourceView<'d> {
    /// The document, linked to the clause.
    pub document: Link,
    /// The meeting.
    pub meeting: Link,
    /// The clause as printed; empty if unknown.
    pub clause: &'d str,
    /// The text of the clause, condensed; empty if unknown.
    pub excerpt: &'d str,
    /// Whether the source is a news item.
    pub news: bool,
    /// For readers; empty if there is none.
    pub note: &'d str,
}

/// One report.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct UpdateView<'d> {
    /// When it was made.
    pub date: DateView,
    /// Whom it speaks for: an agency; none for a collective report.
    pub agency: Option<Link>,
    /// `agency`, `collective`, `all-members`.
    pub scope: &'static str,
    /// Code of the state reported (`completed`, …); empty for a note only.
    pub progress: &'static str,
    /// Date of the product, where stated.
    pub completed_on: Option<DateView>,
    /// Completed, the date not public.
    pub completed_unknown: bool,
    /// 0 to 100.
    pub percent: Option<u8>,
    /// Period that it answers for; empty if none.
    pub period: String,
    /// Out of turn.
    pub adhoc: bool,
    /// In words; empty if there are none.
    pub note: &'d str,
    /// Language of the note where it is not the page's.
    pub note_lang: Tongue,
    /// Products and proof.
    pub evidence: Vec<EvidenceView<'d>>,
}

/// A product or a proof.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct EvidenceView<'d> {
    /// Title.
    pub title: &'d str,
    /// Number and symbol; empty if unknown.
    pub number: &'d str,
    /// Address; none if it has none.
    pub url: Option<&'d str>,
    /// Host of the address; empty without one.
    pub host: &'d str,
    /// Its own date.
    pub date: Option<DateView>,
    /// When the address was read.
    pub retrieved: Option<DateView>,
}

/// All topics (`topics.html`).
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct TopicsView {
    /// In the order of the settings.
    pub topics: Vec<TopicCard>,
}

/// A part of the table of a topic's tasks (`topic.html`): the fields of [`TaskListView`], and the topic.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct TopicPage {
    /// The topic.
    pub topic: TopicCard,
    /// Empty here.
    pub labels: Vec<LabelView>,
    /// Empty here.
    pub lists: Vec<WorklistLink>,
    /// Of all tasks, not of this part.
    pub tally: TallyView,
    /// Rows of this part.
    pub rows: Vec<Part<TaskRow>>,
    /// Links between the parts.
    pub pager: Pager,
}

/// One topic of the index.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct TopicCard {
    /// Address and name.
    pub link: Link,
    /// One sentence; empty if there is none.
    pub description: String,
    /// Of its tasks.
    pub tally: TallyView,
}

/// One value of an indicator.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct ReadingView {
    /// Day of the report.
    pub date: DateView,
    /// Value with its unit.
    pub value: String,
}
