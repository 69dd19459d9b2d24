//! Faults of the content on the screen. The drawing is the diagnostics module's; here is only which form goes where.

use super::options::Format;
use super::pipeline;
use super::voice::{complain, has_colour, print};
use super::words::Words;
use crate::diag::{Diagnostic, Severity, Sources};

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
    match format {
        Format::Human => complain(pipeline::draw(faults, sources, words.language(), has_colour()).trim_end()),
        Format::Github => print(pipeline::github(faults, sources, words.language()).trim_end()),
        Format::Json => {}
    }
}

/// Faults as JSON.
pub fn as_json(faults: &[Diagnostic], sources: &Sources, words: &Words) -> serde_json::Value {
    pipeline::json(faults, sources, words.language())
}
