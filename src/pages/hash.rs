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
    let encoded = postcard::serialize_with_flavor(view, Growing(text)).expect("views are plain values");
    *blake3::hash(&encoded).as_bytes()
}

/// A value that many pages are given: made and hashed once.
pub(crate) struct Hashed {
    /// What templates get.
    pub value: Value,
    pub hash: [u8; 32],
}

impl Hashed {
    pub(crate) fn new(view: &impl Serialize) -> Self {
        Self { value: Value::from_serializable(view), hash: hash_of(&[], view) }
    }
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
