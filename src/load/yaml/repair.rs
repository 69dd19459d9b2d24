//! Syntax errors in an editor's words, and how to read on behind them.
//!
//! The YAML engine stops at the first error. Nearly all errors that people make spoil the value of one line (a colon, a
//! `*`, a `%`, a quote inside an unquoted text). Such a value is overwritten by a filler of the same length, so that all
//! other offsets in the file stay valid, and the file is parsed again.

use super::lines::{line_around, value_inside, value_of_line};
use crate::diag::{Code, Diagnostic, FileId, Place, Sink};
use serde_yaml::granit_parser::{ErrorKind, ScanError};
use std::ops::Range;

/// What word processors put before the items of a list.
const LIST_SIGNS: [char; 6] = ['–', '—', '−', '‐', '‑', '•'];
const WIDE_COLON: char = '：';
/// Most values overwritten in one file.
const MAX_REPAIRS: usize = 20;
/// Most bytes read again in one file.
const MAX_REREAD: usize = 64 << 20;

/// The text of a file while its spoilt values are overwritten one after the other.
pub struct Repair {
    text: String,
    file: FileId,
    start: usize,
    fillers: Vec<usize>,
}

/// What is wrong, as the message files name it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Reason {
    /// `title: Báo cáo: tháng 9`
    Colon,
    /// `title: *quan trọng*`, `title: & b`
    Star,
    /// `unit: %`, `title: @x`
    Sign,
    /// `operator: >=`
    Block,
    /// `title: "A" và B`
    AfterQuote,
    /// `title: "A`
    OpenQuote,
    /// `path: "C:\x"`
    Escape,
    /// `title: [a] b`, `a: [1, 2` and the like
    Bracket,
    /// `title: - a`
    Dash,
    /// A line that begins further left or right than those around it.
    Indent,
    /// `title Báo cáo`
    NoColon,
    /// `title：Báo cáo`, with the colon of Chinese and Japanese type.
    WideColon,
    /// `– title: Báo cáo`: a list that a word processor has set.
    ListSign,
    /// A tab before the text of a line.
    Tab,
    /// `!name` before a value.
    Tag,
    /// `%YAML` and the like.
    Directive,
    /// Whatever else the engine says.
    Other,
}

impl Reason {
    fn code(self) -> &'static str {
        match self {
            Self::Colon => "colon",
            Self::Star => "star",
            Self::Sign => "sign",
            Self::Block => "block",
            Self::AfterQuote => "after-quote",
            Self::OpenQuote => "open-quote",
            Self::Escape => "escape",
            Self::Bracket => "bracket",
            Self::Dash => "dash",
            Self::Indent => "indent",
            Self::NoColon => "no-colon",
            Self::WideColon => "wide-colon",
            Self::ListSign => "list-sign",
            Self::Tab => "tab",
            Self::Tag => "tag",
            Self::Directive => "directive",
            Self::Other => "other",
        }
    }

    /// Whether only the value of one line is spoilt.
    fn one_value(self) -> bool {
        match self {
            Self::Colon
            | Self::Star
            | Self::Sign
            | Self::Block
            | Self::AfterQuote
            | Self::OpenQuote
            | Self::Escape
            | Self::Bracket
            | Self::Tag
            | Self::Dash => true,
            Self::Indent
            | Self::NoColon
            | Self::WideColon
            | Self::ListSign
            | Self::Tab
            | Self::Directive
            | Self::Other => false,
        }
    }
}

impl Repair {
    pub fn new(text: &str, file: FileId, start: usize) -> Self {
        Self { text: text.to_owned(), file, start, fillers: Vec::new() }
    }

    pub fn text(&self) -> &str {
        &self.text
    }

    /// Where the overwritten values begin, ascending.
    pub fn fillers(&self) -> &[usize] {
        &self.fillers
    }

    /// Reports an error of the engine. True if the text was mended and can be parsed again.
    pub fn note(&mut self, error: &ScanError, sink: &mut Sink) -> bool {
        let byte = self.floor(error.marker().byte_offset().unwrap_or(0));
        let (reason, byte) = self.classify(error.kind(), byte);
        self.note_reason(reason, byte, sink)
    }

    /// Reports a tag in front of the value at `byte`.
    pub fn note_tag(&mut self, byte: usize, sink: &mut Sink) -> bool {
        let byte = self.floor(byte);
        self.note_reason(Reason::Tag, byte, sink)
    }

