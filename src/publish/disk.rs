//! The disk of this machine.

use super::fs::{FILE_MODE, Fs, Kind, Listing, Stat};
use rayon::prelude::*;
use std::ffi::OsString;
use std::fs::{self, DirBuilder, File, OpenOptions, Permissions};
use std::io::{self, Write};
use std::os::unix::fs::{DirBuilderExt, MetadataExt, OpenOptionsExt, PermissionsExt};
use std::path::Path;

pub(super) struct Disk;

impl Fs for Disk {
    #[cfg(target_os = "linux")]
    fn lstat(&self, path: &Path) -> io::Result<Stat> {
        lstat_at(rustix::fs::CWD, path)
    }

    /// From the open root the system has half as many names to look up as from `/`.
    #[cfg(target_os = "linux")]
    fn lstat_each(&self, root: &Path, paths: &[&str]) -> Vec<io::Result<Stat>> {
        let top = File::open(root);
        let lstat = |path: &&str| match &top {
            Ok(top) => lstat_at(top, Path::new(path)),
            Err(_) => self.lstat(&root.join(path)),
        };
        paths.par_iter().map(lstat).collect()
    }

    #[cfg(not(target_os = "linux"))]
    fn lstat(&self, path: &Path) -> io::Result<Stat> {
        let found = fs::symlink_metadata(path)?;
        let is_mount = found.is_dir() && fs::symlink_metadata(path.join(".."))?.dev() != found.dev();
        Ok(Stat {
            kind: kind_of(found.file_type()),
            size: found.len(),
            mode: found.mode() & 0o7777,
            inode: (found.dev(), found.ino()),
            is_mount,
        })
    }

    fn list(&self, path: &Path) -> io::Result<Listing> {
        let mut listing = Listing { own: self.lstat(path)?, dirs: Vec::new(), files: Vec::new() };
        for (name, kind) in self.read_dir(path)? {
            match kind {
                Kind::Dir => listing.dirs.push(name),
                Kind::File | Kind::Other => match self.lstat(&path.join(&name)) {
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
        let mut entries = Vec::new();
        for entry in fs::read_dir(path)? {
            let entry = entry?;
            entries.push((entry.file_name(), kind_of(entry.file_type()?)));
        }
        entries.sort_by(|a, b| a.0.cmp(&b.0));
        Ok(entries)
    }

    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        fs::read(path)
    }

    fn create_dir(&self, path: &Path, mode: u32) -> io::Result<()> {
        DirBuilder::new().mode(mode).create(path)?;
        // Looking is cheaper than setting, and mostly enough.
        if self.lstat(path)?.mode == mode { Ok(()) } else { self.set_mode(path, mode) }
    }

    fn write_new(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        let mut file = OpenOptions::new().write(true).create_new(true).mode(FILE_MODE).open(path)?;
        file.write_all(bytes)?;
        if file.metadata()?.mode() & 0o7777 == FILE_MODE {
            return Ok(());
        }
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

#[cfg(target_os = "linux")]
fn lstat_at(folder: impl std::os::fd::AsFd, path: &Path) -> io::Result<Stat> {
    use rustix::fs::{AtFlags, FileType, StatxAttributes, StatxFlags, statx};
    let found = statx(folder, path, AtFlags::SYMLINK_NOFOLLOW, StatxFlags::BASIC_STATS)?;
    Ok(Stat {
        kind: match FileType::from_raw_mode(found.stx_mode.into()) {
            FileType::RegularFile => Kind::File,
            FileType::Directory => Kind::Dir,
            _ => Kind::Other,
        },
        size: found.stx_size,
        mode: u32::from(found.stx_mode) & 0o7777,
        inode: (rustix::fs::makedev(found.stx_dev_major, found.stx_dev_minor), found.stx_ino),
        is_mount: found.stx_attributes.contains(StatxAttributes::MOUNT_ROOT),
    })
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
