//! Builds that are refused, and what they leave alone.

use super::*;
use std::sync::mpsc;

fn site() -> Site {
    Site::of(&[("index.html", "trang chủ"), ("nhiem-vu/x/index.html", "x")])
}

#[track_caller]
fn refusal(place: &Place) -> Refusal {
    match place.build(&site()).unwrap_err().kind {
        ErrorKind::Refused(why) => why,
        other => panic!("{other:?}"),
    }
}

#[test]
fn folders_that_are_no_place_for_a_site() {
    let mut place = Place::new();
    let base = place.dir.path().to_owned();
    place.put("output/.git/HEAD", "ref");
    assert_eq!(refusal(&place), Refusal::Git);
    place.options.unknown = Unknown::Adopt;
    assert_eq!(refusal(&place), Refusal::Git, "whatever is asked");
    place.options.output = "/".into();
    assert_eq!(refusal(&place), Refusal::Root);
    for output in ["site", "", "site/content/.."] {
        place.options.output = base.join(output);
        assert_eq!(refusal(&place), Refusal::Protected(base.join("site")), "{output}");
    }
    std::os::unix::fs::symlink("site", base.join("way")).unwrap();
    place.options.output = base.join("way");
    assert_eq!(refusal(&place), Refusal::Protected(base.join("site")), "links are resolved first");
    for output in ["site/content", "site/content/tasks"] {
        place.options.output = base.join(output);
        assert_eq!(refusal(&place), Refusal::Sources);
    }
    place.put("file", "");
    place.options.output = base.join("file");
    assert_eq!(refusal(&place), Refusal::NotAFolder);
}

#[test]
fn a_folder_with_files_and_no_manifest() {
    let place = Place::new();
    place.put("output/thesis.odt", "years of work");
    assert_eq!(refusal(&place), Refusal::NoManifest("thesis.odt".into()));
    assert_eq!(place.tree().len(), 1);
    assert_eq!(place.beside(), ["output", "site"]);
}

#[test]
fn a_gitignore_is_no_file() {
    let place = Place::new();
    place.put("output/.gitignore", "*");
    place.build(&site()).unwrap();
    assert_eq!(place.tree()[".gitignore"], "*");
    place.build(&site()).unwrap();
    assert_eq!(place.tree()[".gitignore"], "*");
}

#[test]
fn foreign_files_in_the_way() {
    for (foreign, said) in
        [("index.html", "index.html"), ("nhiem-vu", "nhiem-vu"), ("index.html/a/b.txt", "index.html/a/b.txt")]
    {
        for mut place in [Place::new(), Place::in_place()] {
            place.options.unknown = Unknown::Adopt;
            place.put(&format!("output/{foreign}"), "theirs");
            let Refusal::InTheWay(paths) = refusal(&place) else { panic!("{foreign}") };
            assert_eq!(paths[0], Path::new(said));
            assert_eq!(place.tree(), BTreeMap::from([(foreign.to_owned(), "theirs".to_owned())]));
            assert_eq!(place.beside(), ["output", "site"]);
        }
    }
}

#[test]
fn a_folder_replaced_by_a_link_is_not_followed() {
    for place in Place::both(&site()) {
        let away = place.dir.path().join("site/away");
        std::fs::rename(place.options.output.join("nhiem-vu"), &away).unwrap();
        std::os::unix::fs::symlink(&away, place.options.output.join("nhiem-vu")).unwrap();
        let next = site().with("nhiem-vu/x/index.html", "changed");
        let kind = place.build(&next).unwrap_err().kind;
        assert!(matches!(kind, ErrorKind::Refused(Refusal::InTheWay(_))), "{kind:?}");
        assert_eq!(std::fs::read_to_string(away.join("x/index.html")).unwrap(), "x");
    }
}

#[test]
fn a_lock_that_is_a_link_is_not_followed() {
    for there in ["theirs", ""] {
        let place = Place::new();
        let theirs = place.dir.path().join("site/theirs");
        if !there.is_empty() {
            place.put("site/theirs", there);
        }
        std::os::unix::fs::symlink(&theirs, place.dir.path().join(".output.tiendo-lock")).unwrap();
        let kind = place.build(&site()).unwrap_err().kind;
        assert!(matches!(kind, ErrorKind::Refused(Refusal::Link)), "{kind:?}");
        assert_eq!(std::fs::read_to_string(&theirs).unwrap_or_default(), there);
        assert_eq!(theirs.exists(), !there.is_empty());
    }
}

