//! A deadline that words mean, and what must be known to read them.

use crate::model::Why;
use chrono::NaiveDate;
use std::ops::Range;

/// A deadline in the words of `due` (`docs/content.md`).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Due {
    /// On a day at the latest: `2024-09-30`.
    On(NaiveDate),
    /// Within a month, quarter, half or year: `2024-06`, `2024-Q2`, `2024-H1`, `2024`.
    By(String),
    /// Before a day or a month: `before: 2024-06`.
    Before(String),
    /// Again and again.
    Every(Every),
    /// Days counted from the issue, the meeting or a day.
    Within {
        /// Calendar or working days.
        days: u32,
        /// Whether only working days count.
        working: bool,
        /// Day from which they are counted; none: from the issue.
        of: Option<NaiveDate>,
    },
    /// All the time; from a day, month or year on.
    Continuous {
        /// As a day or a period.
        from: Option<String>,
    },
    /// By then, and all the time after it.
    ThenContinuous(Box<Due>),
}

/// What comes again and again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Every {
    /// `week`, `month`, `quarter`, `half`, `year`.
    pub unit: &'static str,
    /// Last day in time, in the period's last month: 24 for `trước ngày 25 hằng tháng`.
    pub day: Option<u32>,
    /// `monday` … `sunday`.
    pub weekday: Option<&'static str>,
    /// Also whenever it is asked for: `hoặc đột xuất`.
    pub adhoc: bool,
}

/// What is known of a paper when its deadlines are read.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Context {
    /// Day of issue.
    pub issued: Option<NaiveDate>,
    /// Day of the meeting.
    pub held: Option<NaiveDate>,
}

impl Context {
    pub(super) fn day(self) -> Option<NaiveDate> {
        self.issued.or(self.held)
    }
}

/// Words of time, and the deadline that they mean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// None where the words cannot be reckoned: `trước phiên họp thứ ba`, `trong tháng 5` of a paper without a year.
    pub due: Option<Due>,
    /// Where they stand in the text that was given, in bytes.
    pub range: Range<usize>,
    /// As written.
    pub wording: String,
    /// Why it is a guess, if it is one.
    pub why: Option<Why>,
}
