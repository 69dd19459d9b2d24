//! `tiendo build`.

use super::args::{BuildArgs, PublishArg};
use super::exit::Exit;
use super::faults::{self, Count};
use super::kept;
use super::options::{BadUsage, Format, GENERATOR, SiteOptions, codings, output, publishing};
use super::pipeline::{self, Depth, Site};
use super::progress::Progress;
use super::timings::{Phases, Timed};
use super::trouble;
use super::voice::{Voice, print};
use crate::bundle::Source;
use crate::diag::Diagnostic;
use crate::i18n::Words;
use crate::load::disk;
use crate::publish::{self, Compressed, ErrorKind, How, Outcome, PublishError, Standing, Why};
use serde_json::json;
use std::path::Path;
use std::time::Instant;

/// Builds the site.
pub fn run(args: &BuildArgs) -> Exit {
    let voice = Voice::new(&args.voice);
    let format = Format::from(args.faults.format);
    let options = match SiteOptions::new(&args.site) {
        Ok(options) => options,
        Err(bad) => return trouble::usage(&bad.message(&voice.words()), &voice.words()),
    };
    if args.keep.is_some() && args.publish == PublishArg::InPlace {
        return trouble::usage(&BadUsage::KeepInPlace.message(&voice.words()), &voice.words());
    }
    let began = Instant::now();
    let mut phases = Phases::start();
    // A run that is asked to show more than the site itself looks at everything again.
    let plain = format == Format::Human && !args.dry_run && !args.timings && !args.faults.deny_warnings;
    let root = output(&args.site.site, args.output.as_ref());
    let standing = || if plain { Standing::at(&root) } else { None };
    let (snapshot, standing) = rayon::join(|| disk::read(&options.folder), standing);
    let snapshot = match snapshot {
        Ok(snapshot) => snapshot,
        Err(fault) => return trouble::io(&fault.path, &fault.error, &voice.words(), format),
    };
    let mut inputs = pipeline::inputs(&snapshot, &options);
    for coding in codings(args) {
        inputs.key = format!("{}+{}", inputs.key, coding.extension());
    }
    if let Some(files) = standing.as_ref().and_then(|standing| standing.is_made_from(GENERATOR, &inputs.key)) {
        let words = voice.words_for(inputs.language);
        let seconds = words.seconds(began.elapsed());
        voice.result(&words.with("build-unchanged", &[("files", &words.number(files as u64)), ("seconds", &seconds)]));
        return leave(Exit::Done, snapshot);
    }
    phases.end("timings-read");
    let (site, next) = if args.keep_spare {
        (pipeline::site_of(&snapshot, &options, Depth::Build), None::<Vec<u8>>)
    } else {
        (pipeline::site_of(&snapshot, &options, Depth::Build), None)
    };
    phases.end("timings-load");
    let known = Known { key: inputs.key, standing };
    let done = build(args, voice, format, began, &site, known, phases);
    if done == Exit::Done && !args.dry_run {
        match next {
            Some(bytes) => kept::write(&root, &bytes),
            None if args.keep_spare => {}
            None => kept::remove(&root),
        }
    }
    leave(done, (snapshot, site))
}

/// Ends the command. The process ends with it, and its memory all at once: to give back text by text what a large site
/// is made of would only keep who waits.
fn leave<T>(exit: Exit, rest: T) -> Exit {
    std::mem::forget(rest);
    exit
}

/// What is known before anything is built.
struct Known {
    /// Hash of all inputs.
    key: String,
    /// What stands in the output, where it was looked at.
    standing: Option<Standing>,
}

