//! The walk through templates: tags, blocks, components. Expressions are in [`expression`](super::expression).

use super::code::{Body, Code, Component, after_component, component_head};
use super::lexer::Kind;
use super::scope::{Scope, Sort};
use super::shape::Shape;
use crate::theme::templates::Templates;
use std::collections::{BTreeMap, BTreeSet};

/// A name that nothing stands for.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Unknown {
    pub(super) template: String,
    pub(super) start: usize,
    pub(super) name: String,
    /// The path whose field it should be; none for a variable.
    pub(super) of: Option<String>,
    /// What there is instead.
    pub(super) available: String,
}

/// State of the walk.
#[derive(Debug)]
pub(super) struct Walk<'t, 's> {
    templates: &'t Templates,
    codes: BTreeMap<&'t str, Code<'t>>,
    blocks: BTreeMap<&'t str, BTreeMap<&'t str, Body>>,
    pub(super) components: BTreeMap<String, Component<'t, 's>>,
    /// Names that a template asks whether they are there: `x is defined`.
    pub(super) asked: BTreeMap<&'t str, BTreeSet<&'t str>>,
    pub(super) found: BTreeSet<Unknown>,
    /// A component was given more than before: once more through all of it.
    pub(super) changed: bool,
}

/// Rounds in which what components are given settles; it grows with the nesting of components.
const ROUNDS: usize = 12;

impl<'t, 's> Walk<'t, 's> {
    pub(super) fn new(templates: &'t Templates) -> Self {
        let codes: BTreeMap<_, _> = templates
            .lexed()
            .iter()
            .map(|(name, lexed)| (name.as_str(), Code { template: name, tokens: &lexed.tokens }))
            .collect();
        let mut walk = Self {
            templates,
            codes,
            blocks: BTreeMap::new(),
            components: BTreeMap::new(),
            asked: BTreeMap::new(),
            found: BTreeSet::new(),
            changed: false,
        };
        // Carried templates first (`default/…`), so that a component of the site takes the carried one's place.
        let mut order: Vec<Code<'t>> = walk.codes.values().copied().collect();
        order.sort_by_key(|c| templates.texts()[c.template].layer.is_sites());
        for code in order {
            walk.index(code);
        }
        walk
    }

    /// Notes where blocks and components stand.
    fn index(&mut self, code: Code<'t>) {
        let mut open: Vec<(&str, usize)> = Vec::new();
        for at in 0..code.tokens.len() {
            if matches!(code.name(at), Some("defined" | "undefined")) {
                let before = at - 1 - usize::from(at > 1 && code.name(at - 1) == Some("not"));
                if let Some(name) = before.checked_sub(1).and_then(|n| code.name(n)) {
                    self.asked.entry(code.template).or_default().insert(name);
                }
            }
            if code.kind(at) != Some(&Kind::TagStart) {
                continue;
            }
            match code.name(at + 1) {
                Some("block" | "component") => open.push((code.name(at + 2).unwrap_or_default(), at + 2)),
                Some(end @ ("endblock" | "endcomponent")) => {
                    let Some((name, head)) = open.pop() else { continue };
                    if end == "endblock" {
                        let body = Body { start: code.after_tag(head), end: at, after: code.after_tag(at) };
                        self.blocks.entry(code.template).or_default().insert(name, body);
                    } else {
                        let (name, parameters, start) = component_head(code, head);
                        let body = Body { start, end: at, after: code.after_tag(at) };
                        self.components.insert(name, Component { code, body, parameters, given: BTreeMap::new() });
                    }
                }
                _ => {}
            }
        }
    }

    /// Walks through all templates that were given something, and through all components.
    pub(super) fn run(&mut self, given: &'s BTreeMap<String, Shape>) -> BTreeSet<Unknown> {
        for _ in 0..ROUNDS {
            self.changed = false;
            self.found.clear();
            for (name, view) in given {
                if let Some(name) = self.templates.resolve(name) {
                    self.page(name, view);
                }
            }
            self.all_components();
            if !self.changed {
                break;
            }
        }
        std::mem::take(&mut self.found)
    }

    fn page(&mut self, name: &'t str, view: &'s Shape) {
        let mut chain = vec![name];
        while let Some(parent) = self.parent(chain[chain.len() - 1]) {
            chain.push(parent);
        }
        let mut scope = Scope::new(Some(view), chain.clone());
        // Outside its blocks a template that extends another one can only set names.
        for name in chain.iter().rev().skip(1).rev() {
            self.outside_blocks(self.codes[name], &mut scope);
        }
        let outermost = self.codes[chain[chain.len() - 1]];
        self.tags(outermost, 0, outermost.tokens.len(), &mut scope);
    }

