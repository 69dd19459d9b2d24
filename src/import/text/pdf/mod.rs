//! Papers as PDF (ISO 32000): words with their places on the page become lines as they are printed.
//!
//! The library opens the file and unpacks its parts. What is said by places is worked out here: which words make a line,
//! what stands in columns, which lines are footnotes.

mod content;
mod font;
mod layout;
mod page;
mod rules;
mod tables;
#[cfg(test)]
pub mod tests;
mod to_unicode;

use super::unreadable::Unreadable;
use crate::import::paper::Table;
use content::Reader;
use lopdf::{Document, Error, LoadOptions};
use std::panic::{AssertUnwindSafe, catch_unwind};

/// Most bytes that one part may unpack to.
const MAX_PART: usize = 32 << 20;
/// Letters of a page, on average, below which it is taken for a picture.
const LEAST: usize = 10;
/// Most pages that are read.
const MAX_PAGES: usize = 2_000;

/// The text of a file, laid out line by line, pages apart by form feeds, and its tables.
pub fn text(bytes: &[u8]) -> Result<(String, Vec<Table>), Unreadable> {
    // The library is kept against crafted files, but is not proof.
    catch_unwind(AssertUnwindSafe(|| read(bytes))).map_err(|_| Unreadable::Damaged)?
}

fn read(bytes: &[u8]) -> Result<(String, Vec<Table>), Unreadable> {
    let document = Document::load_mem_with_options(bytes, LoadOptions::with_max_decompressed_size(MAX_PART))?;
    // Once opened, a file is no longer said to be locked.
    if document.trailer.has(b"Encrypt") {
        return Err(Unreadable::Encrypted);
    }
    let mut reader = Reader::new(&document);
    let mut pages = Vec::new();
    for page in document.page_iter().take(MAX_PAGES) {
        let (mut pieces, rules) = reader.page(page)?;
        let tables = tables::take(&mut pieces, &rules);
        pages.push((page::Page::of(pieces), tables));
    }
    if pages.is_empty() {
        return Err(Unreadable::Damaged);
    }
    // Fonts that do not say which letters they draw; scans with a number or a stamp put on them.
    if reader.unknown > reader.known || reader.known < LEAST * pages.len() {
        return Err(Unreadable::Scan);
    }
    Ok(layout::text(pages))
}

impl From<Error> for Unreadable {
    fn from(error: Error) -> Self {
        match error {
            Error::Decryption(_) | Error::InvalidPassword | Error::UnsupportedSecurityHandler(_) => Self::Encrypted,
            Error::Decompress(_) => Self::TooLarge,
            _ => Self::Damaged,
        }
    }
}
