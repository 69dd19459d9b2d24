//! From a checked site and a date to statuses and tallies: pure and infallible.
//!
//! Deals with obligations (task × responsible agency × period), their two axes (progress, timeliness), the one label
//! that both give, and every count. Refuses: reading, formatting, knowing today: the as-of date is an argument.
//! A [`Report`] proves that derivation is over: pages, exports and the terminal all read their numbers from it.

mod compare;
mod feedback;
mod given;
mod history;
mod known;
mod label;
mod obligation;
mod part;
mod past_due;
mod report;
mod reports;
mod status;
mod succession;
mod tally;
mod watch;
mod worklist;

pub use compare::{Comparison, compare};
pub use feedback::feedback_totals;
pub use given::Given;
pub use history::Standing;
pub use known::{Change, Event};
pub use label::{Family, IN_NEWS, Label};
pub use obligation::Obligation;
pub use part::Part;
pub use report::{AgencyView, Report, TaskView};
pub use status::{Policy, State, Status, Timeliness};
pub use succession::{chain, holder_on};
pub use tally::{Rate, Tally};
pub use worklist::Worklist;
