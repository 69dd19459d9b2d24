//! Former sites, kept beside the output so that `rollback` can bring one back.
//!
//! A generation is the last site as it stood when the next one took its place: its files are second names of those that
//! stayed, so it costs what has changed since. Its number grows, nobody but its owner can look into it, and only what
//! its manifest lists is ever published again: foreign files stay those of the live site.

use super::error::{At, ErrorKind, PublishError};
use super::fs::{Fs, PRIVATE_MODE};
use super::manifest::Manifest;
use super::marks::{Leftover, Mark, discard, mark};
use super::target::{MANIFEST, Purpose, Target, UNFINISHED};
use super::verify::verify_on;
use crate::bundle::{Fingerprint, MakeError, MakeErrorKind, Source};
use std::borrow::Cow;
use std::path::{Path, PathBuf};

/// The kept generations, the oldest first.
pub(super) fn all(fs: &dyn Fs, target: &Target) -> Result<Vec<PathBuf>, PublishError> {
    let mut found = target.left_behind(fs, Purpose::Kept)?;
    found.retain(|tree| mark(fs, tree).is_ok_and(|mark| mark == Mark::Site));
    found.sort_by_key(|path| (number(path), path.clone()));
    Ok(found)
}

/// Removes a generation. Its manifest becomes the mark of what is unfinished, so that half of it is never taken for a
/// site.
pub(super) fn remove(fs: &dyn Fs, tree: &Path) -> Result<(), PublishError> {
    fs.rename(&tree.join(MANIFEST), &tree.join(UNFINISHED)).at(tree)?;
    discard(fs, tree)
}

/// Removes what a killed build or rollback was removing; what of it stays.
pub(super) fn clear(fs: &dyn Fs, target: &Target) -> Result<Vec<Leftover>, PublishError> {
    let mut left = Vec::new();
    for tree in target.left_behind(fs, Purpose::Kept)? {
        match mark(fs, &tree) {
            Ok(Mark::Site) => {}
            Ok(Mark::Unknown) => left.push(Leftover::unknown(&tree)),
            Ok(Mark::Unfinished | Mark::Empty) => {
                left.extend(Leftover::of(fs, &tree, discard(fs, &tree).map(|()| true)));
            }
            Err(e) => left.extend(Leftover::of(fs, &tree, Err(e))),
        }
    }
    Ok(left)
}

/// Names end in digits only; a number that no build can have given sorts last.
fn number(path: &Path) -> u64 {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    name.rsplit('-').next().and_then(|digits| digits.parse().ok()).unwrap_or(u64::MAX)
}

/// Keeps a tree of which nothing is needed any more as the newest generation.
pub(super) fn keep(fs: &dyn Fs, target: &Target, tree: &Path) -> Result<(), PublishError> {
    let newest = all(fs, target)?.last().map_or(0, |path| number(path));
    let kept = target.free(fs, Purpose::Kept, newest.saturating_add(1))?;
    fs.set_mode(tree, PRIVATE_MODE).at(tree)?;
    fs.rename(tree, &kept).at(tree)
}

/// Removes all but the newest `keep`, if that is given; what of them stays harms nobody.
pub(super) fn prune(fs: &dyn Fs, target: &Target, keep: Option<usize>) -> Vec<Leftover> {
    let (Some(keep), Ok(found)) = (keep, all(fs, target)) else { return Vec::new() };
    let surplus = found.len().saturating_sub(keep);
    found[..surplus].iter().filter_map(|tree| Leftover::of(fs, tree, remove(fs, tree).map(|()| true))).collect()
}

/// A kept site as a source of pages: they are read, not rendered.
pub(super) struct Former<'a> {
    fs: &'a dyn Fs,
    pub tree: PathBuf,
    pub manifest: Manifest,
}

impl<'a> Former<'a> {
    /// Opens a generation of which every byte is as it was.
    pub fn open(fs: &'a dyn Fs, tree: &Path) -> Result<Self, PublishError> {
        let damaged = || PublishError::new(tree, ErrorKind::DamagedGeneration);
        let whole = match verify_on(fs, tree) {
            Err(PublishError { kind: ErrorKind::BadManifest, .. }) => false,
            found => found?.is_some_and(|found| found.is_whole()),
        };
        let manifest = if whole { Manifest::read(fs, tree)? } else { None }.ok_or_else(damaged)?;
        if manifest.files.iter().any(|(_, entry)| entry.input.is_none()) {
            return Err(damaged());
        }
        Ok(Self { fs, tree: tree.to_owned(), manifest })
    }
}

impl Source for Former<'_> {
    fn paths(&self) -> Vec<&str> {
        self.manifest.files.paths().collect()
    }

    fn fingerprint(&self, path: &str) -> Fingerprint {
        let input = self.manifest.files.get(path).and_then(|entry| entry.input);
        Fingerprint(*input.expect("only planned paths are asked for, and every entry has one").as_bytes())
    }

    fn bytes(&self, path: &str) -> Result<Cow<'_, [u8]>, MakeError> {
        let full = self.tree.join(path);
        let error = |e| MakeError { path: full.display().to_string(), kind: MakeErrorKind::Read(e) };
        self.fs.read(&full).map(Cow::Owned).map_err(error)
    }
}
