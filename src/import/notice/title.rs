//! A short title for a duty: its words without who has it, cut at the end of a phrase.

use super::words::COORDINATE;
use crate::import::names;

/// Characters of a title at most.
const LONGEST: usize = 120;
/// A cut before this many characters says too little.
const SHORTEST: usize = 35;

/// The title, and whether words of the duty were left out at its end. `duty` begins after the subject.
pub(super) fn of(duty: &str) -> (String, bool) {
    let after = after_roles(duty);
    // Where nothing else is said, what was taken off is the duty.
    let text = if after.chars().count() < 12 { trimmed(duty) } else { after };
    let text = text.trim().trim_end_matches(['.', ';', ':', '/', ',', ' ']);
    let mut title = capitalised(text);
    let cut = title.chars().count() > LONGEST;
    if cut {
        title = shortened(&title);
    }
    (title, cut)
}

/// What is left of a duty's words without `chủ trì, phối hợp với …` and modal words at their start.
pub(super) fn after_roles(duty: &str) -> &str {
    let mut text = trimmed(duty);
    for _ in 0..6 {
        let lower = text.to_lowercase();
        let word = ROLES.into_iter().find(|word| lower.starts_with(word));
        let rest = match word {
            Some(word) => text.get(word.len()..),
            None => coordinated(text),
        };
        let Some(rest) = rest else { break };
        text = trimmed(rest);
    }
    text
}

/// Words at the start of a duty that only say who has it and how soon.
const ROLES: [&str; 8] =
    ["có trách nhiệm", "chịu trách nhiệm", "chủ trì", "cần", "phải", "đồng thời", "khẩn trương", "chủ động"];

/// What follows `phối hợp với` and its names.
fn coordinated(text: &str) -> Option<&str> {
    let found = COORDINATE.find(text).filter(|found| found.start() == 0)?;
    let rest = text.get(found.end()..)?;
    let (_, used) = names::leading(rest)?;
    let rest = trimmed(rest.get(used..)?);
    Some(rest.strip_prefix("trong việc ").or_else(|| rest.strip_prefix("trong ")).unwrap_or(rest))
}

fn trimmed(text: &str) -> &str {
    text.trim_start_matches([' ', ',', ':', '-', '–'])
}

fn capitalised(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map(|first| first.to_uppercase().to_string() + chars.as_str()).unwrap_or_default()
}

/// Cut before a sign or a word that begins a new phrase; else at a word.
fn shortened(title: &str) -> String {
    let limit = title.char_indices().nth(LONGEST).map_or(title.len(), |(at, _)| at);
    let head = title.get(..limit).unwrap_or(title);
    let least = title.char_indices().nth(SHORTEST).map_or(0, |(at, _)| at);
    let ends = [
        ";",
        ",",
        ". ",
        ":",
        " để ",
        " nhằm ",
        " bảo đảm ",
        " theo ",
        " phục vụ ",
        " trên cơ sở ",
        " trong đó ",
        " tại ",
        " đối với ",
        " thuộc ",
    ];
    let at = ends.iter().filter_map(|end| head.rfind(end)).filter(|at| *at >= least).max();
    let at = at.or_else(|| head.rfind(' ')).unwrap_or(limit);
    let cut = head.get(..at).unwrap_or(head).trim_end_matches([',', ';', ':', ' ']);
    cut.to_owned()
}
