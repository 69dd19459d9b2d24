//! A diagnostic, and where diagnostics are gathered.

use super::code::{Code, Severity};
use super::source::{Place, Sources};

/// One problem found in the content.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// What kind of problem.
    pub code: Code,
    /// How bad it is: what its kind says, unless the site takes this warning for an error.
    pub severity: Severity,
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
        Self {
            code,
            severity: code.severity(),
            at: at.into(),
            args: Vec::new(),
            did_you_mean: None,
            related: Vec::new(),
        }
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

/// Most problems of one run that are told one by one: a file can have millions.
const MAX_FAULTS: usize = 10_000;

/// Where diagnostics are pushed while work goes on.
#[derive(Debug, Clone, Default)]
pub struct Sink {
    found: Vec<Diagnostic>,
    /// How many were not kept.
    more: usize,
    worst: Option<Severity>,
}

impl Sink {
    /// Notes a problem; beyond [`MAX_FAULTS`] only that there was one. An error is never lost among warnings.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        let severity = diagnostic.severity;
        let first = severity == Severity::Error && self.worst != Some(Severity::Error);
        self.worst = Some(self.worst.map_or(severity, |worst| worst.min(severity)));
        if self.found.len() < MAX_FAULTS || first {
            self.found.push(diagnostic);
        } else {
            self.more += 1;
        }
    }

    /// Notes several problems.
    pub fn extend(&mut self, diagnostics: impl IntoIterator<Item = Diagnostic>) {
        diagnostics.into_iter().for_each(|diagnostic| self.push(diagnostic));
    }

    /// Takes over what another sink found.
    pub fn append(&mut self, other: Self) {
        self.more += other.more;
        self.extend(other.found);
    }

    /// Takes the warnings of these kinds found so far for errors.
    pub fn raise(&mut self, codes: &[Code]) {
        for diagnostic in self.found.iter_mut().filter(|d| codes.contains(&d.code)) {
            diagnostic.severity = Severity::Error;
            self.worst = Some(Severity::Error);
        }
    }

    /// How many problems so far.
    pub fn len(&self) -> usize {
        self.found.len() + self.more
    }

    /// How many of them are errors.
    pub fn errors(&self) -> usize {
        self.found.iter().filter(|d| d.severity == Severity::Error).count()
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
        self.worst
    }

    /// All problems, by file (in path order), place, code; equal ones once. The last one says how many more there are.
    pub fn into_sorted(self, sources: &Sources) -> Vec<Diagnostic> {
        let mut found = self.found;
        found.sort_by(|a, b| {
            let key = |d: &Diagnostic| d.at.map(|p| (sources.path(p.file), p.start, p.end));
            (key(a), a.code, &a.args).cmp(&(key(b), b.code, &b.args))
        });
        found.dedup();
        if self.more > 0 {
            found.push(Diagnostic::of_site(Code::TooManyFaults).arg("count", self.more.to_string()));
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_very_many_problems_the_first_are_kept_and_one_error() {
        let mut sink = Sink::default();
        let mut other = Sink::default();
        for n in 0..MAX_FAULTS + 5 {
            other.push(Diagnostic::of_site(Code::RawHtml).arg("html", format!("{n:05}")));
        }
        sink.append(other);
        assert_eq!((sink.len(), sink.worst()), (MAX_FAULTS + 5, Some(Severity::Warning)));
        for n in 0..3 {
            sink.push(Diagnostic::of_site(Code::DeadLink).arg("target", n.to_string()));
        }
        assert_eq!((sink.len(), sink.worst()), (MAX_FAULTS + 8, Some(Severity::Error)));
        let sorted = sink.into_sorted(&Sources::default());
        let last = &sorted[sorted.len() - 1];
        assert_eq!((sorted.len(), last.code, &*last.args[0].1), (MAX_FAULTS + 2, Code::TooManyFaults, "7"));
    }
}
