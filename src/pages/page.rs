//! A page while it is made: where it lies, what it links to, in whose words.

use super::edition::Edition;
use super::index::Index;
use super::parts::common::{Crumb, DataLink, Lang, Link, Localized};
use crate::derive::Report;
use crate::model::{AgencyIx, Dataset, DocumentIx, GroupIx, MeetingIx, NewsIx, Party, TaskIx, TopicIx};
use crate::open_data::DataFile;
use crate::pages::words::PageWords;
use crate::plan::route::{Route, root_of};
use crate::theme::ROOT;

/// Bytes of an address with the way to the root and the anchor of a clause, or a little more.
const AN_ADDRESS: usize = 80;

/// What a page is made from.
pub(crate) struct Page<'p> {
    pub edition: &'p Edition,
    pub report: &'p Report,
    pub words: &'p PageWords,
    pub index: &'p Index,
    pub route: Route,
    /// Leads to the root of the site.
    pub root: String,
}

impl<'p> Page<'p> {
    pub(super) fn new(edition: &'p Edition, route: Route) -> Self {
        let root = root_of(&format!("{}{}", edition.folder, route.path(&edition.report.data)));
        Self::at(edition, route, root)
    }

    fn at(edition: &'p Edition, route: Route, root: String) -> Self {
        let Edition { report, words, index, .. } = edition;
        Self { edition, report, words, index, route, root }
    }

    /// The page as a fragment sees it, which stands on many pages: [`ROOT`] is replaced by the way to the root there.
    pub(super) fn anywhere(&self) -> Self {
        Self::at(self.edition, Route::Home, ROOT.to_string())
    }

    pub(super) fn data(&self) -> &'p Dataset {
        &self.report.data
    }

    /// Whether the site has a page in this language.
    pub(super) fn has(&self, route: Route) -> bool {
        self.edition.files.has(&format!("{}{}", self.edition.folder, route.path(self.data())))
    }

    /// Address of a page, relative to this one.
    pub(super) fn href(&self, to: Route) -> String {
        let mut href = String::with_capacity(AN_ADDRESS);
        href.push_str(&self.root);
        href.push_str(&self.edition.folder);
        to.add_path(self.data(), &mut href);
        href
    }

    pub(super) fn link(&self, to: Route, text: impl Into<Localized>) -> Link {
        let Localized { text, lang } = text.into();
        Link { href: self.href(to), text, lang }
    }

    /// One step of the way to this page, in the words of a message.
    pub(super) fn crumb(&self, to: Route, key: &str) -> Crumb {
        Crumb { href: Some(self.href(to)), text: self.words.say(key), lang: None }
    }

    /// None for a file that the site lacks.
    pub(super) fn data_link(&self, file: DataFile, text: impl Into<Localized>) -> Option<DataLink> {
        let path = file.path(self.data());
        if !self.edition.files.has(&path) {
            return None;
        }
        let Localized { text, lang } = text.into();
        let link = Link { href: format!("{}{path}", self.root), text, lang };
        Some(DataLink { link, format: file.format(), media_type: file.media_type() })
    }

    pub(super) fn task_title(&self, ix: TaskIx) -> Localized {
        let task = &self.data()[ix];
        self.pick(&task.title, task.title_en.as_ref())
    }

    pub(super) fn meeting_title(&self, ix: MeetingIx) -> Localized {
        let meeting = &self.data()[ix];
        self.pick(&meeting.title, meeting.title_en.as_ref())
    }

    /// The title of a document without a meeting; what tells any other in few words.
    pub(super) fn document_title(&self, ix: DocumentIx) -> Localized {
        let document = &self.data()[ix];
        match &document.title {
            Some(title) => self.pick(title, document.title_en.as_ref()),
            None => self.words.document(self.data(), ix).into(),
        }
    }

    pub(super) fn news_title(&self, ix: NewsIx) -> Localized {
        let news = &self.data()[ix];
        self.pick(&news.title, news.title_en.as_ref())
    }

    pub(super) fn topic_name(&self, ix: TopicIx) -> Localized {
        let topic = &self.data()[ix];
        self.pick(&topic.name, topic.name_en.as_ref())
    }

    pub(super) fn agency_name(&self, ix: AgencyIx) -> Localized {
        let agency = &self.data()[ix];
        self.pick(&agency.name, agency.name_en.as_ref())
    }

    pub(super) fn group_name(&self, ix: GroupIx) -> Localized {
        let group = &self.data()[ix];
        self.pick(&group.name, group.name_en.as_ref())
    }

    pub(super) fn task_link(&self, ix: TaskIx) -> Link {
        self.link(Route::Task(ix), self.task_title(ix))
    }

    pub(super) fn agency_link(&self, ix: AgencyIx) -> Link {
        self.link(Route::Agency(ix, 1), self.agency_name(ix))
    }

    /// Agency with its short name, for tables; the full name where there is no short one.
    pub(super) fn agency_short(&self, ix: AgencyIx) -> Link {
        match &self.data()[ix].short {
            Some(short) if self.is_in_content_language() => self.link(Route::Agency(ix, 1), short.as_str()),
            Some(_) | None => self.agency_link(ix),
        }
    }

    pub(super) fn group_link(&self, ix: GroupIx) -> Link {
        self.link(Route::Group(ix, 1), self.group_name(ix))
    }

    pub(super) fn party_link(&self, party: Party) -> Link {
        match party {
            Party::Agency(ix) => self.agency_link(ix),
            Party::Group(ix) => self.group_link(ix),
        }
    }

    pub(super) fn party_short(&self, party: Party) -> Link {
        match party {
            Party::Agency(ix) => self.agency_short(ix),
            Party::Group(ix) => match &self.data()[ix].short {
                Some(short) if self.is_in_content_language() => self.link(Route::Group(ix, 1), short.as_str()),
                Some(_) | None => self.group_link(ix),
            },
        }
    }

    /// Whether the page speaks the language of the content.
    pub(super) fn is_in_content_language(&self) -> bool {
        self.words.lang == self.data().settings.language
    }

    /// The text itself where the page speaks its language, else its translation, if there is one.
    pub(super) fn pick(&self, text: &str, translation: Option<&String>) -> Localized {
        let (text, lang) = self.pick_str(text, translation);
        Localized { text: text.to_owned(), lang }
    }

    /// The same without a copy.
    pub(super) fn pick_str<'t>(&self, text: &'t str, translation: Option<&'t String>) -> (&'t str, Lang) {
        self.words.pick(self.data().settings.language, text, translation)
    }

    /// Agencies before groups, each by name in Vietnamese order.
    pub(super) fn rank(&self, holder: Party) -> (u8, u32) {
        match holder {
            Party::Agency(ix) => (0, self.index.agency_rank[ix.at()]),
            Party::Group(ix) => (1, self.index.group_rank[ix.at()]),
        }
    }
}

/// A text that may be absent; then it is empty.
pub(super) fn or_empty(text: Option<&String>) -> &str {
    text.map_or("", String::as_str)
}
