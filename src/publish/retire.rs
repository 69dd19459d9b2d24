//! Removing a former site without ever removing what is not ours.
//!
//! What others have put into it since it was surveyed goes to the live site; what cannot go there stays where it is.

use super::error::{At, PublishError};
use super::fs::{DIR_MODE, Fs, Kind, inside, lstat_if_there, remove_tree};
use super::manifest::Manifest;
use super::survey::{Folder, Survey};
use super::target::OWN;
use rayon::prelude::*;
use std::ffi::OsString;
use std::io;
use std::path::{Path, PathBuf};

/// The last site, once the next one is live.
pub(super) struct Last<'a> {
    pub fs: &'a dyn Fs,
    pub tree: &'a Path,
    pub live: &'a Path,
    /// The manifest of the last site.
    pub listed: Option<&'a Manifest>,
    /// The manifest of the next site.
    pub new: Option<&'a Manifest>,
}

/// What becomes of the last site.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum End {
    Removed,
    /// It stays as it is, to become a generation.
    Stays,
}

impl Last<'_> {
    /// Removes what the survey found, without reading a folder again, and then the rest; whether nothing is left.
    pub fn remove_surveyed(&self, survey: &Survey) -> Result<bool, PublishError> {
        // The deepest first. A folder that something has come to meanwhile refuses to go; that, and whatever else goes
        // wrong here, is met again below.
        for level in survey.folders.iter().rev() {
            level.par_iter().for_each(|folder| self.sweep(folder));
        }
        self.remove()
    }

    fn sweep(&self, folder: &Folder) {
        let full = self.tree.join(&folder.path);
        // Not through a link that has taken the folder's place.
        if !self.fs.lstat(&full).is_ok_and(|stat| stat.inode == folder.inode) {
            return;
        }
        let listed = self.listed.map_or(&[][..], |listed| listed.files.as_slice());
        if folder.ours.iter().all(|n| self.fs.remove_file(&self.tree.join(&*listed[*n].0)).is_ok()) {
            let _ = self.fs.remove_dir(&full);
        }
    }

    /// Removes the last site, looking at everything in it; whether nothing is left.
    pub fn remove(&self) -> Result<bool, PublishError> {
        if !self.dir(Path::new(""), End::Removed)? {
            return Ok(false);
        }
        remove_tree(self.fs, &self.tree.join(OWN)).at(self.tree)?;
        self.fs.remove_dir(self.tree).at(self.tree)?;
        Ok(true)
    }

    /// Leaves the last site as it is but for what has come late; whether nothing in it is needed any more.
    pub fn rescue_late(&self) -> Result<bool, PublishError> {
        self.dir(Path::new(""), End::Stays)
    }

    /// Goes through a folder and those in it; whether nothing had to stay.
    fn dir(&self, relative: &Path, end: End) -> Result<bool, PublishError> {
        let full = self.tree.join(relative);
        let top = relative.as_os_str().is_empty();
        let entries = match self.fs.read_dir(&full) {
            // Its owner has removed it meanwhile.
            Err(e) if e.kind() == io::ErrorKind::NotFound => return Ok(true),
            entries => entries.at(&full)?,
        };
        let one = |(name, kind): &(OsString, Kind)| -> Result<bool, PublishError> {
            let path = inside(relative, name);
            match kind {
                Kind::Dir if top && name == OWN => Ok(true),
                Kind::Dir => self.dir(&path, end),
                Kind::File | Kind::Other => self.file(&path, end),
            }
        };
        let empty = entries.par_iter().map(one).try_reduce(|| true, |a, b| Ok(a && b))?;
        if empty && end == End::Removed && !top {
            self.fs.remove_dir(&full).at(&full)?;
        }
        Ok(empty)
    }

    fn file(&self, path: &Path, end: End) -> Result<bool, PublishError> {
        let full = self.tree.join(path);
        if !lists(self.listed, path) {
            let live = self.live.join(path);
            let there = lstat_if_there(self.fs, &live).at(&live)?;
            // Its owner has removed it meanwhile.
            let Some(here) = lstat_if_there(self.fs, &full).at(&full)? else { return Ok(true) };
            // A second name moves nowhere: it goes like what is listed.
            if there.is_none_or(|there| there.inode != here.inode) {
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
