//! A snapshot → sources, raw files (in parallel), [`Dataset`].

use super::raw::{self, OfFile, RawSite};
use super::resolve::{Lost, Raw, resolve};
use super::snapshot::{Body, MAX_FILE_BYTES, MAX_FILES, Snapshot};
use super::{text, yaml};
use crate::conclusion;
use crate::diag::{Code, Diagnostic, FileId, Place, Severity, Sink, Sources};
use crate::model::{Conclusion, Dataset, MeetingId, NewsId, Page, PageId, Settings, SlugError};
use chrono::{FixedOffset, NaiveDate};
use rayon::prelude::*;
use std::sync::Arc;

/// What a load gives.
#[derive(Debug)]
pub struct Loaded {
    /// The checked site; none if any error was found.
    pub dataset: Option<Dataset>,
    /// The settings as far as they could be read, defaults elsewhere: for the language of the words and for the theme.
    pub settings: Settings,
    /// Today in the site's time zone, as the caller's function gave it.
    pub today: NaiveDate,
    /// The texts that the faults point into.
    pub sources: Sources,
    /// Everything found, warnings included.
    pub faults: Sink,
}

/// Reads and checks a whole site. `today` turns the site's offset from UTC into today's date; only a caller knows a
/// clock.
pub fn load(snapshot: &Snapshot, today: impl Fn(&FixedOffset) -> NaiveDate) -> Loaded {
    let mut sources = Sources::default();
    let mut faults = Sink::default();
    let jobs = jobs(snapshot, &mut sources, &mut faults);
    let made: Vec<(Made, Sink)> = jobs.par_iter().map(one_job).collect();

    let mut raw = Raw {
        site: RawSite::default(),
        agencies: Vec::new(),
        meetings: Vec::new(),
        news: Vec::new(),
        pages: Vec::new(),
        tasks: Vec::new(),
        lost: Lost::default(),
    };
    let mut has_site = false;
    for (job, (made, sink)) in jobs.iter().zip(made) {
        faults.append(sink);
        let file = job.file;
        match made {
            Made::Site(site) => {
                has_site = true;
                raw.site = *site;
            }
            Made::Agencies(value) => raw.agencies.push(value),
            Made::Meeting(value) => raw.meetings.push(OfFile { file, value: *value }),
            Made::News(value) => raw.news.push(OfFile { file, value: *value }),
            Made::Page(value) => raw.pages.push(OfFile { file, value: *value }),
            Made::Tasks(value) => raw.tasks.push(value),
            Made::Nothing => {
                has_site |= job.kind == Kind::Site;
                lose(job, &mut raw.lost);
            }
        }
    }
    if !has_site {
        faults.push(Diagnostic::of_site(Code::FileMissing).arg("path", "content/site.yaml"));
    }
    let settings = raw.site.settings.clone();
    let today = today(&settings.offset);
    let dataset = resolve(raw, today, &mut faults);
    let sound = faults.worst() != Some(Severity::Error);
    Loaded { dataset: sound.then_some(dataset), settings, today, sources, faults }
}

/// Kinds of files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Site,
    Agencies,
    Meeting,
    News,
    Page,
    Tasks,
}

/// One file to read; no text if it was refused, and reported.
struct Job {
    kind: Kind,
    file: FileId,
    /// The name without folder and ending.
    stem: String,
    text: Option<Arc<str>>,
}

/// One file read.
enum Made {
    Site(Box<RawSite>),
    Agencies(raw::RawAgencies),
    Meeting(Box<raw::RawMeeting>),
    News(Box<raw::RawNews>),
    Page(Box<Page>),
    Tasks(raw::RawTasks),
    Nothing,
}

/// What a file that could not be read took with it.
fn lose(job: &Job, lost: &mut Lost) {
    let name = Some(job.stem.clone());
    match job.kind {
        // A site whose settings cannot be read has lost all its topics, which is what the default says.
        Kind::Site | Kind::Page => {}
        Kind::Agencies => lost.parties.lose(None),
        Kind::Meeting => {
            lost.meetings.lose(name);
            lost.documents.lose(None);
        }
        Kind::News => lost.documents.lose(name),
        Kind::Tasks => lost.tasks.lose(None),
    }
}

/// All content files in the order of their paths, entered into the sources.
fn jobs(snapshot: &Snapshot, sources: &mut Sources, faults: &mut Sink) -> Vec<Job> {
    if snapshot.too_many {
        faults.push(Diagnostic::of_site(Code::TooManyFiles).arg("limit", MAX_FILES.to_string()));
    }
    let mut files: Vec<_> = snapshot.files.iter().collect();
    files.sort_by(|a, b| a.path.cmp(&b.path));
    let mut jobs = Vec::with_capacity(files.len());
    for file in files {
        let content = file.path.starts_with("content/");
        let kind = if content { kind_of(&file.path) } else { Err(Ignored::Silently) };
        let (text, fault) = match &file.body {
            Body::Text(text) => (Some(text::composed(text)), None),
            Body::Bytes(bytes) => (None, Some((lossy(bytes), Code::BadUtf8))),
            Body::TooLarge(_) => (None, Some((Arc::from(""), Code::FileTooLarge))),
            Body::Outside(_) => (None, Some((Arc::from(""), Code::SymlinkOutside))),
        };
        let link = matches!(file.body, Body::Outside(_));
        match kind {
            Err(Ignored::Silently) if !link => continue,
            Err(Ignored::Warn(reason)) if !link => {
                let id = sources.add(&*file.path, "");
                let top = Place { file: id, start: 0, end: 0 };
                faults.push(Diagnostic::new(Code::UnknownFile, top).arg("path", &*file.path).arg("reason", reason));
                continue;
            }
            Err(_) | Ok(_) => {}
        }
        let shown: Arc<str> = match (&text, &fault) {
            (Some(text), _) => Arc::clone(text),
            (None, Some((shown, _))) => Arc::clone(shown),
            (None, None) => Arc::from(""),
        };
        let id = sources.add(&*file.path, shown);
        if let Some((_, code)) = fault {
            faults.push(refusal(code, id, &file.body));
        }
        if let Ok(kind) = kind {
            jobs.push(Job { kind, file: id, stem: stem(&file.path).to_owned(), text });
        }
    }
    jobs
}

