//! Opening files and folders without passing through a symbolic link, in no part of the path.
//!
//! The publisher resolves the links of `--output` once, at the beginning; whatever is a link after that was put there
//! by somebody else, and an operation that meets one fails.

use rustix::fs::{CWD, Mode, OFlags, openat};
use rustix::io::Errno;
use std::ffi::OsStr;
use std::io;
use std::os::fd::{AsFd, OwnedFd};
use std::path::{Component, Path};

/// A folder that is only passed through need not be readable.
#[cfg(target_os = "linux")]
const PASS: OFlags = OFlags::PATH;
#[cfg(not(target_os = "linux"))]
const PASS: OFlags = OFlags::RDONLY;

/// Opens what stands at `path`.
pub(super) fn open(path: &Path, flags: OFlags, mode: u32) -> io::Result<OwnedFd> {
    open_from(CWD, path, flags, mode)
}

/// The folder that holds what `path` names, and its name there.
pub(super) fn folder_of(path: &Path) -> io::Result<(OwnedFd, &OsStr)> {
    match (path.parent(), path.file_name()) {
        (Some(folder), Some(name)) => Ok((open(folder, PASS | OFlags::DIRECTORY, 0)?, name)),
        _ => Ok((open(path, PASS | OFlags::DIRECTORY, 0)?, OsStr::new("."))),
    }
}

/// A folder below an open one.
pub(super) fn folder_below(top: impl AsFd, path: &Path) -> io::Result<OwnedFd> {
    open_from(top, path, PASS | OFlags::DIRECTORY, 0)
}

fn open_from(top: impl AsFd, path: &Path, flags: OFlags, mode: u32) -> io::Result<OwnedFd> {
    let (flags, mode) = (flags | OFlags::CLOEXEC, Mode::from_raw_mode(mode as _));
    let path = if path.as_os_str().is_empty() { Path::new(".") } else { path };
    #[cfg(target_os = "linux")]
    match rustix::fs::openat2(&top, path, flags, mode, rustix::fs::ResolveFlags::NO_SYMLINKS) {
        // A kernel before 5.6, or a filter of system calls that does not know this one.
        Err(Errno::NOSYS | Errno::PERM) => {}
        opened => return Ok(opened?),
    }
    walk(top, path, flags, mode)
}

/// The same name by name.
fn walk(top: impl AsFd, path: &Path, flags: OFlags, mode: Mode) -> io::Result<OwnedFd> {
    let mut names = path.components().peekable();
    let mut folder = None;
    while let Some(name) = names.next() {
        let (flags, mode) = match names.peek() {
            Some(_) => (PASS | OFlags::DIRECTORY | OFlags::CLOEXEC, Mode::empty()),
            None => (flags, mode),
        };
        let at = folder.as_ref().map_or(top.as_fd(), OwnedFd::as_fd);
        folder = Some(open_name(at, name, flags, mode)?);
    }
    folder.ok_or_else(|| Errno::NOENT.into())
}

fn open_name(at: impl AsFd, name: Component<'_>, flags: OFlags, mode: Mode) -> io::Result<OwnedFd> {
    match openat(&at, name.as_os_str(), flags | OFlags::NOFOLLOW, mode) {
        // Of a link that is opened as a folder, some systems say only that it is none.
        Err(Errno::NOTDIR) if rustix::fs::readlinkat(&at, name.as_os_str(), Vec::new()).is_ok() => {
            Err(Errno::LOOP.into())
        }
        opened => Ok(opened?),
    }
}

/// Whether an operation has met a link.
pub fn is_link(e: &io::Error) -> bool {
    Errno::from_io_error(e) == Some(Errno::LOOP)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_ways_to_open_follow_no_link() {
        let dir = tempfile::tempdir().unwrap();
        let base = dir.path().canonicalize().unwrap();
        std::fs::create_dir_all(base.join("real/inner")).unwrap();
        std::fs::write(base.join("real/inner/file"), "x").unwrap();
        std::os::unix::fs::symlink("real", base.join("link")).unwrap();
        std::os::unix::fs::symlink("inner/file", base.join("real/file")).unwrap();
        let walked = |path: &Path, flags| walk(CWD, path, flags, Mode::empty());
        let straight = |path: &Path, flags| open(path, flags, 0);
        for open in [&walked as &dyn Fn(&Path, OFlags) -> io::Result<OwnedFd>, &straight] {
            for path in ["real/inner/file", "real/inner", "real"] {
                assert!(open(&base.join(path), OFlags::RDONLY).is_ok(), "{path}");
            }
            for path in ["link/inner/file", "link/inner", "link", "real/file"] {
                assert!(is_link(&open(&base.join(path), OFlags::RDONLY).unwrap_err()), "{path}");
            }
            assert!(is_link(&open(&base.join("link"), PASS | OFlags::DIRECTORY).unwrap_err()));
            let missing = open(&base.join("none/file"), OFlags::RDONLY).unwrap_err();
            assert_eq!(missing.kind(), io::ErrorKind::NotFound);
            let no_folder = open(&base.join("real/inner/file/x"), OFlags::RDONLY).unwrap_err();
            assert_eq!(no_folder.kind(), io::ErrorKind::NotADirectory);
        }
        assert!(folder_of(Path::new("/")).is_ok());
        assert!(folder_below(open(&base, PASS, 0).unwrap(), Path::new("")).is_ok());
    }
}
