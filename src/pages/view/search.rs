//! The search page.

use super::Link;
use schemars::JsonSchema;
use serde::Serialize;

/// The search page (`search.html`): the words that its script needs, and the index that works without one.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct SearchView {
    /// All labels of a status.
    pub labels: Vec<LabelView>,
    /// The A-Z index of agencies, groups, topics, meetings and free pages.
    pub letters: Vec<LetterView>,
}

/// A label of a status, for scripts.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct LabelView {
    /// Label's code.
    pub code: &'static str,
    /// Group of colours, as in [`StatusView`](super::StatusView).
    pub tone: &'static str,
    /// Words.
    pub text: String,
}

/// Entries of the A-Z index under one letter.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct LetterView {
    /// The letter; `0-9` for digits.
    pub letter: String,
    /// Anchor of the letter in the page.
    pub anchor: String,
    /// In Vietnamese order.
    pub entries: Vec<LetterEntry>,
}

/// One entry.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct LetterEntry {
    /// Address and name.
    pub link: Link,
    /// `agency`, `group`, `topic`, `meeting` or `page`.
    pub kind: &'static str,
    /// What stands beside the name: a short name, a number; empty if there is none.
    pub beside: String,
}
