//! The disk of this machine. No operation follows a symbolic link, in no part of its path.

use super::super::fs::{Fs, Kind, Listing, Stat};
use super::file::FILE_MODE;
use super::nofollow::{folder_below, folder_of, open};
use rayon::prelude::*;
use rustix::fs::{AtFlags, Dir, FileType, Mode, OFlags};
use rustix::io::Errno;
use std::ffi::{OsStr, OsString};
use std::fs::{File, Permissions};
use std::io::{self, Read, Write};
use std::os::fd::{AsFd, OwnedFd};
use std::os::unix::ffi::OsStringExt;
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::path::Path;

/// The disk of this machine.
pub struct Disk;

/// A pipe that lies where a file should is not waited for.
const READ: OFlags = OFlags::RDONLY.union(OFlags::NONBLOCK);
const FOLDER: OFlags = OFlags::RDONLY.union(OFlags::DIRECTORY);
const NEW: OFlags = OFlags::WRONLY.union(OFlags::CREATE).union(OFlags::EXCL);

/// How many paths one processor looks at before another may take the next.
const AT_ONCE: usize = 256;

impl Fs for Disk {
    fn uid(&self) -> u32 {
        rustix::process::geteuid().as_raw()
    }

    fn lstat(&self, path: &Path) -> io::Result<Stat> {
        let (folder, name) = folder_of(path)?;
        stat_at(&folder, name)
    }

    /// From the open root the system has half as many names to look up as from `/`.
    fn lstat_each(&self, root: &Path, paths: &[&str]) -> Vec<io::Result<Stat>> {
        match open(root, FOLDER, 0) {
            Ok(top) => paths.par_chunks(AT_ONCE).flat_map_iter(|paths| stats_below(&top, paths)).collect(),
            Err(e) => paths.iter().map(|_| Err(again(&e))).collect(),
        }
    }

    fn list(&self, path: &Path) -> io::Result<Listing> {
        let folder = open(path, FOLDER, 0)?;
        let mut listing = Listing { own: stat_at(&folder, OsStr::new("."))?, dirs: Vec::new(), files: Vec::new() };
        for (name, kind) in entries(&folder)? {
            match kind {
                Kind::Dir => listing.dirs.push(name),
                Kind::File | Kind::Other => match stat_at(&folder, &name) {
                    Ok(stat) => listing.files.push((name, stat)),
                    // Gone since its name was read.
                    Err(e) if e.kind() == io::ErrorKind::NotFound => {}
                    Err(e) => return Err(e),
                },
            }
        }
        Ok(listing)
    }

