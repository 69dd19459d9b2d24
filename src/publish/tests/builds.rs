//! Builds that succeed.

use super::*;
use std::os::unix::fs::PermissionsExt;

pub(super) fn three() -> Site {
    Site::of(&[("a.css", "a{}"), ("index.html", "trang chủ"), ("nhiem-vu/x/index.html", "x")])
}

fn paths(written: &[(String, Why)]) -> Vec<(&str, Why)> {
    written.iter().map(|(path, why)| (path.as_str(), *why)).collect()
}

#[test]
fn first_build() {
    for place in [Place::new(), Place::in_place()] {
        let done = place.build(&three()).unwrap();
        place.assert_whole(&three());
        assert_eq!((done.planned, done.rendered, done.written.len(), done.unchanged), (3, 3, 3, 0));
    }
}

#[test]
fn the_folder_above_may_be_missing() {
    let mut place = Place::new();
    place.options.output = place.dir.path().join("site/public/a");
    place.build(&three()).unwrap();
    assert_eq!(place.tree(), three().tree());
}

#[test]
fn an_unchanged_site_is_not_touched() {
    for place in Place::both(&three()) {
        let all = || {
            let mut found = place.identities();
            for dir in ["", ".tiendo", ".tiendo/manifest.json", "nhiem-vu"] {
                let meta = std::fs::metadata(place.options.output.join(dir)).unwrap();
                found.insert(dir.into(), (meta.ino(), meta.mtime(), meta.mtime_nsec()));
            }
            found
        };
        let before = all();
        let done = place.build(&three()).unwrap();
        assert_eq!(done.how, How::Untouched);
        assert_eq!((done.rendered, done.unchanged), (0, 3));
        assert_eq!(all(), before);
        place.assert_whole(&three());
    }
}

#[test]
fn one_change_touches_one_file() {
    for place in Place::both(&three()) {
        let before = place.identities();
        let site = three().with("index.html", "trang mới");
        let done = place.build(&site).unwrap();
        assert_eq!(paths(&done.written), [("index.html", Why::Inputs)]);
        place.assert_whole(&site);
        let after = place.identities();
        assert_ne!(before["index.html"], after["index.html"]);
        for same in ["a.css", "nhiem-vu/x/index.html"] {
            assert_eq!(before[same], after[same], "{same}");
        }
    }
}

#[test]
fn new_inputs_with_the_same_bytes_touch_nothing() {
    for place in Place::both(&three()) {
        let before = place.identities();
        let mut site = three();
        site.0.get_mut("index.html").unwrap().input ^= 1;
        let done = place.build(&site).unwrap();
        assert_eq!((done.rendered, done.written.len()), (1, 0));
        assert_eq!(place.identities(), before);
        assert_eq!(place.build(&site).unwrap().rendered, 0, "the new fingerprint is remembered");
        place.assert_whole(&site);
    }
}

#[test]
fn what_is_no_longer_planned_goes() {
    for place in Place::both(&three()) {
        let mut site = three();
        site.0.remove("nhiem-vu/x/index.html");
        let done = place.build(&site).unwrap();
        assert_eq!(done.deleted, ["nhiem-vu/x/index.html"]);
        place.assert_whole(&site);
        assert!(!place.options.output.join("nhiem-vu").exists(), "its folder goes too");
    }
}

#[test]
fn damaged_files_are_made_again() {
    for place in Place::both(&three()) {
        place.put("output/index.html", "cut");
        std::fs::remove_file(place.options.output.join("a.css")).unwrap();
        std::os::unix::fs::symlink("index.html", place.options.output.join("a.css")).unwrap();
        let done = place.build(&three()).unwrap();
        assert_eq!(paths(&done.written), [("a.css", Why::Damaged), ("index.html", Why::Damaged)]);
        place.assert_whole(&three());
    }
}

#[test]
fn another_version_renders_all_and_rewrites_what_differs() {
    let mut place = Place::new();
    place.build(&three()).unwrap();
    let before = place.identities();
    place.put("output/a.css", "A{}");
    place.options.generator = "tiendo next".into();
    let done = place.build(&three()).unwrap();
    assert_eq!((done.rendered, paths(&done.written)), (3, vec![("a.css", Why::Version)]));
    assert_eq!(place.identities()["index.html"], before["index.html"]);
    place.assert_whole(&three());
}

#[test]
fn another_day_without_a_change_renews_the_manifest_only() {
    let mut place = Place::new();
    place.build(&three()).unwrap();
    let before = place.identities();
    place.options.as_of = "2024-03-01".into();
    assert_eq!(place.build(&three()).unwrap().how, How::Untouched);
    assert_eq!(place.identities(), before);
    assert_eq!(verify(&place.options.output).unwrap().unwrap().as_of, "2024-03-01");
    place.assert_whole(&three());
}

