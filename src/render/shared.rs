//! Parts of views that many pages show: made once, hashed once, made a template's value once.
//!
//! A row of a table, or the menu, is the same on many pages. Shared, it counts in the fingerprint of each of them by its
//! hash, and templates get the same value, with a `key` by which `once` knows what it has rendered.

use super::fingerprint;
use crate::theme::{Value, keyed};
use serde::{Serialize, Serializer};
use std::fmt;
use std::ops::Deref;
use std::sync::{Arc, OnceLock};

/// A part of views. Cheap to clone.
pub struct Shared<T>(Arc<Inner<T>>);

struct Inner<T> {
    part: T,
    /// Hash of all that is in it.
    mark: OnceLock<[u8; 16]>,
    value: OnceLock<Value>,
}

impl<T> Shared<T> {
    /// Shares `part`; it is hashed and made a value when first asked for.
    pub fn new(part: T) -> Self {
        Self(Arc::new(Inner { part, mark: OnceLock::new(), value: OnceLock::new() }))
    }
}

impl<T: Serialize> Shared<T> {
    fn mark(&self) -> &[u8; 16] {
        self.0.mark.get_or_init(|| fingerprint::short_mark(&self.0.part))
    }

    /// What templates get: the part with its `key`.
    pub fn value(&self) -> &Value {
        let make = || keyed(Value::from_serializable(&self.0.part), u128::from_le_bytes(*self.mark()));
        self.0.value.get_or_init(make)
    }
}

impl<T: Serialize> Serialize for Shared<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if fingerprint::is_marking() {
            serializer.serialize_bytes(self.mark())
        } else {
            self.value().serialize(serializer)
        }
    }
}

impl<T> Clone for Shared<T> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

impl<T> Deref for Shared<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0.part
    }
}

impl<T: fmt::Debug> fmt::Debug for Shared<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.part.fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::fingerprint::mark;

    #[derive(Serialize)]
    struct Row {
        text: &'static str,
    }

    #[derive(Serialize)]
    struct View {
        rows: Vec<Shared<Row>>,
        title: &'static str,
    }

    fn view(texts: &[&'static str], title: &'static str) -> View {
        View { rows: texts.iter().map(|text| Shared::new(Row { text })).collect(), title }
    }

    #[test]
    fn a_shared_part_counts_by_what_is_in_it() {
        let first = mark(&[], &view(&["a", "b"], "t"));
        assert_eq!(first, mark(&[], &view(&["a", "b"], "t")));
        for other in [view(&["a", "c"], "t"), view(&["b", "a"], "t"), view(&["a"], "t"), view(&["a", "b"], "u")] {
            assert_ne!(first, mark(&[], &other));
        }
    }

    #[test]
    fn templates_get_the_part_with_its_key() {
        let value = Value::from_serializable(&view(&["a", "a", "b"], "t"));
        let of = |n: usize, field: &str| value.get_from_path(&format!("rows.{n}.{field}")).unwrap().to_string();
        assert_eq!((of(0, "text"), of(2, "text")), ("a".to_owned(), "b".to_owned()));
        assert_eq!(of(0, "key"), of(1, "key"));
        assert_ne!(of(0, "key"), of(2, "key"));
    }
}
