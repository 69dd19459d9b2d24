//! Guesses as comments of the draft: `# đoán: chủ thể nêu ở câu dẫn, theo "a) Về phía các bộ" (đoạn 14)`.

use crate::edit::Yaml;
use crate::import::draft::{Guess, Why};
use crate::import::paper::Place;

/// What marks a guess in a comment.
const MARK: &str = "đoán:";
/// Longest quotation, in characters.
const QUOTED: usize = 80;

/// A guess in the words of the draft.
pub(super) fn comment(why: Why, because: &str, at: &Place) -> String {
    let because = because.split_whitespace().collect::<Vec<_>>().join(" ").replace('"', "'");
    let short: String = because.chars().take(QUOTED).collect();
    let short = if short.len() < because.len() { format!("{} …", short.trim_end()) } else { short };
    match (short.is_empty(), at) {
        (true, Place::Whole) => format!("{MARK} {}", why.words()),
        (true, at) => format!("{MARK} {} ({at})", why.words()),
        (false, at) => format!("{MARK} {}, theo \"{short}\" ({at})", why.words()),
    }
}

/// A value with the guesses about its field.
pub(super) fn noted(value: Option<Yaml>, field: &str, guesses: &[Guess], more: Option<String>) -> Option<Yaml> {
    let value = value?;
    let of_field = guesses.iter().filter(|guess| guess.field == field);
    let comments = of_field.map(|guess| comment(guess.why, &guess.because, &guess.at)).chain(more);
    let mut comments: Vec<String> = comments.collect();
    comments.dedup();
    if comments.is_empty() {
        return Some(value);
    }
    Some(Yaml::Noted(Box::new(value), comments.join("; ")))
}
