//! What keeps a change from being written.

use std::io;
use std::path::PathBuf;

/// Why nothing was written.
#[derive(Debug)]
pub enum WriteError {
    /// A file has changed since it was read.
    Changed(PathBuf),
    /// Another command is writing.
    Locked(PathBuf),
    /// The file belongs to this user and group, and only they or root could leave it so.
    Owner(PathBuf, u32, u32),
    Io(PathBuf, io::Error),
}
