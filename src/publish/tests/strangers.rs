//! What others put where the publisher works: links, folders with its names, locks that are none.

use super::*;
use rustix::io::Errno;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::PathBuf;

pub(super) fn before() -> Site {
    Site::of(&[("a.css", "a{}"), ("gone/index.html", "đi"), ("index.html", "cũ"), ("nhiem-vu/x/index.html", "x")])
}

pub(super) fn after() -> Site {
    Site::of(&[("a.css", "a{}"), ("index.html", "mới"), ("nhiem-vu/x/index.html", "x"), ("nhiem-vu/y/index.html", "y")])
}

/// Another site with the same pages and one that is nobody's business, and everything that can be seen of it.
struct Victim(PathBuf);

impl Victim {
    fn at(place: &Place) -> Self {
        for (path, text) in before().tree().into_iter().chain(after().tree()) {
            place.put(&format!("victim/{path}"), &text);
        }
        place.put("victim/nhiem-vu/private.txt", "private");
        place.put("victim/.tiendo/manifest.json", "theirs");
        place.put("victim/.tiendo/stage/1", "theirs");
        let path = place.dir.path().join("victim");
        std::fs::set_permissions(path.join("nhiem-vu"), PermissionsExt::from_mode(0o750)).unwrap();
        Self(path)
    }

    fn seen(&self) -> Vec<String> {
        let all = walkdir::WalkDir::new(&self.0).sort_by_file_name().into_iter().map(|entry| {
            let entry = entry.unwrap();
            let meta = entry.metadata().unwrap();
            let text = std::fs::read_to_string(entry.path()).unwrap_or_default();
            format!("{} {:o} {} {} {text}", entry.path().display(), meta.mode(), meta.ino(), meta.nlink())
        });
        all.collect()
    }
}

/// Before the n-th operation of a build, what stands at a path is moved away and something else takes its place.
fn walk(mode: Mode, keep: Option<usize>, path: &'static str, put: fn(&Path, &Victim)) -> (usize, usize) {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(1).build().unwrap();
    let (mut refused, mut done) = (0, 0);
    for n in 0.. {
        let mut place = Place::new();
        (place.options.mode, place.options.keep) = (mode, keep);
        place.build(&before()).unwrap();
        let victim = Victim::at(&place);
        let seen = victim.seen();
        let base = place.dir.path().to_owned();
        let at = if path == "stage" {
            base.join(format!(".output.tiendo-stage-{}", std::process::id()))
        } else {
            base.join(path)
        };
        let (count, intruder) = (AtomicUsize::new(0), Victim(victim.0.clone()));
        let reached = std::sync::Arc::new(AtomicUsize::new(0));
        let told = std::sync::Arc::clone(&reached);
        let intrude = move |_: &str, _: &Path| {
            if count.fetch_add(1, Ordering::SeqCst) == n {
                told.store(1, Ordering::SeqCst);
                if std::fs::rename(&at, base.join("moved")).is_ok() {
                    put(&at, &intruder);
                }
            }
            false
        };
        let fs = Faulty::new(Fails::When(Box::new(intrude)), Errno::IO);
        let ended = pool.install(|| publish_on(&fs, &after(), &place.options, &Unwatched));
        assert_eq!(victim.seen(), seen, "{path} {n} {ended:?}");
        if let Ok(live) = place.options.output.canonicalize()
            && live != victim.0
            && !live.join("nhiem-vu").is_symlink()
        {
            assert!(!live.join("nhiem-vu/private.txt").exists(), "{path} {n} {ended:?}: published");
        }
        match ended {
            Ok(_) => done += 1,
            Err(_) => refused += 1,
        }
        if reached.load(Ordering::SeqCst) == 0 {
            break;
        }
    }
    (refused, done)
}

fn link(at: &Path, victim: &Victim) {
    symlink(&victim.0, at).unwrap();
}

#[test]
fn a_web_root_that_becomes_a_link_costs_nobody_a_file() {
    for (mode, keep) in [(Mode::Swap, None), (Mode::Swap, Some(2)), (Mode::InPlace, None)] {
        let (refused, _) = walk(mode, keep, "output", link);
        assert!(refused > 30, "{mode:?} {refused}");
    }
}

