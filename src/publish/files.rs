//! The files that a manifest lists: a sorted table, since it is read whole, asked a thousand times and never grows.

use crate::bundle::Fingerprint;
use blake3::Hash;
use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer};
use std::fmt;

/// One file.
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
    /// The entry of `bytes` made from `input`.
    pub(super) fn of(bytes: &[u8], input: Fingerprint) -> Self {
        Self { hash: Some(blake3::hash(bytes)), size: bytes.len() as u64, input: Some(Hash::from_bytes(input.0)) }
    }

    /// The entry of a file that is about to be replaced: ours, but of no known content.
    pub(super) fn in_flux() -> Self {
        Self { hash: None, size: 0, input: None }
    }

    /// Whether it was made from `input`.
    pub(super) fn is_of(&self, input: Fingerprint) -> bool {
        self.input.is_some_and(|known| *known.as_bytes() == input.0)
    }
}

/// A hash as the file writes it; what is none makes the file one of no known content.
fn hash_or_none<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Hash>, D::Error> {
    struct Hex;
    impl Visitor<'_> for Hex {
        type Value = Option<Hash>;
        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("a hash in hex")
        }
        fn visit_str<E>(self, text: &str) -> Result<Self::Value, E> {
            Ok(of_hex(text.as_bytes()))
        }
    }
    from.deserialize_str(Hex)
}

/// What each byte of a hexadecimal number stands for; 16 for any other byte.
const DIGITS: [u8; 256] = {
    let mut digits = [16; 256];
    let mut n = 0;
    while n < 16 {
        digits[b"0123456789abcdef"[n as usize] as usize] = n;
        n += 1;
    }
    digits
};

/// [`Hash::from_hex`] without asking of each letter what it is: ten thousand pages have some forty thousand hashes.
fn of_hex(text: &[u8]) -> Option<Hash> {
    let digits: &[u8; 64] = text.try_into().ok()?;
    let digits = digits.map(|digit| DIGITS[digit as usize]);
    let all = digits.iter().fold(0, |all, digit| all | digit) < 16;
    all.then(|| Hash::from_bytes(std::array::from_fn(|n| digits[2 * n] << 4 | digits[2 * n + 1])))
}

/// Files by path, in byte order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Files(Vec<(Box<str>, Entry)>);

impl Files {
    /// How many.
    pub fn len(&self) -> usize {
        self.0.len()
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
    fn a_hash_is_read_as_it_was_written() {
        for n in 0..=255u8 {
            let hash = Hash::from_bytes(std::array::from_fn(|at| n.wrapping_mul(31).wrapping_add(at as u8)));
            assert_eq!(of_hex(hash.to_hex().as_bytes()), Some(hash));
            let other: Vec<u8> = std::iter::once(n).chain(hash.to_hex().bytes().skip(1)).collect();
            assert_eq!(of_hex(&other).is_some(), matches!(n, b'0'..=b'9' | b'a'..=b'f'), "{n}");
        }
        assert_eq!((of_hex(b""), of_hex(&[b'0'; 63]), of_hex(&[b'0'; 65])), (None, None, None));
    }

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
