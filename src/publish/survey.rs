//! What an output holds: our files as they stand there, and what others put beside them, which is carried over and
//! never overwritten.

use super::error::{At, PublishError, Refusal};
use super::fs::{Fs, Inode, Listing, Stat, inside};
use super::manifest::Manifest;
use super::target::OWN;
use crate::os::IGNORES_CASE;
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
        let found = if IGNORES_CASE {
            let mut planned: Vec<String> = planned.iter().map(|path| path.to_lowercase()).collect();
            planned.sort_unstable();
            self.in_the_way(&planned, |path| path.to_string_lossy().to_lowercase().into())
        } else {
            self.in_the_way(planned, |path| path.into())
        };
        if found.is_empty() { Ok(()) } else { Err(PublishError::refused(root, Refusal::InTheWay(found))) }
    }

    /// Foreign things at the places of these sorted paths, as far as they are shown; `name` makes of a path what stands
    /// for the same file.
    fn in_the_way<T: AsRef<str>>(&self, planned: &[T], name: impl Fn(&Path) -> PathBuf) -> Vec<PathBuf> {
        let is_planned = |path: &Path| {
            path.to_str().is_some_and(|path| planned.binary_search_by(|known| known.as_ref().cmp(path)).is_ok())
        };
        let in_the_way = |path: &&PathBuf| {
            let path = name(path);
            lies_in(planned, &path, T::as_ref) || path.ancestors().any(|p| !p.as_os_str().is_empty() && is_planned(p))
        };
        let files = self.files.iter().filter(in_the_way);
        let dirs = self.dirs.iter().map(|(path, _)| path).filter(|path| is_planned(&name(path)));
        files.chain(dirs).take(SHOWN).cloned().collect()
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
    let inner = listing.dirs.into_iter().filter(|name| !top || name != OWN).map(|name| inside(&path, &name)).collect();
    let (mut stats, mut foreign) = (Vec::new(), Vec::new());
    for (name, stat) in listing.files {
        let path = inside(&path, &name);
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
    use super::{Survey, inside, lies_in};
    use std::path::{Path, PathBuf};

    /// On Windows a foreign `Index.html` is the file `index.html`.
    #[test]
    fn names_that_differ_in_case_are_in_the_way_where_case_is_ignored() {
        let survey = Survey {
            files: ["Index.html", "Lich/a.ics", "khác.txt"].map(PathBuf::from).into(),
            dirs: vec![("ROBOTS.txt".into(), 0o755)],
            ..Survey::default()
        };
        let planned = ["index.html", "lich", "robots.txt"];
        let lower = |path: &Path| PathBuf::from(path.to_str().unwrap().to_lowercase());
        let found = ["Index.html", "Lich/a.ics", "ROBOTS.txt"].map(PathBuf::from);
        assert_eq!(survey.in_the_way(&planned, lower), found);
        assert!(survey.in_the_way(&planned, Path::to_owned).is_empty());
    }

    #[test]
    fn paths_are_written_as_the_manifest_writes_them() {
        for (folder, name, path) in [("", "a", "a"), ("a", "b.html", "a/b.html"), ("a/b", "c", "a/b/c")] {
            assert_eq!(inside(Path::new(folder), name.as_ref()).as_os_str(), path);
        }
    }

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
