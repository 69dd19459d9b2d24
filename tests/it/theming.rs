//! `docs/theming.md` lists the fields of every view as the schemas know them. `TIENDO_BLESS=1` writes the lists anew; types
//! and fields keep the order that they have there.

use serde_json::{Map, Value};
use std::fmt::Write as _;
use tiendo::site::view_schemas;

const PATH: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/theming.md");
const BEGIN: &str = "<!-- fields -->\n";
const END: &str = "<!-- end -->\n";

/// All types with fields, by name.
fn types() -> Map<String, Value> {
    let mut found = Map::new();
    for schema in view_schemas().values() {
        let mut schema = schema.as_value().clone();
        found.insert("Base".to_owned(), schema["properties"]["base"].take());
        found.insert("SiteView".to_owned(), schema["properties"]["site"].take());
        found.extend(schema["$defs"].as_object_mut().map(std::mem::take).unwrap_or_default());
    }
    found.retain(|_, schema| schema.get("properties").is_some());
    found
}

/// What may stand in a field, for a reader.
fn kind(schema: &Value) -> String {
    if let Some(name) = schema["$ref"].as_str().and_then(|to| to.strip_prefix("#/$defs/")) {
        return format!("[{name}](#{})", name.to_lowercase());
    }
    if let Some(several) = schema["anyOf"].as_array() {
        return several.iter().map(kind).collect::<Vec<_>>().join(" or ");
    }
    if let Some(held) = schema.get("fragment") {
        return format!("fragment of {}", kind(held));
    }
    if let Some(items) = schema.get("items") {
        let or_none = schema["type"].as_array().is_some_and(|kinds| kinds.iter().any(|kind| kind == "null"));
        let none = if or_none { " or none" } else { "" };
        return format!("list of {}{none}", kind(items).replacen("fragment of", "fragments of", 1));
    }
    let words = |kind: &Value| match kind.as_str() {
        Some("string") => "text",
        Some("integer" | "number") => "number",
        Some("boolean") => "true/false",
        Some("null") => "none",
        Some(_) | None => panic!("no words for {schema}"),
    };
    match &schema["type"] {
        Value::Array(kinds) => kinds.iter().map(words).collect::<Vec<_>>().join(" or "),
        kind => words(kind).to_owned(),
    }
}

/// The description in one line, names of types as links.
fn description(schema: &Value, types: &Map<String, Value>) -> String {
    let text = schema["description"].as_str().unwrap_or_default().replace('\n', " ");
    types.keys().fold(text, |text, name| {
        let linked = format!("[{name}](#{})", name.to_lowercase());
        let mut parts = text.split(&*format!("[`{name}`]")).map(str::to_owned).collect::<Vec<_>>();
        for after in parts.iter_mut().skip(1) {
            // The path that rustdoc needs is no address of a reader's.
            if let Some((_, rest)) = after.strip_prefix('(').and_then(|path| path.split_once(')')) {
                *after = rest.to_owned();
            }
        }
        parts.join(&linked)
    })
}

/// The lists, in the order of `docs`.
fn lists(docs: &str) -> String {
    let types = types();
    let place = |of: &str, text: &str| of.find(text).unwrap_or(of.len());
    let mut names: Vec<&String> = types.keys().collect();
    names.sort_by_key(|name| place(docs, &format!("### {name}\n")));
    let mut out = String::new();
    for name in names {
        let schema = &types[name];
        let section = docs.split_once(&format!("### {name}\n")).map_or("", |(_, rest)| rest);
        let section = section.split("\n### ").next().unwrap_or_default();
        let mut fields: Vec<_> = schema["properties"].as_object().into_iter().flatten().collect();
        fields.sort_by_key(|(field, _)| place(section, &format!("| `{field}` |")));
        let about = description(schema, &types);
        assert!(!about.is_empty(), "{name} has no description");
        let _ = write!(out, "\n### {name}\n{about}\n\n| field | type | meaning |\n|---|---|---|\n");
        for (field, schema) in fields {
            let about = description(schema, &types);
            assert!(!about.is_empty(), "{name}.{field} has no description");
            let _ = writeln!(out, "| `{field}` | {} | {about} |", kind(schema));
        }
    }
    out
}

#[test]
fn the_docs_have_every_field() {
    let docs = std::fs::read_to_string(PATH).expect("the docs");
    let start = docs.find(BEGIN).expect("the lists begin") + BEGIN.len();
    let end = start + docs[start..].find(END).expect("the lists end");
    let out = format!("{}{}\n{}", &docs[..start], lists(&docs[start..end]), &docs[end..]);
    if std::env::var_os("TIENDO_BLESS").is_some() {
        std::fs::write(PATH, &out).expect("the docs written");
    } else {
        assert!(docs == out, "docs/theming.md is behind the views (TIENDO_BLESS=1 to write it)");
    }
}

#[test]
fn the_docs_have_every_template_and_what_it_gets() {
    let docs = std::fs::read_to_string(PATH).expect("the docs");
    for (template, schema) in view_schemas() {
        let row = docs.lines().find(|line| line.starts_with(&format!("| `{template}` |")));
        let row = row.unwrap_or_else(|| panic!("docs/theming.md does not name {template}"));
        let view = schema.as_value()["properties"]["view"]["$ref"].as_str();
        let view = view.map_or("none", |to| to.trim_start_matches("#/$defs/"));
        assert!(row.contains(view), "docs/theming.md does not say that {template} gets {view}: {row}");
    }
}

/// Templates are read by people: no line is longer than a wide window. The style sheet is one file that loads at once.
#[test]
fn the_theme_stays_small() {
    let theme = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/default");
    let mut long = Vec::new();
    for path in crate::sample::files(&theme.join("templates")) {
        let text = std::fs::read_to_string(theme.join("templates").join(&path)).expect("a template");
        let lines = text.lines().enumerate().filter(|(_, line)| line.chars().count() > 200);
        long.extend(lines.map(|(n, _)| format!("{path}:{}", n + 1)));
    }
    assert!(long.is_empty(), "lines over 200 characters: {long:?}");
    let size = std::fs::metadata(theme.join("assets/site.css")).expect("the style sheet").len();
    assert!(size < 40_000, "{size} bytes");
}
