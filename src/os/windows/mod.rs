//! Windows. What leads elsewhere (symbolic links, junctions, volumes mounted at a folder) is refused as a link is
//! elsewhere; there are no owners and modes here, and no step in which two folders change places.

mod access;
mod disk;
mod file;
mod folder;
mod nofollow;

pub use access::{free, may_write};
pub use disk::Disk;
pub use file::{can_colour, canonicalize, inode, is_held, keep_rights, links, open_content, read_more, set_public};
pub use folder::Folder;
pub use nofollow::is_link;

/// Whether one folder can take the place of another while readers have its files open.
pub const SWAPS_FOLDERS: bool = false;

/// Whether files belong to users that have numbers.
pub const HAS_OWNERS: bool = false;

/// Whether names that differ only in case are one.
pub const IGNORES_CASE: bool = true;
