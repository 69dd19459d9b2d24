//! The files for machines and their addresses. [`super::DataFiles`] says which of them a site has.

use super::site::ExportSite;
use super::tables::TableId;
use crate::model::{AgencyIx, AliasOf, Dataset, GroupIx, TaskIx, TopicIx};
use crate::plan::route::{DATA_FOLDER, Route, root_of};
use std::collections::BTreeMap;

/// One file for machines. Its address never changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DataFile {
    /// A table as CSV: `du-lieu/nhiem-vu.csv`.
    Csv(TableId),
    Json(TableId),
    Schema(TableId),
    /// All tables as one workbook.
    Workbook,
    /// All tables as CSV, with their description, in one archive.
    Archive,
    /// Frictionless data package.
    Package,
    /// DCAT catalogue.
    Catalog,
    /// All changes.
    Feed,
    /// All deadlines and meetings.
    Calendar,
    /// An agency's obligations as CSV.
    AgencyCsv(AgencyIx),
    /// An agency's obligations, updates and tallies as a workbook.
    AgencyWorkbook(AgencyIx),
    /// The form for the tasks of a group whose members are not known.
    GroupWorkbook(GroupIx),
    /// Changes of an agency's tasks.
    AgencyFeed(AgencyIx),
    /// An agency's deadlines and meetings.
    AgencyCalendar(AgencyIx),
    /// The deadlines of a task that has an open one.
    TaskCalendar(TaskIx),
    /// The totals, for other sites: `nhung/tong-hop.json`.
    EmbedTotals,
    /// The next deadlines, for other sites.
    EmbedDeadlines,
    /// An agency's scorecard, for other sites.
    EmbedAgency(AgencyIx),
    /// Changes of a topic's tasks.
    TopicFeed(TopicIx),
    /// Changes of the tasks that a body's meetings gave.
    BodyFeed(AgencyIx),
}

impl DataFile {
    /// Path below the root of the site.
    pub fn path(self, data: &Dataset) -> String {
        let agency = |ix: AgencyIx, end: &str| format!("{DATA_FOLDER}/co-quan/{}.{end}", data[ix].id);
        match self {
            Self::Csv(table) => format!("{DATA_FOLDER}/{}.csv", table.table().name),
            Self::Json(table) => format!("{DATA_FOLDER}/{}.json", table.table().name),
            Self::Schema(table) => format!("{DATA_FOLDER}/schema/{}.schema.json", table.table().name),
            Self::Workbook => format!("{DATA_FOLDER}/du-lieu.xlsx"),
            Self::Archive => format!("{DATA_FOLDER}/du-lieu.zip"),
            Self::Package => format!("{DATA_FOLDER}/datapackage.json"),
            Self::Catalog => format!("{DATA_FOLDER}/dcat.jsonld"),
            Self::Feed => format!("{DATA_FOLDER}/atom.xml"),
            Self::Calendar => format!("{DATA_FOLDER}/lich.ics"),
            Self::AgencyCsv(ix) => agency(ix, "csv"),
            Self::AgencyWorkbook(ix) => agency(ix, "xlsx"),
            Self::GroupWorkbook(ix) => format!("{DATA_FOLDER}/nhom/{}.xlsx", data[ix].id),
            Self::AgencyFeed(ix) => agency(ix, "atom.xml"),
            Self::AgencyCalendar(ix) => agency(ix, "ics"),
            Self::TaskCalendar(ix) => format!("{DATA_FOLDER}/nhiem-vu/{}.ics", data[ix].id),
            Self::EmbedTotals => "nhung/tong-hop.json".to_owned(),
            Self::EmbedDeadlines => "nhung/sap-den-han.json".to_owned(),
            Self::EmbedAgency(ix) => format!("nhung/co-quan/{}.json", data[ix].id),
            Self::TopicFeed(ix) => format!("{DATA_FOLDER}/linh-vuc/{}.atom.xml", data[ix].id),
            Self::BodyFeed(ix) => format!("{DATA_FOLDER}/phien-hop/{}.atom.xml", data[ix].id),
        }
    }

