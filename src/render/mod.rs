//! From a report to pages: routes first, then each page on demand.
//!
//! Deals with addresses, views (what a template sees) and bytes of pages. Refuses: knowing a disk or a clock.

mod source;
pub mod view;

pub use source::{Fingerprint, PageSource, RenderFault};
