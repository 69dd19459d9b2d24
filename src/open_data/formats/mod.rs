//! Formats of the downloads: tables in and bytes out.

pub(super) mod archive;
mod cell;
pub(super) mod csv;
pub(super) mod dcat;
pub(super) mod form_sheet;
pub(super) mod grid;
pub(crate) mod json;
pub(super) mod package;
pub(super) mod schema;
mod sheet_rows;
pub(super) mod xlsx;
