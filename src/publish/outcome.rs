//! What a build has done.

use super::marks::Leftover;
use std::path::PathBuf;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    pub planned: usize,
    /// Files rendered: their inputs had changed, or the day is another and nobody asked.
    pub rendered: usize,
    /// Files written: those rendered that differ from the last site's, by path, and why.
    pub written: Vec<(String, Why)>,
    pub unchanged: usize,
    pub deleted: Vec<String>,
    pub how: How,
    /// The day that the last site spoke of.
    pub before: Option<String>,
    /// What was taken over of an output without a manifest.
    pub adopted: Option<Adopted>,
    /// What could not be removed beside the output.
    pub leftover: Vec<Leftover>,
}

/// What was taken over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Adopted {
    /// How many files are as they would be published.
    pub equal: usize,
    /// Files that gave way to a page.
    pub replaced: Vec<String>,
    /// Where they are kept.
    pub kept_in: Option<PathBuf>,
    /// Files that are not planned, and stay.
    pub rest: Vec<PathBuf>,
}

/// What became of a planned file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fate {
    /// Not even rendered.
    Kept,
    /// Rendered, and equal to the output's file, which stays.
    Same,
    Written(Why),
}

/// Why a file is rendered again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// The output has not had it so far.
    New,
    /// The output has lost it, or it is not as long as it was.
    Damaged,
    /// Its inputs have changed, the day among them.
    Inputs,
    /// Another version made the output.
    Version,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RolledBack {
    pub outcome: Outcome,
    /// The day that the site speaks of now.
    pub as_of: String,
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
