//! Expressions: every path in them is followed. Precedence does not matter to names, so there is none here.

use super::code::Code;
use super::lexer::Kind;
use super::scope::{Scope, Sort};
use super::walk::{Unknown, Walk};

/// Filters whose result is one of the items, and those that keep the list.
const ITEM_FILTERS: [&str; 3] = ["first", "last", "nth"];
const LIST_FILTERS: [&str; 3] = ["reverse", "sort", "unique"];
const CONSTANTS: [&str; 8] = ["true", "True", "false", "False", "none", "None", "null", "__tera_context"];

impl<'t, 's> Walk<'t, 's> {
    /// Walks through an expression; `ternary` says whether `if` goes on with it.
    pub(super) fn expression(
        &mut self,
        code: Code<'t>,
        p: &mut usize,
        scope: &mut Scope<'t, 's>,
        ternary: bool,
    ) -> Sort<'s> {
        let mut sort = self.operand(code, p, scope);
        loop {
            match code.kind(*p) {
                Some(Kind::Sign(
                    "+" | "-" | "*" | "/" | "//" | "%" | "**" | "~" | "==" | "!=" | "<" | ">" | "<=" | ">=",
                )) => {
                    *p += 1;
                    self.operand(code, p, scope);
                    sort = Sort::any();
                }
                Some(Kind::Sign("|")) => sort = self.filter(code, p, scope, &sort),
                Some(Kind::Name(word)) => match word.as_str() {
                    "and" | "or" => {
                        *p += 1;
                        let other = self.operand(code, p, scope);
                        sort.join(&other);
                    }
                    "in" => {
                        *p += 1;
                        self.operand(code, p, scope);
                        sort = Sort::any();
                    }
                    "not" if code.name(*p + 1) == Some("in") => {
                        *p += 2;
                        self.operand(code, p, scope);
                        sort = Sort::any();
                    }
                    "is" => {
                        *p += 2 + usize::from(code.name(*p + 1) == Some("not"));
                        self.arguments(code, p, scope);
                        sort = Sort::any();
                    }
                    "if" if ternary => {
                        *p += 1;
                        self.expression(code, p, scope, true);
                        if code.name(*p) == Some("else") {
                            *p += 1;
                            let other = self.expression(code, p, scope, true);
                            sort.join(&other);
                        }
                    }
                    _ => return sort,
                },
                _ => return sort,
            }
        }
    }

    fn operand(&mut self, code: Code<'t>, p: &mut usize, scope: &mut Scope<'t, 's>) -> Sort<'s> {
        let sort = match code.kind(*p) {
            Some(Kind::Name(name)) if name == "not" => {
                *p += 1;
                self.operand(code, p, scope);
                return Sort::any();
            }
            Some(Kind::Name(name)) if CONSTANTS.contains(&name.as_str()) => {
                *p += 1;
                Sort::any()
            }
            Some(Kind::Name(name)) if code.is_sign(*p + 1, "(") => {
                *p += 1;
                if name == "show" {
                    self.show_call(code, p, scope);
                } else {
                    self.arguments(code, p, scope);
                }
                Sort::any()
            }
            Some(Kind::Name(name)) => return self.path(code, p, scope, name),
            Some(Kind::Sign("-" | "+")) => {
                *p += 1;
                self.operand(code, p, scope);
                return Sort::any();
            }
            Some(Kind::Sign("(")) => {
                *p += 1;
                let sort = self.expression(code, p, scope, true);
                *p += usize::from(code.is_sign(*p, ")"));
                sort
            }
            Some(Kind::Sign("[")) => self.list(code, p, scope),
            Some(Kind::Sign("{")) => self.map(code, p, scope),
            Some(Kind::Sign("<")) => {
                self.component_call(code, p, scope);
                Sort::any()
            }
            Some(Kind::Text(_) | Kind::Number) => {
                *p += 1;
                Sort::any()
            }
            // Not the start of an expression; whoever called goes on from here.
            Some(_) | None => return Sort::any(),
        };
        self.fields(code, p, scope, sort, String::new())
    }

    /// A variable and what follows it.
    pub(super) fn path(&mut self, code: Code<'t>, p: &mut usize, scope: &mut Scope<'t, 's>, name: &str) -> Sort<'s> {
        let at = *p;
        *p += 1;
        let sort = match scope.look_up(name) {
            Ok(sort) => sort,
            Err(available) => {
                let available = listed(available.into_iter());
                self.note(code, at, *p, name, None, available);
                Sort::any()
            }
        };
        self.fields(code, p, scope, sort, name.to_owned())
    }

    fn fields(
        &mut self,
        code: Code<'t>,
        p: &mut usize,
        scope: &mut Scope<'t, 's>,
        mut sort: Sort<'s>,
        mut path: String,
    ) -> Sort<'s> {
        loop {
            if code.is_sign(*p, ".") || code.is_sign(*p, "?.") {
                let Some(name) = code.name(*p + 1) else { return sort };
                let at = *p + 1;
                *p += 2;
                sort = match sort.field(name) {
                    Ok(sort) => sort,
                    Err(available) => {
                        self.note(code, at, *p, name, Some(path.clone()), listed(available.into_iter()));
                        Sort::any()
                    }
                };
                path = format!("{path}.{name}");
            } else if code.is_sign(*p, "[") || code.is_sign(*p, "?[") {
                *p += 1;
                let mut slice = false;
                while !code.is_sign(*p, "]")
                    && code.kind(*p).is_some_and(|k| !matches!(k, Kind::TagEnd | Kind::ValueEnd))
                {
                    let before = *p;
                    self.expression(code, p, scope, true);
                    slice |= code.is_sign(*p, ":");
                    *p += usize::from(code.is_sign(*p, ":") || *p == before);
                }
                *p += usize::from(code.is_sign(*p, "]"));
                if !slice {
                    // Of a list an item; of a map any of its fields.
                    sort = if sort.shapes.iter().any(|s| s.fields.is_some()) { Sort::any() } else { sort.items() };
                }
                path.push_str("[…]");
            } else {
                return sort;
            }
        }
    }

    /// Notes a name that nothing stands for, unless the template asks whether it is there.
    fn note(&mut self, code: Code<'t>, at: usize, after: usize, name: &str, of: Option<String>, available: String) {
        let asked = self.asked.get(code.template).is_some_and(|names| names.contains(name));
        let with_default = code.is_sign(after, "|") && code.name(after + 1) == Some("default");
        if !asked && !with_default {
            let start = code.tokens[at].start;
            self.found.insert(Unknown {
                template: code.template.to_owned(),
                start,
                name: name.to_owned(),
                of,
                available,
            });
        }
    }

    fn filter(&mut self, code: Code<'t>, p: &mut usize, scope: &mut Scope<'t, 's>, of: &Sort<'s>) -> Sort<'s> {
        let name = code.name(*p + 1).unwrap_or_default();
        *p += 2;
        self.arguments(code, p, scope);
        if ITEM_FILTERS.contains(&name) {
            of.items()
        } else if LIST_FILTERS.contains(&name) {
            of.clone()
        } else {
            Sort::any()
        }
    }

    /// `(name=value, …)`, if it is there.
    pub(super) fn arguments(&mut self, code: Code<'t>, p: &mut usize, scope: &mut Scope<'t, 's>) {
        if !code.is_sign(*p, "(") {
            return;
        }
        *p += 1;
        while !code.is_sign(*p, ")") && code.kind(*p).is_some_and(|k| !matches!(k, Kind::TagEnd | Kind::ValueEnd)) {
            if code.name(*p).is_some() && code.is_sign(*p + 1, "=") {
                *p += 2;
            }
            let before = *p;
            self.expression(code, p, scope, true);
            *p += usize::from(code.is_sign(*p, ",") || *p == before);
        }
        *p += usize::from(code.is_sign(*p, ")"));
    }

    fn list(&mut self, code: Code<'t>, p: &mut usize, scope: &mut Scope<'t, 's>) -> Sort<'s> {
        let close = closing(code, *p);
        *p += 1;
        if let Some(head) = comprehension(code, *p, close) {
            // `[x.title for x in view.items if x.done]`: the head binds what stands before it.
            let mut q = head + 1;
            self.loop_head(code, &mut q, scope, false);
            self.expression(code, p, scope, true);
            if code.name(q) == Some("if") {
                q += 1;
                self.expression(code, &mut q, scope, false);
            }
            scope.pop();
        } else {
            self.entries(code, p, close, scope);
        }
        *p = close + 1;
        Sort::any()
    }

    fn map(&mut self, code: Code<'t>, p: &mut usize, scope: &mut Scope<'t, 's>) -> Sort<'s> {
        let close = closing(code, *p);
        *p += 1;
        self.entries(code, p, close, scope);
        *p = close + 1;
        Sort::any()
    }

    /// Values between commas, `key:` and `...` passed over.
    fn entries(&mut self, code: Code<'t>, p: &mut usize, close: usize, scope: &mut Scope<'t, 's>) {
        while *p < close {
            let before = *p;
            self.expression(code, p, scope, true);
            let between = code.is_sign(*p, ",") || code.is_sign(*p, ":") || code.is_sign(*p, "...");
            *p += usize::from(between || *p == before);
        }
    }
}

/// The bracket that closes the one at `at`.
fn closing(code: Code<'_>, at: usize) -> usize {
    let mut depth = 0;
    for n in at..code.tokens.len() {
        match code.kind(n) {
            Some(Kind::Sign("(" | "[" | "{" | "?[")) => depth += 1,
            Some(Kind::Sign(")" | "]" | "}")) => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return n;
        }
    }
    code.tokens.len()
}

/// The `for` of a list comprehension between `from` and `close`.
fn comprehension(code: Code<'_>, from: usize, close: usize) -> Option<usize> {
    let mut at = from;
    while at < close {
        match code.kind(at) {
            Some(Kind::Sign("(" | "[" | "{" | "?[")) => at = closing(code, at),
            Some(Kind::Name(name)) if name == "for" => return Some(at),
            _ => {}
        }
        at += 1;
    }
    None
}

/// The names, for a reader.
fn listed<'a>(names: impl Iterator<Item = &'a str>) -> String {
    let mut names: Vec<&str> = names.filter(|n| !matches!(*n, "loop" | "body")).collect();
    names.sort_unstable();
    names.dedup();
    names.join(", ")
}
