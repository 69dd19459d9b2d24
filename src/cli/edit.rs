//! What the commands that write content have in common: the site has no error before and none after, and a change is
//! made whole or not at all.

use super::args::{EditArgs, Format, SiteArgs};
use super::diagnostics::{self, Count};
use super::errors::Error;
use super::exit::Exit;
use super::options::SiteOptions;
use super::output::{Output, print};
use crate::derive::Report;
use crate::diag::{Diagnostic, Severity};
use crate::edit::{ChangeSet, Refusal, WriteError, write};
use crate::load::{Snapshot, disk};
use crate::site::{Extent, Site};
use chrono::NaiveDate;
use std::path::PathBuf;
use std::sync::Arc;

/// A site without errors that is about to be changed.
pub struct EditContext {
    pub snapshot: Snapshot,
    /// Today, where the site is.
    pub today: NaiveDate,
    pub out: Output,
    pub report: Arc<Report>,
    options: SiteOptions,
    folder: PathBuf,
    dry_run: bool,
    warnings: Vec<Diagnostic>,
}

pub fn edit(args: &EditArgs, command: impl FnOnce(&EditContext) -> Result<Exit, Error>) -> Exit {
    Output::new(&args.messages, Format::Human).run(|out| {
        let context = EditContext::open(args, out)?;
        Ok(context.out.run(|_| command(&context)))
    })
}

impl EditContext {
    fn open(args: &EditArgs, out: &Output) -> Result<Self, Error> {
        let about = SiteArgs { site: args.site.clone(), as_of: None, base_url: None };
        let options = SiteOptions::new(&about)?;
        let snapshot = disk::read(&options.folder)?;
        let site = Site::open(&snapshot, &options.opening(Extent::Report));
        let out = out.for_site(site.settings.language);
        let Some(report) = site.report else {
            diagnostics::show(&site.diagnostics, &site.sources, &out);
            let count = Count::of(&site.diagnostics).words(&out.words);
            let exit = Error::content(out.words.with("edit-unsound", &[("faults", &count)])).tell(&out);
            return Err(Error::Told(exit));
        };
        let (folder, dry_run) = (args.site.clone(), args.dry_run);
        let (today, warnings) = (site.today, site.diagnostics);
        Ok(Self { snapshot, today, out, report, options, folder, dry_run, warnings })
    }

    /// Checks the site with the changes in it, shows them, and writes them.
    pub fn finish(&self, changes: &ChangeSet<'_>) -> Result<Exit, Error> {
        let words = &self.out.words;
        // No change of content can break more than content: neither a page nor the search index is made.
        let site = Site::open(&changes.applied(), &self.options.opening(Extent::Report));
        let known = |new: &Diagnostic| self.warnings.iter().any(|old| old.code == new.code && old.args == new.args);
        let new: Vec<Diagnostic> =
            site.diagnostics.into_iter().filter(|f| f.code.severity() == Severity::Error || !known(f)).collect();
        diagnostics::show(&new, &site.sources, &self.out);
        if site.report.is_none() {
            let count = Count::of(&new).words(words);
            return Err(Error::content(words.with("edit-refused", &[("faults", &count)])));
        }
        if !self.out.is_quiet() || self.dry_run {
            print(changes.diff().trim_end());
        }
        if self.dry_run {
            self.out.result(&words.say("edit-would"));
            return Ok(Exit::Done);
        }
        write(&self.folder, changes).map_err(|error| match error {
            WriteError::Changed(path) => {
                Error::Said(words.with("edit-changed", &[("path", &path.display().to_string())]), Exit::Machine)
            }
            WriteError::Io(path, error) => Error::Io(path, error),
        })?;
        let paths: Vec<&str> = changes.files().keys().map(String::as_str).collect();
        self.out.result(&words.with("edit-done", &[("path", &paths.join(", "))]));
        Ok(Exit::Done)
    }

    pub fn refuse(&self, refusal: &Refusal) -> Error {
        let words = &self.out.words;
        let say = |key: &str, name: &str, value: &str| words.with(key, &[(name, value)]);
        let message = match refusal {
            Refusal::NoTask(id, None) => say("edit-no-task", "id", id),
            Refusal::NoTask(id, Some(meant)) => words.with("edit-task-meant", &[("id", id), ("meant", meant)]),
            Refusal::Reference(path) => say("edit-reference", "path", path),
            Refusal::Unsure(path) => say("edit-unsure", "path", path),
            Refusal::Exists(path) => say("edit-exists", "path", path),
            Refusal::WhichFile(paths) => say("edit-which-file", "path", &paths.join(", ")),
            Refusal::NoFile(path) => say("edit-no-file", "path", path),
            Refusal::NoId(name) => say("edit-no-id", "id", name),
        };
        let exit = match refusal {
            Refusal::NoTask(..)
            | Refusal::Exists(_)
            | Refusal::WhichFile(_)
            | Refusal::NoFile(_)
            | Refusal::NoId(_) => Exit::Usage,
            Refusal::Reference(_) | Refusal::Unsure(_) => Exit::Content,
        };
        Error::Said(message, exit)
    }

    pub fn usage(&self, key: &str, value: &str) -> Error {
        Error::usage(self.out.words.with(key, &[("id", value)]))
    }
}
