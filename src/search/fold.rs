//! The one rule by which words are compared: without case, marks, ways of drawing a letter (ligatures, full width,
//! superscripts: NFKC), and the choices that spelling leaves open.
//!
//! The same rule stands in `themes/default/assets/fold.js`, because a browser applies it to what a reader types. Both
//! are tested with `tests/data/fold.json`.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A word as it is compared.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Word {
    /// Without marks: `hoa`, `dia`, `hang`.
    pub(super) folded: String,
    /// With marks, in one spelling of several: `hòa` also for `hoà`, `hàng` also for `hằng`.
    pub(super) form: String,
}

/// What is written in one go: `372/TB-VPCP` is one piece of three words, and can be looked up whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Piece {
    pub(super) words: Vec<Word>,
    /// All of them as one word, without what joins them; none for a piece of one word.
    pub(super) joined: Option<String>,
}

/// Spellings that mean the same, whole words.
const SAME: [(&str, &str); 1] = [("hằng", "hàng")];

/// Letters that are typed for `đ` and look like it: eth, and the African d.
const LIKE_D: [char; 2] = ['ð', 'ɖ'];

/// Where the tone of an open syllable may stand: on the second vowel (new) or on the first (old).
const TONES: [(&str, &str); 15] = [
    ("oà", "òa"),
    ("oá", "óa"),
    ("oả", "ỏa"),
    ("oã", "õa"),
    ("oạ", "ọa"),
    ("oè", "òe"),
    ("oé", "óe"),
    ("oẻ", "ỏe"),
    ("oẽ", "õe"),
    ("oẹ", "ọe"),
    ("uỳ", "ùy"),
    ("uý", "úy"),
    ("uỷ", "ủy"),
    ("uỹ", "ũy"),
    ("uỵ", "ụy"),
];

pub(super) fn pieces(text: &str) -> impl Iterator<Item = Piece> {
    spans(text).map(|span| {
        let words: Vec<Word> = span.split(|c| !part_of_word(c)).filter(|w| !w.is_empty()).map(word).collect();
        let joined = (words.len() > 1).then(|| words.iter().map(|w| w.folded.as_str()).collect());
        Piece { words, joined }
    })
}

pub(super) fn word(raw: &str) -> Word {
    // A fraction (`½`) has a slash within.
    let plain: String = raw.nfkc().filter(|c| letter_or_digit(*c)).collect();
    let form = canonical(plain.to_lowercase().replace(LIKE_D, "đ"));
    let folded = form.nfd().filter(|c| !matches!(c, '\u{300}'..='\u{36f}')).map(|c| if c == 'đ' { 'd' } else { c });
    Word { folded: folded.collect(), form }
}

fn canonical(form: String) -> String {
    if let Some((_, same)) = SAME.iter().find(|(one, _)| *one == form) {
        return (*same).to_owned();
    }
    // In `quý` the `u` belongs to the consonant.
    for (new, old) in TONES {
        if let Some(start) = form.strip_suffix(new)
            && !(start.ends_with('q') && new.starts_with('u'))
        {
            return format!("{start}{old}");
        }
    }
    form
}

/// Runs of words with nothing but a joining mark between them.
pub(super) fn spans(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !part_of_word(c) && !joins(c)).map(|run| run.trim_matches(joins)).filter(|run| !run.is_empty())
}

fn joins(c: char) -> bool {
    matches!(c, '/' | '-' | '&' | '.' | '_' | '\u{2010}' | '\u{2011}')
}

/// Letters, digits, and what belongs to them without a width of its own.
pub(super) fn part_of_word(c: char) -> bool {
    letter_or_digit(c) || invisible(c)
}

fn letter_or_digit(c: char) -> bool {
    match c {
        '\0'..='\x7f' => c.is_ascii_alphanumeric(),
        // The letters of Vietnamese, without looking them up among all that there are.
        '\u{c0}'..='\u{d6}' | '\u{d8}'..='\u{f6}' | '\u{f8}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}' => true,
        c => c.is_alphanumeric() || is_combining_mark(c),
    }
}

fn invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    #[test]
    fn letters_are_letters_however_they_are_found() {
        for c in '\0'..=char::MAX {
            assert_eq!(letter_or_digit(c), c.is_alphanumeric() || is_combining_mark(c), "{c:?}");
        }
    }

    /// The vectors that `tests/browser/find.mjs` tests the browser's rule with.
    #[test]
    fn vectors() {
        let vectors: Value = serde_json::from_str(include_str!("../../tests/data/fold.json")).expect("JSON");
        let vectors = vectors.as_array().expect("a list");
        assert!(vectors.len() > 20);
        for vector in vectors {
            let text = vector["text"].as_str().expect("a text");
            let pieces: Vec<Value> = pieces(text)
                .map(|p| {
                    let words: Vec<[String; 2]> = p.words.into_iter().map(|w| [w.folded, w.form]).collect();
                    json!({"words": words, "joined": p.joined})
                })
                .collect();
            assert_eq!(Value::Array(pieces), vector["pieces"], "{text:?}");
        }
    }
}
