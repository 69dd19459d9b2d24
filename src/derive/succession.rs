//! Who answers for an agency's open obligations on a given day.

use crate::model::{AgencyIx, Dataset, Task};
use chrono::NaiveDate;
use std::collections::HashSet;

/// The agency that holds, on `day`, what was given to `agency`: the first successor whose date has come, and so on.
pub fn holder_on(data: &Dataset, agency: AgencyIx, day: NaiveDate) -> AgencyIx {
    steps(data, agency, day).last().unwrap_or(agency)
}

/// `agency` and those who took over from it by `day`, in order.
pub fn chain(data: &Dataset, agency: AgencyIx, day: NaiveDate) -> Vec<AgencyIx> {
    steps(data, agency, day).collect()
}

/// The same for a task of `agency`: whoever it was transferred to by then, else the successor.
pub(super) fn holder_of(data: &Dataset, task: &Task, agency: AgencyIx, day: NaiveDate) -> AgencyIx {
    let given = lead_since(task, day).unwrap_or(agency);
    holder_on(data, given, day)
}

/// Who leads a task by transfer on `day`.
pub(super) fn lead_since(task: &Task, day: NaiveDate) -> Option<AgencyIx> {
    task.transferred.iter().rfind(|transfer| transfer.on <= day).map(|transfer| transfer.to)
}

/// The loader refuses circles, so it ends.
fn steps(data: &Dataset, agency: AgencyIx, day: NaiveDate) -> impl Iterator<Item = AgencyIx> {
    std::iter::successors(Some(agency), move |last| {
        data[*last].succeeded_by.iter().find(|s| s.from <= day).map(|s| s.agency)
    })
}

/// `agency` and all that ever take a task over from it, by succession or transfer, each once.
pub(super) fn heirs(data: &Dataset, task: &Task, agency: AgencyIx) -> Vec<AgencyIx> {
    let mut found = vec![agency];
    let mut seen = HashSet::from([agency]);
    found.extend(task.transferred.iter().map(|transfer| transfer.to).filter(|to| seen.insert(*to)));
    let mut next = 0;
    while let Some(&at) = found.get(next) {
        next += 1;
        found.extend(data[at].succeeded_by.iter().map(|s| s.agency).filter(|to| seen.insert(*to)));
    }
    found
}
