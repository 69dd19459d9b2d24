//! The deadlines of a year.

use super::calendar::CalendarYearLink;
use super::index::Entry;
use super::kind::{Head, Index, JsonSchema, Kind, Page, Report, Route, Serialize};
use super::parts::deadlines::CalendarMonth;
use crate::model::{PageGroup, Period};
use crate::open_data::DataFile;
use chrono::NaiveDate;

/// One year of the calendar (`calendar-year.html`).
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct CalendarYearView {
    /// All years that have deadlines, newest first.
    pub years: Vec<CalendarYearLink>,
    /// Months of this year that have deadlines, in order.
    pub months: Vec<CalendarMonth>,
}

pub(super) struct CalendarYear(i32);

impl Kind for CalendarYear {
    const TEMPLATE: &'static str = "calendar-year.html";
    const MENU: Option<Route> = Some(Route::Calendar);
    const GROUP: Option<PageGroup> = Some(PageGroup::Calendar);
    type View<'p> = CalendarYearView;

    fn all(_: &Report, index: &Index) -> Vec<Self> {
        index.deadlines.years().into_keys().map(Self).collect()
    }

    fn route(&self) -> Route {
        Route::CalendarYear(self.0)
    }

    fn head(&self, page: &Page<'_>) -> Head {
        let title = format!("{} {}", page.words.say("nav-calendar"), self.0);
        let head = Head::new(title).lead(page.words.say("calendar-lead"));
        let head = head.below([page.crumb(Route::Calendar, "nav-calendar")]);
        head.files([(DataFile::Calendar, "data-calendar")])
    }

    fn view<'p>(&self, page: &Page<'p>) -> Self::View<'p> {
        let all = page.index.deadlines.within(Period::Year(self.0));
        let entries: Vec<(NaiveDate, &Entry)> = all.collect();
        CalendarYearView {
            years: page.calendar_years(Some(self.0)),
            months: page.calendar_months(&entries, &page.index.deadlines.long_months()),
        }
    }
}
