//! The files that a manifest lists: a sorted table, since it is read whole, asked a thousand times and never grows.

use super::manifest::Entry;
use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer};
use std::fmt;

/// Files by path, in byte order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Files(Vec<(Box<str>, Entry)>);

impl Files {
    /// How many.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The place of a path among all.
    pub fn position(&self, path: &str) -> Option<usize> {
        self.0.binary_search_by(|(known, _)| (**known).cmp(path)).ok()
    }

    /// The file at a path.
    pub fn get(&self, path: &str) -> Option<&Entry> {
        self.position(path).map(|n| self.at(n))
    }

    /// The file of this place.
    pub fn at(&self, n: usize) -> &Entry {
        &self.0[n].1
    }

    /// Paths and files.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Entry)> {
        self.0.iter().map(|(path, entry)| (&**path, entry))
    }

    /// All paths.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|(path, _)| &**path)
    }

    /// All of them, to be shared out among threads.
    pub fn as_slice(&self) -> &[(Box<str>, Entry)] {
        &self.0
    }
}

impl FromIterator<(Box<str>, Entry)> for Files {
    /// Of a path that comes twice, the last.
    fn from_iter<I: IntoIterator<Item = (Box<str>, Entry)>>(files: I) -> Self {
        let mut files: Vec<_> = files.into_iter().collect();
        if !files.is_sorted_by(|a, b| a.0 < b.0) {
            files.reverse();
            files.sort_by(|a, b| a.0.cmp(&b.0));
            files.dedup_by(|later, first| later.0 == first.0);
        }
        Self(files)
    }
}

impl<'de> Deserialize<'de> for Files {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Map;
        impl<'de> Visitor<'de> for Map {
            type Value = Files;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("files by path")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Files, A::Error> {
                let mut files = Vec::new();
                while let Some(file) = map.next_entry()? {
                    files.push(file);
                }
                Ok(files.into_iter().collect())
            }
        }
        from.deserialize_map(Map)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_order_becomes_byte_order_and_the_last_of_two_counts() {
        let entry = |size| Entry { size, ..Entry::in_flux() };
        let of = |paths: &[(&str, u64)]| paths.iter().map(|(path, n)| (Box::from(*path), entry(*n))).collect::<Files>();
        let files = of(&[("b", 1), ("a/b", 2), ("b", 3), ("a", 4)]);
        assert_eq!(files, of(&[("a", 4), ("a/b", 2), ("b", 3)]));
        assert_eq!(files.paths().collect::<Vec<_>>(), ["a", "a/b", "b"]);
        assert_eq!((files.get("b"), files.position("c")), (Some(&entry(3)), None));
    }
}
