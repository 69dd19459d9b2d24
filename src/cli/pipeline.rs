//! Where the modules meet: from a site folder to faults and a plan.

use super::options::{Address, SiteOptions};
use crate::bundle::{Bundle, Source};
use crate::derive::Report;
use crate::diag::{Code, Diagnostic, Place, Severity, Sink, Sources};
use crate::i18n::Words;
use crate::load::{self, Kept, Loaded, Snapshot, disk};
use crate::model::{Extra, Language, Settings};
use crate::open_data::{ExportSite, Exports};
use crate::pages::{DeadLink, Plan, PlanOptions};
use crate::search::SearchIndex;
use crate::theme::{Theme, ThemeFile};
use chrono::NaiveDate;
use rayon::prelude::*;
use std::sync::Arc;

/// A site as far as it could be made.
pub struct Site {
    /// The site's language.
    pub language: Language,
    /// The day that it speaks of.
    pub as_of: NaiveDate,
    /// The texts that faults point into.
    pub sources: Sources,
    /// All faults, sorted.
    pub faults: Vec<Diagnostic>,
    /// The plan; none where a fault of severity error stands against it.
    pub plan: Option<Arc<Bundle>>,
    /// The settings, defaults where they could not be read.
    pub settings: Settings,
}

/// How much is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Depth {
    /// What a build needs.
    Build,
    /// Also what templates ask of their views in branches that no page takes.
    Check,
}

/// What a build rests on, found without reading more than the settings.
pub struct Inputs {
    /// The site's language.
    pub language: Language,
    /// Hash of every file, the as-of date and the options: with an equal one there is nothing to build.
    pub key: String,
}

/// Hashes the inputs of a build.
pub fn inputs(snapshot: &Snapshot, options: &SiteOptions) -> Inputs {
    let settings = snapshot.files.iter().find(|f| f.path == "content/site.yaml").cloned();
    let alone = Snapshot { files: settings.into_iter().collect(), too_many: false };
    let clock = options.clock;
    let Loaded { settings, today, .. } = load::load(&alone, |offset| clock.today(*offset));
    let as_of = options.as_of.unwrap_or(today);
    let mut hasher = blake3::Hasher::new();
    let mut add = |part: &[u8]| {
        hasher.update(&(part.len() as u64).to_le_bytes());
        hasher.update(part);
    };
    // Today decides whether a report lies in the future, so it counts beside the as-of date.
    for text in [as_of.to_string(), today.to_string(), format!("{:?}", options.address)] {
        add(text.as_bytes());
    }
    // The hash of each file's hash, so that all processors take part.
    let contents: Vec<_> = snapshot.files.par_iter().map(|file| file.body.bytes().map(blake3::hash)).collect();
    for (file, content) in snapshot.files.iter().zip(contents) {
        add(file.path.as_bytes());
        add(content.as_ref().map_or(b"refused", |hash| hash.as_bytes()));
    }
    Inputs { language: settings.language, key: hasher.finalize().to_hex().to_string() }
}

/// Reads a site.
///
/// # Errors
/// The machine refused to give a file.
pub fn site(options: &SiteOptions, depth: Depth) -> Result<Site, disk::DiskFault> {
    Ok(site_of(&disk::read(&options.folder)?, options, depth))
}

/// A snapshot, read and judged at a date.
struct Judged {
    loaded: Loaded,
    as_of: NaiveDate,
    /// The report and the theme; none where a fault of severity error stands against them.
    found: Option<(Report, Arc<Theme>)>,
}

/// Reads and judges a snapshot with what an earlier build has kept of its reading, if anything; and what is to be kept for
/// the next build, if that is anything else.
fn judge(snapshot: &Snapshot, options: &SiteOptions, kept: Option<&Kept>) -> (Judged, Option<Vec<u8>>) {
    let clock = options.clock;
    let themed = |settings: &Settings, sources: &mut Sources| {
        let mut faults = Sink::default();
        (theme(snapshot, settings, sources, &mut faults), faults)
    };
    let (mut loaded, next, (theme, of_theme)) = load::load_while(snapshot, kept, |offset| clock.today(*offset), themed);
    loaded.faults.append(of_theme);
    let as_of = options.as_of.unwrap_or(loaded.today);
    let report = loaded.dataset.take().map(|dataset| Report::new(Arc::new(dataset), as_of));
    let fit = loaded.faults.worst() != Some(Severity::Error);
    let found = report.zip(theme).filter(|_| fit);
    (Judged { loaded, as_of, found }, next)
}

/// Makes what can be made of a snapshot, and says all that is wrong with it.
pub fn site_of(snapshot: &Snapshot, options: &SiteOptions, depth: Depth) -> Site {
    site_of_judged(judge(snapshot, options, None).0, options, depth)
}

/// As [`site_of`] for a build, with what an earlier one has kept of its reading; and what is to be kept for the next, if
/// that is anything else.
pub fn site_with(snapshot: &Snapshot, options: &SiteOptions, kept: &Kept) -> (Site, Option<Vec<u8>>) {
    let (judged, next) = judge(snapshot, options, Some(kept));
    (site_of_judged(judged, options, Depth::Build), next)
}

fn site_of_judged(judged: Judged, options: &SiteOptions, depth: Depth) -> Site {
    let Judged { loaded, as_of, found } = judged;
    let Loaded { settings, sources, mut faults, .. } = loaded;
    let mut plan = None;
    if let Some((report, theme)) = found {
        match joined(report, theme, &settings, options, depth, &sources) {
            (found, Some(joined)) if found.is_empty() => plan = Some(Arc::new(joined)),
            (found, _) => {
                for fault in found {
                    faults.push(fault);
                }
            }
        }
    }
    let faults = faults.into_sorted(&sources);
    Site { language: settings.language, as_of, sources, faults, plan, settings }
}