#[test]
fn on_another_day_every_page_is_made_and_not_asked_for_its_fingerprint() {
    /// Nobody asks a page for its fingerprint alone.
    struct Made(Site, AtomicUsize);
    impl Source for Made {
        fn paths(&self) -> Vec<&str> {
            self.0.paths()
        }
        fn fingerprint(&self, path: &str) -> Fingerprint {
            assert!(self.template(path).is_none(), "the fingerprint of {path} alone");
            self.0.fingerprint(path)
        }
        fn bytes(&self, path: &str) -> Result<Cow<'_, [u8]>, MakeError> {
            panic!("the bytes of {path} alone")
        }
        fn template(&self, path: &str) -> Option<&'static str> {
            path.ends_with(".html").then_some("page.html")
        }
        fn bytes_and_fingerprint(&self, path: &str) -> Result<(Cow<'_, [u8]>, Fingerprint), MakeError> {
            self.1.fetch_add(1, Ordering::SeqCst);
            self.0.bytes_and_fingerprint(path)
        }
    }
    for mut place in Place::both(&three()) {
        let before = place.identities();
        let site = three().with("index.html", "trang mới").with("b.css", "b{}");
        let made = Made(site.clone(), AtomicUsize::new(0));
        place.options.as_of = "2024-03-01".into();
        let said = dry_run(&made, &place.options, &Unwatched).unwrap();
        let done = publish(&made, &place.options, None, &Unwatched).unwrap();
        assert_eq!(made.1.load(Ordering::SeqCst), 6, "two pages and a new file once by each");
        assert_eq!(paths(&done.written), [("b.css", Why::New), ("index.html", Why::Inputs)]);
        assert_eq!((done.planned, done.rendered, done.unchanged), (4, 3, 2));
        assert_eq!((said.written, said.rendered, said.unchanged), (done.written, 3, 2));
        for same in ["a.css", "nhiem-vu/x/index.html"] {
            assert_eq!(place.identities()[same], before[same], "{same}");
        }
        place.assert_whole(&site);
        assert_eq!(place.build(&site).unwrap().rendered, 0, "the fingerprints are remembered");
    }
}

#[test]
fn foreign_files_survive() {
    for place in Place::both(&three()) {
        place.put("output/.htaccess", "Options -Indexes");
        place.put("output/.well-known/acme/token", "t");
        place.put("output/nhiem-vu/x/note.txt", "n");
        std::os::unix::fs::symlink("/nowhere", place.options.output.join("link")).unwrap();
        std::fs::create_dir(place.options.output.join("empty")).unwrap();
        std::fs::set_permissions(place.options.output.join(".well-known"), PermissionsExt::from_mode(0o711)).unwrap();
        let link = || std::fs::read_link(place.options.output.join("link")).unwrap();
        let foreign = |mut all: BTreeMap<String, (u64, i64, i64)>| {
            all.retain(|path, _| !["a.css", "index.html", "nhiem-vu/x/index.html"].contains(&path.as_str()));
            all
        };
        let before = foreign(place.identities());
        assert_eq!(before.len(), 4);
        let mut site = three().with("index.html", "trang mới");
        site.0.remove("nhiem-vu/x/index.html");
        place.build(&site).unwrap();
        assert_eq!(foreign(place.identities()), before);
        assert_eq!(link(), Path::new("/nowhere"));
        assert!(place.options.output.join("empty").is_dir());
        assert_eq!(place.mode(".well-known"), 0o711);
        assert_eq!(verify(&place.options.output).unwrap().unwrap().foreign.len(), 4);
    }
}

#[test]
fn a_folder_is_taken_over_on_demand() {
    for mut place in [Place::new(), Place::in_place()] {
        place.put("output/CNAME", "vidu.example");
        place.options.unknown = Unknown::Adopt;
        place.build(&three()).unwrap();
        place.options.unknown = Unknown::Refuse;
        let site = three().with("index.html", "mới");
        place.build(&site).unwrap();
        let site = site.with("CNAME", "vidu.example");
        assert_eq!(place.tree(), site.tree());
    }
}

#[test]
fn modes_are_fixed_and_the_root_keeps_its_own() {
    for place in Place::both(&three()) {
        for (path, wanted) in [
            ("", 0o755),
            ("nhiem-vu/x", 0o755),
            ("index.html", 0o644),
            (".tiendo", 0o755),
            (".tiendo/manifest.json", 0o644),
        ] {
            assert_eq!(place.mode(path), wanted, "{path}");
        }
        std::fs::set_permissions(&place.options.output, PermissionsExt::from_mode(0o2775)).unwrap();
        let site = three().with("index.html", "mới");
        place.build(&site).unwrap();
        assert_eq!(place.mode(""), 0o2775);
    }
}

