//! Which tables of duties there are.

use super::kind::{Head, Index, JsonSchema, Kind, Page, Report, Route, Serialize};
use super::paging::{parts, rows_of};
use super::parts::common::{Link, TallyView};
use super::parts::pager::Pager;
use super::parts::periods::has_fallen_due;
use crate::derive::Tally;
use crate::model::{Due, GroupIx, PageGroup, Period, TaskIx};
use crate::open_data::DataFile;
use crate::open_data::tables::TableId;
use std::collections::BTreeSet;

/// Which tables there are (`matrices.html`).
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct MatricesView {
    /// Groups with duties that do not recur; empty on all parts but the first.
    pub groups: Vec<MatrixCard>,
    /// Recurring duties, in this part of the page.
    pub recurring: Vec<RecurringRow>,
    /// Links between the parts of the list of recurring duties.
    pub pager: Pager,
}

/// The table of one group.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct MatrixCard {
    /// Address of the table, and the group's name.
    pub link: Link,
    /// Tasks in it.
    pub duties: usize,
    /// Agencies in it.
    pub agencies: usize,
    /// Of the obligations in it.
    pub tally: TallyView,
}

/// One recurring duty.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct RecurringRow {
    /// Address of its table (of the task's page, where one agency has it), and the title.
    pub link: Link,
    /// `month`, `quarter`, `half` or `year`.
    pub every: &'static str,
    /// Lead parties, in words.
    pub leads: String,
    /// Agencies that have it, in the last period begun.
    pub agencies: usize,
    /// Periods begun.
    pub periods: usize,
    /// Name of the last period fallen due; empty if none has.
    pub latest: String,
    /// Its obligations in that period; of all of them while none has fallen due.
    pub tally: TallyView,
}

/// A part of the index of tables.
pub(super) struct Matrices(usize);

impl Kind for Matrices {
    const TEMPLATE: &'static str = "matrices.html";
    const MENU: Option<Route> = Some(Route::Matrices(1));
    const GROUP: Option<PageGroup> = Some(PageGroup::Matrices);
    type View<'p> = MatricesView;

    fn all(_: &Report, index: &Index) -> Vec<Self> {
        let found = &index.matrices;
        if found.is_empty() { Vec::new() } else { (1..=parts(found.recurring.len())).map(Self).collect() }
    }

    fn route(&self) -> Route {
        Route::Matrices(self.0)
    }

    fn head(&self, page: &Page<'_>) -> Head {
        let head = Head::new(page.words.say("nav-matrices")).lead(page.words.say("matrix-lead"));
        head.files([(DataFile::Csv(TableId::Obligations), "file-obligations")])
    }

    fn view<'p>(&self, page: &Page<'p>) -> Self::View<'p> {
        let part = self.0;
        let found = &page.index.matrices;
        let rows = rows_of(part, found.recurring.len());
        let mut groups: Vec<GroupIx> = found.groups.keys().copied().collect();
        groups.sort_by_key(|g| page.index.group_rank[g.at()]);
        groups.retain(|_| part == 1);
        MatricesView {
            groups: groups.into_iter().map(|g| page.matrix_card(g)).collect(),
            recurring: found
                .recurring
                .keys()
                .skip(rows.start)
                .take(rows.len())
                .map(|ix| page.recurring_row(*ix))
                .collect(),
            pager: page.pager(part, found.recurring.len(), Route::Matrices),
        }
    }
}

impl Page<'_> {
    fn matrix_card(&self, group: GroupIx) -> MatrixCard {
        let table = &self.index.matrices.groups[&group];
        MatrixCard {
            link: self.link(Route::MatrixOfGroup(group, 1), self.group_name(group)),
            duties: table.columns.len() + table.left_out,
            agencies: table.agencies.len(),
            tally: self.words.tally(&table.tally),
        }
    }

    fn recurring_row(&self, ix: TaskIx) -> RecurringRow {
        let obligations = self.report.obligations_of(ix);
        let latest = obligations.iter().filter(|o| has_fallen_due(o)).filter_map(|o| o.period).max();
        let shown = obligations.iter().filter(|o| latest.is_none() || o.period == latest);
        let last = obligations.last().map(|o| o.period);
        let periods: BTreeSet<Option<Period>> = obligations.iter().map(|o| o.period).collect();
        let tally: Tally = shown.map(|o| o.status.label).collect();
        RecurringRow {
            link: self.matrix_of_task(ix).unwrap_or_else(|| self.task_link(ix)),
            every: if let Due::Every(every) = self.data()[ix].deadline.due { every.unit.code() } else { "" },
            leads: self.leads_text(ix),
            agencies: obligations.iter().filter(|o| Some(o.period) == last).count(),
            periods: periods.len(),
            latest: latest.map(|p| self.words.period(p)).unwrap_or_default(),
            tally: self.words.tally(&tally),
        }
    }
}
