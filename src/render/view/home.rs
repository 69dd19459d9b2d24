//! The overview.

use super::{AgencyCard, CalendarEntry, DateView, Link, MeetingCard, TallyView, TaskRow, Tongue, WorklistLink};
use serde::Serialize;

/// The overview (`home.html`).
#[derive(Debug, Clone, Serialize)]
pub struct HomeView {
    /// All tasks and the ready-made lists.
    pub lists: Vec<WorklistLink>,
    /// Of all tasks: one label each.
    pub tasks: TallyView,
    /// Of all obligations: another unit, never added to tasks.
    pub obligations: TallyView,
    /// Meetings.
    pub meetings: usize,
    /// Agencies that hold an obligation.
    pub agencies: usize,
    /// Tasks overdue, longest first; at most ten.
    pub overdue: Vec<TaskRow>,
    /// Deadlines in the next `due_soon_days` days, soonest first; at most ten.
    pub upcoming: Vec<CalendarEntry>,
    /// Latest reports, newest first; at most ten.
    pub latest: Vec<LatestUpdate>,
    /// Latest meetings, newest first; at most three.
    pub recent_meetings: Vec<MeetingCard>,
    /// Agencies with obligations given by name, most first; at most ten.
    pub by_name: Vec<AgencyCard>,
}

/// One report, for the overview.
#[derive(Debug, Clone, Serialize)]
pub struct LatestUpdate {
    /// When it was made.
    pub date: DateView,
    /// The task.
    pub task: Link,
    /// Whom it speaks for; none for a collective report.
    pub agency: Option<Link>,
    /// Code of the state reported; empty for a note only.
    pub progress: &'static str,
    /// In words; empty if there are none.
    pub note: String,
    /// Language of the note where it is not the page's.
    pub note_lang: Tongue,
}
