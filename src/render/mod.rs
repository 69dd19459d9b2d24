//! From a report to pages: routes first, then each page on demand.
//!
//! Deals with addresses, views (what a template sees) and bytes of pages. Refuses: knowing a disk or a clock.

mod build;
pub mod dictionary;
mod fingerprint;
mod page;
mod plan;
mod prune;
pub mod route;
mod shared;
mod source;
pub mod view;
pub mod words;

pub use plan::{DeadLink, Plan, PlanOptions};
pub use shared::{Part, Shared};
pub use source::{Fingerprint, Joined, PageSource, RenderFault};
