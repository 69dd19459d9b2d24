//! Orders and reverse relations that many pages need, made once for a site.
//!
//! Everything here follows from the report alone: no words, no addresses.

mod changes;
mod clauses;
mod deadlines;
mod drafts;
mod matrices;

pub(crate) use changes::Changes;
pub(crate) use clauses::Clauses;
pub(crate) use deadlines::{Deadlines, Entry, FEW, without_day};
pub(crate) use matrices::{COLUMNS, Column, Matrices, ROWS, Table};

use super::order::vietnamese_ranks;
use crate::derive::{Report, Worklist};
use crate::model::{
    AgencyIx, Dataset, DocumentIx, Due, GroupIx, MeetingIx, MeetingLimit, MeetingName, PageGroup, Party, TaskIx,
};
use std::collections::BTreeMap;

pub struct Index {
    /// Rank of each agency by name, in Vietnamese order.
    pub agency_rank: Vec<u32>,
    /// Rank of each group by name, in Vietnamese order.
    pub group_rank: Vec<u32>,
    /// Tasks whose `parent` is the task.
    pub children: Vec<Vec<TaskIx>>,
    /// Tasks by the clause that states them.
    pub clauses: Clauses,
    /// Tasks that are due at or before each meeting, where that is how their documents say by when.
    pub due_at: Vec<Vec<TaskIx>>,
    /// For each meeting the one of its body right before it, and the one right after.
    pub neighbours: Vec<(Option<MeetingIx>, Option<MeetingIx>)>,
    /// All tasks, the most pressing first.
    pub pressing: Vec<TaskIx>,
    worklists: [Vec<TaskIx>; Worklist::ALL.len()],
    /// All deadlines by day; nothing where no page shows them.
    pub deadlines: Deadlines,
    /// All changes by month; nothing where the site leaves them out.
    pub changes: Changes,
    /// Duties of many agencies; nothing where the site leaves them out.
    pub matrices: Matrices,
    /// From whom each agency took over: (agency, position in its successions).
    pub predecessors: Vec<Vec<(AgencyIx, usize)>>,
    /// Groups that contain each agency at the as-of date, directly or through another group.
    pub groups_of: Vec<Vec<GroupIx>>,
    /// Documents with draft tasks, in the order in which they are to be read.
    pub drafts: Vec<(DocumentIx, Option<TaskIx>)>,
    /// Praise of each agency by name: (document, place in its list), in the order of documents.
    pub commended: Vec<Vec<(DocumentIx, usize)>>,
    /// Tasks given to each group by the document.
    pub tasks_of_group: Vec<Vec<TaskIx>>,
}

impl Index {
    /// The tasks of a ready-made list, in its order; nothing where no page shows them.
    pub fn worklist(&self, list: Worklist) -> &[TaskIx] {
        &self.worklists[list as usize]
    }

    pub fn new(report: &Report) -> Self {
        let data = &*report.data;
        let has = |extra| data.settings.has(extra);
        // The overview shows the first of what is overdue, with or without a list of its own.
        let wanted = |list| list == Worklist::Overdue || has(PageGroup::Lists);
        let worklist = |list| if wanted(list) { report.worklist(list) } else { Vec::new() };
        // A box for other sites shows the next deadlines, with or without a calendar.
        let dated = has(PageGroup::Calendar) || data.settings.open_data;
        let mut children = vec![Vec::new(); data.tasks.len()];
        let mut tasks_of_group = vec![Vec::new(); data.groups.len()];
        for ix in report.shown_tasks() {
            if let Some(parent) = data[ix].parent {
                children[parent.at()].push(ix);
            }
        }
        let mut due_at = vec![Vec::new(); data.meetings.len()];
        for &ix in report.tasks_in_force() {
            if let Due::Meeting(MeetingLimit { meeting: MeetingName::Known(meeting), .. }) = data[ix].deadline.due {
                due_at[meeting.at()].push(ix);
            }
            for party in &data[ix].lead {
                if let Party::Group(group) = party {
                    tasks_of_group[group.at()].push(ix);
                }
            }
        }
        let mut predecessors = vec![Vec::new(); data.agencies.len()];
        for (ix, agency) in data.agency_list() {
            for (n, step) in agency.succeeded_by.iter().enumerate().filter(|(_, s)| s.from <= report.as_of) {
                predecessors[step.agency.at()].push((ix, n));
            }
        }
        let mut groups_of = vec![Vec::new(); data.agencies.len()];
        for (group, _) in data.group_list() {
            for agency in data.expand(Party::Group(group), Some(report.as_of)) {
                groups_of[agency.at()].push(group);
            }
        }
        let mut commended = vec![Vec::new(); data.agencies.len()];
        for (ix, document) in data.document_list() {
            for (n, one) in document.commendations.iter().enumerate() {
                commended[one.agency.at()].push((ix, n));
            }
        }
        let agency_rank = vietnamese_ranks(data.agencies.iter().map(|a| a.name.as_str()));
        let matrices = if has(PageGroup::Matrices) { Matrices::new(report, &agency_rank) } else { Matrices::default() };
        Self {
            pressing: report.pressing_first(),
            agency_rank,
            group_rank: vietnamese_ranks(data.groups.iter().map(|g| g.name.as_str())),
            children,
            clauses: Clauses::new(report),
            due_at,
            neighbours: neighbours(data),
            worklists: Worklist::ALL.map(worklist),
            deadlines: if dated { Deadlines::new(report) } else { Deadlines::default() },
            changes: if has(PageGroup::Changes) { Changes::new(report) } else { Changes::default() },
            matrices,
            predecessors,
            groups_of,
            drafts: drafts::drafts(data),
            commended,
            tasks_of_group,
        }
    }
}

fn neighbours(data: &Dataset) -> Vec<(Option<MeetingIx>, Option<MeetingIx>)> {
    let mut found = vec![(None, None); data.meetings.len()];
    let mut last: BTreeMap<AgencyIx, MeetingIx> = BTreeMap::new();
    for (ix, meeting) in data.meeting_list() {
        let Some(body) = meeting.body else { continue };
        let before = last.insert(body, ix);
        found[ix.at()].0 = before;
        if let Some(before) = before {
            found[before.at()].1 = Some(ix);
        }
    }
    found
}
