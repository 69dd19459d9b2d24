//! What is asked of open files.

use super::super::fs::Inode;
use rustix::buffer::spare_capacity;
use rustix::fs::OFlags;
use std::fs::{File, OpenOptions, Permissions};
use std::io;
use std::os::unix::fs::{MetadataExt, OpenOptionsExt, PermissionsExt};
use std::path::{Path, PathBuf};

/// Mode of every published file, whatever the umask.
pub(super) const FILE_MODE: u32 = 0o644;

/// Opens a file of the content. What has taken its place since it was listed is neither followed, if it is a link, nor
/// waited for, if it is a pipe.
pub fn open_content(path: &Path) -> io::Result<File> {
    let flags = OFlags::NOFOLLOW | OFlags::NONBLOCK;
    OpenOptions::new().read(true).custom_flags(flags.bits().cast_signed()).open(path)
}

/// Reads into the room that the buffer still has; how many bytes, none at the end.
pub fn read_more(file: &File, buffer: &mut Vec<u8>) -> io::Result<usize> {
    Ok(rustix::io::read(file, spare_capacity(buffer))?)
}

/// The path without links and dots.
pub fn canonicalize(path: &Path) -> io::Result<PathBuf> {
    std::fs::canonicalize(path)
}

/// Which file it is.
pub fn inode(file: &File) -> io::Result<Inode> {
    file.metadata().map(|found| (found.dev(), found.ino()))
}

/// How many names it has.
pub fn links(file: &File) -> io::Result<u64> {
    file.metadata().map(|found| found.nlink())
}

/// Whether a file could not be read because another process holds its lock: here a lock keeps nobody from reading.
pub fn is_held(_: &io::Error) -> bool {
    false
}

/// Whether a terminal at stderr can show colours at all.
pub fn can_colour() -> bool {
    true
}

/// Lets everybody read a file.
pub fn set_public(file: &File) -> io::Result<()> {
    file.set_permissions(Permissions::from_mode(FILE_MODE))
}
