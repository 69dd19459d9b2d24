//! A group of agencies.

use super::fragment::Fragment;
use super::kind::{Head, Index, JsonSchema, Kind, Page, Report, Route, Serialize};
use super::paging::{FOLDED_ROWS, parts_by, rows_by};
use super::parts::common::{Link, TallyView, TaskRow};
use super::parts::pager::Pager;
use crate::model::{AgencyIx, GroupIx, Party, TaskIx};
use crate::open_data::DataFile;

/// One group (`group.html`).
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct GroupPage {
    /// Its id.
    pub id: String,
    /// Full name.
    pub name: String,
    /// Short name; empty if there is none.
    pub short: String,
    /// `group` or `open-group` in words.
    pub kind: String,
    /// Whether it is never expanded.
    pub open: bool,
    /// For readers; empty if there is none.
    pub note: String,
    /// Its members at the as-of date.
    pub members: Vec<Link>,
    /// Of the tasks given to it.
    pub tally: TallyView,
    /// Tasks given to it, in this part of the page.
    pub tasks: Vec<Fragment<TaskRow>>,
    /// Tasks that the press says it was given and no document does; in no count.
    pub in_news: Vec<Fragment<TaskRow>>,
    /// Links between the parts.
    pub pager: Pager,
    /// The table of its members and their duties.
    pub matrix: Option<Link>,
}

/// A part of the page of a group.
pub(super) struct Group(GroupIx, usize);

impl Kind for Group {
    const TEMPLATE: &'static str = "group.html";
    const MENU: Option<Route> = Some(Route::Agencies);
    type View<'p> = GroupPage;

    fn all(report: &Report, index: &Index) -> Vec<Self> {
        let groups = report.data.group_list().map(|(ix, _)| ix);
        groups
            .flat_map(|ix| (1..=parts_by(FOLDED_ROWS, index.tasks_of_group[ix.at()].len())).map(move |n| Self(ix, n)))
            .collect()
    }

    fn route(&self) -> Route {
        Route::Group(self.0, self.1)
    }

    fn head(&self, page: &Page<'_>) -> Head {
        let lead = if page.data()[self.0].open { "open-group-lead" } else { "group-lead" };
        Head::new(page.group_name(self.0))
            .lead(page.words.say(lead))
            .below([page.crumb(Route::Agencies, "nav-agencies")])
            .files([(DataFile::GroupWorkbook(self.0), "file-form")])
    }

    fn view<'p>(&self, page: &Page<'p>) -> Self::View<'p> {
        let &Self(ix, part) = self;
        let group = &page.data()[ix];
        let mut members: Vec<AgencyIx> =
            page.data().expand(Party::Group(ix), Some(page.report.as_of)).into_iter().collect();
        members.sort_by_key(|a| page.index.agency_rank[a.at()]);
        let tasks = &page.index.tasks_of_group[ix.at()];
        let named = |t: &&TaskIx| page.data()[**t].lead.contains(&Party::Group(ix));
        let in_news = page.report.tasks_in_news().iter().filter(named).filter(|_| part == 1);
        let kind = if group.open { "kind-open-group" } else { "kind-group" };
        GroupPage {
            id: group.id.to_string(),
            name: page.group_name(ix).text,
            short: group.short.clone().unwrap_or_default(),
            kind: page.words.say(kind),
            open: group.open,
            note: group.note.clone().unwrap_or_default(),
            members: members.into_iter().map(|a| page.agency_link(a)).collect(),
            tally: page.words.tally(&page.report.tally_of_tasks(tasks.iter().copied())),
            tasks: page.task_rows(&tasks[rows_by(FOLDED_ROWS, part, tasks.len())]),
            in_news: page.task_rows(in_news),
            pager: page.pager_by(FOLDED_ROWS, part, tasks.len(), |n| Route::Group(ix, n)),
            matrix: page.matrix_of_group(ix),
        }
    }
}
