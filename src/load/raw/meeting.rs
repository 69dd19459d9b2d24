//! `content/meetings/*.md`, `content/news/*.md`, `content/pages/*.md`: front matter and text.

use crate::diag::{Code, Diagnostic, Place, Sink};
use crate::load::fields::{Fields, Loc, id};
use crate::load::schema;
use crate::load::yaml::Node;
use crate::model::{Conclusion, DocumentId, Meeting, MeetingId, MeetingIx, News, NewsId, Page, PageId, Person};
use chrono::NaiveDate;

#[derive(Debug)]
pub struct RawMeeting {
    /// Still without body, documents and news.
    pub meeting: Meeting,
    pub aliases: Vec<Loc<String>>,
    pub body: Option<Loc<String>>,
    pub documents: Vec<RawDocument>,
    /// Some document could not be read.
    pub lost: bool,
}

#[derive(Debug)]
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
    pub note: Option<String>,
}

#[derive(Debug)]
pub struct RawNews {
    /// Its meeting is a placeholder.
    pub news: News,
    pub meeting: Loc<String>,
}

pub fn meeting(id: MeetingId, yaml: Node<'_>, conclusion: Conclusion, sink: &mut Sink) -> Option<RawMeeting> {
    let mut f = Fields::open(yaml, &schema::MEETING, sink)?;
    let f = &mut f;
    let (title, title_en) = (f.text("title", sink), f.text("title_en", sink));
    let aliases = f.ids("aliases", MeetingId::parse, sink);
    let (body, ordinal) = (f.located("body", sink), f.count("ordinal", sink).map(|n| n.value));
    let (held, place, format) = (f.day("held", sink), f.text("place", sink), f.text("format", sink));
    let localities = f.count("localities", sink).map(|n| n.value);
    let chair = f.one("chair", sink, person);
    let mut lost = f.lost("documents");
    let documents = f.many("documents", sink, |node, sink| {
        let made = document(node, sink);
        lost |= made.is_none();
        made
    });
    let (restored, note) = (f.text("restored", sink), f.text("note", sink));
    let held = held.map(|l| l.value);
    let meeting = Meeting {
        id,
        title: title?,
        title_en,
        body: None,
        ordinal,
        held,
        place,
        format,
        localities,
        chair,
        documents: Vec::new(),
        news: Vec::new(),
        restored,
        note,
        conclusion,
    };
    Some(RawMeeting { meeting, aliases, body, documents, lost })
}

fn person(node: Node<'_>, sink: &mut Sink) -> Option<Person> {
    let mut f = Fields::open(node, &schema::PERSON, sink)?;
    let (name, role) = (f.text("name", sink), f.text("role", sink));
    Some(Person { name: name?, role })
}

fn document(yaml: Node<'_>, sink: &mut Sink) -> Option<RawDocument> {
    let mut f = Fields::open(yaml, &schema::DOCUMENT, sink)?;
    let f = &mut f;
    let named = f.has("id");
    let id = f.located("id", sink).and_then(|text| id(text, DocumentId::parse, sink));
    let (kind, number, day) = (f.text("kind", sink), f.text("number", sink), f.day("issued", sink));
    let (issued_by, signer) = (f.located("issuer", sink), f.one("signer", sink, person));
    let recipients = f.texts("recipients", sink);
    let of = f.one("conclusion_of", sink, conclusion_of);
    let (conclusion_of, conclusion_of_body) = of.unwrap_or_default();
    let (url, note) = (f.url("url", sink).map(|l| l.value), f.text("note", sink));
    if named && id.is_none() {
        return None;
    }
    let (at, issued) = (f.at, day.map(|l| l.value));
    Some(RawDocument {
        id,
        at,
        kind,
        number,
        issued,
        issuer: issued_by,
        signer,
        recipients,
        conclusion_of,
        conclusion_of_body,
        url,
        note,
    })
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

pub fn news(id: NewsId, yaml: Node<'_>, text: Conclusion, sink: &mut Sink) -> Option<RawNews> {
    let mut f = Fields::open(yaml, &schema::NEWS, sink)?;
    let f = &mut f;
    let (title, title_en) = (f.text("title", sink), f.text("title_en", sink));
    let (meeting, date) = (f.located("meeting", sink), f.day("date", sink).map(|l| l.value));
    let (publisher, author) = (f.text("publisher", sink), f.text("author", sink));
    let (url, note) = (f.url("url", sink).map(|l| l.value), f.text("note", sink));
    let (title, nowhere) = (title?, MeetingIx::new(u32::MAX as usize));
    let news = News { id, title, title_en, meeting: nowhere, date, publisher, author, url, note, text };
    Some(RawNews { news, meeting: meeting? })
}

pub fn page(id: PageId, yaml: Node<'_>, text: Conclusion, sink: &mut Sink) -> Option<Page> {
    let mut f = Fields::open(yaml, &schema::PAGE, sink)?;
    let (title, title_en) = (f.text("title", sink), f.text("title_en", sink));
    let (description, order) = (f.text("description", sink), f.count("order", sink));
    Some(Page { id, title: title?, title_en, description, order: order.map_or(100, |n| n.value), text })
}
