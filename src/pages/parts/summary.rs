//! What became of a task in plain sentences: who was given it, by when, what is known of it.
//!
//! Every word is a message, every number comes from the report. Search engines and messengers show these sentences: they
//! stand for the page where nothing else of it is seen.

use super::rows::is_unexpanded;
use crate::derive::{Label, Obligation, State, Status, Tally, Timeliness};
use crate::model::{Deadline, Due, Origin, PartialDate, Party, TaskIx};
use crate::pages::page::Page;
use crate::pages::words::Arg;

impl Page<'_> {
    /// For readers who see nothing else of the page.
    pub(crate) fn task_description(&self, ix: TaskIx) -> String {
        let key = if self.is_of_news(ix) { "summary-in-news-title" } else { "summary-given-title" };
        let given = self.words.with(key, &[("who", Arg::Text(&self.who(ix)))]);
        let title = self.task_title(ix).text;
        let mut sentences = vec![format!("{given} {}.", title.trim_end_matches(['.', ';', ':']))];
        sentences.extend(self.handed_over(ix));
        if self.data()[ix].condition.is_some() {
            sentences.push(self.words.say("summary-conditional"));
        }
        sentences.push(self.limit(ix));
        sentences.extend(self.state(ix));
        sentences.join(" ")
    }

    fn who(&self, ix: TaskIx) -> String {
        let lead = &self.data()[ix].lead;
        match lead.as_slice() {
            [one] => self.named(ix, *one),
            [one, two] => {
                let (one, two) = (self.named(ix, *one), self.named(ix, *two));
                self.words.with("summary-two", &[("one", Arg::Text(&one)), ("two", Arg::Text(&two))])
            }
            [one, rest @ ..] => {
                let more = self.words.with("and-more", &[("n", Arg::Count(rest.len()))]);
                format!("{} {more}", self.named(ix, *one))
            }
            [] => String::new(),
        }
    }

    /// A group is named with how many it means.
    fn named(&self, ix: TaskIx, party: Party) -> String {
        let name = self.party_link(party).text;
        if matches!(party, Party::Agency(_)) || is_unexpanded(self.report, ix, party) {
            return name;
        }
        let day = self.data().reference_day(self.data()[ix].document());
        let members = self.data().expand(party, day).len();
        self.words.with("summary-group", &[("name", Arg::Text(&name)), ("n", Arg::Count(members))])
    }

    /// Who has it now, where it was given to one agency and went to another.
    fn handed_over(&self, ix: TaskIx) -> Option<String> {
        let last = self.report.obligations_of(ix).last()?;
        let [Party::Agency(first)] = self.data()[ix].lead.as_slice() else { return None };
        match last.holder {
            Party::Agency(now) if now != *first => {
                let name = self.agency_name(now).text;
                Some(self.words.with("summary-handed-over", &[("name", Arg::Text(&name))]))
            }
            Party::Agency(_) | Party::Group(_) => None,
        }
    }

    /// Whether the task's own document is a news item: it tells of a duty, it gives none.
    pub(crate) fn is_of_news(&self, ix: TaskIx) -> bool {
        matches!(self.data()[self.data()[ix].document()].origin, Origin::News(_))
    }

    fn limit(&self, ix: TaskIx) -> String {
        let task = &self.data()[ix];
        let day = |d| self.words.day(d).text;
        match task.deadline.due {
            Due::None => match &task.deadline.wording {
                Some(wording) => {
                    let key = if self.is_of_news(ix) { "summary-undated-news" } else { "summary-undated" };
                    self.words.with(key, &[("wording", Arg::Text(wording))])
                }
                None if self.is_of_news(ix) => self.words.say("summary-no-deadline-news"),
                None => self.words.say("summary-no-deadline"),
            },
            Due::Continuous(None) => self.words.say("summary-continuous"),
            Due::Continuous(Some(until)) => {
                self.words.with("summary-continuous-until", &[("date", Arg::Text(&day(until)))])
            }
            Due::Every(every) => {
                let mut often = self.words.every(&every);
                if every.adhoc {
                    often = format!("{often} {}", self.words.say("and-adhoc"));
                }
                format!("{often}.")
            }
            Due::On(_) | Due::BeforeDay(_) | Due::BeforeMonth(_) | Due::By(_) | Due::Within(_) | Due::Meeting(_) => {
                self.dated(&task.deadline)
            }
        }
    }

    fn dated(&self, deadline: &Deadline) -> String {
        let day = |d| self.words.day(d).text;
        let (first, now) = (deadline.due.last_day(), deadline.in_force(self.report.as_of));
        let Some(now) = now else {
            let terms = self.words.terms(self.data(), deadline, self.report.as_of);
            let said: Vec<&str> = deadline.wording.as_deref().into_iter().chain([terms.as_str()]).collect();
            return self.words.with("summary-terms", &[("terms", Arg::Text(&said.join("; ")))]);
        };
        let limit = match first {
            Some(first) if first != now => {
                let key = if now > first { "summary-extended" } else { "summary-brought-forward" };
                self.words.with(key, &[("first", Arg::Text(&day(first))), ("date", Arg::Text(&day(now)))])
            }
            Some(_) | None => self.words.with("summary-due", &[("date", Arg::Text(&day(now)))]),
        };
        if deadline.then_continuous {
            return format!("{limit} {}", self.words.say("summary-then-continuous"));
        }
        limit
    }

    fn state(&self, ix: TaskIx) -> Vec<String> {
        let obligations = self.report.obligations_of(ix);
        let mut sentences = Vec::new();
        match obligations {
            [] => {}
            [only] => sentences.extend(self.status_sentences(&only.status)),
            many => {
                if let Some(collective) = &self.report.task(ix).collective {
                    let said = self.status_sentences(collective).join(" ");
                    sentences.push(self.words.with("summary-collective", &[("text", Arg::Text(&said))]));
                }
                sentences.push(self.counts(ix, many));
            }
        }
        sentences
    }

    fn counts(&self, ix: TaskIx, many: &[Obligation]) -> String {
        let tally: Tally = many.iter().map(|o| o.status.label).collect();
        let key = if self.report.is_shared(ix) { "summary-obligations" } else { "summary-periods" };
        let (as_of, list) = (self.as_of(), self.tally_words(&tally));
        let args =
            [("date", Arg::Text(as_of.as_str())), ("n", Arg::Count(many.len())), ("list", Arg::Text(list.as_str()))];
        self.words.with(key, &args)
    }

    fn as_of(&self) -> String {
        self.words.day(self.report.as_of).text
    }

    /// One status, and the percentage reported last where the duty is open.
    fn status_sentences(&self, s: &Status) -> Vec<String> {
        let mut sentences = vec![self.status_sentence(s)];
        if let (false, Some(percent)) = (s.state.is_closed(), s.percent) {
            sentences.push(self.words.with("summary-percent", &[("n", Arg::Count(percent.into()))]));
        }
        sentences
    }

    fn status_sentence(&self, s: &Status) -> String {
        let as_of = self.as_of();
        let reported = s.reported.map(|d| self.words.date(d).text).unwrap_or_default();
        let days = s.timeliness.days().unwrap_or_default().unsigned_abs() as usize;
        let say = |key: &str, date: &str| {
            let args = [("date", Arg::Text(date)), ("n", Arg::Count(days)), ("state", Arg::Text(s.state.code()))];
            self.words.with(key, &args)
        };
        let completed = |key: &str| match s.state.completed_on() {
            Some(on) => say(key, &self.words.date(on).text),
            None => self.words.say("summary-completed-unknown"),
        };
        match s.label {
            Label::CompletedOnTime => completed("summary-completed-on-time"),
            Label::CompletedLate => match s.state.completed_on() {
                Some(PartialDate::Day(_)) => completed("summary-completed-late"),
                Some(PartialDate::Month(_) | PartialDate::Year(_)) | None => {
                    completed("summary-completed-late-at-least")
                }
            },
            Label::CompletedUnclear => completed("summary-completed-unclear"),
            Label::Completed => completed("summary-completed"),
            Label::InTime | Label::DueSoon if s.timeliness == Timeliness::DueSoon(0) => say("summary-last-day", &as_of),
            Label::InTime | Label::DueSoon => say("summary-left", &as_of),
            Label::Overdue => say("summary-overdue", &as_of),
            Label::PastDueUnreported => say("summary-past-due", &as_of),
            Label::AwaitingAcceptance => completed("summary-awaiting-acceptance"),
            Label::InProgress | Label::NoInformation | Label::Continuous => say("summary-open", &as_of),
            Label::Ended => self.words.say("summary-ended"),
            Label::Cancelled => {
                let on = if let State::Cancelled(on) = s.state { self.words.day(on).text } else { as_of };
                say("summary-cancelled", &on)
            }
            Label::NotApplicable => say("summary-not-applicable", &reported),
            Label::Suspended => say("summary-suspended", &reported),
        }
    }
}
