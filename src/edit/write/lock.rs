//! One writer of a site's content at a time, from reading to writing.
//!
//! The lock is on the open folder itself: no file is left behind, and a dead holder is no obstacle.

use super::error::WriteError;
use crate::os::{Folder, canonicalize};
use std::fs::TryLockError;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// How long a command waits for another: many times as long as the largest site takes to be read and checked.
const WAIT: Duration = Duration::from_secs(30);
/// How often a waiting command looks again.
const PAUSE: Duration = Duration::from_millis(20);

/// The right to write into a folder, held until this is dropped.
#[derive(Debug)]
pub struct Lock {
    /// Without links on the way.
    pub(super) path: PathBuf,
    pub(super) folder: Folder,
}

impl Lock {
    /// Takes the lock of a site folder, before anything is read in it.
    ///
    /// # Errors
    /// Another command keeps it too long, or there is no such folder.
    pub fn take(site: &Path) -> Result<Self, WriteError> {
        Self::within(site, WAIT)
    }

    pub(super) fn within(site: &Path, wait: Duration) -> Result<Self, WriteError> {
        let error = |error| WriteError::Io(site.to_owned(), error);
        let path = canonicalize(site).map_err(error)?;
        let began = Instant::now();
        loop {
            // On a file system without locks, what stands there is still compared before it is replaced.
            match Folder::lock(&path) {
                Ok(folder) => return Ok(Self { path, folder }),
                Err(TryLockError::Error(e)) => return Err(error(e)),
                Err(TryLockError::WouldBlock) if began.elapsed() >= wait => {
                    return Err(WriteError::Locked(site.to_owned()));
                }
                Err(TryLockError::WouldBlock) => std::thread::sleep(PAUSE),
            }
        }
    }
}
