//! A month with many deadlines.

use super::index::Entry;
use super::kind::{Head, Index, JsonSchema, Kind, Page, Report, Route, Serialize};
use super::paging::{parts, rows_of};
use super::parts::deadlines::CalendarDay;
use super::parts::pager::Pager;
use crate::model::{Month, PageGroup, Period};
use crate::open_data::DataFile;
use crate::pages::words::Arg;
use chrono::NaiveDate;

/// A part of a month with many deadlines (`calendar-month.html`).
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct CalendarMonthView {
    /// Days of this part, in order.
    pub days: Vec<CalendarDay>,
    /// Links between the parts.
    pub pager: Pager,
}

pub(super) struct CalendarMonth(Month, usize);

impl Kind for CalendarMonth {
    const TEMPLATE: &'static str = "calendar-month.html";
    const MENU: Option<Route> = Some(Route::Calendar);
    const GROUP: Option<PageGroup> = Some(PageGroup::Calendar);
    type View<'p> = CalendarMonthView;

    fn all(_: &Report, index: &Index) -> Vec<Self> {
        let months = index.deadlines.long_months().into_iter();
        months.flat_map(|(month, entries)| (1..=parts(entries)).map(move |n| Self(month, n))).collect()
    }

    fn route(&self) -> Route {
        Route::CalendarMonth(self.0, self.1)
    }

    fn head(&self, page: &Page<'_>) -> Head {
        let month = page.words.period(Period::Month(self.0));
        let head = Head::new(page.words.with("calendar-of", &[("month", Arg::Text(&month))]));
        let head = head.lead(page.words.say("calendar-lead")).below([page.crumb(Route::Calendar, "nav-calendar")]);
        head.files([(DataFile::Calendar, "data-calendar")])
    }

    fn view<'p>(&self, page: &Page<'p>) -> Self::View<'p> {
        let &Self(month, part) = self;
        let all: Vec<(NaiveDate, &Entry)> = page.index.deadlines.within(Period::Month(month)).collect();
        let shown = &all[rows_of(part, all.len())];
        CalendarMonthView {
            days: page.calendar_days(shown),
            pager: page.pager(part, all.len(), |n| Route::CalendarMonth(month, n)),
        }
    }
}
