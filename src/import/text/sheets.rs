//! Sheets of a workbook, and text with separators between cells, as tables.

use super::unreadable::Unreadable;
use super::{clean, old_fonts};
use crate::edit::{Cell as Stored, Grid, NumberFormat};
use crate::import::paper::{Block, Cell, Merged, Paper, Row, Table};
use std::collections::BTreeMap;

/// Most cells of all tables together, the empty ones counted.
const MAX_CELLS: usize = 1_000_000;

/// The sheets that hold something, each as a table.
pub fn paper(grids: Vec<Grid>) -> Result<Paper, Unreadable> {
    let mut paper = Paper::default();
    let mut left = MAX_CELLS;
    for grid in grids {
        let width = grid.rows.iter().filter_map(|(_, row)| row.keys().next_back()).max().map_or(0, |last| last + 1);
        left = left.checked_sub(width.saturating_mul(grid.rows.len())).ok_or(Unreadable::TooLarge)?;
        if width == 0 {
            continue;
        }
        let mut rows: Vec<Row> = grid.rows.iter().map(|(number, row)| self::row(*number, row, width)).collect();
        merge(&mut rows, &grid, &mut left)?;
        let number = u32::try_from(paper.blocks.len()).unwrap_or(u32::MAX).saturating_add(1);
        let sheet = (!grid.name.is_empty()).then_some(grid.name);
        paper.blocks.push(Block::Table(Table { sheet, number, rows }));
    }
    convert(&mut paper);
    Ok(paper)
}

fn row(number: u32, row: &BTreeMap<usize, Stored>, width: usize) -> Row {
    let cell = |column| row.get(&column).map_or_else(Cell::default, cell);
    Row { number, cells: (0..width).map(cell).collect() }
}

fn cell(stored: &Stored) -> Cell {
    let (text, is_day) = match stored {
        // Cleaned later, once it is in Unicode.
        Stored::Text(text) => (text.clone(), false),
        Stored::Number(number, NumberFormat::Percent) => (format!("{}%", plain(number * 100.0)), false),
        Stored::Number(number, NumberFormat::Plain | NumberFormat::Day | NumberFormat::Other) => {
            (plain(*number), false)
        }
        Stored::Day(day) => (day.to_string(), true),
        Stored::Flag(flag) => ((if *flag { "x" } else { "" }).to_owned(), false),
        Stored::Error(_) | Stored::NoValue => (String::new(), false),
    };
    Cell { text, is_day, merged: Merged::No }
}

/// A number without the noise of its last digits.
fn plain(number: f64) -> String {
    let text = format!("{number:.8}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// Marks the cells that are drawn as one with another. Each of them costs as a cell does: areas may overlap.
fn merge(rows: &mut [Row], grid: &Grid, left: &mut usize) -> Result<(), Unreadable> {
    for area in &grid.merged {
        let from = rows.partition_point(|row| row.number < area.rows.0);
        for row in rows.iter_mut().skip(from).take_while(|row| row.number <= area.rows.1) {
            let first = row.number == area.rows.0;
            let number_of_cells = row.cells.len();
            let end = area.columns.1.saturating_add(1).min(number_of_cells);
            for (n, cell) in row.cells.get_mut(area.columns.0..end).unwrap_or_default().iter_mut().enumerate() {
                *left = left.checked_sub(1).ok_or(Unreadable::TooLarge)?;
                let merged = match (n, first) {
                    (0, true) => continue,
                    (0, false) => Merged::Above,
                    (_, _) => Merged::Left,
                };
                *cell = Cell { merged, ..Cell::default() };
            }
        }
    }
    Ok(())
}

/// Puts texts in old letters into Unicode and cleans all. A sheet is judged as a whole: cells are short.
fn convert(paper: &mut Paper) {
    let mut all = String::new();
    for cell in cells(paper) {
        all.push_str(&cell.text);
        all.push('\n');
    }
    let old = old_fonts::Whole::of(&all);
    paper.remarks.extend(old.map(|old| old_fonts::remark(old.font)));
    for cell in cells(paper) {
        if let Some(text) = old.and_then(|old| old.line(&cell.text)) {
            cell.text = text;
        }
        cell.text = clean::lines(&cell.text);
    }
}

fn cells(paper: &mut Paper) -> impl Iterator<Item = &mut Cell> {
    let tables = paper.blocks.iter_mut().filter_map(|block| match block {
        Block::Table(table) => Some(table),
        Block::Paragraph(_) => None,
    });
    tables.flat_map(|table| table.rows.iter_mut().flat_map(|row| row.cells.iter_mut()))
}
