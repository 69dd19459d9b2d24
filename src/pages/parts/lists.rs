//! Ready-made lists of tasks, and the ways to them.

use super::common::{Link, TallyView, TaskRow};
use crate::derive::Worklist;
use crate::model::{MeetingIx, PageGroup, TaskIx, TopicIx};
use crate::pages::fragment::Fragment;
use crate::pages::page::Page;
use crate::pages::words::Arg;
use crate::plan::route::Route;
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeMap;

/// The way to a ready-made list, or to all tasks.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct WorklistLink {
    /// Address.
    pub href: String,
    /// `all`, or as in [`WorklistView`](crate::pages::worklist::WorklistView).
    pub code: &'static str,
    /// Words.
    pub text: String,
    /// Number of tasks, with thousands separators; none on later parts of a list, which would change with every number.
    pub count_text: Option<String>,
    /// Whether the page is a part of this list.
    pub current: bool,
}

/// Tasks known from news alone: in no number and no table, listed on the pages of their meetings.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct InNewsView {
    /// How many.
    pub count: usize,
    /// Pages that list them, with how many each; at most five, the latest meetings.
    pub listed: Vec<Link>,
}

/// Meetings named where tasks known from news are counted.
const MOST_MEETINGS: usize = 5;

/// One topic of the index.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct TopicCard {
    /// Address and name.
    pub link: Link,
    /// One sentence; empty if there is none.
    pub description: String,
    /// Of its tasks.
    pub tally: TallyView,
}

impl Page<'_> {
    /// Rows of a ready-made list: each with the status that puts the task there, which for a duty of many periods or
    /// agencies need not be the one of the whole task.
    pub(crate) fn listed<'t>(
        &self,
        list: Worklist,
        tasks: impl IntoIterator<Item = &'t TaskIx>,
    ) -> Vec<Fragment<TaskRow>> {
        let row = |ix: &TaskIx| {
            let mine = self.report.obligations_of(*ix).iter().filter(|o| Some(o.status.label) == list.label());
            let row = self.anywhere().task_row(*ix);
            let row = match mine.min_by_key(|o| o.status.due) {
                Some(o) => TaskRow { status: self.words.status(&o.status), ..row },
                None => row,
            };
            Fragment::new(row, &self.edition.site_value, self.edition.fragments())
        };
        tasks.into_iter().map(row).collect()
    }

    pub(crate) fn worklist_title(&self, list: Worklist) -> String {
        let days = self.data().settings.thresholds.due_soon_days as usize;
        self.words.with(&format!("list-{}", list.code()), &[("n", Arg::Count(days))])
    }

    /// Ways to all tasks and to the ready-made lists, on the first part of a list with their numbers of tasks; nothing
    /// without those lists.
    pub(crate) fn worklists(&self, part: usize) -> Vec<WorklistLink> {
        if !self.data().settings.has(PageGroup::Lists) {
            return Vec::new();
        }
        let link = |route: Route, code, text, count: usize| WorklistLink {
            href: self.href(route),
            code,
            text,
            count_text: (part == 1).then(|| self.words.number(count as u64)),
            current: match (route, self.route) {
                (Route::Tasks(_), Route::Tasks(_)) => true,
                (Route::Worklist(a, _), Route::Worklist(b, _)) => a == b,
                _ => false,
            },
        };
        let all = link(Route::Tasks(1), "all", self.words.say("list-all"), self.report.task_list().len());
        let lists = Worklist::ALL.map(|list| {
            let count = self.index.worklist(list).len();
            link(Route::Worklist(list, 1), list.code(), self.worklist_title(list), count)
        });
        std::iter::once(all).chain(lists).collect()
    }

    /// None where the press tells of no other tasks than the documents.
    pub(crate) fn in_news(&self) -> Option<InNewsView> {
        let all = self.report.tasks_in_news();
        let mut of: BTreeMap<MeetingIx, usize> = BTreeMap::new();
        for meeting in all.iter().filter_map(|ix| self.data().meeting_of(self.data()[*ix].document())) {
            *of.entry(meeting).or_default() += 1;
        }
        let link = |(meeting, count): (&MeetingIx, &usize)| {
            let Link { href, text, lang } = self.link(Route::Meeting(*meeting), self.meeting_title(*meeting));
            Link { href: format!("{href}#h-from-news"), text: format!("{text} ({count})"), lang }
        };
        let listed = of.iter().rev().take(MOST_MEETINGS).map(link).collect();
        (!all.is_empty()).then_some(InNewsView { count: all.len(), listed })
    }

    pub(crate) fn topic_card(&self, ix: TopicIx) -> TopicCard {
        TopicCard {
            link: self.link(Route::Topic(ix, 1), self.topic_name(ix)),
            description: self.data()[ix].description.clone().unwrap_or_default(),
            tally: self.words.tally(&self.report.tally_of_tasks(self.report.tasks_of_topic(ix).iter().copied())),
        }
    }
}
