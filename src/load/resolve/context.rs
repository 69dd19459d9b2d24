//! What a task may refer to: everything that is resolved before the tasks.

use super::agencies::Parties;
use super::documents::Library;
use super::names::Names;
use crate::diag::{FileId, Place};
use crate::load::raw::RawSite;
use crate::model::{Settings, TopicIx};
use chrono::NaiveDate;

pub struct Context<'a> {
    pub settings: &'a Settings,
    pub topics: Names<TopicIx>,
    pub parties: &'a Parties,
    pub library: &'a Library,
    pub today: NaiveDate,
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
        Self { settings: &site.settings, topics, parties, library, today }
    }
}
