//! Duties of many agencies as tables: agency × task for a group, agency × period for a recurring duty.

use super::Builder;
use super::rows::rows_of;
use crate::derive::{Given, Label, Obligation, Report, Tally, Timeliness};
use crate::model::{AgencyIx, Due, Extra, GroupIx, Party, Period, TaskIx};
use crate::pages::view::{
    DateView, Link, MatricesView, MatrixCard, MatrixCell, MatrixColumn, MatrixRow, MatrixView, RecurringRow, Said,
};
use crate::pages::words::tone;
use crate::plan::route::Route;
use std::collections::{BTreeMap, BTreeSet};

/// Most columns and rows of one part: about 1 200 cells, below 200 KB of HTML.
const COLUMNS: usize = 12;
const ROWS: usize = 100;

/// Which tasks go into which table.
#[derive(Debug, Default)]
pub struct Matrices {
    /// For each group, the tasks given to it that do not recur and that have members.
    pub groups: Vec<Vec<TaskIx>>,
    /// Recurring tasks of which a period has begun.
    pub recurring: Vec<TaskIx>,
}

impl Matrices {
    /// Of all tasks in force.
    pub fn new(report: &Report) -> Self {
        let mut found = Self { groups: vec![Vec::new(); report.data.groups.len()], recurring: Vec::new() };
        for ix in report.task_list() {
            if matches!(report.data[ix].deadline.due, Due::Every(_)) {
                found.recurring.push(ix);
                continue;
            }
            for party in &report.data[ix].lead {
                if let Party::Group(group) = *party
                    && report.obligations_of(ix).iter().any(|o| o.given == Given::AsMemberOf(group))
                {
                    found.groups[group.at()].push(ix);
                }
            }
        }
        found
    }

    /// Whether there is anything to show.
    pub fn is_empty(&self) -> bool {
        self.recurring.is_empty() && self.groups.iter().all(Vec::is_empty)
    }

    /// Every part of every table, and of their index.
    pub fn routes(&self, report: &Report) -> Vec<Route> {
        if self.is_empty() {
            return Vec::new();
        }
        let mut routes: Vec<Route> = (1..=super::parts(self.recurring.len())).map(Route::Matrices).collect();
        for (group, tasks) in self.groups.iter().enumerate().filter(|(_, tasks)| !tasks.is_empty()) {
            let group = GroupIx::new(group);
            let parts = Table::of_group(report, group, tasks).parts();
            routes.extend((1..=parts).map(|n| Route::MatrixOfGroup(group, n)));
        }
        for ix in self.recurring.iter().copied().filter(|ix| shared(report, *ix)) {
            let parts = Table::of_periods(report, ix).parts();
            routes.extend((1..=parts).map(|n| Route::MatrixOfTask(ix, n)));
        }
        routes
    }
}

/// Whether a recurring duty has a table of its own: several agencies have it.
fn shared(report: &Report, ix: TaskIx) -> bool {
    let all = report.obligations_of(ix);
    all.iter().any(|o| o.assigned != all[0].assigned)
}

/// One table before it is worded: columns in order, agencies, and the obligation in each cell.
struct Table<'r> {
    columns: Vec<Column>,
    agencies: BTreeSet<AgencyIx>,
    cells: BTreeMap<(AgencyIx, usize), &'r Obligation>,
}

#[derive(Clone, Copy)]
enum Column {
    Task(TaskIx),
    Period(Period),
}

impl<'r> Table<'r> {
    fn of_group(report: &'r Report, group: GroupIx, tasks: &[TaskIx]) -> Self {
        let mut table = Self::empty(tasks.iter().map(|ix| Column::Task(*ix)).collect());
        for (n, ix) in tasks.iter().enumerate() {
            let of_group = report.obligations_of(*ix).iter().filter(|o| o.given == Given::AsMemberOf(group));
            table.fill(n, of_group);
        }
        table
    }

