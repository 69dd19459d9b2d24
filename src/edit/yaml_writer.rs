//! Writes values as YAML: plain where that is safe, quoted where it is not.

use crate::load::{Node, Value};
use std::fmt::Write as _;

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Yaml {
    /// A word with a meaning of its own: an id, a date, a number, a flag.
    Word(String),
    /// A text: in quotes where it would be taken for something else.
    Text(String),
    /// A text that stands in quotes whatever it is: a clause label, as in `clause: "6"`.
    Quoted(String),
    /// A list of short values on one line: `[a, b]`.
    Words(Vec<String>),
    /// A short mapping on one line: `{before: 2024-06, wording: trước tháng 6}`.
    Inline(Entry),
    /// A list of mappings, one below the other.
    Maps(Vec<Entry>),
    /// A value with a comment at the end of its line; inside brackets the comment is left out.
    Noted(Box<Yaml>, String),
}

/// A mapping to write, such as one entry of `updates`, its fields in the order in which they are to stand.
pub type Entry = Vec<(&'static str, Yaml)>;

/// Widest line; longer texts are folded.
const WIDTH: usize = 120;

/// The lines of a mapping in block style, keys in column `column`; `step` is how far a dash stands right of its key.
pub fn block(map: &[(&'static str, Yaml)], column: usize, step: usize) -> Vec<String> {
    let indent = " ".repeat(column);
    let mut lines = Vec::new();
    for (key, value) in map {
        match value {
            Yaml::Text(text) if is_block(text) => {
                lines.push(format!("{indent}{key}: |-"));
                lines.extend(text.split('\n').map(|line| format!("{indent}  {line}").trim_end().to_owned()));
            }
            Yaml::Text(text) if foldable(text) && column + key.len() + 2 + text.chars().count() > WIDTH => {
                lines.push(format!("{indent}{key}: >-"));
                lines.extend(fold(text, WIDTH - column - 2).into_iter().map(|line| format!("{indent}  {line}")));
            }
            Yaml::Maps(maps) => {
                lines.push(format!("{indent}{key}:"));
                for map in maps {
                    lines.extend(item(map, column + step, step));
                }
            }
            Yaml::Noted(value, note) => {
                let at = lines.len();
                lines.extend(block(&[(*key, (**value).clone())], column, step));
                // After the head of a folded text a comment stands as well as after a short value.
                if let Some(first) = lines.get_mut(at) {
                    first.push_str("  # ");
                    first.push_str(&note.split_whitespace().collect::<Vec<_>>().join(" "));
                }
            }
            Yaml::Word(_) | Yaml::Text(_) | Yaml::Quoted(_) | Yaml::Words(_) | Yaml::Inline(_) => {
                lines.push(format!("{indent}{key}: {}", flow(value, false)));
            }
        }
    }
    lines
}

/// The lines of a list item whose dash is in column `column`.
pub fn item(map: &[(&'static str, Yaml)], column: usize, step: usize) -> Vec<String> {
    let mut lines = block(map, column + 2, step);
    if let Some(first) = lines.first_mut() {
        first.replace_range(column..=column, "-");
    }
    lines
}

pub fn flow_map(map: &[(&'static str, Yaml)]) -> String {
    let parts: Vec<String> = map.iter().map(|(key, value)| format!("{key}: {}", flow(value, true))).collect();
    format!("{{{}}}", parts.join(", "))
}

/// A value on one line; `inside` brackets a few more signs mean something.
fn flow(value: &Yaml, inside: bool) -> String {
    match value {
        Yaml::Word(word) if is_word(word) => word.clone(),
        Yaml::Word(text) => scalar(text, inside),
        Yaml::Quoted(text) => quoted(text),
        Yaml::Text(text) => scalar(text, inside),
        Yaml::Words(words) => format!("[{}]", words.iter().map(|w| scalar(w, true)).collect::<Vec<_>>().join(", ")),
        Yaml::Inline(map) => flow_map(map),
        Yaml::Maps(maps) => format!("[{}]", maps.iter().map(|m| flow_map(m)).collect::<Vec<_>>().join(", ")),
        Yaml::Noted(value, _) => flow(value, inside),
    }
}

pub fn scalar(text: &str, inside: bool) -> String {
    if is_plain(text, inside) {
        return text.to_owned();
    }
    // Quotation marks inside are common in titles; single quotes leave them as they are.
    if text.contains('"') && !text.chars().any(unprintable) {
        return format!("'{}'", text.replace('\'', "''"));
    }
    quoted(text)
}

/// Whether a word is one: whoever typed it may have meant something else, and the check of the site will say so.
fn is_word(word: &str) -> bool {
    word.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'.')
        && !word.is_empty()
        && !word.starts_with('-')
        && !word.eq_ignore_ascii_case("null")
}

/// What YAML has only as an escape, or takes for the end of a line.
fn unprintable(c: char) -> bool {
    c.is_control() || matches!(c, '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}')
}

fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            c if unprintable(c) => {
                let _ = write!(out, "\\u{:04X}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

/// Whether a text can stand without quotes, for this program and for every other reader of YAML.
fn is_plain(text: &str, inside: bool) -> bool {
    let odd = |c: char| unprintable(c) || (inside && ",[]{}".contains(c));
    let first = text.chars().next();
    !(text.trim() != text
        || first.is_none_or(|c| "-?:,[]{}#&*!|>'\"%@`".contains(c))
        || text.contains(": ")
        || text.contains(" #")
        || text.ends_with(':')
        || text.chars().any(odd)
        || (inside && text.contains("://") && text.contains(','))
        || means_something(text))
}

/// What some reader takes for nothing, a flag, a number or a date.
fn means_something(text: &str) -> bool {
    let words = ["null", "~", "true", "false", "yes", "no", "on", "off", "y", "n", ".nan", ".inf", "<<"];
    let lower = text.to_lowercase();
    let number = text.starts_with(|c: char| c.is_ascii_digit() || c == '.' || c == '+')
        && text.chars().all(|c| c.is_ascii_digit() || "._-+:eExobTZ/ ".contains(c) || c.is_ascii_hexdigit());
    words.contains(&lower.as_str()) || number
}

/// Whether folding and unfolding gives the text back.
fn foldable(text: &str) -> bool {
    !text.contains("  ") && text.trim() == text && !text.chars().any(unprintable)
}

/// Whether a text of several lines reads back from a block of lines.
fn is_block(text: &str) -> bool {
    text.contains('\n')
        && text.trim() == text
        && text.split('\n').all(|line| line.trim_end() == line && !line.chars().any(unprintable))
}

/// Lines of at most `width` characters, where blanks allow it.
fn fold(text: &str, width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut length = 0;
    for word in text.split(' ') {
        let long = word.chars().count();
        match lines.last_mut() {
            Some(line) if length + 1 + long <= width => {
                line.push(' ');
                line.push_str(word);
                length += 1 + long;
            }
            Some(_) | None => {
                lines.push(word.to_owned());
                length = long;
            }
        }
    }
    lines
}

impl Yaml {
    /// Whether `node` is what this value reads as.
    pub fn is(&self, node: &Node<'_>) -> bool {
        match (self, &node.value) {
            (Self::Noted(own, _), _) => own.is(node),
            (Self::Word(own) | Self::Text(own) | Self::Quoted(own), Value::Scalar { text, .. }) => own == text,
            (Self::Words(own), Value::List(items)) => {
                own.len() == items.len()
                    && own
                        .iter()
                        .zip(items)
                        .all(|(own, item)| matches!(&item.value, Value::Scalar { text, .. } if text == own))
            }
            (Self::Inline(own), _) => map_is(own, node),
            (Self::Maps(own), Value::List(items)) => {
                own.len() == items.len() && own.iter().zip(items).all(|(own, item)| map_is(own, item))
            }
            (
                Self::Word(_) | Self::Text(_) | Self::Quoted(_) | Self::Words(_) | Self::Maps(_),
                Value::Null | Value::Broken | Value::Scalar { .. } | Value::List(_) | Value::Map(_),
            ) => false,
        }
    }
}

/// Whether `node` is what this mapping reads as.
pub fn map_is(map: &[(&'static str, Yaml)], node: &Node<'_>) -> bool {
    let Value::Map(entries) = &node.value else { return false };
    entries.len() == map.len()
        && map.iter().zip(entries).all(|((key, value), entry)| entry.key == *key && value.is(&entry.node))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::{FileId, Sink};
    use crate::load::parse_yaml;

    const TEXTS: [&str; 36] = [
        "Đã ban hành.",
        "Báo cáo: tháng 9",
        "*quan trọng*",
        "no",
        "2.10",
        "2024-06-30",
        "01",
        "null",
        "~",
        "#1",
        "mục #1",
        "tỷ lệ: 5 %",
        "%",
        "\"A\" và B",
        "'A'",
        "C:\\thư mục",
        "a, b",
        "[a]",
        "{a: b}",
        "- gạch đầu dòng",
        "kết thúc:",
        "=HYPERLINK(\"x\")",
        "@x",
        "! khẩn",
        "| dọc",
        "> hơn",
        "dòng một\ndòng hai",
        "dòng một\n\n  thụt\ndòng ba",
        "https://vidu.example/a,b?c=d#e",
        "1.234,5",
        "\u{200f}phải",
        "tab\tgiữa",
        "a \nb",
        "a\r\nb",
        "\n a\n",
        "a\u{85}\u{2028}b \"c\"",
    ];

    /// Whatever the text, what is written reads back as it, in both styles.
    #[test]
    fn every_text_reads_back() {
        let long = "một câu dài nói về kết quả thực hiện nhiệm vụ được giao tại thông báo kết luận ".repeat(4);
        for text in TEXTS.iter().copied().chain([long.trim(), "không-có-chỗ-ngắt".repeat(20).as_str()]) {
            reads_back(text);
        }
    }

    fn reads_back(text: &str) {
        let map = vec![
            ("note", Yaml::Text(text.to_owned())),
            ("agency", Yaml::Word(text.to_owned())),
            ("lead", Yaml::Words(vec![text.to_owned()])),
            ("evidence", Yaml::Maps(vec![vec![("title", Yaml::Text(text.to_owned()))]])),
        ];
        for written in [block(&map, 0, 2).join("\n"), item(&map, 4, 0).join("\n"), flow_map(&map)] {
            let mut sink = Sink::default();
            let node = parse_yaml(&written, FileId(0), 0, &mut sink).expect("YAML");
            let node = match node.value {
                Value::List(mut items) => items.remove(0),
                value => Node { value, ..node },
            };
            assert!(map_is(&map, &node), "{text:?} was written as\n{written}");
            assert!(sink.codes().is_empty(), "{written}");
        }
    }

    proptest::proptest! {
        #[test]
        fn any_text_reads_back(text in "(?s)[- #:'\"\\\\|>{}\\[\\],&*!%@`\n\r\tađ1.~=?]{0,24}|.{0,40}|(.{1,30} ){3,9}.") {
            reads_back(&text);
        }
    }

    #[test]
    fn a_comment_is_no_part_of_the_value() {
        let noted = |value| Yaml::Noted(Box::new(value), "đoán: theo \"Bộ A\"\n(đoạn 3)".to_owned());
        let long = "rất dài ".repeat(30).trim().to_owned();
        let map = vec![("lead", noted(Yaml::Words(vec!["a".into()]))), ("title", noted(Yaml::Text(long)))];
        let written = block(&map, 0, 2).join("\n");
        assert!(written.starts_with("lead: [a]  # đoán: theo \"Bộ A\" (đoạn 3)\ntitle: >-  # đoán"), "{written}");
        let mut sink = Sink::default();
        assert!(map_is(&map, &parse_yaml(&written, FileId(0), 0, &mut sink).expect("YAML")), "{written}");
    }

    #[test]
    fn quotes_stand_where_they_are_needed_only() {
        for (text, inside, expected) in [
            ("Đã ban hành.", false, "Đã ban hành."),
            ("a, b", false, "a, b"),
            ("a, b", true, "\"a, b\""),
            ("Báo cáo: tháng 9", false, "\"Báo cáo: tháng 9\""),
            ("Từ \"khẩn\"", false, "Từ \"khẩn\""),
            ("\"khẩn\" là", false, "'\"khẩn\" là'"),
            ("3.4", false, "\"3.4\""),
            ("372/TB-VPCP", false, "372/TB-VPCP"),
            ("https://vidu.example/12", true, "https://vidu.example/12"),
        ] {
            assert_eq!(scalar(text, inside), expected);
        }
    }
}
