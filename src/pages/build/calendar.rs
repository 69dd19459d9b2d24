//! Deadlines by month.

use super::rows::rows_of;
use super::{Builder, PAGE_ROWS};
use crate::derive::{Obligation, Report, Status};
use crate::model::{Month, Period, TaskIx};
use crate::pages::view::{CalendarEntry, CalendarMonth, CalendarMonthView, CalendarView, CalendarYearLink, StatusView};
use crate::plan::route::Route;
use chrono::{Datelike, NaiveDate};
use std::collections::BTreeMap;

/// Deadlines of a month on the page of its year, where that year has too many for one page.
const FEW: usize = 15;

/// One deadline: of a task, or of one period of a recurring duty.
#[derive(Debug, Clone, Copy)]
pub struct Entry {
    /// The task.
    pub task: TaskIx,
    /// The period of a recurring duty.
    pub period: Option<Period>,
    /// The status of the only holder, where there is one.
    pub status: Option<Status>,
}

/// All deadlines of a site by day, then task.
#[derive(Debug, Default)]
pub struct Deadlines(BTreeMap<NaiveDate, Vec<Entry>>);

impl Deadlines {
    /// One entry per task and period, whatever the number of holders.
    pub fn new(report: &Report) -> Self {
        let mut days: BTreeMap<NaiveDate, Vec<Entry>> = BTreeMap::new();
        for task in report.task_list() {
            for same in report.obligations_of(task).chunk_by(|a, b| a.period == b.period) {
                let Some(first) = same.first() else { continue };
                if let Some(due) = first.status.due {
                    let status = only(same).or_else(|| first.period.is_none().then_some(report.task(task).status)?);
                    days.entry(due).or_default().push(Entry { task, period: first.period, status });
                }
            }
        }
        Self(days)
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

    /// The year that `/lich/` shows: that of `day`, else the nearest later, else the last one.
    pub fn main_year(&self, day: NaiveDate) -> Option<i32> {
        let years = self.years();
        years.range(day.year()..).next().or_else(|| years.last_key_value()).map(|(year, _)| *year)
    }
}

fn only(same: &[Obligation]) -> Option<Status> {
    match same {
        [one] => Some(one.status),
        _ => None,
    }
}

impl Builder<'_> {
    /// The calendar of `year`; of the main year without one.
    pub fn calendar(&self, year: Option<i32>) -> CalendarView {
        let deadlines = &self.index.deadlines;
        let main = deadlines.main_year(self.report.as_of);
        let shown = year.or(main);
        let years = deadlines.years().into_iter().rev().map(|(y, count)| CalendarYearLink {
            href: self.href(if Some(y) == main { Route::Calendar } else { Route::CalendarYear(y) }),
            text: y.to_string(),
            current: Some(y) == shown,
            count,
        });
        let mut months: BTreeMap<u32, Vec<CalendarEntry>> = BTreeMap::new();
        for (day, entries) in deadlines.0.iter().filter(|(day, _)| Some(day.year()) == shown) {
            let of_month = months.entry(day.month()).or_default();
            of_month.extend(entries.iter().map(|e| self.calendar_entry(*day, e)));
        }
        let codes: Vec<(u32, &str)> =
            months.iter().flat_map(|(month, of_month)| of_month.iter().map(|e| (*month, e.status.code))).collect();
        let chart = shown.and_then(|year| self.deadlines_by_month(year, &codes));
        let long = deadlines.long_months();
        let month = |(month, mut entries): (u32, Vec<CalendarEntry>)| {
            let month = Month { year: shown.unwrap_or_default(), month };
            let more = long.contains_key(&month).then(|| self.href(Route::CalendarMonth(month, 1)));
            let count = entries.len();
            if more.is_some() {
                entries.truncate(FEW);
            }
            let period = Period::Month(month);
            CalendarMonth { text: self.words.period(period), iso: period.code(), entries, count, more }
        };
        CalendarView {
            year: shown.map(|y| y.to_string()).unwrap_or_default(),
            years: years.collect(),
            chart,
            months: months.into_iter().map(month).collect(),
        }
    }

    /// Part `page` of a month with many deadlines.
    pub fn calendar_month(&self, month: Month, page: usize) -> CalendarMonthView {
        let (first, last) = (Period::Month(month).first(), Period::Month(month).last());
        let within = self.index.deadlines.0.range(first..=last);
        let all: Vec<(NaiveDate, &Entry)> =
            within.flat_map(|(day, entries)| entries.iter().map(move |e| (*day, e))).collect();
        let shown = &all[rows_of(page, all.len())];
        CalendarMonthView {
            entries: shown.iter().map(|(day, e)| self.calendar_entry(*day, e)).collect(),
            pager: self.pager(page, all.len(), |n| Route::CalendarMonth(month, n)),
        }
    }

    fn calendar_entry(&self, day: NaiveDate, e: &Entry) -> CalendarEntry {
        CalendarEntry {
            day: self.words.day(day),
            day_of_month: format!("{:02}", day.day()),
            link: self.task_in_short(e.task),
            leads: self.leads_text(e.task),
            period: e.period.map(|p| self.words.period(p)).unwrap_or_default(),
            status: self.entry_status(e),
        }
    }

    fn entry_status(&self, e: &Entry) -> StatusView {
        match (&e.status, e.period) {
            (Some(status), _) => self.words.status(status),
            (None, None) => self.task_status(e.task),
            (None, Some(period)) => {
                let mine = self.report.obligations_of(e.task).iter().filter(|o| o.period == Some(period));
                let pressing = mine.min_by_key(|o| super::rows::urgency_key(o));
                pressing.map_or_else(|| self.task_status(e.task), |o| self.words.bare(o.status.label))
            }
        }
    }

    /// The next deadlines from the as-of date on, within `days` days.
    pub(super) fn coming_deadlines(&self, days: u32, most: usize) -> Vec<CalendarEntry> {
        let from = self.report.as_of;
        let to = from.checked_add_days(chrono::Days::new(u64::from(days))).unwrap_or(from);
        let within = self.index.deadlines.0.range(from..=to);
        let open = |e: &&Entry| !e.status.is_some_and(|s| s.state.is_closed());
        within
            .flat_map(|(day, entries)| entries.iter().filter(open).map(move |e| self.calendar_entry(*day, e)))
            .take(most)
            .collect()
    }
}
