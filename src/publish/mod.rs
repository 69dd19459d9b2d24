//! From planned pages to the public web root, which holds the last site or the next one and never a mixture.
//!
//! ```text
//! plan ─► compare with the manifest ─► render what changed into a stage ─► verify ─► swap ─► retire the last site
//! ```
//! Deals with the output folder and what stands beside it, through [`fs`] alone. Refuses: knowing what a page is about,
//! the clock (but to wait for a lock), writing anything that differs between two runs on the same inputs.

mod beside;
mod compare;
mod disk;
mod error;
mod files;
mod folders;
mod fs;
mod generations;
mod in_place;
mod links;
mod lock;
mod manifest;
mod moment;
mod options;
mod outcome;
mod produce;
mod spare;
mod survey;
mod swap;
mod target;
mod tree;
mod verify;
mod walk;

#[cfg(test)]
mod tests;

pub use crate::bundle::{Coding, Compressed};
pub use compare::Why;
pub use error::{ErrorKind, PublishError, Refusal};
pub use files::Files;
pub use links::Dead;
pub use manifest::{Entry, Manifest};
pub use options::{Durability, Links, Mode, Options, Spare, Unknown, Unwatched, Watch};
pub use outcome::{How, Outcome, RolledBack};
pub use produce::rehearse;
pub use verify::{Verification, verify};

use crate::bundle::Source;
use compare::Comparison;
use disk::Disk;
use error::At;
use folders::{Folders, Record};
use fs::{Fs, lstat_if_there};
use manifest::OWN;
use moment::Moment;
use produce::{Fate, Sink, produce};
use std::io;
use std::path::{Path, PathBuf};
use survey::Survey;
use target::Target;

/// The paths that the manifest of an output lists; none where there is no manifest.
///
/// # Errors
/// The manifest cannot be read.
pub fn published(root: &Path) -> Result<Option<Vec<String>>, PublishError> {
    Ok(Manifest::read(&Disk, root)?.map(|manifest| manifest.files.paths().map(str::to_owned).collect()))
}

/// Publishes a site.
///
/// # Errors
/// Whatever the machine refuses, a folder that is no place for a site, another build, faults of the theme. After each
/// of them the last site stands whole (but see `in_place` for a machine that fails while files are being replaced).
pub fn publish(source: &dyn Source, options: &Options, watch: &dyn Watch) -> Result<Outcome, PublishError> {
    publish_onto(source, options, None, watch)
}

/// The same where the output was read before: that is believed where its manifest still is the same to the byte.
///
/// # Errors
/// As [`publish`].
pub fn publish_onto(
    source: &dyn Source,
    options: &Options,
    standing: Option<Standing>,
    watch: &dyn Watch,
) -> Result<Outcome, PublishError> {
    publish_on(&Disk, source, options, standing, watch)
}

/// What is being published: the settled questions.
struct Job<'a> {
    fs: &'a dyn Fs,
    source: &'a dyn Source,
    options: &'a Options,
    watch: &'a dyn Watch,
    target: &'a Target,
    old: Option<Manifest>,
    comparison: Comparison<'a>,
    /// A moment at which this build had its lock and had looked at no folder; none where that cannot be known.
    began: Option<Moment>,
    folders: Folders<'a>,
}

