//! What differs between the plan and the output, by fingerprints alone: nothing is rendered here.

use super::error::{At, PublishError};
use super::fs::{Fs, Kind, lstat_if_there};
use super::manifest::{Manifest, hex};
use crate::render::PageSource;
use rayon::prelude::*;
use std::path::Path;

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

/// The plan beside the output's manifest.
pub(super) struct Comparison<'s> {
    /// All planned paths, in byte order.
    pub planned: Vec<&'s str>,
    /// Per planned path: why it is rendered; none: the output's file stands.
    pub why: Vec<Option<Why>>,
    /// Paths that the manifest lists and the plan does not.
    pub dropped: Vec<String>,
}

impl<'s> Comparison<'s> {
    /// Compares the plan with the output at `root`, which `old` describes.
    pub fn new(
        fs: &dyn Fs,
        source: &'s dyn PageSource,
        root: &Path,
        old: Option<&Manifest>,
        generator: &str,
    ) -> Result<Self, PublishError> {
        let planned = source.paths();
        let Some(old) = old else {
            let why = vec![Some(Why::New); planned.len()];
            return Ok(Self { planned, why, dropped: Vec::new() });
        };
        let judge = |path: &&str| {
            let Some(entry) = old.files.get(*path) else { return Ok(Some(Why::New)) };
            let full = root.join(path);
            let there = lstat_if_there(fs, &full).at(&full)?;
            let whole = there.is_some_and(|stat| stat.kind == Kind::File && stat.size == entry.size);
            Ok(if !whole || entry.input.is_empty() {
                Some(Why::Damaged)
            } else if old.generator != generator {
                Some(Why::Version)
            } else {
                (entry.input != hex(source.fingerprint(path))).then_some(Why::Inputs)
            })
        };
        let why = planned.par_iter().map(judge).collect::<Result<_, PublishError>>()?;
        let dropped = old.files.keys().filter(|path| planned.binary_search(&path.as_str()).is_err());
        let dropped = dropped.cloned().collect();
        Ok(Self { planned, why, dropped })
    }

    /// Whether the output is what the plan wants.
    pub fn is_clean(&self) -> bool {
        self.dropped.is_empty() && self.why.iter().all(Option::is_none)
    }
}
