//! The default way to publish: the whole next site beside the last one, then one step.
//!
//! A reader sees the last site or the next one, never a mixture. Files that stay are second names of the same file, so
//! their inode and time of change stay; an unfinished stage is marked, and thrown away by whoever finds it.

use super::error::{At, ErrorKind, PublishError, Refusal};
use super::fs::{DIR_MODE, Inode, PRIVATE_MODE, remove_tree};
use super::generations;
use super::job::Job;
use super::manifest::Manifest;
use super::marks::Leftover;
use super::options::Durability;
use super::outcome::{Fate, How};
use super::produce::produce;
use super::retire::Last;
use super::stage::Stage;
use super::survey::Survey;
use super::target::{MANIFEST, Purpose, UNFINISHED};
use std::io;
use std::path::{Path, PathBuf};

pub(super) enum Swap {
    /// The next site is live.
    Done {
        fates: Vec<Fate>,
        how: How,
        /// What could not be removed of the last one.
        leftover: Option<Leftover>,
        /// Where those files of an output that was taken over are kept that gave way.
        replaced: Option<PathBuf>,
    },
    /// Every file was rendered as it stands already: the last site stays, its manifest is renewed.
    Equal(Vec<Fate>),
    /// This file system moves no such folder; nothing has changed.
    Impossible,
}

pub(super) fn publish(job: &Job<'_>, survey: &Survey) -> Result<Swap, PublishError> {
    let fs = job.fs;
    let path = job.target.free(fs, Purpose::Stage, std::process::id().into())?;
    // For its owner alone until it is complete.
    fs.create_dir(&path, PRIVATE_MODE).at(&path)?;
    let made = fs.lstat(&path).at(&path).inspect_err(|_| {
        let _ = fs.remove_dir(&path);
    })?;
    let stage = Made { inode: made.inode, path };
    let done = stage_and_switch(job, survey, &stage);
    if !matches!(done, Ok(Swap::Done { .. })) && fs.lstat(&stage.path).is_ok_and(|stat| stat.inode == stage.inode) {
        // Best effort: what cannot be removed now, the next build removes.
        let _ = remove_tree(fs, &stage.path);
    }
    done
}

/// A folder that this build has made.
struct Made {
    path: PathBuf,
    inode: Inode,
}

fn stage_and_switch(job: &Job<'_>, survey: &Survey, stage: &Made) -> Result<Swap, PublishError> {
    let (fs, root) = (job.fs, &job.target.root);
    let (fates, manifest) = fill(job, survey, &stage.path)?;
    let stands = |fate: &Fate| matches!(fate, Fate::Kept | Fate::Same);
    job.refuse_change()?;
    if job.old.is_some() && job.comparison.dropped.is_empty() && fates.iter().all(stands) {
        manifest.replace(fs, root, job.options.durability)?;
        return Ok(Swap::Equal(fates));
    }
    let Some(inode) = job.root else {
        fs.rename(&stage.path, root).at(root)?;
        return Ok(Swap::Done { fates, how: How::Swapped, leftover: None, replaced: None });
    };
    let replaced = job.set_aside()?;
    let Some(last) = switch(job, stage, inode)? else { return Ok(Swap::Impossible) };
    // From here on the next site is live, whatever happens.
    let how = if last == stage.path { How::Swapped } else { How::PutAside };
    let lasting = match job.options.durability {
        // The last site is the safety net until the swap is on the disk.
        Durability::Synced => fs.sync(&job.target.parent).at(&job.target.parent),
        Durability::Unsynced => Ok(()),
    };
    let gone = lasting.and_then(|()| end(job, survey, &manifest, &last));
    let leftover = Leftover::of(fs, &last, gone);
    Ok(Swap::Done { fates, how, leftover, replaced })
}

fn fill(job: &Job<'_>, survey: &Survey, path: &Path) -> Result<(Vec<Fate>, Manifest), PublishError> {
    let (fs, root) = (job.fs, &job.target.root);
    let stage = Stage::begin(job, survey, path)?;
    let produced = produce(job, &stage)?;
    let (entries, fates): (Vec<_>, Vec<_>) = produced.into_iter().unzip();
    stage.verify(&entries)?;
    let manifest = job.manifest(entries);
    fs.write_new(&path.join(MANIFEST), &manifest.to_bytes()).at(&path.join(MANIFEST))?;
    let mode = if job.root.is_some() { fs.lstat(root).at(root)?.mode } else { DIR_MODE };
    fs.set_mode(path, mode).at(path)?;
    fs.remove_file(&path.join(UNFINISHED)).at(path)?;
    job.sync(path)?;
    if job.watch.stopped() { Err(PublishError::new(root, ErrorKind::Stopped)) } else { Ok((fates, manifest)) }
}

/// Where the last site is now; none: this file system moves no such folder, and nothing has changed. What has changed
/// places was the web root that the build began with, or it changes back.
fn switch(job: &Job<'_>, stage: &Made, inode: Inode) -> Result<Option<PathBuf>, PublishError> {
    let (fs, root, stage_path) = (job.fs, &job.target.root, &stage.path);
    let changed = || PublishError::refused(root, Refusal::Changed);
    let is_another = |path: &Path, inode| fs.lstat(path).is_ok_and(|stat| stat.inode != inode);
    job.refuse_change()?;
    if fs.lstat(stage_path).at(stage_path)?.inode != stage.inode {
        return Err(PublishError::refused(stage_path, Refusal::Changed));
    }
    match fs.exchange(stage_path, root) {
        Ok(()) if is_another(stage_path, inode) => {
            fs.exchange(stage_path, root).at(root)?;
            return Err(changed());
        }
        Ok(()) => return Ok(Some(stage_path.clone())),
        Err(e) if cannot_move(&e) => {}
        Err(e) => return Err(e).at(root),
    }
    // Without a manifest of its own the last site could not be told from a folder of others, were this build to die.
    if job.old.is_none() || job.adopted.is_some() {
        return Ok(None);
    }
    let aside = job.target.free(fs, Purpose::Aside, std::process::id().into())?;
    match fs.rename(root, &aside) {
        Ok(()) if is_another(&aside, inode) => {
            fs.rename(&aside, root).at(root)?;
            return Err(changed());
        }
        Ok(()) => {}
        Err(e) if cannot_move(&e) => return Ok(None),
        Err(e) => return Err(e).at(root),
    }
    match fs.rename(stage_path, root) {
        Ok(()) => Ok(Some(aside)),
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
    if job.root != Some(job.fs.lstat(old).at(old)?.inode) {
        return Err(PublishError::refused(old, Refusal::Changed));
    }
    let last = Last { fs: job.fs, tree: old, live: &job.target.root, listed: job.old.as_ref(), new: Some(new) };
    let is_site = job.old.is_some() && job.adopted.is_none();
    if is_site && job.options.keep.is_some_and(|keep| keep > 0) {
        return Ok(last.rescue_late()? && generations::keep(job.fs, job.target, old).map(|()| true)?);
    }
    job.fs.set_mode(old, PRIVATE_MODE).at(old)?;
    last.remove_surveyed(survey)
}
