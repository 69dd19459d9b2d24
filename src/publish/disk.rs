//! The disk of this machine.

use super::fs::{Clock, DIR_MODE, FILE_MODE, Fs, Kind, Listing, Stat, Top};
use rustix::fs::Mode;
use std::ffi::{OsStr, OsString};
use std::fs::{self, DirBuilder, File, OpenOptions, Permissions};
use std::io::{self, Write};
use std::mem::MaybeUninit;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::{DirBuilderExt, MetadataExt, OpenOptionsExt, PermissionsExt};
use std::path::Path;

/// [`DIR_MODE`] and [`FILE_MODE`] as the system takes them.
const MODE_OF_DIRS: Mode = Mode::RWXU.union(Mode::RGRP.union(Mode::XGRP)).union(Mode::ROTH.union(Mode::XOTH));
const MODE_OF_FILES: Mode = Mode::RUSR.union(Mode::WUSR).union(Mode::RGRP).union(Mode::ROTH);
/// Room for the names that one call gives: some hundred.
const LISTING_BYTES: usize = 16 << 10;

/// File systems whose times of change are those of this machine's clock, by the numbers of `linux/magic.h` in hex: ext2 to
/// ext4, tmpfs, XFS, Btrfs.
#[cfg(target_os = "linux")]
const CLOCKS_OF_LINUX: [&str; 4] = ["ef53", "1021994", "58465342", "9123683e"];

/// The disk of this machine.
pub(super) struct Disk;

impl Fs for Disk {
    fn lstat(&self, path: &Path) -> io::Result<Stat> {
        fs::symlink_metadata(path).map(|meta| Stat::of(&meta))
    }

    fn open_top(&self, path: &Path) -> Top {
        Top { path: path.to_owned(), open: File::open(path).ok() }
    }

    #[cfg(target_os = "linux")]
    fn lstat_in(&self, top: &Top, path: &Path) -> io::Result<Stat> {
        use rustix::fs::{AtFlags, StatxFlags, statx};
        let Some(open) = &top.open else { return self.lstat(&top.path.join(path)) };
        Ok(Stat::of_statx(&statx(open, path, AtFlags::SYMLINK_NOFOLLOW, StatxFlags::BASIC_STATS)?))
    }

    #[cfg(not(target_os = "linux"))]
    fn lstat_in(&self, top: &Top, path: &Path) -> io::Result<Stat> {
        self.lstat(&top.path.join(path))
    }

    #[cfg(target_os = "linux")]
    fn lstat_anew(&self, path: &Path) -> io::Result<Stat> {
        use rustix::fs::{AtFlags, CWD, StatxFlags, statx};
        let anew = AtFlags::SYMLINK_NOFOLLOW | AtFlags::STATX_FORCE_SYNC;
        Ok(Stat::of_statx(&statx(CWD, path, anew, StatxFlags::BASIC_STATS)?))
    }

    #[cfg(not(target_os = "linux"))]
    fn lstat_anew(&self, path: &Path) -> io::Result<Stat> {
        self.lstat(path)
    }

    #[cfg(target_os = "linux")]
    fn folder_in(&self, top: &Top, path: &Path) -> io::Result<(Stat, bool)> {
        use rustix::fs::{AtFlags, CWD, StatxAttributes, StatxFlags, statx};
        let anew = AtFlags::SYMLINK_NOFOLLOW | AtFlags::STATX_FORCE_SYNC;
        let relative = if path.as_os_str().is_empty() { Path::new(".") } else { path };
        let found = match &top.open {
            Some(open) => statx(open, relative, anew, StatxFlags::BASIC_STATS)?,
            None => statx(CWD, top.path.join(path), anew, StatxFlags::BASIC_STATS)?,
        };
        Ok((Stat::of_statx(&found), found.stx_attributes.contains(StatxAttributes::MOUNT_ROOT)))
    }

    #[cfg(not(target_os = "linux"))]
    fn folder_in(&self, top: &Top, path: &Path) -> io::Result<(Stat, bool)> {
        let path = top.path.join(path);
        Ok((self.lstat(&path)?, self.is_mount(&path)?))
    }

    #[cfg(target_os = "linux")]
    fn clock(&self, path: &Path) -> io::Result<Clock> {
        // In hex, since the type of the number differs from one processor to the next.
        let kind = format!("{:x}", rustix::fs::statfs(path)?.f_type);
        Ok(if CLOCKS_OF_LINUX.contains(&kind.as_str()) { Clock::OfLinux } else { Clock::Unknown })
    }

    #[cfg(not(target_os = "linux"))]
    fn clock(&self, _: &Path) -> io::Result<Clock> {
        Ok(Clock::Unknown)
    }

