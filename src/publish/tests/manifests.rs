//! The manifest: on the disk before it counts, and the way out where it is lost.

use super::builds::three;
use super::*;
use std::sync::{Arc, Mutex};

type Log = Arc<Mutex<Vec<String>>>;

/// A sound disk that notes each operation with the end of its path.
fn logged() -> (Faulty, Log) {
    let log = Log::default();
    let notes = Arc::clone(&log);
    let note = move |name: &str, path: &Path| {
        let name_there = path.file_name().unwrap_or_default().to_string_lossy();
        notes.lock().unwrap().push(format!("{name} {name_there}"));
        false
    };
    (Faulty::new(Fails::When(Box::new(note)), rustix::io::Errno::IO), log)
}

/// Whether these operations were done, one after the other.
fn in_order(log: &Log, wanted: &[&str]) -> bool {
    let mut rest = wanted.iter().peekable();
    for done in log.lock().unwrap().iter() {
        if rest.peek().is_some_and(|next| **next == done) {
            rest.next();
        }
    }
    rest.peek().is_none()
}

const ONCE: [&str; 4] = ["write_new manifest.next", "sync manifest.next", "rename manifest.next", "sync .tiendo"];

#[test]
fn a_manifest_is_on_the_disk_before_it_has_its_name() {
    let another_day = |place: &mut Place| place.options.as_of = "2024-03-01".into();
    let other_inputs = || {
        let mut site = three();
        site.0.get_mut("index.html").unwrap().input ^= 1;
        site
    };
    for durability in [Durability::Synced, Durability::Unsynced] {
        for mode in [Mode::Swap, Mode::InPlace] {
            for (site, what) in [(three(), "the day alone"), (other_inputs(), "the inputs alone")] {
                let mut place = Place::new();
                place.options.mode = mode;
                place.build(&three()).unwrap();
                place.options.durability = durability;
                another_day(&mut place);
                let (fs, log) = logged();
                publish_on(&fs, &site, &place.options, &Unwatched).unwrap();
                assert_eq!(in_order(&log, &ONCE), durability == Durability::Synced, "{mode:?} {what} {log:?}");
                let syncs = log.lock().unwrap().iter().any(|done| done.starts_with("sync"));
                assert_eq!(syncs, durability == Durability::Synced, "{mode:?} {what} {log:?}");
            }
        }
    }
}

#[test]
fn in_place_the_manifest_comes_before_the_pages_and_after_them() {
    let mut place = Place::in_place();
    place.build(&three()).unwrap();
    place.options.durability = Durability::Synced;
    let (fs, log) = logged();
    publish_on(&fs, &three().with("index.html", "mới"), &place.options, &Unwatched).unwrap();
    let pages = ["sync_all stage"].iter().chain(&ONCE).chain(&["rename 1", "sync_all output"]).chain(&ONCE);
    assert!(in_order(&log, &pages.copied().collect::<Vec<_>>()), "{log:?}");
}

fn adopting(mut place: Place) -> Place {
    place.options.unknown = Unknown::Adopt;
    place
}

/// A power cut may leave an empty one, a person may remove it: what is equal is taken over, without touching it.
#[test]
fn what_is_equal_is_taken_over() {
    for broken in [Some(""), Some("{\"format\": 1, \"fi"), None] {
        for place in Place::both(&three()).map(adopting) {
            let (before, own) = (place.identities(), place.options.output.join(".tiendo"));
            place.put("output/.htaccess", "theirs");
            match broken {
                Some(text) => place.put("output/.tiendo/manifest.json", text),
                None => std::fs::remove_dir_all(own).unwrap(),
            }
            let done = place.build(&three()).unwrap();
            let adopted = done.adopted.unwrap();
            assert_eq!((adopted.equal, adopted.replaced.len(), adopted.kept_in), (3, 0, None));
            assert_eq!(adopted.rest, [Path::new(".htaccess")]);
            assert_eq!(done.written, []);
            let mut after = place.identities();
            after.remove(".htaccess");
            assert_eq!(after, before);
            assert_eq!(
                (place.own(), place.beside()),
                (vec!["manifest.json".into()], vec!["output".into(), "site".into()])
            );
            let done = place.build(&three()).unwrap();
            assert_eq!((done.adopted, done.how), (None, How::Untouched), "from now on they are ours");
        }
    }
}

#[test]
fn pages_of_a_web_root_whose_manifest_is_broken_give_way_and_are_kept() {
    for mut place in Place::both(&three()).map(adopting) {
        place.options.keep = (place.options.mode == Mode::Swap).then_some(1);
        place.put("output/.tiendo/manifest.json", "");
        place.put("output/old/index.html", "of a site before");
        place.put("output/nhiem-vu/x/index.html", "as it was yesterday");
        let site = three().with("index.html", "mới");
        let done = place.build(&site).unwrap();
        let adopted = done.adopted.unwrap();
        assert_eq!(
            (adopted.equal, &*adopted.replaced),
            (1, &["index.html".to_owned(), "nhiem-vu/x/index.html".into()][..])
        );
        assert_eq!(adopted.rest, [Path::new("old/index.html")]);
        let kept = adopted.kept_in.unwrap();
        assert_eq!(kept.file_name().unwrap(), ".output.tiendo-replaced-1");
        assert_eq!(std::fs::metadata(&kept).unwrap().mode() & 0o777, 0o700);
        let text = |path: &str| std::fs::read_to_string(kept.join(path)).unwrap();
        assert_eq!((&*text("index.html"), &*text("nhiem-vu/x/index.html")), ("trang chủ", "as it was yesterday"));
        assert_eq!(place.tree(), site.with("old/index.html", "of a site before").tree());
        assert!(verify(&place.options.output).unwrap().unwrap().is_whole());
        assert_eq!(place.beside(), [".output.tiendo-replaced-1", "output", "site"]);
        assert_eq!(done.leftover, []);
        // No later build touches what is kept.
        place.options.unknown = Unknown::Refuse;
        let done = place.build(&three()).unwrap();
        assert_eq!((text("index.html"), done.leftover), ("trang chủ".into(), vec![]));
    }
}

/// Without a manifest nobody knows that the folder was ours: a page that differs may be anybody's.
#[test]
fn pages_of_a_web_root_without_a_manifest_are_not_replaced() {
    for place in Place::both(&three()).map(adopting) {
        std::fs::remove_file(place.options.output.join(".tiendo/manifest.json")).unwrap();
        let before = place.identities();
        let error = place.build(&three().with("index.html", "mới")).unwrap_err();
        let ErrorKind::Refused(Refusal::InTheWay(paths)) = error.kind else { panic!("{error:?}") };
        assert_eq!((paths, place.identities()), (vec!["index.html".into()], before));
    }
}

#[test]
fn a_link_or_a_folder_is_never_taken_over() {
    for place in Place::both(&three()).map(adopting) {
        place.put("output/.tiendo/manifest.json", "");
        place.put("theirs", "trang chủ");
        std::fs::remove_file(place.options.output.join("index.html")).unwrap();
        std::os::unix::fs::symlink("../theirs", place.options.output.join("index.html")).unwrap();
        assert_eq!(place.build(&three()).unwrap_err().key(), "publish-refused-in-the-way");
    }
}
