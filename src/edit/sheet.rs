//! Reads a report form that came back, as XLSX or CSV, into lines of named cells.
//!
//! Sheets come from outside: sizes are bounded, formulas are never run, only their last values are read.

use crate::open_data::report_form::{Field, field_of};
use calamine::{Cell as SheetCell, DataRef, DataType, Reader, Xlsx};
use chrono::NaiveDate;
use std::collections::BTreeMap;
use std::io::Cursor;

const MOST_BYTES: usize = 32 << 20;
/// Largest content of an XLSX file, unpacked.
const MOST_UNPACKED: u64 = 256 << 20;
const MOST_ROWS: u32 = 50_000;
/// The heads stand in one of the first rows.
const HEAD_WITHIN: usize = 20;

/// One line with something in it.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// As the program shows it, from 1.
    pub number: u32,
    /// What stands in the columns of the form; empty cells are left out.
    pub cells: BTreeMap<Field, Cell>,
}

#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// A text, trimmed.
    Text(String),
    Number(f64),
    Day(NaiveDate),
}

/// Why a file cannot be read as a sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SheetError {
    /// Neither XLSX nor CSV in UTF-8; what the reader says.
    Unreadable(String),
    /// No row has the heads of the form.
    NoHeads,
    TooLarge,
}

/// Reads a file. Its format is told by its content, not by its name.
///
/// # Errors
/// The file is no sheet, has no column of the form, or is too large.
pub fn read(bytes: &[u8]) -> Result<Vec<Line>, SheetError> {
    if bytes.len() > MOST_BYTES {
        return Err(SheetError::TooLarge);
    }
    if bytes.starts_with(b"PK") { workbook(bytes) } else { table(bytes) }
}

type Grid = Vec<(u32, BTreeMap<usize, Cell>)>;

/// The first sheet with the heads of the form.
fn workbook(bytes: &[u8]) -> Result<Vec<Line>, SheetError> {
    let unreadable = |e: &dyn std::fmt::Display| SheetError::Unreadable(e.to_string());
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|e| unreadable(&e))?;
    let unpacked: u64 =
        (0..archive.len()).map(|n| archive.by_index_raw(n).map_or(0, |file| file.size())).fold(0, u64::saturating_add);
    if unpacked > MOST_UNPACKED {
        return Err(SheetError::TooLarge);
    }
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|e| unreadable(&e))?;
    for name in book.sheet_names() {
        let mut grid: Grid = Vec::new();
        // Cell by cell: a sheet that claims a million columns takes no more memory than its cells.
        let mut cells = book.worksheet_cells_reader(&name).map_err(|e| unreadable(&e))?;
        while let Some(cell) = cells.next_cell().map_err(|e| unreadable(&e))? {
            let (row, column) = cell.get_position();
            if row >= MOST_ROWS {
                return Err(SheetError::TooLarge);
            }
            let Some(value) = value(&cell) else { continue };
            match grid.last_mut() {
                Some((last, line)) if *last == row + 1 => drop(line.insert(column as usize, value)),
                Some(_) | None => grid.push((row + 1, BTreeMap::from([(column as usize, value)]))),
            }
        }
        if let Some(lines) = lines(grid) {
            return Ok(lines);
        }
    }
    Err(SheetError::NoHeads)
}

fn value(cell: &SheetCell<DataRef<'_>>) -> Option<Cell> {
    match cell.get_value() {
        DataRef::Empty | DataRef::Error(_) | DataRef::DurationIso(_) => None,
        DataRef::String(text) => words(text),
        DataRef::SharedString(text) => words(text),
        DataRef::DateTimeIso(text) => words(text.split('T').next().unwrap_or_default()),
        DataRef::Int(n) => Some(Cell::Number(*n as f64)),
        DataRef::Float(x) => Some(Cell::Number(*x)),
        DataRef::Bool(flag) => Some(Cell::Text(flag.to_string())),
        day @ DataRef::DateTime(_) => day.as_date().map(Cell::Day),
    }
}

