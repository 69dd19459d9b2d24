//! What a build remembers of folders: it spares listing them, and never changes what is published.

use super::*;
use std::path::PathBuf;
use std::sync::Arc;

fn forty() -> Site {
    let mut site = Site::default();
    for n in 0..40 {
        site.set(&format!("t/{n}/index.html"), "x");
    }
    site
}

/// An output and a spare that builds have made and remember, and its site.
fn remembered(machine: Machine) -> (Place, Site) {
    let mut place = Place::new();
    place.options.spare = Spare::Keep;
    place.put("output/.well-known/acme", "theirs");
    place.options.unknown = Unknown::Adopt;
    let mut site = forty();
    for n in 0..4 {
        site.set("t/0/index.html", &format!("{n}"));
        publish_on(&Faulty::sound(Age::Old, machine), &site, &place.options, None, &Unwatched).unwrap();
        std::thread::sleep(STEP);
    }
    (place, site)
}

fn spare_of(place: &Place) -> PathBuf {
    let name = place.beside().into_iter().find(|name| name.starts_with(".output.tiendo-spare-")).unwrap();
    place.dir.path().join(name)
}

/// The folders below `t` that a build lists, as often as it does.
fn listed(place: &Place, site: &Site, age: Age, machine: Machine) -> Vec<String> {
    let lists: Arc<std::sync::Mutex<Vec<String>>> = Arc::default();
    let seen = Arc::clone(&lists);
    let note = move |name: &str, path: &Path| {
        let path = path.to_string_lossy();
        if let ("list", Some((_, folder))) = (name, path.split_once("/t/")) {
            seen.lock().unwrap().push(folder.to_owned());
        }
        false
    };
    let fs = Faulty { age, machine, ..Faulty::new(Fails::When(Box::new(note)), rustix::io::Errno::IO) };
    publish_on(&fs, site, &place.options, None, &Unwatched).unwrap();
    let mut lists = lists.lock().unwrap().clone();
    lists.sort();
    lists
}

#[test]
fn a_folder_that_is_as_it_was_is_not_listed_again() {
    let (place, mut site) = remembered(Machine::Usual);
    for text in ["mới", "mới hơn"] {
        site.set("t/0/index.html", text);
        // What the last build wrote.
        assert_eq!(listed(&place, &site, Age::Old, Machine::Usual), ["0"], "{text}");
        std::thread::sleep(STEP);
    }
    // A new page, and a page that goes.
    site.0.remove("t/1/index.html");
    site.set("t/new/index.html", "x");
    assert_eq!(listed(&place, &site, Age::Old, Machine::Usual), ["0"]);
    std::thread::sleep(STEP);
    site.set("t/2/index.html", "y");
    assert_eq!(listed(&place, &site, Age::Old, Machine::Usual), ["0", "new"]);
    assert_eq!(place.tree().len(), site.tree().len() + 1);
}

/// A folder that changed a moment before it was listed might have changed again at the same time.
#[test]
fn a_folder_that_has_just_changed_is_not_remembered() {
    let mut place = Place::new();
    place.options.spare = Spare::Keep;
    let mut site = forty();
    for n in 0..4_usize {
        site.set("t/0/index.html", &format!("{n}"));
        // Of the output, and of the spare once there is one; the second build looks at what it has made as well.
        assert_eq!(listed(&place, &site, Age::Fresh, Machine::Usual).len(), [0, 80, 80, 80][n]);
    }
}

#[test]
fn what_is_remembered_depends_on_the_machine() {
    for (machine, lists, remembers) in [(Machine::NothingOpen, 1, true), (Machine::UnknownClock, 80, false)] {
        let (place, mut site) = remembered(machine);
        site.set("t/0/index.html", "mới");
        assert_eq!(listed(&place, &site, Age::Old, machine).len(), lists, "{machine:?}");
        assert_eq!(spare_of(&place).join(".tiendo/folders").exists(), remembers, "{machine:?}");
        assert_eq!(place.tree()["t/0/index.html"], "mới", "{machine:?}");
    }
}

