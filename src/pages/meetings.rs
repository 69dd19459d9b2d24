//! The timeline of meetings, of all or of one body.

use super::kind::{Head, Index, JsonSchema, Kind, Page, Report, Route, Serialize};
use super::parts::cards::MeetingCard;
use super::parts::chart::{Bar, ChartView};
use super::parts::common::Link;
use super::parts::pager::Pager;
use crate::derive::Label;
use crate::model::{AgencyIx, Dataset, MeetingIx};
use crate::open_data::DataFile;
use crate::open_data::tables::TableId;
use crate::pages::words::Arg;
use chrono::Datelike;

/// Meetings on one part of the timeline.
const PART: usize = 100;

/// Meetings in a picture.
const MOST_BARS: usize = 24;

/// The timeline (`meetings.html`).
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct MeetingsView {
    /// In this part: newest year first; meetings without a day stand under an empty year at the end.
    pub years: Vec<MeetingYear>,
    /// How many meetings.
    pub total: usize,
    /// Links between the parts.
    pub pager: Pager,
    /// All meetings, then those of each body; empty where there is nothing to choose.
    pub bodies: Vec<BodyLink>,
    /// Days between each of the latest meetings and its notice; none where fewer than three are known.
    pub notice_days: Option<ChartView>,
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

/// Meetings of one year.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct MeetingYear {
    /// The year; empty if unknown.
    pub year: String,
    /// Newest first.
    pub meetings: Vec<MeetingCard>,
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
        let count = meetings_of(page.data(), self.0).count();
        let lead = page.words.with("meetings-lead", &[("n", Arg::Count(count))]);
        let Some(body) = self.0 else {
            let files = [(DataFile::Csv(TableId::Meetings), "file-meetings"), (DataFile::Calendar, "data-calendar")];
            return Head::new(page.words.say("nav-meetings")).lead(lead).files(files);
        };
        let head = Head::new(page.agency_name(body)).lead(lead);
        head.below([page.crumb(Route::Meetings(1), "nav-meetings")])
            .files([(DataFile::BodyFeed(body), "file-body-feed")])
    }

    fn view<'p>(&self, page: &Page<'p>) -> Self::View<'p> {
        let &Self(body, part) = self;
        let all: Vec<MeetingIx> = meetings_of(page.data(), body).collect();
        let shown = all.iter().skip((part - 1) * PART).take(PART);
        let mut years: Vec<MeetingYear> = Vec::new();
        for ix in shown {
            let year = page.data().day_of_meeting(*ix).map(|d| d.year().to_string()).unwrap_or_default();
            match years.last_mut() {
                Some(last) if last.year == year => last.meetings.push(page.meeting_card(*ix)),
                _ => years.push(MeetingYear { year, meetings: vec![page.meeting_card(*ix)] }),
            }
        }
        let pager = page.pager_of_parts(part, meeting_parts(page.data(), body), |n| Self(body, n).route());
        let notice_days = if part == 1 { page.notice_days(body) } else { None };
        MeetingsView { years, total: all.len(), pager, bodies: page.bodies(body), notice_days }
    }
}

impl Page<'_> {
    fn bodies(&self, shown: Option<AgencyIx>) -> Vec<BodyLink> {
        let data = self.data();
        let mut bodies: Vec<AgencyIx> = data.bodies().into_iter().collect();
        bodies.sort_by_key(|ix| self.index.agency_rank[ix.at()]);
        let count = |body: AgencyIx| meetings_of(data, Some(body)).count();
        if bodies.iter().all(|b| count(*b) == data.meetings.len()) {
            return Vec::new();
        }
        let all = BodyLink {
            link: self.link(Route::Meetings(1), self.words.say("all-bodies")),
            count: data.meetings.len(),
            current: shown.is_none(),
        };
        let one = |ix: AgencyIx| BodyLink {
            link: self.link(Route::MeetingsOfBody(ix, 1), self.agency_name(ix)),
            count: count(ix),
            current: shown == Some(ix),
        };
        std::iter::once(all).chain(bodies.into_iter().map(one)).collect()
    }

    /// Of the latest meetings, oldest first.
    fn notice_days(&self, body: Option<AgencyIx>) -> Option<ChartView> {
        let known = meetings_of(self.data(), body).map(|ix| &self.data()[ix]).filter_map(|m| {
            let issued = m.documents.first().and_then(|d| self.data()[*d].issued)?;
            Some((m.held?, u32::try_from((issued - m.held?).num_days()).ok()?))
        });
        let mut bars: Vec<Bar> = known
            .take(MOST_BARS)
            .map(|(held, days)| Bar {
                text: self.words.day(held).text,
                short: format!("{:02}/{}", held.month(), held.year()),
                counts: vec![days],
            })
            .collect();
        bars.reverse();
        let series = [(Label::InTime.code(), self.words.say("series-days"))];
        (bars.len() > 2).then(|| self.chart(self.words.say("days-to-notice"), "meeting-held", &series, &bars))?
    }
}

/// The newest first.
fn meetings_of(data: &Dataset, body: Option<AgencyIx>) -> impl Iterator<Item = MeetingIx> {
    data.newest_meetings().filter(move |ix| body.is_none() || data[*ix].body == body)
}

/// How many parts the timeline takes; at least one.
fn meeting_parts(data: &Dataset, body: Option<AgencyIx>) -> usize {
    meetings_of(data, body).count().div_ceil(PART).max(1)
}
