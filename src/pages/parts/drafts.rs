//! What a draft says of itself: its values beside the words that they were read from, guesses marked.

use super::rows::shortened;
use crate::model::{Block, Document, DocumentIx, Due, Guess, Meeting, Origin, Party, SourceRef, Task, TaskIx};
use crate::pages::page::Page;
use crate::plan::route::Route;
use schemars::JsonSchema;
use serde::Serialize;

/// A draft: what is to be looked at before it is confirmed.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct DraftView {
    /// The command that confirms it.
    pub command: String,
    /// Values that are guesses, and of a task who does what by when.
    pub facts: Vec<DraftFact>,
    /// The clause that it was read from, paragraph by paragraph, after the first words of those that hold it, the outermost
    /// first; empty if the text does not have it.
    pub quote: Vec<Vec<QuotePart>>,
    /// The words of the duty, where they are others.
    pub text: Vec<QuotePart>,
    /// The page of all drafts.
    pub review: String,
}

/// One value of a draft.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct DraftFact {
    /// Name of the field.
    pub name: String,
    /// The value in words, what is a guess marked; empty if there is none.
    pub value: Vec<QuotePart>,
    /// Why it is a guess, and the words that it rests on; empty where it is none.
    pub guesses: Vec<String>,
}

/// A part of a quoted text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct QuotePart {
    /// Its words.
    pub text: String,
    /// Whether a guess rests on them.
    pub marked: bool,
}

/// Fields of a task that are shown whether they are guesses or not.
const OF_A_TASK: [&str; 7] = ["lead", "coordinators", "report_to", "due", "products", "clause", "ref"];

/// Fields that hold names.
const OF_NAMES: [&str; 3] = ["lead", "coordinators", "report_to"];

/// A field that is published nowhere: neither is what is guessed of it.
const OFFICER: &str = "officer";

/// Characters of each clause above.
const MOST_ABOVE: usize = 300;

/// Bytes of a printed label, or a little more.
const A_LABEL: usize = 24;

/// Paragraphs of a clause after its first one.
const MOST_PARAGRAPHS: usize = 20;

