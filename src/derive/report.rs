//! Every status and every count of a site at one date.

use super::given::Given;
use super::label::Label;
use super::obligation::{self, Obligation};
use super::past_due::past_due;
use super::status::{Policy, Status, Timeliness};
use super::succession::holder_on;
use super::tally::Tally;
use crate::model::{AgencyIx, Dataset, DocumentIx, GroupIx, MeetingIx, Party, Task, TaskIx, TopicIx};
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::ops::Range;
use std::sync::Arc;

/// A site at a date; having one proves that every status and tally is derived.
#[derive(Debug)]
pub struct Report {
    /// The site.
    pub data: Arc<Dataset>,
    /// "Số liệu tính đến ngày".
    pub as_of: NaiveDate,
    obligations: Vec<Obligation>,
    tasks: Vec<TaskView>,
    /// The label of each task once more, packed: every page of a list reads all labels of the list.
    labels: Vec<Option<Label>>,
    in_force: Vec<TaskIx>,
    in_news: Vec<TaskIx>,
    agencies: Vec<AgencyView>,
    groups: Vec<Vec<usize>>,
    by_document: Vec<Vec<TaskIx>>,
    by_meeting: Vec<Vec<TaskIx>>,
    by_topic: Vec<Vec<TaskIx>>,
    last_update: Option<NaiveDate>,
}

/// What is derived of one task.
#[derive(Debug, Clone, Default)]
pub struct TaskView {
    range: Range<usize>,
    /// One label for the task as a whole: the unit of task counts. None while no obligation exists yet, and of a task
    /// known from news alone.
    pub label: Option<Label>,
    /// The status that gave the label, where one duty did: its due day and days late or left.
    pub status: Option<Status>,
    /// Status from collective reports on a group's task.
    pub collective: Option<Status>,
    /// Of its obligations.
    pub tally: Tally,
    /// The first days past a deadline, with how many of its obligations were not completed.
    pub(super) past_due: BTreeMap<NaiveDate, u32>,
}

/// What is derived of one agency.
#[derive(Debug, Clone, Default)]
pub struct AgencyView {
    obligations: Vec<usize>,
    passed_on: Vec<usize>,
    /// Tasks that it coordinates, itself or by succession; never scored.
    pub coordinates: Vec<TaskIx>,
    /// Tasks whose reports it receives.
    pub receives: Vec<TaskIx>,
    /// Tasks that the press says it leads and no document does; in no count.
    pub in_news: Vec<TaskIx>,
    /// Of the obligations it holds.
    pub tally: Tally,
    /// Of those given to it by name.
    pub tally_by_name: Tally,
}

impl Report {
    /// Derives everything at `as_of`. The same data and date always give the same report.
    pub fn new(data: Arc<Dataset>, as_of: NaiveDate) -> Self {
        let policy = Policy {
            unreported: data.settings.unreported,
            acceptance: data.settings.acceptance,
            due_soon_days: i64::from(data.settings.thresholds.due_soon_days),
        };
        let mut report = Self {
            as_of,
            obligations: Vec::new(),
            tasks: Vec::with_capacity(data.tasks.len()),
            labels: Vec::new(),
            in_force: Vec::new(),
            in_news: Vec::new(),
            agencies: vec![AgencyView::default(); data.agencies.len()],
            groups: vec![Vec::new(); data.groups.len()],
            by_document: vec![Vec::new(); data.documents.len()],
            by_meeting: vec![Vec::new(); data.meetings.len()],
            by_topic: vec![Vec::new(); data.settings.topics.len()],
            last_update: None,
            data,
        };
        let data = Arc::clone(&report.data);
        for (ix, _) in data.task_list() {
            report.add_task(ix, policy);
        }
        report.labels = report.tasks.iter().map(|task| task.label).collect();
        let in_force = report.labels.iter().enumerate().filter(|(_, label)| label.is_some());
        report.in_force = in_force.map(|(n, _)| TaskIx::new(n)).collect();
        let told = |task: &Task| data.reference_day(task.document()).is_none_or(|day| day <= as_of);
        let from_news = data.task_list().filter(|(_, task)| data.is_from_news(task) && told(task));
        report.in_news = from_news.map(|(ix, _)| ix).collect();
        report.add_holders();
        report.add_helpers();
        report.add_sources();
        report.last_update =
            data.tasks.iter().flat_map(|t| &t.updates).map(|u| u.date.last()).filter(|day| *day <= as_of).max();
        report
    }

