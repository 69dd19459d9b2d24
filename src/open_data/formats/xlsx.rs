//! Workbooks: one sheet a table, with real days and numbers, heads that stay in sight, and filters.
//!
//! A text is written as a text, so no formula can hide in one. The workbook's own date is the as-of date.

use super::csv::plain;
use crate::open_data::site::ExportSite;
use crate::open_data::tables::{Both, Column, Kind, Rows, Value, pick};
use chrono::{Datelike, NaiveDate};
use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError,
};
use std::borrow::Cow;

/// Most UTF-16 units of a cell: a limit of the format.
const LONGEST: usize = 32_767;
/// Most rows of a sheet, its head included: a limit of the format.
pub(super) const MOST_ROWS: u32 = 1_048_576;

#[derive(Clone)]
pub(super) struct Formats {
    pub(super) head: Format,
    pub(super) day: Format,
    pub(super) text: Format,
    pub(super) plain: Format,
    /// For texts that people type: no program makes a number or a day of `12/2024` there.
    pub(super) typed: Format,
}

impl Formats {
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
pub(in crate::open_data) fn bytes(site: &ExportSite, tables: &[Rows]) -> Vec<u8> {
    with_more(site, tables, |_| Ok(()))
}

/// The same, with the sheets that `add` adds behind those.
pub(super) fn with_more(
    site: &ExportSite,
    tables: &[Rows],
    add: impl FnOnce(&mut Book<'_>) -> Result<(), XlsxError>,
) -> Vec<u8> {
    let make = || {
        let mut book = Book::new(site);
        tables.iter().try_for_each(|rows| book.add_table(*rows))?;
        add(&mut book)?;
        book.workbook.save_to_buffer()
    };
    make().expect("texts are cut, rows and days are bounded, names of sheets are this program's own")
}

pub(super) struct Book<'s> {
    pub(super) site: &'s ExportSite,
    pub(super) formats: Formats,
    workbook: Workbook,
}

impl<'s> Book<'s> {
    fn new(site: &'s ExportSite) -> Self {
        let top = || Format::new().set_align(FormatAlign::Top);
        let formats = Formats {
            head: Format::new().set_bold().set_text_wrap().set_border_bottom(FormatBorder::Thin),
            day: top().set_num_format("dd/mm/yyyy"),
            text: top().set_text_wrap(),
            plain: top(),
            typed: top().set_text_wrap().set_num_format("@"),
        };
        let mut workbook = Workbook::new();
        let mut properties = DocProperties::new().set_title(site.title()).set_author(site.operator());
        if let Some(at) = midnight(site.report.as_of) {
            properties = properties.set_creation_datetime(&at);
        }
        workbook.set_properties(&properties);
        // Light compression: there is a workbook for each agency at every update, and most of its time goes into packing.
        workbook.set_zip_compression_level(2);
        Self { site, formats, workbook }
    }

    /// Adds a sheet named in the language of the site.
    pub(super) fn add_sheet(&mut self, title: Both) -> Result<&mut Worksheet, XlsxError> {
        self.workbook.add_worksheet().set_name(pick(title, self.site.words.lang))
    }

    fn add_table(&mut self, rows: Rows) -> Result<(), XlsxError> {
        let (site, formats) = (self.site, self.formats.clone());
        let sheet = self.add_sheet(rows.table().title)?;
        let columns = rows.table().columns();
        for (at, column) in (0_u16..).zip(&columns) {
            sheet.write_string_with_format(0, at, pick(column.head, site.words.lang), &formats.head)?;
            sheet.set_column_width(at, width(column))?;
            // Cells without a format take the column's; to look one up for every cell is slow.
            sheet.set_column_format(at, formats.of(column.kind))?;
        }
        sheet.set_freeze_panes(1, 0)?;
        let (mut line, mut outcome) = (1_u32, Ok(()));
        rows.each(site, &mut |cells: &[Value<'_>]| {
            if outcome.is_ok() && line < MOST_ROWS {
                outcome = write(sheet, line, &columns, cells);
                line += 1;
            }
        });
        outcome?;
        let last = u16::try_from(columns.len().saturating_sub(1)).unwrap_or(u16::MAX);
        sheet.autofilter(0, 0, line - 1, last)?;
        Ok(())
    }
}

fn write(sheet: &mut Worksheet, line: u32, columns: &[&Column], cells: &[Value<'_>]) -> Result<(), XlsxError> {
    for ((at, column), value) in (0_u16..).zip(columns).zip(cells) {
        match value {
            Value::Nothing => {}
            Value::Day(day) => match midnight(*day) {
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
pub(super) fn midnight(day: NaiveDate) -> Option<ExcelDateTime> {
    let year = u16::try_from(day.year()).ok()?;
    ExcelDateTime::from_ymd(year, day.month() as u8, day.day() as u8).ok()
}

/// A text of a length that a cell can hold; whole in CSV and JSON. No text of the content is written without it.
pub(super) fn cut(text: &str) -> Cow<'_, str> {
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
        (Kind::Text, "title" | "text" | "note" | "wording" | "reason" | "proposal") | (Kind::Texts, _) => 48.0,
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
