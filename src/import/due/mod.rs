//! How papers word deadlines.
//!
//! Deals with the words of time in a sentence and in a cell of a register. Which task a deadline binds is told by whoever
//! knows the sentence. Days are written day, month, year, always.

mod atom;
mod cell;
mod limit;
mod sentence;
#[cfg(test)]
mod tests;

pub use cell::of_cell;
pub use limit::{Context, Due, Every, Found};
pub use sentence::{find, urgency};
