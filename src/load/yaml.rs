//! YAML text → a tree of located nodes. The one module that knows the YAML engine.
//!
//! Scalars stay as written: `no`, `2.10` and `2024-01-02` are texts until a reader that knows the field takes them.
//! Refuses: tags, several documents, keys that are no text, nesting and aliases without end.

use super::repair::{self, Repair};
use crate::diag::{Code, Diagnostic, FileId, Place, Sink};
use serde_yaml::granit_parser::{self, Event, Options, Parser, ScalarStyle, ScanError, Span, StructureStyle};
use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

/// Deepest nesting.
pub const MAX_DEPTH: usize = 32;
/// Most nodes in one file.
pub const MAX_NODES: usize = 8_000_000;
/// Most nodes that aliases (`*name`, `<<`) may add to one file.
pub const MAX_ALIAS_NODES: usize = 100_000;

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
    /// A value that a fault was reported for already; readers pass over it in silence.
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

/// Reads one document. `start` is the byte at which `text` begins in its file. `None`: the file cannot be read as YAML,
/// and the sink knows why. A document without content is a `Null`.
///
/// A syntax fault that spoils one line only is noted, its value becomes [`Value::Broken`], and reading goes on, so that
/// all faults of the file are found in one run.
pub fn parse<'a>(text: &'a str, file: FileId, start: usize, sink: &mut Sink) -> Option<Node<'a>> {
    let mut faults = Sink::default();
    let error = match Builder::new(text, file, start, &[]).run(&mut faults) {
        Ok(node) => {
            sink.append(faults);
            return Some(node);
        }
        Err(error) => error,
    };
    let mut repair = Repair::new(text, file, start);
    let mut error = Some(error);
    while let Some(stop) = error.take() {
        let again = match stop {
            Stop::Syntax(scan) => repair.note(&scan, sink),
            Stop::Refused(diagnostic) => {
                sink.push(*diagnostic);
                false
            }
            Stop::Tag(byte) => repair.note_tag(byte, sink),
        };
        if !again {
            return None;
        }
        let mut faults = Sink::default();
        match Builder::new(repair.text(), file, start, repair.fillers()).run(&mut faults) {
            Ok(node) => {
                sink.append(faults);
                return Some(node.into_owned());
            }
            Err(next) => error = Some(next),
        }
    }
    None
}

/// Why a document cannot be read further.
enum Stop {
    Syntax(ScanError),
    Refused(Box<Diagnostic>),
    /// A tag before the value at this byte of the text.
    Tag(usize),
}

impl From<ScanError> for Stop {
    fn from(error: ScanError) -> Self {
        Self::Syntax(error)
    }
}

enum Frame<'a> {
    List { at: Place, flow: bool, anchor: usize, items: Vec<Node<'a>> },
    Map { at: Place, flow: bool, anchor: usize, entries: Vec<Entry<'a>>, key: Option<(Cow<'a, str>, Place)> },
}

struct Builder<'a, 'f> {
    text: &'a str,
    file: FileId,
    start: usize,
    fillers: &'f [usize],
    stack: Vec<Frame<'a>>,
    anchors: HashMap<usize, (Node<'a>, usize)>,
    nodes: usize,
    aliased: usize,
    root: Option<Node<'a>>,
}

fn options() -> Options {
    let mut options = granit_parser::options! { disallow_directives: true };
    options.set_emit_comments(false);
    options
}

impl<'a, 'f> Builder<'a, 'f> {
    fn new(text: &'a str, file: FileId, start: usize, fillers: &'f [usize]) -> Self {
        let (stack, anchors) = (Vec::new(), HashMap::new());
        Self { text, file, start, fillers, stack, anchors, nodes: 0, aliased: 0, root: None }
    }

