//! The default way to publish: the whole next site beside the last one, then one step.
//!
//! A reader sees the last site or the next one, never a mixture. Files that stay are second names of the same file, so
//! their inode and time of change stay; an unfinished stage carries a mark and is thrown away by whoever finds it.

use super::error::{At, ErrorKind, PublishError};
use super::fs::{DIR_MODE, Fs, Kind, link_or_copy, lstat_if_there};
use super::generations;
use super::in_place::write_manifest;
use super::manifest::{Files, MANIFEST, Manifest, OWN};
use super::produce::{Fate, Sink, produce};
use super::spare::{self, PRIVATE_MODE, There, Wanted};
use super::survey::Survey;
use super::target::Purpose;
use super::tree::{Retired, UNFINISHED, remove_tree, retire};
use super::{Durability, Job, Spare};
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::io;
use std::path::{Path, PathBuf};

/// How the swap went.
pub(super) enum Swap {
    /// The next site is live; what could not be removed of the last one, if anything.
    Done { fates: Vec<Fate>, aside: bool, leftover: Option<PathBuf> },
    /// Every file was rendered as it stands already: the last site stays, its manifest is renewed.
    Equal(Vec<Fate>),
    /// This file system moves no such folder; nothing has changed.
    Impossible,
}

/// Stages, verifies and swaps.
pub(super) fn publish(job: &Job<'_>, exists: bool, survey: &Survey) -> Result<Swap, PublishError> {
    let (fs, root) = (job.fs, &job.target.root);
    let stage = job.target.beside(Purpose::Stage);
    let throw_away = |e| {
        // Best effort: what cannot be removed now, the next build removes.
        let _ = remove_tree(fs, &stage);
        e
    };
    let fates = build(job, exists, survey, &stage).map_err(throw_away)?;
    let stands = |fate: &Fate| matches!(fate, Fate::Kept | Fate::Same);
    if job.old.is_some() && job.comparison.dropped.is_empty() && fates.iter().all(stands) {
        let manifest = Manifest::read(fs, &stage).map_err(throw_away)?.expect("the stage was built with one");
        write_manifest(fs, root, &manifest).map_err(throw_away)?;
        // Best effort: what stays, the next build removes.
        let _ = match job.options.spare {
            Spare::Keep => spare::keep(fs, job.target, &stage),
            Spare::Remove => remove_tree(fs, &stage).at(&stage),
        };
        return Ok(Swap::Equal(fates));
    }
    let aside = if exists {
        match switch(job, &stage).map_err(throw_away)? {
            Switch::Exchanged => false,
            Switch::PutAside => true,
            Switch::Impossible => {
                let _ = remove_tree(fs, &stage);
                return Ok(Swap::Impossible);
            }
        }
    } else {
        fs.rename(&stage, root).at(root).map_err(throw_away)?;
        return Ok(Swap::Done { fates, aside: false, leftover: None });
    };
    // From here on the next site is live, whatever happens.
    let old = if aside { job.target.beside(Purpose::Aside) } else { stage };
    let lasting = match job.options.durability {
        // The last site is the safety net until the swap is on the disk.
        Durability::Synced => fs.sync_dir(&job.target.parent).is_ok(),
        Durability::Unsynced => true,
    };
    let gone = lasting && end(job, &old).unwrap_or(false);
    Ok(Swap::Done { fates, aside, leftover: (!gone).then_some(old) })
}

/// The last site goes, or becomes a generation or the spare; whether it has.
fn end(job: &Job<'_>, old: &Path) -> Result<bool, PublishError> {
    let (fs, root) = (job.fs, &job.target.root);
    if job.old.is_some() && job.options.keep.is_some_and(|keep| keep > 0) {
        return Ok(retire(fs, old, root, Retired::Stays)? && generations::keep(fs, job.target, old).is_ok());
    }
    match job.options.spare {
        Spare::Remove => {
            fs.set_mode(old, PRIVATE_MODE).at(old)?;
            retire(fs, old, root, Retired::Removed)
        }
        Spare::Keep => Ok(retire(fs, old, root, Retired::Stays)? && spare::keep(fs, job.target, old).is_ok()),
    }
}

