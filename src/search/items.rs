//! The items that can be found. Every item has a number that stays when others come and go.

use super::terms::{Terms, Weight};
use crate::model::{
    AgencyCode, AgencyIx, Conclusion, DocumentIx, GroupIx, MeetingIx, NewsIx, PageIx, Party, TaskIx, TimelineItem,
    TopicIx,
};
use crate::open_data::ExportSite;

/// Kinds of items. Their order is that of the numbers, not of the results.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    Agency,
    Task,
    Meeting,
    Clause,
    Topic,
    Page,
}

impl Kind {
    /// All kinds, by their code in numbers and in the names of files.
    pub(super) const ALL: [Self; 6] = [Self::Agency, Self::Task, Self::Meeting, Self::Clause, Self::Topic, Self::Page];

    /// Name in the index and in message keys.
    pub(super) fn code(self) -> &'static str {
        match self {
            Self::Agency => "agency",
            Self::Task => "task",
            Self::Meeting => "meeting",
            Self::Clause => "clause",
            Self::Topic => "topic",
            Self::Page => "page",
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Item {
    Agency(AgencyIx),
    Group(GroupIx),
    Task(TaskIx),
    Meeting(MeetingIx),
    /// A document without a meeting.
    Document(DocumentIx),
    /// A block of a meeting's or document's text that has a label.
    Clause(TimelineItem, usize),
    Topic(TopicIx),
    News(NewsIx),
    Page(PageIx),
}

impl Item {
    fn kind(self) -> Kind {
        match self {
            Self::Agency(_) | Self::Group(_) => Kind::Agency,
            Self::Task(_) => Kind::Task,
            Self::Meeting(_) | Self::Document(_) => Kind::Meeting,
            Self::Clause(..) => Kind::Clause,
            Self::Topic(_) => Kind::Topic,
            Self::News(_) | Self::Page(_) => Kind::Page,
        }
    }
}

/// Records in one file: as many numbers, of which a third to a half is in use.
pub(super) const IN_A_FILE: u32 = 128;

pub(super) struct Items {
    /// `(number, item)` in the order of numbers; the kind stands in the top eight bits.
    pub(super) all: Vec<(u32, Item)>,
    /// How many numbers each kind has, in use or not.
    pub(super) sizes: [u32; Kind::ALL.len()],
}

impl Items {
    pub(super) fn new(site: &ExportSite) -> Self {
        let mut of_kind: [Vec<Item>; Kind::ALL.len()] = Default::default();
        for item in items(site) {
            of_kind[item.kind() as usize].push(item);
        }
        let mut all = Vec::new();
        let mut sizes = [0; Kind::ALL.len()];
        for kind in Kind::ALL {
            let list = &of_kind[kind as usize];
            let room = (list.len() * 2).next_power_of_two().max(IN_A_FILE as usize);
            let mut places: Vec<Option<Item>> = vec![None; room];
            for item in list {
                // A place by its own name, so that a new item seldom moves another.
                let mut at = hash(&key(site, *item)) as usize & (room - 1);
                while places[at].is_some() {
                    at = (at + 1) & (room - 1);
                }
                places[at] = Some(*item);
            }
            let base = (kind as u32) << 24;
            let numbered = places.into_iter().zip(base..).filter_map(|(item, n)| Some((n, item?)));
            all.extend(numbered);
            sizes[kind as usize] = u32::try_from(room).expect("fewer items than that");
        }
        Self { all, sizes }
    }

    pub(super) fn file(&self, kind: Kind, file: u32) -> &[(u32, Item)] {
        let from = ((kind as u32) << 24) + file * IN_A_FILE;
        let start = self.all.partition_point(|(n, _)| *n < from);
        let end = self.all.partition_point(|(n, _)| *n < from + IN_A_FILE);
        &self.all[start..end]
    }
}

fn items(site: &ExportSite) -> Vec<Item> {
    let data = site.data();
    let mut found: Vec<Item> = data.agency_list().map(|(ix, _)| Item::Agency(ix)).collect();
    found.extend(data.group_list().map(|(ix, _)| Item::Group(ix)));
    found.extend(site.report.shown_tasks().into_iter().map(Item::Task));
    let meetings = data.meeting_list().map(|(ix, _)| (Item::Meeting(ix), TimelineItem::Meeting(ix)));
    let documents = data.own_documents().map(|(ix, _)| (Item::Document(ix), TimelineItem::Document(ix)));
    for (item, text) in meetings.chain(documents) {
        found.push(item);
        let labelled =
            data.text_at(text).blocks.iter().enumerate().filter(|(_, b)| b.label.is_some() && !b.text.is_empty());
        found.extend(labelled.map(|(n, _)| Item::Clause(text, n)));
    }
    found.extend((0..data.settings.topics.len()).map(TopicIx::new).map(Item::Topic));
    found.extend((0..data.news.len()).map(NewsIx::new).map(Item::News));
    found.extend((0..data.pages.len()).map(PageIx::new).map(Item::Page));
    found
}

/// A name that an item keeps.
fn key(site: &ExportSite, item: Item) -> String {
    let data = site.data();
    match item {
        Item::Agency(ix) => data[ix].id.to_string(),
        Item::Group(ix) => data[ix].id.to_string(),
        Item::Task(ix) => data[ix].id.to_string(),
        Item::Meeting(ix) => data[ix].id.to_string(),
        Item::Document(ix) => format!("van-ban/{}", data[ix].id),
        Item::Clause(text, n) => {
            let label = data.text_at(text).blocks[n].label.as_ref().map(ToString::to_string).unwrap_or_default();
            let of = match text {
                TimelineItem::Meeting(ix) => key(site, Item::Meeting(ix)),
                TimelineItem::Document(ix) => key(site, Item::Document(ix)),
            };
            format!("{of}#{label}")
        }
        Item::Topic(ix) => data[ix].id.to_string(),
        Item::News(ix) => format!("tin/{}", data[ix].id),
        Item::Page(ix) => data[ix].id.to_string(),
    }
}

/// FNV-1a: small, and the same everywhere.
fn hash(text: &str) -> u32 {
    let step = |h: u64, byte: u8| (h ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    let long = text.bytes().fold(0xcbf2_9ce4_8422_2325, step);
    u32::try_from((long ^ (long >> 32)) & 0xffff_ffff).expect("masked")
}

pub(super) fn index(site: &ExportSite, number: u32, item: Item, connecting: &[&str], terms: &mut Terms) {
    let data = site.data();
    match item {
        Item::Agency(ix) => {
            let agency = &data[ix];
            terms.name(number, site.agency_name(ix));
            for name in agency.short.iter().chain(&agency.also).chain([&agency.name]).chain(&agency.name_en) {
                terms.text(number, name, Weight::Short);
            }
            terms.initials(number, &agency.name, connecting, Weight::Short);
            terms.whole(number, agency.id.as_str(), Weight::Beside);
            terms.whole(number, agency.code.as_ref().map_or("", AgencyCode::as_str), Weight::Short);
        }
        Item::Group(ix) => {
            let group = &data[ix];
            terms.name(number, site.group_name(ix));
            for name in group.short.iter().chain([&group.name]).chain(&group.name_en) {
                terms.text(number, name, Weight::Long);
            }
        }
        Item::Task(ix) => {
            let task = &data[ix];
            terms.text(number, task.reference.as_deref().unwrap_or_default(), Weight::Short);
            terms.name(number, site.task_title(ix));
            terms.name(number, task.title_en.as_deref().unwrap_or_default());
            terms.whole(number, task.id.as_str(), Weight::Short);
            for source in &task.sources {
                terms.text(number, data[source.document].number.as_deref().unwrap_or_default(), Weight::Beside);
            }
            let later = site.report.transfers_of(ix).map(|transfer| Party::Agency(transfer.to));
            for party in task.lead.iter().copied().chain(later) {
                let (name, short) = party_names(site, party);
                terms.text(number, name, Weight::Beside);
                terms.text(number, short.unwrap_or_default(), Weight::Beside);
                terms.initials(number, name, connecting, Weight::Beside);
            }
            terms.text(number, task.supervisor.as_ref().map_or("", |person| person.name.as_str()), Weight::Beside);
            terms.text(number, task.text.as_deref().unwrap_or_default(), Weight::Beside);
        }
        Item::Meeting(ix) => {
            let meeting = &data[ix];
            for document in &meeting.documents {
                terms.text(number, data[*document].number.as_deref().unwrap_or_default(), Weight::Short);
            }
            terms.name(number, site.pick(&meeting.title, meeting.title_en.as_ref()));
            for document in &meeting.documents {
                terms.text(number, data[*document].kind.as_deref().unwrap_or_default(), Weight::Beside);
            }
            if let Some(body) = meeting.body {
                terms.text(number, site.agency_name(body), Weight::Beside);
            }
            praise(site, number, &meeting.documents, terms);
            let people = meeting.chair.iter().map(|p| p.name.as_str());
            people.for_each(|name| terms.text(number, name, Weight::Beside));
        }
        Item::Document(ix) => {
            let document = &data[ix];
            terms.text(number, document.number.as_deref().unwrap_or_default(), Weight::Short);
            for title in document.title.iter().chain(&document.title_en) {
                terms.name(number, title);
            }
            terms.text(number, document.kind.as_deref().unwrap_or_default(), Weight::Beside);
            if let Some(issuer) = document.issuer {
                terms.text(number, site.agency_name(issuer), Weight::Beside);
            }
            praise(site, number, &[ix], terms);
        }
        Item::Clause(text, n) => {
            terms.text(number, &data.text_at(text).blocks[n].text, Weight::Long);
            for document in data.documents_at(text) {
                terms.text(number, data[document].number.as_deref().unwrap_or_default(), Weight::Beside);
            }
        }
        Item::Topic(ix) => {
            let topic = &data[ix];
            terms.name(number, site.pick(&topic.name, topic.name_en.as_ref()));
            terms.text(number, topic.description.as_deref().unwrap_or_default(), Weight::Beside);
        }
        Item::News(ix) => {
            let news = &data[ix];
            terms.name(number, site.pick(&news.title, news.title_en.as_ref()));
            terms.text(number, news.publisher.as_deref().unwrap_or_default(), Weight::Beside);
            text_of(number, &news.text, terms);
        }
        Item::Page(ix) => {
            let page = &data[ix];
            terms.name(number, site.pick(&page.title, page.title_en.as_ref()));
            terms.text(number, page.description.as_deref().unwrap_or_default(), Weight::Beside);
            let english = page.text_en.as_ref().filter(|_| site.words.lang != data.settings.language);
            text_of(number, english.unwrap_or(&page.text), terms);
        }
    }
}

/// Whom documents praise, and for what.
fn praise(site: &ExportSite, number: u32, documents: &[DocumentIx], terms: &mut Terms) {
    for one in documents.iter().flat_map(|ix| &site.data()[*ix].commendations) {
        terms.text(number, site.agency_name(one.agency), Weight::Beside);
        terms.text(number, &one.words, Weight::Beside);
    }
}

fn text_of(number: u32, text: &Conclusion, terms: &mut Terms) {
    text.blocks.iter().for_each(|block| terms.text(number, &block.text, Weight::Beside));
}

pub(super) fn party_names(site: &ExportSite, party: Party) -> (&str, Option<&str>) {
    let data = site.data();
    match party {
        Party::Agency(ix) => (site.agency_name(ix), data[ix].short.as_deref()),
        Party::Group(ix) => (site.group_name(ix), data[ix].short.as_deref()),
    }
}
