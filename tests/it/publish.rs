//! Publishing seen by the administrator: kills, locks, users, time zones.

use crate::starter::{Site, program};
use std::io::Read;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// A build in the background.
fn spawn(site: &Site, args: &[&str]) -> Child {
    Command::new(program())
        .args(["build", "--no-sync", "--site"])
        .arg(site.folder())
        .args(args)
        .env("SOURCE_DATE_EPOCH", "1751328000")
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts")
}

fn send(signal: &str, child: &Child) {
    // A build that has ended meanwhile is as good as one that is stopped.
    let _ = Command::new("kill").args([signal, &child.id().to_string()]).stderr(Stdio::null()).status();
}

#[test]
fn killed_at_any_moment_the_site_is_whole_and_the_next_build_succeeds() {
    let site = Site::with_pages(150);
    site.build().assert().success();
    let began = Instant::now();
    site.edit("content/pages/trang-0.md", "Đoạn 0", "Đoạn mới");
    site.build().assert().success();
    let usual = began.elapsed();
    for n in 0..24_u32 {
        // Every page changes, so that the build is long where it matters.
        site.put("content/pages/trang-1.md", &format!("---\ntitle: Lần {n}\n---\n\nLần {n}.\n"));
        site.put(&format!("content/pages/them-{n}.md"), "---\ntitle: Thêm\n---\n\nThêm.\n");
        let mut child = spawn(&site, &[]);
        std::thread::sleep(usual * n / 24);
        send("-KILL", &child);
        child.wait().expect("the child ends");
        assert!(site.is_whole(), "kill {n}");
        if n % 4 == 3 {
            site.build().assert().success();
            assert!(site.is_whole());
            assert_eq!(site.names(), [".gitignore", "content", "output", "schemas"], "kill {n}");
        }
    }
}

#[test]
fn a_signal_stops_the_build_and_leaves_nothing_behind() {
    let site = Site::with_pages(300);
    site.build().assert().success();
    // A build may end before it is seen, or after the last moment at which it stops: then another one is tried.
    let caught = (0..20).any(|n| {
        let before = site.files();
        site.put("content/pages/trang-1.md", &format!("---\ntitle: Lần {n}\n---\n\nLần {n}.\n"));
        let mut child = spawn(&site, &[]);
        let began = Instant::now();
        while !site.names().iter().any(|name| name.contains("tiendo-stage")) {
            assert!(began.elapsed() < Duration::from_secs(20), "a build that neither begins nor ends");
            if child.try_wait().expect("the child answers").is_some() {
                return false;
            }
        }
        send("-TERM", &child);
        let ended = child.wait_with_output().expect("the child ends");
        assert_eq!(site.names(), [".gitignore", "content", "output", "schemas"]);
        if ended.status.success() {
            return false;
        }
        assert_eq!(ended.status.code(), Some(3));
        assert_eq!(site.files(), before);
        true
    });
    assert!(caught, "no build was stopped in the middle");
}

#[test]
fn two_builds_at_once() {
    let site = Site::with_pages(100);
    site.build().assert().success();
    for n in 0..6 {
        site.put("content/pages/trang-1.md", &format!("---\ntitle: Lần {n}\n---\n\nLần {n}.\n"));
        let (first, second) = (spawn(&site, &["--wait", "60"]), spawn(&site, &[]));
        let second = second.wait_with_output().expect("the child ends");
        assert!(first.wait_with_output().expect("the child ends").status.success());
        match second.status.code() {
            Some(0) => {}
            Some(3) => {
                let said = String::from_utf8_lossy(&second.stderr).into_owned();
                assert!(said.contains("pid ") && said.contains("--wait"), "{said}");
            }
            other => panic!("{other:?} {second:?}"),
        }
        assert!(site.is_whole());
    }
    assert_eq!(site.names(), [".gitignore", "content", "output", "schemas"]);
}

