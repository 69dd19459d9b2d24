//! The disk of this machine.

use super::super::fs::{DIR_MODE, Fs, Kind, Listing, Stat};
use super::file::inode;
use super::nofollow::{look, no_link_before, open, patiently};
use std::ffi::OsString;
use std::fs::{self, File, FileTimes, FileType, OpenOptions};
use std::io::{self, Read, Write};
use std::path::Path;

/// The disk of this machine.
pub struct Disk;

impl Fs for Disk {
    /// Whoever this is, nothing here belongs to somebody else: the system says itself what it forbids.
    fn uid(&self) -> u32 {
        0
    }

    fn lstat(&self, path: &Path) -> io::Result<Stat> {
        no_link_before(path)?;
        let file = look(path)?;
        let found = file.metadata()?;
        Ok(Stat {
            kind: kind_of(found.file_type()),
            size: found.len(),
            mode: DIR_MODE,
            uid: 0,
            inode: inode(&file)?,
            is_mount: false,
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
        // Open meanwhile, so that no link takes its place.
        let _folder = super::nofollow::pin(path, 0)?;
        let named = |entry: io::Result<fs::DirEntry>| {
            let entry = entry?;
            Ok((entry.file_name(), kind_of(entry.file_type()?)))
        };
        let mut found = fs::read_dir(path)?.map(named).collect::<io::Result<Vec<_>>>()?;
        found.sort_by(|a, b| a.0.cmp(&b.0));
        Ok(found)
    }

    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        open_file(path, OpenOptions::new().read(true))?.read_to_end(&mut bytes)?;
        Ok(bytes)
    }

    fn create_dir(&self, path: &Path, _: u32) -> io::Result<()> {
        no_link_before(path)?;
        fs::create_dir(path)
    }

    fn write_new(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        open(path, OpenOptions::new().write(true).create_new(true))?.write_all(bytes)
    }

    fn link(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.lstat(from)?;
        no_link_before(to)?;
        fs::hard_link(from, to)
    }

    fn copy(&self, from: &Path, to: &Path) -> io::Result<()> {
        let mut from = open_file(from, OpenOptions::new().read(true))?;
        let mut to = open(to, OpenOptions::new().write(true).create_new(true))?;
        io::copy(&mut from, &mut to)?;
        to.set_times(FileTimes::new().set_modified(from.metadata()?.modified()?))
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        no_link_before(from)?;
        no_link_before(to)?;
        patiently(|| fs::rename(from, to))
    }

    fn exchange(&self, _: &Path, _: &Path) -> io::Result<()> {
        Err(io::ErrorKind::Unsupported.into())
    }

    fn remove_file(&self, path: &Path) -> io::Result<()> {
        no_link_before(path)?;
        // A link to a folder, and a junction, is removed as a folder is; what it leads to stays.
        match fs::symlink_metadata(path)?.file_type() {
            found if std::os::windows::fs::FileTypeExt::is_symlink_dir(&found) => fs::remove_dir(path),
            _ => patiently(|| fs::remove_file(path)),
        }
    }

    fn remove_dir(&self, path: &Path) -> io::Result<()> {
        if self.lstat(path)?.kind == Kind::Dir {
            fs::remove_dir(path)
        } else {
            Err(io::ErrorKind::NotADirectory.into())
        }
    }

    fn set_mode(&self, path: &Path, _: u32) -> io::Result<()> {
        self.lstat(path).map(|_| ())
    }

    /// Brings the files of this one folder onto the disk: where new files wait, all that was written lies there. The
    /// journal of NTFS keeps renames, and keeps them in their order.
    fn sync_all(&self, path: &Path) -> io::Result<()> {
        for (name, kind) in self.read_dir(path)? {
            match kind {
                Kind::File => self.sync(&path.join(name))?,
                Kind::Dir | Kind::Other => {}
            }
        }
        Ok(())
    }

    fn sync(&self, path: &Path) -> io::Result<()> {
        match self.lstat(path)?.kind {
            Kind::File => patiently(|| open(path, OpenOptions::new().write(true))?.sync_all()),
            Kind::Dir | Kind::Other => Ok(()),
        }
    }

    fn open_lock(&self, path: &Path) -> io::Result<(File, bool)> {
        let file = patiently(|| open(path, OpenOptions::new().read(true).write(true).create(true).truncate(false)))?;
        Ok((file, true))
    }
}

/// A file, and nothing else that can be opened.
fn open_file(path: &Path, how: &mut OpenOptions) -> io::Result<File> {
    let file = open(path, how)?;
    if file.metadata()?.is_file() { Ok(file) } else { Err(io::ErrorKind::InvalidInput.into()) }
}

/// A junction is a link here too.
fn kind_of(found: FileType) -> Kind {
    if found.is_file() {
        Kind::File
    } else if found.is_dir() {
        Kind::Dir
    } else {
        Kind::Other
    }
}
