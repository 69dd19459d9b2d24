//! Writes changes into a folder: all of them or none.
//!
//! Every file is written under a temporary name next to its place and then changes places with the old one in one step.
//! What comes out must be what was read; else somebody has saved the file in between, and it goes back.

mod error;
mod folder;
mod lock;
#[cfg(test)]
mod tests;

pub use error::WriteError;
pub use lock::Lock;

use super::change_set::FileChange;
use crate::os::{self, Folder};
use folder::{clear, read, temporary};
use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// Puts the changed files in place, by their paths below the folder of the lock.
///
/// # Errors
/// The machine refuses, or somebody has changed a file in the meantime; the folder is then as it was.
pub fn write(lock: &Lock, files: &BTreeMap<String, FileChange>) -> Result<(), WriteError> {
    let staged: Vec<Staged<'_>> =
        files.iter().map(|(path, change)| Staged::new(lock, path, change)).collect::<Result<_, _>>()?;
    // Nothing is moved where the first look tells that it would have to move back.
    staged.iter().try_for_each(Staged::is_unchanged)?;
    for (n, file) in staged.iter().enumerate() {
        if let Err(error) = file.place() {
            staged[..n].iter().rev().for_each(Staged::take_back);
            return Err(error);
        }
    }
    for file in &staged {
        // The files are whole on the disk; a machine that dies now may still show the old ones.
        let _ = file.folder.sync();
    }
    Ok(())
}

/// A file that is whole on the disk and waits beside its place.
struct Staged<'c> {
    path: PathBuf,
    folder: Folder,
    name: String,
    temporary: String,
    change: &'c FileChange,
}

impl<'c> Staged<'c> {
    fn new(lock: &Lock, path: &str, change: &'c FileChange) -> Result<Self, WriteError> {
        let full = lock.path.join(path);
        let error = |error| WriteError::Io(full.clone(), error);
        let inside = inside(lock, path, change.old.is_some()).map_err(error)?;
        let inside = inside.ok_or_else(|| WriteError::Changed(full.clone()))?;
        let name = inside
            .file_name()
            .and_then(|name| name.to_str())
            .ok_or_else(|| error(io::ErrorKind::InvalidInput.into()))?;
        let folder = inside.parent().unwrap_or(Path::new(""));
        let folder = lock.folder.below(folder, change.old.is_none()).map_err(error)?;
        clear(&folder).map_err(error)?;
        let (temporary, mut file) = temporary(&folder).map_err(error)?;
        let staged = Self { path: full.clone(), folder, name: name.to_owned(), temporary, change };
        staged.is_unchanged()?;
        staged.rights(&file)?;
        file.write_all(change.new.as_bytes()).and_then(|()| file.sync_all()).map_err(error)?;
        Ok(staged)
    }

    /// Whose the new file is.
    fn rights(&self, file: &File) -> Result<(), WriteError> {
        let error = |error| WriteError::Io(self.path.clone(), error);
        if self.change.old.is_none() {
            return self.folder.give(file).map_err(error);
        }
        let old = self.folder.open_file(&self.name).map_err(error)?.ok_or_else(|| self.changed())?;
        let kept = os::keep_rights(&old, file).map_err(error)?;
        kept.map_err(|(user, group)| WriteError::Owner(self.path.clone(), user, group))
    }

    fn changed(&self) -> WriteError {
        WriteError::Changed(self.path.clone())
    }

    /// Whether the place holds what was read.
    fn is_unchanged(&self) -> Result<(), WriteError> {
        let unchanged = match &self.change.old {
            Some(old) => read(&self.folder, &self.name).is_some_and(|now| now == old.as_bytes()),
            None => !self.folder.has(&self.name),
        };
        if unchanged { Ok(()) } else { Err(self.changed()) }
    }

    fn place(&self) -> Result<(), WriteError> {
        self.is_unchanged()?;
        let placed = match &self.change.old {
            None => self.folder.rename_new(&self.temporary, &self.name),
            Some(_) => match self.folder.exchange(&self.temporary, &self.name) {
                Ok(()) => return self.is_ours(),
                Err(e) if e.kind() == io::ErrorKind::Unsupported => self.folder.rename(&self.temporary, &self.name),
                Err(e) => Err(e),
            },
        };
        placed.map_err(|e| match e.kind() {
            io::ErrorKind::AlreadyExists | io::ErrorKind::NotFound => self.changed(),
            _ => WriteError::Io(self.path.clone(), e),
        })
    }

    /// Looks at what came out of the place; what nobody has read goes back.
    fn is_ours(&self) -> Result<(), WriteError> {
        let out = read(&self.folder, &self.temporary);
        if out.as_deref() == self.change.old.as_ref().map(|old| old.as_bytes()) {
            return Ok(());
        }
        self.exchange_back();
        Err(self.changed())
    }

    /// Gives the place back to what came out of it; what somebody has saved there even since then stays instead.
    fn exchange_back(&self) {
        let mut standing = Some(self.change.new.as_bytes().to_owned());
        loop {
            let next = read(&self.folder, &self.temporary);
            if self.folder.exchange(&self.temporary, &self.name).is_err() {
                return;
            }
            if read(&self.folder, &self.temporary) == standing {
                return;
            }
            standing = next;
        }
    }

    /// Undoes [`Self::place`], because another file could not be placed.
    fn take_back(&self) {
        let Some(old) = &self.change.old else {
            if read(&self.folder, &self.name).is_some_and(|now| now == self.change.new.as_bytes()) {
                self.folder.remove(&self.name);
            }
            return;
        };
        if self.folder.has(&self.temporary) {
            return self.exchange_back();
        }
        // There was no exchange, so the old file is gone; an equal one takes its place.
        if read(&self.folder, &self.name).is_some_and(|now| now == self.change.new.as_bytes())
            && let Ok((temporary, mut file)) = temporary(&self.folder)
            && self.rights(&file).is_ok()
            && file.write_all(old.as_bytes()).and_then(|()| file.sync_all()).is_ok()
        {
            let _ = self.folder.rename(&temporary, &self.name);
        }
    }
}

impl Drop for Staged<'_> {
    fn drop(&mut self) {
        // Placed: the old file. Not placed: the new one. Either is of no more use.
        self.folder.remove(&self.temporary);
    }
}

/// The path below the folder without links on the way; none if it leads out. A link of the site to one of its own files
/// stays, and its target is written.
fn inside(lock: &Lock, path: &str, exists: bool) -> io::Result<Option<PathBuf>> {
    let path = Path::new(path);
    let real = if exists {
        match os::canonicalize(&lock.path.join(path)) {
            Err(e) if e.kind() == io::ErrorKind::NotFound => return Ok(None),
            real => real?,
        }
    } else {
        // `content` itself may be a link to another folder of the site.
        let mut parts = path.components();
        let top = parts.next().map(|top| lock.path.join(top)).ok_or(io::ErrorKind::InvalidInput)?;
        if parts.as_path().as_os_str().is_empty() { top } else { os::canonicalize(&top).unwrap_or(top).join(parts) }
    };
    Ok(real.strip_prefix(&lock.path).ok().map(Path::to_owned))
}
