//! Reads text with commas, semicolons or tabs between the cells.

use super::cell::{Bound, Cell, SheetError};
use super::lines::{HEAD_WITHIN, Line, Lines};
use std::collections::BTreeMap;
use std::io::Read;

pub fn read(bytes: &[u8]) -> Result<Vec<Line>, SheetError> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let text = std::str::from_utf8(bytes).map_err(|_| SheetError::Encoding)?;
    // The heads tell the separator, so that all lines are read once.
    for delimiter in [b',', b';', b'\t'] {
        if lines(text, delimiter, HEAD_WITHIN)?.0.is_some() {
            return match lines(text, delimiter, usize::MAX)? {
                (_, Some(line)) => Err(SheetError::OpenQuote(line)),
                (found, None) => Ok(found.unwrap_or_default()),
            };
        }
    }
    Err(SheetError::NoHeads)
}

/// Stands behind the text: what comes with it in one record has a quotation mark that is closed nowhere.
const END: &str = "\n\0";

/// The lines of a text, none if its first records are not those of a form, and where a quotation mark stays open.
fn lines(text: &str, delimiter: u8, most: usize) -> Result<(Option<Vec<Line>>, Option<u32>), SheetError> {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter)
        .from_reader(text.as_bytes().chain(END.as_bytes()));
    let (mut lines, mut counted, mut open) = (Lines::default(), Counted { line: 1, at: 0 }, None);
    for record in reader.records().take(most) {
        let record = record.map_err(|_| SheetError::Damaged)?;
        let number = counted.line_at(text, record.position().map_or(0, csv::Position::byte));
        if record.iter().next_back().is_some_and(|last| last.ends_with(END)) {
            open = Some(number);
        }
        Bound::Columns.hold(record.len())?;
        let texts = record.iter().enumerate().filter(|(_, text)| !text.trim().is_empty());
        lines.take(number, texts.map(|(n, text)| (n, Cell::Text(text.to_owned()))).collect::<BTreeMap<_, _>>())?;
    }
    Ok((lines.found(), open))
}

/// How far the lines are counted: each byte is looked at once.
struct Counted {
    line: u32,
    at: usize,
}

impl Counted {
    /// The line on which a record begins: the reader may point at the line end before it.
    fn line_at(&mut self, text: &str, byte: u64) -> u32 {
        let bytes = text.as_bytes();
        let at = usize::try_from(byte).unwrap_or(usize::MAX).clamp(self.at, bytes.len());
        let at = at + bytes[at..].iter().take_while(|b| matches!(b, b'\r' | b'\n')).count();
        let ends = |n: &usize| bytes[*n] == b'\n' || bytes.get(n + 1) != Some(&b'\n');
        let new = memchr::memchr2_iter(b'\n', b'\r', &bytes[self.at..at]).filter(|n| ends(&(self.at + n))).count();
        self.line = self.line.saturating_add(u32::try_from(new).unwrap_or(u32::MAX));
        self.at = at;
        self.line
    }
}

#[cfg(test)]
mod tests {
    use super::Counted;

    #[test]
    fn every_byte_is_counted_once() {
        let mut counted = Counted { line: 1, at: 0 };
        let text = "a\r\n\r\nb\rc\nd";
        assert_eq!([0, 1, 6, 8].map(|at| counted.line_at(text, at)), [1, 3, 4, 5]);
        assert_eq!((counted.at, counted.line_at(text, 0)), (text.len() - 1, 5), "never back");
    }
}
