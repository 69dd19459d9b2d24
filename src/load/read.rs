//! A snapshot → sources, raw files (in parallel), [`Dataset`].

use super::fields::reserved;
use super::files::{ContentFile, Kind, content_files};
use super::letters::slug;
use super::raw::{self, Front, OfFile, RawSite, SettingPlaces};
use super::resolve::{Lost, Raw, resolve};
use super::snapshot::Snapshot;
use super::{schema, yaml};
use crate::conclusion;
use crate::diag::{Code, Diagnostic, Place, Severity, Sink, Sources};
use crate::model::{Conclusion, Dataset, DocumentId, MeetingId, NewsId, Page, PageId, Settings, SlugError};
use chrono::{FixedOffset, NaiveDate};
use rayon::prelude::*;
use std::sync::Arc;

/// What a load gives.
#[derive(Debug)]
pub struct Loaded {
    /// The settings as far as they could be read, defaults elsewhere: for the language of the words and for the theme.
    pub settings: Settings,
    /// Where some of the settings are written.
    pub places: SettingPlaces,
    /// The checked site; none if any error was found.
    pub dataset: Option<Dataset>,
    /// The files that hold drafts, by path.
    pub drafts: Vec<DraftFile>,
    /// How sheets are read, by the paths of their files.
    pub mappings: Vec<raw::Mapping>,
    /// Today in the site's time zone, as the caller's function gave it.
    pub today: NaiveDate,
    /// The texts that the diagnostics point into.
    pub sources: Sources,
    /// Everything found, warnings included.
    pub diagnostics: Sink,
}

/// A file that holds drafts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DraftFile {
    /// Relative to the site folder.
    pub path: String,
    /// How many of its tasks are drafts, on their own or with their document.
    pub tasks: usize,
    /// Whether it is itself a document or meeting that is a draft.
    pub document: bool,
}

/// Reads and checks a whole site. `today` turns the site's offset from UTC into today's date; only the caller knows a
/// clock.
pub fn load(snapshot: &Snapshot, today: impl Fn(&FixedOffset) -> NaiveDate) -> Loaded {
    load_with(snapshot, today, |files| files.par_iter().map(read_file).collect())
}

/// The same, sooner where `memo` comes from an earlier load of the same site. It is brought up to date.
pub fn load_again(snapshot: &Snapshot, today: impl Fn(&FixedOffset) -> NaiveDate, memo: &mut Memo) -> Loaded {
    load_with(snapshot, today, |files| memo.read(files))
}

fn load_with(
    snapshot: &Snapshot,
    today: impl Fn(&FixedOffset) -> NaiveDate,
    read: impl FnOnce(&[ContentFile]) -> Vec<(Made, Sink)>,
) -> Loaded {
    let mut sources = Sources::default();
    let mut diagnostics = Sink::default();
    let files = content_files(snapshot, &mut sources, &mut diagnostics);
    let read = read(&files);

    let mut raw = Raw::default();
    let mut mappings = Vec::new();
    for (content, (made, sink)) in files.iter().zip(read) {
        diagnostics.append(sink);
        let file = content.file;
        match made {
            Made::Site(site) => raw.site = *site,
            Made::Agencies(value) => raw.agencies.push(value),
            Made::Meeting(value) => raw.meetings.push(OfFile { file, value: *value }),
            Made::Document(value) => raw.own_documents.push(OfFile { file, value: *value }),
            Made::News(value) => raw.news.push(OfFile { file, value: *value }),
            Made::Page(value) => raw.pages.push(OfFile { file, value: *value }),
            Made::EnglishPage(value) => raw.english_pages.push(OfFile { file, value: *value }),
            Made::Tasks(value) => raw.tasks.push(value),
            Made::Mapping(value) => mappings.push(raw::Mapping { path: sources.path(file).to_owned(), ..value }),
            Made::Nothing => lose(content, &mut raw.lost),
        }
    }
    if files.iter().all(|content| content.kind != Kind::Site) {
        diagnostics.push(Diagnostic::of_site(Code::FileMissing).arg("path", "content/site.yaml"));
    }
    let (settings, places) = (raw.site.settings.clone(), raw.site.places.clone());
    let today = today(&settings.offset);
    if let Some(newer) = raw.site.newer {
        let mut alone = Sink::default();
        alone.push(newer);
        let (drafts, mappings) = (Vec::new(), Vec::new());
        return Loaded { settings, places, dataset: None, drafts, mappings, today, sources, diagnostics: alone };
    }
    let errors = std::mem::take(&mut raw.site.errors);
    let (dataset, drafts) = resolve(raw, today, &mut diagnostics);
    let mut drafts: Vec<DraftFile> = drafts
        .into_iter()
        .map(|(file, (tasks, document))| DraftFile { path: sources.path(file).to_owned(), tasks, document })
        .collect();
    drafts.sort_unstable_by(|a, b| a.path.cmp(&b.path));
    diagnostics.raise(&errors);
    let sound = diagnostics.worst() != Some(Severity::Error);
    Loaded { settings, places, dataset: sound.then_some(dataset), drafts, mappings, today, sources, diagnostics }
}

/// What each file of a site was read to, which depends on nothing but its name, its number and its text.
#[derive(Default)]
pub struct Memo(Vec<(ContentFile, Arc<(Made, Sink)>)>);

impl Memo {
    /// Reads the files that were not the same when they were read last.
    fn read(&mut self, files: &[ContentFile]) -> Vec<(Made, Sink)> {
        let known = |content: &ContentFile| {
            let n = self.0.binary_search_by_key(&content.file, |(known, _)| known.file).ok()?;
            let (known, read) = &self.0[n];
            (known == content).then(|| Arc::clone(read))
        };
        let read = |content| known(content).unwrap_or_else(|| Arc::new(read_file(content)));
        let read: Vec<Arc<(Made, Sink)>> = files.par_iter().map(read).collect();
        self.0 = files.iter().cloned().zip(read.iter().cloned()).collect();
        read.par_iter().map(|read| (**read).clone()).collect()
    }
}

