//! A ready-made list of tasks: overdue, due soon, without information, done.

use super::fragment::Fragment;
use super::kind::{Head, Index, JsonSchema, Kind, Page, Report, Route, Serialize};
use super::paging::{parts, rows_of};
use super::parts::common::TaskRow;
use super::parts::lists::WorklistLink;
use super::parts::pager::Pager;
use crate::derive::Worklist;
use crate::model::PageGroup;

/// A part of a ready-made list (`worklist.html`).
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct WorklistView {
    /// Which: `overdue`, `due-soon`, `no-information`, `completed`; its words are `list-<code>`, `list-<code>-lead`
    /// and `list-<code>-none`.
    pub code: &'static str,
    /// Tasks of the list, not of this part.
    pub total: usize,
    /// Rows of this part.
    pub rows: Vec<Fragment<TaskRow>>,
    /// Links between the parts.
    pub pager: Pager,
    /// All tasks and the ready-made lists.
    pub lists: Vec<WorklistLink>,
}

/// A part of a list.
pub(super) struct List(Worklist, usize);

impl Kind for List {
    const TEMPLATE: &'static str = "worklist.html";
    const MENU: Option<Route> = Some(Route::Tasks(1));
    const GROUP: Option<PageGroup> = Some(PageGroup::Lists);
    type View<'p> = WorklistView;

    fn all(_: &Report, index: &Index) -> Vec<Self> {
        let parts_of = |list| (1..=parts(index.worklist(list).len())).map(move |n| Self(list, n));
        Worklist::ALL.into_iter().flat_map(parts_of).collect()
    }

    fn route(&self) -> Route {
        Route::Worklist(self.0, self.1)
    }

    fn head(&self, page: &Page<'_>) -> Head {
        Head::new(page.worklist_title(self.0))
            .lead(page.words.say(&format!("list-{}-lead", self.0.code())))
            .below([page.crumb(Route::Tasks(1), "nav-tasks")])
    }

    fn view<'p>(&self, page: &Page<'p>) -> Self::View<'p> {
        let &Self(list, part) = self;
        let tasks = page.index.worklist(list);
        WorklistView {
            code: list.code(),
            total: tasks.len(),
            rows: page.listed(list, &tasks[rows_of(part, tasks.len())]),
            pager: page.pager(part, tasks.len(), |n| Route::Worklist(list, n)),
            lists: page.worklists(part),
        }
    }
}
