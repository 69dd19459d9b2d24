//! Writing of HTML: the only place where text becomes markup.

/// A block while it is written: HTML and the same as plain text.
#[derive(Debug, Default)]
pub(super) struct Flow {
    pub(super) html: String,
    pub(super) text: String,
}

impl Flow {
    /// Text of the content, escaped; `[?]` marks a doubtful reading in a restored scan.
    pub(super) fn say(&mut self, text: &str) {
        let mut rest = text;
        if text.contains('[') {
            while let Some((before, after)) = rest.split_once("[?]") {
                escape(before, &mut self.html);
                self.html.push_str("<abbr class=\"doubt\">[?]</abbr>");
                rest = after;
            }
        }
        escape(rest, &mut self.html);
        self.plain(text);
    }

    /// Text in which `[?]` is no mark.
    pub(super) fn say_code(&mut self, text: &str) {
        escape(text, &mut self.html);
        self.plain(text);
    }

    fn plain(&mut self, text: &str) {
        if no_byte(text, may_be_dropped) {
            self.text.push_str(text);
        } else {
            self.text.extend(text.chars().filter(|c| !is_dropped(*c)));
        }
    }

    pub(super) fn tag(&mut self, markup: &str) {
        self.html.push_str(markup);
    }

    /// A gap between two pieces of plain text.
    pub(super) fn gap(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with(char::is_whitespace) {
            self.text.push(' ');
        }
    }
}

/// Escapes for element content and for attributes in double quotes; control characters are dropped.
pub(super) fn escape(text: &str, out: &mut String) {
    let special = |b: u8| matches!(b, b'&' | b'<' | b'>' | b'"' | b'\'') || may_be_dropped(b);
    if no_byte(text, special) {
        return out.push_str(text);
    }
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c if is_dropped(c) => {}
            c => out.push(c),
        }
    }
}

/// Characters that HTML does not allow even as references.
fn is_dropped(c: char) -> bool {
    (c.is_control() && !matches!(c, '\n' | '\t'))
        || (c as u32 & 0xfffe) == 0xfffe
        || ('\u{fdd0}'..='\u{fdef}').contains(&c)
}

/// Whether a character that is dropped may begin with, or be, this byte.
fn may_be_dropped(byte: u8) -> bool {
    (byte < 0x20 && byte != b'\n' && byte != b'\t') || byte == 0x7f || byte == 0xc2 || byte >= 0xef
}

/// Whether no byte is of a kind. There is no early exit, so that the compiler compares many bytes at once.
fn no_byte(text: &str, of_kind: impl Fn(u8) -> bool) -> bool {
    !text.bytes().fold(false, |found, byte| found | of_kind(byte))
}

pub(super) fn attribute(name: &str, value: &str) -> String {
    let mut out = format!(" {name}=\"");
    escape(value, &mut out);
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The fast path by bytes passes nothing that the path by characters would drop.
    #[test]
    fn bytes_tell_no_more_than_characters() {
        for c in (0..=0x0010_ffff).filter_map(char::from_u32).filter(|c| is_dropped(*c)) {
            let first = c.encode_utf8(&mut [0; 4]).as_bytes()[0];
            assert!(may_be_dropped(first), "{:x}", u32::from(c));
        }
    }

    #[test]
    fn escaping() {
        for (text, html, plain) in [
            ("Bộ Nội vụ", "Bộ Nội vụ", "Bộ Nội vụ"),
            ("a<b> & \"c\" 'd'", "a&lt;b&gt; &amp; &quot;c&quot; &#39;d&#39;", "a<b> & \"c\" 'd'"),
            ("a\u{1}b\u{85}\u{ffff}\tc\n", "ab\tc\n", "ab\tc\n"),
            ("[a] [?] b", "[a] <abbr class=\"doubt\">[?]</abbr> b", "[a] [?] b"),
        ] {
            let mut flow = Flow::default();
            flow.say(text);
            assert_eq!((flow.html.as_str(), flow.text.as_str()), (html, plain), "{text:?}");
        }
    }
}
