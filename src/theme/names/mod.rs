//! What templates ask for: messages, assets, and the fields of their views.
//!
//! Tera reports an unknown name when it comes to it, and an unknown name in a condition never: `{% if page.titel %}`
//! is simply false. So templates are read once more, without rendering them: every path is followed through the views
//! that the site has, whether a branch is taken or not.
//!
//! Lenient where it cannot know: what comes out of a filter, an index or an empty list has any field.

mod calls;
mod code;
mod expression;
mod lexer;
mod literals;
mod scope;
mod shape;
mod walk;

pub(super) use lexer::Lexed;
pub(super) use literals::Literals;

use super::fault;
use super::templates::Templates;
use crate::diag::Diagnostic;
use shape::Shape;
use std::collections::BTreeMap;
use tera::Value;
use walk::Walk;

/// Collects what templates are given, then tells what they ask for in vain.
#[derive(Debug)]
pub struct Names<'t> {
    templates: &'t Templates,
    /// By template: the union of all its views.
    given: BTreeMap<String, Shape>,
}

impl<'t> Names<'t> {
    pub(super) fn new(templates: &'t Templates) -> Self {
        Self { templates, given: BTreeMap::new() }
    }

    /// Notes one view of a template: what [`Theme::render`](crate::theme::Theme::render) is given.
    pub fn given(&mut self, template: &str, view: &impl serde::Serialize) {
        // A view that does not serialise is told when it is rendered.
        if let Ok(value) = Value::try_from_serializable(view) {
            self.given.entry(template.to_owned()).or_default().see(&value);
        }
    }

    /// Everything that the templates given ask for and that none of their views has, by place.
    pub fn finish(self) -> Vec<Diagnostic> {
        let mut walk = Walk::new(self.templates);
        let found = walk.run(&self.given);
        found
            .into_iter()
            .map(|unknown| {
                let message = match &unknown.of {
                    None => format!("Variable `{}` is not defined. Available: {}", unknown.name, unknown.available),
                    Some(of) => {
                        format!("Field `{}` is not defined in `{of}`. Available: {}", unknown.name, unknown.available)
                    }
                };
                let (start, end) = (unknown.start, unknown.start + unknown.name.len());
                fault::at(self.templates.texts(), &unknown.template, start, end, &message, false)
            })
            .collect()
    }
}
