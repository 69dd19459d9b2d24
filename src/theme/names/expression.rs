//! Expressions: every path in them is followed. Precedence does not matter to names, so there is none here.

use super::scope::Scope;
use super::shape::Shape;
use super::tokens::{Kind, Token, argument, dotted, inside, is, name, outside, pieces};
use super::walk::Walk;

/// Filters whose result is one of the items, and those that keep the list.
const ITEM_FILTERS: [&str; 3] = ["first", "last", "nth"];
const LIST_FILTERS: [&str; 3] = ["reverse", "sort", "unique"];
const CONSTANTS: [&str; 8] = ["true", "True", "false", "False", "none", "None", "null", "__tera_context"];
const OPERATORS: [&str; 7] = ["and", "or", "not", "in", "is", "if", "else"];

impl<'a> Walk<'a> {
    /// Follows all paths of an expression; returns what it may be.
    pub(super) fn expression(&mut self, tokens: &'a [Token<'a>], scope: &mut Scope<'a>) -> Shape {
        if let Some(at) = outside(tokens, "if") {
            let (value, rest) = (&tokens[..at], &tokens[at + 1..]);
            let end = outside(rest, "else").unwrap_or(rest.len());
            self.expression(&rest[..end], scope);
            let value = self.expression(value, scope);
            return value.or(&self.expression(rest.get(end + 1..).unwrap_or_default(), scope));
        }
        if let Some(at) = outside(tokens, "or").or_else(|| outside(tokens, "and")) {
            let one = self.expression(&tokens[..at], scope);
            return one.or(&self.expression(&tokens[at + 1..], scope));
        }
        let mut at = 0;
        let mut shape = self.operand(tokens, &mut at, scope);
        while at < tokens.len() {
            // An operator; after `is` comes the name of a test.
            at += match name(tokens, at) {
                Some("is") => 2 + usize::from(name(tokens, at + 1) == Some("not")),
                Some(_) | None => 1,
            };
            self.operand(tokens, &mut at, scope);
            shape = Shape::Any;
        }
        shape
    }

    /// A value with the fields, places and filters behind it. Where no value begins, `at` stays where it is.
    fn operand(&mut self, tokens: &'a [Token<'a>], at: &mut usize, scope: &mut Scope<'a>) -> Shape {
        let Some(first) = tokens.get(*at) else { return Shape::Any };
        let (mut shape, mut path) = (Shape::Any, String::new());
        match (first.kind, first.text) {
            (Kind::Text | Kind::Number, _) => *at += 1,
            (Kind::Sign, "(") => shape = self.values(inside(tokens, at), scope),
            (Kind::Sign, "[") => self.list(inside(tokens, at), scope),
            (Kind::Sign, "{") => drop(self.values(inside(tokens, at), scope)),
            (Kind::Sign, "<") if name(tokens, *at + 1).is_some() => self.component_call(tokens, at, scope),
            (Kind::Name, word) if OPERATORS.contains(&word) => return Shape::Any,
            (Kind::Name, word) if CONSTANTS.contains(&word) => *at += 1,
            (Kind::Name, function) if is(tokens, *at + 1, "(") => {
                *at += 1;
                let given = inside(tokens, at);
                self.values(given, scope);
                if function == "show" {
                    self.show_call(given, scope);
                }
            }
            (Kind::Name, variable) => {
                path.push_str(variable);
                shape = self.variable(tokens, *at, scope);
                *at += 1;
            }
            (Kind::Sign, _) => return Shape::Any,
        }
        self.behind(tokens, at, shape, path, scope)
    }

    /// What stands behind a value: `.field`, `[place]`, `| filter`.
    pub(super) fn behind(
        &mut self,
        tokens: &'a [Token<'a>],
        at: &mut usize,
        mut shape: Shape,
        mut path: String,
        scope: &mut Scope<'a>,
    ) -> Shape {
        loop {
            let sign = tokens.get(*at).filter(|token| token.kind == Kind::Sign).map(|token| token.text);
            match (sign, name(tokens, *at + 1)) {
                (Some("." | "?."), Some(field)) => {
                    shape = shape.field(field).unwrap_or_else(|| {
                        self.unknown(tokens, *at + 1, Some(&path), shape.names());
                        Shape::Any
                    });
                    path = format!("{path}.{field}");
                    *at += 2;
                }
                (Some("[" | "?["), _) => {
                    let place = inside(tokens, at);
                    place.split(|token| token.text == ":").for_each(|part| drop(self.expression(part, scope)));
                    let slice = outside(place, ":").is_some();
                    // Of a list an item; of a map any of its fields.
                    shape = if slice { shape } else { shape.items() };
                    path.push_str("[…]");
                }
                (Some("|"), Some(filter)) => {
                    *at += 2;
                    if is(tokens, *at, "(") {
                        self.values(inside(tokens, at), scope);
                    }
                    shape = match filter {
                        _ if ITEM_FILTERS.contains(&filter) => shape.items(),
                        _ if LIST_FILTERS.contains(&filter) => shape,
                        _ => Shape::Any,
                    };
                }
                _ => return shape,
            }
        }
    }

    fn variable(&mut self, tokens: &'a [Token<'a>], at: usize, scope: &Scope<'a>) -> Shape {
        scope.look_up(tokens[at].text).unwrap_or_else(|| {
            self.unknown(tokens, at, None, scope.names());
            Shape::Any
        })
    }

    /// Values between commas, `name=`, `"key":` and `...` passed over; returns what the last may be.
    pub(super) fn values(&mut self, tokens: &'a [Token<'a>], scope: &mut Scope<'a>) -> Shape {
        pieces(tokens).fold(Shape::Any, |_, piece| self.expression(argument(piece).1, scope))
    }

    /// `[a, b]`, or `[x.title for x in view.items if x.done]`: there the head binds what stands before it.
    fn list(&mut self, tokens: &'a [Token<'a>], scope: &mut Scope<'a>) {
        let Some(at) = outside(tokens, "for") else { return drop(self.values(tokens, scope)) };
        let (value, head) = (&tokens[..at], &tokens[at + 1..]);
        let end = outside(head, "if").unwrap_or(head.len());
        self.loop_head(&head[..end], scope);
        self.expression(value, scope);
        self.expression(head.get(end + 1..).unwrap_or_default(), scope);
        scope.pop();
    }

    /// `<name a={…} b="…" c {...d} />`.
    fn component_call(&mut self, tokens: &'a [Token<'a>], at: &mut usize, scope: &mut Scope<'a>) {
        *at += 1;
        let component = dotted(tokens, at);
        let (mut given, mut spread) = (Vec::new(), false);
        loop {
            if let Some(parameter) = name(tokens, *at) {
                let shape = if !is(tokens, *at + 1, "=") {
                    *at += 1;
                    self.variable(tokens, *at - 1, scope)
                } else if is(tokens, *at + 2, "{") {
                    *at += 2;
                    self.expression(inside(tokens, at), scope)
                } else {
                    *at += 3;
                    Shape::Any
                };
                given.push((parameter, shape));
            } else if is(tokens, *at, "{") {
                self.values(inside(tokens, at), scope);
                spread = true;
            } else {
                break;
            }
        }
        *at += 1;
        self.give(&component, &given, spread, scope);
    }

    /// `component="name", of=…, …`: the component gets as `it` what the fragment, or each fragment of the list, holds.
    fn show_call(&mut self, tokens: &'a [Token<'a>], scope: &mut Scope<'a>) {
        let (mut component, mut given) = ("", Vec::new());
        for (argument, value) in pieces(tokens).map(argument) {
            match (argument, value) {
                (Some("component"), [Token { kind: Kind::Text, text, .. }]) => component = text,
                (Some("of"), value) => given.push(("it", self.expression(value, scope).held())),
                (Some(argument), value) => given.push((argument, self.expression(value, scope))),
                (None, _) => {}
            }
        }
        self.give(component, &given, false, scope);
    }
}
