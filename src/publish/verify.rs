//! Whether an output still is what its manifest says.

use super::error::{At, PublishError};
use super::fs::{Disk, Fs, Kind, lstat_if_there};
use super::manifest::Manifest;
use super::survey::Survey;
use rayon::prelude::*;
use std::path::{Path, PathBuf};

/// What re-hashing an output has shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verification {
    /// What made the site.
    pub generator: String,
    /// The day that it speaks of.
    pub as_of: String,
    /// How many files it should have.
    pub files: usize,
    /// Listed, not there.
    pub missing: Vec<String>,
    /// Listed and there, with other bytes.
    pub altered: Vec<String>,
    /// There, not listed; a matter of course for files such as `.htaccess`.
    pub foreign: Vec<PathBuf>,
}

impl Verification {
    /// Whether every listed file is whole.
    pub fn is_whole(&self) -> bool {
        self.missing.is_empty() && self.altered.is_empty()
    }
}

/// Reads every file of the output and compares it with the manifest; none: the folder has no manifest.
pub fn verify(output: &Path) -> Result<Option<Verification>, PublishError> {
    verify_on(&Disk, output)
}

pub(super) fn verify_on(fs: &dyn Fs, output: &Path) -> Result<Option<Verification>, PublishError> {
    let Some(manifest) = Manifest::read(fs, output)? else { return Ok(None) };
    let judge = |(path, entry): (&String, &super::Entry)| -> Result<Option<(bool, String)>, PublishError> {
        let full = output.join(path);
        match lstat_if_there(fs, &full).at(&full)? {
            None => return Ok(Some((true, path.clone()))),
            Some(stat) if stat.kind != Kind::File || stat.size != entry.size => {
                return Ok(Some((false, path.clone())));
            }
            Some(_) => {}
        }
        let hash = blake3::hash(&fs.read(&full).at(&full)?);
        Ok((*hash.to_hex() != *entry.hash).then(|| (false, path.clone())))
    };
    let found: Vec<_> = manifest.files.par_iter().map(judge).collect::<Result<Vec<_>, _>>()?;
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
