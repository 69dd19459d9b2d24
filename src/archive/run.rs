//! From a published folder to the file.

use super::error::ArchiveError;
use super::one_page::{self, Said};
use super::selection::{self, Part, Selection};
use super::{page, zip};
use crate::os;
use crate::publish::Published;
use std::io::Write;
use std::path::Path;

/// An archive that was written.
#[derive(Debug, PartialEq, Eq)]
pub struct Done {
    pub pages: usize,
    pub bytes: u64,
}

/// Most bytes of the pages that one page holds; packed they are a fifth of that.
const MOST_BYTES: u64 = 256 << 20;

/// The language of a site, as its home page says: `vi`.
///
/// # Errors
/// The page cannot be read.
pub fn language(site: &Published) -> Result<String, ArchiveError> {
    let home = selection::text(site, selection::HOME)?;
    Ok(page::between(&home, "<html lang=\"", "\"").unwrap_or_default().to_owned())
}

/// Writes the archive of `site` to `file`, whose ending says in which form. It is written beside and put in place whole;
/// the same site gives the same bytes.
///
/// # Errors
/// See [`ArchiveError`]. What stood at `file` then stands there still.
pub fn archive(site: &Published, part: &Part, file: &Path, said: &Said) -> Result<Done, ArchiveError> {
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let io = |error| ArchiveError::Io(file.to_owned(), error);
    let (Some(name), Some(form)) = (file.file_stem(), file.extension().and_then(|e| e.to_str())) else {
        return Err(ArchiveError::Form);
    };
    let form = form.to_ascii_lowercase();
    if form != "zip" && form != "html" {
        return Err(ArchiveError::Form);
    }
    if os::canonicalize(folder).map_err(io)?.starts_with(site.root()) {
        return Err(ArchiveError::Inside);
    }
    let mut selection = Selection::new(site, part)?;
    let mut beside = tempfile::Builder::new().prefix(".tiendo-archive-").tempfile_in(folder).map_err(io)?;
    let pages = if form == "zip" {
        zip::write(site, &selection, &name.to_string_lossy(), beside.as_file_mut(), io)?;
        selection.pages().count()
    } else {
        let bytes = selection.pages().map(|path| site.size(path)).sum();
        if bytes > MOST_BYTES {
            return Err(ArchiveError::TooLarge(selection.pages().count(), bytes));
        }
        let (page, pages) = one_page::page(site, &mut selection, said)?;
        beside.write_all(page.as_bytes()).map_err(io)?;
        pages
    };
    let written = beside.as_file();
    os::set_public(written).and_then(|()| written.sync_all()).map_err(io)?;
    let bytes = written.metadata().map_err(io)?.len();
    beside.persist(file).map_err(|error| io(error.error))?;
    Ok(Done { pages, bytes })
}
