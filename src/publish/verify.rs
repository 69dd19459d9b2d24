//! Whether an output still is what its manifest says.

use super::error::{At, PublishError};
use super::fs::{Fs, lstat_if_there};
use super::manifest::{Entry, Manifest};
use super::survey::Survey;
use crate::os::{Disk, canonicalize};
use rayon::prelude::*;
use std::path::{Path, PathBuf};

/// What re-hashing an output has shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verification {
    pub generator: String,
    pub as_of: String,
    pub files: usize,
    pub missing: Vec<String>,
    /// Listed and there, with other bytes.
    pub altered: Vec<String>,
    /// There, not listed; a matter of course for files such as `.htaccess`.
    pub foreign: Vec<PathBuf>,
}

impl Verification {
    pub fn is_whole(&self) -> bool {
        self.missing.is_empty() && self.altered.is_empty()
    }
}

/// Reads every file of the output and compares it with the manifest; none: the folder has no manifest.
pub fn verify(output: &Path) -> Result<Option<Verification>, PublishError> {
    // A web root may be named by a link; in it none is followed.
    let root = canonicalize(output).unwrap_or_else(|_| output.to_owned());
    verify_on(&Disk, &root)
}

pub(super) fn verify_on(fs: &dyn Fs, output: &Path) -> Result<Option<Verification>, PublishError> {
    let Some(manifest) = Manifest::read(fs, output)? else { return Ok(None) };
    let judge = |(path, entry): &(Box<str>, Entry)| -> Result<Option<(bool, String)>, PublishError> {
        let (full, path) = (output.join(&**path), || String::from(&**path));
        match lstat_if_there(fs, &full).at(&full)? {
            None => return Ok(Some((true, path()))),
            Some(stat) if !stat.is_file_of(entry.size) => return Ok(Some((false, path()))),
            Some(_) => {}
        }
        let hash = blake3::hash(&fs.read(&full).at(&full)?);
        Ok((entry.hash != Some(hash)).then(|| (false, path())))
    };
    let found: Vec<_> = manifest.files.as_slice().par_iter().map(judge).collect::<Result<Vec<_>, _>>()?;
    let (missing, altered): (Vec<_>, Vec<_>) = found.into_iter().flatten().partition(|(missing, _)| *missing);
    let paths = |found: Vec<(bool, String)>| found.into_iter().map(|(_, path)| path).collect();
    let foreign = Survey::of(fs, output, Some(&manifest))?.files;
    Ok(Some(Verification {
        files: manifest.files.len(),
        generator: manifest.generator,
        as_of: manifest.as_of,
        missing: paths(missing),
        altered: paths(altered),
        foreign,
    }))
}
