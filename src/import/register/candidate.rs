//! Tables that look like registers, and papers that are registers.

use super::head::{self, Column};
use crate::import::paper::{Block, Paper, Row, Table};

/// A table that looks like a register.
#[derive(Debug, Clone, PartialEq)]
pub struct Candidate<'a> {
    /// Name of the sheet; none for a table inside a text.
    pub sheet: Option<&'a str>,
    /// Number of the table in the paper.
    pub table: u32,
    /// Its columns as their heads tell them.
    pub columns: Vec<Column>,
    /// Lines above the head in the table itself.
    pub above: Vec<&'a str>,
    /// The rows below the head, those of further tables that go on without a head of their own with them.
    pub rows: Vec<&'a Row>,
}

/// Tables that look like registers, in the order of the paper. A table without a head that is as wide as the register
/// before it is more of it: pages break tables.
pub fn find(paper: &Paper) -> Vec<Candidate<'_>> {
    let mut found: Vec<Candidate<'_>> = Vec::new();
    let mut goes_on = false;
    for block in &paper.blocks {
        let Block::Table(table) = block else {
            continue;
        };
        if let Some(candidate) = candidate(table) {
            found.push(candidate);
            goes_on = true;
            continue;
        }
        let width = table.rows.iter().map(|row| row.cells.len()).max().unwrap_or(0);
        match found.last_mut() {
            Some(last) if goes_on && table.sheet.is_none() && last.sheet.is_none() && width == last.columns.len() => {
                last.rows.extend(&table.rows);
            }
            Some(_) | None => goes_on = false,
        }
    }
    found
}

/// A table as a register, if it has the head of one.
pub fn candidate(table: &Table) -> Option<Candidate<'_>> {
    let (head, columns) = head::find(&table.rows)?;
    let cells = table.rows[..head.start].iter().flat_map(|row| &row.cells);
    let above = cells.flat_map(|cell| cell.text.lines()).map(str::trim).filter(|line| !line.is_empty()).collect();
    let rows: Vec<_> = table.rows[head.end..].iter().collect();
    (!rows.is_empty()).then_some(Candidate { sheet: table.sheet.as_deref(), table: table.number, columns, above, rows })
}

/// Whether a paper is a register, rather than a text with an annex: most of its words stand in registers.
pub fn is_register(paper: &Paper) -> bool {
    let candidates = find(paper);
    let cells = |row: &Row| row.cells.iter().map(|cell| cell.text.len()).sum::<usize>();
    let inside: usize = candidates.iter().flat_map(|candidate| &candidate.rows).map(|row| cells(row)).sum();
    let outside: usize = paper
        .blocks
        .iter()
        .map(|block| match block {
            Block::Paragraph(paragraph) => paragraph.text.len(),
            Block::Table(_) => 0,
        })
        .sum();
    !candidates.is_empty() && inside > outside
}
