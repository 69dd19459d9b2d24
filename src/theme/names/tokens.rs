//! Templates as tags, tags as tokens. Only templates that Tera has parsed come here.

use std::ops::Range;

/// A tag of a template; text and comments are left out.
#[derive(Debug)]
pub(in crate::theme) struct Tag<'t> {
    /// `{% … %}`, not `{{ … }}`.
    pub(super) statement: bool,
    pub(super) tokens: Vec<Token<'t>>,
}

#[derive(Debug, Clone, Copy)]
pub(in crate::theme) struct Token<'t> {
    pub(super) kind: Kind,
    /// As it stands there; a text without its quotes.
    pub(super) text: &'t str,
    pub(super) start: usize,
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Kind {
    Name,
    Text,
    Number,
    /// An operator or bracket.
    Sign,
}

/// Signs of several characters; any other character is a sign by itself.
const SIGNS: [&str; 9] = ["...", "==", "!=", ">=", "<=", "</", "?.", "?[", "/>"];

impl Tag<'_> {
    /// The word, or the `<`, that says what the tag is for.
    pub(super) fn keyword(&self) -> Option<&str> {
        self.tokens.first().filter(|_| self.statement).map(|token| token.text)
    }
}

/// What an expression is in [`html`].
pub(in crate::theme) const EXPRESSION: char = '\u{1}';

pub(in crate::theme) fn read(text: &str) -> Vec<Tag<'_>> {
    spans(text).into_iter().filter_map(|(_, tag)| tag).collect()
}

/// The text of a template with every byte in its place: expressions are [`EXPRESSION`]s, statements and comments blanks.
pub(in crate::theme) fn html(text: &str) -> String {
    let mut html = String::with_capacity(text.len());
    for (range, tag) in spans(text) {
        html.push_str(&text[html.len()..range.start]);
        let expression = tag.is_some_and(|tag| !tag.statement);
        html.extend(range.map(|_| if expression { EXPRESSION } else { ' ' }));
    }
    html.push_str(&text[html.len()..]);
    html
}

/// Tags and comments, these without a [`Tag`].
fn spans(text: &str) -> Vec<(Range<usize>, Option<Tag<'_>>)> {
    let mut spans = Vec::new();
    let mut at = 0;
    while let Some(open) = text[at..].find('{').map(|n| at + n) {
        let (end, tag) = match text.as_bytes().get(open + 1) {
            Some(b'#') => (text[open..].find("#}").map_or(text.len(), |n| open + n + 2), None),
            Some(b'{') => tag(text, open, "}}"),
            Some(b'%') => tag(text, open, "%}"),
            Some(_) | None => {
                at = open + 1;
                continue;
            }
        };
        let raw = tag.as_ref().and_then(Tag::keyword) == Some("raw");
        at = if raw { before_endraw(text, end) } else { end };
        spans.push((open..end, tag));
    }
    spans
}

/// Reads the tag that begins at `open`; the byte after it, and the tag.
fn tag<'t>(text: &'t str, open: usize, close: &str) -> (usize, Option<Tag<'t>>) {
    let mut tokens = Vec::new();
    let mut at = open + 2 + usize::from(text[open + 2..].starts_with('-'));
    while let Some(first) = text[at..].chars().next() {
        let rest = &text[at..];
        if let Some(after) = rest.strip_prefix('-').unwrap_or(rest).strip_prefix(close) {
            at = text.len() - after.len();
            break;
        }
        let run = |of: fn(char) -> bool| rest.find(|c| !of(c)).unwrap_or(rest.len());
        let (kind, len) = match first {
            '"' | '\'' | '`' => (Kind::Text, quoted(rest)),
            '0'..='9' => (Kind::Number, run(|c| c.is_ascii_digit())),
            'a'..='z' | 'A'..='Z' | '_' => (Kind::Name, run(|c| c.is_ascii_alphanumeric() || c == '_')),
            _ => (Kind::Sign, SIGNS.iter().find(|sign| rest.starts_with(**sign)).map_or(first.len_utf8(), |s| s.len())),
        };
        if !first.is_whitespace() {
            let text = match kind {
                // What is never closed goes to the end of the file.
                Kind::Text => rest[1..len].strip_suffix(first).unwrap_or(&rest[1..len]),
                Kind::Number | Kind::Name | Kind::Sign => &rest[..len],
            };
            tokens.push(Token { kind, text, start: at });
        }
        at += len;
    }
    (at, Some(Tag { statement: close == "%}", tokens }))
}