/// A site looked at without drawing it: enough for what the terminal tells.
pub struct Studied {
    /// The site's language.
    pub language: Language,
    /// Today, where the site is.
    pub today: NaiveDate,
    /// The texts that faults point into.
    pub sources: Sources,
    /// All faults, sorted.
    pub faults: Vec<Diagnostic>,
    /// What the site says; none where a fault of severity error stands against it.
    pub found: Option<Found>,
}

/// What a sound site says at a date.
pub struct Found {
    /// Every status and count.
    pub report: Report,
    theme: Arc<Theme>,
}

impl Found {
    /// The words of the site's theme.
    pub fn words(&self, language: Language) -> Words {
        self.theme.words(language)
    }
}

/// Reads a snapshot as far as its numbers.
pub fn study(snapshot: &Snapshot, options: &SiteOptions) -> Studied {
    let Judged { loaded, found, .. } = judge(snapshot, options, None).0;
    let Loaded { settings, today, sources, faults, .. } = loaded;
    let found = found.map(|(report, theme)| Found { report, theme });
    Studied { language: settings.language, today, faults: faults.into_sorted(&sources), sources, found }
}

/// The carried theme under the site's folder of the name that the settings give. A theme that is named and not there is
/// the loader's fault to tell, but for `default`, which needs no folder.
fn theme(snapshot: &Snapshot, settings: &Settings, sources: &mut Sources, faults: &mut Sink) -> Option<Arc<Theme>> {
    let folder = format!("themes/{}", settings.theme);
    let overrides = snapshot.below(&folder).into_iter().map(|(path, bytes)| {
        let file = std::str::from_utf8(bytes).ok().map(|text| sources.add(format!("{folder}/{path}"), text));
        ThemeFile { path: path.to_owned(), bytes: bytes.to_owned(), file }
    });
    let overrides: Vec<ThemeFile> = overrides.collect();
    let theme = Theme::load(overrides, sources, faults).map(Arc::new)?;
    for language in &settings.languages {
        if !theme.languages().any(|known| known == language.code()) {
            faults.push(of_unknown_language(language.code(), sources));
        }
    }
    Some(theme)
}

/// Where the settings name a language that the theme has no words in.
fn of_unknown_language(code: &str, sources: &Sources) -> Diagnostic {
    let place = sources.find("content/site.yaml").and_then(|file| {
        let text = sources.text(file);
        let line = text.find("\nlanguages:").map_or(0, |at| at + 1);
        let start = line + text[line..].find(code)?;
        let place = |n: usize| u32::try_from(n).ok();
        Some(Place { file, start: place(start)?, end: place(start + code.len())? })
    });
    let fault = Diagnostic::new(Code::Message, place);
    fault.arg("kind", "no-words").arg("name", code)
}

/// Pages and files as one source, and the faults that only the whole plan shows.
fn joined(
    report: Report,
    theme: Arc<Theme>,
    settings: &Settings,
    options: &SiteOptions,
    depth: Depth,
    sources: &Sources,
) -> (Vec<Diagnostic>, Option<Bundle>) {
    let base_url = base_url(settings, &options.address);
    let words_of = |language| theme.words(language);
    let (words, found) = (words_of(settings.language), words_of(settings.language));
    let others: Vec<Words> = settings.languages.iter().map(|language| words_of(*language)).collect();
    let planned = Plan::new(report, theme, PlanOptions { base_url: base_url.clone(), ..PlanOptions::default() })
        .and_then(|plan| plan.translations().map(|others| (plan, others)));
    let (plan, translations) = match planned {
        Ok(planned) => planned,
        Err(faults) => return (faults, None),
    };
    let of_exports = ExportSite { report: Arc::clone(plan.report()), words, base_url };
    let of_search = ExportSite { report: Arc::clone(plan.report()), words: found, base_url: None };
    let paths = plan.page_paths().chain(translations.iter().flat_map(Plan::page_paths));
    let ((dead, exports), finder) = rayon::join(
        || rayon::join(|| plan.dead_links(), || Exports::new(paths, of_exports, Arc::clone(plan.files()))),
        || settings.has(Extra::Search).then(|| SearchIndex::new(of_search, &others)),
    );
    let mut faults: Vec<Diagnostic> = dead.iter().map(|dead| of_dead_link(dead, sources)).collect();
    if depth == Depth::Check {
        faults.extend(plan.unknown_names());
    }
    let mut sources: Vec<Box<dyn Source + Send + Sync>> = vec![Box::new(plan)];
    sources.extend(translations.into_iter().map(|plan| Box::new(plan) as Box<_>));
    sources.push(Box::new(exports));
    sources.extend(finder.map(|finder| Box::new(finder) as Box<_>));
    (faults, Some(Bundle::new(sources)))
}

/// Where the link stands in its file.
fn of_dead_link(dead: &DeadLink, sources: &Sources) -> Diagnostic {
    let place = sources.find(&dead.file).and_then(|file| {
        let start = sources.text(file).find(&format!("]({}", dead.link))? + 2;
        let place = |n: usize| u32::try_from(n).ok();
        Some(Place { file, start: place(start)?, end: place(start + dead.link.len())? })
    });
    let fault = Diagnostic::new(Code::DeadLink, place);
    fault.arg("link", dead.link.as_str())
}

/// The public address: as asked, else as the settings say.
pub fn base_url(settings: &Settings, address: &Address) -> Option<String> {
    match address {
        Address::OfSite => settings.base_url.clone(),
        Address::Unknown => None,
        Address::At(url) => Some(url.clone()),
    }
}
