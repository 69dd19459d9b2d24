//! What the commands that write content have in common: the site has no error before and none after, and a change is
//! made whole or not at all.

use super::args::{EditArgs, SiteArgs};
use super::exit::Exit;
use super::faults::{self, Count};
use super::options::{Format, SiteOptions};
use super::pipeline::{self, Studied};
use super::trouble;
use super::voice::{Voice, print};
use crate::diag::{Diagnostic, Severity};
use crate::edit::{ChangeSet, Refusal, WriteError, write};
use crate::i18n::Words;
use crate::load::{Snapshot, disk};
use chrono::NaiveDate;
use std::path::PathBuf;

/// A site without errors that is about to be changed.
pub struct EditContext {
    /// The site as it was read.
    pub snapshot: Snapshot,
    /// Today, where the site is.
    pub today: NaiveDate,
    /// In which words.
    pub words: Words,
    /// What the site says now.
    pub found: pipeline::Found,
    voice: Voice,
    options: SiteOptions,
    folder: PathBuf,
    dry_run: bool,
    warnings: Vec<Diagnostic>,
}

impl EditContext {
    /// Reads the site.
    ///
    /// # Errors
    /// The site cannot be read, or is at fault; said already.
    pub fn open(args: &EditArgs) -> Result<Self, Exit> {
        let voice = Voice::new(&args.voice);
        let site = SiteArgs { site: args.site.clone(), as_of: None, base_url: None };
        let options =
            SiteOptions::new(&site).map_err(|bad| trouble::usage(&bad.message(&voice.words()), &voice.words()))?;
        let snapshot = disk::read(&options.folder)
            .map_err(|fault| trouble::io(&fault.path, &fault.error, &voice.words(), Format::Human))?;
        let Studied { language, today, sources, faults, found } = pipeline::study(&snapshot, &options);
        let words = voice.words_for(language);
        let Some(found) = found else {
            faults::show(&faults, &sources, &words, Format::Human);
            let count = Count::of(&faults).words(&words);
            trouble::usage(&words.with("edit-unsound", &[("faults", &count)]), &words);
            return Err(Exit::Content);
        };
        let (folder, dry_run) = (args.site.clone(), args.dry_run);
        Ok(Self { snapshot, today, words, found, voice, options, folder, dry_run, warnings: faults })
    }

    /// Checks the site with the changes in it, shows them, and writes them.
    pub fn finish(&self, changes: &ChangeSet<'_>) -> Exit {
        let words = &self.words;
        // No change of content can break more than content: neither a page nor the search index is made.
        let site = pipeline::study(&changes.applied(), &self.options);
        let known = |fault: &Diagnostic| self.warnings.iter().any(|w| w.code == fault.code && w.args == fault.args);
        let new: Vec<Diagnostic> =
            site.faults.into_iter().filter(|f| f.code.severity() == Severity::Error || !known(f)).collect();
        faults::show(&new, &site.sources, words, Format::Human);
        if site.found.is_none() {
            let count = Count::of(&new).words(words);
            trouble::usage(&words.with("edit-refused", &[("faults", &count)]), words);
            return Exit::Content;
        }
        if !self.voice.is_quiet() || self.dry_run {
            print(changes.diff().trim_end());
        }
        if self.dry_run {
            self.voice.result(&words.say("edit-would"));
            return Exit::Done;
        }
        match write(&self.folder, changes) {
            Ok(()) => {
                let paths: Vec<&str> = changes.files().keys().map(String::as_str).collect();
                self.voice.result(&words.with("edit-done", &[("path", &paths.join(", "))]));
                Exit::Done
            }
            Err(WriteError::Changed(path)) => {
                trouble::usage(&words.with("edit-changed", &[("path", &path.display().to_string())]), words);
                Exit::Machine
            }
            Err(WriteError::Io(path, error)) => trouble::io(&path, &error, words, Format::Human),
        }
    }

    /// Says why a change cannot be made.
    pub fn refuse(&self, refusal: &Refusal) -> Exit {
        let say = |key: &str, name: &str, value: &str| self.words.with(key, &[(name, value)]);
        let message = match refusal {
            Refusal::NoTask(id, None) => say("edit-no-task", "id", id),
            Refusal::NoTask(id, Some(meant)) => self.words.with("edit-task-meant", &[("id", id), ("meant", meant)]),
            Refusal::Reference(path) => say("edit-reference", "path", path),
            Refusal::Unsure(path) => say("edit-unsure", "path", path),
            Refusal::Exists(path) => say("edit-exists", "path", path),
            Refusal::WhichFile(paths) => say("edit-which-file", "path", &paths.join(", ")),
            Refusal::NoFile(path) => say("edit-no-file", "path", path),
            Refusal::NoId(name) => say("edit-no-id", "id", name),
        };
        trouble::usage(&message, &self.words);
        match refusal {
            Refusal::NoTask(..)
            | Refusal::Exists(_)
            | Refusal::WhichFile(_)
            | Refusal::NoFile(_)
            | Refusal::NoId(_) => Exit::Usage,
            Refusal::Reference(_) | Refusal::Unsure(_) => Exit::Content,
        }
    }

    /// Says what was found, before what is made of it.
    pub fn tell(&self, line: &str) {
        self.voice.result(line);
    }

    /// Says what is wrong with the arguments.
    pub fn usage(&self, key: &str, value: &str) -> Exit {
        trouble::usage(&self.words.with(key, &[("id", value)]), &self.words)
    }
}
