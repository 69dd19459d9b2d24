//! A site folder → [`Snapshot`]: the loader's only I/O.
//!
//! Reads `content/` and `themes/`, nothing else. Refuses to follow a symbolic link out of the site.

use super::snapshot::{Body, File, MAX_FILE_BYTES, MAX_FILES, Snapshot};
use std::fmt;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use walkdir::WalkDir;

/// The machine failed, not the content.
#[derive(Debug)]
pub struct DiskFault {
    /// What could not be read.
    pub path: PathBuf,
    /// Why.
    pub error: io::Error,
}

impl fmt::Display for DiskFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.path.display(), self.error)
    }
}

impl std::error::Error for DiskFault {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(&self.error)
    }
}

/// Reads `content/` and `themes/` of a site folder.
///
/// # Errors
/// A folder or file that cannot be read; a missing `content/` or `themes/` is no error.
pub fn read(site: &Path) -> Result<Snapshot, DiskFault> {
    let fault = |path: &Path, error| DiskFault { path: path.to_owned(), error };
    let root = fs::canonicalize(site).map_err(|error| fault(site, error))?;
    let mut snapshot = Snapshot::default();
    for folder in ["content", "themes"] {
        let top = root.join(folder);
        let Ok(metadata) = top.symlink_metadata() else { continue };
        if metadata.file_type().is_symlink() && !fs::canonicalize(&top).is_ok_and(|real| real.starts_with(&root)) {
            let target = fs::read_link(&top).map_err(|error| fault(&top, error))?;
            snapshot.files.push(File { path: folder.to_owned(), body: Body::Outside(target.display().to_string()) });
            continue;
        }
        for entry in WalkDir::new(&top).follow_links(false).sort_by_file_name() {
            let entry = entry.map_err(|error| {
                let path = error.path().unwrap_or(&top).to_owned();
                DiskFault { path, error: error.into() }
            })?;
            if entry.file_type().is_dir() {
                continue;
            }
            if snapshot.files.len() >= MAX_FILES {
                snapshot.too_many = true;
                return Ok(snapshot);
            }
            snapshot.files.extend(one_file(&root, entry.path())?);
        }
    }
    Ok(snapshot)
}

/// Reads one file; a link is followed if it stays in the site and leads to a file, pipes and the like are passed over.
fn one_file(root: &Path, path: &Path) -> Result<Option<File>, DiskFault> {
    let fault = |error| DiskFault { path: path.to_owned(), error };
    let name = relative(root, path);
    let refused = |body| Ok(Some(File { path: name.clone(), body }));
    let link = fs::symlink_metadata(path).map_err(fault)?.file_type().is_symlink();
    let real = if link {
        let target = fs::read_link(path).map_err(fault)?;
        match fs::canonicalize(path) {
            Ok(real) if real.starts_with(root) && real.is_file() => real,
            // A link to a folder, a dead link and a link out of the site alike are not content.
            Ok(_) | Err(_) => return refused(Body::Outside(target.display().to_string())),
        }
    } else {
        path.to_owned()
    };
    let metadata = fs::metadata(&real).map_err(fault)?;
    if !metadata.is_file() {
        return Ok(None);
    }
    if metadata.len() > MAX_FILE_BYTES {
        return refused(Body::TooLarge(metadata.len()));
    }
    let bytes = fs::read(&real).map_err(fault)?;
    let body = match String::from_utf8(bytes) {
        Ok(text) => Body::Text(text.into()),
        Err(error) => Body::Bytes(error.into_bytes().into()),
    };
    Ok(Some(File { path: name, body }))
}

/// The path below the site, `/` between its parts; what is not UTF-8 in it is replaced.
fn relative(root: &Path, path: &Path) -> String {
    let inside = path.strip_prefix(root).unwrap_or(path);
    let parts: Vec<_> = inside.components().map(|c| c.as_os_str().to_string_lossy()).collect();
    parts.join("/")
}
