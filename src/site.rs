//! The one way in: a snapshot of a site folder becomes diagnostics, a report and a bundle of files.

use crate::bundle::{Bundle, Catalogue, Source};
use crate::derive::Report;
use crate::diag::{Code, Diagnostic, Severity, Sink, Sources, closest, conflicts};
use crate::i18n::Words;
use crate::load::{self, DraftFile, Loaded, Mapping, Memo, SettingPlaces, Snapshot, slug};
use crate::model::{Language, PageGroup, Settings};
use crate::open_data::{Bounds, DataFiles, ExportSite, Exports};
use crate::pages::{self, Assets, Index, PagePlan, Pages};
use crate::plan::links::dead_links;
use crate::search::SearchIndex;
use crate::theme::{Theme, ThemeFile};
use chrono::{DateTime, FixedOffset, NaiveDate, Utc};
use rayon::prelude::*;
use schemars::Schema;
use std::collections::{BTreeMap, HashSet};
use std::sync::Arc;

/// What a site is opened for, and when.
#[derive(Debug, Clone)]
pub struct Options {
    /// The moment of the run; the site's time zone makes a day of it.
    pub now: DateTime<Utc>,
    /// The day that the site speaks of, where it is not today.
    pub as_of: Option<NaiveDate>,
    /// The public address.
    pub address: Address,
    /// What becomes of drafts.
    pub drafts: Drafts,
    /// How far to go.
    pub extent: Extent,
    /// How large single files may grow.
    pub bounds: Bounds,
}

impl Options {
    /// The whole site as of today, at the address that its settings give, without drafts.
    pub fn new(now: DateTime<Utc>) -> Self {
        Self {
            now,
            as_of: None,
            address: Address::OfSite,
            drafts: Drafts::LeftOut,
            extent: Extent::Bundle,
            bounds: Bounds::default(),
        }
    }
}

/// The public address of a site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Address {
    /// As the settings say.
    OfSite,
    /// Unknown.
    Unknown,
    /// This one; ends in `/`.
    At(String),
}

/// What becomes of content that nobody has confirmed (`draft: true`).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Drafts {
    /// It is checked, and nothing of it is shown or counted.
    LeftOut,
    /// It is shown and counted as all else, with a mark.
    Shown,
}

/// How far a site is opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Extent {
    /// To its numbers.
    Report,
    /// To its files.
    Bundle,
    /// To its files, and to what templates ask of their views in branches that no page takes.
    Check,
}

/// A site as far as it could be opened.
pub struct Site {
    /// The settings, defaults where they could not be read.
    pub settings: Settings,
    /// Today, where the site is.
    pub today: NaiveDate,
    /// The day that it speaks of.
    pub as_of: NaiveDate,
    /// The texts that diagnostics point into.
    pub sources: Sources,
    /// The files that hold drafts, shown or left out.
    pub drafts: Vec<DraftFile>,
    /// How an office's sheets are read.
    pub mappings: Vec<Mapping>,
    /// All that is wrong with it, sorted.
    pub diagnostics: Vec<Diagnostic>,
    /// Every status and every tally; none where content or theme have an error.
    pub report: Option<Arc<Report>>,
    /// Every file; none where anything has an error, or where nobody asked for it.
    pub bundle: Option<Arc<Bundle>>,
    theme: Option<Arc<Theme>>,
}

impl Site {
    /// Opens a site.
    pub fn open(snapshot: &Snapshot, options: &Options) -> Self {
        let today = |offset: &FixedOffset| options.now.with_timezone(offset).date_naive();
        Self::of(load::load(snapshot, today), snapshot, options)
    }

    /// Opens a site that was opened before, with the same `memo`: only files that have changed since are read.
    pub fn open_again(snapshot: &Snapshot, options: &Options, memo: &mut Memo) -> Self {
        let today = |offset: &FixedOffset| options.now.with_timezone(offset).date_naive();
        Self::of(load::load_again(snapshot, today, memo), snapshot, options)
    }

