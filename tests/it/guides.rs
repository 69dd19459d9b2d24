//! The guides: every command block of the two READMEs and of the guides does what it says. The blocks of a document are
//! run in order, in one fresh folder and one shell. The words behind a fence:
//!
//! - `sh`: every line is run and must succeed. `console`: what begins `$ ` is run, what follows must be printed; `…`
//!   stands for anything, alone on a line for any lines. A mistake that is shown may end with code 1 or 3.
//! - `sh root` and `bat` are run elsewhere (`packaging/`); `sh clone` needs the source tree: its lines are known ones.
//! - `yaml`, `text` and the like are shown only.
//!
//! Comments before a block, on lines of their own, stand for what the reader does there (names are those in the folder
//! that the shell is in): `<!-- file: NAME <- PATH -->` puts a file of the repository there,
//! `<!-- edit: FILE: replace "A" with "B" -->` changes the one place where A is (`\n` is a new line),
//! `<!-- append: FILE -->` and `<!-- write: FILE -->` put the next block to the end of a file, or make a file of it.

use crate::markdown::{Block, Piece, pieces};
use crate::reader::Reader;
use std::path::Path;

/// What a fence may say besides `sh` and `console`.
const SHOWN: &[&str] = &[
    "apache", "bat", "cron", "csv", "diff", "html", "ini", "json", "markdown", "nginx", "sh clone", "sh root", "text",
    "toml", "xml", "yaml",
];

/// Commands that need the source tree, each run by `tests/run.sh` or by the workflows.
const CLONE: &[&str] = &[
    "cargo run --release -- build",
    "cargo run --release -- serve",
    "cargo install --path .",
    "bash tests/run.sh",
    "bash docs/build.sh",
    "bash packaging/build.sh",
];

/// English guides whose names are not their Vietnamese twins'.
const ENGLISH: &[&str] = &["officials", "installing", "numbers", "promises"];

pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The documents whose blocks are run, of those that there are.
fn guides() -> Vec<String> {
    let english = ENGLISH.iter().map(|name| format!("docs/{name}.md"));
    let vietnamese = std::fs::read_dir(root().join("docs/vi"))
        .expect("the guides")
        .map(|entry| format!("docs/vi/{}", entry.expect("a guide").file_name().to_str().expect("a plain name")));
    let all = ["README.md".to_owned(), "README.vi.md".to_owned()].into_iter().chain(english).chain(vietnamese);
    let mut all: Vec<String> = all.filter(|path| path.ends_with(".md") && root().join(path).is_file()).collect();
    // The entry of a fault shows what is wrong on purpose; fixtures hold it.
    all.retain(|path| path != "docs/vi/loi.md" && path != "docs/vi/SUMMARY.md");
    all.sort();
    all
}

/// A command of a block: its line in the document, and what must be printed, if that is shown.
struct Step {
    line: usize,
    command: String,
    shown: Option<String>,
}

fn steps(block: &Block) -> Vec<Step> {
    let is_console = block.info == "console";
    let mut steps: Vec<Step> = Vec::new();
    for (n, line) in block.text.lines().enumerate() {
        let line_of_document = block.line + 1 + n;
        let goes_on =
            steps.last().is_some_and(|s| s.command.ends_with('\\') && s.shown.as_deref().unwrap_or("").is_empty());
        let typed = if is_console { line.strip_prefix("$ ") } else { Some(line) };
        match (typed, steps.last_mut()) {
            (_, Some(last)) if goes_on => {
                let line = if is_console { line.trim_start_matches("> ") } else { line };
                last.command = format!("{}{}", last.command.trim_end_matches('\\'), line.trim_start());
            }
            (Some(typed), _) if typed.trim().is_empty() || typed.trim_start().starts_with('#') => {}
            (Some(typed), _) => steps.push(Step {
                line: line_of_document,
                command: typed.trim_end().to_owned(),
                shown: is_console.then(String::new),
            }),
            (None, Some(Step { shown: Some(shown), .. })) => shown.extend([line, "\n"]),
            (None, _) => panic!("line {line_of_document}: a console begins with a command"),
        }
    }
    steps
}

/// Whether `shown`, in which `…` stands for anything, is what was printed.
fn agrees(shown: &str, printed: &str) -> bool {
    let mut pattern = String::from("^");
    for line in shown.trim_end().lines() {
        if line.trim() == "…" {
            pattern += "(.*\n)*?";
        } else {
            let parts: Vec<String> = line.trim_end().split('…').map(regex::escape).collect();
            pattern.extend([&parts.join("[^\n]*"), " *\n"]);
        }
    }
    let printed = format!("{}\n", printed.trim_end());
    let printed = if printed == "\n" { "" } else { &printed };
    regex::Regex::new(&(pattern + "$")).expect("a pattern").is_match(printed)
}

