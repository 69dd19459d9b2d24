//! Addresses: every page of a site has one, derived from ids alone, for ever.

use crate::derive::Worklist;
use crate::model::{
    AgencyIx, Alias, AliasOf, Dataset, DocumentIx, GroupIx, Language, MeetingIx, Month, NewsIx, Origin, PageGroup,
    PageIx, Period, Settings, TaskIx, TimelineItem, TopicIx,
};

/// A page or file of the site. Numbers of parts count from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Route {
    /// `/`
    Home,
    /// `/nhiem-vu/`, `/nhiem-vu/trang/2/`
    Tasks(usize),
    /// `/nhiem-vu/danh-sach/qua-han/`, `/nhiem-vu/danh-sach/qua-han/trang/2/`
    Worklist(Worklist, usize),
    /// `/nhiem-vu/<id>/`
    Task(TaskIx),
    /// `/co-quan/`
    Agencies,
    /// `/co-quan/<id>/`, `/co-quan/<id>/trang/2/`
    Agency(AgencyIx, usize),
    /// `/co-quan/<id>/` of a group, `/co-quan/<id>/trang/2/`
    Group(GroupIx, usize),
    /// `/phien-hop/`, `/phien-hop/trang/2/`
    Meetings(usize),
    /// `/phien-hop/co-quan/<body>/`, `/phien-hop/co-quan/<body>/trang/2/`
    MeetingsOfBody(AgencyIx, usize),
    /// `/phien-hop/<slug>/`
    Meeting(MeetingIx),
    /// `/van-ban/<id>/`: a document without a meeting
    Document(DocumentIx),
    /// `/tin/<slug>/`
    News(NewsIx),
    /// `/nhap/`, `/nhap/trang/2/`: what nobody has confirmed, where it is shown
    Drafts(usize),
    /// `/linh-vuc/`
    Topics,
    /// `/linh-vuc/<topic>/`, `/linh-vuc/<topic>/trang/2/`
    Topic(TopicIx, usize),
    /// `/lich/`: from the as-of date on
    Calendar,
    /// `/lich/<year>/`
    CalendarYear(i32),
    /// `/lich/<year>/<month>/`, `/lich/<year>/<month>/trang/2/`: a month of a year with many deadlines
    CalendarMonth(Month, usize),
    /// `/thay-doi/`
    Changes,
    /// `/thay-doi/2019-12/`, `/thay-doi/2019-12/trang/2/`
    ChangesMonth(Month, usize),
    /// `/bao-cao/`, `/bao-cao/trang/2/`
    Matrices(usize),
    /// `/bao-cao/nhom/<group>/`, `/bao-cao/nhom/<group>/trang/2/`
    MatrixOfGroup(GroupIx, usize),
    /// `/bao-cao/dinh-ky/<task>/`, `/bao-cao/dinh-ky/<task>/trang/2/`
    MatrixOfTask(TaskIx, usize),
    /// `/du-lieu/`
    Data,
    /// `/<slug>/`
    Page(PageIx),
    /// `/tim-kiem/`: search, and the A-Z index
    Search,
    /// `/tro-nang/`: what was done and tested so that everybody can use the site
    Access,
    /// `/nhung/`: boxes for other sites, with the code to copy
    Embeds,
    /// `/nhung/tong-hop/`
    EmbedTotals,
    /// `/nhung/sap-den-han/`
    EmbedDeadlines,
    /// `/nhung/co-quan/<id>/`
    EmbedAgency(AgencyIx),
    /// The address of a former id, by its place in the list: leads on.
    Moved(usize),
    /// `/404.html`
    NotFound,
}

impl Route {
    /// Path of the file below the root of the site, `/` between its parts.
    pub fn path(self, data: &Dataset) -> String {
        let mut path = String::with_capacity(A_PATH);
        self.add_path(data, &mut path);
        path
    }