    /// Newest period first.
    fn of_periods(report: &'r Report, ix: TaskIx) -> Self {
        let obligations = report.obligations_of(ix);
        let periods: BTreeSet<Period> = obligations.iter().filter_map(|o| o.period).collect();
        let mut table = Self::empty(periods.iter().rev().map(|p| Column::Period(*p)).collect());
        for (n, period) in periods.iter().rev().enumerate() {
            table.fill(n, obligations.iter().filter(|o| o.period == Some(*period)));
        }
        table
    }

    fn empty(columns: Vec<Column>) -> Self {
        Self { columns, agencies: BTreeSet::new(), cells: BTreeMap::new() }
    }

    fn fill(&mut self, column: usize, obligations: impl Iterator<Item = &'r Obligation>) {
        for o in obligations {
            if let Party::Agency(agency) = o.assigned {
                self.agencies.insert(agency);
                self.cells.insert((agency, column), o);
            }
        }
    }

    /// Parts go through the agencies of the first columns, then of the next.
    fn parts(&self) -> usize {
        self.bands() * self.columns.len().div_ceil(COLUMNS).max(1)
    }

    fn bands(&self) -> usize {
        self.agencies.len().div_ceil(ROWS).max(1)
    }

    fn tally(&self) -> Tally {
        self.cells.values().map(|o| o.status.label).collect()
    }

    fn tally_of_column(&self, column: usize) -> Tally {
        self.cells.iter().filter(|((_, c), _)| *c == column).map(|(_, o)| o.status.label).collect()
    }
}

