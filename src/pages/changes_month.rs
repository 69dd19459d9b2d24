//! The changes of one month.

use super::kind::{Head, Index, JsonSchema, Kind, Page, Report, Route, Serialize};
use super::paging::{CHANGES, rows_by};
use super::parts::changes::{ChangeRow, ChangesCount};
use super::parts::common::{DateView, Link};
use super::parts::pager::Pager;
use crate::derive::Change;
use crate::model::{Month, PageGroup, Period};
use crate::open_data::DataFile;
use crate::pages::words::Arg;

/// One month (`changes-month.html`), or one part of a long one.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct ChangesMonthView {
    /// The month and its counts.
    pub month: ChangesCount,
    /// Days with changes, newest first.
    pub days: Vec<ChangesDay>,
    /// Links between the parts of the month.
    pub pager: Pager,
    /// The month with changes before.
    pub earlier: Option<Link>,
    /// The month with changes after.
    pub later: Option<Link>,
}

/// One day.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct ChangesDay {
    /// The day.
    pub day: DateView,
    /// By task.
    pub rows: Vec<ChangeRow>,
}

pub(super) struct ChangesMonth(Month, usize);

impl Kind for ChangesMonth {
    const TEMPLATE: &'static str = "changes-month.html";
    const MENU: Option<Route> = Some(Route::Changes);
    const GROUP: Option<PageGroup> = Some(PageGroup::Changes);
    type View<'p> = ChangesMonthView;

    fn all(_: &Report, index: &Index) -> Vec<Self> {
        index.changes.pages().map(|(month, n)| Self(month, n)).collect()
    }

    fn route(&self) -> Route {
        Route::ChangesMonth(self.0, self.1)
    }

    fn head(&self, page: &Page<'_>) -> Head {
        let month = page.words.period(Period::Month(self.0));
        let head = Head::new(page.words.with("changes-of", &[("month", Arg::Text(&month))]));
        let head = head.lead(page.words.say("changes-lead")).below([page.crumb(Route::Changes, "nav-changes")]);
        head.files([(DataFile::Feed, "data-feed")])
    }

    fn view<'p>(&self, page: &Page<'p>) -> Self::View<'p> {
        let &Self(month, part) = self;
        let all = page.index.changes.of(month);
        let shown = &all[rows_by(CHANGES, part, all.len())];
        let day = |same: &[Change]| ChangesDay {
            day: page.words.day(same[0].day),
            rows: same.iter().map(|c| page.change_row(c)).collect(),
        };
        let months = &page.index.changes.months;
        let link = |(month, _): (&Month, _)| page.month_link(*month);
        ChangesMonthView {
            month: page.month_count(month),
            days: shown.chunk_by(|a, b| a.day == b.day).map(day).collect(),
            pager: page.pager_by(CHANGES, part, all.len(), |n| Route::ChangesMonth(month, n)),
            earlier: months.range(..month).next_back().map(link),
            later: months.range(month..).nth(1).map(link),
        }
    }
}
