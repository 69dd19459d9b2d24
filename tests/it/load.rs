//! Whole sites, loaded and checked: text in, drawn diagnostics out.
//!
//! `tests/fixtures/<code>.txt` holds the files of a small site under `--- path` headers (laid over `_base.txt`), then
//! the diagnostics expected, drawn, under `=== vi` and `=== en`. `TIENDO_BLESS=1` writes them anew.

use chrono::{NaiveDate, NaiveTime};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use tiendo::diag::{Code, Diagnostic, Sources, draw};
use tiendo::i18n::Language;
use tiendo::load::{Body, File, Loaded, Memo, Snapshot, load, load_again};
use tiendo::model::Dataset;
use tiendo::open_data::Bounds;
use tiendo::site::{Address, Drafts, Extent, Options, Site};

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
                let bytes: Vec<u8> = body.chars().map(|c| u8::try_from(u32::from(c)).unwrap_or(b'?')).collect();
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

    /// Everything that is wrong with the site, its theme and the links between its files.
    fn check(&self) -> (Vec<Diagnostic>, Sources) {
        let options = Options {
            now: today().and_time(NaiveTime::MIN).and_utc(),
            as_of: None,
            address: Address::OfSite,
            drafts: Drafts::LeftOut,
            extent: Extent::Check,
            bounds: Bounds::default(),
        };
        let mut site = Site::open(&self.snapshot(), &options);
        (std::mem::take(&mut site.diagnostics), std::mem::take(&mut site.sources))
    }
}

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2024, 6, 1).expect("a day")
}

fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures")
}

/// Path, name and text of every site that stands alone, by path.
fn all_fixtures() -> Vec<(PathBuf, String, String)> {
    let mut paths: Vec<PathBuf> =
        fs::read_dir(fixtures()).expect("fixtures").map(|e| e.expect("an entry").path()).collect();
    paths.sort();
    let read = |path: PathBuf| {
        let name = path.file_stem().expect("a name").to_string_lossy().into_owned();
        let text = fs::read_to_string(&path).expect("a fixture");
        (!name.starts_with('_')).then_some((path, name, text))
    };
    paths.into_iter().filter_map(read).collect()
}

/// What stands before the diagnostics.
fn site_of(fixture: &str) -> &str {
    fixture.split_once("=== vi\n").map_or(fixture, |(site, _)| site).trim_end()
}

fn faults(loaded: Loaded) -> (Vec<Diagnostic>, Sources) {
    let Loaded { diagnostics, sources, .. } = loaded;
    (diagnostics.into_sorted(&sources), sources)
}

/// Codes of publishing and of very many problems; their fixtures stand with them.
const ELSEWHERE: [Code; 2] = [Code::VanishedAddress, Code::TooManyFaults];

/// Site after site through one memo: each file comes, goes, changes its text or its number, and is wrong in every way.
#[test]
fn a_load_after_another_is_as_good_as_the_first() {
    let mut memo = Memo::default();
    let told = |loaded: Loaded| {
        let (settings, drafts) = (format!("{:?}", loaded.settings), format!("{:?}", loaded.drafts));
        let (mappings, dataset) = (format!("{:?}", loaded.mappings), format!("{:?}", loaded.dataset));
        let (found, sources) = faults(loaded);
        (settings, drafts, mappings, dataset, draw::human(&found, &sources, Language::EN, false, usize::MAX))
    };
    for (_, name, text) in all_fixtures() {
        let snapshot = Fixture::over_base(site_of(&text)).snapshot();
        for _ in 0..2 {
            assert_eq!(
                told(load_again(&snapshot, |_| today(), &mut memo)),
                told(load(&snapshot, |_| today())),
                "{name}"
            );
        }
    }
}

