//! A year of cron: what a build that nobody watches meets between one January and the next.

use crate::starter::{Site, program};
use std::collections::BTreeSet;
use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;

/// 2025-07-01 00:00 in Hanoi.
const JULY: i64 = 1_751_302_800;
const HOUR: i64 = 3_600;
const DAY: i64 = 24 * HOUR;

struct Run {
    code: i32,
    as_of: String,
    written: Vec<String>,
    said: String,
}

/// A build by the clock.
fn run(site: &Site, epoch: i64) -> Run {
    let mut build = site.build();
    let done = build.env("SOURCE_DATE_EPOCH", epoch.to_string()).args(["--format", "json"]).output();
    let done = done.expect("the program runs");
    let said = String::from_utf8_lossy(&done.stdout).into_owned();
    let document: serde_json::Value = serde_json::from_str(&said).expect("one JSON document");
    let written = document["written"].as_array().into_iter().flatten();
    Run {
        code: done.status.code().expect("nobody killed it"),
        as_of: document["as_of"].as_str().unwrap_or_default().to_owned(),
        written: written.filter_map(|file| file["path"].as_str()).map(str::to_owned).collect(),
        said,
    }
}

/// The days that the pages of the site speak of: one, if it is no mixture.
fn days_on_pages(site: &Site) -> BTreeSet<String> {
    let pages = site.bytes().into_iter().filter(|(path, _)| path.extension().is_some_and(|ext| ext == "html"));
    let day = |(path, bytes): (PathBuf, Vec<u8>)| {
        let html = String::from_utf8(bytes).expect("UTF-8");
        // A box says it in its foot, every other page below its header.
        let line = ["class=\"asof\"", "<footer>"].into_iter().find_map(|before| html.split(before).nth(1));
        let day = line.and_then(|rest| rest.split("datetime=\"").nth(1)?.get(..10));
        day.unwrap_or_else(|| panic!("{} names no day", path.display())).to_owned()
    };
    pages.map(day).collect()
}

/// Overnight, with no change of the data: each page names the day that it speaks of, so each page is another one, and
/// so is what carries the day beside them. Styles, scripts, fonts and the list of addresses are not touched; the second
/// build of the day touches nothing.
#[test]
fn overnight_the_pages_change_and_nothing_else() {
    let site = Site::starter();
    assert_eq!(run(&site, JULY + HOUR).code, 0);
    let before = site.files();
    let night = run(&site, JULY + DAY);
    assert_eq!((night.code, night.as_of.as_str()), (0, "2025-07-02"));
    let after = site.files();
    let really: Vec<&PathBuf> =
        after.keys().filter(|path| before.get(*path).is_none_or(|old| old.0 != after[*path].0)).collect();
    let told: BTreeSet<PathBuf> = night.written.iter().map(PathBuf::from).collect();
    for (path, (bytes, inode, changed)) in &after {
        if path.starts_with(".tiendo") {
            continue;
        }
        let same = before.get(path).is_some_and(|old| old.0 == *bytes);
        assert_eq!(told.contains(path), !same, "{} is told as written if, and only if, it differs", path.display());
        if same {
            assert_eq!((before[path].1, before[path].2), (*inode, *changed), "{} was touched", path.display());
        }
    }
    let page = |path: &PathBuf| path.extension().is_some_and(|ext| ext == "html");
    assert!(after.keys().filter(|path| page(path)).all(|path| really.contains(&path)), "every page names its day");
    let untouched: Vec<_> = after.keys().filter(|path| !really.contains(path)).collect();
    // What does not change is not touched: styles, scripts, fonts, what says nothing of a day.
    let kinds: BTreeSet<_> = untouched.iter().filter_map(|path| path.extension()?.to_str()).collect();
    assert!(!kinds.contains("html") && kinds.contains("css") && kinds.contains("svg"), "{kinds:?}");
    // Later on the same day.
    let noon = run(&site, JULY + DAY + 12 * HOUR);
    assert_eq!((noon.code, noon.written), (0, Vec::<String>::new()));
    assert_eq!(site.files(), after);
}

