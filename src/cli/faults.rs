//! Faults of the content on the screen. The drawing is the diagnostics module's; here is only which form goes where.

use super::options::Format;
use super::voice::{complain, has_colour, print};
use crate::diag::draw;
use crate::diag::{Diagnostic, Severity, Sources};
use crate::i18n::Words;

/// How many faults there are of each severity.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Count {
    /// Of severity error.
    pub errors: usize,
    /// Of severity warning.
    pub warnings: usize,
}

impl Count {
    /// Counts.
    pub fn of(faults: &[Diagnostic]) -> Self {
        let errors = faults.iter().filter(|fault| fault.code.severity() == Severity::Error).count();
        Self { errors, warnings: faults.len() - errors }
    }

    /// Both counts in words.
    pub fn words(self, words: &Words) -> String {
        let (errors, warnings) =
            (words.count("faults-errors", self.errors), words.count("faults-warnings", self.warnings));
        format!("{errors}, {warnings}")
    }
}

/// Shows faults: to people on stderr, to GitHub on stdout, where it looks for them. In JSON they are part of the one
/// document on stdout ([`as_json`]).
pub fn show(faults: &[Diagnostic], sources: &Sources, words: &Words, format: Format) {
    if faults.is_empty() {
        return;
    }
    let language = words.lang;
    // What stops the build comes first: the screen is cut after so many.
    let mut faults = faults.to_vec();
    faults.sort_by_key(|fault| fault.code.severity());
    let faults = &faults;
    match format {
        Format::Human => complain(draw::human(faults, sources, language, has_colour(), MOST_SHOWN).trim_end()),
        Format::Github => print(draw::github(faults, sources, language).trim_end()),
        Format::Json => {}
    }
}

/// Faults on the screen at once; the rest is counted.
const MOST_SHOWN: usize = 50;

/// Faults as JSON.
pub fn as_json(faults: &[Diagnostic], sources: &Sources, words: &Words) -> serde_json::Value {
    let lines = draw::json(faults, sources, words.lang);
    lines.lines().filter_map(|line| serde_json::from_str::<serde_json::Value>(line).ok()).collect()
}
