//! Former sites: kept, brought back, removed.

use super::*;
use std::os::unix::fs::PermissionsExt;

/// A place that keeps so many, with the sites of these days built one after the other.
fn place(keep: usize, days: &[u8]) -> Place {
    let mut place = Place::new();
    place.options.keep = Some(keep);
    for day in days {
        day_of(&mut place, *day);
    }
    place
}

fn site(day: u8) -> Site {
    let only = format!("chi-co/{day}/index.html");
    Site::of(&[("a.css", "a{}"), ("index.html", &format!("ngày {day}")), (&only, "x")])
}

fn day_of(place: &mut Place, day: u8) {
    place.options.as_of = format!("2024-02-{day:02}");
    place.build(&site(day)).unwrap();
}

fn back(place: &Place) -> Result<RolledBack, PublishError> {
    rollback(&place.options, &Unwatched)
}

fn kept(place: &Place) -> Vec<String> {
    place.beside().into_iter().filter(|name| name.contains("tiendo-kept")).collect()
}

#[test]
fn former_sites_come_back_one_by_one() {
    let place = place(2, &[1, 2, 3, 4]);
    assert_eq!(kept(&place), [".output.tiendo-kept-2", ".output.tiendo-kept-3"], "the first has gone");
    let mode = std::fs::metadata(place.dir.path().join(".output.tiendo-kept-3")).unwrap().permissions().mode();
    assert_eq!(mode & 0o7777, 0o700);
    let css = place.identities()["a.css"];
    for (day, left) in [(3, 1), (2, 0)] {
        let done = back(&place).unwrap();
        assert_eq!((done.as_of, done.left), (format!("2024-02-{day:02}"), left));
        assert_eq!((done.outcome.how, done.outcome.written.len()), (How::Swapped, 2));
        assert_eq!(place.tree(), site(day).tree());
        assert_eq!(verify(&place.options.output).unwrap().unwrap().as_of, format!("2024-02-{day:02}"));
        assert_eq!(place.identities()["a.css"], css, "what did not change is not touched");
    }
    place.assert_whole(&site(2));
    assert_eq!(back(&place).unwrap_err().key(), "publish-nothing-kept");
    place.assert_whole(&site(2));
    // Forward again.
    place.build(&site(4)).unwrap();
    assert_eq!(place.tree(), site(4).tree());
}

#[test]
fn a_manifest_that_comes_back_is_the_one_it_was() {
    let mut place = place(1, &[]);
    place.options.key = Some("k1".into());
    day_of(&mut place, 1);
    let bytes = || std::fs::read(place.options.output.join(".tiendo/manifest.json")).unwrap();
    let before = bytes();
    place.options.key = Some("k2".into());
    place.options.generator = "tiendo next".into();
    place.build(&site(2)).unwrap();
    back(&place).unwrap();
    assert_eq!(bytes(), before);
}

#[test]
fn foreign_files_are_those_of_the_live_site() {
    let mut place = place(1, &[1]);
    place.put("output/gone.txt", "removed by its owner later");
    place.put("output/changed.txt", "old");
    day_of(&mut place, 2);
    std::fs::remove_file(place.options.output.join("gone.txt")).unwrap();
    std::fs::remove_file(place.options.output.join("changed.txt")).unwrap();
    place.put("output/changed.txt", "new");
    place.put("output/.well-known/acme/token", "t");
    back(&place).unwrap();
    let mut wanted = site(1).tree();
    wanted.extend([("changed.txt".into(), "new".into()), (".well-known/acme/token".into(), "t".into())]);
    assert_eq!(place.tree(), wanted);
    assert_eq!(place.beside(), ["output", "site"]);
}

#[test]
fn a_foreign_file_where_a_page_was_is_not_overwritten() {
    let mut place = place(1, &[1, 2]);
    place.put("output/chi-co/1/index.html", "theirs");
    let before = place.tree();
    assert_eq!(back(&place).unwrap_err().key(), "publish-refused-in-the-way");
    assert_eq!(place.tree(), before);
    assert_eq!(kept(&place).len(), 1);
    std::fs::remove_file(place.options.output.join("chi-co/1/index.html")).unwrap();
    place.options.keep = None;
    back(&place).unwrap();
    place.assert_whole(&site(1));
}

#[test]
fn what_is_not_whole_is_not_brought_back() {
    for damaged in ["index.html", ".tiendo/manifest.json"] {
        let place = place(1, &[1, 2]);
        place.put(&format!(".output.tiendo-kept-1/{damaged}"), "ngày ?");
        let error = back(&place).unwrap_err();
        assert_eq!(error.key(), "publish-damaged-generation", "{damaged}");
        assert!(error.path.ends_with(".output.tiendo-kept-1"));
        assert_eq!(place.tree(), site(2).tree());
    }
}

#[test]
fn only_a_change_makes_a_generation() {
    let mut place = place(3, &[1, 1, 1]);
    assert_eq!(kept(&place).len(), 0);
    day_of(&mut place, 2);
    place.build(&site(2)).unwrap();
    assert_eq!(kept(&place).len(), 1);
}

#[test]
fn without_a_number_kept_sites_stay_and_with_none_they_go() {
    let mut place = place(3, &[1, 2, 3]);
    place.options.keep = None;
    day_of(&mut place, 4);
    assert_eq!(kept(&place).len(), 2, "a build by hand does not take the way back away");
    assert_eq!(back(&place).unwrap().as_of, "2024-02-02");
    place.options.keep = Some(0);
    place.build(&site(5)).unwrap();
    place.assert_whole(&site(5));
}

#[test]
fn a_generation_that_cannot_be_read_is_told_as_such() {
    let place = place(1, &[1, 2]);
    // Once to see that it is whole, once to bring it back.
    let reads = AtomicUsize::new(0);
    let second = move |name: &str, path: &Path| {
        name == "read"
            && path.ends_with(".output.tiendo-kept-1/index.html")
            && reads.fetch_add(1, Ordering::SeqCst) == 1
    };
    let fs = Faulty::new(Fails::When(Box::new(second)), rustix::io::Errno::IO);
    let error = run::rollback(&fs, &place.options, &Unwatched).unwrap_err();
    assert_eq!(error.key(), "publish-io");
    assert!(error.path.ends_with(".output.tiendo-kept-1/index.html"), "{error:?}");
    assert_eq!(place.tree(), site(2).tree());
    assert_eq!(back(&place).unwrap().as_of, "2024-02-01");
}

#[test]
fn numbers_and_not_names_have_an_order() {
    let mut place = place(2, &[1, 2]);
    let beside = |n: u32| place.dir.path().join(format!(".output.tiendo-kept-{n}"));
    std::fs::rename(beside(1), beside(9)).unwrap();
    day_of(&mut place, 3);
    assert_eq!(kept(&place), [".output.tiendo-kept-10", ".output.tiendo-kept-9"]);
    assert_eq!(back(&place).unwrap().as_of, "2024-02-02");
}
