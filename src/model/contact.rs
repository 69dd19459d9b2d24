//! How readers reach who runs the site, and what became of what they sent.

use super::date::Period;

/// Who answers for the site (`site.yaml`, `contact`).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contact {
    /// The office or unit.
    pub office: Option<String>,
    /// Where it sits.
    pub address: Option<String>,
    /// As people dial it.
    pub phone: Option<String>,
    /// Mailbox.
    pub email: Option<String>,
    /// Page of the office.
    pub url: Option<String>,
}

/// Difficulties and recommendations from readers (`site.yaml`, `feedback`).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Feedback {
    /// Page that takes them.
    pub url: Option<String>,
    /// Mailbox that takes them.
    pub email: Option<String>,
    /// For readers.
    pub note: Option<String>,
    /// What came in and was dealt with, in the order of time.
    pub periods: Vec<FeedbackPeriod>,
}

/// One period of [`Feedback`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FeedbackPeriod {
    /// The period.
    pub period: Period,
    /// How many came in.
    pub received: u32,
    /// Of these, how many have been dealt with; never more.
    pub handled: u32,
}
