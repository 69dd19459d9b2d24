//! A paper → a draft: a notice, a register, or a notice with registers as its annexes.

use super::draft::{Clause, Document, Draft, Task};
use super::due::{Context, find};
use super::notice;
use super::paper::{Block, Paper};
use super::recase::recased;
use super::register::{self, Candidate};
use std::collections::BTreeSet;

/// What the paper says. `name` is what it is called where it has no title, such as the name of its file.
pub fn read(paper: &Paper, name: &str) -> Draft {
    let mut draft = if register::is_register(paper) { of_register(paper, name) } else { of_notice(paper) };
    draft.remarks.clone_from(&paper.remarks);
    draft
}

fn of_notice(paper: &Paper) -> Draft {
    let mut draft = notice::read(paper);
    let context = Context { issued: draft.document.issued, held: draft.document.held };
    for annex in register::find(paper) {
        draft.tasks.extend(register::tasks_of(&annex, &context));
    }
    if let Some(title) = &draft.document.title {
        let words: Vec<&str> = draft.clauses.iter().map(|clause| clause.text.as_str()).collect();
        draft.document.title = Some(recased(title, &words));
    }
    draft
}

fn of_register(paper: &Paper, name: &str) -> Draft {
    let candidates = register::find(paper);
    let lines: Vec<&str> = lines_above(paper, &candidates);
    let document = head(&lines, name);
    let context = Context { issued: document.issued, held: None };
    let mut draft = Draft { document, ..Draft::default() };
    for candidate in &candidates {
        draft.tasks.extend(register::tasks_of(candidate, &context));
    }
    // A register is a document of its own: its rows are its clauses, not those of an annex.
    for task in &mut draft.tasks {
        if let Some(own) = task.clause.strip_prefix("PL.") {
            task.clause = own.to_owned();
        }
    }
    draft.clauses = clauses(&draft.tasks);
    draft
}

/// What stands above the register: the paragraphs before it and the lines of its own sheet.
fn lines_above<'p>(paper: &'p Paper, candidates: &[Candidate<'p>]) -> Vec<&'p str> {
    let before = paper.blocks.iter().map_while(|block| match block {
        Block::Paragraph(paragraph) => Some(paragraph.text.as_str()),
        Block::Table(_) => None,
    });
    before.chain(candidates.first().into_iter().flat_map(|first| first.above.iter().copied())).collect()
}

/// The head of a register: its title in capitals or its first line, and the day of the paper to which it belongs.
fn head(lines: &[&str], name: &str) -> Document {
    let in_brackets = |line: &&&str| line.trim_start().starts_with('(');
    let titles = lines.iter().filter(|line| !in_brackets(line) && !line.trim().is_empty());
    let title = titles.map(|line| line.trim()).collect::<Vec<_>>().join(" ");
    let day = lines.iter().filter(|line| line.trim_start().starts_with('(')).find_map(|line| day_in(line));
    let title = if title.is_empty() { name.to_owned() } else { title };
    Document { title: Some(title), issued: day, ..Document::default() }
}

/// `… ngày 01 tháng 01 năm 2025 …`
fn day_in(line: &str) -> Option<chrono::NaiveDate> {
    // Words that make a deadline, so that the one reader of days is asked.
    let at = line.find("ngày ")?;
    let limit = format!("trước {}", line.get(at..)?);
    match find(&limit, &Context::default()).into_iter().next()?.due? {
        super::due::Due::Before(day) => day.parse().ok(),
        _ => None,
    }
}

/// The groups of a register and the rows in them as clauses, so that its page reads like it; none without groups, and none
/// where a number stands twice.
fn clauses(tasks: &[Task]) -> Vec<Clause> {
    let mut out: Vec<Clause> = Vec::new();
    let mut group = None;
    let mut seen = BTreeSet::new();
    for task in tasks {
        let (Some(words), Some((parent, number))) = (&task.group, task.clause.rsplit_once('.')) else {
            return Vec::new();
        };
        if group != Some(words) {
            out.push(Clause {
                path: parent.to_owned(),
                label: format!("{parent}."),
                text: words.clone(),
                at: task.at.clone(),
            });
            group = Some(words);
        }
        if !seen.insert(task.clause.as_str()) {
            return Vec::new();
        }
        let (label, text) = (format!("{number}."), task.title.clone());
        out.push(Clause { path: task.clause.clone(), label, text, at: task.at.clone() });
    }
    out
}
