//! Who coordinates a duty, and whom its result goes to.

use super::words::{COORDINATE, REPORT};
use crate::import::names::{self, Kind, Name};
use regex::Regex;

/// Places of a duty at which names of one role are looked for, at most.
const PLACES: usize = 12;

/// Who coordinates: the names after every `phối hợp với`, without those that lead.
pub(super) fn with(text: &str, lead: &[Name]) -> Vec<Name> {
    let mut all = after(&COORDINATE, text);
    all.retain(|name| !lead.iter().any(|l| l.written == name.written));
    all
}

/// Whom it is submitted, reported or sent to. Whoever is only called `các cơ quan có liên quan` is nobody in particular.
pub(super) fn report_to(text: &str) -> Vec<Name> {
    let mut all = after(&REPORT, text);
    all.retain(|name| !matches!(name.kind, Kind::OpenGroup | Kind::Reference));
    all
}

fn after(words: &Regex, text: &str) -> Vec<Name> {
    let mut all: Vec<Name> = Vec::new();
    for found in words.find_iter(text).take(PLACES) {
        let rest = text.get(found.end()..).unwrap_or_default();
        let Some((names, _)) = names::leading(rest) else { continue };
        for name in names {
            if !all.contains(&name) {
                all.push(name);
            }
        }
    }
    all
}
