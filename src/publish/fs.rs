//! What the publisher asks of a disk, and small things made of it.

pub(super) use crate::os::{DIR_MODE, Fs, Inode, Kind, Listing, PRIVATE_MODE, Stat};

use crate::os::is_link;
use rayon::prelude::*;
use std::ffi::{OsStr, OsString};
use std::io;
use std::path::{Path, PathBuf};

/// What stands at `path`, or nothing: "not there" is an answer, not an error; nor is what a link leads to there.
pub(super) fn lstat_if_there(fs: &dyn Fs, path: &Path) -> io::Result<Option<Stat>> {
    if_there(fs.lstat(path))
}

pub(super) fn if_there(found: io::Result<Stat>) -> io::Result<Option<Stat>> {
    match found {
        Ok(stat) => Ok(Some(stat)),
        Err(e) if is_link(&e) || matches!(e.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => Ok(None),
        Err(e) => Err(e),
    }
}

/// A path below a folder of the output as plan and manifest write it: `/` between the parts on every system.
pub(super) fn inside(folder: &Path, name: &OsStr) -> PathBuf {
    let mut path = OsString::from(folder);
    if !path.is_empty() {
        path.push("/");
    }
    path.push(name);
    path.into()
}

/// A second name for a file, or a copy where the file system or its owner forbids a second name.
pub(super) fn link_or_copy(fs: &dyn Fs, from: &Path, to: &Path) -> io::Result<()> {
    match fs.link(from, to) {
        Err(e)
            if matches!(
                e.kind(),
                io::ErrorKind::PermissionDenied
                    | io::ErrorKind::Unsupported
                    | io::ErrorKind::TooManyLinks
                    | io::ErrorKind::CrossesDevices
            ) =>
        {
            fs.copy(from, to)
        }
        done => done,
    }
}

/// Removes a folder and everything in it; one that is not there is no error.
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
