//! The tags of a template as tokens with places. Only templates that Tera has parsed come here.

/// One token within a tag.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::theme) struct Token {
    pub(super) kind: Kind,
    pub(super) start: usize,
}

#[derive(Debug, Clone, PartialEq)]
pub(in crate::theme) enum Kind {
    /// `{{`, `{%` and their ends.
    ValueStart,
    ValueEnd,
    TagStart,
    TagEnd,
    Name(String),
    Text(String),
    Number,
    /// An operator or bracket.
    Sign(&'static str),
}

/// The tokens of a template, text and comments left out.
#[derive(Debug, Clone, Default)]
pub(in crate::theme) struct Lexed {
    pub(super) tokens: Vec<Token>,
}

const SIGNS: [&str; 32] = [
    "...", "//", "**", "==", "!=", ">=", "<=", "</", "?.", "?[", "/>", "+", "-", "*", "/", "%", "!", ".", ",", ":",
    "~", "|", "=", ">", "<", "(", ")", "[", "]", "{", "}", "@",
];

impl Lexed {
    pub(in crate::theme) fn read(text: &str) -> Self {
        let mut lexed = Self::default();
        let mut at = 0;
        while let Some(start) = next_start(text, at) {
            at = match &text[start..start + 2] {
                "{#" => text[start..].find("#}").map_or(text.len(), |n| start + n + 2),
                "{{" => lexed.tag(text, start, Kind::ValueStart, Kind::ValueEnd, "}}"),
                _ => raw_end(text, start).unwrap_or_else(|| lexed.tag(text, start, Kind::TagStart, Kind::TagEnd, "%}")),
            };
        }
        lexed
    }

    /// Reads a tag that begins at `start`; returns the byte after it.
    fn tag(&mut self, text: &str, start: usize, open: Kind, close: Kind, end: &str) -> usize {
        self.tokens.push(Token { kind: open, start });
        let mut at = start + 2;
        if text[at..].starts_with('-') {
            at += 1;
        }
        while at < text.len() {
            let rest = &text[at..];
            if rest.starts_with(end) || (rest.starts_with('-') && rest[1..].starts_with(end)) {
                at += end.len() + usize::from(rest.starts_with('-'));
                break;
            }
            let first = rest.as_bytes()[0];
            let len = if first.is_ascii_whitespace() {
                1
            } else if matches!(first, b'"' | b'\'' | b'`') {
                let len = quoted(rest);
                let content = rest.get(1..len - 1).unwrap_or_default();
                self.tokens.push(Token { kind: Kind::Text(content.to_owned()), start: at });
                len
            } else if first.is_ascii_digit() {
                self.tokens.push(Token { kind: Kind::Number, start: at });
                rest.bytes().take_while(|b| b.is_ascii_digit() || *b == b'.').count()
            } else if first.is_ascii_alphabetic() || first == b'_' {
                let len = rest.bytes().take_while(|b| b.is_ascii_alphanumeric() || *b == b'_').count();
                self.tokens.push(Token { kind: Kind::Name(rest[..len].to_owned()), start: at });
                len
            } else if let Some(sign) = SIGNS.iter().find(|sign| rest.starts_with(**sign)) {
                self.tokens.push(Token { kind: Kind::Sign(sign), start: at });
                sign.len()
            } else {
                rest.chars().next().map_or(1, char::len_utf8)
            };
            at += len;
        }
        self.tokens.push(Token { kind: close, start: at });
        at
    }
}

fn next_start(text: &str, from: usize) -> Option<usize> {
    let found = text.as_bytes()[from..].windows(2).position(|w| matches!(w, b"{{" | b"{%" | b"{#"));
    found.map(|n| from + n)
}

/// Bytes of a string with its quotes.
fn quoted(text: &str) -> usize {
    let quote = text.as_bytes()[0];
    let mut escaped = false;
    for (n, byte) in text.bytes().enumerate().skip(1) {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            byte if byte == quote => return n + 1,
            _ => {}
        }
    }
    text.len()
}

/// Where the `{% raw %}` block ends that begins at `start`, if one does.
fn raw_end(text: &str, start: usize) -> Option<usize> {
    let inside = |at: usize| text[at + 2..].trim_start_matches('-').trim_start();
    inside(start).strip_prefix("raw").filter(|rest| rest.trim_start().trim_start_matches('-').starts_with("%}"))?;
    let mut at = start + 2;
    loop {
        at += text[at..].find("{%")?;
        if inside(at).starts_with("endraw") {
            return text[at..].find("%}").map(|n| at + n + 2);
        }
        at += 2;
    }
}
