//! Changes to the content, written as a careful person would type them.
//!
//! Deals with where a new entry goes in a file, how its values are quoted, what a sheet that came back says, and putting
//! changed files in place. An edit inserts at a located place and leaves every other byte alone: comments, order,
//! quoting, line ends. What it wrote is read back, and must be the old content with the new entry in it and nothing
//! else. Refuses: deciding whether the content is right (the loader does, on the changed text, before anything is
//! written), and a clock.

mod create;
mod diff;
mod drafts;
mod edit;
mod locate;
mod report_sheet;
mod sheet;
mod verify;
mod write;
mod yaml_writer;

pub use create::{new_agency, new_meeting, new_task};
pub use diff::unified;
pub use drafts::{Draft, Drafts};
pub use report_sheet::{Asked, LineFault, Reason, Returns, returns};
pub use sheet::{Cell, Line, SheetFault, read as read_sheet};
pub use write::{WriteFault, replace};
pub use yaml_writer::Out;

/// One entry of `updates`, its fields in the order in which they are to stand.
pub type Entry = Vec<(&'static str, Out)>;

/// Why a change cannot be made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// No task has the id; the id perhaps meant.
    NoTask(String, Option<String>),
    /// The place in this file is written with anchors, references or merging: a person must look at it.
    Reference(String),
    /// What was written would not read back as meant.
    Unsure(String),
    /// There is such a thing already.
    Exists(String),
    /// Several files could hold it: one must be named.
    WhichFile(Vec<String>),
    /// No such file, or it is not one of that kind.
    NoFile(String),
    /// No id was given, and the name makes none.
    NoId(String),
}

/// The tasks of the content by id, with the file that each stands in.
pub fn task_files(drafts: &Drafts<'_>) -> std::collections::BTreeMap<String, String> {
    edit::task_files(drafts)
}

/// Adds updates to tasks, by id; what is refused leaves the drafts as they were.
///
/// # Errors
/// A task that is not there, or a place that cannot be edited safely.
pub fn add_updates(drafts: &mut Drafts<'_>, updates: Vec<(String, Entry)>) -> Result<(), Refusal> {
    edit::add_updates(drafts, updates)
}
