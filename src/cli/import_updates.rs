//! `tiendo import-updates`: the sheet that an agency filled and sent back.

use super::args::ImportUpdatesArgs;
use super::edit::{EditContext, edit};
use super::errors::Error;
use super::exit::Exit;
use super::output::complain;
use crate::edit::{
    ChangeSet, LineError, Reason, ReportSheet, SheetError, SheetOptions, add_updates, read_reports, read_sheet,
};
use crate::i18n::Words;
use crate::load::likely_date;

pub fn run(args: &ImportUpdatesArgs) -> Exit {
    edit(&args.edit, |context| import(args, context))
}

fn import(args: &ImportUpdatesArgs, context: &EditContext) -> Result<Exit, Error> {
    let words = &context.out.words;
    let date = match args.date.as_deref().map(|text| likely_date(text).and_then(|text| text.parse().ok())) {
        None => context.today,
        Some(Some(day)) => day,
        Some(None) => return Err(context.usage("sheet-date", args.date.as_deref().unwrap_or_default())),
    };
    let bytes = std::fs::read(&args.file).map_err(Error::io(&args.file))?;
    let file = args.file.display().to_string();
    let lines = read_sheet(&bytes).map_err(|error| {
        let (key, detail) = match error {
            SheetError::Unreadable(detail) => ("sheet-unreadable", detail),
            SheetError::NoHeads => ("sheet-no-heads", String::new()),
            SheetError::TooLarge => ("sheet-too-large", String::new()),
        };
        Error::content(words.with(key, &[("path", &file), ("detail", &detail)]))
    })?;
    let options = SheetOptions { agency: args.agency.as_deref(), date };
    let ReportSheet { updates, known, errors } = read_reports(&lines, &context.report.data, options);
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

fn message(error: &LineError, words: &Words) -> String {
    let value = error.value.as_str();
    let (key, near) = match &error.reason {
        Reason::NoTask => ("sheet-no-task", None),
        Reason::UnknownTask(near) => ("sheet-unknown-task", near.as_deref()),
        Reason::NoAgency => ("sheet-no-agency", None),
        Reason::UnknownAgency(near) => ("sheet-unknown-agency", near.as_deref()),
        Reason::OtherAgency => ("sheet-other-agency", None),
        Reason::BadDate => ("sheet-bad-date", None),
        Reason::BadState => ("sheet-bad-state", None),
        Reason::BadPercent => ("sheet-bad-percent", None),
    };
    let message = words.with(key, &[("value", value)]);
    match near {
        Some(near) => format!("{message} {}", words.with("sheet-meant", &[("meant", near)])),
        None => message,
    }
}
