//! The last site, kept beside the output to become the next stage.
//!
//! On a disk most of a small build's time goes into making and removing folders that did not change: a site of ten
//! thousand pages has as many folders. A spare has them already, and nearly all of its files are second names of those
//! in the output; what differs is put right. Nobody but its owner can look into it.

use super::error::{At, PublishError};
use super::folders::Folders;
use super::fs::{Fs, Inode, Kind, Listing, Stat};
use super::manifest::OWN;
use super::moment::Moment;
use super::survey::{Survey, has_folder};
use super::target::{Purpose, Target};
use super::tree::{UNFINISHED, remove_tree};
use super::walk::walk;
use std::io;
use std::os::unix::ffi::OsStrExt;
use std::path::Path;

/// Mode of what stands beside the output: it may lie in another site's web root.
pub(super) const PRIVATE_MODE: u32 = 0o700;

/// What a stage that was a spare has already, at the paths of the next site; perhaps not the same files.
#[derive(Debug)]
pub(super) struct There {
    /// By their places in the plan.
    pub planned: Vec<Option<Stat>>,
    /// By their places in the survey's foreign files.
    pub foreign: Vec<Option<Stat>>,
}

impl There {
    /// Nothing yet.
    pub fn nothing(next: &Next<'_>) -> Self {
        Self { planned: vec![None; next.planned.len()], foreign: vec![None; next.survey.files.len()] }
    }
}

/// The paths of the next site.
pub(super) struct Next<'a> {
    /// In byte order.
    pub planned: &'a [&'a str],
    /// Their places in the manifest of the output.
    pub before: &'a [Option<usize>],
    /// The output as it was found: what goes along, and the files that may stay.
    pub survey: &'a Survey,
}

/// Which file of the next site.
enum Place {
    Planned(usize),
    Foreign(usize),
}

impl Next<'_> {
    fn file(&self, path: &Path) -> Option<Place> {
        let planned = path.to_str().and_then(|path| self.planned.binary_search(&path).ok());
        planned.map(Place::Planned).or_else(|| self.survey.file(path).map(Place::Foreign))
    }

    /// What stands at this path of the output, if it is this very file.
    fn same(&self, path: &Path, inode: Inode) -> Option<Stat> {
        match self.file(path)? {
            Place::Planned(n) => self.survey.ours[self.before[n]?].filter(|stat| stat.inode == inode),
            Place::Foreign(_) => None,
        }
    }

    fn dir(&self, path: &Path) -> bool {
        has_folder(self.planned, path.as_os_str().as_bytes(), |p| p.as_bytes()) || self.survey.wants_dir(path)
    }
}

/// Makes the spare the stage, and removes from it what the next site does not have. None: there was no usable spare,
/// and there is no stage.
pub(super) fn take(
    fs: &dyn Fs,
    target: &Target,
    stage: &Path,
    next: &Next<'_>,
    folders: &Folders<'_>,
) -> Result<Option<There>, PublishError> {
    let Some(spare) = target.left_behind(fs, Purpose::Spare)?.into_iter().next() else { return Ok(None) };
    let ready = || -> Result<There, PublishError> {
        // The mark first: should this build die, the next one must not take the stage for a site.
        match fs.write_new(&spare.join(UNFINISHED), b"") {
            Err(e) if e.kind() != io::ErrorKind::AlreadyExists => return Err(e).at(&spare),
            Ok(()) | Err(_) => {}
        }
        fs.rename(&spare, stage).at(&spare)?;
        for (name, kind) in fs.read_dir(&stage.join(OWN)).at(stage)? {
            if kind != Kind::Dir && !Path::new(UNFINISHED).ends_with(&name) {
                fs.remove_file(&stage.join(OWN).join(name)).at(stage)?;
            }
        }
        clear(fs, stage, next, folders)
    };
    if let Ok(there) = ready() {
        return Ok(Some(there));
    }
    // A spare is a convenience: without it the stage is built from nothing.
    remove_tree(fs, &spare).at(&spare)?;
    remove_tree(fs, stage).at(stage)?;
    Ok(None)
}

/// Removes what the next site does not have.
fn clear(fs: &dyn Fs, stage: &Path, next: &Next<'_>, folders: &Folders<'_>) -> Result<There, PublishError> {
    let visit = |relative: &Path, listing: Listing| {
        let top = relative.as_os_str().is_empty();
        let (mut found, mut inner) = (Vec::new(), Vec::new());
        for name in listing.dirs {
            let path = relative.join(&name);
            if next.dir(&path) {
                inner.push(path);
            } else if !top || name != OWN {
                let full = stage.join(path);
                remove_tree(fs, &full).at(&full)?;
            }
        }
        for (name, stat) in listing.files {
            let path = relative.join(name);
            if let Some(place) = next.file(&path) {
                found.push((place, stat));
            } else {
                let full = stage.join(path);
                fs.remove_file(&full).at(&full)?;
            }
        }
        Ok((found, inner))
    };
    let mut there = There::nothing(next);
    let found = walk(fs, stage, folders, &|path, inode| next.same(path, inode), visit)?;
    for (place, stat) in found.into_iter().flatten().flatten() {
        match place {
            Place::Planned(n) => there.planned[n] = Some(stat),
            Place::Foreign(n) => there.foreign[n] = Some(stat),
        }
    }
    Ok(there)
}

/// Learns what is in all folders of a new stage; `made` is a moment at which it was complete. Best effort: what is not
/// learnt is listed by the next build.
pub(super) fn learn(fs: &dyn Fs, stage: &Path, folders: &Folders<'_>, made: Option<Moment>) {
    let visit = |relative: &Path, listing: Listing| {
        folders.learn(made, &listing);
        Ok(((), listing.dirs.into_iter().map(|name| relative.join(name)).collect()))
    };
    if folders.learns() {
        let _ = walk(fs, stage, &Folders::default(), &|_, _| None, visit);
    }
}

/// Keeps a tree of which nothing is needed any more as the spare.
pub(super) fn keep(fs: &dyn Fs, target: &Target, tree: &Path) -> Result<(), PublishError> {
    fs.set_mode(tree, PRIVATE_MODE).at(tree)?;
    fs.rename(tree, &target.beside(Purpose::Spare)).at(tree)
}

/// Removes what spares there are.
pub(super) fn discard(fs: &dyn Fs, target: &Target, but: usize) -> Result<(), PublishError> {
    for spare in target.left_behind(fs, Purpose::Spare)?.into_iter().skip(but) {
        // Best effort: it harms nobody, and the next build tries again.
        let _ = remove_tree(fs, &spare);
    }
    Ok(())
}
