//! The address of a former id: leads on.

use super::kind::{Head, Index, JsonSchema, Kind, Page, Report, Route, Serialize};
use super::parts::common::Link;
use crate::model::{Alias, AliasOf};
use crate::plan::route::target_of;

/// A page that leads on (`moved.html`).
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct MovedView {
    /// Where what was here is now.
    pub target: Link,
}

/// The page of a former id, by its place in the list.
pub(super) struct Moved(usize);

impl Kind for Moved {
    const TEMPLATE: &'static str = "moved.html";
    const LISTED: bool = false;
    type View<'p> = MovedView;

    fn all(report: &Report, _: &Index) -> Vec<Self> {
        let in_force = |alias: &Alias| match alias.target {
            AliasOf::Task(ix) => report.is_shown(ix),
            AliasOf::Agency(_) | AliasOf::Meeting(_) | AliasOf::Document(_) => true,
        };
        let aliases = report.data.aliases.iter().enumerate();
        aliases.filter(|(_, alias)| in_force(alias)).map(|(n, _)| Self(n)).collect()
    }

    fn route(&self) -> Route {
        Route::Moved(self.0)
    }

    fn head(&self, page: &Page<'_>) -> Head {
        Head { lasting: Some(target_of(&page.data().aliases[self.0])), ..Head::alone(page.words.say("moved-title")) }
    }

    fn view<'p>(&self, page: &Page<'p>) -> Self::View<'p> {
        let n = self.0;
        let alias = &page.data().aliases[n];
        let target = match alias.target {
            AliasOf::Task(ix) => page.task_link(ix),
            AliasOf::Agency(ix) => page.agency_link(ix),
            AliasOf::Meeting(ix) => page.link(target_of(alias), page.meeting_title(ix)),
            AliasOf::Document(ix) => page.link(target_of(alias), page.document_title(ix)),
        };
        MovedView { target }
    }
}
