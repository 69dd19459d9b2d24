//! One news item.

use super::fragment::Fragment;
use super::kind::{Head, Index, JsonSchema, Kind, Page, Report, Route, Serialize};
use super::page::or_empty;
use super::parts::blocks::BlockView;
use super::parts::common::{DateView, Link, TaskRow};
use crate::model::{DocumentIx, NewsIx, Origin};

/// One news item (`news.html`).
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct NewsPage<'d> {
    /// Title.
    pub title: &'d str,
    /// The meeting it reports.
    pub meeting: Link,
    /// Day of publication.
    pub date: Option<DateView>,
    /// Publisher; empty if unknown.
    pub publisher: &'d str,
    /// Author; empty if unknown.
    pub author: &'d str,
    /// Address of the original.
    pub url: Option<&'d str>,
    /// For readers; empty if there is none.
    pub note: &'d str,
    /// The text.
    pub blocks: Vec<BlockView<'d>>,
    /// Tasks known from it alone.
    pub tasks: Vec<Fragment<TaskRow>>,
}

pub(super) struct News(NewsIx);

impl Kind for News {
    const TEMPLATE: &'static str = "news.html";
    const MENU: Option<Route> = Some(Route::Meetings(1));
    type View<'p> = NewsPage<'p>;

    fn all(report: &Report, _: &Index) -> Vec<Self> {
        (0..report.data.news.len()).map(NewsIx::new).map(Self).collect()
    }

    fn route(&self) -> Route {
        Route::News(self.0)
    }

    fn head(&self, page: &Page<'_>) -> Head {
        Head::new(page.news_title(self.0))
            .lead(page.words.say("news-notice"))
            .below([page.crumb(Route::Meetings(1), "nav-meetings")])
    }

    fn view<'p>(&self, page: &Page<'p>) -> Self::View<'p> {
        let ix = self.0;
        let news = &page.data()[ix];
        let origin = Origin::News(ix);
        let documents: Vec<DocumentIx> =
            page.data().document_list().filter(|(_, d)| d.origin == origin).map(|(i, _)| i).collect();
        let by_clause = page.tasks_by_clause(&documents, &news.text);
        let alone = documents.iter().flat_map(|document| {
            let tasks = page.report.tasks_of_document(*document).iter();
            tasks.filter(|t| page.data()[**t].document() == *document)
        });
        NewsPage {
            title: page.pick_str(&news.title, news.title_en.as_ref()).0,
            meeting: page.link(Route::Meeting(news.meeting), page.meeting_title(news.meeting)),
            date: news.date.map(|d| page.words.day(d)),
            publisher: or_empty(news.publisher.as_ref()),
            author: or_empty(news.author.as_ref()),
            url: news.url.as_deref(),
            note: or_empty(news.note.as_ref()),
            blocks: page.blocks(&news.text, &by_clause),
            tasks: page.task_rows(alone),
        }
    }
}
