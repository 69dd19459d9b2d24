//! Which of a paper's sentences are duties, and whose.
//!
//! Goes through the body in its order and keeps what the items below a heading or a carrier sentence have in common. One
//! item is one task; a further sentence is a task of its own where it names its own subject or gives an order.

use super::carrier::{Carrier, Role, role};
use super::clauses::Item;
use super::words::{ADVERBIAL, CONDITION, DUTIES, GOES_ON, NO_DUTIES, NOTICE_GIVEN, TELLING, THIS_PAPER, VERB_FIRST};
use super::{roles, sentence, term, title};
use crate::import::draft::{Guess, Task, Why};
use crate::import::due::{self, Context};
use crate::import::names::{Kind, Name};

/// Characters of the words that a guess rests on.
const BECAUSE: usize = 80;

/// What holds where an item stands.
struct State<'a> {
    context: &'a Context,
    /// Whom the paper is sent to for action.
    addressees: &'a [Name],
    /// Ranks of the open sections, and whether they hold no duties.
    sections: Vec<(u8, bool)>,
    carriers: Vec<Carrier>,
    /// Of a paragraph without label: it takes the rank of the first label after it.
    pending: Option<Carrier>,
    /// Rank of an item whose details below it are no tasks.
    details: Option<u8>,
    tasks: Vec<Task>,
}

/// Whose duty a sentence is.
struct Duty<'t> {
    lead: Vec<Name>,
    with: Vec<Name>,
    /// Words from which the lead was carried.
    carried: Option<String>,
    /// After the subject.
    rest: &'t str,
}

/// The tasks of a body.
pub(super) fn tasks(items: &[Item], addressees: &[Name], context: &Context) -> Vec<Task> {
    let mut state = State {
        context,
        addressees,
        sections: Vec::new(),
        carriers: Vec::new(),
        pending: None,
        details: None,
        tasks: Vec::new(),
    };
    for (n, item) in items.iter().enumerate() {
        let next = items.get(n + 1);
        // A paragraph without label below a labelled one is its text, a label of a lower rank its item.
        let below = next.is_some_and(|next| next.rank.is_none_or(|r| item.rank.is_none_or(|own| r > own)));
        state.item(item, below);
    }
    state.tasks
}

