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
        while let Some((before, after)) = rest.split_once("[?]") {
            escape(before, &mut self.html);
            self.html.push_str("<abbr class=\"doubt\">[?]</abbr>");
            rest = after;
        }
        escape(rest, &mut self.html);
        self.text.extend(text.chars().filter(|c| !is_dropped(*c)));
    }

    /// Text as it is, without any reading of marks in it.
    pub(super) fn say_code(&mut self, text: &str) {
        escape(text, &mut self.html);
        self.text.extend(text.chars().filter(|c| !is_dropped(*c)));
    }

    /// Markup of our own.
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

/// An attribute with a leading blank.
pub(super) fn attribute(name: &str, value: &str) -> String {
    let mut out = format!(" {name}=\"");
    escape(value, &mut out);
    out.push('"');
    out
}
