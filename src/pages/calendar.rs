//! The calendar of a year.

use super::index::{FEW, without_day};
use super::kind::{Head, Index, JsonSchema, Kind, Page, Report, Route, Serialize};
use super::paging::PAGE_ROWS;
use super::parts::common::Link;
use super::parts::deadlines::CalendarEntry;
use crate::model::{Month, PageGroup, Period, TaskIx};
use crate::open_data::DataFile;
use chrono::Datelike;
use std::collections::BTreeMap;

/// The calendar of one year (`calendar.html`).
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct CalendarView {
    /// The year shown; empty if the site has no deadline.
    pub year: String,
    /// All years that have deadlines, newest first.
    pub years: Vec<CalendarYearLink>,
    /// Months of that year that have deadlines, in order.
    pub months: Vec<CalendarMonth>,
    /// Open tasks with a deadline whose day is not known yet, on `/lich/`; at most 200.
    pub without_day: Vec<UndatedEntry>,
    /// How many more there are.
    pub more_without_day: usize,
}

/// A deadline whose day is not known yet.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct UndatedEntry {
    /// The task.
    pub link: Link,
    /// Lead parties, in words.
    pub leads: String,
    /// The deadline as the source words it; empty if it does not.
    pub wording: String,
    /// What else is to be said of it, and why its day is not known.
    pub terms: String,
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

/// A year; the main one without it.
pub(super) struct Calendar(Option<i32>);

impl Kind for Calendar {
    const TEMPLATE: &'static str = "calendar.html";
    const MENU: Option<Route> = Some(Route::Calendar);
    const GROUP: Option<PageGroup> = Some(PageGroup::Calendar);
    type View<'p> = CalendarView;

    fn all(report: &Report, index: &Index) -> Vec<Self> {
        let main = index.deadlines.main_year(report.as_of);
        let others = index.deadlines.years().into_keys().filter(|year| Some(*year) != main);
        std::iter::once(None).chain(others.map(Some)).map(Self).collect()
    }

    fn route(&self) -> Route {
        self.0.map_or(Route::Calendar, Route::CalendarYear)
    }

    fn head(&self, page: &Page<'_>) -> Head {
        let title = match self.0 {
            None => page.words.say("nav-calendar"),
            Some(year) => format!("{} {year}", page.words.say("nav-calendar")),
        };
        let way = self.0.map(|_| page.crumb(Route::Calendar, "nav-calendar"));
        let head = Head::new(title).lead(page.words.say("calendar-lead")).below(way);
        head.files([(DataFile::Calendar, "data-calendar")])
    }

    fn view<'p>(&self, page: &Page<'p>) -> Self::View<'p> {
        let year = self.0;
        let deadlines = &page.index.deadlines;
        let main = deadlines.main_year(page.report.as_of);
        let shown = year.or(main);
        let years = deadlines.years().into_iter().rev().map(|(y, count)| CalendarYearLink {
            href: page.href(if Some(y) == main { Route::Calendar } else { Route::CalendarYear(y) }),
            text: y.to_string(),
            current: Some(y) == shown,
            count,
        });
        let mut months: BTreeMap<u32, Vec<CalendarEntry>> = BTreeMap::new();
        for (day, entries) in deadlines.0.iter().filter(|(day, _)| Some(day.year()) == shown) {
            let of_month = months.entry(day.month()).or_default();
            of_month.extend(entries.iter().map(|e| page.calendar_entry(*day, e)));
        }
        let long = deadlines.long_months();
        let month = |(month, mut entries): (u32, Vec<CalendarEntry>)| {
            let month = Month { year: shown.unwrap_or_default(), month };
            let more = long.contains_key(&month).then(|| page.href(Route::CalendarMonth(month, 1)));
            let count = entries.len();
            if more.is_some() {
                entries.truncate(FEW);
            }
            let period = Period::Month(month);
            CalendarMonth { text: page.words.period(period), iso: period.code(), entries, count, more }
        };
        let waiting = if year.is_none() { without_day(page.report) } else { Vec::new() };
        let undated = |ix: &TaskIx| {
            let deadline = &page.data()[*ix].deadline;
            UndatedEntry {
                link: page.task_in_short(*ix),
                leads: page.leads_text(*ix),
                wording: deadline.wording.clone().unwrap_or_default(),
                terms: page.words.terms(page.data(), deadline, page.report.as_of),
            }
        };
        CalendarView {
            year: shown.map(|y| y.to_string()).unwrap_or_default(),
            years: years.collect(),
            months: months.into_iter().map(month).collect(),
            without_day: waiting.iter().take(PAGE_ROWS).map(undated).collect(),
            more_without_day: waiting.len().saturating_sub(PAGE_ROWS),
        }
    }
}
