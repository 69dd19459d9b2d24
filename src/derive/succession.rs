//! Who answers for an agency's open obligations on a given day.

use crate::model::{AgencyIx, Dataset};
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

/// The loader refuses circles, so it ends.
fn steps(data: &Dataset, agency: AgencyIx, day: NaiveDate) -> impl Iterator<Item = AgencyIx> {
    std::iter::successors(Some(agency), move |last| {
        data[*last].succeeded_by.iter().find(|s| s.from <= day).map(|s| s.agency)
    })
}

/// `agency` and all that ever take over from it, each once.
pub(super) fn heirs(data: &Dataset, agency: AgencyIx) -> Vec<AgencyIx> {
    let mut found = vec![agency];
    let mut seen = HashSet::new();
    let mut next = 0;
    while let Some(&at) = found.get(next) {
        next += 1;
        found.extend(data[at].succeeded_by.iter().map(|s| s.agency).filter(|to| seen.insert(*to)));
    }
    found
}
