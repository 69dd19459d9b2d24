//! One build, as far as it is settled before anything is rendered: what is to be published where, and what differs.

use super::adopt;
use super::compare::Comparison;
use super::error::{At, ErrorKind, PublishError, Refusal};
use super::fs::{Fs, Inode};
use super::manifest::{Entry, Manifest, is_safe};
use super::marks::Leftover;
use super::options::{Durability, Options, Unknown, Watch};
use super::outcome::{Adopted, Fate, How, Outcome};
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
    /// Which folder the output is; none: it is not there yet.
    pub root: Option<Inode>,
    /// Its manifest, or what it would list of an output that is taken over.
    pub old: Option<Manifest>,
    pub adopted: Option<Adopted>,
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
        let root = target.inode(fs)?;
        let adopts = options.unknown == Unknown::Adopt;
        let (mut old, is_broken) = match root.map(|_| manifest_of(fs, target, standing)) {
            Some(Err(e)) if adopts && matches!(e.kind, ErrorKind::BadManifest) => (None, true),
            Some(read) => (read?, false),
            None => (None, false),
        };
        let mut adopted = None;
        if root.is_some() && old.is_none() {
            if adopts {
                (old, adopted) = adopt::take_over(fs, target, source, options, is_broken)?.unzip();
            } else {
                target.refuse_foreign(fs)?;
            }
        }
        let comparison = Comparison::new(source, old.as_ref(), options);
        match comparison.planned.iter().find(|path| !is_safe(path)) {
            Some(bad) => Err(PublishError::new(target.root.join(bad), ErrorKind::BadPath)),
            None => Ok(Self { fs, source, options, watch, target, root, old, adopted, comparison }),
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
        if self.root.is_none() {
            return Ok(Survey::default());
        }
        let survey = Survey::of(self.fs, root, self.old.as_ref())?;
        if survey.folders.first().and_then(|top| top.first()).map(|top| top.inode) != self.root {
            return Err(PublishError::refused(root, Refusal::Changed));
        }
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

    /// Refuses to go on where the web root is another folder than the one that the build began with.
    pub fn refuse_change(&self) -> Result<(), PublishError> {
        self.target.refuse_change(self.fs, self.root)
    }

    /// Waits for the disk, if that is asked for.
    pub fn sync(&self, path: &Path) -> Result<(), PublishError> {
        match self.options.durability {
            Durability::Synced => self.fs.sync_all(path).at(path),
            Durability::Unsynced => Ok(()),
        }
    }

    /// Keeps a copy of the files that are about to give way to a page; where.
    pub fn set_aside(&self) -> Result<Option<PathBuf>, PublishError> {
        let Some(adopted) = &self.adopted else { return Ok(None) };
        adopt::set_aside(self.fs, self.target, adopted, self.options.durability)
    }

    /// Where those files are kept that gave way to a page.
    pub fn note_replaced(&mut self, kept_in: Option<PathBuf>) {
        if let Some(adopted) = &mut self.adopted {
            adopted.kept_in = kept_in;
        }
    }

    /// What was done; `fates` in the order of the plan.
    pub fn outcome(self, fates: &[Fate], how: How, leftover: Option<Leftover>) -> Outcome {
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
            adopted: self.adopted,
            leftover: leftover.into_iter().collect(),
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
