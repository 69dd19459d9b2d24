//! By name or as one of a group.

use crate::model::GroupIx;

/// How a task came to its holder.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Given {
    /// The document names the holder.
    ByName,
    /// The document names this group.
    AsMemberOf(GroupIx),
}
