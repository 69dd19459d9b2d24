//! The index of agencies and groups.

use super::kind::{Head, Index, JsonSchema, Kind, Page, Report, Route, Serialize};
use super::parts::agencies::{AgencyRow, EndedAgency, attention};
use super::parts::common::Link;
use crate::model::{AgencyIx, GroupIx, Party};
use crate::open_data::DataFile;
use crate::open_data::tables::TableId;

/// The index (`agencies.html`).
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct AgenciesView {
    /// Agencies that exist and hold obligations: how many.
    pub holding: usize,
    /// The first of them, most to attend to first.
    pub rows: Vec<AgencyRow>,
    /// The rest of them.
    pub rest: Vec<AgencyRow>,
    /// Agencies that exist and hold none, in Vietnamese order.
    pub idle: Vec<IdleAgency>,
    /// Agencies that are no more, in Vietnamese order.
    pub ended: Vec<EndedAgency>,
    /// Groups named by documents.
    pub groups: Vec<PartyRef>,
}

/// An agency without obligations.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct IdleAgency {
    /// Address and full name.
    pub link: Link,
    /// Tasks it coordinates.
    pub coordinates: usize,
}

/// A group in the index.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct PartyRef {
    /// Address and name.
    pub link: Link,
    /// Named, never expanded.
    pub open: bool,
    /// Agencies in it at the as-of date.
    pub members: usize,
    /// Tasks given to it.
    pub tasks: usize,
}

/// Agencies that are shown before the rest is folded, which is done for more than ten: a phone shows them on a dozen screens.
const FIRST: usize = 50;

pub(super) struct Agencies;

impl Kind for Agencies {
    const TEMPLATE: &'static str = "agencies.html";
    const MENU: Option<Route> = Some(Route::Agencies);
    type View<'p> = AgenciesView;

    fn all(_: &Report, _: &Index) -> Vec<Self> {
        vec![Self]
    }

    fn route(&self) -> Route {
        Route::Agencies
    }

    fn head(&self, page: &Page<'_>) -> Head {
        Head::new(page.words.say("nav-agencies"))
            .lead(page.words.say("agencies-lead"))
            .files([(DataFile::Csv(TableId::Agencies), "file-agencies")])
    }

    fn view<'p>(&self, page: &Page<'p>) -> Self::View<'p> {
        let mut all: Vec<AgencyIx> = page.data().agency_list().map(|(ix, _)| ix).collect();
        all.sort_by_key(|ix| page.index.agency_rank[ix.at()]);
        let ended = all.iter().filter_map(|ix| page.ended_agency(*ix)).collect();
        all.retain(|ix| page.ended_agency(*ix).is_none());
        let tally = |ix: &AgencyIx| &page.report.agency(*ix).tally;
        let (mut holding, idle): (Vec<_>, Vec<_>) = all.into_iter().partition(|ix| tally(ix).total() > 0);
        holding.sort_by_key(|ix| (attention(tally(ix)), page.data()[*ix].kind));
        let mut rows = page.agency_rows(&holding);
        let rest = if rows.len() > FIRST + 10 { rows.split_off(FIRST) } else { Vec::new() };
        let mut groups: Vec<GroupIx> = page.data().group_list().map(|(ix, _)| ix).collect();
        groups.sort_by_key(|ix| page.index.group_rank[ix.at()]);
        let group = |ix: GroupIx| PartyRef {
            link: page.group_link(ix),
            open: page.data()[ix].open,
            members: page.data().expand(Party::Group(ix), Some(page.report.as_of)).len(),
            tasks: page.index.tasks_of_group[ix.at()].len(),
        };
        let idle = idle
            .into_iter()
            .map(|ix| IdleAgency { link: page.agency_link(ix), coordinates: page.report.agency(ix).coordinates.len() });
        AgenciesView {
            holding: holding.len(),
            rows,
            rest,
            idle: idle.collect(),
            ended,
            groups: groups.into_iter().map(group).collect(),
        }
    }
}
