//! `tiendo report`: the tallies of the site on the terminal, in a mail, or as JSON.

pub mod markup;
pub mod summary;
mod text;

use super::args::{ReportArgs, ReportForm};
use super::exit::Exit;
use super::faults;
use super::options::{Format, SiteOptions};
use super::pipeline::{self, Studied};
use super::trouble;
use super::voice::{Voice, print};
use crate::diag::closest;
use crate::load::disk;
use markup::Markup;
use summary::{Ask, Summary, Whose};
use text::write;

/// Prints the report.
pub fn run(args: &ReportArgs) -> Exit {
    let voice = Voice::new(&args.voice);
    let options = match SiteOptions::new(&args.site) {
        Ok(options) => options,
        Err(bad) => return trouble::usage(&bad.message(&voice.words()), &voice.words()),
    };
    let snapshot = match disk::read(&options.folder) {
        Ok(snapshot) => snapshot,
        Err(fault) => return trouble::io(&fault.path, &fault.error, &voice.words(), Format::Human),
    };
    let Studied { language, sources, faults, found, .. } = pipeline::study(&snapshot, &options);
    let words = voice.words_for(language);
    let Some(found) = found else {
        faults::show(&faults, &sources, &words, Format::Human);
        return Exit::Content;
    };
    let report = &found.report;
    let whose = match args.agency.as_deref() {
        None => Whose::All,
        Some(id) => {
            let Some((ix, _)) = report.data.agency_list().find(|(_, a)| a.id.as_str() == id) else {
                let near = closest(id, report.data.agencies.iter().map(|a| a.id.as_str())).unwrap_or_default();
                let key = if near.is_empty() { "report-no-agency" } else { "report-agency-meant" };
                return trouble::usage(&words.with(key, &[("id", id), ("meant", near)]), &words);
            };
            Whose::Agency(ix)
        }
    };
    let ask = Ask {
        whose,
        since: args.since,
        within: args.within.unwrap_or(report.data.settings.thresholds.due_soon_days),
        language: words.lang,
    };
    let summary = Summary::new(report, ask);
    let names = found.words(words.lang);
    match args.format {
        ReportForm::Json => print(&format!("{:#}", summary.json())),
        ReportForm::Text => print(&write(&summary, &words, &names, Markup::Text, args.limit)),
        ReportForm::Markdown => print(&write(&summary, &words, &names, Markup::Markdown, args.limit)),
    }
    Exit::Done
}
