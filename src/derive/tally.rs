//! Counts of labels, and the official boxes and rates made of them.

use super::label::{Family, Label};
use crate::model::Unreported;

/// How many carry each label. Of one unit only: obligations, or tasks; never mixed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    counts: [u32; Label::ALL.len()],
}

/// A proportion that keeps its parts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rate {
    /// Those that count.
    pub numerator: u32,
    /// Out of those.
    pub denominator: u32,
}

/// Fewer cases than this make no percentage: "1/1 = 100 %" says nothing.
const FEWEST_CASES: u64 = 20;

impl Rate {
    /// Hundredths of a percent, rounded half up; none of fewer than twenty cases.
    pub fn basis_points(self) -> Option<u32> {
        let (n, d) = (u64::from(self.numerator), u64::from(self.denominator));
        (d >= FEWEST_CASES).then(|| ((n * 20_000 + d) / (2 * d)) as u32)
    }
}

impl Tally {
    /// Counts one.
    pub fn count(&mut self, label: Label) {
        self.counts[label as usize] += 1;
    }

    /// How many carry `label`.
    pub fn of(&self, label: Label) -> u32 {
        self.counts[label as usize]
    }

    /// All.
    pub fn total(&self) -> u32 {
        self.counts.iter().sum()
    }

    /// Đã hoàn thành, with or without a deadline.
    pub fn completed(&self) -> u32 {
        self.of_family(Family::Done)
    }

    /// Đã hoàn thành, of those that had a deadline.
    pub fn completed_dated(&self) -> u32 {
        self.completed() - self.of(Label::Completed)
    }

    /// Đã báo cáo hoàn thành, chờ xác nhận: neither done nor open, with or without a deadline.
    pub fn awaiting(&self) -> u32 {
        self.of(Label::AwaitingAcceptance)
    }

    /// Chưa hoàn thành, trong hạn: the last in-time day has not passed.
    pub fn open_in_time(&self) -> u32 {
        self.of(Label::InTime) + self.of(Label::DueSoon)
    }

    /// Chưa hoàn thành, with a deadline: in time, overdue, or past it without information.
    pub fn open_dated(&self) -> u32 {
        self.open_in_time() + self.of(Label::Overdue) + self.of(Label::PastDueUnreported)
    }

    /// Without a deadline, and not done: reported, silent, standing, or standing until a day that has passed.
    pub fn open_undated(&self) -> u32 {
        self.of_family(Family::Undated)
    }

    /// Neither done nor due: not applicable, suspended, given up.
    pub fn aside(&self) -> u32 {
        self.of_family(Family::Dropped)
    }

    /// How many carry a label of `family`.
    pub fn of_family(&self, family: Family) -> u32 {
        Label::ALL.into_iter().filter(|label| label.family() == family).map(|label| self.of(label)).sum()
    }

    /// Đã đến hạn: completed, overdue, or past the deadline without information. Told whole, with its three parts.
    pub fn fell_due(&self) -> u32 {
        self.completed_dated() + self.of(Label::Overdue) + self.of(Label::PastDueUnreported)
    }

    /// Neither fallen due nor open in time: without a deadline, awaiting acceptance, no longer followed, or under a
    /// condition of which nobody says that it came about.
    pub fn apart_from_deadlines(&self) -> u32 {
        self.total() - self.fell_due() - self.open_in_time()
    }

    /// The official rate: completed ÷ (completed + overdue), of those fallen due (Báo cáo 1270/BC-TCTTTg, 27/12/2017).
    /// Undated and standing duties are in neither part.
    pub fn completion_rate(&self) -> Rate {
        let done = self.completed_dated();
        Rate { numerator: done, denominator: done + self.of(Label::Overdue) }
    }

    /// The percentage of [`Self::completion_rate`], in hundredths. None where silence has a box of its own: the rate would
    /// leave out what nobody knows of.
    pub fn completion_percent(&self, unreported: Unreported) -> Option<u32> {
        match unreported {
            Unreported::Overdue => self.completion_rate().basis_points(),
            Unreported::Separate => None,
        }
    }

    /// On time ÷ completed with a known side of the deadline.
    pub fn punctuality_rate(&self) -> Rate {
        let on_time = self.of(Label::CompletedOnTime);
        Rate { numerator: on_time, denominator: on_time + self.of(Label::CompletedLate) }
    }
}

impl FromIterator<Label> for Tally {
    fn from_iter<I: IntoIterator<Item = Label>>(iter: I) -> Self {
        let mut tally = Self::default();
        for label in iter {
            tally.count(label);
        }
        tally
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The official table of 2017: 21.914 = 14.068 + 1.983 + 5.640 + 223 and 98,63 %.
    #[test]
    fn official_table() {
        let labels = std::iter::empty()
            .chain(std::iter::repeat_n(Label::CompletedOnTime, 14_068))
            .chain(std::iter::repeat_n(Label::CompletedLate, 1_983))
            .chain(std::iter::repeat_n(Label::InTime, 5_640))
            .chain(std::iter::repeat_n(Label::Overdue, 223));
        let tally: Tally = labels.collect();
        assert_eq!((tally.total(), tally.completed(), tally.open_dated()), (21_914, 16_051, 5_863));
        let rate = tally.completion_rate();
        assert_eq!((rate.numerator, rate.denominator, rate.basis_points()), (16_051, 16_274, Some(9_863)));
    }

    #[test]
    fn few_cases_are_no_percentage() {
        let of = |done: usize, silent: usize| -> Tally {
            let done = std::iter::repeat_n(Label::CompletedOnTime, done);
            done.chain(std::iter::repeat_n(Label::PastDueUnreported, silent)).collect()
        };
        assert_eq!(of(19, 0).completion_percent(Unreported::Overdue), None);
        assert_eq!(of(20, 0).completion_percent(Unreported::Overdue), Some(10_000));
        // Twenty done and silence about fourteen are not 100 %.
        assert_eq!(of(20, 14).completion_percent(Unreported::Separate), None);
        assert_eq!(of(6, 14).fell_due(), 20);
    }

    #[test]
    fn nothing_due_is_no_rate() {
        let tally: Tally =
            [Label::Continuous, Label::NoInformation, Label::Completed, Label::PastDueUnreported].into_iter().collect();
        assert_eq!(tally.completion_rate().basis_points(), None);
        assert_eq!(tally.total(), tally.completed() + tally.open_dated() + tally.open_undated() + tally.aside());
        let all: Tally = Label::ALL.into_iter().collect();
        let parts = [all.completed(), all.awaiting(), all.open_dated(), all.open_undated(), all.aside()];
        assert_eq!(all.total(), parts.iter().sum::<u32>());
        let apart = all.awaiting() + all.of(Label::Completed) + all.open_undated() + all.aside();
        assert_eq!(all.apart_from_deadlines(), apart);
        assert_eq!(all.total(), Family::ALL.into_iter().map(|family| all.of_family(family)).sum::<u32>());
    }
}
