//! The words of the default theme: the same keys in every language, none missing, none unused.

use std::collections::BTreeSet;
use std::path::Path;
use tiendo::derive::Label;
use tiendo::diag::{Sink, Sources};
use tiendo::model::AgencyKind;
use tiendo::theme::Theme;
use walkdir::WalkDir;

fn theme() -> Theme {
    let (mut sources, mut sink) = (Sources::default(), Sink::default());
    let theme = Theme::load(Vec::new(), &mut sources, &mut sink);
    theme.unwrap_or_else(|| panic!("{:#?}", sink.into_sorted(&sources)))
}

/// Keys that pages, feeds and calendars ask for: literal ones, and those made of a code.
fn keys_of_the_renderer() -> BTreeSet<String> {
    let mut keys: BTreeSet<String> = Label::ALL.iter().map(|l| format!("label-{}", l.code())).collect();
    keys.extend(AgencyKind::ALL.iter().map(|k| format!("kind-{}", k.code())));
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    // The dictionary of the downloads brings its own words.
    let dictionary = src.join("render/dictionary");
    let files = ["render", "export/atom.rs", "export/ical.rs", "export/find"].map(|part| WalkDir::new(src.join(part)));
    for entry in files.into_iter().flatten() {
        let entry = entry.expect("readable");
        if !entry.file_type().is_file() || entry.path().starts_with(&dictionary) {
            continue;
        }
        let text = std::fs::read_to_string(entry.path()).expect("readable");
        let code = text.split("#[cfg(test)]").next().unwrap_or_default();
        // Message keys are the only literals of this shape: lower-case words joined by hyphens, with at least one.
        for (n, part) in code.split('"').enumerate() {
            let shape = part.contains('-') && part.chars().all(|c| c.is_ascii_lowercase() || c == '-');
            let own = !part.starts_with('-') && !part.ends_with('-');
            if n % 2 == 1 && shape && own && !NOT_KEYS.contains(&part) {
                keys.insert(part.to_owned());
            }
        }
    }
    keys.insert("unknown".to_owned());
    keys
}

/// Codes that views carry, and names of folders.
const NOT_KEYS: &[&str] = &[
    "nhiem-vu",
    "co-quan",
    "phien-hop",
    "linh-vuc",
    "phuong-phap",
    "all-members",
    "not-found",
    "open-group",
    "late-done",
    "gia-han",
    "dinh-ky",
    "past-due",
    "thay-doi",
    "changes-month",
    "bao-cao",
    "qua-han",
    "sap-den-han",
    "chua-co-thong-tin",
    "da-hoan-thanh",
    "tim-kiem",
    "tro-nang",
    "calendar-month",
];

#[test]
fn every_language_has_every_key() {
    let theme = theme();
    let of = |language| theme.messages(language).into_iter().map(str::to_owned).collect::<BTreeSet<String>>();
    let (vi, en) = (of("vi"), of("en"));
    assert_eq!(vi.difference(&en).collect::<Vec<_>>(), Vec::<&String>::new(), "not in English");
    assert_eq!(en.difference(&vi).collect::<Vec<_>>(), Vec::<&String>::new(), "not in Vietnamese");
    let missing: Vec<String> = keys_of_the_renderer().into_iter().filter(|k| !vi.contains(k)).collect();
    assert!(missing.is_empty(), "asked for by the renderer: {missing:?}");
}

#[test]
fn no_key_is_unused() {
    let theme = theme();
    let (used, beginnings) = theme.messages_used();
    let rendered = keys_of_the_renderer();
    // A key may also reach `t` through a component's argument: `<more key="all-tasks" …/>`.
    let mut templates = String::new();
    for entry in WalkDir::new(Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/default/templates")) {
        let entry = entry.expect("readable");
        if entry.file_type().is_file() {
            templates.push_str(&std::fs::read_to_string(entry.path()).expect("readable"));
        }
    }
    let unused: Vec<&str> = theme
        .messages("vi")
        .into_iter()
        .filter(|k| !used.contains(k) && !rendered.contains(*k) && !beginnings.iter().any(|b| k.starts_with(b)))
        .filter(|k| !templates.contains(&format!("key=\"{k}\"")))
        .collect();
    assert!(unused.is_empty(), "{unused:?}");
}

#[test]
fn no_translation_is_a_copy() {
    let theme = theme();
    let same: Vec<&str> = theme
        .messages("vi")
        .into_iter()
        .filter(|k| {
            let (vi, en) = (theme.message("vi", k), theme.message("en", k));
            vi.is_some() && vi == en && vi.is_some_and(|t| t.chars().any(char::is_alphabetic))
        })
        .collect();
    assert!(same.is_empty(), "the same in both languages: {same:?}");
}
