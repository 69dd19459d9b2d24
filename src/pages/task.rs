//! One task.

use super::fragment::Fragment;
use super::kind::{Head, Index, JsonSchema, Kind, Page, Report, Route, Serialize};
use super::page::or_empty;
use super::parts::cards::{PersonView, person};
use super::parts::common::{DateView, Link, StatusView, TallyView, TaskRow};
use super::parts::course::StepView;
use super::parts::drafts::DraftView;
use super::parts::duty::SourceView;
use super::parts::holders::PartyStatus;
use super::parts::indicator::IndicatorView;
use super::parts::periods::PeriodStrip;
use super::parts::updates::{EvidenceView, UpdateView};
use crate::model::{Cancellation, Due, MeetingLimit, MeetingName, TaskIx};
use crate::open_data::DataFile;

/// One task (`task.html`).
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct TaskPage<'d> {
    /// Its id.
    pub id: &'d str,
    /// Its title.
    pub title: &'d str,
    /// What is to be looked at before it is confirmed; none of what is no draft.
    pub draft: Option<DraftView>,
    /// One label for the task.
    pub status: StatusView,
    /// The days on which it was given, fell due and was done, in the order of time.
    pub course: Vec<StepView>,
    /// Whether no document states it, only the press: then it is in no count.
    pub in_news: bool,
    /// The words of the duty: its own, else those of its clause, else a title that is too long to be read as one; empty where
    /// the title is all that there is.
    pub duty: String,
    /// The words of its clause, condensed, where `duty` has others; empty otherwise.
    pub of_clause: String,
    /// Its number in the office's own register; empty if it has none.
    pub reference: &'d str,
    /// The leader who watches over it.
    pub supervisor: Option<PersonView>,
    /// Changes of the lead, oldest first.
    pub transfers: Vec<TransferView<'d>>,
    /// That it was given up.
    pub cancelled: Option<CancellationView<'d>>,
    /// Documents outside the record that it points to.
    pub refers_to: Vec<EvidenceView<'d>>,
    /// Who leads.
    pub leads: Vec<PartyStatus>,
    /// Who coordinates.
    pub coordinators: Vec<Link>,
    /// Who receives the report.
    pub report_to: Vec<Link>,
    /// The deadline as the source words it; empty if it does not.
    pub wording: &'d str,
    /// What else is to be said of the deadline: what it is counted from, why its day is not known yet, what follows it;
    /// empty where that is nothing.
    pub terms: String,
    /// The meeting that sets the deadline, where it is in the record.
    pub due_meeting: Option<Link>,
    /// Whether the source sets neither a day nor a period.
    pub undated: bool,
    /// For recurring duties: how often, in words; empty otherwise.
    pub often: String,
    /// Whether the source also asks for ad hoc reports.
    pub adhoc: bool,
    /// Extensions, oldest first.
    pub extensions: Vec<ExtensionView<'d>>,
    /// Urgency as the source words it; empty if it does not.
    pub urgency: &'d str,
    /// Binds only in case of …; empty if it always binds.
    pub condition: &'d str,
    /// Required outputs.
    pub products: &'d [String],
    /// What is measured.
    pub indicator: Option<IndicatorView>,
    /// Fields of reform.
    pub topics: Vec<Link>,
    /// For readers; empty if there is none.
    pub note: &'d str,
    /// Address of the authentic text of the main document.
    pub url: Option<&'d str>,
    /// Where it is stated; the first is the main one.
    pub sources: Vec<SourceView<'d>>,
    /// The task that it is a part of.
    pub parent: Option<Link>,
    /// Its own parts.
    pub children: Vec<Link>,
    /// On the same matter.
    pub related: Vec<Link>,
    /// Other tasks of the same clause, at most five.
    pub siblings: Vec<Fragment<TaskRow>>,
    /// How many others it has; all of them stand below the clause.
    pub all_siblings: usize,
    /// Reports, newest first.
    pub updates: Vec<UpdateView<'d>>,
    /// How many obligations; 1 for a task of one agency.
    pub obligations: u32,
    /// Of its obligations, where there is more than one.
    pub tally: Option<TallyView>,
    /// What collective reports say of a group's task.
    pub collective: Option<StatusView>,
    /// For recurring duties, their periods.
    pub periods: Option<PeriodStrip>,
    /// The table of all agencies and periods, for a recurring duty of several agencies.
    pub matrix: Option<Link>,
    /// For group tasks that do not recur: one entry per holder, by label (most pressing first), then name.
    pub holders: Vec<PartyStatus>,
}

