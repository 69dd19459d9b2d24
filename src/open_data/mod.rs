//! Files for machines, made from the same report as the pages.
//!
//! Nothing here counts anything itself, or knows a disk or a clock. Every file is made on demand.

mod data_files;
mod embed;
mod exports;
mod feeds;
mod files;
pub(crate) mod formats;
pub(crate) mod report_form;
pub(crate) mod site;
mod sitemap;
pub mod tables;

pub use data_files::{Bounds, DataFiles};
pub use embed::tally_json;
pub use exports::Exports;
pub use files::DataFile;
pub(crate) use formats::csv::looks_like_a_formula;
pub use formats::grid::{GridCell, workbook};
pub use site::ExportSite;
