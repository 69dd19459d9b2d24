//! What is counted per agency: task × responsible agency × period.

use super::given::Given;
use super::reports::Reports;
use super::status::{Duty, Limit, Policy, State, Status, status};
use super::succession::{holder_of, holder_on, lead_since};
use crate::model::{AgencyIx, CompletedOn, Dataset, Due, PartialDate, Party, Period, Scope, Task, TaskIx, Update};
use chrono::NaiveDate;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// One duty of one holder in one period; no holder owes a task twice in a period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Obligation {
    /// The task.
    pub task: TaskIx,
    /// Who had it when it began: the agency that the document names, or for a period begun later whoever had taken over
    /// by then; a group that is open or whose members on that day are unknown.
    pub assigned: Party,
    /// Others that had it too, and whose part came to the same holder; by index.
    pub taken_over: Vec<AgencyIx>,
    /// Who answers for it at the as-of date, or closed it.
    pub holder: Party,
    /// By name, or as one of a group.
    pub given: Given,
    /// The period of a recurring duty.
    pub period: Option<Period>,
    /// Where it stands.
    pub status: Status,
}

/// The obligations of one task at `as_of`, ordered by period, then by whom they were given to. Empty while the document
/// was not yet issued, or no period of a recurring duty has begun.
pub(crate) fn of_task(data: &Dataset, ix: TaskIx, as_of: NaiveDate, policy: Policy) -> Vec<Obligation> {
    let task = &data[ix];
    let given_on = data.reference_day(task.document());
    if given_on.is_some_and(|day| day > as_of) || data.is_from_news(task) {
        return Vec::new();
    }
    let named = assignees(data, task, given_on);
    let reports = Reports::new(task, as_of);
    let mut found = Vec::new();
    for period in periods(task, given_on, as_of) {
        let begins = given_on.max(period.map(Period::first));
        let one = |(assigned, share): (Party, Share)| {
            let counting = reports.of(data, assigned, &share.named, share.given, period);
            let status = status(counting.into_iter(), duty(data, task, period, as_of), as_of, policy);
            let holder = holder(data, task, assigned, &status, begins, as_of);
            Obligation { task: ix, assigned, taken_over: Vec::new(), holder, given: share.given, period, status }
        };
        found.extend(once_a_holder(shares(data, task, &named, period, begins).into_iter().map(one).collect()));
    }
    found
}

/// The task seen as one duty of its group, from collective updates alone; none where there are none.
pub(crate) fn collective(data: &Dataset, task: &Task, as_of: NaiveDate, policy: Policy) -> Option<Status> {
    let collective = |u: &&Update| u.scope == Scope::Collective && u.date.last() <= as_of;
    task.updates
        .iter()
        .any(|u| collective(&u))
        .then(|| status(task.updates.iter().filter(collective), duty(data, task, None, as_of), as_of, policy))
}

