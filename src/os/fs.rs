//! Every file operation of the publisher, behind one small trait.
//!
//! None follows a link, in no part of a path: what is reached through one is not ours. [`super::Disk`] is the real one.
//! Tests put another before it that fails at the n-th operation, or has no exchange.

use rayon::prelude::*;
use std::ffi::OsString;
use std::fs::File;
use std::io;
use std::path::Path;

/// Mode of every folder that the publisher makes, whatever the umask.
pub const DIR_MODE: u32 = 0o755;
/// Mode of what stands beside the output: it may lie in another site's web root.
pub const PRIVATE_MODE: u32 = 0o700;

/// What stands at a path; links are not followed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    File,
    Dir,
    /// A link, a socket, a device.
    Other,
}

/// Device and number of a file or folder: equal for two names of one file.
pub type Inode = (u64, u64);

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stat {
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
pub struct Listing {
    pub own: Stat,
    pub dirs: Vec<OsString>,
    /// Everything else.
    pub files: Vec<(OsString, Stat)>,
}

pub trait Fs: Sync {
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
    /// A new file that all may read (mode 644, whatever the umask); fails where something stands already.
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
