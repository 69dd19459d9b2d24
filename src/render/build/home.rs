//! The overview.

use super::Builder;
use crate::derive::Worklist;
use crate::model::{AgencyIx, MeetingIx, Scope, TaskIx, Update};
use crate::render::view::{HomeView, LatestUpdate, Said};

/// Entries of a short list.
const FEW: usize = 10;

impl Builder<'_> {
    /// The overview.
    pub fn home(&self) -> HomeView {
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
            meetings: self.data().meetings.len(),
            agencies: agencies().filter(holds).count(),
            overdue: self.first_of(Worklist::Overdue, FEW),
            upcoming: self.coming_deadlines(self.data().settings.thresholds.due_soon_days, FEW),
            latest: self.latest(),
            recent_meetings: known.take(3).map(|ix| self.meeting_card(ix)).collect(),
            by_name: by_name.into_iter().take(FEW).map(|ix| self.agency_card(ix)).collect(),
        }
    }

    fn latest(&self) -> Vec<LatestUpdate> {
        let as_of = self.report.as_of;
        let mut all: Vec<(TaskIx, &Update)> = Vec::new();
        for ix in self.report.task_list() {
            all.extend(self.data()[ix].updates.iter().filter(|u| u.date.last() <= as_of).map(|u| (ix, u)));
        }
        all.sort_by_key(|(ix, u)| (std::cmp::Reverse(u.date.last()), *ix));
        let shown = all.into_iter().take(FEW);
        let view = |(ix, u): (TaskIx, &Update)| {
            let Said { text: note, lang: note_lang } = self.note_of(u);
            LatestUpdate {
                date: self.words.date(u.date),
                task: self.task_link(ix),
                agency: match u.scope {
                    Scope::Agency(agency) => Some(self.agency_link(agency)),
                    Scope::Collective | Scope::AllMembers => None,
                },
                progress: u.progress.map_or("", |p| p.code()),
                note,
                note_lang,
            }
        };
        shown.map(view).collect()
    }
}
