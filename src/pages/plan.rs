//! The plan of a site: every page has its route before anything is rendered; each page is rendered on demand.

use super::build::{Builder, FrameOptions, MadeOnce, SiteIndex, meeting_parts, parts, row_count, site_view};
use super::page::{Context, Mark, Note, Render, RenderMarked, SharedMarks, ViewUser};
use super::shared::Shared;
use super::view::SiteView;
use super::words::Words;
use crate::bundle::{Fingerprint, MakeError, Source};
use crate::derive::{Report, Worklist};
use crate::diag::{Code, Diagnostic};
use crate::model::{AgencyIx, Alias, AliasOf, GroupIx, Language, MeetingIx, NewsIx, PageIx, TopicIx};
use crate::open_data::{Bounds, Catalogue};
use crate::plan::route::{ACCESS, Route, folder_of, public};
use crate::theme::{Theme, Value};
use memchr::memmem::Finder;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, btree_map};
use std::sync::Arc;

/// What the bytes of pages depend on beside data, date and theme.
#[derive(Debug, Clone, Default)]
pub struct PlanOptions {
    /// Public address of the site, ends in `/`.
    pub base_url: Option<String>,
    /// How large the files for machines may grow.
    pub bounds: Bounds,
}

/// The pages of a site in one language, with all their routes. Owns what it needs, so that a preview server can keep it.
pub struct Plan {
    report: Arc<Report>,
    theme: Arc<Theme>,
    words: Words,
    index: Arc<SiteIndex>,
    frame: FrameOptions,
    site: Shared<SiteView>,
    site_value: Value,
    shared_marks: SharedMarks,
    made_once: MadeOnce,
    pages: BTreeMap<String, Entry>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Entry {
    Page(Route),
    /// A file of the theme.
    Asset,
}

/// The template of a page.
fn template_of(route: Route) -> &'static str {
    match route {
        Route::Home => "home.html",
        Route::Tasks(_) => "tasks.html",
        Route::Worklist(..) => "worklist.html",
        Route::Task(_) => "task.html",
        Route::Agencies => "agencies.html",
        Route::Agency(..) => "agency.html",
        Route::Group(..) => "group.html",
        Route::Meetings(_) | Route::MeetingsOfBody(..) => "meetings.html",
        Route::Meeting(_) => "meeting.html",
        Route::News(_) => "news.html",
        Route::Topics => "topics.html",
        Route::Topic(..) => "topic.html",
        Route::Calendar | Route::CalendarYear(_) => "calendar.html",
        Route::CalendarMonth(..) => "calendar-month.html",
        Route::Changes => "changes.html",
        Route::ChangesMonth(..) => "changes-month.html",
        Route::Matrices(_) => "matrices.html",
        Route::MatrixOfGroup(..) | Route::MatrixOfTask(..) => "matrix.html",
        Route::Data => "data.html",
        Route::Page(_) => "page.html",
        Route::Search => "search.html",
        Route::Access => "access.html",
        Route::Embeds => "embeds.html",
        Route::EmbedTotals | Route::EmbedDeadlines | Route::EmbedAgency(_) => "embed.html",
        Route::Moved(_) => "moved.html",
        Route::NotFound => "not-found.html",
    }
}

/// A relative link in a text that leads nowhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeadLink {
    /// The text's file in the site folder.
    pub file: String,
    /// The link as it stands there.
    pub link: String,
}

/// What stands before the address of a link.
const HREF: &str = "href=\"";

/// Relative links of safe HTML, without their anchors; what the conclusion reader writes is regular enough for this.
/// `hrefs` finds [`HREF`].
fn links_of(html: &str, hrefs: &Finder<'_>) -> impl Iterator<Item = String> {
    let starts = hrefs.find_iter(html.as_bytes()).map(|at| at + HREF.len());
    let values = starts.filter_map(|start| html[start..].split('"').next());
    let plain = values.map(|v| v.replace("&amp;", "&"));
    let path = plain.map(|v| v.split(['#', '?']).next().unwrap_or_default().to_owned());
    // A path from the root of the host is another part of the portal: not ours to know.
    path.filter(|v| !v.is_empty() && !v.starts_with('/') && !v.contains(':'))
}

