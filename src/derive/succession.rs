//! Who answers for an agency's open obligations on a given day.

use crate::model::{AgencyIx, Dataset};
use chrono::NaiveDate;

/// The agency that holds, on `day`, what was given to `agency`: the first successor whose date has come, and so on.
pub fn holder_on(data: &Dataset, agency: AgencyIx, day: NaiveDate) -> AgencyIx {
    chain(data, agency, day).last().copied().unwrap_or(agency)
}

/// `agency` and those who took over from it by `day`, in order. The loader refuses circles, so it ends.
pub fn chain(data: &Dataset, agency: AgencyIx, day: NaiveDate) -> Vec<AgencyIx> {
    let mut steps = vec![agency];
    let mut last = agency;
    while let Some(next) = data[last].succeeded_by.iter().find(|s| s.from <= day) {
        last = next.agency;
        steps.push(last);
    }
    steps
}
