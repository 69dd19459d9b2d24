//! Putting right what killed builds have left, before anything else is done.

use super::error::{At, PublishError};
use super::fs::{Fs, Kind, lstat_if_there, remove_tree};
use super::generations;
use super::manifest::Manifest;
use super::retire::Last;
use super::target::{INNER_STAGE, NEXT_MANIFEST, OWN, Purpose, Target, UNFINISHED};
use std::path::Path;

/// Clears up. Best effort but for the one thing that matters: where the output itself is missing because a build died
/// between its two renames, it is put back.
pub(super) fn recover(fs: &dyn Fs, target: &Target) -> Result<(), PublishError> {
    if lstat_if_there(fs, &target.root).at(&target.root)?.is_none()
        && let Some(aside) = target.left_behind(fs, Purpose::Aside)?.first()
    {
        fs.rename(aside, &target.root).at(&target.root)?;
    }
    for purpose in [Purpose::Stage, Purpose::Aside] {
        for tree in target.left_behind(fs, purpose)? {
            let _ = retire(fs, &tree, &target.root);
        }
    }
    generations::clear(fs, target)?;
    let _ = remove_tree(fs, &target.root.join(INNER_STAGE));
    let _ = fs.remove_file(&target.root.join(NEXT_MANIFEST));
    // What development versions before 0.1 kept for the next build.
    for spare in target.left_behind(fs, Purpose::Spare)? {
        let _ = remove_tree(fs, &spare);
    }
    for ending in [".tiendo-read", ".tiendo-read-new"] {
        let _ = fs.remove_file(&target.beside(ending));
    }
    Ok(())
}

/// Removes a former site, or a stage that a killed build has left.
fn retire(fs: &dyn Fs, tree: &Path, live: &Path) -> Result<(), PublishError> {
    if lstat_if_there(fs, &tree.join(UNFINISHED)).at(tree)?.is_some() {
        // The marker goes last, with the folder that holds it: a second death leaves a tree that is still marked.
        for (name, kind) in fs.read_dir(tree).at(tree)? {
            match kind {
                Kind::Dir if name == OWN => {}
                Kind::Dir => remove_tree(fs, &tree.join(name)).at(tree)?,
                Kind::File | Kind::Other => fs.remove_file(&tree.join(name)).at(tree)?,
            }
        }
        return remove_tree(fs, tree).at(tree);
    }
    let (listed, new) = (Manifest::read(fs, tree)?, Manifest::read(fs, live)?);
    Last { fs, tree, live, listed: listed.as_ref(), new: new.as_ref() }.remove().map(|_| ())
}
