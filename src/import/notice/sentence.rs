//! Sentences of a clause, and who each of them is about.

use super::person;
use super::words::{ADVERBIAL, ASSIGN, ASSIGNER, NO_DUTY, NO_VERB, ON_PART_OF, VERB, VERB_FIRST};
use crate::import::names::{self, Kind, Name};

/// Places in a sentence at which its subject is looked for, at most.
const PLACES: usize = 12;
/// Words of a name before a colon, at most.
const MOST_WORDS: usize = 14;

/// The sentences of `text`. A full stop ends one only before a capital and not after an abbreviation.
pub(super) fn split(text: &str) -> Vec<&str> {
    let mut all = Vec::new();
    let (mut start, mut depth) = (0, 0_i32);
    for (at, c) in text.char_indices() {
        match c {
            '(' | '“' | '[' => depth += 1,
            ')' | '”' | ']' => depth = (depth - 1).max(0),
            '.' | '!' | '?' | '…' => {
                let end = at + c.len_utf8();
                let rest = text.get(end..).unwrap_or_default();
                let next = rest.trim_start();
                let ends = depth == 0 && rest.starts_with(' ') && next.starts_with(char::is_uppercase);
                if ends && !is_abbreviation(text.get(start..at).unwrap_or_default()) {
                    all.push(text.get(start..end).unwrap_or_default().trim());
                    start = end;
                }
            }
            _ => {}
        }
    }
    all.push(text.get(start..).unwrap_or_default().trim());
    all.retain(|sentence| sentence.chars().any(char::is_alphanumeric));
    all
}

/// `TP.`, `Q.`, `số.`, one capital: the stop after it ends no sentence.
fn is_abbreviation(before: &str) -> bool {
    let word = before.rsplit([' ', '(']).next().unwrap_or_default();
    let short = word.chars().count() <= 2 && word.chars().all(char::is_uppercase);
    short || matches!(word, "TP" | "Tp" | "tp" | "ThS" | "TS" | "PGS" | "GS" | "KT" | "TM" | "TL" | "v.v" | "VD" | "tr")
}

/// Who a sentence is about.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Subject<'a> {
    pub(super) names: Vec<Name>,
    /// What stands after the names.
    pub(super) rest: &'a str,
    /// Whether a verb such as `giao` or `yêu cầu` stands before them.
    pub(super) assigned: bool,
    /// Where they or that verb begin.
    pub(super) start: usize,
}

/// The subject of `sentence`: the names after a verb that assigns, else the names that it begins with, where a verb of a
/// duty follows them. In a sentence that introduces a list the subject may stand after any comma.
pub(super) fn subject(sentence: &str, introduces: bool) -> Option<Subject<'_>> {
    for found in ASSIGN.find_iter(sentence).take(PLACES) {
        let before = sentence.get(..found.start()).unwrap_or_default();
        let rest = sentence.get(found.end()..).unwrap_or_default();
        // In `Rà soát …; yêu cầu các đơn vị …` the verb belongs to whoever has the duty.
        let order = VERB_FIRST.is_match(sentence) && !ADVERBIAL.is_match(sentence) && found.start() > 0;
        let by = ASSIGNER.find(before).filter(|m| !order || m.as_str().contains(char::is_alphabetic));
        if by.is_none() {
            continue;
        }
        if let Some((names, used)) = named(rest).or_else(|| a_person(rest)) {
            let rest = rest.get(used..).unwrap_or_default();
            return Some(Subject { names, rest, assigned: true, start: found.start() });
        }
    }
    if let Some(subject) = before_colon(sentence) {
        return Some(subject);
    }
    places(sentence, introduces).into_iter().find_map(|at| {
        let text = sentence.get(at..)?;
        // `…, huyện, xã tiếp nhận` goes on with a list; a subject after a comma begins with a capital or `các`.
        if at > 0 && !introduces && !text.starts_with(char::is_uppercase) && !text.starts_with("các ") {
            return None;
        }
        let words = ON_PART_OF.find(text).map_or(text, |found| text.get(found.end()..).unwrap_or_default());
        let (names, used) = named(words)?;
        let rest = words.get(used..)?;
        has_duty(rest, introduces).then_some(Subject { names, rest, assigned: false, start: at })
    })
}

/// The names that `text` begins with: after a post its person, after `các đơn vị:` the names of the list.
fn named(text: &str) -> Option<(Vec<Name>, usize)> {
    let (mut names, used) = names::leading(text)?;
    let rest = text.get(used..)?;
    if let Some(list) = rest.strip_prefix(": ")
        && let Some((listed, more)) = names::leading(list)
    {
        return Some((listed, used + 2 + more));
    }
    if let [.., last] = &mut names[..]
        && last.kind == Kind::Head
        && let Some(name) = person::first(rest)
    {
        last.written = format!("{} {name}", last.written);
        last.kind = Kind::Person;
        let at = rest.find(&name).map_or(0, |at| at + name.len());
        return Some((names, used + at));
    }
    Some((names, used))
}

