//! Which of a paper's sentences are duties, and whose.
//!
//! Goes through the body in its order and keeps what the items below a heading or a carrier sentence have in common. One
//! item is one task; a further sentence is a task of its own where it names its own subject or gives an order.

use super::carrier::{Carrier, Role, role};
use super::clauses::Item;
use super::duty::{Duty, are_several, make, task};
use super::fields::{self, Fields};
use super::words::{
    ADVERBIAL, CONDITION, DUTIES, EXHORTS, GOES_ON, NO_DUTIES, NOTICE_GIVEN, SUBJECT_CLAUSE, TELLING, THIS_PAPER,
    VERB_FIRST,
};
use super::{roles, sentence, term};
use crate::import::draft::Task;
use crate::import::due::{self, Context};
use crate::import::names::{self, Kind, Name};

/// What holds where an item stands.
struct State<'a> {
    context: Context,
    /// Whom the paper is sent to for action.
    addressees: &'a [Name],
    /// Ranks of the open sections, and whether they hold no duties.
    sections: Vec<(u8, bool)>,
    carriers: Vec<Carrier>,
    /// Of a paragraph without label: it takes the rank of the first label after it.
    pending: Option<Carrier>,
    /// Rank of an item whose details below it are no tasks.
    details: Option<u8>,
    /// Whether what hands out duties has begun: a label, or a sentence that ends in a colon.
    begun: bool,
    /// Whether the paper has no labels at all: its paragraphs go on with the subject of those before them.
    unlabelled: bool,
    tasks: Vec<Task>,
}

/// Where a sentence stands.
struct At {
    /// In a section without duties.
    none: bool,
    /// It opens a labelled item.
    first: bool,
    /// A duty stands before it in the same item.
    further: bool,
    /// The item is a heading with a colon and what it is about.
    listed: bool,
}