    fn parent(&self, name: &str) -> Option<&'t str> {
        let code = self.codes[name];
        let at = (0..code.tokens.len().min(4)).find(|at| code.name(*at) == Some("extends"))?;
        match code.kind(at + 1)? {
            Kind::Text(parent) => self.templates.resolve(parent),
            _ => None,
        }
    }

    fn outside_blocks(&mut self, code: Code<'t>, scope: &mut Scope<'t, 's>) {
        let mut at = 0;
        while at < code.tokens.len() {
            at = match (code.kind(at), code.name(at + 1)) {
                (Some(Kind::TagStart), Some("block")) => {
                    let body =
                        self.blocks.get(code.template).and_then(|b| b.get(code.name(at + 2).unwrap_or_default()));
                    body.map_or(at + 1, |b| b.after)
                }
                _ => self.tag(code, at, scope),
            };
        }
    }

    fn all_components(&mut self) {
        let names: Vec<String> = self.components.keys().cloned().collect();
        for name in names {
            let component = &self.components[&name];
            let (code, body) = (component.code, component.body);
            let mut scope = Scope::new(None, vec![code.template]);
            for parameter in &component.parameters {
                let mut sort = component.given.get(parameter.name).cloned().unwrap_or_else(Sort::any);
                sort.any |= parameter.optional;
                scope.bind(parameter.name, &sort);
            }
            scope.bind("body", &Sort::any());
            self.tags(code, body.start, body.end, &mut scope);
        }
    }

    fn tags(&mut self, code: Code<'t>, mut at: usize, end: usize, scope: &mut Scope<'t, 's>) {
        while at < end {
            at = self.tag(code, at, scope).max(at + 1);
        }
    }

    /// Walks through the tag at `at` and returns the token after it (after its body, for blocks and components).
    fn tag(&mut self, code: Code<'t>, at: usize, scope: &mut Scope<'t, 's>) -> usize {
        let mut p = at + 1;
        match code.kind(at) {
            Some(Kind::ValueStart) => drop(self.expression(code, &mut p, scope, true)),
            Some(Kind::TagStart) => match code.name(p) {
                Some(tag @ ("set" | "set_global")) => self.set(code, p + 1, tag == "set_global", scope),
                Some("for") => {
                    p += 1;
                    self.loop_head(code, &mut p, scope, true);
                }
                Some("endfor") => scope.pop(),
                Some("if" | "elif") => {
                    p += 1;
                    self.expression(code, &mut p, scope, true);
                }
                Some("block") => return self.block(code, p + 1, scope),
                Some("include") => self.include(code, p + 1, scope),
                Some("filter") => {
                    p += 2;
                    self.arguments(code, &mut p, scope);
                }
                Some("component") => {
                    let (name, ..) = component_head(code, p + 1);
                    let own = self.components.get(&name).filter(|c| c.code.template == code.template);
                    return own.map_or_else(|| after_component(code, p), |c| c.body.after);
                }
                None if code.is_sign(p, "<") => self.component_call(code, &mut p, scope),
                Some(_) | None => {}
            },
            _ => {}
        }
        code.after_tag(p)
    }

    fn set(&mut self, code: Code<'t>, at: usize, everywhere: bool, scope: &mut Scope<'t, 's>) {
        let Some(name) = code.name(at) else { return };
        let sort =
            if code.is_sign(at + 1, "=") { self.expression(code, &mut (at + 2), scope, true) } else { Sort::any() };
        if everywhere {
            scope.bind_outermost(name, &sort);
        } else {
            scope.bind(name, &sort);
        }
    }

    /// `value in …` or `key, value in …`: opens a frame with the names bound.
    pub(super) fn loop_head(&mut self, code: Code<'t>, p: &mut usize, scope: &mut Scope<'t, 's>, ternary: bool) {
        let first = code.name(*p);
        let second = Some(*p + 2).filter(|_| code.is_sign(*p + 1, ",")).and_then(|at| code.name(at));
        *p += if second.is_some() { 4 } else { 2 };
        let target = self.expression(code, p, scope, ternary);
        scope.push();
        match (first, second) {
            (Some(item), None) => scope.bind(item, &target.items()),
            (Some(key), Some(value)) => {
                scope.bind(key, &Sort::any());
                // A map's values are its fields, whatever their names.
                scope.bind(value, &Sort::any());
            }
            (None, _) => {}
        }
        scope.bind("loop", &Sort::any());
    }

    /// Walks through the version of a block that is rendered, and through those that it calls with `super()`.
    fn block(&mut self, code: Code<'t>, at: usize, scope: &mut Scope<'t, 's>) -> usize {
        let name = code.name(at).unwrap_or_default();
        for template in scope.chain.clone() {
            let Some(body) = self.blocks.get(template).and_then(|b| b.get(name)).copied() else { continue };
            let code = self.codes[template];
            self.tags(code, body.start, body.end, scope);
            if !(body.start..body.end).any(|at| code.name(at) == Some("super")) {
                break;
            }
        }
        let own = self.blocks.get(code.template).and_then(|b| b.get(name));
        own.map_or_else(|| code.after_tag(at), |b| b.after)
    }

    fn include(&mut self, code: Code<'t>, at: usize, scope: &mut Scope<'t, 's>) {
        let Some(Kind::Text(name)) = code.kind(at) else { return };
        let Some(included) = self.templates.resolve(name).map(|name| self.codes[name]) else { return };
        // Tera refuses templates that include themselves; this bounds chains of others.
        if scope.depth > 40 {
            return;
        }
        scope.depth += 1;
        let chain = std::mem::replace(&mut scope.chain, vec![included.template]);
        self.tags(included, 0, included.tokens.len(), scope);
        scope.chain = chain;
        scope.depth -= 1;
    }
}
