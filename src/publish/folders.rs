//! What folders held when a build listed them, left in the spare for the next build.
//!
//! A name that comes into a folder or goes gives the folder another time of change, which no program can set. So a folder
//! with the inode and the time of change that it had when it was listed holds the same names, of the same files, and is
//! not listed again. This is relied on only where the file system is known to keep such times, and only for folders whose
//! last change lay so long before they were listed that one more would have given them another time.

use super::fs::{Fs, Inode, Listing, Stat, Time, Top};
use super::manifest::OWN;
use super::moment::Moment;
use super::target::{Purpose, Target};
use serde::{Deserialize, Serialize};
use std::ffi::OsString;
use std::path::Path;
use std::sync::Mutex;

/// The record, in the publisher's own folder of the spare.
const RECORD: &str = "folders";
/// What follows the seal.
const FORM: &[u8] = b"tiendo folders 1\n";

/// What is known of folders, and what this build learns of them.
#[derive(Debug, Default)]
pub(super) struct Folders<'k> {
    known: foldhash::HashMap<Inode, Names<&'k str>>,
    learnt: Mutex<Vec<Learnt>>,
    /// Before the first of them was listed; none: nothing is known or learnt.
    began: Option<Moment>,
}

/// A folder by its inode and time of change, with what is in it.
#[derive(Debug, Serialize, Deserialize)]
struct Names<T> {
    folder: Inode,
    changed: Time,
    dirs: Vec<T>,
    /// What is no folder, with its inode.
    files: Vec<(T, Inode)>,
}

#[derive(Debug)]
enum Learnt {
    /// The folder is as it was known.
    AsBefore(Inode),
    New(Names<OsString>),
}

/// The record of the spare beside the output; empty where there is none.
pub(super) fn record(fs: &dyn Fs, target: &Target) -> Vec<u8> {
    let spares = target.left_behind(fs, Purpose::Spare).unwrap_or_default();
    spares.first().and_then(|spare| fs.read(&spare.join(OWN).join(RECORD)).ok()).unwrap_or_default()
}

impl<'k> Folders<'k> {
    /// Of a record, unless it is not as it was written; `began` is a moment before this build lists its first folder.
    pub fn of(record: &'k [u8], began: Option<Moment>) -> Self {
        let Some(began) = began.filter(Moment::is_well_known) else { return Self::default() };
        let known = opened(record).unwrap_or_default();
        let known = known.into_iter().map(|names| (names.folder, names)).collect();
        Self { known, learnt: Mutex::default(), began: Some(began) }
    }

    /// What stands in a folder of a tree; `stat` says what it knows of a file there, by path and inode.
    pub fn list(
        &self,
        fs: &dyn Fs,
        top: &Top,
        path: &Path,
        stat: &dyn Fn(&Path, Inode) -> Option<Stat>,
    ) -> std::io::Result<Listing> {
        if !self.known.is_empty()
            && let Some((listing, folder)) = self.recalled(fs, top, path, stat)
        {
            self.learn(Learnt::AsBefore(folder));
            return Ok(listing);
        }
        let listing = fs.list(&top.path.join(path))?;
        if self.began.is_some_and(|began| began.tells_from(listing.own.changed)) {
            self.learn(Learnt::New(Names::of(&listing)));
        }
        Ok(listing)
    }

    fn recalled(
        &self,
        fs: &dyn Fs,
        top: &Top,
        path: &Path,
        stat: &dyn Fn(&Path, Inode) -> Option<Stat>,
    ) -> Option<(Listing, Inode)> {
        let (own, is_mount) = fs.folder_in(top, path).ok()?;
        let names = self.known.get(&own.inode).filter(|names| names.changed == own.changed)?;
        let dirs = names.dirs.iter().map(OsString::from).collect();
        let one = |(name, inode): &(&str, Inode)| {
            let path = path.join(name);
            // Gone since: then the folder is listed after all.
            let stat = stat(&path, *inode).or_else(|| fs.lstat_in(top, &path).ok())?;
            Some((OsString::from(name), stat))
        };
        let files = names.files.iter().map(one).collect::<Option<_>>()?;
        Some((Listing { own, is_mount, dirs, files }, own.inode))
    }

    fn learn(&self, what: Learnt) {
        self.learnt.lock().expect("no thread panics while it holds the list").push(what);
    }

    /// Learns what is in all folders of a tree that nobody else writes to, `began` a moment after it was made.
    pub fn learn_tree(&self, fs: &dyn Fs, top: &Path, began: Option<Moment>) {
        let Some(began) = began.filter(|_| self.began.is_some()) else { return };
        let visit = |relative: &Path, listing: Listing| {
            if began.tells_from(listing.own.changed) {
                self.learn(Learnt::New(Names::of(&listing)));
            }
            Ok(((), listing.dirs.into_iter().map(|name| relative.join(name)).collect()))
        };
        // Best effort: what is not learnt is listed by the next build.
        let _ = super::walk::walk(fs, top, &Self::default(), &|_, _| None, visit);
    }

    /// Leaves what was learnt in a tree that becomes the spare. Best effort: without it the next build lists everything.
    pub fn leave(&self, fs: &dyn Fs, tree: &Path) {
        if self.began.is_some() {
            let _ = fs.write_new(&tree.join(OWN).join(RECORD), &self.to_bytes());
        }
    }

    fn to_bytes(&self) -> Vec<u8> {
        let learnt = self.learnt.lock().expect("no thread panics while it holds the list");
        let names = learnt.iter().filter_map(|learnt| match learnt {
            Learnt::AsBefore(folder) => self.known.get(folder).map(Names::borrowed),
            Learnt::New(names) => names.in_words(),
        });
        let all: Vec<Names<&str>> = names.collect();
        let mut bytes = vec![0; blake3::OUT_LEN];
        bytes.extend_from_slice(FORM);
        let mut bytes = postcard::to_extend(&all, bytes).expect("names and numbers are plain values");
        let seal = blake3::hash(&bytes[blake3::OUT_LEN..]);
        bytes[..blake3::OUT_LEN].copy_from_slice(seal.as_bytes());
        bytes
    }
}

fn opened(record: &[u8]) -> Option<Vec<Names<&str>>> {
    let (seal, rest) = record.split_at_checked(blake3::OUT_LEN)?;
    let body = rest.strip_prefix(FORM).filter(|_| blake3::hash(rest).as_bytes() == seal)?;
    postcard::from_bytes(body).ok()
}

impl Names<OsString> {
    fn of(listing: &Listing) -> Self {
        let files = listing.files.iter().map(|(name, stat)| (name.clone(), stat.inode)).collect();
        Self { folder: listing.own.inode, changed: listing.own.changed, dirs: listing.dirs.clone(), files }
    }

    /// None where a name is no text: such a folder is listed each time.
    fn in_words(&self) -> Option<Names<&str>> {
        let dirs = self.dirs.iter().map(|name| name.to_str()).collect::<Option<_>>()?;
        let files = self.files.iter().map(|(name, inode)| Some((name.to_str()?, *inode))).collect::<Option<_>>()?;
        Some(Names { folder: self.folder, changed: self.changed, dirs, files })
    }
}

impl<'k> Names<&'k str> {
    fn borrowed(&self) -> Names<&'k str> {
        Names { folder: self.folder, changed: self.changed, dirs: self.dirs.clone(), files: self.files.clone() }
    }
}
