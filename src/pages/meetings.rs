//! The timeline of meetings and of documents without one; that of the meetings of one body.

use super::kind::{Head, Index, JsonSchema, Kind, Page, Report, Route, Serialize};
use super::parts::cards::TimelineCard;
use super::parts::common::Link;
use super::parts::pager::Pager;
use crate::model::{AgencyIx, Dataset, TimelineItem};
use crate::open_data::DataFile;
use crate::open_data::tables::TableId;
use crate::pages::words::Arg;
use chrono::Datelike;

/// Entries on one part of the timeline.
const PART: usize = 25;

/// The timeline (`meetings.html`).
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct MeetingsView {
    /// In this part: newest year first; what has no day stands under an empty year at the end.
    pub years: Vec<MeetingYear>,
    /// How many meetings.
    pub total: usize,
    /// How many documents without a meeting.
    pub documents: usize,
    /// Links between the parts.
    pub pager: Pager,
    /// All meetings, then those of each body; empty where there is nothing to choose.
    pub bodies: Vec<BodyLink>,
}

/// One choice of the timeline.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct BodyLink {
    /// Address, and the body's name; the first leads to all meetings.
    pub link: Link,
    /// Meetings.
    pub count: usize,
    /// Whether it is the choice shown.
    pub current: bool,
}

/// Meetings and documents of one year.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct MeetingYear {
    /// The year; empty if unknown.
    pub year: String,
    /// Newest first.
    pub entries: Vec<TimelineCard>,
}

/// A part of the timeline.
pub(super) struct Meetings(Option<AgencyIx>, usize);

impl Kind for Meetings {
    const TEMPLATE: &'static str = "meetings.html";
    const MENU: Option<Route> = Some(Route::Meetings(1));
    type View<'p> = MeetingsView;

    fn all(report: &Report, _: &Index) -> Vec<Self> {
        let bodies = report.data.bodies().into_iter().map(Some);
        let all = std::iter::once(None).chain(bodies);
        all.flat_map(|body| (1..=meeting_parts(&report.data, body)).map(move |n| Self(body, n))).collect()
    }

    fn route(&self) -> Route {
        match self.0 {
            Some(body) => Route::MeetingsOfBody(body, self.1),
            None => Route::Meetings(self.1),
        }
    }

    fn head(&self, page: &Page<'_>) -> Head {
        let (meetings, documents) = counts(page.data(), self.0);
        let key = if documents > 0 { "timeline-lead" } else { "meetings-lead" };
        let lead = page.words.with(key, &[("n", Arg::Count(meetings)), ("documents", Arg::Count(documents))]);
        let Some(body) = self.0 else {
            let files = [(DataFile::Csv(TableId::Meetings), "file-meetings"), (DataFile::Calendar, "data-calendar")];
            let documents = (documents > 0).then_some((DataFile::Csv(TableId::Documents), "file-documents"));
            let title = if documents.is_some() { "timeline-title" } else { "nav-meetings" };
            return Head::new(page.words.say(title)).lead(lead).files(files.into_iter().chain(documents));
        };
        let head = Head::new(page.agency_name(body)).lead(lead);
        head.below([page.crumb(Route::Meetings(1), "nav-meetings")])
            .files([(DataFile::BodyFeed(body), "file-body-feed")])
    }

    fn view<'p>(&self, page: &Page<'p>) -> Self::View<'p> {
        let &Self(body, part) = self;
        let all = entries_of(page.data(), body);
        let shown = all.iter().skip((part - 1) * PART).take(PART);
        let mut years: Vec<MeetingYear> = Vec::new();
        for item in shown {
            let year = page.data().day_of(*item).map(|d| d.year().to_string()).unwrap_or_default();
            match years.last_mut() {
                Some(last) if last.year == year => last.entries.push(page.timeline_card(*item)),
                _ => years.push(MeetingYear { year, entries: vec![page.timeline_card(*item)] }),
            }
        }
        let pager = page.pager_of_parts(part, meeting_parts(page.data(), body), |n| Self(body, n).route());
        let (total, documents) = counts(page.data(), body);
        MeetingsView { years, total, documents, pager, bodies: page.bodies(body) }
    }
}

impl Page<'_> {
    fn bodies(&self, shown: Option<AgencyIx>) -> Vec<BodyLink> {
        let data = self.data();
        let mut bodies: Vec<AgencyIx> = data.bodies().into_iter().collect();
        bodies.sort_by_key(|ix| self.index.agency_rank[ix.at()]);
        let count = |body: AgencyIx| counts(data, Some(body)).0;
        let (meetings, documents) = counts(data, None);
        if bodies.iter().all(|b| count(*b) == meetings + documents) {
            return Vec::new();
        }
        let all = BodyLink {
            link: self.link(Route::Meetings(1), self.words.say("all-bodies")),
            count: meetings + documents,
            current: shown.is_none(),
        };
        let one = |ix: AgencyIx| BodyLink {
            link: self.link(Route::MeetingsOfBody(ix, 1), self.agency_name(ix)),
            count: count(ix),
            current: shown == Some(ix),
        };
        std::iter::once(all).chain(bodies.into_iter().map(one)).collect()
    }
}

/// The newest first; a document without a meeting is of no body.
fn entries_of(data: &Dataset, body: Option<AgencyIx>) -> Vec<TimelineItem> {
    let mut all = data.timeline();
    all.retain(|item| match (body, item) {
        (None, _) => true,
        (Some(body), TimelineItem::Meeting(ix)) => data[*ix].body == Some(body),
        (Some(_), TimelineItem::Document(_)) => false,
    });
    all
}

/// How many meetings, and how many documents without one.
fn counts(data: &Dataset, body: Option<AgencyIx>) -> (usize, usize) {
    match body {
        None => (data.meetings.len(), data.own_documents().count()),
        Some(_) => (data.meetings.iter().filter(|meeting| meeting.body == body).count(), 0),
    }
}

/// How many parts the timeline takes; at least one.
fn meeting_parts(data: &Dataset, body: Option<AgencyIx>) -> usize {
    let (meetings, documents) = counts(data, body);
    (meetings + documents).div_ceil(PART).max(1)
}
