//! From a report to pages: routes first, then each page on demand.
//!
//! Deals with addresses, views (what a template sees) and bytes of pages. Refuses: knowing a disk or a clock.

pub(crate) mod build;
mod fingerprint;
mod page;
mod plan;
mod shared;
pub mod view;
pub mod words;

pub use plan::{DeadLink, Plan, PlanOptions};
pub use shared::{Part, Shared};
