//! A diagnostic, and where diagnostics are gathered.

use super::code::{Code, Severity};
use super::source::{Place, Sources};

/// One problem found in the content.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// What kind of problem.
    pub code: Code,
    /// Where; none for a problem of the site as a whole.
    pub at: Option<Place>,
    /// Values for the words: `{$id}` and the like in the message files.
    pub args: Vec<(&'static str, String)>,
    /// A name that was perhaps meant.
    pub did_you_mean: Option<String>,
    /// Other places that explain it, each with the key of its words (`first-here`, `defined-here`, …).
    pub related: Vec<(Place, &'static str)>,
}

impl Diagnostic {
    /// A problem of kind `code` at a place, or at none that is known.
    pub fn new(code: Code, at: impl Into<Option<Place>>) -> Self {
        Self { code, at: at.into(), args: Vec::new(), did_you_mean: None, related: Vec::new() }
    }

    /// A problem of the site as a whole.
    pub fn of_site(code: Code) -> Self {
        Self::new(code, None)
    }

    /// With a value for the words.
    #[must_use]
    pub fn arg(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.args.push((name, value.into()));
        self
    }

    /// With a name that was perhaps meant.
    #[must_use]
    pub fn suggest(mut self, name: Option<impl Into<String>>) -> Self {
        self.did_you_mean = name.map(Into::into);
        self
    }

    /// With another place that explains it.
    #[must_use]
    pub fn also(mut self, place: Place, key: &'static str) -> Self {
        self.related.push((place, key));
        self
    }
}

/// Where diagnostics are pushed while work goes on.
#[derive(Debug, Default)]
pub struct Sink {
    found: Vec<Diagnostic>,
}

impl Sink {
    /// Notes a problem.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.found.push(diagnostic);
    }

    /// Takes over what another sink found.
    pub fn append(&mut self, mut other: Self) {
        self.found.append(&mut other.found);
    }

    /// How many problems so far.
    pub fn len(&self) -> usize {
        self.found.len()
    }

    /// Whether nothing was found so far.
    pub fn is_empty(&self) -> bool {
        self.found.is_empty()
    }

    /// All problems so far, in the order in which they were found.
    pub fn iter(&self) -> impl Iterator<Item = &Diagnostic> {
        self.found.iter()
    }

    /// The kinds of all problems so far, in the order in which they were found.
    pub fn codes(&self) -> Vec<Code> {
        self.found.iter().map(|d| d.code).collect()
    }

    /// The worst severity so far; none where nothing was found.
    pub fn worst(&self) -> Option<Severity> {
        self.found.iter().map(|d| d.code.severity()).min()
    }

    /// All problems, by file (in path order), place, code; equal ones once.
    pub fn into_sorted(self, sources: &Sources) -> Vec<Diagnostic> {
        let mut found = self.found;
        found.sort_by(|a, b| {
            let key = |d: &Diagnostic| d.at.map(|p| (sources.path(p.file).to_owned(), p.start, p.end));
            (key(a), a.code, &a.args).cmp(&(key(b), b.code, &b.args))
        });
        found.dedup();
        found
    }
}
