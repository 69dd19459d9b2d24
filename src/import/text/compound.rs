//! Compound files: what programs wrote before 2007, and the wrapping of locked ones ([MS-CFB]).

use super::sheets;
use super::unreadable::Unreadable;
use crate::edit::grids_of_old_workbook;
use crate::import::paper::Paper;
use memchr::memmem;

/// Reads a workbook (`.xls`); anything else in a compound file is refused by what it is.
pub fn read(bytes: &[u8]) -> Result<Paper, Unreadable> {
    if has_stream(bytes, "EncryptedPackage") {
        return Err(Unreadable::Encrypted);
    }
    if has_stream(bytes, "WordDocument") {
        return Err(Unreadable::OldWord);
    }
    if has_stream(bytes, "_VBA_PROJECT_CUR") {
        return Err(Unreadable::Macros);
    }
    sheets::paper(grids_of_old_workbook(bytes)?)
}

/// Whether there is a stream of that name: names stand in the directory in UTF-16.
fn has_stream(bytes: &[u8], name: &str) -> bool {
    let name: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
    memmem::find(bytes, &name).is_some()
}