    fn read_dir(&self, path: &Path) -> io::Result<Vec<(OsString, Kind)>> {
        entries(&open(path, FOLDER, 0)?)
    }

    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        let mut file = open_file(path)?;
        let mut bytes = Vec::with_capacity(usize::try_from(file.metadata()?.len()).unwrap_or(0));
        file.read_to_end(&mut bytes)?;
        Ok(bytes)
    }

    fn create_dir(&self, path: &Path, mode: u32) -> io::Result<()> {
        let (folder, name) = folder_of(path)?;
        rustix::fs::mkdirat(&folder, name, Mode::from_raw_mode(mode as _))?;
        // Looking is cheaper than setting, and mostly enough.
        if stat_at(&folder, name)?.mode == mode { Ok(()) } else { self.set_mode(path, mode) }
    }

    fn write_new(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        let mut file = File::from(open(path, NEW, FILE_MODE)?);
        file.write_all(bytes)?;
        if file.metadata()?.mode() & 0o7777 == FILE_MODE {
            return Ok(());
        }
        file.set_permissions(Permissions::from_mode(FILE_MODE))
    }

    fn link(&self, from: &Path, to: &Path) -> io::Result<()> {
        let ((a, from), (b, to)) = (folder_of(from)?, folder_of(to)?);
        Ok(rustix::fs::linkat(a, from, b, to, AtFlags::empty())?)
    }

    fn copy(&self, from: &Path, to: &Path) -> io::Result<()> {
        let (folder, name) = folder_of(from)?;
        if let Ok(target) = rustix::fs::readlinkat(folder, name, Vec::new()) {
            let (folder, name) = folder_of(to)?;
            return Ok(rustix::fs::symlinkat(target, folder, name)?);
        }
        let mut from = open_file(from)?;
        let meta = from.metadata()?;
        let mut to = File::from(open(to, NEW, 0o600)?);
        io::copy(&mut from, &mut to)?;
        to.set_permissions(meta.permissions())?;
        to.set_modified(meta.modified()?)
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        let ((a, from), (b, to)) = (folder_of(from)?, folder_of(to)?);
        Ok(rustix::fs::renameat(a, from, b, to)?)
    }

    #[cfg(target_os = "linux")]
    fn exchange(&self, a: &Path, b: &Path) -> io::Result<()> {
        let ((of_a, a), (of_b, b)) = (folder_of(a)?, folder_of(b)?);
        Ok(rustix::fs::renameat_with(of_a, a, of_b, b, rustix::fs::RenameFlags::EXCHANGE)?)
    }

    #[cfg(not(target_os = "linux"))]
    fn exchange(&self, _: &Path, _: &Path) -> io::Result<()> {
        Err(io::ErrorKind::Unsupported.into())
    }

    fn remove_file(&self, path: &Path) -> io::Result<()> {
        let (folder, name) = folder_of(path)?;
        Ok(rustix::fs::unlinkat(folder, name, AtFlags::empty())?)
    }

    fn remove_dir(&self, path: &Path) -> io::Result<()> {
        let (folder, name) = folder_of(path)?;
        Ok(rustix::fs::unlinkat(folder, name, AtFlags::REMOVEDIR)?)
    }

    fn set_mode(&self, path: &Path, mode: u32) -> io::Result<()> {
        File::from(open(path, FOLDER, 0)?).set_permissions(Permissions::from_mode(mode))
    }

    #[cfg(target_os = "linux")]
    fn sync_all(&self, path: &Path) -> io::Result<()> {
        // One call for the whole tree: ten thousand `fsync`s of files and folders take ten times as long.
        Ok(rustix::fs::syncfs(open(path, READ, 0)?)?)
    }

    #[cfg(not(target_os = "linux"))]
    fn sync_all(&self, path: &Path) -> io::Result<()> {
        for (name, kind) in self.read_dir(path)? {
            match kind {
                Kind::Dir => self.sync_all(&path.join(name))?,
                Kind::File => self.sync(&path.join(name))?,
                Kind::Other => {}
            }
        }
        self.sync(path)
    }

    fn sync(&self, path: &Path) -> io::Result<()> {
        File::from(open(path, READ, 0)?).sync_all()
    }

    fn open_lock(&self, path: &Path) -> io::Result<(File, bool)> {
        let flags = OFlags::CREATE | OFlags::NONBLOCK;
        match open(path, OFlags::RDWR | flags, FILE_MODE) {
            Ok(file) => Ok((file.into(), true)),
            // Another user's; whether that user's build is at work is seen without writing.
            Err(e) if e.kind() == io::ErrorKind::PermissionDenied => match open(path, READ, 0) {
                Ok(file) => Ok((file.into(), false)),
                Err(_) => Err(e),
            },
            Err(e) => Err(e),
        }
    }
}

/// Most folders hold one file. They are not opened, which takes longer, but looked at from the folder around them.
fn stats_below(top: &OwnedFd, paths: &[&str]) -> Vec<io::Result<Stat>> {
    let mut found = Vec::with_capacity(paths.len());
    for paths in paths.chunk_by(|a, b| parent(parent(a)) == parent(parent(b))) {
        let around = parent(parent(paths[0]));
        let opened = folder_below(top, Path::new(around));
        let within = |path: &str| path[around.len()..].trim_start_matches('/').to_owned();
        for paths in paths.chunk_by(|a, b| parent(a) == parent(b)) {
            let passed = opened.as_ref().map_err(again).and_then(|top| passable(top, &within(parent(paths[0]))));
            found.extend(paths.iter().map(|path| match (&opened, &passed) {
                (Ok(top), Ok(())) => stat_at(top, OsStr::new(&within(path))),
                (Err(e), _) | (_, Err(e)) => Err(again(e)),
            }));
        }
    }
    found
}

/// Whether a path leads on through `name`: it is a folder, and no link to one.
fn passable(top: &OwnedFd, name: &str) -> io::Result<()> {
    if name.is_empty() {
        return Ok(());
    }
    match stat_at(top, OsStr::new(name))?.kind {
        Kind::Dir => Ok(()),
        Kind::Other if rustix::fs::readlinkat(top, name, Vec::new()).is_ok() => Err(Errno::LOOP.into()),
        Kind::File | Kind::Other => Err(Errno::NOTDIR.into()),
    }
}

/// Of a path with `/` between names; empty at the top.
fn parent(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(folder, _)| folder)
}

/// A file, and nothing else that can be opened.
fn open_file(path: &Path) -> io::Result<File> {
    let file = File::from(open(path, READ, 0)?);
    if file.metadata()?.is_file() { Ok(file) } else { Err(io::ErrorKind::InvalidInput.into()) }
}

