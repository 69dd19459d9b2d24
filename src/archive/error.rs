//! Why an archive was not written. Words for it live with the commands.

use crate::publish::PublishError;
use std::io;
use std::path::PathBuf;

#[derive(Debug)]
pub enum ArchiveError {
    Publish(PublishError),
    Io(PathBuf, io::Error),
    /// The file is neither `.html` nor `.zip`.
    Form,
    /// The file would lie in the site itself.
    Inside,
    /// The site has no page of that meeting or document; one that is meant, if one is near.
    NoPage(String, Option<String>),
    /// One page cannot hold so much: its pages, and their bytes.
    TooLarge(usize, u64),
    /// A file that another version has written in another way.
    Unread(String),
}

impl From<PublishError> for ArchiveError {
    fn from(error: PublishError) -> Self {
        Self::Publish(error)
    }
}
