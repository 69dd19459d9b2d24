//! Bytes of a text file as characters.

use super::old_fonts;
use super::unreadable::Unreadable;
use crate::load::is_syllable;
use unicode_normalization::UnicodeNormalization;

/// Most bytes of a text: more than a thousand pages.
const MAX_BYTES: usize = 4 << 20;

/// The characters of a file in UTF-8 or UTF-16, or in an encoding of one byte for each if that is certain.
pub fn text(bytes: &[u8]) -> Result<String, Unreadable> {
    if bytes.len() > MAX_BYTES {
        return Err(Unreadable::TooLarge);
    }
    match bytes {
        [0xff, 0xfe, rest @ ..] => utf16(rest, u16::from_le_bytes),
        [0xfe, 0xff, rest @ ..] => utf16(rest, u16::from_be_bytes),
        _ if bytes.contains(&0) => Err(Unreadable::Format),
        [0xef, 0xbb, 0xbf, rest @ ..] => utf8(rest),
        _ => utf8(bytes).or_else(|_| one_byte(bytes).ok_or(Unreadable::Encoding)),
    }
}

fn utf8(bytes: &[u8]) -> Result<String, Unreadable> {
    std::str::from_utf8(bytes).map(str::to_owned).map_err(|_| Unreadable::Encoding)
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<String, Unreadable> {
    let (pairs, _) = bytes.as_chunks::<2>();
    char::decode_utf16(pairs.iter().map(|pair| unit(*pair))).collect::<Result<_, _>>().map_err(|_| Unreadable::Encoding)
}

/// What windows-1252 has where Latin-1 has controls; `\0` where it has nothing.
const SIGNS: &str = "€\0‚ƒ„…†‡ˆ‰Š‹Œ\0Ž\0\0‘’“”•–—˜™š›œ\0žŸ";
/// Where windows-1258 has other letters than Latin-1, and which.
const VIETNAMESE: (&str, &str) = ("ÃÌÐÒÕÝÞãìðòõýþ", "Ă\u{300}Đ\u{309}ƠƯ\u{303}ă\u{301}đ\u{323}ơư₫");

/// The text, if its bytes are the letters of an old font, or of windows-1258.
fn one_byte(bytes: &[u8]) -> Option<String> {
    let letters = |b: &u8| match b {
        0x80..=0x9f => SIGNS.chars().nth(usize::from(b - 0x80)).unwrap_or('\0'),
        b => char::from(*b),
    };
    let western: String = bytes.iter().map(letters).collect();
    if !old_fonts::in_use(&western).is_empty() {
        return Some(western);
    }
    let vietnamese = |c: char| {
        let at = VIETNAMESE.0.chars().position(|known| known == c);
        at.and_then(|at| VIETNAMESE.1.chars().nth(at)).unwrap_or(c)
    };
    let text: String = western.chars().map(vietnamese).nfc().collect();
    let words = text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_ascii());
    let (all, right) = words.fold((0_usize, 0_usize), |(all, right), word| {
        (all + 1, right + usize::from(is_syllable(&word.to_lowercase())))
    });
    (all >= 3 && right * 20 >= all * 19).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_in_unicode() {
        let wide: Vec<u8> = [0xff, 0xfe].into_iter().chain("Hạn".encode_utf16().flat_map(u16::to_le_bytes)).collect();
        assert_eq!(text(&wide).as_deref(), Ok("Hạn"));
        assert_eq!(text("\u{feff}Hạn".as_bytes()).as_deref(), Ok("Hạn"));
        assert_eq!(text(b"a\0b"), Err(Unreadable::Format));
    }

    #[test]
    fn texts_of_one_byte_a_letter() {
        let tcvn3: Vec<u8> = "KÕt luËn cña Chñ tÞch t¹i cuéc häp".chars().map(|c| c as u8).collect();
        assert_eq!(text(&tcvn3).as_deref(), Ok("KÕt luËn cña Chñ tÞch t¹i cuéc häp"), "put into Unicode later");
        let windows = b"\xd0\xf4\xf2c l\xe2\xf2p, h\xf4\xf2p, b\xe1o c\xe1o";
        assert_eq!(text(windows).as_deref(), Ok("Độc lập, hộp, báo cáo"));
        assert_eq!(text(b"H\xb9n \xff\xfe caf\xe9"), Err(Unreadable::Encoding));
    }
}
