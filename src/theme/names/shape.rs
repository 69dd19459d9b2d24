//! The shape of what templates are given, from the schemas of the views.

use schemars::Schema;
use serde_json::Value;
use std::collections::BTreeMap;
use std::rc::Rc;

/// What may stand in a place. Views are trees, so a shape holds all that is within it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Shape {
    /// Nobody knows: what a filter gives, a map with names of its own.
    Any,
    /// A text, a number, a flag or nothing.
    Plain,
    /// A list of these.
    List(Rc<Shape>),
    /// Something with fields.
    Fields(Rc<BTreeMap<String, Shape>>),
    /// A fragment: only the component that `show` calls sees what it holds.
    Fragment(Rc<Shape>),
}

impl Shape {
    pub(super) fn of(schema: &Schema) -> Self {
        let schema = schema.as_value();
        read(schema, &schema["$defs"])
    }

    pub(super) fn field(&self, name: &str) -> Option<Self> {
        match self {
            Self::Any => Some(Self::Any),
            Self::Fields(fields) => fields.get(name).cloned(),
            Self::Plain | Self::List(_) | Self::Fragment(_) => None,
        }
    }

    pub(super) fn names(&self) -> Vec<String> {
        match self {
            Self::Fields(fields) => fields.keys().cloned().collect(),
            Self::Any | Self::Plain | Self::List(_) | Self::Fragment(_) => Vec::new(),
        }
    }

    pub(super) fn items(&self) -> Self {
        match self {
            Self::List(items) => (**items).clone(),
            Self::Any | Self::Plain | Self::Fields(_) | Self::Fragment(_) => Self::Any,
        }
    }

    /// What a fragment holds, or the fragments of a list.
    pub(super) fn held(&self) -> Self {
        match self {
            Self::Fragment(held) => (**held).clone(),
            Self::List(items) => items.held(),
            // No fragment: that is told when it is rendered.
            Self::Any | Self::Plain | Self::Fields(_) => Self::Any,
        }
    }

    /// What may be either: fields of both are there.
    pub(super) fn or(&self, other: &Self) -> Self {
        match (self, other) {
            (Self::Plain, other) | (other, Self::Plain) => other.clone(),
            (Self::List(one), Self::List(other)) => Self::List(Rc::new(one.or(other))),
            (Self::Fragment(one), Self::Fragment(other)) => Self::Fragment(Rc::new(one.or(other))),
            (Self::Fields(one), Self::Fields(others)) => {
                let mut fields = (**one).clone();
                for (name, shape) in &**others {
                    let both = fields.get(name).map_or_else(|| shape.clone(), |known| known.or(shape));
                    fields.insert(name.clone(), both);
                }
                Self::Fields(Rc::new(fields))
            }
            (Self::Any | Self::List(_) | Self::Fragment(_) | Self::Fields(_), _) => Self::Any,
        }
    }
}

fn read(schema: &Value, definitions: &Value) -> Shape {
    let read = |schema| read(schema, definitions);
    if let Some(name) = schema["$ref"].as_str().and_then(|to| to.strip_prefix("#/$defs/")) {
        read(&definitions[name])
    } else if let Some(several) = schema["anyOf"].as_array() {
        several.iter().map(read).reduce(|one, other| one.or(&other)).unwrap_or(Shape::Any)
    } else if let Some(held) = schema.get("fragment") {
        Shape::Fragment(Rc::new(read(held)))
    } else if let Some(fields) = schema["properties"].as_object() {
        Shape::Fields(Rc::new(fields.iter().map(|(name, schema)| (name.clone(), read(schema))).collect()))
    } else if let Some(items) = schema.get("items") {
        Shape::List(Rc::new(read(items)))
    } else if schema["type"].is_null() || schema["type"] == "object" {
        Shape::Any
    } else {
        Shape::Plain
    }
}
