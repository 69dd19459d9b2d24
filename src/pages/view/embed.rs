//! Boxes for the pages of others.

use super::{CalendarEntry, Link, TallyView};
use schemars::JsonSchema;
use serde::Serialize;

/// One box (`embed.html`); what it does not show is empty.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct EmbedView {
    /// Where all of it is; for the next deadlines without a calendar, the overview.
    pub link: Link,
    /// Of all tasks; for the box of totals.
    pub tasks: Option<TallyView>,
    /// Of the obligations; for the boxes of totals and of an agency.
    pub obligations: Option<TallyView>,
    /// Whether the box is that of the next deadlines.
    pub deadlines: bool,
    /// The next deadlines, soonest first; at most ten.
    pub upcoming: Vec<CalendarEntry>,
}

/// The page with the code to copy (`embeds.html`).
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct EmbedsView {
    /// The box of totals, then that of the next deadlines.
    pub boxes: Vec<EmbedCode>,
    /// An agency's box, for one agency; none where none holds anything.
    pub agency: Option<EmbedCode>,
    /// Agencies that have a box, in Vietnamese order.
    pub agencies: Vec<EmbedAgency>,
    /// Whether the addresses in the codes are whole: the site knows its own.
    pub whole: bool,
}

/// One box and its code.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct EmbedCode {
    /// The box.
    pub link: Link,
    /// The same as JSON.
    pub json: String,
    /// To be pasted into another page.
    pub code: String,
}

/// An agency that has a box.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct EmbedAgency {
    /// The box.
    pub link: Link,
    /// The same as JSON.
    pub json: String,
}
