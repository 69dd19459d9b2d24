//! Task lists, one task, topics.

use super::rows::{is_unexpanded, rows_of, urgency_key};
use super::{Builder, or_empty};
use crate::derive::{Obligation, Tally, Worklist};
use crate::model::{
    AgencyIx, ClauseLabel, CompletedOn, Due, Evidence, Extra, Indicator, Operator, Origin, Party, Period, Scope,
    SourceRef, TaskIx, TopicIx, Update,
};
use crate::pages::shared::Part;
use crate::pages::view::{
    EvidenceView, ExtensionView, IndicatorView, PartyStatus, PeriodRow, ReadingView, SourceView, TaskListView,
    TaskPage, TaskRow, Tongue, TopicCard, TopicPage, TopicsView, UpdateView, WorklistLink, WorklistView,
};
use crate::pages::words::Arg;
use crate::plan::route::Route;
use std::collections::BTreeMap;

/// Other tasks of a clause that a task's page lists.
const MOST_SIBLINGS: usize = 20;

impl<'p> Builder<'p> {
    /// Part `page` of the table of all tasks.
    pub fn tasks(&self, page: usize) -> TaskListView {
        let all = self.report.tasks_in_force();
        let labels = if self.data().settings.has(Extra::Search) { self.labels() } else { Vec::new() };
        TaskListView { labels, lists: self.worklists(), ..self.task_list(all, page, Route::Tasks) }
    }

    /// Part `page` of a ready-made list.
    pub fn worklist(&self, list: Worklist, page: usize) -> WorklistView {
        let tasks = self.index.worklist(list);
        WorklistView {
            code: list.code(),
            total: tasks.len(),
            rows: self.listed(list, &tasks[rows_of(page, tasks.len())]),
            pager: self.pager(page, tasks.len(), |n| Route::Worklist(list, n)),
            lists: self.worklists(),
        }
    }

    /// Rows of a ready-made list: each with the status that puts the task there, which for a duty of many periods or
    /// agencies need not be the one of the whole task.
    fn listed(&self, list: Worklist, tasks: &[TaskIx]) -> Vec<Part<TaskRow>> {
        let row = |ix: &TaskIx| {
            let mine = self.report.obligations_of(*ix).iter().filter(|o| Some(o.status.label) == list.label());
            let row = self.task_row(*ix);
            Part::of_one_page(match mine.min_by_key(|o| o.status.due) {
                Some(o) => TaskRow { status: self.words.status(&o.status), ..row },
                None => row,
            })
        };
        tasks.iter().map(row).collect()
    }

    /// The title of a ready-made list.
    pub(super) fn worklist_title(&self, list: Worklist) -> String {
        let days = self.data().settings.thresholds.due_soon_days as usize;
        self.words.with(&format!("list-{}", list.code()), &[("n", Arg::Count(days))])
    }

