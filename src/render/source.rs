//! What a publisher or a preview server sees of a site: paths, fingerprints, bytes on demand.

use crate::diag::Diagnostic;
use std::borrow::Cow;

/// Hash of all that a page's bytes depend on; equal fingerprints mean equal bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Fingerprint(pub [u8; 32]);

/// A page could not be rendered: a fault of the theme, since content was checked before.
#[derive(Debug, Clone)]
pub struct RenderFault {
    /// Path of the page.
    pub path: String,
    /// The fault, placed in the template.
    pub diagnostic: Box<Diagnostic>,
}

/// A planned site: every path exists before anything is rendered.
pub trait PageSource: Sync {
    /// All paths of files, relative, `/` between parts, in byte order; no duplicates, no `..`, no leading `/`.
    fn paths(&self) -> Vec<&str>;

    /// The fingerprint of a planned path's inputs; cheap beside rendering it.
    ///
    /// # Panics
    /// If `path` is not planned.
    fn fingerprint(&self, path: &str) -> Fingerprint;

    /// The bytes of a planned path.
    ///
    /// # Panics
    /// If `path` is not planned.
    fn render(&self, path: &str) -> Result<Cow<'_, [u8]>, RenderFault>;
}
