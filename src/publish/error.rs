//! Why publishing stopped. Words for it live with the commands; the old site stands whenever one of these is met.

use super::links::Dead;
use crate::diag::Diagnostic;
use crate::os::is_link;
use std::io;
use std::path::{Path, PathBuf};

#[derive(Debug)]
pub struct PublishError {
    pub path: PathBuf,
    pub kind: ErrorKind,
}

#[derive(Debug)]
pub enum ErrorKind {
    Io(io::Error),
    /// Forbidden since this belongs to somebody else: this user and that one.
    Owner {
        ours: u32,
        theirs: u32,
    },
    /// Another build holds the lock; what it wrote about itself.
    Locked(String),
    Refused(Refusal),
    /// Pages could not be rendered because of the theme; in the order of their paths.
    Render(Vec<Diagnostic>),
    /// The plan names a path that must not be written.
    BadPath,
    BadManifest,
    /// A file that is read is not what its manifest lists.
    Altered,
    /// The manifest was written by a later version of its format.
    NewerManifest(u32),
    /// The stage is not what was planned; it was thrown away.
    Incomplete,
    /// Pages link to files that the next site does not have.
    DeadLinks(Vec<Dead>),
    Stopped,
    /// No former site is kept, or only those that equal the live one.
    NothingKept,
    /// The kept site that was to be brought back is not whole.
    DamagedGeneration,
}

/// Why a folder cannot be the output.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    Root,
    /// A folder named as protected (home, site), or one that holds it.
    Protected(PathBuf),
    Sources,
    Git,
    NotAFolder,
    /// It has files and no manifest; the first of them.
    NoManifest(PathBuf),
    /// Planned paths where something stands that no manifest lists; the first of them, relative.
    InTheWay(Vec<PathBuf>),
    /// A symbolic link in the web root or beside it, where a folder or file of ours should be.
    Link,
    /// A name of ours at which something stands that no build has made.
    NotOurs,
    /// The web root is another folder than when the build began.
    Changed,
    /// Former sites are asked for, and this web root is replaced file by file.
    NoFormer,
}

impl PublishError {
    pub(super) fn new(path: impl Into<PathBuf>, kind: ErrorKind) -> Self {
        Self { path: path.into(), kind }
    }

    pub(super) fn refused(path: impl Into<PathBuf>, why: Refusal) -> Self {
        Self::new(path, ErrorKind::Refused(why))
    }

    /// The key of its words in the message files.
    pub fn key(&self) -> &'static str {
        match &self.kind {
            ErrorKind::Io(e) => match e.kind() {
                io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => "publish-disk-full",
                io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => "publish-no-permission",
                _ => "publish-io",
            },
            ErrorKind::Owner { .. } => "publish-owner",
            ErrorKind::Locked(_) => "publish-locked",
            ErrorKind::Refused(why) => match why {
                Refusal::Root => "publish-refused-root",
                Refusal::Protected(_) => "publish-refused-protected",
                Refusal::Sources => "publish-refused-sources",
                Refusal::Git => "publish-refused-git",
                Refusal::NotAFolder => "publish-refused-not-a-folder",
                Refusal::NoManifest(_) => "publish-refused-no-manifest",
                Refusal::InTheWay(_) => "publish-refused-in-the-way",
                Refusal::Link => "publish-refused-link",
                Refusal::NotOurs => "publish-refused-not-ours",
                Refusal::Changed => "publish-refused-changed",
                Refusal::NoFormer => "publish-refused-no-former",
            },
            ErrorKind::Render(_) => "publish-render",
            ErrorKind::BadPath => "publish-bad-path",
            ErrorKind::BadManifest => "publish-bad-manifest",
            ErrorKind::Altered => "publish-altered",
            ErrorKind::NewerManifest(_) => "publish-newer-manifest",
            ErrorKind::Incomplete => "publish-incomplete",
            ErrorKind::DeadLinks(_) => "publish-dead-links",
            ErrorKind::Stopped => "publish-stopped",
            ErrorKind::NothingKept => "publish-nothing-kept",
            ErrorKind::DamagedGeneration => "publish-damaged-generation",
        }
    }
}

/// Puts the path into an error of the machine.
pub(super) trait At<T> {
    fn at(self, path: &Path) -> Result<T, PublishError>;
}

impl<T> At<T> for io::Result<T> {
    fn at(self, path: &Path) -> Result<T, PublishError> {
        self.map_err(|e| {
            if is_link(&e) {
                PublishError::refused(link_in(path), Refusal::Link)
            } else {
                PublishError::new(path, ErrorKind::Io(e))
            }
        })
    }
}

/// Which part of a path is the link; only told.
fn link_in(path: &Path) -> &Path {
    path.ancestors().filter(|part| part.is_symlink()).last().unwrap_or(path)
}
