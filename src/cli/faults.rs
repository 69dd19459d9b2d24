//! Faults of the content on the screen. The drawing is the diagnostics module's; here is only which form goes where.

use super::options::Format;
use super::voice::{complain, print};
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
        Format::Human => complain(draw(faults, sources, words.language()).trim_end()),
        Format::Github => print(github(faults, sources, words.language()).trim_end()),
        Format::Json => {}
    }
}

/// Faults as JSON.
pub fn as_json(faults: &[Diagnostic], sources: &Sources, words: &Words) -> serde_json::Value {
    json(faults, sources, words.language())
}

fn draw(faults: &[Diagnostic], sources: &Sources, _: crate::model::Language) -> String {
    let line = |fault: &Diagnostic| {
        let place = fault.at.map_or_else(String::new, |at| {
            let (line, column) = sources.line_column(at.file, at.start);
            format!("{}:{line}:{column}: ", sources.path(at.file))
        });
        format!("{place}[{}] {:?}\n", fault.code.id(), fault.args)
    };
    faults.iter().map(line).collect()
}

fn github(faults: &[Diagnostic], sources: &Sources, language: crate::model::Language) -> String {
    draw(faults, sources, language).lines().map(|line| format!("::error::{line}\n")).collect()
}

fn json(faults: &[Diagnostic], sources: &Sources, language: crate::model::Language) -> serde_json::Value {
    draw(faults, sources, language).lines().collect()
}
