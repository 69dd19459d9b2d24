//! A table of Word: cells over several columns (`gridSpan`) and rows (`vMerge`) laid out on its grid.

use crate::import::paper::{Cell, Merged, Row, Table};

/// Most columns of a table; Word itself has 63.
const MAX_COLUMNS: usize = 256;

/// A table that is being read.
#[derive(Default)]
pub struct Open {
    rows: Vec<Row>,
    cells: Vec<Cell>,
    /// Tables inside its cells that are open: their words belong to the cell.
    pub inner: u32,
    cell: Option<Being>,
    deleted: bool,
}

/// A cell that is being read.
#[derive(Default)]
struct Being {
    lines: Vec<String>,
    span: usize,
    goes_on: bool,
}

impl Open {
    pub fn begin_row(&mut self) {
        (self.cells, self.deleted) = (Vec::new(), false);
    }

    /// Columns that a row leaves out before its first cell.
    pub fn leave_out(&mut self, columns: usize) {
        self.cells.resize(columns.min(MAX_COLUMNS), Cell::default());
    }

    /// The row was taken out by a revision.
    pub fn delete_row(&mut self) {
        self.deleted = true;
    }

    pub fn begin_cell(&mut self) {
        self.cell = Some(Being { span: 1, ..Being::default() });
    }

    pub fn span(&mut self, columns: usize) {
        if let Some(cell) = &mut self.cell {
            cell.span = columns.clamp(1, MAX_COLUMNS);
        }
    }

    /// The cell is part of the one above it.
    pub fn go_on(&mut self) {
        if let Some(cell) = &mut self.cell {
            cell.goes_on = true;
        }
    }

    pub fn line(&mut self, text: String) {
        if let Some(cell) = &mut self.cell {
            cell.lines.push(text);
        }
    }

    pub fn end_cell(&mut self) {
        let Some(cell) = self.cell.take() else { return };
        let merged = if cell.goes_on { Merged::Above } else { Merged::No };
        let text = if cell.goes_on { String::new() } else { cell.lines.join("\n") };
        self.cells.push(Cell { text, merged, is_day: false });
        let span = (1..cell.span).map(|_| Cell { merged: Merged::Left, ..Cell::default() });
        self.cells.extend(span.take(MAX_COLUMNS.saturating_sub(self.cells.len())));
    }

    pub fn end_row(&mut self) {
        let cells = std::mem::take(&mut self.cells);
        if !self.deleted && !cells.is_empty() {
            let number = u32::try_from(self.rows.len()).unwrap_or(u32::MAX).saturating_add(1);
            self.rows.push(Row { number, cells });
        }
    }

    /// The table, if there are words in it; all rows get as many cells as the longest has.
    pub fn finish(mut self, number: u32) -> Option<Table> {
        let width = self.rows.iter().map(|row| row.cells.len()).max().unwrap_or(0).min(MAX_COLUMNS);
        for row in &mut self.rows {
            row.cells.resize(width, Cell::default());
        }
        let words = self.rows.iter().any(|row| row.cells.iter().any(|cell| !cell.text.is_empty()));
        words.then_some(Table { sheet: None, number, rows: self.rows })
    }
}
