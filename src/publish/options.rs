//! What a build is asked to do, and who looks on.

use std::path::PathBuf;
use std::time::Duration;

#[derive(Debug, Clone)]
pub struct Options {
    pub output: PathBuf,
    /// Folders that are never published into, nor any folder that holds them: home, the site.
    pub protected: Vec<PathBuf>,
    /// Folders that the output must not lie in: what the site is made from.
    pub sources: Vec<PathBuf>,
    pub mode: Mode,
    pub unknown: Unknown,
    pub durability: Durability,
    pub links: Links,
    /// How many former sites are kept to be brought back; none: those that are kept stay, and no other is added.
    pub keep: Option<usize>,
    /// How long to wait for another build.
    pub wait: Duration,
    /// What another build is told that meets our lock; begins with `pid `.
    pub holder: String,
    /// Name and version of the program; pages made by another one are rendered anew.
    pub generator: String,
    /// The day that the site speaks of, `2024-02-29`.
    pub as_of: String,
    /// Hash of all inputs, for [`super::Standing`].
    pub key: Option<String>,
}

/// How the site goes live.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// The whole folder at once.
    Swap,
    /// File by file: the folder keeps its inode.
    InPlace,
}

/// What to do with a folder that has files and no manifest.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unknown {
    Refuse,
    /// Publish into it; what is there stays, and nothing of it is overwritten (but see `adopt` for a folder that was
    /// ours).
    Adopt,
}

/// Whether to wait for the disk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Durability {
    /// The site is on the disk before it goes live: a power cut leaves a whole one.
    Synced,
    Unsynced,
}

/// Whether a link that leads nowhere stops the build.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Links {
    /// Every page that is rendered links to files that the next site has.
    Verified,
    Unverified,
}

/// Who looks on while pages are made, and may ask to stop. Called from many threads.
pub trait Watch: Sync {
    /// Rendering begins; this many files at most.
    fn begin(&self, _files: usize) {}
    fn step(&self) {}
    fn end(&self) {}
    /// Whether to stop; asked between files.
    fn stopped(&self) -> bool {
        false
    }
}
