//! A machine that fails at every single operation of a build, one after the other.

use super::*;
use rustix::io::Errno;

fn before() -> Site {
    Site::of(&[("a.css", "a{}"), ("gone/index.html", "đi"), ("index.html", "cũ"), ("nhiem-vu/x/index.html", "x")])
}

fn after() -> Site {
    Site::of(&[("a.css", "a{}"), ("index.html", "mới"), ("nhiem-vu/x/index.html", "x"), ("nhiem-vu/y/index.html", "y")])
}

/// With a foreign file, so that carrying it over can fail too.
fn place(mode: Mode) -> Place {
    let mut place = Place::new();
    place.options.mode = mode;
    place.build(&before()).unwrap();
    place.options.durability = Durability::Synced;
    place.put("output/.htaccess", "theirs");
    place
}

fn with_foreign(site: &Site) -> BTreeMap<String, String> {
    let mut tree = site.tree();
    tree.insert(".htaccess".into(), "theirs".into());
    tree
}

/// Runs the build with an error at each operation in turn, and hands what it left to `check`.
fn walk(mode: Mode, fails: fn(usize) -> Fails, check: impl Fn(&Place, usize, &Result<Outcome, PublishError>)) {
    // One thread, so that the n-th operation is the same one in every run.
    let pool = rayon::ThreadPoolBuilder::new().num_threads(1).build().unwrap();
    let count = {
        let fs = Faulty::sound();
        let place = place(mode);
        pool.install(|| publish_on(&fs, &after(), &place.options, &Unwatched)).unwrap();
        fs.count()
    };
    assert!(count > 40, "{count}");
    for errno in [Errno::NOSPC, Errno::ACCESS, Errno::IO] {
        for n in 0..count {
            let mut place = place(mode);
            let fs = Faulty::new(fails(n), errno);
            let done = pool.install(|| publish_on(&fs, &after(), &place.options, &Unwatched));
            check(&place, n, &done);
            // The machine is well again: the next build succeeds and clears up.
            place.options.durability = Durability::Unsynced;
            let next = place.build(&after());
            assert!(next.is_ok(), "{n} {errno:?} {next:?}");
            assert_eq!(place.tree(), with_foreign(&after()), "{n} {errno:?}");
            assert!(verify(&place.options.output).unwrap().unwrap().is_whole());
            assert_eq!(place.beside(), ["output", "site"], "{n} {errno:?}");
            assert_eq!(place.own(), ["manifest.json"], "{n} {errno:?}");
        }
    }
}

/// Swapping: whatever fails, a reader has the last site or the next one, whole.
fn last_or_next(place: &Place, n: usize, done: &Result<Outcome, PublishError>) {
    let wanted = if done.is_ok() { after() } else { before() };
    assert_eq!(place.tree(), with_foreign(&wanted), "{n} {done:?}");
    assert!(verify(&place.options.output).unwrap().unwrap().is_whole(), "{n}");
}

#[test]
fn one_fault_at_every_operation() {
    walk(Mode::Swap, Fails::Once, |place, n, done| {
        last_or_next(place, n, done);
        let left: Vec<_> = place.beside().into_iter().filter(|name| name.contains("tiendo-stage")).collect();
        let told = done.as_ref().is_ok_and(|done| !done.leftover.is_empty());
        assert!(left.is_empty() || told, "{n} {done:?} {left:?}");
    });
}

#[test]
fn a_machine_that_dies_at_every_operation() {
    walk(Mode::Swap, Fails::From, last_or_next);
}

/// In place: every page that a reader meets is a whole one of the last site or the next, and none that both have is
/// missing.
fn each_of_last_or_next(place: &Place, n: usize, done: &Result<Outcome, PublishError>) {
    let (last, next, there) = (with_foreign(&before()), with_foreign(&after()), place.tree());
    for (path, text) in &there {
        assert!(last.get(path) == Some(text) || next.get(path) == Some(text), "{n} {done:?} {path}");
    }
    for path in last.keys().filter(|path| next.contains_key(*path)) {
        assert!(there.contains_key(path), "{n} {done:?} {path} is missing");
    }
    if done.is_ok() {
        assert_eq!(there, next, "{n}");
    }
}

#[test]
fn one_fault_at_every_operation_in_place() {
    walk(Mode::InPlace, Fails::Once, each_of_last_or_next);
}

