//! How a register is read, as `content/import/` keeps it: columns by their heads, and what each row said.

use super::candidate::{Candidate, find};
use super::cells;
use super::field::{Field, words};
use crate::import::draft::Task;
use crate::import::names::Name;
use crate::import::paper::Paper;
use crate::load::{MappedColumn, Mapping, SeenRow};

/// What a sheet leaves open; asked once and kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question<'a> {
    /// Place of the column, from 0.
    pub column: usize,
    /// Its head.
    pub head: &'a str,
    /// What it was taken for.
    pub guess: Field,
    /// Its first words below the head.
    pub sample: String,
}

impl Candidate<'_> {
    /// Reads the columns as a mapping says; heads that it does not name stay as they were told.
    pub fn map(&mut self, mapping: &Mapping) {
        for column in &mut self.columns {
            let said = mapping.columns.iter().find(|said| words(&said.head) == words(&column.head));
            if let Some(field) = said.and_then(|said| Field::named(said.field)) {
                (column.field, column.sure) = (Some(field), true);
            }
        }
    }

    /// Whether a mapping was made for such a sheet: it has the same heads.
    pub fn fits(&self, mapping: &Mapping) -> bool {
        let own = self.columns.iter().map(|column| words(&column.head));
        !mapping.columns.is_empty() && own.eq(mapping.columns.iter().map(|column| words(&column.head)))
    }

    /// Columns that were told by their cells or that another one says better.
    pub fn questions(&self) -> Vec<Question<'_>> {
        let unsure = self.columns.iter().filter(|column| !column.sure);
        unsure
            .filter_map(|column| {
                let cells =
                    || self.rows.iter().filter_map(|row| row.cells.get(column.at)).map(|cell| cells::line(&cell.text));
                let sample = cells().find(|text| text.chars().any(char::is_alphabetic)).or_else(|| cells().next())?;
                Some(Question { column: column.at, head: &column.head, guess: column.field?, sample })
            })
            .collect()
    }

    /// Heads of columns that say nothing that a task carries.
    pub fn ignored(&self) -> Vec<&str> {
        let none = self.columns.iter().filter(|c| matches!(c.field, None | Some(Field::Ignored)) && !c.head.is_empty());
        none.map(|column| column.head.as_str()).collect()
    }

    /// The columns as a mapping keeps them.
    pub fn mapped(&self) -> Vec<MappedColumn> {
        let of = |field: Option<Field>| field.unwrap_or(Field::Ignored).name();
        self.columns.iter().map(|c| MappedColumn { head: c.head.clone(), field: of(c.field) }).collect()
    }
}

/// What a row said, as a mapping keeps it; `task` is the id of the task made of it.
pub fn seen(task: &Task, id: &str) -> SeenRow {
    let list = |names: &[Name]| names.iter().map(|name| name.written.as_str()).collect::<Vec<_>>().join("; ");
    let some = |text: &Option<String>| text.clone().unwrap_or_default();
    let text = if task.text.is_empty() { task.title.clone() } else { task.text.clone() };
    let words = [
        ("ref", some(&task.reference)),
        ("text", text),
        ("lead", list(&task.lead)),
        ("coordinators", list(&task.with)),
        ("due", some(&task.wording)),
        ("products", task.products.join("; ")),
        ("supervisor", some(&task.supervisor)),
        ("officer", some(&task.officer)),
        ("source", some(&task.source)),
        ("group", some(&task.group)),
        ("note", some(&task.note)),
        ("assigned", task.assigned.map(|day| day.to_string()).unwrap_or_default()),
        ("unit", task.indicator.as_ref().and_then(|of| of.unit.clone()).unwrap_or_default()),
        ("target", task.indicator.as_ref().map(|of| of.target.clone()).unwrap_or_default()),
    ];
    SeenRow { task: id.to_owned(), words: words.into_iter().filter(|(_, words)| !words.is_empty()).collect() }
}

/// How the register of a paper is read: the mapping that was made for such a sheet, or a new one without a path; none
/// where the paper has no register.
pub fn mapping(paper: &Paper, kept: &[Mapping]) -> Option<Mapping> {
    let candidates = find(paper);
    let fitting = |candidate: &Candidate<'_>| {
        let sheet = |mapping: &&Mapping| mapping.sheet.is_none() || mapping.sheet.as_deref() == candidate.sheet;
        kept.iter().filter(sheet).find(|mapping| candidate.fits(mapping)).cloned()
    };
    candidates.iter().find_map(fitting).or_else(|| {
        let first = candidates.first()?;
        // Of several sheets all are read.
        let sheet = first.sheet.filter(|_| candidates.len() == 1).map(str::to_owned);
        Some(Mapping { sheet, columns: first.mapped(), ..Mapping::default() })
    })
}
