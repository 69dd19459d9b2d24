//! The pages of a site: planned first, made one by one on demand.
//!
//! A kind of page is one file in this folder (its view, how it is filled, its head) and one line of [`KINDS`]; what several
//! kinds show is in `parts/`. Refuses: counting anything that the report does not say, knowing a disk or a clock.

mod access;
mod agencies;
mod agency;
mod assets;
mod calendar;
mod calendar_month;
mod calendar_year;
mod changes;
mod changes_month;
mod data;
mod document;
mod drafts;
mod edition;
mod embed;
mod embeds;
mod fragment;
mod free;
mod group;
mod hash;
mod home;
mod index;
mod kind;
mod layout;
mod matrices;
mod matrix;
mod meeting;
mod meetings;
mod moved;
mod news;
mod not_found;
mod order;
mod page;
mod paging;
mod parts;
mod search;
mod task;
mod tasks;
mod topic;
mod topics;
pub mod words;
mod worklist;

pub(crate) use assets::Assets;
pub(crate) use index::Index;

use crate::bundle::{Catalogue, Fingerprint, MakeError, Source};
use crate::derive::Report;
use crate::diag::Diagnostic;
use crate::model::Language;
use crate::plan::Plan;
use crate::plan::route::{Route, folder_of};
use crate::theme::{Context, Theme};
use edition::Edition;
use kind::{AnyPage, Registered};
use layout::Base;
use page::Page;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

const KINDS: &[Registered] = &[
    Registered::of::<home::Home>(),
    Registered::of::<tasks::Tasks>(),
    Registered::of::<worklist::List>(),
    Registered::of::<task::Task>(),
    Registered::of::<agencies::Agencies>(),
    Registered::of::<agency::Agency>(),
    Registered::of::<group::Group>(),
    Registered::of::<meetings::Meetings>(),
    Registered::of::<meeting::Meeting>(),
    Registered::of::<document::Document>(),
    Registered::of::<news::News>(),
    Registered::of::<drafts::Drafts>(),
    Registered::of::<topics::Topics>(),
    Registered::of::<topic::Topic>(),
    Registered::of::<calendar::Calendar>(),
    Registered::of::<calendar_year::CalendarYear>(),
    Registered::of::<calendar_month::CalendarMonth>(),
    Registered::of::<changes::Changes>(),
    Registered::of::<changes_month::ChangesMonth>(),
    Registered::of::<matrices::Matrices>(),
    Registered::of::<matrix::Matrix>(),
    Registered::of::<data::Data>(),
    Registered::of::<free::Free>(),
    Registered::of::<search::Search>(),
    Registered::of::<access::Access>(),
    Registered::of::<embeds::Embeds>(),
    Registered::of::<embed::Embed>(),
    Registered::of::<moved::Moved>(),
    Registered::of::<not_found::NotFound>(),
];

/// The pages of a site in one language, before anything is made.
pub(crate) struct PagePlan {
    language: Language,
    pages: Plan<Box<dyn AnyPage>>,
}

impl PagePlan {
    pub(crate) fn new(report: &Report, index: &Index, language: Language) -> Self {
        let settings = &report.data.settings;
        let folder = folder_of(language, settings);
        let mut pages = Plan::new();
        for kind in KINDS.iter().filter(|kind| kind.group.is_none_or(|group| settings.has(group))) {
            for page in (kind.all)(report, index) {
                // One page answers for every address that is not there.
                if page.route() != Route::NotFound || folder.is_empty() {
                    pages.insert(format!("{folder}{}", page.route().path(&report.data)), page);
                }
            }
        }
        Self { language, pages }
    }

    pub(crate) fn paths(&self) -> impl Iterator<Item = &str> {
        self.pages.paths()
    }

    /// Paths of pages meant for readers and search engines, in byte order.
    pub(crate) fn listed(&self) -> impl Iterator<Item = &str> {
        self.pages.iter().filter(|(_, page)| page.is_listed()).map(|(path, _)| path)
    }

