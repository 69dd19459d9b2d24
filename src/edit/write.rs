//! Writes changes into the site folder: all of them or none.
//!
//! Every file is written under a temporary name next to its place and then renamed; where a later one fails, the earlier
//! ones are restored.

use super::change_set::{ChangeSet, FileChange};
use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use tempfile::NamedTempFile;

/// Why nothing was written.
#[derive(Debug)]
pub enum WriteError {
    /// A file has changed since it was read.
    Changed(PathBuf),
    Io(PathBuf, io::Error),
}

/// Puts the changed files in place.
///
/// # Errors
/// The machine refuses, or somebody has changed a file in the meantime; the site is then as it was.
pub fn write(site: &Path, changes: &ChangeSet<'_>) -> Result<(), WriteError> {
    let staged = changes
        .files()
        .iter()
        .map(|(path, change)| stage(&site.join(path), change))
        .collect::<Result<Vec<_>, WriteError>>()?;
    let mut done: BTreeMap<PathBuf, Option<Vec<u8>>> = BTreeMap::new();
    for staged in staged {
        let Staged { target, file, old } = staged;
        let placed = match &old {
            Some(_) => file.persist(&target).map(drop).map_err(|e| e.error),
            // A file that has appeared there since is not overwritten.
            None => file.persist_noclobber(&target).map(drop).map_err(|e| e.error),
        };
        if let Err(error) = placed {
            restore(done);
            return Err(WriteError::Io(target, error));
        }
        done.insert(target, old);
    }
    Ok(())
}

struct Staged {
    target: PathBuf,
    file: NamedTempFile,
    old: Option<Vec<u8>>,
}

/// Writes a file next to its place, with the permissions of the one that it replaces.
fn stage(path: &Path, change: &FileChange) -> Result<Staged, WriteError> {
    // A symbolic link within the site stays one: its target is replaced.
    let target = if change.old.is_some() { fs::canonicalize(path) } else { Ok(path.to_owned()) };
    let error = |error| WriteError::Io(path.to_owned(), error);
    let target = target.map_err(error)?;
    let folder = target.parent().unwrap_or(Path::new("."));
    if change.old.is_none() {
        fs::create_dir_all(folder).map_err(error)?;
    }
    let old = match &change.old {
        Some(text) => {
            let now = fs::read(&target).map_err(error)?;
            if now != text.as_bytes() {
                return Err(WriteError::Changed(path.to_owned()));
            }
            Some(now)
        }
        None if target.symlink_metadata().is_ok() => return Err(WriteError::Changed(path.to_owned())),
        None => None,
    };
    let mut file = temporary(folder, old.is_some().then_some(&target)).map_err(error)?;
    file.write_all(change.new.as_bytes()).and_then(|()| file.as_file().sync_all()).map_err(error)?;
    Ok(Staged { target, file, old })
}

/// A hidden file in the folder, with the permissions of the file that it is to replace, else those of a new file.
fn temporary(folder: &Path, like: Option<&PathBuf>) -> io::Result<NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".tiendo-");
    #[cfg(unix)]
    if like.is_none() {
        use std::os::unix::fs::PermissionsExt as _;
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    let file = builder.tempfile_in(folder)?;
    if let Some(like) = like {
        file.as_file().set_permissions(fs::metadata(like)?.permissions())?;
    }
    Ok(file)
}

/// Restores what was replaced before the error, as far as the machine lets it.
fn restore(done: BTreeMap<PathBuf, Option<Vec<u8>>>) {
    for (target, old) in done {
        let Some(bytes) = old else {
            let _ = fs::remove_file(&target);
            continue;
        };
        let folder = target.parent().unwrap_or(Path::new("."));
        if let Ok(mut file) = temporary(folder, Some(&target))
            && file.write_all(&bytes).is_ok()
        {
            let _ = file.persist(&target);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::{Snapshot, disk};

    const A: &str = "content/tasks/a.yaml";

    fn site() -> (tempfile::TempDir, Snapshot) {
        let dir = tempfile::tempdir().expect("a folder for the test");
        fs::create_dir_all(dir.path().join("content/tasks")).expect("a folder of the test");
        fs::write(dir.path().join(A), "cũ\n").expect("a file of the test");
        let snapshot = disk::read(dir.path()).expect("the site");
        (dir, snapshot)
    }

    fn names(dir: &Path) -> Vec<String> {
        let entries = fs::read_dir(dir.join("content/tasks")).expect("the folder");
        let mut names: Vec<String> =
            entries.map(|e| e.expect("an entry").file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        names
    }

    #[test]
    fn files_are_replaced_whole_with_their_rights() {
        use std::os::unix::fs::PermissionsExt as _;
        let (dir, snapshot) = site();
        let path = dir.path().join(A);
        fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).expect("rights");
        let mut changes = ChangeSet::new(&snapshot);
        changes.put(A, "mới\n".to_owned());
        changes.put("content/agencies/sub/b.yaml", "b\n".to_owned());
        write(dir.path(), &changes).expect("written");
        assert_eq!(fs::read_to_string(&path).expect("the file"), "mới\n");
        assert_eq!(fs::metadata(&path).expect("the file").permissions().mode() & 0o777, 0o640);
        assert_eq!(fs::read_to_string(dir.path().join("content/agencies/sub/b.yaml")).expect("the file"), "b\n");
        assert_eq!(names(dir.path()), ["a.yaml"]);
    }

    #[test]
    fn what_somebody_changed_meanwhile_is_left_alone() {
        let (dir, snapshot) = site();
        let mut changes = ChangeSet::new(&snapshot);
        changes.put(A, "mới\n".to_owned());
        fs::write(dir.path().join(A), "của người khác\n").expect("a file of the test");
        assert!(matches!(write(dir.path(), &changes), Err(WriteError::Changed(_))));
        assert_eq!(fs::read_to_string(dir.path().join(A)).expect("the file"), "của người khác\n");
        assert_eq!(names(dir.path()), ["a.yaml"]);
    }

    /// The second file cannot take its place, so the first goes back.
    #[test]
    fn all_or_none() {
        let (dir, snapshot) = site();
        let mut changes = ChangeSet::new(&snapshot);
        changes.put(A, "mới\n".to_owned());
        changes.put("content/tasks/b", "b\n".to_owned());
        changes.put("content/tasks/b/c.yaml", "c\n".to_owned());
        assert!(matches!(write(dir.path(), &changes), Err(WriteError::Io(..))));
        assert_eq!(fs::read_to_string(dir.path().join(A)).expect("the file"), "cũ\n");
        assert_eq!(names(dir.path()), ["a.yaml", "b"]);
        assert_eq!(fs::read_dir(dir.path().join("content/tasks/b")).expect("the folder").count(), 0);
    }
}
