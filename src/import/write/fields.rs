//! Fields of an entry, as far as they are there.

use crate::edit::{Entry, Yaml};

/// The fields that are there, in this order.
pub(super) fn present<const N: usize>(fields: [(&'static str, Option<Yaml>); N]) -> Entry {
    fields.into_iter().filter_map(|(key, value)| Some((key, value?))).collect()
}

/// A text that is there.
pub(super) fn text(value: Option<&String>) -> Option<Yaml> {
    value.filter(|value| !value.is_empty()).cloned().map(Yaml::Text)
}