/// `đồng chí Nguyễn Văn A, Phó Chủ tịch …`: a person without a post before the name.
fn a_person(text: &str) -> Option<(Vec<Name>, usize)> {
    let written = person::first(text)?;
    let used = text.find(&written)? + written.len();
    Some((vec![Name { written, kind: Kind::Person }], used))
}

/// `Các sở, các xã: Phân công …`: names alone before a colon, a verb after it.
fn before_colon(sentence: &str) -> Option<Subject<'_>> {
    let (head, rest) = sentence.split_once(": ")?;
    if head.split_whitespace().count() > MOST_WORDS || !VERB_FIRST.is_match(rest) {
        return None;
    }
    let (names, used) = names::leading(head)?;
    let alone = head.get(used..)?.trim().is_empty();
    // What a name holds more (`Ban Quản lý dự án đầu tư xây dựng tỉnh`) is told by the colon.
    let longer = names.len() == 1 && !head.contains(',') && VERB_FIRST.is_match(head.get(used..)?.trim());
    let names = match (alone, longer) {
        (true, _) => names,
        (false, true) => names.into_iter().map(|name| Name { written: head.to_owned(), ..name }).collect(),
        (false, false) => return None,
    };
    Some(Subject { names, rest, assigned: false, start: 0 })
}

/// Where a subject may begin: at the start, and after commas where words of time, place or cause stand before it.
fn places(sentence: &str, introduces: bool) -> Vec<usize> {
    let mut all = vec![0];
    // `Về hạ tầng: Sở A …`
    all.extend(sentence.find(": ").map(|at| at + 2));
    if introduces || ADVERBIAL.is_match(sentence) {
        all.extend(sentence.match_indices(", ").map(|(at, sign)| at + sign.len()).take(PLACES));
    }
    all
}

/// Whether what follows a subject hands it a duty.
fn has_duty(rest: &str, introduces: bool) -> bool {
    let rest = after_apposition(rest);
    if rest.is_empty() || rest.starts_with(':') {
        return introduces;
    }
    !NO_DUTY.is_match(rest) && VERB_FIRST.is_match(rest)
}

/// The same for the opening of a labelled item, where any verb will do: `5. Báo A tăng thời lượng …`.
pub(super) fn opening(sentence: &str) -> Option<Subject<'_>> {
    let (names, used) = named(sentence)?;
    let rest = sentence.get(used..)?;
    let words = rest.trim_start();
    let verb = sentence.ends_with(['.', ';', ':', '/'])
        && words.starts_with(char::is_lowercase)
        && !NO_DUTY.is_match(words)
        && !NO_VERB.is_match(words);
    verb.then_some(Subject { names, rest, assigned: false, start: 0 })
}

/// `… - cơ quan thường trực … trình`, `…, cơ quan chủ trì Đề án:`, `(sau đây gọi là …)`: what stands beside a name is
/// passed over.
fn after_apposition(rest: &str) -> &str {
    let mut rest = rest.trim_start();
    if rest.starts_with('(')
        && let Some((_, after)) = rest.split_once(')')
    {
        rest = after.trim_start();
    }
    if rest.starts_with(['-', '–']) {
        let verb = VERB.find_iter(rest).find(|found| found.start() > 2);
        return verb.map_or("", |found| rest.get(found.start()..).unwrap_or_default()).trim_start();
    }
    // `… là cơ quan thường trực, có trách nhiệm …`
    if (rest.starts_with("là cơ quan") || rest.starts_with("là đơn vị"))
        && let Some((_, after)) = rest.split_once(", ")
        && VERB_FIRST.is_match(after)
    {
        return after;
    }
    rest.strip_prefix(',').map_or(rest, str::trim_start)
}

/// Whether a named body is to require something of a group: `- Yêu cầu các đơn vị khai thác …` below `Sở A:`.
pub(super) fn is_required(names: &[Name], carried: &[Name]) -> bool {
    let [body] = carried else { return false };
    let group = |name: &Name| matches!(name.kind, Kind::Group | Kind::OpenGroup);
    body.kind == Kind::Body && !names.is_empty() && names.iter().all(group) && !is_anaphor(names)
}

/// `từng đồng chí thành viên`, `các đơn vị này`: those of the heading.
pub(super) fn is_anaphor(names: &[Name]) -> bool {
    let [name] = names else { return false };
    let name = name.written.to_lowercase();
    name.starts_with("từng ") || name.starts_with("mỗi ") || name.ends_with(" này") || name.ends_with(" nêu trên")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_end_before_a_capital_only() {
        let text = "Sở A rà soát. Đồng thời, TP. Hải Vân báo cáo (theo mẫu. Xem phụ lục); số 1.200 hồ sơ. Sở B trình.";
        assert_eq!(split(text).len(), 3);
    }
}
