//! The messages of one language. A message that is missing, or lacks an argument, is an error and never an empty text.

use super::numbers::within;
use crate::model::Language;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use foldhash::{HashMap, HashMapExt};
use std::collections::BTreeSet;
use std::fmt::{self, Write as _};
use std::ops::Range;
use std::sync::{Arc, RwLock};

/// The messages of one language.
pub struct Messages {
    bundle: FluentBundle<FluentResource>,
    keys: BTreeSet<String>,
    language: String,
    /// Messages without arguments.
    fixed: HashMap<String, Arc<str>>,
    /// Messages with arguments that were said before: the same days and counts come back on many pages.
    memo: RwLock<HashMap<String, Arc<str>>>,
}

/// Messages with arguments that are remembered; a site has few different ones.
const MEMO: usize = 20_000;

/// A value for a message.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Arg<'a> {
    /// Text, put in as it is.
    Text(&'a str),
    /// A count: decides plural forms.
    Count(usize),
    /// Any number: decides plural forms.
    Number(f64),
}

impl<'a> From<&'a str> for Arg<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(text)
    }
}

impl<'a> From<&'a String> for Arg<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(text)
    }
}

/// Why a message cannot be said.
#[derive(Debug, PartialEq, Eq)]
pub enum Unsaid {
    /// There is none with this key.
    Unknown,
    /// An argument is missing, or a term or message that it refers to.
    Lacks {
        /// Fluent's words for it.
        what: String,
        /// The text as far as it can be said.
        text: String,
    },
}

/// Something wrong in a message file.
#[derive(Debug, PartialEq, Eq)]
pub struct Flaw {
    /// Which of the files, by its place in the list.
    pub file: usize,
    /// The bytes at fault.
    pub range: Range<usize>,
    /// What is wrong.
    pub kind: FlawKind,
}

/// What is wrong in a message file.
#[derive(Debug, PartialEq, Eq)]
pub enum FlawKind {
    /// It does not parse: Fluent's words for it.
    Syntax(String),
    /// A key stands twice: the key.
    Duplicate(String),
}

impl Messages {
    /// Reads the files of a language; a later one adds to the earlier ones and overrides them key by key. What can be read
    /// is, whatever the flaws. None if `language` is no BCP 47 tag.
    pub fn read(language: &str, texts: &[&str]) -> Option<(Self, Vec<Flaw>)> {
        let mut bundle = FluentBundle::new_concurrent(vec![language.parse().ok()?]);
        // The marks around values are for scripts of two directions; in everything else they are noise.
        bundle.set_use_isolating(false);
        bundle.add_builtins().expect("NUMBER is added once");
        let (mut keys, mut flaws) = (BTreeSet::new(), Vec::new());
        for (file, text) in texts.iter().enumerate() {
            let mut flaw = |range, kind| flaws.push(Flaw { file, range, kind });
            let resource = FluentResource::try_new((*text).to_owned()).unwrap_or_else(|(resource, errors)| {
                for error in errors {
                    flaw(error.pos.clone(), FlawKind::Syntax(error.kind.to_string()));
                }
                resource
            });
            let mut own = BTreeSet::new();
            for (start, id) in entries(text) {
                if !own.insert(id.to_owned()) {
                    flaw(start..start + id.len(), FlawKind::Duplicate(id.to_owned()));
                }
            }
            keys.append(&mut own);
            bundle.add_resource_overriding(resource);
        }
        keys.retain(|key| bundle.get_message(key).is_some_and(|message| message.value().is_some()));
        let (language, memo) = (language.to_owned(), RwLock::default());
        Some((Self { bundle, keys, language, fixed: HashMap::new(), memo }.with_fixed(), flaws))
    }

    /// A message file that the program carries; a test holds that it has no flaw.
    pub fn carried(language: Language, text: &str) -> Self {
        Self::read(language.code(), &[text]).expect("our codes are BCP 47 tags").0
    }