    fn of(loaded: Loaded, snapshot: &Snapshot, options: &Options) -> Self {
        let Loaded { dataset, settings, places, drafts, mappings, today, mut sources, diagnostics: mut found } = loaded;
        // The theme of a site in a newer format follows newer rules too.
        let known = !found.codes().contains(&Code::NewerFormat);
        let theme = known.then(|| theme(snapshot, &settings, &places, &mut sources, &mut found)).flatten();
        let as_of = options.as_of.unwrap_or(today);
        let sound = found.worst() != Some(Severity::Error);
        let dataset = dataset.filter(|_| sound).map(|dataset| match (options.drafts, options.extent, &theme) {
            (Drafts::LeftOut, _, _) => dataset.without_drafts(),
            (Drafts::Shown, Extent::Bundle | Extent::Check, Some(theme)) => {
                let mark = |language| format!("{} ", theme.words(language).say("draft-mark"));
                dataset.with_marked_drafts(&mark(settings.language), &mark(Language::EN))
            }
            (Drafts::Shown, Extent::Report | Extent::Bundle | Extent::Check, _) => dataset,
        });
        let report = dataset.map(|dataset| Arc::new(Report::new(Arc::new(dataset), as_of)));
        let mut bundle = None;
        if let (Some(report), Some(theme), Extent::Bundle | Extent::Check) = (&report, &theme, options.extent) {
            let making = Making {
                report,
                theme,
                base_url: base_url(&settings, &options.address),
                bounds: options.bounds,
                sources: &sources,
            };
            match making.bundle(options.extent) {
                Ok(made) => bundle = Some(Arc::new(made)),
                Err(faults) => faults.into_iter().for_each(|fault| found.push(fault)),
            }
        }
        let diagnostics = found.into_sorted(&sources);
        Self { settings, today, as_of, sources, drafts, mappings, diagnostics, report, bundle, theme }
    }

    /// The words of the site's theme; none where it could not be read.
    pub fn words(&self, language: Language) -> Option<Words> {
        self.theme.as_ref().map(|theme| theme.words(language))
    }
}

/// What templates get, by the name of the template: the JSON Schema of `{base, site, view}`.
pub fn view_schemas() -> BTreeMap<&'static str, Schema> {
    pages::schemas()
}

/// What a build rests on, found without reading more than the settings.
pub struct Inputs {
    /// The site's language.
    pub language: Language,
    /// Hash of every file, the as-of date and the options: with an equal one there is nothing to build.
    pub key: String,
}

impl Inputs {
    /// Hashes the inputs of a build.
    pub fn of(snapshot: &Snapshot, options: &Options) -> Self {
        let settings = snapshot.files.iter().find(|f| f.path == "content/site.yaml").cloned();
        let alone = Snapshot { files: settings.into_iter().collect(), too_many: false };
        let Loaded { settings, today, .. } =
            load::load(&alone, |offset| options.now.with_timezone(offset).date_naive());
        let as_of = options.as_of.unwrap_or(today);
        let mut hasher = blake3::Hasher::new();
        let mut add = |part: &[u8]| {
            hasher.update(&(part.len() as u64).to_le_bytes());
            hasher.update(part);
        };
        // Today decides whether a report lies in the future, so it counts beside the as-of date.
        let drafts = format!("{:?}", options.drafts);
        for text in [as_of.to_string(), today.to_string(), format!("{:?}", options.address), drafts] {
            add(text.as_bytes());
        }
        // The hash of each file's hash, so that all processors take part.
        let contents: Vec<_> = snapshot.files.par_iter().map(|file| file.body.bytes().map(blake3::hash)).collect();
        for (file, content) in snapshot.files.iter().zip(contents) {
            add(file.path.as_bytes());
            add(content.as_ref().map_or(b"refused", |hash| hash.as_bytes()));
        }
        Self { language: settings.language, key: hasher.finalize().to_hex().to_string() }
    }
}

/// The public address: as asked, else as the settings say.
pub(crate) fn base_url(settings: &Settings, address: &Address) -> Option<String> {
    match address {
        Address::OfSite => settings.base_url.clone(),
        Address::Unknown => None,
        Address::At(url) => Some(url.clone()),
    }
}

/// The carried theme under the files of the site's own, which lie in the folder that the settings name. `default` needs
/// no folder.
fn theme(
    snapshot: &Snapshot,
    settings: &Settings,
    places: &SettingPlaces,
    sources: &mut Sources,
    found: &mut Sink,
) -> Option<Arc<Theme>> {
    let folder = format!("themes/{}", settings.theme);
    let files = snapshot.below(&folder);
    if files.is_empty() && settings.theme != "default" {
        let there = snapshot.files.iter().filter_map(|file| file.path.strip_prefix("themes/")?.split_once('/'));
        let meant =
            closest(&settings.theme, there.map(|(name, _)| name).filter(|name| slug(name) == *name).chain(["default"]))
                .map(str::to_owned);
        let unknown = Diagnostic::new(Code::UnknownTheme, places.theme).arg("theme", settings.theme.as_str());
        found.push(unknown.suggest(meant));
    }
    let overrides = files.into_iter().map(|(path, bytes)| {
        let file = std::str::from_utf8(bytes).ok().map(|text| sources.add(format!("{folder}/{path}"), text));
        ThemeFile { path: path.to_owned(), bytes: bytes.to_owned(), file }
    });
    let overrides: Vec<ThemeFile> = overrides.collect();
    // What a conflict does to a file further on is not worth telling.
    let noted = overrides.iter().filter_map(|file| file.file);
    let unresolved: Vec<Diagnostic> = noted.flat_map(|file| conflicts(sources.text(file), file)).collect();
    if !unresolved.is_empty() {
        found.extend(unresolved);
        return None;
    }
    let theme = Theme::load(overrides, sources, found).map(Arc::new)?;
    for (language, at) in &places.languages {
        if !theme.languages().any(|known| known == language.code()) {
            let diagnostic = Diagnostic::new(Code::Message, *at);
            found.push(diagnostic.arg("kind", "no-words").arg("name", language.code()));
        }
    }
    Some(theme)
}

