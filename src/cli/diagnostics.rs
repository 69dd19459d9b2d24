//! Diagnostics on the screen. `diag` draws them; here is only which form goes where.

use super::args::Format;
use super::output::{Output, complain, has_colour, print};
use crate::diag::{Diagnostic, Severity, Sources, draw};
use crate::i18n::{Language, Words};

/// How many diagnostics there are of each severity.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Count {
    pub errors: usize,
    pub warnings: usize,
}

impl Count {
    pub fn of(found: &[Diagnostic]) -> Self {
        let errors = found.iter().filter(|diagnostic| diagnostic.severity == Severity::Error).count();
        Self { errors, warnings: found.len() - errors }
    }

    pub fn words(self, words: &Words) -> String {
        format!("{}, {}", words.count("faults-errors", self.errors), words.count("faults-warnings", self.warnings))
    }
}

/// Shows diagnostics, only errors if the command is to be quiet: to people on stderr, to GitHub on stdout, where it looks for
/// them. In JSON they are part of the one document on stdout ([`as_json`]).
pub fn show(found: &[Diagnostic], sources: &Sources, out: &Output) {
    let told = |diagnostic: &&Diagnostic| !out.is_quiet() || diagnostic.severity == Severity::Error;
    let mut found: Vec<Diagnostic> = found.iter().filter(told).cloned().collect();
    if found.is_empty() {
        return;
    }
    // What stops the build comes first: the screen is cut after so many.
    found.sort_by_key(|diagnostic| diagnostic.severity);
    let language = out.words.lang;
    match out.format {
        Format::Human => complain(draw::human(&found, sources, language, has_colour(), draw::ON_SCREEN).trim_end()),
        Format::Github => print(draw::github(&found, sources, &out.folder, language).trim_end()),
        Format::Json => {}
    }
}

pub fn as_json(found: &[Diagnostic], sources: &Sources, language: Language) -> serde_json::Value {
    let lines = draw::json(found, sources, language);
    lines.lines().filter_map(|line| serde_json::from_str::<serde_json::Value>(line).ok()).collect()
}
