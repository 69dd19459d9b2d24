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
    for part in
        [include_bytes!("yaml/parse.rs").as_slice(), include_bytes!("yaml/repair.rs"), include_bytes!("tape.rs")]
    {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::Code;

    const FILE: FileId = FileId(3);
    const TEXT: &str =
        "a: &x [1, 'hai', \"b\\u1ED9\"]\nb: {c: *x, <<: {d: ~}}\ne: >\n  gập\n  lại\nf:\n  - g: '' # h\n";

    fn read(kept: &Kept, text: &str) -> (Option<String>, Vec<Code>, Option<Vec<u8>>) {
        let (mut reading, mut sink) = (Reading { kept: Some(kept), note: None }, Sink::default());
        let node = reading.yaml(text, FILE, 7, &mut sink).map(|node| format!("{node:?}"));
        (node, sink.codes(), kept.next(reading.note))
    }

    fn plainly(text: &str) -> Option<String> {
        yaml::parse(text, FILE, 7, &mut Sink::default()).map(|node| format!("{node:?}"))
    }

    #[test]
    fn what_is_kept_is_what_was_read() {
        let (first, _, bytes) = read(&Kept::default(), TEXT);
        let kept = Kept::open(bytes.expect("something new"));
        assert_eq!(kept.tapes.len(), 1);
        let (again, _, next) = read(&kept, TEXT);
        assert_eq!((&again, next), (&first, None), "and nothing is new");
        assert_eq!(again, plainly(TEXT));
        // A changed text is another text, and takes the place of the former one.
        let (other, _, next) = read(&kept, &TEXT.replace("hai", "ba"));
        assert_eq!(other, plainly(&TEXT.replace("hai", "ba")));
        assert_eq!(Kept::open(next.expect("something new")).tapes.len(), 1);
    }

    #[test]
    fn a_text_with_a_fault_is_not_kept() {
        for (text, code) in [
            ("a: b: c\n", Code::YamlSyntax),
            ("a: 1\na: 2\n", Code::DuplicateKey),
            ("a: việc #1\n", Code::LostText),
            ("a: #1\n", Code::EmptyText),
        ] {
            let (_, codes, bytes) = read(&Kept::default(), text);
            assert_eq!(codes, vec![code], "{text}");
            assert_eq!(bytes, None, "{text}");
        }
    }

    #[test]
    fn what_is_cut_changed_or_foreign_is_not_there() {
        let bytes = read(&Kept::default(), TEXT).2.expect("something new");
        for n in 0..bytes.len() {
            assert!(Kept::open(bytes[..n].to_vec()).tapes.is_empty(), "cut at {n}");
            let mut changed = bytes.clone();
            changed[n] ^= 1 << (n % 8);
            assert!(Kept::open(changed).tapes.is_empty(), "changed at {n}");
        }
        for foreign in [b"".as_slice(), b"{}", &[0; 200]] {
            assert!(Kept::open(foreign.to_vec()).tapes.is_empty());
        }
        // Whole, but written by another program.
        let mut other = bytes;
        other[HASH] ^= 1;
        let seal = blake3::hash(&other[HASH..]);
        other[..HASH].copy_from_slice(seal.as_bytes());
        assert!(Kept::open(other).tapes.is_empty());
    }

    /// Even under a good seal and the name of a text, a tape that is none of its own is passed over or gives some tree;
    /// it never reaches out of the text.
    #[test]
    fn no_tape_breaks_its_reader() {
        let node = yaml::parse(TEXT, FILE, 7, &mut Sink::default()).expect("YAML");
        let mut tape = Vec::new();
        assert!(tape::write(&node, TEXT, 7, &mut tape));
        for text in [TEXT, "", "đ", &TEXT[..40]] {
            for n in 0..tape.len() {
                let _ = tape::read(&tape[..n], text, FILE, 7);
                for byte in 0..=u8::MAX {
                    let mut changed = tape.clone();
                    changed[n] = byte;
                    let _ = tape::read(&changed, text, FILE, 7);
                }
            }
        }
        let deep = [9, 0, 0, 0, 1].repeat(100_000);
        assert_eq!(tape::read(&deep, "", FILE, 0), None);
    }
}