#[test]
fn every_code_is_raised_and_drawn() {
    let bless = std::env::var_os("TIENDO_BLESS").is_some();
    let mut raised = Vec::new();
    let mut wrong = Vec::new();
    for (path, name, text) in all_fixtures() {
        let site = site_of(&text);
        let (faults, sources) = Fixture::over_base(site).check();
        let drawn = |language| draw::human(&faults, &sources, language, false, usize::MAX);
        let (vi, en) = (drawn(Language::VI), drawn(Language::EN));
        let expected = format!("{site}\n=== vi\n{}\n=== en\n{}\n", vi.trim_end(), en.trim_end());
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
        .filter(|c| !ELSEWHERE.contains(c) && !fixtures().join(format!("{}.txt", c.id())).exists())
        .map(|c| c.id())
        .collect();
    assert!(missing.is_empty(), "codes without a fixture: {missing:?}");
}

#[test]
fn the_base_site_is_sound() {
    let loaded = Fixture::over_base("").load();
    assert!(loaded.dataset.is_some());
    assert_eq!(loaded.diagnostics.codes(), vec![]);
}

/// The site in this repository loads, with no fault at all.
#[test]
fn the_sample_site_is_sound() {
    let snapshot = tiendo::load::disk::read(Path::new(env!("CARGO_MANIFEST_DIR"))).expect("the site folder");
    let loaded = load(&snapshot, |_| NaiveDate::from_ymd_opt(2026, 11, 21).expect("a day"));
    let (faults, sources) = (loaded.diagnostics, loaded.sources);
    let faults = faults.into_sorted(&sources);
    assert!(faults.is_empty(), "{}", draw::human(&faults, &sources, Language::EN, false, 20));
    assert!(loaded.dataset.is_some());
}

/// What Markdown makes of a byte takes hundreds: its files have a bound of their own.
#[test]
fn large_markdown_is_refused() {
    let page = |bytes: usize| {
        let text = format!("---\ntitle: A\n---\n{}", "> ".repeat(bytes / 2));
        let body = Body::Text(text.into());
        let mut fixture = Fixture::over_base("");
        fixture.files.insert("content/pages/a.md".to_owned(), body);
        faults(fixture.load()).0.into_iter().map(|f| (f.code, f.args)).collect::<Vec<_>>()
    };
    assert_eq!(page(100_000), []);
    let args = vec![("size", "2".to_owned()), ("limit", "1".to_owned())];
    assert_eq!(page(1 << 20), [(Code::FileTooLarge, args)]);
}

/// Puts each proposal where its value stands, last places first.
fn follow(fixture: &mut Fixture, found: &[Diagnostic], sources: &Sources) {
    for fault in found.iter().rev() {
        let (Some(at), Some(proposal)) = (fault.at, &fault.did_you_mean) else { continue };
        let body = fixture.files.get_mut(sources.path(at.file)).expect("a file of the fixture");
        let Body::Text(text) = body else { panic!("a text") };
        let (before, behind) = (&text[..at.start as usize], &text[at.end as usize..]);
        *body = Body::Text(format!("{before}{proposal}{behind}").into());
    }
}

/// Slips of typing and pasting: whoever does what the hints say has a sound site, and what was meant.
#[test]
fn hints_work_when_followed() {
    for (slip, meant) in [
        (r#"title: "Đề án "Một cửa" quốc gia""#, r#"Đề án "Một cửa" quốc gia"#),
        (r#"title: "Một cửa" và "Một cửa liên thông""#, r#""Một cửa" và "Một cửa liên thông""#),
        ("title: 'Đề án 'Một cửa' quốc gia'", "Đề án 'Một cửa' quốc gia"),
        ("title: Báo cáo: tháng 9", "Báo cáo: tháng 9"),
        ("title: “Đề án: một cửa”", "“Đề án: một cửa”"),
        ("title: *quan trọng*", "*quan trọng*"),
        ("title： Việc", "Việc"),
        ("title: Việc\n    clause: “1”", "Việc"),
        ("title: Việc\n    due: 45473", "Việc"),
        ("title: Việc\n    due: {before: 2024–06–30}", "Việc"),
        ("title: Việc\n    due: “2024-06-30”", "Việc"),
        ("title: Việc\n    updates: [{date: 45400, percent: 60 %, progress: “in-progress”}]", "Việc"),
        ("title: Việc\n    updates: [{date: 2024–05–02, percent: “60%”}]", "Việc"),
        ("title: Việc\n    indicator: {label: a, operator: >, target: 60 %, unit: %}", "Việc"),
        ("title: Việc\n    indicator:\n      label: a\n      operator: >\n      target: 0,7", "Việc"),
        ("title: LËp danh môc thñ tôc", "Lập danh mục thủ tục"),
    ] {
        let tasks = format!("document: 2024-01-10-phien-hop\ntasks:\n  - id: mot\n    {slip}\n    lead: bo-noi-vu\n");
        let mut fixture = Fixture::over_base(&format!("--- content/tasks/a.yaml\n{}", tasks.trim_end()));
        let (found, sources) = faults(fixture.load());
        assert!(!found.is_empty(), "{slip}");
        follow(&mut fixture, &found, &sources);
        // Of several slips on one line that YAML cannot read, one is told at a time.
        for _ in 0..2 {
            let (found, sources) = faults(fixture.load());
            follow(&mut fixture, &found, &sources);
        }
        let loaded = fixture.load();
        let title = loaded.dataset.as_ref().map(|site| site.tasks[0].title.clone());
        let (found, sources) = faults(loaded);
        assert!(found.is_empty(), "{slip}:\n{}", draw::human(&found, &sources, Language::EN, false, 9));
        assert_eq!(title.as_deref(), Some(meant), "{slip}");
    }
    let signs = "--- content/tasks/a.yaml\ndocument: 2024-01-10-phien-hop\ntasks:\n  – id: mot\n    title: Việc\n    lead: bo-noi-vu";
    let mut fixture = Fixture::over_base(signs);
    let (found, sources) = faults(fixture.load());
    follow(&mut fixture, &found, &sources);
    assert!(fixture.load().dataset.is_some());
}

/// No text of the site in this repository, and none of its docs, is taken for one in old letters.
#[test]
fn no_real_text_is_taken_for_old_letters() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut fixture = Fixture::over_base("");
    for folder in ["content", "docs", "themes/default/messages"] {
        for (n, entry) in walkdir::WalkDir::new(root.join(folder)).into_iter().enumerate() {
            let path = entry.expect("an entry").into_path();
            let wrong_on_purpose = path.ends_with("diagnostics.md") || path.ends_with("vi/loi.md");
            if let (Ok(text), false) = (fs::read_to_string(&path), wrong_on_purpose) {
                let text = format!("---\ntitle: A\n---\n{text}");
                let name = format!("content/pages/{}-{n}.md", folder.replace('/', "-"));
                fixture.files.insert(name, Body::Text(text.into()));
            }
        }
    }
    let (found, sources) = faults(fixture.load());
    let old: Vec<Diagnostic> = found.into_iter().filter(|f| f.code == Code::OldEncoding).collect();
    assert!(old.is_empty(), "{}", draw::human(&old, &sources, Language::EN, false, 20));
}

/// Steps of a simple generator: the same on every machine.
struct Dice(u64);

impl Dice {
    fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).expect("31 bits") % n.max(1)
    }
}