/// Why a file in the site is no content.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Ignored {
    Silently,
    Warn(&'static str),
}

fn kind_of(path: &str) -> Result<Kind, Ignored> {
    let name = path.rsplit('/').next().unwrap_or(path);
    let ending = name.rsplit_once('.').map(|(_, ending)| ending);
    let hidden = path.split('/').any(|part| part.starts_with('.'));
    let backup = name.ends_with('~') || ending == Some("swp") || name.starts_with('#') || name.starts_with("~$");
    if hidden || backup || name.starts_with("README") {
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
        "meetings" if markdown => Ok(Kind::Meeting),
        "news" if markdown => Ok(Kind::News),
        "pages" if markdown => Ok(Kind::Page),
        "agencies" | "tasks" => Err(Ignored::Warn("yaml-wanted")),
        "meetings" | "news" | "pages" => Err(Ignored::Warn("markdown-wanted")),
        _ => Err(Ignored::Warn("folder")),
    }
}

fn stem(path: &str) -> &str {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}

/// Bytes as text, everything that is not UTF-8 replaced, so that the line can be shown.
fn lossy(bytes: &[u8]) -> Arc<str> {
    String::from_utf8_lossy(bytes).into()
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
        Body::TooLarge(size) => {
            let fault = Diagnostic::new(code, top).arg("size", (size >> 20).to_string());
            fault.arg("limit", (MAX_FILE_BYTES >> 20).to_string())
        }
        Body::Outside(target) => Diagnostic::new(code, top).arg("target", &**target),
        Body::Text(_) => Diagnostic::new(code, top),
    }
}

fn one_job(job: &Job) -> (Made, Sink) {
    let mut sink = Sink::default();
    let made = job.text.as_deref().and_then(|text| match job.kind {
        Kind::Site | Kind::Agencies | Kind::Tasks => data_file(job, text, &mut sink),
        Kind::Meeting => {
            let (node, text) = markdown_file(job, text, &mut sink)?;
            let id = name(job, MeetingId::parse, &mut sink)?;
            raw::meeting(id, node, text, &mut sink).map(|m| Made::Meeting(Box::new(m)))
        }
        Kind::News => {
            let (node, text) = markdown_file(job, text, &mut sink)?;
            let id = name(job, NewsId::parse, &mut sink)?;
            raw::news(id, node, text, &mut sink).map(|n| Made::News(Box::new(n)))
        }
        Kind::Page => {
            let (node, text) = markdown_file(job, text, &mut sink)?;
            let id = name(job, PageId::parse, &mut sink)?;
            raw::page(id, node, text, &mut sink).map(|p| Made::Page(Box::new(p)))
        }
    });
    (made.unwrap_or(Made::Nothing), sink)
}

fn data_file(job: &Job, text: &str, sink: &mut Sink) -> Option<Made> {
    let node = yaml::parse(text, job.file, 0, sink)?;
    match job.kind {
        Kind::Site => Some(Made::Site(Box::new(raw::site(node, sink)))),
        Kind::Agencies => Some(Made::Agencies(raw::agencies(node, sink))),
        Kind::Tasks => Some(Made::Tasks(raw::tasks(node, sink))),
        Kind::Meeting | Kind::News | Kind::Page => None,
    }
}

/// Front matter and text of a Markdown file; both are read even if one of them is at fault.
fn markdown_file<'a>(job: &Job, text: &'a str, sink: &mut Sink) -> Option<(yaml::Node<'a>, Conclusion)> {
    let Some(front) = conclusion::split_front_matter(text) else {
        let top = Place { file: job.file, start: 0, end: 0 };
        sink.push(Diagnostic::new(Code::FrontMatterMissing, top));
        return None;
    };
    let node = yaml::parse(front.yaml, job.file, front.yaml_start, sink);
    let read = match job.kind {
        Kind::Page => conclusion::read_page,
        Kind::Site | Kind::Agencies | Kind::Meeting | Kind::News | Kind::Tasks => conclusion::read,
    };
    let body = read(front.body, job.file, front.body_start, sink);
    node.map(|node| (node, body))
}

/// The id that a file's name gives.
fn name<T>(job: &Job, parse: impl Fn(&str) -> Result<T, SlugError>, sink: &mut Sink) -> Option<T> {
    let Ok(id) = parse(&job.stem) else {
        let top = Place { file: job.file, start: 0, end: 0 };
        let slug = text::slug(&job.stem);
        let near = (!slug.is_empty() && slug != job.stem).then_some(slug);
        let fault = Diagnostic::new(Code::BadId, top).arg("value", &*job.stem).arg("reason", "file");
        sink.push(fault.arg("character", "").suggest(near));
        return None;
    };
    Some(id)
}