    fn add_task(&mut self, ix: TaskIx, policy: Policy) {
        let start = self.obligations.len();
        self.obligations.extend(obligation::of_task(&self.data, ix, self.as_of, policy));
        let range = start..self.obligations.len();
        let mine = &self.obligations[range.clone()];
        let collective = obligation::collective(&self.data, &self.data[ix], self.as_of, policy);
        let status = task_status(mine, collective);
        let label = status.map(|s| s.label).or_else(|| rolled_up(mine.iter()));
        let tally = mine.iter().map(|o| o.status.label).collect();
        let past_due = past_due(&self.data, ix, mine, self.as_of);
        self.tasks.push(TaskView { range, label, status, collective, tally, past_due });
    }

    fn add_holders(&mut self) {
        for (n, o) in self.obligations.iter().enumerate() {
            match o.holder {
                Party::Agency(agency) => {
                    let view = &mut self.agencies[agency.at()];
                    view.obligations.push(n);
                    view.tally.count(o.status.label);
                    if o.given == Given::ByName {
                        view.tally_by_name.count(o.status.label);
                    }
                }
                Party::Group(group) => self.groups[group.at()].push(n),
            }
            let first = if let Party::Agency(first) = o.assigned { Some(first) } else { None };
            for agency in first.iter().chain(&o.taken_over).filter(|agency| Party::Agency(**agency) != o.holder) {
                self.agencies[agency.at()].passed_on.push(n);
            }
        }
        for view in &mut self.agencies {
            let list = &self.obligations;
            view.obligations.sort_by_key(|&n| (list[n].given != Given::ByName, list[n].task, list[n].period, n));
        }
    }

    /// Who coordinates and who receives reports. Nobody coordinates what it holds itself.
    fn add_helpers(&mut self) {
        let now: Vec<AgencyIx> = self.data.agency_list().map(|(ix, _)| holder_on(&self.data, ix, self.as_of)).collect();
        for &ix in &self.in_force {
            let task = &self.data[ix];
            let reference = self.data.reference_day(task.document());
            let parties = |list: &[Party]| -> BTreeSet<AgencyIx> {
                list.iter().flat_map(|p| self.data.expand(*p, reference)).map(|a| now[a.at()]).collect()
            };
            let (helpers, receivers) = (parties(&task.coordinators), parties(&task.report_to));
            let holders: HashSet<Party> = self.obligations_of(ix).iter().map(|o| o.holder).collect();
            for agency in helpers.into_iter().filter(|agency| !holders.contains(&Party::Agency(*agency))) {
                self.agencies[agency.at()].coordinates.push(ix);
            }
            for agency in receivers {
                self.agencies[agency.at()].receives.push(ix);
            }
        }
        for &ix in &self.in_news {
            let task = &self.data[ix];
            let reference = self.data.reference_day(task.document());
            let named: BTreeSet<AgencyIx> =
                task.lead.iter().flat_map(|p| self.data.expand(*p, reference)).map(|a| now[a.at()]).collect();
            for agency in named {
                self.agencies[agency.at()].in_news.push(ix);
            }
        }
    }

    fn add_sources(&mut self) {
        for ix in self.shown_tasks() {
            let task = &self.data[ix];
            for source in &task.sources {
                add_once(&mut self.by_document[source.document.at()], ix);
                if let Some(meeting) = self.data.meeting_of(source.document) {
                    add_once(&mut self.by_meeting[meeting.at()], ix);
                }
            }
            for topic in task.topics.iter().filter(|_| self.labels[ix.at()].is_some()) {
                add_once(&mut self.by_topic[topic.at()], ix);
            }
        }
    }

    /// All obligations: by task, then period, then holder.
    pub fn obligations(&self) -> &[Obligation] {
        &self.obligations
    }

    /// What is derived of a task.
    pub fn task(&self, ix: TaskIx) -> &TaskView {
        &self.tasks[ix.at()]
    }

    /// A task's obligations.
    pub fn obligations_of(&self, ix: TaskIx) -> &[Obligation] {
        &self.obligations[self.tasks[ix.at()].range.clone()]
    }

    /// Whether several owe a task at once: in one period, where it recurs.
    pub fn is_shared(&self, ix: TaskIx) -> bool {
        self.obligations_of(ix).windows(2).any(|two| two[0].period == two[1].period)
    }

    /// What is derived of an agency.
    pub fn agency(&self, ix: AgencyIx) -> &AgencyView {
        &self.agencies[ix.at()]
    }

    /// Agencies that hold at least one obligation.
    pub fn holding_agencies(&self) -> impl Iterator<Item = AgencyIx> {
        let agencies = self.data.agency_list().map(|(ix, _)| ix);
        agencies.filter(|ix| self.agency(*ix).tally.total() > 0)
    }

