//! The default theme, carried in the binary.

use super::files::ThemeFile;
use include_dir::{Dir, include_dir};

// build.rs names the folder, so that a new or removed file rebuilds this.
static FOLDER: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/themes/default");

pub(super) fn files() -> Vec<ThemeFile> {
    let mut found = Vec::new();
    collect(&FOLDER, &mut found);
    found.sort_by(|a, b| a.path.cmp(&b.path));
    found
}

fn collect(dir: &Dir<'_>, found: &mut Vec<ThemeFile>) {
    for file in dir.files() {
        // On Windows the path was noted with `\`.
        let path = file.path().to_string_lossy().replace('\\', "/");
        found.push(ThemeFile { path, bytes: file.contents().to_vec(), file: None });
    }
    for dir in dir.dirs() {
        collect(dir, found);
    }
}