/// As a file system, or rules of the folder that holds the web root, may have it; the umask is tried in `tests/it`.
#[test]
fn a_folder_that_gives_its_own_modes_is_overruled() {
    let place = Place::new();
    std::fs::set_permissions(place.dir.path(), PermissionsExt::from_mode(0o2755)).unwrap();
    place.build(&three()).unwrap();
    for entry in walkdir::WalkDir::new(&place.options.output) {
        let entry = entry.unwrap();
        let wanted = if entry.file_type().is_dir() { 0o755 } else { 0o644 };
        let mode = entry.metadata().unwrap().permissions().mode() & 0o7777;
        assert_eq!(mode, wanted, "{}", entry.path().display());
    }
}

#[test]
fn same_bytes_for_any_number_of_threads() {
    let mut site = Site::default();
    for n in 0..300 {
        site.set(&format!("t/{n}/index.html"), &format!("{n}"));
    }
    let manifest = |threads: usize| {
        let place = Place::new();
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        pool.install(|| place.build(&site)).unwrap();
        place.assert_whole(&site);
        std::fs::read(place.options.output.join(".tiendo/manifest.json")).unwrap()
    };
    let one = manifest(1);
    for threads in [2, 7] {
        assert_eq!(manifest(threads), one);
    }
}

#[test]
fn an_output_that_keeps_its_inode() {
    let place = Place::in_place();
    place.build(&three()).unwrap();
    let inode = || std::fs::metadata(&place.options.output).unwrap().ino();
    let before = inode();
    let site = three().with("nhiem-vu/y/index.html", "y");
    place.build(&site).unwrap();
    assert_eq!(inode(), before);
    place.assert_whole(&site);
}

#[test]
fn a_link_to_the_output_stays_a_link() {
    let mut place = Place::new();
    std::fs::create_dir(place.dir.path().join("real")).unwrap();
    std::os::unix::fs::symlink("real", place.dir.path().join("output")).unwrap();
    place.build(&three()).unwrap();
    assert!(std::fs::symlink_metadata(&place.options.output).unwrap().is_symlink());
    assert_eq!(place.beside(), ["output", "real", "site"]);
    place.options.output = place.dir.path().join("real");
    assert_eq!(place.tree(), three().tree());
}

#[test]
fn without_an_exchange_two_renames() {
    for errno in [rustix::io::Errno::XDEV, rustix::io::Errno::INVAL, rustix::io::Errno::NOSYS] {
        let place = Place::new();
        place.build(&three()).unwrap();
        let site = three().with("index.html", "mới");
        let fs = Faulty::new(Fails::When(Box::new(|name, _| name == "exchange")), errno);
        let done = publish_on(&fs, &site, &place.options, &Unwatched).unwrap();
        assert_eq!(done.how, How::PutAside);
        place.assert_whole(&site);
    }
}

#[test]
fn a_folder_that_cannot_be_moved_is_filled_in_place() {
    let place = Place::new();
    place.build(&three()).unwrap();
    let site = three().with("index.html", "mới");
    let root = place.options.output.canonicalize().unwrap();
    let of_root = root.clone();
    let busy = move |name: &str, path: &Path| name == "exchange" || name == "rename" && path == of_root;
    let busy = Faulty::new(Fails::When(Box::new(busy)), rustix::io::Errno::BUSY);
    let done = publish_on(&busy, &site, &place.options, &Unwatched).unwrap();
    assert_eq!(done.how, How::InPlaceInstead(root));
    place.assert_whole(&site);
}

#[test]
fn a_dry_run_says_and_writes_nothing() {
    let place = Place::new();
    place.build(&three()).unwrap();
    let (before, manifest) = (place.identities(), place.options.output.join(".tiendo/manifest.json"));
    let bytes = std::fs::read(&manifest).unwrap();
    let mut site = three().with("index.html", "mới").with("b.html", "b");
    site.0.get_mut("nhiem-vu/x/index.html").unwrap().input ^= 1;
    site.0.remove("a.css");
    let said = dry_run(&site, &place.options, &Unwatched).unwrap();
    assert_eq!(paths(&said.written), [("b.html", Why::New), ("index.html", Why::Inputs)]);
    assert_eq!(said.deleted, ["a.css"]);
    assert_eq!((place.identities(), std::fs::read(&manifest).unwrap()), (before, bytes));
    assert_eq!(place.beside(), ["output", "site"]);
    assert_eq!(place.build(&site).unwrap().written, said.written);
}

#[test]
fn a_known_key_needs_no_build() {
    let mut place = Place::new();
    place.options.key = Some("k1".into());
    place.build(&three()).unwrap();
    let asked = |generator: &str, key: &str| Standing::at(&place.options.output).unwrap().is_made_from(generator, key);
    assert_eq!(asked("tiendo test", "k1"), Some(3));
    assert_eq!(asked("tiendo test", "k2"), None);
    assert_eq!(asked("tiendo next", "k1"), None);
    std::fs::remove_file(place.options.output.join("a.css")).unwrap();
    assert_eq!(asked("tiendo test", "k1"), None);
}

