//! Tiendo turns YAML task data and Markdown conclusions of government meetings into a static progress site.
//!
//! ```text
//! disk ─► Snapshot ─► Dataset ─► Report(as_of) ─► Plan ─► Bundle ─► publish │ serve
//!  I/O    ──────────────── pure, deterministic, no clock ────────────────     I/O
//! ```
//!
//! One call opens a site. It tells all that is wrong with the content, every status and every count at a date, and every
//! file of the site, each made on demand:
//!
//! ```
//! use tiendo::bundle::Source;
//! use tiendo::load::Snapshot;
//! use tiendo::site::{Options, Site};
//!
//! let files = [
//!     ("content/site.yaml", "title: Progress"),
//!     ("content/agencies/a.yaml", "agencies: [{id: office, name: Office, kind: other}]"),
//! ];
//! let site = Site::open(&Snapshot::of_texts(files), &Options::new("2026-11-27T03:00:00Z".parse().unwrap()));
//! assert!(site.diagnostics.is_empty());
//!
//! let report = site.report.expect("nothing is wrong with it");
//! assert_eq!(report.tally().total(), 0);
//!
//! let bundle = site.bundle.expect("nothing is wrong with it");
//! let page = bundle.bytes("co-quan/office/index.html").unwrap();
//! assert!(String::from_utf8_lossy(&page).contains("<h1>Office</h1>"));
//! ```
//!
//! [`load::disk`] takes a [`Snapshot`](load::Snapshot) of a folder. [`cli`] is the program. `docs/ARCHITECTURE.md` says
//! where everything lives and what must stay absent.

pub mod bundle;
pub mod cli;
pub mod derive;
pub mod diag;
pub mod i18n;
pub mod load;
pub mod model;
pub mod site;

// Open to the tests and the fuzzing of this repository; no part of the interface.
#[doc(hidden)]
pub mod conclusion;
#[doc(hidden)]
pub mod edit;
#[doc(hidden)]
pub mod import;
#[doc(hidden)]
pub mod open_data;
#[doc(hidden)]
pub mod theme;

mod archive;
mod os;
mod pages;
mod plan;
mod publish;
mod search;
mod serve;
