//! Reads a notice, directive, letter, decision or plan: its head, its clauses, its duties.
//!
//! What is a duty is told by the headings above it and by its own words, line by line of the tables in `words`; the paper
//! is never understood beyond that. A duty that nobody is named for is none.

mod carrier;
mod clauses;
mod duties;
mod duty;
mod fields;
mod foot;
mod head;
mod label;
mod lines;
mod meeting;
mod person;
mod roles;
mod sentence;
mod term;
#[cfg(test)]
mod tests;
mod title;
mod words;

use super::draft::Draft;
use super::due::Context;
use super::names::{self, Name};
use super::paper::{Paper, Place};
use lines::Line;

/// Lines between the kind of an attached paper and the words that say to what it is attached.
const ATTACHED_TITLE: usize = 5;

/// Reads a paper. Whatever it does not say is absent from the draft.
pub fn read(paper: &Paper) -> Draft {
    let lines = lines::lines(paper);
    let (mut document, start) = head::read(&lines);
    let end = foot::begins(&lines, start);
    let foot = foot::read(lines.get(end..).unwrap_or_default());
    document.recipients = foot.recipients;
    document.signer = foot.signer;
    document.signer_capacity = foot.capacity;
    let body = lines.get(start..end).unwrap_or_default();
    meeting::read(body, &mut document);
    let (addressees, body) = addressed(lines.get(..start).unwrap_or_default(), body);
    let context = Context { issued: document.issued, held: document.held };
    let mut draft = Draft { document, remarks: paper.remarks.clone(), ..Draft::default() };
    let attached = attached(&lines, end);
    for body in [body, attached] {
        let lines = body.iter().filter(|line| line.column.is_none());
        let paragraphs: Vec<(String, Place)> = lines.map(|line| (line.text.clone(), line.at.clone())).collect();
        let items = clauses::items(&paragraphs);
        draft.tasks.extend(duties::tasks(&items, &addressees, context));
        draft.clauses.extend(clauses::clauses(&items));
    }
    draft
}

/// The body of a plan or rules that a decision puts in force and that stands below its signature, from `end` on.
fn attached(lines: &[Line], end: usize) -> &[Line] {
    let rest = lines.get(end..).unwrap_or_default();
    let brings = |line: &Line| line.text.to_lowercase().contains("kèm theo") && line.text.starts_with('(');
    let Some(start) = rest.iter().position(brings) else { return &[] };
    let kind = rest.get(start.saturating_sub(ATTACHED_TITLE)..start).unwrap_or_default();
    if !kind.iter().any(|line| head::is_kind(&line.text)) {
        return &[];
    }
    let start = end + start + 1;
    lines.get(start..foot::begins(lines, start)).unwrap_or_default()
}

/// Whom a letter or telegram is sent to for action, and the body below them.
fn addressed<'a>(head: &[Line], body: &'a [Line]) -> (Vec<Name>, &'a [Line]) {
    let mut all = Vec::new();
    if let Some(from) = head.iter().position(|line| line.text.starts_with("Kính gửi")) {
        for line in head.get(from..).unwrap_or_default() {
            let words = line.text.trim_start_matches("Kính gửi").trim_start_matches(':');
            all.extend(words.split(" - ").flat_map(listed));
        }
    }
    let Some(first) = body.first().filter(|line| line.text.ends_with("điện:") || line.text.contains(" điện: "))
    else {
        return (all, body);
    };
    all.extend(first.text.rsplit("điện:").next().map(listed).unwrap_or_default());
    let rest = body.get(1..).unwrap_or_default();
    let count = rest.iter().take_while(|line| line.text.starts_with(['-', '–', '+'])).count();
    let (list, rest) = rest.split_at(count);
    all.extend(list.iter().flat_map(|line| listed(&line.text)));
    (all, rest)
}

fn listed(words: &str) -> Vec<Name> {
    let words = words.trim_matches(|c: char| c.is_whitespace() || matches!(c, '-' | '–' | '+' | ';' | '.'));
    if words.is_empty() { Vec::new() } else { names::list(words) }
}
