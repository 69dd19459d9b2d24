//! A site in a folder of its own, and the program run on it.

use assert_cmd::Command;
use std::collections::BTreeMap;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

/// A site folder, gone with this value.
pub struct Site {
    dir: tempfile::TempDir,
}

impl Site {
    /// The site that `tiendo init` makes.
    pub fn starter() -> Self {
        // Many builds: in memory, where the system has such a folder.
        let site = Self {
            dir: tempfile::tempdir_in("/dev/shm").or_else(|_| tempfile::tempdir()).expect("a folder for the test"),
        };
        tiendo().arg("init").arg("--no-build").arg(site.folder()).assert().success();
        site
    }

    /// The same with so many further pages, so that a build takes its time.
    pub fn with_pages(n: usize) -> Self {
        let site = Self::starter();
        for n in 0..n {
            site.put(&format!("content/pages/trang-{n}.md"), &format!("---\ntitle: Trang {n}\n---\n\nĐoạn {n}.\n"));
        }
        site
    }

    pub fn folder(&self) -> PathBuf {
        self.dir.path().join("site")
    }

    pub fn output(&self) -> PathBuf {
        self.folder().join("output")
    }

    pub fn put(&self, path: &str, text: &str) {
        let full = self.folder().join(path);
        std::fs::create_dir_all(full.parent().expect("a path in the site")).expect("a folder of the test");
        std::fs::write(full, text).expect("a file of the test");
    }

    pub fn edit(&self, path: &str, from: &str, to: &str) {
        let text = std::fs::read_to_string(self.folder().join(path)).expect("a file of the site");
        assert!(text.contains(from), "{path} has no {from:?}");
        self.put(path, &text.replace(from, to));
    }

    /// `tiendo COMMAND` on this site, at a fixed date.
    pub fn tiendo(&self, command: &str) -> Command {
        let mut tiendo = tiendo();
        tiendo.arg(command).arg("--site").arg(self.folder());
        tiendo
    }

    pub fn build(&self) -> Command {
        let mut build = self.tiendo("build");
        build.arg("--no-sync");
        build
    }

    /// All files of the output, manifest included: bytes, inode, time of change.
    pub fn files(&self) -> BTreeMap<PathBuf, (Vec<u8>, u64, i64)> {
        Self::below(&self.output())
    }

    /// The same of the content, with paths inside the site folder.
    pub fn sources(&self) -> BTreeMap<PathBuf, (Vec<u8>, u64, i64)> {
        let files = Self::below(&self.folder().join("content"));
        files.into_iter().map(|(path, file)| (Path::new("content").join(path), file)).collect()
    }

    fn below(root: &Path) -> BTreeMap<PathBuf, (Vec<u8>, u64, i64)> {
        let walk = walkdir::WalkDir::new(root).into_iter().map(|entry| entry.expect("a file of the output"));
        let file = |entry: walkdir::DirEntry| {
            let meta = entry.metadata().expect("a file of the output");
            let path = entry.path().strip_prefix(root).expect("below the output").to_owned();
            (path, (std::fs::read(entry.path()).expect("a file of the output"), meta.ino(), meta.mtime_nsec()))
        };
        walk.filter(|entry| entry.file_type().is_file()).map(file).collect()
    }

    /// The bytes alone.
    pub fn bytes(&self) -> BTreeMap<PathBuf, Vec<u8>> {
        self.files().into_iter().map(|(path, (bytes, ..))| (path, bytes)).collect()
    }

    /// Names in the site folder.
    pub fn names(&self) -> Vec<String> {
        let entries = std::fs::read_dir(self.folder()).expect("the site folder");
        let mut names: Vec<_> =
            entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        names
    }

    pub fn is_whole(&self) -> bool {
        self.tiendo("verify").output().expect("the program runs").status.success()
    }
}

/// The program, with a clock that stands still.
pub fn tiendo() -> Command {
    let mut tiendo = Command::new(program());
    tiendo.env("SOURCE_DATE_EPOCH", "1751328000").env_remove("NO_COLOR").env("TZ", "UTC");
    tiendo
}

pub fn program() -> &'static Path {
    Path::new(env!("CARGO_BIN_EXE_tiendo"))
}
