//! What was done so that everybody can use the site. A free page of its name takes its place.

use super::kind::{Head, Index, Kind, Page, Report, Route};
use crate::plan::route::ACCESS;

pub(super) struct Access;

impl Kind for Access {
    const TEMPLATE: &'static str = "access.html";
    type View<'p> = ();

    fn all(report: &Report, _: &Index) -> Vec<Self> {
        let own = report.data.pages.iter().any(|page| page.id.as_str() == ACCESS);
        if own { Vec::new() } else { vec![Self] }
    }

    fn route(&self) -> Route {
        Route::Access
    }

    fn head(&self, page: &Page<'_>) -> Head {
        Head::new(page.words.say("nav-access")).lead(page.words.say("access-lead"))
    }

    fn view<'p>(&self, _: &Page<'p>) -> Self::View<'p> {}
}
