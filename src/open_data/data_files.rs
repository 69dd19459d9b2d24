//! Which data files a site has. All are in the catalogue; the archive and the data catalogue list them from here.

use super::files::DataFile;
use super::tables;
use crate::derive::Report;
use crate::model::{TaskIx, TopicIx};
use std::collections::BTreeSet;

/// Sizes above which a file is not offered, or is cut into parts.
#[derive(Debug, Clone, Copy)]
pub struct Bounds {
    /// Most rows of the workbook of all tables, and most obligations and tasks in that of an agency. It is made in memory as a whole, and the format itself ends at about a
    /// million rows a sheet; CSV and JSON have no such limit.
    pub workbook_rows: usize,
    /// Most addresses in one file of the sitemap; the protocol allows 50 000.
    pub sitemap_addresses: usize,
}

impl Default for Bounds {
    fn default() -> Self {
        Self { workbook_rows: 300_000, sitemap_addresses: 40_000 }
    }
}

#[derive(Debug, Clone, Default)]
pub struct DataFiles {
    files: BTreeSet<DataFile>,
    pub(super) bounds: Bounds,
}

impl DataFiles {
    /// The files of a report's site; none where it publishes no open data.
    pub fn new(report: &Report, bounds: Bounds) -> Self {
        let data = &*report.data;
        if !data.settings.open_data {
            return Self { bounds, ..Self::default() };
        }
        let mut files = BTreeSet::from([
            DataFile::Archive,
            DataFile::Package,
            DataFile::Catalog,
            DataFile::Feed,
            DataFile::Calendar,
            DataFile::EmbedTotals,
            DataFile::EmbedDeadlines,
        ]);
        let rows: usize = tables::ALL.iter().map(|table| table.row_count(report)).sum();
        if rows <= bounds.workbook_rows {
            files.insert(DataFile::Workbook);
        }
        for table in tables::ALL {
            files.extend([DataFile::Csv(table.id), DataFile::Json(table.id), DataFile::Schema(table.id)]);
        }
        for (ix, _) in data.agency_list() {
            files.extend([DataFile::AgencyCsv(ix), DataFile::AgencyFeed(ix), DataFile::AgencyCalendar(ix)]);
            let own = report.agency(ix);
            if own.tally.total() as usize + own.coordinates.len() <= bounds.workbook_rows {
                files.insert(DataFile::AgencyWorkbook(ix));
            }
        }
        let groups = data.group_list().map(|(ix, _)| ix).filter(|ix| report.held_by_group(*ix).next().is_some());
        files.extend(groups.map(DataFile::GroupWorkbook));
        files.extend(report.holding_agencies().map(DataFile::EmbedAgency));
        files.extend(report.task_list().filter(|ix| has_open_deadline(report, *ix)).map(DataFile::TaskCalendar));
        files.extend((0..data.settings.topics.len()).map(TopicIx::new).map(DataFile::TopicFeed));
        files.extend(data.bodies().into_iter().map(DataFile::BodyFeed));
        Self { files, bounds }
    }

    pub fn has(&self, file: DataFile) -> bool {
        self.files.contains(&file)
    }

    pub fn files(&self) -> impl Iterator<Item = DataFile> {
        self.files.iter().copied()
    }
}

/// Whether a task has a deadline to keep in mind. Those that were met stand in the calendars of agencies and of the site.
fn has_open_deadline(report: &Report, ix: TaskIx) -> bool {
    report.obligations_of(ix).iter().any(|o| o.status.due.is_some() && !o.status.state.is_closed())
}
