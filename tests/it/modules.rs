//! The shape of the code, read from every line of `src/`: which module may use which (the table of
//! `docs/ARCHITECTURE.md`), no circle of imports between files, a core that knows no clock and no disk.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use walkdir::WalkDir;

/// A module and the modules that it may use.
const TABLE: &[(&str, &[&str])] = &[
    ("os", &[]),
    ("model", &[]),
    ("i18n", &["model"]),
    ("diag", &["model", "i18n"]),
    ("derive", &["model"]),
    ("conclusion", &["model", "diag"]),
    ("load", &["model", "diag", "conclusion", "os"]),
    ("theme", &["model", "diag", "i18n"]),
    ("bundle", &["diag"]),
    ("plan", &["model", "derive", "diag", "bundle"]),
    ("pages", &["model", "derive", "conclusion", "diag", "theme", "i18n", "plan", "bundle", "open_data"]),
    ("open_data", &["model", "derive", "i18n", "plan", "bundle"]),
    ("search", &["model", "derive", "i18n", "plan", "bundle", "open_data"]),
    ("edit", &["model", "diag", "load", "open_data", "os"]),
    ("import", &["model", "diag", "load", "edit"]),
    ("publish", &["bundle", "diag", "os"]),
    ("archive", &["diag", "plan", "search", "publish", "os"]),
    ("serve", &["bundle", "diag"]),
    ("site", &["model", "i18n", "diag", "derive", "load", "theme", "bundle", "plan", "pages", "open_data", "search"]),
    (
        "cli",
        &[
            "model",
            "i18n",
            "diag",
            "derive",
            "load",
            "theme",
            "bundle",
            "plan",
            "open_data",
            "edit",
            "import",
            "publish",
            "archive",
            "serve",
            "site",
            "os",
        ],
    ),
];

/// Modules that are pure, and the files in the others that are not.
const IMPURE: &[&str] = &["os/", "load/disk.rs", "edit/write/", "publish/", "archive/", "serve/", "cli/"];

/// Every file of `src/` but `lib.rs` and `main.rs`, by its path there.
fn files() -> BTreeMap<String, String> {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let entries = WalkDir::new(&src).into_iter().map(|entry| entry.expect("src is readable").into_path());
    let rust = entries.filter(|path| path.extension().is_some_and(|e| e == "rs"));
    let read = |path: std::path::PathBuf| {
        let inside = path.strip_prefix(&src).expect("below src").to_string_lossy().replace('\\', "/");
        (inside, std::fs::read_to_string(path).expect("readable"))
    };
    rust.map(read).filter(|(inside, _)| inside != "lib.rs" && inside != "main.rs").collect()
}

/// The text without comments, and without visibilities that name a module.
fn code(text: &str) -> String {
    let line = |line: &str| line.find("//").map_or(line, |at| &line[..at]).replace("(in crate::", "(in ");
    text.lines().map(line).collect::<Vec<_>>().join("\n")
}

/// The code without what is only compiled for tests: the item after each `#[cfg(test)]`.
fn without_tests(code: &str) -> String {
    let mut out = String::new();
    let mut rest = code;
    while let Some((before, after)) = rest.split_once("#[cfg(test)]") {
        out.push_str(before);
        let end = after.find([';', '{']).expect("an item");
        rest = match after.as_bytes()[end] {
            b';' => &after[end + 1..],
            _ => &after[closing(after, end)..],
        };
    }
    out + rest
}

/// Where the group that opens at `open` is closed.
fn closing(text: &str, open: usize) -> usize {
    let mut depth = 0;
    for (at, c) in text[open..].char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 1 => return open + at + 1,
            '}' => depth -= 1,
            _ => {}
        }
    }
    text.len()
}

/// Every path that begins with `crate`, `super` or `self`, grouped imports opened: `["crate", "model", "Task"]`.
fn paths(code: &str) -> Vec<Vec<String>> {
    let mut found = Vec::new();
    let mut rest = code;
    while let Some(at) = ["crate::", "super::", "self::"].iter().filter_map(|start| rest.find(start)).min() {
        let after_name = rest[..at].chars().next_back().is_some_and(|c| c.is_alphanumeric() || c == '_' || c == ':');
        rest = &rest[at..];
        if after_name {
            rest = &rest[rest.find("::").expect("just found") + 2..];
            continue;
        }
        let mut tree = Vec::new();
        let read = open(rest, &mut Vec::new(), &mut tree);
        rest = &rest[read.max(1)..];
        found.extend(tree);
    }
    found
}

