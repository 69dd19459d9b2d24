//! Duties of many agencies as tables of agency × duty, and of agency × period.

use super::{DateView, Link, Pager, TallyView, Tongue};
use schemars::JsonSchema;
use serde::Serialize;

/// Which tables there are (`matrices.html`).
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct MatricesView {
    /// Groups with duties that do not recur; empty on all parts but the first.
    pub groups: Vec<MatrixCard>,
    /// Recurring duties, in this part of the page.
    pub recurring: Vec<RecurringRow>,
    /// Links between the parts of the list of recurring duties.
    pub pager: Pager,
}

/// The table of one group.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct MatrixCard {
    /// Address of the table, and the group's name.
    pub link: Link,
    /// Tasks in it.
    pub duties: usize,
    /// Agencies in it.
    pub agencies: usize,
    /// Of the obligations in it.
    pub tally: TallyView,
}

/// One recurring duty.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct RecurringRow {
    /// Address of its table (of the task's page, where one agency has it), and the title.
    pub link: Link,
    /// `month`, `quarter`, `half` or `year`.
    pub every: &'static str,
    /// Lead parties, in words.
    pub leads: String,
    /// Agencies that have it.
    pub agencies: usize,
    /// Periods begun.
    pub periods: usize,
    /// Name of the last period fallen due; empty if none has.
    pub latest: String,
    /// Its obligations in that period; of all of them while none has fallen due.
    pub tally: TallyView,
}

/// One table (`matrix.html`), or one part of it.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct MatrixView {
    /// `group`: columns are tasks; `recurring`: columns are periods.
    pub kind: &'static str,
    /// The group, or the recurring task.
    pub subject: Link,
    /// Tasks, or periods (newest first), in this part.
    pub columns: Vec<MatrixColumn>,
    /// Agencies in this part, in Vietnamese order.
    pub rows: Vec<MatrixRow>,
    /// Columns of all parts.
    pub all_columns: usize,
    /// Rows of all parts.
    pub all_rows: usize,
    /// Of the obligations of all parts.
    pub tally: TallyView,
    /// Links between the parts.
    pub pager: Pager,
}

/// A column: a task or a period.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct MatrixColumn {
    /// Number within the whole table, from 1.
    pub n: usize,
    /// Title of the task, or name of the period.
    pub text: String,
    /// Language of the title where it is not the page's.
    pub lang: Tongue,
    /// The task's page; none for a period.
    pub href: Option<String>,
    /// Last in-time day; none without a deadline.
    pub due: Option<DateView>,
    /// Of its obligations, in all parts.
    pub tally: TallyView,
}

/// A row: an agency.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct MatrixRow {
    /// The agency to which the duties were given.
    pub agency: Link,
    /// Who took over from it.
    pub now: Option<Link>,
    /// One for each column; none where the agency does not have the duty.
    pub cells: Vec<Option<MatrixCell>>,
}

/// Where one agency stands with one duty in one period.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct MatrixCell {
    /// Label's code; the word is the message `short-<code>`.
    pub code: &'static str,
    /// Group of colours.
    pub tone: &'static str,
}
