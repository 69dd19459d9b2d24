//! One mapping under its record: unknown and missing fields reported at once, then values taken one by one.
//!
//! Every taker returns `None` both for "absent" and for "faulty, and reported"; a record that must have the field ends
//! there. Nothing is reported twice.

use super::letters::slug;
use super::schema::{Kind, Need, Record};
use super::text::clean;
use super::yaml::{Entry, Node, Value};
use crate::diag::{Code, Diagnostic, Place, Sink, closest};
use crate::model::{is_reserved, numbers};
use std::borrow::Cow;

/// A value with its place.
#[derive(Debug, Clone, PartialEq)]
pub struct Loc<T> {
    pub value: T,
    pub at: Place,
}

impl Loc<Cow<'_, str>> {
    fn into_owned(self) -> Loc<String> {
        Loc { value: self.value.into_owned(), at: self.at }
    }
}

/// The fields of one mapping that are still to be taken.
pub struct Fields<'a> {
    record: &'static Record,
    /// The first key: where a diagnostic about the record as a whole points.
    pub at: Place,
    entries: Vec<Entry<'a>>,
}

/// The message key of what stands there.
fn found(value: &Value<'_>) -> &'static str {
    match value {
        Value::Null | Value::Broken => "nothing",
        Value::Scalar { .. } => "text",
        Value::List(_) => "list",
        Value::Map(_) => "mapping",
    }
}

/// The message key of what a field expects.
fn expected(kind: Kind) -> &'static str {
    match kind {
        Kind::Line | Kind::Prose => "text",
        Kind::Lines => "texts",
        Kind::Id | Kind::Ref(_) => "id",
        Kind::Refs(_) | Kind::Ids => "ids",
        Kind::Day => "day",
        Kind::PartialDate => "partial-date",
        Kind::CompletedOn => "completed-on",
        Kind::Period => "period",
        Kind::DayOrPeriod => "day-or-period",
        Kind::Due => "due",
        Kind::DayOrMeeting => "day-or-meeting",
        Kind::CountedFrom => "counted-from",
        Kind::DaysOff => "days-off",
        Kind::Clause => "clause",
        Kind::Flag => "flag",
        Kind::Count(..) => "count",
        Kind::Number => "number",
        Kind::Url => "url",
        Kind::Email => "email",
        Kind::AgencyCode => "agency-code",
        Kind::Timezone => "timezone",
        Kind::Choice(_) => "choice",
        Kind::Choices(_) => "choices",
        Kind::One(_) => "mapping",
        Kind::Many(_) => "mappings",
    }
}

impl<'a> Fields<'a> {
    /// Opens a mapping under its record; `None` if it is none.
    pub fn open(node: Node<'a>, record: &'static Record, sink: &mut Sink) -> Option<Self> {
        let entries = match node.value {
            Value::Map(entries) => entries,
            Value::Broken => return None,
            Value::Null | Value::Scalar { .. } | Value::List(_) => {
                let diagnostic =
                    Diagnostic::new(Code::WrongType, node.at).arg("of", "record").arg("record", record.name);
                let first = record.fields.first().map_or(String::new(), |f| format!("{}: {}", f.name, f.example));
                sink.push(diagnostic.arg("expected", "mapping").arg("found", found(&node.value)).arg("example", first));
                return None;
            }
        };
        // A misspelt field explains a missing one.
        let mut meant: Vec<&str> = Vec::new();
        for entry in entries.iter().filter(|e| record.field(&e.key).is_none()) {
            let near = closest(&entry.key, record.fields.iter().map(|f| f.name));
            meant.extend(near);
            if !entry.key.is_empty() {
                let diagnostic = Diagnostic::new(Code::UnknownField, entry.key_at).arg("field", &*entry.key);
                sink.push(diagnostic.arg("record", record.name).suggest(near));
            }
        }
        for field in record.fields {
            if field.need == Need::Required
                && !meant.contains(&field.name)
                && entries.iter().all(|e| e.key != field.name)
            {
                let diagnostic = Diagnostic::new(Code::MissingField, node.at).arg("field", field.name);
                sink.push(diagnostic.arg("record", record.name).arg("example", field.example));
            }
        }
        Some(Self { record, at: node.at, entries })
    }

    pub fn kind(&self, name: &str) -> Kind {
        self.record.field(name).expect("readers ask for fields of the record").kind
    }

