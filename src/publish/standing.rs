//! An output as its manifest tells of it, read without the lock: enough to know that there is nothing to do.

use super::manifest::Manifest;
use crate::os::{Disk, canonicalize};
use std::path::{Path, PathBuf};

pub struct Standing {
    root: PathBuf,
    manifest: Manifest,
    /// Of the manifest as it stands in its file.
    hash: blake3::Hash,
}

impl Standing {
    /// What stands at `output`; none where there is no output, or none that can be read.
    pub fn at(output: &Path) -> Option<Self> {
        let root = canonicalize(output).ok()?;
        let text = Manifest::text(&Disk, &root).ok()??;
        let manifest = Manifest::of(&text, &root).ok()?;
        Some(Self { root, manifest, hash: blake3::hash(&text) })
    }

    /// The day that it speaks of.
    pub fn as_of(&self) -> &str {
        &self.manifest.as_of
    }

    /// Whether all its files stand at their lengths: a build in place may have died among them.
    pub fn is_whole(&self) -> bool {
        self.manifest.files_stand(&Disk, &self.root).unwrap_or(false)
    }

    /// If it was made by `generator` from the inputs that hash to `key` and has all its files, how many: then there is
    /// nothing to build.
    pub fn is_made_from(&self, generator: &str, key: &str) -> Option<usize> {
        let manifest = &self.manifest;
        let same = manifest.generator == generator && manifest.key.as_deref() == Some(key);
        (same && self.is_whole()).then_some(manifest.files.len())
    }

    /// The manifest, if it still is that of the output at `root`, which reads `text`.
    pub(super) fn manifest_if(self, root: &Path, text: &[u8]) -> Option<Manifest> {
        (self.root == root && self.hash == blake3::hash(text)).then_some(self.manifest)
    }
}
