//! What is done with the view of a page: its names are noted, it is hashed, it is rendered.

use super::fingerprint::mark;
use super::view::{Base, SiteView};
use crate::bundle::Fingerprint;
use crate::diag::Diagnostic;
use crate::model::Language;
use crate::theme::{self, Names, Theme, Value};
use foldhash::HashMap;
use serde::Serialize;
use std::sync::RwLock;

/// What a template gets.
#[derive(Serialize)]
pub(super) struct Context<'v, V> {
    pub base: &'v Base,
    pub site: &'v SiteView,
    pub view: &'v V,
}

/// Something to be done with a view, whatever its type.
pub(super) trait ViewUser<T> {
    fn take<V: Serialize>(self, template: &'static str, context: &Context<'_, V>) -> T;
}

/// Notes what a template is given.
pub(super) struct Note<'n, 't>(pub &'n mut Names<'t>);

impl ViewUser<()> for Note<'_, '_> {
    fn take<V: Serialize>(self, template: &'static str, context: &Context<'_, V>) {
        self.0.given(template, context);
    }
}

/// Renders a page.
pub(super) struct Render<'t> {
    pub theme: &'t Theme,
    pub site: &'t Value,
    pub language: Language,
}

impl ViewUser<Result<Vec<u8>, Diagnostic>> for Render<'_> {
    fn take<V: Serialize>(self, template: &'static str, context: &Context<'_, V>) -> Result<Vec<u8>, Diagnostic> {
        theme::on_page(&context.base.root, self.site, || {
            // The site is the same on every page: its values are shared, not made again.
            let mut values = theme::Context::new();
            values.insert_value("site", self.site.clone());
            values.insert("base", context.base);
            values.insert("view", context.view);
            self.theme.render_context(template, self.language.code(), &values)
        })
    }
}

/// Takes a page's fingerprint.
pub(super) struct Mark<'t> {
    pub theme: &'t Theme,
    /// Hashes of what is the same on every page of a template.
    pub shared: &'t SharedMarks,
    /// The site's view, which is.
    pub site: &'t SiteView,
}

impl ViewUser<Fingerprint> for Mark<'_> {
    fn take<V: Serialize>(self, template: &'static str, context: &Context<'_, V>) -> Fingerprint {
        let shared = self.shared.of(template, || {
            let before: [&[u8]; 2] = [&self.theme.fingerprint(), template.as_bytes()];
            mark(&before, self.site)
        });
        Fingerprint(mark(&[&shared], &(context.base, context.view)))
    }
}

/// Hashes of the theme, the template's name and the site's view, by template.
#[derive(Default)]
pub(super) struct SharedMarks(RwLock<HashMap<&'static str, [u8; 32]>>);

impl SharedMarks {
    fn of(&self, template: &'static str, make: impl FnOnce() -> [u8; 32]) -> [u8; 32] {
        if let Some(mark) = self.0.read().ok().and_then(|all| all.get(template).copied()) {
            return mark;
        }
        let mark = make();
        if let Ok(mut all) = self.0.write() {
            all.insert(template, mark);
        }
        mark
    }
}

/// Both at once.
pub(super) struct RenderMarked<'t>(pub Render<'t>, pub Mark<'t>);

impl ViewUser<Result<(Vec<u8>, Fingerprint), Diagnostic>> for RenderMarked<'_> {
    fn take<V: Serialize>(
        self,
        template: &'static str,
        context: &Context<'_, V>,
    ) -> Result<(Vec<u8>, Fingerprint), Diagnostic> {
        let mark = self.1.take(template, context);
        Ok((self.0.take(template, context)?, mark))
    }
}
