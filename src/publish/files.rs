//! The files that a manifest lists: a sorted table, since it is read whole, asked a thousand times and never grows.

use crate::bundle::Fingerprint;
use blake3::Hash;
use serde::{Deserialize, Deserializer};
use std::collections::BTreeMap;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub struct Entry {
    /// BLAKE3 of its bytes; none while an in-place build is replacing it, in the file an empty text.
    #[serde(deserialize_with = "hash_or_none")]
    pub hash: Option<Hash>,
    /// Bytes.
    pub size: u64,
    /// Fingerprint of its inputs; none while an in-place build is replacing it.
    #[serde(deserialize_with = "hash_or_none")]
    pub input: Option<Hash>,
}

impl Entry {
    pub(super) fn of(bytes: &[u8], input: Fingerprint) -> Self {
        Self { hash: Some(blake3::hash(bytes)), size: bytes.len() as u64, input: Some(Hash::from_bytes(input.0)) }
    }

    /// The entry of a file that is about to be replaced: ours, but of no known content.
    pub(super) fn in_flux() -> Self {
        Self { hash: None, size: 0, input: None }
    }

    pub(super) fn is_of(&self, input: Fingerprint) -> bool {
        self.input.is_some_and(|known| *known.as_bytes() == input.0)
    }
}

/// A hash as the file writes it; what is none makes the file one of no known content.
fn hash_or_none<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Hash>, D::Error> {
    Ok(Hash::from_hex(String::deserialize(from)?).ok())
}

/// Files by path, in byte order.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(from = "BTreeMap<Box<str>, Entry>")]
pub struct Files(Vec<(Box<str>, Entry)>);

impl Files {
    pub fn len(&self) -> usize {
        self.0.len()
    }

    pub fn position(&self, path: &str) -> Option<usize> {
        self.0.binary_search_by(|(known, _)| (**known).cmp(path)).ok()
    }

    pub fn get(&self, path: &str) -> Option<&Entry> {
        self.position(path).map(|n| self.at(n))
    }

    pub fn at(&self, n: usize) -> &Entry {
        &self.0[n].1
    }

    pub fn iter(&self) -> impl Iterator<Item = (&str, &Entry)> {
        self.0.iter().map(|(path, entry)| (&**path, entry))
    }

    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|(path, _)| &**path)
    }

    pub fn as_slice(&self) -> &[(Box<str>, Entry)] {
        &self.0
    }
}

impl FromIterator<(Box<str>, Entry)> for Files {
    /// Of a path that comes twice, the last.
    fn from_iter<I: IntoIterator<Item = (Box<str>, Entry)>>(files: I) -> Self {
        files.into_iter().collect::<BTreeMap<_, _>>().into()
    }
}

impl From<BTreeMap<Box<str>, Entry>> for Files {
    fn from(files: BTreeMap<Box<str>, Entry>) -> Self {
        Self(files.into_iter().collect())
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