#[test]
fn what_was_read_of_an_output_before_is_believed_only_while_it_is_true() {
    let place = Place::new();
    let index = || std::fs::read_to_string(place.options.output.join("index.html")).unwrap();
    let next = three().with("index.html", "mới");
    place.build(&three()).unwrap();
    let (first, early) = (index(), Standing::at(&place.options.output));
    place.build(&next).unwrap();
    assert_eq!(index(), "mới");
    // To the early one, nothing has changed.
    let done = publish(&three(), &place.options, early, &Unwatched).unwrap();
    assert_eq!((index(), paths(&done.written).len()), (first, 1));
    let now = Standing::at(&place.options.output);
    let done = publish(&next, &place.options, now, &Unwatched).unwrap();
    assert_eq!((index().as_str(), paths(&done.written)), ("mới", vec![("index.html", Why::Inputs)]));
}

/// Twenty sites, each unlike the one before: always exactly what was planned, and no file that stays is touched.
#[test]
fn any_site_after_any_other() {
    let mut place = Place::new();
    let mut state = 7_u64;
    let mut random = |below: u64| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) % below
    };
    let mut last = Site::default();
    for round in 0..20 {
        let mut site = Site::default();
        for n in 0..30 {
            // Some paths are now a file, now a folder.
            let path = if random(4) == 0 { format!("p/{n}") } else { format!("p/{n}/index.html") };
            match random(4) {
                0 => {}
                1 => site.set(&path, &format!("{round}")),
                _ => site.set(&path, "stays"),
            }
        }
        place.put("output/foreign/f.txt", "theirs");
        place.put(&format!("output/foreign-{}/f.txt", round / 3), "theirs");
        std::fs::remove_dir_all(place.options.output.join(format!("foreign-{}", round / 3 + 1))).ok();
        place.options.unknown = Unknown::Adopt;
        let before = place.identities();
        place.build(&site).unwrap();
        let mut wanted = site.tree();
        wanted.extend(place.tree().into_iter().filter(|(path, _)| path.starts_with("foreign")));
        assert_eq!(place.tree(), wanted);
        assert!(verify(&place.options.output).unwrap().unwrap().is_whole());
        let after = place.identities();
        for (path, text) in &place.tree() {
            if last.tree().get(path) == Some(text) || path.starts_with("foreign") {
                assert_eq!(before[path], after[path], "round {round}, {path}");
            }
        }
        assert_eq!((place.beside(), place.own()), (vec!["output".into(), "site".into()], vec!["manifest.json".into()]));
        last = site;
    }
}

/// What development versions before 0.1 kept beside the output for the next build.
#[test]
fn what_former_versions_kept_goes() {
    for mut place in Place::both(&three()) {
        place.put(".output.tiendo-spare-77/.tiendo/folders", "tiendo folders 1");
        place.put(".output.tiendo-spare-77/index.html", "former");
        place.put(".output.tiendo-read", "texts");
        place.put(".output.tiendo-read-new", "texts");
        place.put(".output.tiendo-spare-mine", "no name of ours");
        place.options.as_of = "2024-03-01".into();
        place.build(&three()).unwrap();
        assert_eq!(place.beside(), [".output.tiendo-spare-mine", "output", "site"]);
    }
}

#[test]
fn a_site_with_a_link_that_leads_nowhere_does_not_go_live() {
    for mut place in [Place::new(), Place::in_place()] {
        let mut site = three();
        site.set(
            "index.html",
            "<a href=\"nhiem-vu/x/index.html\">x</a> <link href=\"a.css\"> <a href=\"tai-ve/f.pdf\">f</a>",
        );
        place.options.unknown = Unknown::Adopt;
        place.put("output/tai-ve/f.pdf", "theirs");
        place.build(&site).unwrap();
        let before = place.identities();
        let mut bad = site.clone();
        bad.0.remove("nhiem-vu/x/index.html");
        bad.set("index.html", "<a href=\"nhiem-vu/x/index.html\">x</a> <img src=\"b.png\">");
        let ErrorKind::DeadLinks(dead) = place.build(&bad).unwrap_err().kind else { panic!("it was published") };
        let links: Vec<_> = dead.iter().map(|dead| (dead.page.as_str(), dead.link.as_str())).collect();
        assert_eq!(links, [("index.html", "b.png"), ("index.html", "nhiem-vu/x/index.html")]);
        assert_eq!(place.identities(), before);
        assert_eq!((place.beside(), place.own()), (vec!["output".into(), "site".into()], vec!["manifest.json".into()]));
        place.options.links = Links::Unverified;
        place.build(&bad).unwrap();
    }
}