#[derive(Clone)]
enum Made {
    Site(Box<RawSite>),
    Agencies(raw::RawAgencies),
    Meeting(Box<raw::RawMeeting>),
    Document(Box<raw::RawOwnDocument>),
    News(Box<raw::RawNews>),
    Page(Box<Page>),
    /// `<id>.en.md`.
    EnglishPage(Box<Page>),
    Tasks(raw::RawTasks),
    Mapping(raw::Mapping),
    Nothing,
}

/// What a file that could not be read took with it.
fn lose(content: &ContentFile, lost: &mut Lost) {
    let name = Some(content.stem.clone());
    match content.kind {
        // A site whose settings cannot be read has lost all its topics, which is what the default says.
        Kind::Site | Kind::Page | Kind::Import => {}
        Kind::Agencies => lost.parties.lose(None),
        Kind::Meeting => {
            lost.meetings.lose(name);
            lost.documents.lose(None);
        }
        Kind::Document | Kind::News => lost.documents.lose(name),
        Kind::Tasks => lost.tasks.lose(None),
    }
}

fn read_file(content: &ContentFile) -> (Made, Sink) {
    let mut sink = Sink::default();
    let made = content.text.as_deref().and_then(|text| read_text(content, text, &mut sink));
    (made.unwrap_or(Made::Nothing), sink)
}

fn read_text(content: &ContentFile, text: &str, sink: &mut Sink) -> Option<Made> {
    match content.kind {
        Kind::Site => Some(Made::Site(Box::new(raw::site(yaml::parse(text, content.file, 0, sink)?, sink)))),
        Kind::Agencies => Some(Made::Agencies(raw::agencies(yaml::parse(text, content.file, 0, sink)?, sink))),
        Kind::Tasks => Some(Made::Tasks(raw::tasks(yaml::parse(text, content.file, 0, sink)?, text, sink))),
        Kind::Import => raw::mapping(yaml::parse(text, content.file, 0, sink)?, sink).map(Made::Mapping),
        Kind::Meeting => {
            let (front, text) = markdown_file(content, text, sink)?;
            let id = name(content, MeetingId::parse, sink)?;
            raw::meeting(id, front, text, sink).map(|meeting| Made::Meeting(Box::new(meeting)))
        }
        Kind::Document => {
            let (front, text) = markdown_file(content, text, sink)?;
            let id = name(content, DocumentId::parse, sink)?;
            raw::own_document(id, front, text, sink).map(|document| Made::Document(Box::new(document)))
        }
        Kind::News => {
            let (Front { yaml, .. }, text) = markdown_file(content, text, sink)?;
            let id = name(content, NewsId::parse, sink)?;
            raw::news(id, yaml, text, sink).map(|news| Made::News(Box::new(news)))
        }
        Kind::Page => {
            let (Front { yaml, .. }, text) = markdown_file(content, text, sink)?;
            if let Some(Ok(id)) = content.stem.strip_suffix(".en").map(PageId::parse) {
                return raw::page(id, yaml, text, sink).map(|page| Made::EnglishPage(Box::new(page)));
            }
            let id = name(content, PageId::parse, sink)?;
            raw::page(id, yaml, text, sink).map(|page| Made::Page(Box::new(page)))
        }
    }
}

/// Front matter and text of a Markdown file; both are read even if one of them has errors.
fn markdown_file<'a>(content: &ContentFile, text: &'a str, sink: &mut Sink) -> Option<(Front<'a>, Conclusion)> {
    let Some(front) = conclusion::split_front_matter(text) else {
        let top = Place { file: content.file, start: 0, end: 0 };
        sink.push(Diagnostic::new(Code::FrontMatterMissing, top));
        return None;
    };
    let node = yaml::parse(front.yaml, content.file, front.yaml_start, sink);
    let annexes = node.as_ref().is_some_and(|node| match content.kind {
        Kind::Meeting => raw::declares_annexes(node, &schema::MEETING),
        Kind::Document => raw::declares_annexes(node, &schema::DOCUMENT_FILE),
        Kind::Site | Kind::Agencies | Kind::News | Kind::Page | Kind::Tasks | Kind::Import => false,
    });
    let read = match content.kind {
        Kind::Page => conclusion::read_page,
        Kind::Meeting | Kind::Document if annexes => conclusion::read_with_annexes,
        Kind::Site | Kind::Agencies | Kind::Meeting | Kind::Document | Kind::News | Kind::Tasks | Kind::Import => {
            conclusion::read
        }
    };
    let body = read(front.body, content.file, front.body_start, sink);
    node.map(|yaml| (Front { yaml, text: front.yaml, start: front.yaml_start }, body))
}

/// The id that a file's name gives.
fn name<T>(content: &ContentFile, parse: impl Fn(&str) -> Result<T, SlugError>, sink: &mut Sink) -> Option<T> {
    let Ok(id) = parse(&content.stem) else {
        let top = Place { file: content.file, start: 0, end: 0 };
        let slug = slug(&content.stem);
        let near = (!slug.is_empty() && slug != content.stem).then_some(slug);
        let diagnostic = Diagnostic::new(Code::BadId, top).arg("value", &*content.stem).arg("reason", "file");
        sink.push(diagnostic.arg("character", "").suggest(near));
        return None;
    };
    sink.extend(reserved(&content.stem, "file", Place { file: content.file, start: 0, end: 0 }));
    Some(id)
}
