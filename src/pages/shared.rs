//! What many pages show: made once, hashed once, and either made a template's value once or rendered once.
//!
//! A row of a table, or the menu, is the same on many pages. It counts in the fingerprint of each of them by its hash.

use super::fingerprint;
use crate::theme::{self, Renderings, Value};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Serialize, Serializer};
use std::borrow::Cow;
use std::fmt;
use std::ops::Deref;
use std::sync::{Arc, OnceLock};

/// A value that templates of many pages get. Cheap to clone.
pub struct Shared<T>(Arc<Marked<T>>, Arc<OnceLock<Value>>);

/// A part that templates show by `show`, without looking into it. Cheap to clone.
pub struct Part<T>(Arc<Held<T>>);

struct Marked<T> {
    it: T,
    /// Hash of all that is in it.
    mark: OnceLock<[u8; 16]>,
}

struct Held<T> {
    marked: Marked<T>,
    renderings: Option<Renderings>,
}

impl<T: Serialize> Marked<T> {
    fn new(it: T) -> Self {
        Self { it, mark: OnceLock::new() }
    }

    fn mark(&self) -> &[u8; 16] {
        self.mark.get_or_init(|| fingerprint::short_mark(&self.it))
    }
}

impl<T: Serialize> Shared<T> {
    /// Shares a value; it is hashed and made a template's value when first asked for.
    pub fn new(it: T) -> Self {
        Self(Arc::new(Marked::new(it)), Arc::default())
    }

    /// What templates get.
    pub fn value(&self) -> &Value {
        self.1.get_or_init(|| Value::from_serializable(&self.0.it))
    }
}

impl<T: Serialize> Part<T> {
    /// A part of one page.
    pub fn of_one_page(it: T) -> Self {
        Self(Arc::new(Held { marked: Marked::new(it), renderings: None }))
    }

    /// A part of many pages: what it is rendered to is kept. Its addresses begin with [`theme::ROOT`].
    pub fn of_many_pages(it: T) -> Self {
        Self(Arc::new(Held { marked: Marked::new(it), renderings: Some(Renderings::default()) }))
    }
}

impl<T: Serialize + Send + Sync> theme::ShownPart for Held<T> {
    fn value(&self) -> Value {
        Value::from_serializable(&self.marked.it)
    }

    fn renderings(&self) -> Option<&Renderings> {
        self.renderings.as_ref()
    }
}

impl<T: Serialize> Serialize for Shared<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if fingerprint::is_marking() {
            serializer.serialize_bytes(self.0.mark())
        } else {
            self.value().serialize(serializer)
        }
    }
}

impl<T: Serialize + Send + Sync + 'static> Serialize for Part<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if fingerprint::is_marking() {
            return serializer.serialize_bytes(self.0.marked.mark());
        }
        match theme::hand_out(&self.0) {
            Some(number) => serializer.serialize_u64(number),
            None => theme::held(Value::from_serializable(&self.0.marked.it)).serialize(serializer),
        }
    }
}

impl<T: JsonSchema> JsonSchema for Shared<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        T::schema_name()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        generator.subschema_for::<T>()
    }
}

/// A part is opaque to templates, but what `show` hands to a component has fields.
impl<T: JsonSchema> JsonSchema for Part<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        T::schema_name()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        json_schema!({ "part": generator.subschema_for::<T>() })
    }
}

impl<T> Clone for Shared<T> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0), Arc::clone(&self.1))
    }
}

impl<T> Clone for Part<T> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

impl<T> Deref for Shared<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0.it
    }
}

impl<T> Deref for Part<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0.marked.it
    }
}

impl<T: fmt::Debug> fmt::Debug for Shared<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}

impl<T: fmt::Debug> fmt::Debug for Part<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pages::fingerprint::mark;

    #[derive(Serialize)]
    struct Row {
        text: &'static str,
    }

    #[derive(Serialize)]
    struct View {
        rows: Vec<Part<Row>>,
        menu: Shared<Row>,
    }

    fn view(rows: &[&'static str], menu: &'static str) -> View {
        let rows = rows.iter().map(|text| Part::of_one_page(Row { text })).collect();
        View { rows, menu: Shared::new(Row { text: menu }) }
    }

    #[test]
    fn what_is_shared_counts_by_what_is_in_it() {
        let first = mark(&[], &view(&["a", "b"], "m"));
        assert_eq!(first, mark(&[], &view(&["a", "b"], "m")));
        for other in [view(&["a", "c"], "m"), view(&["b", "a"], "m"), view(&["a"], "m"), view(&["a", "b"], "n")] {
            assert_ne!(first, mark(&[], &other));
        }
    }

    #[test]
    fn a_page_gets_numbers_for_parts_and_everybody_else_what_they_hold() {
        let view = view(&["a", "b"], "m");
        let of = |value: &Value, path: &str| value.get_from_path(path).map(ToString::to_string);
        let value = theme::on_page("../", &Value::none(), || Value::from_serializable(&view));
        assert_eq!(of(&value, "rows.1").as_deref(), Some("1"));
        assert_eq!(of(&value, "menu.text").as_deref(), Some("m"));
        let value = Value::from_serializable(&view);
        assert_eq!(of(&value, "rows.1.part.text").as_deref(), Some("b"));
    }
}