fn entries(folder: &OwnedFd) -> io::Result<Vec<(OsString, Kind)>> {
    let mut found = Vec::new();
    for entry in Dir::read_from(folder)? {
        let entry = entry?;
        let name = OsString::from_vec(entry.file_name().to_bytes().to_vec());
        if name == "." || name == ".." {
            continue;
        }
        let kind = match entry.file_type() {
            FileType::Unknown => match stat_at(folder, &name) {
                Err(e) if e.kind() == io::ErrorKind::NotFound => continue,
                found => found?.kind,
            },
            known => kind_of(known),
        };
        found.push((name, kind));
    }
    found.sort_by(|a, b| a.0.cmp(&b.0));
    Ok(found)
}

#[cfg(target_os = "linux")]
fn stat_at(folder: impl AsFd, name: &OsStr) -> io::Result<Stat> {
    use rustix::fs::{StatxAttributes, StatxFlags, statx};
    let found = statx(folder, name, AtFlags::SYMLINK_NOFOLLOW, StatxFlags::BASIC_STATS)?;
    Ok(Stat {
        kind: kind_of(FileType::from_raw_mode(found.stx_mode.into())),
        size: found.stx_size,
        mode: u32::from(found.stx_mode) & 0o7777,
        uid: found.stx_uid,
        inode: (rustix::fs::makedev(found.stx_dev_major, found.stx_dev_minor), found.stx_ino),
        is_mount: found.stx_attributes.contains(StatxAttributes::MOUNT_ROOT),
    })
}

#[cfg(not(target_os = "linux"))]
fn stat_at(folder: impl AsFd, name: &OsStr) -> io::Result<Stat> {
    let found = rustix::fs::statat(&folder, name, AtFlags::SYMLINK_NOFOLLOW)?;
    let above = rustix::fs::statat(&folder, if name == "." { ".." } else { "." }, AtFlags::empty())?;
    let kind = kind_of(FileType::from_raw_mode(found.st_mode));
    Ok(Stat {
        kind,
        size: found.st_size as u64,
        mode: found.st_mode as u32 & 0o7777,
        uid: found.st_uid,
        inode: (found.st_dev as u64, found.st_ino as u64),
        is_mount: kind == Kind::Dir && found.st_dev != above.st_dev,
    })
}

fn kind_of(found: FileType) -> Kind {
    match found {
        FileType::RegularFile => Kind::File,
        FileType::Directory => Kind::Dir,
        _ => Kind::Other,
    }
}

/// The same error once more.
fn again(e: &io::Error) -> io::Error {
    Errno::from_io_error(e).map_or_else(|| e.kind().into(), Into::into)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::os::unix::fs::symlink;

    #[test]
    fn many_are_seen_as_each_is() {
        let dir = tempfile::tempdir().unwrap();
        let base = dir.path().canonicalize().unwrap();
        for path in ["a/b/c/index.html", "a/b/index.html", "a/index.html", "d/index.html", "index.html"] {
            std::fs::create_dir_all(base.join(path).parent().unwrap()).unwrap();
            std::fs::write(base.join(path), path).unwrap();
        }
        symlink("b", base.join("a/link")).unwrap();
        symlink("a", base.join("link")).unwrap();
        symlink("index.html", base.join("a/other.html")).unwrap();
        symlink("nowhere", base.join("dead")).unwrap();
        let mut paths = Vec::new();
        for folder in [
            "",
            "a",
            "a/b",
            "a/b/c",
            "a/link",
            "a/link/c",
            "a/none",
            "d",
            "dead",
            "index.html",
            "link",
            "link/b",
            "none",
        ] {
            for name in ["b", "index.html", "index.html/more", "none", "other.html"] {
                paths.push(format!("{folder}/{name}").trim_start_matches('/').to_owned());
            }
        }
        let told = |found: io::Result<Stat>| match found {
            Ok(stat) => format!("{:?} {} {:?}", stat.kind, stat.size, stat.inode),
            Err(e) => format!("{:?}", Errno::from_io_error(&e)),
        };
        let paths: Vec<&str> = paths.iter().map(String::as_str).collect();
        let each: Vec<String> = paths.iter().map(|path| told(Disk.lstat(&base.join(path)))).collect();
        let all: Vec<String> = Disk.lstat_each(&base, &paths).into_iter().map(told).collect();
        assert_eq!(all, each);
        let kinds = ["File", "Dir", "Other", "FilesystemLoop", "NotADirectory", "NotFound"];
        let seen = |kind: &&str| all.iter().any(|told| told.contains(*kind));
        assert!(kinds.iter().all(seen), "{all:?}");
        assert!(Disk.lstat_each(&base.join("none"), &paths).iter().all(Result::is_err));
    }
}
