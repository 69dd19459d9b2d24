//! What the commands print, where, and how they end.

use crate::starter::{Site, program, tiendo};
use std::process::Output;

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).expect("UTF-8")
}

fn err(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).expect("UTF-8")
}

#[test]
fn the_starter_site_builds_without_faults() {
    let site = Site::starter();
    let done = site.tiendo("check").arg("--deny-warnings").output().expect("the program runs");
    assert_eq!(
        (done.status.code(), out(&done), err(&done)),
        (Some(0), "Đã kiểm tra: 0 lỗi, 0 cảnh báo\n".into(), String::new())
    );
    assert_eq!(site.names(), [".gitignore", "content", "schemas"], "a check writes nothing");
    let done = site.build().output().expect("the program runs");
    assert_eq!((done.status.code(), err(&done)), (Some(0), String::new()));
    let line = out(&done);
    assert!(line.contains(" trang, ") && line.ends_with(" 0 lỗi, 0 cảnh báo\n") && line.lines().count() == 1, "{line}");
    let done = site.build().args(["--lang", "en"]).output().expect("the program runs");
    assert!(out(&done).starts_with("Nothing changed"), "{}", out(&done));
    let done = site.build().arg("--quiet").output().expect("the program runs");
    assert_eq!((out(&done), err(&done)), (String::new(), String::new()));
}

#[test]
fn a_starter_goes_into_an_empty_folder_only() {
    let site = Site::starter();
    tiendo().arg("init").arg(site.folder()).assert().code(2);
    tiendo().arg("init").arg(site.folder().join("content/site.yaml")).assert().code(2);
}

#[test]
fn arguments_without_meaning() {
    let site = Site::starter();
    for args in [
        &["--as-of", "2024-02-30"][..],
        &["--as-of", "2024-02"],
        &["--base-url", "vidu.example"],
        &["--format", "xml"],
        &["--no-such-flag"],
    ] {
        site.build().args(args).assert().code(2);
    }
    site.build().env("SOURCE_DATE_EPOCH", "hôm nay").assert().code(2);
    tiendo().args(["build", "--site", "/no/such/folder"]).assert().code(2);
    tiendo().assert().code(2);
    assert_eq!(site.names(), [".gitignore", "content", "schemas"]);
}

#[test]
fn faults_in_every_form() {
    let site = Site::starter();
    site.edit("content/site.yaml", "title:", "titel:");
    let done = site.tiendo("check").output().expect("the program runs");
    assert_eq!(done.status.code(), Some(1));
    assert!(err(&done).contains("content/site.yaml:8:1") && err(&done).contains("unknown-field"), "{}", err(&done));
    let done = site.tiendo("check").args(["--format", "github"]).output().expect("the program runs");
    assert!(out(&done).starts_with("::error file=content/site.yaml,line=8,"), "{}", out(&done));
    let done = site.tiendo("check").args(["--format", "json"]).output().expect("the program runs");
    let document: serde_json::Value = serde_json::from_str(&out(&done)).expect("one JSON document");
    assert!(document["faults"].as_array().is_some_and(|faults| !faults.is_empty()));
    assert!(!err(&done).contains('\u{1b}'), "no colour without a terminal");
}

#[test]
fn github_is_told_paths_from_the_root_of_the_repository() {
    let site = Site::starter();
    site.edit("content/site.yaml", "title:", "titel:");
    let folder = site.folder();
    let root = folder.parent().expect("a folder above");
    std::fs::create_dir(root.join(".git")).expect("a folder");
    for (here, site) in [(&*folder, "."), (root, "site"), (&folder.join("content"), "..")] {
        let args = ["check", "--site", site, "--format", "github"];
        let done = tiendo().current_dir(here).args(args).output().expect("the program runs");
        assert!(out(&done).starts_with("::error file=site/content/site.yaml,line=8,"), "{}", out(&done));
    }
}

#[test]
fn codes_are_listed_and_misspelt_ones_guessed() {
    let done = tiendo().arg("explain").output().expect("the program runs");
    assert!(out(&done).lines().any(|line| line == "unknown-agency"));
    let done = tiendo().args(["explain", "unknown-agenci", "--lang", "en"]).output().expect("the program runs");
    assert_eq!(done.status.code(), Some(2));
    assert!(err(&done).contains("Did you mean \"unknown-agency\"?"));
}

