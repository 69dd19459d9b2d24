//! What a build has done.

use std::path::PathBuf;

/// What a build has done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    /// Files that the site has.
    pub planned: usize,
    /// Files rendered, for their inputs had changed.
    pub rendered: usize,
    /// Files written: those rendered that differ from the last site's, by path, and why.
    pub written: Vec<(String, Why)>,
    /// Files that stayed as they were.
    pub unchanged: usize,
    /// Files removed, by path.
    pub deleted: Vec<String>,
    /// How the site went live.
    pub how: How,
    /// The day that the last site spoke of.
    pub before: Option<String>,
    /// What could not be removed of the last site; the next build tries again.
    pub leftover: Option<PathBuf>,
}

/// What became of a planned file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fate {
    /// Not even rendered.
    Kept,
    /// Rendered, and equal to the output's file, which stays.
    Same,
    /// Rendered and written.
    Written(Why),
}

/// Why a file is rendered again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// The output has not had it so far.
    New,
    /// The output has lost it, or it is not as long as it was.
    Damaged,
    /// Its inputs have changed.
    Inputs,
    /// Another version made the output.
    Version,
}

/// What a rollback has done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RolledBack {
    /// What has changed.
    pub outcome: Outcome,
    /// The day that the site speaks of now.
    pub as_of: String,
    /// How many older sites are still kept.
    pub left: usize,
}

/// How a site went live.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum How {
    /// Nothing had changed; nothing was touched.
    Untouched,
    /// In one step.
    Swapped,
    /// By two renames, for want of an exchange: for an instant there was no site.
    PutAside,
    /// File by file, as asked.
    InPlace,
    /// File by file, since this folder is a mount point or cannot be moved.
    InPlaceInstead(PathBuf),
}
