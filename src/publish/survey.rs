//! What an output holds: our files as they stand there, and what others put beside them, which is carried over and
//! never overwritten.

use super::error::{PublishError, Refusal};
use super::folders::Folders;
use super::fs::{Fs, Listing, Stat, Top};
use super::manifest::{Manifest, OWN};
use super::moment::Moment;
use super::walk::walk;
use std::cmp::Ordering;
use std::os::unix::ffi::OsStrExt;
use std::path::{Path, PathBuf};

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
    /// A moment before the first folder was listed.
    began: Option<Moment>,
}

/// A folder of an output.
#[derive(Debug)]
pub(super) struct Folder {
    pub path: PathBuf,
    /// Places in the manifest of the files in it.
    pub ours: Vec<usize>,
    own: Stat,
}

impl Survey {
    /// Walks the output; follows no link. `began` is a moment before, if one is known.
    pub fn of(
        fs: &dyn Fs,
        root: &Path,
        old: Option<&Manifest>,
        began: Option<Moment>,
        folders: &Folders<'_>,
    ) -> Result<Self, PublishError> {
        let levels = walk(fs, root, folders, &|_, _| None, |relative, listing| Ok(sort_out(relative, listing, old)))?;
        let ours = vec![None; old.map_or(0, |old| old.files.len())];
        let mut survey = Self { ours, began, ..Self::default() };
        for level in levels {
            let level = level.into_iter().map(|found| survey.add(found)).collect();
            survey.folders.push(level);
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
        if found.is_mount {
            self.mounts.push(path.clone());
        }
        if found.is_foreign {
            self.dirs.push((path.clone(), found.folder.own.mode));
        }
        self.files.extend(found.foreign);
        found.folder
    }

    /// Whether a file stands at this path that is not ours; its place among [`Self::files`].
    pub fn file(&self, path: &Path) -> Option<usize> {
        self.files.binary_search_by(|file| file.as_os_str().cmp(path.as_os_str())).ok()
    }

    /// Whether the next site has this folder for something that is not ours.
    pub fn wants_dir(&self, path: &Path) -> bool {
        let folder = path.as_os_str().as_bytes();
        self.dirs.binary_search_by(|(dir, _)| dir.as_os_str().cmp(path.as_os_str())).is_ok()
            || has_folder(&self.dirs, folder, |(dir, _)| dir.as_os_str().as_bytes())
            || has_folder(&self.files, folder, |file| file.as_os_str().as_bytes())
    }

    /// Whether nothing has come into a folder of this tree, which has been moved to `tree`, or gone from it, since it
    /// was listed. False where that cannot be told: its last change was so short before that one more might bear the
    /// same time.
    pub fn is_as_it_was(&self, fs: &dyn Fs, tree: &Top, folder: &Folder) -> bool {
        let long_before = self.began.is_some_and(|began| began.tells_from(folder.own.changed));
        let same = |(now, _): (Stat, bool)| now.inode == folder.own.inode && now.changed == folder.own.changed;
        long_before && fs.folder_in(tree, &folder.path).is_ok_and(same)
    }

    /// Refuses a plan that would overwrite anything foreign.
    pub fn refuse_conflicts(&self, root: &Path, planned: &[&str]) -> Result<(), PublishError> {
        let is_planned = |path: &Path| path.to_str().is_some_and(|p| planned.binary_search(&p).is_ok());
        let holds_planned = |path: &Path| has_folder(planned, path.as_os_str().as_bytes(), |p| p.as_bytes());
        let in_the_way = |path: &&PathBuf| {
            holds_planned(path) || path.ancestors().any(|p| !p.as_os_str().is_empty() && is_planned(p))
        };
        let files = self.files.iter().filter(in_the_way);
        let dirs = self.dirs.iter().map(|(path, _)| path).filter(|path| is_planned(path));
        let found: Vec<_> = files.chain(dirs).take(20).cloned().collect();
        if found.is_empty() { Ok(()) } else { Err(PublishError::refused(root, Refusal::InTheWay(found))) }
    }
}

/// Whether one of these sorted paths lies in the folder.
pub(super) fn has_folder<T>(paths: &[T], folder: &[u8], path: impl Fn(&T) -> &[u8]) -> bool {
    let end = folder.len();
    // As if the folder ended in its slash, which no text is made for.
    let before = |path: &[u8]| match path[..path.len().min(end)].cmp(folder) {
        Ordering::Less => true,
        Ordering::Equal => path.get(end).is_none_or(|next| *next < b'/'),
        Ordering::Greater => false,
    };
    let next = paths.get(paths.partition_point(|p| before(path(p))));
    next.is_some_and(|next| path(next).strip_prefix(folder).is_some_and(|rest| rest.starts_with(b"/")))
}

/// One folder, sorted into what is ours and what is not.
struct Found {
    folder: Folder,
    is_mount: bool,
    is_foreign: bool,
    stats: Vec<(usize, Stat)>,
    foreign: Vec<PathBuf>,
}

fn sort_out(relative: &Path, listing: Listing, old: Option<&Manifest>) -> (Found, Vec<PathBuf>) {
    let top = relative.as_os_str().is_empty();
    let dirs = listing.dirs.into_iter().filter(|name| !top || name != OWN).map(|name| relative.join(name)).collect();
    let (mut stats, mut foreign) = (Vec::new(), Vec::new());
    for (name, stat) in listing.files {
        let path = relative.join(name);
        match old.and_then(|old| old.files.position(path.to_str()?)) {
            Some(n) => stats.push((n, stat)),
            None => foreign.push(path),
        }
    }
    let holds_ours = || {
        let folder = relative.as_os_str().as_bytes();
        old.is_some_and(|old| has_folder(old.files.as_slice(), folder, |(path, _)| path.as_bytes()))
    };
    let is_foreign = !top && stats.is_empty() && !holds_ours();
    let ours = stats.iter().map(|(n, _)| *n).collect();
    let folder = Folder { path: relative.to_owned(), ours, own: listing.own };
    (Found { folder, is_mount: listing.is_mount && !top, is_foreign, stats, foreign }, dirs)
}

#[cfg(test)]
mod tests {
    use super::has_folder;

    #[test]
    fn a_folder_is_found_among_names_that_begin_like_it() {
        let paths = ["a-b", "a.c", "a/b/c", "a/d", "a0", "b/c", "bc"];
        let has = |folder: &str| has_folder(&paths, folder.as_bytes(), |path| path.as_bytes());
        for folder in ["a", "a/b", "b"] {
            assert!(has(folder), "{folder}");
        }
        for no_folder in ["a-b", "a/d", "a0", "a/b/c", "c", "bc", "a/", "A", "0"] {
            assert!(!has(no_folder), "{no_folder}");
        }
        assert!(!has_folder(&[] as &[&str], b"a", |path| path.as_bytes()));
    }
}
