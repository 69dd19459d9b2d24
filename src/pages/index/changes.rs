//! What changed, by month: from the dates in the data, so nothing has to be remembered between builds.

use crate::derive::{Change, Report};
use crate::model::Month;
use crate::pages::paging::{CHANGES, parts_by};
use chrono::Datelike;
use std::collections::BTreeMap;
use std::ops::Range;

/// All changes of a site, newest first, and where each month's lie.
#[derive(Debug, Default)]
pub struct Changes {
    pub(crate) all: Vec<Change>,
    pub(crate) months: BTreeMap<Month, Range<usize>>,
}

impl Changes {
    pub fn new(report: &Report) -> Self {
        let all = report.changes(report.task_list());
        let mut months: BTreeMap<Month, Range<usize>> = BTreeMap::new();
        for (n, change) in all.iter().enumerate() {
            let month = Month { year: change.day.year(), month: change.day.month() };
            months.entry(month).or_insert(n..n).end = n + 1;
        }
        Self { all, months }
    }

    /// Every page of every month: the month and the number of the part.
    pub fn pages(&self) -> impl Iterator<Item = (Month, usize)> {
        self.months.iter().flat_map(|(month, range)| (1..=parts_by(CHANGES, range.len())).map(|n| (*month, n)))
    }

    pub(crate) fn of(&self, month: Month) -> &[Change] {
        self.months.get(&month).and_then(|range| self.all.get(range.clone())).unwrap_or_default()
    }
}
