//! Markdown of conclusions, news and pages: front matter, clauses, safe HTML.
//!
//! The text comes from officials and is not trusted. What comes out holds only the elements and attributes that `html`
//! writes: raw HTML is shown as text, addresses pass `url`, headings carry no attributes. Refuses: failing. Every text
//! becomes a [`Conclusion`]; problems go to the sink.
//!
//! The clauses of a notice follow their printed labels, never the heading levels or Markdown's own numbering:
//! `label` reads a label at the start of a line, `outline` finds its path, `blocks` cuts the text there.

mod blocks;
mod characters;
mod events;
mod front;
mod html;
mod inline;
mod label;
mod lists;
mod mark;
mod notes;
mod outline;
mod reader;
mod url;

#[cfg(test)]
mod tests;

pub use front::{FrontMatter, split_front_matter};

use crate::diag::{FileId, Sink};
use crate::model::Conclusion;
use reader::{Cut, Reader};

/// Reads the text of a notice or a news item and cuts it at its clauses. `body` stands in `file` at byte `body_start`.
pub fn read(body: &str, file: FileId, body_start: usize, sink: &mut Sink) -> Conclusion {
    Reader::new(body, file, body_start, Cut::Clauses, sink).run()
}

/// The same for a document that has annexes: each heading that names one begins a numbering of its own.
pub fn read_with_annexes(body: &str, file: FileId, body_start: usize, sink: &mut Sink) -> Conclusion {
    Reader::new(body, file, body_start, Cut::ClausesAndAnnexes, sink).run()
}

/// Reads the text of a free page: its lists stay lists, only headings begin a block.
pub fn read_page(body: &str, file: FileId, body_start: usize, sink: &mut Sink) -> Conclusion {
    Reader::new(body, file, body_start, Cut::Headings, sink).run()
}
