//! Civil dates and periods. No clock, no time of day, no time zone: "today" is an argument elsewhere.

use chrono::{Datelike, NaiveDate, Weekday};

/// Last day of month `month` (1-12) of `year`, leap years included.
pub fn last_day_of_month(year: i32, month: u32) -> NaiveDate {
    let (y, m) = if month == 12 { (year + 1, 1) } else { (year, month + 1) };
    NaiveDate::from_ymd_opt(y, m, 1).and_then(|d| d.pred_opt()).expect("years are bounded to four digits")
}

/// A calendar month.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month {
    /// Four-digit year.
    pub year: i32,
    /// 1 to 12.
    pub month: u32,
}

/// Quarter of a year, 1 to 4.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Quarter(pub u8);

/// Half of a year, 1 or 2.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Half(pub u8);

/// Days of the week as data files name them, Monday first.
pub const WEEKDAYS: [(&str, Weekday); 7] = [
    ("monday", Weekday::Mon),
    ("tuesday", Weekday::Tue),
    ("wednesday", Weekday::Wed),
    ("thursday", Weekday::Thu),
    ("friday", Weekday::Fri),
    ("saturday", Weekday::Sat),
    ("sunday", Weekday::Sun),
];

/// A week, Monday to Sunday, numbered as ISO 8601 does: the first of a year is the one that has its first Thursday.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Week {
    /// The year that most of its days lie in.
    pub year: i32,
    /// 1 to 53.
    pub week: u32,
}

impl Week {
    /// Its day of that name; none where the year has no such week.
    fn day(self, weekday: Weekday) -> Option<NaiveDate> {
        NaiveDate::from_isoywd_opt(self.year, self.week, weekday)
    }
}

/// How long a recurring duty's period is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Unit {
    /// Monday to Sunday (ISO 8601).
    Week,
    /// Calendar month.
    Month,
    /// Calendar quarter.
    Quarter,
    /// January to June, July to December.
    Half,
    /// Calendar year.
    Year,
}

impl Unit {
    /// All of them, the shortest first.
    pub const ALL: [Self; 5] = [Self::Week, Self::Month, Self::Quarter, Self::Half, Self::Year];

    /// As written in data files.
    pub fn code(self) -> &'static str {
        match self {
            Self::Week => "week",
            Self::Month => "month",
            Self::Quarter => "quarter",
            Self::Half => "half",
            Self::Year => "year",
        }
    }
}

/// A calendar period with a first and a last day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Period {
    /// `2024-W05`
    Week(Week),
    /// `2024-06`
    Month(Month),
    /// `2024-Q2`
    Quarter(i32, Quarter),
    /// `2024-H1`
    Half(i32, Half),
    /// `2024`
    Year(i32),
}

impl Period {
    /// Reads `2024`, `2024-06`, `2024-Q2`, `2024-H1`, `2024-W05`; `None` for anything else, impossible months and weeks
    /// included.
    pub fn parse(text: &str) -> Option<Self> {
        let (year, rest) = match text.split_once('-') {
            Some((y, rest)) => (y, Some(rest)),
            None => (text, None),
        };
        let year = parse_year(year)?;
        let Some(rest) = rest else { return Some(Self::Year(year)) };
        let bytes = rest.as_bytes();
        match bytes {
            [b'Q' | b'q', n @ b'1'..=b'4'] => Some(Self::Quarter(year, Quarter(n - b'0'))),
            [b'H' | b'h', n @ b'1'..=b'2'] => Some(Self::Half(year, Half(n - b'0'))),
            [b'W' | b'w', a @ b'0'..=b'5', b @ b'0'..=b'9'] => {
                let week = Week { year, week: two_digits(*a, *b) };
                week.day(Weekday::Mon).map(|_| Self::Week(week))
            }
            [a @ b'0'..=b'1', b @ b'0'..=b'9'] => {
                let month = two_digits(*a, *b);
                (1..=12).contains(&month).then_some(Self::Month(Month { year, month }))
            }
            _ => None,
        }
    }

