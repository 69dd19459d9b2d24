//! A paper → a draft: a notice, a register, or a notice with registers as its annexes.

use super::draft::{Clause, Document, Draft, Task};
use super::due::{Context, find};
use super::notice;
use super::paper::{Block, Paper};
use super::recase::recased;
use super::register::{self, Candidate};
use crate::load::Mapping;
use std::collections::BTreeSet;

/// Shortest title that says something, in characters.
const SHORTEST: usize = 15;

/// What the paper says. `name` is what it is called where it has no title, such as the name of its file.
/// `mapping` says how the columns of a register are read.
pub fn read(paper: &Paper, name: &str, mapping: Option<&Mapping>) -> Draft {
    let mut draft = if register::is_register(paper) { of_register(paper, name, mapping) } else { of_notice(paper) };
    draft.remarks.clone_from(&paper.remarks);
    draft
}

fn of_notice(paper: &Paper) -> Draft {
    let mut draft = notice::read(paper);
    let context = Context { issued: draft.document.issued, held: draft.document.held };
    for annex in register::find(paper) {
        draft.tasks.extend(register::tasks_of(&annex, &context));
    }
    let words: Vec<&str> = draft.clauses.iter().map(|clause| clause.text.as_str()).collect();
    for printed in [&mut draft.document.title, &mut draft.document.issuer].into_iter().flatten() {
        *printed = recased(printed, &words);
    }
    for task in &mut draft.tasks {
        task.title = without_deadline(&task.title, task.wording.as_deref());
    }
    draft
}

/// A title says what is to be done; by when stands beside it.
fn without_deadline(title: &str, wording: Option<&str>) -> String {
    let bare = title.trim_end_matches(['.', ';', ' ']);
    let kept = wording.filter(|words| !words.is_empty()).and_then(|words| bare.strip_suffix(words));
    let kept = kept.map(|kept| kept.trim_end_matches([',', ';', ' ']));
    kept.filter(|kept| kept.chars().count() >= SHORTEST).unwrap_or(title).to_owned()
}

fn of_register(paper: &Paper, name: &str, mapping: Option<&Mapping>) -> Draft {
    let mut candidates = register::find(paper);
    if let Some(mapping) = mapping {
        candidates.retain(|candidate| mapping.sheet.is_none() || candidate.sheet == mapping.sheet.as_deref());
        for candidate in &mut candidates {
            candidate.map(mapping);
        }
    }
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
    if draft.clauses.is_empty() {
        // Without groups the numbers of rows are references, and no clauses of a text.
        draft.tasks.iter_mut().for_each(|task| task.clause.clear());
    }
    let words: Vec<&str> = draft.tasks.iter().map(|task| task.text.as_str()).collect();
    draft.document.title = draft.document.title.map(|title| recased(&title, &words));
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
        let number = task.reference.as_deref().unwrap_or_default();
        let parent = task.clause.strip_suffix(number).map(|parent| parent.trim_end_matches('.'));
        let (Some(words), Some(parent)) = (&task.group, parent.filter(|parent| !parent.is_empty())) else {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::text;

    const REGISTER: &str = "DANH MỤC NHIỆM VỤ SỐ HÓA\n\n(Kèm theo Kế hoạch số 5/KH-TP ngày 10 tháng 01 năm 2026)\n\n\
        | TT | Nội dung | Cơ quan chủ trì | Thời hạn |\n|---|---|---|---|\n| I | Hạ tầng | | |\n\
        | 1 | Lập bản đồ số | Sở Vườn Cây | Tháng 6 |\n| 1.1 | Mở kho dữ liệu | Sở Thử Nghiệm | Thường xuyên |\n";

    #[test]
    fn a_register_is_a_document_of_rows() {
        let paper = text::read(REGISTER.as_bytes(), "a.md").expect("read");
        let draft = read(&paper, "so-hoa", None);
        let clauses: Vec<String> = draft.clauses.iter().map(|c| format!("{} {} {}", c.path, c.label, c.text)).collect();
        assert_eq!(clauses, ["I I. Hạ tầng", "I.1 1. Lập bản đồ số", "I.1.1 1.1. Mở kho dữ liệu"]);
        assert_eq!(draft.document.title.as_deref(), Some("Danh mục nhiệm vụ số hóa"));
        assert_eq!(draft.document.issued.map(|day| day.to_string()).as_deref(), Some("2026-01-10"));
        // The year of a deadline without one is that of the paper.
        let due: Vec<_> = draft.tasks.iter().map(|task| task.due.clone()).collect();
        let always = crate::import::due::Due::Continuous { from: None };
        assert_eq!(due, [Some(crate::import::due::Due::By("2026-06".into())), Some(always)]);
    }

    #[test]
    fn titles_go_without_their_deadline() {
        for (title, wording, expected) in [
            (
                "Lập bản đồ số, hoàn thành trong Quý II năm 2026.",
                Some("hoàn thành trong Quý II năm 2026"),
                "Lập bản đồ số, hoàn thành trong Quý II năm 2026.",
            ),
            (
                "Lập bản đồ số các vườn ươm trong Quý II năm 2026",
                Some("trong Quý II năm 2026"),
                "Lập bản đồ số các vườn ươm",
            ),
            ("Lập bản đồ số các vườn ươm", None, "Lập bản đồ số các vườn ươm"),
        ] {
            assert_eq!(without_deadline(title, wording), expected);
        }
    }
}
