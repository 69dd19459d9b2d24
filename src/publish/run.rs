//! A run from the lock to the end: building, rehearsing a build, bringing a former site back.

use super::error::{At, ErrorKind, PublishError, Refusal};
use super::fs::{Fs, lstat_if_there};
use super::generations::{self, Former};
use super::in_place;
use super::job::Job;
use super::lock::Lock;
use super::manifest::Manifest;
use super::marks::stranger;
use super::options::{Mode, Options, Watch};
use super::outcome::{Fate, How, Outcome, RolledBack};
use super::produce::{Sink, produce};
use super::recover::recover;
use super::standing::Standing;
use super::survey::Survey;
use super::swap::{self, Swap};
use super::target::Target;
use crate::bundle::Source;
use crate::os::Disk;
use std::io;
use std::path::{Path, PathBuf};

pub(super) fn publish(
    fs: &dyn Fs,
    source: &dyn Source,
    options: &Options,
    standing: Option<Standing>,
    watch: &dyn Watch,
) -> Result<Outcome, PublishError> {
    let target = Target::resolve(&options.output, &options.protected, &options.sources)?;
    target.make_parents(fs)?;
    let run = || {
        let _lock = Lock::of(fs, &target, options, watch)?;
        let mut left = recover(fs, &target)?;
        let mut outcome = bring_up(Job::open(fs, &target, source, options, standing, watch)?)?;
        left.append(&mut outcome.leftover);
        left.extend(generations::prune(fs, &target, options.keep));
        Ok(Outcome { leftover: left, ..outcome })
    };
    run().map_err(|e| name_owner(fs, &target, e))
}

/// Of an operation that was forbidden: whose the web root, the lock or the stage is, if that is somebody else.
fn name_owner(fs: &dyn Fs, target: &Target, e: PublishError) -> PublishError {
    let below = e.path.strip_prefix(&target.parent).ok().and_then(|path| path.components().next());
    let Some(tree) = below.map(|name| target.parent.join(name)) else { return e };
    match stranger(fs, &tree, &e) {
        Some((ours, theirs)) => PublishError::new(tree, ErrorKind::Owner { ours, theirs }),
        None => e,
    }
}

/// Brings the newest kept site that differs from the live one back, in the one step of any build. The live site is not
/// kept: a build makes it again.
pub(super) fn rollback(fs: &dyn Fs, options: &Options, watch: &dyn Watch) -> Result<RolledBack, PublishError> {
    let target = Target::resolve(&options.output, &options.protected, &options.sources)?;
    if lstat_if_there(fs, &target.parent).at(&target.parent)?.is_none() {
        return Err(PublishError::new(&target.root, ErrorKind::NothingKept));
    }
    bring_back(fs, &target, options, watch).map_err(|e| name_owner(fs, &target, e))
}

fn bring_back(fs: &dyn Fs, target: &Target, options: &Options, watch: &dyn Watch) -> Result<RolledBack, PublishError> {
    let _lock = Lock::of(fs, target, options, watch)?;
    let mut left = recover(fs, target)?;
    let live = Manifest::read(fs, &target.root)?;
    let mut kept = generations::all(fs, target)?;
    let former = loop {
        let Some(tree) = kept.pop() else {
            let is_mount = lstat_if_there(fs, &target.root).at(&target.root)?.is_some_and(|stat| stat.is_mount);
            let why = if is_mount { ErrorKind::Refused(Refusal::NoFormer) } else { ErrorKind::NothingKept };
            return Err(PublishError::new(&target.root, why));
        };
        let former = Former::open(fs, &tree)?;
        if live.as_ref().is_none_or(|live| live.files != former.manifest.files) {
            break former;
        }
        // What a rollback that died after its swap has left.
        generations::remove(fs, &tree)?;
    };
    let Manifest { generator, as_of, key, .. } = former.manifest.clone();
    let options = Options { generator, as_of: as_of.clone(), key, keep: None, ..options.clone() };
    let mut outcome = bring_up(Job::open(fs, target, &former, &options, None, watch)?)?;
    // Best effort: the next rollback sees that it is the live site.
    let _ = generations::remove(fs, &former.tree);
    left.append(&mut outcome.leftover);
    Ok(RolledBack { outcome: Outcome { leftover: left, ..outcome }, as_of, left: kept.len() })
}

/// Publishes; the lock is held, and what dead builds have left is gone.
fn bring_up(mut job: Job<'_>) -> Result<Outcome, PublishError> {
    if job.is_done()? {
        return leave(job);
    }
    let survey = job.survey()?;
    let instead = match job.options.mode {
        Mode::InPlace => How::InPlace,
        Mode::Swap => match unmovable(&job, &survey)? {
            Some(mount) => How::InPlaceInstead(mount),
            None => match swap::publish(&job, &survey)? {
                Swap::Done { fates, how, leftover, replaced } => {
                    job.note_replaced(replaced);
                    return Ok(job.outcome(&fates, how, leftover));
                }
                Swap::Equal(fates) => return Ok(job.outcome(&fates, How::Untouched, None)),
                Swap::Impossible => How::InPlaceInstead(job.target.root.clone()),
            },
        },
    };
    // There is no former site before the first one.
    if job.options.keep.is_some_and(|keep| keep > 0) && job.old.is_some() {
        return Err(PublishError::refused(&job.target.root, Refusal::NoFormer));
    }
    let (fates, replaced) = in_place::publish(&job)?;
    job.note_replaced(replaced);
    Ok(job.outcome(&fates, instead, None))
}

/// Nothing is touched but a manifest that names another day or key.
fn leave(job: Job<'_>) -> Result<Outcome, PublishError> {
    let old = job.old.iter().flat_map(|old| old.files.iter());
    let next = job.manifest(old.map(|(_, entry)| *entry).collect());
    if job.old.as_ref() != Some(&next) || job.adopted.is_some() {
        job.refuse_change()?;
        next.replace(job.fs, &job.target.root, job.options.durability)?;
    }
    let fates = vec![Fate::Kept; job.comparison.planned.len()];
    Ok(job.outcome(&fates, How::Untouched, None))
}

/// Where a mount keeps the folder from being moved, or would have its content taken for ours.
fn unmovable(job: &Job<'_>, survey: &Survey) -> Result<Option<PathBuf>, PublishError> {
    let root = &job.target.root;
    if job.root.is_some() && job.fs.lstat(root).at(root)?.is_mount {
        return Ok(Some(root.clone()));
    }
    Ok(survey.mounts.first().map(|path| root.join(path)))
}

/// Says what a build would change, and writes nothing. Takes no lock: a build that runs meanwhile makes it stale.
///
/// # Errors
/// As [`super::publish`].
pub fn dry_run(source: &dyn Source, options: &Options, watch: &dyn Watch) -> Result<Outcome, PublishError> {
    struct Nowhere<'a>(&'a Path);
    impl Sink for Nowhere<'_> {
        fn keep(&self, _: usize, path: &str) -> io::Result<()> {
            Disk.lstat(&self.0.join(path)).map(|_| ())
        }
        fn write(&self, _: usize, _: &str, _: &[u8]) -> io::Result<()> {
            Ok(())
        }
    }
    let target = Target::resolve(&options.output, &options.protected, &options.sources)?;
    let mut job = Job::open(&Disk, &target, source, options, None, watch)?;
    job.survey()?;
    let made = produce(&job, &Nowhere(&target.root))?;
    let fates: Vec<_> = made.into_iter().map(|(_, fate)| fate).collect();
    Ok(job.outcome(&fates, How::Untouched, None))
}
