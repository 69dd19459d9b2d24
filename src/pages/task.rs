//! One task.

use super::fragment::Fragment;
use super::kind::{Head, Index, JsonSchema, Kind, Page, Report, Route, Serialize};
use super::page::or_empty;
use super::parts::common::{DateView, Lang, Link, StatusView, TallyView, TaskRow};
use super::parts::rows::{is_unexpanded, urgency_key};
use crate::derive::{Obligation, Tally};
use crate::model::host;
use crate::model::{
    AgencyIx, CompletedOn, Due, Evidence, Indicator, MeetingLimit, MeetingName, Operator, Origin, Party, Period, Scope,
    SourceRef, Target, TaskIx, Update,
};
use crate::open_data::DataFile;
use crate::pages::words::Arg;
use std::collections::BTreeMap;

/// One task (`task.html`).
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct TaskPage<'d> {
    /// Its id.
    pub id: &'d str,
    /// Its title.
    pub title: &'d str,
    /// The same facts in plain sentences: who was given it, by when, what is known of it.
    pub summary: String,
    /// One label for the task.
    pub status: StatusView,
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
    /// What kind of limit: `none`, `dated`, `recurring`, `continuous`.
    pub due_kind: &'static str,
    /// The last in-time day of the source, before any extension.
    pub first_due: Option<DateView>,
    /// For recurring duties: how often, in words; empty otherwise.
    pub often: String,
    /// For recurring duties: `week`, `month`, `quarter`, `half`, `year`; empty otherwise.
    pub every: &'static str,
    /// Whether the source also asks for ad hoc reports.
    pub adhoc: bool,
    /// For a standing duty with an end: that day.
    pub until: Option<DateView>,
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
    /// Other tasks of the same clause, at most twenty.
    pub siblings: Vec<Fragment<TaskRow>>,
    /// How many more there are; they stand at the clause.
    pub more_siblings: usize,
    /// Reports, newest first.
    pub updates: Vec<UpdateView<'d>>,
    /// How many obligations; 1 for a task of one agency.
    pub obligations: u32,
    /// Of its obligations, where there is more than one.
    pub tally: Option<TallyView>,
    /// What collective reports say of a group's task.
    pub collective: Option<StatusView>,
    /// For recurring duties, a row per period, newest first.
    pub periods: Vec<PeriodRow>,
    /// The table of all agencies and periods, for a recurring duty of several agencies.
    pub matrix: Option<Link>,
    /// For group tasks that do not recur: one entry per holder, by label (most pressing first), then name.
    pub holders: Vec<PartyStatus>,
}

/// A responsible party with its status, where it has one of its own.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct PartyStatus {
    /// Address and name.
    pub link: Link,
    /// `agency`, `group` or `open-group`.
    pub kind: &'static str,
    /// Members counted, for a group.
    pub members: usize,
    /// The holder now, where a successor took over.
    pub now: Option<Link>,
    /// Its status, where it is an agency.
    pub status: Option<StatusView>,
}

/// One period of a recurring duty.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct PeriodRow {
    /// `tháng 10/2023`, `quý IV/2023`.
    pub period: String,
    /// Last in-time day.
    pub due: DateView,
    /// Of the obligations of this period.
    pub tally: TallyView,
    /// The only status, where the duty has one holder.
    pub status: Option<StatusView>,
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

/// What is measured.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct IndicatorView {
    /// What is counted.
    pub label: String,
    /// What it is counted in, in words; empty if not said.
    pub scope: String,
    /// Where it is to arrive; empty without a target.
    pub targets: Vec<TargetView>,
    /// `3 %`; empty if unknown.
    pub baseline: String,
    /// `ít nhất 2 %/năm`; empty without a pace.
    pub step: String,
    /// Values read, newest first: date and value.
    pub readings: Vec<ReadingView>,
}

