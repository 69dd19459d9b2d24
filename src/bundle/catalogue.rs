//! The files that a site has. A link is made only to what is in here.

use std::collections::HashSet;

/// Paths of all files of a site.
#[derive(Debug, Default)]
pub(crate) struct Catalogue(HashSet<String>);

impl Catalogue {
    /// Whether the site has a file at `path`.
    pub(crate) fn has(&self, path: &str) -> bool {
        self.0.contains(path)
    }
}

impl<'p> FromIterator<&'p str> for Catalogue {
    fn from_iter<I: IntoIterator<Item = &'p str>>(paths: I) -> Self {
        Self(paths.into_iter().map(str::to_owned).collect())
    }
}