enum Switch {
    Exchanged,
    PutAside,
    Impossible,
}

fn switch(job: &Job<'_>, stage: &Path) -> Result<Switch, PublishError> {
    let (fs, root) = (job.fs, &job.target.root);
    match fs.exchange(stage, root) {
        Ok(()) => return Ok(Switch::Exchanged),
        Err(e) if cannot_move(&e) => {}
        Err(e) => return Err(e).at(root),
    }
    let aside = job.target.beside(Purpose::Aside);
    match fs.rename(root, &aside) {
        Ok(()) => {}
        Err(e) if cannot_move(&e) => return Ok(Switch::Impossible),
        Err(e) => return Err(e).at(root),
    }
    match fs.rename(stage, root) {
        Ok(()) => Ok(Switch::PutAside),
        Err(e) => {
            // Should this fail too, the next build finds the folder put aside and does it.
            let _ = fs.rename(&aside, root);
            Err(e).at(root)
        }
    }
}

/// Whether the error says that this folder cannot be exchanged or moved here, rather than that the disk is ill.
fn cannot_move(e: &io::Error) -> bool {
    matches!(
        e.kind(),
        io::ErrorKind::CrossesDevices
            | io::ErrorKind::ResourceBusy
            | io::ErrorKind::InvalidInput
            | io::ErrorKind::Unsupported
    )
}

/// Fills the stage and checks it.
fn build(job: &Job<'_>, exists: bool, survey: &Survey, stage: &Path) -> Result<Vec<Fate>, PublishError> {
    let (fs, root) = (job.fs, &job.target.root);
    let wanted = Next::new(&job.comparison.planned, survey);
    let there = match job.options.spare {
        Spare::Keep => spare::take(fs, job.target, stage, &wanted)?,
        Spare::Remove => None,
    };
    let there = if let Some(there) = there {
        there
    } else {
        fs.create_dir(stage, PRIVATE_MODE).at(stage)?;
        fs.create_dir(&stage.join(OWN), DIR_MODE).at(stage)?;
        fs.write_new(&stage.join(UNFINISHED), b"").at(stage)?;
        There::default()
    };
    make_dirs(fs, stage, &wanted, &there)?;
    let sink = Beside { fs, root, folder: stage, there };
    survey.files.par_iter().try_for_each(|path| sink.carry(path))?;
    let produced = produce(job, &sink)?;
    let (entries, fates): (Vec<_>, Vec<_>) = produced.into_iter().unzip();
    let manifest = job.manifest(entries);
    let path = stage.join(MANIFEST);
    fs.write_new(&path, &manifest.to_bytes()).at(&path)?;
    verify(fs, stage, &manifest.files)?;
    let permissions = if exists { fs.lstat(root).at(root)?.mode } else { DIR_MODE };
    fs.set_mode(stage, permissions).at(stage)?;
    fs.remove_file(&stage.join(UNFINISHED)).at(stage)?;
    match job.options.durability {
        Durability::Synced => fs.sync_all(stage).at(stage)?,
        Durability::Unsynced => {}
    }
    if job.watch.stopped() { Err(PublishError::new(root, ErrorKind::Stopped)) } else { Ok(fates) }
}

struct Beside<'a> {
    fs: &'a dyn Fs,
    root: &'a Path,
    folder: &'a Path,
    there: There,
}

impl Sink for Beside<'_> {
    fn keep(&self, path: &str) -> io::Result<()> {
        self.link(Path::new(path))
    }

    fn write(&self, _: usize, path: &str, bytes: &[u8]) -> io::Result<()> {
        let to = self.folder.join(path);
        if self.there.files.contains(Path::new(path)) {
            // Never written into: it may be a second name of the live site's file.
            self.fs.remove_file(&to)?;
        }
        self.fs.write_new(&to, bytes)
    }
}