/// Reads one path of a `use` tree; tells how many bytes it took.
fn open(text: &str, before: &mut Vec<String>, found: &mut Vec<Vec<String>>) -> usize {
    let depth = before.len();
    let mut at = 0;
    loop {
        let word: String = text[at..].chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
        at += word.len();
        if !word.is_empty() {
            before.push(word);
        }
        if !text[at..].starts_with("::") {
            break;
        }
        at += 2;
        if text[at..].starts_with('{') {
            let end = closing(text, at);
            let inside = &text[at + 1..end - 1];
            let mut from = 0;
            while from < inside.len() {
                let skipped = inside[from..].len() - inside[from..].trim_start_matches([' ', '\n', ',']).len();
                from += skipped;
                if from >= inside.len() {
                    break;
                }
                from += open(&inside[from..], before, found).max(1);
                // `as name` and the like belong to the path that was read.
                from += inside[from..].find(',').unwrap_or(inside.len() - from);
            }
            before.truncate(depth);
            return end;
        }
    }
    found.push(before.clone());
    before.truncate(depth);
    at
}

/// `pages/index/mod.rs` → `pages::index`
fn module(file: &str) -> String {
    file.trim_end_matches(".rs").trim_end_matches("/mod").replace('/', "::")
}

/// The file that a path in the module `at` leads into, by its module; none where it leads out of `src/`.
fn target<'m>(at: &str, path: &[String], modules: &'m BTreeSet<String>) -> Option<&'m String> {
    let mut parts: Vec<&str> = at.split("::").collect();
    for (n, word) in path.iter().enumerate() {
        match word.as_str() {
            "crate" if n == 0 => parts.clear(),
            "self" => {}
            "super" => drop(parts.pop()),
            word => parts.push(word),
        }
    }
    while !parts.is_empty() {
        if let Some(found) = modules.get(&parts.join("::")) {
            return Some(found);
        }
        parts.pop();
    }
    None
}

#[test]
fn modules_use_only_what_the_table_allows() {
    let table: BTreeMap<&str, BTreeSet<&str>> =
        TABLE.iter().map(|(m, uses)| (*m, uses.iter().copied().collect())).collect();
    let mut broken = Vec::new();
    let mut seen = BTreeSet::new();
    for (file, text) in files() {
        let room = file.split(['/', '.']).next().expect("a name").to_owned();
        let allowed = table.get(room.as_str()).unwrap_or_else(|| panic!("{room} is not in the module table"));
        for path in paths(&code(&text)).iter().filter(|path| path[0] == "crate") {
            let Some(used) = path.get(1).map(String::as_str).filter(|used| table.contains_key(used)) else { continue };
            if used != room && !allowed.contains(used) {
                broken.push(format!("{file}: {room} uses {}", path.join("::")));
            }
        }
        seen.insert(room);
    }
    assert!(broken.is_empty(), "\n{}", broken.join("\n"));
    let missing: Vec<&&str> = table.keys().filter(|room| !seen.contains(**room)).collect();
    assert!(missing.is_empty(), "in the table but not in src: {missing:?}");
}

/// The table is the one that readers are shown.
#[test]
fn the_table_is_the_one_of_the_architecture() {
    let page = include_str!("../../docs/ARCHITECTURE.md");
    for (room, uses) in TABLE.iter().filter(|(room, _)| *room != "cli" && *room != "site") {
        let row = page.lines().find(|line| line.starts_with(&format!("| `{room}/` |")));
        let cells: Vec<&str> = row.unwrap_or_else(|| panic!("no row of {room}")).split('|').map(str::trim).collect();
        let shown: BTreeSet<&str> = cells[3].split(", ").filter(|word| *word != "–").collect();
        assert_eq!(shown, uses.iter().copied().collect(), "{room}");
    }
}

/// Whether `code` has a path that begins with `child`.
fn names(code: &str, child: &str) -> bool {
    code.match_indices(&format!("{child}::"))
        .any(|(at, _)| !code[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == ':'))
}

