//! Deadlines in lists.

use super::common::{DateView, Link, StatusView};
use crate::model::{Month, Period};
use crate::pages::index::{Entry, FEW};
use crate::pages::page::Page;
use crate::plan::route::Route;
use chrono::{Datelike, NaiveDate};
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeMap;

/// One deadline of a task: a dated task, or one period of a recurring duty.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct CalendarEntry {
    /// Last in-time day.
    pub day: DateView,
    /// The task.
    pub link: Link,
    /// Lead parties, in words.
    pub leads: String,
    /// Period of a recurring duty; empty otherwise.
    pub period: String,
    /// Where it stands.
    pub status: StatusView,
}

/// One day of the calendar (`agenda` in `parts/calendar.html`).
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct CalendarDay {
    /// The day.
    pub day: DateView,
    /// How long it is to that day ("hôm nay", "còn 12 ngày"); empty of a day gone by.
    pub left: String,
    /// What is due that day, in the order of documents.
    pub entries: Vec<CalendarEntry>,
}

/// One month of the calendar.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct CalendarMonth {
    /// `Tháng 10/2019`.
    pub text: String,
    /// `2019-10`.
    pub iso: String,
    /// Its days with deadlines, in order; the first deadlines alone where the month has a page of its own.
    pub days: Vec<CalendarDay>,
    /// Deadlines in all.
    pub count: usize,
    /// The page of the month, where the year has too many deadlines for one page.
    pub whole: Option<String>,
}

impl Page<'_> {
    /// Deadlines in order of their days, by day.
    pub(crate) fn calendar_days(&self, entries: &[(NaiveDate, &Entry)]) -> Vec<CalendarDay> {
        let day = |same: &[(NaiveDate, &Entry)]| CalendarDay {
            day: self.words.day(same[0].0),
            left: match (same[0].0 - self.report.as_of).num_days() {
                0 => self.words.say("detail-today"),
                n => usize::try_from(n).map_or_else(|_| String::new(), |n| self.words.count("detail-left", n)),
            },
            entries: same.iter().map(|(day, e)| self.calendar_entry(*day, e)).collect(),
        };
        entries.chunk_by(|a, b| a.0 == b.0).map(day).collect()
    }

    /// The same by month; of `long` ones the first few.
    pub(crate) fn calendar_months(
        &self,
        entries: &[(NaiveDate, &Entry)],
        long: &BTreeMap<Month, usize>,
    ) -> Vec<CalendarMonth> {
        let month_of = |day: NaiveDate| Month { year: day.year(), month: day.month() };
        let month = |same: &[(NaiveDate, &Entry)]| {
            let month = month_of(same[0].0);
            let whole = long.contains_key(&month).then(|| self.href(Route::CalendarMonth(month, 1)));
            let few = if whole.is_some() { FEW } else { same.len() };
            let period = Period::Month(month);
            CalendarMonth {
                text: self.words.period(period),
                iso: period.code(),
                days: self.calendar_days(&same[..few]),
                count: same.len(),
                whole,
            }
        };
        entries.chunk_by(|a, b| month_of(a.0) == month_of(b.0)).map(month).collect()
    }

    pub(crate) fn calendar_entry(&self, day: NaiveDate, e: &Entry) -> CalendarEntry {
        CalendarEntry {
            day: self.words.day(day),
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
    pub(crate) fn coming_deadlines(&self, days: u32, most: usize) -> Vec<CalendarEntry> {
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
