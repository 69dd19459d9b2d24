//! What the program says to whom: results that cannot be written, errors in one language, a mail of cron that can be read.

use crate::starter::{Site, program, tiendo};
use std::fs::OpenOptions;
use std::process::{Command, Stdio};

const TASK: &str = "dang-ky-truc-tuyen";

/// Every verb that prints a result, with arguments that make it print one.
fn verbs(site: &Site) -> Vec<Vec<String>> {
    let folder = site.folder().display().to_string();
    let about = |args: &[&str]| {
        let args = args.iter().map(|arg| (*arg).to_owned());
        args.chain(["--site".to_owned(), folder.clone()]).collect::<Vec<_>>()
    };
    let plain = |args: &[&str]| args.iter().map(|arg| (*arg).to_owned()).collect::<Vec<_>>();
    let sheet = site.folder().join("to.csv").display().to_string();
    let register = site.folder().join("so.csv").display().to_string();
    let exported = site.folder().join("so.xlsx").display().to_string();
    let new = site.folder().with_file_name("moi").display().to_string();
    let (built, archive) = (site.output().display().to_string(), format!("{new}.zip"));
    vec![
        about(&["build", "--no-sync"]),
        about(&["build", "--no-sync", "--dry-run", "--format", "json"]),
        about(&["check"]),
        about(&["check", "--format", "json"]),
        plain(&["init", &new]),
        about(&["verify"]),
        about(&["verify", "--format", "json"]),
        plain(&["archive", &built, &archive]),
        about(&["update", TASK, "--progress", "in-progress", "--dry-run"]),
        about(&["confirm", TASK, "--dry-run"]),
        about(&["new", "agency", "--name", "Phòng Thí dụ", "--kind", "other", "--dry-run"]),
        about(&["import", &register, "--dry-run"]),
        about(&["export", "--as", &exported, "--document", "2025-01-15-phien-hop-thu-nhat"]),
        about(&["import-updates", &sheet, "--dry-run"]),
        about(&["theme", "export"]),
        about(&["doctor"]),
        about(&["migrate"]),
        about(&["report"]),
        about(&["report", "--format", "json"]),
        about(&["diff", "2025-06-01", "2025-07-01"]),
        plain(&["schema"]),
        plain(&["schema", "tasks"]),
        plain(&["explain"]),
        plain(&["explain", "unknown-agency"]),
        plain(&["completions", "bash"]),
        plain(&["man"]),
        plain(&["--help"]),
        plain(&["help", "build"]),
        plain(&["build", "--help"]),
        plain(&["--version"]),
    ]
}

fn site() -> Site {
    let site = Site::starter();
    let text = std::fs::read_to_string(site.folder().join("content/tasks/2025-01-15-phien-hop-thu-nhat.yaml"));
    let text = text.expect("the starter's tasks");
    let first = text.lines().find_map(|line| line.trim().strip_prefix("- id: ")).expect("a task");
    let text = text.replace(first, TASK);
    let draft = text.replace(&format!("- id: {TASK}"), &format!("- draft: true\n    id: {TASK}"));
    site.put("content/tasks/2025-01-15-phien-hop-thu-nhat.yaml", &draft);
    site.put("so.csv", "STT,Nhiệm vụ,Chủ trì\n1,Rà soát biểu mẫu,Sở Ví Dụ\n");
    site.put(
        "to.csv",
        &format!("task,agency,report_date,report_progress\n{TASK},so-vi-du,01/07/2025,Đang thực hiện\n"),
    );
    site
}

fn run(args: &[String]) -> Command {
    let mut run = Command::new(program());
    run.args(args).env("SOURCE_DATE_EPOCH", "1751328000");
    run
}

#[test]
fn a_result_that_cannot_be_written_is_told() {
    let site = site();
    site.build().assert().success();
    for args in verbs(&site) {
        let full = OpenOptions::new().write(true).open("/dev/full").expect("a full disk");
        let done = run(&args).stdout(full).output().expect("the program runs");
        let said = String::from_utf8_lossy(&done.stderr);
        assert_eq!(done.status.code(), Some(3), "{args:?}: {said}");
        assert!(said.contains("Không in hết được kết quả: đĩa đầy (lỗi hệ thống số 28)"), "{args:?}: {said}");
    }
    // No verb is forgotten: each that the help names, but those that print nothing or never end.
    let help = tiendo().arg("--help").output().expect("the program runs");
    let help = String::from_utf8(help.stdout).expect("UTF-8");
    let (_, list) = help.split_once("Lệnh · Commands:\n").expect("a list of commands");
    let tried = verbs(&site);
    let verbs: Vec<&str> = list.lines().map_while(|line| line.strip_prefix("  ")?.split(' ').next()).collect();
    assert!(verbs.len() > 12, "{help}");
    for verb in verbs.into_iter().filter(|verb| !verb.is_empty() && !["serve", "rollback"].contains(verb)) {
        assert!(tried.iter().any(|args| args[0] == verb), "{verb} is not tried");
    }
}