#[test]
fn a_file_replaced_by_a_link_is_not_written_through() {
    for place in Place::both(&site()) {
        place.put("site/theirs", "theirs");
        let (theirs, page) = (place.dir.path().join("site/theirs"), place.options.output.join("index.html"));
        std::fs::remove_file(&page).unwrap();
        std::os::unix::fs::symlink(&theirs, &page).unwrap();
        let next = site().with("index.html", "changed");
        place.build(&next).unwrap();
        assert_eq!(std::fs::read_to_string(&theirs).unwrap(), "theirs");
        assert!(std::fs::symlink_metadata(&page).unwrap().is_file());
        assert_eq!(std::fs::read_to_string(&page).unwrap(), "changed");
    }
}

#[test]
fn a_manifest_that_cannot_be_read() {
    for (text, later) in [("", false), ("{\"format\": 99}", true), ("{\"format\":1,\"files\":{\"../x\":{}}}", false)] {
        let place = Place::new();
        place.build(&site()).unwrap();
        place.put("output/.tiendo/manifest.json", text);
        let kind = place.build(&site()).unwrap_err().kind;
        assert_eq!(matches!(kind, ErrorKind::NewerManifest(99)), later);
        assert_eq!(matches!(kind, ErrorKind::BadManifest), !later);
        assert_eq!(place.tree(), site().tree());
    }
}

#[test]
fn plans_that_leave_the_output() {
    for bad in ["../x", "/x", ".tiendo/manifest.json", "a//b"] {
        let place = Place::new();
        let kind = place.build(&Site::of(&[(bad, "")])).unwrap_err().kind;
        assert!(matches!(kind, ErrorKind::BadPath), "{bad}: {kind:?}");
        assert_eq!(place.beside(), ["site"]);
    }
}

#[test]
fn faults_of_the_theme_come_together_and_change_nothing() {
    for place in Place::both(&site()) {
        let before = place.identities();
        let mut broken = site();
        for path in ["b.html", "index.html"] {
            broken.0.insert(path.into(), Page { input: 99, bytes: None });
        }
        let ErrorKind::Render(faults) = place.build(&broken).unwrap_err().kind else { panic!() };
        assert_eq!(faults.iter().map(|f| f.args[0].1.as_str()).collect::<Vec<_>>(), ["b.html", "index.html"]);
        let ErrorKind::Render(faults) = rehearse(&broken, &Unwatched).unwrap_err().kind else { panic!() };
        assert_eq!(faults.len(), 2);
        assert_eq!(place.identities(), before);
        place.assert_whole(&site());
    }
}

#[test]
fn a_signal_leaves_nothing_behind() {
    /// Asks to stop after so many questions.
    struct After(AtomicUsize);
    impl Watch for After {
        fn stopped(&self) -> bool {
            self.0.fetch_update(Ordering::SeqCst, Ordering::SeqCst, |n| Some(n.saturating_sub(1))) == Ok(0)
        }
    }
    for place in Place::both(&site()) {
        let next = site().with("index.html", "mới");
        for n in 0..3 {
            let kind = publish(&next, &place.options, None, &After(AtomicUsize::new(n))).unwrap_err().kind;
            assert!(matches!(kind, ErrorKind::Stopped), "{kind:?}");
            place.assert_whole(&site());
        }
    }
}

