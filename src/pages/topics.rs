//! The index of topics.

use super::kind::{Head, Index, JsonSchema, Kind, Page, Report, Route, Serialize};
use super::parts::lists::TopicCard;
use crate::model::TopicIx;

/// All topics (`topics.html`).
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct TopicsView {
    /// In the order of the settings.
    pub topics: Vec<TopicCard>,
}

pub(super) struct Topics;

impl Kind for Topics {
    const TEMPLATE: &'static str = "topics.html";
    const MENU: Option<Route> = Some(Route::Topics);
    type View<'p> = TopicsView;

    fn all(report: &Report, _: &Index) -> Vec<Self> {
        if report.data.settings.topics.is_empty() { Vec::new() } else { vec![Self] }
    }

    fn route(&self) -> Route {
        Route::Topics
    }

    fn head(&self, page: &Page<'_>) -> Head {
        Head::new(page.words.say("nav-topics")).lead(page.words.say("topics-lead"))
    }

    fn view<'p>(&self, page: &Page<'p>) -> Self::View<'p> {
        let all = (0..page.data().settings.topics.len()).map(TopicIx::new);
        TopicsView { topics: all.map(|ix| page.topic_card(ix)).collect() }
    }
}
