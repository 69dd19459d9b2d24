//! The shape of what templates are given: which fields were ever seen.

use std::collections::BTreeMap;
use tera::{Value, value::ValueKind};

/// What is known of a value from all that stood in its place.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Shape {
    /// Fields, if it ever was a map.
    pub(super) fields: Option<BTreeMap<String, Shape>>,
    /// Items, if it ever was a list with any.
    pub(super) items: Option<Box<Shape>>,
}

impl Shape {
    /// Adds what `value` tells.
    pub(super) fn see(&mut self, value: &Value) {
        match value.kind() {
            ValueKind::Map => {
                let fields = self.fields.get_or_insert_default();
                for (key, value) in value.as_map().into_iter().flatten() {
                    if let Some(key) = key.as_str() {
                        see_in(fields, key, value);
                    }
                }
            }
            ValueKind::Array => {
                for item in value.as_array().unwrap_or_default() {
                    self.items.get_or_insert_default().see(item);
                }
            }
            _ => {}
        }
    }
}

fn see_in(fields: &mut BTreeMap<String, Shape>, name: &str, value: &Value) {
    // Most values were seen before: no new key for them.
    if !fields.contains_key(name) {
        fields.insert(name.to_owned(), Shape::default());
    }
    fields.get_mut(name).expect("it was just put in").see(value);
}