/// The path below the root that `link` on the page `from` means; none if it leaves the root.
fn resolve(from: &str, link: &str) -> Option<String> {
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in link.split('/') {
        match part {
            "." | "" => {}
            ".." => {
                parts.pop()?;
            }
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

/// Two pages at one path.
fn clash(path: &str) -> Diagnostic {
    let address = format!("/{}", public(path));
    Diagnostic::of_site(Code::AddressClash).arg("reason", "pages").arg("path", address)
}

impl Plan {
    /// Plans all pages of a report in the site's own language. Two pages with one address are a fault.
    pub fn new(
        report: impl Into<Arc<Report>>,
        theme: Arc<Theme>,
        options: PlanOptions,
    ) -> Result<Self, Vec<Diagnostic>> {
        let report = report.into();
        let files = Arc::new(Catalogue::new(&report, options.bounds));
        let index = Arc::new(SiteIndex::new(&report, files));
        let language = report.data.settings.language;
        let (mut plan, mut clashes) = Self::speaking(language, report, theme, index, options.base_url);
        let assets: Vec<String> = plan.theme.assets().map(|a| a.path.clone()).collect();
        for path in assets {
            plan.insert(path, Entry::Asset, &mut clashes);
        }
        if clashes.is_empty() { Ok(plan) } else { Err(clashes) }
    }

    /// The same pages in the other languages of the interface, each under its code.
    pub fn translations(&self) -> Result<Vec<Self>, Vec<Diagnostic>> {
        let (mut plans, mut clashes) = (Vec::new(), Vec::new());
        for language in self.report.data.settings.languages.iter().filter(|l| **l != self.words.lang) {
            let base_url = self.frame.base_url.clone();
            let (report, theme, index) = (&self.report, &self.theme, &self.index);
            let (plan, own) =
                Self::speaking(*language, Arc::clone(report), Arc::clone(theme), Arc::clone(index), base_url);
            clashes.extend(own);
            clashes.extend(plan.pages.keys().filter(|path| self.pages.contains_key(*path)).map(|path| clash(path)));
            plans.push(plan);
        }
        if clashes.is_empty() { Ok(plans) } else { Err(clashes) }
    }

    fn speaking(
        language: Language,
        report: Arc<Report>,
        theme: Arc<Theme>,
        index: Arc<SiteIndex>,
        base_url: Option<String>,
    ) -> (Self, Vec<Diagnostic>) {
        let words = Words::new(&theme, language, &report.data.settings.languages);
        let site = Shared::new(site_view(&report, &words));
        let folder = folder_of(language, &report.data.settings);
        let mut plan = Self {
            made_once: MadeOnce::new(&report.data),
            frame: FrameOptions { base_url },
            pages: BTreeMap::new(),
            report,
            theme,
            words,
            index,
            site_value: site.value().clone(),
            shared_marks: SharedMarks::default(),
            site,
        };
        let mut clashes = Vec::new();
        for route in plan.routes() {
            // One page answers for every address that is not there.
            if route == Route::NotFound && !folder.is_empty() {
                continue;
            }
            let path = format!("{folder}{}", route.path(&plan.report.data));
            plan.insert(path, Entry::Page(route), &mut clashes);
        }
        (plan, clashes)
    }

    fn insert(&mut self, path: String, entry: Entry, clashes: &mut Vec<Diagnostic>) {
        match self.pages.entry(path) {
            btree_map::Entry::Vacant(place) => {
                place.insert(entry);
            }
            btree_map::Entry::Occupied(place) => {
                clashes.push(clash(place.key()));
            }
        }
    }

    fn routes(&self) -> Vec<Route> {
        let (report, data) = (&self.report, &*self.report.data);
        let mut routes = vec![Route::Home, Route::Agencies, Route::Calendar, Route::Changes, Route::NotFound];
        if data.settings.open_data {
            routes.extend([Route::Data, Route::Embeds, Route::EmbedTotals, Route::EmbedDeadlines]);
            routes.extend(report.holding_agencies().map(Route::EmbedAgency));
        }
        routes.push(Route::Search);
        if !data.pages.iter().any(|p| p.id.as_str() == ACCESS) {
            routes.push(Route::Access);
        }
        routes.extend((1..=parts(report.task_list().count())).map(Route::Tasks));
        for list in Worklist::ALL {
            let rows = self.index.worklist(list).len();
            routes.extend((1..=parts(rows)).map(|n| Route::Worklist(list, n)));
        }
        routes.extend(report.task_list().map(Route::Task));
        for ix in (0..data.agencies.len()).map(AgencyIx::new) {
            let rows = row_count(report.held_by(ix));
            routes.extend((1..=parts(rows)).map(|n| Route::Agency(ix, n)));
        }
        for ix in (0..data.groups.len()).map(GroupIx::new) {
            let rows = self.index.tasks_of_group[ix.at()].len();
            routes.extend((1..=parts(rows)).map(|n| Route::Group(ix, n)));
        }
        routes.extend((1..=meeting_parts(data, None)).map(Route::Meetings));
        for body in data.bodies() {
            routes.extend((1..=meeting_parts(data, Some(body))).map(|n| Route::MeetingsOfBody(body, n)));
        }
        routes.extend((0..data.meetings.len()).map(MeetingIx::new).map(Route::Meeting));
        routes.extend((0..data.news.len()).map(NewsIx::new).map(Route::News));
        routes.extend((0..data.pages.len()).map(PageIx::new).map(Route::Page));
        if !data.settings.topics.is_empty() {
            routes.push(Route::Topics);
        }
        for ix in (0..data.settings.topics.len()).map(TopicIx::new) {
            let rows = report.tasks_of_topic(ix).len();
            routes.extend((1..=parts(rows)).map(|n| Route::Topic(ix, n)));
        }
        let main = self.index.deadlines.main_year(report.as_of);
        let years = self.index.deadlines.years().into_keys().filter(|y| Some(*y) != main);
        routes.extend(years.map(Route::CalendarYear));
        for (month, entries) in self.index.deadlines.long_months() {
            routes.extend((1..=parts(entries)).map(|n| Route::CalendarMonth(month, n)));
        }
        routes.extend(self.index.matrices.routes(report));
        let in_force = |alias: &Alias| match alias.target {
            AliasOf::Task(ix) => report.task(ix).label.is_some(),
            AliasOf::Agency(_) | AliasOf::Meeting(_) => true,
        };
        routes.extend((0..data.aliases.len()).filter(|n| in_force(&data.aliases[*n])).map(Route::Moved));
        routes.extend(self.index.changes.pages().map(|(month, n)| Route::ChangesMonth(month, n)));
        routes.retain(|route| route.is_wanted(&data.settings));
        routes
    }

    /// The report that the pages show.
    pub fn report(&self) -> &Arc<Report> {
        &self.report
    }

    /// The files for machines that the pages may link to.
    pub fn files(&self) -> &Arc<Catalogue> {
        &self.index.files
    }

    /// Paths of pages meant for readers and search engines, in byte order.
    pub fn page_paths(&self) -> impl Iterator<Item = &str> {
        let is_page = |entry: &Entry| matches!(entry, Entry::Page(route) if route.is_for_readers());
        self.pages.iter().filter(move |(_, entry)| is_page(entry)).map(|(path, _)| path.as_str())
    }

    /// Hands the frame and the view of a page, with its template, to `use_view`.
    fn with_view<T>(&self, route: Route, use_view: impl ViewUser<T>) -> T {
        let b = Builder::new(&self.report, &self.words, &self.index, &self.made_once, route);
        let base = b.base(&self.frame);
        let site = &self.site;
        macro_rules! hand {
            ($view:expr) => {
                use_view.take(template_of(route), &Context { base: &base, site, view: &$view })
            };
        }
        match route {
            Route::Home => hand!(b.home()),
            Route::Tasks(n) => hand!(b.tasks(n)),
            Route::Worklist(list, n) => hand!(b.worklist(list, n)),
            Route::Task(ix) => hand!(b.task(ix)),
            Route::Agencies => hand!(b.agencies()),
            Route::Agency(ix, n) => hand!(b.agency(ix, n)),
            Route::Group(ix, n) => hand!(b.group(ix, n)),
            Route::Meetings(n) => hand!(b.meetings(None, n)),
            Route::MeetingsOfBody(ix, n) => hand!(b.meetings(Some(ix), n)),
            Route::Meeting(ix) => hand!(b.meeting(ix)),
            Route::News(ix) => hand!(b.news(ix)),
            Route::Topics => hand!(b.topics()),
            Route::Topic(ix, n) => hand!(b.topic(ix, n)),
            Route::Calendar => hand!(b.calendar(None)),
            Route::CalendarYear(year) => hand!(b.calendar(Some(year))),
            Route::CalendarMonth(month, n) => hand!(b.calendar_month(month, n)),
            Route::Changes => hand!(b.changes()),
            Route::ChangesMonth(month, n) => hand!(b.changes_of_month(month, n)),
            Route::Matrices(n) => hand!(b.matrices(n)),
            Route::MatrixOfGroup(ix, n) => hand!(b.matrix_group(ix, n)),
            Route::MatrixOfTask(ix, n) => hand!(b.matrix_task(ix, n)),
            Route::Data => hand!(b.open_data()),
            Route::Page(ix) => hand!(b.page(ix)),
            Route::Search => hand!(b.search()),
            Route::Access | Route::NotFound => hand!(()),
            Route::Embeds => hand!(b.embeds(&self.frame)),
            Route::EmbedTotals => hand!(b.embed_totals()),
            Route::EmbedDeadlines => hand!(b.embed_deadlines()),
            Route::EmbedAgency(ix) => hand!(b.embed_agency(ix)),
            Route::Moved(n) => hand!(b.moved(n)),
        }
    }

    /// Relative links in texts that lead to no page or file of the site.
    pub fn dead_links(&self) -> Vec<DeadLink> {
        let data = &*self.report.data;
        let conclusions = (0..data.meetings.len())
            .map(MeetingIx::new)
            .map(|ix| (Route::Meeting(ix), format!("content/meetings/{}.md", data[ix].id), &data[ix].conclusion));
        let news = (0..data.news.len())
            .map(NewsIx::new)
            .map(|ix| (Route::News(ix), format!("content/news/{}.md", data[ix].id), &data[ix].text));
        let pages = (0..data.pages.len())
            .map(PageIx::new)
            .map(|ix| (Route::Page(ix), format!("content/pages/{}.md", data[ix].id), &data[ix].text));
        let files: BTreeSet<String> = self.index.files.files().map(|file| file.path(data)).collect();
        let hrefs = Finder::new(HREF);
        let mut dead = Vec::new();
        for (route, file, text) in conclusions.chain(news).chain(pages) {
            let from = route.path(data);
            for link in text.blocks.iter().flat_map(|b| links_of(&b.html, &hrefs)) {
                let target = resolve(&from, &link).map(|t| if t.is_empty() { "index.html".to_owned() } else { t });
                let there = target.is_some_and(|t| {
                    self.pages.contains_key(&t)
                        || files.contains(&t)
                        || self.pages.contains_key(&format!("{}/index.html", t.trim_end_matches('/')))
                });
                if !there {
                    dead.push(DeadLink { file: file.clone(), link });
                }
            }
        }
        dead
    }

    /// What templates ask of their views in vain, branches not taken included; by place in the theme.
    pub fn unknown_names(&self) -> Vec<Diagnostic> {
        let mut names = self.theme.names();
        for entry in self.pages.values() {
            if let Entry::Page(route) = entry {
                self.with_view(*route, Note(&mut names));
            }
        }
        names.finish()
    }

    fn entry(&self, path: &str) -> Entry {
        *self.pages.get(path).unwrap_or_else(|| panic!("{path} is not planned"))
    }
}

impl Plan {
    fn renderer(&self) -> Render<'_> {
        Render { theme: &self.theme, site: &self.site_value, language: self.words.lang }
    }

    fn page(&self, path: &str, route: Route) -> Result<Cow<'_, [u8]>, MakeError> {
        self.with_view(route, self.renderer()).map(Cow::Owned).map_err(fault(path))
    }

    fn mark(&self) -> Mark<'_> {
        Mark { theme: &self.theme, shared: &self.shared_marks, site: &self.site }
    }

    fn asset(&self, path: &str) -> &[u8] {
        let asset = self.theme.assets().find(|a| a.path == path);
        &asset.expect("assets are planned from the theme's own list").bytes
    }
}

