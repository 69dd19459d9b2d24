//! Messages, assets and components that templates name outright: known to be there before anything is rendered.

use super::code::{Code, dotted};
use super::lexer::{Kind, Lexed, Token};
use crate::diag::{Sink, closest};
use crate::i18n::Messages;
use crate::theme::assets::Assets;
use crate::theme::fault::{self, Texts, UNKNOWN_ASSET, UNKNOWN_MESSAGE};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// A text given to a function.
#[derive(Debug)]
struct Literal {
    template: String,
    start: usize,
    text: String,
}

/// All keys and names that stand in templates as they are.
#[derive(Debug, Default)]
pub(in crate::theme) struct Literals {
    keys: Vec<Literal>,
    /// Beginnings of keys that are put together: `t(key="unit-" ~ unit)`.
    prefixes: BTreeSet<String>,
    assets: Vec<Literal>,
    /// Components that `show` names.
    shown: Vec<Literal>,
    /// All components that there are.
    components: BTreeSet<String>,
}

impl Literals {
    pub(in crate::theme) fn read(lexed: &BTreeMap<String, Lexed>) -> Self {
        let mut found = Self::default();
        for (template, lexed) in lexed {
            let code = Code { template, tokens: &lexed.tokens };
            for (n, window) in lexed.tokens.windows(2).enumerate() {
                let Kind::Name(function) = &window[0].kind else { continue };
                if function == "component" && n > 0 && code.kind(n - 1) == Some(&Kind::TagStart) {
                    found.components.insert(dotted(code, n + 1).0);
                    continue;
                }
                let before = n.checked_sub(1).map(|n| &lexed.tokens[n].kind);
                let a_method = matches!(before, Some(Kind::Sign("." | "?." | "|")));
                if window[1].kind != Kind::Sign("(") || a_method {
                    continue;
                }
                match function.as_str() {
                    "t" => found.add_message(template, argument(&lexed.tokens[n + 2..], "key")),
                    "asset" => {
                        let (text, whole) = argument(&lexed.tokens[n + 2..], "name");
                        if let Some(text) = text.filter(|_| whole) {
                            found.assets.push(literal(template, text));
                        }
                    }
                    "show" => {
                        let (text, whole) = argument(&lexed.tokens[n + 2..], "component");
                        if let Some(text) = text.filter(|_| whole) {
                            found.shown.push(literal(template, text));
                        }
                    }
                    _ => {}
                }
            }
        }
        found
    }

    fn add_message(&mut self, template: &str, (text, whole): (Option<&Token>, bool)) {
        match text {
            Some(token) if whole => self.keys.push(literal(template, token)),
            Some(Token { kind: Kind::Text(start), .. }) => drop(self.prefixes.insert(start.clone())),
            // A key that is a variable may be any.
            Some(_) | None => {}
        }
    }

    /// Every key exists in every language, every asset and every component exists.
    pub(in crate::theme) fn check(
        &self,
        texts: &Texts,
        words: &BTreeMap<String, Arc<Messages>>,
        assets: &Assets,
        sink: &mut Sink,
    ) {
        for key in &self.keys {
            let lacking: Vec<_> = words.values().filter(|w| !w.has(&key.text)).collect();
            if !lacking.is_empty() {
                let languages: Vec<_> = lacking.iter().map(|w| w.language()).collect();
                let message = format!("{UNKNOWN_MESSAGE} `{}` ({})", key.text, languages.join(", "));
                let fault = fault::at(texts, &key.template, key.start, key.start + key.text.len() + 2, &message, false);
                sink.push(fault.suggest(closest(&key.text, lacking.iter().flat_map(|w| w.keys()))));
            }
        }
        for name in self.assets.iter().filter(|a| assets.path(&a.text).is_none()) {
            let message = format!("{UNKNOWN_ASSET} `{}`", name.text);
            let fault = fault::at(texts, &name.template, name.start, name.start + name.text.len() + 2, &message, false);
            sink.push(fault.suggest(closest(&name.text, assets.names())));
        }
        for name in self.shown.iter().filter(|shown| !self.components.contains(&shown.text)) {
            let message = format!("Unknown component `{}`", name.text);
            let fault = fault::at(texts, &name.template, name.start, name.start + name.text.len() + 2, &message, false);
            sink.push(fault.suggest(closest(&name.text, self.components.iter().map(String::as_str))));
        }
    }

    pub(in crate::theme) fn messages_used(&self) -> (BTreeSet<&str>, BTreeSet<&str>) {
        let keys = self.keys.iter().map(|k| k.text.as_str()).collect();
        (keys, self.prefixes.iter().map(String::as_str).collect())
    }
}

fn literal(template: &str, token: &Token) -> Literal {
    let Kind::Text(text) = &token.kind else { unreachable!("only texts are passed") };
    Literal { template: template.to_owned(), start: token.start, text: text.clone() }
}

/// The text that stands first in the argument `name`, and whether it is all of it.
fn argument<'a>(tokens: &'a [Token], name: &str) -> (Option<&'a Token>, bool) {
    let mut depth = 0;
    for (n, token) in tokens.iter().enumerate() {
        match &token.kind {
            Kind::Sign("(" | "[" | "{") => depth += 1,
            Kind::Sign(")") if depth == 0 => break,
            Kind::Sign(")" | "]" | "}") => depth -= 1,
            Kind::Name(found) if depth == 0 && found == name => {
                let [Token { kind: Kind::Sign("="), .. }, value, after, ..] = &tokens[n + 1..] else {
                    continue;
                };
                let text = matches!(value.kind, Kind::Text(_));
                let whole = matches!(after.kind, Kind::Sign("," | ")"));
                return (Some(value).filter(|_| text), whole);
            }
            Kind::ValueEnd | Kind::TagEnd => break,
            _ => {}
        }
    }
    (None, false)
}