/// The last line of an entry leads to the docs that are installed beside the program.
#[test]
fn an_entry_ends_with_its_address() {
    // Beside the program, so that it can have a second name there: a copy that was just written may still be open for
    // writing in a child of another test, and is not run then.
    let tree = tempfile::tempdir_in(program().parent().expect("a folder")).expect("a folder for the test");
    let (bin, docs) = (tree.path().join("bin"), tree.path().join("share/doc/tiendo/html/vi"));
    std::fs::create_dir_all(&bin).and_then(|()| std::fs::create_dir_all(&docs)).expect("folders of the test");
    std::fs::hard_link(program(), bin.join("tiendo")).expect("a program of the test");
    std::fs::write(docs.join("loi.html"), "").expect("a page of the test");
    let last = |args: &[&str]| {
        let mut command = std::process::Command::new(bin.join("tiendo"));
        let done = command.arg("explain").args(args).output().expect("the program runs");
        out(&done).lines().last().map(str::to_owned).expect("an entry")
    };
    let page = docs.canonicalize().expect("a folder").join("loi.html");
    assert_eq!(last(&["unknown-agency"]), format!("Hướng dẫn: file://{}#unknown-agency", page.display()));
    // No English page is installed.
    assert!(last(&["unknown-agency", "--lang", "en"]).ends_with("diagnostics.md#unknown-agency"));
}

#[test]
fn schemas_are_printed_listed_and_written() {
    let done = tiendo().arg("schema").output().expect("the program runs");
    assert!(out(&done).lines().any(|line| line == "tasks     content/tasks/*.yaml"), "{}", out(&done));
    let done = tiendo().args(["schema", "tasks", "--lang", "en"]).output().expect("the program runs");
    let schema: serde_json::Value = serde_json::from_str(&out(&done)).expect("JSON");
    assert_eq!(schema["definitions"]["task"]["properties"]["lead"]["description"], "Who answers for it.");
    tiendo().args(["schema", "task"]).assert().code(2);
    let site = Site::starter();
    let written = |name: &str| std::fs::read_to_string(site.folder().join("schemas").join(name)).expect("a schema");
    let done = tiendo().args(["schema", "site"]).output().expect("the program runs");
    assert_eq!(written("site.schema.json"), out(&done));
    // Every data file of the starter names a schema that is there.
    for (path, (bytes, ..)) in site.sources() {
        let text = String::from_utf8(bytes).expect("UTF-8");
        if path.extension().is_some_and(|e| e == "yaml") {
            let line = text.lines().next().and_then(|l| l.strip_prefix("# yaml-language-server: $schema="));
            let schema = path.parent().expect("a folder").join(line.expect("a schema named"));
            assert!(site.folder().join(&schema).is_file(), "{}", schema.display());
        }
    }
}

#[test]
fn completions_and_manual() {
    let done = tiendo().args(["completions", "bash"]).output().expect("the program runs");
    assert!(out(&done).contains("tiendo"));
    let done = tiendo().arg("man").output().expect("the program runs");
    assert!(out(&done).contains(".TH tiendo 1"));
    let dir = tempfile::tempdir().expect("a folder for the test");
    tiendo().arg("man").arg(dir.path().join("man1")).assert().success();
    assert!(dir.path().join("man1/tiendo-build.1").is_file());
}

/// The port that people know is taken: another one is found and named, and the address is the last line.
#[test]
fn a_preview_beside_another_says_its_port() {
    use std::io::{BufRead, BufReader};
    let site = Site::starter();
    // Ours, or that of whoever has it already.
    let _held = std::net::TcpListener::bind("127.0.0.1:8300");
    let mut serve = std::process::Command::new(crate::starter::program());
    serve.args(["serve", "--site"]).arg(site.folder()).stderr(std::process::Stdio::piped());
    let mut child = serve.spawn().expect("the program runs");
    let lines = BufReader::new(child.stderr.take().expect("a pipe")).lines().map_while(Result::ok);
    let mut said: Vec<String> = Vec::new();
    for line in lines {
        said.push(line);
        if said.last().is_some_and(|line| line.contains("http://127.0.0.1:83")) {
            break;
        }
    }
    child.kill().expect("it still runs");
    child.wait().expect("it was ours");
    assert!(said.len() == 2 && said[0].contains("8300") && !said[1].contains(":8300/"), "{said:?}");
    let port = said[1].split(['/', ':']).find(|part| part.len() == 4 && part.starts_with("83")).expect("a port");
    assert!(said[0].contains(port), "{said:?}");
}

/// What `init` prints is where the page is, and commands that do what they say.
#[test]
fn init_builds_and_names_commands_that_work() {
    let dir = tempfile::tempdir().expect("a folder for the test");
    let done = tiendo().current_dir(dir.path()).args(["init", "trang thử"]).assert().success();
    let said = out(done.get_output());
    let page = dir.path().join("trang thử/output/index.html");
    assert!(page.is_file() && said.contains("40 trang") && said.contains("trang thử/output/index.html"), "{said}");
    let commands: Vec<&str> = said.lines().filter_map(|line| line.strip_prefix("  ")).collect();
    assert_eq!((commands.len(), commands[0]), (3, "cd \"trang thử\""), "{said}");
    let last = commands[2].strip_prefix("tiendo ").expect("a command of ours");
    tiendo().current_dir(dir.path().join("trang thử")).args(last.split(' ')).assert().success();
    let again = tiendo().args(["verify", "--quiet", "--site"]).arg(dir.path().join("trang thử")).assert().success();
    assert_eq!(out(again.get_output()), "");
}
