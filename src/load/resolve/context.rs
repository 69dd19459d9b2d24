//! What a task may refer to: everything that is resolved before the tasks.

use super::agencies::Parties;
use super::documents::Library;
use super::names::Names;
use crate::diag::{Code, Diagnostic, FileId, Place, Sink, closest};
use crate::load::fields::Loc;
use crate::load::raw::RawSite;
use crate::model::{Annex, ClauseLabel, Conclusion, Document, DocumentIx, Origin, Settings, TopicIx};
use chrono::NaiveDate;
use std::collections::HashMap;

pub struct Context<'a> {
    pub settings: &'a Settings,
    pub topics: Names<TopicIx>,
    pub parties: &'a Parties,
    pub library: &'a Library,
    pub today: NaiveDate,
    /// The clauses of each meeting's text, of each document's own and of each news item's, with their places.
    meetings: Vec<Clauses<'a>>,
    documents: Vec<Clauses<'a>>,
    news: Vec<Clauses<'a>>,
}

type Clauses<'a> = HashMap<&'a ClauseLabel, usize>;

fn clauses(text: &Conclusion) -> Clauses<'_> {
    let mut found = HashMap::new();
    for (n, block) in text.blocks.iter().enumerate() {
        if let Some(label) = &block.label {
            // Of a label that stands twice the first counts; `duplicate-clause` warns of it.
            found.entry(label).or_insert(n);
        }
    }
    found
}

impl<'a> Context<'a> {
    pub fn new(site: &'a RawSite, parties: &'a Parties, library: &'a Library, today: NaiveDate) -> Self {
        let mut topics = Names::new(site.topics.clone());
        let nowhere = Place { file: FileId(0), start: 0, end: 0 };
        for (n, topic) in site.settings.topics.iter().enumerate() {
            // The reader of `site.yaml` left no id twice.
            let _first = topics.define(topic.id.as_str(), TopicIx::new(n), nowhere);
            topics.alias(&topic.name, topic.id.as_str());
        }
        let meetings = library.meetings.iter().map(|meeting| clauses(&meeting.conclusion)).collect();
        let documents = library.documents.iter().map(|document| clauses(&document.text)).collect();
        let news = library.news.iter().map(|news| clauses(&news.text)).collect();
        Self { settings: &site.settings, topics, parties, library, today, meetings, documents, news }
    }

    /// The clauses that a document may name; none of one that has no text here: the text of a meeting is that of its first
    /// document, and each further one has a numbering of its own.
    fn clauses_of(&self, document: DocumentIx) -> Option<&Clauses<'a>> {
        let documents = &self.library.documents;
        match documents[document.at()].origin {
            Origin::Meeting(meeting) => {
                let before = document.at().checked_sub(1).map(|n| documents[n].origin);
                (before != Some(Origin::Meeting(meeting))).then(|| &self.meetings[meeting.at()])
            }
            Origin::Own => Some(&self.documents[document.at()]),
            Origin::News(news) => Some(&self.news[news.at()]),
        }
    }

    /// A clause that a task names, with its place in the text of the document; none where the text does not have it. A
    /// text without labels says nothing of its clauses, and neither does one of an annex that it does not hold.
    pub fn clause(
        &self,
        clause: &Loc<ClauseLabel>,
        document: DocumentIx,
        sink: &mut Sink,
    ) -> (ClauseLabel, Option<usize>) {
        let label = clause.value.normal();
        let Document { id, annexes, .. } = &self.library.documents[document.at()];
        let unknown = |code| Diagnostic::new(code, clause.at).arg("clause", clause.value.as_str());
        let annex = label.of_which_annex().map(|(number, _)| number);
        if let Some(number) = annex.filter(|number| annexes.iter().all(|annex| annex.number != *number)) {
            if !annexes.is_empty() {
                let known = annexes.iter().map(Annex::label);
                let known: Vec<String> = known.map(|label| label.to_string()).collect();
                let near = closest(ClauseLabel::of_annex(number).as_str(), known.iter().map(String::as_str));
                sink.push(unknown(Code::UnknownAnnex).arg("document", id.as_str()).suggest(near));
            }
            return (clause.value.clone(), None);
        }
        let Some(clauses) = self.clauses_of(document) else { return (label, None) };
        let place = clauses.get(&label).copied();
        // Labels of its numbering: of the annex, or of the text.
        let mut beside = clauses.keys().filter(|l| match l.of_which_annex() {
            Some((number, rest)) => annex == Some(number) && !rest.is_empty(),
            None => annex.is_none(),
        });
        if place.is_none() && beside.clone().next().is_some() {
            let near = closest(label.as_str(), beside.by_ref().map(|known| known.as_str()));
            sink.push(unknown(Code::UnknownClause).arg("document", id.as_str()).suggest(near));
        }
        (label, place)
    }
}