#[test]
fn faults_in_two_files_are_all_told_and_the_site_stays() {
    let site = Site::starter();
    site.build().assert().success();
    let before = site.files();
    site.edit("content/agencies/co-quan.yaml", "name: Sở Ví Dụ", "nam: Sở Ví Dụ");
    site.edit("content/tasks/2025-01-15-phien-hop-thu-nhat.yaml", "lead: [cac-so]", "lead: [cac-soo]");
    site.edit("content/tasks/2025-01-15-phien-hop-thu-nhat.yaml", "date: 2025-02-20", "date: 2025-02-30");
    let said = site.build().assert().code(1);
    let said = String::from_utf8_lossy(&said.get_output().stderr).into_owned();
    for place in [
        "content/agencies/co-quan.yaml:10:5",
        "content/tasks/2025-01-15-phien-hop-thu-nhat.yaml:15:15",
        "content/tasks/2025-01-15-phien-hop-thu-nhat.yaml:25:12",
    ] {
        assert!(said.contains(place), "{place}\n{said}");
    }
    assert_eq!(site.files(), before);
    assert_eq!(site.names(), [".gitignore", "content", "output", "schemas"]);
}

#[test]
fn the_same_bytes_for_any_user() {
    let site = Site::starter();
    let mut built = Vec::new();
    for (zone, locale, threads, umask, folder) in [
        ("UTC", "C", "1", "022", "/"),
        ("Asia/Ho_Chi_Minh", "vi_VN.UTF-8", "2", "077", "/tmp"),
        ("America/St_Johns", "tr_TR.UTF-8", "7", "000", "/usr"),
    ] {
        std::fs::remove_dir_all(site.output()).ok();
        let script = format!("umask {umask}; exec \"$0\" build --no-sync --site \"$1\"");
        let status = Command::new("sh")
            .args(["-c", &script])
            .args([program(), &site.folder()])
            .current_dir(folder)
            .envs([("TZ", zone), ("LC_ALL", locale), ("RAYON_NUM_THREADS", threads)])
            .env("SOURCE_DATE_EPOCH", "1751328000")
            .stdout(Stdio::null())
            .status()
            .expect("a shell");
        assert!(status.success());
        let modes = walkdir::WalkDir::new(site.output()).into_iter().map(|entry| {
            let meta = entry.expect("a file of the output").metadata().expect("a file of the output");
            (meta.is_dir(), meta.permissions().mode() & 0o7777)
        });
        for (is_dir, mode) in modes {
            assert_eq!(mode, if is_dir { 0o755 } else { 0o644 });
        }
        built.push(site.bytes());
    }
    assert!(!built[0].is_empty());
    assert_eq!(built[0], built[1]);
    assert_eq!(built[0], built[2]);
}

#[test]
fn a_server_on_utc_is_not_a_day_behind() {
    let site = Site::starter();
    // 2025-06-30, 18:30 in London: the first of July in Hanoi.
    let mut build = site.build();
    build.env("SOURCE_DATE_EPOCH", "1751308200").env("TZ", "UTC").args(["--format", "json"]);
    let said = build.assert().success();
    assert!(String::from_utf8_lossy(&said.get_output().stdout).contains("\"as_of\":\"2025-07-01\""));
}

#[test]
fn an_unchanged_site_is_not_touched() {
    let site = Site::starter();
    site.build().assert().success();
    let before = site.files();
    let said = site.build().args(["--format", "json"]).assert().success();
    assert!(String::from_utf8_lossy(&said.get_output().stdout).contains("\"written\":[]"));
    assert_eq!(site.files(), before);
}

/// The paths of which a build says that it wrote them; those of pages.
fn pages_written(site: &Site) -> Vec<String> {
    let said = site.build().args(["--format", "json"]).assert().success();
    let said: serde_json::Value = serde_json::from_slice(&said.get_output().stdout).expect("JSON");
    let written = said["written"].as_array().expect("a list").iter();
    let paths = written.map(|file| file["path"].as_str().expect("a path").to_owned());
    paths.filter(|path| path.ends_with(".html")).collect()
}

