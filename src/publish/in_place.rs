//! Publishing into a web root that must keep its inode, or cannot be moved: file by file.
//!
//! All new files are complete inside the output before the first page changes, so that an error of the theme or a full
//! disk still leaves the last site whole. Then assets, pages, deletions, each by one rename. A build that dies in that
//! short last part leaves a manifest that says which files it was replacing, and the next build replaces them.

use super::error::{At, ErrorKind, PublishError, Refusal};
use super::fs::{DIR_MODE, Fs, Inode, Kind, lstat_if_there};
use super::job::Job;
use super::manifest::{Entry, Manifest};
use super::outcome::Fate;
use super::produce::{Sink, produce};
use super::target::{INNER_STAGE, OWN};
use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::io;
use std::path::{Path, PathBuf};

/// What became of each file, and where those are kept that gave way.
pub(super) fn publish(job: &Job<'_>) -> Result<(Vec<Fate>, Option<PathBuf>), PublishError> {
    let (fs, root) = (job.fs, &job.target.root);
    if job.root.is_none() {
        fs.create_dir(root, DIR_MODE).at(root)?;
    }
    let inode = job.root.map_or_else(|| fs.lstat(root).at(root).map(|stat| stat.inode), Ok)?;
    make_dir(fs, &root.join(OWN))?;
    let stage = root.join(INNER_STAGE);
    let prepared = prepare(job, &stage).inspect_err(|_| {
        // Best effort: the next build removes what cannot be removed now.
        clear(fs, root);
        if job.old.is_none() {
            let _ = fs.remove_dir(&root.join(OWN));
        }
        if job.root.is_none() {
            let _ = fs.remove_dir(root);
        }
    });
    replace(job, &stage, inode, prepared?)
}

/// Removes what an in-place build left waiting: files with a number for a name.
pub(super) fn clear(fs: &dyn Fs, root: &Path) {
    let stage = root.join(INNER_STAGE);
    let Ok(entries) = fs.read_dir(&stage) else { return };
    let is_ours = |name: &OsStr| name.as_encoded_bytes().iter().all(u8::is_ascii_digit);
    for (name, _) in entries.iter().filter(|(name, kind)| *kind == Kind::File && is_ours(name)) {
        let _ = fs.remove_file(&stage.join(name));
    }
    let _ = fs.remove_dir(&stage);
}

fn prepare(job: &Job<'_>, stage: &Path) -> Result<Vec<(Entry, Fate)>, PublishError> {
    let (fs, root) = (job.fs, &job.target.root);
    match fs.create_dir(stage, DIR_MODE) {
        Err(e) if e.kind() == io::ErrorKind::AlreadyExists => {
            return Err(PublishError::refused(stage, Refusal::NotOurs));
        }
        made => made.at(stage)?,
    }
    let sink = Waiting { fs, root, stage };
    let made = produce(job, &sink)?;
    for (n, (entry, fate)) in made.iter().enumerate() {
        match fate {
            Fate::Kept | Fate::Same => {}
            Fate::Written(_) => {
                let waiting = stage.join(n.to_string());
                if fs.lstat(&waiting).at(&waiting)?.size != entry.size {
                    return Err(PublishError::new(waiting, ErrorKind::Incomplete));
                }
            }
        }
    }
    job.sync(stage)?;
    if job.watch.stopped() { Err(PublishError::new(root, ErrorKind::Stopped)) } else { Ok(made) }
}

struct Waiting<'a> {
    fs: &'a dyn Fs,
    root: &'a Path,
    stage: &'a Path,
}

impl Sink for Waiting<'_> {
    fn keep(&self, _: usize, path: &str) -> io::Result<()> {
        self.fs.lstat(&self.root.join(path)).map(|_| ())
    }

    fn write(&self, n: usize, _: &str, bytes: &[u8]) -> io::Result<()> {
        self.fs.write_new(&self.stage.join(n.to_string()), bytes)
    }
}

/// The short part in which the live site changes. No signal stops it.
fn replace(
    job: &Job<'_>,
    stage: &Path,
    inode: Inode,
    made: Vec<(Entry, Fate)>,
) -> Result<(Vec<Fate>, Option<PathBuf>), PublishError> {
    let (fs, root, durability) = (job.fs, &job.target.root, job.options.durability);
    job.target.refuse_change(fs, Some(inode))?;
    let aside = job.set_aside()?;
    let planned = &job.comparison.planned;
    let is_new = |n: usize| matches!(made[n].1, Fate::Written(_));
    between(job, &made).replace(fs, root, durability)?;
    let (pages, assets): (Vec<usize>, Vec<usize>) =
        (0..planned.len()).filter(|n| is_new(*n)).partition(|n| is_page(planned[*n]));
    let mut dirs = BTreeSet::new();
    for n in assets.into_iter().chain(pages) {
        let path = Path::new(planned[n]);
        for dir in path.ancestors().skip(1).collect::<Vec<_>>().into_iter().rev() {
            if dirs.insert(dir) {
                make_dir(fs, &root.join(dir))?;
            }
        }
        fs.rename(&stage.join(n.to_string()), &root.join(path)).at(&root.join(path))?;
    }
    for path in &job.comparison.dropped {
        delete(fs, root, path)?;
    }
    let (entries, fates): (Vec<_>, Vec<_>) = made.into_iter().unzip();
    fs.remove_dir(stage).at(stage)?;
    // The manifest must not be on the disk before what it tells of.
    job.sync(root)?;
    job.manifest(entries).replace(fs, root, durability)?;
    Ok((fates, aside))
}

/// Lists all that is or will be ours, so that nothing of it is taken for foreign should this build die.
fn between(job: &Job<'_>, made: &[(Entry, Fate)]) -> Manifest {
    let entries = made.iter().map(|(entry, fate)| match fate {
        Fate::Kept | Fate::Same => *entry,
        Fate::Written(_) => Entry::in_flux(),
    });
    let next = job.comparison.planned.iter().copied().zip(entries);
    let dropped = job.comparison.dropped.iter().map(|path| (path.as_str(), Entry::in_flux()));
    let mut manifest = job.manifest(Vec::new());
    manifest.key = None;
    manifest.files = next.chain(dropped).map(|(path, entry)| (Box::from(path), entry)).collect();
    manifest
}

fn delete(fs: &dyn Fs, root: &Path, path: &str) -> Result<(), PublishError> {
    let full = root.join(path);
    match lstat_if_there(fs, &full).at(&full)? {
        Some(stat) if stat.kind != Kind::Dir => fs.remove_file(&full).at(&full)?,
        Some(_) | None => return Ok(()),
    }
    for dir in Path::new(path).ancestors().skip(1).filter(|dir| !dir.as_os_str().is_empty()) {
        // A folder that still holds something refuses, and is to stay.
        if fs.remove_dir(&root.join(dir)).is_err() {
            break;
        }
    }
    Ok(())
}

fn make_dir(fs: &dyn Fs, dir: &Path) -> Result<(), PublishError> {
    match lstat_if_there(fs, dir).at(dir)? {
        Some(_) => Ok(()),
        None => fs.create_dir(dir, DIR_MODE).at(dir),
    }
}

fn is_page(path: &str) -> bool {
    Path::new(path).extension().is_some_and(|ext| ext.eq_ignore_ascii_case("html"))
}
