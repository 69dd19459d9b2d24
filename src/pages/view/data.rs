//! Open data: what can be downloaded, and what every column means.

use super::Link;
use schemars::JsonSchema;
use serde::Serialize;

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

/// One file.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct DataLink {
    /// Address, and what is in it.
    pub link: Link,
    /// Format in capitals: `CSV`, `JSON`, `JSON Schema`, `XLSX`, `ZIP`, `Data Package`, `DCAT`, `Atom`, `iCalendar`.
    pub format: &'static str,
    /// Media type.
    pub media_type: &'static str,
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
