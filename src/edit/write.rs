//! Drafts → the site folder: all of them or none.
//!
//! Every file is written whole beside its place and takes it in one step; where a later one is refused, the earlier ones
//! are brought back.

use super::drafts::{Draft, Drafts};
use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use tempfile::NamedTempFile;

/// Why nothing was written.
#[derive(Debug)]
pub enum WriteFault {
    /// A file is not any more what was read.
    Changed(PathBuf),
    /// The machine refused.
    Io(PathBuf, io::Error),
}

/// Puts the changed files in place.
///
/// # Errors
/// The machine refuses, or somebody changed a file in the meantime; the site is then as it was.
pub fn replace(site: &Path, drafts: &Drafts<'_>) -> Result<(), WriteFault> {
    let staged = drafts
        .changes()
        .iter()
        .map(|(path, draft)| stage(&site.join(path), draft))
        .collect::<Result<Vec<_>, WriteFault>>()?;
    let mut done: BTreeMap<PathBuf, Option<Vec<u8>>> = BTreeMap::new();
    for staged in staged {
        let Staged { target, file, old } = staged;
        let placed = match &old {
            Some(_) => file.persist(&target).map(drop).map_err(|e| e.error),
            // Whatever appeared there since is not overwritten.
            None => file.persist_noclobber(&target).map(drop).map_err(|e| e.error),
        };
        if let Err(error) = placed {
            bring_back(done);
            return Err(WriteFault::Io(target, error));
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

/// Writes a file beside its place, with the rights of the one that it replaces.
fn stage(path: &Path, draft: &Draft) -> Result<Staged, WriteFault> {
    // A link within the site stays a link: what it leads to is replaced.
    let target = if draft.old.is_some() { fs::canonicalize(path) } else { Ok(path.to_owned()) };
    let fault = |error| WriteFault::Io(path.to_owned(), error);
    let target = target.map_err(fault)?;
    let folder = target.parent().unwrap_or(Path::new("."));
    if draft.old.is_none() {
        fs::create_dir_all(folder).map_err(fault)?;
    }
    let old = match &draft.old {
        Some(text) => {
            let now = fs::read(&target).map_err(fault)?;
            if now != text.as_bytes() {
                return Err(WriteFault::Changed(path.to_owned()));
            }
            Some(now)
        }
        None if target.symlink_metadata().is_ok() => return Err(WriteFault::Changed(path.to_owned())),
        None => None,
    };
    let mut file = beside(folder, old.is_some().then_some(&target)).map_err(fault)?;
    file.write_all(draft.new.as_bytes()).and_then(|()| file.as_file().sync_all()).map_err(fault)?;
    Ok(Staged { target, file, old })
}

/// A file of a hidden name in the folder; readable as the one that it is to replace, else as files are made.
fn beside(folder: &Path, like: Option<&PathBuf>) -> io::Result<NamedTempFile> {
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

/// Undoes what was placed before the fault, as far as the machine lets it.
fn bring_back(done: BTreeMap<PathBuf, Option<Vec<u8>>>) {
    for (target, old) in done {
        let Some(bytes) = old else {
            let _ = fs::remove_file(&target);
            continue;
        };
        let folder = target.parent().unwrap_or(Path::new("."));
        if let Ok(mut file) = beside(folder, Some(&target))
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
        let mut drafts = Drafts::new(&snapshot);
        drafts.put(A, "mới\n".to_owned());
        drafts.put("content/agencies/sub/b.yaml", "b\n".to_owned());
        replace(dir.path(), &drafts).expect("written");
        assert_eq!(fs::read_to_string(&path).expect("the file"), "mới\n");
        assert_eq!(fs::metadata(&path).expect("the file").permissions().mode() & 0o777, 0o640);
        assert_eq!(fs::read_to_string(dir.path().join("content/agencies/sub/b.yaml")).expect("the file"), "b\n");
        assert_eq!(names(dir.path()), ["a.yaml"]);
    }

    #[test]
    fn what_somebody_changed_meanwhile_is_left_alone() {
        let (dir, snapshot) = site();
        let mut drafts = Drafts::new(&snapshot);
        drafts.put(A, "mới\n".to_owned());
        fs::write(dir.path().join(A), "của người khác\n").expect("a file of the test");
        assert!(matches!(replace(dir.path(), &drafts), Err(WriteFault::Changed(_))));
        assert_eq!(fs::read_to_string(dir.path().join(A)).expect("the file"), "của người khác\n");
        assert_eq!(names(dir.path()), ["a.yaml"]);
    }

    /// The second file cannot take its place, so the first goes back.
    #[test]
    fn all_or_none() {
        let (dir, snapshot) = site();
        let mut drafts = Drafts::new(&snapshot);
        drafts.put(A, "mới\n".to_owned());
        drafts.put("content/tasks/b", "b\n".to_owned());
        drafts.put("content/tasks/b/c.yaml", "c\n".to_owned());
        assert!(matches!(replace(dir.path(), &drafts), Err(WriteFault::Io(..))));
        assert_eq!(fs::read_to_string(dir.path().join(A)).expect("the file"), "cũ\n");
        assert_eq!(names(dir.path()), ["a.yaml", "b"]);
        assert_eq!(fs::read_dir(dir.path().join("content/tasks/b")).expect("the folder").count(), 0);
    }
}
