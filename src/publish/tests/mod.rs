//! Publishing, seen from outside: what stands on the disk after a build, and after a build that failed.

mod builds;
mod faults;
mod generations;
mod late;
mod manifests;
mod owners;
mod refusals;
mod strangers;

use super::fs::{Fs, Kind, Listing, Stat};
use super::*;
use crate::bundle::{Fingerprint, MakeError};
use crate::diag::{Code, Diagnostic};
use crate::os::Disk;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ffi::OsString;
use std::fs::File;
use std::io;
use std::os::unix::fs::MetadataExt;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use std::path::Path;

struct Unwatched;

impl Watch for Unwatched {}

fn publish_on(fs: &dyn Fs, site: &Site, options: &Options, watch: &dyn Watch) -> Result<Outcome, PublishError> {
    run::publish(fs, site, options, None, watch)
}

/// A site whose pages are their own inputs.
#[derive(Clone, Default)]
struct Site(BTreeMap<String, Page>);

#[derive(Clone)]
struct Page {
    input: u8,
    /// None: cannot be rendered.
    bytes: Option<Vec<u8>>,
}

impl Site {
    fn of(pages: &[(&str, &str)]) -> Self {
        let mut site = Self::default();
        for (path, text) in pages {
            site.set(path, text);
        }
        site
    }

    fn set(&mut self, path: &str, text: &str) {
        let input = blake3::hash(text.as_bytes()).as_bytes()[0];
        self.0.insert(path.into(), Page { input, bytes: Some(text.into()) });
    }

    fn with(mut self, path: &str, text: &str) -> Self {
        self.set(path, text);
        self
    }

    fn tree(&self) -> BTreeMap<String, String> {
        let text = |page: &Page| String::from_utf8(page.bytes.clone().unwrap()).unwrap();
        self.0.iter().map(|(path, page)| (path.clone(), text(page))).collect()
    }
}

impl Source for Site {
    fn paths(&self) -> Vec<&str> {
        self.0.keys().map(String::as_str).collect()
    }

    fn fingerprint(&self, path: &str) -> Fingerprint {
        Fingerprint([self.0[path].input; 32])
    }

    fn bytes(&self, path: &str) -> Result<Cow<'_, [u8]>, MakeError> {
        match &self.0[path].bytes {
            Some(bytes) => Ok(Cow::Borrowed(bytes)),
            None => Err(MakeError::theme(path, Diagnostic::of_site(Code::Template).arg("name", path))),
        }
    }
}

struct Place {
    dir: tempfile::TempDir,
    options: Options,
}

impl Place {
    fn new() -> Self {
        // Thousands of small builds: in memory, where the system has such a folder.
        let dir = tempfile::tempdir_in("/dev/shm").or_else(|_| tempfile::tempdir()).unwrap();
        let options = Options {
            output: dir.path().join("output"),
            protected: vec![dir.path().join("site")],
            sources: vec![dir.path().join("site/content")],
            mode: Mode::Swap,
            unknown: Unknown::Refuse,
            durability: Durability::Unsynced,
            keep: None,
            links: Links::Verified,
            wait: Duration::ZERO,
            holder: "pid 1".into(),
            generator: "tiendo test".into(),
            as_of: "2024-02-29".into(),
            key: None,
        };
        std::fs::create_dir_all(dir.path().join("site/content")).unwrap();
        Self { dir, options }
    }

    fn in_place() -> Self {
        let mut place = Self::new();
        place.options.mode = Mode::InPlace;
        place
    }

    /// Both ways to publish, with this site built.
    fn both(site: &Site) -> [Self; 2] {
        [Self::new(), Self::in_place()].map(|place| {
            place.build(site).unwrap();
            place
        })
    }

    fn mode(&self, path: &str) -> u32 {
        std::fs::metadata(self.options.output.join(path)).unwrap().mode() & 0o7777
    }

    fn build(&self, site: &Site) -> Result<Outcome, PublishError> {
        publish(site, &self.options, None, &Unwatched)
    }

    fn put(&self, path: &str, text: &str) {
        let full = self.dir.path().join(path);
        std::fs::create_dir_all(full.parent().unwrap()).unwrap();
        std::fs::write(full, text).unwrap();
    }

    /// All files of the output with their text, the manifest apart.
    fn tree(&self) -> BTreeMap<String, String> {
        self.files(|path| std::fs::read_to_string(path).unwrap())
    }

