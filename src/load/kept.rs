//! Trees of YAML texts that an earlier run has read, so that this one need not read them again.
//!
//! A cache and nothing more. A text is found by its hash, the whole is sealed by another, and both count for one form of
//! the reader only: what is cut, changed, foreign or of another program is as if it were not there. A text with a fault
//! of its YAML is not kept, and what is kept goes through all the readers again, so that every fault is found anew.

use super::tape;
use super::yaml::{self, Node};
use crate::diag::{FileId, Sink};
use blake3::Hash;
use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

/// The seal, then the form, both this long; then entries: hash of a text, length of its tape, tape.
const HASH: usize = blake3::OUT_LEN;
const LENGTH: usize = 4;

/// What was kept.
#[derive(Debug, Default)]
pub struct Kept {
    bytes: Vec<u8>,
    tapes: HashMap<Hash, Range<usize>>,
}

/// The program that can read what is kept: another version, or another reader of YAML, starts afresh.
fn form() -> Hash {
    let mut hasher = blake3::Hasher::new();
    hasher.update(env!("CARGO_PKG_VERSION").as_bytes());
    for part in [include_bytes!("yaml.rs").as_slice(), include_bytes!("repair.rs"), include_bytes!("tape.rs")] {
        hasher.update(&blake3::hash(part).as_bytes()[..]);
    }
    hasher.finalize()
}

impl Kept {
    /// Opens what an earlier run has kept; nothing is in it unless all of it is as it was written, by this program.
    pub fn open(bytes: Vec<u8>) -> Self {
        let tapes = entries(&bytes).unwrap_or_default();
        Self { bytes, tapes }
    }

    fn find(&self, name: &Hash) -> Option<&[u8]> {
        self.bytes.get(self.tapes.get(name)?.clone())
    }

    /// What is to be kept after a run with these notes; nothing if that is kept already.
    pub(super) fn next<'a>(&self, notes: impl IntoIterator<Item = Note<'a>>) -> Option<Vec<u8>> {
        let mut new = false;
        let mut tapes: BTreeMap<[u8; HASH], Cow<'a, [u8]>> = BTreeMap::new();
        for Note { name, tape } in notes {
            new |= matches!(tape, Cow::Owned(_));
            tapes.insert(*name.as_bytes(), tape);
        }
        (new || tapes.len() != self.tapes.len()).then(|| sealed(&tapes))
    }
}

fn entries(bytes: &[u8]) -> Option<HashMap<Hash, Range<usize>>> {
    let (seal, rest) = bytes.split_at_checked(HASH)?;
    if blake3::hash(rest).as_bytes() != seal || !rest.starts_with(form().as_bytes()) {
        return None;
    }
    let mut tapes = HashMap::new();
    let mut at = 2 * HASH;
    while at < bytes.len() {
        let name = Hash::from_slice(bytes.get(at..at + HASH)?).ok()?;
        at += HASH;
        let length = u32::from_le_bytes(bytes.get(at..at + LENGTH)?.try_into().ok()?);
        at += LENGTH;
        let end = at.checked_add(length as usize).filter(|end| *end <= bytes.len())?;
        tapes.insert(name, at..end);
        at = end;
    }
    Some(tapes)
}

fn sealed(tapes: &BTreeMap<[u8; HASH], Cow<'_, [u8]>>) -> Vec<u8> {
    let mut out = vec![0; HASH];
    out.extend_from_slice(form().as_bytes());
    for (name, tape) in tapes {
        let Ok(length) = u32::try_from(tape.len()) else { continue };
        out.extend_from_slice(name);
        out.extend_from_slice(&length.to_le_bytes());
        out.extend_from_slice(tape);
    }
    let seal = blake3::hash(&out[HASH..]);
    out[..HASH].copy_from_slice(seal.as_bytes());
    out
}

/// A text that was read without a fault.
pub(super) struct Note<'k> {
    name: Hash,
    /// Borrowed if it was kept already.
    tape: Cow<'k, [u8]>,
}

/// How one file is read: with what is kept, or as if there were no such thing.
pub(super) struct Reading<'k> {
    pub kept: Option<&'k Kept>,
    pub note: Option<Note<'k>>,
}

impl Reading<'_> {
    /// As [`yaml::parse`].
    pub fn yaml<'a>(&mut self, text: &'a str, file: FileId, start: usize, sink: &mut Sink) -> Option<Node<'a>> {
        let Some(kept) = self.kept else { return yaml::parse(text, file, start, sink) };
        let name = blake3::hash(text.as_bytes());
        if let Some(tape) = kept.find(&name)
            && let Some(node) = tape::read(tape, text, file, start)
        {
            self.note = Some(Note { name, tape: Cow::Borrowed(tape) });
            return Some(node);
        }
        let before = sink.len();
        let node = yaml::parse(text, file, start, sink)?;
        let mut tape = Vec::new();
        if sink.len() == before && tape::write(&node, text, start, &mut tape) {
            self.note = Some(Note { name, tape: Cow::Owned(tape) });
        }
        Some(node)
    }
}
