//! From what a page is given to its fingerprint: a compact encoding of the view, hashed.

use postcard::ser_flavors::Flavor;
use serde::Serialize;
use std::cell::{Cell, RefCell};

thread_local! {
    static MARKING: Cell<bool> = const { Cell::new(false) };
    /// Room for one encoding, kept from page to page.
    static ROOM: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
}

/// Whether this thread is encoding a view for its fingerprint: then a shared part stands for itself by its hash.
pub(super) fn is_marking() -> bool {
    MARKING.get()
}

/// Hash of `before` and of all that is in `view`. The encoding names no fields: `before` tells what kind of view it is.
pub(super) fn mark(before: &[&[u8]], view: &impl Serialize) -> [u8; 32] {
    // Taken, not borrowed: a shared part may be hashed while its page is.
    let mut text = ROOM.take();
    text.clear();
    for part in before {
        text.extend_from_slice(&part.len().to_le_bytes());
        text.extend_from_slice(part);
    }
    let outer = MARKING.replace(true);
    let text = postcard::serialize_with_flavor(view, Room(text));
    MARKING.set(outer);
    let text = text.expect("views are plain values");
    let hash = *blake3::hash(&text).as_bytes();
    ROOM.replace(text);
    hash
}

/// Where an encoding grows: postcard's own flavor for this adds texts byte by byte.
struct Room(Vec<u8>);

impl Flavor for Room {
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

/// Half of that hash, for a part of a view.
pub(super) fn short_mark(part: &impl Serialize) -> [u8; 16] {
    let whole = mark(&[], part);
    *whole.first_chunk().expect("a hash is longer than its half")
}