#[test]
fn a_record_that_is_no_file_is_not_read() {
    let (place, mut site) = remembered(Machine::Usual);
    let record = spare_of(&place).join(".tiendo/folders");
    std::fs::remove_file(&record).unwrap();
    std::os::unix::fs::symlink("/dev/zero", &record).unwrap();
    assert_eq!(listed(&place, &site, Age::Old, Machine::Usual).len(), 0, "nothing has changed");
    site.set("t/0/index.html", "mới");
    assert_eq!(listed(&place, &site, Age::Old, Machine::Usual).len(), 80);
}

/// A name that is no text is not remembered, nor lost.
#[test]
fn a_folder_with_a_name_that_is_no_text_is_listed_each_time() {
    use std::os::unix::ffi::OsStrExt;
    let (place, mut site) = remembered(Machine::Usual);
    let odd = std::ffi::OsStr::from_bytes(b"\xff");
    std::fs::write(place.options.output.join("t/3").join(odd), "theirs").unwrap();
    for text in ["a", "b", "c"] {
        std::thread::sleep(STEP);
        site.set("t/0/index.html", text);
        assert!(listed(&place, &site, Age::Old, Machine::Usual).contains(&"3".to_owned()), "{text}");
        assert_eq!(std::fs::read(place.options.output.join("t/3").join(odd)).unwrap(), b"theirs");
    }
}

#[test]
fn whatever_becomes_of_output_spare_or_record_the_site_is_the_same() {
    type Deed = fn(&Place);
    let deeds: [(&str, Deed); 14] = [
        ("nothing", |_| {}),
        ("a foreign file comes", |place| place.put("output/t/3/theirs.txt", "theirs")),
        ("a foreign file goes", |place| std::fs::remove_file(place.options.output.join(".well-known/acme")).unwrap()),
        ("a page goes", |place| std::fs::remove_file(place.options.output.join("t/3/index.html")).unwrap()),
        ("a page is cut", |place| place.put("output/t/3/index.html", "")),
        ("a page becomes another file", |place| {
            place.put("output/t/3/new", "longer");
            std::fs::rename(place.options.output.join("t/3/new"), place.options.output.join("t/3/index.html")).unwrap();
        }),
        ("a folder goes", |place| std::fs::remove_dir_all(place.options.output.join("t/3")).unwrap()),
        ("a page of the spare goes", |place| std::fs::remove_file(spare_of(place).join("t/3/index.html")).unwrap()),
        ("a page of the spare becomes another file", |place| {
            std::fs::write(spare_of(place).join("t/3/new"), "y").unwrap();
            std::fs::rename(spare_of(place).join("t/3/new"), spare_of(place).join("t/3/index.html")).unwrap();
        }),
        ("a folder of the spare goes", |place| std::fs::remove_dir_all(spare_of(place).join("t/3")).unwrap()),
        ("a folder of the spare becomes another", |place| {
            std::fs::rename(spare_of(place).join("t/3"), spare_of(place).join("t/3 before")).unwrap();
            std::fs::rename(spare_of(place).join("t/4"), spare_of(place).join("t/3")).unwrap();
        }),
        ("something comes into the spare", |place| std::fs::write(spare_of(place).join("t/3/more"), "y").unwrap()),
        ("the record is cut", |place| {
            let path = spare_of(place).join(".tiendo/folders");
            let record = std::fs::read(&path).unwrap();
            std::fs::write(path, &record[..record.len() / 2]).unwrap();
        }),
        ("the record is altered", |place| {
            let path = spare_of(place).join(".tiendo/folders");
            let mut record = std::fs::read(&path).unwrap();
            *record.last_mut().unwrap() ^= 1;
            std::fs::write(path, record).unwrap();
        }),
    ];
    for (what, deed) in deeds {
        let (place, mut site) = remembered(Machine::Usual);
        deed(&place);
        let mut foreign = place.tree();
        foreign.retain(|path, _| !site.0.contains_key(path));
        site.set("t/9/index.html", "mới");
        publish_on(&Faulty::sound(Age::Old, Machine::Usual), &site, &place.options, None, &Unwatched).unwrap();
        let mut wanted = site.tree();
        wanted.extend(foreign);
        assert_eq!(place.tree(), wanted, "{what}");
        assert!(verify(&place.options.output).unwrap().unwrap().is_whole(), "{what}");
    }
}
