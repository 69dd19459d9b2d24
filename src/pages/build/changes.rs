//! What changed, by month: from the dates in the data, so nothing has to be remembered between builds.

use super::Builder;
use super::rows::{parts, rows_of};
use crate::derive::{Change, Event, Report};
use crate::model::{Month, Period, Scope, Update};
use crate::pages::view::{
    ChangeKindCount, ChangeRow, ChangesCount, ChangesDay, ChangesMonthView, ChangesView, ChangesYear, Link,
};
use crate::pages::words::Arg;
use crate::plan::route::Route;
use chrono::Datelike;
use std::collections::BTreeMap;
use std::ops::Range;

/// Changes listed on the overview and above the list of months.
pub(super) const LATEST: usize = 10;

/// Kinds of changes, in the order of columns.
const KINDS: [&str; 5] = ["assigned", "extended", "past-due", "reported", "completed"];

/// All changes of a site, newest first, and where each month's lie.
#[derive(Debug, Default)]
pub struct Changes {
    all: Vec<Change>,
    months: BTreeMap<Month, Range<usize>>,
}

impl Changes {
    /// Of all tasks in force.
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
        self.months.iter().flat_map(|(month, range)| (1..=parts(range.len())).map(|n| (*month, n)))
    }

    fn of(&self, month: Month) -> &[Change] {
        self.months.get(&month).and_then(|range| self.all.get(range.clone())).unwrap_or_default()
    }
}

impl Builder<'_> {
    /// The months, and the newest changes.
    pub fn changes(&self) -> ChangesView {
        let mut years: BTreeMap<i32, Vec<ChangesCount>> = BTreeMap::new();
        for month in self.index.changes.months.keys().rev() {
            years.entry(month.year).or_default().push(self.month_count(*month));
        }
        let year = |(year, months): (i32, Vec<ChangesCount>)| ChangesYear { year: year.to_string(), months };
        ChangesView {
            total: self.index.changes.all.len(),
            latest: self.latest_changes(),
            years: years.into_iter().rev().map(year).collect(),
        }
    }

    pub(super) fn latest_changes(&self) -> Vec<ChangeRow> {
        self.index.changes.all.iter().take(LATEST).map(|c| self.change_row(c)).collect()
    }

    /// Part `page` of a month.
    pub fn changes_of_month(&self, month: Month, page: usize) -> ChangesMonthView {
        let all = self.index.changes.of(month);
        let shown = &all[rows_of(page, all.len())];
        let day = |same: &[Change]| ChangesDay {
            day: self.words.day(same[0].day),
            rows: same.iter().map(|c| self.change_row(c)).collect(),
        };
        let months = &self.index.changes.months;
        let link = |(month, _): (&Month, _)| self.month_link(*month);
        ChangesMonthView {
            month: self.month_count(month),
            days: shown.chunk_by(|a, b| a.day == b.day).map(day).collect(),
            pager: self.pager(page, all.len(), |n| Route::ChangesMonth(month, n)),
            earlier: months.range(..month).next_back().map(link),
            later: months.range(month..).nth(1).map(link),
        }
    }

    fn month_link(&self, month: Month) -> Link {
        self.link(Route::ChangesMonth(month, 1), self.words.period(Period::Month(month)))
    }

    fn month_count(&self, month: Month) -> ChangesCount {
        let all = self.index.changes.of(month);
        let count = |code| all.iter().filter(|c| c.event.code() == code).count();
        ChangesCount {
            link: self.month_link(month),
            iso: Period::Month(month).code(),
            kinds: KINDS.iter().map(|code| ChangeKindCount { code, count: count(*code) }).collect(),
            total: all.len(),
        }
    }

    fn change_row(&self, change: &Change) -> ChangeRow {
        let task = &self.data()[change.task];
        let update = match change.event {
            Event::Reported(n) | Event::Completed(n) => Some(&task.updates[n]),
            Event::Assigned | Event::Extended(_) | Event::PastDue(_) => None,
        };
        let detail = match change.event {
            Event::Assigned => {
                let day = || task.deadline.due.last_day().map(|day| self.words.day(day).text);
                let limit = day().map(|day| self.words.with("summary-due", &[("date", Arg::Text(&day))]));
                limit.unwrap_or_default()
            }
            Event::Extended(n) => {
                let day = self.words.day(task.deadline.extended[n].to).text;
                self.words.with("change-extended-to", &[("date", Arg::Text(&day))])
            }
            Event::PastDue(n) if n > 1 => self.words.with("n-obligations", &[("n", Arg::Count(n as usize))]),
            Event::PastDue(_) | Event::Reported(_) | Event::Completed(_) => String::new(),
        };
        let (note, note_lang) = update.map_or(("", None), |u| self.note_of(u));
        ChangeRow {
            code: change.event.code(),
            date: update.map_or_else(|| self.words.day(change.day), |u| self.words.date(u.date)),
            task: self.task_in_short(change.task),
            who: update.and_then(|u| self.reporter(u)).unwrap_or_else(|| self.leads_text(change.task)),
            progress: update.and_then(|u| u.progress).map_or("", crate::model::Progress::code),
            detail,
            note: note.to_owned(),
            note_lang,
        }
    }

    fn reporter(&self, update: &Update) -> Option<String> {
        match update.scope {
            Scope::Agency(by) => Some(self.agency_short(by).text),
            Scope::Collective | Scope::AllMembers => None,
        }
    }
}
