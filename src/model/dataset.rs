//! A whole site, checked. Only the loader makes one.

use super::agency::{Agency, Group, Party, expand};
use super::clause::Block;
use super::ids::{AgencyIx, DocumentIx, GroupIx, MeetingIx, NewsIx, PageIx, TaskIx, TopicIx};
use super::meeting::{Document, Meeting, News, Origin, Page};
use super::settings::{Settings, Topic};
use super::task::{SourceRef, Task};
use chrono::NaiveDate;
use std::collections::BTreeSet;
use std::ops::Index;

/// The checked content of a site: every index in it resolves, every list is in a fixed order that does not
/// depend on the order of files. Tasks marked `internal` are not in it.
#[derive(Debug, Clone, PartialEq)]
pub struct Dataset {
    /// `site.yaml`, defaults filled in.
    pub settings: Settings,
    /// By id.
    pub agencies: Vec<Agency>,
    /// By id.
    pub groups: Vec<Group>,
    /// By day ([`Dataset::day_of_meeting`]; unknown last), then id.
    pub meetings: Vec<Meeting>,
    /// In the order of their meetings, then of the front matter; news items marked as sources last.
    pub documents: Vec<Document>,
    /// By document, then order in the file, then id.
    pub tasks: Vec<Task>,
    /// By id.
    pub news: Vec<News>,
    /// By menu order, then id.
    pub pages: Vec<Page>,
    /// Former ids, in their order.
    pub aliases: Vec<Alias>,
}

/// A former id, whose address leads on.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Alias {
    /// The id as it was.
    pub old: String,
    /// What it was the id of.
    pub target: AliasOf,
}

/// What a former id leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum AliasOf {
    /// A task.
    Task(TaskIx),
    /// An agency.
    Agency(AgencyIx),
    /// A meeting.
    Meeting(MeetingIx),
}

/// Lets a dataset be indexed, and gives the lists with their indices.
macro_rules! indexed {
    ($($ix:ident => $list:ident: $item:ident, $all:ident),+ $(,)?) => {$(
        impl Index<$ix> for Dataset {
            type Output = $item;
            fn index(&self, ix: $ix) -> &$item {
                &self.$list[ix.at()]
            }
        }

        impl Dataset {
            #[doc = concat!("All of `", stringify!($list), "` with their indices.")]
            pub fn $all(&self) -> impl Iterator<Item = ($ix, &$item)> {
                self.$list.iter().enumerate().map(|(n, item)| ($ix::new(n), item))
            }
        }
    )+};
}
indexed! {
    AgencyIx => agencies: Agency, agency_list,
    GroupIx => groups: Group, group_list,
    MeetingIx => meetings: Meeting, meeting_list,
    DocumentIx => documents: Document, document_list,
    TaskIx => tasks: Task, task_list,
    NewsIx => news: News, news_list,
    PageIx => pages: Page, page_list,
}

impl Index<TopicIx> for Dataset {
    type Output = Topic;
    fn index(&self, ix: TopicIx) -> &Topic {
        &self.settings.topics[ix.at()]
    }
}

impl Dataset {
    /// The meeting that a document belongs to, through its news item if need be.
    pub fn meeting_of(&self, document: DocumentIx) -> MeetingIx {
        match self[document].origin {
            Origin::Meeting(meeting) => meeting,
            Origin::News(news) => self[news].meeting,
        }
    }

    /// The clause that a source names, where the text has it.
    pub fn block_of(&self, source: &SourceRef) -> Option<&Block> {
        let text = match self[source.document].origin {
            Origin::Meeting(meeting) => &self[meeting].conclusion,
            Origin::News(news) => &self[news].text,
        };
        text.blocks.get(source.block?)
    }

    /// The day as of which a document's groups are expanded: its issue date, else the day of the meeting; none where
    /// both are unknown.
    pub fn reference_day(&self, document: DocumentIx) -> Option<NaiveDate> {
        self[document].issued.or_else(|| self[self.meeting_of(document)].held)
    }

    /// The day by which a meeting stands among others: on which it was held, else on which its first document was issued.
    pub fn day_of_meeting(&self, meeting: MeetingIx) -> Option<NaiveDate> {
        let issued = || self[meeting].documents.iter().filter_map(|d| self[*d].issued).min();
        self[meeting].held.or_else(issued)
    }

    /// Meetings as readers want them: the newest first, those without any day last.
    pub fn newest_meetings(&self) -> impl Iterator<Item = MeetingIx> {
        let all = || (0..self.meetings.len()).rev().map(MeetingIx::new);
        let dated = |ix: &MeetingIx| self.day_of_meeting(*ix).is_some();
        all().filter(move |ix| dated(ix)).chain(all().filter(move |ix| !dated(ix)))
    }

    /// The agencies that `party` means on `day`, each once, by index. The set is empty for an open group and for one
    /// without members on that day. Without a day, all members past and present count.
    pub fn expand(&self, party: Party, day: Option<NaiveDate>) -> BTreeSet<AgencyIx> {
        expand(&self.groups, party, day).0
    }

    /// Agencies that have met as bodies.
    pub fn bodies(&self) -> BTreeSet<AgencyIx> {
        self.meetings.iter().filter_map(|m| m.body).collect()
    }
}
