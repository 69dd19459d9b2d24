//! Whole, or not at all; nothing of others is lost, nothing leads out.

use super::*;
use std::fs;
use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};
use std::time::Duration;

const A: &str = "content/tasks/a.yaml";
const B: &str = "content/tasks/b.yaml";

fn site() -> tempfile::TempDir {
    let dir = tempfile::tempdir().expect("a folder for the test");
    fs::create_dir_all(dir.path().join("content/tasks")).expect("a folder of the test");
    fs::write(dir.path().join(A), "cũ\n").expect("a file of the test");
    dir
}

fn change(old: Option<&str>, new: &str) -> FileChange {
    FileChange { old: old.map(Into::into), new: new.to_owned() }
}

fn put(dir: &tempfile::TempDir, files: &[(&str, Option<&str>, &str)]) -> Result<(), WriteError> {
    let files = files.iter().map(|(path, old, new)| ((*path).to_owned(), change(*old, new))).collect();
    write(&Lock::take(dir.path())?, &files)
}

fn read(dir: &tempfile::TempDir, path: &str) -> String {
    fs::read_to_string(dir.path().join(path)).expect("the file")
}

fn names(dir: &tempfile::TempDir) -> Vec<String> {
    let entries = fs::read_dir(dir.path().join("content/tasks")).expect("the folder");
    let mut names: Vec<String> =
        entries.map(|e| e.expect("an entry").file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

#[test]
fn files_are_replaced_whole_with_their_rights() {
    let dir = site();
    let path = dir.path().join(A);
    fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).expect("rights");
    // Where the file system of the test has attributes, they stay.
    let has = rustix::fs::setxattr(&path, "user.dau", b"x", rustix::fs::XattrFlags::empty()).is_ok();
    // Only root can make a file of another owner.
    let other = std::os::unix::fs::chown(&path, Some(1234), Some(4321)).is_ok();
    put(&dir, &[(A, Some("cũ\n"), "mới\n"), ("content/agencies/sub/b.yaml", None, "b\n")]).expect("written");
    assert_eq!((read(&dir, A).as_str(), read(&dir, "content/agencies/sub/b.yaml").as_str()), ("mới\n", "b\n"));
    let data = fs::metadata(&path).expect("the file");
    assert_eq!(data.permissions().mode() & 0o7777, 0o640);
    if other {
        assert_eq!((data.uid(), data.gid()), (1234, 4321));
    }
    if has {
        let mut value = [0; 8];
        assert_eq!(rustix::fs::getxattr(&path, "user.dau", &mut value[..]), Ok(1));
    }
    assert_eq!(names(&dir), ["a.yaml"]);
}

/// Root makes files for those who keep the folder.
#[test]
fn a_new_file_belongs_to_whom_its_folder_belongs() {
    let dir = site();
    if std::os::unix::fs::chown(dir.path().join("content/tasks"), Some(1234), Some(4321)).is_ok() {
        put(&dir, &[(B, None, "b\n"), ("content/tasks/sub/c.yaml", None, "c\n")]).expect("written");
        for path in [B, "content/tasks/sub", "content/tasks/sub/c.yaml"] {
            let data = fs::metadata(dir.path().join(path)).expect("the file");
            assert_eq!((data.uid(), data.gid()), (1234, 4321), "{path}");
        }
    }
}

#[test]
fn what_somebody_changed_meanwhile_is_left_alone() {
    for (path, old) in [(A, Some("của tôi\n")), (A, None), (B, Some("đã mất\n"))] {
        let dir = site();
        assert!(matches!(put(&dir, &[(path, old, "mới\n")]), Err(WriteError::Changed(_))));
        assert_eq!((read(&dir, A).as_str(), names(&dir)), ("cũ\n", vec!["a.yaml".to_owned()]));
    }
}

/// An editor saves after the last look and before the exchange, and again before the exchange is undone.
#[test]
fn a_save_in_the_last_moment_stays() {
    let change = change(Some("cũ\n"), "mới\n");
    for (last, later) in [("lưu\n", None), ("lưu\n", Some("lưu lần hai\n"))] {
        let dir = site();
        let lock = Lock::take(dir.path()).expect("the lock");
        let staged = Staged::new(&lock, A, &change).expect("staged");
        fs::write(dir.path().join(A), last).expect("saved");
        staged.folder.exchange(&staged.temporary, &staged.name).expect("an exchange");
        if let Some(later) = later {
            fs::write(dir.path().join(A), later).expect("saved");
        }
        assert!(matches!(staged.is_ours(), Err(WriteError::Changed(_))));
        drop(staged);
        assert_eq!((read(&dir, A).as_str(), names(&dir)), (later.unwrap_or(last), vec!["a.yaml".to_owned()]));
    }
}

/// The second file cannot take its place, so the first goes back.
#[test]
fn all_or_none() {
    let dir = site();
    let changes = [change(Some("cũ\n"), "mới\n"), change(None, "b\n")];
    for exchanged in [true, false] {
        let lock = Lock::take(dir.path()).expect("the lock");
        let staged = Staged::new(&lock, A, &changes[0]).expect("staged");
        if exchanged {
            staged.place().expect("placed");
        } else {
            staged.folder.rename(&staged.temporary, &staged.name).expect("placed");
        }
        let other = Staged::new(&lock, B, &changes[1]).expect("staged");
        other.place().expect("placed");
        assert_eq!((read(&dir, A).as_str(), read(&dir, B).as_str()), ("mới\n", "b\n"));
        other.take_back();
        staged.take_back();
        drop((staged, other));
        assert_eq!((read(&dir, A).as_str(), names(&dir)), ("cũ\n", vec!["a.yaml".to_owned()]));
    }
    // A file that cannot be made, and one whose name is a folder's.
    let files = [(A, Some("cũ\n"), "mới\n"), (B, None, "b\n"), ("content/tasks/b.yaml/c.yaml", None, "c\n")];
    assert!(put(&dir, &files).is_err());
    assert_eq!(read(&dir, A), "cũ\n");
}

#[test]
fn no_path_leads_out() {
    let (dir, other) = (site(), site());
    symlink(other.path().join("content/tasks"), dir.path().join("content/link")).expect("a link");
    symlink(other.path().join(A), dir.path().join("content/tasks/out.yaml")).expect("a link");
    symlink("nowhere.yaml", dir.path().join("content/tasks/dead.yaml")).expect("a link");
    symlink("a.yaml", dir.path().join("content/tasks/own.yaml")).expect("a link");
    for (path, old) in [
        ("../evil.yaml", None),
        ("content/../../evil.yaml", None),
        ("content/tasks/../../../evil.yaml", None),
        ("/evil.yaml", None),
        ("content/link/a.yaml", Some("cũ\n")),
        ("content/link/new.yaml", None),
        ("content/tasks/out.yaml", Some("cũ\n")),
        ("content/tasks/dead.yaml", None),
    ] {
        assert!(put(&dir, &[(path, old, "ác\n")]).is_err(), "{path}");
    }
    assert_eq!((read(&other, A).as_str(), names(&other)), ("cũ\n", vec!["a.yaml".to_owned()]));
    // A link to a file of the site stays one.
    put(&dir, &[("content/tasks/own.yaml", Some("cũ\n"), "mới\n")]).expect("written");
    assert_eq!(read(&dir, A), "mới\n");
    assert!(fs::symlink_metadata(dir.path().join("content/tasks/own.yaml")).expect("the link").is_symlink());
}

#[test]
fn one_writer_at_a_time() {
    let dir = site();
    let lock = Lock::take(dir.path()).expect("the lock");
    assert!(matches!(Lock::within(dir.path(), Duration::ZERO), Err(WriteError::Locked(_))));
    drop(lock);
    assert!(Lock::within(dir.path(), Duration::ZERO).is_ok());
}

#[test]
fn what_a_killed_command_left_is_cleared() {
    let dir = site();
    fs::write(dir.path().join("content/tasks/.tiendo-edit-1-0"), "dở\n").expect("a file of the test");
    put(&dir, &[(A, Some("cũ\n"), "mới\n")]).expect("written");
    assert_eq!(names(&dir), ["a.yaml"]);
}
