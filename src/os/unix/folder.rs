//! A folder by its open handle: what is done in it is done there and nowhere else, whatever takes its place meanwhile.
//! Links are not followed.

use super::rights;
use rustix::fs::{AtFlags, Dir, FileType, Mode, OFlags, linkat, mkdirat, openat, renameat, statat, unlinkat};
use std::fs::{File, TryLockError};
use std::io;
use std::path::{Component, Path};

#[derive(Debug)]
pub struct Folder(File);

impl Folder {
    fn open(path: &Path) -> io::Result<Self> {
        let folder = File::open(path)?;
        if folder.metadata()?.is_dir() { Ok(Self(folder)) } else { Err(io::ErrorKind::NotADirectory.into()) }
    }

    /// Opens it and holds its lock until it is closed. A file system without locks opens it all the same.
    pub fn lock(path: &Path) -> Result<Self, TryLockError> {
        let folder = Self::open(path).map_err(TryLockError::Error)?;
        match folder.0.try_lock() {
            Err(TryLockError::Error(e)) if e.kind() == io::ErrorKind::Unsupported => Ok(folder),
            done => done.map(|()| folder),
        }
    }

    /// Gives a new file to whom the folder belongs.
    pub fn give(&self, new: &File) -> io::Result<()> {
        rights::as_folder(&self.0, new)
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

    /// Whether anything stands there.
    pub fn has(&self, name: &str) -> bool {
        statat(&self.0, name, AtFlags::SYMLINK_NOFOLLOW).is_ok()
    }

    /// A new file, for this user to write.
    pub fn create(&self, name: &str) -> io::Result<File> {
        let flags = OFlags::WRONLY | OFlags::CREATE | OFlags::EXCL | OFlags::NOFOLLOW | OFlags::CLOEXEC;
        Ok(openat(&self.0, name, flags, Mode::from_bits_truncate(0o666))?.into())
    }

    /// The names of the files in it.
    pub fn files(&self) -> io::Result<Vec<String>> {
        let mut names = Vec::new();
        for entry in Dir::read_from(&self.0)? {
            let entry = entry?;
            if matches!(entry.file_type(), FileType::RegularFile | FileType::Unknown) {
                names.push(entry.file_name().to_string_lossy().into_owned());
            }
        }
        Ok(names)
    }

    /// Removes a file, if it can be.
    pub fn remove(&self, name: &str) {
        let _ = unlinkat(&self.0, name, AtFlags::empty());
    }

    /// Renames, replacing a file.
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
