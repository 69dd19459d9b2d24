//! Who answers for a task, and how each stands.

use super::common::{Link, StatusView};
use super::rows::{is_unexpanded, urgency_key};
use crate::derive::Obligation;
use crate::model::{AgencyIx, Party, TaskIx};
use crate::pages::page::Page;
use schemars::JsonSchema;
use serde::Serialize;

/// A responsible party with its status, where it has one of its own.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct PartyStatus {
    /// Address and name.
    pub link: Link,
    /// `agency`, `group` or `open-group`.
    pub kind: &'static str,
    /// Members counted, for a group.
    pub members: usize,
    /// The holder now, where a successor took over.
    pub now: Option<Link>,
    /// Its status, where it is an agency.
    pub status: Option<StatusView>,
}

impl Page<'_> {
    pub(crate) fn lead(&self, ix: TaskIx, party: Party) -> PartyStatus {
        let day = self.data().reference_day(self.data()[ix].document());
        let own = |agency: AgencyIx| {
            let had = |o: &&Obligation| o.assigned == Party::Agency(agency) || o.taken_over.contains(&agency);
            self.report.obligations_of(ix).iter().rev().find(had)
        };
        let (kind, members, obligation) = match party {
            Party::Agency(agency) => ("agency", 0, own(agency)),
            Party::Group(_) if is_unexpanded(self.report, ix, party) => ("open-group", 0, None),
            Party::Group(_) => ("group", self.data().expand(party, day).len(), None),
        };
        PartyStatus {
            link: self.party_link(party),
            kind,
            members,
            now: obligation.filter(|o| o.holder != party).map(|o| self.party_link(o.holder)),
            status: obligation.map(|o| self.words.status(&o.status)),
        }
    }

    pub(crate) fn holders(&self, obligations: &[Obligation]) -> Vec<PartyStatus> {
        if obligations.len() < 2 || obligations[0].period.is_some() {
            return Vec::new();
        }
        let mut order: Vec<&Obligation> = obligations.iter().collect();
        order.sort_by_key(|o| (urgency_key(o), self.rank(o.assigned)));
        order
            .into_iter()
            .map(|o| PartyStatus {
                link: self.party_link(o.assigned),
                kind: if matches!(o.assigned, Party::Agency(_)) { "agency" } else { "open-group" },
                members: 0,
                now: (o.holder != o.assigned).then(|| self.party_link(o.holder)),
                status: Some(self.words.status(&o.status)),
            })
            .collect()
    }
}
