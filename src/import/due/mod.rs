//! How papers word deadlines.

use chrono::NaiveDate;

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
    Every {
        /// `week`, `month`, `quarter`, `half`, `year`.
        every: &'static str,
        /// Day of the period's last month: `trước ngày 25 hằng tháng`.
        day: Option<u32>,
        /// `monday` … `sunday`.
        weekday: Option<&'static str>,
        /// Also whenever it is asked for: `hoặc đột xuất`.
        adhoc: bool,
        from: Option<String>,
        until: Option<String>,
    },
    /// Days counted from the issue, the meeting or a day.
    Within { days: u32, working: bool, of: Option<NaiveDate> },
    /// All the time; from a day or month on.
    Continuous { from: Option<String>, until: Option<String> },
    /// By then, and all the time after it.
    ThenContinuous(Box<Due>),
}
