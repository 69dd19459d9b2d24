//! Messages: every word that a reader of the site sees, in Fluent, one file per language.
//!
//! A message that is missing, or lacks an argument, is a fault; it is never an empty text.

use super::{Arg, Text};
use crate::diag::{Code, Diagnostic, Place, Sink};
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::types::FluentNumber;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use foldhash::{HashMap, HashMapExt};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::{self, Write as _};
use std::sync::{Arc, RwLock};
use tera::Value;

/// The messages of one language.
pub(super) struct Words {
    bundle: FluentBundle<FluentResource>,
    keys: BTreeSet<String>,
    language: String,
    /// Messages without arguments, said once and for all.
    fixed: HashMap<String, Value>,
    /// Messages with arguments that were said before: the same days and counts come back on many pages.
    said: RwLock<HashMap<String, Value>>,
}

/// Messages with arguments that are kept; a site has few different ones.
const MOST_KEPT: usize = 20_000;

/// Why a message cannot be said.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Unsaid {
    /// There is none with this key.
    Unknown,
    /// An argument is missing, or a term or message that it refers to: the name.
    Lacks(String),
}

/// Reads the messages of all languages. The site's file adds to the carried one and overrides it key by key.
pub(super) fn read(files: BTreeMap<String, Vec<Text>>, sink: &mut Sink) -> BTreeMap<String, Arc<Words>> {
    let mut found = BTreeMap::new();
    for (language, texts) in files {
        if let Some(words) = Words::read(&language, &texts, sink) {
            found.insert(language, Arc::new(words));
        }
    }
    found
}

impl Words {
    fn read(language: &str, texts: &[Text], sink: &mut Sink) -> Option<Self> {
        let first = texts.first()?;
        let Ok(locale) = language.parse() else {
            sink.push(fault(first, 0..0, "language", language, "not a language tag"));
            return None;
        };
        let mut bundle = FluentBundle::new_concurrent(vec![locale]);
        bundle.set_use_isolating(false);
        bundle.add_builtins().expect("NUMBER is added once");
        let mut keys = BTreeSet::new();
        for text in texts {
            let resource = FluentResource::try_new(text.content.to_string()).unwrap_or_else(|(resource, errors)| {
                for error in errors {
                    sink.push(fault(text, error.pos.clone(), "syntax", "", &error.kind.to_string()));
                }
                resource
            });
            let mut own = BTreeSet::new();
            for (start, id) in entries(&text.content) {
                if !own.insert(id.to_owned()) {
                    sink.push(fault(text, start..start + id.len(), "duplicate", id, "defined twice"));
                }
            }
            keys.append(&mut own);
            bundle.add_resource_overriding(resource);
        }
        let group = bundle
            .get_message("number-group")
            .and_then(|m| m.value())
            .map(|pattern| bundle.format_pattern(pattern, None, &mut Vec::new()).into_owned());
        bundle.set_formatter(Some(match group.as_deref() {
            Some(",") => grouped_by_commas,
            None if language == "en" => grouped_by_commas,
            Some(".") | None => grouped_by_stops,
            Some(_) => grouped_by_spaces,
        }));
        keys.retain(|key| bundle.get_message(key).is_some_and(|m| m.value().is_some()));
        let (language, said) = (language.to_owned(), RwLock::default());
        let mut words = Self { bundle, keys, language, fixed: HashMap::new(), said };
        let none = FluentArgs::new();
        let fixed = words.keys.iter().filter_map(|k| Some((k.clone(), Value::from(words.format(k, &none).ok()?))));
        words.fixed = fixed.collect();
        Some(words)
    }

    /// A message without arguments.
    pub(super) fn fixed(&self, key: &str) -> Option<&Value> {
        self.fixed.get(key)
    }

    /// A message with arguments, out of those said before if `spelled` (the key with its arguments) is among them.
    pub(super) fn kept(&self, spelled: &str, say: impl FnOnce() -> Result<String, Unsaid>) -> Result<Value, Unsaid> {
        if let Some(value) = self.said.read().ok().and_then(|said| said.get(spelled).cloned()) {
            return Ok(value);
        }
        let value = Value::from(say()?);
        if let Ok(mut said) = self.said.write()
            && said.len() < MOST_KEPT
        {
            said.insert(spelled.to_owned(), value.clone());
        }
        Ok(value)
    }