    /// First day.
    pub fn first(self) -> NaiveDate {
        let (year, month) = match self {
            Self::Week(week) => return week.day(Weekday::Mon).expect("its year has that week"),
            Self::Month(m) => (m.year, m.month),
            Self::Quarter(y, q) => (y, u32::from(q.0) * 3 - 2),
            Self::Half(y, h) => (y, u32::from(h.0) * 6 - 5),
            Self::Year(y) => (y, 1),
        };
        NaiveDate::from_ymd_opt(year, month, 1).expect("months of a period are 1 to 12")
    }

    /// Last day.
    pub fn last(self) -> NaiveDate {
        match self {
            Self::Week(week) => week.day(Weekday::Sun).expect("its year has that week"),
            Self::Month(m) => last_day_of_month(m.year, m.month),
            Self::Quarter(y, q) => last_day_of_month(y, u32::from(q.0) * 3),
            Self::Half(y, h) => last_day_of_month(y, u32::from(h.0) * 6),
            Self::Year(y) => last_day_of_month(y, 12),
        }
    }

    /// The period of length `unit` that `day` lies in.
    pub fn containing(unit: Unit, day: NaiveDate) -> Self {
        let (year, month) = (day.year(), day.month());
        match unit {
            Unit::Week => Self::Week(Week { year: day.iso_week().year(), week: day.iso_week().week() }),
            Unit::Month => Self::Month(Month { year, month }),
            Unit::Quarter => Self::Quarter(year, Quarter(((month - 1) / 3 + 1) as u8)),
            Unit::Half => Self::Half(year, Half(((month - 1) / 6 + 1) as u8)),
            Unit::Year => Self::Year(year),
        }
    }

    /// Its length.
    pub fn unit(self) -> Unit {
        match self {
            Self::Week(_) => Unit::Week,
            Self::Month(_) => Unit::Month,
            Self::Quarter(..) => Unit::Quarter,
            Self::Half(..) => Unit::Half,
            Self::Year(_) => Unit::Year,
        }
    }

    /// The period of the same length right after.
    #[must_use]
    pub fn next(self) -> Self {
        let day = self.last().succ_opt().expect("years are bounded to four digits");
        Self::containing(self.unit(), day)
    }

    /// As written in data files: `2024-W05`, `2024-06`, `2024-Q2`, `2024-H1`, `2024`.
    pub fn code(self) -> String {
        match self {
            Self::Week(w) => format!("{:04}-W{:02}", w.year, w.week),
            Self::Month(m) => format!("{:04}-{:02}", m.year, m.month),
            Self::Quarter(y, q) => format!("{y:04}-Q{}", q.0),
            Self::Half(y, h) => format!("{y:04}-H{}", h.0),
            Self::Year(y) => format!("{y:04}"),
        }
    }
}

impl PartialOrd for Period {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Period {
    /// By last day, the longer period later.
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        (self.last(), std::cmp::Reverse(self.first())).cmp(&(other.last(), std::cmp::Reverse(other.first())))
    }
}

/// A date known to the day, the month or the year: a source that says "March 2020" is not made more exact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PartialDate {
    /// `2020-03-13`
    Day(NaiveDate),
    /// `2020-03`
    Month(Month),
    /// `2020`
    Year(i32),
}

impl PartialDate {
    /// Reads `2020-03-13`, `2020-03` or `2020`; `None` for anything else.
    pub fn parse(text: &str) -> Option<Self> {
        if let Some(day) = parse_day(text) {
            return Some(Self::Day(day));
        }
        match Period::parse(text)? {
            Period::Month(m) => Some(Self::Month(m)),
            Period::Year(y) => Some(Self::Year(y)),
            Period::Week(_) | Period::Quarter(..) | Period::Half(..) => None,
        }
    }

    /// Earliest day it can mean.
    pub fn first(self) -> NaiveDate {
        match self {
            Self::Day(d) => d,
            Self::Month(m) => Period::Month(m).first(),
            Self::Year(y) => Period::Year(y).first(),
        }
    }

    /// Latest day it can mean.
    pub fn last(self) -> NaiveDate {
        match self {
            Self::Day(d) => d,
            Self::Month(m) => Period::Month(m).last(),
            Self::Year(y) => Period::Year(y).last(),
        }
    }

