//! Documents: entries of `documents` of a meeting, and `content/documents/*.md` with front matter and text.

use super::guesses::Front;
use crate::diag::{Code, Diagnostic, Place, Sink};
use crate::load::fields::{Fields, Loc, id};
use crate::load::schema::{self, Record};
use crate::load::yaml::{Node, Value};
use crate::model::{Annex, ClauseLabel, Conclusion, DocumentId, Guess, Person};
use chrono::NaiveDate;

#[derive(Debug, Clone)]
pub struct RawDocument {
    pub id: Option<Loc<DocumentId>>,
    pub at: Place,
    pub kind: Option<String>,
    pub number: Option<String>,
    pub issued: Option<NaiveDate>,
    pub issuer: Option<Loc<String>>,
    pub signer: Option<Person>,
    pub recipients: Vec<String>,
    pub conclusion_of: Option<Person>,
    pub conclusion_of_body: Option<Loc<String>>,
    pub url: Option<String>,
    pub annexes: Vec<Annex>,
    pub commendations: Vec<RawCommendation>,
    pub note: Option<String>,
    /// Of a meeting's document: the meeting is one.
    pub draft: bool,
    pub guesses: Vec<Guess>,
}

#[derive(Debug, Clone)]
pub struct RawCommendation {
    pub agency: Loc<String>,
    pub clause: Option<Loc<ClauseLabel>>,
    pub words: String,
}

/// A document without a meeting.
#[derive(Debug, Clone)]
pub struct RawOwnDocument {
    pub id: DocumentId,
    pub title: String,
    pub title_en: Option<String>,
    pub aliases: Vec<Loc<String>>,
    pub restored: Option<String>,
    pub text: Conclusion,
    pub document: RawDocument,
}

/// An entry of `documents` of a meeting.
pub fn document(yaml: Node<'_>, sink: &mut Sink) -> Option<RawDocument> {
    let mut f = Fields::open(yaml, &schema::DOCUMENT, sink)?;
    let named = f.has("id");
    let id = f.located("id", sink).and_then(|text| id(text, DocumentId::parse, sink));
    let document = facts(&mut f, sink);
    (!named || id.is_some()).then_some(RawDocument { id, ..document })
}

/// `content/documents/<id>.md`.
pub fn own_document(id: DocumentId, front: Front<'_>, text: Conclusion, sink: &mut Sink) -> Option<RawOwnDocument> {
    let (yaml, guesses) = front.open();
    let mut f = Fields::open(yaml, &schema::DOCUMENT_FILE, sink)?;
    let f = &mut f;
    let (title, title_en) = (f.text("title", sink), f.text("title_en", sink));
    let aliases = f.ids("aliases", DocumentId::parse, sink);
    let draft = f.flag("draft", sink).is_some_and(|l| l.value);
    let document = RawDocument { draft, guesses, ..facts(f, sink) };
    let restored = f.text("restored", sink);
    Some(RawOwnDocument { id, title: title?, title_en, aliases, restored, text, document })
}

/// What both kinds of records say.
fn facts(f: &mut Fields<'_>, sink: &mut Sink) -> RawDocument {
    let (kind, number, day) = (f.text("kind", sink), f.text("number", sink), f.day("issued", sink));
    let (issuer, signer) = (f.located("issuer", sink), f.one("signer", sink, person));
    let recipients = f.texts("recipients", sink);
    let of = f.one("conclusion_of", sink, conclusion_of);
    let (conclusion_of, conclusion_of_body) = of.unwrap_or_default();
    let url = f.url("url", sink).map(|l| l.value);
    let annexes = f.many("annexes", sink, annex);
    let commendations = f.many("commendations", sink, commendation);
    let note = f.text("note", sink);
    RawDocument {
        id: None,
        at: f.at,
        kind,
        number,
        issued: day.map(|l| l.value),
        issuer,
        signer,
        recipients,
        conclusion_of,
        conclusion_of_body,
        url,
        annexes,
        commendations,
        note,
        draft: false,
        guesses: Vec::new(),
    }
}

pub fn person(node: Node<'_>, sink: &mut Sink) -> Option<Person> {
    let mut f = Fields::open(node, &schema::PERSON, sink)?;
    let (name, role) = (f.text("name", sink), f.text("role", sink));
    Some(Person { name: name?, role })
}

type ConclusionOf = (Option<Person>, Option<Loc<String>>);

fn conclusion_of(yaml: Node<'_>, sink: &mut Sink) -> Option<ConclusionOf> {
    let mut f = Fields::open(yaml, &schema::CONCLUSION_OF, sink)?;
    let (name, role, agency) = (f.text("name", sink), f.text("role", sink), f.located("agency", sink));
    for field in ["name", "role"] {
        if let (Some(at), true) = (f.key_place(field), f.has("agency")) {
            let diagnostic = Diagnostic::new(Code::ConflictingFields, at).arg("reason", "excludes");
            sink.push(diagnostic.arg("field", field).arg("other", "agency"));
        }
    }
    if !f.has("agency") && !f.has("name") {
        let diagnostic = Diagnostic::new(Code::MissingField, f.at).arg("field", "name");
        sink.push(diagnostic.arg("record", "conclusion_of").arg("example", "Trần Lưu Quang"));
    }
    Some((name.map(|name| Person { name, role }), agency))
}

fn annex(yaml: Node<'_>, sink: &mut Sink) -> Option<Annex> {
    let mut f = Fields::open(yaml, &schema::ANNEX, sink)?;
    let (id, title) = (f.located("id", sink), f.text("title", sink));
    let id = id?;
    let Some(number) = Annex::parse(&id.value) else {
        let diagnostic = Diagnostic::new(Code::BadId, id.at).arg("value", &*id.value).arg("reason", "annex");
        sink.push(diagnostic.arg("character", ""));
        return None;
    };
    Some(Annex { number, title: title? })
}

fn commendation(yaml: Node<'_>, sink: &mut Sink) -> Option<RawCommendation> {
    let mut f = Fields::open(yaml, &schema::COMMENDATION, sink)?;
    let (agency, clause, words) = (f.located("agency", sink), f.clause("clause", sink), f.text("words", sink));
    Some(RawCommendation { agency: agency?, clause, words: words? })
}

/// The annexes that a front matter declares, before it is read in full: the text is cut by them. Of a meeting they are
/// those of its first document, whose text it is.
pub fn declares_annexes(yaml: &Node<'_>, record: &Record) -> bool {
    let document = if record.field("documents").is_some() {
        let Some(Value::List(documents)) = yaml.entry("documents").map(|e| &e.node.value) else { return false };
        documents.first()
    } else {
        Some(yaml)
    };
    let annexes = document.and_then(|document| document.entry("annexes"));
    annexes.is_some_and(|annexes| matches!(&annexes.node.value, Value::List(list) if !list.is_empty()))
}
