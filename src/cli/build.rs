//! `tiendo build`.

use super::args::{BuildArgs, Format, PublishArg};
use super::diagnostics::{self, Count};
use super::drafts;
use super::errors::{Error, tell_leftovers};
use super::exit::Exit;
use super::options::{GENERATOR, SiteOptions, UsageError, codings, output, publishing};
use super::output::{Output, complain, print};
use super::progress::Progress;
use super::timings::{Phases, Timed};
use crate::bundle::Source;
use crate::diag::Diagnostic;
use crate::load::disk;
use crate::os::SWAPS_FOLDERS;
use crate::publish::{self, Adopted, Compressed, ErrorKind, How, Outcome, PublishError, Published, Standing, Why};
use crate::site::{Extent, Inputs, Site};
use serde_json::json;
use std::path::Path;
use std::time::Instant;

pub fn run(args: &BuildArgs) -> Exit {
    Output::new(&args.messages, args.diagnostics.format).at(&args.site.site).run(|out| {
        build(args, out).map_err(|error| {
            let exit = error.tell(out);
            public_site(&output(&args.site.site, args.output.as_ref()), out);
            Error::Told(exit)
        })
    })
}

/// Says at the end of a command that failed what readers see now. A program is told by the exit code.
pub fn public_site(root: &Path, out: &Output) {
    if out.format == Format::Json {
        return;
    }
    let path = root.display().to_string();
    let standing = Standing::at(root);
    let (key, date) = match &standing {
        // What no version here can read is not nothing.
        None if Published::at(root).is_err() => return,
        None => ("public-none", ""),
        Some(standing) if standing.is_whole() => ("public-stands", standing.as_of()),
        Some(_) => ("public-broken", ""),
    };
    complain(&out.words.with(key, &[("path", path.as_str()), ("date", &out.words.day_of(date))]));
}

fn build(args: &BuildArgs, out: &Output) -> Result<Exit, Error> {
    let options = SiteOptions::new(&args.site)?.with_drafts(args.drafts);
    if args.keep.is_some() && (args.publish == PublishArg::InPlace || !SWAPS_FOLDERS) {
        return Err(UsageError::KeepInPlace.into());
    }
    let began = Instant::now();
    let mut phases = Phases::start();
    // A run that reports more than that the site is there has to look at everything again.
    let plain = out.format == Format::Human && !args.dry_run && !args.timings && !args.diagnostics.deny_warnings;
    let root = output(&args.site.site, args.output.as_ref());
    let standing = || if plain { Standing::at(&root) } else { None };
    let (snapshot, standing) = rayon::join(|| disk::read(&options.folder), standing);
    let snapshot = snapshot?;
    let mut inputs = Inputs::of(&snapshot, &options.opening(Extent::Bundle));
    for coding in codings(args) {
        inputs.key = format!("{}+{}", inputs.key, coding.extension());
    }
    if let Some(files) = standing.as_ref().and_then(|standing| standing.is_made_from(GENERATOR, &inputs.key)) {
        let (out, seconds) = (out.for_site(inputs.language), began.elapsed());
        let values = [("files", &out.words.number(files as u64)), ("seconds", &out.words.seconds(seconds))];
        out.result(&out.words.with("build-unchanged", &values));
        return Ok(leave(Exit::Done, snapshot));
    }
    phases.end("timings-read");
    let site = Site::open(&snapshot, &options.opening(Extent::Bundle));
    phases.end("timings-load");
    let known = Known { key: inputs.key, standing };
    let out = out.for_site(site.settings.language);
    let done = out.run(|out| publish(args, out, began, &site, known, phases));
    if done != Exit::Done {
        public_site(&root, &out);
    }
    Ok(leave(done, (snapshot, site)))
}

/// Ends the command without freeing what a large site is made of: the process ends with it, and freeing it text by text
/// only takes time.
fn leave<T>(exit: Exit, rest: T) -> Exit {
    std::mem::forget(rest);
    exit
}

/// What is known before anything is built.
struct Known {
    key: String,
    /// What stands in the output, where it was looked at.
    standing: Option<Standing>,
}

fn publish(
    args: &BuildArgs,
    out: &Output,
    began: Instant,
    site: &Site,
    known: Known,
    mut phases: Phases,
) -> Result<Exit, Error> {
    let count = Count::of(&site.diagnostics);
    let denied = args.diagnostics.deny_warnings && count.warnings > 0;
    let told = if denied { &out.telling_all() } else { out };
    diagnostics::show(&site.diagnostics, &site.sources, told);
    let (Some(plan), false) = (&site.bundle, denied || count.errors > 0) else {
        return Ok(refuse(site, &site.diagnostics, out));
    };
    let progress = Progress::new(out).map_err(Error::io(&args.site.site))?;
    let timed = Timed::new(&**plan);
    let plan: &dyn Source = if args.timings { &timed } else { &**plan };
    let compressed = Compressed::new(plan, &codings(args));
    let plan: &dyn Source = if args.precompress.is_empty() { plan } else { &compressed };
    let options = publishing(args, site.as_of, Some(known.key));
    let published = if args.dry_run {
        publish::dry_run(plan, &options, &progress)
    } else {
        publish::publish(plan, &options, known.standing, &progress)
    };
    phases.end("timings-publish");
    if args.timings {
        timed.tell(&phases, out);
    }
    match published {
        Ok(outcome) => {
            report(args, &outcome, plan, out, began, site);
            Ok(Exit::Done)
        }
        Err(PublishError { kind: ErrorKind::Render(found), .. }) => {
            let of_theme = of_theme(found);
            diagnostics::show(&of_theme, &site.sources, out);
            Ok(refuse(site, &[&*site.diagnostics, &*of_theme].concat(), out))
        }
        Err(error) => Err(error.into()),
    }
}

