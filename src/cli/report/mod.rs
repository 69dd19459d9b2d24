//! `tiendo report`: the tallies of the site on the terminal, in a mail, or as JSON.

pub mod markup;
pub mod summary;
mod text;

use super::args::{Format, ReportArgs, ReportForm};
use super::drafts;
use super::errors::Error;
use super::exit::Exit;
use super::options::SiteOptions;
use super::output::{Output, print};
use crate::derive::Report;
use crate::diag::closest;
use crate::i18n::{Language, Words};
use crate::site::{Extent, Site};
use markup::Markup;
use std::sync::Arc;
use summary::{Ask, Summary, Whose};
use text::write;

pub fn run(args: &ReportArgs) -> Exit {
    Output::new(&args.messages, Format::Human).run(|out| {
        let site = sound(&SiteOptions::new(&args.site)?)?;
        Ok(out.for_site(site.report.data.settings.language).run(|out| report(args, &site, out)))
    })
}

fn report(args: &ReportArgs, site: &Sound, out: &Output) -> Result<Exit, Error> {
    let (report, words) = (&*site.report, &out.words);
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
    let summary = Summary::new(report, ask, site.drafts());
    let names = site.words(words.lang);
    match args.format {
        ReportForm::Json => print(&format!("{:#}", summary.json())),
        ReportForm::Text => print(&write(&summary, words, &names, Markup::Text, args.limit)),
        ReportForm::Markdown => print(&write(&summary, words, &names, Markup::Markdown, args.limit)),
    }
    Ok(Exit::Done)
}

/// A site without errors.
pub struct Sound {
    pub report: Arc<Report>,
    site: Site,
}

impl Sound {
    /// How many tasks are left out because they are drafts.
    pub fn drafts(&self) -> usize {
        drafts::tasks(&self.site.drafts)
    }

    pub fn words(&self, language: Language) -> Words {
        self.site.words(language).expect("a report comes with a theme")
    }
}

pub fn sound(options: &SiteOptions) -> Result<Sound, Error> {
    let site = options.open(Extent::Report)?;
    match &site.report {
        Some(report) => Ok(Sound { report: Arc::clone(report), site }),
        None => Err(Error::Unsound(Box::new(site))),
    }
}
