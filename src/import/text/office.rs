//! Archives of an office program: which of its documents they are.

use super::unreadable::Unreadable;
use super::{docx, sheets};
use crate::edit::{Package, SheetError, grids_of_opendocument, grids_of_workbook};
use crate::import::paper::Paper;

/// Reads an archive that holds a document or a workbook.
pub fn read(bytes: &[u8]) -> Result<Paper, Unreadable> {
    let mut package = Package::open(bytes)?;
    if let Some(kind) = package.part("mimetype")? {
        return if kind.trim() == "application/vnd.oasis.opendocument.spreadsheet" {
            sheets::paper(grids_of_opendocument(&mut package)?)
        } else {
            Err(Unreadable::Format)
        };
    }
    let kinds = package.part("[Content_Types].xml")?.ok_or(Unreadable::Format)?;
    if kinds.contains("macroEnabled") || kinds.contains("vbaProject") {
        return Err(Unreadable::Macros);
    }
    let root = package.relations("")?.into_iter().find(|relation| relation.kind == "officeDocument");
    let root = root.ok_or(Unreadable::Format)?.path;
    if kinds.contains("wordprocessingml") {
        docx::read(&mut package, &root)
    } else if kinds.contains("spreadsheetml") {
        sheets::paper(grids_of_workbook(&mut package)?)
    } else {
        Err(Unreadable::Format)
    }
}

impl From<SheetError> for Unreadable {
    fn from(error: SheetError) -> Self {
        match error {
            SheetError::TooLarge(_) => Self::TooLarge,
            SheetError::Encoding => Self::Encoding,
            SheetError::Old => Self::Encrypted,
            SheetError::Other | SheetError::NoHeads => Self::Format,
            SheetError::Damaged | SheetError::OpenQuote(_) | SheetError::TwoColumns(_) | SheetError::TwoSheets(..) => {
                Self::Damaged
            }
        }
    }
}
