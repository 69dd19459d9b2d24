//! The labels that begin an item: `1.`, `a)`, `-`, `Điều 1.`, `II.`.

use super::line::{is_finished, pattern};
use regex::Regex;
use std::sync::LazyLock;

/// A label that begins an item wherever a line begins with it.
static SURE: LazyLock<Regex> = LazyLock::new(|| {
    let forms = [
        r"[0-9]{1,3}(?:\.[0-9]{1,3}){0,4}[.)]\s",
        r"[0-9]{1,2}(?:\.[0-9]{1,3}){0,4}[.)]\p{Lu}",
        r"[0-9]{1,2}(?:\.[0-9]{1,3}){1,4}\s",
        r"\p{Ll}{1,2}[0-9]{0,2}\)",
        r"[a-zđ]\.\s",
        r"[IVXL]{1,6}[.)/]\s?",
        r"[A-ZĐ][.)]\s",
        r"[-–—+•▪●○◦·~_*\u{f000}-\u{f0ff}]\s",
        r"[-–—+•▪●]\p{Lu}",
        r"(?:Điều|Chương|Mục|Phần)\s[0-9IVXL]{1,6}[.:]",
        r"(?:CHƯƠNG|MỤC|PHẦN)\s[0-9IVXL]{1,6}",
        r"(?i:nơi nhận|kính gửi)\s?:",
    ];
    pattern(&format!("^(?:{})", forms.join("|")))
});

/// A label that also stands inside sentences, and begins an item only behind a finished one.
static PERHAPS: LazyLock<Regex> = LazyLock::new(|| {
    let forms = [
        r"\((?:[0-9]{1,3}|[a-zđ]|[ivx]{1,5})\)\s?",
        r"Thứ (?:nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười)\b",
        r"(?:Một|Hai|Ba|Bốn|Năm|Sáu|Bảy|Tám|Chín|Mười) là[:,]?\s",
        r"Bước [0-9]{1,2}\b",
        r"Căn cứ\s",
    ];
    pattern(&format!("^(?:{})", forms.join("|")))
});

/// Words behind which a number goes on with the sentence: `khoản` / `2.`, `tháng` / `12.`.
static GOES_ON: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)(?:^|\s)(?:ngày|tháng|năm|quý|số|điều|khoản|điểm|mục|phần|chương|phụ lục|bảng|biểu|từ|đến|và|hoặc|thứ|lần|là|của|tại)$|[-/(,]$",
    )
});
/// A year or number that a dash goes on with: `2021` / `- 2030`.
static RANGE: LazyLock<Regex> = LazyLock::new(|| pattern(r"^[-–—]\s?[0-9]"));
/// A dash that opens an item, in the shapes that programs give it.
static DASH: LazyLock<Regex> = LazyLock::new(|| pattern(r"^(?:[–—•▪●○◦·~_*\u{f000}-\u{f0ff}]\s*|-(\p{Lu}))"));

/// Whether `next` begins an item, `before` being the line above it and `finished` whether that one is.
pub fn begins_item(next: &str, before: &str, finished: bool) -> bool {
    if PERHAPS.is_match(next) {
        return finished;
    }
    if !SURE.is_match(next) || !finished && GOES_ON.is_match(before) {
        return false;
    }
    finished || !(RANGE.is_match(next) && before.ends_with(|c: char| c.is_ascii_digit()))
}

/// Whether a text begins with a small letter, as the rest of a sentence does.
pub fn starts_small(text: &str) -> bool {
    text.chars().next().is_some_and(char::is_lowercase)
}

/// The paragraphs of a text in which line breaks were typed: one before each item. A break inside a sentence is none.
pub fn divided(text: &str) -> Vec<String> {
    let mut paragraphs: Vec<String> = Vec::new();
    let mut before = "";
    for line in text.lines().filter(|line| !line.is_empty()) {
        match paragraphs.last_mut() {
            Some(last) if !begins_item(line, before, is_finished(before)) => {
                let goes_on = !is_finished(before) && starts_small(line);
                last.push(if goes_on { ' ' } else { '\n' });
                last.push_str(line);
            }
            Some(_) | None => paragraphs.push(line.to_owned()),
        }
        before = line;
    }
    paragraphs
}

/// A mark of a list before a printed label: `- a) Ý`.
static MARKED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"^[-*+•]\s+((?:[0-9]{1,2}(?:\.[0-9]{1,2}){0,3}[.)]|[a-zđ]\)|[IVX]{1,5}\.|Điều\s[0-9]+\.)\s)")
});

/// The text with its opening dash as `- `, without one before a label.
pub fn with_plain_dash(text: &str) -> String {
    let text = MARKED.replace(text, "$1");
    match DASH.captures(&text) {
        Some(found) => {
            let kept = found.get(1).map_or("", |letter| letter.as_str());
            let end = found.get(0).map_or(0, |whole| whole.end());
            format!("- {kept}{}", text.get(end..).unwrap_or_default())
        }
        None => text.into_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_begin_items() {
        for next in [
            "1. Giao",
            "2) Sở",
            "12.1. Rà soát",
            "1.2 Rà soát",
            "3.Bộ A",
            "a) Ý",
            "đ) Ý",
            "b. Ý",
            "II. KẾT",
            "B. NỘI",
            "- Ý",
            "+ Ý",
            "• Ý",
            "\u{f0b7} Ý",
            "-Ý",
            "Điều 3.",
            "PHẦN II",
            "Nơi nhận:",
            "aa) Ý",
        ] {
            assert!(begins_item(next, "thực hiện", false), "{next}");
        }
        for next in ["2025. Các", "12 tháng", "Điều 3 của", "a Ý", "Sở A. Việc", "-2"] {
            assert!(!begins_item(next, "thực hiện.", true), "{next}");
        }
        for next in ["(i) Ý", "(2) Ý", "Thứ hai, ý", "Ba là, ý", "Căn cứ Luật"] {
            assert!(begins_item(next, "gồm:", true) && !begins_item(next, "theo", false), "{next}");
        }
    }

    #[test]
    fn numbers_of_a_sentence_are_no_labels() {
        for (before, next) in [
            ("quy định tại khoản", "2. Việc"),
            ("trước tháng", "12. Các bộ"),
            ("giai đoạn 2021", "- 2030 và"),
            ("trong quý", "IV. Các"),
        ] {
            assert!(!begins_item(next, before, false), "{next}");
        }
    }

    #[test]
    fn typed_breaks_divide_at_items() {
        assert_eq!(divided("Giao:\n- Sở A\nvà Sở B;\nSở C;\n- Sở D."), ["Giao:", "- Sở A và Sở B;\nSở C;", "- Sở D."]);
    }

    #[test]
    fn dashes_are_alike() {
        for text in ["– Ý", "• Ý", "_ Ý", "-Ý", "- Ý", "\u{f0b7}Ý"] {
            assert_eq!(with_plain_dash(text), "- Ý");
        }
        assert_eq!(with_plain_dash("+ Ý"), "+ Ý");
        assert_eq!(with_plain_dash("- a) Ý"), "a) Ý");
        assert_eq!(with_plain_dash("- 30 ngày"), "- 30 ngày");
    }
}
