//! The index of agencies and groups.

use super::kind::{Head, Index, JsonSchema, Kind, Page, Report, Route, Serialize};
use super::parts::cards::AgencyCard;
use super::parts::common::Link;
use crate::model::{AgencyIx, AgencyKind, GroupIx, Party};
use crate::open_data::DataFile;
use crate::open_data::tables::TableId;

/// The index (`agencies.html`).
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct AgenciesView {
    /// By kind.
    pub kinds: Vec<AgencyKindView>,
    /// Groups named by documents.
    pub groups: Vec<PartyRef>,
}

/// Agencies of one kind.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct AgencyKindView {
    /// Code of the kind of agency.
    pub code: &'static str,
    /// Name of the kind.
    pub text: String,
    /// In Vietnamese order.
    pub agencies: Vec<AgencyCard>,
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
        let kinds = AgencyKind::ALL.into_iter().filter_map(|kind| {
            let of_kind = page.data().agency_list().filter(|(_, a)| a.kind == kind);
            let mut found: Vec<AgencyIx> = of_kind.map(|(ix, _)| ix).collect();
            found.sort_by_key(|ix| page.index.agency_rank[ix.at()]);
            (!found.is_empty()).then(|| AgencyKindView {
                code: kind.code(),
                text: page.words.count(&format!("kind-{}", kind.code()), found.len()),
                agencies: found.into_iter().map(|ix| page.agency_card(ix)).collect(),
            })
        });
        let mut groups: Vec<GroupIx> = page.data().group_list().map(|(ix, _)| ix).collect();
        groups.sort_by_key(|ix| page.index.group_rank[ix.at()]);
        let group = |ix: GroupIx| PartyRef {
            link: page.group_link(ix),
            open: page.data()[ix].open,
            members: page.data().expand(Party::Group(ix), Some(page.report.as_of)).len(),
            tasks: page.index.tasks_of_group[ix.at()].len(),
        };
        AgenciesView { kinds: kinds.collect(), groups: groups.into_iter().map(group).collect() }
    }
}