#[test]
fn whoever_closes_the_pipe_has_read_enough() {
    let site = site();
    for args in verbs(&site) {
        let (reader, writer) = std::io::pipe().expect("a pipe");
        drop(reader);
        let done = run(&args).stdout(writer).stderr(Stdio::piped()).output().expect("the program runs");
        assert!(!String::from_utf8_lossy(&done.stderr).contains("Không in"), "{args:?}");
        assert_ne!(done.status.code(), Some(3), "{args:?}");
    }
}

/// Words of the parser, the system, the engine of templates.
const ENGLISH: [&str; 22] = [
    "error",
    "tip",
    "usage:",
    "options:",
    "invalid",
    "value",
    "argument",
    "unexpected",
    "found",
    "required",
    "cannot",
    "for more",
    "similar",
    "possible",
    "no such",
    "file or",
    "directory",
    "permission",
    "denied",
    "os error",
    "expected",
    "unknown",
];

#[test]
fn vietnamese_is_not_mixed_with_english() {
    let site = Site::starter();
    let folder = site.folder().display().to_string();
    for (args, code) in [
        (&["build", "--no-such-flag"][..], 2),
        (&["build", "--publish", "fast"], 2),
        (&["build", "--publish"], 2),
        (&["build", "--wait", "lâu"], 2),
        (&["build", "--wait", "99999999999"], 2),
        (&["build", "--quiet", "--quiet"], 2),
        (&["buidl"], 2),
        (&["new", "task"], 2),
        (&["new", "nothing"], 2),
        (&["diff"], 2),
        (&["diff", "a", "b", "c"], 2),
        (&["schema", "task"], 2),
        (&["schema", "site", "--dir", "x"], 2),
        (&["build", "--site", "/no/such"], 2),
        (&["build", "--site", &folder, "--output", "/proc/none/x"], 3),
        (&["init", "/proc/x"], 3),
        (&["schema", "--dir", "/dev/null/x"], 3),
        (&["man", "/dev/null/x"], 3),
        (&["import-updates", "/no/such.xlsx", "--site", &folder], 3),
        (&["rollback", "--site", &folder], 3),
        (&["check", "--site", &folder], 1),
    ] {
        if args[0] == "check" {
            site.put("themes/default/templates/task.html", "{% if view. %}{{ t(key=\"không-có\") }}");
            site.put("themes/default/messages/vi.ftl", "as-of = { $day\n");
        }
        let done = tiendo().args(args).output().expect("the program runs");
        let said = String::from_utf8_lossy(&done.stderr).replace(&folder, "");
        assert_eq!(done.status.code(), Some(code), "{args:?}: {said}");
        assert!(said.contains("lỗi"), "{args:?}: {said}");
        let low = said.to_lowercase();
        for word in ENGLISH {
            let own = args.iter().any(|arg| arg.contains(word));
            assert!(own || !low.contains(word), "{args:?}: \"{word}\" in\n{said}");
        }
    }
    let done = tiendo().args(["build", "--publish", "fast", "--lang", "en"]).output().expect("the program runs");
    let said = String::from_utf8_lossy(&done.stderr);
    assert!(said.starts_with("error: --publish <HOW> does not take the value \"fast\""), "{said}");
}

#[test]
fn help_speaks_both_languages() {
    for args in [&["--help"][..], &["build", "--help"], &["new", "task", "--help"], &["help", "report"]] {
        let done = tiendo().args(args).output().expect("the program runs");
        let said = String::from_utf8(done.stdout).expect("UTF-8");
        for own in
            ["\nUsage:", "\nOptions:", "\nCommands:", "\nArguments:", "Print help", "[possible values", "[default: ."]
        {
            assert!(!said.contains(own), "{args:?}: {own}\n{said}");
        }
        assert!(said.contains("Cách dùng · Usage: tiendo") && said.contains("Tùy chọn · Options:"), "{said}");
    }
}

