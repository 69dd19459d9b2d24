//! The message files of a theme: every word that a reader of the site sees, one file per language.

use super::files::{Layer, Text};
use crate::diag::{Code, Diagnostic, Place, Sink};
use crate::i18n::{Flaw, FlawKind, Messages};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Keys that are listed of a file that lacks some, at most.
const LISTED: usize = 100;

/// The words of all languages.
pub(super) struct Languages {
    pub words: BTreeMap<String, Arc<Messages>>,
    /// The site's own file of a language.
    pub files: BTreeMap<String, Place>,
    /// Keys that a language has to have because the carried ones have them.
    pub needed: BTreeSet<String>,
}

/// Reads the messages of all languages. The site's file adds to the carried one and overrides it key by key.
pub(super) fn read(files: &BTreeMap<String, Vec<Text>>, sink: &mut Sink) -> Languages {
    let mut found = Languages { words: BTreeMap::new(), files: BTreeMap::new(), needed: BTreeSet::new() };
    // Carried languages are complete; a further one is held against them.
    let further = files.values().any(|texts| texts.iter().all(|text| text.layer == Layer::Site));
    for (language, texts) in files {
        let contents: Vec<&str> = texts.iter().map(|text| &*text.content).collect();
        let Some((messages, flaws)) = Messages::read(language, &contents) else {
            let at = texts.first().map(|text| text.place(0..0));
            sink.push(flawed(Diagnostic::new(Code::Message, at), "language", language, "not a language tag"));
            continue;
        };
        for Flaw { file, range, kind } in flaws {
            let diagnostic = Diagnostic::new(Code::Message, texts[file].place(range));
            sink.push(match &kind {
                FlawKind::Syntax(what) => flawed(diagnostic, "syntax", "", what),
                FlawKind::Duplicate(key) => flawed(diagnostic, "duplicate", key, "defined twice"),
            });
        }
        for text in texts {
            match text.layer {
                Layer::Carried if further => found.needed.extend(keys(language, &text.content)),
                Layer::Carried => {}
                Layer::Site => drop(found.files.insert(language.clone(), text.place(0..0))),
            }
        }
        found.words.insert(language.clone(), Arc::new(messages.with_grouped_numbers()));
    }
    found
}

impl Languages {
    /// A file that lacks some keys, as one fault; it lies with the file, or where there is none with the first use.
    pub fn incomplete(&self, language: &str, lacking: &BTreeSet<&str>, first_use: Option<Place>) -> Diagnostic {
        let at = self.files.get(language).copied().or(first_use);
        let more = (lacking.len() > LISTED).then_some("…");
        let list = lacking.iter().copied().take(LISTED).chain(more).collect::<Vec<_>>().join(", ");
        let diagnostic = Diagnostic::new(Code::Message, at).arg("n", lacking.len().to_string()).arg("lacking", list);
        flawed(diagnostic, "incomplete", &format!("messages/{language}.ftl"), "")
    }
}

/// The keys of a carried file.
fn keys(language: &str, text: &str) -> Vec<String> {
    let read = Messages::read(language, &[text]);
    read.iter().flat_map(|(messages, _)| messages.keys()).map(str::to_owned).collect()
}

fn flawed(diagnostic: Diagnostic, kind: &str, name: &str, message: &str) -> Diagnostic {
    diagnostic.arg("kind", kind).arg("name", name).arg("message", message)
}
