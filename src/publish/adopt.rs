//! Taking over an output of which no manifest tells what is ours: it is lost or broken, or the files came another way.
//!
//! What is byte for byte what would be published counts as published. Where the manifest is there but cannot be read,
//! the folder was ours: other files at planned paths then give way, and a copy of them is kept beside the output.
//! Everything else stays, as files of others do.

use super::error::{At, PublishError};
use super::fs::{DIR_MODE, Fs, Kind, PRIVATE_MODE, link_or_copy};
use super::manifest::{Entry, Manifest};
use super::options::{Durability, Options};
use super::outcome::Adopted;
use super::survey::Survey;
use super::target::{Purpose, Target};
use crate::bundle::Source;
use rayon::prelude::*;
use std::io;
use std::path::{Path, PathBuf};

/// What the manifest would list; none: nothing of it is what would be published.
pub(super) fn take_over(
    fs: &dyn Fs,
    target: &Target,
    source: &dyn Source,
    options: &Options,
    was_ours: bool,
) -> Result<Option<(Manifest, Adopted)>, PublishError> {
    let root = &target.root;
    let planned = source.paths();
    let (there, rest): (Vec<PathBuf>, Vec<PathBuf>) = Survey::of(fs, root, None)?
        .files
        .into_iter()
        .partition(|path| path.to_str().is_some_and(|path| planned.binary_search(&path).is_ok()));
    let judge = |path: &PathBuf| -> Result<Option<(Box<str>, Entry)>, PublishError> {
        let (full, name) = (root.join(path), path.to_str().unwrap_or_default());
        if fs.lstat(&full).at(&full)?.kind != Kind::File {
            return Ok(None);
        }
        let bytes = fs.read(&full).at(&full)?;
        let entry = match source.bytes_and_fingerprint(name) {
            Ok((made, input)) if *made == *bytes => Entry::of(&bytes, input),
            // What cannot be rendered is told when all is rendered.
            Ok(_) | Err(_) if was_ours => Entry::in_flux(),
            Ok(_) | Err(_) => return Ok(None),
        };
        Ok(Some((name.into(), entry)))
    };
    let found: Vec<_> = there.par_iter().map(judge).collect::<Result<_, _>>()?;
    let mut manifest = Manifest::new(&options.generator, &options.as_of, None);
    manifest.files = found.into_iter().flatten().collect();
    if manifest.files.len() == 0 && !was_ours {
        return Ok(None);
    }
    let differs = |(path, entry): (&str, &Entry)| entry.hash.is_none().then(|| path.to_owned());
    let replaced: Vec<_> = manifest.files.iter().filter_map(differs).collect();
    let equal = manifest.files.len() - replaced.len();
    Ok(Some((manifest, Adopted { equal, replaced, kept_in: None, rest })))
}

/// Gives the files that are about to give way a second name beside the output; where.
pub(super) fn set_aside(
    fs: &dyn Fs,
    target: &Target,
    adopted: &Adopted,
    durability: Durability,
) -> Result<Option<PathBuf>, PublishError> {
    if adopted.replaced.is_empty() {
        return Ok(None);
    }
    let aside = target.free(fs, Purpose::Replaced, 1)?;
    fs.create_dir(&aside, PRIVATE_MODE).at(&aside)?;
    for path in &adopted.replaced {
        let to = aside.join(path);
        let folders: Vec<_> = Path::new(path).ancestors().skip(1).filter(|dir| !dir.as_os_str().is_empty()).collect();
        for dir in folders.into_iter().rev().map(|dir| aside.join(dir)) {
            match fs.create_dir(&dir, DIR_MODE) {
                Err(e) if e.kind() != io::ErrorKind::AlreadyExists => return Err(e).at(&dir),
                Ok(()) | Err(_) => {}
            }
        }
        link_or_copy(fs, &target.root.join(path), &to).at(&to)?;
    }
    if durability == Durability::Synced {
        fs.sync_all(&aside).at(&aside)?;
    }
    Ok(Some(aside))
}
