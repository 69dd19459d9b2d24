//! The words of the site, of the diagnostics and of the commands: sound files, the same keys in every language, none
//! missing, none unused.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use tiendo::derive::{Family, IN_NEWS, Label};
use tiendo::diag::{Sink, Sources};
use tiendo::i18n::Messages;
use tiendo::model::{AgencyKind, ClauseKind};
use tiendo::theme::Theme;
use walkdir::WalkDir;

/// Folders of message files.
const SITE: &str = "themes/default/messages";
const DIAGNOSTICS: &str = "src/diag/words";
const COMMANDS: &str = "src/cli/words";

fn read(path: impl AsRef<Path>) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    std::fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
}

/// The texts of all files below some folders.
fn texts(folders: &[&str]) -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let files = folders.iter().flat_map(|folder| WalkDir::new(root.join(folder)).sort_by_file_name());
    let files = files.map(|entry| entry.expect("the folder is there")).filter(|entry| entry.file_type().is_file());
    files.map(|entry| (entry.path().display().to_string(), read(entry.path()))).collect()
}

/// Key → names of its values, of one message file.
fn keys(folder: &str, language: &str) -> BTreeMap<String, BTreeSet<String>> {
    let text = read(format!("{folder}/{language}.ftl"));
    let (messages, flaws) = Messages::read(language, &[&text]).expect("a language tag");
    assert!(flaws.is_empty(), "{folder}/{language}.ftl: {flaws:?}");
    let mut found: BTreeMap<_, _> = messages.keys().map(|key| (key.to_owned(), BTreeSet::new())).collect();
    let mut key = "";
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        if let Some((name, _)) = line.split_once(" =").filter(|_| line.starts_with(char::is_alphabetic)) {
            key = name;
        }
        for value in line.split('$').skip(1) {
            let name = value.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
            found.get_mut(key).unwrap_or_else(|| panic!("{line}")).insert(name);
        }
    }
    found
}

/// The literals in code that have the shape of a key: lower-case words joined by hyphens. A key that is put together
/// (`"diff-{}"`) counts as far as its words are whole.
fn literals(code: &str) -> BTreeSet<String> {
    let code = code.split("#[cfg(test)]").next().unwrap_or_default();
    let shaped = |part: &&str| {
        let own = !part.starts_with('-') && !part.ends_with('-');
        part.contains('-') && own && part.chars().all(|c| c.is_ascii_lowercase() || c == '-')
    };
    code.split('"').skip(1).step_by(2).filter(shaped).map(str::to_owned).collect()
}

#[test]
fn every_language_has_every_key() {
    for folder in [SITE, DIAGNOSTICS, COMMANDS] {
        let of = |language| keys(folder, language).into_keys().collect::<BTreeSet<_>>();
        let (vi, en) = (of("vi"), of("en"));
        assert_eq!(vi.symmetric_difference(&en).collect::<Vec<_>>(), Vec::<&String>::new(), "{folder}");
    }
}

/// A site's messages may: English needs a number where Vietnamese has no plural.
#[test]
fn no_language_of_the_commands_needs_another_value() {
    for (vi, en) in keys(COMMANDS, "vi").into_iter().zip(keys(COMMANDS, "en")) {
        // Each language has its own way to write a day.
        assert!(vi == en || vi.0 == "date-day", "{vi:?} {en:?}");
    }
}

#[test]
fn every_key_in_the_commands_has_words() {
    let known = keys(COMMANDS, "vi");
    let heads: BTreeSet<&str> = known.keys().filter_map(|key| Some(key.split_once('-')?.0)).collect();
    let mut used = BTreeSet::new();
    for (path, code) in texts(&["src/cli", "src/publish"]).iter().filter(|(path, _)| path.ends_with(".rs")) {
        let keys = literals(code).into_iter().filter(|key| heads.contains(key.split('-').next().unwrap_or_default()));
        for key in keys {
            assert!(known.contains_key(&key), "{path}: {key}");
            used.insert(key);
        }
    }
    assert!(used.len() > 30, "{used:?}");
}

fn theme() -> Theme {
    let (mut sources, mut sink) = (Sources::default(), Sink::default());
    let theme = Theme::load(Vec::new(), &mut sources, &mut sink);
    theme.unwrap_or_else(|| panic!("{:#?}", sink.into_sorted(&sources)))
}

/// Keys that pages, feeds, calendars and the search ask for: literal ones, and those made of a code.
fn keys_of_the_site() -> BTreeSet<String> {
    let mut keys: BTreeSet<String> = Label::ALL.iter().map(|l| format!("label-{}", l.code())).collect();
    keys.insert(format!("label-{IN_NEWS}"));
    keys.extend(Label::ALL.iter().map(|l| format!("sum-{}", l.code())));
    keys.extend(Family::ALL.iter().map(|f| format!("family-{}", f.code())));
    keys.extend(AgencyKind::ALL.iter().map(|k| format!("kind-{}", k.code())));
    keys.extend(ClauseKind::ALL.iter().map(|k| format!("clause-{}", k.code())));
    // The tables and forms of the downloads bring their own words.
    for (_, code) in texts(&["src/i18n", "src/pages", "src/open_data/feeds", "src/search"]) {
        keys.extend(literals(&code).into_iter().filter(|key| !NOT_KEYS.contains(&key.as_str())));
    }
    // What is not known, and how long a standing duty lasts, are single words.
    keys.extend(["unknown", "until"].map(str::to_owned));
    keys
}

/// Codes that views carry, and names of folders and of formats.
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
    "first-due",
    "last-period",
    "next-period",
    "reported-done",
];

#[test]
fn every_key_of_the_site_has_words() {
    let known = keys(SITE, "vi");
    let missing: Vec<String> = keys_of_the_site().into_iter().filter(|key| !known.contains_key(key)).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn no_key_of_the_site_is_unused() {
    let theme = theme();
    let (used, beginnings) = theme.messages_used();
    let rendered = keys_of_the_site();
    // A key may also reach `t` through a component's argument: `<more key="all-tasks" …/>`.
    let templates: String = texts(&["themes/default/templates"]).into_iter().map(|(_, text)| text).collect();
    let unused: Vec<String> = keys(SITE, "vi")
        .into_keys()
        .filter(|k| !used.contains(&**k) && !rendered.contains(k) && !beginnings.iter().any(|b| k.starts_with(b)))
        .filter(|k| !templates.contains(&format!("key=\"{k}\"")))
        .collect();
    assert!(unused.is_empty(), "{unused:?}");
}

#[test]
fn no_translation_is_a_copy() {
    let theme = theme();
    let of = |language| theme.messages(language).expect("a language of the theme");
    let same = |key: &&str| {
        let (vi, en) = (of("vi").word(key), of("en").word(key));
        vi.is_some_and(|text| text.chars().any(char::is_alphabetic)) && vi == en
    };
    let same: Vec<&str> = of("vi").keys().filter(same).collect();
    assert!(same.is_empty(), "the same in both languages: {same:?}");
}
