//! The YAML engine's events → nodes.

use super::lines::comment_glued_on;
use super::merge::merge;
use super::node::{Entry, Node, Value};
use super::repair::Repair;
use crate::diag::{Code, Diagnostic, FileId, Place, Sink};
use serde_yaml::granit_parser::{self, Event, Options, Parser, ScalarStyle, ScanError, Span, StructureStyle};
use std::borrow::Cow;
use std::collections::HashMap;

const MAX_DEPTH: usize = 32;
/// Most nodes in one file.
pub const MAX_NODES: usize = 8_000_000;
/// Most nodes that aliases (`*name`, `<<`) may add to one file.
pub const MAX_ALIAS_NODES: usize = 100_000;

/// Reads one document. `start` is the byte at which `text` begins in its file. `None`: the file cannot be read as YAML,
/// and the sink knows why. A document without content is a `Null`.
///
/// A syntax error that spoils one line only is reported, its value becomes [`Value::Broken`], and parsing goes on, so
/// that one run finds all errors of the file.
pub fn parse<'a>(text: &'a str, file: FileId, start: usize, sink: &mut Sink) -> Option<Node<'a>> {
    let mut diagnostics = Sink::default();
    let mut stop = match Builder::new(text, file, start, &[]).run(&mut diagnostics) {
        Ok(node) => {
            sink.append(diagnostics);
            return Some(node);
        }
        Err(stop) => stop,
    };
    let mut repair = Repair::new(text, file, start);
    loop {
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
        let mut diagnostics = Sink::default();
        match Builder::new(repair.text(), file, start, repair.fillers()).run(&mut diagnostics) {
            Ok(node) => {
                sink.append(diagnostics);
                return Some(node.into_owned());
            }
            Err(next) => stop = next,
        }
    }
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

/// A list or mapping that has begun and not ended.
enum Open<'a> {
    List { at: Place, flow: bool, anchor: usize, items: Vec<Node<'a>> },
    Map { at: Place, flow: bool, anchor: usize, entries: Vec<Entry<'a>>, key: Option<(Cow<'a, str>, Place)> },
}

struct Builder<'a, 'f> {
    text: &'a str,
    file: FileId,
    start: usize,
    fillers: &'f [usize],
    stack: Vec<Open<'a>>,
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
                    self.stack.push(Open::List { at, flow, anchor, items: Vec::new() });
                }
                Event::MappingStart(style, anchor, tag) => {
                    self.open(tag.is_some(), &span)?;
                    let (at, flow) = (self.place(&span), style == StructureStyle::Flow);
                    self.stack.push(Open::Map { at, flow, anchor, entries: Vec::new(), key: None });
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
        } else if style == ScalarStyle::Folded && text.is_empty() {
            self.folded(at, sink)
        } else if !quoted && matches!(&*text, "" | "~" | "null") {
            self.empty(at, sink)
        } else {
            if !quoted && let Some((from, to)) = comment_glued_on(self.text, at.end as usize - self.start) {
                let lost = &self.text[from..to];
                let at = place(self.file, self.start, from, to);
                sink.push(Diagnostic::new(Code::LostText, at).arg("text", lost));
            }
            Value::Scalar { text, quoted }
        };
        self.push(Node { at, end: at.end, value }, anchor, 1, span, sink)
    }

    /// `operator: >`: the sign is meant, YAML waits for a text below it.
    fn folded(&self, at: Place, sink: &mut Sink) -> Value<'a> {
        let before = &self.text[..at.end as usize - self.start];
        let sign = before.rfind('>').unwrap_or(at.start as usize - self.start);
        let at = place(self.file, self.start, sign, sign + 1);
        sink.push(Diagnostic::new(Code::YamlSyntax, at).arg("reason", "block").suggest(Some("\">\"")));
        Value::Broken
    }

    /// Nothing; or a text that begins with `#`, which YAML takes for a comment.
    fn empty(&self, at: Place, sink: &mut Sink) -> Value<'a> {
        let Some(Open::Map { key: Some((key, key_at)), .. }) = self.stack.last() else { return Value::Null };
        let colon = (at.start.max(key_at.end) as usize - self.start).saturating_add(1);
        match comment_glued_on(self.text, colon) {
            Some((from, to)) => {
                let at = place(self.file, self.start, from, to);
                let text = &self.text[from..to];
                let diagnostic = Diagnostic::new(Code::EmptyText, at).arg("reason", "hash").arg("field", &**key);
                sink.push(diagnostic.suggest(Some(format!("\"{text}\""))));
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
            Some(Open::List { mut at, flow, anchor, items }) => {
                let last = items.iter().map(|item| item.end).max().unwrap_or(at.end);
                let end = if flow { self.place(span).end } else { last };
                match items.first() {
                    Some(first) => at = first.at,
                    None => at.end = self.place(span).end.max(at.end),
                }
                self.push(Node { at, end, value: Value::List(items) }, anchor, 1, span, sink)
            }
            Some(Open::Map { mut at, flow, anchor, entries, .. }) => {
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
        match self.stack.last_mut() {
            None => self.root = Some(node),
            Some(Open::List { items, .. }) => items.push(node),
            Some(Open::Map { entries, key, .. }) => {
                if let Some((key, key_at)) = key.take() {
                    entries.push(Entry { key, key_at, node });
                    return Ok(());
                }
                let text = match node.value {
                    Value::Scalar { text, .. } => text,
                    Value::Null | Value::Broken | Value::List(_) | Value::Map(_) => {
                        sink.push(Diagnostic::new(Code::YamlSyntax, node.at).arg("reason", "key"));
                        Cow::Borrowed("")
                    }
                };
                *key = Some((text, node.at));
            }
        }
        Ok(())
    }
}

fn place(file: FileId, start: usize, from: usize, to: usize) -> Place {
    let at = |n: usize| u32::try_from(start + n).unwrap_or(u32::MAX);
    Place { file, start: at(from), end: at(to.max(from)) }
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
            ("a:\n  b: >\n  c: 1\n", &["block"]),
            ("a：1\nb: 2\n", &["wide-colon", "lost"]),
            ("a:\n  – b: 1\n    c: 2\n", &["list-sign", "lost"]),
            ("a:\n  - b: 1\n  – b: 1\n", &["list-sign", "lost"]),
            ("a: 1\n  b: 2\n", &["indent", "lost"]),
            ("a: 1\nb 2\nc: 3\n", &["no-colon", "lost"]),
        ] {
            assert_eq!(reasons(text), expected, "{text}");
        }
    }
}
