//! Workbooks: real days and numbers, heads in words that stay in sight, filters, one sheet a table.
//!
//! A text is written as a text, so no formula can hide in one. The workbook's own date is the as-of date.

use super::csv::plain;
use super::form;
use super::rows::{Row, Rows, Value};
use super::site::ExportSite;
use crate::model::AgencyIx;
use crate::open_data::tables::{Column, Kind, pick};
use chrono::{Datelike, NaiveDate};
use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError,
};
use std::borrow::Cow;

/// Most UTF-16 units of a cell: a limit of the format.
const LONGEST: usize = 32_767;
/// Most rows of a sheet, its head included: a limit of the format.
const MOST_ROWS: u32 = 1_048_576;

pub(super) struct Formats {
    pub(super) head: Format,
    pub(super) day: Format,
    pub(super) text: Format,
    pub(super) plain: Format,
}

impl Formats {
    /// The format of a column's cells.
    fn of(&self, kind: Kind) -> &Format {
        match kind {
            // A date known to the month only is a text there, which no number format touches.
            Kind::Day | Kind::Partial => &self.day,
            Kind::Text | Kind::Texts => &self.text,
            Kind::Id
            | Kind::Ids
            | Kind::Address
            | Kind::Code(_)
            | Kind::Period
            | Kind::Count
            | Kind::Number
            | Kind::Flag => &self.plain,
        }
    }
}

/// A workbook with one sheet for each of `tables`.
pub(super) fn bytes(site: &ExportSite, tables: &[Rows]) -> Vec<u8> {
    book(site, tables, None).expect("names, sizes and lengths are within the format's limits")
}

/// An agency's workbook: the same, and a sheet to fill and send back.
pub(super) fn of_agency(site: &ExportSite, ix: AgencyIx, tables: &[Rows]) -> Vec<u8> {
    book(site, tables, Some(ix)).expect("names, sizes and lengths are within the format's limits")
}

fn book(site: &ExportSite, tables: &[Rows], form_of: Option<AgencyIx>) -> Result<Vec<u8>, XlsxError> {
    let top = || Format::new().set_align(FormatAlign::Top);
    let formats = Formats {
        head: Format::new().set_bold().set_text_wrap().set_border_bottom(FormatBorder::Thin),
        day: top().set_num_format("dd/mm/yyyy"),
        text: top().set_text_wrap(),
        plain: top(),
    };
    let mut book = Workbook::new();
    let mut properties = DocProperties::new().set_title(site.title()).set_author(site.operator());
    if let Some(at) = moment(site.report.as_of) {
        properties = properties.set_creation_datetime(&at);
    }
    book.set_properties(&properties);
    // A quick level: a workbook per agency is made at each update, and most of that time went into packing.
    book.set_zip_compression_level(2);
    for rows in tables {
        let sheet = book.add_worksheet();
        sheet.set_name(pick(rows.table().title, site.words.lang))?;
        fill(sheet, site, *rows, &formats)?;
    }
    if let Some(ix) = form_of {
        form::add(&mut book, site, ix, &formats)?;
    }
    book.save_to_buffer()
}

fn fill(sheet: &mut Worksheet, site: &ExportSite, rows: Rows, formats: &Formats) -> Result<(), XlsxError> {
    let columns = rows.table().columns;
    for (at, column) in (0_u16..).zip(columns) {
        sheet.write_string_with_format(0, at, pick(column.head, site.words.lang), &formats.head)?;
        sheet.set_column_width(at, width(column))?;
        // The format of a cell without one: to look one up for every cell was the dearest part of a workbook.
        sheet.set_column_format(at, formats.of(column.kind))?;
    }
    sheet.set_freeze_panes(1, 0)?;
    let (mut line, mut outcome) = (1_u32, Ok(()));
    rows.each(site, &mut |row: Row<'_>| {
        if outcome.is_ok() && line < MOST_ROWS {
            outcome = write(sheet, line, &row);
            line += 1;
        }
    });
    outcome?;
    let last = u16::try_from(columns.len().saturating_sub(1)).unwrap_or(u16::MAX);
    sheet.autofilter(0, 0, line - 1, last)?;
    Ok(())
}

fn write(sheet: &mut Worksheet, line: u32, row: &Row<'_>) -> Result<(), XlsxError> {
    for ((at, column), value) in (0_u16..).zip(row.table.columns).zip(&row.cells) {
        match value {
            Value::Nothing => {}
            Value::Day(day) => match moment(*day) {
                Some(day) => drop(sheet.write_datetime(line, at, &day)?),
                None => drop(sheet.write_string(line, at, day.to_string())?),
            },
            Value::Whole(n) => drop(sheet.write_number(line, at, *n as f64)?),
            Value::Number(x) => drop(sheet.write_number(line, at, *x)?),
            Value::Flag(flag) => drop(sheet.write_boolean(line, at, *flag)?),
            Value::Text(_) | Value::List(_) => {
                let text = plain(value, column.kind);
                if !text.is_empty() {
                    sheet.write_string(line, at, cut(&text))?;
                }
            }
        }
    }
    Ok(())
}

/// Midnight of a day, where the format can hold it.
pub(super) fn moment(day: NaiveDate) -> Option<ExcelDateTime> {
    let year = u16::try_from(day.year()).ok()?;
    ExcelDateTime::from_ymd(year, day.month() as u8, day.day() as u8).ok()
}

/// A text of a length that a cell can hold; whole in CSV and JSON.
fn cut(text: &str) -> Cow<'_, str> {
    // A text of so few bytes has no more units.
    if text.len() <= LONGEST || text.encode_utf16().count() <= LONGEST {
        return Cow::Borrowed(text);
    }
    let mut units = 0;
    let fits = |c: &char| {
        units += c.len_utf16();
        units < LONGEST
    };
    text.chars().take_while(fits).chain(['…']).collect::<String>().into()
}

/// Width in characters.
fn width(column: &Column) -> f64 {
    match (column.kind, column.name) {
        (Kind::Text, "title" | "note" | "wording") | (Kind::Texts, _) => 48.0,
        (Kind::Text | Kind::Id | Kind::Ids | Kind::Address, _) => 28.0,
        (Kind::Code(_), _) => 18.0,
        (Kind::Day | Kind::Partial | Kind::Period | Kind::Count | Kind::Number | Kind::Flag, _) => 13.0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_text_ends_within_a_cell() {
        for unit in ["a", "ế", "😀"] {
            let long = cut(&unit.repeat(LONGEST)).into_owned();
            let units = long.encode_utf16().count();
            assert!(units <= LONGEST && units + 2 > LONGEST, "{unit}: {units}");
            let whole = unit.repeat(LONGEST / 2);
            assert_eq!(cut(&whole), whole);
        }
        assert!(cut(&"😀".repeat(LONGEST)).ends_with('…'));
    }
}
