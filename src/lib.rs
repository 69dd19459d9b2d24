//! Tiendo turns YAML task data and Markdown conclusions of government meetings into a static progress site.
//!
//! ```text
//! disk ─► sources ─► raw ─► Dataset ─► Report(as_of) ─► Plan ─► pages ─► publish │ serve
//!  I/O    ─────────────── pure, deterministic, no clock ──────────────     I/O
//! ```
//! `docs/ARCHITECTURE.md` says where everything lives and what must stay absent.

pub mod bundle;
pub mod cli;
pub mod conclusion;
pub mod derive;
pub mod diag;
pub mod edit;
pub mod i18n;
pub mod load;
pub mod model;
pub mod open_data;
pub mod pages;
pub mod plan;
pub mod publish;
pub mod search;
pub mod serve;
pub mod site;
pub mod theme;
