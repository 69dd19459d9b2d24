//! The fields of a view that templates ask for; the rest is passed over.

use crate::theme::AskedFields;
use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};

/// A view without the fields that nobody asks for. What is within a field is left whole.
pub(super) struct Pruned<'a, V: ?Sized> {
    pub view: &'a V,
    pub asked: &'a AskedFields,
}

impl<V: Serialize + ?Sized> Serialize for Pruned<'_, V> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.view.serialize(Prune { to: serializer, asked: self.asked })
    }
}

struct Prune<'a, S> {
    to: S,
    asked: &'a AskedFields,
}

/// Hands plain values on.
macro_rules! hand_on {
    ($($name:ident($($value:ident: $type:ty),*);)*) => {
        $(fn $name(self, $($value: $type),*) -> Result<S::Ok, S::Error> {
            self.to.$name($($value),*)
        })*
    };
}

impl<'a, S: Serializer> Serializer for Prune<'a, S> {
    type Ok = S::Ok;
    type Error = S::Error;
    type SerializeSeq = S::SerializeSeq;
    type SerializeTuple = S::SerializeTuple;
    type SerializeTupleStruct = S::SerializeTupleStruct;
    type SerializeTupleVariant = S::SerializeTupleVariant;
    type SerializeMap = S::SerializeMap;
    type SerializeStruct = Fields<'a, S::SerializeStruct>;
    type SerializeStructVariant = S::SerializeStructVariant;

    hand_on! {
        serialize_bool(v: bool);
        serialize_i8(v: i8);
        serialize_i16(v: i16);
        serialize_i32(v: i32);
        serialize_i64(v: i64);
        serialize_u8(v: u8);
        serialize_u16(v: u16);
        serialize_u32(v: u32);
        serialize_u64(v: u64);
        serialize_f32(v: f32);
        serialize_f64(v: f64);
        serialize_char(v: char);
        serialize_str(v: &str);
        serialize_bytes(v: &[u8]);
        serialize_none();
        serialize_unit();
        serialize_unit_struct(name: &'static str);
        serialize_unit_variant(name: &'static str, index: u32, variant: &'static str);
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<S::Ok, S::Error> {
        self.to.serialize_some(value)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, name: &'static str, value: &T) -> Result<S::Ok, S::Error> {
        self.to.serialize_newtype_struct(name, value)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        name: &'static str,
        index: u32,
        variant: &'static str,
        value: &T,
    ) -> Result<S::Ok, S::Error> {
        self.to.serialize_newtype_variant(name, index, variant, value)
    }

    fn serialize_seq(self, len: Option<usize>) -> Result<S::SerializeSeq, S::Error> {
        self.to.serialize_seq(len)
    }

    fn serialize_tuple(self, len: usize) -> Result<S::SerializeTuple, S::Error> {
        self.to.serialize_tuple(len)
    }

    fn serialize_tuple_struct(self, name: &'static str, len: usize) -> Result<S::SerializeTupleStruct, S::Error> {
        self.to.serialize_tuple_struct(name, len)
    }

    fn serialize_tuple_variant(
        self,
        name: &'static str,
        index: u32,
        variant: &'static str,
        len: usize,
    ) -> Result<S::SerializeTupleVariant, S::Error> {
        self.to.serialize_tuple_variant(name, index, variant, len)
    }

    fn serialize_map(self, len: Option<usize>) -> Result<S::SerializeMap, S::Error> {
        self.to.serialize_map(len)
    }

    fn serialize_struct(self, name: &'static str, len: usize) -> Result<Self::SerializeStruct, S::Error> {
        // At most so many: the encodings that come here need no exact number.
        Ok(Fields { to: self.to.serialize_struct(name, len)?, asked: self.asked })
    }

    fn serialize_struct_variant(
        self,
        name: &'static str,
        index: u32,
        variant: &'static str,
        len: usize,
    ) -> Result<S::SerializeStructVariant, S::Error> {
        self.to.serialize_struct_variant(name, index, variant, len)
    }
}

struct Fields<'a, S> {
    to: S,
    asked: &'a AskedFields,
}

impl<S: SerializeStruct> SerializeStruct for Fields<'_, S> {
    type Ok = S::Ok;
    type Error = S::Error;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Result<(), S::Error> {
        if self.asked.asks(name) { self.to.serialize_field(name, value) } else { self.to.skip_field(name) }
    }

    fn end(self) -> Result<S::Ok, S::Error> {
        self.to.end()
    }
}