/// Where an indicator is to arrive.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct TargetView {
    /// `tối thiểu 20 %`, `6,5–7 %`, or the words of the source.
    pub text: String,
    /// The words of the source beside a number; empty without.
    pub wording: String,
    /// `năm 2025`; empty if not said.
    pub by: String,
    /// What it holds for; empty where there is one target.
    pub scope: String,
}

/// One place that states a duty.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct SourceView<'d> {
    /// The document, linked to the clause.
    pub document: Link,
    /// The meeting; none of a document without one.
    pub meeting: Option<Link>,
    /// The clause in words: `điểm a khoản 2 mục III`; empty if unknown.
    pub clause: String,
    /// The text of the clause, condensed; empty if unknown.
    pub excerpt: String,
    /// Whether the source is a news item.
    pub news: bool,
    /// For readers; empty if there is none.
    pub note: &'d str,
}

/// One report.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct UpdateView<'d> {
    /// When it was made.
    pub date: DateView,
    /// Whom it speaks for: an agency; none for a collective report.
    pub agency: Option<Link>,
    /// `agency`, `collective`, `all-members`.
    pub scope: &'static str,
    /// Code of the state reported (`completed`, …); empty for a note only.
    pub progress: &'static str,
    /// Date of the product, where stated.
    pub completed_on: Option<DateView>,
    /// Completed, the date not public.
    pub completed_unknown: bool,
    /// 0 to 100.
    pub percent: Option<u8>,
    /// Period that it answers for; empty if none.
    pub period: String,
    /// Out of turn.
    pub adhoc: bool,
    /// In words; empty if there are none.
    pub note: &'d str,
    /// Language of the note where it is not the page's.
    pub note_lang: Lang,
    /// Products and proof.
    pub evidence: Vec<EvidenceView<'d>>,
}

/// A product or a proof.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct EvidenceView<'d> {
    /// Title.
    pub title: &'d str,
    /// Number and symbol; empty if unknown.
    pub number: &'d str,
    /// Address; none if it has none.
    pub url: Option<&'d str>,
    /// Host of the address; empty without one.
    pub host: &'d str,
    /// Its own date.
    pub date: Option<DateView>,
    /// When the address was read.
    pub retrieved: Option<DateView>,
}

/// One value of an indicator.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct ReadingView {
    /// Day of the report.
    pub date: DateView,
    /// Value with its unit.
    pub value: String,
}

/// Other tasks of a clause that a task's page lists.
const MOST_SIBLINGS: usize = 20;

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
        let (siblings, more_siblings) = page.siblings(ix);
        let (due_kind, every, until) = match task.deadline.due {
            Due::None => ("none", None, None),
            Due::Every(r) => ("recurring", Some(r), r.until),
            Due::Continuous(until) => ("continuous", None, until),
            Due::On(_) | Due::BeforeDay(_) | Due::BeforeMonth(_) | Due::By(_) => ("dated", None, None),
            Due::Within(_) | Due::Meeting(_) => ("dated", None, None),
        };
        TaskPage {
            id: task.id.as_str(),
            title: page.pick_str(&task.title, task.title_en.as_ref()).0,
            summary: page.task_summary(ix),
            status: page.task_status(ix),
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
            due_kind,
            first_due: task.deadline.due.last_day().map(|d| page.words.day(d)),
            often: every.map(|every| page.words.every(&every)).unwrap_or_default(),
            every: every.map_or("", |every| every.unit.code()),
            adhoc: every.is_some_and(|every| every.adhoc),
            until: until.map(|d| page.words.day(d)),
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
            sources: task.sources.iter().map(|s| page.source(s)).collect(),
            parent: task.parent.map(|p| page.task_in_short(p)),
            children: page.index.children[ix.at()].iter().map(|c| page.task_in_short(*c)).collect(),
            related: task.related.iter().map(|r| page.task_in_short(*r)).collect(),
            siblings,
            more_siblings,
            updates: page.known_updates(&task.updates).rev().map(|u| page.update(u)).collect(),
            obligations: view.tally.total(),
            tally: (view.tally.total() > 1).then(|| page.words.tally(&view.tally)),
            collective: view.collective.as_ref().map(|s| page.words.status(s)),
            periods: page.periods(obligations),
            matrix: page.matrix_of_task(ix),
            holders: page.holders(obligations),
        }
    }
}