impl State<'_> {
    fn item(&mut self, item: &Item, below: bool) {
        if let Some(rank) = item.rank {
            self.enter(rank, item, below);
        }
        let sentences = sentence::split(&item.text);
        let Some((last, first)) = sentences.split_last() else { return };
        match role(item, last, below) {
            Role::Carries(carrier) => {
                self.sentences(item, first);
                self.carry(carrier, item.rank);
            }
            Role::Addresses => {
                self.sentences(item, first);
                let lead = self.addressees.to_vec();
                if !lead.is_empty() {
                    self.carry(Carrier { lead, words: item.text.clone(), ..Carrier::default() }, item.rank);
                }
            }
            Role::Details => {
                self.sentences(item, &sentences);
                self.details = item.rank;
            }
            Role::Sentences => self.sentences(item, &sentences),
        }
    }

    /// Leaves what a label of this rank ends.
    fn enter(&mut self, rank: u8, item: &Item, below: bool) {
        self.sections.retain(|(r, _)| *r < rank);
        self.carriers.retain(|carrier| carrier.below <= rank);
        if self.details.is_some_and(|r| r >= rank) {
            self.details = None;
        }
        if let Some(mut carrier) = self.pending.take() {
            carrier.below = rank;
            self.carriers.push(carrier);
        }
        let heading = below && !item.text.ends_with(['.', ';']) || item.text.ends_with(':');
        let long = item.text.chars().count() > 200;
        if rank < 50 && (heading || rank < 40) {
            let none = NO_DUTIES.is_match(&item.text);
            if none || (heading && !long && DUTIES.is_match(&item.text)) {
                self.sections.push((rank, none));
            }
        }
    }

    fn carry(&mut self, mut carrier: Carrier, rank: Option<u8>) {
        match rank {
            Some(rank) => {
                carrier.below = rank.saturating_add(1);
                self.carriers.push(carrier);
            }
            None => self.pending = Some(carrier),
        }
    }

    fn carrier(&self) -> Option<&Carrier> {
        self.pending.as_ref().or(self.carriers.last())
    }

    /// Makes tasks of the sentences of an item.
    fn sentences(&mut self, item: &Item, sentences: &[&str]) {
        let none = self.sections.last().is_some_and(|(_, none)| *none);
        let before = self.tasks.len();
        // `Về thể chế: ban hành …. Xây dựng …`: what follows a colon are the details of one duty.
        let listed = sentences.first().is_some_and(|s| s.trim_end_matches(':').contains(": "));
        let mut lead: Option<Vec<Name>> = None;
        for (n, text) in sentences.iter().enumerate() {
            let own_item = self.tasks.len() > before;
            let duty = if own_item && GOES_ON.is_match(text) {
                None
            } else {
                self.duty(text, none, n == 0 && item.rank.is_some(), own_item && listed, lead.as_ref())
            };
            match duty {
                Some(duty) => {
                    lead = Some(duty.lead.clone());
                    let made = self.make(item, text, duty);
                    self.tasks.extend(made);
                }
                // What explains a duty belongs to it.
                None if own_item => {
                    if let Some(task) = self.tasks.last_mut() {
                        task.text.push(' ');
                        task.text.push_str(text);
                    }
                }
                None => {}
            }
        }
    }

    /// Whose duty the sentence is, if it is one. `first`: it opens a labelled item; `detail`: it goes on with a list.
    fn duty<'t>(
        &self,
        text: &'t str,
        none: bool,
        first: bool,
        detail: bool,
        before: Option<&Vec<Name>>,
    ) -> Option<Duty<'t>> {
        if THIS_PAPER.is_match(text.trim_end_matches(['.', '/'])) || NOTICE_GIVEN.is_match(text) {
            return None;
        }
        let carrier = self.carrier();
        if let Some(subject) = sentence::subject(text, false) {
            if none && !subject.assigned {
                return None;
            }
            let mut lead = subject.names;
            let mut carried = None;
            // `từng đồng chí thành viên`, `các đơn vị này` are those of the heading.
            if let (true, Some(carrier)) = (is_anaphor(&lead), carrier) {
                lead.clone_from(&carrier.lead);
                carried = Some(carrier.words.clone());
            }
            lead.retain(|name| name.kind != Kind::Reference);
            return (!lead.is_empty()).then_some(Duty { lead, with: Vec::new(), carried, rest: subject.rest });
        }
        if none || detail || self.details.is_some() || TELLING.is_match(text) {
            return None;
        }
        if !first && !orders(text) {
            return None;
        }
        match (before, carrier) {
            (Some(lead), _) => {
                Some(Duty { lead: lead.clone(), with: Vec::new(), carried: Some(String::new()), rest: text })
            }
            (None, Some(carrier)) => Some(Duty {
                lead: carrier.lead.clone(),
                with: carrier.with.clone(),
                carried: Some(carrier.words.clone()),
                rest: text,
            }),
            (None, None) => None,
        }
    }

    /// The task of a sentence, or the tasks where its parts have deadlines or subjects of their own.
    fn make(&self, item: &Item, text: &str, duty: Duty<'_>) -> Vec<Task> {
        let parts = term::parts(text, self.context);
        let mut all: Vec<Task> = Vec::new();
        for (n, part) in parts.iter().enumerate() {
            let own = (n > 0).then(|| sentence::subject(part, false)).flatten();
            let mut lead = own.as_ref().map_or_else(|| duty.lead.clone(), |subject| subject.names.clone());
            lead.retain(|name| name.kind != Kind::Reference);
            let mut with = roles::with(part, &lead);
            if with.is_empty() && n == 0 {
                with.clone_from(&duty.with);
            }
            let rest = own.as_ref().map(|s| s.rest).or((n == 0 && parts.len() == 1).then_some(duty.rest));
            let words = rest.unwrap_or_else(|| if n == 0 { first_rest(part, text, duty.rest) } else { part });
            let (title, cut) = title::of(words);
            let mut task = Task {
                clause: item.path.clone(),
                text: (*part).to_owned(),
                report_to: roles::report_to(part),
                condition: CONDITION.find(part).map(|m| m.as_str().trim_end_matches(',').to_owned()),
                urgency: due::urgency(part),
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
                task.guesses.push(guess("title", task.title.clone(), Why::Shortened, part));
            }
            if let (Some(words), None) = (&duty.carried, &own) {
                let because = if words.is_empty() { text } else { words };
                task.guesses.push(guess("lead", written(&task.lead), Why::Carried, because));
            }
            if item.repaired {
                task.guesses.push(guess("clause", item.path.clone(), Why::Label, &item.text));
            }
            if let Some(found) = term::of(part, self.context) {
                if let Some(why) = found.why {
                    task.guesses.push(guess("due", found.wording.clone(), why, part));
                }
                task.due = found.due;
                task.wording = Some(found.wording);
            }
            all.push(task);
        }
        all
    }
}

/// The words after the subject, cut where the first part ends.
fn first_rest<'t>(part: &'t str, text: &str, rest: &str) -> &'t str {
    part.get(text.len().saturating_sub(rest.len())..).unwrap_or(part)
}

/// Whether a sentence gives an order: a verb of duties opens it, after words of time or place.
fn orders(text: &str) -> bool {
    if text.contains(" phải ") || text.contains(" là ") && !VERB_FIRST.is_match(text) {
        return false;
    }
    let verb = |at: &str| VERB_FIRST.is_match(at);
    verb(text) || (ADVERBIAL.is_match(text) && text.split(", ").skip(1).take(6).any(verb))
}

fn is_anaphor(names: &[Name]) -> bool {
    let [name] = names else { return false };
    let name = name.written.to_lowercase();
    name.starts_with("từng ") || name.starts_with("mỗi ") || name.ends_with(" này") || name.ends_with(" nêu trên")
}

fn written(names: &[Name]) -> String {
    let names: Vec<&str> = names.iter().map(|name| name.written.as_str()).collect();
    names.join("; ")
}

fn snippet(text: &str) -> String {
    match text.char_indices().nth(BECAUSE) {
        None => text.to_owned(),
        Some((at, _)) => {
            let head = text.get(..at).unwrap_or(text);
            format!("{}…", head.rsplit_once(' ').map_or(head, |(words, _)| words))
        }
    }
}
