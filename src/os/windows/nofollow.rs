//! Opening without passing through a link, in no part of the path.
//!
//! The system refuses only the last part. Those before it are looked at first; who may put a link there in between may
//! write into the folder anyway.

use std::fs::{File, OpenOptions, symlink_metadata};
use std::io;
use std::os::windows::fs::OpenOptionsExt;
use std::path::Path;
use std::time::Duration;

/// `FILE_FLAG_OPEN_REPARSE_POINT`: a link itself, not what it leads to.
const NO_LINK: u32 = 0x0020_0000;
/// `FILE_FLAG_BACKUP_SEMANTICS`: a folder too.
const FOLDER_TOO: u32 = 0x0200_0000;
/// `FILE_SHARE_READ` and `FILE_SHARE_WRITE`: while it is open it is neither removed nor renamed.
const STAYS: u32 = 0x3;

/// Opens a file or folder that is no link.
pub(super) fn open(path: &Path, how: &mut OpenOptions) -> io::Result<File> {
    no_link_before(path)?;
    let file = how.custom_flags(NO_LINK | FOLDER_TOO).open(path)?;
    if file.metadata()?.is_symlink() { Err(link()) } else { Ok(file) }
}

/// Opens it only to ask what it is.
pub(super) fn look(path: &Path) -> io::Result<File> {
    OpenOptions::new().access_mode(0).custom_flags(NO_LINK | FOLDER_TOO).open(path)
}

/// Opens a folder that keeps its place, with all that hold it, until it is closed.
pub(super) fn pin(path: &Path, access: u32) -> io::Result<File> {
    open(path, OpenOptions::new().access_mode(access).share_mode(STAYS))
}

/// Refuses a path that leads through a link to its last part.
pub(super) fn no_link_before(path: &Path) -> io::Result<()> {
    let above = path.ancestors().skip(1).filter(|folder| !folder.as_os_str().is_empty());
    for folder in above {
        match symlink_metadata(folder) {
            Ok(found) if found.is_symlink() => return Err(link()),
            // What is not there is told by whoever opens it.
            Ok(_) | Err(_) => {}
        }
    }
    Ok(())
}

/// The error of the system for a path that it does not follow: `ERROR_CANT_ACCESS_FILE`.
pub(super) fn link() -> io::Error {
    io::Error::from_raw_os_error(1920)
}

/// Whether an operation has met a link.
pub fn is_link(e: &io::Error) -> bool {
    e.raw_os_error() == Some(1920)
}

/// Tries again for a second while something else has the file: what looks for viruses, an index, a web server.
pub(super) fn patiently<T>(mut step: impl FnMut() -> io::Result<T>) -> io::Result<T> {
    for _ in 0..20 {
        match step() {
            // `ERROR_ACCESS_DENIED` (also of a name that is being removed) and `ERROR_SHARING_VIOLATION`.
            Err(e) if matches!(e.raw_os_error(), Some(5 | 32)) => std::thread::sleep(Duration::from_millis(50)),
            done => return done,
        }
    }
    step()
}
