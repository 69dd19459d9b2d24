//! The data dictionary: what tables and columns the downloads have, and where every file of `/du-lieu/` lies.
//!
//! Pure data, so that the page that explains the downloads and the exports that fill them cannot differ: an export names
//! each column as it fills it, and a test compares. Names of tables, columns and files are addresses for ever. The words
//! stand here in both languages and not in the message files, because files carry them whatever the theme says.

mod bodies;
mod count;
mod files;
pub mod form;
mod obligations;
mod papers;
mod reports;
mod tallies;
mod tasks;

pub use count::rows;
pub use files::{DataFile, FOLDER};

use crate::model::Language;

/// A text in Vietnamese and in English.
pub type Both = [&'static str; 2];

/// One table of the downloads.
#[derive(Debug, PartialEq, Eq)]
pub struct Table {
    /// Which.
    pub id: TableId,
    /// Stem of its files, name of its resource.
    pub name: &'static str,
    /// Title; the Vietnamese one is the name of the sheet, so at most 31 characters.
    pub title: Both,
    /// What one row is.
    pub meaning: Both,
    /// In the order of the files.
    pub columns: &'static [Column],
    /// Columns that together name a row, where none of them may be empty.
    pub key: &'static [&'static str],
}

/// One column.
#[derive(Debug, PartialEq, Eq)]
pub struct Column {
    /// Name in CSV and JSON.
    pub name: &'static str,
    /// Head in sheets and pages.
    pub head: Both,
    /// What stands in it.
    pub meaning: Both,
    /// Type of its values.
    pub kind: Kind,
    /// Whether a value may be absent.
    pub optional: bool,
    /// One value, as in CSV.
    pub example: &'static str,
    /// The table whose key it holds.
    pub refers: Option<&'static str>,
}

/// Types of values.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// An id of the data: lower-case ASCII letters, digits, hyphens.
    Id,
    /// Ids; in CSV and sheets joined by `; `.
    Ids,
    /// One of these words.
    Code(&'static [&'static str]),
    /// Free text, which nobody may trust to be harmless.
    Text,
    /// Free texts; in CSV and sheets one a line.
    Texts,
    /// `2019-12-09`
    Day,
    /// `2019-12-09`, `2019-12` or `2019`, as exactly as it is known.
    Partial,
    /// `2024-06`, `2024-Q2`, `2024-H1`, `2024`
    Period,
    /// A whole number.
    Count,
    /// A decimal number.
    Number,
    /// `true` or `false`.
    Flag,
    /// The address of a page: absolute where the site knows its own, else relative to the root of the site.
    Address,
}

impl Kind {
    /// Name in the dictionary's page and in messages (`type-…`).
    pub fn code(self) -> &'static str {
        match self {
            Self::Id => "id",
            Self::Ids => "ids",
            Self::Code(_) => "code",
            Self::Text => "text",
            Self::Texts => "texts",
            Self::Day => "day",
            Self::Partial => "partial",
            Self::Period => "period",
            Self::Count => "count",
            Self::Number => "number",
            Self::Flag => "flag",
            Self::Address => "address",
        }
    }
}

/// The tables.
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
    /// Tổng hợp
    Tallies,
}

/// All tables, in the order of pages, sheets and packages; each at the place of its id.
pub static ALL: [&Table; 14] = [
    &tasks::TASKS,
    &obligations::OBLIGATIONS,
    &reports::UPDATES,
    &reports::EVIDENCE,
    &reports::READINGS,
    &reports::EXTENSIONS,
    &bodies::AGENCIES,
    &bodies::GROUPS,
    &bodies::MEMBERS,
    &bodies::SUCCESSIONS,
    &bodies::TOPICS,
    &papers::MEETINGS,
    &papers::DOCUMENTS,
    &tallies::TALLIES,
];

impl TableId {
    /// Its definition.
    pub fn table(self) -> &'static Table {
        ALL[self as usize]
    }
}

/// The text of one language.
pub fn pick(both: Both, language: Language) -> &'static str {
    match language {
        Language::VI => both[0],
        _ => both[1],
    }
}

const fn column(name: &'static str, kind: Kind, head: Both, meaning: Both, example: &'static str) -> Column {
    Column { name, head, meaning, kind, optional: false, example, refers: None }
}

impl Column {
    /// The same column, where a value may be absent.
    const fn maybe(self) -> Self {
        Self { optional: true, ..self }
    }

    /// The same column, holding keys of `table`.
    const fn of(self, table: &'static str) -> Self {
        Self { refers: Some(table), ..self }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::derive::Label;
    use std::collections::BTreeSet;

    #[test]
    fn tables_stand_at_the_place_of_their_id() {
        for (n, table) in ALL.iter().enumerate() {
            assert_eq!(table.id as usize, n, "{}", table.name);
        }
    }

    #[test]
    fn names_are_good_names() {
        let names: BTreeSet<&str> = ALL.iter().map(|t| t.name).collect();
        assert_eq!(names.len(), ALL.len());
        for table in ALL {
            assert!(crate::model::check_slug(table.name).is_ok(), "{}", table.name);
            for sheet in table.title {
                assert!((1..=31).contains(&sheet.chars().count()), "{sheet} is no name of a sheet");
            }
            let columns: BTreeSet<&str> = table.columns.iter().map(|c| c.name).collect();
            assert_eq!(columns.len(), table.columns.len(), "{}: a column stands twice", table.name);
            assert!(table.key.iter().all(|k| table.columns.iter().any(|c| c.name == *k && !c.optional)));
            for c in table.columns {
                let place = format!("{}.{}", table.name, c.name);
                assert!(c.name.chars().all(|c| c.is_ascii_lowercase() || c == '_' || c.is_ascii_digit()), "{place}");
                for text in c.head.iter().chain(&c.meaning).chain([&c.example]) {
                    assert!(!text.trim().is_empty(), "{place}");
                }
                assert!(c.meaning.iter().all(|m| m.ends_with('.')), "{place}: a meaning is a sentence");
                assert!(c.refers.is_none_or(|name| names.contains(name)), "{place}");
                if let Kind::Code(codes) = c.kind {
                    assert!(codes.contains(&c.example), "{place}");
                }
            }
        }
    }

    #[test]
    fn codes_are_those_of_the_model() {
        let labels: Vec<&str> = Label::ALL.iter().map(|l| l.code()).collect();
        assert_eq!(tasks::LABELS, labels);
        let kinds: Vec<&str> = crate::model::AgencyKind::ALL.iter().map(|k| k.code()).collect();
        assert_eq!(bodies::KINDS, kinds);
    }
}
