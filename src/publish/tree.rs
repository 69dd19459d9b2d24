//! Removing trees that a build no longer needs, without ever removing what is not ours.

use super::error::{At, PublishError};
use super::fs::{DIR_MODE, Fs, Kind, lstat_if_there};
use super::manifest::{Manifest, OWN};
use super::target::{Purpose, Target};
use rayon::prelude::*;
use std::io;
use std::path::{Path, PathBuf};

/// Marks a stage that was never completed: all in it is ours, or a second name of what is in the output.
pub(super) const UNFINISHED: &str = ".tiendo/unfinished";

/// Removes a tree whole.
pub(super) fn remove_tree(fs: &dyn Fs, path: &Path) -> io::Result<()> {
    let entries = match fs.read_dir(path) {
        Err(e) if e.kind() == io::ErrorKind::NotFound => return Ok(()),
        entries => entries?,
    };
    entries.par_iter().try_for_each(|(name, kind)| match kind {
        Kind::Dir => remove_tree(fs, &path.join(name)),
        Kind::File | Kind::Other => fs.remove_file(&path.join(name)),
    })?;
    fs.remove_dir(path)
}

/// Puts right what killed builds have left beside the output. Best effort but for the one thing that matters: where
/// the output itself is missing because a build died between its two renames, it is put back.
pub(super) fn recover(fs: &dyn Fs, target: &Target) -> Result<(), PublishError> {
    if lstat_if_there(fs, &target.root).at(&target.root)?.is_none()
        && let Some(aside) = target.left_behind(fs, Purpose::Aside)?.first()
    {
        fs.rename(aside, &target.root).at(&target.root)?;
    }
    for purpose in [Purpose::Stage, Purpose::Aside] {
        for tree in target.left_behind(fs, purpose)? {
            let _ = retire(fs, &tree, &target.root, Retired::Removed);
        }
    }
    super::generations::clear(fs, target)?;
    super::in_place::clear(fs, &target.root);
    Ok(())
}

/// What becomes of a tree that is not needed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Retired {
    /// It is removed.
    Removed,
    /// It stays as it is, to become a spare.
    Stays,
}

/// Frees the last site after a swap. What others put into it since it was surveyed goes to the live site; what cannot
/// go there stays where it is. Whether nothing in the tree is needed any more (and it is gone, if it is to be).
pub(super) fn retire(fs: &dyn Fs, tree: &Path, live: &Path, end: Retired) -> Result<bool, PublishError> {
    if lstat_if_there(fs, &tree.join(UNFINISHED)).at(tree)?.is_some() {
        // The mark goes last, with the folder that holds it: a second death leaves a tree that is still marked.
        for (name, kind) in fs.read_dir(tree).at(tree)? {
            match kind {
                Kind::Dir if name == OWN => {}
                Kind::Dir => remove_tree(fs, &tree.join(name)).at(tree)?,
                Kind::File | Kind::Other => fs.remove_file(&tree.join(name)).at(tree)?,
            }
        }
        remove_tree(fs, tree).at(tree)?;
        return Ok(true);
    }
    let work = Retire { fs, tree, live, end, listed: Manifest::read(fs, tree)?, new: Manifest::read(fs, live)? };
    if !work.dir(Path::new(""))? {
        return Ok(false);
    }
    if end == Retired::Stays {
        return Ok(true);
    }
    remove_tree(fs, &tree.join(OWN)).at(tree)?;
    fs.remove_dir(tree).at(tree)?;
    Ok(true)
}

struct Retire<'a> {
    fs: &'a dyn Fs,
    tree: &'a Path,
    live: &'a Path,
    end: Retired,
    listed: Option<Manifest>,
    new: Option<Manifest>,
}

impl Retire<'_> {
    /// Empties a folder of the tree; whether nothing had to stay.
    fn dir(&self, relative: &Path) -> Result<bool, PublishError> {
        let full = self.tree.join(relative);
        let top = relative.as_os_str().is_empty();
        let entries = self.fs.read_dir(&full).at(&full)?;
        let one = |(name, kind): &(std::ffi::OsString, Kind)| -> Result<bool, PublishError> {
            let path = relative.join(name);
            match kind {
                Kind::Dir if top && name == OWN => Ok(true),
                Kind::Dir => self.dir(&path),
                Kind::File | Kind::Other => self.file(&path),
            }
        };
        let empty = entries.par_iter().map(one).try_reduce(|| true, |a, b| Ok(a && b))?;
        if empty && !top && self.end == Retired::Removed {
            self.fs.remove_dir(&full).at(&full)?;
        }
        Ok(empty)
    }

    fn file(&self, path: &Path) -> Result<bool, PublishError> {
        let full = self.tree.join(path);
        if !lists(self.listed.as_ref(), path) {
            let live = self.live.join(path);
            let there = lstat_if_there(self.fs, &live).at(&live)?;
            let same = there.is_some_and(|there| self.fs.lstat(&full).is_ok_and(|here| here.inode == there.inode));
            if !same {
                return self.rescue(path, there.is_some_and(|there| there.kind == Kind::Dir));
            }
        }
        match self.end {
            Retired::Removed => self.fs.remove_file(&full).at(&full)?,
            Retired::Stays => {}
        }
        Ok(true)
    }

    /// A foreign file that came after the survey moves into the live site, unless a page has its place.
    fn rescue(&self, path: &Path, folder_there: bool) -> Result<bool, PublishError> {
        if folder_there || lists(self.new.as_ref(), path) {
            return Ok(false);
        }
        let live = self.live.join(path);
        let missing: Vec<PathBuf> =
            live.ancestors().skip(1).take_while(|dir| self.fs.lstat(dir).is_err()).map(Path::to_owned).collect();
        for dir in missing.iter().rev() {
            match self.fs.create_dir(dir, DIR_MODE) {
                Err(e) if e.kind() != io::ErrorKind::AlreadyExists => return Err(e).at(dir),
                Ok(()) | Err(_) => {}
            }
        }
        self.fs.rename(&self.tree.join(path), &live).at(&live)?;
        Ok(true)
    }
}

fn lists(manifest: Option<&Manifest>, path: &Path) -> bool {
    manifest.is_some_and(|m| path.to_str().is_some_and(|path| m.files.contains_key(path)))
}
