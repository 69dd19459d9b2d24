//! Which files of a snapshot are content, and what kind of content they are.

use super::old_encoding::{Old, old_lines, value_range};
use super::snapshot::{Body, File, MAX_FILE_BYTES, MAX_FILES, MAX_MARKDOWN_BYTES, Snapshot, passed_over};
use super::text::{self, Odd};
use crate::conclusion::split_front_matter;
use crate::diag::{Code, Diagnostic, FileId, Place, Sink, Sources, conflicts};
use crate::model::numbers;
use rayon::prelude::*;
use std::ops::Range;
use std::sync::Arc;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// `content/site.yaml`
    Site,
    /// `content/agencies/*.yaml`
    Agencies,
    /// `content/meetings/*.md`
    Meeting,
    /// `content/documents/*.md`
    Document,
    /// `content/news/*.md`
    News,
    /// `content/pages/*.md`
    Page,
    /// `content/tasks/*.yaml`
    Tasks,
    /// `content/import/*.yaml`
    Import,
}

#[derive(Clone, PartialEq)]
pub struct ContentFile {
    pub kind: Kind,
    pub file: FileId,
    /// The name without folder and ending.
    pub stem: String,
    /// None if it was refused, which was reported.
    pub text: Option<Arc<str>>,
}

/// All content in the order of the paths, entered into the sources. Everything else that lies there is reported.
pub fn content_files(snapshot: &Snapshot, sources: &mut Sources, sink: &mut Sink) -> Vec<ContentFile> {
    if snapshot.too_many {
        sink.push(Diagnostic::of_site(Code::TooManyFiles).arg("limit", MAX_FILES.to_string()));
    }
    let mut files: Vec<_> = snapshot.files.iter().collect();
    files.sort_by(|a, b| a.path.cmp(&b.path));
    let mut found = Vec::with_capacity(files.len());
    // Every letter is looked at: by all processors.
    let looked_at: Vec<_> = files.par_iter().map(|file| look(file)).collect();
    for (file, looked_at) in files.into_iter().zip(looked_at) {
        let content = file.path.starts_with("content/");
        let kind = if content { kind_of(&file.path) } else { Err(Ignored::Silently) };
        let markdown = matches!(kind, Ok(Kind::Meeting | Kind::Document | Kind::News | Kind::Page));
        // What is not UTF-8 is replaced in `shown`, so that its line can be shown.
        let (text, shown, refused) = match &file.body {
            Body::Text(text) if markdown && text.len() as u64 > MAX_MARKDOWN_BYTES => {
                (None, None, Some(Code::FileTooLarge))
            }
            Body::Text(text) => (Some(text), None, None),
            Body::Bytes(bytes) => (None, Some(String::from_utf8_lossy(bytes).into()), Some(Code::BadUtf8)),
            Body::TooLarge(_) => (None, None, Some(Code::FileTooLarge)),
            Body::Outside(_) => (None, None, Some(Code::SymlinkOutside)),
        };
        match kind {
            // A link out of the site is reported wherever it lies.
            Err(_) if refused == Some(Code::SymlinkOutside) => {}
            Err(Ignored::Silently) => continue,
            Err(Ignored::Warn(reason)) => {
                let id = sources.add(&*file.path, "");
                let top = Place { file: id, start: 0, end: 0 };
                sink.push(Diagnostic::new(Code::UnknownFile, top).arg("path", &*file.path).arg("reason", reason));
                continue;
            }
            Ok(_) => {}
        }
        let Look { text, odd, old } = text.and(looked_at).unwrap_or_default();
        let id = sources.add(&*file.path, text.clone().or(shown).unwrap_or_else(|| Arc::from("")));
        let conflicts = text.as_deref().map_or(Vec::new(), |text| conflicts(text, id));
        let text = text.filter(|_| conflicts.is_empty());
        sink.extend(conflicts);
        let old = text.as_ref().map_or(Vec::new(), |text| old_places(old, text, id));
        for odd in odd {
            // A soft hyphen is a letter of TCVN3.
            if text.is_none()
                || (odd.characters == ['\u{ad}'] && old.iter().any(|(line, _)| line.contains(&odd.at.start)))
            {
                continue;
            }
            let at = |byte: usize| u32::try_from(byte).unwrap_or(u32::MAX);
            let place = Place { file: id, start: at(odd.at.start), end: at(odd.at.end) };
            let diagnostic = Diagnostic::new(Code::OddCharacters, place).arg("field", "this-line");
            sink.push(diagnostic.arg("characters", numbers(&odd.characters)));
        }
        if let Some(code) = refused {
            sink.push(refusal(code, id, &file.body));
        }
        sink.extend(old.into_iter().map(|(_, diagnostic)| diagnostic));
        if let Ok(kind) = kind {
            found.push(ContentFile { kind, file: id, stem: stem(&file.path).to_owned(), text });
        }
    }
    found
}