#[test]
fn a_folder_of_ours_that_becomes_a_link_costs_nobody_a_file() {
    let inner = |at: &Path, victim: &Victim| symlink(victim.0.join("nhiem-vu"), at).unwrap();
    let own = |at: &Path, victim: &Victim| symlink(victim.0.join(".tiendo"), at).unwrap();
    for (mode, keep) in [(Mode::Swap, None), (Mode::Swap, Some(2)), (Mode::InPlace, None)] {
        for (path, put) in [
            ("output/nhiem-vu", inner as fn(&Path, &Victim)),
            ("output/.tiendo", own),
            ("output/.tiendo/stage", own),
            ("stage", link),
        ] {
            walk(mode, keep, path, put);
        }
    }
}

/// A folder, and no link: the build must not take it for the one that it has surveyed.
#[test]
fn a_web_root_that_becomes_another_folder_is_not_replaced() {
    for n in 0..200 {
        let place = Place::new();
        place.build(&before()).unwrap();
        place.put("other/theirs.txt", "theirs");
        let base = place.dir.path().to_owned();
        let count = AtomicUsize::new(0);
        let intrude = move |_: &str, _: &Path| {
            if count.fetch_add(1, Ordering::SeqCst) == n {
                std::fs::rename(base.join("output"), base.join("moved")).unwrap();
                std::fs::rename(base.join("other"), base.join("output")).unwrap();
            }
            false
        };
        let fs = Faulty::new(Fails::When(Box::new(intrude)), Errno::IO);
        let done = publish_on(&fs, &after(), &place.options, &Unwatched);
        let theirs = ["output", "other"].map(|folder| place.dir.path().join(folder).join("theirs.txt"));
        assert!(theirs.iter().any(|path| path.exists()), "{n} {done:?} {:?}", place.beside());
        if fs.count() <= n {
            done.unwrap();
            break;
        }
    }
}

#[test]
fn what_came_out_of_the_exchange_and_is_not_the_last_site_goes_back() {
    let place = Place::new();
    place.build(&before()).unwrap();
    let victim = Victim::at(&place);
    let (seen, base) = (victim.seen(), place.dir.path().to_owned());
    let intrude = move |name: &str, _: &Path| {
        if name == "exchange" && !base.join("moved").exists() {
            std::fs::rename(base.join("output"), base.join("moved")).unwrap();
            symlink("victim", base.join("output")).unwrap();
        }
        false
    };
    let fs = Faulty::new(Fails::When(Box::new(intrude)), Errno::IO);
    let error = publish_on(&fs, &after(), &place.options, &Unwatched).unwrap_err();
    assert!(matches!(error.kind, ErrorKind::Refused(Refusal::Changed)), "{error:?}");
    assert_eq!(victim.seen(), seen);
    assert!(std::fs::symlink_metadata(&place.options.output).unwrap().is_symlink());
    assert_eq!(place.beside(), ["moved", "output", "site", "victim"]);
}

#[test]
fn a_page_that_goes_is_not_deleted_through_a_link() {
    for place in Place::both(&before()) {
        let victim = Victim::at(&place);
        let (seen, folder) = (victim.seen(), place.options.output.join("gone"));
        std::fs::remove_dir_all(&folder).unwrap();
        symlink(&victim.0, &folder).unwrap();
        place.build(&after()).unwrap();
        assert_eq!(victim.seen(), seen);
        assert!(folder.is_symlink(), "it is a file of others now");
    }
}

#[test]
fn our_own_folder_is_not_followed_where_it_is_a_link() {
    for place in Place::both(&before()) {
        let (own, away) = (place.options.output.join(".tiendo"), place.dir.path().join("away"));
        std::fs::rename(&own, &away).unwrap();
        symlink(&away, &own).unwrap();
        place.put("away/stage/keep", "theirs");
        let error = place.build(&after()).unwrap_err();
        assert_eq!((error.key(), &error.path), ("publish-refused-not-ours", &own));
        assert_eq!(std::fs::read_to_string(away.join("stage/keep")).unwrap(), "theirs");
        assert_eq!(std::fs::read_to_string(place.options.output.join("index.html")).unwrap(), "cũ");
    }
}

