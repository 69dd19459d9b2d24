//! What stands around the subject of every page: head, menu, crumbs, foot.

use super::fragment::Fragment;
use super::hash::Hashed;
use super::kind::{AnyPage, Head};
use super::page::Page;
use super::parts::common::{Crumb, DataLink, Lang, LanguageLink, Localized, MenuItem};
use crate::model::PageIx;
use crate::open_data::DataFile;
use crate::plan::route::{ACCESS, Route, folder_of, public};
use crate::theme::Value;
use schemars::JsonSchema;
use serde::Serialize;
use std::sync::Arc;

/// The menu, and the keys of its words; what the site lacks is left out. Drafts are in previews alone.
const MENU: [(Route, &str); 6] = [
    (Route::Tasks(1), "nav-tasks"),
    (Route::Agencies, "nav-agencies"),
    (Route::Meetings(1), "nav-meetings"),
    (Route::Calendar, "nav-calendar"),
    (Route::Changes, "nav-changes"),
    (Route::Drafts(1), "nav-drafts"),
];

/// What else leads through the site, for the foot of the page.
const MORE: [(Route, &str); 3] =
    [(Route::Topics, "nav-topics"), (Route::Matrices(1), "nav-matrices"), (Route::Data, "nav-data")];

/// The free page that explains the method.
const METHOD: &str = "phuong-phap";

/// What the frame of a page needs; present on every page as `base`.
#[derive(JsonSchema)]
pub(super) struct Base {
    #[schemars(flatten)]
    own: Own,
    #[schemars(flatten, with = "Around")]
    around: Arc<Hashed>,
}

/// Fields of `base` that each page has for itself.
#[derive(Serialize, JsonSchema)]
struct Own {
    /// Language of the interface, BCP 47.
    lang: &'static str,
    /// This page in every language of the interface, this one included; empty where there is one.
    languages: Vec<LanguageLink>,
    /// Prefix that leads from this page to the root of the site: `""`, `"../"`, `"../../"`.
    root: String,
    /// Kind of page: the name of its template without the ending.
    kind: &'static str,
    /// Title of the page without the site's title.
    title: String,
    /// Language of the title where it is not the page's.
    title_lang: Lang,
    /// One sentence for search engines; empty if there is none.
    description: String,
    /// The page's subject as linked data (JSON-LD, safe within its element); empty if it has none.
    linked: String,
    /// Absolute address; none without `base_url`.
    canonical: Option<String>,
    /// From the home page to this page; the last has no address.
    crumbs: Vec<Crumb>,
    /// Files for machines with what this page shows: tables, feed, calendar.
    files: Vec<DataLink>,
    /// Folder of the pages in this language, below the root of the site: empty, or `en/`.
    folder: String,
}

/// Fields of `base` that pages of a kind at one depth have in common.
#[derive(Serialize, JsonSchema)]
struct Around {
    /// The overview.
    home: String,
    /// Main menu.
    menu: Vec<MenuItem>,
    /// What else leads through the site: topics, groups and recurring duties, open data.
    more: Vec<MenuItem>,
    /// Free pages, for the foot of the page.
    pages: Vec<MenuItem>,
    /// The search page; none where the site leaves it out.
    search: Option<String>,
    /// The accessibility statement, for the foot of the page.
    access: MenuItem,
    /// Path of the feed of all changes, from the root of the site; none where the site publishes no data.
    feed: Option<String>,
    /// The method page, where the site has one (`pages/phuong-phap.md`).
    method: Option<String>,
    /// Menu and foot as a fragment: `show` renders them once for all pages of a kind. It is a [`Frame`].
    frame: Fragment<Frame>,
}

/// Menu and foot of pages of one kind: fields of `base` that they have in common.
#[derive(Serialize, JsonSchema)]
pub(super) struct Frame {
    /// Kind of page, as in `base`.
    kind: &'static str,
    /// Prefix that leads to the root of the site.
    root: String,
    /// Main menu.
    menu: Vec<MenuItem>,
    /// What else leads through the site.
    more: Vec<MenuItem>,
    /// Free pages.
    pages: Vec<MenuItem>,
    /// The search page; none where the site leaves it out.
    search: Option<String>,
    /// The accessibility statement.
    access: MenuItem,
}

impl Base {
    pub(super) fn new(page: &Page<'_>, kind: &dyn AnyPage) -> Self {
        let edition = page.edition;
        let Head { title, lead, way, files, linked, lasting } = kind.head(page);
        let name = kind.template().trim_end_matches(".html");
        let path = page.route.path(page.data());
        let lasting = lasting.map_or_else(|| path.clone(), |route| route.path(page.data()));
        let lost = page.route == Route::NotFound;
        let canonical = edition.base_url.as_ref().filter(|_| !lost);
        let canonical = canonical.map(|base| format!("{base}{}{}", edition.folder, public(&lasting)));
        // A page that answers for any address cannot know how deep it lies: only there the path is absolute.
        let root = match &edition.base_url {
            Some(base) if lost => path_of_url(base),
            Some(_) | None => page.root.clone(),
        };
        let make = || page.layout(name, kind.menu(), &root, lost);
        let around = match page.route {
            // The foot of each free page names that page as the one shown.
            Route::Page(_) => Arc::new(make()),
            _ => edition.layout(name, &root, make),
        };
        let files = files.into_iter().filter_map(|(file, key)| page.data_link(file, page.words.say(key)));
        let own = Own {
            lang: page.words.lang.code(),
            languages: if lost { Vec::new() } else { page.languages(&path) },
            kind: name,
            description: lead,
            linked: super::parts::linked::json_ld(linked, canonical.as_ref()),
            canonical,
            crumbs: way.map(|way| page.crumbs(way, &title)).unwrap_or_default(),
            title: title.text,
            title_lang: title.lang,
            files: files.collect(),
            folder: edition.folder.clone(),
            root,
        };
        Self { own, around }
    }