/// The tasks of a body.
pub(super) fn tasks(items: &[Item], addressees: &[Name], context: Context) -> Vec<Task> {
    let mut state = State {
        context,
        addressees,
        sections: Vec::new(),
        carriers: Vec::new(),
        pending: None,
        details: None,
        begun: items.iter().all(|item| item.rank.is_none()),
        unlabelled: items.iter().all(|item| item.rank.is_none()),
        tasks: Vec::new(),
    };
    let given = fields::given(items);
    for (n, item) in items.iter().enumerate() {
        if given.is_field.get(n) == Some(&true) {
            continue;
        }
        if let Some(fields) = given.of.get(n).and_then(Option::as_ref) {
            state.with_fields(item, fields);
            continue;
        }
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
            self.begun = true;
        }
        if item.rank.is_none() && item.path.is_empty() && self.begun {
            self.carriers.clear();
            self.details = None;
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
            Role::Heading => self.sentences(item, first),
            Role::Sentences => self.sentences(item, &sentences),
        }
        self.begun |= item.text.ends_with(':');
    }

    /// Makes the task of an item whose fields stand on lines of their own.
    fn with_fields(&mut self, item: &Item, fields: &Fields) {
        if let Some(rank) = item.rank {
            self.enter(rank, item, false);
            self.begun = true;
        }
        let duty = Duty {
            lead: fields.lead.clone(),
            with: fields.with.clone(),
            carried: Some(fields.words.clone()),
            ..Duty::of(&item.text)
        };
        let mut task = task(item, &item.text, &item.text, &duty, self.context);
        task.with.clone_from(&fields.with);
        task.products.clone_from(&fields.products);
        if let Some(found) = fields.time.as_deref().and_then(|time| due::of_cell(time, &self.context)) {
            task.due = found.due;
            task.wording = Some(found.wording);
        }
        self.tasks.push(task);
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
        let listed =
            sentences.first().and_then(|s| s.split_once(": ")).is_some_and(|(_, rest)| VERB_FIRST.is_match(rest));
        let mut lead = self.tasks.last().filter(|_| self.unlabelled).map(|task| task.lead.clone());
        for (n, text) in sentences.iter().enumerate() {
            let own_item = self.tasks.len() > before;
            let duty = if own_item && GOES_ON.is_match(text) {
                None
            } else {
                let at = At { none, first: n == 0 && item.rank.is_some(), further: own_item, listed };
                self.duty(text, &at, lead.as_ref())
            };
            match duty {
                Some(duty) => {
                    lead = Some(duty.lead.clone());
                    let made = make(item, text, &duty, self.context);
                    self.tasks.extend(made);
                }
                // What explains a duty belongs to it.
                None if own_item => self.add(text),
                None => {}
            }
        }
    }

    /// Adds a sentence to the last task; its deadline may stand there, and who coordinates.
    fn add(&mut self, text: &str) {
        let Some(task) = self.tasks.last_mut() else { return };
        task.text.push(' ');
        task.text.push_str(text);
        if task.due.is_none()
            && let Some(found) = term::of(text, self.context)
        {
            task.due = found.due;
            task.wording = Some(found.wording);
        }
        for name in roles::report_to(text) {
            if !task.report_to.contains(&name) {
                task.report_to.push(name);
            }
        }
    }

    /// Whether a further order to whoever has the duty before it is one more task. What a group is told are measures, each
    /// followed by itself; what one agency is told in one item is one task, unless both have a deadline.
    fn is_further(&self, text: &str, lead: &[Name]) -> bool {
        if are_several(lead) {
            return true;
        }
        let dated = self.tasks.last().is_some_and(|task| task.due.is_some());
        dated && term::of(text, self.context).is_some_and(|found| found.due.is_some())
    }

    /// Whose duty the sentence is, if it is one; `before`: whose the one before it is.
    fn duty<'t>(&self, text: &'t str, at: &At, before: Option<&Vec<Name>>) -> Option<Duty<'t>> {
        let words = text.trim_end_matches(['.', '/', ' ']);
        if EXHORTS.is_match(words) || NOTICE_GIVEN.is_match(text) {
            return None;
        }
        let carrier = self.carrier();
        let subject = sentence::subject(text, false);
        let subject = subject.or_else(|| sentence::opening(text).filter(|_| at.first && !at.none));
        let rest = subject.as_ref().map_or(text, |subject| subject.rest);
        if THIS_PAPER.is_match(rest.trim_end_matches(['.', '/', ' '])) {
            return None;
        }
        if let Some(subject) = subject {
            if (at.none || !self.begun) && !subject.assigned {
                return None;
            }
            let mut lead = subject.names;
            let mut above = None;
            // What one agency is told to require of others is its own duty.
            if let Some(carrier) =
                carrier.filter(|carrier| subject.assigned && sentence::is_required(&lead, &carrier.lead))
            {
                return Some(Duty {
                    lead: carrier.lead.clone(),
                    carried: Some(carrier.words.clone()),
                    ..Duty::of(text)
                });
            }
            // `từng đồng chí thành viên`, `các đơn vị này` are those of the heading.
            if let (true, Some(carrier)) = (sentence::is_anaphor(&lead), carrier) {
                lead.clone_from(&carrier.lead);
                above = Some(carrier.words.clone());
            }
            lead.retain(|name| name.kind != Kind::Reference);
            let condition = CONDITION.find(text.get(..subject.start).unwrap_or_default());
            let condition = condition.map(|m| m.as_str().trim_end_matches([',', ' ']).to_owned());
            return (!lead.is_empty()).then_some(Duty { lead, carried: above, condition, ..Duty::of(subject.rest) });
        }
        let detail = at.further && at.listed;
        if at.none || detail || self.details.is_some() || TELLING.is_match(text) {
            return None;
        }
        // `Chủ tịch các xã chịu trách nhiệm trước …`: about somebody, and no order.
        if !VERB_FIRST.is_match(text) && names::leading(text).is_some() {
            return None;
        }
        if !at.first && !orders(text) {
            return None;
        }
        match (before, carrier) {
            (Some(lead), _) if at.further && !self.is_further(text, lead) => None,
            (Some(lead), _) => Some(Duty { lead: lead.clone(), carried: Some(String::new()), ..Duty::of(text) }),
            (None, Some(carrier)) => Some(Duty {
                lead: carrier.lead.clone(),
                with: carrier.with.clone(),
                carried: Some(carrier.words.clone()),
                ..Duty::of(text)
            }),
            (None, None) => None,
        }
    }
}

/// Whether a sentence gives an order: a verb of duties opens it, after words of time or place.
fn orders(text: &str) -> bool {
    if SUBJECT_CLAUSE.is_match(text) {
        return false;
    }
    let verb = |at: &str| VERB_FIRST.is_match(at);
    verb(text) || (ADVERBIAL.is_match(text) && text.split(", ").skip(1).take(6).any(verb))
}
