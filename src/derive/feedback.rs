//! Sums of what readers sent.

use crate::model::Feedback;

/// What came in and what was dealt with, over all periods.
pub fn feedback_totals(feedback: &Feedback) -> (u64, u64) {
    let add = |(received, handled), p: &crate::model::FeedbackPeriod| {
        (received + u64::from(p.received), handled + u64::from(p.handled))
    };
    feedback.periods.iter().fold((0, 0), add)
}
