//! Messages, assets and components that templates name outright: known to be there before anything is rendered.

use super::tokens::{Kind, Tag, Token, argument, inside, is, name, pieces};
use crate::diag::{Diagnostic, Place, Sink};
use crate::i18n::Messages;
use crate::theme::assets::Assets;
use crate::theme::diagnostic::{Problem, Texts};
use crate::theme::messages::Languages;
use std::collections::{BTreeMap, BTreeSet};

#[derive(Debug)]
struct Literal {
    template: String,
    start: usize,
    text: String,
}

impl Literal {
    /// Where it stands, its quotes included.
    fn place(&self, texts: &Texts) -> Option<Place> {
        Some(texts.get(&self.template)?.place(self.start..self.start + self.text.len() + 2))
    }
}

#[derive(Debug, Default)]
pub(in crate::theme) struct Literals {
    keys: Vec<Literal>,
    /// Beginnings of keys that are put together: `t(key="unit-" ~ unit)`.
    prefixes: BTreeSet<String>,
    assets: Vec<Literal>,
    shown: Vec<Literal>,
}

impl Literals {
    pub(in crate::theme) fn read(tags: &BTreeMap<&str, Vec<Tag<'_>>>) -> Self {
        let mut found = Self::default();
        for (template, tags) in tags {
            for Tag { tokens, .. } in tags {
                for mut at in 0..tokens.len() {
                    let field = at > 0 && [".", "?.", "|"].iter().any(|sign| is(tokens, at - 1, sign));
                    let Some(function) = name(tokens, at).filter(|_| !field && is(tokens, at + 1, "(")) else {
                        continue;
                    };
                    at += 1;
                    found.call(template, function, inside(tokens, &mut at));
                }
            }
        }
        found
    }

    fn call(&mut self, template: &str, function: &str, given: &[Token<'_>]) {
        let (parameter, literals) = match function {
            "t" => ("key", &mut self.keys),
            "asset" => ("name", &mut self.assets),
            "show" => ("component", &mut self.shown),
            _ => return,
        };
        let value = pieces(given).map(argument).find(|(name, _)| *name == Some(parameter)).map(|(_, value)| value);
        match value {
            Some([Token { kind: Kind::Text, text, start }]) => {
                literals.push(Literal { template: template.to_owned(), start: *start, text: (*text).to_owned() });
            }
            Some([Token { kind: Kind::Text, text, .. }, ..]) if function == "t" => {
                self.prefixes.insert((*text).to_owned());
            }
            // What only a variable names may be any.
            Some(_) | None => {}
        }
    }

    /// Every key exists in every language, every asset and every component exists.
    pub(in crate::theme) fn check(
        &self,
        texts: &Texts,
        languages: &Languages,
        assets: &Assets,
        components: &BTreeSet<&str>,
        sink: &mut Sink,
    ) {
        let mut tell = |literal: &Literal, problem: Problem| {
            sink.push(problem.into_diagnostic(literal.place(texts)));
        };
        let words = || languages.words.values();
        for key in self.keys.iter().filter(|key| !words().any(|w| w.has(&key.text))) {
            let names: Vec<_> = words().map(|w| w.language()).collect();
            tell(key, Problem::unknown_message(&key.text, &names).instead_of(words().flat_map(|w| w.keys())));
        }
        for name in self.assets.iter().filter(|a| assets.path(&a.text).is_none()) {
            tell(name, Problem::unknown_asset(&name.text).instead_of(assets.names()));
        }
        for name in self.shown.iter().filter(|shown| !components.contains(shown.text.as_str())) {
            tell(name, Problem::unknown_component(&name.text).instead_of(components.iter().copied()));
        }
        for words in words() {
            self.incomplete(texts, languages, words).into_iter().for_each(|fault| sink.push(fault));
        }
    }

    /// What a language lacks although another has it, as one fault.
    fn incomplete(&self, texts: &Texts, languages: &Languages, words: &Messages) -> Option<Diagnostic> {
        let elsewhere = |key: &str| languages.words.values().any(|other| other.has(key));
        let used = || self.keys.iter().filter(|key| !words.has(&key.text) && elsewhere(&key.text));
        let needed = languages.needed.iter().map(String::as_str).filter(|key| !words.has(key));
        let lacking: BTreeSet<&str> = used().map(|key| key.text.as_str()).chain(needed).collect();
        let first_use = used().next().and_then(|key| key.place(texts));
        (!lacking.is_empty()).then(|| languages.incomplete(words.language(), &lacking, first_use))
    }

    pub(in crate::theme) fn messages_used(&self) -> (BTreeSet<&str>, BTreeSet<&str>) {
        let keys = self.keys.iter().map(|k| k.text.as_str()).collect();
        (keys, self.prefixes.iter().map(String::as_str).collect())
    }
}
