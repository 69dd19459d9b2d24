//! Meetings, documents, news: their order, their names, their clauses.

use super::agencies::Parties;
use super::aliases;
use super::names::{Names, duplicate};
use crate::diag::{Code, Place, Sink};
use crate::load::fields::Loc;
use crate::load::raw::{OfFile, RawDocument, RawMeeting, RawNews, Unresolved};
use crate::model::{AgencyIx, Document, DocumentId, DocumentIx, Meeting, MeetingIx, News, NewsIx, Origin};
use chrono::NaiveDate;
use std::collections::HashSet;

/// What a task file's `document` may mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    Document(DocumentIx),
    /// A news item; the document that it was made, if some task names it.
    News(NewsIx, Option<DocumentIx>),
}

pub struct Library {
    pub meetings: Vec<Meeting>,
    pub documents: Vec<Document>,
    pub news: Vec<News>,
    pub names: Names<Source>,
    pub meeting_names: Names<MeetingIx>,
    /// Former ids of meetings.
    pub aliases: Vec<(String, MeetingIx)>,
    /// Ids of meetings that have no document.
    pub bare: HashSet<String>,
}

impl Library {
    /// The day that deadlines and updates are checked against: the issue date, else the meeting's.
    pub fn day_of(&self, document: DocumentIx) -> Option<NaiveDate> {
        let document = &self.documents[document.at()];
        document.issued.or_else(|| match document.origin {
            Origin::Meeting(meeting) => self.meetings[meeting.at()].held,
            Origin::News(news) => self.meetings.get(self.news[news.at()].meeting.at()).and_then(|m| m.held),
        })
    }

    /// The meeting of that number of a body.
    pub fn nth_meeting(&self, body: AgencyIx, ordinal: u32) -> Option<MeetingIx> {
        let place = self.meetings.iter().position(|m| m.body == Some(body) && m.ordinal == Some(ordinal));
        place.map(MeetingIx::new)
    }

    /// Enters documents and news into their meetings.
    pub fn finish(&mut self) {
        for (n, document) in self.documents.iter().enumerate() {
            if let Origin::Meeting(meeting) = document.origin {
                self.meetings[meeting.at()].documents.push(DocumentIx::new(n));
            }
        }
        for (n, news) in self.news.iter().enumerate() {
            if let Some(meeting) = self.meetings.get_mut(news.meeting.at()) {
                meeting.news.push(NewsIx::new(n));
            }
        }
    }
}

