//! Registers: tables whose rows are tasks, in workbooks and in the annexes of papers.
//!
//! ```text
//! Table ─► head (where it stands, which column holds what) ─► rows (task, group, part, none) ─► tasks
//! ```

mod candidate;
mod cells;
mod compare;
mod export;
mod field;
mod head;
mod held;
mod mapping;
mod number;
mod rows;
mod tasks;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod tests_again;
mod title;

pub use candidate::{Candidate, candidate, find, is_register};
pub use compare::{Change, Changes, compare};
pub use export::export;
pub use field::Field;
pub use head::Column;
pub use mapping::{Question, mapping, seen};
pub use title::short;

use super::draft::{Draft, Task};
use super::due::Context;

/// The tasks of a register by its columns.
pub fn tasks_of(candidate: &Candidate<'_>, context: &Context) -> Vec<Task> {
    let annex = candidate.sheet.is_none();
    tasks::read(candidate.rows.clone(), &candidate.columns, candidate.sheet, annex, *context)
}

/// A register as a draft.
pub fn read(candidate: &Candidate<'_>, context: &Context) -> Draft {
    Draft { tasks: tasks_of(candidate, context), ..Draft::default() }
}
