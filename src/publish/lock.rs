//! One build at a time: a lock file that the kernel holds for its process, so that a dead holder is no obstacle.

use super::error::{At, ErrorKind, PublishError, Refusal};
use super::fs::{DIR_MODE, Fs, lstat_if_there};
use super::options::{Mode, Options, Watch};
use super::target::{OWN, Target};
use crate::os;
use std::fs::{File, TryLockError};
use std::io::{self, Read, Seek, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// How often a waiting build looks again.
const PAUSE: Duration = Duration::from_millis(50);
/// What is read of another build's words about itself.
const HOLDER_BYTES: u64 = 400;
/// How [`Options::holder`] begins.
const HOLDER: &str = "pid ";

/// The lock, held; its file goes when this is dropped.
pub(super) struct Lock<'a> {
    fs: &'a dyn Fs,
    path: PathBuf,
    file: File,
}

impl<'a> Lock<'a> {
    /// Takes the lock of an output. It stands beside the output; inside it where that is forbidden and the output is
    /// there: a web root that is all we may write.
    pub fn of(fs: &'a dyn Fs, target: &Target, options: &Options, watch: &dyn Watch) -> Result<Self, PublishError> {
        let forbidden =
            |e: &io::Error| matches!(e.kind(), io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem);
        match (Self::take(fs, &target.beside(".tiendo-lock"), options, watch), options.mode) {
            (Err(PublishError { kind: ErrorKind::Io(e), path }), Mode::InPlace) if forbidden(&e) => {
                let own = target.root.join(OWN);
                if lstat_if_there(fs, &own).at(&own)?.is_none() && fs.create_dir(&own, DIR_MODE).is_err() {
                    return Err(e).at(&path);
                }
                Self::take(fs, &own.join("lock"), options, watch)
            }
            (taken, _) => taken,
        }
    }

    fn take(fs: &'a dyn Fs, path: &Path, options: &Options, watch: &dyn Watch) -> Result<Self, PublishError> {
        let began = Instant::now();
        loop {
            let (mut file, ours) = fs.open_lock(path).at(path)?;
            refuse_strange(&mut file, path)?;
            match file.try_lock() {
                // Another user's, whose build has died: it makes room for one that says who holds it.
                Ok(()) if is_still(fs, &file, path)? && !ours && fs.remove_file(path).is_ok() => continue,
                Ok(()) if is_still(fs, &file, path)? => {
                    // The words only help others; a disk too full for them is met again at the first page.
                    let words =
                        |mut file: &File| file.set_len(0).and_then(|()| file.write_all(options.holder.as_bytes()));
                    let _ = if ours { words(&file) } else { Ok(()) };
                    return Ok(Self { fs, path: path.to_owned(), file });
                }
                // The last holder removed the file after this build had opened it: the lock is another file now.
                Ok(()) => continue,
                Err(TryLockError::Error(e)) => return Err(e).at(path),
                Err(TryLockError::WouldBlock) => {}
            }
            if watch.stopped() {
                return Err(PublishError::new(path, ErrorKind::Stopped));
            }
            if began.elapsed() >= options.wait {
                return Err(PublishError::new(path, ErrorKind::Locked(words_of(&mut file))));
            }
            std::thread::sleep(PAUSE);
        }
    }
}

impl Drop for Lock<'_> {
    fn drop(&mut self) {
        // Removed while still held; who waits on it sees by `is_still` that it is gone. A file that stays does no harm.
        if is_still(self.fs, &self.file, &self.path).unwrap_or(false) {
            let _ = self.fs.remove_file(&self.path);
        }
    }
}

/// What the build that holds the lock at `path` says of itself; none where nobody holds it. Nothing is made or changed;
/// a build that asks for the lock in the same instant waits as for any other.
pub(super) fn holder(path: &Path) -> Option<String> {
    // A pipe that lies there is not waited for.
    if !path.symlink_metadata().is_ok_and(|found| found.is_file()) {
        return None;
    }
    let mut file = File::open(path).ok()?;
    match file.try_lock_shared() {
        Err(TryLockError::WouldBlock) => Some(words_of(&mut file)),
        Ok(()) | Err(TryLockError::Error(_)) => None,
    }
}

/// Refuses what no build has made: a file with a second name, or with other words than a holder's.
fn refuse_strange(file: &mut File, path: &Path) -> Result<(), PublishError> {
    let found = file.metadata().at(path)?;
    let mut begin = Vec::new();
    let is_file = found.is_file() && os::links(file).at(path)? <= 1;
    if is_file {
        match (&mut *file).take(HOLDER.len() as u64).read_to_end(&mut begin) {
            // Somebody holds it, who has looked at it.
            Err(e) if os::is_held(&e) => return Ok(()),
            read => read.at(path)?,
        };
        file.rewind().at(path)?;
    }
    if is_file && HOLDER.as_bytes().starts_with(&begin) {
        return Ok(());
    }
    Err(PublishError::refused(path, Refusal::NotOurs))
}

fn is_still(fs: &dyn Fs, file: &File, path: &Path) -> Result<bool, PublishError> {
    let held = os::inode(file).at(path)?;
    let named = lstat_if_there(fs, path).at(path)?;
    Ok(named.is_some_and(|stat| stat.inode == held))
}

/// What the holder says of itself; one that has only just taken the lock gets a moment to say it.
fn words_of(file: &mut File) -> String {
    for _ in 0..4 {
        let mut bytes = Vec::new();
        let read = file.rewind().and_then(|()| (&mut *file).take(HOLDER_BYTES).read_to_end(&mut bytes));
        if read.is_ok() && !bytes.is_empty() {
            return String::from_utf8_lossy(&bytes).trim().to_owned();
        }
        std::thread::sleep(PAUSE / 4);
    }
    // Windows lets nobody read what another holds.
    format!("{HOLDER}?")
}
