//! Text → [`Dataset`](crate::model::Dataset), with the errors of all files collected in one run.
//!
//! ```text
//! disk ─► Snapshot ─► located YAML ─► raw records ─► resolve ─► Dataset
//! ```
//! Deals with formats, references and contradictions. Refuses: a clock (today is an argument), and any I/O outside
//! [`disk`].

mod address;
pub mod disk;
mod fields;
mod files;
mod format;
mod letters;
mod old_encoding;
mod pack;
mod raw;
mod read;
mod resolve;
pub mod schema;
mod snapshot;
mod text;
mod values;
mod yaml;
mod zone;

pub use crate::conclusion::split_front_matter;
pub use address::base_fault;
pub use files::is_content;
pub use format::FORMAT;
pub use letters::{lost_in_slug, slug, slug_within};
pub use old_encoding::{OldFont, is_syllable};
pub use pack::{PACKS, Pack, agency_named};
pub use raw::{MappedColumn, MappedName, Mapping, SeenRow, SettingPlaces, guess_places};
pub use read::{DraftFile, Loaded, Memo, load, load_again};
pub use snapshot::{Body, File, MAX_FILE_BYTES, MAX_FILES, Snapshot};
pub use text::clean;
pub use values::likely_date;
pub use yaml::{Entry, Node, Value, parse as parse_yaml};
