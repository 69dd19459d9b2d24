//! One meeting with its conclusion.

use super::fragment::Fragment;
use super::kind::{Head, Index, JsonSchema, Kind, Page, Report, Route, Serialize};
use super::page::or_empty;
use super::paging::APART_ROWS;
use super::parts::blocks::BlockView;
use super::parts::cards::MeetingCard;
use super::parts::commendations::CommendationView;
use super::parts::common::{Link, TaskRow};
use super::parts::contents::{ContentsEntry, Coverage, contents};
use super::parts::drafts::DraftView;
use crate::model::{DocumentIx, MeetingIx, Origin, TaskIx};
use crate::open_data::DataFile;
use crate::open_data::tables::TableId;
use std::collections::BTreeSet;

/// One meeting (`meeting.html`).
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct MeetingPage<'d> {
    /// The head, as in the timeline.
    pub card: MeetingCard,
    /// What is to be looked at before it is confirmed; none of what is no draft.
    pub draft: Option<DraftView>,
    /// Place; empty if unknown.
    pub place: &'d str,
    /// Form, in words; empty if unknown.
    pub format: &'d str,
    /// Localities connected.
    pub localities: Option<u32>,
    /// Why the text is a restoration; empty if it is none.
    pub restored: &'d str,
    /// For readers; empty if there is none.
    pub note: &'d str,
    /// Contents list: clauses at the top levels.
    pub contents: Vec<ContentsEntry>,
    /// The conclusion.
    pub blocks: Vec<BlockView<'d>>,
    /// Clauses with and without tasks.
    pub coverage: Coverage,
    /// Whom its documents praise by name.
    pub commendations: Vec<CommendationView>,
    /// Tasks that name no clause, or one that the text does not have.
    pub unplaced: Vec<Fragment<TaskRow>>,
    /// Tasks of other documents that are due at or before it.
    pub due: Vec<Fragment<TaskRow>>,
    /// Tasks known from news alone.
    pub from_news: Vec<Fragment<TaskRow>>,
    /// The meeting of the same body before.
    pub previous: Option<Link>,
    /// The meeting of the same body after.
    pub next: Option<Link>,
}

pub(super) struct Meeting(MeetingIx);

impl Kind for Meeting {
    const TEMPLATE: &'static str = "meeting.html";
    const MENU: Option<Route> = Some(Route::Meetings(1));
    type View<'p> = MeetingPage<'p>;

    fn all(report: &Report, _: &Index) -> Vec<Self> {
        report.data.meeting_list().map(|(ix, _)| Self(ix)).collect()
    }

    fn route(&self) -> Route {
        Route::Meeting(self.0)
    }

    fn head(&self, page: &Page<'_>) -> Head {
        let ix = self.0;
        let title = page.meeting_title(ix);
        let tally = page.report.tally_of_tasks(page.report.tasks_of_meeting(ix).iter().copied());
        let lead = page.described(&title.text, "described-tasks", &tally);
        let body = page.data()[ix].body.map(|body| (DataFile::BodyFeed(body), "file-body-feed"));
        let files = body.into_iter().chain([(DataFile::Csv(TableId::Tasks), "file-tasks")]);
        let head = Head::new(title).lead(lead).below([page.crumb(Route::Meetings(1), "nav-meetings")]).files(files);
        Head { linked: page.event(ix), ..head }
    }

    fn view<'p>(&self, page: &Page<'p>) -> Self::View<'p> {
        let ix = self.0;
        let meeting = &page.data()[ix];
        let of_notice = page.tasks_by_clause(meeting.documents.get(..1).unwrap_or_default(), &meeting.conclusion);
        let placed: BTreeSet<TaskIx> = of_notice.values().flatten().copied().collect();
        let stated = |from_news: bool| {
            let origin_fits = move |d: DocumentIx| matches!(page.data()[d].origin, Origin::News(_)) == from_news;
            let all = page.report.tasks_of_meeting(ix).iter();
            all.filter(move |t| !page.data()[**t].sources.is_empty() && origin_fits(page.data()[**t].document()))
        };
        let (previous, next) = page.index.neighbours[ix.at()];
        let beside = |ix: MeetingIx| page.link(Route::Meeting(ix), page.meeting_title(ix));
        MeetingPage {
            card: page.meeting_card(ix),
            draft: page.draft_meeting(meeting),
            place: or_empty(meeting.place.as_ref()),
            format: or_empty(meeting.format.as_ref()),
            localities: meeting.localities,
            restored: or_empty(meeting.restored.as_ref()),
            note: or_empty(meeting.note.as_ref()),
            contents: contents(&meeting.conclusion, &of_notice),
            blocks: page.blocks(&meeting.conclusion, &of_notice),
            coverage: page.coverage(&meeting.conclusion, &of_notice),
            commendations: page.commendations_in(&meeting.documents),
            unplaced: page.task_rows(stated(false).filter(|t| !placed.contains(t)).take(APART_ROWS)),
            due: page.task_rows(page.index.due_at[ix.at()].iter().take(APART_ROWS)),
            from_news: page.task_rows(stated(true).take(APART_ROWS)),
            previous: previous.map(beside),
            next: next.map(beside),
        }
    }
}
