//! Words, numbers and dates in the languages of the interface: one engine for pages, diagnostics and the terminal.
//!
//! Deals with message files ([Fluent](https://projectfluent.org)) and with how a language writes numbers and days.
//! Refuses: knowing which messages there are (the theme, the diagnostics and the commands each bring their own files),
//! statuses and tallies (`pages`), reading a disk.

mod dates;
mod deadlines;
mod messages;
mod numbers;
mod words;

pub use crate::model::Language;
pub use dates::iso;
pub use messages::{Arg, Flaw, FlawKind, Messages, Unsaid};
pub use words::Words;
