//! The table of all tasks.

use super::fragment::Fragment;
use super::kind::{Head, Index, JsonSchema, Kind, Page, Report, Route, Serialize};
use super::paging::{parts, rows_of};
use super::parts::common::{FamilyView, LabelView, TallyView, TaskRow};
use super::parts::lists::{InNewsView, WorklistLink};
use super::parts::pager::Pager;
use super::words::Arg;
use crate::model::PageGroup;
use crate::open_data::DataFile;
use crate::open_data::tables::TableId;

/// A part of the table of all tasks (`tasks.html`).
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct TaskListView {
    /// All labels of a status, for the script that filters; empty on the page of a topic, and where the site leaves the
    /// search out.
    pub labels: Vec<LabelView>,
    /// The same by family, for the filter.
    pub families: Vec<FamilyView>,
    /// All tasks and the ready-made lists; empty on the page of a topic, and where the site leaves the lists out.
    pub lists: Vec<WorklistLink>,
    /// Of all tasks; none on later parts, which would change with every number.
    pub tally: Option<TallyView>,
    /// Tasks known from news alone: no rows of this table; none where there are none, and on the page of a topic.
    pub in_news: Option<InNewsView>,
    /// Rows of this part, the most pressing tasks first.
    pub rows: Vec<Fragment<TaskRow>>,
    /// Links between the parts.
    pub pager: Pager,
}

/// A part of the table.
pub(super) struct Tasks(usize);

impl Kind for Tasks {
    const TEMPLATE: &'static str = "tasks.html";
    const MENU: Option<Route> = Some(Route::Tasks(1));
    type View<'p> = TaskListView;

    fn all(report: &Report, _: &Index) -> Vec<Self> {
        (1..=parts(report.task_list().count())).map(Self).collect()
    }

    fn route(&self) -> Route {
        Route::Tasks(self.0)
    }

    fn head(&self, page: &Page<'_>) -> Head {
        let title = page.words.say("nav-tasks");
        let lead = match self.0 {
            1 => page.described(&title, "described-tasks", &page.report.task_tally()),
            part => {
                let all = page.index.pressing.len();
                let rows = rows_of(part, all);
                let range = [("first", rows.start + 1), ("last", rows.end), ("total", all)];
                page.words.with("cap-tasks", &range.map(|(name, n)| (name, Arg::Count(n))))
            }
        };
        Head::new(title)
            .lead(lead)
            .files([(DataFile::Csv(TableId::Tasks), "file-tasks"), (DataFile::Workbook, "data-workbook")])
    }

    fn view<'p>(&self, page: &Page<'p>) -> Self::View<'p> {
        let (all, part) = (&page.index.pressing, self.0);
        let searched = page.data().settings.has(PageGroup::Search);
        TaskListView {
            labels: if searched { page.labels() } else { Vec::new() },
            families: if searched { page.families() } else { Vec::new() },
            lists: page.worklists(part),
            tally: (part == 1).then(|| page.words.tally(&page.report.task_tally())),
            in_news: page.in_news(),
            rows: page.task_rows(&all[rows_of(part, all.len())]),
            pager: page.pager(part, all.len(), Route::Tasks),
        }
    }
}
