//! One box.

use super::kind::{Head, Index, JsonSchema, Kind, Page, Report, Serialize};
use super::parts::common::{Link, TallyView};
use super::parts::deadlines::CalendarEntry;
use crate::model::AgencyIx;
use crate::plan::route::{Route, deadlines};

/// Deadlines in a box.
const FEW: usize = 5;

/// One box (`embed.html`); what it does not show is empty.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct EmbedView {
    /// Where all of it is; for the next deadlines without a calendar, the overview.
    pub link: Link,
    /// Of all tasks, or of an agency's obligations; none in the box of the next deadlines.
    pub tally: Option<TallyView>,
    /// What `tally` counts: `tasks` or `obligations`.
    pub unit: &'static str,
    /// The next deadlines, soonest first; at most five.
    pub upcoming: Vec<CalendarEntry>,
}

pub(super) enum Embed {
    Totals,
    Deadlines,
    Agency(AgencyIx),
}

impl Kind for Embed {
    const TEMPLATE: &'static str = "embed.html";
    const LISTED: bool = false;
    type View<'p> = EmbedView;

    fn all(report: &Report, _: &Index) -> Vec<Self> {
        if !report.data.settings.open_data {
            return Vec::new();
        }
        [Self::Totals, Self::Deadlines].into_iter().chain(report.holding_agencies().map(Self::Agency)).collect()
    }

    fn route(&self) -> Route {
        match *self {
            Self::Totals => Route::EmbedTotals,
            Self::Deadlines => Route::EmbedDeadlines,
            Self::Agency(ix) => Route::EmbedAgency(ix),
        }
    }

    fn head(&self, page: &Page<'_>) -> Head {
        Head::alone(match *self {
            Self::Totals => page.words.say("embed-totals").into(),
            Self::Deadlines => page.words.say("embed-deadlines").into(),
            Self::Agency(ix) => page.agency_name(ix),
        })
    }

    fn view<'p>(&self, page: &Page<'p>) -> Self::View<'p> {
        let nothing = |link| EmbedView { link, tally: None, unit: "tasks", upcoming: Vec::new() };
        match *self {
            Self::Totals => EmbedView {
                tally: Some(page.words.tally(&page.report.task_tally())),
                ..nothing(page.link(Route::Home, page.words.say("embed-totals")))
            },
            Self::Deadlines => {
                let all = deadlines(&page.data().settings);
                EmbedView {
                    upcoming: page.coming_deadlines(page.data().settings.thresholds.due_soon_days, FEW),
                    ..nothing(page.link(all, page.words.say("embed-deadlines")))
                }
            }
            Self::Agency(ix) => EmbedView {
                tally: Some(page.words.tally(&page.report.agency(ix).tally)),
                unit: "obligations",
                ..nothing(page.agency_link(ix))
            },
        }
    }
}