fn sample() -> Snapshot {
    tiendo::load::disk::read(Path::new(env!("CARGO_MANIFEST_DIR"))).expect("the site folder")
}

fn load_sample(snapshot: &Snapshot) -> Loaded {
    load(snapshot, |_| NaiveDate::from_ymd_opt(2026, 11, 21).expect("a day"))
}

/// Neither the order of files nor how tasks are spread over files changes the dataset.
#[test]
fn file_order_changes_nothing() {
    let snapshot = sample();
    let plain = load_sample(&snapshot).dataset.expect("a sound site");
    let mut dice = Dice(1);
    for _ in 0..5 {
        let mut shuffled = snapshot.clone();
        for n in (1..shuffled.files.len()).rev() {
            shuffled.files.swap(n, dice.below(n + 1));
        }
        for file in &mut shuffled.files {
            for folder in ["content/tasks/", "content/agencies/"] {
                if let Some(name) = file.path.strip_prefix(folder) {
                    file.path = format!("{folder}{}-{name}", dice.below(1000));
                }
            }
        }
        assert!(load_sample(&shuffled).dataset.as_ref() == Some(&plain));
    }
}

/// What a site says, without the bytes at which its links are written.
fn without_places(mut site: Dataset) -> Dataset {
    let texts = site.meetings.iter_mut().map(|m| &mut m.conclusion).chain(site.news.iter_mut().map(|n| &mut n.text));
    let pages = site.pages.iter_mut().flat_map(|p| std::iter::once(&mut p.text).chain(&mut p.text_en));
    for text in texts.chain(pages) {
        text.links.iter_mut().for_each(|link| link.at = 0..0);
    }
    site
}

