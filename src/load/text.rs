//! Texts as people paste them → texts as the site keeps them: NFC, trimmed, no invisible characters.
//!
//! A file is swept as a whole before anything reads it, so that neither YAML nor Markdown meets such a character; a value
//! is cleaned when it is taken, because YAML's own escapes (`"\u202e"`) can still make one.

use crate::model::{Fate, fate};
use std::borrow::Cow;
use std::ops::Range;
use std::sync::Arc;
use unicode_normalization::{UnicodeNormalization, is_nfc};

/// A cleaned text and the odd characters that were taken out of it, each once.
pub struct Clean<'a> {
    /// NFC, trimmed; borrowed where there was nothing to clean.
    pub text: Cow<'a, str>,
    /// In order of appearance.
    pub odd: Vec<char>,
}

/// Whether a text of such characters is NFC whatever their order.
fn surely_composed(c: char) -> bool {
    matches!(c, '\0'..='\u{2ff}' | '\u{1e00}'..='\u{1eff}' | '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{205e}' | '\u{20ab}')
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

fn kept(c: char) -> bool {
    fate(c) == Fate::Keep && !matches!(c, '\t' | '\r')
}

/// Odd characters that were taken out of one line of a file, each once, and where in the new text they stood.
#[derive(Debug, PartialEq, Eq)]
pub struct Odd {
    pub at: Range<usize>,
    pub characters: Vec<char>,
}

/// Most lines of one file whose odd characters are told; all are taken out.
const MAX_ODD_LINES: usize = 100;

/// A whole file with its letters composed and without odd characters; its lines stay where they are. Blanks of other
/// kinds become blanks in its first `yaml` bytes, and stay in Markdown, where a no-break space is a means of setting.
pub fn swept(text: &Arc<str>, yaml: usize) -> (Arc<str>, Vec<Odd>) {
    let mut out = String::new();
    let (mut copied, mut end) = (0, 0);
    let mut odd = Vec::new();
    for line in text.split_inclusive('\n') {
        let start = end;
        end += line.len();
        if plainly_clean(line.trim_end_matches(['\n', '\r'])) {
            continue;
        }
        let (swept, found) = swept_line(line, start < yaml, start == 0);
        if let Cow::Owned(swept) = swept {
            out.push_str(&text[copied..start]);
            if !found.characters.is_empty() && odd.len() < MAX_ODD_LINES {
                odd.push(Odd { at: out.len() + found.at.start..out.len() + found.at.end, ..found });
            }
            out.push_str(&swept);
            copied = end;
        }
    }
    if copied == 0 {
        return (Arc::clone(text), odd);
    }
    out.push_str(&text[copied..]);
    (out.into(), odd)
}

fn swept_line(line: &str, yaml: bool, first: bool) -> (Cow<'_, str>, Odd) {
    let mut odd = Odd { at: 0..0, characters: Vec::new() };
    let mut out = String::with_capacity(line.len());
    for (n, c) in line.char_indices() {
        let fate = fate(c);
        // A byte order mark is no part of the text.
        if fate == Fate::Keep || (fate == Fate::Space && !yaml) || (first && n == 0 && c == '\u{feff}') {
            out.push(c);
            continue;
        }
        if odd.characters.is_empty() {
            odd.at.start = out.len();
        }
        if fate != Fate::Drop {
            out.push(' ');
        }
        odd.at.end = out.len();
        if !odd.characters.contains(&c) {
            odd.characters.push(c);
        }
    }
    match is_nfc(&out) {
        true if odd.characters.is_empty() => (Cow::Borrowed(line), odd),
        true => (Cow::Owned(out), odd),
        false => {
            let composed = |end: usize| out[..end].nfc().map(char::len_utf8).sum();
            odd.at = composed(odd.at.start)..composed(odd.at.end);
            (Cow::Owned(out.nfc().collect()), odd)
        }
    }
}

/// Cleans a text; `one_line` turns line ends into blanks.
pub fn clean(text: Cow<'_, str>, one_line: bool) -> Clean<'_> {
    let plain = |c: char| kept(c) && surely_composed(c) && !(one_line && c == '\n');
    if plainly_clean(&text) || text.chars().all(plain) {
        return Clean { text: trimmed(text), odd: Vec::new() };
    }
    let mut odd = Vec::new();
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match fate(c) {
            Fate::Keep if matches!(c, '\t' | '\r') || (one_line && c == '\n') => out.push(' '),
            Fate::Keep => out.push(c),
            fate @ (Fate::Space | Fate::Control | Fate::Drop) => {
                if fate != Fate::Drop {
                    out.push(' ');
                }
                if !odd.contains(&c) {
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
            ("cầu\u{b}trước\u{c}mùa\u{85}mưa\u{2028}x", "cầu trước mùa mưa x", "\u{b}\u{c}\u{85}\u{2028}"),
            ("a\u{202e}b\u{61c}c\u{e0041}d\u{ffff}", "abcd", "\u{202e}\u{61c}\u{e0041}\u{ffff}"),
            ("¶8 “x” – 20₫", "¶8 “x” – 20₫", ""),
        ] {
            let clean = clean(Cow::Borrowed(dirty), true);
            assert_eq!((&*clean.text, clean.odd.iter().collect::<String>().as_str()), (expected, odd));
        }
        assert_eq!(clean(Cow::Borrowed("a\nb\n"), false).text, "a\nb");
    }

    #[test]
    fn a_file_is_swept_before_it_is_read() {
        for (dirty, yaml, expected, at) in [
            ("a: 1\nb: 2\n", 9, "a: 1\nb: 2\n", &[][..]),
            ("\u{feff}a:\t“x”\r\n", 9, "\u{feff}a:\t“x”\r\n", &[]),
            ("x\na\u{b}b \u{200b}c\ny", 99, "x\na b c\ny", &[(3..6, "U+000B, U+200B")]),
            ("\u{a0}\u{a0}a: 1\n---\nb\u{a0}c\n", 7, "  a: 1\n---\nb\u{a0}c\n", &[(0..2, "U+00A0")]),
            ("o\u{302}\u{200b}\u{323}x\u{b}", 0, "ộx ", &[(2..5, "U+200B, U+000B")]),
            ("#\u{2066} Đầu\n", 0, "# Đầu\n", &[(1..1, "U+2066")]),
        ] {
            let (text, odd) = swept(&dirty.into(), yaml);
            let odd: Vec<_> = odd.into_iter().map(|o| (o.at, crate::model::numbers(&o.characters))).collect();
            let at: Vec<_> = at.iter().map(|(range, names)| (range.clone(), (*names).to_owned())).collect();
            assert_eq!((&*text, odd), (expected, at), "{dirty:?}");
        }
        let (text, odd) = swept(&"\u{202e}\n".repeat(1000).into(), 0);
        assert_eq!((text.len(), odd.len()), (1000, MAX_ODD_LINES));
        // One look at each character, however many a line has: the square of this would never end.
        let (text, odd) = swept(&"\u{7}".repeat(4_000_000).into(), 0);
        assert_eq!((text.len(), odd.len()), (4_000_000, 1));
    }

    /// The fast path by bytes passes nothing that the path by characters would change.
    #[test]
    fn bytes_tell_no_more_than_characters() {
        for c in (0..0x3000).chain(0xfe00..0x10100).filter_map(char::from_u32) {
            let exactly = kept(c) && surely_composed(c) && c != '\n';
            assert!(exactly || !plainly_clean(&format!("a{c}b")), "{:x}", u32::from(c));
        }
        for text in ["", "Bộ Nội vụ", "Đề xuất: Ưu tiên (số 1)"] {
            assert!(plainly_clean(text), "{text}");
        }
    }
}
