//! Texts as people paste them → texts as the site keeps them: NFC, trimmed, no invisible characters.

use std::borrow::Cow;
use std::sync::Arc;
use unicode_normalization::{UnicodeNormalization, is_nfc};

/// A cleaned text and the odd characters that were taken out of it, each once.
pub struct Clean<'a> {
    /// NFC, trimmed; borrowed where there was nothing to clean.
    pub text: Cow<'a, str>,
    /// In order of appearance.
    pub odd: Vec<char>,
}

/// What becomes of a character.
enum Fate {
    Keep,
    /// A blank of another kind.
    Blank,
    Drop,
}

fn fate(c: char) -> Fate {
    match c {
        '\n' => Fate::Keep,
        '\t'
        | '\r'
        | '\u{a0}'
        | '\u{2000}'..='\u{200a}'
        | '\u{202f}'
        | '\u{205f}'
        | '\u{3000}'
        | '\u{85}'
        | '\u{2028}'
        | '\u{2029}' => Fate::Blank,
        // Control characters; zero-width, direction marks, soft hyphen, byte order mark, interlinear marks.
        '\0'..='\u{1f}'
        | '\u{7f}'..='\u{9f}'
        | '\u{ad}'
        | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{feff}'
        | '\u{fff9}'..='\u{fffb}' => Fate::Drop,
        _ => Fate::Keep,
    }
}

/// Whether a text of such characters is NFC whatever their order.
fn surely_composed(c: char) -> bool {
    matches!(c, '\0'..='\u{2ff}' | '\u{1e00}'..='\u{1eff}' | '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{205e}' | '\u{20ab}')
}

/// A whole file with its letters composed, so that its Markdown is read as its YAML is; lines stay where they are.
pub fn composed(text: &Arc<str>) -> Arc<str> {
    // Combining marks begin with one of two bytes; files that people type have none.
    let marked = memchr::memchr2(0xcc, 0xcd, text.as_bytes()).is_some();
    if marked && !is_nfc(text) { text.nfc().collect::<String>().into() } else { Arc::clone(text) }
}

/// Whether every character is on one line, kept and surely composed, as far as single bytes tell: nearly all texts of a
/// site pass. There is no early exit, so that the compiler compares many bytes at once.
fn plainly_clean(text: &str) -> bool {
    let bytes = text.as_bytes();
    let odd = |b: u8| b < 0x20 || b == 0x7f || b == 0xc2 || (b >= 0xcc && b != 0xe1);
    // U+1E00 to U+1EFF, the Vietnamese letters, begin with 0xe1 and one of four bytes; what else does is not plain.
    let far = |(a, b): (&u8, &u8)| *a == 0xe1 && *b & 0xfc != 0xb8;
    let any = |found: bool, this: bool| found | this;
    !bytes.iter().map(|b| odd(*b)).fold(false, any) && !bytes.iter().zip(bytes.iter().skip(1)).map(far).fold(false, any)
}

/// Cleans a text; `one_line` turns line ends into blanks.
pub fn clean(text: Cow<'_, str>, one_line: bool) -> Clean<'_> {
    let plain = |c: char| matches!(fate(c), Fate::Keep) && surely_composed(c) && !(one_line && c == '\n');
    if plainly_clean(&text) || text.chars().all(plain) {
        return Clean { text: trimmed(text), odd: Vec::new() };
    }
    let mut odd = Vec::new();
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match fate(c) {
            Fate::Keep if one_line && c == '\n' => out.push(' '),
            Fate::Keep => out.push(c),
            Fate::Blank | Fate::Drop => {
                if matches!(fate(c), Fate::Blank) {
                    out.push(' ');
                }
                if !matches!(c, '\t' | '\r') && !odd.contains(&c) {
                    odd.push(c);
                }
            }
        }
    }
    let text = if is_nfc(&out) { out } else { out.nfc().collect() };
    Clean { text: trimmed(Cow::Owned(text)), odd }
}

fn trimmed(text: Cow<'_, str>) -> Cow<'_, str> {
    match text {
        Cow::Borrowed(text) => Cow::Borrowed(text.trim()),
        Cow::Owned(text) if text.trim().len() == text.len() => Cow::Owned(text),
        Cow::Owned(text) => Cow::Owned(text.trim().to_owned()),
    }
}

/// The id that a text would make: marks and case dropped, everything else a hyphen.
pub fn slug(text: &str) -> String {
    let mut out = String::new();
    for c in text.nfd().flat_map(char::to_lowercase) {
        match c {
            'đ' => out.push('d'),
            'a'..='z' | '0'..='9' => out.push(c),
            c if unicode_normalization::char::is_combining_mark(c) => {}
            _ if out.ends_with('-') || out.is_empty() => {}
            _ => out.push('-'),
        }
    }
    out.truncate(120);
    out.trim_end_matches('-').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cleaning() {
        for (dirty, expected, odd) in [
            (" Bộ Nội vụ ", "Bộ Nội vụ", ""),
            ("\u{a0}Bộ\u{a0}Nội vụ\u{200b}", "Bộ Nội vụ", "\u{a0}\u{200b}"),
            ("Bo\u{323}\u{302} No\u{323}\u{302}i vu\u{323}", "Bộ Nội vụ", ""),
            ("a\tb\r\n", "a b", ""),
            ("¶8 “x” – 20₫", "¶8 “x” – 20₫", ""),
        ] {
            let clean = clean(Cow::Borrowed(dirty), true);
            assert_eq!((&*clean.text, clean.odd.iter().collect::<String>().as_str()), (expected, odd));
        }
        assert_eq!(clean(Cow::Borrowed("a\nb\n"), false).text, "a\nb");
    }

    /// The fast path by bytes passes nothing that the path by characters would change.
    #[test]
    fn bytes_tell_no_more_than_characters() {
        for c in (0..0x3000).chain(0xfe00..0x10100).filter_map(char::from_u32) {
            let exactly = matches!(fate(c), Fate::Keep) && surely_composed(c) && c != '\n';
            assert!(exactly || !plainly_clean(&format!("a{c}b")), "{:x}", u32::from(c));
        }
        for text in ["", "Bộ Nội vụ", "Đề xuất: Ưu tiên (số 1)"] {
            assert!(plainly_clean(text), "{text}");
        }
    }

    #[test]
    fn slugs() {
        for (text, expected) in [
            ("Bộ Nội vụ", "bo-noi-vu"),
            ("Văn phòng Chính phủ", "van-phong-chinh-phu"),
            ("  Đà Nẵng (TP) ", "da-nang-tp"),
            ("–", ""),
        ] {
            assert_eq!(slug(text), expected);
        }
    }
}
