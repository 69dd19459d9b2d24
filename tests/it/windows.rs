//! What Windows does to a site folder: line ends, names without case. These hold on every system.

use crate::open::open_snapshot;
use crate::sample;
use std::collections::BTreeMap;
use tiendo::bundle::Source as _;
use tiendo::load::{Body, File, Snapshot, disk};
use tiendo::open_data::Bounds;
use tiendo::site::{Options, Site};

/// An editor that ends the lines of the content in its own way changes no byte of the site.
#[test]
fn line_ends_change_nothing() {
    let snapshot = disk::read(sample::folder()).expect("the sample site");
    let with = |end: &str| {
        let file = |file: &File| match &file.body {
            Body::Text(text) if file.path.starts_with("content/") => {
                File { path: file.path.clone(), body: Body::Text(text.replace("\r\n", "\n").replace('\n', end).into()) }
            }
            Body::Text(_) | Body::Bytes(_) | Body::TooLarge(_) | Body::Outside(_) => file.clone(),
        };
        let snapshot = Snapshot { files: snapshot.files.iter().map(file).collect(), ..Snapshot::default() };
        let site = open_snapshot(Bounds::default(), &snapshot, "2026-11-21", None);
        let files: BTreeMap<String, Vec<u8>> =
            site.paths().into_iter().map(|path| (path.to_owned(), site.file(path))).collect();
        files
    };
    let (unix, windows) = (with("\n"), with("\r\n"));
    assert!(unix.keys().eq(windows.keys()));
    let differ: Vec<&String> =
        unix.iter().filter(|(path, bytes)| windows[*path] != **bytes).map(|(path, _)| path).collect();
    assert!(differ.is_empty(), "{differ:?}");
}

/// Two assets of one content whose names differ in case would be one file there.
#[test]
fn assets_that_differ_only_in_case_clash() {
    let site = |second: &str| {
        let files = [
            ("content/site.yaml", "title: Tiến độ\n"),
            ("themes/default/assets/dau.svg", "<svg/>"),
            (second, "<svg/>"),
        ];
        Site::open(&Snapshot::of_texts(files), &Options::new("2026-11-27T03:00:00Z".parse().expect("a moment")))
    };
    let clash = site("themes/default/assets/Dau.svg").diagnostics;
    assert_eq!(clash.iter().map(|d| d.code.id()).collect::<Vec<_>>(), ["address-clash"], "{clash:?}");
    assert!(site("themes/default/assets/hinh.svg").diagnostics.is_empty());
}
