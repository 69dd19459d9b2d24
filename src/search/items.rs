//! What can be found: every thing has a number that stays when others come and go, and a short record.

use super::terms::{Terms, Weight};
use crate::model::{AgencyIx, Conclusion, Document, GroupIx, MeetingIx, NewsIx, Origin, PageIx, TaskIx, TopicIx};
use crate::open_data::site::ExportSite;
use crate::plan::route::{Route, public};
use serde_json::{Value, json};

/// Things of one kind stand together; the order is that of the numbers, not of results.
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

/// A thing that can be found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Thing {
    Agency(AgencyIx),
    Group(GroupIx),
    Task(TaskIx),
    Meeting(MeetingIx),
    /// A block of a conclusion that has a label.
    Clause(MeetingIx, usize),
    Topic(TopicIx),
    News(NewsIx),
    Page(PageIx),
}

impl Thing {
    fn kind(self) -> Kind {
        match self {
            Self::Agency(_) | Self::Group(_) => Kind::Agency,
            Self::Task(_) => Kind::Task,
            Self::Meeting(_) => Kind::Meeting,
            Self::Clause(..) => Kind::Clause,
            Self::Topic(_) => Kind::Topic,
            Self::News(_) | Self::Page(_) => Kind::Page,
        }
    }
}

/// Records in one file: as many numbers, of which a third to a half is in use.
pub(super) const IN_A_FILE: u32 = 128;

/// All things, by number.
pub(super) struct Things {
    /// `(number, thing)` in the order of numbers; the kind stands in the top eight bits.
    pub(super) all: Vec<(u32, Thing)>,
    /// How many numbers each kind has, in use or not.
    pub(super) sizes: [u32; Kind::ALL.len()],
}

impl Things {
    pub(super) fn new(site: &ExportSite) -> Self {
        let mut of_kind: [Vec<Thing>; Kind::ALL.len()] = Default::default();
        for thing in things(site) {
            of_kind[thing.kind() as usize].push(thing);
        }
        let mut all = Vec::new();
        let mut sizes = [0; Kind::ALL.len()];
        for kind in Kind::ALL {
            let list = &of_kind[kind as usize];
            let room = (list.len() * 2).next_power_of_two().max(IN_A_FILE as usize);
            let mut places: Vec<Option<Thing>> = vec![None; room];
            for thing in list {
                // A place by its own name, so that a new thing seldom moves another.
                let mut at = hash(&key(site, *thing)) as usize & (room - 1);
                while places[at].is_some() {
                    at = (at + 1) & (room - 1);
                }
                places[at] = Some(*thing);
            }
            let base = (kind as u32) << 24;
            let numbered = places.into_iter().zip(base..).filter_map(|(thing, n)| Some((n, thing?)));
            all.extend(numbered);
            sizes[kind as usize] = u32::try_from(room).expect("fewer things than that");
        }
        Self { all, sizes }
    }

    /// The things of one file of records.
    pub(super) fn file(&self, kind: Kind, file: u32) -> &[(u32, Thing)] {
        let from = ((kind as u32) << 24) + file * IN_A_FILE;
        let start = self.all.partition_point(|(n, _)| *n < from);
        let end = self.all.partition_point(|(n, _)| *n < from + IN_A_FILE);
        &self.all[start..end]
    }
}

fn things(site: &ExportSite) -> Vec<Thing> {
    let data = &*site.report.data;
    let mut found: Vec<Thing> = data.agency_list().map(|(ix, _)| Thing::Agency(ix)).collect();
    found.extend(data.group_list().map(|(ix, _)| Thing::Group(ix)));
    found.extend(site.report.task_list().map(Thing::Task));
    for (ix, meeting) in data.meeting_list() {
        found.push(Thing::Meeting(ix));
        let labelled = meeting.conclusion.blocks.iter().enumerate().filter(|(_, b)| b.label.is_some());
        found.extend(labelled.map(|(n, _)| Thing::Clause(ix, n)));
    }
    found.extend((0..data.settings.topics.len()).map(TopicIx::new).map(Thing::Topic));
    found.extend((0..data.news.len()).map(NewsIx::new).map(Thing::News));
    found.extend((0..data.pages.len()).map(PageIx::new).map(Thing::Page));
    found
}

