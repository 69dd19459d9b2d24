//! Where the modules meet: from a site folder to faults and a plan.
//!
//! STAND-IN until `load`, `derive`, `theme` and `serve` are joined: every file of `content/` becomes a page of itself.
//! The commands see nothing of that; only this file changes when the real pipeline comes.

use super::options::SiteOptions;
use crate::diag::{Code, Diagnostic, Place, Severity, Sources};
use crate::model::Language;
use crate::render::{Fingerprint, PageSource, RenderFault};
use chrono::{FixedOffset, NaiveDate};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};

/// The entries of all codes.
pub const DOCS: &str = "";

/// A site as far as it could be made.
pub struct Loaded<'a> {
    /// The site's language.
    pub language: Language,
    /// The day that it speaks of; none where the settings could not be read.
    pub as_of: Option<NaiveDate>,
    /// The texts that faults point into.
    pub sources: &'a Sources,
    /// All faults, sorted.
    pub faults: Vec<Diagnostic>,
    /// The plan; none where a fault of severity error stands against it.
    pub plan: Option<&'a dyn PageSource>,
}

/// The machine refused to give a file of the site.
#[derive(Debug)]
pub struct SiteFault {
    /// The file or folder.
    pub path: PathBuf,
    /// What the machine said.
    pub error: io::Error,
}

/// Reads a site and hands it to `then`.
pub fn with_site<T>(options: &SiteOptions, then: impl FnOnce(Loaded<'_>) -> T) -> Result<T, SiteFault> {
    let content = options.folder.join("content");
    let mut pages = BTreeMap::new();
    let mut sources = Sources::default();
    let mut faults = Vec::new();
    let site = sources.add("content/site.yaml", "");
    if !content.join("site.yaml").is_file() {
        let place = Place { file: site, start: 0, end: 0 };
        faults.push(Diagnostic::new(Code::FileMissing, place));
    }
    for entry in walkdir::WalkDir::new(&content).sort_by_file_name().into_iter().filter_map(Result::ok) {
        if entry.file_type().is_file() {
            let error = |error| SiteFault { path: entry.path().to_owned(), error };
            let bytes = std::fs::read(entry.path()).map_err(error)?;
            let relative = entry.path().strip_prefix(&content).unwrap_or(Path::new("")).display().to_string();
            if bytes.starts_with(b"BROKEN") {
                let place =
                    Place { file: sources.add(format!("content/{relative}"), "BROKEN"), start: 0, end: 6 };
                faults.push(Diagnostic::new(Code::YamlSyntax, place));
            }
            pages.insert(format!("{relative}.html"), bytes);
        }
    }
    let hanoi = FixedOffset::east_opt(7 * 3600).expect("seven hours are an offset");
    let as_of = options.as_of.unwrap_or_else(|| options.clock.today(&hanoi));
    let plan = Copies(pages);
    let plan = faults.is_empty().then_some(&plan as &dyn PageSource);
    Ok(then(Loaded { language: Language::Vi, as_of: Some(as_of), sources: &sources, faults, plan }))
}

struct Copies(BTreeMap<String, Vec<u8>>);

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

/// Faults as people see them.
pub fn draw(faults: &[Diagnostic], sources: &Sources, _: Language) -> String {
    let line = |fault: &Diagnostic| {
        let place = fault.at.map_or_else(String::new, |at| {
            let (line, column) = sources.line_column(at.file, at.start);
            format!("{}:{line}:{column}: ", sources.path(at.file))
        });
        let severity = match fault.code.severity() {
            Severity::Error => "error",
            Severity::Warning => "warning",
        };
        format!("{place}{severity}[{}]\n", fault.code.id())
    };
    faults.iter().map(line).collect()
}

/// Faults as workflow commands.
pub fn github(faults: &[Diagnostic], sources: &Sources, language: Language) -> String {
    draw(faults, sources, language).lines().map(|line| format!("::error::{line}\n")).collect()
}

/// Faults as JSON.
pub fn json(faults: &[Diagnostic], sources: &Sources, language: Language) -> serde_json::Value {
    draw(faults, sources, language).lines().collect()
}

/// The known name that was perhaps meant.
pub fn closest<'a>(name: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    candidates
        .into_iter()
        .find(|known| known.len() == name.len() && known.chars().filter(|c| !name.contains(*c)).count() == 0)
}

/// Shows the site on the loopback until a signal comes.
pub fn serve(options: &SiteOptions, _port: u16, _on_ready: impl Fn(&str)) -> Result<(), SiteFault> {
    Err(SiteFault { path: options.folder.clone(), error: io::ErrorKind::Unsupported.into() })
}
