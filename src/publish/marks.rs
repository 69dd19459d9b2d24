//! Which folders beside an output are ours: a name alone proves nothing, since others may have chosen it too.

use super::error::{At, ErrorKind, PublishError};
use super::fs::{Fs, Kind, lstat_if_there, remove_tree};
use super::target::{MANIFEST, OWN, UNFINISHED};
use std::io;
use std::path::{Path, PathBuf};

/// By which development versions before 0.1 marked what they kept.
const FORMER: &str = ".tiendo/folders";

/// What a folder with a name of ours holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mark {
    /// All in it is ours, or a second name of what is elsewhere: a stage, or a site that is being removed.
    Unfinished,
    /// A site.
    Site,
    /// Nothing: it was only just made, or all but removed.
    Empty,
    /// Things of which nobody knows whose they are.
    Unknown,
}

pub(super) fn mark(fs: &dyn Fs, tree: &Path) -> Result<Mark, PublishError> {
    let has = |name: &str| -> Result<bool, PublishError> {
        let path = tree.join(name);
        Ok(lstat_if_there(fs, &path).at(&path)?.is_some_and(|stat| stat.kind == Kind::File))
    };
    if has(UNFINISHED)? || has(FORMER)? {
        return Ok(Mark::Unfinished);
    }
    if has(MANIFEST)? {
        return Ok(Mark::Site);
    }
    let entries = fs.read_dir(tree).at(tree)?;
    let only_own = entries.iter().all(|(name, kind)| name == OWN && *kind == Kind::Dir);
    let empty = only_own && (entries.is_empty() || fs.read_dir(&tree.join(OWN)).at(tree)?.is_empty());
    Ok(if empty { Mark::Empty } else { Mark::Unknown })
}

/// Removes a marked tree with all that is in it. The mark goes last, with the folder that holds it: a death on the way
/// leaves a tree that is still marked.
pub(super) fn discard(fs: &dyn Fs, tree: &Path) -> Result<(), PublishError> {
    for (name, kind) in fs.read_dir(tree).at(tree)? {
        match kind {
            Kind::Dir if name == OWN => {}
            Kind::Dir => remove_tree(fs, &tree.join(name)).at(tree)?,
            Kind::File | Kind::Other => fs.remove_file(&tree.join(name)).at(tree)?,
        }
    }
    remove_tree(fs, tree).at(tree)
}

/// What could not be removed, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Leftover {
    pub path: PathBuf,
    pub why: Stays,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Stays {
    /// Another user owns it: this user and that one.
    Owner { ours: u32, theirs: u32 },
    /// It bears a name of ours and no mark.
    Unknown,
    /// Files of others that have no place in the new site.
    Foreign,
    /// The machine refused; the next build tries again.
    Failed,
}

impl Leftover {
    /// What stays of `tree` after an attempt to remove it that told whether nothing is left.
    pub(super) fn of(fs: &dyn Fs, tree: &Path, removed: Result<bool, PublishError>) -> Option<Self> {
        let why = match removed {
            Ok(true) => return None,
            Ok(false) => Stays::Foreign,
            Err(e) => match stranger(fs, tree, &e) {
                Some((ours, theirs)) => Stays::Owner { ours, theirs },
                None if matches!(e.kind, ErrorKind::Io(_)) => Stays::Failed,
                // Its manifest tells nothing.
                None => Stays::Unknown,
            },
        };
        Some(Self { path: tree.to_owned(), why })
    }

    pub(super) fn unknown(tree: &Path) -> Self {
        Self { path: tree.to_owned(), why: Stays::Unknown }
    }
}

/// If an operation was forbidden since `tree`, or what in it was to be touched, belongs to somebody else: this user and
/// that one.
pub(super) fn stranger(fs: &dyn Fs, tree: &Path, e: &PublishError) -> Option<(u32, u32)> {
    let ErrorKind::Io(refused) = &e.kind else { return None };
    if refused.kind() != io::ErrorKind::PermissionDenied || fs.uid() == 0 {
        return None;
    }
    let inside = e.path.ancestors().take_while(|path| path.starts_with(tree));
    let mut owners = inside.filter_map(|path| fs.lstat(path).ok()).map(|stat| stat.uid);
    owners.find(|uid| *uid != fs.uid()).map(|theirs| (fs.uid(), theirs))
}
