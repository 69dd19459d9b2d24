//! One topic.

use super::fragment::Fragment;
use super::kind::{Head, Index, JsonSchema, Kind, Page, Report, Route, Serialize};
use super::paging::{parts, rows_of};
use super::parts::common::{FamilyView, LabelView, TallyView, TaskRow};
use super::parts::lists::{InNewsView, TopicCard, WorklistLink};
use super::parts::pager::Pager;
use crate::model::TopicIx;
use crate::open_data::DataFile;

/// A part of the table of a topic's tasks (`topic.html`): the fields of [`TaskListView`](super::tasks::TaskListView), and the
/// topic.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct TopicPage {
    /// The topic.
    pub topic: TopicCard,
    /// Empty here.
    pub labels: Vec<LabelView>,
    /// Empty here.
    pub families: Vec<FamilyView>,
    /// Empty here.
    pub lists: Vec<WorklistLink>,
    /// Of all tasks, not of this part.
    pub tally: TallyView,
    /// Empty here.
    pub in_news: Option<InNewsView>,
    /// Rows of this part.
    pub rows: Vec<Fragment<TaskRow>>,
    /// Links between the parts.
    pub pager: Pager,
}

/// A part of the table of a topic's tasks.
pub(super) struct Topic(TopicIx, usize);

impl Kind for Topic {
    const TEMPLATE: &'static str = "topic.html";
    const MENU: Option<Route> = Some(Route::Topics);
    type View<'p> = TopicPage;

    fn all(report: &Report, _: &Index) -> Vec<Self> {
        let topics = (0..report.data.settings.topics.len()).map(TopicIx::new);
        topics.flat_map(|ix| (1..=parts(report.tasks_of_topic(ix).len())).map(move |n| Self(ix, n))).collect()
    }

    fn route(&self) -> Route {
        Route::Topic(self.0, self.1)
    }

    fn head(&self, page: &Page<'_>) -> Head {
        let ix = self.0;
        let name = page.topic_name(ix);
        let lead = page.data()[ix].description.clone().unwrap_or_else(|| {
            let tally = page.report.tally_of_tasks(page.report.tasks_of_topic(ix).iter().copied());
            page.described(&name.text, "described-tasks", &tally)
        });
        let head = Head::new(name).lead(lead).below([page.crumb(Route::Topics, "nav-topics")]);
        head.files([(DataFile::TopicFeed(ix), "file-feed")])
    }

    fn view<'p>(&self, page: &Page<'p>) -> Self::View<'p> {
        let &Self(topic, part) = self;
        let (card, all) = (page.topic_card(topic), page.report.tasks_of_topic(topic));
        TopicPage {
            tally: card.tally.clone(),
            topic: card,
            labels: Vec::new(),
            families: Vec::new(),
            lists: Vec::new(),
            in_news: None,
            rows: page.task_rows(&all[rows_of(part, all.len())]),
            pager: page.pager(part, all.len(), |n| Route::Topic(topic, n)),
        }
    }
}
