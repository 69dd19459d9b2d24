//! What a build would meet at an output, looked at and left alone: for a word on the machine before anything is built.

use super::error::{At, PublishError};
use super::fs::{Fs, Kind, Stat, lstat_if_there};
use super::lock::holder;
use super::target::{OWN, Target};
use crate::os::{self, Disk};
use std::path::{Path, PathBuf};

pub struct Ground {
    /// The output, links resolved.
    pub root: PathBuf,
    /// The user that this process acts as.
    pub uid: u32,
    /// Whose the output is, if it is there.
    pub owner: Option<u32>,
    /// The user whose builds are judged: the one that looks; where that is root, whose the output is.
    pub builder: u32,
    /// The folder of those that a build writes into, the output and the one that holds it, in which it may not.
    pub closed: Option<PathBuf>,
    /// Bytes that this user may still write there, where the system says.
    pub free: Option<u64>,
    /// What the build that holds the lock says of itself.
    pub holder: Option<String>,
}

impl Ground {
    /// Looks at an output, which need not be there.
    ///
    /// # Errors
    /// The path is that of no folder, or cannot be followed.
    pub fn at(output: &Path) -> Result<Self, PublishError> {
        let target = Target::resolve(output, &[], &[])?;
        let there = lstat_if_there(&Disk, &target.root).at(&target.root)?.filter(|stat| stat.kind == Kind::Dir);
        // A build makes the folders that are missing.
        let base = target.parent.ancestors().find(|folder| folder.is_dir()).unwrap_or(&target.parent);
        let (uid, owner) = (Disk.uid(), there.map(|stat| stat.uid));
        let builder = if uid == 0 { owner.unwrap_or(uid) } else { uid };
        let folders = [Some(base), there.map(|_| target.root.as_path())];
        let closed = folders.into_iter().flatten().find(|folder| !may_write(folder, builder)).map(Path::to_owned);
        let locks = [target.beside(".tiendo-lock"), target.root.join(OWN).join("lock")];
        Ok(Self {
            root: target.root.clone(),
            uid,
            owner,
            builder,
            closed,
            free: os::free(base),
            holder: locks.iter().find_map(|lock| holder(lock)),
        })
    }
}

/// Whether a user may put something into a folder. Of another user, the mode must do; its group may be theirs.
fn may_write(folder: &Path, user: u32) -> bool {
    let mode = |stat: Stat| if stat.uid == user { stat.mode & 0o200 } else { stat.mode & 0o022 };
    let allowed = user == Disk.uid() || Disk.lstat(folder).is_ok_and(|stat| mode(stat) != 0);
    allowed && os::may_write(folder)
}
