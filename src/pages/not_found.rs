//! What a server shows at an address that is not there.

use super::kind::{Head, Index, Kind, Page, Report, Route};

/// One page answers for all of them, in all languages.
pub(super) struct NotFound;

impl Kind for NotFound {
    const TEMPLATE: &'static str = "not-found.html";
    const LISTED: bool = false;
    type View<'p> = ();

    fn all(_: &Report, _: &Index) -> Vec<Self> {
        vec![Self]
    }

    fn route(&self) -> Route {
        Route::NotFound
    }

    fn head(&self, page: &Page<'_>) -> Head {
        Head::alone(page.words.say("not-found-title"))
    }

    fn view<'p>(&self, _: &Page<'p>) -> Self::View<'p> {}
}
