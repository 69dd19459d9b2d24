//! `tiendo check`: all that `build` does, every page rendered, nothing written.

use super::args::{CheckArgs, Format};
use super::build::of_theme;
use super::diagnostics::{self, Count};
use super::drafts;
use super::errors::Error;
use super::exit::Exit;
use super::options::SiteOptions;
use super::output::{Output, print};
use super::progress::Progress;
use crate::bundle::Source as _;
use crate::diag::{Code, Diagnostic};
use crate::plan::route::public;
use crate::publish::{ErrorKind, PublishError, Published, rehearse};
use crate::site::{Extent, Site};
use serde_json::json;
use std::collections::BTreeSet;

pub fn run(args: &CheckArgs) -> Exit {
    Output::new(&args.messages, args.diagnostics.format).at(&args.site.site).run(|out| {
        let site = SiteOptions::new(&args.site)?.with_drafts(args.drafts).open(Extent::Check)?;
        Ok(out.for_site(site.settings.language).run(|out| check(args, out, site)))
    })
}

fn check(args: &CheckArgs, out: &Output, site: Site) -> Result<Exit, Error> {
    let mut found = site.diagnostics;
    if let (Some(root), Some(plan)) = (&args.against, &site.bundle) {
        let Some(published) = Published::at(root)? else {
            let path = root.display().to_string();
            return Err(Error::usage(out.words.with("verify-no-manifest", &[("path", &path)])));
        };
        found.extend(vanished(&published, &plan.paths()));
    }
    if let Some(plan) = &site.bundle {
        let progress = Progress::new(out).map_err(Error::io(&args.site.site))?;
        match rehearse(&**plan, &progress) {
            Ok(_) => {}
            Err(PublishError { kind: ErrorKind::Render(errors), .. }) => found.extend(of_theme(errors)),
            Err(error) => return Err(error.into()),
        }
    }
    let count = Count::of(&found);
    let denied = args.diagnostics.deny_warnings && count.warnings > 0;
    let told = if denied { &out.telling_all() } else { out };
    diagnostics::show(&found, &site.sources, told);
    match out.format {
        Format::Human => {
            out.result(&out.words.with("check-done", &[("faults", &count.words(&out.words))]));
            if let Some(what) = drafts::counted(&site.drafts, &out.words) {
                let paths = drafts::paths(&site.drafts);
                out.result(&out.words.with("check-drafts", &[("what", &what), ("paths", &paths)]));
            }
        }
        Format::Json => {
            let faults = diagnostics::as_json(&found, &site.sources, out.words.lang);
            print(&json!({"command": "check", "faults": faults, "drafts": drafts::as_json(&site.drafts)}).to_string());
        }
        Format::Github => {}
    }
    Ok(if count.errors > 0 || denied || site.bundle.is_none() { Exit::Content } else { Exit::Done })
}

/// Addresses that people link to, that the published site has and the next one would not have.
fn vanished(published: &Published, next: &[&str]) -> Vec<Diagnostic> {
    let next: BTreeSet<&str> = next.iter().copied().collect();
    // Files of the theme carry their hash in their names, parts of a list come and go with its length, data of search
    // and filters with words, and compressed files stand beside the ones that are linked to.
    let lasting = |path: &&str| {
        let part = path.split('/').rev().nth(2) == Some("trang");
        let data = (path.starts_with("tim-kiem/") || path.starts_with("nhiem-vu/bang/")) && !path.ends_with(".html");
        !path.starts_with("assets/") && !path.ends_with(".gz") && !path.ends_with(".br") && !part && !data
    };
    let gone = published.paths().filter(lasting).filter(|path| !next.contains(path));
    gone.map(|path| {
        let kind = match path.split('/').next().unwrap_or_default() {
            "nhiem-vu" => "task",
            "co-quan" => "agency",
            "phien-hop" => "meeting",
            "van-ban" => "document",
            _ => "other",
        };
        let address = format!("/{}", public(path));
        Diagnostic::of_site(Code::VanishedAddress).arg("address", address).arg("kind", kind)
    })
    .collect()
}
