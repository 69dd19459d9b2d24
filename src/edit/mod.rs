//! Changes to the content, written as a careful person would type them.
//!
//! An edit inserts at a located place and leaves every other byte alone: comments, order, quoting, line ends. What it
//! wrote is read back, and must be the old content with the new entry in it and nothing else.
//!
//! Nothing here decides whether the content is right (the loader does, on the changed text, before anything is written),
//! or asks a clock.

mod change_set;
mod clean;
mod confirm;
mod create;
mod diff;
mod insert;
mod line_reader;
mod locate;
mod mapping;
#[cfg(test)]
mod mapping_tests;
mod pack;
mod refusal;
mod report_sheet;
mod set;
#[cfg(test)]
mod set_tests;
mod sheet;
#[cfg(test)]
mod tests;
mod updates;
mod verify;
mod write;
mod yaml_writer;

pub use change_set::{ChangeSet, FileChange};
pub use confirm::{DRAFT_WORDS, confirm_file, confirm_tasks, confirm_tasks_of};
pub use create::{new_agency, new_document, new_groups, new_meeting, new_tasks};
pub use diff::unified;
pub use line_reader::{LineError, Reason};
pub use mapping::put_mapping;
pub use pack::{new_agencies_of_pack, new_agency_of_pack};
pub use refusal::Refusal;
pub use report_sheet::{ReportSheet, SheetOptions, read_reports};
pub use set::set_fields;
pub use sheet::{Area, Grid, grid_of_text, grids_of_old_workbook, grids_of_opendocument, grids_of_workbook};
pub use sheet::{Bound, Cell, Line, NumberFormat, SheetError, read as read_sheet};
pub use sheet::{Package, add_text, attribute, walk};
pub use updates::{add_updates, task_files};
pub use write::{Lock, WriteError, write};
pub use yaml_writer::{Entry, Yaml};
