//! Where the commands speak: results on stdout, all else on stderr, colour only to a terminal.

use super::args::{LangArg, VoiceArgs};
use super::words::words;
use crate::i18n::{Language, Words};
use std::io::{IsTerminal, Write};

/// How a command speaks.
#[derive(Debug, Clone, Copy)]
pub struct Voice {
    language: Option<Language>,
    quiet: bool,
}

impl Voice {
    /// As asked.
    pub fn new(args: &VoiceArgs) -> Self {
        let language = args.lang.map(|lang| match lang {
            LangArg::Vi => Language::VI,
            LangArg::En => Language::EN,
        });
        Self { language, quiet: args.quiet }
    }

    /// The words before a site is known: as asked, else Vietnamese.
    pub fn words(self) -> Words {
        words(self.language.unwrap_or(Language::VI))
    }

    /// The words once the site is known: as asked, else the site's.
    pub fn words_for(self, site: Language) -> Words {
        words(self.language.unwrap_or(site))
    }

    /// Whether only faults are to be told.
    pub fn is_quiet(self) -> bool {
        self.quiet
    }

    /// A line of the result. Whoever closed the pipe has read enough.
    pub fn result(self, line: &str) {
        if !self.quiet {
            print(line);
        }
    }

    /// A remark.
    pub fn remark(self, line: &str) {
        if !self.quiet {
            complain(line);
        }
    }
}

/// Writes to stdout whatever the voice: what was asked for.
pub fn print(text: &str) {
    let _ = writeln!(std::io::stdout().lock(), "{text}");
}

/// Writes to stderr whatever the voice: a fault.
pub fn complain(text: &str) {
    let _ = writeln!(std::io::stderr().lock(), "{text}");
}

/// Whether stderr shows colours (no-color.org).
pub fn has_colour() -> bool {
    let set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    let dumb = std::env::var_os("TERM").is_some_and(|term| term == "dumb");
    std::io::stderr().is_terminal() && !set("NO_COLOR") && !dumb
}
