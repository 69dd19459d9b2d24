//! How papers name agencies: bodies, heads for bodies, groups, lists whose commas lie inside names.
//!
//! `words` cuts a text up, `tables` and `known` hold what names are made of, the others are the grammar: methods of one
//! `Reader`.

mod body;
mod group;
mod known;
mod name;
mod post;
mod read;
mod reader;
mod tables;
#[cfg(test)]
mod tests;
mod words;

pub use name::{Kind, Name};

/// Most words and signs that are looked at for the names that a text begins with: 63 provinces take some 300.
const MOST: usize = 600;

/// Most words and signs of a cell.
const MOST_OF_CELL: usize = 10_000;

/// The names that a text begins with, the subject of a sentence or a list after `phối hợp với`, and the bytes that they
/// take. They end before the verb: `Bộ Nội vụ khẩn trương …` gives `Bộ Nội vụ`.
pub fn leading(text: &str) -> Option<(Vec<Name>, usize)> {
    read::names(text, MOST, true).filter(|(names, _)| !names.is_empty())
}

/// The names in a cell of a register, in which everything is a name.
pub fn list(cell: &str) -> Vec<Name> {
    let whole = cell.split("[+]").next().unwrap_or_default().trim().trim_end_matches("Xem thêm");
    read::names(whole, MOST_OF_CELL, false).map(|(names, _)| names).unwrap_or_default()
}