    pub(super) fn root(&self) -> &str {
        &self.own.root
    }

    pub(super) fn hash(&self, before: &[&[u8]]) -> [u8; 32] {
        super::hash::hash_of(before, &(&self.own, &self.around.hash))
    }

    pub(super) fn value(&self) -> Value {
        let own = Value::from_serializable(&self.own);
        let fields = [&own, &self.around.value].into_iter().filter_map(Value::as_map).flatten();
        Value::from(fields.map(|(key, value)| (key.clone(), value.clone())).collect::<crate::theme::Map>())
    }
}

impl Page<'_> {
    /// What stands around this page and others of its kind at its depth.
    fn layout(&self, kind: &'static str, menu: Option<Route>, root: &str, lost: bool) -> Hashed {
        let prefix = if lost { root } else { "" };
        let item = |route: Route, Localized { text, lang }: Localized, current: bool| {
            let href = format!("{prefix}{}", self.href(route));
            MenuItem { href, text, lang, current }
        };
        let said = |route: Route, key: &str, current: bool| item(route, self.words.say(key).into(), current);
        let here = |route: Route, key: &str| said(route, key, self.route == route);
        let free = self.data().pages.iter().enumerate().filter(|(_, page)| page.id.as_str() != ACCESS);
        let entries = |list: &[(Route, &str)]| {
            let found = list.iter().filter(|(route, _)| self.has(*route));
            found.map(|(route, key)| said(*route, key, menu == Some(*route))).collect()
        };
        let frame = Frame {
            kind,
            root: root.to_owned(),
            menu: entries(&MENU),
            more: entries(&MORE),
            pages: free
                .map(|(n, page)| {
                    let route = Route::Page(PageIx::new(n));
                    item(route, self.pick(&page.title, page.title_en.as_ref()), self.route == route)
                })
                .collect(),
            search: self.has(Route::Search).then(|| format!("{prefix}{}", self.href(Route::Search))),
            access: here(self.free_page(ACCESS).unwrap_or(Route::Access), "nav-access"),
        };
        let feed = DataFile::Feed.path(self.data());
        Hashed::new(&Around {
            home: format!("{prefix}{}", self.href(Route::Home)),
            menu: frame.menu.clone(),
            more: frame.more.clone(),
            pages: frame.pages.clone(),
            search: frame.search.clone(),
            access: frame.access.clone(),
            feed: self.edition.files.has(&feed).then_some(feed),
            method: self.free_page(METHOD).map(|route| format!("{prefix}{}", self.href(route))),
            frame: Fragment::new(frame, &self.edition.site_value, self.edition.fragments()),
        })
    }

    fn free_page(&self, id: &str) -> Option<Route> {
        let n = self.data().pages.iter().position(|page| page.id.as_str() == id)?;
        Some(Route::Page(PageIx::new(n)))
    }

    /// This page in every language of the interface; nothing where there is one.
    fn languages(&self, path: &str) -> Vec<LanguageLink> {
        let settings = &self.data().settings;
        let all = settings.languages.iter().filter(|_| settings.languages.len() > 1);
        all.map(|language| {
            let folder = folder_of(*language, settings);
            let base = self.edition.base_url.as_ref();
            LanguageLink {
                code: language.code(),
                text: self.words.name_of(*language),
                href: format!("{}{folder}{path}", self.root),
                canonical: base.map(|base| format!("{base}{folder}{}", public(path))),
                current: *language == self.words.lang,
            }
        })
        .collect()
    }

    /// The way to this page, itself included.
    fn crumbs(&self, way: Vec<Crumb>, title: &Localized) -> Vec<Crumb> {
        let own = Crumb { href: None, text: title.text.clone(), lang: title.lang };
        std::iter::once(self.crumb(Route::Home, "nav-home")).chain(way).chain([own]).collect()
    }
}

/// The path of an absolute address, with both slashes: `https://a.vn/tien-do/` → `/tien-do/`.
fn path_of_url(url: &str) -> String {
    let after = url.split_once("://").map_or(url, |(_, rest)| rest);
    let path = after.split_once('/').map_or("", |(_, path)| path).trim_end_matches('/');
    if path.is_empty() { "/".to_owned() } else { format!("/{path}/") }
}

#[cfg(test)]
mod tests {
    use super::path_of_url;

    #[test]
    fn paths_of_addresses() {
        assert_eq!(path_of_url("https://a.vn/tien-do/"), "/tien-do/");
        assert_eq!(path_of_url("https://a.vn/"), "/");
        assert_eq!(path_of_url("https://a.vn"), "/");
    }
}