/// The diagnostics of the theme, each once although many pages may show it.
pub fn of_theme(all: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let mut found: Vec<Diagnostic> = Vec::new();
    for diagnostic in all {
        if !found.contains(&diagnostic) {
            found.push(diagnostic);
        }
    }
    found
}

fn refuse(site: &Site, found: &[Diagnostic], out: &Output) -> Exit {
    let words = &out.words;
    match out.format {
        Format::Human | Format::Github => {
            complain(&words.with("build-refused", &[("faults", &Count::of(found).words(words))]));
        }
        Format::Json => {
            let faults = diagnostics::as_json(found, &site.sources, words.lang);
            print(&json!({"command": "build", "faults": faults}).to_string());
        }
    }
    Exit::Content
}

fn report(args: &BuildArgs, outcome: &Outcome, plan: &dyn Source, out: &Output, began: Instant, site: &Site) {
    let words = &out.words;
    match &outcome.how {
        How::InPlaceInstead(path) => {
            out.remark(&words.with("build-in-place-instead", &[("path", &path.display().to_string())]));
        }
        How::PutAside => out.remark(&words.say("build-put-aside")),
        How::Untouched | How::Swapped | How::InPlace => {}
    }
    let today = site.as_of.to_string();
    if let Some(before) = outcome.before.as_ref().filter(|before| args.site.as_of.is_none() && **before > today) {
        out.remark(
            &words.with("build-earlier-day", &[("before", &words.day_of(before)), ("date", &words.day_of(&today))]),
        );
    }
    if let Some(adopted) = outcome.adopted.as_ref().filter(|_| !args.dry_run) {
        tell_adopted(adopted, out);
    }
    tell_leftovers(&outcome.leftover, out);
    if out.format == Format::Json {
        let written: Vec<_> = outcome
            .written
            .iter()
            .map(|(path, why)| json!({"path": path, "why": key(*why).trim_start_matches("why-")}))
            .collect();
        let document = json!({
            "command": "build",
            "dry_run": args.dry_run,
            "as_of": site.as_of.to_string(),
            "files": outcome.planned,
            "rendered": outcome.rendered,
            "unchanged": outcome.unchanged,
            "written": written,
            "deleted": outcome.deleted,
            "faults": diagnostics::as_json(&site.diagnostics, &site.sources, words.lang),
            "drafts": drafts::as_json(&site.drafts),
        });
        print(&document.to_string());
        return;
    }
    if args.dry_run {
        for (path, why) in &outcome.written {
            let mark = if *why == Why::New { '+' } else { '~' };
            out.result(&format!("{mark} {path} ({})", words.say(key(*why))));
        }
        for path in &outcome.deleted {
            out.result(&format!("- {path} ({})", words.say("why-dropped")));
        }
    }
    let pages = plan.paths().iter().filter(|path| Path::new(path).extension().is_some_and(|ext| ext == "html")).count();
    let changed = outcome.written.len() + outcome.deleted.len();
    let line = words.with(
        if args.dry_run { "build-would" } else { "build-done" },
        &[
            ("pages", &words.count("build-pages", pages)),
            ("changed", &words.count("build-changed", changed)),
            ("seconds", &words.seconds(began.elapsed())),
            ("faults", &Count::of(&site.diagnostics).words(words)),
        ],
    );
    out.result(&line);
    if let Some(what) = drafts::counted(&site.drafts, words) {
        let key = if args.drafts { "build-drafts-shown" } else { "build-drafts" };
        out.result(&words.with(key, &[("what", &what)]));
    }
}

/// What was taken over of a web root without a manifest: each group of files by its first ones.
fn tell_adopted(adopted: &Adopted, out: &Output) {
    const SHOWN: usize = 20;
    let words = &out.words;
    let list = |paths: Vec<String>| {
        let more = if paths.len() > SHOWN { ", …" } else { "" };
        (words.number(paths.len() as u64), paths[..paths.len().min(SHOWN)].join(", ") + more)
    };
    out.remark(&words.with("build-adopted", &[("files", &words.number(adopted.equal as u64))]));
    if let Some(kept_in) = &adopted.kept_in {
        let (files, paths) = list(adopted.replaced.clone());
        let values = [("files", &*files), ("paths", &paths), ("path", &kept_in.display().to_string())];
        out.remark(&words.with("build-adopted-replaced", &values));
    }
    if !adopted.rest.is_empty() {
        let (files, paths) = list(adopted.rest.iter().map(|path| path.display().to_string()).collect());
        out.remark(&words.with("build-adopted-rest", &[("files", &*files), ("paths", &paths)]));
    }
}

fn key(why: Why) -> &'static str {
    match why {
        Why::New => "why-new",
        Why::Damaged => "why-damaged",
        Why::Inputs => "why-inputs",
        Why::Version => "why-version",
    }
}