/// A name that a thing keeps.
fn key(site: &ExportSite, thing: Thing) -> String {
    let data = &*site.report.data;
    match thing {
        Thing::Agency(ix) => data[ix].id.to_string(),
        Thing::Group(ix) => data[ix].id.to_string(),
        Thing::Task(ix) => data[ix].id.to_string(),
        Thing::Meeting(ix) => data[ix].id.to_string(),
        Thing::Clause(ix, n) => {
            let label = data[ix].conclusion.blocks[n].label.as_ref().map(ToString::to_string).unwrap_or_default();
            format!("{}#{label}", data[ix].id)
        }
        Thing::Topic(ix) => data[ix].id.to_string(),
        Thing::News(ix) => format!("tin/{}", data[ix].id),
        Thing::Page(ix) => data[ix].id.to_string(),
    }
}

/// FNV-1a: small, and the same everywhere.
fn hash(text: &str) -> u32 {
    let step = |h: u64, byte: u8| (h ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    let long = text.bytes().fold(0xcbf2_9ce4_8422_2325, step);
    u32::try_from((long ^ (long >> 32)) & 0xffff_ffff).expect("masked")
}

/// The words by which a thing is found.
pub(super) fn index(site: &ExportSite, number: u32, thing: Thing, connecting: &[&str], terms: &mut Terms) {
    let data = &*site.report.data;
    match thing {
        Thing::Agency(ix) => {
            let agency = &data[ix];
            terms.name(number, site.agency_name(ix));
            for name in agency.short.iter().chain(&agency.also).chain([&agency.name]).chain(&agency.name_en) {
                terms.text(number, name, Weight::Short);
            }
            terms.initials(number, &agency.name, connecting, Weight::Short);
            terms.whole(number, agency.id.as_str(), Weight::Beside);
        }
        Thing::Group(ix) => {
            let group = &data[ix];
            terms.name(number, site.group_name(ix));
            for name in group.short.iter().chain([&group.name]).chain(&group.name_en) {
                terms.text(number, name, Weight::Long);
            }
        }
        Thing::Task(ix) => {
            let task = &data[ix];
            terms.name(number, site.task_title(ix));
            terms.name(number, task.title_en.as_deref().unwrap_or_default());
            terms.whole(number, task.id.as_str(), Weight::Short);
            for source in &task.sources {
                terms.text(number, data[source.document].number.as_deref().unwrap_or_default(), Weight::Beside);
            }
            for party in &task.lead {
                let (name, short) = party_names(site, *party);
                terms.text(number, name, Weight::Beside);
                terms.text(number, short.unwrap_or_default(), Weight::Beside);
                terms.initials(number, name, connecting, Weight::Beside);
            }
        }
        Thing::Meeting(ix) => {
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
            let people = meeting.chair.iter().map(|p| p.name.as_str());
            people.for_each(|name| terms.text(number, name, Weight::Beside));
        }
        Thing::Clause(ix, n) => {
            terms.text(number, &data[ix].conclusion.blocks[n].text, Weight::Long);
            for document in &data[ix].documents {
                terms.text(number, data[*document].number.as_deref().unwrap_or_default(), Weight::Beside);
            }
        }
        Thing::Topic(ix) => {
            let topic = &data[ix];
            terms.name(number, site.pick(&topic.name, topic.name_en.as_ref()));
            terms.text(number, topic.description.as_deref().unwrap_or_default(), Weight::Beside);
        }
        Thing::News(ix) => {
            let news = &data[ix];
            terms.name(number, site.pick(&news.title, news.title_en.as_ref()));
            terms.text(number, news.publisher.as_deref().unwrap_or_default(), Weight::Beside);
            beside(number, &news.text, terms);
        }
        Thing::Page(ix) => {
            let page = &data[ix];
            terms.name(number, site.pick(&page.title, page.title_en.as_ref()));
            terms.text(number, page.description.as_deref().unwrap_or_default(), Weight::Beside);
            beside(number, &page.text, terms);
        }
    }
}

fn beside(number: u32, text: &Conclusion, terms: &mut Terms) {
    text.blocks.iter().for_each(|block| terms.text(number, &block.text, Weight::Beside));
}

fn party_names(site: &ExportSite, party: crate::model::Party) -> (&str, Option<&str>) {
    let data = &*site.report.data;
    match party {
        crate::model::Party::Agency(ix) => (site.agency_name(ix), data[ix].short.as_deref()),
        crate::model::Party::Group(ix) => (site.group_name(ix), data[ix].short.as_deref()),
    }
}

/// Characters of a clause in a result.
const EXCERPT: usize = 240;

/// The record of a thing: `[name, address, what stands beside it, more, name in English]`; more is a task's label, a
/// meeting's day, a clause's label. Empty ends are left out.
pub(super) fn record(site: &ExportSite, thing: Thing) -> Value {
    let mut record = whole_record(site, thing);
    if let Value::Array(parts) = &mut record {
        while parts.last().is_some_and(|last| last == "") {
            parts.pop();
        }
    }
    record
}

fn whole_record(site: &ExportSite, thing: Thing) -> Value {
    let en = |name: &Option<String>| name.clone().unwrap_or_default();
    let (report, data) = (&*site.report, &*site.report.data);
    let address = |route: Route| public(&route.path(data)).to_owned();
    match thing {
        Thing::Agency(ix) => {
            let agency = &data[ix];
            let beside = agency.short.clone().unwrap_or_default();
            json!([site.agency_name(ix), address(Route::Agency(ix, 1)), beside, "", en(&agency.name_en)])
        }
        Thing::Group(ix) => {
            let beside = data[ix].short.clone().unwrap_or_default();
            json!([site.group_name(ix), address(Route::Group(ix, 1)), beside, "", en(&data[ix].name_en)])
        }
        Thing::Task(ix) => {
            let label = report.task(ix).label.map_or("", crate::derive::Label::code);
            json!([
                site.task_title(ix),
                address(Route::Task(ix)),
                leads(site, ix),
                label,
                en(&report.data[ix].title_en)
            ])
        }
        Thing::Meeting(ix) => {
            let meeting = &data[ix];
            let title = site.pick(&meeting.title, meeting.title_en.as_ref());
            let numbers: Vec<&str> = meeting.documents.iter().filter_map(|d| data[*d].number.as_deref()).collect();
            let held = meeting.held.map(|day| day.to_string()).unwrap_or_default();
            json!([title, address(Route::Meeting(ix)), numbers.join(", "), held, en(&meeting.title_en)])
        }
        Thing::Clause(ix, n) => {
            let block = &data[ix].conclusion.blocks[n];
            let anchor = block.label.as_ref().map(crate::model::ClauseLabel::anchor).unwrap_or_default();
            let label = block.label.as_ref().map(ToString::to_string).unwrap_or_default();
            let name = data[ix].documents.first().and_then(|d| number_of(&data[*d]));
            let name = name.unwrap_or_else(|| site.pick(&data[ix].title, data[ix].title_en.as_ref()));
            let address = format!("{}#{anchor}", address(Route::Meeting(ix)));
            json!([excerpt(&block.text), address, name, label])
        }
        Thing::Topic(ix) => {
            let topic = &data[ix];
            json!([
                site.pick(&topic.name, topic.name_en.as_ref()),
                address(Route::Topic(ix, 1)),
                "",
                "",
                en(&topic.name_en)
            ])
        }
        Thing::News(ix) => {
            let news = &data[ix];
            let title = site.pick(&news.title, news.title_en.as_ref());
            json!([title, address(Route::News(ix)), news.publisher.clone().unwrap_or_default(), "", en(&news.title_en)])
        }
        Thing::Page(ix) => {
            let page = &data[ix];
            let title = site.pick(&page.title, page.title_en.as_ref());
            let beside = excerpt(page.description.as_deref().unwrap_or_default());
            json!([title, address(Route::Page(ix)), beside, "", en(&page.title_en)])
        }
    }
}

fn number_of(document: &Document) -> Option<&str> {
    match document.origin {
        Origin::Meeting(_) | Origin::News(_) => document.number.as_deref(),
    }
}

/// Lead parties in short; at most two.
fn leads(site: &ExportSite, ix: TaskIx) -> String {
    let lead = &site.report.data[ix].lead;
    let names = lead.iter().take(2).map(|party| {
        let (name, short) = party_names(site, *party);
        short.unwrap_or(name)
    });
    let names: Vec<&str> = names.collect();
    let more = if lead.len() > 2 { " …" } else { "" };
    format!("{}{more}", names.join("; "))
}

fn excerpt(text: &str) -> String {
    let Some((end, _)) = text.char_indices().nth(EXCERPT) else { return text.to_owned() };
    let whole = text[..end].rfind(char::is_whitespace).unwrap_or(end);
    format!("{} …", &text[..whole])
}
