//! A short title out of the words of a duty.

/// Longest title, in characters.
const MAX: usize = 120;
/// Shorter ones say too little.
const MIN: usize = 30;

/// The words, or as many whole phrases of them as a title holds, and whether they were cut.
pub fn short(words: &str) -> (String, bool) {
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let whole = words.trim_end_matches(['.', ';', ',', ' ']);
    if whole.chars().count() <= MAX {
        return (whole.to_owned(), false);
    }
    let mut phrase = None;
    let mut word = 0;
    for (n, (at, c)) in whole.char_indices().enumerate().take(MAX) {
        let ends = whole.get(at..).is_some_and(|rest| {
            rest.starts_with("; ") || rest.starts_with(". ") || rest.starts_with(": ") || rest.starts_with(", ")
        });
        if ends && n >= MIN {
            phrase = Some(at);
        }
        if c == ' ' {
            word = at;
        }
    }
    match phrase {
        Some(at) => (whole.get(..at).unwrap_or(whole).to_owned(), true),
        None => (format!("{}…", whole.get(..word).unwrap_or(whole).trim_end_matches([',', ';'])), true),
    }
}