    fn note_reason(&mut self, reason: Reason, byte: usize, sink: &mut Sink) -> bool {
        let line = line_around(&self.text, byte);
        let again = !self.fillers.is_empty();
        if again && (!reason.one_value() || self.fillers.iter().any(|f| line.contains(f))) {
            // Behind a filler only clear slips are reported: the rest may be a consequence of the mending.
            return false;
        }
        if reason == Reason::Tab {
            self.note_tabs(line.start, sink);
            return false;
        }
        if let Some((reason, at)) = self.look_alike(reason, &line) {
            let proposal = proposal(reason, &self.text[at.clone()]);
            let diagnostic = Diagnostic::new(Code::YamlSyntax, self.place(&at)).arg("reason", reason.code());
            sink.push(diagnostic.suggest(proposal));
            return false;
        }
        let mut value = value_of_line(&self.text, line.start, line.end);
        if self.text[value.clone()].starts_with(['[', '{']) {
            value = value_inside(&self.text, value.clone(), byte).unwrap_or(value);
        }
        let shown =
            if reason.one_value() && !value.is_empty() { value.clone() } else { self.shown(reason, byte, &line) };
        let diagnostic = Diagnostic::new(Code::YamlSyntax, self.place(&shown)).arg("reason", reason.code());
        sink.push(diagnostic.suggest(proposal(reason, &self.text[shown])));
        let room = self.fillers.len() < MAX_REPAIRS && self.text.len() * (self.fillers.len() + 1) <= MAX_REREAD;
        reason.one_value() && room && self.fill(value)
    }

    /// Overwrites a value; refuses one that other lines depend on.
    fn fill(&mut self, value: Range<usize>) -> bool {
        let text = &self.text[value.clone()];
        let closed = match text.as_bytes() {
            [b'{', .., b'}'] | [b'[', .., b']'] => true,
            [] | [b'{' | b'[', ..] | [.., b',' | b'}' | b']'] => false,
            _ => true,
        };
        if !closed {
            return false;
        }
        self.text.replace_range(value.clone(), &"x".repeat(value.len()));
        let at = self.fillers.partition_point(|f| *f < value.start);
        self.fillers.insert(at, value.start);
        true
    }

    fn classify(&self, kind: &ErrorKind, byte: usize) -> (Reason, usize) {
        let line = line_around(&self.text, byte);
        let reason = match kind {
            ErrorKind::MappingValueNotAllowed | ErrorKind::InvalidColonPlacement => {
                return self.colon(byte, &line);
            }
            ErrorKind::UnknownAnchor | ErrorKind::MissingAnchorOrAliasName => Reason::Star,
            ErrorKind::UnexpectedCharacter { .. } => Reason::Sign,
            ErrorKind::InvalidBlockScalarHeader | ErrorKind::ZeroBlockScalarIndent => Reason::Block,
            ErrorKind::InvalidTrailingSingleQuotedScalar | ErrorKind::InvalidTrailingDoubleQuotedScalar => {
                let value = value_of_line(&self.text, line.start, line.end);
                let elsewhere = value.start > byte || !self.text[value].starts_with(['"', '\'']);
                return match self.quote_before(line.start) {
                    Some(opened) if elsewhere => (Reason::OpenQuote, opened),
                    Some(_) | None => (Reason::AfterQuote, byte),
                };
            }
            ErrorKind::InvalidQuotedScalarIndent
            | ErrorKind::UnclosedQuotedScalar
            | ErrorKind::DocumentIndicatorInQuotedScalar => {
                let value = value_of_line(&self.text, line.start, line.end);
                let here = self.text[value].starts_with(['"', '\'']);
                let opened =
                    if here && *kind == ErrorKind::UnclosedQuotedScalar { None } else { self.quote_before(line.start) };
                return (Reason::OpenQuote, opened.unwrap_or(byte));
            }
            ErrorKind::UnknownQuotedScalarEscape
            | ErrorKind::InvalidQuotedScalarHexEscape
            | ErrorKind::InvalidUnicodeEscape
            | ErrorKind::InvalidLowSurrogateHexEscape
            | ErrorKind::InvalidLowSurrogate
            | ErrorKind::MissingLowSurrogate
            | ErrorKind::UnpairedLowSurrogate => Reason::Escape,
            ErrorKind::BlockSequenceEntryNotAllowed => Reason::Dash,
            ErrorKind::TabNotAllowed
            | ErrorKind::TabInBlockIndentation
            | ErrorKind::TabInIndentation
            | ErrorKind::TabInPlainScalar
            | ErrorKind::TabAtBlockScalarStart => Reason::Tab,
            ErrorKind::ExpectedBlockMappingKey | ErrorKind::ExpectedBlockSequenceEntry => {
                if self.text[line.start..byte].trim().is_empty() { Reason::Indent } else { Reason::Bracket }
            }
            ErrorKind::InvalidIndentation
            | ErrorKind::InvalidBlockScalarIndent
            | ErrorKind::InvalidFlowScalarIndent => Reason::Indent,
            ErrorKind::SimpleKeyExpected | ErrorKind::InvalidSimpleKey | ErrorKind::InvalidMappingValueWhitespace => {
                Reason::NoColon
            }
            ErrorKind::ExpectedFlowMappingSeparator
            | ErrorKind::ExpectedFlowSequenceSeparator
            | ErrorKind::UnexpectedEofFlowMapping
            | ErrorKind::UnexpectedEofFlowSequence
            | ErrorKind::UnexpectedEofImplicitFlowMapping
            | ErrorKind::UnclosedFlowCollection { .. }
            | ErrorKind::MismatchedFlowCollectionEnd { .. }
            | ErrorKind::MisplacedFlowCollectionEnd
            | ErrorKind::FlowMappingValueAdjacentCollection => Reason::Bracket,
            ErrorKind::UndeclaredTagHandle
            | ErrorKind::ExpectedTagBang
            | ErrorKind::MissingTagUri
            | ErrorKind::InvalidTagTerminator
            | ErrorKind::InvalidGlobalTagCharacter
            | ErrorKind::UnclosedVerbatimTag
            | ErrorKind::InvalidTagEscape => Reason::Tag,
            ErrorKind::DirectiveDisallowed => Reason::Directive,
            // The engine's list is open; whatever is not named is told apart by its place alone.
            _ => Reason::Other,
        };
        (reason, byte)
    }