fn build(
    args: &BuildArgs,
    voice: Voice,
    format: Format,
    began: Instant,
    loaded: &Site,
    known: Known,
    mut phases: Phases,
) -> Exit {
    let words = voice.words_for(loaded.language);
    let count = Count::of(&loaded.faults);
    faults::show(&loaded.faults, &loaded.sources, &words, format);
    let denied = args.faults.deny_warnings && count.warnings > 0;
    let (Some(plan), false) = (&loaded.plan, denied || count.errors > 0) else {
        return refuse(loaded, &loaded.faults, voice, &words, format);
    };
    let progress = match Progress::new(voice) {
        Ok(progress) => progress,
        Err(e) => return trouble::io(&args.site.site, &e, &words, format),
    };
    let timed = Timed::new(&**plan);
    let plan: &dyn Source = if args.timings { &timed } else { &**plan };
    let compressed = Compressed::new(plan, &codings(args));
    let plan: &dyn Source = if args.precompress.is_empty() { plan } else { &compressed };
    let options = publishing(args, loaded.as_of, Some(known.key));
    let published = if args.dry_run {
        publish::dry_run(plan, &options, &progress)
    } else {
        publish::publish_onto(plan, &options, known.standing, &progress)
    };
    phases.end("timings-publish");
    if args.timings {
        timed.tell(&phases, voice, &words);
    }
    match published {
        Ok(outcome) => {
            report(args, &outcome, plan, voice, &words, format, began, loaded);
            Exit::Done
        }
        Err(PublishError { kind: ErrorKind::Render(found), .. }) => {
            let mut all = loaded.faults.clone();
            let of_theme = of_theme(found);
            faults::show(&of_theme, &loaded.sources, &words, format);
            all.extend(of_theme);
            refuse(loaded, &all, voice, &words, format)
        }
        Err(error) => trouble::publish(&error, &words, format),
    }
}

/// The faults of the theme, each once although many pages may show it.
pub fn of_theme(found: Vec<crate::bundle::MakeError>) -> Vec<Diagnostic> {
    let mut faults: Vec<Diagnostic> = Vec::new();
    for fault in found {
        if !faults.contains(&fault.diagnostic) {
            faults.push(*fault.diagnostic);
        }
    }
    faults
}

fn refuse(loaded: &Site, all: &[Diagnostic], voice: Voice, words: &Words, format: Format) -> Exit {
    let count = Count::of(all);
    match format {
        Format::Human | Format::Github => {
            voice.remark(&words.with("build-refused", &[("faults", &count.words(words))]))
        }
        Format::Json => {
            let faults = faults::as_json(all, &loaded.sources, words);
            print(&json!({"command": "build", "faults": faults}).to_string());
        }
    }
    Exit::Content
}

#[expect(clippy::too_many_arguments, reason = "the one place where everything a build knows comes together")]
fn report(
    args: &BuildArgs,
    outcome: &Outcome,
    plan: &dyn Source,
    voice: Voice,
    words: &Words,
    format: Format,
    began: Instant,
    loaded: &Site,
) {
    match &outcome.how {
        How::InPlaceInstead(path) => {
            voice.remark(&words.with("build-in-place-instead", &[("path", &path.display().to_string())]));
        }
        How::PutAside => voice.remark(&words.say("build-put-aside")),
        How::Untouched | How::Swapped | How::InPlace => {}
    }
    let today = loaded.as_of.to_string();
    if let Some(before) = outcome.before.as_ref().filter(|before| args.site.as_of.is_none() && **before > today) {
        voice.remark(&words.with("build-earlier-day", &[("before", before), ("date", &today)]));
    }
    if let Some(path) = &outcome.leftover {
        voice.remark(&words.with("build-leftover", &[("path", &path.display().to_string())]));
    }
    if format == Format::Json {
        let written: Vec<_> =
            outcome.written.iter().map(|(path, why)| json!({"path": path, "why": code(*why)})).collect();
        let document = json!({
            "command": "build",
            "dry_run": args.dry_run,
            "as_of": loaded.as_of.to_string(),
            "files": outcome.planned,
            "rendered": outcome.rendered,
            "unchanged": outcome.unchanged,
            "written": written,
            "deleted": outcome.deleted,
            "faults": faults::as_json(&loaded.faults, &loaded.sources, words),
        });
        print(&document.to_string());
        return;
    }
    if args.dry_run {
        for (path, why) in &outcome.written {
            let mark = if *why == Why::New { '+' } else { '~' };
            voice.result(&format!("{mark} {path} ({})", words.say(key(*why))));
        }
        for path in &outcome.deleted {
            voice.result(&format!("- {path} ({})", words.say("why-dropped")));
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
            ("faults", &Count::of(&loaded.faults).words(words)),
        ],
    );
    voice.result(&line);
}

fn key(why: Why) -> &'static str {
    match why {
        Why::New => "why-new",
        Why::Damaged => "why-damaged",
        Why::Inputs => "why-inputs",
        Why::Version => "why-version",
    }
}

fn code(why: Why) -> &'static str {
    match why {
        Why::New => "new",
        Why::Damaged => "damaged",
        Why::Inputs => "inputs",
        Why::Version => "version",
    }
}