#[test]
fn one_build_at_a_time() {
    /// Holds the first build while it renders.
    struct Slow(std::sync::Barrier);
    impl Watch for Slow {
        fn begin(&self, _: usize) {
            self.0.wait();
            self.0.wait();
        }
    }
    /// Says that a build waits for the lock: then it asks whether to stop.
    struct Waiting(mpsc::Sender<()>);
    impl Watch for Waiting {
        fn stopped(&self) -> bool {
            // Nobody listens any more once it has the lock.
            let _ = self.0.send(());
            false
        }
    }
    let (asked, waiting) = mpsc::channel();
    let mut place = Place::new();
    place.options.holder = "pid 4711".into();
    let slow = Slow(std::sync::Barrier::new(2));
    std::thread::scope(|threads| {
        let first = threads.spawn(|| publish(&site(), &place.options, None, &slow));
        slow.0.wait();
        let error = place.build(&site()).unwrap_err();
        assert!(matches!(&error.kind, ErrorKind::Locked(who) if who == "pid 4711"), "{error:?}");
        let mut patient = place.options.clone();
        patient.wait = Duration::from_secs(20);
        let second = threads.spawn(move || publish(&site(), &patient, None, &Waiting(asked)));
        waiting.recv().unwrap();
        slow.0.wait();
        assert_eq!(first.join().unwrap().unwrap().written.len(), 2);
        assert_eq!(second.join().unwrap().unwrap().how, How::Untouched);
    });
    place.assert_whole(&site());
}

#[test]
fn many_builds_at_once_all_end_well() {
    let mut place = Place::new();
    place.options.wait = Duration::from_secs(30);
    std::thread::scope(|threads| {
        let builds: Vec<_> = (0..8)
            .map(|n| {
                let place = &place;
                threads.spawn(move || {
                    let mut site = site();
                    site.set("index.html", &format!("bản {n}"));
                    place.build(&site)
                })
            })
            .collect();
        for build in builds {
            build.join().unwrap().unwrap();
        }
    });
    assert!(verify(&place.options.output).unwrap().unwrap().is_whole());
    assert_eq!(place.beside(), ["output", "site"]);
}

#[test]
fn what_dead_builds_left_is_cleaned_up() {
    let place = Place::new();
    place.build(&site()).unwrap();
    // A lock without a holder, a stage half made, a last site half removed; and names that are not ours.
    place.put(".output.tiendo-lock", "pid 1");
    place.put(".output.tiendo-stage-12/.tiendo/unfinished", "");
    place.put(".output.tiendo-stage-12/nhiem-vu/half.html", "ha");
    place.put(".output.tiendo-stage-13/late.txt", "came during the swap");
    std::fs::create_dir_all(place.dir.path().join(".output.tiendo-stage-13/.tiendo")).unwrap();
    std::fs::copy(
        place.options.output.join(".tiendo/manifest.json"),
        place.dir.path().join(".output.tiendo-stage-13/.tiendo/manifest.json"),
    )
    .unwrap();
    place.put(".output.tiendo-stage-13/index.html", "the site before");
    place.put(".output.tiendo-stage-x/mine", "");
    place.put(".output2.tiendo-stage-1/theirs", "");
    place.build(&site()).unwrap();
    assert_eq!(place.beside(), [".output.tiendo-stage-x", ".output2.tiendo-stage-1", "output", "site"]);
    let mut tree = site().tree();
    tree.insert("late.txt".into(), "came during the swap".into());
    assert_eq!(place.tree(), tree);
}

#[test]
fn a_death_between_the_two_renames_is_healed() {
    let place = Place::new();
    place.build(&site()).unwrap();
    std::fs::rename(&place.options.output, place.dir.path().join(".output.tiendo-aside-9")).unwrap();
    let mut next = site();
    next.0.insert("broken.html".into(), Page { input: 1, bytes: None });
    place.build(&next).unwrap_err();
    place.assert_whole(&site());
}

#[test]
fn a_death_while_replacing_in_place_is_healed() {
    let place = Place::in_place();
    place.build(&site()).unwrap();
    let mut next = site().with("index.html", "mới hơn");
    next.set("b.html", "b");
    next.0.remove("nhiem-vu/x/index.html");
    let fs = Faulty::new(Fails::From(0), rustix::io::Errno::IO);
    publish_on(&fs, &next, &place.options, &Unwatched).unwrap_err();
    let mut deaths = 0;
    for n in 0.. {
        let fs = Faulty::new(Fails::From(n), rustix::io::Errno::IO);
        let done = publish_on(&fs, &next, &place.options, &Unwatched);
        if done.is_ok() {
            break;
        }
        deaths += 1;
        // Back to the former inputs: files already replaced must not be taken for those of the old manifest.
        place.build(&site()).unwrap();
        place.assert_whole(&site());
    }
    assert!(deaths > 20);
}
