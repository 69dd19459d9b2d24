//! Sentences and headings that hand their subject to the items below them.

use super::clauses::Item;
use super::sentence::{self, Subject};
use super::title;
use super::words::{ASSIGN, CARRIES, CONCLUDES, LISTS, ON_PART_OF, PLEDGES, VERB_FIRST};
use crate::import::names::{self, Name};

/// Characters of a heading at most.
const HEADING: usize = 200;

/// Who the items below have in common.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Carrier {
    pub(super) lead: Vec<Name>,
    pub(super) with: Vec<Name>,
    /// Its words, on which each guess below rests.
    pub(super) words: String,
    /// Labels of this rank or below it are under it.
    pub(super) below: u8,
}

/// What an item is, before its sentences are read.
pub(super) enum Role {
    /// It hands its subject to what is below it, and holds no duty of its own.
    Carries(Carrier),
    /// It hands out duties without naming anybody: whoever is addressed has them.
    Addresses,
    /// It is a duty whose details are listed below it.
    Details,
    /// It says what the items below it are about.
    Heading,
    /// It holds sentences.
    Sentences,
}

/// Reads the item's last sentence; `below`: whether items of its own stand below it.
pub(super) fn role(item: &Item, last: &str, below: bool) -> Role {
    let colon = last.ends_with(':');
    let heading = below && !last.ends_with(['.', ';', ',']) && last.chars().count() <= HEADING;
    if !colon && !heading {
        // A list of names hands out nothing.
        return if is_only_names(last) { Role::Heading } else { Role::Sentences };
    }
    if let Some(lead) = only_names(last) {
        return Role::Carries(carrier(lead, &item.text, last));
    }
    let subject = sentence::subject(last, true);
    let assigned = subject.as_ref().is_some_and(|subject| subject.assigned);
    if CONCLUDES.is_match(last) && !assigned {
        return Role::Addresses;
    }
    match subject {
        // Before the first clause it says who issues the paper, unless it assigns.
        Some(Subject { rest, assigned: false, .. }) if item.path.is_empty() && !PLEDGES.is_match(rest) => {
            Role::Addresses
        }
        Some(Subject { names, rest, .. }) if colon && (CARRIES.is_match(last) || is_empty(rest)) => {
            Role::Carries(carrier(names, &item.text, last))
        }
        Some(_) if colon => Role::Details,
        Some(_) => Role::Sentences,
        None if colon && assigns_to_nobody(last) => Role::Addresses,
        None if colon && LISTS.is_match(last) && VERB_FIRST.is_match(last) && !CARRIES.is_match(last) => Role::Details,
        None => Role::Heading,
    }
}

/// `… trân trọng đề nghị:`, `… yêu cầu:`
fn assigns_to_nobody(text: &str) -> bool {
    let text = text.trim_end_matches(':').trim_end().to_owned() + " ";
    ASSIGN.find_iter(&text).last().is_some_and(|found| found.end() == text.len())
}

/// Whether the words are names without anything beside them.
fn is_only_names(text: &str) -> bool {
    let text = text.trim_end_matches(['.', ';']);
    // `Các sở: Báo cáo kết quả` is an order.
    if text.split_once(": ").is_some_and(|(_, rest)| VERB_FIRST.is_match(rest)) {
        return false;
    }
    names::leading(text).is_some_and(|(_, used)| text.get(used..).is_some_and(|rest| rest.trim().is_empty()))
}

/// The names, if the words are nothing but names with an apposition: `a) Bộ Nội vụ, cơ quan chủ trì Đề án:`.
fn only_names(text: &str) -> Option<Vec<Name>> {
    let words = ON_PART_OF.find(text).map_or(text, |found| text.get(found.end()..).unwrap_or_default());
    let (names, used) = names::leading(words)?;
    let rest = words.get(used..)?.trim().trim_end_matches(':').trim();
    let beside = rest.starts_with(['(', '-', '–']) || rest.strip_prefix(',').is_some_and(|r| is_apposition(r.trim()));
    (rest.is_empty() || beside).then_some(names)
}

fn is_apposition(text: &str) -> bool {
    let text = text.to_lowercase();
    ["cơ quan", "đơn vị", "là cơ quan", "là đơn vị", "tổ trưởng", "trưởng ban", "thường trực", "theo chức năng"]
        .iter()
        .any(|word| text.starts_with(word))
}

/// Nothing but words that say that something is to be done, and with whom.
fn is_empty(rest: &str) -> bool {
    let words = title::after_roles(rest.trim().trim_end_matches(':'));
    words.split([',', ' ']).filter(|word| !word.is_empty()).count() <= 3
}

fn carrier(lead: Vec<Name>, words: &str, last: &str) -> Carrier {
    let with = super::roles::with(last, &lead);
    Carrier { lead, with, words: words.to_owned(), below: 0 }
}
