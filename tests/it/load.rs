//! The loader over whole sites: text in, drawn faults out.
//!
//! `tests/fixtures/<code>.txt` holds the files of a small site under `--- path` headers (laid over `_base.txt`), then
//! the faults expected, drawn, under `=== vi` and `=== en`. `TIENDO_BLESS=1` writes them anew.

use chrono::NaiveDate;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use tiendo::diag::{Code, Diagnostic, Language, Sources, draw};
use tiendo::load::{Body, File, Loaded, Snapshot, load};

/// A small site in one string.
struct Fixture {
    files: BTreeMap<String, Body>,
    too_many: bool,
}

impl Fixture {
    fn parse(text: &str) -> Self {
        let mut fixture = Self { files: BTreeMap::new(), too_many: false };
        for part in format!("\n{text}").split("\n--- ").skip(1) {
            let (header, body) = part.split_once('\n').unwrap_or((part, ""));
            let body = if body.is_empty() { String::new() } else { format!("{body}\n") };
            if header == "(too many files)" {
                fixture.too_many = true;
            } else if let Some((path, target)) = header.split_once(" -> ") {
                fixture.files.insert(path.to_owned(), Body::Outside(target.to_owned()));
            } else if let Some(path) = header.strip_suffix(" (40 MiB)") {
                fixture.files.insert(path.to_owned(), Body::TooLarge(40 << 20));
            } else if let Some(path) = header.strip_suffix(" (latin-1)") {
                let bytes: Vec<u8> =
                    body.chars().map(|c| u8::try_from(u32::from(c)).unwrap_or(b'?')).collect();
                fixture.files.insert(path.to_owned(), Body::Bytes(bytes.into()));
            } else if let Some(path) = header.strip_suffix(" (none)") {
                fixture.files.remove(path);
                fixture.files.insert(path.to_owned(), Body::TooLarge(0));
            } else {
                fixture.files.insert(header.to_owned(), Body::Text(body.into()));
            }
        }
        fixture
    }

    /// Laid over the base site.
    fn over_base(text: &str) -> Self {
        let base = fs::read_to_string(fixtures().join("_base.txt")).expect("the base site");
        let mut fixture = Self::parse(&base);
        let over = Self::parse(text);
        fixture.files.extend(over.files);
        fixture.too_many = over.too_many;
        // A file of no size stands for "take it out of the base".
        fixture.files.retain(|_, body| *body != Body::TooLarge(0));
        fixture
    }

    fn snapshot(&self) -> Snapshot {
        let file = |(path, body): (&String, &Body)| File { path: path.clone(), body: body.clone() };
        Snapshot { files: self.files.iter().map(file).collect(), too_many: self.too_many }
    }

    fn load(&self) -> Loaded {
        load(&self.snapshot(), |_| today())
    }
}

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2024, 6, 1).expect("a day")
}

fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures")
}

fn faults(loaded: Loaded) -> (Vec<Diagnostic>, Sources) {
    let Loaded { faults, sources, .. } = loaded;
    (faults.into_sorted(&sources), sources)
}

/// Codes that other modules raise; their fixtures stand with them.
const NOT_OF_THE_LOADER: [Code; 4] = [Code::DeadLink, Code::UnknownTheme, Code::Template, Code::Message];

#[test]
fn every_code_is_raised_and_drawn() {
    let bless = std::env::var_os("TIENDO_BLESS").is_some();
    let mut raised = Vec::new();
    let mut wrong = Vec::new();
    let mut paths: Vec<PathBuf> =
        fs::read_dir(fixtures()).expect("fixtures").map(|e| e.expect("an entry").path()).collect();
    paths.sort();
    for path in paths {
        let name = path.file_stem().expect("a name").to_string_lossy().into_owned();
        if name.starts_with('_') {
            continue;
        }
        let text = fs::read_to_string(&path).expect("a fixture");
        let (site, _) = text.split_once("=== vi\n").unwrap_or((&text, ""));
        let (faults, sources) = faults(Fixture::over_base(site.trim_end()).load());
        let drawn = |language| draw::human(&faults, &sources, language, false, usize::MAX);
        let (vi, en) = (drawn(Language::Vi), drawn(Language::En));
        let expected = format!("{}\n=== vi\n{}\n=== en\n{}\n", site.trim_end(), vi.trim_end(), en.trim_end());
        if let Some(code) = Code::from_id(&name) {
            assert!(faults.iter().any(|f| f.code == code), "{name} is not raised:\n{en}");
        }
        raised.extend(faults.iter().map(|f| f.code));
        if bless {
            fs::write(&path, expected).expect("a fixture written");
        } else if text != expected {
            wrong.push(format!("{name}:\n{en}"));
        }
    }
    assert!(wrong.is_empty(), "not as expected (TIENDO_BLESS=1 to accept):\n{}", wrong.join("\n"));
    let missing: Vec<&str> = Code::ALL
        .iter()
        .filter(|c| !NOT_OF_THE_LOADER.contains(c) && !fixtures().join(format!("{}.txt", c.id())).exists())
        .map(|c| c.id())
        .collect();
    assert!(missing.is_empty(), "codes without a fixture: {missing:?}");
}

#[test]
fn the_base_site_is_sound() {
    let loaded = Fixture::over_base("").load();
    assert!(loaded.dataset.is_some());
    assert_eq!(loaded.faults.codes(), vec![]);
}

/// The site in this repository loads, with no fault at all.
#[test]
fn the_sample_site_is_sound() {
    let snapshot = tiendo::load::disk::read(Path::new(env!("CARGO_MANIFEST_DIR"))).expect("the site folder");
    let loaded = load(&snapshot, |_| NaiveDate::from_ymd_opt(2026, 11, 21).expect("a day"));
    let (faults, sources) = (loaded.faults, loaded.sources);
    let faults = faults.into_sorted(&sources);
    assert!(faults.is_empty(), "{}", draw::human(&faults, &sources, Language::En, false, 20));
    assert!(loaded.dataset.is_some());
}
