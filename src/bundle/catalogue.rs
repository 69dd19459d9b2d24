//! The files that a site has. A link is made only to what is in here.

use std::collections::HashSet;

#[derive(Debug, Default)]
pub(crate) struct Catalogue(HashSet<String>);

impl Catalogue {
    pub(crate) fn has(&self, path: &str) -> bool {
        self.0.contains(path)
    }
}

impl<'p> FromIterator<&'p str> for Catalogue {
    fn from_iter<I: IntoIterator<Item = &'p str>>(paths: I) -> Self {
        Self(paths.into_iter().map(str::to_owned).collect())
    }
}
