//! Duties of many agencies: which tables there are, and what stands in their cells.

use crate::derive::{Given, Obligation, Report, Tally};
use crate::model::{AgencyIx, Due, GroupIx, Party, Period, TaskIx};
use std::collections::{BTreeMap, BTreeSet};

/// Most columns and rows of one part: about 1 200 cells, below 200 KB of HTML.
pub(crate) const COLUMNS: usize = 12;
pub(crate) const ROWS: usize = 100;

/// Which tasks go into which table.
#[derive(Debug, Default)]
pub struct Matrices {
    /// For each group, the tasks given to it that do not recur and that have members.
    pub groups: Vec<Vec<TaskIx>>,
    /// Recurring tasks of which a period has begun.
    pub recurring: Vec<TaskIx>,
}

impl Matrices {
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

    pub fn is_empty(&self) -> bool {
        self.recurring.is_empty() && self.groups.iter().all(Vec::is_empty)
    }
}

/// Whether a recurring duty has a table of its own: several agencies have it.
pub(crate) fn is_shared(report: &Report, ix: TaskIx) -> bool {
    let all = report.obligations_of(ix);
    all.iter().any(|o| o.assigned != all[0].assigned)
}

/// One table before it is worded: columns in order, agencies, and the obligation in each cell.
pub(crate) struct Table<'r> {
    pub(crate) columns: Vec<Column>,
    pub(crate) agencies: BTreeSet<AgencyIx>,
    pub(crate) cells: BTreeMap<(AgencyIx, usize), &'r Obligation>,
}

#[derive(Clone, Copy)]
pub(crate) enum Column {
    Task(TaskIx),
    Period(Period),
}

impl<'r> Table<'r> {
    pub(crate) fn of_group(report: &'r Report, group: GroupIx, tasks: &[TaskIx]) -> Self {
        let mut table = Self::empty(tasks.iter().map(|ix| Column::Task(*ix)).collect());
        for (n, ix) in tasks.iter().enumerate() {
            let of_group = report.obligations_of(*ix).iter().filter(|o| o.given == Given::AsMemberOf(group));
            table.fill(n, of_group);
        }
        table
    }

    /// Newest period first.
    pub(crate) fn of_periods(report: &'r Report, ix: TaskIx) -> Self {
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
    pub(crate) fn parts(&self) -> usize {
        self.bands() * self.columns.len().div_ceil(COLUMNS).max(1)
    }

    pub(crate) fn bands(&self) -> usize {
        self.agencies.len().div_ceil(ROWS).max(1)
    }

    pub(crate) fn tally(&self) -> Tally {
        self.cells.values().map(|o| o.status.label).collect()
    }

    pub(crate) fn tally_of_column(&self, column: usize) -> Tally {
        self.cells.iter().filter(|((_, c), _)| *c == column).map(|(_, o)| o.status.label).collect()
    }
}
