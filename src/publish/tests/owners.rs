//! What belongs to another user, and what cannot be promised to this one.

use super::strangers::{after, before};
use super::*;
use rustix::io::Errno;

/// As another user, to whom the system forbids what root has left.
fn as_another_user(forbidden: fn(&str, &Path) -> bool) -> Faulty {
    let mut fs = Faulty::new(Fails::When(Box::new(forbidden)), Errno::ACCESS);
    fs.uid = Disk.uid() + 1000;
    fs
}

#[test]
fn what_another_user_has_left_is_told_with_its_owner() {
    let place = Place::new();
    place.build(&before()).unwrap();
    // The last site is the other user's: it is replaced, but cannot be emptied.
    let fs = as_another_user(|name, path| {
        name == "remove_file" && path.to_string_lossy().contains("tiendo-stage") && path.ends_with("index.html")
    });
    let stays = Stays::Owner { ours: fs.uid, theirs: Disk.uid() };
    let done = publish_on(&fs, &after(), &place.options, &Unwatched).unwrap();
    assert_eq!(done.leftover.iter().map(|left| &left.why).collect::<Vec<_>>(), [&stays]);
    // And by each later build, for it does not go away.
    let done = publish_on(&fs, &after(), &place.options, &Unwatched).unwrap();
    assert_eq!(done.leftover.iter().map(|left| &left.why).collect::<Vec<_>>(), [&stays]);
    place.build(&after()).unwrap();
    place.assert_whole(&after());
}

#[test]
fn a_web_root_or_a_lock_of_another_user_is_told_with_its_owner() {
    for (mut place, forbidden, told) in [
        (Place::new(), (|name, _| name == "open_lock") as fn(&str, &Path) -> bool, ".output.tiendo-lock"),
        (Place::in_place(), |name, path| name == "create_dir" && path.ends_with(".tiendo/stage"), "output"),
    ] {
        place.build(&before()).unwrap();
        place.put(".output.tiendo-lock", "pid 1");
        let fs = as_another_user(forbidden);
        place.options.mode = if told == "output" { Mode::InPlace } else { Mode::Swap };
        let error = publish_on(&fs, &after(), &place.options, &Unwatched).unwrap_err();
        assert_eq!(error.path, place.dir.path().join(told));
        let ErrorKind::Owner { ours, theirs } = error.kind else { panic!("{error:?}") };
        assert_eq!((ours, theirs), (Disk.uid() + 1000, Disk.uid()));
    }
}

#[test]
fn former_sites_are_not_promised_where_none_can_be_kept() {
    let mut place = Place::new();
    place.build(&before()).unwrap();
    place.options.keep = Some(2);
    let root = place.options.output.canonicalize().unwrap();
    let busy = move |name: &str, path: &Path| name == "exchange" || name == "rename" && path == root;
    let busy = Faulty::new(Fails::When(Box::new(busy)), Errno::BUSY);
    let error = publish_on(&busy, &after(), &place.options, &Unwatched).unwrap_err();
    assert_eq!(error.key(), "publish-refused-no-former");
    place.assert_whole(&before());
    place.options.keep = Some(0);
    publish_on(&busy, &after(), &place.options, &Unwatched).unwrap();
    place.assert_whole(&after());
}
