//! One meeting with its conclusion.

use super::fragment::Fragment;
use super::kind::{Head, Index, JsonSchema, Kind, Page, Report, Route, Serialize};
use super::page::or_empty;
use super::paging::PAGE_ROWS;
use super::parts::blocks::{BlockView, ByClause};
use super::parts::cards::MeetingCard;
use super::parts::common::{Link, TaskRow};
use crate::model::{ClauseLabel, Conclusion, DocumentIx, MeetingIx, Origin, TaskIx};
use crate::open_data::DataFile;
use crate::open_data::tables::TableId;
use std::collections::{BTreeSet, HashMap};

/// One meeting (`meeting.html`).
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct MeetingPage<'d> {
    /// The head, as in the timeline.
    pub card: MeetingCard,
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
    /// Tasks that name no clause, or one that the text does not have.
    pub unplaced: Vec<Fragment<TaskRow>>,
    /// Tasks known from news alone.
    pub from_news: Vec<Fragment<TaskRow>>,
    /// The meeting of the same body before.
    pub previous: Option<Link>,
    /// The meeting of the same body after.
    pub next: Option<Link>,
}

/// One entry of a contents list.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct ContentsEntry {
    /// `#khoan-III-2`.
    pub href: String,
    /// Label and first words.
    pub text: String,
    /// 0 or 1.
    pub depth: usize,
    /// Tasks in it and below.
    pub tasks: usize,
}

/// How many clauses became tasks. Counted over clauses that hold no others.
#[derive(Debug, Clone, Default, Serialize, JsonSchema)]
pub struct Coverage {
    /// Clauses at the lowest level.
    pub clauses: usize,
    /// Of those, with at least one task (or whose enclosing clause has one).
    pub with_tasks: usize,
    /// Without, in reading order.
    pub without: Vec<Link>,
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
            place: or_empty(meeting.place.as_ref()),
            format: or_empty(meeting.format.as_ref()),
            localities: meeting.localities,
            restored: or_empty(meeting.restored.as_ref()),
            note: or_empty(meeting.note.as_ref()),
            contents: contents(&meeting.conclusion, &of_notice),
            blocks: page.blocks(&meeting.conclusion, &of_notice),
            coverage: coverage(&meeting.conclusion, &of_notice),
            unplaced: page.task_rows(stated(false).filter(|t| !placed.contains(t)).take(PAGE_ROWS)),
            from_news: page.task_rows(stated(true).take(PAGE_ROWS)),
            previous: previous.map(beside),
            next: next.map(beside),
        }
    }
}

/// The clauses of the two upper levels, with their first words.
fn contents(text: &Conclusion, by_clause: &ByClause<'_>) -> Vec<ContentsEntry> {
    let mut below: HashMap<ClauseLabel, usize> = HashMap::new();
    for (label, tasks) in by_clause {
        for holder in std::iter::successors(Some(ClauseLabel::clone(label)), ClauseLabel::parent) {
            *below.entry(holder).or_default() += tasks.len();
        }
    }
    let labelled = text.blocks.iter().filter_map(|b| Some((b, b.label.as_ref()?)));
    labelled
        .filter(|(b, _)| b.depth < 2)
        .map(|(b, label)| ContentsEntry {
            href: format!("#{}", label.anchor()),
            text: format!("{} {}", b.printed, first_words(&b.text, 12)).trim().to_owned(),
            depth: b.depth,
            tasks: below.get(label).copied().unwrap_or_default(),
        })
        .collect()
}

fn first_words(text: &str, most: usize) -> String {
    let mut words = text.split_whitespace();
    let first = words.by_ref().take(most).collect::<Vec<_>>().join(" ");
    match words.next() {
        None => first,
        Some(_) => format!("{} …", first.trim_end_matches([',', ';', ':', '.'])),
    }
}

/// Clauses that hold no others, with and without tasks; a task of the enclosing clause covers them too.
fn coverage(text: &Conclusion, by_clause: &ByClause<'_>) -> Coverage {
    let parents: BTreeSet<ClauseLabel> = text.labels().filter_map(ClauseLabel::parent).collect();
    let has_tasks = |label: &ClauseLabel| by_clause.get(label).is_some_and(|tasks| !tasks.is_empty());
    let covered =
        |label: &ClauseLabel| std::iter::successors(Some(label.clone()), ClauseLabel::parent).any(|l| has_tasks(&l));
    let leaves = text.blocks.iter().filter_map(|b| Some((b, b.label.as_ref()?))).filter(|(_, l)| !parents.contains(*l));
    let (mut clauses, mut without) = (0, Vec::new());
    for (block, label) in leaves {
        clauses += 1;
        if !covered(label) {
            let text = format!("{label} – {}", first_words(&block.text, 12));
            without.push(Link { href: format!("#{}", label.anchor()), text, lang: None });
        }
    }
    Coverage { clauses, with_tasks: clauses - without.len(), without }
}
