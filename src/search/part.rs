//! A part of a published search: what finds the things that are kept, and nothing else.

use super::script::{json, script};
use super::terms::{add, file_name, numbers};
use crate::plan::route::SEARCH;
use serde_json::{Map, Value};
use std::collections::{BTreeMap, BTreeSet};

type Files = BTreeMap<String, Vec<u8>>;

/// Takes out of the files of a published search what leads to an address that is not kept.
///
/// # Errors
/// The path of a file that this version has not written so.
pub(crate) fn keep(files: &mut Files, kept: impl Fn(&str) -> bool) -> Result<(), String> {
    let head_at = format!("{SEARCH}/dau.js");
    if files.is_empty() {
        return Ok(());
    }
    let mut head = object(files, &head_at)?;
    let in_a_file = head.get("file").and_then(Value::as_u64).ok_or(&head_at)?;

    let mut found = BTreeSet::new();
    for path in below(files, "muc/") {
        let name = path.strip_prefix(SEARCH).and_then(|name| name.strip_prefix("/muc/")?.strip_suffix(".js"));
        let place = name
            .and_then(|name| name.split_once('-'))
            .and_then(|(k, n)| Some((k.parse::<u32>().ok()?, n.parse::<u32>().ok()?)));
        let (kind, file) = place.ok_or(&path)?;
        let base = (kind << 24) + file * u32::try_from(in_a_file).unwrap_or_default();
        let mut records = object(files, &path)?;
        records.retain(|_, record| {
            let address = record.get(1).and_then(Value::as_str).unwrap_or_default();
            kept(address.split('#').next().unwrap_or_default())
        });
        found.extend(records.keys().filter_map(|n| Some(base + n.parse::<u32>().ok()?)));
        put(files, &path, records);
    }
    for path in below(files, "tu/") {
        let mut words = object(files, &path)?;
        words.retain(|_, forms| {
            let Some(forms) = forms.as_array_mut() else { return false };
            forms.retain_mut(|form| has_any(form, &found));
            !forms.is_empty()
        });
        put(files, &path, words);
    }
    if let Some(parts) = head.get_mut("parts").and_then(Value::as_array_mut) {
        let there = |part: &Value| {
            part.as_str().is_some_and(|part| files.contains_key(&format!("{SEARCH}/tu/{}.js", file_name(part))))
        };
        parts.retain(there);
    }
    files.insert(head_at, script(&Value::Object(head).to_string()));
    Ok(())
}

/// Leaves in a form of a word, `["hàng", "A", "", "B"]`, the numbers that are found; whether there are any.
fn has_any(form: &mut Value, found: &BTreeSet<u32>) -> bool {
    let mut any = false;
    for list in form.as_array_mut().into_iter().flatten().skip(1) {
        let (mut kept, mut last) = (String::new(), 0);
        for n in numbers(list.as_str().unwrap_or_default()).filter(|n| found.contains(n)) {
            add(n - last, &mut kept);
            last = n;
        }
        any |= !kept.is_empty();
        *list = kept.into();
    }
    any
}

fn below(files: &Files, folder: &str) -> Vec<String> {
    let folder = format!("{SEARCH}/{folder}");
    files.keys().filter(|path| path.starts_with(&folder)).cloned().collect()
}

fn object(files: &Files, path: &str) -> Result<Map<String, Value>, String> {
    let text = files.get(path).and_then(|bytes| json(bytes));
    text.and_then(|text| serde_json::from_str(text).ok()).ok_or_else(|| path.to_owned())
}

/// What is empty is asked for by nobody but the records, whose files have numbers.
fn put(files: &mut Files, path: &str, object: Map<String, Value>) {
    if object.is_empty() {
        files.remove(path);
    } else {
        files.insert(path.to_owned(), script(&Value::Object(object).to_string()));
    }
}
