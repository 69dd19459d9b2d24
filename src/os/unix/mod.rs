//! Linux, and what is like it. No operation of the publisher follows a link, in no part of its path.

mod access;
mod disk;
mod file;
mod folder;
mod nofollow;
mod rights;

pub use access::{free, may_write};
pub use disk::Disk;
pub use file::{can_colour, canonicalize, inode, is_held, links, open_content, read_more, set_public};
pub use folder::Folder;
pub use nofollow::is_link;
pub use rights::keep_rights;

/// Whether one folder can take the place of another while readers have its files open.
pub const SWAPS_FOLDERS: bool = true;

/// Whether files belong to users that have numbers.
pub const HAS_OWNERS: bool = true;

/// Whether names that differ only in case are one.
pub const IGNORES_CASE: bool = false;
