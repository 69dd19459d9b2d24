//! A site folder → [`Snapshot`]: the loader's only I/O.
//!
//! Reads `content/` and `themes/`, nothing else. Refuses to follow a symbolic link out of the site.

use super::snapshot::{Body, File, MAX_FILE_BYTES, MAX_FILES, Snapshot, passed_over};
use crate::os;
use rayon::prelude::*;
use std::borrow::Cow;
use std::fmt;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use walkdir::{DirEntry, WalkDir};

/// A file or folder that could not be read.
#[derive(Debug)]
pub struct DiskError {
    /// Its path.
    pub path: PathBuf,
    /// Why.
    pub error: io::Error,
}

impl fmt::Display for DiskError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.path.display(), self.error)
    }
}

impl std::error::Error for DiskError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(&self.error)
    }
}

/// Reads `content/` and `themes/` of a site folder.
///
/// # Errors
/// A folder or file that cannot be read; a missing `content/` or `themes/` is no error.
pub fn read(site: &Path) -> Result<Snapshot, DiskError> {
    let root = os::canonicalize(site).map_err(|error| error_at(site, error))?;
    let mut snapshot = Snapshot::default();
    let mut found = Vec::new();
    for folder in ["content", "themes"] {
        let top = root.join(folder);
        let Ok(metadata) = top.symlink_metadata() else { continue };
        if metadata.file_type().is_symlink() && !os::canonicalize(&top).is_ok_and(|real| real.starts_with(&root)) {
            let target = fs::read_link(&top).map_err(|error| error_at(&top, error))?;
            snapshot.files.push(File { path: folder.to_owned(), body: Body::Outside(target.display().to_string()) });
            continue;
        }
        snapshot.too_many = !list(&top, MAX_FILES - snapshot.files.len(), &mut found)?;
        if snapshot.too_many {
            break;
        }
    }
    let one = |buffer: &mut Vec<u8>, entry: &DirEntry| one_file(&root, entry.path(), entry.path_is_symlink(), buffer);
    let read: Vec<_> = found.par_iter().map_init(Vec::new, one).collect();
    // In the order of the paths: of several errors always the same one is reported.
    for file in read {
        snapshot.files.extend(file?);
    }
    Ok(snapshot)
}

/// Adds the files and links below a folder; whether there is room for them all.
fn list(top: &Path, room: usize, found: &mut Vec<DirEntry>) -> Result<bool, DiskError> {
    let of_site = |entry: &DirEntry| entry.depth() == 0 || !passed_over(&entry.file_name().to_string_lossy());
    for entry in WalkDir::new(top).follow_links(false).sort_by_file_name().into_iter().filter_entry(of_site) {
        let entry = entry.map_err(|error| {
            let path = error.path().unwrap_or(top).to_owned();
            DiskError { path, error: error.into() }
        })?;
        let kind = entry.file_type();
        if !kind.is_file() && !kind.is_symlink() {
            continue;
        }
        if found.len() >= room {
            return Ok(false);
        }
        found.push(entry);
    }
    Ok(true)
}

/// Reads one file; a link is followed if it stays in the site and leads to a file, pipes and the like are passed over.
/// `buffer` is reused from file to file, so that each text is allocated once.
fn one_file(root: &Path, path: &Path, link: bool, buffer: &mut Vec<u8>) -> Result<Option<File>, DiskError> {
    let refused = |body| Ok(Some(File { path: relative(root, path), body }));
    let real = if link {
        let target = fs::read_link(path).map_err(|error| error_at(path, error))?;
        match os::canonicalize(path) {
            Ok(real) if real.starts_with(root) && real.is_file() => Cow::Owned(real),
            // A link to a folder, a dead link and a link out of the site alike are not content.
            Ok(_) | Err(_) => return refused(Body::Outside(target.display().to_string())),
        }
    } else {
        Cow::Borrowed(path)
    };
    match bytes(&real, buffer).map_err(|error| error_at(path, error))? {
        Found::Nothing => return Ok(None),
        Found::TooLarge(size) => return refused(Body::TooLarge(size)),
        Found::Bytes => {}
    }
    // The standard library reads what is not ASCII, as Vietnamese is, byte by byte.
    let body = match simdutf8::basic::from_utf8(buffer) {
        Ok(text) => Body::Text(text.into()),
        Err(_) => Body::Bytes(buffer.as_slice().into()),
    };
    Ok(Some(File { path: relative(root, path), body }))
}

