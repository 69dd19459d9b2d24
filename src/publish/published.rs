//! A published site, read as its manifest lists it.

use super::error::{At, ErrorKind, PublishError};
use super::fs::Fs;
use super::manifest::Manifest;
use crate::os::{Disk, canonicalize};
use std::path::{Path, PathBuf};

/// A published site. Of its folder, only what the manifest lists is ever read.
pub struct Published {
    root: PathBuf,
    manifest: Manifest,
}

impl Published {
    /// The site at `output`; none where there is no manifest.
    ///
    /// # Errors
    /// The manifest cannot be read.
    pub fn at(output: &Path) -> Result<Option<Self>, PublishError> {
        // A web root may be named by a link; in it none is followed.
        let root = canonicalize(output).unwrap_or_else(|_| output.to_owned());
        Ok(Manifest::read(&Disk, &root)?.map(|manifest| Self { root, manifest }))
    }

    /// Its folder, links resolved.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The day that it speaks of, `2024-02-29`.
    pub fn as_of(&self) -> &str {
        &self.manifest.as_of
    }

    /// The paths of its files, in byte order.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.manifest.files.paths()
    }

    /// How many of them are pages.
    pub fn pages(&self) -> usize {
        self.paths().filter(|path| path.ends_with(".html")).count()
    }

    /// Whether it has a file at a path.
    pub fn has(&self, path: &str) -> bool {
        self.manifest.files.position(path).is_some()
    }

    /// Bytes of a file, as listed.
    pub fn size(&self, path: &str) -> u64 {
        self.manifest.files.get(path).map_or(0, |entry| entry.size)
    }

    /// The file at a path that is listed.
    ///
    /// # Errors
    /// It cannot be read, or is not what the build has put there: changed since, or being replaced.
    pub fn read(&self, path: &str) -> Result<Vec<u8>, PublishError> {
        let full = self.root.join(path);
        let bytes = Disk.read(&full).at(&full)?;
        let listed = self.manifest.files.get(path).and_then(|entry| entry.hash);
        if listed == Some(blake3::hash(&bytes)) { Ok(bytes) } else { Err(PublishError::new(full, ErrorKind::Altered)) }
    }
}
