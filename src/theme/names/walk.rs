//! The walk through templates: tags, blocks, includes, components. Expressions are in [`expression`](super::expression).

use super::scope::Scope;
use super::shape::Shape;
use super::tokens::{Tag, Token, dotted, inside, is, name};
use crate::theme::files::Layer;
use crate::theme::templates::Templates;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

/// Includes in one another that are followed. Tera refuses templates that include themselves.
const DEEPEST: usize = 40;

/// State of the walk. Branches are not told apart: each is walked.
pub(super) struct Walk<'a> {
    templates: &'a Templates,
    tags: &'a BTreeMap<&'a str, Vec<Tag<'a>>>,
    /// The tag that ends the block or component that a tag begins.
    ends: BTreeMap<(&'a str, usize), usize>,
    /// By template and name: the tag that begins it.
    blocks: BTreeMap<(&'a str, &'a str), usize>,
    /// The template that defines it, and the tag that begins it.
    components: BTreeMap<String, (&'a str, usize)>,
    /// What calls gave, by component and parameter.
    given: BTreeMap<(String, String), Shape>,
    /// By template, names whose presence it tests: `x is defined`.
    asked: BTreeSet<(&'a str, &'a str)>,
    template: &'a str,
    /// By template and place.
    found: BTreeMap<(&'a str, usize), Unknown<'a>>,
}

/// A name that nothing stands for.
#[derive(Debug)]
pub(super) struct Unknown<'a> {
    pub(super) name: &'a str,
    /// The path whose field it should be; none for a variable.
    pub(super) of: Option<String>,
    pub(super) available: BTreeSet<String>,
}

impl<'a> Walk<'a> {
    pub(super) fn new(templates: &'a Templates, tags: &'a BTreeMap<&'a str, Vec<Tag<'a>>>) -> Self {
        let mut walk = Self {
            templates,
            tags,
            ends: BTreeMap::new(),
            blocks: BTreeMap::new(),
            components: BTreeMap::new(),
            given: BTreeMap::new(),
            asked: BTreeSet::new(),
            template: "",
            found: BTreeMap::new(),
        };
        // Carried templates first, so that a component of the site takes the carried one's place.
        let (sites, carried): (Vec<_>, Vec<_>) =
            tags.keys().partition(|name| templates.texts[**name].layer == Layer::Site);
        for template in carried.into_iter().chain(sites) {
            walk.index(template);
        }
        walk
    }

    /// Notes where blocks and components stand, and after what names a template asks.
    fn index(&mut self, template: &'a str) {
        let mut open = Vec::new();
        for (at, tag) in self.tags[template].iter().enumerate() {
            match tag.keyword() {
                Some("block" | "component") => open.push(at),
                Some("endblock" | "endcomponent") => {
                    let Some(start) = open.pop() else { continue };
                    self.ends.insert((template, start), at);
                    let head = &self.tags[template][start].tokens;
                    if head[0].text == "block" {
                        self.blocks.insert((template, head[1].text), start);
                    } else {
                        self.components.insert(dotted(head, &mut 1), (template, start));
                    }
                }
                Some(_) | None => {}
            }
            let word = |at| name(&tag.tokens, at);
            for is in (1..tag.tokens.len()).filter(|at| word(*at) == Some("is")) {
                let test = word(is + 1 + usize::from(word(is + 1) == Some("not")));
                if let (Some("defined" | "undefined"), Some(name)) = (test, word(is - 1)) {
                    self.asked.insert((template, name));
                }
            }
        }
    }

    /// Walks through the templates that are given something, and through all components, until nothing new is given to
    /// a component.
    pub(super) fn run(mut self, pages: &BTreeMap<&'a str, Shape>) -> BTreeMap<(&'a str, usize), Unknown<'a>> {
        loop {
            let before = self.given.clone();
            self.found.clear();
            for (template, shape) in pages {
                self.page(template, shape);
            }
            self.all_components();
            if self.given == before {
                return self.found;
            }
        }
    }

    fn page(&mut self, template: &'a str, shape: &Shape) {
        let mut chain = vec![template];
        while let Some(parent) = self.parent(chain[chain.len() - 1]) {
            chain.push(parent);
        }
        let given = shape.names().into_iter().filter_map(|name| shape.field(&name).map(|field| (name, field)));
        let mut scope = Scope::new(given.collect(), &chain);
        self.walk(chain[chain.len() - 1], 0, usize::MAX, &mut scope);
    }

    fn parent(&self, template: &str) -> Option<&'a str> {
        let first = self.tags[template].first().filter(|tag| tag.keyword() == Some("extends"))?;
        self.templates.resolve(first.tokens.get(1)?.text)
    }

    fn all_components(&mut self) {
        for (name, (template, open)) in self.components.clone() {
            let Some(info) = self.templates.component(&name) else { continue };
            let parameters = info.args().iter().map(|p| {
                let key = (name.clone(), p.name().to_owned());
                // A default may be anything.
                let shape = self.given.get(&key).filter(|_| p.default().is_none()).cloned();
                (key.1, shape.unwrap_or(Shape::Any))
            });
            let rest = info.rest_param().into_iter().chain(["body"]);
            let given = parameters.chain(rest.map(|name| (name.to_owned(), Shape::Any))).collect();
            let mut scope = Scope::new(given, &[template]);
            self.walk(template, open + 1, self.ends[&(template, open)], &mut scope);
        }
    }

    /// Walks through some tags of a template.
    fn walk(&mut self, template: &'a str, mut at: usize, end: usize, scope: &mut Scope<'a>) {
        let outer = std::mem::replace(&mut self.template, template);
        while at < end.min(self.tags[template].len()) {
            at = self.tag(template, at, scope) + 1;
        }
        self.template = outer;
    }

    /// Walks through one tag; returns it, or the one that ends what it begins.
    fn tag(&mut self, template: &'a str, at: usize, scope: &mut Scope<'a>) -> usize {
        let Tag { statement, ref tokens } = self.tags[template][at];
        let Some(keyword) = tokens.first().filter(|_| statement).map(|token| token.text) else {
            self.expression(tokens, scope);
            return at;
        };
        match keyword {
            "set" | "set_global" => {
                let Some(name) = name(tokens, 1) else { return at };
                let shape = if is(tokens, 2, "=") {
                    self.expression(&tokens[3..], scope)
                } else {
                    self.behind(tokens, &mut 2, Shape::Any, String::new(), scope)
                };
                let frame = if keyword == "set" { scope.frames.len() - 1 } else { 1 };
                scope.bind(frame, name, shape);
            }
            "for" => self.loop_head(&tokens[1..], scope),
            "endfor" => scope.pop(),
            "if" | "elif" => drop(self.expression(&tokens[1..], scope)),
            "filter" => {
                let mut after = 2;
                if is(tokens, after, "(") {
                    self.values(inside(tokens, &mut after), scope);
                }
                self.behind(tokens, &mut after, Shape::Any, String::new(), scope);
            }
            "block" => {
                self.block(tokens[1].text, scope);
                return self.ends[&(template, at)];
            }
            "component" => return self.ends[&(template, at)],
            "include" => self.include(tokens[1].text, scope),
            "<" => drop(self.expression(tokens, scope)),
            _ => {}
        }
        at
    }

    /// `value in …` or `key, value in …`: opens a frame with the names bound.
    pub(super) fn loop_head(&mut self, tokens: &'a [Token<'a>], scope: &mut Scope<'a>) {
        let pair = is(tokens, 1, ",");
        let target = self.expression(tokens.get(if pair { 4 } else { 2 }..).unwrap_or_default(), scope);
        let mut frame = BTreeMap::from([("loop".to_owned(), Shape::Any)]);
        for name in [name(tokens, 0), name(tokens, 2).filter(|_| pair)].into_iter().flatten() {
            // A map's values are its fields, whatever their names.
            frame.insert(name.to_owned(), if pair { Shape::Any } else { target.items() });
        }
        scope.frames.push(frame);
    }

    /// Walks through the version of a block that is rendered, and through those that it calls with `super()`.
    fn block(&mut self, name: &'a str, scope: &mut Scope<'a>) {
        for template in scope.chain.clone().iter() {
            let Some(open) = self.blocks.get(&(*template, name)).copied() else { continue };
            let end = self.ends[&(*template, open)];
            self.walk(template, open + 1, end, scope);
            let tags = &self.tags[template][open + 1..end];
            if !tags.iter().flat_map(|tag| &tag.tokens).any(|token| token.text == "super") {
                break;
            }
        }
    }

    fn include(&mut self, name: &'a str, scope: &mut Scope<'a>) {
        let Some(included) = self.templates.resolve(name).filter(|_| scope.depth < DEEPEST) else { return };
        scope.depth += 1;
        let chain = std::mem::replace(&mut scope.chain, Rc::from([included]));
        self.walk(included, 0, usize::MAX, scope);
        scope.chain = chain;
        scope.depth -= 1;
    }

    /// Remembers with a component what a call gives it.
    pub(super) fn give(&mut self, component: &str, given: &[(&str, Shape)], spread: bool, scope: &Scope<'a>) {
        let Some(info) = self.templates.component(component) else { return };
        for parameter in info.args() {
            let shape = match given.iter().find(|(name, _)| *name == parameter.name()) {
                Some((_, shape)) => shape.clone(),
                None if parameter.is_implicit() => scope.look_up(parameter.name()).unwrap_or(Shape::Any),
                None if spread => Shape::Any,
                None => continue,
            };
            let key = (component.to_owned(), parameter.name().to_owned());
            let known = self.given.get(&key).map(|known| known.or(&shape));
            self.given.insert(key, known.unwrap_or(shape));
        }
    }

    /// Notes a name that nothing stands for, unless the template asks whether it is there or has a default for it.
    pub(super) fn unknown(&mut self, tokens: &[Token<'a>], at: usize, of: Option<&str>, available: Vec<String>) {
        let Token { text, start, .. } = tokens[at];
        let with_default = is(tokens, at + 1, "|") && name(tokens, at + 2) == Some("default");
        if !with_default && !self.asked.contains(&(self.template, text)) {
            let unknown = Unknown { name: text, of: of.map(str::to_owned), available: BTreeSet::new() };
            self.found.entry((self.template, start)).or_insert(unknown).available.extend(available);
        }
    }
}
