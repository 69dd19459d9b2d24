//! A folder of the content that keeps its place while it is open: the system lets nobody remove or rename it, nor a
//! folder that holds it. Links are not followed.

use super::super::LOCK;
use super::nofollow::{is_link, open, patiently, pin};
use std::fs::{self, File, OpenOptions, TryLockError};
use std::io;
use std::os::windows::fs::OpenOptionsExt;
use std::path::{Component, Path, PathBuf};

/// `FILE_LIST_DIRECTORY`
const LIST: u32 = 0x1;
/// `GENERIC_WRITE` and `DELETE`, for a file that goes with its holder (`FILE_FLAG_DELETE_ON_CLOSE`).
const WRITE_AND_REMOVE: u32 = 0x4001_0000;
const GOES_WITH_ITS_HOLDER: u32 = 0x0400_0000;

#[derive(Debug)]
pub struct Folder {
    path: PathBuf,
    /// Open, so that the path stays what it is.
    _handle: File,
    _lock: Option<File>,
}

impl Folder {
    fn open(path: &Path) -> io::Result<Self> {
        let handle = pin(path, LIST)?;
        if !handle.metadata()?.is_dir() {
            return Err(io::ErrorKind::NotADirectory.into());
        }
        Ok(Self { path: path.to_owned(), _handle: handle, _lock: None })
    }

    /// Opens it and holds its lock until it is closed; the file of the lock is gone then, also if its holder died.
    pub fn lock(path: &Path) -> Result<Self, TryLockError> {
        let folder = Self::open(path).map_err(TryLockError::Error)?;
        let mut how = OpenOptions::new();
        how.write(true).access_mode(WRITE_AND_REMOVE).create(true).share_mode(0).custom_flags(GOES_WITH_ITS_HOLDER);
        match how.open(path.join(LOCK)) {
            Ok(lock) => Ok(Self { _lock: Some(lock), ..folder }),
            // `ERROR_SHARING_VIOLATION`
            Err(e) if e.raw_os_error() == Some(32) => Err(TryLockError::WouldBlock),
            Err(e) => Err(TryLockError::Error(e)),
        }
    }

    /// A new file has the rights that its folder hands down.
    #[expect(clippy::unused_self, clippy::unnecessary_wraps, reason = "elsewhere it has an owner")]
    pub fn give(&self, _: &File) -> io::Result<()> {
        Ok(())
    }

    /// A folder below this one; what is missing on the way is made if `make` is set.
    ///
    /// # Errors
    /// The path leads up, or through a link.
    pub fn below(&self, path: &Path, make: bool) -> io::Result<Self> {
        let mut folder = Self::open(&self.path)?;
        for part in path.components() {
            let Component::Normal(name) = part else { return Err(io::ErrorKind::InvalidInput.into()) };
            let inner = folder.path.join(name);
            folder = match Self::open(&inner) {
                Err(e) if make && e.kind() == io::ErrorKind::NotFound => {
                    fs::create_dir(&inner)?;
                    Self::open(&inner)?
                }
                found => found?,
            };
        }
        Ok(folder)
    }

    /// An existing file; none if something else stands there.
    pub fn open_file(&self, name: &str) -> io::Result<Option<File>> {
        match open(&self.path.join(name), OpenOptions::new().read(true)) {
            Ok(file) => Ok(Some(file).filter(|file| file.metadata().is_ok_and(|m| m.is_file()))),
            Err(e) if e.kind() == io::ErrorKind::NotFound || is_link(&e) => Ok(None),
            Err(e) => Err(e),
        }
    }

    /// Whether anything stands there.
    pub fn has(&self, name: &str) -> bool {
        fs::symlink_metadata(self.path.join(name)).is_ok()
    }

    /// A new file.
    pub fn create(&self, name: &str) -> io::Result<File> {
        open(&self.path.join(name), OpenOptions::new().write(true).create_new(true))
    }

    /// The names of the files in it.
    pub fn files(&self) -> io::Result<Vec<String>> {
        let mut names = Vec::new();
        for entry in fs::read_dir(&self.path)? {
            let entry = entry?;
            if entry.file_type()?.is_file() {
                names.push(entry.file_name().to_string_lossy().into_owned());
            }
        }
        Ok(names)
    }

    /// Removes a file, if it can be.
    pub fn remove(&self, name: &str) {
        let _ = fs::remove_file(self.path.join(name));
    }

    /// Renames, replacing a file.
    pub fn rename(&self, from: &str, to: &str) -> io::Result<()> {
        let (from, to) = (self.path.join(from), self.path.join(to));
        patiently(|| fs::rename(&from, &to))
    }

    /// Two files change places in one step: not here.
    ///
    /// # Errors
    /// `Unsupported`.
    #[expect(clippy::unused_self, reason = "elsewhere there is such a step")]
    pub fn exchange(&self, _: &str, _: &str) -> io::Result<()> {
        Err(io::ErrorKind::Unsupported.into())
    }

    /// Gives a file a name that nothing has yet.
    pub fn rename_new(&self, from: &str, to: &str) -> io::Result<()> {
        match fs::hard_link(self.path.join(from), self.path.join(to)) {
            Ok(()) => self.remove(from),
            Err(_) if self.has(to) => return Err(io::ErrorKind::AlreadyExists.into()),
            // A file system without second names.
            Err(_) => self.rename(from, to)?,
        }
        Ok(())
    }

    /// The journal of the file system keeps names.
    #[expect(clippy::unused_self, clippy::unnecessary_wraps, reason = "elsewhere there is something that fails")]
    pub fn sync(&self) -> io::Result<()> {
        Ok(())
    }
}
