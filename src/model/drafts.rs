//! A dataset without its drafts: what the public gets.

use super::dataset::{Alias, AliasOf, Dataset};
use super::deadline::{Due, MeetingLimit, MeetingName, Uncomputed};
use super::document::{Document, Origin};
use super::ids::{DocumentIx, MeetingIx, NewsIx, TaskIx};
use super::meeting::{Meeting, News};
use super::task::SourceRef;

/// Where each thing stands once the drafts are gone; nowhere, if it goes with them.
struct Kept {
    meetings: Vec<Option<MeetingIx>>,
    documents: Vec<Option<DocumentIx>>,
    news: Vec<Option<NewsIx>>,
    tasks: Vec<Option<TaskIx>>,
}

impl Dataset {
    /// Whether anything in it is a draft.
    pub fn has_drafts(&self) -> bool {
        self.tasks.iter().any(|task| task.draft)
            || self.documents.iter().any(|document| document.draft)
            || self.meetings.iter().any(|meeting| meeting.draft)
    }

    /// The same with a mark before each title of a draft, in the words of the content and in English, so that no list shows
    /// it as something else.
    #[must_use]
    pub fn with_marked_drafts(mut self, mark: &str, mark_en: &str) -> Self {
        let marked = |title: &mut String, title_en: &mut Option<String>| {
            title.insert_str(0, mark);
            if let Some(title) = title_en {
                title.insert_str(0, mark_en);
            }
        };
        for task in self.tasks.iter_mut().filter(|task| task.draft) {
            marked(&mut task.title, &mut task.title_en);
        }
        for meeting in self.meetings.iter_mut().filter(|meeting| meeting.draft) {
            marked(&mut meeting.title, &mut meeting.title_en);
        }
        for document in self.documents.iter_mut().filter(|document| document.draft) {
            if let Some(title) = &mut document.title {
                marked(title, &mut document.title_en);
            }
        }
        self
    }

    /// The same as if nobody had written the drafts yet. Whatever belongs to one goes with it: the tasks of a document,
    /// the documents and the news of a meeting. What refers to one from outside loses the reference; a deadline at such a
    /// meeting waits for it by its number, and where it has none the words of the deadline remain.
    #[must_use]
    pub fn without_drafts(self) -> Self {
        if !self.has_drafts() {
            return self;
        }
        let kept = Kept::of(&self);
        let Self { settings, agencies, groups, meetings, documents, mut tasks, news, pages, aliases } = self;
        for task in &mut tasks {
            task.sources = std::mem::take(&mut task.sources)
                .into_iter()
                .filter_map(|source| Some(SourceRef { document: kept.documents[source.document.at()]?, ..source }))
                .collect();
            task.parent = task.parent.and_then(|ix| kept.tasks[ix.at()]);
            task.related = task.related.iter().filter_map(|ix| kept.tasks[ix.at()]).collect();
            if let Due::Meeting(limit) = task.deadline.due {
                task.deadline.due = kept.limit(limit, &meetings);
            }
        }
        let document = |mut document: Document| {
            document.origin = match document.origin {
                Origin::Meeting(ix) => Origin::Meeting(kept.meetings[ix.at()]?),
                Origin::Own => Origin::Own,
                Origin::News(ix) => Origin::News(kept.news[ix.at()]?),
            };
            Some(document)
        };
        let meeting = |mut meeting: Meeting| {
            meeting.documents = meeting.documents.iter().filter_map(|ix| kept.documents[ix.at()]).collect();
            meeting.news = meeting.news.iter().filter_map(|ix| kept.news[ix.at()]).collect();
            Some(meeting)
        };
        let alias = |Alias { old, target }| {
            let target = match target {
                AliasOf::Task(ix) => AliasOf::Task(kept.tasks[ix.at()]?),
                AliasOf::Agency(ix) => AliasOf::Agency(ix),
                AliasOf::Meeting(ix) => AliasOf::Meeting(kept.meetings[ix.at()]?),
                AliasOf::Document(ix) => AliasOf::Document(kept.documents[ix.at()]?),
            };
            Some(Alias { old, target })
        };
        Self {
            settings,
            agencies,
            groups,
            meetings: left(meetings, &kept.meetings).filter_map(meeting).collect(),
            documents: left(documents, &kept.documents).filter_map(document).collect(),
            tasks: left(tasks, &kept.tasks).collect(),
            news: left(news, &kept.news)
                .filter_map(|news| Some(News { meeting: kept.meetings[news.meeting.at()]?, ..news }))
                .collect(),
            pages,
            aliases: aliases.into_iter().filter_map(alias).collect(),
        }
    }
}

impl Kept {
    fn of(data: &Dataset) -> Self {
        let meetings = places(data.meetings.iter().map(|meeting| !meeting.draft), MeetingIx::new);
        let news: Vec<_> = places(data.news.iter().map(|n| meetings[n.meeting.at()].is_some()), NewsIx::new);
        let is_draft = |document: &Document| match document.origin {
            Origin::Meeting(_) | Origin::Own => document.draft,
            Origin::News(ix) => document.draft || news[ix.at()].is_none(),
        };
        let tasks = places(data.tasks.iter().map(|t| !t.draft && !is_draft(&data[t.document()])), TaskIx::new);
        // A news item is a document only where a task names it.
        let mut named = vec![false; data.documents.len()];
        for (task, _) in data.tasks.iter().zip(&tasks).filter(|(_, place)| place.is_some()) {
            for source in &task.sources {
                named[source.document.at()] = true;
            }
        }
        let documents = data
            .documents
            .iter()
            .zip(named)
            .map(|(document, named)| !is_draft(document) && (named || !matches!(document.origin, Origin::News(_))));
        Self { documents: places(documents, DocumentIx::new), meetings, news, tasks }
    }

    fn limit(&self, limit: MeetingLimit, meetings: &[Meeting]) -> Due {
        let MeetingName::Known(ix) = limit.meeting else { return Due::Meeting(limit) };
        if let Some(ix) = self.meetings[ix.at()] {
            return Due::Meeting(MeetingLimit { meeting: MeetingName::Known(ix), ..limit });
        }
        let Meeting { body: Some(body), ordinal: Some(ordinal), .. } = meetings[ix.at()] else { return Due::None };
        Due::Meeting(MeetingLimit {
            meeting: MeetingName::Awaited(body, ordinal),
            last: Err(Uncomputed::NoMeetingDay),
            ..limit
        })
    }
}

/// The new place of each thing that is kept.
fn places<Ix>(keep: impl Iterator<Item = bool>, ix: impl Fn(usize) -> Ix) -> Vec<Option<Ix>> {
    let mut next = 0;
    let place = |keep: bool| {
        next += usize::from(keep);
        keep.then(|| ix(next - 1))
    };
    keep.map(place).collect()
}

fn left<T, Ix>(all: Vec<T>, kept: &[Option<Ix>]) -> impl Iterator<Item = T> {
    all.into_iter().zip(kept).filter_map(|(item, place)| place.is_some().then_some(item))
}
