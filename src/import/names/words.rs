//! A text cut into words and signs, and tables of phrases that are looked up in it.

use std::collections::HashMap;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A word or a sign, with its bytes in the text.
#[derive(Debug, Clone)]
pub struct Word<'a> {
    pub text: &'a str,
    pub start: usize,
    pub end: usize,
    /// What it is compared by; of a sign the sign itself.
    pub key: String,
    /// Small letters, as typed otherwise.
    pub small: String,
    pub is_sign: bool,
    /// Begins with a capital letter.
    pub capital: bool,
    /// The first of a line.
    pub line: bool,
}

impl Word<'_> {
    /// Whether it is that sign.
    pub fn is(&self, sign: char) -> bool {
        self.is_sign && self.text.starts_with(sign)
    }

    /// Several capital letters and no small one: `VTV`, `KHTC`.
    pub fn is_abbreviation(&self) -> bool {
        let capitals = self.text.chars().filter(|c| c.is_uppercase()).count();
        capitals > 1 && !self.text.chars().any(char::is_lowercase)
    }
}

/// Words and signs of a text, at most `most` of them. Marks of emphasis and quotation are left out.
pub fn words(text: &str, most: usize) -> Vec<Word<'_>> {
    let mut out: Vec<Word> = Vec::new();
    let mut line = false;
    let mut chars = text.char_indices().peekable();
    while let Some((start, c)) = chars.next() {
        if out.len() == most {
            break;
        }
        let mut end = start + c.len_utf8();
        let is_letter = |c: char| c.is_alphanumeric() || is_combining_mark(c);
        if is_letter(c) {
            while let Some((at, c)) = chars.next_if(|(_, c)| is_letter(*c)) {
                end = at + c.len_utf8();
            }
            // `TP.`, and the initials `N. V. A`.
            let short =
                text.get(start..end).is_some_and(|w| w.chars().count() <= 2 && !w.chars().any(char::is_lowercase));
            if short && let Some((at, c)) = chars.next_if(|(_, c)| *c == '.') {
                end = at + c.len_utf8();
            }
        } else if c == '\n' {
            line = true;
            continue;
        } else if c.is_whitespace() || matches!(c, '*' | '_' | '"' | '“' | '”' | '\u{200b}' | '\u{feff}') {
            continue;
        }
        let Some(word) = text.get(start..end) else { continue };
        let is_sign = !is_letter(c);
        let small = match c {
            '&' => "và".to_owned(),
            _ => word.trim_end_matches(|c| c == '.' && !is_sign).nfc().flat_map(char::to_lowercase).collect(),
        };
        let is_sign = is_sign && c != '&';
        let key = self::key(&small);
        out.push(Word { text: word, start, end, key, small, is_sign, capital: c.is_uppercase(), line });
        line = false;
    }
    out
}

/// What a word is compared by: small letters, its tone at its end, so that `hòa` and `hoà` are one.
pub fn key(word: &str) -> String {
    const TONES: [char; 5] = ['\u{300}', '\u{301}', '\u{303}', '\u{309}', '\u{323}'];
    let (tones, letters): (String, String) = word.nfd().flat_map(char::to_lowercase).partition(|c| TONES.contains(c));
    letters + &tones
}

/// The words of a text as one key, signs and `và` left out.
pub fn phrase(text: &str) -> String {
    let all = words(text, usize::MAX);
    let keys: Vec<&str> = all.iter().filter(|w| !w.is_sign && w.small != "và").map(|w| w.key.as_str()).collect();
    keys.join(" ")
}

/// Most signs and conjunctions between two words of a phrase.
const MOST_BETWEEN: usize = 3;

/// Phrases with what they stand for; the longest one that begins at a word is found.
#[derive(Debug)]
pub struct Phrases<T> {
    known: HashMap<String, T>,
    /// First words, each with the words of the longest phrase that begins so.
    longest: HashMap<String, usize>,
}

impl<T: Copy> Phrases<T> {
    /// Of two values of a phrase, the first counts.
    pub fn new<'a>(entries: impl IntoIterator<Item = (&'a str, T)>) -> Self {
        let mut known = HashMap::new();
        let mut longest: HashMap<String, usize> = HashMap::new();
        for (text, value) in entries {
            let phrase = phrase(text);
            let first = phrase.split(' ').next().unwrap_or_default();
            let words = longest.entry(first.to_owned()).or_default();
            *words = phrase.split(' ').count().max(*words);
            known.entry(phrase).or_insert(value);
        }
        Self { known, longest }
    }

    /// How many words and signs the longest phrase at `at` takes, and its value. Commas, hyphens and `và` between its
    /// words do not count: papers leave them out and put them in.
    pub fn at(&self, words: &[Word], at: usize) -> Option<(usize, T)> {
        let words = words.get(at..)?;
        let longest = *self.longest.get(&words.first().filter(|word| !word.is_sign)?.key)?;
        let (mut key, mut found, mut taken, mut between) = (String::new(), None, 0, 0);
        for (n, word) in words.iter().enumerate() {
            if n > 0 && (word.small == "và" || matches!(word.text, "," | "-" | "–")) {
                between += 1;
                if between > MOST_BETWEEN {
                    break;
                }
                continue;
            }
            if word.is_sign || taken == longest {
                break;
            }
            taken += 1;
            between = 0;
            if !key.is_empty() {
                key.push(' ');
            }
            key.push_str(&word.key);
            if let Some(value) = self.known.get(&key) {
                found = Some((n + 1, *value));
            }
        }
        found
    }
}