#[test]
fn a_folder_with_a_name_of_ours_and_no_mark_is_left_alone() {
    let mut place = Place::new();
    place.options.keep = Some(1);
    place.build(&before()).unwrap();
    let names = ["stage", "aside", "kept", "spare"]
        .map(|purpose| format!(".output.tiendo-{purpose}-{}", if purpose == "kept" { 1 } else { std::process::id() }));
    for name in &names {
        place.put(&format!("{name}/index.html"), "theirs");
    }
    let done = place.build(&after()).unwrap();
    let told: Vec<_> = done.leftover.iter().map(|left| (left.path.file_name().unwrap(), &left.why)).collect();
    for name in &names {
        assert_eq!(std::fs::read_to_string(place.dir.path().join(name).join("index.html")).unwrap(), "theirs");
        assert!(told.contains(&(name.as_ref(), &Stays::Unknown)), "{name} {told:?}");
    }
    let kept: Vec<_> = place.beside().into_iter().filter(|name| name.contains("kept")).collect();
    assert_eq!(kept, [".output.tiendo-kept-1", ".output.tiendo-kept-2"], "another number is taken");
    assert_eq!(place.tree(), after().tree());
    // No such folder is put in the place of a web root that is missing, or brought back.
    std::fs::remove_dir_all(&place.options.output).unwrap();
    assert_eq!(rollback(&place.options, &Unwatched).unwrap().left, 0);
    assert_eq!(place.tree(), before().tree());
    assert_eq!(rollback(&place.options, &Unwatched).unwrap_err().key(), "publish-nothing-kept");
}

#[test]
fn links_with_names_of_ours_are_left_alone() {
    let mut place = Place::new();
    place.options.keep = Some(1);
    place.build(&before()).unwrap();
    let victim = Victim::at(&place);
    let seen = victim.seen();
    for name in [format!("stage-{}", std::process::id()), "aside-7".into(), "kept-1".into(), "spare-2".into()] {
        symlink("victim", place.dir.path().join(format!(".output.tiendo-{name}"))).unwrap();
    }
    place.build(&after()).unwrap();
    assert_eq!((victim.seen(), place.tree()), (seen, after().tree()));
    assert_eq!(rollback(&place.options, &Unwatched).unwrap().left, 0);
}

/// A kept site whose own folder is a link: neither what is there nor what the link leads to is touched.
#[test]
fn a_kept_site_without_its_own_folder_is_none() {
    let mut place = Place::new();
    place.options.keep = Some(1);
    place.build(&before()).unwrap();
    place.build(&after()).unwrap();
    let kept = place.dir.path().join(".output.tiendo-kept-1");
    std::fs::rename(kept.join(".tiendo"), place.dir.path().join("away")).unwrap();
    symlink("../away", kept.join(".tiendo")).unwrap();
    place.build(&before()).unwrap();
    assert!(kept.join("index.html").exists());
    let away: Vec<_> =
        std::fs::read_dir(place.dir.path().join("away")).unwrap().map(|e| e.unwrap().file_name()).collect();
    assert_eq!(away, ["manifest.json"]);
}

#[test]
fn what_waits_in_place_under_a_name_of_ours_is_left_alone() {
    let place = Place::in_place();
    place.build(&before()).unwrap();
    place.put("output/.tiendo/stage/thesis.odt", "years of work");
    place.put("output/.tiendo/stage/3", "half a page, of a build that was killed");
    let error = place.build(&after()).unwrap_err();
    assert_eq!(error.key(), "publish-refused-not-ours");
    assert!(error.path.ends_with("output/.tiendo/stage"), "{error:?}");
    assert_eq!(place.tree(), before().tree());
    std::fs::remove_file(place.options.output.join(".tiendo/stage/thesis.odt")).unwrap();
    place.build(&after()).unwrap();
    place.assert_whole(&after());
}

#[test]
fn a_lock_that_no_build_has_made_is_not_written() {
    let theirs = |place: &Place| place.dir.path().join("theirs");
    let lock = |place: &Place| place.dir.path().join(".output.tiendo-lock");
    for (text, linked) in [("precious", true), ("", true), ("precious", false)] {
        let place = Place::new();
        place.put(if linked { "theirs" } else { ".output.tiendo-lock" }, text);
        if linked {
            std::fs::hard_link(theirs(&place), lock(&place)).unwrap();
        }
        let error = place.build(&before()).unwrap_err();
        assert_eq!(error.key(), "publish-refused-not-ours", "{text} {linked}");
        assert_eq!(std::fs::read_to_string(lock(&place)).unwrap(), text);
    }
    // One that a killed build has left is taken.
    let place = Place::new();
    place.put(".output.tiendo-lock", "pid 4711, yesterday");
    place.build(&before()).unwrap();
    place.assert_whole(&before());
}

#[test]
fn a_pipe_in_the_place_of_a_file_is_not_waited_for() {
    for path in ["index.html", ".tiendo/manifest.json"] {
        let place = Place::new();
        place.build(&before()).unwrap();
        let full = place.options.output.join(path);
        std::fs::remove_file(&full).unwrap();
        let made = std::process::Command::new("mkfifo").arg(&full).status().unwrap();
        assert!(made.success());
        let done = place.build(&after());
        assert_eq!(done.is_ok(), path == "index.html", "{done:?}");
    }
}
