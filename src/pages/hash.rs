//! Hashes of views: a compact encoding of all their fields, hashed.

use crate::theme::Value;
use postcard::ser_flavors::Flavor;
use serde::Serialize;

/// Hash of `before` and of all that is in `view`. The encoding names no fields: `before` tells what kind of view it is.
pub(super) fn hash_of(before: &[&[u8]], view: &impl Serialize) -> [u8; 32] {
    let mut text = Vec::with_capacity(4 << 10);
    for part in before {
        text.extend_from_slice(&part.len().to_le_bytes());
        text.extend_from_slice(part);
    }
    *blake3::hash(&encode(view, text)).as_bytes()
}

/// A value that many pages are given: made and hashed once.
pub(crate) struct Hashed {
    /// What templates get.
    pub value: Value,
    /// Hash of all that is in it.
    pub hash: [u8; 32],
}

impl Hashed {
    /// Makes the value and its hash.
    pub(crate) fn new(view: &impl Serialize) -> Self {
        Self { value: Value::from_serializable(view), hash: hash_of(&[], view) }
    }
}

fn encode(view: &impl Serialize, before: Vec<u8>) -> Vec<u8> {
    postcard::serialize_with_flavor(view, Growing(before)).expect("views are plain values")
}

/// Where an encoding grows: postcard's own flavor for this adds texts byte by byte.
struct Growing(Vec<u8>);

impl Flavor for Growing {
    type Output = Vec<u8>;

    fn try_push(&mut self, byte: u8) -> postcard::Result<()> {
        self.0.push(byte);
        Ok(())
    }

    fn try_extend(&mut self, bytes: &[u8]) -> postcard::Result<()> {
        self.0.extend_from_slice(bytes);
        Ok(())
    }

    fn finalize(self) -> postcard::Result<Vec<u8>> {
        Ok(self.0)
    }
}