    fn run(mut self, sink: &mut Sink) -> Result<Node<'a>, Stop> {
        let mut parser = Parser::new_from_str_with_options(self.text, options());
        let mut documents = 0;
        while let Some(event) = parser.next_event() {
            let (event, span) = event?;
            match event {
                Event::DocumentStart(..) => {
                    documents += 1;
                    if documents > 1 {
                        return Err(self.refuse(Code::YamlSyntax, &span, "documents"));
                    }
                }
                Event::Scalar(text, style, anchor, tag) => {
                    if tag.is_some() {
                        return Err(Stop::Tag(span.byte_range().unwrap_or(0..0).start));
                    }
                    self.scalar(text, style, anchor, &span, sink)?;
                }
                Event::Alias(id) => self.alias(id, &span, sink)?,
                Event::SequenceStart(style, anchor, tag) => {
                    self.open(tag.is_some(), &span)?;
                    let (at, flow) = (self.place(&span), style == StructureStyle::Flow);
                    self.stack.push(Frame::List { at, flow, anchor, items: Vec::new() });
                }
                Event::MappingStart(style, anchor, tag) => {
                    self.open(tag.is_some(), &span)?;
                    let (at, flow) = (self.place(&span), style == StructureStyle::Flow);
                    self.stack.push(Frame::Map { at, flow, anchor, entries: Vec::new(), key: None });
                }
                Event::SequenceEnd | Event::MappingEnd => self.close(&span, sink)?,
                // Stream and document ends, and kinds of events that the options switch off.
                _ => {}
            }
        }
        let end = place(self.file, self.start, 0, 0);
        Ok(self.root.unwrap_or(Node { at: end, end: end.end, value: Value::Null }))
    }

    fn place(&self, span: &Span) -> Place {
        let range = span.byte_range().unwrap_or(0..0);
        place(self.file, self.start, range.start, range.end)
    }

    fn refuse(&self, code: Code, span: &Span, reason: &str) -> Stop {
        Stop::Refused(Box::new(Diagnostic::new(code, self.place(span)).arg("reason", reason)))
    }

    fn count(&mut self, span: &Span) -> Result<(), Stop> {
        self.nodes += 1;
        if self.nodes > MAX_NODES { Err(self.refuse(Code::YamlBounds, span, "nodes")) } else { Ok(()) }
    }

    fn open(&mut self, tagged: bool, span: &Span) -> Result<(), Stop> {
        self.count(span)?;
        if tagged {
            return Err(Stop::Tag(span.byte_range().unwrap_or(0..0).start));
        }
        if self.stack.len() >= MAX_DEPTH {
            return Err(self.refuse(Code::YamlBounds, span, "depth"));
        }
        Ok(())
    }

    fn scalar(
        &mut self,
        text: Cow<'a, str>,
        style: ScalarStyle,
        anchor: usize,
        span: &Span,
        sink: &mut Sink,
    ) -> Result<(), Stop> {
        self.count(span)?;
        let at = self.place(span);
        let quoted = style != ScalarStyle::Plain;
        let offset = at.start as usize - self.start;
        let value = if self.fillers.binary_search(&offset).is_ok() {
            Value::Broken
        } else if !quoted && matches!(&*text, "" | "~" | "null") {
            self.empty(at, sink)
        } else {
            if !quoted && let Some((from, to)) = repair::comment_glued_on(self.text, at.end as usize - self.start) {
                let lost = &self.text[from..to];
                let at = place(self.file, self.start, from, to);
                sink.push(Diagnostic::new(Code::LostText, at).arg("text", lost));
            }
            Value::Scalar { text, quoted }
        };
        self.push(Node { at, end: at.end, value }, anchor, 1, span, sink)
    }

