//! `tiendo doctor` in wrong states: each is marked, and ends with whose fault it is.

use crate::starter::{Site, program};
use std::io::{BufRead, BufReader, Write};
use std::net::TcpListener;
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::process::Output;

/// How it ended, and the marked lines, each with what is found and its cures.
fn told(done: &Output) -> (Option<i32>, String) {
    let said = String::from_utf8(done.stdout.clone()).expect("UTF-8");
    let lines = said.lines().filter(|line| line.starts_with('!') || line.trim_start().starts_with('→'));
    (done.status.code(), lines.collect::<Vec<_>>().join("\n"))
}

fn look(site: &Site, args: &[&str]) -> (Option<i32>, String) {
    told(&site.tiendo("doctor").args(args).output().expect("the program runs"))
}

#[test]
fn a_sound_site_has_no_mark() {
    let site = Site::starter();
    assert_eq!(look(&site, &[]), (Some(0), String::new()));
    site.build().assert().success();
    assert_eq!(look(&site, &[]), (Some(0), String::new()));
}

#[test]
fn content_and_output_at_fault_end_with_one() {
    let site = Site::starter();
    site.build().assert().success();
    std::fs::remove_file(site.output().join("index.html")).expect("a page");
    let (code, said) = look(&site, &[]);
    assert!(code == Some(1) && said.starts_with("! Trang đã dựng") && said.contains("tiendo verify"), "{said}");
    site.edit("content/site.yaml", "title:", "titel:");
    let (code, said) = look(&site, &[]);
    assert!(code == Some(1) && said.starts_with("! Nội dung") && said.contains("tiendo check"), "{said}");
    // Of a manifest that a later version wrote, its words are told; and no command says that there is no site.
    site.edit("content/site.yaml", "titel:", "title:");
    let manifest = "output/.tiendo/manifest.json";
    site.edit(manifest, "\"format\": 1", "\"format\": 99");
    let (code, said) = look(&site, &[]);
    assert!(code == Some(3) && said.contains("mới hơn"), "{said}");
    let build = site.build().assert().code(3);
    let said = String::from_utf8_lossy(&build.get_output().stderr).into_owned();
    assert!(said.contains("mới hơn") && said.lines().count() == 1, "{said}");
}

#[test]
fn a_clock_behind_the_site_is_the_machines_fault() {
    let site = Site::starter();
    site.build().env("SOURCE_DATE_EPOCH", "1751500000").assert().success();
    let (code, said) = look(&site, &[]);
    assert!(code == Some(3) && said.starts_with("! Đồng hồ") && said.contains("03/7/2025"), "{said}");
}

#[test]
fn a_build_that_runs_is_told() {
    let site = Site::starter();
    let lock = site.folder().join(".output.tiendo-lock");
    std::fs::write(&lock, "pid 4711, 2025-07-01 00:00:00 UTC").expect("a file of the test");
    assert_eq!(look(&site, &[]).0, Some(0), "a file that nobody holds is no lock");
    let held = std::fs::File::open(&lock).expect("just written");
    held.lock().expect("nobody else holds it");
    let (code, said) = look(&site, &[]);
    assert!(code == Some(3) && said.starts_with("! Khóa") && said.contains("pid 4711"), "{said}");
    assert!(lock.exists(), "it is left alone");
}

/// Root looks after the site that another user builds: that user's permissions count.
#[test]
fn root_asks_for_whoever_builds() {
    use std::os::unix::fs::chown;
    let site = Site::starter();
    site.build().assert().success();
    let theirs = walkdir::WalkDir::new(site.folder()).into_iter().map(|entry| entry.expect("an entry").into_path());
    if !theirs.into_iter().all(|path| chown(path, Some(4711), Some(4711)).is_ok()) {
        return;
    }
    assert_eq!(look(&site, &[]), (Some(0), String::new()));
    chown(site.folder(), Some(0), Some(0)).expect("we are root");
    let (code, said) = look(&site, &[]);
    assert!(code == Some(3) && said.starts_with("! Quyền ghi") && said.contains("4711 không ghi được"), "{said}");
}

