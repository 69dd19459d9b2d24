//! How obligations stood in the past, computed from what is known now. Builds remember nothing of each other.

use super::label::Label;
use super::obligation::Obligation;
use super::report::Report;
use super::status::State;
use crate::model::{CompletedOn, Deadline, Month, Period, Unit};
use chrono::{Datelike, NaiveDate};

/// Obligations at the end of one day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    /// The day.
    pub day: NaiveDate,
    /// Completed by then.
    pub completed: u32,
    /// Open, and no deadline has passed.
    pub open: u32,
    /// Open, and the last in-time day has passed: overdue, or without information on completion.
    pub past_due: u32,
    /// Not applicable, suspended or given up.
    pub aside: u32,
}

/// A history of more months than this goes by years.
const MOST_MONTHS: usize = 36;

impl Report {
    /// How `obligations` stood at the end of each month from the first on, and at the as-of date; at the end of each
    /// year where that is long. Empty where nothing was given.
    ///
    /// A duty counts as completed from the day of its product on, however late the report came; a duty given by a
    /// document without any date counts from the start.
    pub fn history<'o>(&self, obligations: impl Iterator<Item = &'o Obligation>) -> Vec<Standing> {
        let lives: Vec<Life<'_>> = obligations.map(|o| self.life(o)).collect();
        let Some(first) = lives.iter().filter_map(|l| l.from).min() else { return Vec::new() };
        let mut found: Vec<Standing> = points(first, self.as_of).into_iter().map(Standing::on).collect();
        for life in &lives {
            for point in &mut found {
                life.count(point);
            }
        }
        found
    }

    fn life(&self, o: &Obligation) -> Life<'_> {
        let task = &self.data[o.task];
        let given = self.data.reference_day(task.document()).max(o.period.map(Period::first));
        let reported = || o.status.reported.map_or(self.as_of, crate::model::PartialDate::last);
        let end = match o.status.state {
            State::Completed(on) => {
                let day = if let CompletedOn::Date(on) = on { on.last().min(self.as_of) } else { reported() };
                if o.status.label == Label::AwaitingAcceptance { End::Reported(day) } else { End::Completed(day) }
            }
            State::NotApplicable | State::Suspended => End::Aside(reported()),
            State::Cancelled(day) => End::Aside(day),
            State::NotReported | State::NotStarted | State::InProgress => End::Open,
        };
        let due = match o.period {
            // Nobody knows that its condition came about.
            _ if o.status.label == Label::NoInformation => LastDay::OfPeriod(None),
            Some(_) => LastDay::OfPeriod(o.status.due),
            None => LastDay::Of(&task.deadline),
        };
        Life { from: given, end, due }
    }
}

/// From when to when an obligation was open, and when it was due.
struct Life<'t> {
    from: Option<NaiveDate>,
    end: End,
    due: LastDay<'t>,
}

enum LastDay<'t> {
    /// A period's report is due on one day, which cannot be extended; or nothing can be late.
    OfPeriod(Option<NaiveDate>),
    /// A deadline that extensions may have moved.
    Of(&'t Deadline),
}

enum End {
    Open,
    /// Said to be completed, not accepted.
    Reported(NaiveDate),
    Completed(NaiveDate),
    Aside(NaiveDate),
}

impl Life<'_> {
    fn count(&self, at: &mut Standing) {
        if self.from.is_some_and(|from| from > at.day) {
            return;
        }
        let due = match self.due {
            LastDay::OfPeriod(due) => due,
            LastDay::Of(deadline) => deadline.in_force(at.day),
        };
        match self.end {
            End::Completed(day) if day <= at.day => at.completed += 1,
            End::Aside(day) if day <= at.day => at.aside += 1,
            End::Reported(day) if day <= at.day => at.open += 1,
            End::Open | End::Reported(_) | End::Completed(_) | End::Aside(_) => match due {
                Some(due) if due < at.day => at.past_due += 1,
                Some(_) | None => at.open += 1,
            },
        }
    }
}

impl Standing {
    fn on(day: NaiveDate) -> Self {
        Self { day, completed: 0, open: 0, past_due: 0, aside: 0 }
    }

    /// All that had been given by then.
    pub fn total(&self) -> u32 {
        self.completed + self.open + self.past_due + self.aside
    }
}

/// The last days of the months (of the years, if those are many) from `first` on; the last point is `as_of` itself.
fn points(first: NaiveDate, as_of: NaiveDate) -> Vec<NaiveDate> {
    let start = Period::Month(Month { year: first.year(), month: first.month() });
    let months = std::iter::successors(Some(start), |p| Some(p.next())).take_while(|p| p.first() <= as_of);
    let mut ends: Vec<NaiveDate> = months.map(Period::last).collect();
    if ends.len() > MOST_MONTHS {
        let years = std::iter::successors(Some(Period::containing(Unit::Year, first)), |p| Some(p.next()));
        ends = years.take_while(|p| p.first() <= as_of).map(Period::last).collect();
    }
    if let Some(last) = ends.last_mut() {
        *last = as_of;
    }
    ends
}

#[cfg(test)]
mod tests {
    use super::points;

    fn days(first: &str, as_of: &str) -> Vec<String> {
        let day = |text: &str| text.parse().expect(text);
        points(day(first), day(as_of)).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn months_then_years() {
        assert_eq!(days("2024-01-15", "2024-03-10"), ["2024-01-31", "2024-02-29", "2024-03-10"]);
        assert_eq!(days("2024-01-15", "2024-01-31"), ["2024-01-31"]);
        assert_eq!(days("2024-02-01", "2024-01-31"), [""; 0]);
        assert_eq!(
            days("2022-12-31", "2026-02-01"),
            ["2022-12-31", "2023-12-31", "2024-12-31", "2025-12-31", "2026-02-01"]
        );
    }
}