/// The days at which calendars err, each by the clock of a server on UTC whose night has not come yet.
#[test]
fn the_days_at_which_calendars_err() {
    let site = Site::starter();
    for (epoch, day) in [
        // 16:59:59 UTC is the last second of the day in Hanoi.
        (1_751_302_799, "2025-06-30"),
        (1_751_302_800, "2025-07-01"),
        // 18:00 UTC is one o'clock of the next day: of another year, of March after a short February.
        (1_767_204_000, "2026-01-01"),
        (1_769_878_799, "2026-01-31"),
        (1_769_878_800, "2026-02-01"),
        (1_772_301_600, "2026-03-01"),
        // 2028 has a 29 February, and a day after it.
        (1_835_369_999, "2028-02-28"),
        (1_835_373_600, "2028-02-29"),
        (1_835_460_000, "2028-03-01"),
        (1_861_894_799, "2028-12-31"),
    ] {
        let done = run(&site, epoch);
        assert_eq!((done.code, done.as_of.as_str()), (0, day), "{}", done.said);
        assert_eq!(days_on_pages(&site), BTreeSet::from([day.to_owned()]));
        assert!(site.is_whole());
    }
}

/// "In July" ends with the last second of the 31st, in Hanoi and not in Greenwich; in February, with the 28th or 29th.
#[test]
fn a_month_ends_with_its_last_day() {
    let site = Site::starter();
    let path = "content/tasks/2025-01-15-phien-hop-thu-nhat.yaml";
    let text = std::fs::read_to_string(site.folder().join(path)).expect("the starter's tasks");
    for (month, last_second) in [("2025-07", 1_753_981_199), ("2026-02", 1_772_297_999), ("2028-02", 1_835_456_399)] {
        let task = format!(
            "\n  - id: het-thang\n    title: Việc có hạn trong một tháng\n    clause: \"1\"\n    lead: [so-vi-du]\n    due: \
             {{by: {month}, wording: trong tháng}}\n"
        );
        site.put(path, &format!("{text}{task}"));
        let word = |epoch| {
            assert_eq!(run(&site, epoch).code, 0, "{month}");
            let page =
                std::fs::read_to_string(site.output().join("nhiem-vu/het-thang/index.html")).expect("the task's page");
            let word =
                page.split("class=\"state").nth(1).and_then(|rest| rest.split("<b>").nth(1)?.split("</b>").next());
            word.expect("a page names its status").to_owned()
        };
        let words = [word(last_second), word(last_second + 1)];
        assert_eq!(words, ["Sắp đến hạn", "Đã hết thời hạn, chưa có thông tin"], "{month}");
    }
}

/// An editor has written half of a file at the moment of the build: exit 1, the last site stays; then all is well.
#[test]
fn a_file_that_is_half_written() {
    let site = Site::starter();
    assert_eq!(run(&site, JULY).code, 0);
    let before = site.files();
    let path = "content/tasks/2025-01-15-phien-hop-thu-nhat.yaml";
    let text = std::fs::read_to_string(site.folder().join(path)).expect("the starter's tasks");
    let mut refused = 0;
    for eighth in 1..8 {
        let mut cut = text.len() * eighth / 8;
        while !text.is_char_boundary(cut) {
            cut -= 1;
        }
        site.put(path, &text[..cut]);
        // Some cuts fall between two tasks or fields: what stands there then is a file like any other.
        let done = run(&site, JULY);
        match done.code {
            0 => assert_eq!(run(&site, JULY).written, Vec::<String>::new()),
            1 => refused += 1,
            other => panic!("exit {other}: {}", done.said),
        }
        assert!(site.is_whole());
    }
    assert!(refused > 0, "no cut was noticed");
    // In the middle of a value: always noticed.
    let cut = text.find("lead: [").expect("the starter has a lead") + "lead: [".len();
    site.put(path, &text);
    assert_eq!(run(&site, JULY).code, 0);
    let whole = site.files();
    site.put(path, &text[..cut]);
    assert_eq!(run(&site, JULY).code, 1);
    assert_eq!(site.files(), whole);
    site.put(path, "");
    assert!([0, 1].contains(&run(&site, JULY).code));
    site.put(path, &text);
    assert_eq!(run(&site, JULY).code, 0);
    assert_eq!(site.bytes(), before.into_iter().map(|(path, file)| (path, file.0)).collect());
}

