//! Finds places in the text of a file.

use crate::diag::{FileId, Sink};
use crate::load::{Entry, Node, Value, parse_yaml};

/// Reads a file's tree; none if it is no sound YAML.
pub fn tree(text: &str) -> Option<Node<'_>> {
    let mut sink = Sink::default();
    let node = parse_yaml(text, FileId(0), 0, &mut sink)?;
    sink.worst().is_none().then_some(node)
}

pub fn entry<'n, 'a>(node: &'n Node<'a>, key: &str) -> Option<&'n Entry<'a>> {
    let Value::Map(entries) = &node.value else { return None };
    entries.iter().find(|e| e.key == key)
}

pub fn text<'n>(node: &'n Node<'_>, key: &str) -> Option<&'n str> {
    let Value::Scalar { text, .. } = &entry(node, key)?.node.value else { return None };
    Some(text)
}

pub fn items<'n, 'a>(node: &'n Node<'a>, key: &str) -> &'n [Node<'a>] {
    let Some(Value::List(items)) = entry(node, key).map(|e| &e.node.value) else { return &[] };
    items
}

pub fn column(text: &str, at: usize) -> usize {
    at - line_start(text, at)
}

/// First byte of the line.
pub fn line_start(text: &str, at: usize) -> usize {
    let start = text[..at].rfind('\n').map_or(0, |n| n + 1);
    // A byte order mark is no column.
    if start == 0 && text.starts_with('\u{feff}') { '\u{feff}'.len_utf8().min(at) } else { start }
}

/// One past the last byte of the line, its end not counted.
pub fn line_end(text: &str, at: usize) -> usize {
    let end = text[at..].find('\n').map_or(text.len(), |n| at + n);
    if text[..end].ends_with('\r') { end - 1 } else { end }
}

/// The end of the block whose last value ends before `end`, with the comment at the end of its last line and with the
/// comment lines below it that are indented deeper than `column`.
pub fn block_end(text: &str, end: usize, column: usize) -> usize {
    let mut at = line_end(text, text[..end].trim_end().len());
    loop {
        let rest = &text[at..];
        let Some(next) = rest.find('\n').map(|n| at + n + 1) else { return at };
        let line = &text[next..line_end(text, next)];
        let indent = line.len() - line.trim_start_matches(' ').len();
        if !line.trim_start().starts_with('#') || indent <= column {
            return at;
        }
        at = next + line.len();
    }
}

/// The column of the dash before an item that begins at `at`; none if something else stands there.
pub fn dash_column(text: &str, at: usize) -> Option<usize> {
    let before = text[..at].trim_end_matches([' ', '\n', '\r']);
    let dash = before.strip_suffix('-')?.len();
    let alone = text[line_start(text, dash)..dash].bytes().all(|b| b == b' ');
    alone.then(|| column(text, dash))
}

/// The sign before an item that begins at `at`, blanks passed over.
pub fn sign_before(text: &str, at: usize) -> Option<char> {
    text[..at].trim_end().chars().next_back()
}

/// The line end that a file uses.
pub fn newline(text: &str) -> &'static str {
    match text.find('\n') {
        Some(n) if text[..n].ends_with('\r') => "\r\n",
        Some(_) | None => "\n",
    }
}