/// One change of a deadline: an extension, or one that brings it forward.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct ExtensionView<'d> {
    /// New last in-time day, or the period that ends on it.
    pub to: DateView,
    /// Whether it brings the deadline forward.
    pub earlier: bool,
    /// Day on which it was granted.
    pub on: DateView,
    /// Who granted it; empty if not said.
    pub by: &'d str,
}

/// Another lead from a day on.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct TransferView<'d> {
    /// Who led before.
    pub from: Vec<Link>,
    /// Who leads from then on.
    pub to: Link,
    /// First day on which it answers for the task.
    pub on: DateView,
    /// Who decided it, in words; empty if not said.
    pub by: &'d str,
}

/// A task given up.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct CancellationView<'d> {
    /// First day on which it no longer binds.
    pub on: DateView,
    /// Who decided it, in words; empty if not said.
    pub by: &'d str,
    /// Why, in words; empty if not said.
    pub reason: &'d str,
    /// The decision.
    pub evidence: Vec<EvidenceView<'d>>,
}

/// Other tasks of a clause that a task's page lists.
const MOST_SIBLINGS: usize = 5;

pub(super) struct Task(TaskIx);

impl Kind for Task {
    const TEMPLATE: &'static str = "task.html";
    const MENU: Option<Route> = Some(Route::Tasks(1));
    type View<'p> = TaskPage<'p>;

    fn all(report: &Report, _: &Index) -> Vec<Self> {
        report.shown_tasks().into_iter().map(Self).collect()
    }

    fn route(&self) -> Route {
        Route::Task(self.0)
    }

    fn head(&self, page: &Page<'_>) -> Head {
        Head::new(page.task_title(self.0))
            .lead(page.task_description(self.0))
            .below([page.crumb(Route::Tasks(1), "nav-tasks")])
            .files([(DataFile::TaskCalendar(self.0), "file-task-calendar")])
    }

