//! All that differs between systems, in one place: no other file names one.
//!
//! `unix` has what this program needs of Linux and its kin, `windows` the same of Windows; both give the same names.

mod fs;
#[cfg(unix)]
mod unix;
#[cfg(windows)]
mod windows;

#[cfg(unix)]
use unix as system;
#[cfg(windows)]
use windows as system;

pub use fs::{DIR_MODE, Fs, Inode, Kind, Listing, PRIVATE_MODE, Stat};
pub use system::{
    Disk, Folder, HAS_OWNERS, IGNORES_CASE, SWAPS_FOLDERS, can_colour, canonicalize, free, inode, is_held, is_link,
    keep_rights, links, may_write, open_content, read_more, set_public,
};

/// Name of the file whose holder has locked a folder, where folders themselves cannot be locked.
pub const LOCK: &str = ".tiendo-lock";
