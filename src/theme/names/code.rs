//! The tokens of a template and what stands where among them.

use super::lexer::{Kind, Token};
use super::scope::Sort;
use std::collections::BTreeMap;

/// The tokens of one template.
#[derive(Debug, Clone, Copy)]
pub(super) struct Code<'t> {
    pub(super) template: &'t str,
    pub(super) tokens: &'t [Token],
}

impl<'t> Code<'t> {
    pub(super) fn kind(self, at: usize) -> Option<&'t Kind> {
        self.tokens.get(at).map(|t| &t.kind)
    }

    pub(super) fn name(self, at: usize) -> Option<&'t str> {
        match self.kind(at)? {
            Kind::Name(name) => Some(name),
            _ => None,
        }
    }

    pub(super) fn is_sign(self, at: usize, sign: &str) -> bool {
        matches!(self.kind(at), Some(Kind::Sign(found)) if *found == sign)
    }

    /// The token after the end of the tag that `at` stands in.
    pub(super) fn after_tag(self, mut at: usize) -> usize {
        while let Some(kind) = self.kind(at) {
            at += 1;
            if matches!(kind, Kind::TagEnd | Kind::ValueEnd) {
                break;
            }
        }
        at
    }
}

/// The tokens between the tags of a block or component, and the token after its end.
#[derive(Debug, Clone, Copy)]
pub(super) struct Body {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) after: usize,
}

/// A component: its body and what calls give it.
#[derive(Debug)]
pub(super) struct Component<'t, 's> {
    pub(super) code: Code<'t>,
    pub(super) body: Body,
    pub(super) parameters: Vec<Parameter<'t>>,
    /// What calls gave, by parameter.
    pub(super) given: BTreeMap<&'t str, Sort<'s>>,
}

/// A parameter of a component.
#[derive(Debug)]
pub(super) struct Parameter<'t> {
    pub(super) name: &'t str,
    /// `@name`: taken from where the component is called.
    pub(super) implicit: bool,
    /// It has a default, or gathers the rest: a call need not give it.
    pub(super) optional: bool,
}

/// Name and parameters of the component whose name stands at `at`, and the token after its tag.
pub(super) fn component_head(code: Code<'_>, at: usize) -> (String, Vec<Parameter<'_>>, usize) {
    let (name, mut at) = dotted(code, at);
    let mut parameters: Vec<Parameter<'_>> = Vec::new();
    let mut depth = 0;
    while let Some(kind) = code.kind(at) {
        let new = depth == 1 && (code.is_sign(at - 1, "(") || code.is_sign(at - 1, ",") || code.is_sign(at - 1, "@"));
        let rest = depth == 1 && code.is_sign(at - 1, "...");
        match kind {
            Kind::Sign("(" | "[" | "{") => depth += 1,
            Kind::Sign(")" | "]" | "}") => depth -= 1,
            Kind::Sign("=") if depth == 1 => {
                if let Some(last) = parameters.last_mut() {
                    last.optional = true;
                }
            }
            Kind::Name(name) if new || rest => {
                parameters.push(Parameter { name, implicit: code.is_sign(at - 1, "@"), optional: rest });
            }
            Kind::TagEnd => break,
            _ => {}
        }
        at += 1;
    }
    (name, parameters, at + 1)
}

/// A name with dots, and the token after it.
pub(super) fn dotted(code: Code<'_>, mut at: usize) -> (String, usize) {
    let mut name = code.name(at).unwrap_or_default().to_owned();
    at += 1;
    while code.is_sign(at, ".") {
        name.push('.');
        name.push_str(code.name(at + 1).unwrap_or_default());
        at += 2;
    }
    (name, at)
}

/// The token after the component that begins at `at`: its definition was overridden by another template's.
pub(super) fn after_component(code: Code<'_>, mut at: usize) -> usize {
    while at < code.tokens.len() && code.name(at) != Some("endcomponent") {
        at += 1;
    }
    code.after_tag(at)
}
