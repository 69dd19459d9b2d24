//! All deadlines by day.

use crate::derive::{Report, Status};
use crate::model::{Month, Period, TaskIx};
use crate::pages::paging::PAGE_ROWS;
use chrono::{Datelike, NaiveDate};
use std::collections::BTreeMap;

/// Deadlines of a month on the page of its year, where that year has too many for one page.
pub(crate) const FEW: usize = 3;

/// One deadline: of a task, or of one period of a recurring duty.
#[derive(Debug, Clone, Copy)]
pub struct Entry {
    pub task: TaskIx,
    /// The period of a recurring duty.
    pub period: Option<Period>,
    /// The status of the only holder, where there is one.
    pub status: Option<Status>,
}

/// All deadlines of a site by day, then task.
#[derive(Debug, Default)]
pub struct Deadlines(pub(crate) BTreeMap<NaiveDate, Vec<Entry>>);

/// Tasks that are open and have a deadline whose day is not known yet.
pub(crate) fn without_day(report: &Report) -> Vec<TaskIx> {
    let mut found: Vec<TaskIx> = report.without_day().map(|o| o.task).collect();
    found.dedup();
    found
}

impl Deadlines {
    /// One entry per task and period, whatever the number of holders.
    pub fn new(report: &Report) -> Self {
        let mut days: BTreeMap<NaiveDate, Vec<Entry>> = BTreeMap::new();
        for task in report.task_list() {
            for same in report.obligations_of(task).chunk_by(|a, b| a.period == b.period) {
                let Some(first) = same.first() else { continue };
                if let Some(due) = first.status.due {
                    let status = match same {
                        [only] => Some(only.status),
                        _ if first.period.is_none() => report.task(task).status,
                        _ => None,
                    };
                    days.entry(due).or_default().push(Entry { task, period: first.period, status });
                }
            }
        }
        Self(days)
    }

    /// Those from `day` on.
    pub fn from(&self, day: NaiveDate) -> impl Iterator<Item = (NaiveDate, &Entry)> {
        self.0.range(day..).flat_map(|(day, entries)| entries.iter().map(|e| (*day, e)))
    }

    /// Those of a period.
    pub fn within(&self, period: Period) -> impl Iterator<Item = (NaiveDate, &Entry)> {
        self.from(period.first()).take_while(move |(day, _)| *day <= period.last())
    }

    /// Years with deadlines and how many, oldest first.
    pub fn years(&self) -> BTreeMap<i32, usize> {
        let mut years = BTreeMap::new();
        for (day, entries) in &self.0 {
            *years.entry(day.year()).or_default() += entries.len();
        }
        years
    }

    /// Months with a page of their own and how many deadlines: those of more than a few, in years of more than a page.
    pub fn long_months(&self) -> BTreeMap<Month, usize> {
        let years = self.years();
        let mut months = BTreeMap::new();
        for (day, entries) in &self.0 {
            if years[&day.year()] > PAGE_ROWS {
                *months.entry(Month { year: day.year(), month: day.month() }).or_default() += entries.len();
            }
        }
        months.retain(|_, entries| *entries > FEW);
        months
    }
}