#[test]
fn no_files_import_each_other_in_a_circle() {
    let files: BTreeMap<String, String> = files().into_iter().map(|(file, text)| (module(&file), text)).collect();
    let modules: BTreeSet<String> = files.keys().cloned().collect();
    let mut imports: BTreeMap<&String, BTreeSet<&String>> = BTreeMap::new();
    for (at, text) in files.iter().filter(|(at, _)| !at.split("::").any(|part| part == "tests")) {
        let code = without_tests(&code(text));
        let paths = paths(&code);
        let used = paths.iter().filter_map(|path| target(at, path, &modules)).filter(|used| *used != at);
        // A folder's own file names its children without a prefix.
        let children = modules.iter().filter(|m| m.strip_prefix(&format!("{at}::")).is_some_and(|c| names(&code, c)));
        imports.insert(modules.get(at).expect("one of them"), used.chain(children).collect());
    }
    // Whoever imports nothing that is left, or is used by nothing that is left, is part of no circle.
    loop {
        let used: BTreeSet<&String> = imports.values().flatten().copied().collect();
        let is_done = |(at, own): (&&String, &BTreeSet<&String>)| {
            !used.contains(*at) || own.iter().all(|used| !imports.contains_key(used))
        };
        let done: BTreeSet<&String> = imports.iter().filter(|entry| is_done(*entry)).map(|(at, _)| *at).collect();
        if done.is_empty() {
            break;
        }
        imports.retain(|at, _| !done.contains(at));
    }
    let left = imports.iter().map(|(at, used)| {
        let inside: Vec<&&String> = used.iter().filter(|used| imports.contains_key(**used)).collect();
        format!("{at} → {inside:?}")
    });
    let left: Vec<String> = left.collect();
    assert!(left.is_empty(), "\n{}", left.join("\n"));
}

/// The reader of paths, which the tests above rest on.
#[test]
fn paths_are_read_whole() {
    let text = code(
        "use crate::{model::{Task, TaskIx}, diag};\nuse super::index::Index; // crate::hidden\nlet x = crate::plan::clash(a);",
    );
    let found: Vec<String> = paths(&text).iter().map(|path| path.join("::")).collect();
    assert_eq!(
        found,
        ["crate::model::Task", "crate::model::TaskIx", "crate::diag", "super::index::Index", "crate::plan::clash"]
    );
    assert_eq!(without_tests("a\n#[cfg(test)]\nmod tests { fn b() {} }\nc").replace(['\n', ' '], ""), "ac");
    let modules = BTreeSet::from(["pages".to_owned(), "pages::index".to_owned()]);
    let of = |at: &str, path: &str| {
        let path: Vec<String> = path.split("::").map(str::to_owned).collect();
        target(at, &path, &modules).cloned()
    };
    assert_eq!(of("pages::home", "super::index::Index").as_deref(), Some("pages::index"));
    assert_eq!(of("pages::home", "super::Pages").as_deref(), Some("pages"));
    assert_eq!(of("pages", "crate::theme::Theme"), None);
}

#[test]
fn main_is_short() {
    let text = include_str!("../../src/main.rs");
    assert!(text.lines().count() <= 25, "main.rs dispatches and nothing else");
}

/// The core knows no clock, no disk and no environment (docs/ARCHITECTURE.md, invariants).
#[test]
fn the_core_is_pure() {
    const BANNED: [&str; 8] =
        ["std::fs", "std::env", "SystemTime", "Instant::now", "Utc::now", "Local::now", "std::process", "std::net"];
    let mut broken = Vec::new();
    for (file, text) in files() {
        if IMPURE.iter().any(|place| file.starts_with(place)) || file.contains("/tests") {
            continue;
        }
        let code = without_tests(&code(&text));
        broken.extend(BANNED.iter().filter(|word| code.contains(**word)).map(|word| format!("{file}: {word}")));
    }
    assert!(broken.is_empty(), "\n{}", broken.join("\n"));
}

/// What differs between systems is in `os` (docs/ARCHITECTURE.md). Tests may look at their disk by themselves.
#[test]
fn only_os_names_a_system() {
    const BANNED: [&str; 7] = ["std::os", "rustix", "winapi_util", "dunce", "(unix)", "(windows)", "target_os"];
    let mut broken = Vec::new();
    for (file, text) in files().iter().filter(|(file, _)| !file.starts_with("os/") && !file.contains("/tests")) {
        let code = without_tests(&code(text));
        broken.extend(BANNED.iter().filter(|word| code.contains(**word)).map(|word| format!("{file}: {word}")));
    }
    assert!(broken.is_empty(), "\n{}", broken.join("\n"));
}
