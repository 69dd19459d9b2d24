//! Where the commands speak: results on stdout, all else on stderr, colour only to a terminal.
//!
//! A result that cannot be written does not end the work at hand: it is remembered, and [`unwritten`] asked at its end.

use super::args::{Format, LangArg, MessageArgs};
use super::words::words;
use crate::i18n::{Language, Words};
use crate::os::can_colour;
use std::io::{self, IsTerminal, Write};
use std::path::Path;
use std::sync::Mutex;

/// How a command speaks.
pub struct Output {
    pub words: Words,
    pub format: Format,
    asked: Option<Language>,
    quiet: bool,
    /// The way to the site from the root of its repository, from where GitHub counts; it ends in a slash or is empty.
    pub folder: String,
}

impl Output {
    /// As asked; in Vietnamese until a site is known that says otherwise.
    pub fn new(args: &MessageArgs, format: Format) -> Self {
        let asked = args.lang.map(|lang| match lang {
            LangArg::Vi => Language::VI,
            LangArg::En => Language::EN,
        });
        Self { words: words(asked.unwrap_or(Language::VI)), format, asked, quiet: args.quiet, folder: String::new() }
    }

    /// The same for a site that stands somewhere.
    pub fn at(self, site: &Path) -> Self {
        let folder = if self.format == Format::Github { in_repository(site) } else { String::new() };
        Self { folder, ..self }
    }

    /// The same in the language of a site, unless another was asked for.
    pub fn for_site(&self, site: Language) -> Self {
        Self { words: words(self.asked.unwrap_or(site)), folder: self.folder.clone(), ..*self }
    }

    /// The same, saying all: where warnings count as errors they are what a quiet command tells.
    pub fn telling_all(&self) -> Self {
        Self { words: words(self.words.lang), quiet: false, folder: self.folder.clone(), ..*self }
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

/// The repository is the nearest folder above with a `.git` in it: a folder, or a file in a second work tree.
fn in_repository(site: &Path) -> String {
    let Ok(site) = site.canonicalize() else { return String::new() };
    let root = site.ancestors().find(|folder| folder.join(".git").exists());
    let way = root.and_then(|root| site.strip_prefix(root).ok()).unwrap_or(Path::new(""));
    way.iter().fold(String::new(), |way, part| way + &part.to_string_lossy() + "/")
}

/// Writes a line to stdout, even if the command is to be quiet: what was asked for.
pub fn print(text: &str) {
    print_bytes(format!("{text}\n").as_bytes());
}

/// Writes to stdout as it is.
pub fn print_bytes(bytes: &[u8]) {
    let mut out = std::io::stdout().lock();
    written(out.write_all(bytes).and_then(|()| out.flush()));
}

static UNWRITTEN: Mutex<Option<io::Error>> = Mutex::new(None);

/// Remembers why a result could not be written. Whoever closed the pipe has read enough.
pub fn written(result: io::Result<()>) {
    if let Err(error) = result
        && error.kind() != io::ErrorKind::BrokenPipe
        && let Ok(mut first) = UNWRITTEN.lock()
    {
        first.get_or_insert(error);
    }
}

/// Why results could not be written, if they could not; told once.
pub fn unwritten() -> Option<io::Error> {
    UNWRITTEN.lock().ok()?.take()
}

/// Writes to stderr, even if the command is to be quiet: a problem.
pub fn complain(text: &str) {
    let _ = writeln!(std::io::stderr().lock(), "{text}");
}

/// Whether stderr shows colours (no-color.org).
pub fn has_colour() -> bool {
    let set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    let dumb = std::env::var_os("TERM").is_some_and(|term| term == "dumb");
    std::io::stderr().is_terminal() && !set("NO_COLOR") && !dumb && can_colour()
}
