//! A fragment: what many pages show alike, such as the row of a task.
//!
//! A template gets its hash in its place and hands that to `show`, which puts in what a component made of the fragment the
//! first time. Equal hashes mean equal content, so a page's fingerprint covers what its fragments hold.

use super::hash::{Hashed, hash_of};
use crate::theme::{Fragments, ToValue, Value};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Serialize, Serializer};
use std::borrow::Cow;
use std::marker::PhantomData;
use std::sync::Arc;

/// A fragment of a page, as a view holds it: the hash of its content.
#[derive(Debug)]
pub struct Fragment<T> {
    hash: u128,
    of: PhantomData<fn() -> T>,
}

struct Content<T>(T);

impl<T: Serialize + Send + Sync> ToValue for Content<T> {
    fn value(&self) -> Value {
        Value::from_serializable(&self.0)
    }
}

impl<T: Serialize + Send + Sync + 'static> Fragment<T> {
    /// Makes `content` known to `show`, whose components also see `site`.
    pub(crate) fn new(content: T, site: &Hashed, fragments: &Fragments) -> Self {
        let hash = hash_of(&[&site.hash, std::any::type_name::<T>().as_bytes()], &content);
        let hash = u128::from_le_bytes(*hash.first_chunk().expect("a hash is longer than its half"));
        fragments.add(hash, &site.value, || Arc::new(Content(content)));
        Self { hash, of: PhantomData }
    }
}

impl<T> Clone for Fragment<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Fragment<T> {}

impl<T> Serialize for Fragment<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u128(self.hash)
    }
}

/// To a template a fragment has no fields; the component that `show` calls gets what the schema calls `fragment`.
impl<T: JsonSchema> JsonSchema for Fragment<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        T::schema_name()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        json_schema!({ "fragment": generator.subschema_for::<T>() })
    }
}
