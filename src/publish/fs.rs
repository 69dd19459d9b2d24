//! Every file operation of the publisher, behind one small trait.
//!
//! [`Disk`] is the real one. A test puts another before it that fails at the n-th operation, or has no exchange.

use std::ffi::OsString;
use std::fs::{self, DirBuilder, File, OpenOptions, Permissions};
use std::io::{self, Write};
use std::os::unix::fs::{DirBuilderExt, MetadataExt, OpenOptionsExt, PermissionsExt};
use std::path::Path;

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

/// What the publisher needs to know of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Stat {
    pub kind: Kind,
    pub size: u64,
    /// Permission bits, the special ones included.
    pub mode: u32,
    /// Device and number: equal for two names of one file.
    pub inode: (u64, u64),
}

impl Stat {
    fn of(meta: &fs::Metadata) -> Self {
        Self {
            kind: kind_of(meta.file_type()),
            size: meta.len(),
            mode: meta.mode() & 0o7777,
            inode: (meta.dev(), meta.ino()),
        }
    }
}

fn kind_of(kind: fs::FileType) -> Kind {
    if kind.is_file() {
        Kind::File
    } else if kind.is_dir() {
        Kind::Dir
    } else {
        Kind::Other
    }
}

/// The file operations that publishing consists of.
pub(super) trait Fs: Sync {
    /// What stands at `path`; a link itself, not what it leads to.
    fn lstat(&self, path: &Path) -> io::Result<Stat>;
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

/// The disk of this machine.
pub(super) struct Disk;

impl Fs for Disk {
    fn lstat(&self, path: &Path) -> io::Result<Stat> {
        fs::symlink_metadata(path).map(|meta| Stat::of(&meta))
    }

    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        fs::read(path)
    }

    fn read_dir(&self, path: &Path) -> io::Result<Vec<(OsString, Kind)>> {
        let mut entries = Vec::new();
        for entry in fs::read_dir(path)? {
            let entry = entry?;
            entries.push((entry.file_name(), kind_of(entry.file_type()?)));
        }
        entries.sort_by(|a, b| a.0.cmp(&b.0));
        Ok(entries)
    }

    #[cfg(target_os = "linux")]
    fn is_mount(&self, path: &Path) -> io::Result<bool> {
        use rustix::fs::{AtFlags, CWD, StatxAttributes, StatxFlags, statx};
        let found = statx(CWD, path, AtFlags::SYMLINK_NOFOLLOW, StatxFlags::BASIC_STATS)?;
        Ok(found.stx_attributes.contains(StatxAttributes::MOUNT_ROOT))
    }

    #[cfg(not(target_os = "linux"))]
    fn is_mount(&self, path: &Path) -> io::Result<bool> {
        let parent = path.parent().unwrap_or(path);
        Ok(fs::symlink_metadata(path)?.dev() != fs::symlink_metadata(parent)?.dev())
    }

    fn create_dir(&self, path: &Path, mode: u32) -> io::Result<()> {
        DirBuilder::new().mode(mode).create(path)?;
        self.set_mode(path, mode)
    }

    fn write_new(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        let mut file = OpenOptions::new().write(true).create_new(true).mode(FILE_MODE).open(path)?;
        file.write_all(bytes)?;
        file.set_permissions(Permissions::from_mode(FILE_MODE))
    }

    fn link(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::hard_link(from, to)
    }

    fn copy(&self, from: &Path, to: &Path) -> io::Result<()> {
        let meta = fs::symlink_metadata(from)?;
        if meta.file_type().is_symlink() {
            return std::os::unix::fs::symlink(fs::read_link(from)?, to);
        }
        fs::copy(from, to)?;
        OpenOptions::new().write(true).open(to)?.set_modified(meta.modified()?)
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::rename(from, to)
    }

    #[cfg(target_os = "linux")]
    fn exchange(&self, a: &Path, b: &Path) -> io::Result<()> {
        use rustix::fs::{CWD, RenameFlags, renameat_with};
        Ok(renameat_with(CWD, a, CWD, b, RenameFlags::EXCHANGE)?)
    }

    #[cfg(not(target_os = "linux"))]
    fn exchange(&self, _: &Path, _: &Path) -> io::Result<()> {
        Err(io::ErrorKind::Unsupported.into())
    }

    fn remove_file(&self, path: &Path) -> io::Result<()> {
        fs::remove_file(path)
    }

    fn remove_dir(&self, path: &Path) -> io::Result<()> {
        fs::remove_dir(path)
    }

    fn set_mode(&self, path: &Path, mode: u32) -> io::Result<()> {
        fs::set_permissions(path, Permissions::from_mode(mode))
    }

    #[cfg(target_os = "linux")]
    fn sync_all(&self, path: &Path) -> io::Result<()> {
        // One call for the whole tree: ten thousand `fsync`s of files and folders take ten times as long.
        Ok(rustix::fs::syncfs(File::open(path)?)?)
    }

    #[cfg(not(target_os = "linux"))]
    fn sync_all(&self, path: &Path) -> io::Result<()> {
        for (name, kind) in self.read_dir(path)? {
            match kind {
                Kind::Dir => self.sync_all(&path.join(name))?,
                Kind::File => File::open(path.join(name))?.sync_all()?,
                Kind::Other => {}
            }
        }
        self.sync_dir(path)
    }

    fn sync_dir(&self, path: &Path) -> io::Result<()> {
        File::open(path)?.sync_all()
    }

    fn open_lock(&self, path: &Path) -> io::Result<File> {
        // Where others may write too, a link could stand there: it is not followed, and nothing is written through it.
        let no_follow = rustix::fs::OFlags::NOFOLLOW.bits().cast_signed();
        let mut options = OpenOptions::new();
        options.read(true).write(true).create(true).truncate(false).mode(FILE_MODE).custom_flags(no_follow).open(path)
    }
}

/// What stands at `path`, or nothing: "not there" is an answer, not a fault.
pub(super) fn lstat_if_there(fs: &dyn Fs, path: &Path) -> io::Result<Option<Stat>> {
    match fs.lstat(path) {
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
