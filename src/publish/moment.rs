//! Moments by the clock of a file system: which changes one can tell from what comes later.

use super::fs::{Clock, Fs, Time};
use std::path::Path;

/// No file system in use counts time in longer steps than two seconds: changes this far apart, in seconds, bear
/// different times on any of them.
const ANY_STEP: i64 = 5;
/// The same where times come from the clock of Linux, which goes in steps of a hundredth of a second or less, in
/// nanoseconds.
const FINE_STEP: i64 = 50_000_000;
const SECOND: i64 = 1_000_000_000;

/// A moment by the clock of a file system.
#[derive(Debug, Clone, Copy)]
pub(super) struct Moment {
    at: Time,
    clock: Clock,
}

impl Moment {
    /// A moment of a test.
    #[cfg(test)]
    pub fn at(at: Time, clock: Clock) -> Self {
        Self { at, clock }
    }

    /// When the file `mark` last changed; none where that cannot be known.
    pub fn of(fs: &dyn Fs, mark: &Path) -> Option<Self> {
        let at = fs.lstat_anew(mark).ok()?.changed;
        Some(Self { at, clock: fs.clock(mark).unwrap_or(Clock::Unknown) })
    }

    /// Whether its file system is known to give a folder the time of every change of it.
    pub fn is_well_known(&self) -> bool {
        self.clock == Clock::OfLinux
    }

    /// Whether whatever last changed at `changed` would bear another time, had it changed again since this moment.
    pub fn tells_from(&self, changed: Time) -> bool {
        // Whole thousands of nanoseconds: perhaps a disk that keeps nothing finer.
        if self.clock == Clock::OfLinux && changed.1 % 1000 != 0 {
            let seconds = self.at.0.saturating_sub(changed.0);
            seconds.saturating_mul(SECOND).saturating_add(self.at.1 - changed.1) > FINE_STEP
        } else {
            changed.0 < self.at.0.saturating_sub(ANY_STEP)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_is_told_from_a_later_one_only_when_it_lies_long_enough_before() {
        let tells = |clock, changed| Moment { at: (100, 20_000_000), clock }.tells_from(changed);
        let cases = [
            ((94, 999_999_999), true, true),
            ((95, 0), false, false),
            // A tenth of a second before; a disk that keeps whole seconds, or thousands of nanoseconds, says so too.
            ((99, 920_000_001), false, true),
            ((99, 920_000_000), false, false),
            ((99, 970_000_001), false, false),
            // At the same time, and later: a clock that was set back.
            ((100, 20_000_001), false, false),
            ((200, 1), false, false),
            ((i64::MIN, 1), true, true),
        ];
        for (changed, unknown, of_linux) in cases {
            assert_eq!(tells(Clock::Unknown, changed), unknown, "{changed:?}");
            assert_eq!(tells(Clock::OfLinux, changed), of_linux, "{changed:?}");
        }
    }
}
