//! The deadline of a duty, and where a sentence falls into duties with deadlines or subjects of their own.

use super::label::Mark;
use super::sentence;
use super::words::VERB_FIRST;
use crate::import::due::{self, Context, Due, Found};
use crate::import::names::Name;
use regex::Regex;
use std::sync::LazyLock;

/// Words before `hằng năm` that make it the rhythm of the duty and no part of a name: `báo cáo hằng năm`.
static RHYTHM: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)(?:^|[,;.:(]\s*|\b(?:báo\s+cáo|họp|giao\s+ban|kiểm\s+tra|tổng\s+hợp|công\s+bố|thống\s+kê|rà\s+soát|tổ\s+chức|cập\s+nhật|định\s+kỳ)\s*)$")
        .expect("a pattern")
});

/// The deadline of a duty: a day or period if it has one, else its rhythm.
pub(super) fn of(text: &str, context: Context) -> Option<Found> {
    let mut all = due::find(text, &context);
    all.retain(|found| binds(text, found));
    let is_day = |found: &Found| found.due.is_some() && !is_every(found);
    let at = all.iter().position(is_day).or_else(|| all.iter().position(|found| found.due.is_some()));
    let at = at.or(if all.is_empty() { None } else { Some(0) })?;
    Some(all.swap_remove(at))
}

fn is_every(found: &Found) -> bool {
    matches!(found.due, Some(Due::Every(_)))
}

/// `kế hoạch cải cách hành chính hằng năm` is a name, `báo cáo hằng năm` a rhythm.
fn binds(text: &str, found: &Found) -> bool {
    let Some(before) = text.get(..found.range.start) else { return false };
    let rhythm = found.wording.to_lowercase();
    !is_every(found) || rhythm.starts_with("định kỳ") || rhythm.contains("ngày") || RHYTHM.is_match(before.trim_end())
}

/// The parts of a sentence that are tasks of their own: after `;` where the part before has its deadline or the part
/// after its subject, and after a deadline where a further verb has another one. The subject of the whole ends at byte
/// `subject`; signs before that divide names. Of `measures`, which several agencies follow each by itself, every order
/// after `;` is one more.
pub(super) fn parts<'t>(
    text: &'t str,
    subject: usize,
    lead: &[Name],
    measures: bool,
    context: Context,
) -> Vec<&'t str> {
    let terms: Vec<Found> = due::find(text, &context).into_iter().filter(|f| f.due.is_some() && !is_every(f)).collect();
    let mut cuts: Vec<usize> = Vec::new();
    let mut start = 0;
    for (at, _) in text.match_indices("; ").filter(|(at, _)| *at > subject).take(30) {
        let next = text.get(at + 2..).unwrap_or_default();
        let dated = terms.iter().any(|term| term.range.start >= start && term.range.end <= at);
        let next = Mark::read(next).map_or(next, |(_, rest)| rest);
        let own = sentence::subject(next, false).is_some_and(|own| !sentence::is_required(&own.names, lead));
        // Who helps says how, and not what else.
        let measure = measures && VERB_FIRST.is_match(next) && !next.to_lowercase().starts_with("phối hợp");
        if dated || own || measure {
            cuts.push(at + 2);
            start = at + 2;
        }
    }
    for pair in terms.windows(2) {
        let [one, two] = pair else { continue };
        let between = text.get(one.range.end..two.range.start).unwrap_or_default();
        let next = between.trim_start_matches([',', ' ']).trim_start_matches("và ");
        let is_open = !cuts.iter().any(|cut| (one.range.end..two.range.start).contains(cut));
        if is_open && between.trim_start().starts_with([',']) && VERB_FIRST.is_match(next) {
            cuts.push(one.range.end + between.len() - next.len());
        }
    }
    cuts.sort_unstable();
    let mut all = Vec::new();
    let mut from = 0;
    for cut in cuts.into_iter().chain([text.len()]) {
        let part = text.get(from..cut).unwrap_or_default().trim().trim_end_matches([';', ',']);
        if part.chars().any(char::is_alphanumeric) {
            all.push(part);
        }
        from = cut;
    }
    all
}
