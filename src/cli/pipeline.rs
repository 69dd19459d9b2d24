//! Where the modules meet: from a site folder to faults and a plan.
//!
//! STAND-IN in two places until they are joined, marked JOIN: every text of `content/` becomes a page of itself instead
//! of `Report` → `Theme` → `Plan`, and faults are one bare line each. The commands see nothing of that.

use super::options::SiteOptions;
use crate::diag::{Diagnostic, Severity, Sources};
use crate::load::{self, Snapshot, disk};
use crate::model::Language;
use crate::render::{Fingerprint, PageSource, RenderFault};
use chrono::NaiveDate;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::io;

pub use crate::load::disk::DiskFault;

/// The entries of all codes. JOIN: `include_str!("../../docs/diagnostics.md")`.
pub const DOCS: &str = "";

/// A site as far as it could be made.
pub struct Loaded<'a> {
    /// The site's language.
    pub language: Language,
    /// The day that it speaks of.
    pub as_of: NaiveDate,
    /// The texts that faults point into, templates included.
    pub sources: &'a Sources,
    /// All faults, sorted.
    pub faults: Vec<Diagnostic>,
    /// The plan; none where a fault of severity error stands against it.
    pub plan: Option<&'a dyn PageSource>,
}

/// Reads a site and hands it to `then`.
pub fn with_site<T>(options: &SiteOptions, then: impl FnOnce(Loaded<'_>) -> T) -> Result<T, DiskFault> {
    let snapshot = disk::read(&options.folder)?;
    let loaded = load::load(&snapshot, |offset| options.clock.today(*offset));
    let (sources, faults) = (loaded.sources, loaded.faults);
    let as_of = options.as_of.unwrap_or(loaded.today);
    let dataset = loaded.dataset.map(|mut dataset| {
        if options.base_url.is_some() {
            dataset.settings.base_url.clone_from(&options.base_url);
        }
        dataset
    });
    // JOIN: Theme::load(snapshot.below("themes/<theme>"), &mut sources, &mut faults), Report::new(dataset, as_of),
    // Plan::new(report, theme, …).
    let plan = dataset.is_some().then(|| Copies::of(&snapshot));
    let plan = plan.as_ref().map(|plan| plan as &dyn PageSource);
    let faults = faults.into_sorted(&sources);
    Ok(then(Loaded { language: loaded.settings.language, as_of, sources: &sources, faults, plan }))
}

/// Stands in for the plan.
struct Copies(BTreeMap<String, Vec<u8>>);

impl Copies {
    fn of(snapshot: &Snapshot) -> Self {
        let page = |(path, bytes): (&str, &[u8])| (format!("{path}.html"), bytes.to_vec());
        Self(snapshot.below("content").into_iter().map(page).collect())
    }
}

impl PageSource for Copies {
    fn paths(&self) -> Vec<&str> {
        self.0.keys().map(String::as_str).collect()
    }

    fn fingerprint(&self, path: &str) -> Fingerprint {
        Fingerprint(*blake3::hash(&self.0[path]).as_bytes())
    }

    fn render(&self, path: &str) -> Result<Cow<'_, [u8]>, RenderFault> {
        Ok(Cow::Borrowed(&self.0[path]))
    }
}

/// Faults as people see them. JOIN: the drawing of `diag`.
pub fn draw(faults: &[Diagnostic], sources: &Sources, _: Language, _colour: bool) -> String {
    let line = |fault: &Diagnostic| {
        let place = fault.at.map_or_else(String::new, |at| {
            let (line, column) = sources.line_column(at.file, at.start);
            format!("{}:{line}:{column}: ", sources.path(at.file))
        });
        let severity = match fault.code.severity() {
            Severity::Error => "error",
            Severity::Warning => "warning",
        };
        format!("{place}{severity}[{}] {:?}", fault.code.id(), fault.args)
    };
    faults.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// Faults as workflow commands. JOIN: as above.
pub fn github(faults: &[Diagnostic], sources: &Sources, language: Language) -> String {
    let drawn = draw(faults, sources, language, false);
    drawn.lines().map(|line| "::error::".to_owned() + line).collect::<Vec<_>>().join("\n")
}

/// Faults as JSON. JOIN: as above.
pub fn json(faults: &[Diagnostic], sources: &Sources, language: Language) -> serde_json::Value {
    draw(faults, sources, language, false).lines().collect()
}

/// Shows the site on the loopback until a signal comes. JOIN: `serve::serve` with a closure that loads anew.
pub fn serve(options: &SiteOptions, _port: u16, _on_ready: impl Fn(&str)) -> Result<(), DiskFault> {
    Err(DiskFault { path: options.folder.clone(), error: io::ErrorKind::Unsupported.into() })
}
