//! Where the commands speak: results on stdout, all else on stderr, colour only to a terminal.

use super::args::{Format, LangArg, MessageArgs};
use super::words::words;
use crate::i18n::{Language, Words};
use std::io::{IsTerminal, Write};

/// How a command speaks.
pub struct Output {
    pub words: Words,
    pub format: Format,
    asked: Option<Language>,
    quiet: bool,
}

impl Output {
    /// As asked; in Vietnamese until a site is known that says otherwise.
    pub fn new(args: &MessageArgs, format: Format) -> Self {
        let asked = args.lang.map(|lang| match lang {
            LangArg::Vi => Language::VI,
            LangArg::En => Language::EN,
        });
        Self { words: words(asked.unwrap_or(Language::VI)), format, asked, quiet: args.quiet }
    }

    /// The same in the language of a site, unless another was asked for.
    pub fn for_site(&self, site: Language) -> Self {
        Self { words: words(self.asked.unwrap_or(site)), ..*self }
    }

    pub fn is_quiet(&self) -> bool {
        self.quiet
    }

    pub fn result(&self, line: &str) {
        if !self.quiet {
            print(line);
        }
    }

    pub fn remark(&self, line: &str) {
        if !self.quiet {
            complain(line);
        }
    }
}

/// Writes to stdout, even if the command is to be quiet: what was asked for. Whoever closed the pipe has read enough.
pub fn print(text: &str) {
    let _ = writeln!(std::io::stdout().lock(), "{text}");
}

/// Writes to stderr, even if the command is to be quiet: a problem.
pub fn complain(text: &str) {
    let _ = writeln!(std::io::stderr().lock(), "{text}");
}

/// Whether stderr shows colours (no-color.org).
pub fn has_colour() -> bool {
    let set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    let dumb = std::env::var_os("TERM").is_some_and(|term| term == "dumb");
    std::io::stderr().is_terminal() && !set("NO_COLOR") && !dumb
}
