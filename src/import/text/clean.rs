//! Words as they are compared: NFC, single spaces, no invisible characters.

use unicode_normalization::UnicodeNormalization;

/// One line of text: NFC, runs of white space as one space, without characters that nobody sees.
pub fn line(text: &str) -> String {
    let seen = text.chars().filter(|c| !is_invisible(*c)).map(letter);
    let composed: String = seen.nfc().collect();
    composed.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Several lines, each cleaned, empty ones left out.
pub fn lines(text: &str) -> String {
    let lines = text.lines().map(line).filter(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join("\n")
}

/// Soft hyphens, joiners, byte order marks and controls.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{feff}' | '\u{fffe}')
        || c.is_control() && !c.is_whitespace()
}

/// The Icelandic letter is drawn as the Vietnamese one, and keyboards mix them up.
fn letter(c: char) -> char {
    match c {
        'Ð' => 'Đ',
        'ð' => 'đ',
        c => c,
    }
}

#[cfg(test)]
mod tests {
    use super::{line, lines};

    #[test]
    fn words_are_composed_and_spaced_once() {
        assert_eq!(line(" Bộ\u{a0} Nội\tvu\u{323}\u{200b} \u{feff}"), "Bộ Nội vụ");
        assert_eq!(line("Ðộc lập"), "Độc lập");
        assert_eq!(lines(" a \n\n b  c\r\n"), "a\nb c");
    }
}
