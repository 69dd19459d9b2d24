//! A paper as it was read: paragraphs and tables in their order, each with its place. Every format becomes this.

use std::fmt;

/// What a paper says, without its page heads, page numbers and footnotes.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Paper {
    pub blocks: Vec<Block>,
    /// Footnotes and comments, which are no clauses.
    pub notes: Vec<Paragraph>,
    /// What was done to read it that its user should know: an old encoding converted, lines joined.
    pub remarks: Vec<Remark>,
}

/// What was done to read a paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Remark {
    /// Written in TCVN3 (`.VnTime`) and converted.
    Tcvn3,
    /// Written in VNI and converted.
    Vni,
}

#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    Paragraph(Paragraph),
    Table(Table),
}

/// One paragraph: NFC, single spaces, no line ends but those of a list inside a cell or a line break that was typed.
#[derive(Debug, Clone, PartialEq)]
pub struct Paragraph {
    pub text: String,
    /// The number that the word processor prints before it and that is not in its text: `1.`, `a)`, `-`.
    pub number: Option<String>,
    /// Whether it stands in the middle of the line, as titles do (unknown for plain text: false).
    pub centred: bool,
    pub at: Place,
}

impl Paragraph {
    /// Its printed words: the automatic number, if any, and the text.
    pub fn printed(&self) -> String {
        match &self.number {
            Some(number) => format!("{number} {}", self.text),
            None => self.text.clone(),
        }
    }
}

/// A table or one sheet of a workbook: rows of equally many cells.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// Name of the sheet; none for a table inside a text.
    pub sheet: Option<String>,
    /// Number of the table in the paper, from 1.
    pub number: u32,
    pub rows: Vec<Row>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// As the office counts it: the row of the sheet, the row of the table, from 1; in Markdown the line.
    pub number: u32,
    pub cells: Vec<Cell>,
}

/// A cell of the grid. Where cells are merged, the text stands in the first one alone.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Cell {
    /// NFC; lines that were typed one below the other are kept as lines.
    pub text: String,
    pub merged: Merged,
    /// The day that a cell of a workbook holds as a date, in ISO form in `text`; else false.
    pub is_day: bool,
}

/// Whether a cell goes on from another.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Merged {
    #[default]
    No,
    /// Part of the cell above it.
    Above,
    /// Part of the cell to its left.
    Left,
}

/// Where words stand in a paper, as its reader would say it.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// Nowhere in particular: it follows from the whole.
    #[default]
    Whole,
    /// Paragraph, counted from 1 over the whole paper, empty ones left out.
    Paragraph(u32),
    /// Row of a table or sheet.
    Row { table: Option<String>, row: u32 },
}

/// As it stands in the comments of a draft, which is Vietnamese as the paper is.
impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Whole => f.write_str("cả văn bản"),
            Self::Paragraph(n) => write!(f, "đoạn {n}"),
            Self::Row { table: None, row } => write!(f, "dòng {row}"),
            Self::Row { table: Some(name), row } => write!(f, "trang tính {name}, dòng {row}"),
        }
    }
}
