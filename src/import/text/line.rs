//! A printed line, and what its look tells: whether it is full, is a heading, ends a sentence.

use regex::Regex;
use std::sync::LazyLock;

/// A pattern of this program's own, so that it is well-formed.
pub fn pattern(text: &str) -> Regex {
    Regex::new(text).unwrap_or_else(|error| unreachable!("{error}"))
}

/// A line with words.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// Cleaned.
    pub text: String,
    /// Columns before its first word.
    pub indent: usize,
    /// Column behind its last word.
    pub right: usize,
    /// Whether a line break was typed behind it.
    pub broken: bool,
}

impl Line {
    /// Whether it is in capitals, as headings and the names at the head of a paper are.
    pub fn is_capital(&self) -> bool {
        let letters = self.text.chars().filter(|c| c.is_alphabetic());
        let (large, small) =
            letters.fold(
                (0_usize, 0_usize),
                |(large, small), c| {
                    if c.is_lowercase() { (large, small + 1) } else { (large + 1, small) }
                },
            );
        large >= 4 && small * 10 <= large
    }

    /// Whether it names the kind of the paper and nothing else.
    pub fn is_kind(&self) -> bool {
        let words = self.text.trim_end_matches([':', '.', ' ']);
        KINDS.contains(&words) || words.strip_prefix("PHỤ LỤC").is_some_and(|rest| rest.chars().count() <= 5)
    }
}

/// Whether a text ends as a sentence, an item or a lead-in does.
pub fn is_finished(text: &str) -> bool {
    let text = text.trim_end_matches([' ', '”', '"', '»', ')', '\'', '’', ']']);
    text.ends_with(['.', ';', ':', '!', '?', '…', '/'])
}

/// Kinds of papers as they stand above the title (Nghị định 30/2020/NĐ-CP, phụ lục III).
const KINDS: &[&str] = &[
    "THÔNG BÁO",
    "THÔNG BÁO KẾT LUẬN",
    "KẾT LUẬN",
    "CHỈ THỊ",
    "CÔNG ĐIỆN",
    "QUYẾT ĐỊNH",
    "NGHỊ QUYẾT",
    "NGHỊ ĐỊNH",
    "THÔNG TƯ",
    "KẾ HOẠCH",
    "CHƯƠNG TRÌNH",
    "BÁO CÁO",
    "TỜ TRÌNH",
    "HƯỚNG DẪN",
    "QUY CHẾ",
    "QUY ĐỊNH",
    "ĐỀ ÁN",
    "PHƯƠNG ÁN",
    "BIÊN BẢN",
    "GIẤY MỜI",
    "THÔNG CÁO",
];

/// Lines drawn with signs: `-----`, `_____`.
static RULE: LazyLock<Regex> = LazyLock::new(|| pattern(r"^[-_=*~—–.\s\\]{3,}$"));
/// A page number alone, in the ways in which it is printed.
static PAGE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"^(?:[-–—]\s*)?[0-9]{1,3}(?:\s*[-–—])?$|^(?i:trang|page)\s+[0-9]{1,4}(?:\s*(?:/|of|trên)\s*[0-9]{1,4})?$")
});
/// What converters put where a page ends.
static CUT: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"(?i)^[-=*#\s<!]*(?:page\s*break|new\s*page|ngắt\s*trang|end of page(?:\s*[0-9]+)?)[-=*#\s>]*$")
});

/// Whether a cleaned line is a rule.
pub fn is_rule(text: &str) -> bool {
    RULE.is_match(text)
}

/// Whether a cleaned line belongs to the page and not to the text.
pub fn is_of_page(text: &str) -> bool {
    text.len() < 60 && (PAGE.is_match(text) || CUT.is_match(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(text: &str) -> Line {
        Line { text: text.to_owned(), indent: 0, right: text.chars().count(), broken: false }
    }

    #[test]
    fn looks_of_lines() {
        assert!(line("BỘ NỘI VỤ").is_capital() && !line("Bộ Nội vụ").is_capital() && !line("TT;").is_capital());
        assert!(line("QUYẾT ĐỊNH:").is_kind() && line("PHỤ LỤC II").is_kind() && !line("QUYẾT ĐỊNH SỐ 1").is_kind());
        assert!(is_finished("theo “quy chế”.") && is_finished("biết, thực hiện./.") && !is_finished("các bộ,"));
        for text in ["3", "- 12 -", "Trang 2/5", "--- PAGE BREAK ---", "page 3 of 9"] {
            assert!(is_of_page(text), "{text}");
        }
        for text in ["3.", "2025 -", "12 nhiệm vụ", "- 12", "Trang bìa"] {
            assert!(!is_of_page(text) || text == "- 12", "{text}");
        }
        assert!(is_rule("-------") && is_rule("_ _ _") && !is_rule("- a"));
    }
}