/// A sound site on its way to files.
struct Making<'s> {
    report: &'s Arc<Report>,
    theme: &'s Arc<Theme>,
    base_url: Option<String>,
    bounds: Bounds,
    sources: &'s Sources,
}

impl Making<'_> {
    /// All files; else the faults that only the whole plan shows.
    fn bundle(&self, extent: Extent) -> Result<Bundle, Vec<Diagnostic>> {
        let settings = &self.report.data.settings;
        // The site's own language first: its pages lie at the root.
        let others = settings.languages.iter().copied().filter(|language| *language != settings.language);
        let languages: Vec<Language> = std::iter::once(settings.language).chain(others).collect();
        let plan = || {
            let index = Arc::new(Index::new(self.report));
            let plans: Vec<PagePlan> = languages.iter().map(|l| PagePlan::new(self.report, &index, *l)).collect();
            let data_files = Arc::new(DataFiles::new(self.report, self.bounds));
            let listed = plans.iter().flat_map(PagePlan::listed);
            let exports = Exports::new(listed, self.export_site(self.base_url.clone()), data_files);
            (index, plans, exports)
        };
        let search = || settings.has(PageGroup::Search).then(|| self.search(&languages));
        let (search, (index, plans, exports)) = rayon::join(search, plan);
        let assets = Assets::new(Arc::clone(self.theme));
        let clashes = clashes(&plans, &assets);
        if !clashes.is_empty() {
            return Err(clashes);
        }
        let mut sources: Vec<Box<dyn Source + Send + Sync>> = vec![Box::new(assets), Box::new(exports)];
        sources.extend(search.map(|search| Box::new(search) as Box<_>));
        let of_sources = sources.iter().flat_map(|source| source.paths());
        let files: Arc<Catalogue> = Arc::new(plans.iter().flat_map(PagePlan::paths).chain(of_sources).collect());
        let mut faults = dead_links(&self.report.data, &files, self.sources);
        if extent == Extent::Check {
            faults.extend(self.theme.unknown_names(&pages::schemas()));
        }
        if !faults.is_empty() {
            return Err(faults);
        }
        for plan in plans {
            let (report, theme) = (Arc::clone(self.report), Arc::clone(self.theme));
            let pages = Pages::new(plan, report, theme, Arc::clone(&index), Arc::clone(&files), self.base_url.clone());
            sources.push(Box::new(pages));
        }
        Ok(Bundle::new(sources))
    }

    fn export_site(&self, base_url: Option<String>) -> ExportSite {
        let words = self.theme.words(self.report.data.settings.language);
        ExportSite { report: Arc::clone(self.report), words, base_url }
    }

    fn search(&self, languages: &[Language]) -> SearchIndex {
        let others: Vec<Words> = languages.iter().map(|language| self.theme.words(*language)).collect();
        SearchIndex::new(self.export_site(None), others)
    }
}

/// Two files at one path.
fn clashes(plans: &[PagePlan], assets: &Assets) -> Vec<Diagnostic> {
    let Some((own, others)) = plans.split_first() else { return Vec::new() };
    // Addresses of pages are in lower case; to some systems two assets that differ in case are one file.
    let mut seen = HashSet::new();
    let of_assets = assets.paths().into_iter();
    let of_assets =
        of_assets.filter(|path| !seen.insert(path.to_lowercase()) || plans.iter().any(|plan| plan.has(path)));
    let of_assets = of_assets.map(crate::plan::clash);
    let of_pages = others.iter().flat_map(|plan| plan.clashes(Some(own)));
    own.clashes(None).into_iter().chain(of_pages).chain(of_assets).collect()
}
