//! Putting right what killed builds have left, before anything else is done.

use super::error::{At, PublishError};
use super::fs::{Fs, lstat_if_there};
use super::generations;
use super::in_place;
use super::manifest::Manifest;
use super::marks::{Leftover, Mark, discard, mark};
use super::retire::Last;
use super::target::{NEXT_MANIFEST, Purpose, Target};
use std::path::Path;

/// Clears up. Best effort but for the one thing that matters: where the output itself is missing because a build died
/// between its two renames, it is put back. Gives what could not be removed.
pub(super) fn recover(fs: &dyn Fs, target: &Target) -> Result<Vec<Leftover>, PublishError> {
    if lstat_if_there(fs, &target.root).at(&target.root)?.is_none() {
        let asides = target.left_behind(fs, Purpose::Aside)?;
        if let Some(aside) = asides.iter().find(|tree| mark(fs, tree).is_ok_and(|mark| mark == Mark::Site)) {
            fs.rename(aside, &target.root).at(&target.root)?;
        }
    }
    let mut left = Vec::new();
    for purpose in [Purpose::Stage, Purpose::Aside, Purpose::Spare] {
        for tree in target.left_behind(fs, purpose)? {
            left.extend(clear(fs, &tree, purpose, &target.root));
        }
    }
    left.extend(generations::clear(fs, target)?);
    in_place::clear(fs, &target.root);
    let _ = fs.remove_file(&target.root.join(NEXT_MANIFEST));
    // What development versions before 0.1 kept for the next build.
    for ending in [".tiendo-read", ".tiendo-read-new"] {
        let _ = fs.remove_file(&target.beside(ending));
    }
    Ok(left)
}

/// Removes a former site, or a stage that a killed build has left; what of it stays.
fn clear(fs: &dyn Fs, tree: &Path, purpose: Purpose, live: &Path) -> Option<Leftover> {
    let removed = match (mark(fs, tree), purpose) {
        (Err(e), _) => Err(e),
        (Ok(Mark::Unknown), _) => return Some(Leftover::unknown(tree)),
        (Ok(Mark::Site), Purpose::Stage | Purpose::Aside | Purpose::Kept) => retire(fs, tree, live),
        (Ok(Mark::Site | Mark::Unfinished | Mark::Empty), _) => discard(fs, tree).map(|()| true),
    };
    Leftover::of(fs, tree, removed)
}

fn retire(fs: &dyn Fs, tree: &Path, live: &Path) -> Result<bool, PublishError> {
    let (listed, new) = (Manifest::read(fs, tree)?, Manifest::read(fs, live)?);
    Last { fs, tree, live, listed: listed.as_ref(), new: new.as_ref() }.remove()
}