impl Page<'_> {
    /// What a task says of itself as a draft; none of any other.
    pub(crate) fn draft_task(&self, ix: TaskIx) -> Option<DraftView> {
        let task = &self.data()[ix];
        if !task.draft {
            return None;
        }
        let others = task.guesses.iter().map(|g| &*g.field).filter(|field| !OF_A_TASK.contains(field));
        let mut fields: Vec<&str> = Vec::new();
        for field in others.filter(|field| *field != OFFICER).chain(OF_A_TASK) {
            if !fields.contains(&field) {
                fields.push(field);
            }
        }
        let facts = fields.into_iter().map(|field| self.fact(field, &self.value_of_task(field, task), &task.guesses));
        let facts = facts.filter(|fact| !fact.value.is_empty() || !fact.guesses.is_empty()).collect();
        let known: Vec<&str> = task.guesses.iter().filter_map(|guess| because(&guess.words)).collect();
        let (mut quote, clause) = self.clause_of(&task.sources[0]);
        let is_known = |text: &&str| matches!(&*clause, [only] if same_words(text, only));
        let text = task.text.as_deref().filter(|text| !is_known(text)).unwrap_or_default();
        quote.extend(clause);
        Some(DraftView {
            command: format!("tiendo confirm {}", task.id),
            facts,
            quote: quote.iter().map(|text| quoted(text, &known)).collect(),
            text: quoted(text, &known),
            review: self.href(Route::Drafts(1)),
        })
    }

    /// What the front matter of a document or its meeting says of itself as a draft; none of any other.
    pub(crate) fn draft_document(&self, ix: DocumentIx) -> Option<DraftView> {
        let document = &self.data()[ix];
        let meeting = if let Origin::Meeting(meeting) = document.origin { Some(&self.data()[meeting]) } else { None };
        let guesses = meeting.map_or(&document.guesses, |meeting| &meeting.guesses);
        document.draft.then(|| self.draft(document.id.as_str(), guesses, Some(document), meeting))
    }

    /// The same of a meeting, with or without documents.
    pub(crate) fn draft_meeting(&self, meeting: &Meeting) -> Option<DraftView> {
        let document = meeting.documents.first().map(|ix| &self.data()[*ix]);
        meeting.draft.then(|| self.draft(meeting.id.as_str(), &meeting.guesses, document, Some(meeting)))
    }

    fn draft(&self, id: &str, guesses: &[Guess], document: Option<&Document>, meeting: Option<&Meeting>) -> DraftView {
        let value = |field: &str| self.value_of_document(field, document, meeting);
        DraftView {
            command: format!("tiendo confirm --document {id}"),
            facts: guesses.iter().map(|g| self.fact(&g.field, &value(&g.field), std::slice::from_ref(g))).collect(),
            quote: Vec::new(),
            text: Vec::new(),
            review: self.href(Route::Drafts(1)),
        }
    }

    /// The first words of the clauses that hold that of a source, since a duty often has its subject there; and its own
    /// paragraphs.
    fn clause_of(&self, source: &SourceRef) -> (Vec<String>, Vec<String>) {
        let Some(place) = source.block else { return (Vec::new(), Vec::new()) };
        let blocks = &self.data().text_of(source.document).blocks;
        let outer = |place: usize| blocks.get(place)?.inside.filter(|outer| *outer < place);
        let places = std::iter::successors(outer(place), |place| outer(*place));
        let labelled = |block: &Block| format!("{} {}", block.printed, block.text).trim_start().to_owned();
        let mut above: Vec<String> =
            places.filter_map(|place| blocks.get(place)).map(|block| shortened(labelled(block), MOST_ABOVE)).collect();
        above.reverse();
        let further =
            blocks.iter().skip(place + 1).take_while(|block| block.label.is_none() && block.heading.is_none());
        let own = blocks.get(place).map(labelled).into_iter();
        let own = own.chain(further.take(MOST_PARAGRAPHS).map(|block| block.text.clone()));
        (above, own.collect())
    }

    fn fact(&self, field: &str, value: &str, guesses: &[Guess]) -> DraftFact {
        let guesses: Vec<String> =
            guesses.iter().filter(|guess| guess.field == field).map(|guess| guess.words.clone()).collect();
        // Of several names those that the guess speaks of; of all else the whole.
        let of_names = OF_NAMES.contains(&field);
        let known: Vec<&str> = guesses.iter().filter(|_| of_names).filter_map(|words| because(words)).collect();
        let mut parts = quoted(value, &known);
        if !guesses.is_empty() && !parts.iter().any(|part| part.marked) {
            for part in &mut parts {
                part.marked = true;
            }
        }
        let name = name_of(field).map_or_else(|| field.to_owned(), |key| self.words.say(key));
        DraftFact { name, value: parts, guesses }
    }

    fn value_of_task(&self, field: &str, task: &Task) -> String {
        let names =
            |parties: &[Party]| parties.iter().map(|party| self.party_link(*party).text).collect::<Vec<_>>().join("; ");
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        match field {
            "title" => self.unmarked(&task.title),
            "lead" => names(&task.lead),
            "coordinators" => names(&task.coordinators),
            "report_to" => names(&task.report_to),
            "due" => self.due_in_words(task),
            "clause" => self.words.clause(&self.data().citation(&task.sources[0])),
            "ref" => text(&task.reference),
            "supervisor" => task.supervisor.as_ref().map(|person| person.name.clone()).unwrap_or_default(),
            "products" => task.products.join("; "),
            "condition" => text(&task.condition),
            "urgency" => text(&task.urgency),
            "note" => text(&task.note),
            _ => String::new(),
        }
    }

    /// A title without the mark of drafts.
    pub(crate) fn unmarked(&self, title: &str) -> String {
        let mark = self.edition.theme.words(self.data().settings.language).say("draft-mark");
        title.strip_prefix(&*mark).unwrap_or(title).trim_start().to_owned()
    }

    /// The deadline as the source words it, and what that was taken for.
    fn due_in_words(&self, task: &Task) -> String {
        let deadline = &task.deadline;
        let meant = match (&deadline.due, deadline.due.last_day()) {
            (Due::Every(every), _) => self.words.every(every),
            (Due::Continuous(_), _) => self.words.say("due-continuous"),
            (_, Some(day)) => format!("{} {}", self.words.say("due-last-day"), self.words.day(day).text),
            (_, None) => self.words.terms(self.data(), deadline, self.report.as_of),
        };
        let parts = deadline.wording.iter().map(|wording| format!("“{wording}”")).chain([meant]);
        let parts: Vec<String> = parts.filter(|part| !part.is_empty()).collect();
        if parts.is_empty() { self.words.say("due-none") } else { parts.join(" → ") }
    }

    fn value_of_document(&self, field: &str, document: Option<&Document>, meeting: Option<&Meeting>) -> String {
        let day = |day: Option<chrono::NaiveDate>| day.map(|day| self.words.day(day).text);
        let of = |text: fn(&Document) -> Option<&String>| document.and_then(text).cloned();
        let value = match field {
            "title" => {
                let title = meeting.map(|meeting| &meeting.title).or_else(|| document.and_then(|d| d.title.as_ref()));
                title.map(|title| self.unmarked(title))
            }
            "kind" => of(|d| d.kind.as_ref()),
            "number" => of(|d| d.number.as_ref()),
            "issued" => day(document.and_then(|d| d.issued)),
            "signer" => of(|d| d.signer.as_ref().map(|person| &person.name)),
            "issuer" => document.and_then(|d| d.issuer).map(|ix| self.agency_link(ix).text),
            "held" => day(meeting.and_then(|m| m.held)),
            "place" => meeting.and_then(|m| m.place.clone()),
            "chair" => meeting.and_then(|m| m.chair.as_ref()).map(|person| person.name.clone()),
            "body" => meeting.and_then(|m| m.body).map(|ix| self.agency_link(ix).text),
            _ => None,
        };
        value.unwrap_or_default()
    }
}

