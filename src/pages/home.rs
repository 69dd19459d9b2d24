//! The overview.

use super::fragment::Fragment;
use super::kind::{Head, Index, JsonSchema, Kind, Page, Report, Route, Serialize};
use super::parts::agencies::AgencyRow;
use super::parts::cards::TimelineCard;
use super::parts::changes::ChangeRow;
use super::parts::chart::ChartView;
use super::parts::common::{TallyView, TaskRow};
use super::parts::deadlines::CalendarEntry;
use super::parts::feedback::FeedbackView;
use super::parts::lists::{InNewsView, WorklistLink};
use crate::derive::Label;
use crate::model::{AgencyIx, PageGroup, TaskIx, TimelineItem};
use std::cmp::Reverse;

/// The overview (`home.html`).
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct HomeView {
    /// All tasks and the ready-made lists; empty where the site leaves the lists out.
    pub lists: Vec<WorklistLink>,
    /// Of all tasks: one label each.
    pub tasks: TallyView,
    /// Tasks known from news alone, apart from all numbers; none where there are none.
    pub in_news: Option<InNewsView>,
    /// Of all obligations: another unit, never added to tasks.
    pub obligations: TallyView,
    /// How the obligations stood over time; none for a single point.
    pub history: Option<ChartView>,
    /// Meetings.
    pub meetings: usize,
    /// Agencies that hold an obligation.
    pub agencies: usize,
    /// Tasks past their deadline, overdue ones first, then those that fall due soon; at most five.
    pub attention: Vec<Fragment<TaskRow>>,
    /// Deadlines in the next `due_soon_days` days, soonest first; at most five. None where the site leaves the calendar out.
    pub upcoming: Option<Vec<CalendarEntry>>,
    /// Latest changes, newest first; at most five. None where the site leaves the changes out.
    pub latest: Option<Vec<ChangeRow>>,
    /// Documents without a meeting.
    pub documents: usize,
    /// Latest meetings and documents, newest first; at most three.
    pub recent: Vec<TimelineCard>,
    /// Agencies that exist with obligations given by name, most first; at most ten.
    pub by_name: Vec<AgencyRow>,
    /// Where readers send difficulties and recommendations; none if the site does not say.
    pub feedback: Option<FeedbackView>,
}

/// Entries of a short list.
const FEW: usize = 10;
const FEWER: usize = 5;

pub(super) struct Home;

impl Kind for Home {
    const TEMPLATE: &'static str = "home.html";
    const MENU: Option<Route> = Some(Route::Home);
    type View<'p> = HomeView;

    fn all(_: &Report, _: &Index) -> Vec<Self> {
        vec![Self]
    }

    fn route(&self) -> Route {
        Route::Home
    }

    fn head(&self, page: &Page<'_>) -> Head {
        Head { way: None, ..Head::new(page.words.say("nav-home")).lead(page.edition.site.description.clone()) }
    }

    fn view<'p>(&self, page: &Page<'p>) -> Self::View<'p> {
        let settings = &page.data().settings;
        let given = |ix: AgencyIx| page.report.agency(ix).tally_by_name.total();
        let mut by_name: Vec<AgencyIx> =
            page.report.holding_agencies().filter(|ix| given(*ix) > 0 && page.ended_agency(*ix).is_none()).collect();
        by_name.sort_by_key(|ix| (Reverse(given(*ix)), page.index.agency_rank[ix.at()]));
        let known = |item: &TimelineItem| page.data().day_of(*item).is_none_or(|day| day <= page.report.as_of);
        HomeView {
            lists: page.worklists(1),
            tasks: page.words.tally(&page.report.task_tally()),
            in_news: page.in_news(),
            obligations: page.words.tally(&page.report.tally()),
            history: page.history(page.report.obligations().iter()),
            meetings: page.data().meetings.len(),
            agencies: page.report.holding_agencies().count(),
            attention: page.attention(),
            upcoming: settings
                .has(PageGroup::Calendar)
                .then(|| page.coming_deadlines(settings.thresholds.due_soon_days, FEWER)),
            latest: settings.has(PageGroup::Changes).then(|| page.latest_changes()),
            documents: page.data().own_documents().count(),
            recent: page
                .data()
                .timeline()
                .into_iter()
                .filter(known)
                .take(3)
                .map(|item| page.timeline_card(item))
                .collect(),
            feedback: settings.feedback.as_ref().map(|feedback| page.feedback(feedback)),
            by_name: page.agency_rows(&by_name[..by_name.len().min(FEW)]),
        }
    }
}

impl Page<'_> {
    /// The first of all tasks in the order of the table, as far as something presses.
    fn attention(&self) -> Vec<Fragment<TaskRow>> {
        let presses = |ix: &&TaskIx| {
            let label = self.report.task(**ix).label;
            label.is_some_and(|l| matches!(l, Label::Overdue | Label::PastDueUnreported | Label::DueSoon))
        };
        self.task_rows(self.index.pressing.iter().filter(presses).take(FEWER))
    }
}