impl Builder<'_> {
    /// Part `page` of the index of tables.
    pub fn matrices(&self, page: usize) -> MatricesView {
        let found = &self.index.matrices;
        let mut groups: Vec<GroupIx> =
            (0..found.groups.len()).map(GroupIx::new).filter(|g| !found.groups[g.at()].is_empty()).collect();
        groups.sort_by_key(|g| self.index.group_rank[g.at()]);
        groups.retain(|_| page == 1);
        MatricesView {
            groups: groups.into_iter().map(|g| self.matrix_card(g)).collect(),
            recurring: found.recurring[rows_of(page, found.recurring.len())]
                .iter()
                .map(|ix| self.recurring_row(*ix))
                .collect(),
            pager: self.pager(page, found.recurring.len(), Route::Matrices),
        }
    }

    fn matrix_card(&self, group: GroupIx) -> MatrixCard {
        let tasks = &self.index.matrices.groups[group.at()];
        let table = Table::of_group(self.report, group, tasks);
        MatrixCard {
            link: self.link(Route::MatrixOfGroup(group, 1), Said::from(self.group_link(group))),
            duties: tasks.len(),
            agencies: table.agencies.len(),
            tally: self.words.tally(&table.tally()),
        }
    }

    fn recurring_row(&self, ix: TaskIx) -> RecurringRow {
        let obligations = self.report.obligations_of(ix);
        let fallen_due =
            |o: &&Obligation| o.status.state.is_closed() || matches!(o.status.timeliness, Timeliness::Overdue(_));
        let latest = obligations.iter().filter(fallen_due).filter_map(|o| o.period).max();
        let shown = obligations.iter().filter(|o| latest.is_none() || o.period == latest);
        let holders: BTreeSet<Party> = obligations.iter().map(|o| o.assigned).collect();
        let periods: BTreeSet<Option<Period>> = obligations.iter().map(|o| o.period).collect();
        let tally: Tally = shown.map(|o| o.status.label).collect();
        RecurringRow {
            link: self.matrix_of_task(ix).unwrap_or_else(|| self.task_link(ix)),
            every: match self.data()[ix].deadline.due {
                Due::Every(every) => every.unit.code(),
                Due::None | Due::On(_) | Due::BeforeDay(_) | Due::BeforeMonth(_) | Due::By(_) | Due::Continuous(_) => {
                    ""
                }
            },
            leads: self.leads_text(ix),
            agencies: holders.len(),
            periods: periods.len(),
            latest: latest.map(|p| self.words.period(p)).unwrap_or_default(),
            tally: self.words.tally(&tally),
        }
    }

    /// The table of a recurring task, where it has one.
    pub(super) fn matrix_of_task(&self, ix: TaskIx) -> Option<Link> {
        let recurring = matches!(self.data()[ix].deadline.due, Due::Every(_));
        let own = recurring && self.data().settings.has(Extra::Matrices) && shared(self.report, ix);
        own.then(|| self.link(Route::MatrixOfTask(ix, 1), Said::from(self.task_link(ix))))
    }

    /// The table of a group, where it has one.
    pub(super) fn matrix_of_group(&self, ix: GroupIx) -> Option<Link> {
        let own = self.index.matrices.groups.get(ix.at()).is_some_and(|tasks| !tasks.is_empty());
        own.then(|| self.link(Route::MatrixOfGroup(ix, 1), Said::from(self.group_link(ix))))
    }

    /// Part `page` of the table of a group.
    pub fn matrix_group(&self, group: GroupIx, page: usize) -> MatrixView {
        let table = Table::of_group(self.report, group, &self.index.matrices.groups[group.at()]);
        self.matrix("group", self.group_link(group), &table, page, |n| Route::MatrixOfGroup(group, n))
    }

    /// Part `page` of the table of a recurring task.
    pub fn matrix_task(&self, ix: TaskIx, page: usize) -> MatrixView {
        let table = Table::of_periods(self.report, ix);
        self.matrix("recurring", self.task_link(ix), &table, page, |n| Route::MatrixOfTask(ix, n))
    }

    fn matrix(
        &self,
        kind: &'static str,
        subject: Link,
        table: &Table<'_>,
        page: usize,
        address: impl Fn(usize) -> Route,
    ) -> MatrixView {
        let mut agencies: Vec<AgencyIx> = table.agencies.iter().copied().collect();
        agencies.sort_by_key(|ix| self.index.agency_rank[ix.at()]);
        let (across, down) = ((page - 1) / table.bands(), (page - 1) % table.bands());
        let columns: Vec<usize> = (0..table.columns.len()).skip(across * COLUMNS).take(COLUMNS).collect();
        let row = |agency: &AgencyIx| MatrixRow {
            agency: self.agency_short(*agency),
            now: self.successor(*agency),
            cells: columns.iter().map(|c| table.cells.get(&(*agency, *c)).map(|o| cell(o.status.label))).collect(),
        };
        MatrixView {
            kind,
            subject,
            columns: columns.iter().map(|n| self.matrix_column(table, *n)).collect(),
            rows: agencies.iter().skip(down * ROWS).take(ROWS).map(row).collect(),
            all_columns: table.columns.len(),
            all_rows: agencies.len(),
            tally: self.words.tally(&table.tally()),
            pager: self.pager_of_parts(page, table.parts(), address),
        }
    }

    fn matrix_column(&self, table: &Table<'_>, n: usize) -> MatrixColumn {
        let tally = table.tally_of_column(n);
        let (text, lang, href, due) = match table.columns[n] {
            Column::Task(ix) => {
                let link = self.task_in_short(ix);
                (link.text, link.lang, Some(link.href), self.data()[ix].deadline.in_force(self.report.as_of))
            }
            Column::Period(period) => {
                let due = table.cells.iter().find(|((_, c), _)| *c == n).and_then(|(_, o)| o.status.due);
                (self.words.period(period), None, None, due)
            }
        };
        let due: Option<DateView> = due.map(|day| self.words.day(day));
        MatrixColumn { n: n + 1, text, lang, href, due, tally: self.words.tally(&tally) }
    }

    fn successor(&self, ix: AgencyIx) -> Option<Link> {
        let now = crate::derive::holder_on(self.data(), ix, self.report.as_of);
        (now != ix).then(|| self.agency_short(now))
    }
}

fn cell(label: Label) -> MatrixCell {
    MatrixCell { code: label.code(), tone: tone(label) }
}
