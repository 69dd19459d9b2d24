//! Every file operation of the publisher, behind one small trait.
//!
//! [`super::disk::Disk`] is the real one. A test puts another before it that fails at the n-th operation, or has no
//! exchange.

use rayon::prelude::*;
use std::ffi::OsString;
use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};

/// Mode of every published file, whatever the umask.
pub(super) const FILE_MODE: u32 = 0o644;
/// Mode of every folder that the publisher makes, whatever the umask.
pub(super) const DIR_MODE: u32 = 0o755;

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
/// Seconds and nanoseconds by the clock of a file system.
pub(super) type Time = (i64, i64);

/// How a file system keeps the times of changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Clock {
    /// Each change of a folder gives it the time of this Linux's own clock, to the nanosecond.
    OfLinux,
    /// Nothing is known of it: over a network, say.
    Unknown,
}

/// What the publisher needs to know of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Stat {
    pub kind: Kind,
    pub size: u64,
    /// Permission bits, the special ones included.
    pub mode: u32,
    pub inode: Inode,
    /// When it last changed; of a folder, also when a name in it last came or went. No program can set it.
    pub changed: Time,
}

impl Stat {
    /// Whether it is a file of this many bytes.
    pub fn is_file_of(&self, bytes: u64) -> bool {
        self.kind == Kind::File && self.size == bytes
    }
}

/// A tree of which many paths are asked.
#[derive(Debug)]
pub(super) struct Top {
    /// Where it stands.
    pub path: PathBuf,
    /// The same, open: from there on the system has half as many names to look up as from a path such as
    /// `/srv/www/portal/tien-do/a/b`.
    pub(super) open: Option<File>,
}

/// A folder and what is in it, names in byte order.
#[derive(Debug)]
pub(super) struct Listing {
    /// The folder as it was before it was read.
    pub own: Stat,
    /// Whether another file system begins here, or a part of one that is mounted here.
    pub is_mount: bool,
    /// Folders.
    pub dirs: Vec<OsString>,
    /// What is no folder.
    pub files: Vec<(OsString, Stat)>,
}

/// The file operations that publishing consists of.
pub(super) trait Fs: Sync {
    /// What stands at `path`; a link itself, not what it leads to.
    fn lstat(&self, path: &Path) -> io::Result<Stat>;
    /// The tree at a path; should it not be there, the first question tells.
    fn open_top(&self, path: &Path) -> Top;
    /// [`Self::lstat`] of a path below `top`.
    fn lstat_in(&self, top: &Top, path: &Path) -> io::Result<Stat>;
    /// [`Self::lstat`] of each of these paths below `root`, in their order.
    fn lstat_each(&self, root: &Path, paths: &[&str]) -> Vec<io::Result<Stat>> {
        let top = self.open_top(root);
        paths.par_iter().map(|path| self.lstat_in(&top, Path::new(path))).collect()
    }
    /// As [`Self::lstat`], but never what this machine remembers of a disk that others write to as well.
    fn lstat_anew(&self, path: &Path) -> io::Result<Stat>;
    /// A folder below `top`, or that itself where the path is empty, never as this machine remembers it; and whether another
    /// file system begins there, or a part of one that is mounted there.
    fn folder_in(&self, top: &Top, path: &Path) -> io::Result<(Stat, bool)>;
    /// How the file system that holds `path` keeps the times of changes.
    fn clock(&self, path: &Path) -> io::Result<Clock>;
    /// A folder, which is no link, with what stands at each name in it.
    fn list(&self, path: &Path) -> io::Result<Listing>;
    /// A whole file.
    fn read(&self, path: &Path) -> io::Result<Vec<u8>>;
    /// The entries of a folder, by name.
    fn read_dir(&self, path: &Path) -> io::Result<Vec<(OsString, Kind)>>;
    /// Whether another file system, or a bind mount, begins at this folder.
    fn is_mount(&self, path: &Path) -> io::Result<bool>;
    /// A new folder with exactly this mode.
    fn create_dir(&self, path: &Path, mode: u32) -> io::Result<()>;
    /// A new file with [`FILE_MODE`]; fails where something stands already.
    fn write_new(&self, path: &Path, bytes: &[u8]) -> io::Result<()>;
    /// A new folder below `top` with [`DIR_MODE`], but for what the umask and the folder that holds it make of that.
    fn create_dir_as_is(&self, top: &Top, path: &Path) -> io::Result<()>;
    /// A new file below `top` with [`FILE_MODE`], but for what the umask and the folder that holds it make of that.
    fn write_new_as_is(&self, top: &Top, path: &Path, bytes: &[u8]) -> io::Result<()>;
    /// A second name for a file (for a symbolic link itself, not its target).
    fn link(&self, from: &Path, to: &Path) -> io::Result<()>;
    /// A copy with mode and time of change.
    fn copy(&self, from: &Path, to: &Path) -> io::Result<()>;
    /// Renames, replacing a file.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()>;
    /// Two folders change places in one step.
    fn exchange(&self, a: &Path, b: &Path) -> io::Result<()>;
    /// Removes a file.
    fn remove_file(&self, path: &Path) -> io::Result<()>;
    /// Removes an empty folder.
    fn remove_dir(&self, path: &Path) -> io::Result<()>;
    /// Sets permission bits.
    fn set_mode(&self, path: &Path, mode: u32) -> io::Result<()>;
    /// Brings everything written to the file system of `path` onto the disk.
    fn sync_all(&self, path: &Path) -> io::Result<()>;
    /// Brings the entries of one folder onto the disk.
    fn sync_dir(&self, path: &Path) -> io::Result<()>;
    /// Opens (and makes) a lock file.
    fn open_lock(&self, path: &Path) -> io::Result<File>;
}

/// What stands at `path`, or nothing: "not there" is an answer, not a fault.
pub(super) fn lstat_if_there(fs: &dyn Fs, path: &Path) -> io::Result<Option<Stat>> {
    if_there(fs.lstat(path))
}

/// The answer of [`Fs::lstat`], or nothing.
pub(super) fn if_there(answer: io::Result<Stat>) -> io::Result<Option<Stat>> {
    match answer {
        Ok(stat) => Ok(Some(stat)),
        Err(e) if matches!(e.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => Ok(None),
        Err(e) => Err(e),
    }
}

/// A second name for a file, or a copy where the file system or its owner forbids a second name.
pub(super) fn link_or_copy(fs: &dyn Fs, from: &Path, to: &Path) -> io::Result<()> {
    match fs.link(from, to) {
        Err(e)
            if matches!(
                e.kind(),
                io::ErrorKind::PermissionDenied | io::ErrorKind::Unsupported | io::ErrorKind::TooManyLinks
            ) =>
        {
            fs.copy(from, to)
        }
        done => done,
    }
}
