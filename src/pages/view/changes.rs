//! What changed, by month.

use super::{DateView, Link, Pager, Tongue};
use schemars::JsonSchema;
use serde::Serialize;

/// The months with changes and the latest of them (`changes.html`).
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct ChangesView {
    /// All changes.
    pub total: usize,
    /// The newest, at most ten.
    pub latest: Vec<ChangeRow>,
    /// Years with changes, newest first.
    pub years: Vec<ChangesYear>,
}

/// The months of one year.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct ChangesYear {
    /// `2019`
    pub year: String,
    /// Months with changes, newest first.
    pub months: Vec<ChangesCount>,
}

/// One month and how much happened in it.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct ChangesCount {
    /// The month's page, and its name.
    pub link: Link,
    /// `2019-12`
    pub iso: String,
    /// How many changes of each kind, in the order of `assigned`, `extended`, `past-due`, `reported`, `completed`.
    pub kinds: Vec<ChangeKindCount>,
    /// All of them.
    pub total: usize,
}

/// How many changes of one kind.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct ChangeKindCount {
    /// `assigned`, `extended`, `past-due`, `reported` or `completed`; the words are the message `change-kind-<code>`.
    pub code: &'static str,
    /// How many.
    pub count: usize,
}

/// One month (`changes-month.html`), or one part of a long one.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct ChangesMonthView {
    /// The month and its counts.
    pub month: ChangesCount,
    /// Days with changes, newest first.
    pub days: Vec<ChangesDay>,
    /// Links between the parts of the month.
    pub pager: Pager,
    /// The month with changes before.
    pub earlier: Option<Link>,
    /// The month with changes after.
    pub later: Option<Link>,
}

/// One day.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct ChangesDay {
    /// The day.
    pub day: DateView,
    /// By task.
    pub rows: Vec<ChangeRow>,
}

/// One change.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct ChangeRow {
    /// Kind, as in [`ChangeKindCount`].
    pub code: &'static str,
    /// When, as exactly as the data says.
    pub date: DateView,
    /// The task.
    pub task: Link,
    /// Who reported, or the lead parties, in words.
    pub who: String,
    /// Code of the progress that a report names (`progress-<code>`); empty otherwise.
    pub progress: &'static str,
    /// The new or first deadline, or how many obligations passed theirs, in words; empty where nothing is to be added.
    pub detail: String,
    /// What the report says; empty otherwise.
    pub note: String,
    /// Language of the note where it is not the page's.
    pub note_lang: Tongue,
}