    fn view<'p>(&self, page: &Page<'p>) -> Self::View<'p> {
        let ix = self.0;
        let task = &page.data()[ix];
        let view = page.report.task(ix);
        let obligations = page.report.obligations_of(ix);
        let (siblings, all_siblings) = page.siblings(ix);
        let (duty, of_clause) = page.duty(ix);
        let every = if let Due::Every(every) = task.deadline.due { Some(every) } else { None };
        TaskPage {
            id: task.id.as_str(),
            title: page.pick_str(&task.title, task.title_en.as_ref()).0,
            draft: page.draft_task(ix),
            status: page.task_status(ix),
            course: page.course(ix),
            in_news: view.label.is_none(),
            duty,
            of_clause,
            reference: or_empty(task.reference.as_ref()),
            supervisor: task.supervisor.as_ref().map(person),
            transfers: page.transfers(ix),
            cancelled: task.cancelled.as_deref().and_then(|c| page.cancellation(c)),
            refers_to: task.refers_to.iter().map(|e| page.evidence(e)).collect(),
            leads: task.lead.iter().map(|p| page.lead(ix, *p)).collect(),
            coordinators: task.coordinators.iter().map(|p| page.party_link(*p)).collect(),
            report_to: task.report_to.iter().map(|p| page.party_link(*p)).collect(),
            wording: or_empty(task.deadline.wording.as_ref()),
            terms: page.words.terms(page.data(), &task.deadline, page.report.as_of),
            due_meeting: if let Due::Meeting(MeetingLimit { meeting: MeetingName::Known(ix), .. }) = task.deadline.due {
                Some(page.link(Route::Meeting(ix), page.meeting_title(ix)))
            } else {
                None
            },
            undated: matches!(task.deadline.due, Due::None),
            often: every.map(|every| page.words.every(&every)).unwrap_or_default(),
            adhoc: every.is_some_and(|every| every.adhoc),
            extensions: page
                .report
                .extensions_of(ix)
                .enumerate()
                .map(|(n, e)| ExtensionView {
                    to: DateView { text: page.words.granted(e), ..page.words.day(e.to) },
                    earlier: task.deadline.is_brought_forward(n),
                    on: page.words.day(e.on),
                    by: or_empty(e.by.as_ref()),
                })
                .collect(),
            urgency: or_empty(task.urgency.as_ref()),
            condition: or_empty(task.condition.as_ref()),
            products: &task.products,
            indicator: task.indicator.as_ref().map(|i| page.indicator(i, &task.updates)),
            topics: task.topics.iter().map(|t| page.topic_card(*t).link).collect(),
            note: or_empty(task.note.as_ref()),
            url: page.data()[task.document()].url.as_deref(),
            sources: task.sources.iter().enumerate().map(|(n, s)| page.source(s, n > 0)).collect(),
            parent: task.parent.map(|p| page.task_in_short(p)),
            children: page.index.children[ix.at()].iter().map(|c| page.task_in_short(*c)).collect(),
            related: task.related.iter().map(|r| page.task_in_short(*r)).collect(),
            siblings,
            all_siblings,
            updates: page.known_updates(&task.updates).rev().map(|u| page.update(u)).collect(),
            obligations: view.tally.total(),
            tally: (view.tally.total() > 1).then(|| page.words.tally(&view.tally)),
            collective: view.collective.as_ref().map(|s| page.words.status(s)),
            periods: page.period_strip(obligations),
            matrix: page.matrix_of_task(ix),
            holders: page.holders(obligations),
        }
    }
}

impl<'p> Page<'p> {
    /// Those that have come into force.
    fn transfers(&self, ix: TaskIx) -> Vec<TransferView<'p>> {
        let task = &self.data()[ix];
        let known = task.transferred.iter().enumerate().filter(|(_, t)| t.on <= self.report.as_of);
        known
            .map(|(n, t)| TransferView {
                from: match n.checked_sub(1) {
                    Some(before) => vec![self.agency_link(task.transferred[before].to)],
                    None => task.lead.iter().map(|p| self.party_link(*p)).collect(),
                },
                to: self.agency_link(t.to),
                on: self.words.day(t.on),
                by: or_empty(t.by.as_ref()),
            })
            .collect()
    }

    /// None of one that is still to come.
    fn cancellation(&self, c: &'p Cancellation) -> Option<CancellationView<'p>> {
        (c.on <= self.report.as_of).then(|| CancellationView {
            on: self.words.day(c.on),
            by: or_empty(c.by.as_ref()),
            reason: or_empty(c.reason.as_ref()),
            evidence: c.evidence.iter().map(|e| self.evidence(e)).collect(),
        })
    }

    /// Other tasks that the same clause of the main document creates: the first of them, and how many there are.
    fn siblings(&self, ix: TaskIx) -> (Vec<Fragment<TaskRow>>, usize) {
        let main = &self.data()[ix].sources[0];
        let Some(clause) = &main.clause else { return (Vec::new(), 0) };
        let same = self.index.clauses.tasks(main.document, clause);
        let others = same.iter().filter(|other| **other != ix);
        (self.task_rows(others.take(MOST_SIBLINGS)), same.len().saturating_sub(1))
    }
}
