//! Removing trees that a build no longer needs, without ever removing what is not ours.

use super::error::{At, PublishError};
use super::fs::{DIR_MODE, Fs, Kind, lstat_if_there};
use super::manifest::{Manifest, OWN};
use super::survey::{Folder, Survey};
use super::target::{Purpose, Target};
use rayon::prelude::*;
use std::ffi::{OsStr, OsString};
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
            let _ = retire(fs, &tree, &target.root);
        }
    }
    super::generations::clear(fs, target)?;
    super::in_place::clear(fs, &target.root);
    Ok(())
}

/// Removes a former site, or a stage that a killed build has left. What is not ours goes to the live site first; what
/// cannot go there stays where it is. Whether nothing of the tree is left.
fn retire(fs: &dyn Fs, tree: &Path, live: &Path) -> Result<bool, PublishError> {
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
    let (listed, new) = (Manifest::read(fs, tree)?, Manifest::read(fs, live)?);
    Last { fs, tree, live, listed: listed.as_ref(), new: new.as_ref() }.remove_rest()
}

/// The last site, when the next one is live. What others have put into it since it was surveyed goes to the live site;
/// what cannot go there stays where it is.
pub(super) struct Last<'a> {
    pub fs: &'a dyn Fs,
    pub tree: &'a Path,
    pub live: &'a Path,
    /// The manifest of the last site.
    pub listed: Option<&'a Manifest>,
    /// The manifest of the next site.
    pub new: Option<&'a Manifest>,
}

/// What becomes of a tree that is not needed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum End {
    /// It is removed.
    Removed,
    /// It stays as it is, to become a spare or a generation.
    Stays,
}

impl Last<'_> {
    /// Removes the last site; whether nothing is left of it.
    pub fn remove(&self, survey: &Survey) -> Result<bool, PublishError> {
        // Most of it without reading a folder again, the deepest first. A folder that something has come to meanwhile
        // refuses to go; that, and whatever else goes wrong, is met again below.
        let tree = self.fs.open_top(self.tree);
        for level in survey.folders.iter().rev() {
            level.par_iter().for_each(|folder| {
                if survey.is_as_it_was(self.fs, &tree, folder) {
                    self.sweep(folder);
                }
            });
        }
        drop(tree);
        self.remove_rest()
    }

    fn sweep(&self, folder: &Folder) {
        let listed = self.listed.map_or(&[][..], |listed| listed.files.as_slice());
        let gone = folder.ours.iter().all(|n| self.fs.remove_file(&self.tree.join(&*listed[*n].0)).is_ok());
        if gone {
            let _ = self.fs.remove_dir(&self.tree.join(&folder.path));
        }
    }

    /// Removes it, looking at everything in it.
    fn remove_rest(&self) -> Result<bool, PublishError> {
        if !self.dir(Path::new(""), End::Removed)? {
            return Ok(false);
        }
        remove_tree(self.fs, &self.tree.join(OWN)).at(self.tree)?;
        self.fs.remove_dir(self.tree).at(self.tree)?;
        Ok(true)
    }

    /// Leaves the last site as it is but for what has come late; whether nothing in it is needed any more.
    pub fn rescue_late(&self, survey: &Survey) -> Result<bool, PublishError> {
        let tree = self.fs.open_top(self.tree);
        let all = survey.folders.par_iter().flatten();
        let changed: Vec<_> = all.filter(|folder| !survey.is_as_it_was(self.fs, &tree, folder)).collect();
        let known: foldhash::HashSet<&OsStr> = survey.folders.iter().flatten().map(|f| f.path.as_os_str()).collect();
        let is_known = |path: &Path| known.contains(path.as_os_str());
        let look = |folder: &&Folder| self.entries(&folder.path, End::Stays, &is_known);
        changed.par_iter().map(look).try_reduce(|| true, |a, b| Ok(a && b))
    }

    /// Goes through a folder and those in it; whether nothing had to stay.
    fn dir(&self, relative: &Path, end: End) -> Result<bool, PublishError> {
        let empty = self.entries(relative, end, &|_| false)?;
        if empty && end == End::Removed && !relative.as_os_str().is_empty() {
            let full = self.tree.join(relative);
            self.fs.remove_dir(&full).at(&full)?;
        }
        Ok(empty)
    }

    fn entries(
        &self,
        relative: &Path,
        end: End,
        passed_over: &(dyn Fn(&Path) -> bool + Sync),
    ) -> Result<bool, PublishError> {
        let full = self.tree.join(relative);
        let top = relative.as_os_str().is_empty();
        let entries = match self.fs.read_dir(&full) {
            // Its owner has removed it meanwhile.
            Err(e) if e.kind() == io::ErrorKind::NotFound => return Ok(true),
            entries => entries.at(&full)?,
        };
        let one = |(name, kind): &(OsString, Kind)| -> Result<bool, PublishError> {
            let path = relative.join(name);
            match kind {
                Kind::Dir if top && name == OWN || passed_over(&path) => Ok(true),
                Kind::Dir => self.dir(&path, end),
                Kind::File | Kind::Other => self.file(&path, end),
            }
        };
        entries.par_iter().map(one).try_reduce(|| true, |a, b| Ok(a && b))
    }

    fn file(&self, path: &Path, end: End) -> Result<bool, PublishError> {
        let full = self.tree.join(path);
        if !lists(self.listed, path) {
            let live = self.live.join(path);
            let there = lstat_if_there(self.fs, &live).at(&live)?;
            let same = there.is_some_and(|there| self.fs.lstat(&full).is_ok_and(|here| here.inode == there.inode));
            if !same {
                return self.rescue(path, there.is_some_and(|there| there.kind == Kind::Dir));
            }
        }
        match end {
            End::Removed => self.fs.remove_file(&full).at(&full)?,
            End::Stays => {}
        }
        Ok(true)
    }
    /// A foreign file that came after the survey moves into the live site, unless a page has its place.
    fn rescue(&self, path: &Path, folder_there: bool) -> Result<bool, PublishError> {
        if folder_there || lists(self.new, path) {
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
    manifest.is_some_and(|m| path.to_str().is_some_and(|path| m.files.get(path).is_some()))
}
