//! What a publisher or a preview server sees of a site: paths, fingerprints, bytes on demand.

use crate::diag::Diagnostic;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::io;

/// Hash of all that a page's bytes depend on; equal fingerprints mean equal bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Fingerprint(pub [u8; 32]);

impl Fingerprint {
    /// Of a file that depends on nothing but its bytes.
    pub fn of(bytes: &[u8]) -> Self {
        Self(*blake3::hash(bytes).as_bytes())
    }
}

/// A file could not be made.
#[derive(Debug)]
pub struct MakeError {
    /// Path of the page, or of the file on the disk that could not be read.
    pub path: String,
    /// Why.
    pub kind: MakeErrorKind,
}

/// Why a file could not be made. Content is checked before anything is rendered, and is no reason.
#[derive(Debug)]
pub enum MakeErrorKind {
    /// The theme: placed in the template.
    Theme(Box<Diagnostic>),
    /// The machine: the file is kept on a disk, which refused it.
    Read(io::Error),
}

impl MakeError {
    /// An error of the theme, met while rendering `path`.
    pub fn theme(path: &str, diagnostic: Diagnostic) -> Self {
        Self { path: path.to_owned(), kind: MakeErrorKind::Theme(Box::new(diagnostic)) }
    }
}

/// A planned site: every path exists before anything is rendered. Asked for a path that is not planned, it panics.
pub trait Source: Sync {
    /// All paths of files, relative, `/` between parts, in byte order; no duplicates, no `..`, no leading `/`.
    fn paths(&self) -> Vec<&str>;

    /// The fingerprint of a planned path's inputs; cheap beside rendering it.
    fn fingerprint(&self, path: &str) -> Fingerprint;

    /// The bytes of a planned path.
    ///
    /// # Errors
    /// The theme is at fault, or a disk.
    fn bytes(&self, path: &str) -> Result<Cow<'_, [u8]>, MakeError>;

    /// Both at once, for a source that would otherwise gather the inputs twice.
    fn bytes_and_fingerprint(&self, path: &str) -> Result<(Cow<'_, [u8]>, Fingerprint), MakeError> {
        Ok((self.bytes(path)?, self.fingerprint(path)))
    }

    /// The template that a planned path is made with, or the text whose twin it is; none for files that no template makes.
    fn template(&self, _path: &str) -> Option<&'static str> {
        None
    }
}

/// Several sources as one; the first that plans a path has it.
pub struct Bundle {
    sources: Vec<Box<dyn Source + Send + Sync>>,
    owner: BTreeMap<String, usize>,
}

impl Bundle {
    /// Joins `sources`.
    pub fn new(sources: Vec<Box<dyn Source + Send + Sync>>) -> Self {
        let mut owner = BTreeMap::new();
        for (n, source) in sources.iter().enumerate() {
            for path in source.paths() {
                owner.entry(path.to_owned()).or_insert(n);
            }
        }
        Self { sources, owner }
    }

    fn of(&self, path: &str) -> &dyn Source {
        let n = self.owner.get(path).unwrap_or_else(|| panic!("{path} is not planned"));
        &*self.sources[*n]
    }
}

impl Source for Bundle {
    fn paths(&self) -> Vec<&str> {
        self.owner.keys().map(String::as_str).collect()
    }

    fn fingerprint(&self, path: &str) -> Fingerprint {
        self.of(path).fingerprint(path)
    }

    fn bytes(&self, path: &str) -> Result<Cow<'_, [u8]>, MakeError> {
        self.of(path).bytes(path)
    }

    fn bytes_and_fingerprint(&self, path: &str) -> Result<(Cow<'_, [u8]>, Fingerprint), MakeError> {
        self.of(path).bytes_and_fingerprint(path)
    }

    fn template(&self, path: &str) -> Option<&'static str> {
        self.of(path).template(path)
    }
}