/// What the letters of a file are like.
#[derive(Default)]
struct Look {
    /// Swept; none if the file is not to be read.
    text: Option<Arc<str>>,
    odd: Vec<Odd>,
    /// Its lines in old letters.
    old: Vec<Old>,
}

/// None of what is no text of content.
fn look(file: &File) -> Option<Look> {
    match &file.body {
        Body::Text(text) if file.path.starts_with("content/") && kind_of(&file.path).is_ok() => {
            let (swept, odd) = text::swept(text, yaml_bytes(&file.path, text));
            Some(Look { text: Some(swept), odd, old: old_lines(text) })
        }
        Body::Text(_) | Body::Bytes(_) | Body::TooLarge(_) | Body::Outside(_) => None,
    }
}

/// The lines of a file in old letters: where each stands in the swept text, and its warning.
fn old_places(old: Vec<Old>, text: &str, file: FileId) -> Vec<(Range<usize>, Diagnostic)> {
    let mut lines = text.split_inclusive('\n').enumerate();
    let mut start = 0;
    let mut found = Vec::new();
    for old in old {
        for (n, line) in lines.by_ref() {
            let range = start..start + line.len();
            start = range.end;
            if n == old.line {
                let value = value_range(line.trim_end());
                let at = |byte: usize| u32::try_from(range.start + byte).unwrap_or(u32::MAX);
                let place = Place { file, start: at(value.start), end: at(value.end) };
                let diagnostic = Diagnostic::new(Code::OldEncoding, place).arg("encoding", old.encoding);
                let field = if old.field.is_empty() { "this-line" } else { &old.field };
                found.push((range, diagnostic.arg("field", field).suggest(Some(old.value))));
                break;
            }
        }
    }
    found
}

/// How many of a file's bytes are YAML: all, or its front matter.
fn yaml_bytes(path: &str, text: &str) -> usize {
    if path.ends_with(".md") { split_front_matter(text).map_or(0, |front| front.body_start) } else { text.len() }
}

/// Why a file in the site is no content.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Ignored {
    Silently,
    Warn(&'static str),
}

/// Whether a file of this path, should there be one, is read as content.
pub fn is_content(path: &str) -> bool {
    // A path that leads anywhere but down has a part that is empty or begins with a dot.
    path.starts_with("content/") && !path.split('/').any(str::is_empty) && kind_of(path).is_ok()
}

fn kind_of(path: &str) -> Result<Kind, Ignored> {
    let name = path.rsplit('/').next().unwrap_or(path);
    let ending = name.rsplit_once('.').map(|(_, ending)| ending);
    if path.split('/').any(passed_over) || name.starts_with("README") {
        return Err(Ignored::Silently);
    }
    let inside = path.strip_prefix("content/").unwrap_or(path);
    if inside == "site.yaml" {
        return Ok(Kind::Site);
    }
    let (folder, _) = inside.split_once('/').unwrap_or(("", inside));
    let yaml = matches!(ending, Some("yaml" | "yml"));
    let markdown = ending == Some("md");
    match folder {
        "agencies" if yaml => Ok(Kind::Agencies),
        "tasks" if yaml => Ok(Kind::Tasks),
        "import" if yaml => Ok(Kind::Import),
        "meetings" if markdown => Ok(Kind::Meeting),
        "documents" if markdown => Ok(Kind::Document),
        "news" if markdown => Ok(Kind::News),
        "pages" if markdown => Ok(Kind::Page),
        "agencies" | "tasks" | "import" => Err(Ignored::Warn("yaml-wanted")),
        "meetings" | "documents" | "news" | "pages" => Err(Ignored::Warn("markdown-wanted")),
        _ => Err(Ignored::Warn("folder")),
    }
}

fn stem(path: &str) -> &str {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}

fn refusal(code: Code, file: FileId, body: &Body) -> Diagnostic {
    let top = Place { file, start: 0, end: 0 };
    match body {
        Body::Bytes(bytes) => {
            let valid = std::str::from_utf8(bytes).map_or_else(|error| error.valid_up_to(), str::len);
            let start = u32::try_from(valid).unwrap_or(u32::MAX);
            // The replacement character that stands for the bytes in the text shown is three bytes long.
            Diagnostic::new(code, Place { file, start, end: start.saturating_add(3) })
        }
        Body::TooLarge(size) => too_large(top, *size, MAX_FILE_BYTES),
        Body::Outside(target) => Diagnostic::new(code, top).arg("target", &**target),
        Body::Text(text) => too_large(top, text.len() as u64, MAX_MARKDOWN_BYTES),
    }
}

fn too_large(at: Place, size: u64, limit: u64) -> Diagnostic {
    let mebibytes = |bytes: u64| bytes.div_ceil(1 << 20).to_string();
    Diagnostic::new(Code::FileTooLarge, at).arg("size", mebibytes(size)).arg("limit", mebibytes(limit))
}
