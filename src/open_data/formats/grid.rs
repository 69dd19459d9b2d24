//! A workbook of one sheet of texts: a register in an office's own columns.

use super::cell::{cut, midnight};
use chrono::NaiveDate;
use rust_xlsxwriter::{DocProperties, Format, FormatAlign, FormatBorder, Workbook, XlsxError};

/// Longest name of a sheet and signs that it cannot have: limits of the format.
const LONGEST_NAME: usize = 31;
const NOT_IN_NAMES: [char; 7] = ['[', ']', ':', '*', '?', '/', '\\'];
/// Narrowest and widest column, in characters.
const WIDTHS: (usize, usize) = (6, 48);

/// A cell of a [`workbook`].
pub struct GridCell<'a> {
    /// Its text.
    pub text: &'a str,
    /// Whether it is part of the cell above it.
    pub above: bool,
}

/// A workbook with one sheet, whose first row is its head. `day` is the workbook's own date.
pub fn workbook(name: &str, day: NaiveDate, rows: &[Vec<GridCell<'_>>]) -> Vec<u8> {
    bytes(name, day, rows).expect("texts are cut, names are cleaned, rows are those of a record")
}

fn bytes(name: &str, day: NaiveDate, rows: &[Vec<GridCell<'_>>]) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    if let Some(at) = midnight(day) {
        book.set_properties(&DocProperties::new().set_creation_datetime(&at));
    }
    let head = Format::new().set_bold().set_text_wrap().set_align(FormatAlign::Center).set_border(FormatBorder::Thin);
    let body =
        Format::new().set_text_wrap().set_align(FormatAlign::Top).set_border(FormatBorder::Thin).set_num_format("@");
    let name: String = name.chars().filter(|c| !NOT_IN_NAMES.contains(c)).take(LONGEST_NAME).collect();
    let name = name.trim_matches(['\'', ' ']);
    let sheet = book.add_worksheet();
    if !name.is_empty() {
        sheet.set_name(name)?;
    }
    let width = rows.iter().map(Vec::len).max().unwrap_or(0);
    for at in 0..width {
        let longest =
            rows.iter().filter_map(|row| row.get(at)).map(|cell| cell.text.chars().count()).max().unwrap_or(0);
        let column = u16::try_from(at).unwrap_or(u16::MAX);
        sheet.set_column_width(column, longest.clamp(WIDTHS.0, WIDTHS.1) as f64)?;
        for (row, cells) in rows.iter().enumerate() {
            let Some(cell) = cells.get(at).filter(|cell| !cell.above) else { continue };
            let goes_on = |row: &Vec<GridCell<'_>>| row.get(at).is_some_and(|cell| cell.above);
            let more = rows[row + 1..].iter().take_while(|row| goes_on(row)).count();
            let line = u32::try_from(row).unwrap_or(u32::MAX);
            let format = if row == 0 { &head } else { &body };
            let text = cut(cell.text);
            if more == 0 {
                sheet.write_string_with_format(line, column, text, format)?;
            } else {
                sheet.merge_range(line, column, line + more as u32, column, &text, format)?;
            }
        }
    }
    sheet.set_freeze_panes(1, 0)?;
    book.save_to_buffer()
}
