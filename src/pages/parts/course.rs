//! The course of a task in time: the days on which it was given, fell due and was done, or where it stands now.

use super::common::DateView;
use crate::derive::{Label, Obligation, State, Status};
use crate::model::{CompletedOn, Due, PartialDate, TaskIx};
use crate::pages::page::Page;
use crate::pages::words::Arg;
use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::Serialize;

/// One day in the course of a task.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct StepView {
    /// `given`, `told`, `first-due`, `due`, `last-period`, `next-period`, `until`, `reported`, `reported-done`, `done`,
    /// `accepted`, `cancelled` or `now`; the words are the message `step-<code>`.
    pub code: &'static str,
    /// The day; none where it is not known.
    pub day: Option<DateView>,
    /// What is to be added: the period, days late; empty where that is nothing.
    pub detail: String,
    /// The way to the next step: `run` before the deadline, `late` after it, `idle` once nothing is owed or where it is
    /// still to come; empty at the end.
    pub way: &'static str,
    /// How long that way is beside the others, from 1 to 3.
    pub length: i64,
}

/// A step before it is worded, with the last day that it may mean.
struct Step {
    code: &'static str,
    date: Option<PartialDate>,
    detail: String,
}

impl Step {
    fn on(code: &'static str, day: NaiveDate) -> Self {
        Self { code, date: Some(PartialDate::Day(day)), detail: String::new() }
    }

    /// What is not known comes last, but the day on which it was given.
    fn place(&self) -> NaiveDate {
        let unknown = if matches!(self.code, "given" | "told") { NaiveDate::MIN } else { NaiveDate::MAX };
        self.date.map_or(unknown, PartialDate::last)
    }
}

impl Page<'_> {
    /// In the order of time; what fell on one day in the order in which it belongs.
    pub(crate) fn course(&self, ix: TaskIx) -> Vec<StepView> {
        let task = &self.data()[ix];
        let (obligations, as_of) = (self.report.obligations_of(ix), self.report.as_of);
        let only = if let [only] = obligations { Some(&only.status) } else { None };
        let given = self.data().reference_day(task.document()).map(PartialDate::Day);
        let code = if self.is_of_news(ix) { "told" } else { "given" };
        let mut steps = vec![Step { code, date: given, detail: String::new() }];
        match task.deadline.due {
            Due::Every(_) => steps.extend(self.around(obligations)),
            Due::Continuous(until) => steps.extend(until.map(|until| Step::on("until", until))),
            _ => {
                let (first, due) = (task.deadline.due.last_day(), task.deadline.in_force(as_of));
                steps.extend(first.filter(|_| first != due).map(|day| Step::on("first-due", day)));
                steps.extend(due.map(|day| Step::on("due", day)));
            }
        }
        let only = only.filter(|_| !matches!(task.deadline.due, Due::Every(_)));
        let given_up = task.cancelled.as_deref().map(|c| c.on).filter(|on| only.is_none() && *on <= as_of);
        steps.extend(given_up.map(|on| Step::on("cancelled", on)));
        steps.extend(only.into_iter().flat_map(|s| self.ends(s)));
        let closed = only.is_some_and(|s| s.state.is_closed() && s.label != Label::AwaitingAcceptance);
        if !closed && given_up.is_none() {
            let late = only.filter(|s| matches!(s.label, Label::Overdue | Label::PastDueUnreported));
            steps.push(Step { detail: late.map(|s| self.days_late(s)).unwrap_or_default(), ..Step::on("now", as_of) });
        }
        steps.sort_by_key(Step::place);
        self.worded(&steps, only)
    }

    /// The last period of a recurring duty that fell due, and the next one.
    fn around(&self, obligations: &[Obligation]) -> Vec<Step> {
        let as_of = self.report.as_of;
        let dated = || obligations.iter().filter_map(|o| Some((o.status.due?, o.period?)));
        let last = dated().filter(|(due, _)| *due < as_of).max().map(|at| ("last-period", at));
        let next = dated().filter(|(due, _)| *due >= as_of).min().map(|at| ("next-period", at));
        let step = |(code, (due, period))| Step { detail: self.words.period(period), ..Step::on(code, due) };
        last.into_iter().chain(next).map(step).collect()
    }

    /// How the only obligation ended, or what was last said of one that rests.
    fn ends(&self, s: &Status) -> Vec<Step> {
        match s.state {
            State::Completed(on) => {
                let date = if let CompletedOn::Date(date) = on { Some(date) } else { None };
                let code = if s.label == Label::AwaitingAcceptance { "reported-done" } else { "done" };
                let detail = if s.label == Label::CompletedLate { self.days_late(s) } else { String::new() };
                let accepted = s.accepted.map(|day| Step::on("accepted", day));
                std::iter::once(Step { code, date, detail }).chain(accepted).collect()
            }
            State::Cancelled(on) => vec![Step::on("cancelled", on)],
            State::NotApplicable | State::Suspended => {
                let step = |date| Step { code: "reported", date: Some(date), detail: String::new() };
                s.reported.map(step).into_iter().collect()
            }
            State::NotReported | State::NotStarted | State::InProgress => Vec::new(),
        }
    }

    /// `+39 ngày`
    fn days_late(&self, s: &Status) -> String {
        let days = s.timeliness.days().unwrap_or_default().unsigned_abs();
        let (n, text) = (Arg::Count(days as usize), self.words.number(days));
        self.words.with("step-late", &[("n", n), ("text", Arg::Text(&text))])
    }

    fn worded(&self, steps: &[Step], only: Option<&Status>) -> Vec<StepView> {
        let as_of = self.report.as_of;
        let day = |step: &Step| step.date.map(PartialDate::last);
        let (first, last) = (steps.iter().find_map(day), steps.iter().rev().find_map(day));
        let whole = first.zip(last).map_or(0, |(first, last)| (last - first).num_days()).max(1);
        // Nothing is owed after this day.
        let closed = only.filter(|s| s.state.is_closed()).and_then(|s| match s.state {
            State::Completed(_) => s.state.completed_on().map(PartialDate::last),
            State::Cancelled(on) => Some(on),
            State::NotReported | State::NotStarted | State::InProgress | State::NotApplicable | State::Suspended => {
                s.reported.map(PartialDate::last)
            }
        });
        let end = closed.unwrap_or(as_of).min(as_of);
        let due = only.filter(|s| s.timeliness.days().is_some()).and_then(|s| s.due);
        let following = steps.iter().skip(1).map(Some).chain([None]);
        let view = |(step, next): (&Step, Option<&Step>)| {
            let (way, length) = match (day(step), next.map(day)) {
                (_, None) => ("", 1),
                (Some(from), Some(Some(to))) => {
                    let way = match due {
                        _ if to > end => "idle",
                        Some(due) if from >= due => "late",
                        _ => "run",
                    };
                    (way, ((to - from).num_days() * 4 / whole).clamp(1, 3))
                }
                _ => ("idle", 1),
            };
            let day = step.date.map(|date| self.words.date(date));
            StepView { code: step.code, day, detail: step.detail.clone(), way, length }
        };
        steps.iter().zip(following).map(view).collect()
    }
}