    /// The keys, sorted.
    pub(super) fn keys(&self) -> impl Iterator<Item = &str> {
        self.keys.iter().map(String::as_str)
    }

    pub(super) fn has(&self, key: &str) -> bool {
        self.keys.contains(key)
    }

    pub(super) fn language(&self) -> &str {
        &self.language
    }

    /// A message with its arguments.
    pub(super) fn say(&self, key: &str, args: &[(&str, Arg<'_>)]) -> Result<String, Unsaid> {
        if args.is_empty() {
            let fixed = self.fixed(key).and_then(Value::as_str).map(str::to_owned);
            return fixed.map_or_else(|| self.format(key, &FluentArgs::new()), Ok);
        }
        let mut spelled = key.to_owned();
        for (name, value) in args {
            let _ = match value {
                Arg::Text(text) => write!(spelled, "\0{name}\0{text}"),
                Arg::Count(n) => write!(spelled, "\0{name}\x01{n}"),
            };
        }
        let value = self.kept(&spelled, || self.say_anew(key, args))?;
        Ok(value.as_str().unwrap_or_default().to_owned())
    }

    fn say_anew(&self, key: &str, args: &[(&str, Arg<'_>)]) -> Result<String, Unsaid> {
        let mut fluent = FluentArgs::with_capacity(args.len());
        for (name, value) in args {
            match value {
                Arg::Text(text) => fluent.set(*name, *text),
                Arg::Count(n) => fluent.set(*name, *n),
            }
        }
        self.format(key, &fluent)
    }

    /// The same for arguments as Fluent has them.
    pub(super) fn format(&self, key: &str, args: &FluentArgs<'_>) -> Result<String, Unsaid> {
        let pattern = self.bundle.get_message(key).and_then(|m| m.value()).ok_or(Unsaid::Unknown)?;
        let mut errors = Vec::new();
        let text = self.bundle.format_pattern(pattern, Some(args), &mut errors);
        match errors.first() {
            None => Ok(text.into_owned()),
            Some(error) => Err(Unsaid::Lacks(error.to_string())),
        }
    }
}

impl fmt::Debug for Words {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Words")
            .field("language", &self.language)
            .field("keys", &self.keys.len())
            .finish_non_exhaustive()
    }
}

/// The ids of messages with the bytes they stand at: an entry begins in the first column, its other lines do not.
fn entries(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let line_start = |line: &str| line.as_ptr() as usize - text.as_ptr() as usize;
    text.lines().filter_map(move |line| {
        let (id, _) = line.split_once('=')?;
        let id = id.trim_end();
        let good = id.starts_with(|c: char| c.is_ascii_alphabetic())
            && id.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_'));
        good.then_some((line_start(line), id))
    })
}

fn fault(text: &Text, range: std::ops::Range<usize>, kind: &str, name: &str, message: &str) -> Diagnostic {
    let narrow = |n: usize| u32::try_from(n.min(text.content.len())).unwrap_or(u32::MAX);
    let place = Place { file: text.file, start: narrow(range.start), end: narrow(range.end) };
    Diagnostic::new(Code::Message, place).arg("kind", kind).arg("name", name).arg("message", message)
}

fn grouped_by_stops<M>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    grouped(value, '.', ',')
}

fn grouped_by_commas<M>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    grouped(value, ',', '.')
}

fn grouped_by_spaces<M>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    grouped(value, '\u{a0}', ',')
}

/// A number in groups of three digits, unless the message says otherwise (`NUMBER($n, useGrouping: "false")`).
fn grouped(value: &FluentValue<'_>, group: char, decimal: char) -> Option<String> {
    let FluentValue::Number(number @ FluentNumber { options, .. }) = value else { return None };
    let plain = number.as_string();
    let (sign, digits) = plain.strip_prefix('-').map_or(("", &*plain), |digits| ("-", digits));
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let mut out = sign.to_owned();
    for (n, digit) in whole.chars().enumerate() {
        if options.use_grouping && n > 0 && (whole.len() - n) % 3 == 0 {
            out.push(group);
        }
        out.push(digit);
    }
    if !fraction.is_empty() {
        out.push(decimal);
        out.push_str(fraction);
    }
    Some(out)
}
