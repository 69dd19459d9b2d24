//! What is done in a folder of the content by its open handle.

use crate::load::MAX_FILE_BYTES;
use crate::os::Folder;
use std::fs::File;
use std::io::{self, Read};

/// How the name of a file that is being written begins: hidden, so that nobody takes it for content.
const TEMPORARY: &str = ".tiendo-edit-";

/// What a file holds; none if none can be read there.
pub fn read(folder: &Folder, name: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    // One byte more than the site may have in a file is as good as all of them: it differs.
    folder.open_file(name).ok()??.take(MAX_FILE_BYTES + 1).read_to_end(&mut bytes).ok()?;
    Some(bytes)
}

/// A new file with a temporary name of its own.
pub fn temporary(folder: &Folder) -> io::Result<(String, File)> {
    for n in 0.. {
        let name = format!("{TEMPORARY}{}-{n}", std::process::id());
        match folder.create(&name) {
            Err(e) if e.kind() == io::ErrorKind::AlreadyExists => {}
            made => return Ok((name, made?)),
        }
    }
    Err(io::ErrorKind::AlreadyExists.into())
}

/// Removes what killed commands left there. Whoever holds the lock may: no other is at work.
pub fn clear(folder: &Folder) -> io::Result<()> {
    let own = format!("{TEMPORARY}{}-", std::process::id());
    let left = folder.files()?;
    left.iter()
        .filter(|name| name.starts_with(TEMPORARY) && !name.starts_with(&own))
        .for_each(|name| folder.remove(name));
    Ok(())
}
