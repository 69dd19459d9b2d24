//! What changed, by month.

use super::kind::{Head, Index, JsonSchema, Kind, Page, Report, Route, Serialize};
use super::parts::changes::{ChangeRow, ChangesCount};
use crate::model::PageGroup;
use crate::open_data::DataFile;
use std::collections::BTreeMap;

/// The months with changes and the latest of them (`changes.html`).
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct ChangesView {
    /// All changes.
    pub total: usize,
    /// The newest, at most ten.
    pub latest: Vec<ChangeRow>,
    /// Years with changes, newest first.
    pub years: Vec<ChangesYear>,
}

/// The months of one year.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct ChangesYear {
    /// `2019`
    pub year: String,
    /// Its changes.
    pub total: usize,
    /// Months with changes, newest first.
    pub months: Vec<ChangesCount>,
}

pub(super) struct Changes;

impl Kind for Changes {
    const TEMPLATE: &'static str = "changes.html";
    const MENU: Option<Route> = Some(Route::Changes);
    const GROUP: Option<PageGroup> = Some(PageGroup::Changes);
    type View<'p> = ChangesView;

    fn all(_: &Report, _: &Index) -> Vec<Self> {
        vec![Self]
    }

    fn route(&self) -> Route {
        Route::Changes
    }

    fn head(&self, page: &Page<'_>) -> Head {
        let head = Head::new(page.words.say("nav-changes")).lead(page.words.say("changes-lead"));
        head.files([(DataFile::Feed, "data-feed")])
    }

    fn view<'p>(&self, page: &Page<'p>) -> Self::View<'p> {
        let mut years: BTreeMap<i32, Vec<ChangesCount>> = BTreeMap::new();
        for month in page.index.changes.months.keys().rev() {
            years.entry(month.year).or_default().push(page.month_count(*month));
        }
        let year = |(year, months): (i32, Vec<ChangesCount>)| ChangesYear {
            year: year.to_string(),
            total: months.iter().map(|month| month.total).sum(),
            months,
        };
        ChangesView {
            total: page.index.changes.all.len(),
            latest: page.latest_changes(),
            years: years.into_iter().rev().map(year).collect(),
        }
    }
}
