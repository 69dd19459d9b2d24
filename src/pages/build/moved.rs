//! Pages at the addresses of former ids.

use super::Builder;
use crate::model::AliasOf;
use crate::pages::view::MovedView;
use crate::plan::route::target_of;

impl Builder<'_> {
    /// The page of the `n`-th former id.
    pub fn moved(&self, n: usize) -> MovedView {
        let alias = &self.data().aliases[n];
        let target = match alias.target {
            AliasOf::Task(ix) => self.task_link(ix),
            AliasOf::Agency(ix) => self.agency_link(ix),
            AliasOf::Meeting(ix) => self.link(target_of(alias), self.meeting_title(ix)),
        };
        MovedView { target }
    }
}