/// Lead agencies with how they were named; a group without members on that day stands for itself. A body that had ended
/// by then is no member, unless another had taken over from it.
fn assignees(data: &Dataset, task: &Task, given_on: Option<NaiveDate>) -> BTreeMap<Party, Given> {
    let mut holders = BTreeMap::new();
    for party in &task.lead {
        match *party {
            Party::Agency(agency) => {
                holders.insert(Party::Agency(agency), Given::ByName);
            }
            Party::Group(group) => {
                let mut members = data.expand(*party, given_on);
                members.retain(|agency| given_on.is_none_or(|day| lives_on(data, holder_on(data, *agency, day), day)));
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

fn lives_on(data: &Dataset, agency: AgencyIx, day: NaiveDate) -> bool {
    data[agency].until.is_none_or(|until| day <= until)
}

/// What falls to one party when an obligation begins.
struct Share {
    given: Given,
    /// Those named, or members of what is named, whose part it is.
    named: Vec<AgencyIx>,
}

/// Who gets a period: nobody that has ended, and whoever took over from several of those named gets it once.
fn shares(
    data: &Dataset,
    task: &Task,
    named: &BTreeMap<Party, Given>,
    period: Option<Period>,
    begins: Option<NaiveDate>,
) -> BTreeMap<Party, Share> {
    let mut found: BTreeMap<Party, Share> = BTreeMap::new();
    for (&party, &given) in named {
        let (to, agency) = match (party, period.and(begins)) {
            (Party::Group(_), None) => (party, None),
            (Party::Group(_), Some(begins)) => match lead_since(task, begins) {
                None => (party, None),
                Some(lead) => (Party::Agency(holder_on(data, lead, begins)), Some(lead)),
            },
            (Party::Agency(agency), None) => (party, Some(agency)),
            (Party::Agency(agency), Some(begins)) => {
                let holder = holder_of(data, task, agency, begins);
                if !lives_on(data, holder, begins) {
                    continue;
                }
                (Party::Agency(holder), Some(agency))
            }
        };
        let share = found.entry(to).or_insert(Share { given, named: Vec::new() });
        share.given = share.given.min(given);
        share.named.extend(agency);
    }
    found
}

/// Parts of one duty and period that came to one holder are one: what is its own if it had a part itself, else the most
/// pressing of them.
fn once_a_holder(parts: Vec<Obligation>) -> Vec<Obligation> {
    let mut by_holder: BTreeMap<Party, Vec<Obligation>> = BTreeMap::new();
    for part in parts {
        by_holder.entry(part.holder).or_default().push(part);
    }
    let mut found: Vec<Obligation> = by_holder.into_values().filter_map(joined).collect();
    found.sort_by_key(|o| o.assigned);
    found
}

fn joined(parts: Vec<Obligation>) -> Option<Obligation> {
    let given = parts.iter().map(|o| o.given).min()?;
    // They come in the order of whom they were given to.
    let own = parts.iter().position(|o| o.assigned == o.holder);
    let pressing = |o: &Obligation| (o.status.label.urgency(), Reverse(o.status.reported.map(PartialDate::last)));
    let status = match own {
        Some(own) => parts[own].status,
        None => parts.iter().min_by_key(|o| pressing(o))?.status,
    };
    let mut agencies: Vec<AgencyIx> =
        parts.iter().filter_map(|o| if let Party::Agency(agency) = o.assigned { Some(agency) } else { None }).collect();
    let mut whole = parts.into_iter().nth(own.unwrap_or(0))?;
    agencies.retain(|agency| Party::Agency(*agency) != whole.assigned);
    (whole.given, whole.status, whole.taken_over) = (given, status, agencies);
    Some(whole)
}

/// The periods of a recurring duty that have begun by `as_of`, and before it was given up; `[None]` for any other.
fn periods(task: &Task, reference: Option<NaiveDate>, as_of: NaiveDate) -> Vec<Option<Period>> {
    let end = task.cancelled.as_deref().map(|cancelled| cancelled.on);
    let binds = |period: &Period| end.is_none_or(|end| period.first() < end);
    match task.deadline.due {
        Due::Every(_) => task.deadline.periods(reference, as_of).take_while(binds).map(Some).collect(),
        Due::None
        | Due::On(_)
        | Due::BeforeDay(_)
        | Due::BeforeMonth(_)
        | Due::By(_)
        | Due::Continuous(_)
        | Due::Within(_)
        | Due::Meeting(_) => vec![None],
    }
}

/// Whoever answers for it: an open one goes along with each succession and transfer, a closed one stays with who closed
/// it.
fn holder(
    data: &Dataset,
    task: &Task,
    assigned: Party,
    status: &Status,
    begins: Option<NaiveDate>,
    as_of: NaiveDate,
) -> Party {
    let day = match status.state {
        State::Completed(CompletedOn::Date(on)) => on.last(),
        State::Completed(CompletedOn::Unknown) | State::NotApplicable => {
            status.reported.map_or(as_of, PartialDate::last)
        }
        State::Cancelled(on) => on,
        State::NotReported | State::NotStarted | State::InProgress | State::Suspended => as_of,
    };
    let day = begins.map_or(day, |begins| day.max(begins)).min(as_of);
    match assigned {
        Party::Agency(agency) => Party::Agency(holder_of(data, task, agency, day)),
        Party::Group(_) => match lead_since(task, day) {
            Some(lead) => Party::Agency(holder_on(data, lead, day)),
            None => assigned,
        },
    }
}

fn duty(data: &Dataset, task: &Task, period: Option<Period>, as_of: NaiveDate) -> Duty {
    let cancelled = task.cancelled.as_deref().map(|cancelled| cancelled.on).filter(|on| *on <= as_of);
    Duty { limit: limit(data, task, period, as_of), conditional: task.condition.is_some(), cancelled }
}

fn limit(data: &Dataset, task: &Task, period: Option<Period>, as_of: NaiveDate) -> Limit {
    match (task.deadline.due, period) {
        (Due::Every(every), Some(period)) => Limit::Until(every.last_day(period, data.settings.thresholds.period_day)),
        (Due::Every(_), None) => Limit::Undated,
        (Due::Continuous(until), _) if until.is_some_and(|until| until < as_of) => Limit::Ended,
        (Due::Continuous(_), _) => Limit::Standing,
        (
            Due::None
            | Due::On(_)
            | Due::BeforeDay(_)
            | Due::BeforeMonth(_)
            | Due::By(_)
            | Due::Within(_)
            | Due::Meeting(_),
            _,
        ) => task.deadline.in_force(as_of).map_or(Limit::Undated, Limit::Until),
    }
}
