//! What stands around every page: head, menu, crumbs, foot.

use super::Builder;
use crate::derive::Report;
use crate::model::{Extra, Language, MeetingIx, PageIx, Period};
use crate::open_data::DataFile;
use crate::pages::shared::{Part, Shared};
use crate::pages::view::{Base, Crumb, Frame, LanguageLink, Link, MenuItem, Said, SiteView};
use crate::pages::words::{Arg, Words};
use crate::plan::route::{ACCESS, Route, folder_of, public, target_of};
use std::sync::Arc;

/// What the frame depends on beside the data.
#[derive(Debug, Clone, Default)]
pub struct FrameOptions {
    /// Public address of the site, ends in `/`.
    pub base_url: Option<String>,
}

/// What stands around all pages of one kind at one depth.
pub struct Surround {
    menu: Shared<Vec<MenuItem>>,
    pages: Shared<Vec<MenuItem>>,
    data: Option<Shared<MenuItem>>,
    access: Shared<MenuItem>,
    search: Option<String>,
    feed: Option<String>,
    method: Option<String>,
    frame: Part<Frame>,
}

/// The site as a whole, in one language.
pub fn site_view(report: &Report, words: &Words) -> SiteView {
    let s = &report.data.settings;
    let pick = |text: Option<&String>, translation: Option<&String>| {
        let lang = match translation {
            _ if words.lang == s.language => None,
            Some(_) => (words.lang != Language::EN).then_some("en"),
            None => Some(s.language.code()),
        };
        let text = translation.filter(|_| words.lang != s.language).or(text);
        Said { text: text.cloned().unwrap_or_default(), lang }
    };
    let title = pick(Some(&s.title), s.title_en.as_ref());
    let description = pick(s.description.as_ref(), s.description_en.as_ref());
    let notice = pick(s.notice.as_ref(), s.notice_en.as_ref());
    let operator = pick(s.operator.as_ref(), s.operator_en.as_ref());
    let stale_days = report.last_update().zip(s.thresholds.stale_after_days).and_then(|(day, most)| {
        let days = (report.as_of - day).num_days();
        (days > i64::from(most)).then_some(days)
    });
    SiteView {
        lang: words.lang.code(),
        title: title.text,
        title_lang: title.lang,
        description: description.text,
        description_lang: description.lang,
        operator: operator.text,
        operator_lang: operator.lang,
        notice: notice.text,
        notice_lang: notice.lang,
        as_of: words.day(report.as_of),
        last_update: report.last_update().map(|d| words.day(d)),
        stale_days,
        licence: s.licence.as_ref().map(|l| Link {
            href: l.url.clone().unwrap_or_default(),
            text: l.name.clone(),
            lang: None,
        }),
        attribution: s.licence.as_ref().and_then(|l| l.attribution.clone()).unwrap_or_default(),
        content_lang: s.language.code(),
        separate_unreported: s.unreported == crate::model::Unreported::Separate,
        due_soon_days: s.thresholds.due_soon_days,
        version: env!("CARGO_PKG_VERSION"),
    }
}

