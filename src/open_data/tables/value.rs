//! The value of a cell.

use crate::model::PartialDate;
use chrono::NaiveDate;
use std::borrow::Cow;

#[derive(Debug, Clone, PartialEq)]
pub(in crate::open_data) enum Value<'s> {
    Nothing,
    Text(Cow<'s, str>),
    List(Vec<Cow<'s, str>>),
    Day(NaiveDate),
    Whole(i64),
    Number(f64),
    Flag(bool),
}

impl<'s> Value<'s> {
    pub fn list<T: Into<Cow<'s, str>>>(items: impl Iterator<Item = T>) -> Self {
        Self::List(items.map(Into::into).collect())
    }

    pub fn count(n: impl TryInto<i64>) -> Self {
        Self::Whole(n.try_into().unwrap_or(i64::MAX))
    }

    /// Appends the value as bytes that no other value has.
    pub fn hash_into(&self, out: &mut Vec<u8>) {
        let mut text = |tag: u8, text: &[u8]| {
            out.push(tag);
            out.extend_from_slice(&(text.len() as u64).to_le_bytes());
            out.extend_from_slice(text);
        };
        match self {
            Self::Nothing => text(0, &[]),
            Self::Text(t) => text(1, t.as_bytes()),
            Self::List(items) => {
                text(2, &items.len().to_le_bytes());
                for t in items {
                    text(1, t.as_bytes());
                }
            }
            Self::Day(day) => text(3, &chrono::Datelike::num_days_from_ce(day).to_le_bytes()),
            Self::Whole(n) => text(4, &n.to_le_bytes()),
            Self::Number(x) => text(5, &x.to_bits().to_le_bytes()),
            Self::Flag(flag) => text(6, &[u8::from(*flag)]),
        }
    }
}

impl<'s> From<&'s str> for Value<'s> {
    fn from(text: &'s str) -> Self {
        Self::Text(text.into())
    }
}

impl<'s> From<&'s String> for Value<'s> {
    fn from(text: &'s String) -> Self {
        text.as_str().into()
    }
}

impl From<String> for Value<'_> {
    fn from(text: String) -> Self {
        Self::Text(text.into())
    }
}

impl From<NaiveDate> for Value<'_> {
    fn from(day: NaiveDate) -> Self {
        Self::Day(day)
    }
}

/// A day where it is one, else a text: `2024-06`.
impl From<PartialDate> for Value<'_> {
    fn from(date: PartialDate) -> Self {
        match date {
            PartialDate::Day(day) => Self::Day(day),
            PartialDate::Month(_) | PartialDate::Year(_) => date.code().into(),
        }
    }
}

impl From<i64> for Value<'_> {
    fn from(n: i64) -> Self {
        Self::Whole(n)
    }
}

impl From<f64> for Value<'_> {
    fn from(x: f64) -> Self {
        Self::Number(x)
    }
}

impl From<bool> for Value<'_> {
    fn from(flag: bool) -> Self {
        Self::Flag(flag)
    }
}

impl<'s, T: Into<Value<'s>>> From<Option<T>> for Value<'s> {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Nothing, Into::into)
    }
}
