//! The default way to publish: the whole next site beside the last one, then one step.
//!
//! A reader sees the last site or the next one, never a mixture. Files that stay are second names of the same file, so
//! their inode and time of change stay; an unfinished stage carries a mark and is thrown away by whoever finds it.

use super::error::{At, ErrorKind, PublishError};
use super::fs::{DIR_MODE, Fs, Kind, link_or_copy, lstat_if_there};
use super::in_place::write_manifest;
use super::manifest::{Files, MANIFEST, Manifest, OWN};
use super::produce::{Fate, Sink, produce};
use super::survey::Survey;
use super::target::Purpose;
use super::tree::{UNFINISHED, remove_tree, retire};
use super::{Durability, Job};
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
        let _ = remove_tree(fs, &stage);
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
    let gone = lasting && retire(fs, &old, root).unwrap_or(false);
    Ok(Swap::Done { fates, aside, leftover: (!gone).then_some(old) })
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
    fs.create_dir(stage, DIR_MODE).at(stage)?;
    fs.create_dir(&stage.join(OWN), DIR_MODE).at(stage)?;
    fs.write_new(&stage.join(UNFINISHED), b"").at(stage)?;
    make_dirs(fs, stage, &job.comparison.planned, survey)?;
    survey.files.par_iter().try_for_each(|path| carry(fs, &root.join(path), &stage.join(path)))?;
    let sink = Beside { fs, root, folder: stage };
    let produced = produce(fs, job.source, &job.comparison, root, job.old.as_ref(), &sink, job.watch)?;
    let (entries, fates): (Vec<_>, Vec<_>) = produced.into_iter().unzip();
    let manifest = job.manifest(entries);
    let path = stage.join(MANIFEST);
    fs.write_new(&path, &manifest.to_bytes()).at(&path)?;
    verify(fs, stage, &manifest.files)?;
    if exists {
        let mode = fs.lstat(root).at(root)?.mode;
        fs.set_mode(stage, mode).at(stage)?;
    }
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
}

impl Sink for Beside<'_> {
    fn keep(&self, path: &str) -> io::Result<()> {
        link_or_copy(self.fs, &self.root.join(path), &self.folder.join(path))
    }

    fn write(&self, _: usize, path: &str, bytes: &[u8]) -> io::Result<()> {
        self.fs.write_new(&self.folder.join(path), bytes)
    }
}

/// Foreign files go along; one that its owner has removed meanwhile does not.
fn carry(fs: &dyn Fs, from: &Path, to: &Path) -> Result<(), PublishError> {
    match link_or_copy(fs, from, to) {
        Err(e) if e.kind() == io::ErrorKind::NotFound => Ok(()),
        done => done.at(from),
    }
}

fn make_dirs(fs: &dyn Fs, stage: &Path, planned: &[&str], survey: &Survey) -> Result<(), PublishError> {
    let above = |path| Path::new(path).ancestors().skip(1).filter(|p| !p.as_os_str().is_empty());
    let foreign: BTreeSet<&Path> = survey.dirs.iter().map(|(path, _)| path.as_path()).collect();
    let mut ours: BTreeSet<&Path> = planned.iter().flat_map(|path| above(*path)).collect();
    // A folder that was ours may hold a foreign file still.
    let around_files = survey.files.iter().flat_map(|path| path.ancestors().skip(1));
    let around_dirs = survey.dirs.iter().flat_map(|(path, _)| path.ancestors().skip(1));
    ours.extend(around_files.chain(around_dirs).filter(|p| !p.as_os_str().is_empty()));
    for dir in ours.difference(&foreign) {
        // Parents sort before what they hold; those that are foreign as well may not be there yet.
        make_dir(fs, stage, dir, DIR_MODE)?;
    }
    for (dir, mode) in &survey.dirs {
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