    /// The value of a field; none if it is absent, empty or broken.
    pub fn take(&mut self, name: &str, sink: &mut Sink) -> Option<Node<'a>> {
        debug_assert!(self.record.field(name).is_some(), "readers ask for fields of the record");
        let entry = self.entries.iter_mut().find(|e| e.key == name)?;
        let (at, end) = (entry.node.at, entry.node.end);
        let value = std::mem::replace(&mut entry.node.value, Value::Null);
        match value {
            Value::Broken => None,
            Value::Null => {
                if self.record.field(name).is_some_and(|field| field.need == Need::Required) {
                    let diagnostic = Diagnostic::new(Code::EmptyText, entry.key_at).arg("field", name);
                    sink.push(diagnostic.arg("reason", "empty"));
                }
                None
            }
            value @ (Value::Scalar { .. } | Value::List(_) | Value::Map(_)) => Some(Node { at, end, value }),
        }
    }

    pub fn key_place(&self, name: &str) -> Option<Place> {
        self.entries.iter().find(|e| e.key == name).map(|e| e.key_at)
    }

    /// Whether the field is written at all, even empty or faulty.
    pub fn has(&self, name: &str) -> bool {
        self.key_place(name).is_some()
    }

    /// Whether the field is written with a value, even a faulty one.
    pub fn written(&self, name: &str) -> bool {
        self.entries.iter().any(|e| e.key == name && e.node.value != Value::Null)
    }

    /// Whether a mapping is written there.
    pub fn is_mapping(&self, name: &str) -> bool {
        self.entries.iter().any(|e| e.key == name && matches!(e.node.value, Value::Map(_)))
    }

    /// Whether a list is written there that cannot be read.
    pub fn lost(&self, name: &str) -> bool {
        self.entries.iter().find(|e| e.key == name).is_some_and(|e| match e.node.value {
            Value::Broken | Value::Scalar { .. } | Value::Map(_) => true,
            Value::Null | Value::List(_) => false,
        })
    }

    /// A cleaned text.
    pub fn scalar(&mut self, name: &str, sink: &mut Sink) -> Option<Loc<Cow<'a, str>>> {
        let node = self.take(name, sink)?;
        self.scalar_of(name, node, sink)
    }

    fn scalar_of(&self, name: &str, node: Node<'a>, sink: &mut Sink) -> Option<Loc<Cow<'a, str>>> {
        let kind = self.kind(name);
        match node.value {
            Value::Scalar { text, .. } => {
                let clean = clean(text, !matches!(kind, Kind::Prose));
                if !clean.odd.is_empty() {
                    let diagnostic = Diagnostic::new(Code::OddCharacters, node.at).arg("field", name);
                    sink.push(diagnostic.arg("characters", numbers(&clean.odd)));
                }
                if clean.text.is_empty() {
                    let diagnostic = Diagnostic::new(Code::EmptyText, node.at).arg("field", name);
                    sink.push(diagnostic.arg("reason", "empty"));
                    return None;
                }
                Some(Loc { value: clean.text, at: node.at })
            }
            Value::Broken => None,
            Value::Null | Value::List(_) | Value::Map(_) => {
                self.wrong_type(name, node.at, found(&node.value), sink);
                None
            }
        }
    }

    /// Reports a value of another type than the field's.
    pub fn wrong_type(&self, name: &str, at: Place, found: &'static str, sink: &mut Sink) {
        let diagnostic = Diagnostic::new(Code::WrongType, at).arg("of", "field").arg("field", name);
        let expected = expected(self.kind(name));
        sink.push(diagnostic.arg("expected", expected).arg("found", found).arg("example", self.example(name)));
    }

    /// A value as the docs show it.
    pub fn example(&self, name: &str) -> &'static str {
        self.record.field(name).map_or("", |f| f.example)
    }

    pub fn text(&mut self, name: &str, sink: &mut Sink) -> Option<String> {
        self.located(name, sink).map(|l| l.value)
    }

    /// A cleaned text that outlives the file: a reference, or an id to be checked.
    pub fn located(&mut self, name: &str, sink: &mut Sink) -> Option<Loc<String>> {
        self.scalar(name, sink).map(Loc::into_owned)
    }

    /// A list of texts or references; a single text is a list of one. The flag says whether items could not be read.
    pub fn list(&mut self, name: &str, sink: &mut Sink) -> (Vec<Loc<String>>, bool) {
        let Some(Entry { node, .. }) = self.entries.iter_mut().find(|e| e.key == name) else {
            return (Vec::new(), false);
        };
        let Node { at, end, .. } = *node;
        let items = match std::mem::replace(&mut node.value, Value::Null) {
            Value::List(items) => items,
            Value::Null => Vec::new(),
            Value::Broken => return (Vec::new(), true),
            value @ (Value::Scalar { .. } | Value::Map(_)) => vec![Node { at, end, value }],
        };
        let all = items.len();
        let read = |item| self.scalar_of(name, item, sink).map(Loc::into_owned);
        let found: Vec<Loc<String>> = items.into_iter().filter_map(read).collect();
        let lost = found.len() < all;
        (found, lost)
    }

    pub fn texts(&mut self, name: &str, sink: &mut Sink) -> Vec<String> {
        self.list(name, sink).0.into_iter().map(|l| l.value).collect()
    }

    /// A list of ids, checked; those that are none are reported and left out.
    pub fn ids<T>(
        &mut self,
        name: &str,
        parse: impl Fn(&str) -> Result<T, crate::model::SlugError>,
        sink: &mut Sink,
    ) -> Vec<Loc<String>> {
        let (texts, _) = self.list(name, sink);
        texts.into_iter().filter_map(|text| id(text.clone(), &parse, sink).map(|_| text)).collect()
    }

    /// A value that `read` makes of the text; `explain` completes the diagnostic of a text that it refuses.
    pub fn parsed<T>(
        &mut self,
        name: &str,
        sink: &mut Sink,
        read: impl Fn(&str) -> Option<T>,
        explain: impl Fn(Diagnostic, &str) -> Diagnostic,
        code: Code,
    ) -> Option<Loc<T>> {
        let text = self.scalar(name, sink)?;
        let value = read(&text.value);
        if value.is_none() {
            let diagnostic = Diagnostic::new(code, text.at).arg("field", name).arg("value", &*text.value);
            sink.push(explain(diagnostic, &text.value));
        }
        Some(Loc { value: value?, at: text.at })
    }

    pub fn one<T>(
        &mut self,
        name: &str,
        sink: &mut Sink,
        read: impl Fn(Node<'a>, &mut Sink) -> Option<T>,
    ) -> Option<T> {
        let node = self.take(name, sink)?;
        match node.value {
            Value::Map(_) => read(node, sink),
            Value::Null | Value::Broken | Value::Scalar { .. } | Value::List(_) => {
                self.wrong_type(name, node.at, found(&node.value), sink);
                None
            }
        }
    }

    /// A list of records; items that `read` refuses are left out.
    pub fn many<T>(
        &mut self,
        name: &str,
        sink: &mut Sink,
        mut read: impl FnMut(Node<'a>, &mut Sink) -> Option<T>,
    ) -> Vec<T> {
        let Some(node) = self.take(name, sink) else { return Vec::new() };
        match node.value {
            Value::List(items) => items.into_iter().filter_map(|item| read(item, sink)).collect(),
            Value::Null | Value::Broken | Value::Scalar { .. } | Value::Map(_) => {
                self.wrong_type(name, node.at, found(&node.value), sink);
                Vec::new()
            }
        }
    }
}

/// The warning of an id, or of a file whose name gives one, that Windows keeps for itself.
pub fn reserved(id: &str, of: &str, at: Place) -> Option<Diagnostic> {
    is_reserved(id).then(|| Diagnostic::new(Code::ReservedName, at).arg("id", id).arg("of", of))
}

/// Checks that a text is an id, and proposes one if it is not.
pub fn id<T>(
    text: Loc<String>,
    parse: impl Fn(&str) -> Result<T, crate::model::SlugError>,
    sink: &mut Sink,
) -> Option<Loc<T>> {
    use crate::model::SlugError;
    match parse(&text.value) {
        Ok(value) => {
            sink.extend(reserved(&text.value, "id", text.at));
            Some(Loc { value, at: text.at })
        }
        Err(error) => {
            let (reason, character) = match error {
                SlugError::Empty => ("empty", String::new()),
                SlugError::TooLong => ("long", String::new()),
                SlugError::BadCharacter(c) => ("character", c.to_string()),
            };
            let slug = slug(&text.value);
            let near = (!slug.is_empty() && slug != text.value).then_some(slug);
            let diagnostic = Diagnostic::new(Code::BadId, text.at).arg("value", text.value).arg("reason", reason);
            sink.push(diagnostic.arg("character", character).suggest(near));
            None
        }
    }
}
