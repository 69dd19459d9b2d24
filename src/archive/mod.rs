//! A published site, or one meeting of it, as one file to keep or to send: a ZIP of its files, or one page that holds
//! its pages. Either opens by a double click, search included.
//!
//! Deals with a folder that `publish` has made, and reads of it what its manifest lists. Refuses: content, the report,
//! what a page says; of a page it knows its links, its title, its language, and where `<main id="main">` begins and ends.

mod error;
mod links;
mod one_page;
mod page;
mod run;
mod selection;
mod zip;

#[cfg(test)]
mod tests;

pub use error::ArchiveError;
pub use one_page::Said;
pub use run::{archive, language};
pub use selection::Part;
