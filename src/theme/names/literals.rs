//! Messages, assets and components that templates name outright: known to be there before anything is rendered.

use super::tokens::{Kind, Tag, Token, argument, inside, is, name, pieces};
use crate::diag::Sink;
use crate::i18n::Messages;
use crate::theme::assets::Assets;
use crate::theme::diagnostic::{Problem, Texts};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

#[derive(Debug)]
struct Literal {
    template: String,
    start: usize,
    text: String,
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
        words: &BTreeMap<String, Arc<Messages>>,
        assets: &Assets,
        components: &BTreeSet<&str>,
        sink: &mut Sink,
    ) {
        let mut tell = |literal: &Literal, problem: Problem| {
            sink.push(problem.at(texts, &literal.template, literal.start, literal.start + literal.text.len() + 2));
        };
        for key in &self.keys {
            let lacking: Vec<_> = words.values().filter(|w| !w.has(&key.text)).collect();
            if !lacking.is_empty() {
                let languages: Vec<_> = lacking.iter().map(|w| w.language()).collect();
                let problem = Problem::unknown_message(&key.text, &languages);
                tell(key, problem.instead_of(lacking.iter().flat_map(|w| w.keys())));
            }
        }
        for name in self.assets.iter().filter(|a| assets.path(&a.text).is_none()) {
            tell(name, Problem::unknown_asset(&name.text).instead_of(assets.names()));
        }
        for name in self.shown.iter().filter(|shown| !components.contains(shown.text.as_str())) {
            tell(name, Problem::unknown_component(&name.text).instead_of(components.iter().copied()));
        }
    }

    pub(in crate::theme) fn messages_used(&self) -> (BTreeSet<&str>, BTreeSet<&str>) {
        let keys = self.keys.iter().map(|k| k.text.as_str()).collect();
        (keys, self.prefixes.iter().map(String::as_str).collect())
    }
}
