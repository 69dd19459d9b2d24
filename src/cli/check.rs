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
use crate::bundle::Source as _;
use crate::diag::{Code, Diagnostic};
use crate::plan::route::public;
use crate::publish::{self, ErrorKind, PublishError, rehearse};
use serde_json::json;
use std::collections::BTreeSet;

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
    if let (Some(root), Some(plan)) = (&args.against, &loaded.plan) {
        match publish::published(root) {
            Ok(Some(paths)) => found.extend(vanished(&paths, &plan.paths())),
            Ok(None) => {
                let path = root.display().to_string();
                return trouble::usage(&words.with("verify-no-manifest", &[("path", &path)]), &words);
            }
            Err(error) => return trouble::publish(&error, &words, format),
        }
    }
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
        Format::Human => voice.result(&words.with("check-done", &[("faults", &count.words(&words))])),
        Format::Json => {
            let faults = faults::as_json(&found, &loaded.sources, &words);
            print(&json!({"command": "check", "faults": faults}).to_string());
        }
        Format::Github => {}
    }
    let denied = args.faults.deny_warnings && count.warnings > 0;
    if count.errors > 0 || denied || loaded.plan.is_none() { Exit::Content } else { Exit::Done }
}

/// Addresses that people link to, that the published site has and the next one would not have.
fn vanished(published: &[String], next: &[&str]) -> Vec<Diagnostic> {
    let next: BTreeSet<&str> = next.iter().copied().collect();
    // Files of the theme carry their hash in their names, parts of a list come and go with its length, and compressed
    // files stand beside the ones that are linked to.
    let lasting = |path: &&String| {
        let part = path.split('/').rev().nth(2) == Some("trang");
        !path.starts_with("assets/") && !path.ends_with(".gz") && !path.ends_with(".br") && !part
    };
    let gone = published.iter().filter(lasting).filter(|path| !next.contains(path.as_str()));
    gone.map(|path| {
        let kind = match path.split('/').next().unwrap_or_default() {
            "nhiem-vu" => "task",
            "co-quan" => "agency",
            "phien-hop" => "meeting",
            _ => "other",
        };
        let address = format!("/{}", public(path));
        Diagnostic::of_site(Code::VanishedAddress).arg("address", address).arg("kind", kind)
    })
    .collect()
}
