//! A short title for a duty: its words without who has it, cut at the end of a phrase.

use super::words::COORDINATE;
use crate::import::names;

/// Characters of a title at most.
const LONGEST: usize = 120;
/// A cut before this many characters says too little.
const SHORTEST: usize = 35;

/// The title, and whether words of the duty were left out at its end. `duty` begins after the subject.
pub(super) fn of(duty: &str) -> (String, bool) {
    let text = without_roles(duty).trim().trim_end_matches(['.', ';', ':', '/', ',', ' ']);
    let mut title = capitalised(text);
    let cut = title.chars().count() > LONGEST;
    if cut {
        title = shortened(&title);
    }
    (title, cut)
}

/// Takes `chủ trì, phối hợp với …` and empty modal words off the start.
fn without_roles(duty: &str) -> &str {
    let mut text = duty.trim_start_matches([' ', ',', ':', '-', '–']);
    for _ in 0..6 {
        let lower = text.to_lowercase();
        let word =
            ["có trách nhiệm", "chịu trách nhiệm", "chủ trì", "cần", "phải", "đồng thời", "khẩn trương", "chủ động"]
                .into_iter()
                .find(|word| lower.starts_with(word));
        let rest = match word {
            // `Chủ trì, phối hợp với …` goes; `chủ trì cuộc họp` stays.
            Some(word) => text.get(word.len()..).unwrap_or_default(),
            None => match COORDINATE.find(text).filter(|found| found.start() == 0) {
                Some(found) => {
                    let rest = text.get(found.end()..).unwrap_or_default();
                    let Some((_, used)) = names::leading(rest) else { break };
                    rest.get(used..).unwrap_or_default()
                }
                None => break,
            },
        };
        let rest = rest.trim_start_matches([' ', ',', ':']);
        let rest = rest.strip_prefix("trong việc ").or_else(|| rest.strip_prefix("trong ")).unwrap_or(rest);
        if rest.chars().count() < 12 {
            break;
        }
        text = rest;
    }
    text
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
