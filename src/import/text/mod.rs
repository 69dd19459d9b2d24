//! Makes a [`Paper`](super::paper::Paper) of the bytes of a file, whatever its format.

mod clean;
mod columns;
mod compound;
mod decode;
mod docx;
mod labels;
mod line;
mod marks;
#[cfg(test)]
mod mutations;
mod office;
mod old_fonts;
mod pdf;
mod pipes;
mod plain;
mod quality;
mod sheets;
#[cfg(test)]
mod tests;
mod unreadable;
mod wrap;

pub use unreadable::Unreadable;

use super::paper::{Paper, Table};
use crate::edit::grid_of_text;
use memchr::memmem;

/// Most bytes of a file.
const MAX_BYTES: usize = 64 << 20;

/// Reads a file. Its format is told by its content; `name` only where that does not tell.
///
/// # Errors
/// It is in a format that is not read, too large, damaged, or holds no text that can be relied on.
pub fn read(bytes: &[u8], name: &str) -> Result<Paper, Unreadable> {
    if bytes.len() > MAX_BYTES {
        return Err(Unreadable::TooLarge);
    }
    let paper = match bytes {
        [] => return Err(Unreadable::Empty),
        [b'P', b'K', ..] => office::read(bytes)?,
        [0xd0, 0xcf, 0x11, 0xe0, ..] => compound::read(bytes)?,
        // Word opens a text in its own marks under the name `.doc` as well.
        [b'{', b'\\', b'r', b't', b'f', ..] => return Err(Unreadable::OldWord),
        [0xff, 0xd8, 0xff, ..]
        | [0x89, b'P', b'N', b'G', ..]
        | [b'I', b'I', b'*', 0, ..]
        | [b'M', b'M', 0, b'*', ..] => {
            return Err(Unreadable::Scan);
        }
        _ if memmem::find(bytes.get(..1024).unwrap_or(bytes), b"%PDF-").is_some() => {
            let (text, tables) = pdf::text(bytes)?;
            lines(text, tables)?
        }
        _ if is_sheet(name) => sheets::paper(vec![grid_of_text(&decode::text(bytes)?)?])?,
        _ => lines(decode::text(bytes)?, Vec::new())?,
    };
    if paper.blocks.is_empty() {
        return Err(Unreadable::Empty);
    }
    quality::check(&paper)?;
    Ok(paper)
}

/// Whether a text is named as one with separators between cells.
fn is_sheet(name: &str) -> bool {
    let name = name.to_lowercase();
    [".csv", ".tsv"].iter().any(|end| name.ends_with(end))
}

/// A paper of lines, with tables at places of theirs.
fn lines(text: String, mut tables: Vec<Table>) -> Result<Paper, Unreadable> {
    let (text, remark) = old_fonts::in_unicode(text, &mut tables);
    let start = text.trim_start().get(..14).unwrap_or_default().to_lowercase();
    if start.starts_with("<html") || start.starts_with("<!doctype html") {
        return Err(Unreadable::Format);
    }
    let paper = plain::read(&text, &tables);
    Ok(Paper { remarks: remark.into_iter().collect(), ..paper })
}
