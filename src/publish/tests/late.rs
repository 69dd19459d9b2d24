//! What others do to the last site while the next one is made.

use super::builds::three;
use super::*;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

/// What others put into the last site while the next one is made, wherever they put it and whatever becomes of that site.
#[test]
fn foreign_files_that_come_during_the_build_are_not_lost() {
    const LATE: [&str; 5] = [
        "late.txt",
        ".well-known/acme/late",
        "nhiem-vu/late/deep/late.txt",
        "nhiem-vu/x/late.txt",
        "theirs/replaced.txt",
    ];
    /// Puts them there while pages are rendered.
    struct Certbot<'a>(&'a Place, AtomicBool);
    impl Watch for Certbot<'_> {
        fn step(&self) {
            if !self.1.swap(true, Ordering::SeqCst) {
                for path in LATE {
                    self.0.put(&format!("output/{path}.new"), "late");
                    let path = self.0.options.output.join(path);
                    std::fs::rename(format!("{}.new", path.display()), path).unwrap();
                }
            }
        }
    }
    let mut cases = Vec::new();
    for age in [Age::Fresh, Age::Old] {
        for (spare, keep) in [(Spare::Remove, None), (Spare::Keep, None), (Spare::Remove, Some(1))] {
            cases.push((age, spare, keep));
        }
    }
    for (age, spare, keep) in cases {
        let mut place = Place::new();
        (place.options.spare, place.options.keep) = (spare, keep);
        let mut site = three();
        for n in 0..3 {
            site.set("index.html", &format!("{n}"));
            place.build(&site).unwrap();
            place.put("output/theirs/stays.txt", "stays");
            place.put("output/theirs/replaced.txt", "early");
        }
        std::thread::sleep(STEP);
        site.set("index.html", "mới");
        let fs = Faulty::sound(age, Machine::Usual);
        let done = publish_on(&fs, &site, &place.options, None, &Certbot(&place, AtomicBool::new(false))).unwrap();
        assert_eq!(done.leftover, None, "{age:?} {spare:?} {keep:?}");
        let mut wanted = site.tree();
        wanted.insert("theirs/stays.txt".into(), "stays".into());
        wanted.extend(LATE.map(|path| (path.to_owned(), "late".to_owned())));
        assert_eq!(place.tree(), wanted, "{age:?} {spare:?} {keep:?}");
        let left = usize::from(spare == Spare::Keep) + keep.unwrap_or(0);
        assert_eq!(place.beside().len(), 2 + left, "{age:?} {spare:?} {keep:?}");
        // Nothing of it is lost by the build after, which takes the spare for its stage.
        site.set("index.html", "mới hơn");
        publish_on(&fs, &site, &place.options, None, &Unwatched).unwrap();
        wanted.insert("index.html".into(), "mới hơn".into());
        assert_eq!(place.tree(), wanted, "{age:?} {spare:?} {keep:?}");
    }
}

/// Folders that nobody has touched for long are not read again once the next site is live.
#[test]
fn what_is_known_of_the_last_site_is_not_asked_again() {
    for (spare, removed) in [(Spare::Keep, 1), (Spare::Remove, 40)] {
        let mut place = Place::new();
        place.options.spare = spare;
        let mut site = Site::default();
        for n in 0..40 {
            site.set(&format!("t/{n}/index.html"), "x");
        }
        for n in 0..3 {
            site.set("t/0/index.html", &format!("{n}"));
            // Nothing is remembered of the folders: each is listed.
            let fs = Faulty::sound(Age::Fresh, Machine::Usual);
            publish_on(&fs, &site, &place.options, None, &Unwatched).unwrap();
        }
        site.set("t/0/index.html", "mới");
        let (read, gone) = <(Arc<AtomicUsize>, Arc<AtomicUsize>)>::default();
        let (reads, removals) = (Arc::clone(&read), Arc::clone(&gone));
        let count = move |name: &str, path: &Path| {
            let counter = match name {
                "read_dir" | "list" if path.components().any(|part| part.as_os_str() == "t") => &reads,
                "remove_file" if path.extension().is_some_and(|ext| ext == "html") => &removals,
                _ => return false,
            };
            counter.fetch_add(1, Ordering::SeqCst);
            false
        };
        let fails = Fails::When(Box::new(count));
        let fs = Faulty { age: Age::Old, ..Faulty::new(fails, rustix::io::Errno::IO) };
        publish_on(&fs, &site, &place.options, None, &Unwatched).unwrap();
        let trees = if spare == Spare::Keep { 2 } else { 1 };
        // Once each, and `t` itself once more where its folders go.
        let read = read.load(Ordering::SeqCst) - usize::from(spare == Spare::Remove);
        assert_eq!((read, gone.load(Ordering::SeqCst)), (41 * trees, removed), "{spare:?}");
        assert_eq!(place.tree(), site.tree());
    }
}
