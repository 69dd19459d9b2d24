//! The overview.

use super::{AgencyCard, CalendarEntry, ChangeRow, ChartView, MeetingCard, TallyView, TaskRow, WorklistLink};
use crate::pages::shared::Part;
use schemars::JsonSchema;
use serde::Serialize;

/// The overview (`home.html`).
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct HomeView {
    /// All tasks and the ready-made lists; empty where the site leaves the lists out.
    pub lists: Vec<WorklistLink>,
    /// Of all tasks: one label each.
    pub tasks: TallyView,
    /// Of all obligations: another unit, never added to tasks.
    pub obligations: TallyView,
    /// How the obligations stood over time; none for a single point.
    pub history: Option<ChartView>,
    /// How late what is late is; none where nothing is.
    pub lateness: Option<ChartView>,
    /// Meetings.
    pub meetings: usize,
    /// Agencies that hold an obligation.
    pub agencies: usize,
    /// Tasks overdue, longest first; at most ten.
    pub overdue: Vec<Part<TaskRow>>,
    /// Deadlines in the next `due_soon_days` days, soonest first; at most ten. None where the site leaves the calendar out.
    pub upcoming: Option<Vec<CalendarEntry>>,
    /// Latest changes, newest first; at most ten. None where the site leaves the changes out.
    pub latest: Option<Vec<ChangeRow>>,
    /// Latest meetings, newest first; at most three.
    pub recent_meetings: Vec<MeetingCard>,
    /// Agencies with obligations given by name, most first; at most ten.
    pub by_name: Vec<AgencyCard>,
}