    /// A colon too many: inside a value, or behind a key whose line does not stand where keys stand.
    fn colon(&self, byte: usize, line: &Range<usize>) -> (Reason, usize) {
        let value = value_of_line(&self.text, line.start, line.end);
        if self.text[value.clone()].starts_with(['[', '{']) {
            return (Reason::Bracket, byte);
        }
        if value.start <= byte && value.start > line.start {
            return (Reason::Colon, byte);
        }
        // The key itself is not expected: the line above is no `key: value`, or this one is indented too far.
        let above = self.text[..line.start].trim_end();
        let above_line = line_around(&self.text, above.len());
        let above_value = value_of_line(&self.text, above_line.start, above_line.end);
        let indent = |from: usize, to: usize| self.text[from..to].len() - self.text[from..to].trim_start().len();
        let further = indent(line.start, line.end) > indent(above_line.start, above_line.end);
        if self.text[above_value.clone()].starts_with(['[', '{']) {
            (Reason::Bracket, above_value.start)
        } else if further || above.is_empty() {
            (Reason::Indent, byte)
        } else {
            (Reason::NoColon, above_line.start)
        }
    }

    /// A sign on this line or the one above that looks like one of YAML's: why the lines do not fit together.
    fn look_alike(&self, reason: Reason, line: &Range<usize>) -> Option<(Reason, Range<usize>)> {
        if !matches!(reason, Reason::Indent | Reason::NoColon | Reason::Bracket | Reason::Other) {
            return None;
        }
        let above = line_around(&self.text, self.text[..line.start].trim_end().len());
        [line.clone(), above]
            .into_iter()
            .find_map(|line| {
                let text = &self.text[line.clone()];
                let head = line.start + text.len() - text.trim_start().len();
                let sign = self.text[head..line.end].chars().next().filter(|c| LIST_SIGNS.contains(c))?.len_utf8();
                let blank = self.text[head + sign..line.end].starts_with(' ');
                blank.then_some((Reason::ListSign, head..head + sign))
            })
            .or_else(|| {
                let text = &self.text[line.clone()];
                let head = line.start + text.len() - text.trim_start().len();
                text.contains(WIDE_COLON).then_some((Reason::WideColon, head..line.end))
            })
    }

    /// The line above `before` whose value opens a quote that the line does not close.
    fn quote_before(&self, before: usize) -> Option<usize> {
        let mut end = before;
        for _ in 0..200 {
            let above = self.text[..end].trim_end_matches(['\n', '\r']);
            if above.is_empty() {
                return None;
            }
            let line = line_around(&self.text, above.len());
            let value = value_of_line(&self.text, line.start, line.end);
            let text = &self.text[value.clone()];
            if let Some(quote) = text.chars().next().filter(|c| matches!(c, '"' | '\'')) {
                return (text.matches(quote).count() % 2 == 1).then_some(value.start);
            }
            end = line.start;
        }
        None
    }

