//! Files for machines, made from the same report as the pages.
//!
//! Deals with formats. Refuses: counting anything itself, knowing a disk or a clock.

mod sitemap;

use crate::render::{Fingerprint, PageSource, RenderFault};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// The files beside the pages.
pub struct Exports {
    files: BTreeMap<String, Vec<u8>>,
}

impl Exports {
    /// Makes them for pages at `paths` of a site at `base_url` (ends in `/`). Without an address there is no sitemap:
    /// its entries must be absolute.
    pub fn new<'p>(paths: impl Iterator<Item = &'p str>, base_url: Option<&str>) -> Self {
        let mut files = BTreeMap::new();
        if let Some(base) = base_url {
            files.extend(sitemap::files(paths, base));
        }
        files.insert("robots.txt".to_owned(), sitemap::robots(base_url).into_bytes());
        Self { files }
    }
}

impl PageSource for Exports {
    fn paths(&self) -> Vec<&str> {
        self.files.keys().map(String::as_str).collect()
    }

    fn fingerprint(&self, path: &str) -> Fingerprint {
        Fingerprint(*blake3::hash(&self.files[path]).as_bytes())
    }

    fn render(&self, path: &str) -> Result<Cow<'_, [u8]>, RenderFault> {
        Ok(Cow::Borrowed(&self.files[path]))
    }
}