/// Resolves all files together; `named` are the documents that tasks name.
pub fn resolve(
    mut raw_meetings: Vec<OfFile<RawMeeting>>,
    mut raw_news: Vec<OfFile<RawNews>>,
    named: &HashSet<String>,
    lost_meetings: Unresolved,
    mut lost_documents: Unresolved,
    parties: &Parties,
    sink: &mut Sink,
) -> Library {
    let mut meeting_names: Names<MeetingIx> = Names::new(lost_meetings);
    raw_meetings.retain(|file| {
        meeting_names.define_id(file.value.meeting.id.as_str(), "meeting", MeetingIx::new(0), file.top(), sink)
    });
    // As `Dataset::day_of_meeting` says.
    let day = |raw: &RawMeeting| raw.meeting.held.or_else(|| raw.documents.iter().filter_map(|d| d.issued).min());
    raw_meetings.sort_by(|a, b| {
        let key = |raw: &RawMeeting| (day(raw).is_none(), day(raw));
        key(&a.value).cmp(&key(&b.value)).then_with(|| a.value.meeting.id.cmp(&b.value.meeting.id))
    });
    if raw_meetings.iter().any(|file| file.value.lost) {
        lost_documents.lose(None);
    }

    let mut library = Library {
        meetings: Vec::with_capacity(raw_meetings.len()),
        documents: Vec::new(),
        news: Vec::with_capacity(raw_news.len()),
        names: Names::new(lost_documents),
        meeting_names,
        aliases: Vec::new(),
        bare: HashSet::new(),
    };
    let meeting_names = &mut library.meeting_names;
    let formers = raw_meetings.iter().enumerate().map(|(n, file)| (&file.value.aliases, MeetingIx::new(n)));
    library.aliases = aliases::check(formers, "meeting", |id| meeting_names.place(id), sink);
    for (old, ix) in &library.aliases {
        meeting_names.alias(old, raw_meetings[ix.at()].value.meeting.id.as_str());
    }
    for (n, file) in raw_meetings.into_iter().enumerate() {
        let (ix, raw) = (MeetingIx::new(n), file.value);
        let mut meeting = raw.meeting;
        meeting_names.redefine(meeting.id.as_str(), ix);
        if raw.documents.is_empty() {
            library.bare.insert(meeting.id.as_str().to_owned());
        }
        for (nth, document) in raw.documents.into_iter().enumerate() {
            let id = document.id.clone().unwrap_or_else(|| default_id(meeting.id.as_str(), nth + 1, document.at));
            let source = Source::Document(DocumentIx::new(library.documents.len()));
            match library.names.define(id.value.as_str(), source, id.at) {
                Ok(()) => {
                    let document = one_document(document, id.value, Origin::Meeting(ix), parties, sink);
                    library.documents.push(document);
                }
                Err((_, first)) => sink.push(duplicate(id.value.as_str(), "document", document.at, first)),
            }
        }
        meeting.body = raw.body.and_then(|body| parties.names.agency(&body, sink));
        library.meetings.push(meeting);
    }

    raw_news.sort_by(|a, b| a.value.news.id.cmp(&b.value.news.id));
    for file in raw_news {
        let (at, ix) = (file.top(), NewsIx::new(library.news.len()));
        let RawNews { mut news, meeting } = file.value;
        let id = news.id.to_string();
        if let Err((first, place)) = library.names.define(&id, Source::News(ix, None), at) {
            let kind = match first {
                Source::Document(_) => "document",
                Source::News(..) => "news",
            };
            sink.push(duplicate(&id, kind, at, place));
            continue;
        }
        if let Some(meeting) = meeting_names.find(&meeting, Code::UnknownMeeting, sink) {
            news.meeting = meeting;
        }
        if named.contains(&id) {
            let document = DocumentIx::new(library.documents.len());
            library.names.redefine(&id, Source::News(ix, Some(document)));
            library.documents.push(document_of_news(&news, ix));
        }
        library.news.push(news);
    }
    library
}

fn default_id(meeting: &str, nth: usize, at: Place) -> Loc<DocumentId> {
    let text = if nth <= 1 { meeting.to_owned() } else { format!("{meeting}-{nth}") };
    let value = DocumentId::parse(&text).or_else(|_| DocumentId::parse(meeting)).expect("a meeting's id is a slug");
    Loc { value, at }
}

fn one_document(raw: RawDocument, id: DocumentId, origin: Origin, parties: &Parties, sink: &mut Sink) -> Document {
    let mut agency = |name: Option<Loc<String>>| -> Option<AgencyIx> { parties.names.agency(&name?, sink) };
    let (issuer, conclusion_of_body) = (agency(raw.issuer), agency(raw.conclusion_of_body));
    Document {
        id,
        origin,
        kind: raw.kind,
        number: raw.number,
        issued: raw.issued,
        issuer,
        signer: raw.signer,
        recipients: raw.recipients,
        conclusion_of: raw.conclusion_of,
        conclusion_of_body,
        url: raw.url,
        note: raw.note,
    }
}

/// A news item as a source of tasks: its day of publication is the day of issue.
fn document_of_news(news: &News, ix: NewsIx) -> Document {
    Document {
        id: DocumentId::parse(news.id.as_str()).expect("both kinds of id are slugs"),
        origin: Origin::News(ix),
        kind: None,
        number: None,
        issued: news.date,
        issuer: None,
        signer: None,
        recipients: Vec::new(),
        conclusion_of: None,
        conclusion_of_body: None,
        url: news.url.clone(),
        note: None,
    }
}