/// Whoever may write everywhere may not write to a mount that is read-only, where the machine lets a test make one.
#[test]
fn a_folder_that_cannot_be_written_is_told() {
    let site = Site::starter();
    site.build().assert().success();
    let folder = site.folder();
    let root = folder.metadata().expect("the site folder").uid() == 0;
    let done = if root {
        let script =
            "mount --bind \"$1\" \"$1\" && mount -o remount,bind,ro \"$1\" && exec \"$0\" doctor --site \"$1\"";
        let mut unshare = std::process::Command::new("unshare");
        unshare.args(["-m", "sh", "-c", script]).arg(program()).arg(&folder).env("SOURCE_DATE_EPOCH", "1751328000");
        match unshare.output() {
            Ok(done) if !done.stdout.is_empty() => done,
            Ok(_) | Err(_) => return,
        }
    } else {
        let mode = |mode| std::fs::set_permissions(&folder, std::fs::Permissions::from_mode(mode)).expect("our folder");
        mode(0o555);
        let done = site.tiendo("doctor").output().expect("the program runs");
        mode(0o755);
        done
    };
    let (code, said) = told(&done);
    assert!(code == Some(3) && said.starts_with("! Quyền ghi") && said.contains("không ghi được"), "{said}");
}

/// Answers every request with a page, or a style sheet, until the test ends.
fn server(head: &'static str, page: &'static str) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = listener.local_addr().expect("its address");
    std::thread::spawn(move || {
        for mut stream in listener.incoming().flatten() {
            let mut lines = BufReader::new(stream.try_clone().expect("a second handle")).lines();
            let asked = lines.next().and_then(Result::ok).unwrap_or_default();
            let _ = lines.map_while(Result::ok).find(String::is_empty);
            let (status, body) = if asked.contains("/tien-do/assets/") {
                ("200 OK", "a{}")
            } else if asked.contains(" /tien-do/ ") {
                ("200 OK", page)
            } else {
                ("404 Not Found", "")
            };
            let _ = write!(stream, "HTTP/1.1 {status}\r\n{head}Cache-Control: no-cache\r\n\r\n{body}");
        }
    });
    format!("http://{address}/tien-do/")
}

#[test]
fn the_web_server_of_this_machine_is_asked() {
    const PAGE: &str = "<link rel=\"stylesheet\" href=\"assets/site.1.css\">";
    const LOST: &str = "<link rel=\"stylesheet\" href=\"../assets.css\">";
    const POLICY: &str = "Content-Security-Policy: default-src 'none'; style-src 'self'\r\n";
    let site = Site::starter();
    let ask = |url: &str| look(&site, &["--url", url]);
    let sound = server(POLICY, PAGE);
    assert_eq!(ask(&sound), (Some(0), String::new()));
    for (url, cure) in [
        (server("", PAGE), "Thiếu tiêu đề Content-Security-Policy"),
        (server("Content-Security-Policy: default-src 'none'\r\n", PAGE), "style-src 'self'"),
        (server(POLICY, LOST), "/tien-do/../assets.css"),
        (server(POLICY, "Welcome to nginx!"), "thư mục khác"),
        (sound.replace("/tien-do/", "/khong-co/"), "phải trả lời 200"),
        ("http://127.0.0.1:9/".to_owned(), "không chạy"),
    ] {
        let (code, said) = ask(&url);
        assert!(code == Some(3) && said.starts_with("! Máy chủ web") && said.contains(cure), "{cure}: {said}");
    }
    // A site whose own address is on this machine is asked there without being told to.
    site.edit("content/site.yaml", "# base_url: https://vidu.example/tien-do/", &format!("base_url: {sound}"));
    let done = site.tiendo("doctor").output().expect("the program runs");
    assert!(String::from_utf8_lossy(&done.stdout).contains(&sound));
}
