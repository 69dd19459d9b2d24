//! The register again, in the office's own columns: reading it changes nothing.

use super::cells;
use super::compare::Known;
use super::field::Field;
use super::held::words;
use crate::import::names::Name;
use crate::import::paper::{Cell, Merged, Row, Table};
use crate::load::{MappedColumn, Mapping, SeenRow};
use crate::model::{self, Dataset, DocumentIx};
use std::collections::{BTreeMap, BTreeSet};

/// Columns of a register that no sheet has given yet.
const USUAL: [(&str, Field); 8] = [
    ("STT", Field::Number),
    ("Nhiệm vụ", Field::Title),
    ("Cơ quan chủ trì", Field::Lead),
    ("Cơ quan phối hợp", Field::With),
    ("Thời hạn", Field::Due),
    ("Sản phẩm", Field::Product),
    ("Lãnh đạo phụ trách", Field::Supervisor),
    ("Ghi chú", Field::Note),
];

/// The tasks of a document as a sheet, in the order in which they stood in the last one; further ones at the end. Cells
/// that the record still agrees with have the sheet's own words. `id` tells what a name means.
pub fn export(
    data: &Dataset,
    document: DocumentIx,
    mapping: Option<&Mapping>,
    id: impl Fn(&Name) -> Option<String>,
) -> Table {
    let usual =
        || USUAL.iter().map(|(head, field)| MappedColumn { head: (*head).to_owned(), field: field.name() }).collect();
    let columns: Vec<MappedColumn> =
        mapping.map(|mapping| mapping.columns.clone()).filter(|columns| !columns.is_empty()).unwrap_or_else(usual);
    let rows: &[SeenRow] = mapping.map_or(&[], |mapping| &mapping.rows);
    let own = |task: &&model::Task| task.document() == document;
    let record: BTreeMap<&str, &model::Task> =
        data.tasks.iter().filter(own).map(|task| (task.id.as_str(), task)).collect();
    let seen: BTreeSet<&str> = rows.iter().map(|row| row.task.as_str()).collect();
    let known = rows.iter().filter_map(|row| Some((*record.get(row.task.as_str())?, Some(row))));
    let others = data.tasks.iter().filter(own).filter(|task| !seen.contains(task.id.as_str())).map(|task| (task, None));
    let mut sheet = Sheet { columns: &columns, rows: Vec::new() };
    sheet.push(columns.iter().map(|column| cell(&column.head)).collect());
    let has_groups = columns.iter().any(|column| column.field == Field::Group.name());
    let (mut group, mut groups) = (String::new(), 0_usize);
    for (task, row) in known.chain(others) {
        let own = row.map_or("", |row| row.word("group"));
        if own != group && !own.is_empty() && !has_groups {
            sheet.heading(groups, own);
            groups += 1;
        }
        own.clone_into(&mut group);
        let known = Known::new(data, task, row);
        let say = |field: &'static str| match row {
            Some(row) if known.agrees(data, field, row.word(field), &id) => row.word(field).to_owned(),
            Some(_) | None => words(data, task, field),
        };
        sheet.task(task, row, say);
    }
    Table { sheet: mapping.and_then(|mapping| mapping.sheet.clone()), number: 1, rows: sheet.rows }
}

struct Sheet<'a> {
    columns: &'a [MappedColumn],
    rows: Vec<Row>,
}

impl Sheet<'_> {
    fn push(&mut self, cells: Vec<Cell>) {
        let number = u32::try_from(self.rows.len() + 1).unwrap_or(u32::MAX);
        self.rows.push(Row { number, cells });
    }

    /// A heading over rows has a Roman number, so that it cannot be taken for words that go on.
    fn heading(&mut self, number: usize, words: &str) {
        let of = |column: &MappedColumn| match Field::named(column.field) {
            Some(Field::Number) => cell(&roman(number + 1)),
            Some(Field::Title) => cell(words),
            Some(_) | None => Cell::default(),
        };
        let cells = self.columns.iter().map(of).collect();
        self.push(cells);
    }

    fn task(&mut self, task: &model::Task, row: Option<&SeenRow>, say: impl Fn(&'static str) -> String) {
        let note = say("note");
        let last = |field| row.map_or_else(String::new, |row| row.word(field).to_owned());
        let details = self.columns.iter().any(|column| column.field == Field::Detail.name());
        let text = say("text");
        let (title, detail) = match text.split_once('\n') {
            Some((title, detail)) if details => (title, detail),
            Some(_) | None => (text.as_str(), ""),
        };
        // A part stands below its whole, whose number and title are merged over both.
        let part = task.parent.is_some();
        let of = |column: &MappedColumn| match Field::named(column.field) {
            Some(Field::Number | Field::Title) if part => Cell { merged: Merged::Above, ..Cell::default() },
            Some(Field::Number) => cell(&say("ref")),
            Some(Field::Title) => cell(title),
            Some(Field::Detail) => cell(detail),
            Some(Field::Lead) => cell(&say("lead")),
            Some(Field::With) => cell(&say("coordinators")),
            Some(Field::Due) => cell(&say("due")),
            Some(Field::Product) => cell(&self.product(say("products"), &note)),
            Some(Field::Supervisor) => cell(&say("supervisor")),
            Some(Field::Officer) => cell(&say("officer")),
            Some(field @ (Field::Group | Field::Source | Field::Assigned | Field::Unit | Field::Target)) => {
                cell(&last(field.name()))
            }
            Some(Field::Status | Field::Progress) => cell(&self.told(&note, Some(&column.head))),
            Some(Field::Note) => cell(&self.told(&note, None)),
            Some(Field::Ignored) | None => Cell::default(),
        };
        let cells = self.columns.iter().map(of).collect();
        self.push(cells);
    }

    /// A status that stood where products belong goes back there, if no column takes remarks.
    fn product(&self, products: String, note: &str) -> String {
        let remarks = self.columns.iter().any(|column| column.field == Field::Note.name());
        let own = self.told(note, None);
        if products.is_empty() && !remarks && cells::is_status(&own) { own } else { products }
    }

    /// The part of a note that came out of the column `head`; without one, what came out of none.
    fn told(&self, note: &str, head: Option<&str>) -> String {
        let named =
            |column: &&MappedColumn| matches!(Field::named(column.field), Some(Field::Status | Field::Progress));
        let heads: Vec<&str> = self.columns.iter().filter(named).map(|column| column.head.as_str()).collect();
        let (mut from, mut lines) = (None, Vec::new());
        for line in note.lines() {
            let own = heads.iter().find_map(|head| Some((*head, line.strip_prefix(head)?.strip_prefix(": ")?)));
            let line = own.map_or(line, |(own, rest)| {
                from = Some(own);
                rest
            });
            if from == head {
                lines.push(line);
            }
        }
        lines.join("\n")
    }
}

fn cell(text: &str) -> Cell {
    Cell { text: text.to_owned(), ..Cell::default() }
}

/// As registers number their headings.
fn roman(mut n: usize) -> String {
    let mut out = String::new();
    for (value, sign) in [(50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")] {
        while n >= value {
            out.push_str(sign);
            n -= value;
        }
    }
    out
}
