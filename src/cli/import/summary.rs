//! What the screen says of a draft: the paper, what was found, what to look at first.

use super::super::output::Output;
use super::agencies::Names;
use crate::i18n::Words;
use crate::import::draft::{Document, Draft, Task, Why};
use crate::import::paper::Place;

/// Doubts that are listed; of the rest only how many there are.
const SHOWN: usize = 12;
/// Longest name of a task on one line, in characters.
const WIDTH: usize = 70;

pub fn tell(draft: &Draft, names: &Names, out: &Output) {
    let words = &out.words;
    out.result(&head(&draft.document, words));
    let count = |n: usize| words.number(n as u64);
    let parts: usize = draft.tasks.iter().map(|task| task.parts.len()).sum();
    let tasks = count(draft.tasks.len() + parts);
    out.result(&words.with("import-found", &[("clauses", &count(draft.clauses.len())), ("tasks", &tasks)]));
    let doubts = doubts(draft, names);
    let (sure, all) = (draft.tasks.len() + parts, doubts.len());
    if all > 0 && sure > 0 {
        out.result(&words.with("import-look", &[("n", &count(all))]));
    }
    for doubt in doubts.iter().take(SHOWN) {
        out.result(&format!("  {}", doubt.line(words)));
    }
    if all > SHOWN {
        out.result(&format!("  {}", words.with("import-more", &[("n", &count(all - SHOWN))])));
    }
    for name in names.unknown() {
        let near = name.nearest.join(", ");
        let key = if near.is_empty() { "import-unknown-name" } else { "import-unknown-near" };
        out.result(&format!("  {}", words.with(key, &[("name", &name.name), ("id", &name.id), ("near", &near)])));
    }
}

/// `Thông báo 372/TB-VPCP, 11/9/2023: Kết luận của …`
fn head(document: &Document, words: &Words) -> String {
    let unknown = || words.say("import-no-head");
    let kind = document.kind.clone().unwrap_or_else(unknown);
    let number = document.number.as_ref().map(|number| format!(" {number}")).unwrap_or_default();
    let day = document.issued.map(|day| format!(", {}", words.day(day))).unwrap_or_default();
    let title = document.title.as_ref().map(|title| format!(": {}", short(title, 120))).unwrap_or_default();
    format!("{kind}{number}{day}{title}")
}

/// One thing to look at.
struct Doubt<'a> {
    why: Why,
    clause: &'a str,
    title: &'a str,
    because: String,
    at: &'a Place,
}

impl Doubt<'_> {
    fn line(&self, words: &Words) -> String {
        let why = words.with("import-why", &[("why", key(self.why))]);
        let clause = if self.clause.is_empty() { String::new() } else { format!("{} ", self.clause) };
        let because =
            if self.because.is_empty() { String::new() } else { format!(": \"{}\"", short(&self.because, 60)) };
        format!("{clause}{} – {why}{because} ({})", short(self.title, WIDTH), self.at)
    }
}

/// Most doubtful first, then in the order of the paper. A shortened title is no doubt about what is to be done.
fn doubts<'a>(draft: &'a Draft, names: &'a Names) -> Vec<Doubt<'a>> {
    let mut out = Vec::new();
    for task in draft.tasks.iter().flat_map(|task| std::iter::once(task).chain(&task.parts)) {
        let doubt = |why, because: &str| Doubt {
            why,
            clause: &task.clause,
            title: if task.title.is_empty() { &task.text } else { &task.title },
            because: because.to_owned(),
            at: &task.at,
        };
        let own = task.guesses.iter().filter(|guess| guess.why != Why::Shortened);
        out.extend(own.map(|guess| doubt(guess.why, &guess.because)));
        out.extend(of_names(task, names).map(|(why, name)| doubt(why, name)));
        if task.lead.is_empty() && !task.guesses.iter().any(|guess| guess.why == Why::NoLead) {
            out.push(doubt(Why::NoLead, ""));
        }
    }
    out.sort_by_key(|doubt| std::cmp::Reverse(doubt.why));
    out
}

/// Names of a task that are not certain. Groups and heads are many and of one kind: they are told once, by their number.
fn of_names<'a>(task: &'a Task, names: &'a Names) -> impl Iterator<Item = (Why, &'a str)> {
    let all = task.lead.iter().chain(&task.with);
    all.filter_map(|name| Some((names.why(name)?, name.written.as_str()))).filter(|(why, _)| *why == Why::Near)
}

fn short(text: &str, most: usize) -> String {
    let flat = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if flat.chars().count() <= most {
        return flat;
    }
    let start: String = flat.chars().take(most).collect();
    let end = start.rfind(' ').unwrap_or(start.len());
    format!("{} …", &start[..end])
}

/// The name of a reason in the message files.
fn key(why: Why) -> &'static str {
    match why {
        Why::Shortened => "shortened",
        Why::Carried => "carried",
        Why::YearOfPaper => "year",
        Why::Vague => "vague",
        Why::HeadForBody => "head",
        Why::Group => "group",
        Why::Person => "person",
        Why::Ended => "ended",
        Why::Near => "near",
        Why::Label => "label",
        Why::MaybeNoTask => "maybe",
        Why::NoLead => "lead",
        Why::Unknown => "unknown",
    }
}
