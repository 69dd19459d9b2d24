//! The tree that a YAML text becomes.

use crate::diag::Place;
use std::borrow::Cow;

/// A value with its place.
#[derive(Debug, Clone, PartialEq)]
pub struct Node<'a> {
    /// Where it begins and ends; of a mapping its first key, of a list its first item.
    pub at: Place,
    /// One past its last byte, all that is in it included.
    pub end: u32,
    /// What it is.
    pub value: Value<'a>,
}

/// The kinds of values.
#[derive(Debug, Clone, PartialEq)]
pub enum Value<'a> {
    /// Nothing, `~` or `null`.
    Null,
    /// A value that was reported already; readers skip it silently.
    Broken,
    /// A text, exactly as written.
    Scalar {
        /// After escapes and folding, before any cleaning.
        text: Cow<'a, str>,
        /// In quotes or as a block: never a number, a flag or nothing.
        quoted: bool,
    },
    /// A list.
    List(Vec<Node<'a>>),
    /// A mapping; keys are unique.
    Map(Vec<Entry<'a>>),
}

/// One key of a mapping with its value.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry<'a> {
    /// The key.
    pub key: Cow<'a, str>,
    /// Where the key stands.
    pub key_at: Place,
    /// The value.
    pub node: Node<'a>,
}

impl<'a> Node<'a> {
    /// The entry of a key; none in what is no mapping.
    pub fn entry(&self, key: &str) -> Option<&Entry<'a>> {
        let Value::Map(entries) = &self.value else { return None };
        entries.iter().find(|entry| entry.key == key)
    }

    /// How many nodes it is made of, itself included.
    pub fn size(&self) -> usize {
        match &self.value {
            Value::Null | Value::Broken | Value::Scalar { .. } => 1,
            Value::List(items) => 1 + items.iter().map(Node::size).sum::<usize>(),
            Value::Map(entries) => 1 + entries.iter().map(|e| e.node.size()).sum::<usize>(),
        }
    }

    /// The same without borrowing from the text.
    pub fn into_owned(self) -> Node<'static> {
        let value = match self.value {
            Value::Null => Value::Null,
            Value::Broken => Value::Broken,
            Value::Scalar { text, quoted } => Value::Scalar { text: Cow::Owned(text.into_owned()), quoted },
            Value::List(items) => Value::List(items.into_iter().map(Node::into_owned).collect()),
            Value::Map(entries) => Value::Map(entries.into_iter().map(Entry::into_owned).collect()),
        };
        Node { at: self.at, end: self.end, value }
    }
}

impl Entry<'_> {
    fn into_owned(self) -> Entry<'static> {
        Entry { key: Cow::Owned(self.key.into_owned()), key_at: self.key_at, node: self.node.into_owned() }
    }
}
