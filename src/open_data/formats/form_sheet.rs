//! The sheet to fill: a row for each open obligation of an agency or an open group, and empty columns for its report.

use super::cell::{MOST_ROWS, cut, midnight};
use super::xlsx::{Book, with_more};
use crate::derive::Obligation;
use crate::model::{AgencyIx, GroupIx, Period};
use crate::open_data::report_form::{COLUMNS, Field, STATES, TITLE};
use crate::open_data::site::ExportSite;
use crate::open_data::tables::{Rows, pick};
use rust_xlsxwriter::{DataValidation, DataValidationErrorStyle, DataValidationRule, XlsxError};

/// Background of the heads of columns to fill.
const OPEN: u32 = 0x00FF_F2CC;

/// An agency's workbook: a sheet for each of `tables`, and the sheet to fill as the last one.
pub(in crate::open_data) fn workbook(site: &ExportSite, ix: AgencyIx, tables: &[Rows]) -> Vec<u8> {
    with_more(site, tables, |book| add(book, site.report.held_by(ix)))
}

/// The sheet to fill for the tasks of a group whose members are not known.
pub(in crate::open_data) fn of_group(site: &ExportSite, ix: GroupIx) -> Vec<u8> {
    with_more(site, &[], |book| add(book, site.report.held_by_group(ix)))
}

fn add<'o>(book: &mut Book<'_>, obligations: impl Iterator<Item = &'o Obligation>) -> Result<(), XlsxError> {
    let (site, formats, lang) = (book.site, book.formats.clone(), book.site.words.lang);
    let sheet = book.add_sheet(TITLE)?;
    let open_head = formats.head.clone().set_background_color(OPEN);
    for (at, column) in (0_u16..).zip(&COLUMNS) {
        let format = if column.is_open() { &open_head } else { &formats.head };
        sheet.write_string_with_format(0, at, pick(column.head, lang), format)?;
        sheet.set_column_width(at, column.width)?;
        match column.field {
            // What is typed there later is a day, a number, a text.
            Field::Date | Field::CompletedOn => drop(sheet.set_column_format(at, &formats.day)?),
            // A percentage typed as `60%` is shown as one only where no format stands.
            Field::Percent | Field::Title | Field::Due | Field::Status => {}
            Field::Task
            | Field::Period
            | Field::Reference
            | Field::Agency
            | Field::Progress
            | Field::Readings
            | Field::Note
            | Field::Reason
            | Field::Proposal
            | Field::EvidenceTitle
            | Field::EvidenceNumber
            | Field::EvidenceUrl => drop(sheet.set_column_format(at, &formats.typed)?),
        }
    }
    sheet.set_freeze_panes(1, 2)?;
    let data = site.data();
    let mut line = 1;
    let open = obligations.filter(|o| !o.status.state.is_closed());
    for o in open.take(MOST_ROWS as usize - 1) {
        let text = |field: Field| match field {
            Field::Task => data[o.task].id.as_str(),
            Field::Reference => data[o.task].reference.as_deref().unwrap_or_default(),
            Field::Title => site.task_title(o.task),
            Field::Status => site.words.label(o.status.label.code()),
            Field::Agency => site.party_id(o.holder),
            _ => "",
        };
        for (at, column) in (0_u16..).zip(COLUMNS.iter().filter(|c| !c.is_open())) {
            match (column.field, o.period, o.status.due.and_then(midnight)) {
                (Field::Period, Some(period), _) => {
                    sheet.write_string_with_format(line, at, Period::code(period), &formats.typed)?;
                }
                (Field::Due, _, Some(due)) => drop(sheet.write_datetime_with_format(line, at, &due, &formats.day)?),
                (Field::Period | Field::Due, _, _) => {}
                (field @ (Field::Title | Field::Status), _, _) => {
                    sheet.write_string_with_format(line, at, cut(text(field)), &formats.text)?;
                }
                (Field::Reference, _, _) if data[o.task].reference.is_none() => {}
                (field, _, _) => drop(sheet.write_string_with_format(line, at, text(field), &formats.typed)?),
            }
        }
        line += 1;
    }
    if line > 1 {
        for (at, column) in (0_u16..).zip(&COLUMNS) {
            if column.is_open() {
                let rule = validation(column.field, lang)?.set_input_message(pick(column.hint, lang))?;
                sheet.add_data_validation(1, at, line - 1, at, &rule)?;
            }
        }
    }
    Ok(())
}

fn validation(field: Field, lang: crate::model::Language) -> Result<DataValidation, XlsxError> {
    let rule = DataValidation::new().set_error_style(DataValidationErrorStyle::Warning);
    match field {
        Field::Progress => rule.allow_list_strings(&STATES.map(|(_, words)| pick(words, lang))),
        Field::Percent => Ok(rule.allow_whole_number(DataValidationRule::Between(0, 100))),
        _ => Ok(rule.allow_any_value()),
    }
}
