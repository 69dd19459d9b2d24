//! A sheet as it is, before anything is sought in it.

use super::cell::{Bound, Cell, SheetError};
use std::collections::BTreeMap;

/// The cells of one sheet.
#[derive(Debug, Clone, PartialEq)]
pub struct Grid {
    /// Name of the sheet; empty for a text.
    pub name: String,
    /// Rows that hold something, by their numbers from 1: cells by their columns from 0.
    pub rows: Vec<(u32, BTreeMap<usize, Cell>)>,
    /// Cells that are drawn as one.
    pub merged: Vec<Area>,
}

/// Cells from one corner to the other, both included: rows from 1, columns from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Area {
    /// First and last row.
    pub rows: (u32, u32),
    /// First and last column.
    pub columns: (usize, usize),
}

impl Grid {
    /// An empty sheet.
    pub fn new(name: String) -> Self {
        Self { name, rows: Vec::new(), merged: Vec::new() }
    }

    /// Adds a row; one without cells is left out.
    ///
    /// # Errors
    /// There are more rows than a sheet of this program's size has.
    pub fn take(&mut self, number: u32, cells: BTreeMap<usize, Cell>) -> Result<(), SheetError> {
        if !cells.is_empty() {
            self.rows.push((number, cells));
        }
        Bound::Rows.hold(self.rows.len())
    }
}

impl Area {
    /// As a workbook writes it: `A1:B3`.
    pub(super) fn of(text: &str) -> Option<Self> {
        let place = |text: &str| {
            let row = text.trim_start_matches(|c: char| c.is_ascii_alphabetic()).parse().ok()?;
            Some((row, column_of(text)?))
        };
        let (first, last) = text.split_once(':')?;
        let (first, last) = (place(first)?, place(last)?);
        Some(Self { rows: (first.0, last.0), columns: (first.1, last.1) })
    }
}

/// The column of a place such as `B12`, from 0.
pub fn column_of(place: &str) -> Option<usize> {
    let letters = place.bytes().take_while(u8::is_ascii_alphabetic).take(4);
    letters.fold(0, |n, b| n * 26 + usize::from(b.to_ascii_uppercase() - b'@')).checked_sub(1)
}

#[cfg(test)]
mod tests {
    use super::Area;

    #[test]
    fn areas() {
        assert_eq!(Area::of("B2:C10"), Some(Area { rows: (2, 10), columns: (1, 2) }));
        assert_eq!([Area::of("B2"), Area::of("B:C"), Area::of("")], [None; 3]);
    }
}
