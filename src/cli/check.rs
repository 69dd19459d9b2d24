//! `tiendo check`: all that `build` does, every page rendered, nothing written.

use super::args::CheckArgs;
use super::build::of_theme;
use super::exit::Exit;
use super::faults::{self, Count};
use super::options::{Format, SiteOptions};
use super::pipeline::{self, Depth, Site};
use super::progress::Progress;
use super::trouble;
use super::voice::{Voice, print};
use crate::publish::{ErrorKind, PublishError, rehearse};
use serde_json::json;

/// Checks the site.
pub fn run(args: &CheckArgs) -> Exit {
    let voice = Voice::new(&args.voice);
    let format = Format::from(args.faults.format);
    let options = match SiteOptions::new(&args.site) {
        Ok(options) => options,
        Err(bad) => return trouble::usage(&bad.message(&voice.words()), &voice.words()),
    };
    match pipeline::site(&options, Depth::Check) {
        Ok(site) => check(args, voice, format, site),
        Err(fault) => trouble::io(&fault.path, &fault.error, &voice.words(), format),
    }
}

fn check(args: &CheckArgs, voice: Voice, format: Format, loaded: Site) -> Exit {
    let words = voice.words_for(loaded.language);
    let mut found = loaded.faults;
    if let Some(plan) = &loaded.plan {
        let progress = match Progress::new(voice) {
            Ok(progress) => progress,
            Err(e) => return trouble::io(&args.site.site, &e, &words, format),
        };
        match rehearse(&**plan, &progress) {
            Ok(_) => {}
            Err(PublishError { kind: ErrorKind::Render(faults), .. }) => found.extend(of_theme(faults)),
            Err(error) => return trouble::publish(&error, &words, format),
        }
    }
    faults::show(&found, &loaded.sources, &words, format);
    let count = Count::of(&found);
    match format {
        Format::Human => voice.result(&words.say("check-done", &[("faults", &count.words(&words))])),
        Format::Json => {
            let faults = faults::as_json(&found, &loaded.sources, &words);
            print(&json!({"command": "check", "faults": faults}).to_string());
        }
        Format::Github => {}
    }
    let denied = args.faults.deny_warnings && count.warnings > 0;
    if count.errors > 0 || denied || loaded.plan.is_none() { Exit::Content } else { Exit::Done }
}
