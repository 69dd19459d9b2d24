//! Which letters the codes of a font stand for, as its map tells (ISO 32000-1, 9.10.3).

use std::collections::HashMap;

/// Most codes of one font.
const MAX_CODES: usize = 70_000;

/// Reads a map: `beginbfchar` pairs of a code and its letters, `beginbfrange` runs of codes.
pub fn read(map: &[u8]) -> HashMap<u32, String> {
    let mut found = HashMap::new();
    let tokens = Tokens { bytes: map, at: 0 };
    let mut kept: Vec<Token> = Vec::new();
    for token in tokens {
        match &token {
            Token::Word(word) => {
                match *word {
                    b"endbfchar" => characters(&kept, &mut found),
                    b"endbfrange" => ranges(&kept, &mut found),
                    _ => {}
                }
                kept.clear();
            }
            Token::Codes(_) | Token::Open | Token::Close if kept.len() < 3 * MAX_CODES => kept.push(token),
            Token::Codes(_) | Token::Open | Token::Close => {}
        }
    }
    found
}

fn characters(tokens: &[Token<'_>], found: &mut HashMap<u32, String>) {
    let (pairs, _) = tokens.as_chunks::<2>();
    for pair in pairs {
        if let [Token::Codes(code), Token::Codes(letters)] = pair
            && found.len() < MAX_CODES
        {
            found.insert(number(code), letters_of(letters));
        }
    }
}

fn ranges(tokens: &[Token<'_>], found: &mut HashMap<u32, String>) {
    let mut tokens = tokens.iter();
    while let (Some(Token::Codes(from)), Some(Token::Codes(to))) = (tokens.next(), tokens.next()) {
        let codes = number(from)..=number(to);
        match tokens.next() {
            Some(Token::Codes(letters)) => {
                let (start, last) = letters.split_at(letters.len().saturating_sub(2));
                for (n, code) in codes.enumerate() {
                    if found.len() >= MAX_CODES {
                        return;
                    }
                    let last = number(last).wrapping_add(n as u32) as u16;
                    let letters: Vec<u8> = start.iter().copied().chain(last.to_be_bytes()).collect();
                    found.insert(code, letters_of(&letters));
                }
            }
            Some(Token::Open) => {
                let listed: Vec<_> = tokens.by_ref().take_while(|token| !matches!(token, Token::Close)).collect();
                for (code, token) in codes.zip(listed) {
                    if let Token::Codes(letters) = token
                        && found.len() < MAX_CODES
                    {
                        found.insert(code, letters_of(letters));
                    }
                }
            }
            Some(Token::Close | Token::Word(_)) | None => return,
        }
    }
}

fn number(bytes: &[u8]) -> u32 {
    bytes.iter().take(4).fold(0, |n, b| n << 8 | u32::from(*b))
}

/// Letters stand in UTF-16.
fn letters_of(bytes: &[u8]) -> String {
    if let [one] = bytes {
        return char::from(*one).to_string();
    }
    let (pairs, _) = bytes.as_chunks::<2>();
    char::decode_utf16(pairs.iter().map(|pair| u16::from_be_bytes(*pair))).flatten().filter(|c| *c != '\0').collect()
}

enum Token<'a> {
    /// `<0041>`.
    Codes(Vec<u8>),
    Open,
    Close,
    Word(&'a [u8]),
}

struct Tokens<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Iterator for Tokens<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        loop {
            let rest = self.bytes.get(self.at..)?;
            let first = *rest.first()?;
            let until = |stop: fn(&u8) -> bool| rest.iter().skip(1).position(stop).map_or(rest.len(), |n| n + 1);
            match first {
                b'[' => {
                    self.at += 1;
                    return Some(Token::Open);
                }
                b']' => {
                    self.at += 1;
                    return Some(Token::Close);
                }
                b'<' => {
                    let end = until(|b| matches!(b, b'<' | b'>'));
                    self.at += if rest.get(end) == Some(&b'>') { end + 1 } else { end };
                    let digits: Vec<u8> =
                        rest[1..end].iter().filter_map(|b| char::from(*b).to_digit(16)).map(|d| d as u8).collect();
                    if !digits.is_empty() {
                        let pair = |pair: &[u8]| pair[0] << 4 | pair.get(1).copied().unwrap_or(0);
                        return Some(Token::Codes(digits.chunks(2).map(pair).collect()));
                    }
                }
                b'%' => self.at += until(|b| matches!(b, b'\r' | b'\n')),
                b if b.is_ascii_alphabetic() => {
                    let end = until(|b| !b.is_ascii_alphanumeric());
                    self.at += end;
                    return Some(Token::Word(&rest[..end]));
                }
                _ => self.at += 1,
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn maps_of_codes() {
        let map = b"/CMapName /A def 1 begincodespacerange <00> <ff> endcodespacerange
            2 beginbfchar <01> <0110> <02> <00660069> endbfchar
            2 beginbfrange <20> <21> [<0041> <0042>] <0010> <0012> <1EA0> endbfrange % <0099> <0041>";
        let found = read(map);
        let letter = |code| found.get(&code).map(String::as_str);
        assert_eq!([letter(1), letter(2), letter(0x11), letter(0x21)], [Some("Đ"), Some("fi"), Some("ạ"), Some("B")]);
        assert_eq!(found.len(), 7);
        assert!(read(b"<0000> <ffffffff> <0041> endbfrange").len() <= 70_000);
        assert!(read(b"<<>><").is_empty());
    }
}
