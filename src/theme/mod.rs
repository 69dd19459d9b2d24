//! The theme: templates, assets and messages; the carried default under the site's overrides, file by file.
//!
//! Deals with everything that gives a page its looks and its words. Refuses: reading a disk (the loader hands the
//! overrides over), knowing what a view holds, formatting dates and numbers (views do).
//!
//! A theme that loads has templates that parse, name only templates, components, filters and functions that exist,
//! and use only messages that every language has. What a template asks of its view is checked by
//! [`Theme::unknown_names`].

mod assets;
mod carried;
mod diagnostic;
mod files;
mod fragments;
mod messages;
mod names;
mod policy;
mod settled;
mod shapes;
mod templates;
#[cfg(test)]
mod tests;

pub use assets::Asset;
pub use files::ThemeFile;
pub use fragments::{Fragments, ROOT, ToValue};
pub use tera::{Context, Map, Value};

use crate::diag::{Diagnostic, Sink, Sources};
use crate::i18n::{Language, Messages, Words};
use assets::Assets;
use files::{Files, Layer};
use schemars::Schema;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use templates::Templates;

/// The files of the carried theme that a site can have its own of.
pub fn carried_files() -> Vec<ThemeFile> {
    carried::files().into_iter().filter(|file| file.path.contains('/')).collect()
}

/// A loaded theme. Cheap to share between threads, never changed.
#[derive(Debug)]
pub struct Theme {
    templates: Templates,
    assets: Arc<Assets>,
    messages: BTreeMap<String, Arc<Messages>>,
    fingerprint: [u8; 32],
}

impl Theme {
    /// The carried theme under `overrides`; none if anything in it is wrong (`sink` says what).
    pub fn load(overrides: Vec<ThemeFile>, sources: &mut Sources, sink: &mut Sink) -> Option<Self> {
        Self::assemble(carried::files(), overrides, sources, sink)
    }

    fn assemble(
        carried: Vec<ThemeFile>,
        overrides: Vec<ThemeFile>,
        sources: &mut Sources,
        sink: &mut Sink,
    ) -> Option<Self> {
        let before = sink.errors();
        let mut parts = Files::default();
        for file in carried {
            parts.sort_in(file, Layer::Carried, sources, sink);
        }
        for file in overrides {
            parts.sort_in(file, Layer::Site, sources, sink);
        }
        let fingerprint = parts.fingerprint();
        let languages = messages::read(&parts.messages, sink);
        let assets = Arc::new(Assets::build(&parts.assets, sink));
        let own = parts.templates.values().filter(|text| text.layer == Layer::Site);
        own.flat_map(policy::blocked).for_each(|warning| sink.push(warning));
        let templates = Templates::build(parts.templates, &languages, &assets, sink);
        let templates = templates.filter(|_| sink.errors() == before)?;
        Some(Self { templates, assets, messages: languages.words, fingerprint })
    }

    /// Renders a template. `root` is the way from the page to the root of the site.
    pub fn render_context(
        &self,
        template: &str,
        language: &str,
        context: &Context,
        root: &str,
    ) -> Result<Vec<u8>, Diagnostic> {
        self.templates.render(template, language, context, root)
    }

    pub fn fragments(&self, language: &str) -> &Fragments {
        self.templates.fragments(language)
    }

    pub fn languages(&self) -> impl Iterator<Item = &str> {
        self.messages.keys().map(String::as_str)
    }

    /// The messages of a language; none where the theme speaks another.
    pub fn messages(&self, language: &str) -> Option<&Arc<Messages>> {
        self.messages.get(language)
    }

    /// The words of a language; every message is its key where the theme has none in it.
    pub fn words(&self, language: Language) -> Words {
        let none = || Arc::new(Messages::carried(language, ""));
        Words::new(self.messages(language.code()).cloned().unwrap_or_else(none), language)
    }

    /// Keys that templates use: as they are, and beginnings of keys put together (`unit-`).
    pub fn messages_used(&self) -> (BTreeSet<&str>, BTreeSet<&str>) {
        self.templates.literals.messages_used()
    }

    pub fn assets(&self) -> impl Iterator<Item = &Asset> {
        self.assets.all()
    }

    /// The path of an asset in the site: `assets/site.4f2a91c0.css` for `site.css`.
    pub fn asset(&self, name: &str) -> Option<&str> {
        self.assets.path(name)
    }

    /// Hash of every file and of the version of this program: equal fingerprints make equal pages of equal views.
    pub fn fingerprint(&self) -> [u8; 32] {
        self.fingerprint
    }

    /// Every name that templates ask for in vain, in branches that no page takes too. `given` is the schema of what a
    /// template gets, by its name.
    pub fn unknown_names(&self, given: &BTreeMap<&'static str, Schema>) -> Vec<Diagnostic> {
        names::unknown_names(&self.templates, given)
    }
}