impl Job<'_> {
    /// The manifest of the next site; `entries` in the order of the plan.
    fn manifest(&self, entries: Vec<Entry>) -> Manifest {
        let mut manifest = Manifest::new(&self.options.generator, &self.options.as_of, self.options.key.clone());
        let paths = self.comparison.planned.iter().map(|path| Box::from(*path));
        manifest.files = paths.zip(entries).collect();
        manifest
    }

    /// Looks at what stands in the output, and refuses to overwrite any of it that is not ours.
    fn survey(&mut self, exists: bool) -> Result<Survey, PublishError> {
        let root = &self.target.root;
        if !exists {
            return Ok(Survey::default());
        }
        let survey = Survey::of(self.fs, root, self.old.as_ref(), self.began, &self.folders)?;
        if let Some(old) = &self.old {
            self.comparison.note_damage(&old.files, &survey);
        }
        survey.refuse_conflicts(root, &self.comparison.planned)?;
        Ok(survey)
    }

    fn outcome(self, fates: &[Fate], how: How, leftover: Option<PathBuf>) -> Outcome {
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

fn publish_on(
    fs: &dyn Fs,
    source: &dyn Source,
    options: &Options,
    standing: Option<Standing>,
    watch: &dyn Watch,
) -> Result<Outcome, PublishError> {
    let target = Target::resolve(&options.output, &options.protected, &options.sources)?;
    target.make_parents(fs)?;
    let _lock = take_lock(fs, &target, options, watch)?;
    tree::recover(fs, &target)?;
    spare::discard(fs, &target, usize::from(options.spare == Spare::Keep && options.mode == Mode::Swap))?;
    let outcome = publish_locked(fs, &target, source, options, standing, watch)?;
    generations::prune(fs, &target, options);
    Ok(outcome)
}

/// Brings the newest kept site back.
///
/// # Errors
/// As [`publish`]; besides, that nothing is kept, or that what is kept is not whole.
pub fn rollback(options: &Options, watch: &dyn Watch) -> Result<RolledBack, PublishError> {
    rollback_on(&Disk, options, watch)
}

fn rollback_on(fs: &dyn Fs, options: &Options, watch: &dyn Watch) -> Result<RolledBack, PublishError> {
    let target = Target::resolve(&options.output, &options.protected, &options.sources)?;
    if lstat_if_there(fs, &target.parent).at(&target.parent)?.is_none() {
        return Err(PublishError::new(&target.root, ErrorKind::NothingKept));
    }
    let _lock = take_lock(fs, &target, options, watch)?;
    tree::recover(fs, &target)?;
    generations::rollback(fs, &target, options, watch)
}

/// Publishes; the lock is held, and what dead builds have left is gone.
fn publish_locked(
    fs: &dyn Fs,
    target: &Target,
    source: &dyn Source,
    options: &Options,
    standing: Option<Standing>,
    watch: &dyn Watch,
) -> Result<Outcome, PublishError> {
    let (exists, old) = accept(fs, target, options, standing)?;
    let began = Moment::of(fs, &target.lock());
    // Where former sites are kept, the spare is one of them, of whose folders nothing is left to be known.
    let recalls = options.spare == Spare::Keep && options.keep.is_none_or(|keep| keep == 0);
    let record = if recalls { Record::read(fs, target) } else { Record::default() };
    let (comparison, folders) =
        rayon::join(|| Comparison::new(source, old.as_ref(), &options.generator), || Folders::of(&record, began));
    refuse_bad_paths(target, &comparison.planned)?;
    let mut job = Job { fs, source, options, watch, target, old, comparison, began, folders };
    if let Some(old) = &job.old
        && job.comparison.is_clean()
        && compare::all_stand(fs, &target.root, &old.files)?
    {
        return leave(job);
    }
    let survey = job.survey(exists)?;
    let instead = match options.mode {
        Mode::InPlace => How::InPlace,
        Mode::Swap => match unmovable(fs, target, exists, &survey)? {
            Some(mount) => How::InPlaceInstead(mount),
            None => match swap::publish(&job, exists, &survey)? {
                swap::Swap::Done { fates, aside, leftover } => {
                    let how = if aside { How::PutAside } else { How::Swapped };
                    return Ok(job.outcome(&fates, how, leftover));
                }
                swap::Swap::Equal(fates) => return Ok(job.outcome(&fates, How::Untouched, None)),
                swap::Swap::Impossible => How::InPlaceInstead(target.root.clone()),
            },
        },
    };
    let fates = in_place::publish(&job, exists)?;
    Ok(job.outcome(&fates, instead, None))
}

/// Says what a build would change, and writes nothing. Takes no lock: a build that runs meanwhile makes it stale.
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
    let (exists, old) = accept(&Disk, &target, options, None)?;
    let comparison = Comparison::new(source, old.as_ref(), &options.generator);
    refuse_bad_paths(&target, &comparison.planned)?;
    let (began, folders) = (None, Folders::default());
    let mut job = Job { fs: &Disk, source, options, watch, target: &target, old, comparison, began, folders };
    job.survey(exists)?;
    let made = produce(&job, &Nowhere(&target.root))?;
    let fates: Vec<_> = made.into_iter().map(|(_, fate)| fate).collect();
    Ok(job.outcome(&fates, How::Untouched, None))
}

