//! Open data: what can be downloaded, and what every column means.

use super::Builder;
use crate::model::{AgencyIx, TopicIx};
use crate::open_data::DataFile;
use crate::open_data::tables::{self, Column, Kind, Table, pick};
use crate::pages::view::{AgencyData, DataColumn, DataLink, DataTable, DataView, Link, Said};
use crate::plan::route::Route;

impl Builder<'_> {
    /// The page of the open data.
    pub fn open_data(&self) -> DataView {
        let say = |key: &str| self.words.say(key);
        let data = self.data();
        let mut agencies: Vec<AgencyIx> = data.agency_list().map(|(ix, _)| ix).collect();
        agencies.retain(|ix| {
            let view = self.report.agency(*ix);
            view.tally.total() > 0 || !view.coordinates.is_empty()
        });
        agencies.sort_by_key(|ix| self.index.agency_rank[ix.at()]);
        let topics = (0..data.settings.topics.len()).map(TopicIx::new).map(|ix| {
            let topic = &data[ix];
            self.data_link(DataFile::TopicFeed(ix), self.pick(&topic.name, topic.name_en.as_ref()))
        });
        let mut bodies: Vec<AgencyIx> = data.bodies().into_iter().collect();
        bodies.sort_by_key(|ix| self.index.agency_rank[ix.at()]);
        let whole = [
            (DataFile::Workbook, "data-workbook"),
            (DataFile::Archive, "data-archive"),
            (DataFile::Package, "data-package"),
            (DataFile::Catalog, "data-catalog"),
        ];
        let whole = whole.into_iter().filter(|(file, _)| self.index.files.has(*file));
        DataView {
            whole: whole.map(|(file, key)| self.data_link(file, say(key))).collect(),
            tables: tables::ALL.iter().map(|t| self.data_table(t)).collect(),
            follow: vec![
                self.data_link(DataFile::Feed, say("data-feed")),
                self.data_link(DataFile::Calendar, say("data-calendar")),
            ],
            embeds: self.link(Route::Embeds, say("embed-title")),
            topics: topics.collect(),
            bodies: bodies
                .iter()
                .map(|ix| self.data_link(DataFile::BodyFeed(*ix), Said::from(self.agency_link(*ix))))
                .collect(),
            agencies: agencies.into_iter().map(|ix| self.agency_data(ix)).collect(),
        }
    }

    fn data_table(&self, table: &Table) -> DataTable {
        let lang = self.words.lang;
        let title = pick(table.title, lang);
        let files = [DataFile::Csv(table.id), DataFile::Json(table.id), DataFile::Schema(table.id)];
        DataTable {
            name: table.name,
            title,
            meaning: pick(table.meaning, lang),
            rows: table.row_count(self.report),
            files: files.map(|file| self.data_link(file, title)).into(),
            columns: table.columns().into_iter().map(|c| self.data_column(c)).collect(),
        }
    }

    fn data_column(&self, column: &Column) -> DataColumn {
        DataColumn {
            name: column.name,
            head: pick(column.head, self.words.lang),
            meaning: pick(column.meaning, self.words.lang),
            kind: column.kind.code(),
            codes: match column.kind {
                Kind::Code(codes) => codes,
                Kind::Id
                | Kind::Ids
                | Kind::Text
                | Kind::Texts
                | Kind::Day
                | Kind::Partial
                | Kind::Period
                | Kind::Count
                | Kind::Number
                | Kind::Flag
                | Kind::Address => &[],
            },
            optional: column.optional,
            refers: column.refers.unwrap_or_default(),
            example: column.example,
        }
    }

    /// The files of one agency.
    fn agency_data(&self, ix: AgencyIx) -> AgencyData {
        let link = self.agency_link(ix);
        let files = [
            DataFile::AgencyWorkbook(ix),
            DataFile::AgencyCsv(ix),
            DataFile::AgencyFeed(ix),
            DataFile::AgencyCalendar(ix),
        ];
        AgencyData { files: files.map(|file| self.data_link(file, &link.text)).into(), link }
    }

    /// A file, seen from this page.
    pub(super) fn data_link(&self, file: DataFile, text: impl Into<Said>) -> DataLink {
        let href = format!("{}{}", self.root, file.path(self.data()));
        let Said { text, lang } = text.into();
        DataLink { link: Link { href, text, lang }, format: file.format(), media_type: file.media_type() }
    }
}
