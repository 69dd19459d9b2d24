//! A draft → files of content, each guess as a comment at its value.
//!
//! Deals with the words of YAML and Markdown. Whether the result is sound the loader says, before anything is written.

mod deadline;
mod document;
mod guesses;
mod indicator;
mod tasks;
#[cfg(test)]
mod tests;

pub use deadline::code;
pub use document::{document_id, is_meeting, write_document};
pub use tasks::{NOBODY, Taken, task_entries};

use crate::edit::{Entry, Yaml};

/// The fields that are there, in this order.
fn present<const N: usize>(fields: [(&'static str, Option<Yaml>); N]) -> Entry {
    fields.into_iter().filter_map(|(key, value)| Some((key, value?))).collect()
}

fn text(value: Option<&String>) -> Option<Yaml> {
    value.filter(|value| !value.is_empty()).cloned().map(Yaml::Text)
}