/// An output as its manifest tells of it, read without the lock: enough to know that there is nothing to do.
pub struct Standing {
    root: PathBuf,
    manifest: Manifest,
    /// Of the manifest as it stands in its file.
    hash: blake3::Hash,
}

impl Standing {
    /// What stands at `output`; none where there is no output, or none that can be read.
    pub fn at(output: &Path) -> Option<Self> {
        let root = output.canonicalize().ok()?;
        let text = Manifest::text(&Disk, &root).ok()??;
        let manifest = Manifest::of(&text, &root).ok()?;
        Some(Self { root, manifest, hash: blake3::hash(&text) })
    }

    /// Whether it was made by `generator` from the inputs that hash to `key`, and has all its files, and how many: then
    /// there is nothing to build.
    pub fn is_made_from(&self, generator: &str, key: &str) -> Option<usize> {
        let Self { root, manifest, .. } = self;
        let same = manifest.generator == generator && manifest.key.as_deref() == Some(key);
        (same && compare::all_stand(&Disk, root, &manifest.files).unwrap_or(false)).then_some(manifest.files.len())
    }
}

/// Beside the output; inside it where that is forbidden and the output is there: a web root that is all we may write.
fn take_lock<'a>(
    fs: &'a dyn Fs,
    target: &Target,
    options: &Options,
    watch: &dyn Watch,
) -> Result<lock::Lock<'a>, PublishError> {
    let take = |path: &Path| lock::Lock::take(fs, path, &options.holder, options.wait, watch);
    match (take(&target.lock()), options.mode) {
        (Err(PublishError { kind: ErrorKind::Io(e), path }), Mode::InPlace)
            if matches!(e.kind(), io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem) =>
        {
            let own = target.root.join(OWN);
            if lstat_if_there(fs, &own).at(&own)?.is_none() && fs.create_dir(&own, fs::DIR_MODE).is_err() {
                return Err(e).at(&path);
            }
            take(&own.join("lock"))
        }
        (taken, _) => taken,
    }
}

/// Whether the output is there, and its manifest; refuses a folder that is not ours.
fn accept(
    fs: &dyn Fs,
    target: &Target,
    options: &Options,
    standing: Option<Standing>,
) -> Result<(bool, Option<Manifest>), PublishError> {
    if !target.exists(fs)? {
        return Ok((false, None));
    }
    let text = Manifest::text(fs, &target.root)?;
    let is_of = |known: &Standing| text.as_deref().is_some_and(|text| blake3::hash(text) == known.hash);
    let known = standing.filter(|known| known.root == target.root && is_of(known));
    let old = match (known, text) {
        (Some(known), _) => Some(known.manifest),
        (None, Some(text)) => Some(Manifest::of(&text, &target.root)?),
        (None, None) => None,
    };
    if old.is_none() && options.unknown == Unknown::Refuse {
        target.refuse_foreign(fs)?;
    }
    Ok((true, old))
}

fn refuse_bad_paths(target: &Target, planned: &[&str]) -> Result<(), PublishError> {
    match planned.iter().find(|path| !manifest::is_safe(path)) {
        Some(bad) => Err(PublishError::new(target.root.join(bad), ErrorKind::BadPath)),
        None => Ok(()),
    }
}

/// All files stand: nothing is touched but a manifest that names another day or key.
fn leave(job: Job<'_>) -> Result<Outcome, PublishError> {
    let old = job.old.iter().flat_map(|old| old.files.iter());
    let next = job.manifest(old.map(|(_, entry)| *entry).collect());
    if job.old.as_ref() != Some(&next) {
        in_place::write_manifest(job.fs, &job.target.root, &next)?;
    }
    let fates = vec![Fate::Kept; job.comparison.planned.len()];
    Ok(job.outcome(&fates, How::Untouched, None))
}

/// Where a mount keeps the folder from being moved, or would have its content taken for ours.
fn unmovable(fs: &dyn Fs, target: &Target, exists: bool, survey: &Survey) -> Result<Option<PathBuf>, PublishError> {
    if exists && fs.is_mount(&target.root).at(&target.root)? {
        return Ok(Some(target.root.clone()));
    }
    Ok(survey.mounts.first().map(|path| target.root.join(path)))
}
