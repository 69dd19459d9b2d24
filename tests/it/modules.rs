//! The module table of `docs/ARCHITECTURE.md`: which module may use which. Reads every `crate::` path in `src/`.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use walkdir::WalkDir;

/// A module and the modules that it may use.
const TABLE: &[(&str, &[&str])] = &[
    ("model", &[]),
    ("i18n", &["model"]),
    ("diag", &["i18n"]),
    ("derive", &["model"]),
    ("conclusion", &["model", "diag"]),
    ("load", &["model", "diag", "conclusion"]),
    ("theme", &["diag", "i18n"]),
    ("bundle", &["diag"]),
    ("plan", &["model", "derive", "diag", "bundle"]),
    ("pages", &["model", "derive", "conclusion", "theme", "diag", "i18n", "plan", "bundle", "open_data"]),
    ("open_data", &["model", "derive", "i18n", "plan", "bundle"]),
    ("search", &["model", "derive", "i18n", "plan", "bundle", "open_data"]),
    ("publish", &["bundle", "diag"]),
    ("serve", &["bundle", "diag"]),
    ("edit", &["model", "diag", "load", "open_data"]),
    (
        "cli",
        &[
            "model",
            "i18n",
            "diag",
            "derive",
            "conclusion",
            "load",
            "theme",
            "bundle",
            "plan",
            "pages",
            "open_data",
            "search",
            "publish",
            "serve",
            "edit",
        ],
    ),
];

#[test]
fn modules_use_only_what_the_table_allows() {
    let table: BTreeMap<&str, BTreeSet<&str>> =
        TABLE.iter().map(|(m, uses)| (*m, uses.iter().copied().collect())).collect();
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut broken = Vec::new();
    let mut seen = BTreeSet::new();
    for entry in WalkDir::new(&src).sort_by_file_name() {
        let entry = entry.expect("src is readable");
        let path = entry.path();
        if path.extension().is_none_or(|e| e != "rs") {
            continue;
        }
        let inside = path.strip_prefix(&src).expect("below src");
        let module = inside.components().next().expect("a name").as_os_str().to_str().expect("UTF-8");
        if matches!(module, "lib.rs" | "main.rs") {
            continue;
        }
        seen.insert(module.to_owned());
        let allowed = table.get(module).unwrap_or_else(|| panic!("{module} is not in the module table"));
        let text = std::fs::read_to_string(path).expect("readable");
        for (n, line) in text.lines().enumerate().filter(|(_, l)| !l.trim_start().starts_with("//")) {
            for used in crate_paths(line) {
                let known = table.contains_key(used.as_str());
                if known && used != module && !allowed.contains(used.as_str()) {
                    broken.push(format!("{}:{}: {module} uses {used}: {}", inside.display(), n + 1, line.trim()));
                }
            }
        }
    }
    assert!(broken.is_empty(), "\n{}", broken.join("\n"));
    for (module, _) in TABLE {
        assert!(seen.contains(*module), "{module} is in the table but not in src");
    }
}

/// The module of every `crate::module…` in a line, grouped imports included.
fn crate_paths(line: &str) -> Vec<String> {
    let mut found = Vec::new();
    for (at, _) in line.match_indices("crate::") {
        let rest = &line[at + "crate::".len()..];
        if let Some(group) = rest.strip_prefix('{') {
            for part in group.split([',', '}']) {
                found.push(word(part.trim()));
            }
        } else {
            found.push(word(rest));
        }
    }
    found
}

fn word(text: &str) -> String {
    text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect()
}

#[test]
fn main_is_short() {
    let text = include_str!("../../src/main.rs");
    assert!(text.lines().count() <= 25, "main.rs dispatches and nothing else");
}

/// The core knows no clock, no disk and no environment (docs/ARCHITECTURE.md, invariants).
#[test]
fn the_core_is_pure() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut broken = Vec::new();
    for entry in WalkDir::new(&src).sort_by_file_name() {
        let entry = entry.expect("src is readable");
        let inside = entry.path().strip_prefix(&src).expect("below src").to_string_lossy().replace('\\', "/");
        let module = inside.split('/').next().unwrap_or_default();
        let pure = matches!(
            module,
            "model" | "diag" | "derive" | "conclusion" | "theme" | "bundle" | "plan" | "pages" | "open_data" | "search"
        ) || (module == "load" && inside != "load/disk.rs")
            || (module == "edit" && inside != "edit/write.rs");
        let of_tests = inside.contains("/tests");
        if !pure || of_tests || !inside.ends_with(".rs") {
            continue;
        }
        let text = std::fs::read_to_string(entry.path()).expect("readable");
        let code = text.split("#[cfg(test)]").next().unwrap_or_default();
        for (n, line) in code.lines().enumerate().filter(|(_, l)| !l.trim_start().starts_with("//")) {
            for banned in [
                "std::fs",
                "std::env",
                "SystemTime",
                "Instant::now",
                "Utc::now",
                "Local::now",
                "std::process",
                "std::net",
            ] {
                if line.contains(banned) {
                    broken.push(format!("{inside}:{}: {}", n + 1, line.trim()));
                }
            }
        }
    }
    assert!(broken.is_empty(), "\n{}", broken.join("\n"));
}