/// What stands at a path that was a file when its folder was listed.
enum Found {
    Bytes,
    TooLarge(u64),
    /// A pipe or the like.
    Nothing,
}

fn bytes(path: &Path, buffer: &mut Vec<u8>) -> io::Result<Found> {
    let file = os::open_content(path)?;
    let metadata = file.metadata()?;
    if !metadata.is_file() {
        return Ok(Found::Nothing);
    }
    let size = metadata.len();
    if size > MAX_FILE_BYTES {
        return Ok(Found::TooLarge(size));
    }
    buffer.clear();
    // One more than there is, so that the end is found without growing.
    buffer.reserve(usize::try_from(size).expect("no file here is larger than memory") + 1);
    while os::read_more(&file, buffer)? > 0 {
        // A file that grows meanwhile is refused rather than cut.
        if buffer.len() as u64 > MAX_FILE_BYTES {
            return Ok(Found::TooLarge(buffer.len() as u64));
        }
        buffer.reserve(1);
    }
    Ok(Found::Bytes)
}

fn error_at(path: &Path, error: io::Error) -> DiskError {
    DiskError { path: path.to_owned(), error }
}

/// The path below the site, `/` between its parts; what is not UTF-8 in it is replaced.
fn relative(root: &Path, path: &Path) -> String {
    let inside = path.strip_prefix(root).unwrap_or(path);
    let parts: Vec<_> = inside.components().map(|c| c.as_os_str().to_string_lossy()).collect();
    parts.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;
    use rustix::fs::{CWD, FileType, Mode, mknodat};

    #[test]
    fn what_took_the_place_of_a_file_is_neither_followed_nor_waited_for() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        let mut buffer = Vec::new();
        mknodat(CWD, at("pipe"), FileType::Fifo, Mode::RUSR | Mode::WUSR, 0).unwrap();
        assert!(matches!(bytes(&at("pipe"), &mut buffer), Ok(Found::Nothing)));
        fs::write(at("a.yaml"), "a").unwrap();
        std::os::unix::fs::symlink("a.yaml", at("link.yaml")).unwrap();
        assert!(bytes(&at("link.yaml"), &mut buffer).is_err());
        assert!(matches!(bytes(&at("a.yaml"), &mut buffer), Ok(Found::Bytes)));
        assert_eq!(buffer, b"a");
        fs::write(at("b.yaml"), "").unwrap();
        assert!(matches!(bytes(&at("b.yaml"), &mut buffer), Ok(Found::Bytes)));
        assert_eq!(buffer, b"", "nothing of the file before is left");
        let large = fs::File::create(at("large.yaml")).unwrap();
        large.set_len(MAX_FILE_BYTES + 1).unwrap();
        assert!(
            matches!(bytes(&at("large.yaml"), &mut buffer), Ok(Found::TooLarge(size)) if size == MAX_FILE_BYTES + 1)
        );
    }

    #[test]
    fn files_come_in_the_order_of_their_paths() {
        let site = tempfile::tempdir().unwrap();
        let content = site.path().join("content");
        fs::create_dir_all(content.join("m")).unwrap();
        for n in 0..200 {
            fs::write(content.join(format!("{:02}.md", n % 100)), "x").unwrap();
            fs::write(content.join(format!("m/{n:03}.md")), n.to_string()).unwrap();
        }
        mknodat(CWD, content.join("50.pipe"), FileType::Fifo, Mode::RUSR, 0).unwrap();
        let snapshot = read(site.path()).unwrap();
        let paths: Vec<_> = snapshot.files.iter().map(|file| file.path.as_str()).collect();
        assert_eq!((paths.len(), paths.is_sorted()), (300, true));
        assert_eq!(snapshot.files[107].body, Body::Text("7".into()));
    }
}