    pub(crate) fn has(&self, path: &str) -> bool {
        self.pages.has(path)
    }

    /// Two pages at one path, here or in `other`.
    pub(crate) fn clashes(&self, other: Option<&Self>) -> Vec<Diagnostic> {
        self.pages.clashes(other.map(|other| &other.pages))
    }
}

/// The pages of a site in one language.
pub(crate) struct Pages {
    edition: Edition,
    plan: Plan<Box<dyn AnyPage>>,
}

impl Pages {
    /// Pages as planned; `files` are all files of the site.
    pub(crate) fn new(
        plan: PagePlan,
        report: Arc<Report>,
        theme: Arc<Theme>,
        index: Arc<Index>,
        files: Arc<Catalogue>,
        base_url: Option<String>,
    ) -> Self {
        Self { edition: Edition::new(report, theme, index, files, plan.language, base_url), plan: plan.pages }
    }

    fn with_page<T>(&self, path: &str, use_page: impl FnOnce(&dyn AnyPage, &Base, &Page<'_>) -> T) -> T {
        let planned = &**self.plan.get(path);
        let page = Page::new(&self.edition, planned.route());
        use_page(planned, &Base::new(&page, planned), &page)
    }

    fn make(
        &self,
        path: &str,
        template: &'static str,
        base: &Base,
        view: &dyn kind::View,
    ) -> Result<Vec<u8>, MakeError> {
        let mut context = Context::new();
        context.insert_value("site", self.edition.site_value.value.clone());
        context.insert_value("base", base.value());
        context.insert_value("view", view.value());
        let language = self.edition.words.lang.code();
        let made = self.edition.theme.render_context(template, language, &context, base.root());
        made.map_err(|diagnostic| MakeError::theme(path, diagnostic))
    }

    fn hash(&self, template: &'static str, base: &Base, view: &dyn kind::View) -> Fingerprint {
        let site = &self.edition.site_value.hash;
        let around = base.hash(&[&self.edition.theme.fingerprint(), template.as_bytes(), site]);
        Fingerprint(view.hash(&[&around]))
    }
}

impl Source for Pages {
    fn paths(&self) -> Vec<&str> {
        self.plan.paths().collect()
    }

    fn fingerprint(&self, path: &str) -> Fingerprint {
        self.with_page(path, |planned, base, page| self.hash(planned.template(), base, &*planned.view(page)))
    }

    fn bytes(&self, path: &str) -> Result<Cow<'_, [u8]>, MakeError> {
        self.with_page(path, |planned, base, page| {
            self.make(path, planned.template(), base, &*planned.view(page)).map(Cow::Owned)
        })
    }

    fn bytes_and_fingerprint(&self, path: &str) -> Result<(Cow<'_, [u8]>, Fingerprint), MakeError> {
        self.with_page(path, |planned, base, page| {
            let (template, view) = (planned.template(), planned.view(page));
            let bytes = self.make(path, template, base, &*view)?;
            Ok((Cow::Owned(bytes), self.hash(template, base, &*view)))
        })
    }

    fn template(&self, path: &str) -> Option<&'static str> {
        Some(self.plan.get(path).template())
    }
}

/// What each template is given, by its name: the schema of `{base, site, view}`.
pub(crate) fn schemas() -> BTreeMap<&'static str, Schema> {
    let schema = |kind: &Registered| {
        let mut generator = SchemaGenerator::default();
        let (base, site) = (Base::json_schema(&mut generator), parts::site::SiteView::json_schema(&mut generator));
        let view = (kind.schema)(&mut generator);
        let definitions = generator.take_definitions(true);
        let schema = json_schema!({
            "type": "object",
            "properties": {"base": base, "site": site, "view": view},
            "$defs": definitions,
        });
        (kind.template, schema)
    };
    KINDS.iter().map(schema).collect()
}
