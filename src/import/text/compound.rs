//! Compound files of the programs before 2007, and the wrapping of locked ones ([MS-CFB]).

use super::sheets;
use super::unreadable::Unreadable;
use crate::edit::{Area, Cell, Grid, NumberFormat};
use crate::import::paper::Paper;
use calamine::{Data, Reader, Xls};
use memchr::memmem;
use std::collections::BTreeMap;
use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// Most bytes of a workbook in the old format.
const MAX_BYTES: usize = 16 << 20;

/// Reads a workbook (`.xls`); anything else in a compound file is refused by what it is.
pub fn read(bytes: &[u8]) -> Result<Paper, Unreadable> {
    if has_stream(bytes, "EncryptedPackage") {
        return Err(Unreadable::Encrypted);
    }
    if has_stream(bytes, "WordDocument") {
        return Err(Unreadable::OldWord);
    }
    if bytes.len() > MAX_BYTES {
        return Err(Unreadable::TooLarge);
    }
    // The library is not made for files that were made to harm.
    let grids = catch_unwind(AssertUnwindSafe(|| grids(bytes))).map_err(|_| Unreadable::Damaged)??;
    sheets::paper(grids)
}

/// Whether there is a stream of that name: names stand in the directory in UTF-16.
fn has_stream(bytes: &[u8], name: &str) -> bool {
    let name: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
    memmem::find(bytes, &name).is_some()
}

fn grids(bytes: &[u8]) -> Result<Vec<Grid>, Unreadable> {
    let mut book = Xls::new(Cursor::new(bytes)).map_err(|error| match error {
        calamine::XlsError::Password => Unreadable::Encrypted,
        _ => Unreadable::Damaged,
    })?;
    let mut grids = Vec::new();
    for (name, range) in book.worksheets() {
        let mut grid = Grid::new(name.clone());
        let (first_row, first_column) = range.start().unwrap_or_default();
        for (n, row) in range.rows().enumerate() {
            let cells = row
                .iter()
                .enumerate()
                .filter_map(|(column, cell)| Some((first_column as usize + column, stored(cell)?)));
            let number = u32::try_from(n).unwrap_or(u32::MAX).saturating_add(first_row).saturating_add(1);
            grid.take(number, cells.collect::<BTreeMap<_, _>>())?;
        }
        let merged = book.merge_cells_by_sheet_name(&name).unwrap_or_default();
        grid.merged = merged
            .iter()
            .map(|area| Area {
                rows: (area.start.0.saturating_add(1), area.end.0.saturating_add(1)),
                columns: (area.start.1 as usize, area.end.1 as usize),
            })
            .collect();
        grids.push(grid);
    }
    Ok(grids)
}

fn stored(cell: &Data) -> Option<Cell> {
    Some(match cell {
        Data::Empty | Data::Error(_) => return None,
        Data::String(text) | Data::DurationIso(text) => Cell::Text(text.clone()),
        Data::Int(n) => Cell::Number(*n as f64, NumberFormat::Plain),
        Data::Float(n) => Cell::Number(*n, NumberFormat::Plain),
        Data::Bool(flag) => Cell::Flag(*flag),
        Data::DateTime(moment) if moment.is_datetime() => Cell::Day(moment.as_datetime()?.date()),
        Data::DateTime(length) => Cell::Number(length.as_f64(), NumberFormat::Other),
        Data::DateTimeIso(text) => {
            text.get(..10).and_then(|day| day.parse().ok()).map_or(Cell::Text(text.clone()), Cell::Day)
        }
    })
}
