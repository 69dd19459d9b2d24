//! Duties of many agencies: which tables there are, how large they are, and what stands in a column.

use crate::derive::{Given, Obligation, Report, Tally};
use crate::model::{AgencyIx, Due, GroupIx, Party, Period, TaskIx};
use std::collections::{BTreeMap, BTreeSet};

/// Most columns and rows of one part: about 700 cells, below 200 KB of HTML and twelve screens of a phone.
pub(crate) const COLUMNS: usize = 12;
pub(crate) const ROWS: usize = 60;
/// Most parts of one table. The 34 provinces have room for thirty years by the month; what is older is in the downloads.
const MOST_PARTS: usize = 30;

/// Which tasks go into which table.
#[derive(Debug, Default)]
pub struct Matrices {
    /// For each group with tasks given to it that do not recur: the table of its members.
    pub groups: BTreeMap<GroupIx, Table>,
    /// Recurring tasks of which a period has begun; a table for each that several owe.
    pub recurring: BTreeMap<TaskIx, Option<Table>>,
}

impl Matrices {
    /// `rank` is the order of agencies.
    pub fn new(report: &Report, rank: &[u32]) -> Self {
        let mut of_groups: BTreeMap<GroupIx, Vec<Column>> = BTreeMap::new();
        let mut recurring = BTreeMap::new();
        for ix in report.task_list() {
            if matches!(report.data[ix].deadline.due, Due::Every(_)) {
                let table = report.is_shared(ix).then(|| {
                    let newest_first = report.obligations_of(ix).chunk_by(|a, b| a.period == b.period).rev();
                    let columns = newest_first.filter_map(|same| Some(Column::Period(ix, same[0].period?)));
                    Table::new(report, rank, columns.collect())
                });
                recurring.insert(ix, table);
                continue;
            }
            for party in &report.data[ix].lead {
                let Party::Group(group) = *party else { continue };
                let column = Column::Task(ix, group);
                if column.obligations(report).next().is_some() {
                    of_groups.entry(group).or_default().push(column);
                }
            }
        }
        let groups = of_groups.into_iter().map(|(group, columns)| (group, Table::new(report, rank, columns))).collect();
        Self { groups, recurring }
    }

    pub fn is_empty(&self) -> bool {
        self.recurring.is_empty() && self.groups.is_empty()
    }
}

/// A column of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Column {
    /// A task, as far as it was given through the group.
    Task(TaskIx, GroupIx),
    /// A period of a recurring task.
    Period(TaskIx, Period),
}

impl Column {
    /// What stands in it, one for each agency.
    pub(crate) fn obligations(self, report: &Report) -> impl Iterator<Item = (AgencyIx, &Obligation)> {
        let (all, through) = match self {
            Self::Task(ix, group) => (report.obligations_of(ix), Some(Given::AsMemberOf(group))),
            // They come period by period.
            Self::Period(ix, period) => {
                let all = report.obligations_of(ix);
                let start = all.partition_point(|o| o.period < Some(period));
                let end = all.partition_point(|o| o.period <= Some(period));
                (&all[start..end], None)
            }
        };
        let counts = move |o: &&Obligation| through.is_none_or(|through| o.given == through);
        all.iter().filter(counts).filter_map(|o| match o.assigned {
            Party::Agency(agency) => Some((agency, o)),
            Party::Group(_) => None,
        })
    }

    pub(crate) fn tally(self, report: &Report) -> Tally {
        self.obligations(report).map(|(_, o)| o.status.label).collect()
    }
}

/// One table before it is worded: its columns and its rows in their order. A cell is found when its part is made.
#[derive(Debug)]
pub struct Table {
    pub(crate) columns: Vec<Column>,
    pub(crate) agencies: Vec<AgencyIx>,
    /// Columns that are too many to be shown: periods long gone, tasks of the oldest documents.
    pub(crate) left_out: usize,
    /// Of all that stands in it, what is left out included.
    pub(crate) tally: Tally,
}

impl Table {
    fn new(report: &Report, rank: &[u32], mut columns: Vec<Column>) -> Self {
        let (mut agencies, mut tally) = (BTreeSet::new(), Tally::default());
        for (agency, o) in columns.iter().flat_map(|column| column.obligations(report)) {
            agencies.insert(agency);
            tally.count(o.status.label);
        }
        let mut agencies: Vec<AgencyIx> = agencies.into_iter().collect();
        agencies.sort_by_key(|ix| rank[ix.at()]);
        let kept = (MOST_PARTS / agencies.len().div_ceil(ROWS).max(1)).max(1) * COLUMNS;
        let left_out = columns.len().saturating_sub(kept);
        match columns.first() {
            // The newest period stands first, the newest document last.
            Some(Column::Period(..)) => columns.truncate(kept),
            Some(Column::Task(..)) | None => drop(columns.drain(..left_out)),
        }
        Self { columns, agencies, left_out, tally }
    }

    /// Parts go through the agencies of the first columns, then of the next.
    pub(crate) fn parts(&self) -> usize {
        self.bands() * self.columns.len().div_ceil(COLUMNS).max(1)
    }

    pub(crate) fn bands(&self) -> usize {
        self.agencies.len().div_ceil(ROWS).max(1)
    }
}
