//! A draft → files of content, each guess as a comment at its value.
//!
//! Deals with the words of YAML and Markdown. Whether the result is sound the loader says, before anything is written.

mod deadline;
mod document;
mod fields;
mod guesses;
mod indicator;
mod tasks;
#[cfg(test)]
mod tests;

pub use deadline::code;
pub use document::{document_id, is_meeting, write_document};
pub use tasks::{NOBODY, Taken, task_entries};