/// Byte order mark, Windows line ends and decomposed letters change nothing.
#[test]
fn encodings_of_the_same_text_are_equal() {
    use unicode_normalization::UnicodeNormalization as _;
    let plain = load_sample(&sample()).dataset.expect("a sound site");
    let change = |change: &dyn Fn(&str) -> String| {
        let mut snapshot = sample();
        for file in &mut snapshot.files {
            if let (Body::Text(text), true) = (&file.body, file.path.starts_with("content/")) {
                file.body = Body::Text(change(text).into());
            }
        }
        let Loaded { dataset, sources, diagnostics, .. } = load_sample(&snapshot);
        let faults = diagnostics.into_sorted(&sources);
        assert!(faults.is_empty(), "{}", draw::human(&faults, &sources, Language::EN, false, 3));
        without_places(dataset.expect("still sound"))
    };
    let plain = without_places(plain);
    assert!(change(&|text| format!("\u{feff}{text}")) == plain, "byte order mark");
    assert!(change(&|text| text.replace('\n', "\r\n")) == plain, "Windows line ends");
    assert!(change(&|text| text.nfd().collect()) == plain, "decomposed letters");
}

/// Characters that mean something to YAML.
const SIGNS: &[u8] = b":-[]{}'\"#&*!|>%@` \n\t?,";

/// Whatever happens to a file, the loader and the drawing end, and they end in the same way.
#[test]
fn mutilated_files_never_panic() {
    let text = fs::read_to_string(fixtures().join("bad-period.txt")).expect("a fixture");
    let rich = fs::read_to_string(fixtures().join("many-faults.txt")).expect("a fixture");
    let mut dice = Dice(7);
    for round in 0..400 {
        let source = if round % 2 == 0 { &text } else { &rich };
        let mut fixture = Fixture::over_base(source.split_once("=== vi\n").map_or(&**source, |(site, _)| site));
        for body in fixture.files.values_mut() {
            let Body::Text(text) = &body else { continue };
            let mut bytes = text.as_bytes().to_vec();
            for _ in 0..dice.below(4) {
                let at = dice.below(bytes.len());
                match dice.below(4) {
                    0 if !bytes.is_empty() => {
                        bytes.remove(at);
                    }
                    1 => bytes.truncate(at),
                    2 => bytes.insert(at, SIGNS[dice.below(SIGNS.len())]),
                    _ if !bytes.is_empty() => bytes[at] = b':',
                    _ => {}
                }
            }
            *body = match String::from_utf8(bytes) {
                Ok(text) => Body::Text(text.into()),
                Err(error) => Body::Bytes(error.into_bytes().into()),
            };
        }
        let (found, sources) = faults(fixture.load());
        let drawn = draw::human(&found, &sources, Language::VI, false, 100);
        let (again, sources) = faults(fixture.load());
        assert_eq!(drawn, draw::human(&again, &sources, Language::VI, false, 100));
    }
}

