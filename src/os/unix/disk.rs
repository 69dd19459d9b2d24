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

impl Fs for Disk {
    fn uid(&self) -> u32 {
        rustix::process::geteuid().as_raw()
    }

    fn lstat(&self, path: &Path) -> io::Result<Stat> {
        let (folder, name) = folder_of(path)?;
        stat_at(&folder, name)
    }

    /// From the open root the system has half as many names to look up as from `/`, and each folder is opened once.
    fn lstat_each(&self, root: &Path, paths: &[&str]) -> Vec<io::Result<Stat>> {
        let top = match open(root, FOLDER, 0) {
            Ok(top) => top,
            Err(e) => return paths.iter().map(|_| Err(again(&e))).collect(),
        };
        let split = |path: &str| path.rsplit_once('/').map_or(0, |(folder, _)| folder.len());
        let of_one_folder = paths.par_chunk_by(|a, b| a[..split(a)] == b[..split(b)]);
        let found = of_one_folder.flat_map_iter(|paths| {
            let folder = folder_below(&top, Path::new(&paths[0][..split(paths[0])]));
            paths.iter().map(move |path| match &folder {
                Ok(folder) => stat_at(folder, OsStr::new(path[split(path)..].trim_start_matches('/'))),
                Err(e) => Err(again(e)),
            })
        });
        found.collect()
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
