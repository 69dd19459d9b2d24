//! `content/meetings/*.md`, `content/news/*.md`, `content/pages/*.md`: front matter and text.

use super::document::{RawDocument, document, person};
use super::guesses::Front;
use crate::diag::Sink;
use crate::load::fields::{Fields, Loc};
use crate::load::schema;
use crate::load::yaml::Node;
use crate::model::{Conclusion, Meeting, MeetingId, MeetingIx, News, NewsId, Page, PageId};

#[derive(Debug, Clone)]
pub struct RawMeeting {
    /// Still without body, documents and news.
    pub meeting: Meeting,
    pub aliases: Vec<Loc<String>>,
    pub body: Option<Loc<String>>,
    pub documents: Vec<RawDocument>,
    /// Some document could not be read.
    pub lost: bool,
}

#[derive(Debug, Clone)]
pub struct RawNews {
    /// Its meeting is a placeholder.
    pub news: News,
    pub meeting: Loc<String>,
}

pub fn meeting(id: MeetingId, front: Front<'_>, conclusion: Conclusion, sink: &mut Sink) -> Option<RawMeeting> {
    let (yaml, guesses) = front.open();
    let mut f = Fields::open(yaml, &schema::MEETING, sink)?;
    let f = &mut f;
    let (title, title_en) = (f.text("title", sink), f.text("title_en", sink));
    let aliases = f.ids("aliases", MeetingId::parse, sink);
    let (body, ordinal) = (f.located("body", sink), f.count("ordinal", sink).map(|n| n.value));
    let (held, place, format) = (f.day("held", sink), f.text("place", sink), f.text("format", sink));
    let localities = f.count("localities", sink).map(|n| n.value);
    let chair = f.one("chair", sink, person);
    let mut lost = f.lost("documents");
    let draft = f.flag("draft", sink).is_some_and(|l| l.value);
    let documents = f.many("documents", sink, |node, sink| {
        let made = document(node, sink);
        lost |= made.is_none();
        made.map(|document| RawDocument { draft, ..document })
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
        draft,
        guesses,
        conclusion,
    };
    Some(RawMeeting { meeting, aliases, body, documents, lost })
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
    Some(Page {
        id,
        title: title?,
        title_en,
        description,
        order: order.map_or(100, |n| n.value),
        text,
        description_en: None,
        text_en: None,
    })
}
