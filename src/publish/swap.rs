//! The default way to publish: the whole next site beside the last one, then one step.
//!
//! A reader sees the last site or the next one, never a mixture. Files that stay are second names of the same file, so
//! their inode and time of change stay; an unfinished stage is marked, and thrown away by whoever finds it.

use super::error::{At, ErrorKind, PublishError};
use super::fs::{DIR_MODE, PRIVATE_MODE, remove_tree};
use super::generations;
use super::job::Job;
use super::manifest::Manifest;
use super::options::Durability;
use super::outcome::Fate;
use super::produce::produce;
use super::retire::Last;
use super::stage::Stage;
use super::survey::Survey;
use super::target::{MANIFEST, Purpose, UNFINISHED};
use std::io;
use std::path::{Path, PathBuf};

pub(super) enum Swap {
    /// The next site is live; what could not be removed of the last one, if anything.
    Done { fates: Vec<Fate>, aside: bool, leftover: Option<PathBuf> },
    /// Every file was rendered as it stands already: the last site stays, its manifest is renewed.
    Equal(Vec<Fate>),
    /// This file system moves no such folder; nothing has changed.
    Impossible,
}

pub(super) fn publish(job: &Job<'_>, survey: &Survey) -> Result<Swap, PublishError> {
    let stage = job.target.own_folder(Purpose::Stage);
    let done = stage_and_switch(job, survey, &stage);
    if !matches!(done, Ok(Swap::Done { .. })) {
        // Best effort: what cannot be removed now, the next build removes.
        let _ = remove_tree(job.fs, &stage);
    }
    done
}

fn stage_and_switch(job: &Job<'_>, survey: &Survey, stage: &Path) -> Result<Swap, PublishError> {
    let (fs, root) = (job.fs, &job.target.root);
    let (fates, manifest) = fill(job, survey, stage)?;
    let stands = |fate: &Fate| matches!(fate, Fate::Kept | Fate::Same);
    if job.old.is_some() && job.comparison.dropped.is_empty() && fates.iter().all(stands) {
        manifest.replace(fs, root)?;
        return Ok(Swap::Equal(fates));
    }
    if !job.exists {
        fs.rename(stage, root).at(root)?;
        return Ok(Swap::Done { fates, aside: false, leftover: None });
    }
    let (aside, old) = match switch(job, stage)? {
        Switch::Exchanged => (false, stage.to_owned()),
        Switch::PutAside(old) => (true, old),
        Switch::Impossible => return Ok(Swap::Impossible),
    };
    // From here on the next site is live, whatever happens.
    let lasting = match job.options.durability {
        // The last site is the safety net until the swap is on the disk.
        Durability::Synced => fs.sync_dir(&job.target.parent).is_ok(),
        Durability::Unsynced => true,
    };
    let gone = lasting && end(job, survey, &manifest, &old).unwrap_or(false);
    Ok(Swap::Done { fates, aside, leftover: (!gone).then_some(old) })
}

fn fill(job: &Job<'_>, survey: &Survey, path: &Path) -> Result<(Vec<Fate>, Manifest), PublishError> {
    let (fs, root) = (job.fs, &job.target.root);
    let stage = Stage::begin(job, survey, path)?;
    let produced = produce(job, &stage)?;
    let (entries, fates): (Vec<_>, Vec<_>) = produced.into_iter().unzip();
    stage.verify(&entries)?;
    let manifest = job.manifest(entries);
    fs.write_new(&path.join(MANIFEST), &manifest.to_bytes()).at(&path.join(MANIFEST))?;
    let mode = if job.exists { fs.lstat(root).at(root)?.mode } else { DIR_MODE };
    fs.set_mode(path, mode).at(path)?;
    fs.remove_file(&path.join(UNFINISHED)).at(path)?;
    job.sync(path)?;
    if job.watch.stopped() { Err(PublishError::new(root, ErrorKind::Stopped)) } else { Ok((fates, manifest)) }
}

enum Switch {
    Exchanged,
    /// Where the last site is now.
    PutAside(PathBuf),
    Impossible,
}

fn switch(job: &Job<'_>, stage: &Path) -> Result<Switch, PublishError> {
    let (fs, root) = (job.fs, &job.target.root);
    match fs.exchange(stage, root) {
        Ok(()) => return Ok(Switch::Exchanged),
        Err(e) if cannot_move(&e) => {}
        Err(e) => return Err(e).at(root),
    }
    let aside = job.target.own_folder(Purpose::Aside);
    match fs.rename(root, &aside) {
        Ok(()) => {}
        Err(e) if cannot_move(&e) => return Ok(Switch::Impossible),
        Err(e) => return Err(e).at(root),
    }
    match fs.rename(stage, root) {
        Ok(()) => Ok(Switch::PutAside(aside)),
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

/// The last site goes, or becomes a generation; whether it has.
fn end(job: &Job<'_>, survey: &Survey, new: &Manifest, old: &Path) -> Result<bool, PublishError> {
    let last = Last { fs: job.fs, tree: old, live: &job.target.root, listed: job.old.as_ref(), new: Some(new) };
    if job.old.is_some() && job.options.keep.is_some_and(|keep| keep > 0) {
        return Ok(last.rescue_late()? && generations::keep(job.fs, job.target, old).is_ok());
    }
    job.fs.set_mode(old, PRIVATE_MODE).at(old)?;
    last.remove_surveyed(survey)
}
