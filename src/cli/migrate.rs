//! `tiendo migrate`: content of an older format is brought up to the present one.
//!
//! Format 1 is the first, so there is none to bring up. The next format brings the first step: a function from the files
//! of the one before it to changes of them, written as every other command writes content.

use super::args::Format;
use super::args::{EditArgs, SiteArgs};
use super::errors::Error;
use super::exit::Exit;
use super::options::SiteOptions;
use super::output::Output;
use crate::diag::Code;
use crate::load::FORMAT;
use crate::site::Extent;

const _: () = assert!(FORMAT == 1, "a new format needs the step to it here");

pub fn run(args: &EditArgs) -> Exit {
    Output::new(&args.messages, Format::Human).run(|out| {
        let about = SiteArgs { site: args.site.clone(), as_of: None, base_url: None };
        let site = SiteOptions::new(&about)?.open(Extent::Report)?;
        if site.diagnostics.iter().any(|found| found.code == Code::NewerFormat) {
            return Err(Error::Unsound(Box::new(site)));
        }
        let out = out.for_site(site.settings.language);
        out.result(&out.words.with("migrate-nothing", &[("format", &FORMAT.to_string())]));
        Ok(Exit::Done)
    })
}
