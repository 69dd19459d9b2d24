//! Bytes of a text file as characters.

use super::unreadable::Unreadable;

/// Most bytes of a text: some thousands of pages.
const MAX_BYTES: usize = 16 << 20;

/// The characters of a file in UTF-8 or UTF-16.
pub fn text(bytes: &[u8]) -> Result<String, Unreadable> {
    if bytes.len() > MAX_BYTES {
        return Err(Unreadable::TooLarge);
    }
    match bytes {
        [0xff, 0xfe, rest @ ..] => utf16(rest, u16::from_le_bytes),
        [0xfe, 0xff, rest @ ..] => utf16(rest, u16::from_be_bytes),
        [0xef, 0xbb, 0xbf, rest @ ..] => utf8(rest),
        _ => utf8(bytes),
    }
}

fn utf8(bytes: &[u8]) -> Result<String, Unreadable> {
    let text = std::str::from_utf8(bytes).map_err(|_| Unreadable::Encoding)?;
    if text.contains('\0') { Err(Unreadable::Format) } else { Ok(text.to_owned()) }
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<String, Unreadable> {
    let (pairs, _) = bytes.as_chunks::<2>();
    char::decode_utf16(pairs.iter().map(|pair| unit(*pair))).collect::<Result<_, _>>().map_err(|_| Unreadable::Encoding)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_in_unicode() {
        let wide: Vec<u8> = [0xff, 0xfe].into_iter().chain("Hạn".encode_utf16().flat_map(u16::to_le_bytes)).collect();
        assert_eq!(text(&wide).as_deref(), Ok("Hạn"));
        assert_eq!(text("\u{feff}Hạn".as_bytes()).as_deref(), Ok("Hạn"));
        assert_eq!(text(b"H\xb9n"), Err(Unreadable::Encoding));
        assert_eq!(text(b"a\0b"), Err(Unreadable::Format));
    }
}
