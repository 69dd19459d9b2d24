//! The keys of one mapping: those that stand twice, and those that `<<` brings in.

use super::node::{Entry, Value};
use crate::diag::{Code, Diagnostic, Place, Sink};
use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

/// Reports keys that stand twice (the first one counts) and puts merged mappings (`<<`) in place; own keys win.
pub fn merge<'a>(entries: Vec<Entry<'a>>, sink: &mut Sink) -> Vec<Entry<'a>> {
    let small = entries.len() <= 24;
    let new = |(n, entry): (usize, &Entry<'a>)| entry.key != "<<" && entries[..n].iter().all(|e| e.key != entry.key);
    if small && entries.iter().enumerate().all(new) {
        return entries;
    }
    let mut seen: HashMap<Cow<'a, str>, Place> = HashMap::new();
    let mut own: Vec<Entry<'a>> = Vec::with_capacity(entries.len());
    let mut merged = Vec::new();
    for entry in entries {
        let first = if small {
            own.iter().find(|e| e.key == entry.key).map(|e| e.key_at)
        } else {
            seen.insert(entry.key.clone(), entry.key_at)
        };
        match first {
            // A key that is no text was reported as such.
            Some(_) if entry.key.is_empty() => {}
            Some(first) => {
                let twice = Diagnostic::new(Code::DuplicateKey, entry.key_at).arg("key", &*entry.key);
                sink.push(twice.also(first, "first-here"));
            }
            None if entry.key == "<<" => merged.push(entry.node),
            None => own.push(entry),
        }
    }
    let mut names: HashSet<Cow<'a, str>> = HashSet::new();
    if !merged.is_empty() {
        names.extend(own.iter().map(|e| e.key.clone()));
    }
    for node in merged {
        let maps = match node.value {
            Value::List(items) => items,
            Value::Null | Value::Broken | Value::Scalar { .. } | Value::Map(_) => vec![node],
        };
        for map in maps {
            match map.value {
                Value::Map(entries) => {
                    for entry in entries {
                        if names.insert(entry.key.clone()) {
                            own.push(entry);
                        }
                    }
                }
                Value::Broken => {}
                Value::Null | Value::Scalar { .. } | Value::List(_) => {
                    sink.push(Diagnostic::new(Code::YamlSyntax, map.at).arg("reason", "merge"));
                }
            }
        }
    }
    own
}
