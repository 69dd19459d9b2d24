//! A folder by its open handle: what is done in it is done there and nowhere else, whatever takes its place meanwhile.
//! Links are not followed.

use super::rights;
use crate::load::MAX_FILE_BYTES;
use rustix::fs::{AtFlags, Dir, FileType, Mode, OFlags, linkat, mkdirat, openat, renameat, statat, unlinkat};
use std::fs::File;
use std::io::{self, Read};
use std::path::{Component, Path};

/// How the name of a file that is being written begins: hidden, so that nobody takes it for content.
pub const TEMPORARY: &str = ".tiendo-edit-";

#[derive(Debug)]
pub struct Folder(File);

impl Folder {
    pub fn open(path: &Path) -> io::Result<Self> {
        let folder = File::open(path)?;
        if folder.metadata()?.is_dir() { Ok(Self(folder)) } else { Err(io::ErrorKind::NotADirectory.into()) }
    }

    pub fn handle(&self) -> &File {
        &self.0
    }

    /// A folder below this one; what is missing on the way is made if `make` is set.
    ///
    /// # Errors
    /// The path leads up, or through a link.
    pub fn below(&self, path: &Path, make: bool) -> io::Result<Self> {
        let mut folder = Self(self.0.try_clone()?);
        for part in path.components() {
            let Component::Normal(name) = part else { return Err(io::ErrorKind::InvalidInput.into()) };
            let flags = OFlags::RDONLY | OFlags::DIRECTORY | OFlags::NOFOLLOW | OFlags::CLOEXEC;
            folder = Self(match openat(&folder.0, name, flags, Mode::empty()) {
                Err(rustix::io::Errno::NOENT) if make => {
                    mkdirat(&folder.0, name, Mode::from_bits_truncate(0o777))?;
                    let new = openat(&folder.0, name, flags, Mode::empty())?.into();
                    rights::as_folder(&folder.0, &new)?;
                    new
                }
                found => found?.into(),
            });
        }
        Ok(folder)
    }

    /// An existing file; none if something else stands there.
    pub fn open_file(&self, name: &str) -> io::Result<Option<File>> {
        // A pipe is not waited for.
        let flags = OFlags::RDONLY | OFlags::NOFOLLOW | OFlags::NONBLOCK | OFlags::CLOEXEC;
        match openat(&self.0, name, flags, Mode::empty()) {
            Ok(file) => Ok(Some(File::from(file)).filter(|file| file.metadata().is_ok_and(|m| m.is_file()))),
            Err(rustix::io::Errno::NOENT | rustix::io::Errno::LOOP) => Ok(None),
            Err(e) => Err(e.into()),
        }
    }

    /// What a file holds; none if none can be read there.
    pub fn read(&self, name: &str) -> Option<Vec<u8>> {
        let mut bytes = Vec::new();
        // One byte more than the site may have in a file is as good as all of them: it differs.
        self.open_file(name).ok()??.take(MAX_FILE_BYTES + 1).read_to_end(&mut bytes).ok()?;
        Some(bytes)
    }

    pub fn has(&self, name: &str) -> bool {
        statat(&self.0, name, AtFlags::SYMLINK_NOFOLLOW).is_ok()
    }

    /// A new file with a temporary name of its own.
    pub fn temporary(&self) -> io::Result<(String, File)> {
        for n in 0.. {
            let name = format!("{TEMPORARY}{}-{n}", std::process::id());
            let flags = OFlags::WRONLY | OFlags::CREATE | OFlags::EXCL | OFlags::NOFOLLOW | OFlags::CLOEXEC;
            match openat(&self.0, &*name, flags, Mode::from_bits_truncate(0o666)) {
                Err(rustix::io::Errno::EXIST) => {}
                made => return Ok((name, made?.into())),
            }
        }
        Err(io::ErrorKind::AlreadyExists.into())
    }

    /// Removes what killed commands left here. Whoever holds the lock may: no other is at work.
    pub fn clear(&self) -> io::Result<()> {
        let own = format!("{TEMPORARY}{}-", std::process::id());
        for entry in Dir::read_from(&self.0)? {
            let entry = entry?;
            let name = entry.file_name().to_string_lossy();
            let file = matches!(entry.file_type(), FileType::RegularFile | FileType::Unknown);
            if file && name.starts_with(TEMPORARY) && !name.starts_with(&own) {
                self.remove(&name);
            }
        }
        Ok(())
    }

    pub fn remove(&self, name: &str) {
        let _ = unlinkat(&self.0, name, AtFlags::empty());
    }

    pub fn rename(&self, from: &str, to: &str) -> io::Result<()> {
        Ok(renameat(&self.0, from, &self.0, to)?)
    }

    /// Two files change places in one step.
    ///
    /// # Errors
    /// `Unsupported` where the system or the file system has no such step.
    pub fn exchange(&self, a: &str, b: &str) -> io::Result<()> {
        #[cfg(target_os = "linux")]
        {
            use rustix::io::Errno;
            let done = rustix::fs::renameat_with(&self.0, a, &self.0, b, rustix::fs::RenameFlags::EXCHANGE);
            done.map_err(|e| match e {
                Errno::INVAL | Errno::NOSYS | Errno::OPNOTSUPP => io::ErrorKind::Unsupported.into(),
                e => e.into(),
            })
        }
        #[cfg(not(target_os = "linux"))]
        Err(io::ErrorKind::Unsupported.into())
    }

    /// Gives a file a name that nothing has yet.
    pub fn rename_new(&self, from: &str, to: &str) -> io::Result<()> {
        match linkat(&self.0, from, &self.0, to, AtFlags::empty()) {
            Ok(()) => self.remove(from),
            Err(rustix::io::Errno::EXIST) => return Err(io::ErrorKind::AlreadyExists.into()),
            // A file system without second names.
            Err(_) if self.has(to) => return Err(io::ErrorKind::AlreadyExists.into()),
            Err(_) => self.rename(from, to)?,
        }
        Ok(())
    }

    /// Brings the names onto the disk.
    pub fn sync(&self) -> io::Result<()> {
        self.0.sync_all()
    }
}
