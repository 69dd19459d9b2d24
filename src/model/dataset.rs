//! A whole site, checked. Only the loader makes one.

use super::agency::{Agency, Group, Party};
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
    /// By day held (unknown last), then id.
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

    /// The agencies that `party` means on `day`, each once, by index. The set is empty for an open group and for one
    /// without members on that day. Without a day, all members past and present count.
    pub fn expand(&self, party: Party, day: Option<NaiveDate>) -> BTreeSet<AgencyIx> {
        let mut found = BTreeSet::new();
        self.expand_into(party, day, &mut found);
        found
    }

    fn expand_into(&self, party: Party, day: Option<NaiveDate>, found: &mut BTreeSet<AgencyIx>) {
        match party {
            Party::Agency(agency) => {
                found.insert(agency);
            }
            // The loader refuses circular groups, so this ends.
            Party::Group(group) => {
                for member in &self[group].members {
                    if day.is_none_or(|day| member.holds_on(day)) {
                        self.expand_into(member.who, day, found);
                    }
                }
            }
        }
    }

    /// Agencies that have met as bodies.
    pub fn bodies(&self) -> BTreeSet<AgencyIx> {
        self.meetings.iter().filter_map(|m| m.body).collect()
    }
}
