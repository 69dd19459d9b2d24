//! Reads a report form that came back, as XLSX or CSV, into lines of named cells.
//!
//! Sheets come from outside: sizes are bounded, formulas are never run, only their last values are read. What cannot be
//! read for certain stays in the line as what it is, so that it can be told by row.

mod biff;
mod cell;
mod compound;
mod grid;
mod lines;
mod number_format;
mod opendocument;
mod package;
mod shared_parts;
mod table;
#[cfg(test)]
mod tests;
mod workbook;

pub use biff::grids as grids_of_old_workbook;
pub use cell::{Bound, Cell, SheetError};
pub use grid::{Area, Grid};
pub use lines::Line;
pub use number_format::NumberFormat;
pub use opendocument::grids as grids_of_opendocument;
pub use package::{Package, add_text, attribute, walk};
pub use table::grid as grid_of_text;
pub(super) use workbook::day_of;
pub use workbook::grids as grids_of_workbook;

/// Reads a file. Its format is told by its content, not by its name.
///
/// # Errors
/// The file is no sheet, has no column of the form, or is too large.
pub fn read(bytes: &[u8]) -> Result<Vec<Line>, SheetError> {
    Bound::Bytes.hold(bytes.len())?;
    match bytes {
        [b'P', b'K', ..] => workbook::read(bytes),
        [0xd0, 0xcf, 0x11, 0xe0, ..] => Err(SheetError::Old),
        _ => table::read(bytes),
    }
}
