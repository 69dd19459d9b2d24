//! A whole site, checked. Only the loader makes one.

use super::agency::{Agency, Group, Party, expand};
use super::citation::Cited;
use super::clause::{Block, Conclusion};
use super::document::{Document, Origin};
use super::ids::{AgencyIx, DocumentIx, GroupIx, MeetingIx, NewsIx, PageIx, TaskIx, TopicIx};
use super::meeting::{Meeting, News, Page};
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
    /// By day: those of a meeting by the meeting's, in the order of its front matter, all others by their own; those
    /// without any day after them, news items marked as sources last.
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
    /// A document without a meeting.
    Document(DocumentIx),
}

/// What stands in the timeline.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TimelineItem {
    /// A meeting, with its documents.
    Meeting(MeetingIx),
    /// A document without a meeting.
    Document(DocumentIx),
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
    /// The meeting that a document belongs to, through its news item if need be; none of a document without one.
    pub fn meeting_of(&self, document: DocumentIx) -> Option<MeetingIx> {
        match self[document].origin {
            Origin::Meeting(meeting) => Some(meeting),
            Origin::Own => None,
            Origin::News(news) => Some(self[news].meeting),
        }
    }

    /// The text of a document: its own, its news item's, or that of its meeting, which is the first document's.
    pub fn text_of(&self, document: DocumentIx) -> &Conclusion {
        match self[document].origin {
            Origin::Meeting(meeting) => &self[meeting].conclusion,
            Origin::Own => &self[document].text,
            Origin::News(news) => &self[news].text,
        }
    }

    /// Documents without a meeting, with their indices.
    pub fn own_documents(&self) -> impl DoubleEndedIterator<Item = (DocumentIx, &Document)> {
        let all = self.documents.iter().enumerate().map(|(n, document)| (DocumentIx::new(n), document));
        all.filter(|(_, document)| document.origin == Origin::Own)
    }

    /// Whether a task is known from news alone. It is shown and marked, and enters no count: the press gives nobody a duty.
    pub fn is_from_news(&self, task: &Task) -> bool {
        task.sources.iter().all(|source| matches!(self[source.document].origin, Origin::News(_)))
    }

    /// The clause that a source names, where the text has it.
    pub fn block_of(&self, source: &SourceRef) -> Option<&Block> {
        self.text_of(source.document).blocks.get(source.block?)
    }

    /// How the clause of a source is cited, itself first; nothing without a clause.
    pub fn citation(&self, source: &SourceRef) -> Vec<Cited> {
        match (source.block, &source.clause) {
            (Some(place), Some(_)) => self.text_of(source.document).citation(place),
            (None, Some(label)) => label.citation(),
            (_, None) => Vec::new(),
        }
    }

    /// The day as of which a document's groups are expanded: its issue date, else the day of the meeting; none where
    /// both are unknown.
    pub fn reference_day(&self, document: DocumentIx) -> Option<NaiveDate> {
        self[document].issued.or_else(|| self[self.meeting_of(document)?].held)
    }

    /// The day by which a meeting stands among others: on which it was held, else on which its first document was issued.
    pub fn day_of_meeting(&self, meeting: MeetingIx) -> Option<NaiveDate> {
        let issued = || self[meeting].documents.iter().filter_map(|d| self[*d].issued).min();
        self[meeting].held.or_else(issued)
    }

    /// The day by which something stands in the timeline: of a meeting as [`Dataset::day_of_meeting`] says, of a document
    /// its day of issue.
    pub fn day_of(&self, item: TimelineItem) -> Option<NaiveDate> {
        match item {
            TimelineItem::Meeting(ix) => self.day_of_meeting(ix),
            TimelineItem::Document(ix) => self[ix].issued,
        }
    }

    /// The text of what stands in the timeline.
    pub fn text_at(&self, item: TimelineItem) -> &Conclusion {
        match item {
            TimelineItem::Meeting(ix) => &self[ix].conclusion,
            TimelineItem::Document(ix) => &self[ix].text,
        }
    }

    /// The documents of what stands in the timeline: those of a meeting, or the document itself.
    pub fn documents_at(&self, item: TimelineItem) -> Vec<DocumentIx> {
        match item {
            TimelineItem::Meeting(ix) => self[ix].documents.clone(),
            TimelineItem::Document(ix) => vec![ix],
        }
    }

    /// Meetings and documents as readers want them: the newest first, those without any day last; on one day documents
    /// before meetings.
    pub fn timeline(&self) -> Vec<TimelineItem> {
        let meetings = (0..self.meetings.len()).map(MeetingIx::new).map(TimelineItem::Meeting);
        let documents = self.own_documents().map(|(ix, _)| TimelineItem::Document(ix));
        let mut all: Vec<TimelineItem> = meetings.chain(documents).collect();
        all.reverse();
        // `None` is less than any day.
        all.sort_by_key(|item| std::cmp::Reverse(self.day_of(*item)));
        all
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