#[test]
fn a_machine_that_dies_at_every_operation_in_place() {
    walk(Mode::InPlace, Fails::From, each_of_last_or_next);
}

/// A reader that looks without a pause, beside builds that fail at one operation after the other: it never misses a
/// page that both sites have, and never reads one that is cut or of neither.
fn under_a_reader(mode: Mode, keep: Option<usize>) {
    use std::sync::atomic::AtomicBool;
    let (last, next) = (with_foreign(&before()), with_foreign(&after()));
    for errno in [Errno::NOSPC, Errno::ACCESS, Errno::IO] {
        for n in (0..).step_by(3) {
            let mut place = place(mode);
            place.options.keep = keep;
            let (stop, looked) = (AtomicBool::new(false), AtomicUsize::new(0));
            let root = place.options.output.clone();
            let ended = std::thread::scope(|scope| {
                scope.spawn(|| {
                    while !stop.load(Ordering::SeqCst) || looked.load(Ordering::SeqCst) == 0 {
                        for path in last.keys().filter(|path| next.contains_key(*path)) {
                            let text = std::fs::read_to_string(root.join(path));
                            let text = text.unwrap_or_else(|e| panic!("{n} {errno:?} {path}: {e}"));
                            assert!(text == last[path] || text == next[path], "{n} {errno:?} {path}: {text:?}");
                        }
                        looked.fetch_add(1, Ordering::SeqCst);
                    }
                });
                let fs = Faulty::new(Fails::Once(n), errno);
                // Whether it fails or not, the reader looks on.
                let _ = publish_on(&fs, &after(), &place.options, &Unwatched);
                place.options.durability = Durability::Unsynced;
                let mended = place.build(&after());
                stop.store(true, Ordering::SeqCst);
                assert!(mended.is_ok(), "{n} {errno:?} {mended:?}");
                fs.count() <= n
            });
            assert_eq!(place.tree(), next);
            if ended {
                break;
            }
        }
    }
}

#[test]
fn a_reader_beside_builds_that_fail() {
    under_a_reader(Mode::Swap, None);
}

#[test]
fn a_reader_beside_builds_that_fail_with_generations() {
    under_a_reader(Mode::Swap, Some(1));
}

#[test]
fn a_reader_beside_builds_that_fail_in_place() {
    under_a_reader(Mode::InPlace, None);
}

/// A first build that fails leaves no output that a later one would refuse.
#[test]
fn a_first_build_that_fails() {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(1).build().unwrap();
    for mode in [Mode::Swap, Mode::InPlace] {
        for n in 0.. {
            let mut place = Place::new();
            place.options.mode = mode;
            let fs = Faulty::new(Fails::From(n), Errno::NOSPC);
            let done = pool.install(|| publish_on(&fs, &after(), &place.options, &Unwatched));
            let next = place.build(&after());
            assert!(next.is_ok(), "{mode:?} {n} {next:?}");
            place.assert_whole(&after());
            if done.is_ok() {
                break;
            }
        }
    }
}

/// A rollback on a machine that fails: the last site or the former one, whole, and a way back that stays.
#[test]
fn a_rollback_that_fails_at_every_operation() {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(1).build().unwrap();
    let place = || {
        let mut place = Place::new();
        place.options.keep = Some(1);
        place.build(&before()).unwrap();
        place.build(&after()).unwrap();
        place.options.durability = Durability::Synced;
        place.put("output/.htaccess", "theirs");
        place
    };
    for fails in [Fails::Once as fn(usize) -> Fails, Fails::From] {
        for errno in [Errno::NOSPC, Errno::ACCESS, Errno::IO] {
            for n in 0.. {
                let place = place();
                let fs = Faulty::new(fails(n), errno);
                let done = pool.install(|| run::rollback(&fs, &place.options, &Unwatched));
                let wanted = if done.is_ok() { before() } else { after() };
                assert_eq!(place.tree(), with_foreign(&wanted), "{n} {done:?}");
                assert!(verify(&place.options.output).unwrap().unwrap().is_whole(), "{n}");
                let again = rollback(&place.options, &Unwatched);
                assert_eq!(again.is_ok(), done.is_err(), "{n} {done:?} {again:?}");
                assert_eq!(place.tree(), with_foreign(&before()), "{n}");
                assert_eq!(place.beside(), ["output", "site"], "{n} {errno:?} {done:?}");
                if fs.count() <= n {
                    break;
                }
            }
        }
    }
}
