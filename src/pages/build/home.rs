//! The overview.

use super::Builder;
use crate::derive::Worklist;
use crate::model::{AgencyIx, Extra, MeetingIx};
use crate::pages::view::HomeView;

/// Entries of a short list.
const FEW: usize = 10;

impl Builder<'_> {
    /// The overview.
    pub fn home(&self) -> HomeView {
        let settings = &self.data().settings;
        let agencies = || self.data().agency_list().map(|(ix, _)| ix);
        let holds = |ix: &AgencyIx| self.report.agency(*ix).tally.total() > 0;
        let mut by_name: Vec<AgencyIx> =
            agencies().filter(|ix| self.report.agency(*ix).tally_by_name.total() > 0).collect();
        by_name.sort_by_key(|ix| {
            let count = self.report.agency(*ix).tally_by_name.total();
            (std::cmp::Reverse(count), self.index.agency_rank[ix.at()])
        });
        let newest = (0..self.data().meetings.len()).rev().map(MeetingIx::new);
        let known = newest.filter(|ix| self.data()[*ix].held.is_none_or(|day| day <= self.report.as_of));
        HomeView {
            lists: self.worklists(),
            tasks: self.words.tally(&self.report.task_tally()),
            obligations: self.words.tally(&self.report.tally()),
            history: self.history(self.report.obligations().iter()),
            lateness: self.lateness(self.report.obligations().iter()),
            meetings: self.data().meetings.len(),
            agencies: agencies().filter(holds).count(),
            overdue: self.first_of(Worklist::Overdue, FEW),
            upcoming: settings
                .has(Extra::Calendar)
                .then(|| self.coming_deadlines(settings.thresholds.due_soon_days, FEW)),
            latest: settings.has(Extra::Changes).then(|| self.latest_changes()),
            recent_meetings: known.take(3).map(|ix| self.meeting_card(ix)).collect(),
            by_name: by_name.into_iter().take(FEW).map(|ix| self.agency_card(ix)).collect(),
        }
    }
}
