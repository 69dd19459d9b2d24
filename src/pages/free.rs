//! Free pages: about, method.

use super::kind::{Head, Index, JsonSchema, Kind, Page, Report, Route, Serialize};
use super::parts::blocks::{BlockView, ByClause};
use crate::model::PageIx;

/// One free page (`page.html`).
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct TextPage<'d> {
    /// Title.
    pub title: &'d str,
    /// The text.
    pub blocks: Vec<BlockView<'d>>,
}

pub(super) struct Free(PageIx);

impl Kind for Free {
    const TEMPLATE: &'static str = "page.html";
    type View<'p> = TextPage<'p>;

    fn all(report: &Report, _: &Index) -> Vec<Self> {
        (0..report.data.pages.len()).map(PageIx::new).map(Self).collect()
    }

    fn route(&self) -> Route {
        Route::Page(self.0)
    }

    fn head(&self, page: &Page<'_>) -> Head {
        let free = &page.data()[self.0];
        Head::new(page.pick(&free.title, free.title_en.as_ref())).lead(free.description.clone().unwrap_or_default())
    }

    fn view<'p>(&self, page: &Page<'p>) -> Self::View<'p> {
        let ix = self.0;
        let free = &page.data()[ix];
        TextPage {
            title: page.pick_str(&free.title, free.title_en.as_ref()).0,
            blocks: page.blocks(&free.text, &ByClause::new()),
        }
    }
}
