//! Obligations of one agency in a table: a row a task, whatever its periods.

use super::common::{DateView, Link, StatusView, TallyView};
use super::rows::urgency_key;
use crate::derive::{Given, Obligation, Tally, Timeliness};
use crate::model::{AgencyIx, Party};
use crate::pages::page::Page;
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeSet;

/// Obligations of one agency in a list.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct ObligationList {
    /// Most pressing first.
    pub rows: Vec<ObligationRow>,
    /// The other agencies to which all of them were first given; the rows then do not say it again.
    pub inherited_from: Vec<Link>,
}

/// One obligation, or all periods of a recurring one, in a table of an agency.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct ObligationRow {
    /// The task.
    pub link: Link,
    /// Period of a recurring duty; empty otherwise.
    pub period: String,
    /// Of the periods that have begun, where they are more than one.
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

    /// Rows with what they have in common said once.
    pub(crate) fn obligation_list(&self, rows: &[Vec<&Obligation>], of: AgencyIx) -> ObligationList {
        let mut rows: Vec<ObligationRow> = rows.iter().map(|row| self.obligation_row(row, of)).collect();
        let mut inherited_from = Vec::new();
        if rows.len() > 1 && rows.iter().all(|row| row.inherited_from == rows[0].inherited_from) {
            for row in &mut rows {
                inherited_from = std::mem::take(&mut row.inherited_from);
            }
        }
        ObligationList { rows, inherited_from }
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

/// What one holder owes of a task is one row, whoever had it before and however many its periods: those given by name
/// first, and of these and those the most pressing first.
pub(crate) fn rows_of_agency<'r>(held: impl Iterator<Item = &'r Obligation>) -> Vec<Vec<&'r Obligation>> {
    let key = |o: &Obligation| (o.given != Given::ByName, o.task, o.holder);
    let mut all: Vec<&Obligation> = held.collect();
    all.sort_by_key(|o| (key(o), o.period));
    let mut rows: Vec<Vec<&Obligation>> = all.chunk_by(|a, b| key(a) == key(b)).map(<[_]>::to_vec).collect();
    rows.sort_by_key(|row| (row[0].given != Given::ByName, urgency_key(representative(row))));
    rows
}
