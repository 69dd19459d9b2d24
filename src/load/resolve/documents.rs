//! Meetings, documents, news: their order, their names, their clauses.

use super::agencies::Parties;
use super::aliases;
use super::names::{Names, duplicate};
use crate::diag::{Code, Place, Sink};
use crate::load::fields::Loc;
use crate::load::raw::{OfFile, RawCommendation, RawDocument, RawMeeting, RawNews, RawOwnDocument, Unresolved};
use crate::model::{
    AgencyIx, Commendation, Conclusion, Document, DocumentId, DocumentIx, Meeting, MeetingIx, News, NewsIx, Origin,
};
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
    /// Former ids of documents without a meeting.
    pub document_aliases: Vec<(String, DocumentIx)>,
    /// Ids of meetings that have no document.
    pub bare: HashSet<String>,
    /// Whom each document praises, by name.
    pub commendations: Vec<Vec<RawCommendation>>,
}

/// All files, in the order of their paths.
pub struct Files {
    pub meetings: Vec<OfFile<RawMeeting>>,
    pub documents: Vec<OfFile<RawOwnDocument>>,
    pub news: Vec<OfFile<RawNews>>,
}

impl Library {
    /// The day that deadlines and updates are checked against: the issue date, else the meeting's.
    pub fn day_of(&self, document: DocumentIx) -> Option<NaiveDate> {
        let document = &self.documents[document.at()];
        document.issued.or_else(|| match document.origin {
            Origin::Meeting(meeting) => self.meetings[meeting.at()].held,
            Origin::Own => None,
            Origin::News(news) => self.meetings.get(self.news[news.at()].meeting.at()).and_then(|m| m.held),
        })
    }

    /// The meeting of that number of a body.
    pub fn nth_meeting(&self, body: AgencyIx, ordinal: u32) -> Option<MeetingIx> {
        let place = self.meetings.iter().position(|m| m.body == Some(body) && m.ordinal == Some(ordinal));
        place.map(MeetingIx::new)
    }

