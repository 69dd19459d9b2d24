//! Letters that ids are made of: `a` to `z`, whatever they were typed as.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The id that a text would make: marks, case and ways of drawing a letter dropped, everything else a hyphen.
pub fn slug(text: &str) -> String {
    let mut out = String::new();
    for c in text.nfkd().map(latin).flat_map(char::to_lowercase) {
        match c {
            'a'..='z' | '0'..='9' => out.push(c),
            c if is_combining_mark(c) => {}
            _ if out.ends_with('-') || out.is_empty() => {}
            _ => out.push('-'),
        }
    }
    out.truncate(120);
    out.trim_end_matches('-').to_owned()
}

/// The same of at most `longest` letters, cut between two words where there are several.
pub fn slug_within(text: &str, longest: usize) -> String {
    let mut id = slug(text);
    if let Some(start) = id.get(..=longest) {
        let cut = start.rfind('-').unwrap_or(longest);
        id.truncate(cut);
    }
    id
}

/// The letters of a text that an id made of it lacks, each once.
pub fn lost_in_slug(text: &str) -> Vec<char> {
    let mut lost = Vec::new();
    for c in text.nfkd().filter(|c| c.is_alphanumeric() && !latin(*c).is_ascii()) {
        if !lost.contains(&c) {
            lost.push(c);
        }
    }
    lost
}

/// The Latin letter that one without a decomposition stands for, or looks like: keyboards and papers that were read by
/// machine give eth for `đ`, and Cyrillic and Greek letters for Latin ones.
fn latin(c: char) -> char {
    match c {
        'Đ' | 'đ' | 'Ð' | 'ð' | 'Ɖ' | 'ɖ' | 'ԁ' => 'd',
        'Ƒ' | 'ƒ' => 'f',
        'ı' => 'i',
        'Ł' | 'ł' => 'l',
        'Ø' | 'ø' => 'o',
        'А' | 'а' | 'Α' | 'α' => 'a',
        'В' | 'Β' => 'b',
        'С' | 'с' => 'c',
        'Е' | 'е' | 'Ε' => 'e',
        'Н' | 'Η' | 'һ' => 'h',
        'І' | 'і' | 'Ι' | 'ι' => 'i',
        'Ј' | 'ј' => 'j',
        'К' | 'к' | 'Κ' | 'κ' => 'k',
        'М' | 'м' | 'Μ' => 'm',
        'Ν' => 'n',
        'О' | 'о' | 'Ο' | 'ο' => 'o',
        'Р' | 'р' | 'Ρ' | 'ρ' => 'p',
        'ԛ' => 'q',
        'Ѕ' | 'ѕ' => 's',
        'Т' | 'т' | 'Τ' | 'τ' => 't',
        'ν' => 'v',
        'ԝ' => 'w',
        'Х' | 'х' | 'Χ' | 'χ' => 'x',
        'У' | 'у' | 'Υ' | 'υ' => 'y',
        'Ζ' => 'z',
        c => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slugs() {
        for (text, expected, lost) in [
            ("Bộ Nội vụ", "bo-noi-vu", ""),
            ("Văn phòng Chính phủ", "van-phong-chinh-phu", ""),
            ("  Đà Nẵng (TP) ", "da-nang-tp", ""),
            ("–", "", ""),
            ("\u{d0}ề án thí điểm", "de-an-thi-diem", ""),
            ("\u{f0}ề \u{189}ề", "de-de", ""),
            ("Ｄự án ﬃ ƒ", "du-an-ffi-f", ""),
            ("Ｃａ\u{301}c bộ", "cac-bo", ""),
            ("Bа\u{301}о\u{301} са\u{301}о quу\u{301}", "bao-cao-quy", ""),
            ("ΒΑΝ ΤΗΟ Νοι", "ban-tho-noi", ""),
            ("Đề án 北京 Ж", "de-an", "北京Ж"),
        ] {
            assert_eq!((slug(text).as_str(), lost_in_slug(text).iter().collect::<String>().as_str()), (expected, lost));
        }
    }
}
