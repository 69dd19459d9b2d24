//! The calendar: what comes, from the as-of date on.

use super::index::{Entry, without_day};
use super::kind::{Head, Index, JsonSchema, Kind, Page, Report, Route, Serialize};
use super::paging::PAGE_ROWS;
use super::parts::common::Link;
use super::parts::deadlines::{CalendarEntry, CalendarMonth};
use crate::model::{PageGroup, TaskIx};
use crate::open_data::DataFile;
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// What comes, and the years (`calendar.html`).
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct CalendarView {
    /// What is due on the as-of date.
    pub today: Vec<CalendarEntry>,
    /// The months after it that have deadlines, in order, the as-of date's first.
    pub coming: Vec<CalendarMonth>,
    /// Deadlines after those shown; they stand on the pages of their years.
    pub later: usize,
    /// Open tasks with a deadline whose day is not known yet; at most 50.
    pub without_day: Vec<UndatedEntry>,
    /// How many more there are.
    pub more_without_day: usize,
    /// All years that have deadlines, newest first.
    pub years: Vec<CalendarYearLink>,
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
    /// Address of its page, and the year.
    pub link: Link,
    /// Whether it is the year shown.
    pub current: bool,
    /// Deadlines in it, with thousands separators.
    pub count: String,
}

pub(super) struct Calendar;

impl Kind for Calendar {
    const TEMPLATE: &'static str = "calendar.html";
    const MENU: Option<Route> = Some(Route::Calendar);
    const GROUP: Option<PageGroup> = Some(PageGroup::Calendar);
    type View<'p> = CalendarView;

    fn all(_: &Report, _: &Index) -> Vec<Self> {
        vec![Self]
    }

    fn route(&self) -> Route {
        Route::Calendar
    }

    fn head(&self, page: &Page<'_>) -> Head {
        let head = Head::new(page.words.say("nav-calendar")).lead(page.words.say("calendar-lead"));
        head.files([(DataFile::Calendar, "data-calendar")])
    }

    fn view<'p>(&self, page: &Page<'p>) -> Self::View<'p> {
        let today = page.report.as_of;
        let ahead: Vec<(NaiveDate, &Entry)> = page.index.deadlines.from(today).collect();
        let shown = &ahead[..ahead.len().min(PAGE_ROWS)];
        let (due_today, coming) = shown.split_at(shown.partition_point(|(day, _)| *day == today));
        let waiting = without_day(page.report);
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
            today: due_today.iter().map(|(day, e)| page.calendar_entry(*day, e)).collect(),
            coming: page.calendar_months(coming, &BTreeMap::new()),
            later: ahead.len() - shown.len(),
            without_day: waiting.iter().take(PAGE_ROWS).map(undated).collect(),
            more_without_day: waiting.len().saturating_sub(PAGE_ROWS),
            years: page.calendar_years(None),
        }
    }
}

impl Page<'_> {
    /// All years that have deadlines, newest first.
    pub(crate) fn calendar_years(&self, shown: Option<i32>) -> Vec<CalendarYearLink> {
        let one = |(year, count): (i32, usize)| CalendarYearLink {
            link: self.link(Route::CalendarYear(year), year.to_string()),
            current: Some(year) == shown,
            count: self.words.number(count as u64),
        };
        self.index.deadlines.years().into_iter().rev().map(one).collect()
    }
}
