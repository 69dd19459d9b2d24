//! What an output holds: our files as they stand there, and what others put beside them, which is carried over and
//! never overwritten.

use super::error::{At, PublishError, Refusal};
use super::fs::{Fs, Inode, Listing, Stat};
use super::manifest::Manifest;
use super::target::OWN;
use rayon::prelude::*;
use std::path::{Path, PathBuf};

/// How many paths in the way are told.
const SHOWN: usize = 20;

/// An output as it was found; relative paths.
#[derive(Debug, Default)]
pub(super) struct Survey {
    /// Our files, by their places in the manifest; none: not there.
    pub ours: Vec<Option<Stat>>,
    /// Files, links and the like that no manifest lists, in byte order.
    pub files: Vec<PathBuf>,
    /// Folders that hold none of our files, with their modes, in byte order.
    pub dirs: Vec<(PathBuf, u32)>,
    /// Where another file system begins inside the output.
    pub mounts: Vec<PathBuf>,
    /// All folders, by depth.
    pub folders: Vec<Vec<Folder>>,
}

#[derive(Debug)]
pub(super) struct Folder {
    pub path: PathBuf,
    pub inode: Inode,
    /// Places in the manifest of the files in it.
    pub ours: Vec<usize>,
}

impl Survey {
    /// Walks the output; follows no link.
    pub fn of(fs: &dyn Fs, root: &Path, old: Option<&Manifest>) -> Result<Self, PublishError> {
        let mut survey = Self { ours: vec![None; old.map_or(0, |old| old.files.len())], ..Self::default() };
        let look = |path: PathBuf| -> Result<Found, PublishError> {
            let full = root.join(&path);
            Ok(sort_out(path, fs.list(&full).at(&full)?, old))
        };
        let mut level = vec![PathBuf::new()];
        while !level.is_empty() {
            let found: Vec<Found> = level.into_par_iter().map(look).collect::<Result<_, _>>()?;
            level = Vec::new();
            let mut folders = Vec::with_capacity(found.len());
            for mut found in found {
                level.append(&mut found.inner);
                folders.push(survey.add(found));
            }
            survey.folders.push(folders);
        }
        survey.files.sort_unstable_by(|a, b| a.as_os_str().cmp(b.as_os_str()));
        survey.dirs.sort_unstable_by(|a, b| a.0.as_os_str().cmp(b.0.as_os_str()));
        Ok(survey)
    }

    fn add(&mut self, found: Found) -> Folder {
        let path = &found.folder.path;
        for (n, stat) in found.stats {
            self.ours[n] = Some(stat);
        }
        if found.own.is_mount && !path.as_os_str().is_empty() {
            self.mounts.push(path.clone());
        }
        if found.is_foreign {
            self.dirs.push((path.clone(), found.own.mode));
        }
        self.files.extend(found.foreign);
        found.folder
    }

    /// Refuses a plan that would overwrite anything foreign.
    pub fn refuse_conflicts(&self, root: &Path, planned: &[&str]) -> Result<(), PublishError> {
        let is_planned = |path: &Path| path.to_str().is_some_and(|p| planned.binary_search(&p).is_ok());
        let in_the_way = |path: &&PathBuf| {
            lies_in(planned, path, |p| p) || path.ancestors().any(|p| !p.as_os_str().is_empty() && is_planned(p))
        };
        let files = self.files.iter().filter(in_the_way);
        let dirs = self.dirs.iter().map(|(path, _)| path).filter(|path| is_planned(path));
        let found: Vec<_> = files.chain(dirs).take(SHOWN).cloned().collect();
        if found.is_empty() { Ok(()) } else { Err(PublishError::refused(root, Refusal::InTheWay(found))) }
    }
}

/// Whether one of these sorted paths lies in the folder.
fn lies_in<T>(paths: &[T], folder: &Path, path: impl Fn(&T) -> &str) -> bool {
    let start = [folder.as_os_str().as_encoded_bytes(), b"/"].concat();
    let next = paths.get(paths.partition_point(|p| path(p).as_bytes() < start.as_slice()));
    next.is_some_and(|next| path(next).as_bytes().starts_with(&start))
}

/// One folder, sorted into what is ours and what is not.
struct Found {
    folder: Folder,
    own: Stat,
    is_foreign: bool,
    stats: Vec<(usize, Stat)>,
    foreign: Vec<PathBuf>,
    /// The folders in it.
    inner: Vec<PathBuf>,
}

fn sort_out(path: PathBuf, listing: Listing, old: Option<&Manifest>) -> Found {
    let top = path.as_os_str().is_empty();
    let inner = listing.dirs.into_iter().filter(|name| !top || name != OWN).map(|name| path.join(name)).collect();
    let (mut stats, mut foreign) = (Vec::new(), Vec::new());
    for (name, stat) in listing.files {
        let path = path.join(name);
        match old.and_then(|old| old.files.position(path.to_str()?)) {
            Some(n) => stats.push((n, stat)),
            None => foreign.push(path),
        }
    }
    let holds_ours = || old.is_some_and(|old| lies_in(old.files.as_slice(), &path, |(path, _)| path));
    let is_foreign = !top && stats.is_empty() && !holds_ours();
    let ours = stats.iter().map(|(n, _)| *n).collect();
    let folder = Folder { path, inode: listing.own.inode, ours };
    Found { folder, own: listing.own, is_foreign, stats, foreign, inner }
}

#[cfg(test)]
mod tests {
    use super::lies_in;
    use std::path::Path;

    #[test]
    fn a_folder_is_found_among_names_that_begin_like_it() {
        let paths = ["a-b", "a.c", "a/b/c", "a/d", "a0", "b/c", "bc"];
        let has = |folder: &str| lies_in(&paths, Path::new(folder), |path| path);
        for folder in ["a", "a/b", "b"] {
            assert!(has(folder), "{folder}");
        }
        for no_folder in ["a-b", "a/d", "a0", "a/b/c", "c", "bc", "a/", "A", "0"] {
            assert!(!has(no_folder), "{no_folder}");
        }
        assert!(!lies_in(&[] as &[&str], Path::new("a"), |path| path));
    }
}