    /// Inode and time of change of all files of the output.
    fn identities(&self) -> BTreeMap<String, (u64, i64, i64)> {
        self.files(|path| {
            let meta = std::fs::symlink_metadata(path).unwrap();
            (meta.ino(), meta.mtime(), meta.mtime_nsec())
        })
    }

    fn files<T>(&self, of: impl Fn(&Path) -> T) -> BTreeMap<String, T> {
        let mut found = BTreeMap::new();
        for entry in walkdir::WalkDir::new(&self.options.output) {
            let Ok(entry) = entry else { continue };
            let path = entry.path().strip_prefix(&self.options.output).unwrap().to_str().unwrap().to_owned();
            if !entry.file_type().is_dir() && !path.starts_with(".tiendo/") {
                found.insert(path, of(entry.path()));
            }
        }
        found
    }

    fn beside(&self) -> Vec<String> {
        let mut names: Vec<_> = std::fs::read_dir(self.dir.path())
            .unwrap()
            .map(|e| e.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }

    /// The publisher's own folder holds the manifest and nothing else.
    fn own(&self) -> Vec<String> {
        let own = self.options.output.join(".tiendo");
        std::fs::read_dir(own).unwrap().map(|e| e.unwrap().file_name().into_string().unwrap()).collect()
    }

    #[track_caller]
    fn assert_whole(&self, site: &Site) {
        assert_eq!(self.tree(), site.tree());
        assert!(verify(&self.options.output).unwrap().unwrap().is_whole());
        assert_eq!(self.own(), ["manifest.json"]);
        assert_eq!(self.beside(), ["output", "site"]);
    }
}

type Condition = Box<dyn Fn(&str, &Path) -> bool + Sync>;

enum Fails {
    /// The n-th of all (0-based), and no other.
    Once(usize),
    /// All from the n-th on: the disk is gone.
    From(usize),
    /// Those of which this is true: name and first path.
    When(Condition),
}

/// The disk, but for the operations that are to fail.
struct Faulty {
    fails: Fails,
    errno: i32,
    count: AtomicUsize,
    /// Who builds.
    uid: u32,
}

impl Faulty {
    fn new(fails: Fails, errno: rustix::io::Errno) -> Self {
        Self { fails, errno: errno.raw_os_error(), count: AtomicUsize::new(0), uid: Disk.uid() }
    }

    fn sound() -> Self {
        Self::new(Fails::Once(usize::MAX), rustix::io::Errno::IO)
    }

    fn count(&self) -> usize {
        self.count.load(Ordering::SeqCst)
    }

    fn pass(&self, name: &str, path: &Path) -> io::Result<()> {
        let n = self.count.fetch_add(1, Ordering::SeqCst);
        let fails = match &self.fails {
            Fails::Once(at) => n == *at,
            Fails::From(at) => n >= *at,
            Fails::When(when) => when(name, path),
        };
        if fails { Err(io::Error::from_raw_os_error(self.errno)) } else { Ok(()) }
    }
}

macro_rules! pass {
    ($($name:ident($first:ident: &Path $(, $arg:ident: $type:ty)*) -> $out:ty;)+) => {
        impl Fs for Faulty {$(
            fn $name(&self, $first: &Path, $($arg: $type),*) -> io::Result<$out> {
                self.pass(stringify!($name), $first)?;
                Disk.$name($first, $($arg),*)
            }
        )+
            // Only the refusal matters here, and a test must not wait for the disk of a busy machine.
            fn sync_all(&self, path: &Path) -> io::Result<()> {
                self.pass("sync_all", path)
            }
            fn sync(&self, path: &Path) -> io::Result<()> {
                self.pass("sync", path)
            }
            fn uid(&self) -> u32 {
                self.uid
            }
        }
    };
}

pass! {
    lstat(path: &Path) -> Stat;
    list(path: &Path) -> Listing;
    read(path: &Path) -> Vec<u8>;
    read_dir(path: &Path) -> Vec<(OsString, Kind)>;
    create_dir(path: &Path, mode: u32) -> ();
    write_new(path: &Path, bytes: &[u8]) -> ();
    link(from: &Path, to: &Path) -> ();
    copy(from: &Path, to: &Path) -> ();
    rename(from: &Path, to: &Path) -> ();
    exchange(a: &Path, b: &Path) -> ();
    remove_file(path: &Path) -> ();
    remove_dir(path: &Path) -> ();
    set_mode(path: &Path, mode: u32) -> ();
    open_lock(path: &Path) -> (File, bool);
}
