//! Makes a [`Paper`](super::paper::Paper) of the bytes of a file, whatever its format.

mod clean;
mod columns;
mod decode;
mod labels;
mod line;
mod marks;
mod pipes;
mod plain;
mod unreadable;
mod wrap;

pub use unreadable::Unreadable;

use super::paper::Paper;

/// Reads a file. Its format is told by its content; `name` only where that does not tell.
///
/// # Errors
/// It is in a format that is not read, too large, damaged, or holds no text that can be relied on.
pub fn read(bytes: &[u8], _name: &str) -> Result<Paper, Unreadable> {
    let text = decode::text(bytes)?;
    let paper = plain::read(&text);
    if paper.blocks.is_empty() { Err(Unreadable::Empty) } else { Ok(paper) }
}
