//! Periods of a recurring duty, in rows of a year.

use super::common::{DateView, StatusView, TallyView};
use crate::derive::{Obligation, Tally, Timeliness};
use crate::model::{Period, Unit};
use crate::pages::page::Page;
use crate::pages::words::{Arg, PageWords};
use chrono::Datelike;
use schemars::JsonSchema;
use serde::Serialize;

/// All periods of a recurring duty (`period_strip` in `parts/periods.html`).
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct PeriodStrip {
    /// `week`, `month`, `quarter`, `half`, `year`.
    pub unit: &'static str,
    /// Rows, oldest first.
    pub years: Vec<PeriodYear>,
    /// How many periods.
    pub count: usize,
    /// Whether a period has several holders: its cell then shows shares, not one status.
    pub shared: bool,
    /// Of the obligations of all periods.
    pub tally: TallyView,
    /// The last period begun.
    pub latest: PeriodRow,
    /// The last one that fell due, where that is another.
    pub fell_due: Option<PeriodRow>,
}

/// The periods of one year; of a yearly duty, all.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct PeriodYear {
    /// The year; empty of a yearly duty.
    pub year: String,
    /// Empty places before the first, so that the same periods of all years stand below each other.
    pub skip: u32,
    /// Oldest first.
    pub periods: Vec<PeriodRow>,
}

/// One period of a recurring duty.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct PeriodRow {
    /// `tháng 10/2023`, `quý IV/2023`.
    pub period: String,
    /// The same in few letters, within its year: `10`, `IV`.
    pub short: String,
    /// Last in-time day.
    pub due: DateView,
    /// Of the obligations of this period.
    pub tally: TallyView,
    /// The only status, where the duty has one holder.
    pub status: Option<StatusView>,
}

/// Weeks in a row: a quarter of a year.
const WEEKS: u32 = 13;

impl Page<'_> {
    /// None of a duty that does not recur, or whose first period has not begun.
    pub(crate) fn period_strip(&self, obligations: &[Obligation]) -> Option<PeriodStrip> {
        let dated = obligations.chunk_by(|a, b| a.period == b.period);
        let periods: Vec<(Period, &[Obligation])> = dated.filter_map(|same| Some((same[0].period?, same))).collect();
        let (last, newest) = *periods.last()?;
        let fallen = periods.iter().rfind(|(_, same)| same.iter().any(has_fallen_due));
        let of_year = |same: &[(Period, &[Obligation])]| PeriodYear {
            year: year_of(same[0].0).map(|year| year.to_string()).unwrap_or_default(),
            skip: place(same[0].0) - 1,
            periods: same.iter().filter_map(|(period, of)| self.period_row(*period, of)).collect(),
        };
        let tally: Tally = obligations.iter().map(|o| o.status.label).collect();
        Some(PeriodStrip {
            unit: last.unit().code(),
            years: periods.chunk_by(|a, b| year_of(a.0) == year_of(b.0)).map(of_year).collect(),
            count: periods.len(),
            shared: periods.iter().any(|(_, same)| same.len() > 1),
            tally: self.words.tally(&tally),
            latest: self.period_row(last, newest)?,
            fell_due: fallen.filter(|(p, _)| *p != last).and_then(|(p, same)| self.period_row(*p, same)),
        })
    }

    fn period_row(&self, period: Period, obligations: &[Obligation]) -> Option<PeriodRow> {
        let tally: Tally = obligations.iter().map(|o| o.status.label).collect();
        Some(PeriodRow {
            period: self.words.period(period),
            short: self.words.period_in_year(period),
            due: self.words.day(obligations.first()?.status.due?),
            tally: self.words.tally(&tally),
            status: match obligations {
                [only] => Some(self.words.status(&only.status)),
                _ => None,
            },
        })
    }
}

impl PageWords {
    /// A period in few letters, as it is called within its year.
    pub(crate) fn period_in_year(&self, period: Period) -> String {
        match period {
            Period::Week(week) => week.week.to_string(),
            Period::Month(month) => month.month.to_string(),
            Period::Quarter(..) => {
                let n = place(period) as usize;
                let roman = ["I", "II", "III", "IV"][n - 1];
                self.with("quarter-short", &[("roman", Arg::Text(roman)), ("n", Arg::Count(n))])
            }
            Period::Half(..) => if place(period) == 1 { "1–6" } else { "7–12" }.to_owned(),
            Period::Year(year) => year.to_string(),
        }
    }

    /// The same with its year, for the head of a narrow column.
    pub(crate) fn period_in_short(&self, period: Period) -> String {
        let short = self.period_in_year(period);
        year_of(period).map_or_else(|| short.clone(), |year| format!("{short}/{year}"))
    }
}

/// Whether its deadline has passed, or it was closed before.
pub(crate) fn has_fallen_due(o: &Obligation) -> bool {
    o.status.state.is_closed() || matches!(o.status.timeliness, Timeliness::Overdue(_))
}

/// The year that a period is a part of.
fn year_of(period: Period) -> Option<i32> {
    match period {
        Period::Week(week) => Some(week.year),
        Period::Month(month) => Some(month.year),
        Period::Quarter(year, _) | Period::Half(year, _) => Some(year),
        Period::Year(_) => None,
    }
}

/// Its place in its row, from 1.
fn place(period: Period) -> u32 {
    let month = period.first().month0();
    match period.unit() {
        Unit::Week => (period.first().iso_week().week() - 1) % WEEKS + 1,
        Unit::Month => month + 1,
        Unit::Quarter => month / 3 + 1,
        Unit::Half => month / 6 + 1,
        Unit::Year => 1,
    }
}