/// The data lie on a mount that cannot be written; the web root elsewhere. Nothing is written into the site folder.
#[test]
fn a_site_folder_that_cannot_be_written() {
    let site = Site::starter();
    let web = tempfile::tempdir().expect("a folder for the test");
    let folders: Vec<PathBuf> = walkdir::WalkDir::new(site.folder())
        .into_iter()
        .map(|entry| entry.expect("an entry of the site"))
        .filter(|entry| entry.file_type().is_dir())
        .map(walkdir::DirEntry::into_path)
        .collect();
    let mode = |mode| {
        for folder in &folders {
            std::fs::set_permissions(folder, std::fs::Permissions::from_mode(mode)).expect("our own folder");
        }
    };
    let look = || walkdir::WalkDir::new(site.folder()).into_iter().map(|e| e.expect("an entry").into_path()).collect();
    let before: Vec<PathBuf> = look();
    mode(0o555);
    let build = |day: &str| {
        let mut build = site.build();
        build.arg("--output").arg(web.path().join("www")).args(["--as-of", day]);
        build.assert()
    };
    build("2025-07-01").success();
    build("2025-07-02").success();
    mode(0o755);
    assert_eq!(look(), before);
    site.tiendo("verify").arg("--output").arg(web.path().join("www")).assert().success();
}

/// The same on a mount that is really read-only, where the machine lets a test make one.
#[test]
fn a_site_folder_on_a_read_only_mount() {
    let site = Site::starter();
    let web = tempfile::tempdir().expect("a folder for the test");
    let mounted = |script: &str| {
        let script = format!("mount --bind \"$1\" \"$1\" && mount -o remount,bind,ro \"$1\" && {script}");
        let mut unshare = std::process::Command::new("unshare");
        unshare.args(["-m", "sh", "-c", &script]).arg(program()).arg(site.folder()).arg(web.path().join("www"));
        unshare.output().ok()
    };
    if !mounted("! touch \"$1/x\"").is_some_and(|probe| probe.status.success()) {
        return;
    }
    let elsewhere = mounted("exec \"$0\" build --no-sync --site \"$1\" --output \"$2\"").expect("as before");
    assert_eq!(elsewhere.status.code(), Some(0), "{elsewhere:?}");
    site.tiendo("verify").arg("--output").arg(web.path().join("www")).assert().success();
    // The default output lies in the site folder: told, exit 3, nothing happens.
    let within = mounted("exec \"$0\" build --no-sync --site \"$1\"").expect("as before");
    assert_eq!(within.status.code(), Some(3), "{within:?}");
    assert_eq!(site.names(), [".gitignore", "content", "schemas"]);
}

/// The clock is set back: the site follows it, for the as-of date is what the clock says. What was reported since then
/// lies in the future, and a date in the future is a fault of the content: the later site stays until the clock is right.
#[test]
fn a_clock_that_is_set_back() {
    let site = Site::starter();
    assert_eq!(run(&site, JULY + DAY).as_of, "2025-07-02");
    let earlier = run(&site, JULY);
    assert_eq!((earlier.code, earlier.as_of.as_str()), (0, "2025-07-01"));
    assert_eq!(days_on_pages(&site), BTreeSet::from(["2025-07-01".to_owned()]));
    assert!(site.is_whole());
    // A person is told.
    site.build().env("SOURCE_DATE_EPOCH", (JULY + DAY).to_string()).assert().success();
    let said = site.build().env("SOURCE_DATE_EPOCH", JULY.to_string()).assert().success();
    let said = String::from_utf8_lossy(&said.get_output().stderr).into_owned();
    assert!(said.contains("02/7/2025") && said.contains("01/7/2025"), "{said}");
    let before = site.files();
    // 2020: a battery of a clock has died.
    let dead = run(&site, 1_577_811_600);
    assert_eq!(dead.code, 1, "{}", dead.said);
    assert_eq!(site.files(), before);
    assert_eq!(run(&site, JULY + DAY).as_of, "2025-07-02");
}
