//! The forms of texts for people.

/// In which form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Markup {
    /// Lines of text.
    Text,
    /// Headings, lists and a table.
    Markdown,
}

/// A text in Markdown: what would mean something there is kept from it.
pub fn safe(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '#' | '~') {
            out.push('\\');
        }
        out.push(if c == '\n' { ' ' } else { c });
    }
    out
}
