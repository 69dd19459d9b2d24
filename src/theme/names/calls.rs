//! What is given to components: by `<name a={…} />`, and by `show(component="name", of=…)`.

use super::code::{Code, dotted};
use super::lexer::Kind;
use super::scope::{Scope, Sort};
use super::walk::Walk;
const HELD: &str = "part";

impl<'t, 's> Walk<'t, 's> {
    /// `<name a={…} b="…" c {...d} />`: what is given is remembered with the component.
    pub(super) fn component_call(&mut self, code: Code<'t>, p: &mut usize, scope: &mut Scope<'t, 's>) {
        let (name, mut at) = dotted(code, *p + 1);
        let mut given: Vec<(&'t str, Sort<'s>)> = Vec::new();
        let mut spread = false;
        loop {
            if let Some(attribute) = code.name(at) {
                let mut q = at;
                let sort = if !code.is_sign(at + 1, "=") {
                    self.path(code, &mut q, scope, attribute)
                } else if code.is_sign(at + 2, "{") {
                    q += 3;
                    let sort = self.expression(code, &mut q, scope, true);
                    q += 1;
                    sort
                } else {
                    q += 3;
                    Sort::any()
                };
                at = q;
                given.push((attribute, sort));
            } else if code.is_sign(at, "{") {
                at += 2;
                self.expression(code, &mut at, scope, true);
                at += 1;
                spread = true;
            } else {
                break;
            }
        }
        *p = at + usize::from(code.is_sign(at, "/>") || code.is_sign(at, ">"));
        self.give(&name, &given, spread, scope);
    }

    /// `(component="name", of=…, …)`: the component gets as `it` what the part, or each part of the list, holds.
    pub(super) fn show_call(&mut self, code: Code<'t>, p: &mut usize, scope: &mut Scope<'t, 's>) {
        let (mut name, mut given) = (String::new(), Vec::new());
        *p += 1;
        while !code.is_sign(*p, ")") && code.kind(*p).is_some_and(|k| !matches!(k, Kind::TagEnd | Kind::ValueEnd)) {
            let argument = code.name(*p).filter(|_| code.is_sign(*p + 1, "="));
            *p += if argument.is_some() { 2 } else { 0 };
            if let (Some("component"), Some(Kind::Text(text))) = (argument, code.kind(*p)) {
                name.clone_from(text);
            }
            let before = *p;
            let sort = self.expression(code, p, scope, true);
            match argument {
                Some("of") => given.push(("it", held(&sort))),
                Some("component") | None => {}
                Some(argument) => given.push((argument, sort)),
            }
            *p += usize::from(code.is_sign(*p, ",") || *p == before);
        }
        *p += usize::from(code.is_sign(*p, ")"));
        self.give(&name, &given, false, scope);
    }

    /// Remembers with a component what a call gives it.
    fn give(&mut self, name: &str, given: &[(&'t str, Sort<'s>)], spread: bool, scope: &Scope<'t, 's>) {
        let Some(component) = self.components.get_mut(name) else { return };
        for parameter in &component.parameters {
            let sort = given.iter().find(|(name, _)| *name == parameter.name).map(|(_, sort)| sort.clone());
            let sort = match sort {
                Some(sort) => sort,
                None if parameter.implicit => scope.look_up(parameter.name).unwrap_or_else(|_| Sort::any()),
                None if spread => Sort::any(),
                None => continue,
            };
            self.changed |= component.given.entry(parameter.name).or_default().join(&sort);
        }
    }
}

/// What a part holds, or the parts of a list. Of what is no part nothing is known: that is told when it is rendered.
fn held<'s>(of: &Sort<'s>) -> Sort<'s> {
    let items = of.items();
    let one = if items.shapes.is_empty() { of } else { &items };
    one.field(HELD).unwrap_or_else(|_| Sort::any())
}