    /// Nothing; or a text that begins with `#`, which YAML takes for a comment.
    fn empty(&self, at: Place, sink: &mut Sink) -> Value<'a> {
        let Some(Frame::Map { key: Some((key, key_at)), .. }) = self.stack.last() else { return Value::Null };
        let colon = (at.start.max(key_at.end) as usize - self.start).saturating_add(1);
        match repair::comment_glued_on(self.text, colon) {
            Some((from, to)) => {
                let at = place(self.file, self.start, from, to);
                let text = &self.text[from..to];
                let fault = Diagnostic::new(Code::EmptyText, at).arg("reason", "hash").arg("field", &**key);
                sink.push(fault.suggest(Some(format!("\"{text}\""))));
                Value::Broken
            }
            None => Value::Null,
        }
    }

    fn alias(&mut self, id: usize, span: &Span, sink: &mut Sink) -> Result<(), Stop> {
        let Some((node, size)) = self.anchors.get(&id).cloned() else {
            return Err(self.refuse(Code::YamlBounds, span, "loop"));
        };
        self.aliased += size;
        if self.aliased > MAX_ALIAS_NODES {
            return Err(self.refuse(Code::YamlBounds, span, "aliases"));
        }
        self.push(node, 0, size, span, sink)
    }

    fn close(&mut self, span: &Span, sink: &mut Sink) -> Result<(), Stop> {
        match self.stack.pop() {
            Some(Frame::List { mut at, flow, anchor, items }) => {
                let last = items.iter().map(|item| item.end).max().unwrap_or(at.end);
                let end = if flow { self.place(span).end } else { last };
                match items.first() {
                    Some(first) => at = first.at,
                    None => at.end = self.place(span).end.max(at.end),
                }
                self.push(Node { at, end, value: Value::List(items) }, anchor, 1, span, sink)
            }
            Some(Frame::Map { mut at, flow, anchor, entries, .. }) => {
                // What an alias stands for ends elsewhere; the key before it is here.
                let last = entries.iter().map(|e| e.key_at.end.max(e.node.end)).max().unwrap_or(at.end);
                let end = if flow { self.place(span).end } else { last };
                let entries = merge(entries, sink);
                match entries.first() {
                    Some(first) => at = first.key_at,
                    None if flow => at.end = self.place(span).end.max(at.end),
                    None => {}
                }
                self.push(Node { at, end, value: Value::Map(entries) }, anchor, 1, span, sink)
            }
            None => Ok(()),
        }
    }

    /// Hands a finished node to the list or mapping that is open.
    fn push(&mut self, node: Node<'a>, anchor: usize, size: usize, span: &Span, sink: &mut Sink) -> Result<(), Stop> {
        if anchor != 0 {
            let size = size.max(node.size());
            self.aliased += size;
            if self.aliased > MAX_ALIAS_NODES {
                return Err(self.refuse(Code::YamlBounds, span, "aliases"));
            }
            self.anchors.insert(anchor, (node.clone(), size));
        }
        let bad_key = match self.stack.last_mut() {
            None => {
                self.root = Some(node);
                None
            }
            Some(Frame::List { items, .. }) => {
                items.push(node);
                None
            }
            Some(Frame::Map { entries, key, .. }) => {
                if let Some((key, key_at)) = key.take() {
                    entries.push(Entry { key, key_at, node });
                    None
                } else {
                    let (text, bad) = match node.value {
                        Value::Scalar { text, .. } => (text, false),
                        Value::Null | Value::Broken | Value::List(_) | Value::Map(_) => (Cow::Borrowed(""), true),
                    };
                    *key = Some((text, node.at));
                    bad.then_some(node.at)
                }
            }
        };
        if let Some(at) = bad_key {
            sink.push(Diagnostic::new(Code::YamlSyntax, at).arg("reason", "key"));
        }
        Ok(())
    }
}

fn place(file: FileId, start: usize, from: usize, to: usize) -> Place {
    let at = |n: usize| u32::try_from(start + n).unwrap_or(u32::MAX);
    Place { file, start: at(from), end: at(to.max(from)) }
}

