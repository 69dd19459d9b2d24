//! What templates ask for: messages, assets, and the fields of their views.
//!
//! Tera reports an unknown name when it comes to it, and an unknown name in a condition never: `{% if view.titel %}`
//! is simply false. Tera's own reading of a template is private. So templates are read once more: every path is followed
//! through the schema of what the template is given, whether a branch is taken or not.
//!
//! Lenient where it cannot know: what comes out of a filter or a map has any field.

mod expression;
pub(super) mod literals;
mod scope;
mod shape;
pub(super) mod tokens;
mod walk;

use super::diagnostic::Problem;
use super::templates::{Templates, tags};
use crate::diag::Diagnostic;
use schemars::Schema;
use shape::Shape;
use std::collections::BTreeMap;
use walk::{Unknown, Walk};

/// Every name that templates ask for in vain, by place; `given` tells what each template gets.
pub(super) fn unknown_names(templates: &Templates, given: &BTreeMap<&'static str, Schema>) -> Vec<Diagnostic> {
    let tags = tags(&templates.texts);
    let pages = given.iter().filter_map(|(name, schema)| Some((templates.resolve(name)?, Shape::of(schema))));
    let found = Walk::new(templates, &tags).run(&pages.collect());
    let diagnostic = |((template, start), Unknown { name, of, available }): ((&str, usize), Unknown<'_>)| {
        let problem = Problem::unknown_name(name, of.as_deref(), available.into_iter().collect());
        problem.at(&templates.texts, template, start, start + name.len())
    };
    found.into_iter().map(diagnostic).collect()
}
