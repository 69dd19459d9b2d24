//! The default way to publish: the whole next site beside the last one, then one step.
//!
//! A reader sees the last site or the next one, never a mixture. Files that stay are second names of the same file, so
//! their inode and time of change stay; an unfinished stage carries a mark and is thrown away by whoever finds it.

use super::beside::Beside;
use super::error::{At, ErrorKind, PublishError};
use super::fs::DIR_MODE;
use super::generations;
use super::in_place::write_manifest;
use super::manifest::{MANIFEST, Manifest};
use super::moment::Moment;
use super::produce::{Fate, produce};
use super::spare::{self, PRIVATE_MODE};
use super::survey::Survey;
use super::target::Purpose;
use super::tree::{Last, UNFINISHED, remove_tree};
use super::{Durability, Job, Spare};
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
    let (fates, manifest) = build(job, exists, survey, &stage).map_err(throw_away)?;
    let stands = |fate: &Fate| matches!(fate, Fate::Kept | Fate::Same);
    if job.old.is_some() && job.comparison.dropped.is_empty() && fates.iter().all(stands) {
        write_manifest(fs, root, &manifest).map_err(throw_away)?;
        // Best effort: what stays, the next build removes.
        let _ = match job.options.spare {
            Spare::Keep => {
                job.folders.leave(fs, &stage);
                spare::keep(fs, job.target, &stage)
            }
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
    let gone = lasting && end(job, survey, &manifest, &old).unwrap_or(false);
    Ok(Swap::Done { fates, aside, leftover: (!gone).then_some(old) })
}

/// The last site goes, or becomes a generation or the spare; whether it has.
fn end(job: &Job<'_>, survey: &Survey, new: &Manifest, old: &Path) -> Result<bool, PublishError> {
    let (fs, root) = (job.fs, &job.target.root);
    let last = Last { fs, tree: old, live: root, listed: job.old.as_ref(), new: Some(new) };
    if job.old.is_some() && job.options.keep.is_some_and(|keep| keep > 0) {
        return Ok(last.rescue_late(survey)? && generations::keep(fs, job.target, old).is_ok());
    }
    match job.options.spare {
        Spare::Remove => {
            fs.set_mode(old, PRIVATE_MODE).at(old)?;
            last.remove(survey)
        }
        Spare::Keep => {
            let (free, ()) = rayon::join(|| last.rescue_late(survey), || job.folders.leave(fs, old));
            Ok(free? && spare::keep(fs, job.target, old).is_ok())
        }
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
fn build(job: &Job<'_>, exists: bool, survey: &Survey, stage: &Path) -> Result<(Vec<Fate>, Manifest), PublishError> {
    let (fs, root) = (job.fs, &job.target.root);
    let beside = Beside::new(job, survey, stage)?;
    beside.carry_all()?;
    let produced = produce(job, &beside)?;
    let (entries, fates): (Vec<_>, Vec<_>) = produced.into_iter().unzip();
    beside.verify(&entries, &fates)?;
    let manifest = job.manifest(entries);
    let path = stage.join(MANIFEST);
    fs.write_new(&path, &manifest.to_bytes()).at(&path)?;
    if exists && beside.is_new() {
        spare::learn(fs, stage, &job.folders, Moment::of(fs, &path));
    }
    let permissions = if exists { fs.lstat(root).at(root)?.mode } else { DIR_MODE };
    fs.set_mode(stage, permissions).at(stage)?;
    fs.remove_file(&stage.join(UNFINISHED)).at(stage)?;
    match job.options.durability {
        Durability::Synced => fs.sync_all(stage).at(stage)?,
        Durability::Unsynced => {}
    }
    if job.watch.stopped() { Err(PublishError::new(root, ErrorKind::Stopped)) } else { Ok((fates, manifest)) }
}