impl Builder<'_> {
    /// The frame of this page.
    pub fn base(&self, options: &FrameOptions) -> Base {
        let (kind, title) = self.heading();
        let path = self.route.path(self.data());
        // The address of a former id names the one that holds now.
        let lasting = match self.route {
            Route::Moved(n) => target_of(&self.data().aliases[n]).path(self.data()),
            _ => path.clone(),
        };
        let canonical = options.base_url.as_ref().map(|base| format!("{base}{}{}", self.folder, public(&lasting)));
        let lost = self.route == Route::NotFound;
        // A page that answers for any address cannot know how deep it lies: only there the path is absolute.
        let root = match (&options.base_url, lost) {
            (Some(base), true) => path_of_url(base),
            (Some(_) | None, _) => self.root.clone(),
        };
        let make = || self.surround(kind, &root, lost);
        let around = match self.route {
            // The foot of each free page names that page as the one shown.
            Route::Page(_) => Arc::new(make()),
            _ => self.made_once.surround(kind, &root, make),
        };
        Base {
            lang: self.words.lang.code(),
            languages: if lost { Vec::new() } else { self.languages(&path, options) },
            kind,
            description: self.description(),
            linked: self.linked_data(options, canonical.as_ref()),
            canonical: if lost { None } else { canonical },
            crumbs: self.crumbs(&title),
            title: title.text,
            title_lang: title.lang,
            menu: around.menu.clone(),
            pages: around.pages.clone(),
            data: around.data.clone(),
            files: if self.data().settings.open_data { self.files() } else { Vec::new() },
            folder: self.folder.clone(),
            search: around.search.clone(),
            access: around.access.clone(),
            feed: around.feed.clone(),
            method: around.method.clone(),
            frame: around.frame.clone(),
            root,
        }
    }

    /// What stands around this page and others of its kind at its depth.
    fn surround(&self, kind: &'static str, root: &str, lost: bool) -> Surround {
        let open_data = self.data().settings.open_data;
        let prefix = if lost { root } else { "" };
        let placed = |href: String| format!("{prefix}{href}");
        let all_placed = |items: Vec<MenuItem>| {
            Shared::new(items.into_iter().map(|item| MenuItem { href: placed(item.href), ..item }).collect::<Vec<_>>())
        };
        let item = |route: Route, key: &str| {
            let (href, text) = (placed(self.href(route)), self.words.say(key));
            Shared::new(MenuItem { href, text, lang: None, current: self.route == route })
        };
        let menu = all_placed(self.menu());
        let pages = all_placed(self.page_links());
        let data = open_data.then(|| item(Route::Data, "nav-data"));
        let access = item(self.access(), "nav-access");
        let search = self.data().settings.has(Extra::Search).then(|| placed(self.href(Route::Search)));
        let frame = Frame {
            kind,
            root: root.to_owned(),
            menu: menu.clone(),
            pages: pages.clone(),
            data: data.clone(),
            search: search.clone(),
            access: access.clone(),
        };
        Surround {
            menu,
            pages,
            data,
            access,
            search,
            feed: open_data.then(|| DataFile::Feed.path(self.data())),
            method: self.method().map(placed),
            frame: Part::of_many_pages(frame),
        }
    }

    /// This page in every language of the interface; nothing where there is one.
    fn languages(&self, path: &str, options: &FrameOptions) -> Vec<LanguageLink> {
        let settings = &self.data().settings;
        let all = settings.languages.iter().filter(|_| settings.languages.len() > 1);
        all.map(|language| {
            let folder = folder_of(*language, settings);
            LanguageLink {
                code: language.code(),
                text: self.words.name_of(*language),
                href: format!("{}{folder}{path}", self.root),
                canonical: options.base_url.as_ref().map(|base| format!("{base}{folder}{}", public(path))),
                current: *language == self.words.lang,
            }
        })
        .collect()
    }

    fn heading(&self) -> (&'static str, Said) {
        let data = self.data();
        let say = |key: &str| Said::from(self.words.say(key));
        match self.route {
            Route::Home => ("home", say("nav-home")),
            Route::Tasks(_) => ("tasks", say("nav-tasks")),
            Route::Worklist(list, _) => ("worklist", self.worklist_title(list).into()),
            Route::Task(ix) => ("task", self.task_title(ix)),
            Route::Agencies => ("agencies", say("nav-agencies")),
            Route::Agency(ix, _) => ("agency", self.agency_link(ix).into()),
            Route::Group(ix, _) => ("group", self.group_link(ix).into()),
            Route::Meetings(_) => ("meetings", say("nav-meetings")),
            Route::MeetingsOfBody(ix, _) => ("meetings", self.agency_link(ix).into()),
            Route::Meeting(ix) => ("meeting", self.meeting_title(ix)),
            Route::News(ix) => ("news", self.news_title(ix)),
            Route::Topics => ("topics", say("nav-topics")),
            Route::Topic(ix, _) => ("topic", self.pick(&data[ix].name, data[ix].name_en.as_ref())),
            Route::Calendar => ("calendar", say("nav-calendar")),
            Route::CalendarMonth(month, _) => {
                let month = self.words.period(Period::Month(month));
                ("calendar-month", self.words.with("calendar-of", &[("month", Arg::Text(&month))]).into())
            }
            Route::CalendarYear(year) => ("calendar", format!("{} {year}", self.words.say("nav-calendar")).into()),
            Route::Changes => ("changes", say("nav-changes")),
            Route::ChangesMonth(month, _) => {
                let month = self.words.period(Period::Month(month));
                ("changes-month", self.words.with("changes-of", &[("month", Arg::Text(&month))]).into())
            }
            Route::Matrices(_) => ("matrices", say("nav-matrices")),
            Route::MatrixOfGroup(ix, _) => ("matrix", self.group_link(ix).into()),
            Route::MatrixOfTask(ix, _) => ("matrix", self.task_link(ix).into()),
            Route::Data => ("data", say("nav-data")),
            Route::Page(ix) => ("page", self.page_title(ix)),
            Route::Search => ("search", say("nav-search")),
            Route::Access => ("access", say("nav-access")),
            Route::Embeds => ("embeds", say("embed-title")),
            Route::EmbedTotals => ("embed", say("embed-totals")),
            Route::EmbedDeadlines => ("embed", say("embed-deadlines")),
            Route::EmbedAgency(ix) => ("embed", self.agency_link(ix).into()),
            Route::Moved(_) => ("moved", say("moved-title")),
            Route::NotFound => ("not-found", say("not-found-title")),
        }
    }

    fn description(&self) -> String {
        let data = self.data();
        match self.route {
            Route::Home => site_view(self.report, self.words).description,
            Route::Task(ix) => self.task_description(ix),
            Route::Worklist(list, _) => self.words.say(&format!("list-{}-lead", list.code())),
            Route::Page(ix) => data[ix].description.clone().unwrap_or_default(),
            Route::Topic(ix, _) => data[ix].description.clone().unwrap_or_else(|| {
                let tally = self.report.tally_of_tasks(self.report.tasks_of_topic(ix).iter().copied());
                self.described(&self.pick(&data[ix].name, data[ix].name_en.as_ref()).text, "described-tasks", &tally)
            }),
            Route::Agency(ix, _) => {
                let name = self.agency_link(ix).text;
                self.described(&name, "described-obligations", &self.report.agency(ix).tally)
            }
            Route::Meeting(ix) => {
                let tally = self.report.tally_of_tasks(self.report.tasks_of_meeting(ix).iter().copied());
                self.described(&self.meeting_title(ix).text, "described-tasks", &tally)
            }
            Route::Tasks(_) => {
                self.described(&self.words.say("nav-tasks"), "described-tasks", &self.report.task_tally())
            }
            Route::Agencies => self.words.say("agencies-lead"),
            Route::Meetings(_) => self.words.with("meetings-lead", &[("n", Arg::Count(data.meetings.len()))]),
            Route::MeetingsOfBody(ix, _) => {
                let n = data.meetings.iter().filter(|m| m.body == Some(ix)).count();
                self.words.with("meetings-lead", &[("n", Arg::Count(n))])
            }
            Route::Topics => self.words.say("topics-lead"),
            Route::Calendar | Route::CalendarYear(_) | Route::CalendarMonth(..) => self.words.say("calendar-lead"),
            Route::Group(ix, _) => self.words.say(if data[ix].open { "open-group-lead" } else { "group-lead" }),
            Route::News(_) => self.words.say("news-notice"),
            Route::Embeds => self.words.say("embed-lead"),
            Route::EmbedTotals | Route::EmbedDeadlines | Route::EmbedAgency(_) | Route::Moved(_) | Route::NotFound => {
                String::new()
            }
            Route::Changes | Route::ChangesMonth(..) => self.words.say("changes-lead"),
            Route::Matrices(_) | Route::MatrixOfGroup(..) | Route::MatrixOfTask(..) => self.words.say("matrix-lead"),
            Route::Search => self.words.say("search-lead"),
            Route::Access => self.words.say("access-lead"),
            Route::Data => self.words.say("data-lead"),
        }
    }

    fn crumbs(&self, title: &Said) -> Vec<Crumb> {
        let up =
            |route: Route, key: &str| Crumb { href: Some(self.href(route)), text: self.words.say(key), lang: None };
        let mut crumbs = Vec::new();
        match self.route {
            Route::Home
            | Route::EmbedTotals
            | Route::EmbedDeadlines
            | Route::EmbedAgency(_)
            | Route::Moved(_)
            | Route::NotFound => return crumbs,
            Route::Embeds => crumbs.push(up(Route::Data, "nav-data")),
            Route::Tasks(_)
            | Route::Agencies
            | Route::Meetings(_)
            | Route::Topics
            | Route::Calendar
            | Route::Changes
            | Route::Matrices(_)
            | Route::Data
            | Route::Search
            | Route::Access
            | Route::Page(_) => {}
            Route::Worklist(..) | Route::Task(_) => crumbs.push(up(Route::Tasks(1), "nav-tasks")),
            Route::Agency(..) | Route::Group(..) => crumbs.push(up(Route::Agencies, "nav-agencies")),
            Route::MeetingsOfBody(..) | Route::Meeting(_) => crumbs.push(up(Route::Meetings(1), "nav-meetings")),
            Route::News(ix) => {
                let meeting = self.data()[ix].meeting;
                crumbs.push(up(Route::Meetings(1), "nav-meetings"));
                let Said { text, lang } = self.meeting_title(meeting);
                crumbs.push(Crumb { href: Some(self.href(Route::Meeting(meeting))), text, lang });
            }
            Route::Topic(..) => crumbs.push(up(Route::Topics, "nav-topics")),
            Route::MatrixOfGroup(..) | Route::MatrixOfTask(..) => crumbs.push(up(Route::Matrices(1), "nav-matrices")),
            Route::ChangesMonth(..) => crumbs.push(up(Route::Changes, "nav-changes")),
            Route::CalendarYear(_) | Route::CalendarMonth(..) => crumbs.push(up(Route::Calendar, "nav-calendar")),
        }
        crumbs.insert(0, up(Route::Home, "nav-home"));
        crumbs.push(Crumb { href: None, text: title.text.clone(), lang: title.lang });
        crumbs
    }

    fn menu(&self) -> Vec<MenuItem> {
        let section = |route: Route| match route {
            Route::Home => 0,
            Route::Tasks(_) | Route::Worklist(..) | Route::Task(_) => 1,
            Route::Agencies | Route::Agency(..) | Route::Group(..) => 2,
            Route::Meetings(_) | Route::MeetingsOfBody(..) | Route::Meeting(_) | Route::News(_) => 3,
            Route::Topics | Route::Topic(..) => 4,
            Route::Calendar | Route::CalendarYear(_) | Route::CalendarMonth(..) => 5,
            Route::Changes | Route::ChangesMonth(..) => 6,
            Route::Matrices(_) | Route::MatrixOfGroup(..) | Route::MatrixOfTask(..) => 7,
            Route::Data
            | Route::Search
            | Route::Access
            | Route::Page(_)
            | Route::Embeds
            | Route::EmbedTotals
            | Route::EmbedDeadlines
            | Route::EmbedAgency(_)
            | Route::Moved(_)
            | Route::NotFound => 9,
        };
        let here = section(self.route);
        let mut entries = vec![
            (Route::Home, "nav-home"),
            (Route::Tasks(1), "nav-tasks"),
            (Route::Agencies, "nav-agencies"),
            (Route::Meetings(1), "nav-meetings"),
        ];
        if !self.data().settings.topics.is_empty() {
            entries.push((Route::Topics, "nav-topics"));
        }
        entries.push((Route::Calendar, "nav-calendar"));
        entries.push((Route::Changes, "nav-changes"));
        if !self.index.matrices.is_empty() {
            entries.push((Route::Matrices(1), "nav-matrices"));
        }
        entries
            .into_iter()
            .filter(|(route, _)| route.is_wanted(&self.data().settings))
            .map(|(route, key)| MenuItem {
                href: self.href(route),
                text: self.words.say(key),
                lang: None,
                current: section(route) == here,
            })
            .collect()
    }

    fn page_links(&self) -> Vec<MenuItem> {
        let listed = self.data().pages.iter().enumerate().filter(|(_, page)| page.id.as_str() != ACCESS);
        let pages = listed.map(|(n, _)| PageIx::new(n));
        pages
            .map(|ix| {
                let Link { href, text, lang } = self.link(Route::Page(ix), self.page_title(ix));
                MenuItem { href, text, lang, current: self.route == Route::Page(ix) }
            })
            .collect()
    }

    /// The accessibility statement: the site's own page, else the carried one.
    fn access(&self) -> Route {
        let own = self.data().pages.iter().position(|p| p.id.as_str() == ACCESS);
        own.map_or(Route::Access, |n| Route::Page(PageIx::new(n)))
    }

    fn method(&self) -> Option<String> {
        let n = self.data().pages.iter().position(|p| p.id.as_str() == "phuong-phap")?;
        Some(self.href(Route::Page(PageIx::new(n))))
    }

    pub(super) fn meeting_title(&self, ix: MeetingIx) -> Said {
        let meeting = &self.data()[ix];
        self.pick(&meeting.title, meeting.title_en.as_ref())
    }

    fn page_title(&self, ix: PageIx) -> Said {
        let page = &self.data()[ix];
        self.pick(&page.title, page.title_en.as_ref())
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
