//! Takes the marks of Markdown off a line and leaves its words and labels as printed.
//!
//! A paper is read by its printed labels (`1.`, `a)`, `đ)`), which Markdown would number anew or not know at all. So no
//! Markdown is read here: emphasis, headings, escapes and footnote signs are taken away.

use super::line::pattern;
use regex::{Captures, Regex};
use std::sync::LazyLock;

/// A picture, and nothing of it.
static PICTURE: LazyLock<Regex> = LazyLock::new(|| pattern(r"!\[[^\]]*\]\([^)]*\)"));
/// A link, of which the words stay.
static LINK: LazyLock<Regex> = LazyLock::new(|| pattern(r"\[([^\]\[]+)\]\([^)]*\)"));
/// The sign of a footnote: `<sup>1</sup>`, `[^1]`.
static SIGN: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"(?i)<sup>\s*[\[(]?[0-9*]{1,4}[\])]?\s*</sup>|\[\^[^\]\s]{1,20}\]|\$\^\{?[0-9]{1,3}\}?\$")
});
/// A line break typed as a tag.
static BREAK: LazyLock<Regex> = LazyLock::new(|| pattern(r"(?i)<br\s*/?>"));
/// Any other tag or comment.
static TAG: LazyLock<Regex> = LazyLock::new(|| pattern(r"<!--.*?-->|</?[A-Za-z][^<>]*>"));
/// Marks at the beginning of a line: heading, quotation.
static LEADING: LazyLock<Regex> = LazyLock::new(|| pattern(r"^\s*(?:>\s?)*(?:#{1,6}\s+)?"));
/// A footnote's own line, with its text.
static NOTE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"(?i)^\s*(?:<sup>\s*[\[(]?[0-9*]{1,4}[\])]?\s*</sup>|\[\^[^\]\s]{1,20}\]:)\s*(?:[:.]\s*)?(.*)$")
});

/// The words of a footnote's own line; none for any other line.
pub fn note(line: &str) -> Option<&str> {
    NOTE.captures(line).and_then(|found| found.get(1)).map(|text| text.as_str())
}

/// A line without marks. A break typed as a tag is a line end.
pub fn off(line: &str) -> String {
    // Two runs of bold words one behind the other are two lines.
    let mut text = LEADING.replace(line, "").replace("****", "\n");
    if text.contains(['<', '[', '$']) {
        text = SIGN.replace_all(&text, "").into_owned();
        text = PICTURE.replace_all(&text, "").into_owned();
        text = LINK.replace_all(&text, |found: &Captures<'_>| found[1].to_owned()).into_owned();
        text = BREAK.replace_all(&text, "\n").into_owned();
        text = TAG.replace_all(&text, "").into_owned();
    }
    if text.contains('&') {
        for (name, sign) in [("&nbsp;", " "), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")] {
            text = text.replace(name, sign);
        }
    }
    without_emphasis(&text)
}

/// Stars and underlines around words are gone, escaped signs stand for themselves. A star in brackets or between spaces
/// is a sign of the text, as is an underline inside a word.
fn without_emphasis(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut signs = text.chars().peekable();
    let mut before = ' ';
    while let Some(c) = signs.next() {
        let next = signs.peek().copied().unwrap_or(' ');
        let drop = match c {
            '\\' => next.is_ascii_punctuation(),
            '*' => !(before == '(' && next == ')' || before.is_whitespace() && next.is_whitespace()),
            '_' => before.is_alphanumeric() != next.is_alphanumeric() && before != '_' && next != '_',
            _ => false,
        };
        if !drop {
            out.push(c);
        } else if c == '\\' {
            out.extend(signs.next());
        }
        before = c;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_taken_off() {
        for (line, expected) in [
            ("## **I. KẾT QUẢ**", "I. KẾT QUẢ"),
            ("**THÔNG BÁO****KẾT LUẬN**", "THÔNG BÁO\nKẾT LUẬN"),
            ("1\\. Giao *Sở A* và _Sở B_", "1. Giao Sở A và Sở B"),
            ("mẫu tep_tin_01 (*)", "mẫu tep_tin_01 (*)"),
            ("* mục", "* mục"),
            ("tích cực<sup>1</sup>. Xem[^2] [Cổng](https://a.example)", "tích cực. Xem Cổng"),
            ("Bộ A;<br>Bộ B<br/>", "Bộ A;\nBộ B\n"),
            ("> trích <u>lời</u> &amp; ý, a < b", "trích lời & ý, a < b"),
            ("![ảnh](a.png)", ""),
        ] {
            assert_eq!(off(line), expected, "{line}");
        }
    }

    #[test]
    fn notes_have_lines_of_their_own() {
        assert_eq!(note("<sup>12</sup> Quyết định số 1"), Some("Quyết định số 1"));
        assert_eq!(note("[^a]: Theo báo cáo"), Some("Theo báo cáo"));
        assert_eq!(note("Kết quả<sup>1</sup>"), None);
        assert_eq!(note("[^a] giữa dòng"), None);
    }
}
