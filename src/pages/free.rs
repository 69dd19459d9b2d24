//! Free pages: about, method.

use super::kind::{Head, Index, JsonSchema, Kind, Page, Report, Route, Serialize};
use super::page::or_empty;
use super::parts::blocks::{BlockView, ByClause};
use crate::model::PageIx;

/// One free page (`page.html`).
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct TextPage<'d> {
    /// Title.
    pub title: &'d str,
    /// The text.
    pub blocks: Vec<BlockView<'d>>,
    /// Whether the text is the English one of a site in another language.
    pub english: bool,
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
        let (lead, _) = page.pick_str(or_empty(free.description.as_ref()), free.description_en.as_ref());
        Head::new(page.pick(&free.title, free.title_en.as_ref())).lead(lead.to_owned())
    }

    fn view<'p>(&self, page: &Page<'p>) -> Self::View<'p> {
        let ix = self.0;
        let free = &page.data()[ix];
        let english = free.text_en.as_ref().filter(|_| !page.is_in_content_language());
        TextPage {
            title: page.pick_str(&free.title, free.title_en.as_ref()).0,
            blocks: page.blocks(english.unwrap_or(&free.text), &ByClause::new()),
            english: english.is_some(),
        }
    }
}
