//! The message files of a theme: every word that a reader of the site sees, one file per language.

use super::files::Text;
use crate::diag::{Code, Diagnostic, Sink};
use crate::i18n::{Flaw, FlawKind, Messages};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Reads the messages of all languages. The site's file adds to the carried one and overrides it key by key.
pub(super) fn read(files: BTreeMap<String, Vec<Text>>, sink: &mut Sink) -> BTreeMap<String, Arc<Messages>> {
    let mut found = BTreeMap::new();
    for (language, texts) in files {
        let contents: Vec<&str> = texts.iter().map(|text| &*text.content).collect();
        let Some((messages, flaws)) = Messages::read(&language, &contents) else {
            let at = texts.first().map(|text| text.place(0..0));
            sink.push(flawed(Diagnostic::new(Code::Message, at), "language", &language, "not a language tag"));
            continue;
        };
        for Flaw { file, range, kind } in flaws {
            let diagnostic = Diagnostic::new(Code::Message, texts[file].place(range));
            sink.push(match &kind {
                FlawKind::Syntax(what) => flawed(diagnostic, "syntax", "", what),
                FlawKind::Duplicate(key) => flawed(diagnostic, "duplicate", key, "defined twice"),
            });
        }
        found.insert(language, Arc::new(messages.with_grouped_numbers()));
    }
    found
}

fn flawed(diagnostic: Diagnostic, kind: &str, name: &str, message: &str) -> Diagnostic {
    diagnostic.arg("kind", kind).arg("name", name).arg("message", message)
}
