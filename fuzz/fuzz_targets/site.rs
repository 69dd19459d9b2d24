//! The whole chain: a text of files under `--- path` lines (as in `tests/fixtures/`) as a site, and every file that is made
//! of it.
#![no_main]

use libfuzzer_sys::fuzz_target;
use std::collections::BTreeMap;
use tiendo::bundle::Source as _;
use tiendo::diag::draw;
use tiendo::i18n::Language;
use tiendo::load::Snapshot;
use tiendo::site::{Extent, Options, Site};
use tiendo_fuzz::page;

/// What a few thousand characters of content may become at most.
const MOST_BYTES: usize = 128 << 20;

/// Without these nothing is made, so a text that lacks them gets them.
const NEEDED: [(&str, &str); 2] = [
    ("content/site.yaml", "title: Trang\nlanguages: [vi, en]\n"),
    ("content/agencies/a.yaml", "agencies:\n  - {id: so-a, name: Sở A, kind: body}\n"),
];

/// The files of a text. A path is what a disk could have: no empty part, none of dots alone.
fn files(text: &str) -> BTreeMap<String, String> {
    let mut files: BTreeMap<String, String> = BTreeMap::new();
    let mut path = None;
    for line in text.split_inclusive('\n') {
        if let Some(header) = line.strip_prefix("--- ") {
            let header = header.trim_end();
            path = (!header.split('/').any(|part| matches!(part, "" | "." | ".."))).then(|| header.to_owned());
            // A second file of the same path takes the first one's place, as a fixture's does that of the common ones.
            files.extend(path.clone().map(|path| (path, String::new())));
        } else if let Some(path) = &path {
            files.entry(path.clone()).or_default().push_str(line);
        }
    }
    for (path, text) in NEEDED {
        files.entry(path.to_owned()).or_insert_with(|| text.to_owned());
    }
    files
}

fuzz_target!(|data: &[u8]| {
    let snapshot = Snapshot::of_texts(files(&String::from_utf8_lossy(data)));
    let mut options = Options::new("2024-10-05T03:00:00Z".parse().expect("a moment"));
    let own_theme = snapshot.files.iter().any(|file| file.path.starts_with("themes/"));
    // What the carried templates ask for is known, and takes longer to find out than all else.
    options.extent = if own_theme { Extent::Check } else { Extent::Bundle };
    let site = Site::open(&snapshot, &options);
    draw::human(&site.diagnostics, &site.sources, Language::VI, false, 5);
    draw::json(&site.diagnostics, &site.sources, Language::EN);
    let Some(bundle) = &site.bundle else { return };
    let mut made = 0;
    for path in bundle.paths() {
        let Ok((bytes, fingerprint)) = bundle.bytes_and_fingerprint(path) else {
            // A template may ask in vain for what only this page shows; content alone makes no page fail.
            assert!(own_theme, "{path} cannot be made");
            continue;
        };
        assert_eq!(fingerprint, bundle.fingerprint(path), "{path} has two fingerprints");
        made += bytes.len();
        assert!(made <= MOST_BYTES, "{made} bytes of {} by {path}", data.len());
        if path.ends_with(".html") && !own_theme {
            page::assert_safe(path, std::str::from_utf8(&bytes).expect("pages are UTF-8"));
        } else if let Some(json) = json_in(path, &bytes) {
            serde_json::from_slice::<serde::de::IgnoredAny>(json).unwrap_or_else(|error| panic!("{path}: {error}"));
        }
    }
});

/// The JSON of a file: the whole of it, or what a script of data hands to the page, which nothing in it may end.
fn json_in<'b>(path: &str, bytes: &'b [u8]) -> Option<&'b [u8]> {
    if path.ends_with(".json") {
        return Some(bytes);
    }
    let json = bytes.strip_prefix(b"tiendo.take(String.raw`")?;
    let json = json.strip_suffix(b"`)\n").unwrap_or_else(|| panic!("{path} is cut"));
    assert!(!json.contains(&b'`') && !json.windows(2).any(|two| two == b"${"), "{path} ends within");
    Some(json)
}
