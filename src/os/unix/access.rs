//! What a user may do to a folder, and how much room there is.

use rustix::fs::{Access, access, statvfs};
use std::path::Path;

/// Whether this user may put something into a folder.
pub fn may_write(folder: &Path) -> bool {
    access(folder, Access::WRITE_OK | Access::EXEC_OK).is_ok()
}

/// Bytes that a user may still write to the disk of a folder.
pub fn free(folder: &Path) -> Option<u64> {
    let disk = statvfs(folder).ok()?;
    disk.f_bavail.checked_mul(disk.f_frsize)
}
