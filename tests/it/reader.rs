//! A reader of a guide: a fresh folder, and a shell in it that goes on from command to command.

use crate::guides::root;
use crate::starter::program;
use std::fmt::Write as _;
use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// The fresh folder of a document, and the shell that its commands share.
pub struct Reader {
    dir: tempfile::TempDir,
}

impl Reader {
    pub fn new() -> Self {
        let dir = tempfile::tempdir().expect("a folder for the test");
        for folder in ["home", "work"] {
            std::fs::create_dir(dir.path().join(folder)).expect("a folder of the test");
        }
        let reader = Self { dir };
        std::fs::write(reader.at("state"), format!("cd '{}'\n", reader.at("work").display())).expect("a file");
        reader
    }

    fn at(&self, name: &str) -> PathBuf {
        self.dir.path().join(name)
    }

    /// Where the shell is now.
    fn folder(&self) -> PathBuf {
        let state = std::fs::read_to_string(self.at("state")).expect("the state of the shell");
        let cd = state.lines().rev().find_map(|line| line.strip_prefix("cd '")).expect("a folder");
        PathBuf::from(cd.trim_end_matches('\''))
    }

    /// A shell that goes on where the last one ended: its folder and its variables.
    fn shell(&self, command: &str) -> Command {
        let state = self.at("state");
        let state = state.display();
        let script = format!(
            ". '{state}'\n{command}\ncode=$?\n{{ export -p; printf \"cd '%s'\\n\" \"$PWD\"; }} >'{state}'\nexit $code"
        );
        let path = std::env::var("PATH").unwrap_or_default();
        let program = program().parent().expect("a folder").display().to_string();
        let mut bash = Command::new("bash");
        bash.args(["-c", &format!("exec 2>&1\n{script}")])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .env_clear()
            .envs([
                ("PATH", format!("{program}:{path}")),
                ("HOME", self.at("home").display().to_string()),
                ("LANG", "C.UTF-8".to_owned()),
                ("TZ", "Asia/Ho_Chi_Minh".to_owned()),
                // 27 November 2026.
                ("SOURCE_DATE_EPOCH", "1795737600".to_owned()),
            ]);
        bash
    }

    /// What a command prints, and its exit code.
    pub fn run(&self, command: &str) -> (String, i32) {
        if command.starts_with("tiendo serve") {
            return self.serve(command);
        }
        let done = self.shell(command).output().expect("bash runs");
        (String::from_utf8_lossy(&done.stdout).into_owned(), done.status.code().unwrap_or(-1))
    }

    /// The preview goes on until somebody ends it: here as soon as it tells its address.
    fn serve(&self, command: &str) -> (String, i32) {
        let mut child = self.shell(&format!("exec {command}")).spawn().expect("bash runs");
        let lines = BufReader::new(child.stdout.take().expect("a pipe")).lines();
        let (send, told) = std::sync::mpsc::channel();
        std::thread::spawn(move || lines.map_while(Result::ok).try_for_each(|line| send.send(line)));
        let (mut text, end) = (String::new(), Instant::now() + Duration::from_secs(30));
        while let Ok(line) = told.recv_timeout(end.saturating_duration_since(Instant::now())) {
            writeln!(text, "{line}").expect("a string");
            if line.contains("http://127.0.0.1:") {
                break;
            }
        }
        let is_up = child.try_wait().expect("a child").is_none() && text.contains("http://127.0.0.1:");
        drop(child.kill());
        drop(child.wait());
        (text, if is_up { 0 } else { -1 })
    }

    /// Does what a comment says; none of its words is for this test otherwise.
    pub fn follow(&self, comment: &str) -> Result<(), String> {
        let io = |error: std::io::Error| error.to_string();
        if let Some((name, from)) = comment.strip_prefix("file: ").and_then(|rest| rest.split_once(" <- ")) {
            let to = self.folder().join(name);
            std::fs::create_dir_all(to.parent().expect("a folder")).map_err(io)?;
            std::fs::copy(root().join(from), to).map(drop).map_err(io)
        } else if let Some((name, change)) =
            comment.strip_prefix("edit: ").and_then(|rest| rest.split_once(": replace \""))
        {
            let file = self.folder().join(name);
            let (from, to) = change.strip_suffix('"').and_then(|c| c.split_once("\" with \"")).ok_or("no such edit")?;
            let (from, to) = (from.replace("\\n", "\n"), to.replace("\\n", "\n"));
            let text = std::fs::read_to_string(&file).map_err(io)?;
            match text.matches(&from).count() {
                1 => std::fs::write(file, text.replace(&from, &to)).map_err(io),
                n => Err(format!("{from:?} is {n} times in {name}:\n{text}")),
            }
        } else {
            Err("what this comment asks for is not known".to_owned())
        }
    }

    /// Puts a block to the end of a file, or makes a file of it.
    pub fn put(&self, how: &str, block: &str) -> Result<(), String> {
        let (how, name) = how.split_once(": ").expect("asked before");
        let file = self.folder().join(name);
        let mut text =
            if how == "append" { std::fs::read_to_string(&file).map_err(|e| e.to_string())? } else { String::new() };
        if !text.is_empty() && !text.ends_with('\n') {
            text.push('\n');
        }
        std::fs::write(&file, text + block).map_err(|error| error.to_string())
    }
}