#[test]
fn a_change_of_one_task_touches_the_pages_that_show_it() {
    const TASKS: &str = "content/tasks/2025-01-15-phien-hop-thu-nhat.yaml";
    let site = Site::starter();
    site.build().assert().success();
    let note: fn(&Site) = |site| site.edit(TASKS, "Danh mục đã ban hành.", "Danh mục đã được ban hành.");
    let done: fn(&Site) = |site| site.edit(TASKS, "progress: in-progress\n        percent: 60", "progress: completed");
    let changes: [(_, &[&str]); 2] = [
        // Its words alone: its own page, and where the latest changes are.
        (
            note,
            &[
                "index.html",
                "nhiem-vu/danh-muc-thu-tuc/index.html",
                "thay-doi/2025-02/index.html",
                "thay-doi/index.html",
            ],
        ),
        // One of a group has done it, the others have not: no row of the task differs, nor any other agency.
        (
            done,
            &[
                "bao-cao/index.html",
                "bao-cao/nhom/cac-so/index.html",
                "co-quan/index.html",
                "co-quan/so-vi-du/index.html",
                "index.html",
                "nhiem-vu/thu-tuc-len-mang/index.html",
                "nhung/co-quan/so-vi-du/index.html",
                "thay-doi/2025-06/index.html",
                "thay-doi/index.html",
            ],
        ),
    ];
    for (change, pages) in changes {
        let before = site.files();
        change(&site);
        assert_eq!(pages_written(&site), pages);
        for (path, file) in site.files() {
            let path = path.to_str().expect("UTF-8");
            let stays = path.ends_with(".html") && !pages.contains(&path);
            assert!(!stays || before[Path::new(path)] == file, "{path}");
        }
    }
}

#[test]
fn a_folder_that_is_not_ours_is_left_alone() {
    let site = Site::starter();
    site.put("output/.git/HEAD", "ref");
    site.build().assert().code(2);
    std::fs::remove_dir_all(site.output()).expect("the test's own folder");
    site.put("output/luan-van.txt", "mười năm");
    let said = site.build().assert().code(3);
    assert!(String::from_utf8_lossy(&said.get_output().stderr).contains("luan-van.txt"));
    site.build().arg("--adopt").assert().success();
    assert_eq!(site.bytes()[std::path::Path::new("luan-van.txt")], "mười năm".as_bytes());
    for folder in [site.folder(), site.folder().join("content"), "/".into()] {
        site.build().arg("--adopt").arg("--output").arg(folder).assert().code(2);
    }
}

#[test]
fn verify_says_what_is_wrong() {
    let site = Site::starter();
    site.tiendo("verify").assert().code(3);
    site.build().assert().success();
    site.tiendo("verify").assert().success();
    let files = site.bytes();
    let page = files.keys().find(|path| path.extension().is_some_and(|ext| ext == "html")).expect("a page");
    site.put(&format!("output/{}", page.display()), "khác");
    let said = site.tiendo("verify").assert().code(1);
    assert!(String::from_utf8_lossy(&said.get_output().stdout).contains(&format!("bị sửa: {}", page.display())));
    site.build().assert().success();
    assert!(site.is_whole());
}

#[test]
fn compressed_files_live_and_die_with_their_texts() {
    let site = Site::starter();
    site.put("content/pages/them.md", &format!("---\ntitle: Thêm\n---\n\n{}\n", "Đoạn. ".repeat(99)));
    let build = |forms: &[&str]| {
        site.build().args(forms).assert().success();
        assert!(site.is_whole());
        site.files()
    };
    let text = |path: &PathBuf| path.extension().is_some_and(|e| e != "gz" && e != "br");
    let plain = build(&[]);
    let both = build(&["--precompress", "gz,br"]);
    let gz = both.keys().filter(|path| path.extension().is_some_and(|e| e == "gz")).count();
    let br = both.keys().filter(|path| path.extension().is_some_and(|e| e == "br")).count();
    assert!(gz == br && gz > 20, "{gz} {br}");
    let kept = both.iter().filter(|(path, _)| text(path) && !path.starts_with(".tiendo"));
    assert!(kept.clone().all(|(path, file)| plain[path] == *file), "the texts stay as they were");
    assert_eq!(build(&["--precompress", "br,gz,gz"]), both, "nothing is touched, in whatever order they are named");

    site.edit("content/pages/them.md", "Đoạn. Đoạn.", "Khác.");
    let changed = build(&["--precompress", "gz,br"]);
    let differing: Vec<String> = changed
        .iter()
        .filter(|(path, file)| !path.starts_with(".tiendo") && both[*path] != **file)
        .map(|(path, _)| path.to_string_lossy().into_owned())
        // Its words are what the search knows of the page.
        .filter(|path| !path.starts_with("tim-kiem/tu/"))
        .collect();
    assert_eq!(differing.len(), 3, "the page and its two companions: {differing:?}");
    let read = |path: &str| std::fs::read(site.output().join(path)).expect("a file of the output");
    let mut unpacked = Vec::new();
    let gz = differing.iter().find(|path| path.ends_with(".gz")).expect("a .gz of the page");
    flate2::read::GzDecoder::new(&*read(gz)).read_to_end(&mut unpacked).expect("gzip");
    assert_eq!(unpacked, read(gz.strip_suffix(".gz").expect("just looked for")));

    std::fs::remove_file(site.folder().join("content/pages/them.md")).expect("a page of the site");
    let fewer = build(&["--precompress", "gz,br"]);
    assert!(!fewer.keys().any(|path| path.to_string_lossy().contains("them")), "gone with the page");
    let one = build(&["--precompress", "gz"]);
    assert!(one.keys().all(|path| path.extension().is_none_or(|e| e != "br")));
    assert!(build(&[]).keys().all(|path| path.extension().is_none_or(|e| e != "gz")));
}