    /// Paths that the file had under former ids (`former`, by what they lead to): whoever subscribed to a calendar or a feed keeps it.
    pub fn former_paths(self, data: &Dataset, former: &BTreeMap<AliasOf, Vec<&str>>) -> Vec<String> {
        let (id, of) = match self {
            Self::AgencyCsv(ix)
            | Self::AgencyWorkbook(ix)
            | Self::AgencyFeed(ix)
            | Self::AgencyCalendar(ix)
            | Self::BodyFeed(ix)
            | Self::EmbedAgency(ix) => (data[ix].id.as_str(), AliasOf::Agency(ix)),
            Self::TaskCalendar(ix) => (data[ix].id.as_str(), AliasOf::Task(ix)),
            Self::Csv(_)
            | Self::Json(_)
            | Self::Schema(_)
            | Self::Workbook
            | Self::Archive
            | Self::Package
            | Self::Catalog
            | Self::Feed
            | Self::Calendar
            | Self::EmbedTotals
            | Self::EmbedDeadlines
            | Self::GroupWorkbook(_)
            | Self::TopicFeed(_) => return Vec::new(),
        };
        let former = former.get(&of).map_or(&[][..], Vec::as_slice);
        former.iter().map(|old| self.path(data).replacen(&format!("/{id}."), &format!("/{old}."), 1)).collect()
    }

    /// The path within the folder of the open data.
    pub fn path_inside(self, data: &Dataset) -> String {
        let path = self.path(data);
        path.strip_prefix(DATA_FOLDER).and_then(|p| p.strip_prefix('/')).unwrap_or(&path).to_owned()
    }

    pub fn media_type(self) -> &'static str {
        match self {
            Self::Csv(_) | Self::AgencyCsv(_) => "text/csv",
            Self::Json(_) | Self::Package | Self::EmbedTotals | Self::EmbedDeadlines | Self::EmbedAgency(_) => {
                "application/json"
            }
            Self::Schema(_) => "application/schema+json",
            Self::Workbook | Self::AgencyWorkbook(_) | Self::GroupWorkbook(_) => {
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
            }
            Self::Archive => "application/zip",
            Self::Catalog => "application/ld+json",
            Self::Feed | Self::AgencyFeed(_) | Self::TopicFeed(_) | Self::BodyFeed(_) => "application/atom+xml",
            Self::Calendar | Self::AgencyCalendar(_) | Self::TaskCalendar(_) => "text/calendar",
        }
    }

    /// The format as people name it.
    pub fn format(self) -> &'static str {
        match self {
            Self::Csv(_) | Self::AgencyCsv(_) => "CSV",
            Self::Json(_) | Self::EmbedTotals | Self::EmbedDeadlines | Self::EmbedAgency(_) => "JSON",
            Self::Schema(_) => "JSON Schema",
            Self::Workbook | Self::AgencyWorkbook(_) | Self::GroupWorkbook(_) => "XLSX",
            Self::Archive => "ZIP",
            Self::Package => "Data Package",
            Self::Catalog => "DCAT",
            Self::Feed | Self::AgencyFeed(_) | Self::TopicFeed(_) | Self::BodyFeed(_) => "Atom",
            Self::Calendar | Self::AgencyCalendar(_) | Self::TaskCalendar(_) => "iCalendar",
        }
    }

    /// Address of this file as a link from the file `from`: absolute where the site knows its own, else relative.
    pub(super) fn link(self, site: &ExportSite, from: Self) -> String {
        let path = self.path(site.data());
        match &site.base_url {
            Some(base) => format!("{base}{path}"),
            None => format!("{}{path}", root_of(&from.path(site.data()))),
        }
    }

    /// Address of a page as a link from this file.
    pub(super) fn link_to_page(self, site: &ExportSite, page: Route) -> String {
        if site.base_url.is_some() {
            return site.address(page);
        }
        format!("{}{}", root_of(&self.path(site.data())), page.path(site.data()))
    }
}
