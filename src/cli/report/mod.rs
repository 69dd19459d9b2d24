//! `tiendo report`: the tallies of the site on the terminal, in a mail, or as JSON.

pub mod markup;
pub mod summary;
mod text;

use super::args::{Format, ReportArgs, ReportForm};
use super::errors::Error;
use super::exit::Exit;
use super::options::SiteOptions;
use super::output::{Output, print};
use super::pipeline::{self, Found, Studied};
use crate::diag::closest;
use crate::load::disk;
use markup::Markup;
use summary::{Ask, Summary, Whose};
use text::write;

/// Prints the report.
pub fn run(args: &ReportArgs) -> Exit {
    Output::new(&args.messages, Format::Human).run(|out| {
        let found = found(&SiteOptions::new(&args.site)?)?;
        Ok(out.for_site(found.report.data.settings.language).run(|out| report(args, &found, out)))
    })
}

fn report(args: &ReportArgs, found: &Found, out: &Output) -> Result<Exit, Error> {
    let (report, words) = (&found.report, &out.words);
    let whose = match args.agency.as_deref() {
        None => Whose::All,
        Some(id) => {
            let Some((ix, _)) = report.data.agency_list().find(|(_, a)| a.id.as_str() == id) else {
                let near = closest(id, report.data.agencies.iter().map(|a| a.id.as_str())).unwrap_or_default();
                let key = if near.is_empty() { "report-no-agency" } else { "report-agency-meant" };
                return Err(Error::usage(words.with(key, &[("id", id), ("meant", near)])));
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
        ReportForm::Text => print(&write(&summary, words, &names, Markup::Text, args.limit)),
        ReportForm::Markdown => print(&write(&summary, words, &names, Markup::Markdown, args.limit)),
    }
    Ok(Exit::Done)
}

/// What a site says, which must be sound.
pub fn found(options: &SiteOptions) -> Result<Found, Error> {
    let Studied { language, sources, faults, found, .. } = pipeline::study(&disk::read(&options.folder)?, options);
    found.ok_or_else(|| Error::Unsound(language, faults, Box::new(sources)))
}