    fn note_tabs(&self, from: usize, sink: &mut Sink) {
        let mut start = from;
        let mut noted = 0;
        for line in self.text[from..].split_inclusive('\n') {
            let head = line.len() - line.trim_start_matches([' ', '\t']).len();
            if line[..head].contains('\t') && !line.trim().is_empty() && noted < MAX_REPAIRS {
                let at = self.place(&(start..start + head));
                sink.push(Diagnostic::new(Code::YamlSyntax, at).arg("reason", Reason::Tab.code()));
                noted += 1;
            }
            start += line.len();
        }
        if noted == 0 {
            let at = self.place(&line_around(&self.text, from));
            sink.push(Diagnostic::new(Code::YamlSyntax, at).arg("reason", Reason::Tab.code()));
        }
    }

    /// What to underline where it is not the value.
    fn shown(&self, reason: Reason, byte: usize, line: &Range<usize>) -> Range<usize> {
        let text = &self.text[line.clone()];
        let head = line.start + (text.len() - text.trim_start().len());
        match reason {
            Reason::Indent | Reason::NoColon => head..line.end,
            _ => byte..(byte + 1).max(line.end.min(self.text.len())).min(self.text.len()),
        }
    }

    fn place(&self, range: &Range<usize>) -> Place {
        let at = |n: usize| u32::try_from(self.start + n).unwrap_or(u32::MAX);
        Place { file: self.file, start: at(range.start), end: at(range.end.max(range.start)) }
    }

    fn floor(&self, byte: usize) -> usize {
        let mut byte = byte.min(self.text.len());
        while !self.text.is_char_boundary(byte) {
            byte -= 1;
        }
        byte
    }
}

/// The value as it should be written.
fn proposal(reason: Reason, text: &str) -> Option<String> {
    let quoted = |text: &str| format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""));
    if text.chars().count() > 100 || text.starts_with(['[', '{']) {
        return None;
    }
    match reason {
        Reason::ListSign => Some("-".to_owned()),
        Reason::WideColon => {
            let parts: Vec<&str> = text.split(WIDE_COLON).map(str::trim).collect();
            Some(parts.join(": "))
        }
        _ if !reason.one_value() => None,
        // Quotes inside may have been escaped already.
        Reason::AfterQuote => Some(quoted(&inside_quotes(text).replace("\\\"", "\""))),
        Reason::OpenQuote => text.chars().next().map(|quote| format!("{text}{quote}")),
        Reason::Escape | Reason::Dash => None,
        _ if text.is_empty() => None,
        _ => Some(quoted(text)),
    }
}

/// A text without the quotes around the whole of it: `"Đề án "Một cửa" quốc gia"`, but not `"A" và "B"`. A second quote
/// that opens again tells the two apart.
fn inside_quotes(text: &str) -> &str {
    let Some(quote) = text.chars().next().filter(|c| matches!(c, '"' | '\'')) else { return text };
    let inside = &text[1..];
    let opens = inside.find(quote).is_some_and(|n| n == 0 || inside[..n].ends_with([' ', '(', '\\']));
    if !opens {
        return text;
    }
    let closed = text.matches(quote).count() % 2 == 0;
    inside.strip_suffix(quote).filter(|_| closed).unwrap_or(inside)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn proposals_are_what_was_meant() {
        for (reason, text, meant) in [
            (Reason::AfterQuote, r#""Đề án "Một cửa" quốc gia""#, r#""Đề án \"Một cửa\" quốc gia""#),
            (Reason::AfterQuote, r#""Đề án "Một cửa" quốc gia"#, r#""Đề án \"Một cửa\" quốc gia""#),
            (Reason::AfterQuote, r#"""Một cửa" quốc gia""#, r#""\"Một cửa\" quốc gia""#),
            (Reason::AfterQuote, r#""A" và "B""#, r#""\"A\" và \"B\"""#),
            (Reason::AfterQuote, r#""A" và B"#, r#""\"A\" và B""#),
            (Reason::AfterQuote, "'Đề án 'Một cửa' quốc gia'", r#""Đề án 'Một cửa' quốc gia""#),
            (Reason::AfterQuote, r#""Đề án \"Một cửa\"" quốc gia"#, r#""Đề án \"Một cửa\"\" quốc gia""#),
            (Reason::WideColon, "title：Báo cáo", "title: Báo cáo"),
            (Reason::WideColon, "title： Báo cáo", "title: Báo cáo"),
            (Reason::ListSign, "–", "-"),
        ] {
            assert_eq!(proposal(reason, text).as_deref(), Some(meant), "{text}");
        }
    }
}
