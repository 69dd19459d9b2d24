//! An archive as a ZIP: one folder of the file's name, in it the files of the site.

use super::error::ArchiveError;
use super::links::{Form, rewritten};
use super::page::Page;
use super::selection::{HOME, Selection, text};
use crate::publish::Published;
use crate::search;
use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, BufWriter, Write};
use zip::write::SimpleFileOptions;
use zip::{DateTime, ZipWriter};

/// What stays of a link that leads nowhere any more is text, and looks like it.
pub(super) const PLAIN_TEXT: &str = "\na:not([href]) { color: inherit; text-decoration: none; }\n";

/// Writes the archive. All times in it are the day that the site speaks of.
pub(super) fn write(
    site: &Published,
    selection: &Selection,
    name: &str,
    file: &mut File,
    io: impl Fn(io::Error) -> ArchiveError,
) -> Result<(), ArchiveError> {
    let mut zip = ZipWriter::new(BufWriter::new(file));
    let options = SimpleFileOptions::default().last_modified_time(time(site.as_of())).unix_permissions(0o644);
    let mut put = |path: &str, bytes: &[u8]| {
        let started = zip.start_file(format!("{name}/{path}"), options).map_err(io::Error::from);
        started.and_then(|()| zip.write_all(bytes)).map_err(&io)
    };
    let searched = searched(site, selection)?;
    if !selection.has(HOME) {
        put(HOME, leading_on(site, selection)?.as_bytes())?;
    }
    for path in &selection.paths {
        if let Some(bytes) = searched.get(path) {
            put(path, bytes)?;
        } else if selection.whole || !(path.ends_with(".html") || path.ends_with(".css")) {
            if !is_searched(path) || selection.whole {
                put(path, &site.read(path)?)?;
            }
        } else if path.ends_with(".css") {
            put(path, (text(site, path)? + PLAIN_TEXT).as_bytes())?;
        } else {
            put(path, rewritten(site, selection, Form::Files, path, &text(site, path)?).as_bytes())?;
        }
    }
    let written = zip.finish().map_err(io::Error::from).and_then(|mut file| file.flush());
    written.map_err(io)
}

/// Data of the search as it is in the archive: of a part, what finds its pages.
pub(super) fn searched(site: &Published, selection: &Selection) -> Result<BTreeMap<String, Vec<u8>>, ArchiveError> {
    let mut files = BTreeMap::new();
    for path in selection.paths.iter().filter(|path| is_searched(path)) {
        files.insert(path.clone(), site.read(path)?);
    }
    if !selection.whole {
        let held = |address: &str| selection.has(&format!("{address}{HOME}"));
        search::keep(&mut files, held).map_err(ArchiveError::Unread)?;
    }
    Ok(files)
}

fn is_searched(path: &str) -> bool {
    path.starts_with(search::FOLDER) && path.ends_with(".js")
}

/// A page that leads to the first one.
fn leading_on(site: &Published, selection: &Selection) -> Result<String, ArchiveError> {
    let first = &selection.first;
    let html = text(site, first)?;
    let page = Page::of(&html).ok_or_else(|| ArchiveError::Unread(first.clone()))?;
    let (language, title) = (page.language(), page.title());
    Ok(format!(
        "<!doctype html>\n<html lang=\"{language}\">\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"refresh\" content=\"0; url={first}\">\n<title>{title}</title>\n\
         <p><a href=\"{first}\">{title}</a></p>\n</html>\n"
    ))
}

/// A day where the format can hold it, else the first that it can.
fn time(day: &str) -> DateTime {
    let mut parts = day.split('-').map(|part| part.parse::<u16>().unwrap_or_default());
    let mut next = || parts.next().unwrap_or_default();
    let (year, month, day) = (next(), next() as u8, next() as u8);
    DateTime::from_date_and_time(year, month, day, 0, 0, 0).unwrap_or_default()
}
