//! What a table of the downloads is: its words, its columns, and where its rows come from.

use super::column::{Both, Column};
use super::value::Value;
use crate::derive::Report;
use crate::model::AgencyIx;
use crate::open_data::site::ExportSite;

/// One table of the downloads. Its name is an address for ever.
pub struct Table {
    pub id: TableId,
    /// Stem of its files, name of its resource.
    pub name: &'static str,
    /// Title; the Vietnamese one is the name of the sheet, so at most 31 characters.
    pub title: Both,
    /// What one row is.
    pub meaning: Both,
    /// Columns that together name a row, where none of them may be empty.
    pub key: &'static [&'static str],
    pub(super) columns: fn() -> Vec<&'static Column>,
    pub(super) rows: for<'s> fn(&'s ExportSite, Sink<'_, 's>),
    /// Where the table has rows of one agency.
    pub(super) of_agency: Option<for<'s> fn(&'s ExportSite, AgencyIx, Sink<'_, 's>)>,
    pub(super) count: fn(&Report) -> usize,
}

/// Takes the rows of a table, one by one; the cells are in the order of the columns.
pub(in crate::open_data) type Sink<'k, 's> = &'k mut dyn FnMut(&[Value<'s>]);

impl Table {
    /// In the order of the files.
    pub fn columns(&self) -> Vec<&'static Column> {
        (self.columns)()
    }

    pub fn row_count(&self, report: &Report) -> usize {
        (self.count)(report)
    }
}

/// Which rows of a table.
#[derive(Clone, Copy)]
pub(in crate::open_data) enum Rows {
    All(&'static Table),
    /// Those of one agency: of obligations, the ones it holds; of tasks, the ones it coordinates; of updates, those of
    /// both; its tallies.
    Of(AgencyIx, &'static Table),
}

impl Rows {
    pub fn table(self) -> &'static Table {
        match self {
            Self::All(table) | Self::Of(_, table) => table,
        }
    }

    pub fn each<'s>(self, site: &'s ExportSite, sink: Sink<'_, 's>) {
        match self {
            Self::All(table) => (table.rows)(site, sink),
            Self::Of(ix, table) => {
                let rows = table.of_agency.expect("only tables with rows of one agency are asked for them");
                rows(site, ix, sink);
            }
        }
    }
}

/// Columns with the functions that give their values.
pub(super) type Columns<F> = &'static [(Column, F)];

pub(super) type ValueOf<'s, R> = fn(&'s ExportSite, R) -> Value<'s>;

pub(super) fn columns<F>(columns: Columns<F>) -> Vec<&'static Column> {
    columns.iter().map(|(column, _)| column).collect()
}

pub(super) fn each<'s, R: Copy>(
    columns: &[(Column, ValueOf<'s, R>)],
    site: &'s ExportSite,
    rows: impl Iterator<Item = R>,
    sink: Sink<'_, 's>,
) {
    let mut cells = Vec::with_capacity(columns.len());
    for row in rows {
        cells.extend(columns.iter().map(|(_, value)| value(site, row)));
        sink(&cells);
        cells.clear();
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TableId {
    /// Nhiệm vụ
    Tasks,
    /// Đầu việc
    Obligations,
    /// Cập nhật
    Updates,
    /// Minh chứng
    Evidence,
    /// Kết quả của chỉ tiêu
    Readings,
    /// Gia hạn
    Extensions,
    /// Cơ quan
    Agencies,
    /// Nhóm cơ quan
    Groups,
    /// Thành viên nhóm
    Members,
    /// Kế thừa
    Successions,
    /// Lĩnh vực
    Topics,
    /// Phiên họp
    Meetings,
    /// Văn bản
    Documents,
    /// Biểu dương
    Commendations,
    /// Tổng hợp
    Tallies,
    /// Phản ánh, kiến nghị
    Feedback,
}
