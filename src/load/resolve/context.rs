//! What a task may refer to: everything that is resolved before the tasks.

use super::agencies::Parties;
use super::documents::Library;
use super::names::Names;
use crate::diag::{FileId, Place};
use crate::load::raw::RawSite;
use crate::model::{ClauseLabel, Conclusion, DocumentIx, Origin, Settings, TopicIx};
use chrono::NaiveDate;
use std::collections::HashMap;

pub struct Context<'a> {
    pub settings: &'a Settings,
    pub topics: Names<TopicIx>,
    pub parties: &'a Parties,
    pub library: &'a Library,
    pub today: NaiveDate,
    /// The clauses of each meeting's text, and of each news item's, with their places.
    meetings: Vec<Clauses<'a>>,
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
        let news = library.news.iter().map(|news| clauses(&news.text)).collect();
        Self { settings: &site.settings, topics, parties, library, today, meetings, news }
    }

    /// The clauses that a document may name; none of one that has no text here: the text of a meeting is that of its first
    /// document, and each further one has a numbering of its own.
    pub fn clauses_of(&self, document: DocumentIx) -> Option<&Clauses<'a>> {
        let documents = &self.library.documents;
        match documents[document.at()].origin {
            Origin::Meeting(meeting) => {
                let before = document.at().checked_sub(1).map(|n| documents[n].origin);
                (before != Some(Origin::Meeting(meeting))).then(|| &self.meetings[meeting.at()])
            }
            Origin::News(news) => Some(&self.news[news.at()]),
        }
    }
}
