//! Characters that no text of the site keeps, because nobody sees them: one table for YAML, Markdown, sheets and the
//! command line.

/// What becomes of a character.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// It stays.
    Keep,
    /// A blank of another kind: an ordinary blank, where a text is not typeset.
    Space,
    /// A control character or a line end of another kind: a blank, for it may stand between two words.
    Control,
    /// It is not seen and takes no room: zero widths, direction marks, soft hyphen, fillers, byte order mark,
    /// interlinear marks, tags, what Unicode keeps from being a character.
    Drop,
}

/// What becomes of a character in a text.
pub fn fate(c: char) -> Fate {
    match c {
        '\n' | '\r' | '\t' => Fate::Keep,
        '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{2028}' | '\u{2029}' => Fate::Control,
        '\u{a0}' | '\u{1680}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}' => Fate::Space,
        '\u{ad}'
        | '\u{34f}'
        | '\u{61c}'
        | '\u{115f}'
        | '\u{1160}'
        | '\u{180b}'..='\u{180f}'
        | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{3164}'
        | '\u{fdd0}'..='\u{fdef}'
        | '\u{feff}'
        | '\u{ffa0}'
        | '\u{fff9}'..='\u{fffb}'
        | '\u{e0000}'..='\u{e0fff}' => Fate::Drop,
        c if u32::from(c) & 0xfffe == 0xfffe => Fate::Drop,
        _ => Fate::Keep,
    }
}

/// Characters by their numbers, as people look them up: `U+000B, U+200B`.
pub fn numbers(characters: &[char]) -> String {
    let names: Vec<String> = characters.iter().map(|c| format!("U+{:04X}", u32::from(*c))).collect();
    names.join(", ")
}
