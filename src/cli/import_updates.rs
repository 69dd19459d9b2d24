//! `tiendo import-updates`: the sheet that an agency filled and sent back.

use super::args::ImportUpdatesArgs;
use super::edit::{EditContext, edit};
use super::errors::Error;
use super::exit::Exit;
use super::options::UsageError;
use super::output::complain;
use crate::edit::{
    Bound, ChangeSet, LineError, Reason, ReportSheet, SheetError, SheetOptions, add_updates, read_reports, read_sheet,
};
use crate::i18n::Words;
use crate::model::parse_day;
use crate::open_data::report_form::COLUMNS;
use crate::open_data::tables::pick;
use std::fs::File;
use std::io::Read;
use std::path::Path;

pub fn run(args: &ImportUpdatesArgs) -> Exit {
    edit(&args.edit, |context| import(args, context))
}

fn import(args: &ImportUpdatesArgs, context: &EditContext) -> Result<Exit, Error> {
    let words = &context.out.words;
    let date = match args.date.as_deref().map(|text| (text, parse_day(text))) {
        None => context.today,
        Some((_, Some(day))) => day,
        Some((text, None)) => return Err(UsageError::day("--date", text).into()),
    };
    let bytes = read(&args.file)?;
    let file = args.file.display().to_string();
    let lines = read_sheet(&bytes).map_err(|error| Error::content(refusal(&error, &file, words)))?;
    let options = SheetOptions { agency: args.agency.as_deref(), date };
    let ReportSheet { updates, known, errors, odd } = read_reports(&lines, &context.report.data, options);
    for (characters, lines) in &odd {
        let names: Vec<String> = characters.iter().map(|c| format!("U+{:04X}", u32::from(*c))).collect();
        let rows = some_of(lines, words);
        context.out.remark(&words.with("sheet-odd", &[("path", &file), ("rows", &rows), ("value", &names.join(", "))]));
    }
    if !errors.is_empty() {
        for error in &errors {
            complain(&format!("{file}:{}: {}", error.line, message(error, words)));
        }
        return Err(Error::content(words.with("sheet-refused", &[("n", &words.number(errors.len() as u64))])));
    }
    let (new, old) = (words.number(updates.len() as u64), words.number(known as u64));
    context.out.result(&words.with("sheet-found", &[("n", &new), ("known", &old)]));
    if updates.is_empty() {
        return Ok(Exit::Done);
    }
    let mut changes = ChangeSet::new(&context.snapshot);
    add_updates(&mut changes, updates).map_err(|refusal| context.refuse(&refusal))?;
    context.finish(&changes)
}

/// No more of the file than a sheet may have: it may be without an end.
fn read(path: &Path) -> Result<Vec<u8>, Error> {
    let mut bytes = Vec::new();
    let file = File::open(path).map_err(Error::io(path))?;
    file.take(Bound::Bytes.most() as u64 + 1).read_to_end(&mut bytes).map_err(Error::io(path))?;
    Ok(bytes)
}

/// The first rows, and how many more there are.
fn some_of(rows: &[u32], words: &Words) -> String {
    let (shown, more) = rows.split_at(rows.len().min(10));
    let shown = shown.iter().map(u32::to_string).collect::<Vec<_>>().join(", ");
    match more.len() {
        0 => shown,
        n => words.with("sheet-more-rows", &[("rows", &shown), ("n", &words.number(n as u64))]),
    }
}

fn refusal(error: &SheetError, path: &str, words: &Words) -> String {
    let say = |key: &str| words.with(key, &[("path", path)]);
    match error {
        SheetError::Encoding => say("sheet-encoding"),
        SheetError::Old => say("sheet-old"),
        SheetError::Other => say("sheet-other"),
        SheetError::Damaged => say("sheet-damaged"),
        SheetError::NoHeads => say("sheet-no-heads"),
        SheetError::OpenQuote(line) => words.with("sheet-open-quote", &[("path", path), ("value", &line.to_string())]),
        SheetError::TwoColumns(head) => words.with("sheet-two-columns", &[("path", path), ("value", head)]),
        SheetError::TwoSheets(one, other) => {
            words.with("sheet-two-sheets", &[("path", path), ("value", one), ("other", other)])
        }
        SheetError::TooLarge(bound) => {
            let (of, most) = match bound {
                Bound::Bytes => ("bytes", bound.most() >> 20),
                Bound::Content => ("content", bound.most() >> 20),
                Bound::Rows => ("rows", bound.most()),
                Bound::Columns => ("columns", bound.most()),
                Bound::Texts => ("texts", bound.most()),
            };
            words.with("sheet-too-large", &[("path", path), ("of", of), ("n", &words.number(most as u64))])
        }
    }
}

fn message(error: &LineError, words: &Words) -> String {
    let (key, near) = match &error.reason {
        Reason::NoTask => ("sheet-no-task", None),
        Reason::UnknownTask(near) => ("sheet-unknown-task", near.as_deref()),
        Reason::AmbiguousReference(_) => ("sheet-ambiguous-ref", None),
        Reason::NoAgency => ("sheet-no-agency", None),
        Reason::UnknownAgency(near) => ("sheet-unknown-agency", near.as_deref()),
        Reason::NoReportOfGroup => ("sheet-no-report-of-group", None),
        Reason::OtherAgency => ("sheet-other-agency", None),
        Reason::NoReport => ("sheet-no-report", None),
        Reason::BadDate(near) => ("sheet-bad-date", near.as_deref()),
        Reason::BadPeriod => ("sheet-bad-period", None),
        Reason::BadState => ("sheet-bad-state", None),
        Reason::BadReading => ("sheet-bad-reading", None),
        Reason::BadPercent => ("sheet-bad-percent", None),
        Reason::ErrorCell => ("sheet-error-cell", None),
        Reason::NoValue => ("sheet-no-value", None),
        Reason::DayForText => ("sheet-day-for-text", None),
        Reason::NumberForText => ("sheet-number-for-text", None),
    };
    let column = COLUMNS.iter().find(|column| Some(column.field) == error.field);
    let head = column.map_or("", |column| pick(column.head, words.lang));
    let tasks = if let Reason::AmbiguousReference(ids) = &error.reason { ids.join(", ") } else { String::new() };
    let message = words.with(key, &[("value", error.value.as_str()), ("column", head), ("tasks", &tasks)]);
    match near {
        Some(near) => format!("{message} {}", words.with("sheet-meant", &[("meant", near)])),
        None => message,
    }
}
