//! Archives of an office program: which of its documents they are.

use super::docx;
use super::unreadable::Unreadable;
use crate::edit::{Package, SheetError};
use crate::import::paper::Paper;

/// Reads an archive that holds a document.
pub fn read(bytes: &[u8]) -> Result<Paper, Unreadable> {
    let mut package = Package::open(bytes)?;
    let kinds = package.part("[Content_Types].xml")?.ok_or(Unreadable::Format)?;
    if kinds.contains("macroEnabled") || kinds.contains("vbaProject") {
        return Err(Unreadable::Macros);
    }
    let root = package.relations("")?.into_iter().find(|relation| relation.kind == "officeDocument");
    let root = root.ok_or(Unreadable::Format)?.path;
    if kinds.contains("wordprocessingml") { docx::read(&mut package, &root) } else { Err(Unreadable::Format) }
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
