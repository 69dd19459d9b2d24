//! An edition: all that the pages of a site in one language share.

use super::fragment::Fragment;
use super::hash::Hashed;
use super::index::Index;
use super::parts::common::TaskRow;
use super::parts::site::SiteView;
use crate::bundle::Catalogue;
use crate::derive::Report;
use crate::model::Language;
use crate::pages::words::PageWords;
use crate::plan::route::folder_of;
use crate::theme::{Fragments, Theme};
use foldhash::HashMap;
use std::sync::{Arc, OnceLock, RwLock};

/// A site in one language, about to be made into pages.
pub(crate) struct Edition {
    pub report: Arc<Report>,
    pub theme: Arc<Theme>,
    pub index: Arc<Index>,
    pub words: PageWords,
    /// Public address of the site, ends in `/`.
    pub base_url: Option<String>,
    /// Folder of this language's pages below the root of the site: empty, or `en/`.
    pub folder: String,
    pub files: Arc<Catalogue>,
    pub site: SiteView,
    /// `site` for templates.
    pub site_value: Hashed,
    /// The row of each task, made when the first page asks for it.
    rows: Vec<OnceLock<Fragment<TaskRow>>>,
    /// By kind of page and way to the root.
    layouts: RwLock<HashMap<(&'static str, String), Arc<Hashed>>>,
}

impl Edition {
    pub(crate) fn new(
        report: Arc<Report>,
        theme: Arc<Theme>,
        index: Arc<Index>,
        files: Arc<Catalogue>,
        language: Language,
        base_url: Option<String>,
    ) -> Self {
        let words = PageWords::new(&theme, language, &report.data.settings.languages);
        let site = SiteView::new(&report, &words);
        Self {
            folder: folder_of(language, &report.data.settings),
            site_value: Hashed::new(&site),
            rows: report.data.tasks.iter().map(|_| OnceLock::new()).collect(),
            layouts: RwLock::default(),
            report,
            theme,
            index,
            words,
            base_url,
            files,
            site,
        }
    }

    pub(super) fn fragments(&self) -> &Fragments {
        self.theme.fragments(self.words.lang.code())
    }

    /// The row of task number `n`, made once.
    pub(super) fn row(&self, n: usize, make: impl FnOnce() -> TaskRow) -> Fragment<TaskRow> {
        *self.rows[n].get_or_init(|| Fragment::new(make(), &self.site_value, self.fragments()))
    }

    /// What stands around pages of a kind at a depth, made once.
    pub(super) fn layout(&self, kind: &'static str, root: &str, make: impl FnOnce() -> Hashed) -> Arc<Hashed> {
        let key = (kind, root.to_owned());
        if let Some(known) = self.layouts.read().ok().and_then(|all| all.get(&key).cloned()) {
            return known;
        }
        let new = Arc::new(make());
        if let Ok(mut all) = self.layouts.write() {
            all.insert(key, Arc::clone(&new));
        }
        new
    }
}
