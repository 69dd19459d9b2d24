//! Walking a tree: every folder once, all processors, level by level.

use super::error::{At, PublishError};
use super::folders::Folders;
use super::fs::{Fs, Inode, Listing, Stat};
use rayon::prelude::*;
use std::path::{Path, PathBuf};

/// Lists `top` and the folders below it that `visit` asks for; what it made of each, by depth. Paths are relative. A folder
/// of `folders` that is as it was is not listed anew, nor a file in it looked at of which `stat` knows what stands there.
pub(super) fn walk<T: Send>(
    fs: &dyn Fs,
    top: &Path,
    folders: &Folders<'_>,
    stat: &(dyn Fn(&Path, Inode) -> Option<Stat> + Sync),
    visit: impl Fn(&Path, Listing) -> Result<(T, Vec<PathBuf>), PublishError> + Sync,
) -> Result<Vec<Vec<T>>, PublishError> {
    let tree = fs.open_top(top);
    let one = |relative: PathBuf| {
        let listing = folders.list(fs, &tree, &relative, stat);
        visit(&relative, listing.at(&top.join(&relative))?)
    };
    let (mut levels, mut level) = (Vec::new(), vec![PathBuf::new()]);
    while !level.is_empty() {
        let found = level.into_par_iter().map(one).collect::<Result<Vec<_>, _>>()?;
        let (made, inner): (Vec<_>, Vec<_>) = found.into_iter().unzip();
        level = inner.into_iter().flatten().collect();
        levels.push(made);
    }
    Ok(levels)
}
