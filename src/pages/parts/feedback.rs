//! Difficulties and recommendations: where readers send them, and what became of them.

use crate::derive::feedback_totals;
use crate::model::Feedback;
use crate::pages::page::Page;
use schemars::JsonSchema;
use serde::Serialize;

/// Where readers send difficulties and recommendations, and how many were dealt with.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct FeedbackView {
    /// Page that takes them; empty if there is none.
    pub url: String,
    /// Mailbox that takes them; empty if there is none.
    pub email: String,
    /// For readers; empty if there is none.
    pub note: String,
    /// One row a period, newest first; empty where the site tells no figures.
    pub periods: Vec<FeedbackRow>,
    /// Received in all periods, as text.
    pub received: String,
    /// Dealt with in all periods, as text.
    pub handled: String,
}

/// What was received and dealt with in one period.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct FeedbackRow {
    /// The period.
    pub period: String,
    /// Received, as text.
    pub received: String,
    /// Of these, dealt with, as text.
    pub handled: String,
}

impl Page<'_> {
    pub(crate) fn feedback(&self, feedback: &Feedback) -> FeedbackView {
        let number = |n: u64| self.words.number(n);
        let row = |p: &crate::model::FeedbackPeriod| FeedbackRow {
            period: self.words.period(p.period),
            received: number(p.received.into()),
            handled: number(p.handled.into()),
        };
        let (received, handled) = feedback_totals(feedback);
        FeedbackView {
            url: feedback.url.clone().unwrap_or_default(),
            email: feedback.email.clone().unwrap_or_default(),
            note: feedback.note.clone().unwrap_or_default(),
            periods: feedback.periods.iter().rev().map(row).collect(),
            received: number(received),
            handled: number(handled),
        }
    }
}
