//! A table of agency × duty for a group, of agency × period for a recurring duty.

use super::index::{COLUMNS, Column, ROWS, Table};
use super::kind::{Head, Index, JsonSchema, Kind, Page, Report, Route, Serialize};
use super::parts::common::{DateView, Lang, Link, TallyView};
use super::parts::pager::Pager;
use crate::derive::{Label, Obligation};
use crate::model::{AgencyIx, GroupIx, PageGroup, TaskIx};
use crate::open_data::DataFile;
use crate::open_data::tables::TableId;
use std::collections::HashMap;

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
    /// Columns that are in the downloads only, since the table would be too large.
    pub left_out: usize,
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
    /// What stands at its head: the number of the task, or the period in few letters.
    pub short: String,
    /// Language of the title where it is not the page's.
    pub lang: Lang,
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
    /// Label's code; the words are the message `label-<code>`.
    pub code: &'static str,
    /// Group of colours.
    pub tone: &'static str,
}

/// A part of a table.
pub(super) enum Matrix {
    Group(GroupIx, usize),
    Recurring(TaskIx, usize),
}

impl Kind for Matrix {
    const TEMPLATE: &'static str = "matrix.html";
    const MENU: Option<Route> = Some(Route::Matrices(1));
    const GROUP: Option<PageGroup> = Some(PageGroup::Matrices);
    type View<'p> = MatrixView;

    fn all(_: &Report, index: &Index) -> Vec<Self> {
        let of_groups = index.matrices.groups.iter();
        let of_groups = of_groups.flat_map(|(ix, table)| (1..=table.parts()).map(|n| Self::Group(*ix, n)));
        let recurring = index.matrices.recurring.iter().filter_map(|(ix, table)| Some((ix, table.as_ref()?)));
        let recurring = recurring.flat_map(|(ix, table)| (1..=table.parts()).map(|n| Self::Recurring(*ix, n)));
        of_groups.chain(recurring).collect()
    }

    fn route(&self) -> Route {
        match *self {
            Self::Group(ix, n) => Route::MatrixOfGroup(ix, n),
            Self::Recurring(ix, n) => Route::MatrixOfTask(ix, n),
        }
    }

    fn head(&self, page: &Page<'_>) -> Head {
        let title = match *self {
            Self::Group(ix, _) => page.group_name(ix),
            Self::Recurring(ix, _) => page.task_title(ix),
        };
        let head = Head::new(title).lead(page.words.say("matrix-lead"));
        let head = head.below([page.crumb(Route::Matrices(1), "nav-matrices")]);
        head.files([(DataFile::Csv(TableId::Obligations), "file-obligations")])
    }

    fn view<'p>(&self, page: &Page<'p>) -> Self::View<'p> {
        match *self {
            Self::Group(group, n) => {
                let table = &page.index.matrices.groups[&group];
                page.matrix("group", page.group_link(group), table, n, |n| Route::MatrixOfGroup(group, n))
            }
            Self::Recurring(ix, n) => {
                let table = page.index.matrices.recurring[&ix].as_ref().expect("its parts are planned where it is");
                page.matrix("recurring", page.task_link(ix), table, n, |n| Route::MatrixOfTask(ix, n))
            }
        }
    }
}

impl Page<'_> {
    /// The table of a recurring task, where it has one.
    pub(crate) fn matrix_of_task(&self, ix: TaskIx) -> Option<Link> {
        let own = self.index.matrices.recurring.get(&ix).is_some_and(Option::is_some);
        own.then(|| self.link(Route::MatrixOfTask(ix, 1), self.task_title(ix)))
    }

    /// The table of a group, where it has one.
    pub(crate) fn matrix_of_group(&self, ix: GroupIx) -> Option<Link> {
        let own = self.index.matrices.groups.contains_key(&ix);
        own.then(|| self.link(Route::MatrixOfGroup(ix, 1), self.group_name(ix)))
    }

    fn matrix(
        &self,
        kind: &'static str,
        subject: Link,
        table: &Table,
        page: usize,
        address: impl Fn(usize) -> Route,
    ) -> MatrixView {
        let (across, down) = ((page - 1) / table.bands(), (page - 1) % table.bands());
        let columns: Vec<(usize, Column)> =
            table.columns.iter().copied().enumerate().skip(across * COLUMNS).take(COLUMNS).collect();
        let cell = |label: Label| MatrixCell { code: label.code(), tone: label.family().code() };
        let cells: Vec<HashMap<AgencyIx, &Obligation>> =
            columns.iter().map(|(_, column)| column.obligations(self.report).collect()).collect();
        let row = |agency: &AgencyIx| MatrixRow {
            agency: self.agency_short(*agency),
            now: self.successor(*agency),
            cells: cells.iter().map(|column| column.get(agency).map(|o| cell(o.status.label))).collect(),
        };
        MatrixView {
            kind,
            subject,
            columns: columns.iter().map(|(n, column)| self.matrix_column(*n, *column)).collect(),
            rows: table.agencies.iter().skip(down * ROWS).take(ROWS).map(row).collect(),
            all_columns: table.columns.len() + table.left_out,
            left_out: table.left_out,
            all_rows: table.agencies.len(),
            tally: self.words.tally(&table.tally),
            pager: self.pager_of_parts(page, table.parts(), address),
        }
    }

    fn matrix_column(&self, n: usize, column: Column) -> MatrixColumn {
        let tally = self.words.tally(&column.tally(self.report));
        let day = |day| self.words.day(day);
        match column {
            Column::Task(ix, _) => {
                let Link { text, lang, href } = self.task_in_short(ix);
                let due = self.data()[ix].deadline.in_force(self.report.as_of).map(day);
                MatrixColumn { n: n + 1, text, short: (n + 1).to_string(), lang, href: Some(href), due, tally }
            }
            Column::Period(_, period) => {
                let due = column.obligations(self.report).next().and_then(|(_, o)| o.status.due).map(day);
                let (text, short) = (self.words.period(period), self.words.period_in_short(period));
                MatrixColumn { n: n + 1, text, short, lang: None, href: None, due, tally }
            }
        }
    }

    fn successor(&self, ix: AgencyIx) -> Option<Link> {
        let now = crate::derive::holder_on(self.data(), ix, self.report.as_of);
        (now != ix).then(|| self.agency_short(now))
    }
}