    #[cfg(target_os = "linux")]
    fn list(&self, path: &Path) -> io::Result<Listing> {
        use rustix::fs::{AtFlags, CWD, OFlags, RawDir, StatxAttributes, StatxFlags, openat, statx};
        let flags = OFlags::RDONLY | OFlags::DIRECTORY | OFlags::NOFOLLOW | OFlags::CLOEXEC;
        let folder = openat(CWD, path, flags, Mode::empty())?;
        let own = statx(&folder, c"", AtFlags::EMPTY_PATH, StatxFlags::BASIC_STATS)?;
        let is_mount = own.stx_attributes.contains(StatxAttributes::MOUNT_ROOT);
        let mut listing = Listing { own: Stat::of_statx(&own), is_mount, dirs: Vec::new(), files: Vec::new() };
        let mut room = [MaybeUninit::uninit(); LISTING_BYTES];
        let mut entries = RawDir::new(&folder, &mut room);
        while let Some(entry) = entries.next() {
            let entry = entry?;
            let name = entry.file_name();
            let owned = || OsStr::from_bytes(name.to_bytes()).to_owned();
            if matches!(name.to_bytes(), b"." | b"..") {
                continue;
            }
            if entry.file_type() == rustix::fs::FileType::Directory {
                listing.dirs.push(owned());
                continue;
            }
            match statx(&folder, name, AtFlags::SYMLINK_NOFOLLOW, StatxFlags::BASIC_STATS) {
                Ok(found) => listing.add(owned(), Stat::of_statx(&found)),
                // Gone since its name was read.
                Err(rustix::io::Errno::NOENT) => {}
                Err(e) => return Err(e.into()),
            }
        }
        Ok(listing.sorted())
    }

    #[cfg(not(target_os = "linux"))]
    fn list(&self, path: &Path) -> io::Result<Listing> {
        let (own, is_mount) = (self.lstat(path)?, self.is_mount(path)?);
        let mut listing = Listing { own, is_mount, dirs: Vec::new(), files: Vec::new() };
        for entry in fs::read_dir(path)? {
            let entry = entry?;
            match self.lstat(&entry.path()) {
                Ok(stat) => listing.add(entry.file_name(), stat),
                Err(e) if e.kind() == io::ErrorKind::NotFound => {}
                Err(e) => return Err(e),
            }
        }
        Ok(listing.sorted())
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

    fn create_dir_as_is(&self, top: &Top, path: &Path) -> io::Result<()> {
        let Some(open) = &top.open else { return DirBuilder::new().mode(DIR_MODE).create(top.path.join(path)) };
        Ok(rustix::fs::mkdirat(open, path, MODE_OF_DIRS)?)
    }

    fn write_new_as_is(&self, top: &Top, path: &Path, bytes: &[u8]) -> io::Result<()> {
        use rustix::fs::{OFlags, openat};
        let Some(open) = &top.open else {
            let mut options = OpenOptions::new();
            return options.write(true).create_new(true).mode(FILE_MODE).open(top.path.join(path))?.write_all(bytes);
        };
        let flags = OFlags::WRONLY | OFlags::CREATE | OFlags::EXCL | OFlags::CLOEXEC;
        File::from(openat(open, path, flags, MODE_OF_FILES)?).write_all(bytes)
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

impl Listing {
    fn add(&mut self, name: OsString, stat: Stat) {
        match stat.kind {
            Kind::Dir => self.dirs.push(name),
            Kind::File | Kind::Other => self.files.push((name, stat)),
        }
    }

    fn sorted(mut self) -> Self {
        self.dirs.sort_unstable();
        self.files.sort_unstable_by(|a, b| a.0.cmp(&b.0));
        self
    }
}

impl Stat {
    fn of(meta: &fs::Metadata) -> Self {
        Self {
            kind: kind_of(meta.file_type()),
            size: meta.len(),
            mode: meta.mode() & 0o7777,
            inode: (meta.dev(), meta.ino()),
            changed: (meta.ctime(), meta.ctime_nsec()),
        }
    }

    #[cfg(target_os = "linux")]
    fn of_statx(found: &rustix::fs::Statx) -> Self {
        let (dev, time) = (rustix::fs::makedev(found.stx_dev_major, found.stx_dev_minor), found.stx_ctime);
        Self {
            kind: match rustix::fs::FileType::from_raw_mode(found.stx_mode.into()) {
                rustix::fs::FileType::RegularFile => Kind::File,
                rustix::fs::FileType::Directory => Kind::Dir,
                _ => Kind::Other,
            },
            size: found.stx_size,
            mode: u32::from(found.stx_mode) & 0o7777,
            inode: (dev, found.stx_ino),
            changed: (time.tv_sec, time.tv_nsec.into()),
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
