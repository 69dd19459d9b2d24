//! Agencies beside each other.

use super::common::{DateView, Link, TallyView};
use crate::derive::{Label, Obligation, Tally};
use crate::model::AgencyIx;
use crate::pages::page::Page;
use schemars::JsonSchema;
use serde::Serialize;

/// One agency in a table that compares.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct AgencyRow {
    /// Address and full name.
    pub link: Link,
    /// Short name; empty if there is none.
    pub short: String,
    /// Of the obligations it holds.
    pub tally: TallyView,
    /// How many it holds beside the agency of the table that holds most, in hundredths of a percent.
    pub scale: u32,
    /// The next deadline ahead; none without one.
    pub next: Option<DateView>,
}

/// One agency that is no more.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct EndedAgency {
    /// Address and full name.
    pub link: Link,
    /// Last day of its life.
    pub ended: DateView,
    /// Who took over.
    pub successors: Vec<Link>,
    /// Obligations that it closed itself.
    pub obligations: u32,
}

/// A bar is seen even where the agency beside it holds a thousand times as much.
const SHORTEST_BAR: u32 = 200;

impl Page<'_> {
    /// Rows of one table, their bars on one scale.
    pub(crate) fn agency_rows(&self, agencies: &[AgencyIx]) -> Vec<AgencyRow> {
        let total = |ix: &AgencyIx| u64::from(self.report.agency(*ix).tally.total());
        let most = agencies.iter().map(total).max().unwrap_or(0).max(1);
        let row = |ix: &AgencyIx| AgencyRow {
            link: self.agency_link(*ix),
            short: self.data()[*ix].short.clone().unwrap_or_default(),
            tally: self.words.tally(&self.report.agency(*ix).tally),
            scale: ((total(ix) * 10_000 / most) as u32).max(SHORTEST_BAR),
            next: ahead(self.report.held_by(*ix)).filter_map(|o| o.status.due).min().map(|day| self.words.day(day)),
        };
        agencies.iter().map(row).collect()
    }

    /// An agency whose life was over by the as-of date; none for any other.
    pub(crate) fn ended_agency(&self, ix: AgencyIx) -> Option<EndedAgency> {
        let agency = &self.data()[ix];
        let ended = agency.until.filter(|day| *day < self.report.as_of)?;
        let successors = agency.succeeded_by.iter().filter(|step| step.from <= self.report.as_of);
        Some(EndedAgency {
            link: self.agency_link(ix),
            ended: self.words.day(ended),
            successors: successors.map(|step| self.agency_link(step.agency)).collect(),
            obligations: self.report.agency(ix).tally.total(),
        })
    }
}

/// What is open and not yet due.
pub(crate) fn ahead<'o>(held: impl Iterator<Item = &'o Obligation>) -> impl Iterator<Item = &'o Obligation> {
    held.filter(|o| matches!(o.status.label, Label::InTime | Label::DueSoon))
}

/// Most to attend to first: what is overdue, then what nobody knows of, then most of all.
pub(crate) fn attention(tally: &Tally) -> impl Ord + use<> {
    std::cmp::Reverse((tally.of(Label::Overdue), tally.of(Label::PastDueUnreported), tally.total()))
}
