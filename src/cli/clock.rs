//! Now. The one place that reads the clock; everything else is told the date.

use chrono::{DateTime, Utc};

/// The variable that replaces the clock for reproducible builds (reproducible-builds.org/specs/source-date-epoch).
const EPOCH: &str = "SOURCE_DATE_EPOCH";

/// The time of `SOURCE_DATE_EPOCH` where it is set, else the time of the machine.
///
/// # Errors
/// The variable holds no number of seconds; what it holds.
pub fn now() -> Result<DateTime<Utc>, String> {
    match std::env::var_os(EPOCH) {
        Some(text) => from_epoch(&text.to_string_lossy()),
        None => Ok(Utc::now()),
    }
}

fn from_epoch(text: &str) -> Result<DateTime<Utc>, String> {
    let moment = text.parse().ok().and_then(|seconds| DateTime::from_timestamp(seconds, 0));
    moment.ok_or_else(|| text.to_owned())
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
        let leap_day = from_epoch("1709226000").unwrap();
        assert_eq!(leap_day.to_rfc3339(), "2024-02-29T17:00:00+00:00");
        for bad in ["", "yesterday", "1.5", "99999999999999999"] {
            assert_eq!(from_epoch(bad), Err(bad.to_owned()));
        }
    }
}
