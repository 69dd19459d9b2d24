//! What a user may do to a folder, and how much room there is: only the attempt tells.

use std::path::Path;

/// Whether this user may put something into a folder.
pub fn may_write(_: &Path) -> bool {
    true
}

/// Bytes that a user may still write to the disk of a folder; not known.
pub fn free(_: &Path) -> Option<u64> {
    None
}
