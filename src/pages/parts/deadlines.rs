//! Deadlines in lists.

use super::common::{DateView, Link, StatusView};
use crate::pages::index::Entry;
use crate::pages::page::Page;
use chrono::{Datelike, NaiveDate};
use schemars::JsonSchema;
use serde::Serialize;

/// One deadline of a task: a dated task, or one period of a recurring duty.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct CalendarEntry {
    /// Last in-time day.
    pub day: DateView,
    /// Day of the month, two digits.
    pub day_of_month: String,
    /// The task.
    pub link: Link,
    /// Lead parties, in words.
    pub leads: String,
    /// Period of a recurring duty; empty otherwise.
    pub period: String,
    /// Where it stands.
    pub status: StatusView,
}

impl Page<'_> {
    pub(crate) fn calendar_entry(&self, day: NaiveDate, e: &Entry) -> CalendarEntry {
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
