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
    for keep in [None, Some(1)] {
        let mut place = Place::new();
        place.options.keep = keep;
        let mut site = three();
        for n in 0..3 {
            site.set("index.html", &format!("{n}"));
            place.build(&site).unwrap();
            place.put("output/theirs/stays.txt", "stays");
            place.put("output/theirs/replaced.txt", "early");
        }
        site.set("index.html", "mới");
        let done = publish(&site, &place.options, None, &Certbot(&place, AtomicBool::new(false))).unwrap();
        assert_eq!(done.leftover, [], "{keep:?}");
        let mut wanted = site.tree();
        wanted.insert("theirs/stays.txt".into(), "stays".into());
        wanted.extend(LATE.map(|path| (path.to_owned(), "late".to_owned())));
        assert_eq!(place.tree(), wanted, "{keep:?}");
        assert_eq!(place.beside().len(), 2 + keep.unwrap_or(0), "{keep:?}");
        // Nothing of it is lost by the build after.
        site.set("index.html", "mới hơn");
        place.build(&site).unwrap();
        wanted.insert("index.html".into(), "mới hơn".into());
        assert_eq!(place.tree(), wanted, "{keep:?}");
    }
}

/// Of the last site, each folder is read once: when it is surveyed, and not when it goes.
#[test]
fn what_is_known_of_the_last_site_is_not_asked_again() {
    let place = Place::new();
    let mut site = Site::default();
    for n in 0..40 {
        site.set(&format!("t/{n}/index.html"), "x");
    }
    place.build(&site).unwrap();
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
    let fs = Faulty::new(Fails::When(Box::new(count)), rustix::io::Errno::IO);
    publish_on(&fs, &site, &place.options, &Unwatched).unwrap();
    assert_eq!((read.load(Ordering::SeqCst), gone.load(Ordering::SeqCst)), (41, 40));
    assert_eq!(place.tree(), site.tree());
}

/// A folder of the last site that has become a link meanwhile: nothing is removed through it.
#[test]
fn nothing_is_removed_through_a_link() {
    struct Intruder<'a>(&'a Place, AtomicBool);
    impl Watch for Intruder<'_> {
        fn end(&self) {
            if !self.1.swap(true, Ordering::SeqCst) {
                let folder = self.0.options.output.join("nhiem-vu");
                std::fs::remove_dir_all(&folder).unwrap();
                std::os::unix::fs::symlink(self.0.dir.path().join("elsewhere"), folder).unwrap();
            }
        }
    }
    let place = Place::new();
    place.build(&three()).unwrap();
    let site = three().with("index.html", "mới");
    place.put("elsewhere/x/index.html", "theirs");
    publish(&site, &place.options, None, &Intruder(&place, AtomicBool::new(false))).unwrap();
    assert_eq!(place.tree(), site.tree());
    assert_eq!(std::fs::read_to_string(place.dir.path().join("elsewhere/x/index.html")).unwrap(), "theirs");
}
