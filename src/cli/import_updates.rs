//! `tiendo import-updates`: the sheet that an agency filled and sent back.

use super::args::ImportUpdatesArgs;
use super::edit::Desk;
use super::exit::Exit;
use super::trouble;
use super::voice::complain;
use crate::edit::{Asked, Drafts, LineFault, Reason, Returns, SheetFault, add_updates, read_sheet, returns};
use crate::i18n::Words;
use crate::load::likely_date;

/// Reads the sheet, checks it, and writes its updates.
pub fn run(args: &ImportUpdatesArgs) -> Exit {
    let desk = match Desk::open(&args.edit) {
        Ok(desk) => desk,
        Err(exit) => return exit,
    };
    let words = &desk.words;
    let date = match args.date.as_deref().map(|text| likely_date(text).and_then(|text| text.parse().ok())) {
        None => desk.today,
        Some(Some(day)) => day,
        Some(None) => return desk.usage("sheet-date", args.date.as_deref().unwrap_or_default()),
    };
    let bytes = match std::fs::read(&args.file) {
        Ok(bytes) => bytes,
        Err(e) => return trouble::io(&args.file, &e, words, super::options::Format::Human),
    };
    let file = args.file.display().to_string();
    let lines = match read_sheet(&bytes) {
        Ok(lines) => lines,
        Err(fault) => {
            let (key, detail) = match fault {
                SheetFault::Unreadable(detail) => ("sheet-unreadable", detail),
                SheetFault::NoHeads => ("sheet-no-heads", String::new()),
                SheetFault::TooLarge => ("sheet-too-large", String::new()),
            };
            trouble::usage(&words.with(key, &[("path", &file), ("detail", &detail)]), words);
            return Exit::Content;
        }
    };
    let asked = Asked { agency: args.agency.as_deref(), date };
    let Returns { updates, known, faults } = returns(&lines, &desk.found.report.data, asked);
    if !faults.is_empty() {
        for fault in &faults {
            complain(&format!("{file}:{}: {}", fault.line, told(fault, words)));
        }
        trouble::usage(&words.with("sheet-refused", &[("n", &words.number(faults.len() as u64))]), words);
        return Exit::Content;
    }
    let (new, old) = (words.number(updates.len() as u64), words.number(known as u64));
    desk.tell(&words.with("sheet-found", &[("n", &new), ("known", &old)]));
    if updates.is_empty() {
        return Exit::Done;
    }
    let mut drafts = Drafts::new(&desk.snapshot);
    match add_updates(&mut drafts, updates) {
        Ok(()) => desk.finish(&drafts),
        Err(refusal) => desk.refuse(&refusal),
    }
}

fn told(fault: &LineFault, words: &Words) -> String {
    let value = fault.value.as_str();
    let (key, near) = match &fault.reason {
        Reason::NoTask => ("sheet-no-task", None),
        Reason::UnknownTask(near) => ("sheet-unknown-task", near.as_deref()),
        Reason::NoAgency => ("sheet-no-agency", None),
        Reason::UnknownAgency(near) => ("sheet-unknown-agency", near.as_deref()),
        Reason::OtherAgency => ("sheet-other-agency", None),
        Reason::BadDate => ("sheet-bad-date", None),
        Reason::BadState => ("sheet-bad-state", None),
        Reason::BadPercent => ("sheet-bad-percent", None),
    };
    let told = words.with(key, &[("value", value)]);
    match near {
        Some(near) => format!("{told} {}", words.with("sheet-meant", &[("meant", near)])),
        None => told,
    }
}
