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
mod fragments;
mod messages;
mod names;
mod templates;
#[cfg(test)]
mod tests;

pub use assets::Asset;
pub use fragments::{Fragments, ROOT, ToValue};
pub use tera::{Context, Map, Value};

use crate::diag::{Code, Diagnostic, FileId, Place, Sink, Sources};
use crate::i18n::{Language, Messages, Words};
use assets::Assets;
use schemars::Schema;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use templates::Templates;

/// A file of a theme.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ThemeFile {
    /// Relative to the theme's folder, `/` between parts: `templates/base.html`.
    pub path: String,
    /// Content.
    pub bytes: Vec<u8>,
    /// Where the loader has noted the text, if it has.
    pub file: Option<FileId>,
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

    /// The same with another carried theme.
    fn assemble(
        carried: Vec<ThemeFile>,
        overrides: Vec<ThemeFile>,
        sources: &mut Sources,
        sink: &mut Sink,
    ) -> Option<Self> {
        let before = sink.len();
        let mut parts = Parts::default();
        for file in carried {
            parts.sort_in(file, Layer::Carried, sources, sink);
        }
        for file in overrides {
            parts.sort_in(file, Layer::Site, sources, sink);
        }
        let fingerprint = parts.fingerprint();
        let messages = messages::read(parts.messages, sink);
        let assets = Arc::new(Assets::build(&parts.assets, sink));
        let templates = Templates::build(parts.templates, &messages, &assets, sink);
        let templates = templates.filter(|_| sink.len() == before)?;
        Some(Self { templates, assets, messages, fingerprint })
    }

    /// Renders `template` in `language` with what `view` serialises to.
    pub fn render(&self, template: &str, language: &str, view: &impl serde::Serialize) -> Result<Vec<u8>, Diagnostic> {
        let context = Context::from_serialize(view).map_err(|e| diagnostic::of_view(template, &e))?;
        self.render_context(template, language, &context, "")
    }

    /// The same with a context that is already there: values shared between pages are not serialised again.
    /// `root` is the way from the page to the root of the site.
    pub fn render_context(
        &self,
        template: &str,
        language: &str,
        context: &Context,
        root: &str,
    ) -> Result<Vec<u8>, Diagnostic> {
        self.templates.render(template, language, context, root)
    }

    /// The fragments of a language's pages.
    ///
    /// # Panics
    /// If the theme has no messages in it.
    pub fn fragments(&self, language: &str) -> &Fragments {
        self.templates.fragments(language)
    }

    /// Whether there is a template of this name (`task.html`).
    pub fn has_template(&self, name: &str) -> bool {
        self.templates.has(name)
    }

    /// The languages that have messages, sorted.
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
        self.templates.messages_used()
    }

    /// All assets, by path.
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

/// Whose file it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Layer {
    Carried,
    Site,
}

/// A text of the theme, and the file to which its diagnostics point.
#[derive(Debug, Clone)]
struct Text {
    layer: Layer,
    file: FileId,
    content: Arc<str>,
}

/// The files of a theme by what they are for.
#[derive(Debug, Default)]
struct Parts {
    /// By name in Tera: overrides as they are, carried ones under `default/`.
    templates: BTreeMap<String, Text>,
    /// By language, the carried file first.
    messages: BTreeMap<String, Vec<Text>>,
    assets: BTreeMap<String, (Vec<u8>, Option<FileId>)>,
}

impl Parts {
    fn sort_in(&mut self, file: ThemeFile, layer: Layer, sources: &mut Sources, sink: &mut Sink) {
        let path = file.path.clone();
        let Some((kind, name)) = path.split_once('/') else { return self.unknown(&file, layer, sink) };
        match kind {
            "templates" => {
                let Some(text) = text(file, layer, sources, sink) else { return };
                let name = match layer {
                    Layer::Carried => format!("{}{name}", templates::CARRIED),
                    Layer::Site => name.to_owned(),
                };
                self.templates.insert(name, text);
            }
            "messages" if has_extension(name, "ftl") => {
                let Some(text) = text(file, layer, sources, sink) else { return };
                let language = name.trim_end_matches(".ftl").to_owned();
                self.messages.entry(language).or_default().push(text);
            }
            "assets" => {
                let noted = file.file.or_else(|| {
                    let css = std::str::from_utf8(&file.bytes).ok().filter(|_| assets::is_css(name))?;
                    Some(sources.add(shown_path(&path, layer), css))
                });
                self.assets.insert(name.to_owned(), (file.bytes, noted));
            }
            _ => self.unknown(&file, layer, sink),
        }
    }

    /// Notes are welcome in a theme's folder; anything else that nothing reads is a mistake.
    #[expect(clippy::unused_self, reason = "reads as one of the ways in which a file is sorted in")]
    fn unknown(&self, file: &ThemeFile, layer: Layer, sink: &mut Sink) {
        let name = file.path.rsplit('/').next().unwrap_or_default();
        let note = name.starts_with('.') || has_extension(name, "md") || has_extension(name, "txt");
        if layer == Layer::Site && !note {
            let at = file.file.map(|file| Place { file, start: 0, end: 0 });
            sink.push(Diagnostic::new(Code::UnknownFile, at).arg("path", file.path.as_str()));
        }
    }

    fn fingerprint(&self) -> [u8; 32] {
        let mut hasher = blake3::Hasher::new();
        let mut add = |kind: &str, name: &str, bytes: &[u8]| {
            for part in [kind.as_bytes(), name.as_bytes(), bytes] {
                // Lengths keep neighbours apart: `ab` + `c` is not `a` + `bc`.
                hasher.update(&(part.len() as u64).to_le_bytes());
                hasher.update(part);
            }
        };
        add("version", "", env!("CARGO_PKG_VERSION").as_bytes());
        for (name, text) in &self.templates {
            add("template", name, text.content.as_bytes());
        }
        for (language, texts) in &self.messages {
            for text in texts {
                add("message", language, text.content.as_bytes());
            }
        }
        for (name, (bytes, _)) in &self.assets {
            add("asset", name, bytes);
        }
        *hasher.finalize().as_bytes()
    }
}

/// The text of a file, noted among the sources.
fn text(file: ThemeFile, layer: Layer, sources: &mut Sources, sink: &mut Sink) -> Option<Text> {
    let noted = file.file;
    let (text, bad) = match String::from_utf8(file.bytes) {
        Ok(text) => (text, None),
        Err(e) => {
            let start = e.utf8_error().valid_up_to();
            (String::from_utf8_lossy(e.as_bytes()).into_owned(), Some(start))
        }
    };
    let id = noted.unwrap_or_else(|| sources.add(shown_path(&file.path, layer), text.as_str()));
    if let Some(start) = bad {
        let start = u32::try_from(start).unwrap_or(u32::MAX);
        sink.push(Diagnostic::new(Code::BadUtf8, Place { file: id, start, end: start }));
        return None;
    }
    Some(Text { layer, file: id, content: text.into() })
}

/// Whether a file's name ends in `.extension`.
fn has_extension(name: &str, extension: &str) -> bool {
    name.rsplit_once('.').is_some_and(|(_, found)| found == extension)
}

/// The path under which a file is shown: a carried one is on no disk.
fn shown_path(path: &str, layer: Layer) -> String {
    match layer {
        Layer::Carried => format!("tiendo:themes/default/{path}"),
        Layer::Site => format!("themes/{path}"),
    }
}
