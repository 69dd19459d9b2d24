//! One document without a meeting.

use super::fragment::Fragment;
use super::kind::{Head, Index, JsonSchema, Kind, Page, Report, Route, Serialize};
use super::page::or_empty;
use super::paging::APART_ROWS;
use super::parts::blocks::BlockView;
use super::parts::cards::DocumentCard;
use super::parts::commendations::CommendationView;
use super::parts::common::TaskRow;
use super::parts::contents::{ContentsEntry, Coverage, contents};
use super::parts::drafts::DraftView;
use crate::model::{DocumentIx, TaskIx};
use crate::open_data::DataFile;
use crate::open_data::tables::TableId;
use std::collections::BTreeSet;

/// One document without a meeting (`document.html`).
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct DocumentPage<'d> {
    /// The head, as in the timeline.
    pub card: DocumentCard,
    /// What is to be looked at before it is confirmed; none of what is no draft.
    pub draft: Option<DraftView>,
    /// Why the text is a restoration; empty if it is none.
    pub restored: &'d str,
    /// Contents list: clauses at the top levels.
    pub contents: Vec<ContentsEntry>,
    /// The text.
    pub blocks: Vec<BlockView<'d>>,
    /// Clauses with and without tasks.
    pub coverage: Coverage,
    /// Whom it praises by name.
    pub commendations: Vec<CommendationView>,
    /// Tasks that name no clause, or one that the text does not have.
    pub unplaced: Vec<Fragment<TaskRow>>,
}

pub(super) struct Document(DocumentIx);

impl Kind for Document {
    const TEMPLATE: &'static str = "document.html";
    const MENU: Option<Route> = Some(Route::Meetings(1));
    type View<'p> = DocumentPage<'p>;

    fn all(report: &Report, _: &Index) -> Vec<Self> {
        report.data.own_documents().map(|(ix, _)| Self(ix)).collect()
    }

    fn route(&self) -> Route {
        Route::Document(self.0)
    }

    fn head(&self, page: &Page<'_>) -> Head {
        let ix = self.0;
        let title = page.document_title(ix);
        let tally = page.report.tally_of_tasks(page.report.tasks_of_document(ix).iter().copied());
        let lead = page.described(&title.text, "described-tasks", &tally);
        let files =
            [(DataFile::Csv(TableId::Documents), "file-documents"), (DataFile::Csv(TableId::Tasks), "file-tasks")];
        let head = Head::new(title).lead(lead).below([page.crumb(Route::Meetings(1), "timeline-title")]).files(files);
        Head { linked: page.creative_work(ix), ..head }
    }

    fn view<'p>(&self, page: &Page<'p>) -> Self::View<'p> {
        let ix = self.0;
        let document = &page.data()[ix];
        let by_clause = page.tasks_by_clause(&[ix], &document.text);
        let placed: BTreeSet<TaskIx> = by_clause.values().flatten().copied().collect();
        let all = page.report.tasks_of_document(ix).iter();
        DocumentPage {
            card: page.document_card(ix),
            draft: page.draft_document(ix),
            restored: or_empty(document.restored.as_ref()),
            contents: contents(&document.text, &by_clause),
            blocks: page.blocks(&document.text, &by_clause),
            coverage: page.coverage(&document.text, &by_clause),
            commendations: page.commendations_in(&[ix]),
            unplaced: page.task_rows(all.filter(|t| !placed.contains(t)).take(APART_ROWS)),
        }
    }
}
