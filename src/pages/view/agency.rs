//! The index of agencies, one agency, one group.

use super::{ChartView, DateView, Link, Pager, StatusView, TallyView, TaskRow};
use crate::pages::shared::Part;
use schemars::JsonSchema;
use serde::Serialize;

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
    /// Code of the kind (DESIGN §3).
    pub code: &'static str,
    /// Name of the kind.
    pub text: String,
    /// In Vietnamese order.
    pub agencies: Vec<AgencyCard>,
}

/// One agency of the index.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct AgencyCard {
    /// Address and full name.
    pub link: Link,
    /// Short name; empty if there is none.
    pub short: String,
    /// Of the obligations it holds.
    pub tally: TallyView,
    /// Of those given to it by name.
    pub by_name: u32,
    /// Tasks it coordinates.
    pub coordinates: usize,
    /// Last day of its life, if it ended by the as-of date.
    pub ended: Option<DateView>,
    /// Who took over.
    pub successor: Option<Link>,
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

/// One agency (`agency.html`), or one group (`group.html`, which uses a part of the fields).
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct AgencyPage {
    /// Its id.
    pub id: String,
    /// Full name.
    pub name: String,
    /// Short name; empty if there is none.
    pub short: String,
    /// Name of its kind; `group` or `open-group` for groups.
    pub kind: String,
    /// Whether it is a group that is never expanded.
    pub open: bool,
    /// Its own site; none if unknown.
    pub url: Option<String>,
    /// For readers; empty if there is none.
    pub note: String,
    /// First day of its life, if stated.
    pub from: Option<DateView>,
    /// Last day of its life, if it ended by the as-of date.
    pub ended: Option<DateView>,
    /// Who took over from it.
    pub successors: Vec<SuccessionRow>,
    /// From whom it took over.
    pub predecessors: Vec<SuccessionRow>,
    /// Groups that it belongs to at the as-of date.
    pub groups: Vec<Link>,
    /// For a group: its members at the as-of date.
    pub members: Vec<Link>,
    /// Of the obligations it holds.
    pub tally: TallyView,
    /// Of those given to it by name.
    pub tally_by_name: TallyView,
    /// How the obligations that it holds stood over time; none for a single point, and on further parts of the page.
    pub history: Option<ChartView>,
    /// Obligations with a deadline ahead, soonest first; at most ten.
    pub upcoming: Vec<ObligationRow>,
    /// Obligations given to it by name, in this part of the page.
    pub by_name: Vec<ObligationRow>,
    /// Obligations given to a whole group, in this part of the page.
    pub by_group: Vec<ObligationRow>,
    /// Links between the parts.
    pub pager: Pager,
    /// Tasks it coordinates.
    pub coordinates: Vec<Part<TaskRow>>,
    /// Tasks whose reports it receives.
    pub receives: Vec<Part<TaskRow>>,
    /// Obligations that went to a successor: how many.
    pub passed_on: usize,
    /// The same as rows, on the first part of the page; at most 200.
    pub handed_over: Vec<ObligationRow>,
    /// For a group: tasks given to it.
    pub tasks: Vec<Part<TaskRow>>,
    /// For a group: the table of its members and their duties.
    pub matrix: Option<Link>,
}

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
    /// The group through which it was given.
    pub via: Option<Link>,
    /// The agency to which it was first given, where that is another.
    pub inherited_from: Option<Link>,
    /// The document, linked to the clause.
    pub source: Link,
    /// The clause as printed; empty if unknown.
    pub clause: String,
}

/// One step of succession.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct SuccessionRow {
    /// The other agency.
    pub link: Link,
    /// First day.
    pub from: DateView,
    /// For readers; empty if there is none.
    pub note: String,
}
