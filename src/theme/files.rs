//! The files of a theme by what they are for, the site's over the carried ones.

use crate::diag::{Code, Diagnostic, FileId, Place, Sink, Sources};
use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

/// Carried templates are known under this prefix, and without it where the site has no file of that name.
pub(super) const CARRIED: &str = "default/";

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ThemeFile {
    /// Relative to the theme's folder, `/` between parts: `templates/base.html`.
    pub path: String,
    pub bytes: Vec<u8>,
    /// Where the loader has noted the text, if it has.
    pub file: Option<FileId>,
}

/// Whose file it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Layer {
    Carried,
    Site,
}

#[derive(Debug, Clone)]
pub(super) struct Text {
    pub layer: Layer,
    pub file: FileId,
    pub content: Arc<str>,
}

impl Text {
    /// The place of these bytes, as far as they lie in the text.
    pub fn place(&self, range: Range<usize>) -> Place {
        let narrow = |n: usize| u32::try_from(n.min(self.content.len())).unwrap_or(u32::MAX);
        Place { file: self.file, start: narrow(range.start), end: narrow(range.end) }
    }
}

#[derive(Debug, Default)]
pub(super) struct Files {
    /// By name in Tera: overrides as they are, carried ones under `default/`.
    pub templates: BTreeMap<String, Text>,
    /// By language, the carried file first.
    pub messages: BTreeMap<String, Vec<Text>>,
    pub assets: BTreeMap<String, (Vec<u8>, Option<FileId>)>,
}

impl Files {
    pub fn sort_in(&mut self, file: ThemeFile, layer: Layer, sources: &mut Sources, sink: &mut Sink) {
        let path = file.path.clone();
        let Some((kind, name)) = path.split_once('/') else { return self.unknown(&file, layer, sink) };
        match kind {
            "templates" => {
                let Some(text) = text(file, layer, sources, sink) else { return };
                let name = match layer {
                    Layer::Carried => format!("{CARRIED}{name}"),
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
                    let css = std::str::from_utf8(&file.bytes).ok().filter(|_| is_css(name))?;
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

    pub fn fingerprint(&self) -> [u8; 32] {
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

/// Whether an asset is a style sheet, the one kind that refers to others.
pub(super) fn is_css(name: &str) -> bool {
    has_extension(name, "css")
}
