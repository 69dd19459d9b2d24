//! How many rows each table has, for the page that offers it.

use super::TableId;
use crate::derive::Report;
use crate::model::{AgencyIx, GroupIx};

/// Rows of a table of a report.
pub fn rows(table: TableId, report: &Report) -> usize {
    let data = &*report.data;
    match table {
        TableId::Tasks => report.task_list().count(),
        TableId::Obligations => report.obligations().len(),
        TableId::Updates => report.updates().count(),
        TableId::Evidence => report.updates().map(|(_, _, u)| u.evidence.len()).sum(),
        TableId::Readings => report.updates().map(|(_, _, u)| u.readings.len()).sum(),
        TableId::Extensions => report.task_list().map(|ix| report.extensions_of(ix).count()).sum(),
        TableId::Agencies => data.agencies.len(),
        TableId::Groups => data.groups.len(),
        TableId::Members => data.groups.iter().map(|g| g.members.len()).sum(),
        TableId::Successions => data.agencies.iter().map(|a| a.succeeded_by.len()).sum(),
        TableId::Topics => data.settings.topics.len(),
        TableId::Meetings => data.meetings.len(),
        TableId::Documents => data.documents.len(),
        TableId::Tallies => {
            let agencies = (0..data.agencies.len()).map(AgencyIx::new).map(|ix| report.tally_by_year(ix).len());
            let groups = (0..data.groups.len()).map(GroupIx::new).map(|ix| report.group_tally_by_year(ix).len());
            agencies.chain(groups).sum()
        }
    }
}
