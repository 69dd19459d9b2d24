//! A day, month, quarter, half or year as it is written.

use super::limit::{Context, Due};
use crate::model::Why;
use chrono::{Datelike, Months, NaiveDate};
use regex::{Captures, Regex};
use std::sync::LazyLock;

/// A pattern of one point or stretch of time. Years have four digits and are of this century.
pub const ATOM: &str = r"(?x)
    (?P<iso>\d{4}-\d{2}-\d{2})\b
  | (?:ngày\s*)?(?P<d1>\d{1,2})\s*/\s*(?P<m1>\d{1,2})\s*/\s*(?P<y1>20\d\d)\b
  | (?:ngày\s*)?(?P<d2>\d{1,2})\s*[.-]\s*(?P<m2>\d{1,2})\s*[.-]\s*(?P<y2>20\d\d)\b
  | (?:ngày\s*)?(?P<d3>\d{1,2})\s*tháng\s*(?P<m3>\d{1,2})(?:\s*,?\s*năm\s*(?P<y3>20\d\d))?\b
  | ngày\s*(?P<d4>\d{1,2})\s*/\s*(?P<m4>\d{1,2})\b
  | (?P<half>6|sáu)\s+tháng\s+(?P<which>đầu|cuối)(?:\s+năm(?:\s+(?P<y5>20\d\d))?)?
  | tháng\s*(?P<m6>\d{1,2})\s*(?:năm|/|-|–)\s*(?P<y6>20\d\d)\b
  | (?P<m7>\d{1,2})\s*/\s*(?P<y7>20\d\d)\b
  | qu[ýí]\s*(?P<q>IV|III|II|I|[1-4])\b(?:\s*(?:,?\s*năm|/|-)\s*(?P<y8>20\d\d)\b)?
  | tháng\s*(?P<m9>\d{1,2})\b
  | (?:năm\s*)?(?P<y10>20\d\d)\b
";

/// [`ATOM`], with or without capitals.
pub static TIMES: LazyLock<Regex> = LazyLock::new(|| Regex::new(&format!("(?i){ATOM}")).expect("a pattern"));

/// A point or stretch of time, its year as far as it is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Atom {
    Day(u32, u32, Option<i32>),
    Month(u32, Option<i32>),
    Quarter(u32, Option<i32>),
    Half(u32, Option<i32>),
    Year(i32),
}

impl Atom {
    /// What a match of [`ATOM`] says; none for a month 13 or a day 32.
    pub fn of(found: &Captures<'_>) -> Option<Self> {
        let number = |name: &str| found.name(name).and_then(|m| m.as_str().parse::<u32>().ok());
        let year = |name: &str| number(name).and_then(|y| i32::try_from(y).ok());
        if let Some(iso) = found.name("iso") {
            let day = NaiveDate::parse_from_str(iso.as_str(), "%Y-%m-%d").ok()?;
            return Some(Self::Day(day.day(), day.month(), Some(day.year())));
        }
        for (d, m, y) in [("d1", "m1", "y1"), ("d2", "m2", "y2"), ("d3", "m3", "y3"), ("d4", "m4", "")] {
            if let (Some(d), Some(m)) = (number(d), number(m)) {
                // 29 February is a day of some year.
                return NaiveDate::from_ymd_opt(2024, m, d).map(|_| Self::Day(d, m, year(y)));
            }
        }
        if found.name("half").is_some() {
            let first = found.name("which").is_some_and(|m| m.as_str().to_lowercase() == "đầu");
            return Some(Self::Half(if first { 1 } else { 2 }, year("y5")));
        }
        if let Some(quarter) = found.name("q") {
            let n = match quarter.as_str().to_uppercase().as_str() {
                "I" | "1" => 1,
                "II" | "2" => 2,
                "III" | "3" => 3,
                _ => 4,
            };
            return Some(Self::Quarter(n, year("y8")));
        }
        for (m, y) in [("m6", "y6"), ("m7", "y7"), ("m9", "")] {
            if let Some(m) = number(m) {
                return (1..=12).contains(&m).then_some(Self::Month(m, year(y)));
            }
        }
        year("y10").map(Self::Year)
    }

    pub fn year(self) -> Option<i32> {
        match self {
            Self::Day(.., year) | Self::Month(_, year) | Self::Quarter(_, year) | Self::Half(_, year) => year,
            Self::Year(year) => Some(year),
        }
    }

    pub fn with_year(self, year: i32) -> Self {
        match self {
            Self::Day(d, m, _) => Self::Day(d, m, Some(year)),
            Self::Month(m, _) => Self::Month(m, Some(year)),
            Self::Quarter(q, _) => Self::Quarter(q, Some(year)),
            Self::Half(h, _) => Self::Half(h, Some(year)),
            Self::Year(_) => Self::Year(year),
        }
    }

    /// Its first day; none without a year, and for 29 February of a common one.
    pub fn first(self) -> Option<NaiveDate> {
        let (month, day) = match self {
            Self::Day(d, m, _) => (m, d),
            Self::Month(m, _) => (m, 1),
            Self::Quarter(q, _) => (q * 3 - 2, 1),
            Self::Half(h, _) => (h * 6 - 5, 1),
            Self::Year(_) => (1, 1),
        };
        NaiveDate::from_ymd_opt(self.year()?, month, day)
    }

    /// The day after its last day.
    pub fn end(self) -> Option<NaiveDate> {
        let first = self.first()?;
        match self {
            Self::Day(..) => first.succ_opt(),
            Self::Month(..) => first.checked_add_months(Months::new(1)),
            Self::Quarter(..) => first.checked_add_months(Months::new(3)),
            Self::Half(..) => first.checked_add_months(Months::new(6)),
            Self::Year(_) => first.checked_add_months(Months::new(12)),
        }
    }

    /// Within it, as `due` is written.
    pub fn within(self) -> Option<Due> {
        let first = self.first()?;
        let year = first.year();
        Some(match self {
            Self::Day(..) => Due::On(first),
            Self::Month(m, _) => Due::By(format!("{year}-{m:02}")),
            Self::Quarter(q, _) => Due::By(format!("{year}-Q{q}")),
            Self::Half(h, _) => Due::By(format!("{year}-H{h}")),
            Self::Year(_) => Due::By(year.to_string()),
        })
    }

    /// Before it begins: a day or a month, the only two that content knows.
    pub fn before(self) -> Option<Due> {
        let first = self.first()?;
        Some(Due::Before(match self {
            Self::Day(..) => first.to_string(),
            Self::Month(..) | Self::Quarter(..) | Self::Half(..) | Self::Year(_) => first.format("%Y-%m").to_string(),
        }))
    }

    /// As the `from` of a deadline.
    pub fn code(self) -> Option<String> {
        match self.within()? {
            Due::On(day) => Some(day.to_string()),
            Due::By(period) => Some(period),
            Due::Before(_) | Due::Every(_) | Due::Within { .. } | Due::Continuous { .. } | Due::ThenContinuous(_) => {
                None
            }
        }
    }

    /// With the paper's year where none is written: the next such day, month or quarter that does not end before it.
    pub fn dated(self, context: Context) -> (Self, Option<Why>) {
        let (None, Some(day)) = (self.year(), context.day()) else { return (self, None) };
        let this = self.with_year(day.year());
        let over = this.end().is_some_and(|end| end <= day);
        (if over { self.with_year(day.year() + 1) } else { this }, Some(Why::YearOfPaper))
    }
}
