//! Deadlines in a cell of a register: nothing else stands there, so bare months and years count, and the end of a range
//! is the deadline.

use super::atom::{Atom, TIMES};
use super::limit::{Context, Due, Found};
use super::sentence::{every, find};
use crate::model::Why;
use regex::Regex;
use std::sync::LazyLock;

static BEFORE: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"(?i)trước(?:\s+ngày|\s+thời\s+điểm)?\s*$").expect("a pattern"));
static AFTER_IT: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)thường\s+xuyên|những\s+năm\s+(?:tiếp\s+theo|sau)|các\s+năm\s+(?:tiếp\s+theo|sau)|và\s+tiếp\s+theo|trở\s+đi|hằng\s+năm|hàng\s+năm|liên\s+tục")
        .expect("a pattern")
});
static FROM_ON: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"(?i)^\s*(?:bắt\s+đầu\s+)?(?:từ|kể\s+từ)\b").expect("a pattern"));
static RANGE: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"(?i)đến|tới|-|–").expect("a pattern"));
static ALWAYS: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"(?i)thường\s+xuyên|liên\s+tục").expect("a pattern"));

/// The deadline of a cell; none where it is empty.
pub fn of_cell(text: &str, context: &Context) -> Option<Found> {
    let wording = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if wording.is_empty() {
        return None;
    }
    let range = 0..text.len();
    let found =
        |due: Option<Due>, why: Option<Why>| Some(Found { due, range: range.clone(), wording: wording.clone(), why });
    let atoms = times(&wording, *context);
    let Some(&(start, last, year)) = atoms.last() else {
        if let Some(again) = every(&wording).into_iter().next() {
            return found(again.due, again.why);
        }
        if ALWAYS.is_match(&wording) {
            return found(Some(Due::Continuous { from: None }), None);
        }
        let first = find(&wording, context).into_iter().next();
        return first.map_or_else(|| found(None, Some(Why::Vague)), |first| found(first.due, first.why));
    };
    // Days counted from a day, and a day within each period, are read as in a sentence.
    let sentence = find(&wording, context);
    let counted = |due: &Due| matches!(due, Due::Within { .. } | Due::Every(super::limit::Every { day: Some(_), .. }));
    if let Some(whole) = sentence.into_iter().find(|f| f.due.as_ref().is_some_and(counted)) {
        return found(whole.due, whole.why);
    }
    let before = wording.get(..start).is_some_and(|words| BEFORE.is_match(words));
    let due = if before { last.before() } else { last.within() };
    let after = AFTER_IT.is_match(&wording);
    let is_range = atoms.len() > 1 && RANGE.is_match(&wording);
    // `Từ tháng 3/2017 và thường xuyên`: nothing is to be done by then.
    if after && FROM_ON.is_match(&wording) && !is_range {
        return found(Some(Due::Continuous { from: last.code() }), year);
    }
    let due = if after { due.map(|due| Due::ThenContinuous(Box::new(due))) } else { due };
    let why = if due.is_none() { Some(Why::Vague) } else { year };
    found(due, why)
}

/// The times of a cell with where they start; a month without a year has that of the next time, or of the paper.
fn times(text: &str, context: Context) -> Vec<(usize, Atom, Option<Why>)> {
    let all: Vec<(usize, Atom)> =
        TIMES.captures_iter(text).filter_map(|found| Some((found.get_match().start(), Atom::of(&found)?))).collect();
    let mut out = Vec::new();
    let mut next = None;
    for &(start, atom) in all.iter().rev() {
        let (atom, why) = match (atom.year(), next) {
            (None, Some(year)) => (atom.with_year(year), None),
            _ => atom.dated(context),
        };
        next = atom.year().or(next);
        out.push((start, atom, why));
    }
    out.reverse();
    out
}
