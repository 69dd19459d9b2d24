//! Deadlines by month.

use super::{ChartView, DateView, Link, Pager, StatusView};
use schemars::JsonSchema;
use serde::Serialize;

/// The calendar of one year (`calendar.html`).
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct CalendarView {
    /// The year shown; empty if the site has no deadline.
    pub year: String,
    /// All years that have deadlines, newest first.
    pub years: Vec<CalendarYearLink>,
    /// Deadlines of that year by month; none where there are none.
    pub chart: Option<ChartView>,
    /// Months of that year that have deadlines, in order.
    pub months: Vec<CalendarMonth>,
}

/// One year of the list of years.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct CalendarYearLink {
    /// Address; the current year's page is `/lich/` itself.
    pub href: String,
    /// The year.
    pub text: String,
    /// Whether it is the year shown.
    pub current: bool,
    /// Deadlines in it.
    pub count: usize,
}

/// One month.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct CalendarMonth {
    /// `Tháng 10/2019`.
    pub text: String,
    /// `2019-10`.
    pub iso: String,
    /// By day, then title; the first of them where the month has a page of its own.
    pub entries: Vec<CalendarEntry>,
    /// Deadlines in all.
    pub count: usize,
    /// The page of the month, where the year has too many deadlines for one page.
    pub more: Option<String>,
}

/// A part of a month with many deadlines (`calendar-month.html`).
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct CalendarMonthView {
    /// Deadlines of this part, by day.
    pub entries: Vec<CalendarEntry>,
    /// Links between the parts.
    pub pager: Pager,
}

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
