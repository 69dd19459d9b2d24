//! Open data: what can be downloaded, and what every column means.

use super::kind::{Head, Index, JsonSchema, Kind, Page, Report, Route, Serialize};
use super::parts::common::{DataLink, Link};
use crate::model::{AgencyIx, TopicIx};
use crate::open_data::DataFile;
use crate::open_data::tables::{self, Column, Kind as ColumnKind, Table, pick};

/// The page of the open data (`data.html`).
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct DataView {
    /// Everything at once: workbook, archive, descriptions for machines.
    pub whole: Vec<DataLink>,
    /// The tables, with their dictionary.
    pub tables: Vec<DataTable>,
    /// Feed of all changes and calendar of all deadlines.
    pub follow: Vec<DataLink>,
    /// Feeds of topics.
    pub topics: Vec<DataLink>,
    /// Feeds of bodies that have met.
    pub bodies: Vec<DataLink>,
    /// The page of boxes for other sites.
    pub embeds: Link,
    /// Agencies that hold or coordinate something, in Vietnamese order.
    pub agencies: Vec<AgencyData>,
}

/// One table.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct DataTable {
    /// Stem of its files.
    pub name: &'static str,
    /// Title.
    pub title: &'static str,
    /// What one row is.
    pub meaning: &'static str,
    /// Number of rows.
    pub rows: usize,
    /// Its files.
    pub files: Vec<DataLink>,
    /// In the order of the files.
    pub columns: Vec<DataColumn>,
}

/// One column.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct DataColumn {
    /// Name in CSV and JSON.
    pub name: &'static str,
    /// Head in sheets.
    pub head: &'static str,
    /// What stands in it.
    pub meaning: &'static str,
    /// Code of its type; the words are the message `type-<code>`.
    pub kind: &'static str,
    /// The values that a `code` can have; empty for other types.
    pub codes: &'static [&'static str],
    /// Whether a value may be absent.
    pub optional: bool,
    /// Name of the table whose ids it holds; empty if it holds none.
    pub refers: &'static str,
    /// One value.
    pub example: &'static str,
}

/// The files of one agency.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct AgencyData {
    /// Its page.
    pub link: Link,
    /// Its files.
    pub files: Vec<DataLink>,
}

pub(super) struct Data;

impl Kind for Data {
    const TEMPLATE: &'static str = "data.html";
    type View<'p> = DataView;

    fn all(report: &Report, _: &Index) -> Vec<Self> {
        if report.data.settings.open_data { vec![Self] } else { Vec::new() }
    }

    fn route(&self) -> Route {
        Route::Data
    }

    fn head(&self, page: &Page<'_>) -> Head {
        let head = Head::new(page.words.say("nav-data")).lead(page.words.say("data-lead"));
        Head { linked: page.dataset(), ..head }
    }

    fn view<'p>(&self, page: &Page<'p>) -> Self::View<'p> {
        let say = |key: &str| page.words.say(key);
        let data = page.data();
        let mut agencies: Vec<AgencyIx> = data.agency_list().map(|(ix, _)| ix).collect();
        agencies.retain(|ix| {
            let view = page.report.agency(*ix);
            view.tally.total() > 0 || !view.coordinates.is_empty()
        });
        agencies.sort_by_key(|ix| page.index.agency_rank[ix.at()]);
        let topics = (0..data.settings.topics.len()).map(TopicIx::new);
        let topics = topics.filter_map(|ix| page.data_link(DataFile::TopicFeed(ix), page.topic_name(ix)));
        let mut bodies: Vec<AgencyIx> = data.bodies().into_iter().collect();
        bodies.sort_by_key(|ix| page.index.agency_rank[ix.at()]);
        let link = |(file, key): (DataFile, &str)| page.data_link(file, say(key));
        DataView {
            whole: [
                (DataFile::Workbook, "data-workbook"),
                (DataFile::Archive, "data-archive"),
                (DataFile::Package, "data-package"),
                (DataFile::Catalog, "data-catalog"),
            ]
            .into_iter()
            .filter_map(link)
            .collect(),
            tables: tables::ALL.iter().map(|t| page.data_table(t)).collect(),
            follow: [(DataFile::Feed, "data-feed"), (DataFile::Calendar, "data-calendar")]
                .into_iter()
                .filter_map(link)
                .collect(),
            embeds: page.link(Route::Embeds, say("embed-title")),
            topics: topics.collect(),
            bodies: bodies
                .iter()
                .filter_map(|ix| page.data_link(DataFile::BodyFeed(*ix), page.agency_name(*ix)))
                .collect(),
            agencies: agencies.into_iter().map(|ix| page.agency_data(ix)).collect(),
        }
    }
}

impl Page<'_> {
    fn data_table(&self, table: &Table) -> DataTable {
        let lang = self.words.lang;
        let title = pick(table.title, lang);
        let files = [DataFile::Csv(table.id), DataFile::Json(table.id), DataFile::Schema(table.id)];
        DataTable {
            name: table.name,
            title,
            meaning: pick(table.meaning, lang),
            rows: table.row_count(self.report),
            files: files.into_iter().filter_map(|file| self.data_link(file, title)).collect(),
            columns: table.columns().into_iter().map(|c| self.data_column(c)).collect(),
        }
    }

    fn data_column(&self, column: &Column) -> DataColumn {
        DataColumn {
            name: column.name,
            head: pick(column.head, self.words.lang),
            meaning: pick(column.meaning, self.words.lang),
            kind: column.kind.code(),
            codes: if let ColumnKind::Code(codes) = column.kind { codes } else { &[] },
            optional: column.optional,
            refers: column.refers.unwrap_or_default(),
            example: column.example,
        }
    }

    fn agency_data(&self, ix: AgencyIx) -> AgencyData {
        let link = self.agency_link(ix);
        let files = [
            DataFile::AgencyWorkbook(ix),
            DataFile::AgencyCsv(ix),
            DataFile::AgencyFeed(ix),
            DataFile::AgencyCalendar(ix),
        ];
        let files = files.into_iter().filter_map(|file| self.data_link(file, link.text.as_str())).collect();
        AgencyData { link, files }
    }
}
