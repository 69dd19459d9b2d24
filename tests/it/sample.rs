//! The repository as a site: built by the real program into a temporary output.

use crate::open::Opened;
use crate::starter::tiendo;
use std::path::{Path, PathBuf};
use tempfile::TempDir;
use tiendo::bundle::Source as _;

/// The date that tests look at the sample site from.
pub const AS_OF: &str = "2026-11-21";

/// A built site; its folder goes when this is dropped.
pub struct Built {
    _temp: TempDir,
    /// The web root.
    pub output: PathBuf,
}

impl Built {
    /// The files of an opened site, written as they are.
    pub fn of(opened: &Opened) -> Self {
        let temp = TempDir::new().expect("a temporary folder");
        let output = temp.path().join("out");
        for path in opened.paths() {
            let file = output.join(path);
            std::fs::create_dir_all(file.parent().expect("below the root")).expect("created");
            std::fs::write(file, opened.file(path)).expect("written");
        }
        Self { _temp: temp, output }
    }
}

/// The repository itself is a site folder: the five documents.
pub fn folder() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Builds `site` as of [`AS_OF`].
pub fn build(site: &Path, more: &[&str]) -> Built {
    let temp = TempDir::new().expect("a temporary folder");
    let output = temp.path().join("out");
    let mut command = tiendo();
    command
        .args(["build", "--no-sync"])
        .arg("--site")
        .arg(site)
        .arg("--output")
        .arg(&output)
        .args(["--as-of", AS_OF])
        .args(more);
    command.assert().success();
    Built { _temp: temp, output }
}

/// All files below `root`, relative, `/` between parts, in byte order.
pub fn files(root: &Path) -> Vec<String> {
    let walk = walkdir::WalkDir::new(root).sort_by_file_name().into_iter().map(|e| e.expect("readable"));
    let mut found: Vec<String> = walk
        .filter(|e| e.file_type().is_file())
        .map(|e| e.path().strip_prefix(root).expect("below root").to_string_lossy().replace('\\', "/"))
        .collect();
    found.sort();
    found
}

/// A page's text.
pub fn read(built: &Built, path: &str) -> String {
    std::fs::read_to_string(built.output.join(path)).unwrap_or_else(|e| panic!("{path}: {e}"))
}