    pub(crate) fn add_path(self, data: &Dataset, out: &mut String) {
        let mut part = |folders: &[&str], page: usize| {
            for folder in folders {
                out.push_str(folder);
                out.push('/');
            }
            if page > 1 {
                out.extend(["trang/", &page.to_string(), "/"]);
            }
            out.push_str("index.html");
        };
        match self {
            Self::Home => part(&[], 1),
            Self::Tasks(n) => part(&[TASKS], n),
            Self::Worklist(list, n) => part(&["nhiem-vu/danh-sach", folder_of_list(list)], n),
            Self::Task(ix) => part(&[TASKS, data[ix].id.as_str()], 1),
            Self::Agencies => part(&[AGENCIES], 1),
            Self::Agency(ix, n) => part(&[AGENCIES, data[ix].id.as_str()], n),
            Self::Group(ix, n) => part(&[AGENCIES, data[ix].id.as_str()], n),
            Self::Meetings(n) => part(&[MEETINGS], n),
            Self::MeetingsOfBody(ix, n) => part(&["phien-hop/co-quan", data[ix].id.as_str()], n),
            Self::Meeting(ix) => part(&[MEETINGS, data[ix].id.as_str()], 1),
            Self::Document(ix) => part(&[DOCUMENTS, data[ix].id.as_str()], 1),
            Self::News(ix) => part(&["tin", data[ix].id.as_str()], 1),
            Self::Drafts(n) => part(&["nhap"], n),
            Self::Topics => part(&["linh-vuc"], 1),
            Self::Topic(ix, n) => part(&["linh-vuc", data[ix].id.as_str()], n),
            Self::Calendar => part(&["lich"], 1),
            Self::CalendarYear(year) => part(&["lich", &year.to_string()], 1),
            Self::CalendarMonth(month, n) => part(&["lich", &format!("{}/{:02}", month.year, month.month)], n),
            Self::Changes => part(&["thay-doi"], 1),
            Self::ChangesMonth(month, n) => part(&["thay-doi", &Period::Month(month).code()], n),
            Self::Matrices(n) => part(&["bao-cao"], n),
            Self::MatrixOfGroup(ix, n) => part(&["bao-cao/nhom", data[ix].id.as_str()], n),
            Self::MatrixOfTask(ix, n) => part(&["bao-cao/dinh-ky", data[ix].id.as_str()], n),
            Self::Data => part(&[DATA_FOLDER], 1),
            Self::Page(ix) => part(&[data[ix].id.as_str()], 1),
            Self::Search => part(&[SEARCH], 1),
            Self::Access => part(&[ACCESS], 1),
            Self::Embeds => part(&["nhung"], 1),
            Self::EmbedTotals => part(&["nhung/tong-hop"], 1),
            Self::EmbedDeadlines => part(&["nhung/sap-den-han"], 1),
            Self::EmbedAgency(ix) => part(&["nhung/co-quan", data[ix].id.as_str()], 1),
            Self::Moved(n) => {
                let alias = &data.aliases[n];
                let folder = match alias.target {
                    AliasOf::Task(_) => TASKS,
                    AliasOf::Agency(_) => AGENCIES,
                    AliasOf::Meeting(_) => MEETINGS,
                    AliasOf::Document(_) => DOCUMENTS,
                };
                part(&[folder, &alias.old], 1);
            }
            Self::NotFound => out.push_str("404.html"),
        }
    }
}

/// Bytes of a path, or a little more.
const A_PATH: usize = 64;

// Folders of pages that have one of their own for each thing.
pub(crate) const TASKS: &str = "nhiem-vu";
pub(crate) const AGENCIES: &str = "co-quan";
pub(crate) const MEETINGS: &str = "phien-hop";
pub(crate) const DOCUMENTS: &str = "van-ban";

/// The folder of the search, with its page and its data.
pub(crate) const SEARCH: &str = "tim-kiem";

pub(crate) const DATA_FOLDER: &str = "du-lieu";

/// The folder of the accessibility statement; a free page of this name takes its place.
pub(crate) const ACCESS: &str = "tro-nang";

/// Where all deadlines are: the calendar; without one, the overview.
pub(crate) fn deadlines(settings: &Settings) -> Route {
    if settings.has(PageGroup::Calendar) { Route::Calendar } else { Route::Home }
}

/// The page that a former id leads to.
pub fn target_of(alias: &Alias) -> Route {
    match alias.target {
        AliasOf::Task(ix) => Route::Task(ix),
        AliasOf::Agency(ix) => Route::Agency(ix, 1),
        AliasOf::Meeting(ix) => Route::Meeting(ix),
        AliasOf::Document(ix) => Route::Document(ix),
    }
}

/// The page that shows a document: its own, or that of its meeting or news item.
pub(crate) fn page_of(data: &Dataset, document: DocumentIx) -> Route {
    match data[document].origin {
        Origin::Meeting(ix) => Route::Meeting(ix),
        Origin::Own => Route::Document(document),
        Origin::News(ix) => Route::News(ix),
    }
}

impl From<TimelineItem> for Route {
    fn from(item: TimelineItem) -> Self {
        match item {
            TimelineItem::Meeting(ix) => Self::Meeting(ix),
            TimelineItem::Document(ix) => Self::Document(ix),
        }
    }
}

/// The folder of a ready-made list: below a folder of its own, so that no task's id can clash with it.
fn folder_of_list(list: Worklist) -> &'static str {
    match list {
        Worklist::Overdue => "qua-han",
        Worklist::DueSoon => "sap-den-han",
        Worklist::NoInformation => "chua-co-thong-tin",
        Worklist::Completed => "da-hoan-thanh",
    }
}

/// The folder below the root that holds the pages of one language of the interface: none for the site's own.
pub fn folder_of(language: Language, settings: &Settings) -> String {
    if language == settings.language { String::new() } else { format!("{}/", language.code()) }
}

/// Prefix that leads from a file to the root of the site: `"../"` for each folder it lies in.
pub fn root_of(path: &str) -> String {
    "../".repeat(path.matches('/').count())
}

/// The public form of a path: a folder's `index.html` is the folder itself.
pub fn public(path: &str) -> &str {
    match path.strip_suffix("index.html") {
        Some(folder) if folder.is_empty() || folder.ends_with('/') => folder,
        Some(_) | None => path,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prefixes_and_public_forms() {
        assert_eq!(root_of("index.html"), "");
        assert_eq!(root_of("nhiem-vu/a/index.html"), "../../");
        assert_eq!(public("index.html"), "");
        assert_eq!(public("nhiem-vu/a/index.html"), "nhiem-vu/a/");
        assert_eq!(public("404.html"), "404.html");
        assert_eq!(public("a/myindex.html"), "a/myindex.html");
    }
}
