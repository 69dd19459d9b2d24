//! What folders held when a build listed them, left in the spare for the next build.
//!
//! A name that comes into a folder or goes gives the folder another time of change, which no program can set. So a folder
//! with the inode and the time of change that it had when it was listed holds the same names, of the same files, and is
//! not listed again. This is relied on only where the file system is known to keep such times, and only for folders whose
//! last change lay so long before they were listed that one more would have given them another time; and not across a start
//! of the system, for a power cut may leave of a folder one thing and not the other.

use super::fs::{Fs, Inode, Kind, Listing, Stat, Time, Top};
use super::manifest::OWN;
use super::moment::Moment;
use super::target::{Purpose, Target};
use serde::{Deserialize, Serialize};
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard};

/// The record, in the publisher's own folder of the spare.
const RECORD: &str = "folders";
/// Its hash comes first.
const SEAL: usize = blake3::OUT_LEN;
/// Then this and what names the run of the system, then the folders.
const FORM: &[u8] = b"tiendo folders 1\n";
/// Another text after each start of the system.
const BOOT: &str = "/proc/sys/kernel/random/boot_id";
/// A larger file is none of ours.
const MAX_BYTES: u64 = 1 << 30;

/// What is known of folders, and what this build learns of them.
#[derive(Debug, Default)]
pub(super) struct Folders<'k> {
    /// Of each folder, by its inode, what the record says of it.
    known: foldhash::HashMap<Inode, &'k [u8]>,
    learnt: Mutex<Learnt>,
    /// Before the first of them was listed; none: nothing is known or learnt.
    began: Option<Moment>,
    boot: &'k [u8],
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

#[derive(Debug, Default)]
struct Learnt {
    /// Folders that are as they were known.
    as_before: Vec<Inode>,
    new: Vec<Names<OsString>>,
}

/// What the last build left.
#[derive(Debug, Default)]
pub(super) struct Record {
    bytes: Vec<u8>,
    /// Names the run of the system that it counts for: what a power cut leaves of a disk is looked at anew.
    boot: Vec<u8>,
}

impl Record {
    /// Of the spare beside the output; nothing in it where there is none.
    pub fn read(fs: &dyn Fs, target: &Target) -> Self {
        let spares = target.left_behind(fs, Purpose::Spare).unwrap_or_default();
        let path = spares.first().map(|spare| spare.join(OWN).join(RECORD));
        let is_record = |path: &PathBuf| fs.lstat(path).is_ok_and(|s| s.kind == Kind::File && s.size <= MAX_BYTES);
        let bytes = path.filter(is_record).and_then(|path| fs.read(&path).ok()).unwrap_or_default();
        Self { bytes, boot: fs.read(Path::new(BOOT)).unwrap_or_default() }
    }
}

impl<'k> Folders<'k> {
    /// Of a record, unless it is not as it was written; `began` is a moment before this build lists its first folder.
    pub fn of(record: &'k Record, began: Option<Moment>) -> Self {
        let Some(began) = began.filter(|began| began.is_well_known() && !record.boot.is_empty()) else {
            return Self::default();
        };
        let known = opened(&record.bytes, &record.boot).unwrap_or_default();
        Self { known, learnt: Mutex::default(), began: Some(began), boot: &record.boot }
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
            self.learnt().as_before.push(folder);
            return Ok(listing);
        }
        let listing = fs.list(&top.path.join(path))?;
        self.learn(self.began, &listing);
        Ok(listing)
    }

    /// Learns what was listed at `moment` or after, unless the folder changed too short before.
    pub fn learn(&self, moment: Option<Moment>, listing: &Listing) {
        if moment.is_some_and(|moment| moment.tells_from(listing.own.changed)) {
            let names = Names::of(listing);
            self.learnt().new.push(names);
        }
    }

    fn recalled(
        &self,
        fs: &dyn Fs,
        top: &Top,
        path: &Path,
        stat: &dyn Fn(&Path, Inode) -> Option<Stat>,
    ) -> Option<(Listing, Inode)> {
        let (own, is_mount) = fs.folder_in(top, path).ok()?;
        let names: Names<&str> = postcard::from_bytes(self.known.get(&own.inode)?).ok()?;
        if names.changed != own.changed {
            return None;
        }
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

    fn learnt(&self) -> MutexGuard<'_, Learnt> {
        self.learnt.lock().expect("no thread panics while it holds the list")
    }

    /// Whether anything is learnt at all.
    pub fn learns(&self) -> bool {
        self.began.is_some()
    }

    /// Leaves what was learnt in a tree that becomes the spare. Best effort: without it the next build lists everything.
    pub fn leave(&self, fs: &dyn Fs, tree: &Path) {
        if self.learns() {
            let _ = fs.write_new(&tree.join(OWN).join(RECORD), &self.to_bytes());
        }
    }

    fn to_bytes(&self) -> Vec<u8> {
        let learnt = self.learnt();
        let mut bytes = vec![0; SEAL];
        bytes.extend_from_slice(FORM);
        bytes.extend_from_slice(self.boot);
        for known in learnt.as_before.iter().filter_map(|folder| self.known.get(folder)) {
            add(&mut bytes, known);
        }
        let mut one = Vec::new();
        for names in learnt.new.iter().filter_map(Names::as_text) {
            one.clear();
            one = postcard::to_extend(&names, one).expect("names and numbers are plain values");
            add(&mut bytes, &one);
        }
        let seal = blake3::hash(&bytes[SEAL..]);
        bytes[..SEAL].copy_from_slice(seal.as_bytes());
        bytes
    }
}