/// Reports keys that stand twice (the first one counts) and puts merged mappings (`<<`) in place; own keys win.
fn merge<'a>(entries: Vec<Entry<'a>>, sink: &mut Sink) -> Vec<Entry<'a>> {
    let small = entries.len() <= 24;
    let new = |(n, entry): (usize, &Entry<'a>)| entry.key != "<<" && entries[..n].iter().all(|e| e.key != entry.key);
    if small && entries.iter().enumerate().all(new) {
        return entries;
    }
    let mut seen: HashMap<Cow<'a, str>, Place> = HashMap::new();
    let mut own: Vec<Entry<'a>> = Vec::with_capacity(entries.len());
    let mut merged = Vec::new();
    for entry in entries {
        let first = if small {
            own.iter().find(|e| e.key == entry.key).map(|e| e.key_at)
        } else {
            seen.insert(entry.key.clone(), entry.key_at)
        };
        match first {
            // A key that is no text was reported as such.
            Some(_) if entry.key.is_empty() => {}
            Some(first) => {
                let twice = Diagnostic::new(Code::DuplicateKey, entry.key_at).arg("key", &*entry.key);
                sink.push(twice.also(first, "first-here"));
            }
            None if entry.key == "<<" => merged.push(entry.node),
            None => own.push(entry),
        }
    }
    let mut names: HashSet<Cow<'a, str>> = HashSet::new();
    if !merged.is_empty() {
        names.extend(own.iter().map(|e| e.key.clone()));
    }
    for node in merged {
        let maps = match node.value {
            Value::List(items) => items,
            Value::Null | Value::Broken | Value::Scalar { .. } | Value::Map(_) => vec![node],
        };
        for map in maps {
            match map.value {
                Value::Map(entries) => {
                    for entry in entries {
                        if names.insert(entry.key.clone()) {
                            own.push(entry);
                        }
                    }
                }
                Value::Broken => {}
                Value::Null | Value::Scalar { .. } | Value::List(_) => {
                    sink.push(Diagnostic::new(Code::YamlSyntax, map.at).arg("reason", "merge"));
                }
            }
        }
    }
    own
}

impl Node<'_> {
    fn size(&self) -> usize {
        match &self.value {
            Value::Null | Value::Broken | Value::Scalar { .. } => 1,
            Value::List(items) => 1 + items.iter().map(Node::size).sum::<usize>(),
            Value::Map(entries) => 1 + entries.iter().map(|e| e.node.size()).sum::<usize>(),
        }
    }

    fn into_owned(self) -> Node<'static> {
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

#[cfg(test)]
mod tests {
    use super::*;

    fn reasons(text: &str) -> Vec<String> {
        let mut sink = Sink::default();
        let node = parse(text, FileId(0), 0, &mut sink);
        let mut out: Vec<String> = sink
            .iter()
            .map(|d| d.args.iter().find(|(name, _)| *name == "reason").map_or(String::new(), |(_, v)| v.clone()))
            .collect();
        out.extend(node.is_none().then(|| "lost".to_owned()));
        out
    }

    /// One slip does not hide the next.
    #[test]
    fn every_spoilt_value_of_a_file_is_found() {
        for (text, expected) in [
            ("title: Báo cáo: tháng 9\nnote: *a*\n", &["colon", "star"][..]),
            ("title: \"A\" và B\nnote: !khẩn Việc\n", &["after-quote", "tag"]),
            ("title: !khẩn Việc\nnote: ! Việc\n", &["tag", "tag"]),
            ("title: \"A\nnote: \"B\"\nunit: %\n", &["open-quote", "sign"]),
            ("operator: >=\nunit: %\nlist: - a\n", &["block", "sign", "dash"]),
            ("a: {unit: %, b: @x}\n", &["sign", "lost"]),
            ("a: 1\n  b: 2\n", &["indent", "lost"]),
            ("a: 1\nb 2\nc: 3\n", &["no-colon", "lost"]),
        ] {
            assert_eq!(reasons(text), expected, "{text}");
        }
    }
}
