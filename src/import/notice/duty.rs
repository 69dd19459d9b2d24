//! One duty of a sentence → its task, or tasks where its parts have deadlines or subjects of their own.

use super::clauses::Item;
use super::{roles, sentence, term, title};
use crate::import::draft::{Guess, Task, Why};
use crate::import::due::{self, Context};
use crate::import::names::{Kind, Name};

/// Characters of the words that a guess rests on.
const BECAUSE: usize = 80;

/// Whose duty a sentence is.
pub(super) struct Duty<'t> {
    pub(super) lead: Vec<Name>,
    pub(super) with: Vec<Name>,
    /// Words from which the lead was carried.
    pub(super) carried: Option<String>,
    /// After the subject.
    pub(super) rest: &'t str,
    /// In case of what it binds.
    pub(super) condition: Option<String>,
}

impl<'t> Duty<'t> {
    pub(super) fn of(rest: &'t str) -> Self {
        Self { lead: Vec::new(), with: Vec::new(), carried: None, rest, condition: None }
    }
}

/// The task of a sentence, or the tasks where its parts have deadlines or subjects of their own.
pub(super) fn make(item: &Item, text: &str, duty: &Duty<'_>, context: Context) -> Vec<Task> {
    let measures = duty.carried.is_some() && are_several(&duty.lead);
    let subject = text.len().saturating_sub(duty.rest.len());
    let parts = term::parts(text, subject, &duty.lead, measures, context);
    let mut all: Vec<Task> = Vec::new();
    for (n, part) in parts.iter().enumerate() {
        let own = (n > 0).then(|| sentence::subject(part, false)).flatten();
        let own = own.filter(|subject| !sentence::is_required(&subject.names, &duty.lead));
        let task = match own {
            Some(subject) => {
                let duty = Duty { lead: subject.names, ..Duty::of(subject.rest) };
                task(item, part, subject.rest, &duty, context)
            }
            None if n == 0 => task(item, part, first_rest(part, text, duty.rest), duty, context),
            None => {
                let duty = Duty { lead: duty.lead.clone(), carried: duty.carried.clone(), ..Duty::of(part) };
                task(item, part, part, &duty, context)
            }
        };
        all.push(task);
    }
    if measures {
        share_deadline(&mut all);
    }
    all
}

/// One task: `text` in full, `words` what of it follows the subject.
pub(super) fn task(item: &Item, text: &str, words: &str, duty: &Duty<'_>, context: Context) -> Task {
    let mut lead = duty.lead.clone();
    lead.retain(|name| name.kind != Kind::Reference);
    let mut with = roles::with(text, &lead);
    if with.is_empty() {
        with.clone_from(&duty.with);
    }
    let (title, cut) = title::of(words);
    let mut task = Task {
        clause: item.path.clone(),
        text: text.to_owned(),
        report_to: roles::report_to(text),
        condition: duty.condition.clone(),
        urgency: due::urgency(text),
        at: item.at.clone(),
        title,
        lead,
        with,
        ..Task::default()
    };
    let guess = |field, value: String, why, because: &str| Guess {
        field,
        value,
        why,
        because: snippet(because),
        at: item.at.clone(),
    };
    if cut {
        task.guesses.push(guess("title", task.title.clone(), Why::Shortened, text));
    }
    if let Some(words) = &duty.carried {
        let because = if words.is_empty() { text } else { words };
        task.guesses.push(guess("lead", written(&task.lead), Why::Carried, because));
    }
    if item.repaired {
        task.guesses.push(guess("clause", item.path.clone(), Why::Label, &item.text));
    }
    if let Some(found) = term::of(text, context) {
        if let Some(why) = found.why {
            task.guesses.push(guess("due", found.wording.clone(), why, text));
        }
        task.due = found.due;
        task.wording = Some(found.wording);
    }
    task
}

/// Whether a lead is a group, or several agencies.
pub(super) fn are_several(lead: &[Name]) -> bool {
    let group = |name: &Name| name.kind == Kind::Group || name.written.to_lowercase().contains("các ");
    lead.len() > 1 || lead.iter().any(group)
}

/// `…; bãi bỏ …, hoàn thành trong Quý II`: a deadline at the end holds for the measures before it.
fn share_deadline(tasks: &mut [Task]) {
    let Some(last) = tasks.last() else { return };
    let (due, wording) = (last.due.clone(), last.wording.clone());
    if !wording.as_ref().is_some_and(|words| words.to_lowercase().starts_with("hoàn thành")) {
        return;
    }
    for task in tasks.iter_mut().rev().skip(1).take_while(|task| task.due.is_none()) {
        (task.due, task.wording) = (due.clone(), wording.clone());
    }
}

/// The words after the subject, cut where the first part ends.
fn first_rest<'t>(part: &'t str, text: &str, rest: &str) -> &'t str {
    part.get(text.len().saturating_sub(rest.len())..).unwrap_or(part)
}

pub(super) fn written(names: &[Name]) -> String {
    let names: Vec<&str> = names.iter().map(|name| name.written.as_str()).collect();
    names.join("; ")
}

pub(super) fn snippet(text: &str) -> String {
    match text.char_indices().nth(BECAUSE) {
        None => text.to_owned(),
        Some((at, _)) => {
            let head = text.get(..at).unwrap_or(text);
            format!("{}…", head.rsplit_once(' ').map_or(head, |(words, _)| words))
        }
    }
}
