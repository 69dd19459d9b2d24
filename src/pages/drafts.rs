//! All drafts, each beside the clause that it was read from.

use super::kind::{Head, Index, JsonSchema, Kind, Page, Report, Route, Serialize};
use super::paging::{parts, rows_of};
use super::parts::common::Link;
use super::parts::drafts::DraftView;
use super::parts::pager::Pager;
use crate::model::{DocumentIx, TaskIx};
use crate::plan::route::page_of;

/// A part of all drafts (`drafts.html`); the page exists only where drafts are shown.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct DraftsPage {
    /// Draft tasks of the site, not of this part.
    pub total: usize,
    /// Documents with draft tasks, the newest first.
    pub documents: Vec<DraftsOfDocument>,
    /// Links between the parts.
    pub pager: Pager,
}

/// The drafts of one document.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct DraftsOfDocument {
    /// The document, or its meeting.
    pub link: Link,
    /// The command that confirms all of it.
    pub command: String,
    /// Its own guesses, where it is a draft itself.
    pub draft: Option<DraftView>,
    /// Its tasks, the most doubtful first.
    pub tasks: Vec<DraftTask>,
}

/// One task.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct DraftTask {
    /// Its id.
    pub id: String,
    /// Its page and title.
    pub link: Link,
    /// What is to be looked at.
    pub draft: DraftView,
}

/// A part of the list.
pub(super) struct Drafts(usize);

impl Kind for Drafts {
    const TEMPLATE: &'static str = "drafts.html";
    const MENU: Option<Route> = Some(Route::Drafts(1));
    const LISTED: bool = false;
    type View<'p> = DraftsPage;

    fn all(_: &Report, index: &Index) -> Vec<Self> {
        if index.drafts.is_empty() { Vec::new() } else { (1..=parts(index.drafts.len())).map(Self).collect() }
    }

    fn route(&self) -> Route {
        Route::Drafts(self.0)
    }

    fn head(&self, page: &Page<'_>) -> Head {
        Head::new(page.words.say("nav-drafts")).lead(page.words.say("drafts-lead"))
    }

    fn view<'p>(&self, page: &Page<'p>) -> Self::View<'p> {
        let all = &page.index.drafts;
        let shown = &all[rows_of(self.0, all.len())];
        let documents = shown.chunk_by(|(a, _), (b, _)| a == b);
        let of_document = |rows: &[(DocumentIx, Option<TaskIx>)]| {
            let (document, _) = rows.first()?;
            Some(page.drafts_of(*document, rows.iter().filter_map(|(_, task)| *task)))
        };
        DraftsPage {
            total: all.iter().filter(|(_, task)| task.is_some()).count(),
            documents: documents.filter_map(of_document).collect(),
            pager: page.pager(self.0, all.len(), Route::Drafts),
        }
    }
}

impl Page<'_> {
    fn drafts_of(&self, ix: DocumentIx, tasks: impl Iterator<Item = TaskIx>) -> DraftsOfDocument {
        let to = page_of(self.data(), ix);
        let title = match to {
            Route::Meeting(meeting) => self.meeting_title(meeting),
            Route::News(news) => self.news_title(news),
            _ => self.document_title(ix),
        };
        let task = |ix: TaskIx| {
            let mut link = self.task_link(ix);
            // A task of a day to come has no page yet.
            if !self.report.is_shown(ix) {
                link.href = format!("#{}", self.data()[ix].id);
            }
            Some(DraftTask { id: self.data()[ix].id.to_string(), link, draft: self.draft_task(ix)? })
        };
        DraftsOfDocument {
            link: self.link(to, title),
            command: format!("tiendo confirm --document {}", self.data()[ix].id),
            draft: self.draft_document(ix),
            tasks: tasks.filter_map(task).collect(),
        }
    }
}
