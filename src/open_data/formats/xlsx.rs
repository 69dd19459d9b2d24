//! Workbooks: one sheet a table, with real days and numbers, heads that stay in sight, and filters.
//!
//! Made in two steps: heads by the library, rows by [`sheet_rows`]. The workbook's own date is the as-of date.

use super::cell::midnight;
use super::sheet_rows;
use crate::open_data::site::ExportSite;
use crate::open_data::tables::{Both, Column, Kind, Rows, Table, pick};
use rust_xlsxwriter::{DocProperties, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError};

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
        tables.iter().try_for_each(|rows| book.add_table(rows.table()))?;
        add(&mut book)?;
        book.workbook.save_to_buffer()
    };
    let heads = make().expect("texts are cut, rows and days are bounded, names of sheets are this program's own");
    if tables.is_empty() { heads } else { sheet_rows::put(&heads, site, tables) }
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
        workbook.set_zip_compression_level(sheet_rows::LEVEL as u8);
        Self { site, formats, workbook }
    }

    /// Adds a sheet named in the language of the site.
    pub(super) fn add_sheet(&mut self, title: Both) -> Result<&mut Worksheet, XlsxError> {
        self.workbook.add_worksheet().set_name(pick(title, self.site.words.lang))
    }

    /// Adds a sheet with the head of a table.
    fn add_table(&mut self, table: &Table) -> Result<(), XlsxError> {
        let (site, formats) = (self.site, self.formats.clone());
        let sheet = self.add_sheet(table.title)?;
        let columns = table.columns();
        for (at, column) in (0_u16..).zip(&columns) {
            sheet.write_string_with_format(0, at, pick(column.head, site.words.lang), &formats.head)?;
            sheet.set_column_width(at, width(column))?;
            sheet.set_column_format(at, formats.of(column.kind))?;
        }
        sheet.set_freeze_panes(1, 0)?;
        let last = u16::try_from(columns.len().saturating_sub(1)).unwrap_or(u16::MAX);
        sheet.autofilter(0, 0, 0, last)?;
        Ok(())
    }
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