/// Adds a folder to a record: how many bytes it takes, and they.
fn add(record: &mut Vec<u8>, names: &[u8]) {
    if let Ok(length) = u32::try_from(names.len()) {
        record.extend_from_slice(&length.to_le_bytes());
        record.extend_from_slice(names);
    }
}

/// What a record says of each folder; none where it is not as it was written.
fn opened<'k>(record: &'k [u8], boot: &[u8]) -> Option<foldhash::HashMap<Inode, &'k [u8]>> {
    let (seal, rest) = record.split_at_checked(SEAL)?;
    let sealed = blake3::hash(rest).as_bytes() == seal;
    let mut body = rest.strip_prefix(FORM)?.strip_prefix(boot).filter(|_| sealed)?;
    let mut known = foldhash::HashMap::default();
    while let Some((length, rest)) = body.split_first_chunk() {
        let (names, rest) = rest.split_at_checked(usize::try_from(u32::from_le_bytes(*length)).ok()?)?;
        let (folder, _) = postcard::take_from_bytes(names).ok()?;
        known.insert(folder, names);
        body = rest;
    }
    Some(known)
}

impl Names<OsString> {
    fn of(listing: &Listing) -> Self {
        let files = listing.files.iter().map(|(name, stat)| (name.clone(), stat.inode)).collect();
        Self { folder: listing.own.inode, changed: listing.own.changed, dirs: listing.dirs.clone(), files }
    }

    /// None where a name is no text: such a folder is listed each time.
    fn as_text(&self) -> Option<Names<&str>> {
        let dirs = self.dirs.iter().map(|name| name.to_str()).collect::<Option<_>>()?;
        let files = self.files.iter().map(|(name, inode)| Some((name.to_str()?, *inode))).collect::<Option<_>>()?;
        Some(Names { folder: self.folder, changed: self.changed, dirs, files })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::publish::fs::Clock;

    const BOOT: &[u8] = b"boot 1\n";

    fn stat(kind: Kind, inode: u64) -> Stat {
        Stat { kind, size: 1, mode: 0o644, inode: (7, inode), changed: (10, 123_456_789) }
    }

    /// A record of one folder with a file and a folder in it.
    fn record() -> Vec<u8> {
        let began = Some(Moment::at((20, 0), Clock::OfLinux));
        let folders = Folders { began, boot: BOOT, ..Folders::default() };
        let files = vec![("index.html".into(), stat(Kind::File, 2))];
        folders.learn(began, &Listing { own: stat(Kind::Dir, 1), is_mount: false, dirs: vec!["a".into()], files });
        folders.to_bytes()
    }

    #[test]
    fn a_record_is_what_was_written_or_nothing() {
        let record = record();
        let known = opened(&record, BOOT).unwrap();
        let names: Names<&str> = postcard::from_bytes(known[&(7, 1)]).unwrap();
        assert_eq!(
            (names.changed, names.dirs, names.files),
            ((10, 123_456_789), vec!["a"], vec![("index.html", (7, 2))])
        );
        for n in 0..record.len() {
            assert!(opened(&record[..n], BOOT).is_none(), "cut at {n}");
            let mut altered = record.clone();
            altered[n] ^= 1;
            assert!(opened(&altered, BOOT).is_none(), "altered at {n}");
        }
        assert!(opened(&record, b"boot 2\n").is_none());
    }
}
