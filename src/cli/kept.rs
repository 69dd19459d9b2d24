//! What a build with `--keep-spare` leaves for the next one's reading: one file beside the web root, its owner's alone.
//!
//! All of it is best effort. A build without it reads everything, and makes the same site.

use crate::load::Kept;
use std::ffi::OsString;
use std::fs::{self, OpenOptions};
use std::io::{self, Write as _};
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::{Path, PathBuf};

/// A larger file is none of ours.
const MAX_BYTES: u64 = 1 << 30;

/// The file beside a web root that is there.
fn beside(output: &Path, ending: &str) -> io::Result<PathBuf> {
    let root = fs::canonicalize(output)?;
    let mut name = OsString::from(".");
    name.push(root.file_name().unwrap_or_default());
    name.push(ending);
    Ok(root.with_file_name(name))
}

fn place(output: &Path) -> io::Result<PathBuf> {
    beside(output, ".tiendo-read")
}

/// What the last build has left; nothing where there is none, or none that can be trusted.
pub fn read(output: &Path) -> Kept {
    let bytes = place(output).and_then(|path| {
        let found = fs::symlink_metadata(&path)?;
        if found.is_file() && found.len() <= MAX_BYTES { fs::read(path) } else { Ok(Vec::new()) }
    });
    Kept::open(bytes.unwrap_or_default())
}

/// Leaves it for the next build, whole or not at all.
pub fn write(output: &Path, bytes: &[u8]) {
    let written = || -> io::Result<()> {
        let new = beside(output, ".tiendo-read-new")?;
        // Of a build that was killed here.
        match fs::remove_file(&new) {
            Err(e) if e.kind() != io::ErrorKind::NotFound => return Err(e),
            Ok(()) | Err(_) => {}
        }
        // Never through a link, and for the owner alone: drafts and internal tasks are read too.
        let mut file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(&new)?;
        let done = file.write_all(bytes).and_then(|()| fs::rename(&new, place(output)?));
        done.inspect_err(|_| drop(fs::remove_file(&new)))
    };
    // On a full disk, say: the next build reads everything.
    let _ = written();
}

/// Takes away what an earlier build has left.
pub fn remove(output: &Path) {
    for path in [place(output), beside(output, ".tiendo-read-new")].into_iter().flatten() {
        // Mostly it is not there.
        let _ = fs::remove_file(path);
    }
}