/// What comes out of a small site, where the rules leave room for mistakes.
#[test]
fn a_dataset_says_what_the_files_say() {
    use tiendo::model::{Due, Origin, Party, Scope};
    let site = "
--- content/tasks/a.yaml
document: 2024-01-10-phien-hop
tasks:
  - {id: mat, title: Việc nội bộ, lead: bo-noi-vu, internal: true, sources: [{document: tin-phien-hop}]}
  - id: mot
    title: Một
    clause: 2.a
    lead: bo-noi-vu
    parent: mat
    related: [mat, hai, hai]
    sources: [{document: tin-phien-hop}, {document: 2024-01-10-phien-hop, clause: \"1\"}]
    updates:
      - {date: 2024-03, note: Sau}
      - {date: 2024-02-10, note: Trước}
  - id: hai
    title: Hai
    lead: [cac-bo, bo-noi-vu]
    due: {wording: sớm}
    updates:
      - {date: 2024-02-10, note: Chung}
      - {date: 2024-02-11, members: all, progress: completed}
      - {date: 2024-05-11, agency: bo-tai-chinh, percent: 40}
";
    let dataset = Fixture::over_base(site).load().dataset.expect("a sound site");
    let ids: Vec<&str> = dataset.tasks.iter().map(|t| t.id.as_str()).collect();
    assert_eq!(ids, ["mot", "hai"], "internal tasks are left out");
    let (one, two) = (&dataset.tasks[0], &dataset.tasks[1]);
    assert_eq!((one.parent, one.related.len()), (None, 1));
    let sources: Vec<_> = one
        .sources
        .iter()
        .map(|s| (dataset[s.document].id.as_str(), s.clause.as_ref().map(tiendo::model::ClauseLabel::as_str)))
        .collect();
    let meeting = "2024-01-10-phien-hop";
    assert_eq!(sources, [(meeting, Some("2.a")), (meeting, Some("1")), ("tin-phien-hop", None)]);
    let notes: Vec<_> = one.updates.iter().filter_map(|u| u.note.as_deref()).collect();
    assert_eq!(notes, ["Trước", "Sau"]);
    assert!(matches!((one.updates[0].scope, one.lead[0]), (Scope::Agency(a), Party::Agency(b)) if a == b));
    assert!(matches!(two.updates[0].scope, Scope::Collective));
    assert!(matches!(two.updates[1].scope, Scope::AllMembers));
    assert_eq!((two.deadline.due, two.deadline.wording.as_deref()), (Due::None, Some("sớm")));
    assert_eq!(dataset.meetings[0].documents.len(), 1);
    assert_eq!(dataset.meetings[0].news.len(), 1);
    assert!(matches!(dataset.documents[1].origin, Origin::News(_)), "a news item that is a source is a document");
}

/// What a fault took with it is not called unknown elsewhere.
#[test]
fn follow_on_faults_are_muted() {
    for (site, expected) in [
        // The agency has a fault; the task that names it has none.
        (
            "--- content/agencies/x.yaml\nagencies:\n  - {id: moi, name: Mới}\n--- content/tasks/a.yaml\ndocument: \
             2024-01-10-phien-hop\ntasks:\n  - {id: mot, title: Một, lead: moi}\n",
            vec![Code::MissingField],
        ),
        // The whole file is lost.
        (
            "--- content/agencies/x.yaml\nagencies:\n\t- x\n--- content/tasks/a.yaml\ndocument: \
             2024-01-10-phien-hop\ntasks:\n  - {id: mot, title: Một, lead: khong-co}\n",
            vec![Code::YamlSyntax],
        ),
        // A lost task, a lost meeting.
        (
            "--- content/tasks/a.yaml\ndocument: 2024-01-10-phien-hop\ntasks:\n  - {id: mot, lead: bo-noi-vu}\n  - {id: \
             hai, title: Hai, lead: bo-noi-vu, parent: mot}\n--- content/meetings/hop.md\nx\n--- \
             content/tasks/b.yaml\ndocument: hop\ntasks:\n  - {id: ba, title: Ba, lead: bo-noi-vu, clause: \"9\"}\n",
            vec![Code::FrontMatterMissing, Code::MissingField],
        ),
        // Settings that cannot be read.
        (
            "--- content/site.yaml (none)\n--- content/tasks/a.yaml\ndocument: 2024-01-10-phien-hop\ntasks:\n  - {id: \
             mot, title: Một, lead: bo-noi-vu, topics: [gi-do]}\n",
            vec![Code::FileMissing],
        ),
    ] {
        let (found, sources) = faults(Fixture::over_base(site).load());
        let codes: Vec<Code> = found.iter().map(|f| f.code).collect();
        let mut sorted = codes.clone();
        sorted.sort();
        let mut expected = expected;
        expected.sort();
        assert_eq!(sorted, expected, "{}", draw::human(&found, &sources, Language::EN, false, 20));
    }
}

/// The folder is read as it is: links out of it are refused, what is no content is passed over.
#[cfg(unix)]
#[test]
fn a_folder_is_read_without_leaving_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let outside = tempfile::NamedTempFile::new().expect("a file");
    let content = folder.path().join("content/pages");
    fs::create_dir_all(&content).expect("folders");
    fs::create_dir_all(folder.path().join("output")).expect("folders");
    fs::write(folder.path().join("output/index.html"), "x").expect("a file");
    fs::write(folder.path().join("content/site.yaml"), "title: A\n").expect("a file");
    fs::write(content.join("a.md"), "---\ntitle: A\n---\n").expect("a file");
    fs::write(content.join("b.md"), b"\xff").expect("a file");
    std::os::unix::fs::symlink(content.join("a.md"), content.join("inside.md")).expect("a link");
    std::os::unix::fs::symlink(outside.path(), content.join("outside.md")).expect("a link");
    std::os::unix::fs::symlink("nowhere", content.join("dead.md")).expect("a link");
    // Locks, backups and hidden folders are not even looked at.
    std::os::unix::fs::symlink("user@host.123:456", content.join(".#a.md")).expect("a link");
    std::os::unix::fs::symlink(outside.path(), content.join("a.md~")).expect("a link");
    fs::create_dir_all(content.join(".git")).expect("folders");
    fs::write(content.join(".git/x.md"), "x").expect("a file");
    fs::create_dir_all(folder.path().join("themes/a")).expect("folders");
    std::os::unix::fs::symlink("nowhere", folder.path().join("themes/a/.#base.html")).expect("a link");
    fs::write(folder.path().join("themes/a/Thumbs.db"), "x").expect("a file");
    let snapshot = tiendo::load::disk::read(folder.path()).expect("a snapshot");
    let kinds: Vec<(&str, &str)> = snapshot
        .files
        .iter()
        .map(|file| {
            let kind = match file.body {
                Body::Text(_) => "text",
                Body::Bytes(_) => "bytes",
                Body::TooLarge(_) => "large",
                Body::Outside(_) => "outside",
            };
            (file.path.as_str(), kind)
        })
        .collect();
    assert_eq!(
        kinds,
        [
            ("content/pages/a.md", "text"),
            ("content/pages/b.md", "bytes"),
            ("content/pages/dead.md", "outside"),
            ("content/pages/inside.md", "text"),
            ("content/pages/outside.md", "outside"),
            ("content/site.yaml", "text"),
        ]
    );
    assert!(tiendo::load::disk::read(&folder.path().join("nowhere")).is_err());

    // Nor by the folder itself.
    let other = tempfile::tempdir().expect("a folder");
    std::os::unix::fs::symlink(folder.path().join("content"), other.path().join("content")).expect("a link");
    std::os::unix::fs::symlink("nowhere", other.path().join("themes")).expect("a link");
    let snapshot = tiendo::load::disk::read(other.path()).expect("a snapshot");
    let paths: Vec<&str> = snapshot.files.iter().map(|file| file.path.as_str()).collect();
    assert_eq!(paths, ["content", "themes"]);
    assert!(snapshot.files.iter().all(|file| matches!(file.body, Body::Outside(_))));
    let loaded = tiendo::load::load(&snapshot, |_| NaiveDate::from_ymd_opt(2024, 2, 29).expect("a day"));
    let faults = loaded.diagnostics.into_sorted(&loaded.sources);
    assert_eq!(faults.iter().filter(|fault| fault.code == Code::SymlinkOutside).count(), 2);
}
