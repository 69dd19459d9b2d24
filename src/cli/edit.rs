//! What the commands that write content have in common: the site has no error before and none after, and a change is
//! made whole or not at all.

use super::args::{EditArgs, Format, SiteArgs};
use super::diagnostics::{self, Count};
use super::errors::Error;
use super::exit::Exit;
use super::options::{SiteOptions, UsageError};
use super::output::{Output, print};
use crate::derive::Report;
use crate::diag::{Code, Diagnostic, Severity};
use crate::edit::{ChangeSet, Lock, Refusal, write};
use crate::load::{Mapping, Snapshot, disk, likely_date};
use crate::model::numbers;
use crate::site::{Extent, Site};
use chrono::NaiveDate;
use std::sync::Arc;

/// A site without errors that is about to be changed.
pub struct EditContext {
    pub snapshot: Snapshot,
    /// Today, where the site is.
    pub today: NaiveDate,
    pub out: Output,
    pub report: Arc<Report>,
    /// How an office's sheets are read.
    pub mappings: Vec<Mapping>,
    options: SiteOptions,
    /// Held from before the first file is read.
    lock: Lock,
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
        // What is written may be a draft, or speak of one.
        let options = SiteOptions::new(&about)?.with_drafts(true);
        let lock = Lock::take(&options.folder)?;
        let snapshot = disk::read(&options.folder)?;
        let site = Site::open(&snapshot, &options.opening(Extent::Report));
        let out = out.for_site(site.settings.language);
        let Some(report) = site.report else {
            diagnostics::show(&site.diagnostics, &site.sources, &out);
            let count = Count::of(&site.diagnostics).words(&out.words);
            let exit = Error::content(out.words.with("edit-unsound", &[("faults", &count)])).tell(&out);
            return Err(Error::Told(exit));
        };
        let (today, warnings) = (site.today, site.diagnostics);
        Ok(Self {
            snapshot,
            today,
            out,
            report,
            mappings: site.mappings,
            options,
            lock,
            dry_run: args.dry_run,
            warnings,
        })
    }

    /// Checks the site with the changes in it, shows them, and writes them.
    pub fn finish(&self, changes: &ChangeSet<'_>) -> Result<Exit, Error> {
        self.write(changes, !self.out.is_quiet())
    }

    /// The same without showing them, unless they are to be shown alone: long ones are told in other words.
    pub fn finish_briefly(&self, changes: &ChangeSet<'_>) -> Result<Exit, Error> {
        self.write(changes, false)
    }

    fn write(&self, changes: &ChangeSet<'_>, shown: bool) -> Result<Exit, Error> {
        let words = &self.out.words;
        // No change of content can break more than content: neither a page nor the search index is made.
        let site = Site::open(&changes.applied(), &self.options.opening(Extent::Report));
        let odd = changes.odd().iter().map(|(field, odd)| {
            Diagnostic::of_site(Code::OddCharacters).arg("field", *field).arg("characters", numbers(odd))
        });
        let known = |new: &Diagnostic| self.warnings.iter().any(|old| old.code == new.code && old.args == new.args);
        let found = site.diagnostics.into_iter().filter(|f| f.severity == Severity::Error || !known(f));
        let new: Vec<Diagnostic> = odd.chain(found).collect();
        diagnostics::show(&new, &site.sources, &self.out);
        if site.report.is_none() {
            let count = Count::of(&new).words(words);
            return Err(Error::content(words.with("edit-refused", &[("faults", &count)])));
        }
        if shown || self.dry_run {
            print(changes.diff().trim_end());
        }
        if self.dry_run {
            self.out.result(&words.say("edit-would"));
            return Ok(Exit::Done);
        }
        write(&self.lock, changes.files())?;
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
            Refusal::NotInPack(name, None) => say("edit-not-in-pack", "name", name),
            Refusal::NotInPack(name, Some(meant)) => words.with("edit-pack-meant", &[("name", name), ("meant", meant)]),
            Refusal::Known(id, name) => words.with("edit-known", &[("id", id), ("name", name)]),
            Refusal::NoId(name) => say("edit-no-id", "id", name),
            Refusal::BadId(id, meant) => words.with("edit-bad-id", &[("id", id), ("meant", meant)]),
        };
        let exit = match refusal {
            Refusal::NoTask(..)
            | Refusal::Exists(_)
            | Refusal::WhichFile(_)
            | Refusal::NoFile(_)
            | Refusal::NoId(_)
            | Refusal::NotInPack(..)
            | Refusal::Known(..)
            | Refusal::BadId(..) => Exit::Usage,
            Refusal::Reference(_) | Refusal::Unsure(_) => Exit::Content,
        };
        Error::Said(message, exit)
    }

    /// Refuses dates that are written otherwise than in the content, all at once.
    pub fn dates(&self, given: &[(&'static str, Option<&String>)]) -> Result<(), Error> {
        let given = given.iter().filter_map(|(flag, value)| Some((*flag, (*value)?)));
        let wrong = given.filter(|(_, value)| !is_date(value));
        let mut wrong: Vec<Error> = wrong.map(|(flag, value)| UsageError::date(flag, value).into()).collect();
        let Some(last) = wrong.pop() else { return Ok(()) };
        for error in wrong {
            let _usage = error.tell(&self.out);
        }
        Err(last)
    }

    pub fn usage(&self, key: &str, value: &str) -> Error {
        Error::usage(self.out.words.with(key, &[("id", value)]))
    }
}

/// Whether a text is a date as the content has them, or none at all: a word, a period, or what the check of the site refuses.
fn is_date(text: &str) -> bool {
    likely_date(text).is_none_or(|likely| likely == text.trim())
}
