//! What the machine refused.

use std::io;
use std::net::SocketAddr;
use std::path::Path;

/// Why the preview cannot be served; the words are the command's.
#[derive(Debug)]
pub struct ServeError {
    /// What was wanted: an address or a folder.
    pub subject: String,
    pub kind: ErrorKind,
}

#[derive(Debug)]
pub enum ErrorKind {
    /// The address cannot be listened at; most often another program does.
    Listen(io::Error),
    /// The folder cannot be watched (too many watches, no permission): the system's words.
    Watch(String),
}

impl ServeError {
    pub(super) fn listen(address: SocketAddr, error: io::Error) -> Self {
        Self { subject: address.to_string(), kind: ErrorKind::Listen(error) }
    }

    pub(super) fn watch(folder: &Path, error: &impl ToString) -> Self {
        Self { subject: folder.display().to_string(), kind: ErrorKind::Watch(error.to_string()) }
    }
}