impl<'p> Page<'p> {
    fn known_updates<'u>(&self, updates: &'u [Update]) -> impl DoubleEndedIterator<Item = &'u Update> {
        let as_of = self.report.as_of;
        updates.iter().filter(move |u| u.date.last() <= as_of)
    }

    fn lead(&self, ix: TaskIx, party: Party) -> PartyStatus {
        let day = self.data().reference_day(self.data()[ix].document());
        let own = |agency: AgencyIx| {
            let had = |o: &&Obligation| o.assigned == Party::Agency(agency) || o.taken_over.contains(&agency);
            self.report.obligations_of(ix).iter().rev().find(had)
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
            now: obligation.filter(|o| o.holder != party).map(|o| self.party_link(o.holder)),
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
                link: self.party_link(o.assigned),
                kind: if matches!(o.assigned, Party::Agency(_)) { "agency" } else { "open-group" },
                members: 0,
                now: (o.holder != o.assigned).then(|| self.party_link(o.holder)),
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
    fn siblings(&self, ix: TaskIx) -> (Vec<Fragment<TaskRow>>, usize) {
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
        SourceView {
            document: self.source_link(source),
            meeting: data
                .meeting_of(source.document)
                .map(|meeting| self.link(Route::Meeting(meeting), self.meeting_title(meeting))),
            clause: self.words.clause(&data.citation(source)),
            excerpt: data.block_of(source).map_or_else(String::new, |b| capital(&b.text)),
            news: matches!(data[source.document].origin, Origin::News(_)),
            note: or_empty(source.note.as_ref()),
        }
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
                Operator::Above => "operator-above",
                Operator::Below => "operator-below",
            };
            self.words.with(key, &[("value", Arg::Text(value))])
        };
        let target = |t: &Target| {
            let words = t.wording.clone().unwrap_or_default();
            let number = match (t.value, t.upper) {
                (Some(low), Some(high)) => Some(format!("{}–{}", self.words.decimal(low), with_unit(high, &i.unit))),
                (Some(value), None) => Some(bound(t.operator, &with_unit(value, &i.unit))),
                (None, _) => None,
            };
            let by = t.by.map(|p| self.words.period(p)).unwrap_or_default();
            let scope = t.scope.clone().unwrap_or_default();
            match number {
                Some(text) => TargetView { text, wording: words, by, scope },
                None => TargetView { text: words, wording: String::new(), by, scope },
            }
        };
        let readings = self.known_updates(updates).rev().flat_map(|u| {
            let date = self.words.date(u.date);
            u.readings.iter().map(move |r| ReadingView { date: date.clone(), value: with_unit(r.value, &i.unit) })
        });
        IndicatorView {
            label: i.label.clone(),
            scope: i.scope.clone().unwrap_or_default(),
            targets: i.targets.iter().map(target).collect(),
            baseline: i.baseline.map(|b| with_unit(b, &i.unit)).unwrap_or_default(),
            step: i.step.as_ref().map(|s| bound(s.operator, &with_unit(s.value, &s.unit))).unwrap_or_default(),
            readings: readings.collect(),
        }
    }
}

/// A quote begins with a capital, also where its label ("Thứ nhất,") is cut off.
fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    #[test]
    fn quotes_begin_with_a_capital() {
        assert_eq!(super::capital("đưa vào vận hành"), "Đưa vào vận hành");
        assert_eq!((super::capital("Ban hành"), super::capital("")), ("Ban hành".into(), String::new()));
    }
}
