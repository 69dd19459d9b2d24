//! `content/import/*.yaml`: how an office's sheets are read, and what they said last time.

use crate::diag::Sink;
use crate::load::fields::{Fields, id};
use crate::load::schema;
use crate::load::yaml::Node;
use crate::model::TaskId;

/// How the sheets of one register are read. Nothing of it is published.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Mapping {
    /// Path of its file.
    pub path: String,
    /// Id of the document whose tasks the sheets hold.
    pub document: Option<String>,
    /// Name of the sheet in the workbook.
    pub sheet: Option<String>,
    /// In the order of the sheet.
    pub columns: Vec<MappedColumn>,
    /// Names that were confirmed.
    pub names: Vec<MappedName>,
    /// What the sheet said last time.
    pub rows: Vec<SeenRow>,
}

/// A column by its head.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MappedColumn {
    /// As written; empty for the column without a head.
    pub head: String,
    /// Word of the field.
    pub field: &'static str,
}

/// An agency as the sheets name it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MappedName {
    /// As written.
    pub name: String,
    /// Id of the agency or group that it means.
    pub id: String,
}

/// A row as it was read last: the words of its cells.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SeenRow {
    /// The task that was made of it.
    pub task: String,
    /// Words by the names of the fields, [`SeenRow::FIELDS`]; empty cells are left out.
    pub words: Vec<(&'static str, String)>,
}

impl SeenRow {
    /// Fields whose words are kept.
    pub const FIELDS: [&'static str; 14] = [
        "ref",
        "text",
        "lead",
        "coordinators",
        "due",
        "products",
        "supervisor",
        "officer",
        "source",
        "group",
        "note",
        "assigned",
        "unit",
        "target",
    ];

    /// The words of a field.
    pub fn word(&self, field: &str) -> &str {
        self.words.iter().find(|(name, _)| *name == field).map_or("", |(_, words)| words)
    }
}

pub fn mapping(node: Node<'_>, sink: &mut Sink) -> Option<Mapping> {
    let mut f = Fields::open(node, &schema::IMPORT, sink)?;
    let (document, sheet) = (f.text("document", sink), f.text("sheet", sink));
    let columns = f.many("columns", sink, column);
    let names = f.many("names", sink, name);
    let rows = f.many("rows", sink, row);
    Some(Mapping { path: String::new(), document, sheet, columns, names, rows })
}

fn column(node: Node<'_>, sink: &mut Sink) -> Option<MappedColumn> {
    let mut f = Fields::open(node, &schema::IMPORT_COLUMN, sink)?;
    let head = f.text("head", sink).unwrap_or_default();
    let field = f.choice("field", sink, |text| schema::IMPORT_FIELDS.iter().find(|word| **word == text).copied())?;
    Some(MappedColumn { head, field: field.value })
}

fn name(node: Node<'_>, sink: &mut Sink) -> Option<MappedName> {
    let mut f = Fields::open(node, &schema::IMPORT_NAME, sink)?;
    let (name, id) = (f.text("name", sink), f.text("id", sink));
    Some(MappedName { name: name?, id: id? })
}

fn row(node: Node<'_>, sink: &mut Sink) -> Option<SeenRow> {
    let mut f = Fields::open(node, &schema::IMPORT_ROW, sink)?;
    let task = f.located("task", sink).and_then(|text| id(text, TaskId::parse, sink));
    let words = SeenRow::FIELDS.iter().filter_map(|field| Some((*field, f.text(field, sink)?))).collect();
    Some(SeenRow { task: task?.value.to_string(), words })
}
