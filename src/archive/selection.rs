//! Which files of a site an archive holds.

use super::error::ArchiveError;
use super::page::{Page, base_url, translations};
use crate::diag::closest;
use crate::plan::route::{AGENCIES, DOCUMENTS, MEETINGS, SEARCH, TASKS};
use crate::publish::Published;
use crate::publish::links::{Lead, lead, values};
use std::collections::BTreeSet;

/// What of a site is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    Whole,
    /// A meeting by its id, with its tasks and the agencies that they name.
    Meeting(String),
    /// The same of a document without a meeting.
    Document(String),
}

pub(super) const HOME: &str = "index.html";

pub(super) struct Selection {
    /// In byte order.
    pub paths: BTreeSet<String>,
    /// The page that it opens with.
    pub first: String,
    /// Folders of the languages, that of the site first: `["", "en/"]`.
    pub roots: Vec<String>,
    /// The public address of the site, where its pages tell it.
    pub base: Option<String>,
    /// Whether all of the site is in it.
    pub whole: bool,
}

impl Selection {
    pub fn new(site: &Published, part: &Part) -> Result<Self, ArchiveError> {
        let home = text(site, HOME)?;
        let base = base_url(&home);
        let others = translations(HOME, &home, base.as_deref(), |path| site.has(path));
        let others = others.iter().filter_map(|home| home.strip_suffix(HOME).map(str::to_owned));
        let roots = std::iter::once(String::new()).chain(others).collect();
        let (folder, id) = match part {
            Part::Whole => {
                // Ready-made compressed files stand beside what they are made of.
                let is_twin =
                    |path: &str| [".gz", ".br"].iter().any(|end| path.strip_suffix(end).is_some_and(|of| site.has(of)));
                let paths = site.paths().filter(|path| !is_twin(path)).map(str::to_owned).collect();
                return Ok(Self { paths, first: HOME.to_owned(), roots, base, whole: true });
            }
            Part::Meeting(id) => (MEETINGS, id),
            Part::Document(id) => (DOCUMENTS, id),
        };
        let first = format!("{folder}/{id}/{HOME}");
        if id.contains('/') || !site.has(&first) {
            let ids = site.paths().filter_map(|path| id_in(path, folder));
            return Err(ArchiveError::NoPage(id.clone(), closest(id, ids).map(str::to_owned)));
        }
        let mut selection = Self { paths: BTreeSet::new(), first, roots, base, whole: false };
        selection.add_part(site)?;
        Ok(selection)
    }

    /// The pages among its files.
    pub fn pages(&self) -> impl Iterator<Item = &str> {
        self.paths.iter().map(String::as_str).filter(|path| path.ends_with(".html"))
    }

    pub fn has(&self, path: &str) -> bool {
        self.paths.contains(path)
    }

    /// The folder of the language of a page.
    pub fn root_of(&self, path: &str) -> &str {
        self.roots.iter().rev().find(|root| path.starts_with(root.as_str())).map_or("", String::as_str)
    }

    /// In each language the first page, the tasks that it names, the agencies that these and it name, and the search;
    /// besides, what all pages share.
    fn add_part(&mut self, site: &Published) -> Result<(), ArchiveError> {
        for root in self.roots.clone() {
            let page = format!("{root}{}", self.first);
            if !site.has(&page) {
                continue;
            }
            let mut agencies = named(site, &page, &root, AGENCIES)?;
            for task in named(site, &page, &root, TASKS)? {
                agencies.append(&mut named(site, &task, &root, AGENCIES)?);
                self.paths.insert(task);
            }
            // A long page of an agency has parts.
            let folders: Vec<&str> = agencies.iter().filter_map(|path| path.strip_suffix(HOME)).collect();
            let inside = |path: &&str| path.ends_with(".html") && folders.iter().any(|folder| path.starts_with(folder));
            self.paths.extend(site.paths().filter(inside).map(str::to_owned));
            self.paths.insert(page);
            let search = format!("{root}{SEARCH}/{HOME}");
            self.paths.extend(site.has(&search).then_some(search));
        }
        let shared = |path: &&str| {
            let data = path.strip_prefix(SEARCH).is_some_and(|path| path.starts_with('/') && path.ends_with(".js"));
            data || path.starts_with("assets/") && !path.ends_with(".gz") && !path.ends_with(".br")
        };
        self.paths.extend(site.paths().filter(shared).map(str::to_owned));
        Ok(())
    }
}

/// The pages of a folder that the main part of a page links to, by id.
fn named(site: &Published, path: &str, root: &str, folder: &str) -> Result<BTreeSet<String>, ArchiveError> {
    let html = text(site, path)?;
    let page = Page::of(&html).ok_or_else(|| ArchiveError::Unread(path.to_owned()))?;
    let (mut found, mut target) = (BTreeSet::new(), String::new());
    for at in values(page.main.as_bytes(), " href=\"") {
        let leads = lead(path, &page.main[at], &mut target, |path| site.has(path));
        if leads == Lead::There && target.strip_prefix(root).is_some_and(|path| id_in(path, folder).is_some()) {
            found.insert(target.clone());
        }
    }
    Ok(found)
}

/// The id of a page that stands in a folder of its own below this one.
fn id_in<'p>(path: &'p str, folder: &str) -> Option<&'p str> {
    let id = path.strip_prefix(folder)?.strip_prefix('/')?.strip_suffix(HOME)?.strip_suffix('/')?;
    (!id.contains('/')).then_some(id)
}

/// The text of a file that the site must have.
pub(super) fn text(site: &Published, path: &str) -> Result<String, ArchiveError> {
    let unread = || ArchiveError::Unread(path.to_owned());
    if !site.has(path) {
        return Err(unread());
    }
    String::from_utf8(site.read(path)?).map_err(|_| unread())
}