    /// Enters documents and news into their meetings, and into documents whom they praise.
    pub fn finish(&mut self, commendations: Vec<Vec<Commendation>>) {
        for (document, praised) in self.documents.iter_mut().zip(commendations) {
            document.commendations = praised;
        }
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

/// A meeting or a document without one: what brings documents, in the order of days.
enum Bringer {
    Meeting(OfFile<RawMeeting>),
    Own(OfFile<RawOwnDocument>),
}

impl Bringer {
    fn day(&self) -> Option<NaiveDate> {
        match self {
            Self::Meeting(file) => day_of_meeting(&file.value),
            Self::Own(file) => file.value.document.issued,
        }
    }
}

/// As `Dataset::day_of_meeting` says.
fn day_of_meeting(raw: &RawMeeting) -> Option<NaiveDate> {
    raw.meeting.held.or_else(|| raw.documents.iter().filter_map(|d| d.issued).min())
}

/// Resolves all files together; `named` are the documents that tasks name.
pub fn resolve(
    files: Files,
    named: &HashSet<String>,
    lost_meetings: Unresolved,
    mut lost_documents: Unresolved,
    parties: &Parties,
    sink: &mut Sink,
) -> Library {
    let Files { meetings: mut raw_meetings, documents: mut own_documents, news: mut raw_news } = files;
    let mut meeting_names: Names<MeetingIx> = Names::new(lost_meetings);
    raw_meetings.retain(|file| {
        meeting_names.define_id(file.value.meeting.id.as_str(), "meeting", MeetingIx::new(0), file.top(), sink)
    });
    raw_meetings.sort_by(|a, b| {
        let key = |raw: &RawMeeting| (day_of_meeting(raw).is_none(), day_of_meeting(raw));
        key(&a.value).cmp(&key(&b.value)).then_with(|| a.value.meeting.id.cmp(&b.value.meeting.id))
    });
    own_documents.sort_by(|a, b| a.value.id.cmp(&b.value.id));
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
        document_aliases: Vec::new(),
        bare: HashSet::new(),
        commendations: Vec::new(),
    };
    let formers = raw_meetings.iter().enumerate().map(|(n, file)| (&file.value.aliases, MeetingIx::new(n)));
    library.aliases = aliases::check(formers, "meeting", |id| library.meeting_names.place(id), sink);
    for (old, ix) in &library.aliases {
        library.meeting_names.alias(old, raw_meetings[ix.at()].value.meeting.id.as_str());
    }
    let mut former_documents: Vec<(Vec<Loc<String>>, DocumentIx)> = Vec::new();
    let mut bringers: Vec<Bringer> = raw_meetings.into_iter().map(Bringer::Meeting).collect();
    bringers.extend(own_documents.into_iter().map(Bringer::Own));
    bringers.sort_by_key(|bringer| (bringer.day().is_none(), bringer.day()));
    for bringer in bringers {
        match bringer {
            Bringer::Meeting(file) => {
                let (ix, raw) = (MeetingIx::new(library.meetings.len()), file.value);
                let mut meeting = raw.meeting;
                if !meeting.draft {
                    meeting.guesses = Vec::new();
                }
                library.meeting_names.redefine(meeting.id.as_str(), ix);
                if raw.documents.is_empty() {
                    library.bare.insert(meeting.id.as_str().to_owned());
                }
                for (nth, document) in raw.documents.into_iter().enumerate() {
                    let default = || default_id(meeting.id.as_str(), nth + 1, document.at);
                    let id = document.id.clone().unwrap_or_else(default);
                    library.add(document, id, Origin::Meeting(ix), parties, sink);
                }
                meeting.body = raw.body.and_then(|body| parties.names.agency(&body, sink));
                library.meetings.push(meeting);
            }
            Bringer::Own(file) => {
                let at = file.top();
                let RawOwnDocument { id, title, title_en, aliases, restored, text, document } = file.value;
                let id = Loc { value: id, at };
                if let Some(ix) = library.add(document, id, Origin::Own, parties, sink) {
                    let document = &mut library.documents[ix.at()];
                    (document.title, document.title_en) = (Some(title), title_en);
                    (document.restored, document.text) = (restored, text);
                    former_documents.push((aliases, ix));
                }
            }
        }
    }
    let formers = former_documents.iter().map(|(list, ix)| (list, *ix));
    library.document_aliases = aliases::check(formers, "document", |id| library.names.place(id), sink);
    for (old, ix) in &library.document_aliases {
        library.names.alias(old, library.documents[ix.at()].id.as_str());
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
        if let Some(meeting) = library.meeting_names.find(&meeting, Code::UnknownMeeting, sink) {
            news.meeting = meeting;
        }
        if named.contains(&id) {
            let document = DocumentIx::new(library.documents.len());
            library.names.redefine(&id, Source::News(ix, Some(document)));
            let draft = library.meetings.get(news.meeting.at()).is_some_and(|meeting| meeting.draft);
            library.documents.push(Document { draft, ..document_of_news(&news, ix) });
            library.commendations.push(Vec::new());
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

impl Library {
    /// Enters a document under its id; none if that is taken, which is reported.
    fn add(
        &mut self,
        raw: RawDocument,
        id: Loc<DocumentId>,
        origin: Origin,
        parties: &Parties,
        sink: &mut Sink,
    ) -> Option<DocumentIx> {
        let ix = DocumentIx::new(self.documents.len());
        if let Err((_, first)) = self.names.define(id.value.as_str(), Source::Document(ix), id.at) {
            sink.push(duplicate(id.value.as_str(), "document", raw.at, first));
            return None;
        }
        let mut agency = |name: Option<Loc<String>>| -> Option<AgencyIx> { parties.names.agency(&name?, sink) };
        let (issuer, conclusion_of_body) = (agency(raw.issuer), agency(raw.conclusion_of_body));
        self.documents.push(Document {
            id: id.value,
            origin,
            title: None,
            title_en: None,
            kind: raw.kind,
            number: raw.number,
            issued: raw.issued,
            issuer,
            signer: raw.signer,
            recipients: raw.recipients,
            conclusion_of: raw.conclusion_of,
            conclusion_of_body,
            url: raw.url,
            annexes: raw.annexes,
            commendations: Vec::new(),
            restored: None,
            note: raw.note,
            draft: raw.draft,
            guesses: if raw.draft { raw.guesses } else { Vec::new() },
            text: Conclusion::default(),
        });
        self.commendations.push(raw.commendations);
        Some(ix)
    }
}

/// A news item as a source of tasks: its day of publication is the day of issue.
fn document_of_news(news: &News, ix: NewsIx) -> Document {
    Document {
        id: DocumentId::parse(news.id.as_str()).expect("both kinds of id are slugs"),
        origin: Origin::News(ix),
        title: None,
        title_en: None,
        kind: None,
        number: None,
        issued: news.date,
        issuer: None,
        signer: None,
        recipients: Vec::new(),
        conclusion_of: None,
        conclusion_of_body: None,
        url: news.url.clone(),
        annexes: Vec::new(),
        commendations: Vec::new(),
        restored: None,
        note: None,
        draft: false,
        guesses: Vec::new(),
        text: Conclusion::default(),
    }
}