fn quoted(text: &str) -> usize {
    let mut escaped = false;
    let end = text.bytes().skip(1).position(|byte| {
        let closes = byte == text.as_bytes()[0] && !escaped;
        escaped = byte == b'\\' && !escaped;
        closes
    });
    end.map_or(text.len(), |n| n + 2)
}

/// Where the tag begins that ends a raw text.
fn before_endraw(text: &str, at: usize) -> usize {
    let ends = |open: &usize| text[open + 2..].trim_start_matches('-').trim_start().starts_with("endraw");
    text[at..].match_indices("{%").map(|(n, _)| at + n).find(ends).unwrap_or(text.len())
}

pub(super) fn name<'t>(tokens: &[Token<'t>], at: usize) -> Option<&'t str> {
    tokens.get(at).filter(|token| token.kind == Kind::Name).map(|token| token.text)
}

pub(super) fn is(tokens: &[Token<'_>], at: usize, sign: &str) -> bool {
    tokens.get(at).is_some_and(|token| token.kind == Kind::Sign && token.text == sign)
}

/// The tokens within the bracket at `at`, which is then the place after the bracket that closes it.
pub(super) fn inside<'a, 't>(tokens: &'a [Token<'t>], at: &mut usize) -> &'a [Token<'t>] {
    let open = *at + 1;
    let mut depth = 0;
    while *at < tokens.len() {
        depth = deeper(depth, &tokens[*at]);
        *at += 1;
        if depth == 0 {
            return &tokens[open..*at - 1];
        }
    }
    &tokens[open..]
}

/// Where `word` stands outside of brackets.
pub(super) fn outside(tokens: &[Token<'_>], word: &str) -> Option<usize> {
    let mut depth = 0;
    tokens.iter().enumerate().position(|(at, token)| {
        depth = deeper(depth, token);
        let field = at > 0 && matches!(tokens[at - 1].text, "." | "?.");
        depth == 0 && !field && token.text == word && token.kind != Kind::Text
    })
}

pub(super) fn pieces<'a, 't>(mut tokens: &'a [Token<'t>]) -> impl Iterator<Item = &'a [Token<'t>]> {
    std::iter::from_fn(move || {
        let end = outside(tokens, ",").unwrap_or(tokens.len());
        let piece = &tokens[..end];
        tokens = tokens.get(end + 1..).unwrap_or_default();
        (!piece.is_empty()).then_some(piece)
    })
}

/// The name of an argument `name=…`, if it has one, and its value.
pub(super) fn argument<'a, 't>(piece: &'a [Token<'t>]) -> (Option<&'t str>, &'a [Token<'t>]) {
    match name(piece, 0).filter(|_| is(piece, 1, "=")) {
        Some(name) => (Some(name), &piece[2..]),
        None => (None, piece),
    }
}

/// A name with dots; `at` is then the place after it.
pub(super) fn dotted(tokens: &[Token<'_>], at: &mut usize) -> String {
    let start = *at;
    while name(tokens, *at).is_some() && (*at == start || is(tokens, *at - 1, ".")) {
        *at += 1 + usize::from(is(tokens, *at + 1, "."));
    }
    tokens[start..*at].iter().map(|token| token.text).collect()
}

fn deeper(depth: usize, token: &Token<'_>) -> usize {
    match token.text {
        _ if token.kind != Kind::Sign => depth,
        "(" | "[" | "{" | "?[" => depth + 1,
        ")" | "]" | "}" => depth.saturating_sub(1),
        _ => depth,
    }
}
