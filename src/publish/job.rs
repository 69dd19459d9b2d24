//! One build, as far as it is settled before anything is rendered: what is to be published where, and what differs.

use super::compare::Comparison;
use super::error::{At, ErrorKind, PublishError};
use super::fs::Fs;
use super::manifest::{Entry, Manifest, is_safe};
use super::options::{Durability, Options, Unknown, Watch};
use super::outcome::{Fate, How, Outcome};
use super::standing::Standing;
use super::survey::Survey;
use super::target::Target;
use crate::bundle::Source;
use std::path::{Path, PathBuf};

pub(super) struct Job<'a> {
    pub fs: &'a dyn Fs,
    pub source: &'a dyn Source,
    pub options: &'a Options,
    pub watch: &'a dyn Watch,
    pub target: &'a Target,
    pub exists: bool,
    /// Its manifest.
    pub old: Option<Manifest>,
    pub comparison: Comparison<'a>,
}

impl<'a> Job<'a> {
    /// Compares the plan with the manifest of the output. Refuses a folder that is not ours, and paths that must not be
    /// written.
    pub fn open(
        fs: &'a dyn Fs,
        target: &'a Target,
        source: &'a dyn Source,
        options: &'a Options,
        standing: Option<Standing>,
        watch: &'a dyn Watch,
    ) -> Result<Self, PublishError> {
        let exists = target.exists(fs)?;
        let old = if exists { manifest_of(fs, target, standing)? } else { None };
        if exists && old.is_none() && options.unknown == Unknown::Refuse {
            target.refuse_foreign(fs)?;
        }
        let comparison = Comparison::new(source, old.as_ref(), options);
        match comparison.planned.iter().find(|path| !is_safe(path)) {
            Some(bad) => Err(PublishError::new(target.root.join(bad), ErrorKind::BadPath)),
            None => Ok(Self { fs, source, options, watch, target, exists, old, comparison }),
        }
    }

    /// Whether there is nothing to do: the plan is what the manifest says, and all its files stand.
    pub fn is_done(&self) -> Result<bool, PublishError> {
        match &self.old {
            Some(old) if self.comparison.is_clean() => old.files_stand(self.fs, &self.target.root),
            Some(_) | None => Ok(false),
        }
    }

    /// Looks at what stands in the output, notes what is damaged, and refuses to overwrite anything that is not ours.
    pub fn survey(&mut self) -> Result<Survey, PublishError> {
        let root = &self.target.root;
        if !self.exists {
            return Ok(Survey::default());
        }
        let survey = Survey::of(self.fs, root, self.old.as_ref())?;
        if let Some(old) = &self.old {
            self.comparison.note_damage(&old.files, &survey);
        }
        survey.refuse_conflicts(root, &self.comparison.planned)?;
        Ok(survey)
    }

    /// The manifest of the next site; `entries` in the order of the plan.
    pub fn manifest(&self, entries: Vec<Entry>) -> Manifest {
        let mut manifest = Manifest::new(&self.options.generator, &self.options.as_of, self.options.key.clone());
        let paths = self.comparison.planned.iter().map(|path| Box::from(*path));
        manifest.files = paths.zip(entries).collect();
        manifest
    }

    /// Waits for the disk, if that is asked for.
    pub fn sync(&self, path: &Path) -> Result<(), PublishError> {
        match self.options.durability {
            Durability::Synced => self.fs.sync_all(path).at(path),
            Durability::Unsynced => Ok(()),
        }
    }

    /// What was done; `fates` in the order of the plan.
    pub fn outcome(self, fates: &[Fate], how: How, leftover: Option<PathBuf>) -> Outcome {
        let written = self.comparison.planned.iter().zip(fates).filter_map(|(path, fate)| match fate {
            Fate::Kept | Fate::Same => None,
            Fate::Written(why) => Some(((*path).to_owned(), *why)),
        });
        let written: Vec<_> = written.collect();
        Outcome {
            planned: fates.len(),
            rendered: fates.iter().filter(|fate| **fate != Fate::Kept).count(),
            unchanged: fates.len() - written.len(),
            written,
            deleted: self.comparison.dropped,
            before: self.old.map(|old| old.as_of),
            how,
            leftover,
        }
    }
}

/// The manifest of an output that is there; one that was read before is taken if it is the same to the byte.
fn manifest_of(fs: &dyn Fs, target: &Target, standing: Option<Standing>) -> Result<Option<Manifest>, PublishError> {
    let Some(text) = Manifest::text(fs, &target.root)? else { return Ok(None) };
    match standing.and_then(|standing| standing.manifest_if(&target.root, &text)) {
        Some(known) => Ok(Some(known)),
        None => Manifest::of(&text, &target.root).map(Some),
    }
}
