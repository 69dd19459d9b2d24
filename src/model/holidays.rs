//! Which days are worked, and counting by them.

use chrono::{Datelike, NaiveDate, Weekday};
use std::collections::BTreeSet;

/// The days off that a site lists, and the days of rest that are worked in exchange.
///
/// A year is known when some day off begins in it. Of any other year nobody can say which days are worked.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Holidays {
    off: BTreeSet<NaiveDate>,
    worked: BTreeSet<NaiveDate>,
    years: BTreeSet<i32>,
}

impl Holidays {
    /// Adds days off, both ends included.
    pub fn add(&mut self, from: NaiveDate, to: NaiveDate) {
        self.years.insert(from.year());
        self.off.extend(from.iter_days().take_while(|day| *day <= to));
    }

    /// Adds a Saturday, Sunday or day off that is worked.
    pub fn add_worked(&mut self, day: NaiveDate) {
        self.worked.insert(day);
    }

    /// Most days off of one year.
    pub fn most_in_a_year(&self) -> usize {
        let days: Vec<NaiveDate> = self.off.iter().copied().collect();
        days.chunk_by(|a, b| a.year() == b.year()).map(<[NaiveDate]>::len).max().unwrap_or(0)
    }

    /// The last of `days` working days after `from`, which does not count itself. Err: a year that would have to be
    /// known and is not.
    pub fn working_days_after(&self, from: NaiveDate, days: u32) -> Result<NaiveDate, i32> {
        let (mut day, mut left) = (from, days);
        while left > 0 {
            day = day.succ_opt().ok_or(day.year())?;
            if !self.years.contains(&day.year()) {
                return Err(day.year());
            }
            left -= u32::from(self.is_worked(day));
        }
        Ok(day)
    }

    fn is_worked(&self, day: NaiveDate) -> bool {
        let rest = matches!(day.weekday(), Weekday::Sat | Weekday::Sun) || self.off.contains(&day);
        !rest || self.worked.contains(&day)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::date::parse_day;
    use proptest::prelude::*;

    fn day(text: &str) -> NaiveDate {
        parse_day(text).expect(text)
    }

    /// Days off around the dates of the Vietnamese holidays, of an invented list: 1 January, a Tết of seven days, 30 April
    /// and 1 May with the Monday before in exchange for a Saturday, 2 September.
    fn holidays() -> Holidays {
        let mut holidays = Holidays::default();
        for (from, to) in [
            ("2024-01-01", "2024-01-01"),
            ("2024-02-08", "2024-02-14"),
            ("2024-04-29", "2024-05-01"),
            ("2024-09-02", "2024-09-03"),
            ("2025-01-01", "2025-01-01"),
        ] {
            holidays.add(day(from), day(to));
        }
        holidays.add_worked(day("2024-05-04"));
        holidays
    }

    #[test]
    fn working_days() {
        let holidays = holidays();
        for (from, days, last) in [
            // Friday: the weekend does not count.
            ("2024-03-01", 1, "2024-03-04"),
            ("2024-03-01", 5, "2024-03-08"),
            // Counted from a day of rest.
            ("2024-03-02", 1, "2024-03-04"),
            // Over the 29 February.
            ("2024-02-28", 2, "2024-03-01"),
            // Over Tết.
            ("2024-02-07", 1, "2024-02-15"),
            ("2024-01-31", 10, "2024-02-21"),
            // Over 30 April and 1 May; the Saturday after is worked.
            ("2024-04-26", 1, "2024-05-02"),
            ("2024-04-26", 3, "2024-05-04"),
            ("2024-04-26", 4, "2024-05-06"),
            // Over the turn of the year.
            ("2024-12-30", 2, "2025-01-02"),
            ("2024-12-30", 1, "2024-12-31"),
        ] {
            assert_eq!(holidays.working_days_after(day(from), days), Ok(day(last)), "{days} after {from}");
        }
    }

    #[test]
    fn a_year_without_holidays_is_not_guessed() {
        let mut holidays = holidays();
        assert_eq!(holidays.working_days_after(day("2025-12-31"), 1), Err(2026));
        assert_eq!(holidays.working_days_after(day("2025-12-30"), 1), Ok(day("2025-12-31")));
        assert_eq!(holidays.working_days_after(day("2023-12-29"), 1), Err(2023));
        // Days off that reach into the next year, and a day worked in it, do not make that year known.
        holidays.add(day("2025-12-31"), day("2026-01-02"));
        holidays.add_worked(day("2026-02-28"));
        assert_eq!(holidays.working_days_after(day("2025-12-30"), 1), Err(2026));
        assert_eq!(Holidays::default().working_days_after(day("2024-03-01"), 1), Err(2024));
    }

    proptest! {
        /// One more working day is a later day, and the day reached is one that is worked.
        #[test]
        fn more_days_end_later(offset in 0_u64..360, days in 1_u32..200) {
            let (holidays, from) = (holidays(), day("2024-01-01") + chrono::Days::new(offset));
            let (Ok(last), Ok(next)) = (holidays.working_days_after(from, days), holidays.working_days_after(from, days + 1))
            else { return Ok(()) };
            prop_assert!(from < last && last < next);
            prop_assert!(holidays.is_worked(last));
            let worked = from.iter_days().skip(1).take_while(|d| *d <= last).filter(|d| holidays.is_worked(*d)).count();
            prop_assert_eq!(worked, days as usize);
        }
    }
}