    /// The obligations an agency holds: those given by name first, then those given to a whole group; by task, period.
    pub fn held_by(&self, ix: AgencyIx) -> impl Iterator<Item = &Obligation> {
        self.agencies[ix.at()].obligations.iter().map(|&n| &self.obligations[n])
    }

    /// The obligations once given to an agency that a successor holds now.
    pub fn passed_on_by(&self, ix: AgencyIx) -> impl Iterator<Item = &Obligation> {
        self.agencies[ix.at()].passed_on.iter().map(|&n| &self.obligations[n])
    }

    /// The obligations of a group that is not expanded.
    pub fn held_by_group(&self, ix: GroupIx) -> impl Iterator<Item = &Obligation> {
        self.groups[ix.at()].iter().map(|&n| &self.obligations[n])
    }

    /// Of all obligations.
    pub fn tally(&self) -> Tally {
        self.obligations.iter().map(|o| o.status.label).collect()
    }

    /// Of all tasks, one label each.
    pub fn task_tally(&self) -> Tally {
        self.tally_of_tasks(self.data.task_list().map(|(ix, _)| ix))
    }

    /// Of the given tasks, one label each.
    pub fn tally_of_tasks(&self, tasks: impl IntoIterator<Item = TaskIx>) -> Tally {
        tasks.into_iter().filter_map(|ix| self.labels[ix.at()]).collect()
    }

    /// Tasks in force at the date: those whose document was issued, in the dataset's order.
    pub fn task_list(&self) -> impl ExactSizeIterator<Item = TaskIx> {
        self.tasks_in_force().iter().copied()
    }

    /// The same as a slice.
    pub fn tasks_in_force(&self) -> &[TaskIx] {
        &self.in_force
    }

    /// The last in-time day of a task: of its status where it has one for the whole, else of the deadline in force.
    pub(crate) fn due(&self, ix: TaskIx) -> Option<NaiveDate> {
        self.task(ix).status.map_or_else(|| self.data[ix].deadline.in_force(self.as_of), |status| status.due)
    }

    /// Tasks known from news alone, in the dataset's order: shown and marked, in no count.
    pub fn tasks_in_news(&self) -> &[TaskIx] {
        &self.in_news
    }

    /// Whether a task has a page: it is in force, or known from news.
    pub fn is_shown(&self, ix: TaskIx) -> bool {
        self.labels[ix.at()].is_some() || self.in_news.binary_search(&ix).is_ok()
    }

    /// All tasks that have a page, in the dataset's order.
    pub fn shown_tasks(&self) -> Vec<TaskIx> {
        let mut shown = [&*self.in_force, &*self.in_news].concat();
        shown.sort_unstable();
        shown
    }

    /// Tasks that a document states, as their first or a further source.
    pub fn tasks_of_document(&self, document: DocumentIx) -> &[TaskIx] {
        &self.by_document[document.at()]
    }

    /// Tasks that any document of a meeting states, those known from its news included.
    pub fn tasks_of_meeting(&self, meeting: MeetingIx) -> &[TaskIx] {
        &self.by_meeting[meeting.at()]
    }

    /// Tasks of a topic.
    pub fn tasks_of_topic(&self, topic: TopicIx) -> &[TaskIx] {
        &self.by_topic[topic.at()]
    }

    /// The day of the last report known at the date.
    pub fn last_update(&self) -> Option<NaiveDate> {
        self.last_update
    }
}

/// The status of a task that is one duty: its only obligation's, or what collective reports say of a group's task.
fn task_status(obligations: &[Obligation], collective: Option<Status>) -> Option<Status> {
    match obligations {
        [] => None,
        [only] => Some(only.status),
        [first, ..] if first.period.is_none() => collective,
        [..] => None,
    }
}

/// One label for many obligations, of the last period fallen due where the duty recurs: what is open comes before what
/// is done, and of what is open the most pressing first. So a task counts as done only when all of it is done.
pub(super) fn rolled_up<'o>(obligations: impl Iterator<Item = &'o Obligation> + Clone) -> Option<Label> {
    let fallen_due =
        |o: &&Obligation| o.status.state.is_closed() || matches!(o.status.timeliness, Timeliness::Overdue(_));
    let last = obligations.clone().filter(fallen_due).filter_map(|o| o.period).max();
    let current = obligations.filter(|o| last.is_none() || o.period == last);
    let tally: Tally = current.map(|o| o.status.label).collect();
    Label::PRESSING_FIRST.into_iter().find(|label| tally.of(*label) > 0)
}

/// Tasks come in order, so a repeated one stands last.
fn add_once(list: &mut Vec<TaskIx>, ix: TaskIx) {
    if list.last() != Some(&ix) {
        list.push(ix);
    }
}