fn words(text: &str) -> Option<Cell> {
    let text = text.trim();
    // The apostrophe that keeps a spreadsheet from running a text as a formula is no part of the text.
    let text = match text.strip_prefix('\'') {
        Some(rest) if rest.trim_start().starts_with(['=', '+', '-', '@']) => rest,
        Some(_) | None => text,
    };
    (!text.is_empty()).then(|| Cell::Text(text.to_owned()))
}

/// Text with commas, semicolons or tabs between.
fn table(bytes: &[u8]) -> Result<Vec<Line>, SheetError> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let text = std::str::from_utf8(bytes).map_err(|_| SheetError::Unreadable("UTF-8".to_owned()))?;
    for delimiter in [b',', b';', b'\t'] {
        let mut reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .delimiter(delimiter)
            .from_reader(text.as_bytes());
        let mut grid: Grid = Vec::new();
        for record in reader.records() {
            let record = record.map_err(|e| SheetError::Unreadable(e.to_string()))?;
            let number = record.position().map_or(1, |at| line_at(text, at.byte()));
            let cells: BTreeMap<usize, Cell> =
                record.iter().enumerate().filter_map(|(n, text)| Some((n, words(text)?))).collect();
            if grid.len() >= MOST_ROWS as usize {
                return Err(SheetError::TooLarge);
            }
            grid.push((number, cells));
        }
        if let Some(lines) = lines(grid) {
            return Ok(lines);
        }
    }
    Err(SheetError::NoHeads)
}

/// The line on which a record begins: the reader may point at the line end before it.
fn line_at(text: &str, byte: u64) -> u32 {
    let at = usize::try_from(byte).unwrap_or(usize::MAX).min(text.len());
    let blank = text.as_bytes()[at..].iter().take_while(|b| matches!(b, b'\r' | b'\n')).count();
    let lines = memchr::memchr_iter(b'\n', &text.as_bytes()[..at + blank]).count();
    u32::try_from(lines + 1).unwrap_or(u32::MAX)
}

/// The lines below the heads; none if no row has them.
fn lines(grid: Grid) -> Option<Vec<Line>> {
    let fields = |line: &BTreeMap<usize, Cell>| {
        let mut found: BTreeMap<usize, Field> = BTreeMap::new();
        for (column, cell) in line {
            if let Cell::Text(head) = cell
                && let Some(field) = field_of(head)
                && !found.values().any(|known| *known == field)
            {
                found.insert(*column, field);
            }
        }
        let has = |field: Field| found.values().any(|known| *known == field);
        (has(Field::Task) && (has(Field::Progress) || has(Field::Note))).then_some(found)
    };
    let (head, columns) =
        grid.iter().take(HEAD_WITHIN).enumerate().find_map(|(n, (_, line))| Some((n, fields(line)?)))?;
    let line = |(number, cells): (u32, BTreeMap<usize, Cell>)| {
        let cells: BTreeMap<Field, Cell> =
            cells.into_iter().filter_map(|(column, cell)| Some((*columns.get(&column)?, cell))).collect();
        Line { number, cells }
    };
    Some(grid.into_iter().skip(head + 1).map(line).filter(|line| !line.cells.is_empty()).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn separators_marks_and_line_ends() {
        let expected = [Line {
            number: 3,
            cells: BTreeMap::from([
                (Field::Task, Cell::Text("viec-a".into())),
                (Field::Note, Cell::Text("=1+1\nhai".into())),
            ]),
        }];
        for text in [
            "Mẫu\r\nMã nhiệm vụ,Nội dung báo cáo\r\nviec-a,\"'=1+1\nhai\"\r\n,\r\n",
            "\u{feff}x\ntask;Lạ;report_note\nviec-a;y;\"'=1+1\nhai\"\n;;\n",
            "x\nTask\tReport in words\nviec-a\t\"=1+1\nhai\"\n",
        ] {
            assert_eq!(read(text.as_bytes()).as_deref(), Ok(&expected[..]), "{text}");
        }
        assert_eq!(read(b"a,b\n1,2\n"), Err(SheetError::NoHeads));
        assert!(matches!(read(b"task,report_note\n\xff,x\n"), Err(SheetError::Unreadable(_))));
        assert!(matches!(read(b"PK\x03\x04 no archive"), Err(SheetError::Unreadable(_))));
    }
}
