//! The last site, kept beside the output to become the next stage.
//!
//! On a disk most of a small build's time goes into making and removing folders that did not change: a site of ten
//! thousand pages has as many folders. A spare has them already, and nearly all of its files are second names of those
//! in the output; what differs is put right. Nobody but its owner can look into it.

use super::error::{At, PublishError};
use super::fs::{Fs, Kind, lstat_if_there};
use super::manifest::OWN;
use super::target::{Purpose, Target};
use super::tree::{UNFINISHED, remove_tree};
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::io;
use std::path::{Path, PathBuf};

/// Mode of what stands beside the output: it may lie in another site's web root.
pub(super) const PRIVATE_MODE: u32 = 0o700;

/// What a stage that was a spare has already.
#[derive(Debug, Default)]
pub(super) struct There {
    /// Files at paths where the next site has one; perhaps not the same.
    pub files: BTreeSet<PathBuf>,
    /// Folders that the next site has.
    pub dirs: BTreeSet<PathBuf>,
}

/// What of a tree the next site wants.
pub(super) trait Wanted: Sync {
    /// Whether it has a file there.
    fn file(&self, path: &Path) -> bool;
    /// Whether it has a folder there.
    fn dir(&self, path: &Path) -> bool;
}

/// Makes the spare the stage, and removes from it what the next site does not have. None: there was no usable spare,
/// and there is no stage.
pub(super) fn take(
    fs: &dyn Fs,
    target: &Target,
    stage: &Path,
    wanted: &dyn Wanted,
) -> Result<Option<There>, PublishError> {
    let Some(spare) = target.left_behind(fs, Purpose::Spare)?.into_iter().next() else { return Ok(None) };
    let ready = || -> Result<There, PublishError> {
        // The mark first: should this build die, the next one must not take the stage for a site.
        match fs.write_new(&spare.join(UNFINISHED), b"") {
            Err(e) if e.kind() != io::ErrorKind::AlreadyExists => return Err(e).at(&spare),
            Ok(()) | Err(_) => {}
        }
        fs.rename(&spare, stage).at(&spare)?;
        for (name, kind) in fs.read_dir(&stage.join(OWN)).at(stage)? {
            if kind != Kind::Dir && !Path::new(UNFINISHED).ends_with(&name) {
                fs.remove_file(&stage.join(OWN).join(name)).at(stage)?;
            }
        }
        clear(fs, stage, Path::new(""), wanted)
    };
    if let Ok(there) = ready() {
        return Ok(Some(there));
    }
    // A spare is a convenience: without it the stage is built from nothing.
    remove_tree(fs, &spare).at(&spare)?;
    remove_tree(fs, stage).at(stage)?;
    Ok(None)
}

/// Removes what is not wanted below a folder.
fn clear(fs: &dyn Fs, stage: &Path, relative: &Path, wanted: &dyn Wanted) -> Result<There, PublishError> {
    let full = stage.join(relative);
    let top = relative.as_os_str().is_empty();
    let one = |(name, kind): &(std::ffi::OsString, Kind)| -> Result<There, PublishError> {
        let (path, full) = (relative.join(name), full.join(name));
        let mut there = There::default();
        match kind {
            Kind::Dir if top && name == OWN => {}
            Kind::Dir if wanted.dir(&path) => {
                there = clear(fs, stage, &path, wanted)?;
                there.dirs.insert(path);
            }
            Kind::Dir => remove_tree(fs, &full).at(&full)?,
            Kind::File | Kind::Other if wanted.file(&path) => {
                there.files.insert(path);
            }
            Kind::File | Kind::Other => fs.remove_file(&full).at(&full)?,
        }
        Ok(there)
    };
    let add = |mut a: There, mut b: There| {
        // The larger one grows, or a folder of ten thousand would be copied again and again.
        if a.files.len() + a.dirs.len() < b.files.len() + b.dirs.len() {
            std::mem::swap(&mut a, &mut b);
        }
        a.files.extend(b.files);
        a.dirs.extend(b.dirs);
        Ok(a)
    };
    fs.read_dir(&full).at(&full)?.par_iter().map(one).try_reduce(There::default, add)
}

/// Keeps a tree of which nothing is needed any more as the spare.
pub(super) fn keep(fs: &dyn Fs, target: &Target, tree: &Path) -> Result<(), PublishError> {
    fs.set_mode(tree, PRIVATE_MODE).at(tree)?;
    fs.rename(tree, &target.beside(Purpose::Spare)).at(tree)
}

/// Whether two paths are names of one file.
pub(super) fn same_file(fs: &dyn Fs, a: &Path, b: &Path) -> io::Result<bool> {
    let (a, b) = (fs.lstat(a)?, lstat_if_there(fs, b)?);
    Ok(b.is_some_and(|b| a.inode == b.inode))
}

/// Removes what spares there are.
pub(super) fn discard(fs: &dyn Fs, target: &Target, but: usize) -> Result<(), PublishError> {
    for spare in target.left_behind(fs, Purpose::Spare)?.into_iter().skip(but) {
        // Best effort: it harms nobody, and the next build tries again.
        let _ = remove_tree(fs, &spare);
    }
    Ok(())
}
