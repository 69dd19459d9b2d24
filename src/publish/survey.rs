//! What an output holds beside our own files: whatever others put there is carried over, and never overwritten.

use super::error::{At, PublishError, Refusal};
use super::fs::{Fs, Kind};
use super::manifest::{Manifest, OWN};
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// The foreign part of an output, relative paths.
#[derive(Debug, Default)]
pub(super) struct Survey {
    /// Files, links and the like that no manifest lists.
    pub files: Vec<PathBuf>,
    /// Folders that hold none of our files, with their modes.
    pub dirs: Vec<(PathBuf, u32)>,
    /// Where another file system begins inside the output.
    pub mounts: Vec<PathBuf>,
}

impl Survey {
    /// Walks the output; follows no link.
    pub fn of(fs: &dyn Fs, root: &Path, old: Option<&Manifest>) -> Result<Self, PublishError> {
        let our_dirs: BTreeSet<&Path> =
            old.into_iter().flat_map(|m| m.files.keys()).flat_map(|path| Path::new(path).ancestors().skip(1)).collect();
        let walk = Walk { fs, root, old, our_dirs };
        let mut survey = walk.dir(Path::new(""))?;
        survey.files.sort();
        survey.dirs.sort();
        Ok(survey)
    }

    /// Refuses a plan that would overwrite anything foreign.
    pub fn refuse_conflicts(&self, root: &Path, planned: &[&str]) -> Result<(), PublishError> {
        let is_planned = |path: &Path| path.to_str().is_some_and(|p| planned.binary_search(&p).is_ok());
        let holds_planned = |path: &Path| {
            let Some(folder) = path.to_str().map(|p| format!("{p}/")) else { return false };
            let next = planned.partition_point(|p| **p < *folder);
            planned.get(next).is_some_and(|p| p.starts_with(&folder))
        };
        let in_the_way = |path: &&PathBuf| {
            holds_planned(path) || path.ancestors().any(|p| !p.as_os_str().is_empty() && is_planned(p))
        };
        let files = self.files.iter().filter(in_the_way);
        let dirs = self.dirs.iter().map(|(path, _)| path).filter(|path| is_planned(path));
        let found: Vec<_> = files.chain(dirs).take(20).cloned().collect();
        if found.is_empty() { Ok(()) } else { Err(PublishError::refused(root, Refusal::InTheWay(found))) }
    }
}

struct Walk<'a> {
    fs: &'a dyn Fs,
    root: &'a Path,
    old: Option<&'a Manifest>,
    our_dirs: BTreeSet<&'a Path>,
}

impl Walk<'_> {
    fn dir(&self, relative: &Path) -> Result<Survey, PublishError> {
        let full = self.root.join(relative);
        let mut found = Survey::default();
        let mut inner = Vec::new();
        let top = relative.as_os_str().is_empty();
        if !top {
            if self.fs.is_mount(&full).at(&full)? {
                found.mounts.push(relative.to_owned());
            }
            if !self.our_dirs.contains(relative) {
                found.dirs.push((relative.to_owned(), self.fs.lstat(&full).at(&full)?.mode));
            }
        }
        for (name, kind) in self.fs.read_dir(&full).at(&full)? {
            let path = relative.join(&name);
            match kind {
                Kind::Dir if top && name == OWN => {}
                Kind::Dir => inner.push(path),
                Kind::File | Kind::Other if self.is_ours(&path) => {}
                Kind::File | Kind::Other => found.files.push(path),
            }
        }
        let add = |mut a: Survey, b: Survey| {
            a.files.extend(b.files);
            a.dirs.extend(b.dirs);
            a.mounts.extend(b.mounts);
            Ok(a)
        };
        let inner = inner.par_iter().map(|path| self.dir(path)).try_reduce(Survey::default, add)?;
        add(found, inner)
    }

    fn is_ours(&self, path: &Path) -> bool {
        self.old.is_some_and(|old| path.to_str().is_some_and(|path| old.files.contains_key(path)))
    }
}
