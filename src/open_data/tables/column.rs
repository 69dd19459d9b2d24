//! What a column is called and means, in both languages.
//!
//! The words stand in the code and not in the message files, because the files carry them whatever the theme says.

use crate::model::Language;

/// A text in Vietnamese and in English.
pub type Both = [&'static str; 2];

pub fn pick(both: Both, language: Language) -> &'static str {
    match language {
        Language::VI => both[0],
        _ => both[1],
    }
}

/// A column of a table. Its name is an address for ever.
#[derive(Debug, Clone, Copy)]
pub struct Column {
    /// Name in CSV and JSON.
    pub name: &'static str,
    /// Head in sheets and pages.
    pub head: Both,
    /// What stands in it.
    pub meaning: Both,
    pub kind: Kind,
    /// Whether a value may be absent.
    pub optional: bool,
    /// One value, as in CSV.
    pub example: &'static str,
    /// The table whose key it holds.
    pub refers: Option<&'static str>,
}

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
    /// `2024-W05`, `2024-06`, `2024-Q2`, `2024-H1`, `2024`
    Period,
    Count,
    Number,
    Flag,
    /// The address of a page: absolute where the site knows its own, else relative to the root of the site.
    Address,
}

impl Kind {
    /// Name on the page of the open data and in messages (`type-…`).
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

pub(super) const fn column(name: &'static str, kind: Kind, example: &'static str) -> Column {
    Column { name, head: ["", ""], meaning: ["", ""], kind, optional: false, example, refers: None }
}

pub(super) const fn optional(name: &'static str, kind: Kind, example: &'static str) -> Column {
    column(name, kind, example).optional()
}

impl Column {
    pub(super) const fn optional(self) -> Self {
        Self { optional: true, ..self }
    }

    /// The same column, holding keys of `table`.
    pub(super) const fn of(self, table: &'static str) -> Self {
        Self { refers: Some(table), ..self }
    }

    pub(super) const fn vi(self, head: &'static str, meaning: &'static str) -> Self {
        Self { head: [head, self.head[1]], meaning: [meaning, self.meaning[1]], ..self }
    }

    pub(super) const fn en(self, head: &'static str, meaning: &'static str) -> Self {
        Self { head: [self.head[0], head], meaning: [self.meaning[0], meaning], ..self }
    }

    /// The column with the function that gives its value in a row.
    pub(super) const fn value<F: Copy>(self, value: F) -> (Self, F) {
        (self, value)
    }
}
