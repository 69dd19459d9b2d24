//! What a build with `--keep-spare` keeps of its reading, through the program: whatever becomes of it, the site is the
//! one that a build without it makes.

use crate::starter::Site;
use std::fs;
use std::os::unix::fs::{PermissionsExt as _, symlink};
use std::path::PathBuf;

fn kept(site: &Site) -> PathBuf {
    site.folder().join(".output.tiendo-read")
}

fn build(site: &Site, keep: bool) {
    let mut build = site.build();
    if keep {
        build.arg("--keep-spare");
    }
    build.args(["--as-of", "2025-07-01"]).assert().success();
}

/// The bytes of the site as it stands, and of one made from the same content with nothing kept.
fn same_as_afresh(site: &Site, what: &str) {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let output = folder.path().join("output");
    let mut afresh = site.build();
    afresh.arg("--output").arg(&output).args(["--as-of", "2025-07-01"]).assert().success();
    for (path, bytes) in site.bytes().into_iter().filter(|(path, _)| !path.starts_with(".tiendo")) {
        assert!(fs::read(output.join(&path)).is_ok_and(|fresh| fresh == bytes), "{what}: {}", path.display());
    }
    let count = walkdir::WalkDir::new(&output).into_iter().filter(|e| e.as_ref().is_ok_and(|e| e.path().is_file()));
    assert_eq!(count.count(), site.files().len(), "{what}");
}

/// A change, so that the next build has something to read.
fn change(site: &Site, n: usize) {
    site.put("content/pages/them.md", &format!("---\ntitle: Trang {n}\n---\n\nĐoạn {n}.\n"));
}

#[test]
fn it_is_private_and_goes_when_it_is_not_wanted() {
    let site = Site::starter();
    build(&site, true);
    let mode = fs::metadata(kept(&site)).expect("kept").permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
    change(&site, 1);
    build(&site, true);
    same_as_afresh(&site, "kept");
    change(&site, 2);
    build(&site, false);
    assert!(!kept(&site).exists());
    same_as_afresh(&site, "without");
}

#[test]
fn whatever_becomes_of_it_the_site_is_the_same() {
    let site = Site::starter();
    build(&site, true);
    let good = fs::read(kept(&site)).expect("kept");
    let other = Site::starter();
    other.put("content/pages/khac.md", "---\ntitle: Khác\n---\n");
    build(&other, true);
    let foreign = fs::read(kept(&other)).expect("kept");
    let middle = good.len() / 2;
    let changed = [&good[..middle], &[good[middle] ^ 4], &good[middle + 1..]].concat();
    for (n, (what, bytes)) in
        [("cut", &good[..middle]), ("empty", b""), ("changed", &changed), ("foreign", &foreign), ("stale", &good)]
            .into_iter()
            .enumerate()
    {
        fs::write(kept(&site), bytes).expect("written");
        change(&site, n);
        build(&site, true);
        same_as_afresh(&site, what);
        let mended = fs::read(kept(&site)).expect("kept");
        assert!(mended.len() >= good.len(), "{what}: made anew");
    }
}

/// A link is neither read through nor written through; what a killed build has left is no obstacle.
#[test]
fn a_link_in_its_place_is_replaced() {
    let site = Site::starter();
    let elsewhere = site.folder().join("khac");
    fs::write(&elsewhere, "của người khác").expect("written");
    symlink(&elsewhere, kept(&site)).expect("a link");
    symlink(&elsewhere, site.folder().join(".output.tiendo-read-new")).expect("a link");
    build(&site, true);
    assert_eq!(fs::read_to_string(&elsewhere).expect("still there"), "của người khác");
    assert!(fs::symlink_metadata(kept(&site)).expect("kept").is_file());
    same_as_afresh(&site, "link");
}
