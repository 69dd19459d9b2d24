//! Now. The one place that reads the clock; everything else is told the date.

use chrono::{DateTime, Utc};

/// The variable that replaces the clock for reproducible builds (reproducible-builds.org/specs/source-date-epoch).
const EPOCH: &str = "SOURCE_DATE_EPOCH";

/// A moment that holds for the whole run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Clock(DateTime<Utc>);

/// The variable holds no number of seconds; what it holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BadEpoch(pub String);

impl Clock {
    /// The time of `SOURCE_DATE_EPOCH` where it is set, else the time of the machine.
    pub fn read() -> Result<Self, BadEpoch> {
        match std::env::var_os(EPOCH) {
            Some(text) => Self::from_epoch(&text.to_string_lossy()),
            None => Ok(Self(Utc::now())),
        }
    }

    fn from_epoch(text: &str) -> Result<Self, BadEpoch> {
        let moment = text.parse().ok().and_then(|seconds| DateTime::from_timestamp(seconds, 0));
        moment.map(Self).ok_or_else(|| BadEpoch(text.to_owned()))
    }

    /// The moment.
    pub fn now(self) -> DateTime<Utc> {
        self.0
    }
}

/// The machine's time, shown to whoever waits for the lock.
pub fn stamp() -> String {
    Utc::now().format("%Y-%m-%d %H:%M:%S UTC").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_epoch_is_a_number_of_seconds() {
        let clock = Clock::from_epoch("1709226000").expect("a leap day");
        assert_eq!(clock.now().to_rfc3339(), "2024-02-29T17:00:00+00:00");
        for bad in ["", "yesterday", "1.5", "99999999999999999"] {
            assert_eq!(Clock::from_epoch(bad), Err(BadEpoch(bad.into())));
        }
    }
}