fn fault(path: &str) -> impl FnOnce(Diagnostic) -> MakeError {
    move |d| MakeError { path: path.to_owned(), diagnostic: Box::new(d) }
}

impl Source for Plan {
    fn paths(&self) -> Vec<&str> {
        self.pages.keys().map(String::as_str).collect()
    }

    fn fingerprint(&self, path: &str) -> Fingerprint {
        match self.entry(path) {
            Entry::Page(route) => self.with_view(route, self.mark()),
            Entry::Asset => Fingerprint(*blake3::hash(self.asset(path)).as_bytes()),
        }
    }

    fn bytes(&self, path: &str) -> Result<Cow<'_, [u8]>, MakeError> {
        match self.entry(path) {
            Entry::Page(route) => self.page(path, route),
            Entry::Asset => Ok(Cow::Borrowed(self.asset(path))),
        }
    }

    fn bytes_and_fingerprint(&self, path: &str) -> Result<(Cow<'_, [u8]>, Fingerprint), MakeError> {
        match self.entry(path) {
            Entry::Page(route) => {
                let made = self.with_view(route, RenderMarked(self.renderer(), self.mark())).map_err(fault(path))?;
                Ok((Cow::Owned(made.0), made.1))
            }
            Entry::Asset => {
                let bytes = self.asset(path);
                Ok((Cow::Borrowed(bytes), Fingerprint(*blake3::hash(bytes).as_bytes())))
            }
        }
    }

    fn template(&self, path: &str) -> Option<&'static str> {
        match self.entry(path) {
            Entry::Page(route) => Some(template_of(route)),
            Entry::Asset => None,
        }
    }
}
