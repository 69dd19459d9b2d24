//! What is counted per agency: task × responsible agency × period.

use super::status::{Limit, Policy, State, Status, status};
use super::succession::holder_on;
use crate::model::{CompletedOn, Dataset, Due, GroupIx, Party, Period, Scope, Task, TaskIx, Update};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// One duty of one holder in one period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Obligation {
    /// The task.
    pub task: TaskIx,
    /// To whom the document gave it: an agency, or a group that is open or whose members on that day are unknown.
    pub assigned: Party,
    /// Who answers for it at the as-of date, or closed it.
    pub holder: Party,
    /// By name, or as one of a group.
    pub given: Given,
    /// The period of a recurring duty.
    pub period: Option<Period>,
    /// Where it stands.
    pub status: Status,
}

/// How a task came to its holder.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Given {
    /// The document names the holder.
    ByName,
    /// The document names this group.
    AsMemberOf(GroupIx),
}

/// The obligations of one task at `as_of`, ordered by period, then by name before group, then by holder. Empty while
/// the document was not yet issued, or no period of a recurring duty has begun.
pub(crate) fn of_task(data: &Dataset, ix: TaskIx, as_of: NaiveDate, policy: Policy) -> Vec<Obligation> {
    let task = &data[ix];
    let reference = data.reference_day(task.document());
    if reference.is_some_and(|day| day > as_of) {
        return Vec::new();
    }
    let holders = assignees(data, task, reference);
    let mut found = Vec::new();
    for period in periods(task, reference, as_of) {
        for (&assigned, &given) in &holders {
            found.push(one(data, ix, assigned, given, period, as_of, policy));
        }
    }
    found
}

/// The task seen as one duty of its group, from collective updates alone; none where there are none.
pub(crate) fn collective(data: &Dataset, task: &Task, as_of: NaiveDate, policy: Policy) -> Option<Status> {
    let collective = |u: &&Update| u.scope == Scope::Collective && u.date.last() <= as_of;
    task.updates.iter().any(|u| collective(&u)).then(|| {
        let limit = limit(data, task, None, as_of);
        status(task.updates.iter().filter(collective), limit, task.condition.is_some(), as_of, policy)
    })
}

/// Lead agencies with how they were named; a group without members on that day stands for itself.
fn assignees(data: &Dataset, task: &Task, reference: Option<NaiveDate>) -> BTreeMap<Party, Given> {
    let mut holders = BTreeMap::new();
    for party in &task.lead {
        match *party {
            Party::Agency(agency) => {
                holders.insert(Party::Agency(agency), Given::ByName);
            }
            Party::Group(group) => {
                let members = data.expand(*party, reference);
                if members.is_empty() {
                    holders.entry(Party::Group(group)).or_insert(Given::ByName);
                }
                for agency in members {
                    holders.entry(Party::Agency(agency)).or_insert(Given::AsMemberOf(group));
                }
            }
        }
    }
    holders
}

/// The periods of a recurring duty that have begun by `as_of`; `[None]` for any other.
fn periods(task: &Task, reference: Option<NaiveDate>, as_of: NaiveDate) -> Vec<Option<Period>> {
    match task.deadline.due {
        Due::Every(_) => task.deadline.periods(reference, as_of).map(Some).collect(),
        Due::None | Due::On(_) | Due::BeforeDay(_) | Due::BeforeMonth(_) | Due::By(_) | Due::Continuous(_) => {
            vec![None]
        }
    }
}

fn one(
    data: &Dataset,
    ix: TaskIx,
    assigned: Party,
    given: Given,
    period: Option<Period>,
    as_of: NaiveDate,
    policy: Policy,
) -> Obligation {
    let task = &data[ix];
    let limit = limit(data, task, period, as_of);
    let counting = task
        .updates
        .iter()
        .filter(|u| u.date.last() <= as_of && answers_for_period(u, period) && speaks_for(data, u, assigned, given));
    let status = status(counting, limit, task.condition.is_some(), as_of, policy);
    let holder = match assigned {
        Party::Group(_) => assigned,
        Party::Agency(agency) => {
            let day = match status.state {
                State::Completed(CompletedOn::Date(on)) => on.last(),
                State::Completed(CompletedOn::Unknown) | State::NotApplicable => {
                    status.reported.map_or(as_of, crate::model::PartialDate::last)
                }
                State::NotReported | State::NotStarted | State::InProgress | State::Suspended => as_of,
            };
            Party::Agency(holder_on(data, agency, day.min(as_of)))
        }
    };
    Obligation { task: ix, assigned, holder, given, period, status }
}

fn limit(data: &Dataset, task: &Task, period: Option<Period>, as_of: NaiveDate) -> Limit {
    match (task.deadline.due, period) {
        (Due::Every(every), Some(period)) => Limit::Until(every.last_day(period, data.settings.thresholds.period_day)),
        (Due::Every(_), None) => Limit::Undated,
        (Due::Continuous(_), _) => Limit::Standing,
        (Due::None | Due::On(_) | Due::BeforeDay(_) | Due::BeforeMonth(_) | Due::By(_), _) => {
            task.deadline.in_force(as_of).map_or(Limit::Undated, Limit::Until)
        }
    }
}

/// A recurring duty's report names its period (the loader asks for it); one out of turn names none and answers for none.
fn answers_for_period(update: &Update, period: Option<Period>) -> bool {
    period.is_none() || update.period == period
}

/// Whether an update counts for the holder: its own, that of whoever held the duty on that day, one for all members;
/// a collective one only for a group that is not expanded.
fn speaks_for(data: &Dataset, update: &Update, assigned: Party, given: Given) -> bool {
    match (update.scope, assigned) {
        (Scope::Agency(by), Party::Agency(agency)) => by == agency || by == holder_on(data, agency, update.date.last()),
        (Scope::AllMembers, Party::Agency(_)) => given != Given::ByName,
        (Scope::Collective | Scope::AllMembers, Party::Group(_)) => true,
        (Scope::Agency(_), Party::Group(_)) | (Scope::Collective, Party::Agency(_)) => false,
    }
}