    /// Ways to all tasks and to the ready-made lists, each with its number of tasks; nothing without those lists.
    pub(super) fn worklists(&self) -> Vec<WorklistLink> {
        if !self.data().settings.has(Extra::Lists) {
            return Vec::new();
        }
        let link = |route: Route, code, text, count: usize| WorklistLink {
            href: self.href(route),
            code,
            text,
            count,
            count_text: self.words.number(count as u64),
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

    /// Part `page` of the table of a topic's tasks.
    pub fn topic(&self, topic: TopicIx, page: usize) -> TopicPage {
        let list = self.task_list(self.report.tasks_of_topic(topic), page, |n| Route::Topic(topic, n));
        let TaskListView { labels, lists, tally, rows, pager } = list;
        TopicPage { topic: self.topic_card(topic), labels, lists, tally, rows, pager }
    }

    fn task_list(&self, all: &[TaskIx], page: usize, address: impl Fn(usize) -> Route) -> TaskListView {
        TaskListView {
            labels: Vec::new(),
            lists: Vec::new(),
            tally: self.words.tally(&self.report.tally_of_tasks(all.iter().copied())),
            rows: self.task_rows(&all[rows_of(page, all.len())]),
            pager: self.pager(page, all.len(), address),
        }
    }

    /// The index of topics.
    pub fn topics(&self) -> TopicsView {
        let all = (0..self.data().settings.topics.len()).map(TopicIx::new);
        TopicsView { topics: all.map(|ix| self.topic_card(ix)).collect() }
    }

    fn topic_card(&self, ix: TopicIx) -> TopicCard {
        let topic = &self.data()[ix];
        TopicCard {
            link: self.link(Route::Topic(ix, 1), self.pick(&topic.name, topic.name_en.as_ref())),
            description: topic.description.clone().unwrap_or_default(),
            tally: self.words.tally(&self.report.tally_of_tasks(self.report.tasks_of_topic(ix).iter().copied())),
        }
    }

    /// The page of a task.
    pub fn task(&self, ix: TaskIx) -> TaskPage<'p> {
        let task = &self.data()[ix];
        let view = self.report.task(ix);
        let obligations = self.report.obligations_of(ix);
        let (siblings, more_siblings) = self.siblings(ix);
        let (due_kind, every, adhoc, until) = match task.deadline.due {
            Due::None => ("none", "", false, None),
            Due::Every(r) => ("recurring", r.unit.code(), r.adhoc, r.until),
            Due::Continuous(until) => ("continuous", "", false, until),
            Due::On(_) | Due::BeforeDay(_) | Due::BeforeMonth(_) | Due::By(_) => ("dated", "", false, None),
        };
        TaskPage {
            id: task.id.as_str(),
            title: self.pick_str(&task.title, task.title_en.as_ref()).0,
            summary: self.task_summary(ix),
            status: self.task_status(ix),
            leads: task.lead.iter().map(|p| self.lead(ix, *p)).collect(),
            coordinators: task.coordinators.iter().map(|p| self.party_link(*p)).collect(),
            report_to: task.report_to.iter().map(|p| self.party_link(*p)).collect(),
            wording: or_empty(task.deadline.wording.as_ref()),
            due_kind,
            first_due: task.deadline.due.last_day().map(|d| self.words.day(d)),
            every,
            adhoc,
            until: until.map(|d| self.words.day(d)),
            extensions: self
                .report
                .extensions_of(ix)
                .map(|e| ExtensionView {
                    to: self.words.day(e.to),
                    on: self.words.day(e.on),
                    by: or_empty(e.by.as_ref()),
                })
                .collect(),
            urgency: or_empty(task.urgency.as_ref()),
            condition: or_empty(task.condition.as_ref()),
            products: &task.products,
            indicator: task.indicator.as_ref().map(|i| self.indicator(i, &task.updates)),
            topics: task.topics.iter().map(|t| self.topic_card(*t).link).collect(),
            note: or_empty(task.note.as_ref()),
            sources: task.sources.iter().map(|s| self.source(s)).collect(),
            parent: task.parent.map(|p| self.task_in_short(p)),
            children: self.index.children[ix.at()].iter().map(|c| self.task_in_short(*c)).collect(),
            related: task.related.iter().map(|r| self.task_in_short(*r)).collect(),
            siblings,
            more_siblings,
            updates: self.known_updates(&task.updates).rev().map(|u| self.update(u)).collect(),
            obligations: view.tally.total(),
            tally: (view.tally.total() > 1).then(|| self.words.tally(&view.tally)),
            collective: view.collective.as_ref().map(|s| self.words.status(s)),
            periods: self.periods(obligations),
            matrix: self.matrix_of_task(ix),
            holders: self.holders(obligations),
        }
    }

    fn known_updates<'u>(&self, updates: &'u [Update]) -> impl DoubleEndedIterator<Item = &'u Update> {
        let as_of = self.report.as_of;
        updates.iter().filter(move |u| u.date.last() <= as_of)
    }

    fn lead(&self, ix: TaskIx, party: Party) -> PartyStatus {
        let day = self.data().reference_day(self.data()[ix].document());
        let own = |agency: AgencyIx| {
            self.report.obligations_of(ix).iter().rev().find(|o| o.assigned == Party::Agency(agency))
        };
        let (kind, members, obligation) = match party {
            Party::Agency(agency) => ("agency", 0, own(agency)),
            Party::Group(_) if is_unexpanded(self.report, ix, party) => ("open-group", 0, None),
            Party::Group(_) => ("group", self.data().expand(party, day).len(), None),
        };
        PartyStatus {
            link: self.party_link(party),
            kind,
            members,
            now: obligation.filter(|o| o.holder != o.assigned).map(|o| self.holder_link(o.holder)),
            status: obligation.map(|o| self.words.status(&o.status)),
        }
    }

    fn holders(&self, obligations: &[Obligation]) -> Vec<PartyStatus> {
        if obligations.len() < 2 || obligations[0].period.is_some() {
            return Vec::new();
        }
        let mut order: Vec<&Obligation> = obligations.iter().collect();
        order.sort_by_key(|o| (urgency_key(o), self.rank(o.assigned)));
        order
            .into_iter()
            .map(|o| PartyStatus {
                link: self.holder_link(o.assigned),
                kind: if matches!(o.assigned, Party::Agency(_)) { "agency" } else { "open-group" },
                members: 0,
                now: (o.holder != o.assigned).then(|| self.holder_link(o.holder)),
                status: Some(self.words.status(&o.status)),
            })
            .collect()
    }

    fn periods(&self, obligations: &[Obligation]) -> Vec<PeriodRow> {
        let mut rows: BTreeMap<Period, Vec<&Obligation>> = BTreeMap::new();
        for o in obligations {
            if let Some(period) = o.period {
                rows.entry(period).or_default().push(o);
            }
        }
        rows.into_iter()
            .rev()
            .filter_map(|(period, of_period)| {
                let tally: Tally = of_period.iter().map(|o| o.status.label).collect();
                Some(PeriodRow {
                    period: self.words.period(period),
                    due: self.words.day(of_period.first()?.status.due?),
                    tally: self.words.tally(&tally),
                    status: match of_period.as_slice() {
                        [only] => Some(self.words.status(&only.status)),
                        _ => None,
                    },
                })
            })
            .collect()
    }

    /// Other tasks that the same clause of the main document creates, and how many more than are shown.
    fn siblings(&self, ix: TaskIx) -> (Vec<Part<TaskRow>>, usize) {
        let main = &self.data()[ix].sources[0];
        let Some(clause) = &main.clause else { return (Vec::new(), 0) };
        let same = self.index.clauses.tasks(main.document, clause);
        let others = same.iter().filter(|other| **other != ix);
        let rows = self.task_rows(others.take(MOST_SIBLINGS));
        let more = same.len().saturating_sub(1 + rows.len());
        (rows, more)
    }

    fn source(&self, source: &'p SourceRef) -> SourceView<'p> {
        let data = self.data();
        let meeting = data.meeting_of(source.document);
        SourceView {
            document: self.source_link(source),
            meeting: self.link(Route::Meeting(meeting), self.meeting_title(meeting)),
            clause: source.clause.as_ref().map_or("", ClauseLabel::as_str),
            excerpt: data.block_of(source).map_or("", |b| &b.text),
            news: matches!(data[source.document].origin, Origin::News(_)),
            note: or_empty(source.note.as_ref()),
        }
    }

    pub(super) fn note_of<'u>(&self, u: &'u Update) -> (&'u str, Tongue) {
        self.pick_str(or_empty(u.note.as_ref()), u.note_en.as_ref())
    }

    fn update(&self, u: &'p Update) -> UpdateView<'p> {
        let (agency, scope) = match u.scope {
            Scope::Agency(ix) => (Some(self.agency_link(ix)), "agency"),
            Scope::Collective => (None, "collective"),
            Scope::AllMembers => (None, "all-members"),
        };
        let (note, note_lang) = self.note_of(u);
        UpdateView {
            date: self.words.date(u.date),
            agency,
            scope,
            progress: u.progress.map_or("", |p| p.code()),
            completed_on: match u.completed_on {
                Some(CompletedOn::Date(d)) => Some(self.words.date(d)),
                Some(CompletedOn::Unknown) | None => None,
            },
            completed_unknown: u.completed_on == Some(CompletedOn::Unknown),
            percent: u.percent,
            period: u.period.map(|p| self.words.period(p)).unwrap_or_default(),
            adhoc: u.adhoc,
            note,
            note_lang,
            evidence: u.evidence.iter().map(|e| self.evidence(e)).collect(),
        }
    }

    fn evidence(&self, e: &'p Evidence) -> EvidenceView<'p> {
        let url = e.url.as_deref();
        EvidenceView {
            title: &e.title,
            number: or_empty(e.number.as_ref()),
            url,
            host: url.map_or("", host),
            date: e.date.map(|d| self.words.date(d)),
            retrieved: e.retrieved.map(|d| self.words.day(d)),
        }
    }

    fn indicator(&self, i: &Indicator, updates: &[Update]) -> IndicatorView {
        let with_unit = |x: f64, unit: &Option<String>| match unit.as_deref() {
            None | Some("") => self.words.decimal(x),
            Some(unit) if unit.starts_with('%') => format!("{}{unit}", self.words.decimal(x)),
            Some(unit) => format!("{} {unit}", self.words.decimal(x)),
        };
        let bound = |op: Operator, value: &str| {
            let key = match op {
                Operator::AtLeast => "operator-at-least",
                Operator::AtMost => "operator-at-most",
                Operator::Exactly => "operator-exactly",
            };
            self.words.with(key, &[("value", Arg::Text(value))])
        };
        let readings = self.known_updates(updates).rev().flat_map(|u| {
            let date = self.words.date(u.date);
            u.readings.iter().map(move |r| ReadingView { date: date.clone(), value: with_unit(r.value, &i.unit) })
        });
        IndicatorView {
            label: i.label.clone(),
            target: i.target.map(|t| bound(i.operator, &with_unit(t, &i.unit))).unwrap_or_default(),
            baseline: i.baseline.map(|b| with_unit(b, &i.unit)).unwrap_or_default(),
            step: i.step.as_ref().map(|s| bound(s.operator, &with_unit(s.value, &s.unit))).unwrap_or_default(),
            by: i.by.map(|p| self.words.period(p)).unwrap_or_default(),
            readings: readings.collect(),
        }
    }

    /// The first tasks of a ready-made list.
    pub(super) fn first_of(&self, list: Worklist, most: usize) -> Vec<Part<TaskRow>> {
        let tasks = self.index.worklist(list);
        self.listed(list, &tasks[..most.min(tasks.len())])
    }
}

/// The host of an address, without `www.`.
fn host(url: &str) -> &str {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    rest.split(['/', '?', '#']).next().unwrap_or_default().trim_start_matches("www.")
}