#[test]
fn a_rollback_shows_the_former_site_and_says_its_date() {
    let site = Site::starter();
    site.tiendo("rollback").assert().code(3);
    site.build().args(["--keep", "2", "--as-of", "2025-06-30"]).assert().success();
    let first = site.bytes();
    site.tiendo("rollback").assert().code(3);
    assert_eq!(site.bytes(), first, "nothing is kept yet, and nothing happens");
    site.edit("content/pages/gioi-thieu.md", "title:", "title: Trang sai ·");
    site.build().args(["--keep", "2", "--as-of", "2025-07-01"]).assert().success();
    assert_ne!(site.bytes(), first);
    let said = site.tiendo("rollback").arg("--no-sync").assert().success();
    let said = String::from_utf8_lossy(&said.get_output().stdout).into_owned();
    assert!(said.starts_with("Đã đưa lại trang tính đến 30/6/2025: "), "{said}");
    assert_eq!(site.bytes(), first);
    assert!(site.is_whole());
    assert_eq!(site.names(), [".gitignore", "content", "output", "schemas"]);
    site.build().args(["--keep", "2", "--publish", "in-place"]).assert().code(2);
}

/// What is in the way of a build is told with its cure, in both languages, and followed the cure works.
#[test]
fn what_stands_in_the_way_is_told_with_its_cure() {
    let site = Site::starter();
    let said = |args: &[&str], code| {
        let ended = site.build().args(args).assert().code(code);
        String::from_utf8_lossy(&ended.get_output().stderr).into_owned()
    };
    site.build().assert().success();
    site.edit("content/pages/gioi-thieu.md", "title:", "title: Khác ·");
    let lock = site.folder().join(".output.tiendo-lock");
    std::os::unix::fs::symlink("content", &lock).expect("a link");
    let link = said(&["--lang", "en", "--quiet"], 3);
    assert!(link.contains("/.output.tiendo-lock is a symbolic link."), "{link}");
    std::fs::remove_file(&lock).expect("a link");
    std::fs::write(&lock, "luận văn").expect("a file of somebody's");
    assert!(said(&[], 3).contains(".output.tiendo-lock mang tên chỉ tiendo dùng"), "and its bytes stay");
    assert_eq!(std::fs::read_to_string(&lock).expect("the file"), "luận văn");
    std::fs::remove_file(&lock).expect("a file");

    site.put(".output.tiendo-stage-7/luan-van.txt", "mười năm");
    let left = said(&["--quiet"], 0);
    assert!(left.contains(".output.tiendo-stage-7 mang tên chỉ tiendo dùng"), "never silent: {left}");
    std::fs::remove_dir_all(site.folder().join(".output.tiendo-stage-7")).expect("the test's own folder");

    let site_before = site.bytes();
    site.put("output/.tiendo/manifest.json", "");
    site.put("output/index.html", "hôm qua");
    assert!(said(&["--lang", "en"], 3).contains("--adopt"));
    let adopted = said(&["--lang", "en", "--adopt"], 0);
    assert!(adopted.contains("1 others stood where pages belong and were replaced: index.html."), "{adopted}");
    let kept = site.folder().join(".output.tiendo-replaced-1/index.html");
    assert_eq!(std::fs::read_to_string(kept).expect("what gave way"), "hôm qua");
    assert_eq!(site.bytes(), site_before);
    assert!(site.is_whole());
}
