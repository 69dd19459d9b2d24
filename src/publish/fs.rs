//! Every file operation of the publisher, behind one small trait.
//!
//! None follows a symbolic link, in no part of a path: what is reached through one is not ours. [`super::disk::Disk`] is
//! the real one. Tests put another before it that fails at the n-th operation, or has no exchange.

use super::nofollow::is_link;
use rayon::prelude::*;
use std::ffi::OsString;
use std::fs::File;
use std::io;
use std::path::Path;

/// Mode of every published file, whatever the umask.
pub(super) const FILE_MODE: u32 = 0o644;
/// Mode of every folder that the publisher makes, whatever the umask.
pub(super) const DIR_MODE: u32 = 0o755;
/// Mode of what stands beside the output: it may lie in another site's web root.
pub(super) const PRIVATE_MODE: u32 = 0o700;

/// What stands at a path; links are not followed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    File,
    Dir,
    /// A symbolic link, a socket, a device.
    Other,
}

/// Device and number of a file or folder: equal for two names of one file.
pub(super) type Inode = (u64, u64);

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Stat {
    pub kind: Kind,
    pub size: u64,
    /// Permission bits, the special ones included.
    pub mode: u32,
    /// Number of its owner.
    pub uid: u32,
    pub inode: Inode,
    /// Of a folder: another file system begins here, or a part of one is mounted here.
    pub is_mount: bool,
}

impl Stat {
    pub fn is_file_of(&self, bytes: u64) -> bool {
        self.kind == Kind::File && self.size == bytes
    }
}

/// A folder and what is in it, names in byte order.
#[derive(Debug)]
pub(super) struct Listing {
    pub own: Stat,
    pub dirs: Vec<OsString>,
    /// Everything else.
    pub files: Vec<(OsString, Stat)>,
}

pub(super) trait Fs: Sync {
    /// The user that this process acts as.
    fn uid(&self) -> u32;
    fn lstat(&self, path: &Path) -> io::Result<Stat>;
    /// [`Self::lstat`] of each of these paths below `root`, in their order.
    fn lstat_each(&self, root: &Path, paths: &[&str]) -> Vec<io::Result<Stat>> {
        paths.par_iter().map(|path| self.lstat(&root.join(path))).collect()
    }
    /// A folder, with what stands at each name in it.
    fn list(&self, path: &Path) -> io::Result<Listing>;
    /// The entries of a folder, by name.
    fn read_dir(&self, path: &Path) -> io::Result<Vec<(OsString, Kind)>>;
    fn read(&self, path: &Path) -> io::Result<Vec<u8>>;
    /// A new folder with exactly this mode.
    fn create_dir(&self, path: &Path, mode: u32) -> io::Result<()>;
    /// A new file with [`FILE_MODE`]; fails where something stands already.
    fn write_new(&self, path: &Path, bytes: &[u8]) -> io::Result<()>;
    /// A second name for a file (for a symbolic link itself, not its target).
    fn link(&self, from: &Path, to: &Path) -> io::Result<()>;
    /// A copy with mode and time of change.
    fn copy(&self, from: &Path, to: &Path) -> io::Result<()>;
    /// Renames, replacing a file.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()>;
    /// Two folders change places in one step.
    fn exchange(&self, a: &Path, b: &Path) -> io::Result<()>;
    fn remove_file(&self, path: &Path) -> io::Result<()>;
    fn remove_dir(&self, path: &Path) -> io::Result<()>;
    fn set_mode(&self, path: &Path, mode: u32) -> io::Result<()>;
    /// Brings everything written to the file system of `path` onto the disk.
    fn sync_all(&self, path: &Path) -> io::Result<()>;
    /// Brings one file, or the entries of one folder, onto the disk.
    fn sync(&self, path: &Path) -> io::Result<()>;
    /// The lock file, made if it is not there, and whether it may be written.
    fn open_lock(&self, path: &Path) -> io::Result<(File, bool)>;
}

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
