//! Reads text with commas, semicolons or tabs between the cells.

use super::cell::{Bound, Cell, SheetError};
use super::grid::Grid;
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

/// Everything in a text with commas, semicolons or tabs between the cells: whichever divides most of the first records
/// into equally many. Rows are counted as a spreadsheet shows them.
pub fn grid(text: &str) -> Result<Grid, SheetError> {
    let mut found = (0, b',');
    for delimiter in [b',', b';', b'\t'] {
        let mut widths: BTreeMap<usize, usize> = BTreeMap::new();
        for record in records(text, delimiter).into_records().take(HEAD_WITHIN * 5) {
            let width = record.map_err(|_| SheetError::Damaged)?.len();
            *widths.entry(width).or_default() += usize::from(width > 1);
        }
        let most = widths.values().max().copied().unwrap_or(0);
        if most > found.0 {
            found = (most, delimiter);
        }
    }
    let (mut grid, mut counted) = (Grid::new(String::new()), Counted { line: 1, at: 0 });
    // The row that was read last, and the line behind it.
    let (mut row, mut behind) = (0_u32, 1_u32);
    for record in records(text, found.1).into_records() {
        let record = record.map_err(|_| SheetError::Damaged)?;
        let number = counted.line_at(text, record.position().map_or(0, csv::Position::byte));
        match record.iter().next_back() {
            Some("\0") => break,
            Some(last) if last.ends_with(END) => return Err(SheetError::OpenQuote(number)),
            Some(_) | None => {}
        }
        // A row may take several lines; empty lines between are rows as well.
        row = row.saturating_add(1 + number.saturating_sub(behind));
        behind = number.saturating_add(1 + line_ends(&record));
        let texts = record.iter().enumerate().filter(|(_, text)| !text.trim().is_empty());
        grid.take(row, texts.map(|(n, text)| (n, Cell::Text(text.to_owned()))).collect())?;
    }
    Ok(grid)
}

/// Line ends inside the cells of a record.
fn line_ends(record: &csv::StringRecord) -> u32 {
    let ends = |text: &str| text.matches('\n').count() + text.matches('\r').count() - text.matches("\r\n").count();
    u32::try_from(record.iter().map(ends).sum::<usize>()).unwrap_or(u32::MAX)
}

/// The records of a text, with [`END`] behind it.
fn records(text: &str, delimiter: u8) -> csv::Reader<impl Read> {
    let whole = text.as_bytes().chain(END.as_bytes());
    csv::ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter).from_reader(whole)
}

/// Stands behind the text: what comes with it in one record has a quotation mark that is closed nowhere.
const END: &str = "\n\0";

/// The lines of a text, none if its first records are not those of a form, and where a quotation mark stays open.
fn lines(text: &str, delimiter: u8, most: usize) -> Result<(Option<Vec<Line>>, Option<u32>), SheetError> {
    let mut reader = records(text, delimiter);
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
    fn separators_are_told_by_the_records() {
        let texts = |text: &str| {
            let grid = super::grid(text).expect("readable");
            grid.rows.iter().map(|(n, row)| (*n, row.keys().copied().collect::<Vec<_>>())).collect::<Vec<_>>()
        };
        assert_eq!(
            texts("TT;Việc;Số\n1;a, b;96,5\n\n2;c;1,2\n"),
            [(1, vec![0, 1, 2]), (2, vec![0, 1, 2]), (4, vec![0, 1, 2])]
        );
        assert_eq!(texts("TT,Cơ quan\n1,Sở A; Sở B\n2,\"a\nb\"\n3,c"), [1, 2, 3, 4].map(|n| (n, vec![0, 1])));
        assert_eq!(texts("a\tb\n\tc\n"), [(1, vec![0, 1]), (2, vec![1])]);
        assert!(super::grid("a,\"b\nc,d").is_err(), "a quotation mark that is closed nowhere");
    }

    #[test]
    fn every_byte_is_counted_once() {
        let mut counted = Counted { line: 1, at: 0 };
        let text = "a\r\n\r\nb\rc\nd";
        assert_eq!([0, 1, 6, 8].map(|at| counted.line_at(text, at)), [1, 3, 4, 5]);
        assert_eq!((counted.at, counted.line_at(text, 0)), (text.len() - 1, 5), "never back");
    }
}