/// Follows a document as a reader does; tells the first thing that is not as it says.
fn follow(path: &str, text: &str) -> Result<(), String> {
    let reader = Reader::new();
    let mut put: Option<String> = None;
    for piece in pieces(text) {
        let place = |line: usize, what: &str| format!("{path}:{line}: {what}");
        let block = match piece {
            Piece::Comment(line, comment) if comment.starts_with("append: ") || comment.starts_with("write: ") => {
                if put.replace(comment).is_some() {
                    return Err(place(line, "two comments ask for one block"));
                }
                continue;
            }
            Piece::Comment(line, comment) => {
                reader.follow(&comment).map_err(|error| place(line, &format!("{comment}\n{error}")))?;
                continue;
            }
            Piece::Block(block) => block,
            Piece::Link(_) | Piece::Heading(_) | Piece::Prose(..) => continue,
        };
        if let Some(how) = put.take() {
            reader.put(&how, &block.text).map_err(|error| place(block.line, &format!("{how}\n{error}")))?;
            continue;
        }
        if block.info == "sh clone" {
            let known = |line: &str| line.is_empty() || CLONE.contains(&line);
            if let Some(line) = block.text.lines().find(|line| !known(line.split('#').next().unwrap_or("").trim())) {
                return Err(place(block.line, &format!("not among the known commands of the source tree: {line}")));
            }
            continue;
        }
        if SHOWN.contains(&block.info.as_str()) {
            continue;
        }
        if block.info != "sh" && block.info != "console" {
            return Err(place(block.line, &format!("a block of no known kind: {:?}", block.info)));
        }
        for step in steps(&block) {
            let (printed, code) = reader.run(&step.command);
            let fits = match &step.shown {
                Some(shown) => [0, 1, 3].contains(&code) && agrees(shown, &printed),
                None => code == 0,
            };
            if !fits {
                let shown = step.shown.map(|shown| format!("\n--- shown\n{}", shown.trim_end())).unwrap_or_default();
                let what = format!("{}\n--- code {code}, printed\n{}{shown}\n", step.command, printed.trim_end());
                return Err(place(step.line, &what));
            }
        }
    }
    match put {
        Some(how) => Err(format!("{path}: no block after {how}")),
        None => Ok(()),
    }
}

#[test]
fn every_command_block_does_what_it_says() {
    let guides = guides();
    let read = |path: &String| follow(path, &std::fs::read_to_string(root().join(path)).expect("a guide"));
    let wrong: Vec<String> = std::thread::scope(|scope| {
        let running: Vec<_> = guides.iter().map(|path| scope.spawn(move || read(path))).collect();
        running.into_iter().filter_map(|run| run.join().expect("a guide is followed").err()).collect()
    });
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// The test of guides sees what is wrong with one.
#[test]
fn what_is_not_as_a_guide_says_is_told() {
    let told = |text: &str| follow("x.md", text).err().unwrap_or_default();
    let sound = "```sh\nmkdir a && cd a\nexport B=c\n```\n<!-- write: d/../e.yaml -->\n```yaml\nf: 1\n```\n\
        <!-- edit: e.yaml: replace \"1\" with \"2\\n\" -->\n<!-- append: e.yaml -->\n```text\ng\n```\n\
        - in a list:\n  ```console\n  $ echo $B; cat \\\n  > e.yaml\n  c\n  …\n  g\n  ```\n```text\n$ no command\n```\n";
    assert_eq!(told(&sound.replace("d/../", "")), "");
    for (text, part) in [
        ("\n```sh\ntrue\nfalse\n```\n", "x.md:4: false"),
        ("```sh\ncd none\n```\n", "No such file"),
        ("```console\n$ echo a\nb\n```\n", "--- shown\nb"),
        ("```console\n$ echo a\n```\n", "printed\na"),
        ("```console\n$ tiendo no-such-verb\n…\n```\n", "code 2"),
        ("```\ntrue\n```\n", "no known kind"),
        ("```sh clone\nrm -rf /\n```\n", "not among the known"),
        ("<!-- a note -->\n", "not known"),
        ("<!-- file: a <- tests/no-such-file -->\n", "No such file"),
        ("<!-- write: a -->\n", "no block after"),
    ] {
        assert!(told(text).contains(part), "{text}: {}", told(text));
    }
}