    /// Groups the digits of every number in a message, as the message `number-group` or else the language says.
    #[must_use]
    pub fn with_grouped_numbers(mut self) -> Self {
        // Fluent takes plain functions, which cannot remember a language.
        self.bundle.set_formatter(Some(match self.word("number-group") {
            Some(",") => |value, _| within(value, ",", "."),
            None if self.language == "en" => |value, _| within(value, ",", "."),
            Some(".") | None => |value, _| within(value, ".", ","),
            Some(_) => |value, _| within(value, "\u{a0}", ","),
        }));
        self.with_fixed()
    }

    fn with_fixed(mut self) -> Self {
        let said = |key: &String| Some((key.clone(), self.format(key, None, &FluentArgs::new()).ok()?.into()));
        self.fixed = self.keys.iter().filter_map(said).collect();
        self
    }

    /// The tag of their language.
    pub fn language(&self) -> &str {
        &self.language
    }

    /// The keys, sorted.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.keys.iter().map(String::as_str)
    }

    /// Whether there is a message of this key.
    pub fn has(&self, key: &str) -> bool {
        self.keys.contains(key)
    }

    /// A message that needs no arguments.
    pub fn word(&self, key: &str) -> Option<&str> {
        self.fixed.get(key).map(|text| &**text)
    }

    /// A message with its arguments.
    ///
    /// # Errors
    /// There is no such message, or it needs another argument.
    pub fn say<'a, V: Copy + Into<Arg<'a>>>(&self, key: &str, args: &[(&str, V)]) -> Result<Arc<str>, Unsaid> {
        if args.is_empty() {
            let fixed = self.fixed.get(key).cloned();
            return fixed.map_or_else(|| Ok(self.format(key, None, &FluentArgs::new())?.into()), Ok);
        }
        let mut spelled = key.to_owned();
        for (name, value) in args {
            // Writing into a string cannot fail.
            let _ = match (*value).into() {
                Arg::Text(text) => write!(spelled, "\0{name}\0{text}"),
                Arg::Count(n) => write!(spelled, "\0{name}\x01{n}"),
                Arg::Number(n) => write!(spelled, "\0{name}\x01{n}"),
            };
        }
        if let Some(text) = self.memo.read().ok().and_then(|memo| memo.get(&spelled).cloned()) {
            return Ok(text);
        }
        let text: Arc<str> = self.format(key, None, &fluent(args))?.into();
        if let Ok(mut memo) = self.memo.write()
            && memo.len() < MEMO
        {
            memo.insert(spelled, Arc::clone(&text));
        }
        Ok(text)
    }

    /// A message or one of its attributes (`.cure`) with arguments, not remembered.
    ///
    /// # Errors
    /// There is none, or it needs another argument.
    pub fn part<'a, V: Copy + Into<Arg<'a>>>(
        &self,
        key: &str,
        name: Option<&str>,
        args: &[(&str, V)],
    ) -> Result<String, Unsaid> {
        self.format(key, name, &fluent(args))
    }

    fn format(&self, key: &str, attribute: Option<&str>, args: &FluentArgs<'_>) -> Result<String, Unsaid> {
        let message = self.bundle.get_message(key);
        let pattern = message.and_then(|message| match attribute {
            Some(name) => message.get_attribute(name).map(|attribute| attribute.value()),
            None => message.value(),
        });
        let mut errors = Vec::new();
        let text = self.bundle.format_pattern(pattern.ok_or(Unsaid::Unknown)?, Some(args), &mut errors);
        match errors.first() {
            None => Ok(text.into_owned()),
            Some(error) => Err(Unsaid::Lacks { what: error.to_string(), text: text.into_owned() }),
        }
    }
}

impl fmt::Debug for Messages {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Messages")
            .field("language", &self.language)
            .field("keys", &self.keys.len())
            .finish_non_exhaustive()
    }
}

fn fluent<'a, V: Copy + Into<Arg<'a>>>(args: &[(&str, V)]) -> FluentArgs<'a> {
    let mut fluent = FluentArgs::with_capacity(args.len());
    for (name, value) in args {
        let name = (*name).to_owned();
        match (*value).into() {
            Arg::Text(text) => fluent.set(name, text),
            Arg::Count(n) => fluent.set(name, n),
            Arg::Number(n) => fluent.set(name, n),
        }
    }
    fluent
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
