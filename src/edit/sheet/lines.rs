//! Rows of a sheet → lines of the form: the heads are found, the cells below them cleaned as content is.

use super::cell::{Bound, Cell, SheetError};
use crate::load::clean;
use crate::open_data::looks_like_a_formula;
use crate::open_data::report_form::{Field, field_of};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// The heads stand in one of the first rows.
pub const HEAD_WITHIN: usize = 20;

/// One line with something in it.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// As the program shows it, from 1.
    pub number: u32,
    /// What stands in the columns of the form; empty cells are left out.
    pub cells: BTreeMap<Field, Cell>,
    /// Characters taken out of its texts.
    pub odd: Vec<char>,
}

/// Takes the rows of a sheet one by one.
#[derive(Default)]
pub struct Lines {
    heads: BTreeMap<usize, Field>,
    /// Rows looked at before the heads were found.
    sought: usize,
    below: Vec<Line>,
}

impl Lines {
    pub fn take(&mut self, number: u32, row: BTreeMap<usize, Cell>) -> Result<(), SheetError> {
        if row.is_empty() {
            return Ok(());
        }
        if self.heads.is_empty() {
            self.sought += 1;
            if self.sought <= HEAD_WITHIN {
                self.heads = heads(&row)?;
            }
            return Ok(());
        }
        let mut line = Line { number, cells: BTreeMap::new(), odd: Vec::new() };
        for (column, cell) in row {
            let Some(field) = self.heads.get(&column) else { continue };
            let cell = match cell {
                Cell::Text(text) => match cleaned(&text, *field, &mut line.odd) {
                    Some(cell) => cell,
                    None => continue,
                },
                cell @ (Cell::Number(..) | Cell::Day(_) | Cell::Flag(_) | Cell::Error(_) | Cell::NoValue) => cell,
            };
            line.cells.insert(*field, cell);
        }
        if !line.cells.is_empty() {
            self.below.push(line);
            Bound::Rows.hold(self.below.len())?;
        }
        Ok(())
    }

    /// The lines below the heads; none if no row has them.
    pub fn found(self) -> Option<Vec<Line>> {
        (!self.heads.is_empty()).then_some(self.below)
    }
}

/// The columns of the form, if this row has their heads; else none.
fn heads(row: &BTreeMap<usize, Cell>) -> Result<BTreeMap<usize, Field>, SheetError> {
    let mut found: BTreeMap<usize, Field> = BTreeMap::new();
    let mut twice = None;
    for (column, cell) in row {
        if let Cell::Text(head) = cell
            && let Some(Cell::Text(head)) = cleaned(head, Field::Title, &mut Vec::new())
            && let Some(field) = field_of(&head)
        {
            let for_the_eye = matches!(field, Field::Title | Field::Reference | Field::Due | Field::Status);
            if !for_the_eye && found.values().any(|known| *known == field) {
                twice = Some(head);
            }
            found.insert(*column, field);
        }
    }
    let has = |field: Field| found.values().any(|known| *known == field);
    match twice {
        _ if !((has(Field::Task) || has(Field::Reference)) && (has(Field::Progress) || has(Field::Note))) => {
            Ok(BTreeMap::new())
        }
        Some(head) => Err(SheetError::TwoColumns(head)),
        None => Ok(found),
    }
}

/// A text as content would have it; nothing if nothing is left of it.
fn cleaned(text: &str, field: Field, odd: &mut Vec<char>) -> Option<Cell> {
    // The apostrophe that keeps a spreadsheet from running a text as a formula is no part of the text.
    let text = text.trim_start().strip_prefix('\'').filter(|rest| looks_like_a_formula(rest)).unwrap_or(text);
    let prose = matches!(field, Field::Note | Field::Reason | Field::Proposal);
    let clean = clean(Cow::Owned(text.replace("\r\n", "\n").replace('\r', "\n")), !prose);
    odd.extend(clean.odd);
    let text = if prose {
        clean.text.lines().map(str::trim_end).collect::<Vec<_>>().join("\n")
    } else {
        clean.text.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    if text.is_empty() {
        return None;
    }
    Some(if is_error(&text) { Cell::Error(text) } else { Cell::Text(text) })
}

/// What spreadsheets write where a formula failed, or a number has no room: also in CSV, and as text.
fn is_error(text: &str) -> bool {
    let hash = text.strip_prefix('#').is_some_and(|rest| {
        rest.bytes().all(|b| b == b'#')
            || rest == "N/A"
            || rest.strip_suffix(['!', '?']).is_some_and(|name| {
                !name.is_empty() && name.bytes().all(|b| b.is_ascii_uppercase() || matches!(b, b'/' | b'_' | b'0'))
            })
    });
    hash && text.len() > 1
        || text.strip_prefix("Err:").is_some_and(|n| !n.is_empty() && n.bytes().all(|b| b.is_ascii_digit()))
}