/// The mail of a cron job whose site has one misspelt id in six places.
#[test]
fn a_mail_of_cron_is_short() {
    let site = Site::starter();
    site.build().assert().success();
    let path = "content/tasks/2025-01-15-phien-hop-thu-nhat.yaml";
    let text = std::fs::read_to_string(site.folder().join(path)).expect("the starter's tasks");
    let wrong = |n| format!("\n  - id: viec-sai-{n}\n    title: Việc sai {n}\n    lead: [so-vi-duu]\n");
    let text = text + &(0..6).map(wrong).collect::<Vec<String>>().concat();
    site.put(path, &text);
    let quiet = || site.build().arg("--quiet").output().expect("the program runs");
    let done = quiet();
    let said = String::from_utf8(done.stderr).expect("UTF-8");
    assert_eq!(done.status.code(), Some(1), "{said}");
    assert_eq!(said.matches("lỗi[unknown-agency]").count(), 1, "{said}");
    assert!(said.contains("lặp lại: 5 chỗ nữa: content/tasks/"), "{said}");
    assert!(!said.contains("cảnh báo["), "a warning is no error: {said}");
    let last = said.lines().last();
    assert_eq!(last, Some("Trang công khai vẫn nguyên vẹn, số liệu tính đến 01/7/2025."), "{said}");
    // Programs are told all.
    let done = site.tiendo("check").args(["--format", "json"]).output().expect("the program runs");
    let found: serde_json::Value = serde_json::from_slice(&done.stdout).expect("JSON");
    let same = found["faults"].as_array().expect("faults").iter().filter(|fault| fault["code"] == "unknown-agency");
    assert_eq!(same.count(), 6);
    // What is no longer whole, or not there, is not said to stand.
    std::fs::remove_file(site.output().join("index.html")).expect("a page");
    assert!(String::from_utf8_lossy(&quiet().stderr).contains("KHÔNG nguyên vẹn"));
    std::fs::remove_dir_all(site.output()).expect("the output");
    assert!(String::from_utf8_lossy(&quiet().stderr).contains("Chưa có trang công khai nào"));
}

#[test]
fn every_failure_of_a_build_ends_with_the_public_site() {
    let site = Site::starter();
    site.build().assert().success();
    let stands = "Trang công khai vẫn nguyên vẹn, số liệu tính đến 01/7/2025.";
    let last = |done: std::process::Output| {
        assert!(!done.status.success());
        String::from_utf8_lossy(&done.stderr).lines().last().unwrap_or_default().to_owned()
    };
    let build = |args: &[&str]| last(site.build().args(args).output().expect("the program runs"));
    assert_eq!(build(&["--as-of", "2025-02-30"]), stands);
    assert_eq!(build(&["--as-of", "2025-07-02", "--base-url", "x"]), stands);
    site.put("themes/default/templates/home.html", "{{ view.titel }}");
    assert_eq!(build(&[]), stands);
    site.put("themes/default/templates/home.html", "<a href=\"none.html\">x</a>");
    assert_eq!(build(&[]), stands);
    std::fs::remove_dir_all(site.folder().join("themes")).expect("a folder");
    // Another build holds the lock.
    let lock = site.folder().join(".output.tiendo-lock");
    let held = OpenOptions::new().create(true).truncate(false).write(true).open(&lock).expect("the lock");
    held.lock().expect("nobody else holds it");
    assert_eq!(build(&["--as-of", "2025-07-02"]), stands);
}

#[test]
fn quiet_tells_errors_alone() {
    let site = Site::starter();
    site.put("content/pages/trang.md", "---\ntitle: Trang\n---\n\nLời <b>đậm</b>.\n");
    let said = |args: &[&str]| {
        let mut tiendo = site.tiendo(args[0]);
        let done = tiendo.args(&args[1..]).output().expect("the program runs");
        (done.status.code(), String::from_utf8_lossy(&[done.stdout, done.stderr].concat()).into_owned())
    };
    let (code, loud) = said(&["check"]);
    assert!(code == Some(0) && loud.contains("cảnh báo["), "{loud}");
    for verb in [
        &["check", "--quiet"][..],
        &["build", "--quiet", "--no-sync"],
        &["verify", "--quiet"],
        &["rollback", "--quiet"],
    ] {
        let (code, quiet) = said(verb);
        if verb[0] == "rollback" {
            assert!(code == Some(3) && quiet.starts_with("lỗi:"), "{quiet}");
        } else {
            assert_eq!((code, quiet.as_str()), (Some(0), ""), "{verb:?}");
        }
    }
    // Where a warning is an error, it is told.
    let (code, denied) = said(&["check", "--quiet", "--deny-warnings"]);
    assert!(code == Some(1) && denied.contains("cảnh báo["), "{denied}");
}
