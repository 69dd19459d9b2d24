//! Makes a [`Paper`](super::paper::Paper) of the bytes of a file, whatever its format.

mod clean;
mod columns;
mod decode;
mod docx;
mod labels;
mod line;
mod marks;
mod office;
mod old_fonts;
mod pipes;
mod plain;
mod quality;
mod unreadable;
mod wrap;

pub use unreadable::Unreadable;

use super::paper::Paper;

/// Reads a file. Its format is told by its content; `name` only where that does not tell.
///
/// # Errors
/// It is in a format that is not read, too large, damaged, or holds no text that can be relied on.
pub fn read(bytes: &[u8], name: &str) -> Result<Paper, Unreadable> {
    let _ = name;
    let paper = match bytes {
        [b'P', b'K', ..] => office::read(bytes)?,
        _ => text(bytes)?,
    };
    if paper.blocks.is_empty() {
        return Err(Unreadable::Empty);
    }
    quality::check(&paper)?;
    Ok(paper)
}

fn text(bytes: &[u8]) -> Result<Paper, Unreadable> {
    let (text, remark) = old_fonts::in_unicode(decode::text(bytes)?);
    let paper = plain::read(&text);
    Ok(Paper { remarks: remark.into_iter().collect(), ..paper })
}