impl Beside<'_> {
    fn link(&self, path: &Path) -> io::Result<()> {
        let (from, to) = (self.root.join(path), self.folder.join(path));
        if self.there.files.contains(path) {
            if spare::same_file(self.fs, &from, &to)? {
                return Ok(());
            }
            self.fs.remove_file(&to)?;
        }
        link_or_copy(self.fs, &from, &to)
    }

    /// Foreign files go along; one that its owner has removed meanwhile does not.
    fn carry(&self, path: &Path) -> Result<(), PublishError> {
        let full = self.root.join(path);
        match self.link(path) {
            Err(e) if e.kind() == io::ErrorKind::NotFound && lstat_if_there(self.fs, &full).at(&full)?.is_none() => {
                if self.there.files.contains(path) {
                    self.fs.remove_file(&self.folder.join(path)).at(&full)?;
                }
                Ok(())
            }
            done => done.at(&full),
        }
    }
}

/// The paths of the next site.
struct Next<'a> {
    planned: &'a [&'a str],
    survey: &'a Survey,
    /// Folders that are ours, or hold what is foreign.
    ours: BTreeSet<&'a Path>,
}

impl<'a> Next<'a> {
    fn new(planned: &'a [&'a str], survey: &'a Survey) -> Self {
        let foreign: BTreeSet<&Path> = survey.dirs.iter().map(|(path, _)| path.as_path()).collect();
        let planned_paths = planned.iter().map(|path| Path::new(*path));
        let foreign_paths = survey.files.iter().map(PathBuf::as_path).chain(foreign.iter().copied());
        let mut ours: BTreeSet<&Path> =
            planned_paths.chain(foreign_paths).flat_map(|p| p.ancestors().skip(1)).collect();
        ours.remove(Path::new(""));
        ours.retain(|path| !foreign.contains(path));
        Self { planned, survey, ours }
    }
}

impl Wanted for Next<'_> {
    fn file(&self, path: &Path) -> bool {
        path.to_str().is_some_and(|path| self.planned.binary_search(&path).is_ok())
            || self.survey.files.binary_search_by(|file| file.as_path().cmp(path)).is_ok()
    }

    fn dir(&self, path: &Path) -> bool {
        self.ours.contains(path) || self.survey.dirs.binary_search_by(|(dir, _)| dir.as_path().cmp(path)).is_ok()
    }
}

fn make_dirs(fs: &dyn Fs, stage: &Path, next: &Next<'_>, there: &There) -> Result<(), PublishError> {
    for dir in next.ours.iter().filter(|dir| !there.dirs.contains(**dir)) {
        // Parents sort before what they hold; those that are foreign may not be there yet.
        make_dir(fs, stage, dir, DIR_MODE)?;
    }
    for (dir, mode) in &next.survey.dirs {
        make_dir(fs, stage, dir, *mode)?;
    }
    Ok(())
}

fn make_dir(fs: &dyn Fs, stage: &Path, dir: &Path, mode: u32) -> Result<(), PublishError> {
    let path = stage.join(dir);
    match fs.create_dir(&path, mode) {
        Err(e) if e.kind() == io::ErrorKind::NotFound => {
            let parent = dir.parent().unwrap_or(Path::new(""));
            make_dir(fs, stage, parent, DIR_MODE)?;
            fs.create_dir(&path, mode).at(&path)
        }
        Err(e) if e.kind() == io::ErrorKind::AlreadyExists => fs.set_mode(&path, mode).at(&path),
        done => done.at(&path),
    }
}

/// Every planned file is in the stage, as long as it was made.
fn verify(fs: &dyn Fs, stage: &Path, files: &Files) -> Result<(), PublishError> {
    files.par_iter().try_for_each(|(path, entry)| {
        let full = stage.join(path);
        let there = lstat_if_there(fs, &full).at(&full)?;
        if there.is_some_and(|stat| stat.kind == Kind::File && stat.size == entry.size) {
            Ok(())
        } else {
            Err(PublishError::new(full, ErrorKind::Incomplete))
        }
    })
}
