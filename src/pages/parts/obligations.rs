//! Obligations of one agency in a table: a row a task, whatever its periods.

use super::common::{DateView, Link, StatusView, TallyView};
use super::rows::urgency_key;
use crate::derive::{Given, Obligation, Tally, Timeliness};
use crate::model::{AgencyIx, Party};
use crate::pages::page::Page;
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeSet;

/// One obligation, or all periods of a recurring one, in a table of an agency.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct ObligationRow {
    /// The task.
    pub link: Link,
    /// Period of a recurring duty; empty otherwise.
    pub period: String,
    /// How many obligations the row stands for: 1, or the periods of a recurring duty.
    pub count: u32,
    /// Labels of those, where they are more than one.
    pub tally: Option<TallyView>,
    /// Where it stands; for several periods, the last one fallen due.
    pub status: StatusView,
    /// The deadline as the source words it; empty if it does not.
    pub wording: String,
    /// What else is to be said of it, as on the task's page; empty where that is nothing.
    pub terms: String,
    /// The group through which it was given.
    pub via: Option<Link>,
    /// The other agencies to which it was first given, where the holder took it over.
    pub inherited_from: Vec<Link>,
    /// Who holds it now, where that is another agency than the page's.
    pub now: Option<HolderView>,
    /// The document, linked to the clause.
    pub source: Link,
    /// The clause in words: `điểm a khoản 2 mục III`; empty if unknown.
    pub clause: String,
}

/// Who answers for an obligation that another agency was given.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct HolderView {
    /// Who.
    pub link: Link,
    /// First day of the decision that gave it to them; none where they took over as successor.
    pub transferred: Option<DateView>,
}

impl Page<'_> {
    /// Who holds what was given to `of`.
    fn holder_now(&self, o: &Obligation, of: AgencyIx) -> Option<HolderView> {
        let Party::Agency(now) = o.holder else { return None };
        let transfer = self.data()[o.task].transferred.iter().rfind(|t| t.on <= self.report.as_of);
        (now != of).then(|| HolderView {
            link: self.agency_link(now),
            transferred: transfer.filter(|t| t.to == now).map(|t| self.words.day(t.on)),
        })
    }

    /// A row for obligations of one holder for one task.
    pub(crate) fn obligation_row(&self, row: &[&Obligation], of: AgencyIx) -> ObligationRow {
        let first = row[0];
        let task = &self.data()[first.task];
        let shown = representative(row);
        let tally: Tally = row.iter().map(|o| o.status.label).collect();
        let held = row.iter().filter(|o| o.holder == Party::Agency(of));
        let from = held.flat_map(|o| {
            let first = if let Party::Agency(first) = o.assigned { Some(first) } else { None };
            first.into_iter().chain(o.taken_over.iter().copied())
        });
        let from: BTreeSet<AgencyIx> = from.filter(|agency| *agency != of).collect();
        ObligationRow {
            link: self.task_in_short(first.task),
            period: shown.period.map(|p| self.words.period(p)).unwrap_or_default(),
            count: tally.total(),
            tally: (tally.total() > 1).then(|| self.words.tally(&tally)),
            status: self.words.status(&shown.status),
            wording: task.deadline.wording.clone().unwrap_or_default(),
            terms: self.words.terms(self.data(), &task.deadline, self.report.as_of),
            via: match first.given {
                Given::ByName => None,
                Given::AsMemberOf(group) => Some(self.party_short(Party::Group(group))),
            },
            inherited_from: from.into_iter().map(|agency| self.agency_link(agency)).collect(),
            now: self.holder_now(shown, of),
            source: self.source_link(&task.sources[0]),
            clause: self.words.clause_unbroken(&self.data().citation(&task.sources[0])),
        }
    }
}

/// The last period fallen due, else the most pressing one.
fn representative<'r>(row: &[&'r Obligation]) -> &'r Obligation {
    let fallen = |o: &&&Obligation| o.status.state.is_closed() || matches!(o.status.timeliness, Timeliness::Overdue(_));
    let last = row.iter().filter(fallen).max_by_key(|o| o.period);
    last.or_else(|| row.iter().min_by_key(|o| urgency_key(o))).expect("a row stands for obligations")
}

/// Consecutive obligations of one task from one source are one row: a recurring duty is not listed period by period.
pub(crate) fn rows_of_agency<'r>(held: impl Iterator<Item = &'r Obligation>) -> Vec<Vec<&'r Obligation>> {
    let key = |o: &Obligation| (o.given != Given::ByName, o.task, o.assigned);
    let mut all: Vec<&Obligation> = held.collect();
    all.sort_by_key(|o| (key(o), o.period));
    all.chunk_by(|a, b| key(a) == key(b)).map(<[_]>::to_vec).collect()
}
