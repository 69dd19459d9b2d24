//! A located tree as a few bytes, and back: what of YAML need not be read twice.
//!
//! A tape holds places, not texts: it means something only beside the very text that it was made from. Whatever its
//! bytes, reading it gives a tree or nothing; whether it is the right tree is for [`super::kept`] to make sure.

use super::yaml::{Entry, MAX_DEPTH, Node, Value};
use crate::diag::{FileId, Place};
use std::borrow::Cow;

/// Of a scalar: it stands in the text as it is, or within quotes, or is spelt out in the tape (escapes, folded lines).
const WHOLE: u8 = 0;
const INNER: u8 = 1;
const SPELT: u8 = 2;
/// Added for a scalar in quotes or in a block.
const QUOTED: u8 = 4;
const NULL: u8 = 8;
const LIST: u8 = 9;
const MAP: u8 = 10;

/// Room made for so many at once: a tape's word for their number is not taken for more.
const MOST_AT_ONCE: usize = 64;

/// Writes a tree whose text is `text` and begins at byte `start` of its file. False: it has something that was
/// reported, and cannot be kept.
pub fn write(node: &Node<'_>, text: &str, start: usize, out: &mut Vec<u8>) -> bool {
    Writer { text, start, last: start, out }.node(node)
}

struct Writer<'a> {
    text: &'a str,
    start: usize,
    last: usize,
    out: &'a mut Vec<u8>,
}

impl Writer<'_> {
    fn node(&mut self, node: &Node<'_>) -> bool {
        match &node.value {
            Value::Broken => return false,
            Value::Null => self.head(NULL, node.at),
            Value::Scalar { text, quoted } => self.scalar(text, *quoted, node.at),
            Value::List(items) => {
                self.head(LIST, node.at);
                self.end(node, items.len());
                return items.iter().all(|item| self.node(item));
            }
            Value::Map(entries) => {
                self.head(MAP, node.at);
                self.end(node, entries.len());
                return entries.iter().all(|entry| {
                    self.scalar(&entry.key, false, entry.key_at);
                    self.node(&entry.node)
                });
            }
        }
        true
    }

    fn scalar(&mut self, value: &str, quoted: bool, at: Place) {
        let [from, to] = [at.start, at.end].map(|n| n as usize - self.start);
        let mark = if quoted { QUOTED } else { 0 };
        if self.text.get(from..to) == Some(value) {
            self.head(WHOLE | mark, at);
        } else if self.text.get(from + 1..to.saturating_sub(1)) == Some(value) {
            self.head(INNER | mark, at);
        } else {
            self.head(SPELT | mark, at);
            self.number(value.len());
            self.out.extend_from_slice(value.as_bytes());
        }
    }

    /// What it is and where; places mostly go forward in small steps.
    fn head(&mut self, kind: u8, at: Place) {
        self.out.push(kind);
        let (from, to) = (at.start as usize, at.end as usize);
        self.number(if from < self.last { (self.last - from) * 2 - 1 } else { (from - self.last) * 2 });
        self.number(to - from);
        self.last = from;
    }

    fn end(&mut self, node: &Node<'_>, count: usize) {
        self.number((node.end - node.at.start) as usize);
        self.number(count);
    }

    /// Seven bits a byte, the lowest first.
    fn number(&mut self, mut n: usize) {
        while n >= 0x80 {
            self.out.push(n as u8 | 0x80);
            n >>= 7;
        }
        self.out.push(n as u8);
    }
}

/// Reads a tape beside its text; nothing if it is none, or of another text.
pub fn read<'a>(tape: &[u8], text: &'a str, file: FileId, start: usize) -> Option<Node<'a>> {
    let mut reader = Reader { tape, text, file, start, last: start };
    let node = reader.node(0)?;
    reader.tape.is_empty().then_some(node)
}

struct Reader<'t, 'a> {
    tape: &'t [u8],
    text: &'a str,
    file: FileId,
    start: usize,
    last: usize,
}

impl<'a> Reader<'_, 'a> {
    fn node(&mut self, depth: usize) -> Option<Node<'a>> {
        let (kind, at) = self.head()?;
        let (end, value) = match kind {
            NULL => (at.end, Value::Null),
            LIST | MAP if depth >= MAX_DEPTH => return None,
            LIST => {
                let (end, count) = self.end(at)?;
                let mut items = Vec::with_capacity(count.min(MOST_AT_ONCE));
                for _ in 0..count {
                    items.push(self.node(depth + 1)?);
                }
                (end, Value::List(items))
            }
            MAP => {
                let (end, count) = self.end(at)?;
                let mut entries = Vec::with_capacity(count.min(MOST_AT_ONCE));
                for _ in 0..count {
                    let (kind, key_at) = self.head()?;
                    let key = self.scalar(kind, key_at)?;
                    entries.push(Entry { key, key_at, node: self.node(depth + 1)? });
                }
                (end, Value::Map(entries))
            }
            scalar => (at.end, Value::Scalar { text: self.scalar(scalar, at)?, quoted: scalar & QUOTED != 0 }),
        };
        Some(Node { at, end, value })
    }

    fn scalar(&mut self, kind: u8, at: Place) -> Option<Cow<'a, str>> {
        let from = (at.start as usize).checked_sub(self.start)?;
        let to = (at.end as usize).checked_sub(self.start)?;
        match kind & !QUOTED {
            WHOLE => self.text.get(from..to).map(Cow::Borrowed),
            INNER => self.text.get(from + 1..to.checked_sub(1)?).map(Cow::Borrowed),
            SPELT => {
                let length = self.number()?;
                let (value, rest) = self.tape.split_at_checked(length)?;
                self.tape = rest;
                Some(Cow::Owned(std::str::from_utf8(value).ok()?.to_owned()))
            }
            _ => None,
        }
    }

    fn head(&mut self) -> Option<(u8, Place)> {
        let (kind, rest) = self.tape.split_first()?;
        self.tape = rest;
        let step = self.number()?;
        let from =
            if step % 2 == 1 { self.last.checked_sub(step / 2 + 1)? } else { self.last.checked_add(step / 2)? };
        let to = from.checked_add(self.number()?)?;
        self.last = from;
        let at = Place { file: self.file, start: u32::try_from(from).ok()?, end: u32::try_from(to).ok()? };
        Some((*kind, at))
    }

    /// One past the last byte, and how many items follow: never more than there are bytes.
    fn end(&mut self, at: Place) -> Option<(u32, usize)> {
        let end = at.start.checked_add(u32::try_from(self.number()?).ok()?)?;
        let count = self.number()?;
        (count <= self.tape.len()).then_some((end, count))
    }

    fn number(&mut self) -> Option<usize> {
        let mut n = 0;
        for shift in (0..usize::BITS).step_by(7) {
            let (byte, rest) = self.tape.split_first()?;
            self.tape = rest;
            n |= usize::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                return Some(n);
            }
        }
        None
    }
}