    /// As written in data files.
    pub fn code(self) -> String {
        match self {
            Self::Day(d) => d.to_string(),
            Self::Month(m) => Period::Month(m).code(),
            Self::Year(y) => Period::Year(y).code(),
        }
    }
}

/// Reads `2024-02-29` strictly: four-digit year, two-digit month and day, a day that exists.
pub(crate) fn parse_day(text: &str) -> Option<NaiveDate> {
    let b = text.as_bytes();
    let digits = |r: std::ops::Range<usize>| b[r].iter().all(u8::is_ascii_digit);
    if b.len() != 10 || b[4] != b'-' || b[7] != b'-' || !digits(0..4) || !digits(5..7) || !digits(8..10) {
        return None;
    }
    let (y, m, d) = (text[0..4].parse().ok()?, text[5..7].parse().ok()?, text[8..10].parse().ok()?);
    (1900..=2999).contains(&y).then(|| NaiveDate::from_ymd_opt(y, m, d)).flatten()
}

fn two_digits(tens: u8, ones: u8) -> u32 {
    u32::from(tens - b'0') * 10 + u32::from(ones - b'0')
}

fn parse_year(text: &str) -> Option<i32> {
    let good = text.len() == 4 && text.bytes().all(|b| b.is_ascii_digit());
    let year = good.then(|| text.parse().ok()).flatten()?;
    (1900..=2999).contains(&year).then_some(year)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(text: &str) -> NaiveDate {
        parse_day(text).expect(text)
    }

    #[test]
    fn periods_end_on_their_last_day() {
        for (code, first, last) in [
            ("2024-02", "2024-02-01", "2024-02-29"),
            ("2023-02", "2023-02-01", "2023-02-28"),
            ("2018-Q4", "2018-10-01", "2018-12-31"),
            ("2024-Q2", "2024-04-01", "2024-06-30"),
            ("2023-H2", "2023-07-01", "2023-12-31"),
            ("2024-H1", "2024-01-01", "2024-06-30"),
            ("2025", "2025-01-01", "2025-12-31"),
            ("2024-W05", "2024-01-29", "2024-02-04"),
            // The first and the last week of a year reach into its neighbours.
            ("2020-W53", "2020-12-28", "2021-01-03"),
            ("2025-W01", "2024-12-30", "2025-01-05"),
        ] {
            let p = Period::parse(code).expect(code);
            assert_eq!((p.first(), p.last(), p.code()), (day(first), day(last), code.to_owned()));
            assert_eq!(Period::containing(p.unit(), p.last()), p);
            assert_eq!(p.next().first(), p.last().succ_opt().unwrap());
        }
    }

    #[test]
    fn impossible_dates_are_refused() {
        for bad in ["2023-02-29", "2024-13-01", "2024-00-10", "24-01-01", "2024-1-1", "2024/01/01", "0024-01-01", ""] {
            assert_eq!(parse_day(bad), None, "{bad}");
        }
        for bad in
            ["2024-13", "2024-Q5", "2024-H3", "2024-1", "Q4-2024", "2024-", "20245", "2024-W00", "2024-W53", "2024-W5"]
        {
            assert_eq!(Period::parse(bad), None, "{bad}");
        }
        assert_eq!(PartialDate::parse("2024-Q1"), None);
        assert_eq!(PartialDate::parse("2024-W05"), None);
    }

    proptest! {
        /// Each day lies in one period of every length; periods follow each other without a gap, and are written as they
        /// are read.
        #[test]
        fn periods_cover_every_day(n in 0_u64..365_000) {
            let day = NaiveDate::from_ymd_opt(1950, 1, 1).unwrap() + chrono::Days::new(n);
            for unit in Unit::ALL {
                let p = Period::containing(unit, day);
                prop_assert!(p.first() <= day && day <= p.last());
                prop_assert_eq!(Period::parse(&p.code()), Some(p));
                prop_assert_eq!(p.next().first(), p.last().succ_opt().unwrap());
                prop_assert!(p < p.next());
            }
        }
    }
}
