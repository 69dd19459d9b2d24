//! A cell as it was stored, and why a file cannot be read.

use super::number_format::NumberFormat;
use chrono::NaiveDate;

#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    Text(String),
    Number(f64, NumberFormat),
    Day(NaiveDate),
    Flag(bool),
    /// A formula that failed, such as `#REF!`, or what the program could not show.
    Error(String),
    /// A formula whose value is not in the file.
    NoValue,
}

/// Why a file cannot be read as a sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SheetError {
    /// A text in another encoding than UTF-8.
    Encoding,
    /// A workbook of the old format (`.xls`), or one locked by a password.
    Old,
    /// An archive that is no XLSX workbook.
    Other,
    /// A workbook with a part that cannot be read.
    Damaged,
    /// No row has the heads of the form.
    NoHeads,
    /// A quotation mark that opens a cell and is closed nowhere: all rows behind it would be one text.
    OpenQuote(u32),
    /// Two columns have this head.
    TwoColumns(String),
    /// Both of these sheets are report forms.
    TwoSheets(String, String),
    TooLarge(Bound),
}

/// What is bounded in a sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bound {
    /// Of the file.
    Bytes,
    /// Unpacked and repeated, together.
    Content,
    Rows,
    Columns,
    /// Texts that cells of a workbook share.
    Texts,
}

impl Bound {
    pub const fn most(self) -> usize {
        match self {
            Self::Bytes => 32 << 20,
            Self::Content => 64 << 20,
            Self::Rows => 10_000,
            Self::Columns => 16_384,
            Self::Texts => 1_000_000,
        }
    }

    pub const fn hold(self, n: usize) -> Result<(), SheetError> {
        if n > self.most() { Err(SheetError::TooLarge(self)) } else { Ok(()) }
    }
}
