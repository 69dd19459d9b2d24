//! Where a site is published to: which folders are refused, and the names of what the publisher puts into the output
//! and beside it.

use super::error::{At, PublishError, Refusal};
use super::fs::{DIR_MODE, Fs, Inode, Kind, lstat_if_there};
use crate::os;
use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};

/// The one folder of an output that is the publisher's own.
pub(super) const OWN: &str = ".tiendo";
pub(super) const MANIFEST: &str = ".tiendo/manifest.json";
/// Where a new manifest waits to take its place.
pub(super) const NEXT_MANIFEST: &str = ".tiendo/manifest.next";
/// Where new files wait inside an output that is published in place.
pub(super) const INNER_STAGE: &str = ".tiendo/stage";
/// Marks a stage that was never completed: all in it is ours, or a second name of what is in the output.
pub(super) const UNFINISHED: &str = ".tiendo/unfinished";

/// How many names are tried for a folder beside the output; at the last one, making it fails.
const TRIES: u64 = 1000;

/// An output folder, symbolic links resolved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Target {
    pub root: PathBuf,
    /// The folder that holds it, and holds the stage beside it.
    pub parent: PathBuf,
    name: OsString,
}

impl Target {
    /// Resolves `output`. Refuses the root of the file system, each folder of `protected` with all that hold it, and
    /// whatever lies within a folder of `sources`.
    pub fn resolve(output: &Path, protected: &[PathBuf], sources: &[PathBuf]) -> Result<Self, PublishError> {
        let root = canonical(output)?;
        let (Some(parent), Some(name)) = (root.parent(), root.file_name()) else {
            return Err(PublishError::refused(root, Refusal::Root));
        };
        for folder in protected {
            if canonical(folder)?.starts_with(&root) {
                return Err(PublishError::refused(root, Refusal::Protected(folder.clone())));
            }
        }
        for folder in sources {
            if root.starts_with(canonical(folder)?) {
                return Err(PublishError::refused(root, Refusal::Sources));
            }
        }
        let (parent, name) = (parent.to_owned(), name.to_owned());
        Ok(Self { root, parent, name })
    }

    /// Which folder it is, if it is there; refuses what is no folder, or holds a `.git`, or in the place of our own
    /// folder something else.
    pub fn inode(&self, fs: &dyn Fs) -> Result<Option<Inode>, PublishError> {
        let inode = match lstat_if_there(fs, &self.root).at(&self.root)? {
            None => return Ok(None),
            Some(stat) if stat.kind == Kind::Dir => stat.inode,
            Some(_) => return Err(PublishError::refused(&self.root, Refusal::NotAFolder)),
        };
        if lstat_if_there(fs, &self.root.join(".git")).at(&self.root)?.is_some() {
            return Err(PublishError::refused(&self.root, Refusal::Git));
        }
        let own = self.root.join(OWN);
        match lstat_if_there(fs, &own).at(&own)? {
            Some(stat) if stat.kind != Kind::Dir => Err(PublishError::refused(own, Refusal::NotOurs)),
            Some(_) | None => Ok(Some(inode)),
        }
    }

    /// Refuses it where it is another folder than this one, or a link; none: it is not to be there.
    pub fn refuse_change(&self, fs: &dyn Fs, inode: Option<Inode>) -> Result<(), PublishError> {
        let now = lstat_if_there(fs, &self.root).at(&self.root)?.map(|stat| stat.inode);
        if now == inode { Ok(()) } else { Err(PublishError::refused(&self.root, Refusal::Changed)) }
    }

    /// Refuses a folder with anything in it but a `.gitignore`: an output folder that a repository carries.
    pub fn refuse_foreign(&self, fs: &dyn Fs) -> Result<(), PublishError> {
        let entries = fs.read_dir(&self.root).at(&self.root)?;
        let foreign = entries.into_iter().map(|(name, _)| name).find(|name| name != ".gitignore" && name != OWN);
        match foreign {
            Some(name) => Err(PublishError::refused(&self.root, Refusal::NoManifest(name.into()))),
            None => Ok(()),
        }
    }

    pub fn make_parents(&self, fs: &dyn Fs) -> Result<(), PublishError> {
        let mut missing = Vec::new();
        for folder in self.parent.ancestors() {
            if lstat_if_there(fs, folder).at(folder)?.is_some() {
                break;
            }
            missing.push(folder);
        }
        missing.into_iter().rev().try_for_each(|folder| fs.create_dir(folder, DIR_MODE).at(folder))
    }

    /// A path beside the output, hidden and named after it.
    pub fn beside(&self, ending: &str) -> PathBuf {
        let mut name = OsString::from(".");
        name.push(&self.name);
        name.push(ending);
        self.parent.join(name)
    }

    /// A name for a folder beside the output at which nothing stands yet: with this number, or one that follows.
    pub fn free(&self, fs: &dyn Fs, purpose: Purpose, number: u64) -> Result<PathBuf, PublishError> {
        let mut path = self.beside(&format!("{}{number}", purpose.ending()));
        for n in 1..=TRIES {
            if lstat_if_there(fs, &path).at(&path)?.is_none() {
                break;
            }
            path = self.beside(&format!("{}{}", purpose.ending(), number.saturating_add(n)));
        }
        Ok(path)
    }

    /// What stands beside the output under names that a build gives, digits at their end. Whether it is ours, its
    /// [mark](super::marks) says.
    pub fn left_behind(&self, fs: &dyn Fs, purpose: Purpose) -> Result<Vec<PathBuf>, PublishError> {
        let start = self.beside(purpose.ending());
        let start = start.file_name().unwrap_or_default().as_encoded_bytes();
        let ours = |name: &OsStr| {
            let rest = name.as_encoded_bytes().strip_prefix(start);
            rest.is_some_and(|digits| !digits.is_empty() && digits.iter().all(u8::is_ascii_digit))
        };
        let entries = fs.read_dir(&self.parent).at(&self.parent)?;
        let dirs = entries.into_iter().filter(|(name, kind)| *kind == Kind::Dir && ours(name));
        Ok(dirs.map(|(name, _)| self.parent.join(name)).collect())
    }
}

/// What a folder beside the output is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Purpose {
    /// The next site, until the swap; the last one, after it.
    Stage,
    /// The last site, put aside where folders cannot be exchanged.
    Aside,
    /// A former site, kept to be brought back.
    Kept,
    /// Files whose place a page has taken when an output without a manifest was taken over.
    Replaced,
    /// A former site that development versions before 0.1 kept; it is removed.
    Spare,
}

impl Purpose {
    /// What follows the output's name in the name of such a folder; a number comes after it.
    fn ending(self) -> &'static str {
        match self {
            Self::Stage => ".tiendo-stage-",
            Self::Aside => ".tiendo-aside-",
            Self::Kept => ".tiendo-kept-",
            Self::Replaced => ".tiendo-replaced-",
            Self::Spare => ".tiendo-spare-",
        }
    }
}

/// The path without links and dots; what is not there yet is appended as written.
fn canonical(path: &Path) -> Result<PathBuf, PublishError> {
    let absolute = std::path::absolute(path).at(path)?;
    let mut rest = Vec::new();
    let mut there = absolute.as_path();
    loop {
        match os::canonicalize(there) {
            Ok(mut found) => {
                found.extend(rest.iter().rev());
                return Ok(found);
            }
            Err(e) if e.kind() == std::io::ErrorKind::NotFound => {
                let (Some(parent), Some(name)) = (there.parent(), there.file_name()) else {
                    return Err(e).at(path);
                };
                rest.push(name);
                there = parent;
            }
            Err(e) => return Err(e).at(path),
        }
    }
}
