//! From planned files to the public web root, which holds the last site or the next one and never a mixture.
//!
//! ```text
//! plan ─► compare with the manifest ─► render what changed into a stage ─► verify ─► swap ─► retire the last site
//! ```
//! Deals with the output folder and what stands beside it, through [`fs`] alone. Refuses: knowing what a page is about,
//! the clock (but to wait for a lock), writing anything that differs between two runs on the same inputs.

mod adopt;
mod compare;
mod error;
mod files;
mod fs;
mod generations;
mod ground;
mod in_place;
mod job;
pub(crate) mod links;
mod lock;
mod manifest;
mod marks;
mod options;
mod outcome;
mod produce;
mod published;
mod recover;
mod retire;
mod run;
mod stage;
mod standing;
mod survey;
mod swap;
mod target;
mod verify;

#[cfg(test)]
mod tests;

pub use crate::bundle::{Coding, Compressed};
pub use error::{ErrorKind, PublishError, Refusal};
pub use ground::Ground;
pub use marks::{Leftover, Stays};
pub use options::{Durability, Links, Mode, Options, Unknown, Watch};
pub use outcome::{Adopted, How, Outcome, RolledBack, Why};
pub use produce::rehearse;
pub use published::Published;
pub use run::dry_run;
pub use standing::Standing;
pub use verify::{Verification, verify};

use crate::bundle::Source;
use crate::os::Disk;

/// Publishes a site. What was read of the output before is believed where its manifest still is the same to the byte.
///
/// # Errors
/// Whatever the machine refuses, a folder that is no place for a site, another build, errors of the theme. After each
/// of them the last site stands whole (but see `in_place` for a machine that fails while files are being replaced).
pub fn publish(
    source: &dyn Source,
    options: &Options,
    standing: Option<Standing>,
    watch: &dyn Watch,
) -> Result<Outcome, PublishError> {
    run::publish(&Disk, source, options, standing, watch)
}

/// Brings the newest kept site back.
///
/// # Errors
/// As [`publish`]; besides, that nothing is kept, or that what is kept is not whole.
pub fn rollback(options: &Options, watch: &dyn Watch) -> Result<RolledBack, PublishError> {
    run::rollback(&Disk, options, watch)
}