/// The message with the name of a field.
fn name_of(field: &str) -> Option<&'static str> {
    let key = match field {
        "title" => "draft-field-title",
        "clause" => "draft-field-clause",
        "urgency" => "draft-field-urgency",
        "text" => "task-facts",
        "lead" => "col-lead",
        "coordinators" => "col-coordinators",
        "report_to" => "report-to",
        "due" => "col-due",
        "supervisor" => "supervisor",
        "ref" => "reference",
        "products" => "products",
        "condition" => "condition",
        "indicator" => "indicator",
        "topics" => "topics",
        "note" => "note",
        "id" => "task-id",
        "kind" => "document-kind",
        "number" => "document-number",
        "issued" => "document-issued",
        "issuer" => "document-issuer",
        "signer" => "document-signer",
        "conclusion_of" => "conclusion-of",
        "held" => "meeting-held",
        "chair" => "meeting-chair",
        "body" => "meeting-body",
        "place" => "meeting-place",
        _ => return None,
    };
    Some(key)
}

/// The words of the paper in a guess: `…, theo "Các bộ" (đoạn 3)`.
fn because(words: &str) -> Option<&str> {
    let (_, rest) = words.split_once("theo \"")?;
    let (quote, _) = rest.rsplit_once('"')?;
    Some(quote.trim_matches([' ', '.', '…'])).filter(|quote| !quote.is_empty())
}

/// Whether a clause says what a text says, its label and how it ends apart.
fn same_words(text: &str, clause: &str) -> bool {
    let bare = |text: &str| text.trim_end_matches([' ', '.', ';', ',']).to_lowercase();
    let (text, clause) = (bare(text), bare(clause));
    clause.ends_with(&text) && clause.len() - text.len() <= A_LABEL
}

/// Where words stand in a text; in capitals or not where they do not stand there exactly.
fn find(text: &str, words: &str) -> Option<usize> {
    let folded = || {
        let (folded, words) = (text.to_lowercase(), words.to_lowercase());
        // A letter that grows with its case moves all places behind it.
        if folded.len() == text.len() { folded.find(&words) } else { None }
    };
    text.find(words).or_else(folded)
}

/// A text cut where words that something rests on begin and end.
fn quoted(text: &str, known: &[&str]) -> Vec<QuotePart> {
    let mut places: Vec<(usize, usize)> =
        known.iter().filter_map(|words| find(text, words).map(|at| (at, at + words.len()))).collect();
    places.sort_unstable_by_key(|(from, to)| (*from, std::cmp::Reverse(*to)));
    let (mut parts, mut done) = (Vec::new(), 0);
    let mut push = |part: &str, marked| {
        if !part.is_empty() {
            parts.push(QuotePart { text: part.to_owned(), marked });
        }
    };
    for (from, to) in places {
        push(text.get(done..from).unwrap_or_default(), false);
        push(text.get(from.max(done)..to).unwrap_or_default(), true);
        done = done.max(to);
    }
    push(text.get(done..).unwrap_or_default(), false);
    parts
}

#[cfg(test)]
mod tests {
    use super::{because, quoted};

    #[test]
    fn quotes_show_what_guesses_rest_on() {
        let shown = |text: &str, known: &[&str]| {
            let part = |p: super::QuotePart| if p.marked { format!("<{}>", p.text) } else { p.text };
            quoted(text, known).into_iter().map(part).collect::<String>()
        };
        let text = "Các sở rà soát, xong trước tháng 6.";
        assert_eq!(shown(text, &["trước tháng 6", "Các sở"]), "<Các sở> rà soát, xong <trước tháng 6>.");
        assert_eq!(shown(text, &["Các sở rà", "sở rà soát", "vắng"]), "<Các sở rà>< soát>, xong trước tháng 6.");
        assert_eq!(shown(text, &["Các sở", "Các sở rà soát"]), "<Các sở rà soát>, xong trước tháng 6.");
        assert_eq!(shown("Sở A; Các sở", &["các sở"]), "Sở A; <Các sở>");
        assert_eq!(shown("", &["a"]), "");
        assert_eq!(because("tên gần giống, theo \"Sở \"A\" …\" (đoạn 3)"), Some("Sở \"A\""));
        assert_eq!(because("hỏi lại"), None);
        assert_eq!(because("theo \""), None);
    }
}
