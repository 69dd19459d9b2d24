//! Changes in lists.

use super::common::{DateView, Lang, Link};
use crate::derive::{Change, Event};
use crate::model::{Month, Period, Scope, Update};
use crate::pages::page::Page;
use crate::pages::words::Arg;
use crate::plan::route::Route;
use schemars::JsonSchema;
use serde::Serialize;

/// Changes listed on the overview and above the list of months.
pub(super) const LATEST: usize = 5;

/// Kinds of changes, in the order of columns.
const KINDS: [&str; 9] =
    ["assigned", "extended", "transferred", "past-due", "reported", "completed", "accepted", "cancelled", "corrected"];

/// One month and how much happened in it.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct ChangesCount {
    /// The month's page, and its name.
    pub link: Link,
    /// `2019-12`
    pub iso: String,
    /// How many changes of each kind, always in the same order.
    pub kinds: Vec<ChangeKindCount>,
    /// All of them.
    pub total: usize,
}

/// How many changes of one kind.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct ChangeKindCount {
    /// `assigned`, `extended`, `transferred`, `past-due`, `reported`, `completed`, `accepted`, `cancelled` or `corrected`;
    /// the words are the message `change-kind-<code>`.
    pub code: &'static str,
    /// How many.
    pub count: usize,
}

/// One change.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct ChangeRow {
    /// Kind, as in [`ChangeKindCount`].
    pub code: &'static str,
    /// When, as exactly as the data says.
    pub date: DateView,
    /// The task.
    pub task: Link,
    /// Who reported, or the lead parties, in words.
    pub who: String,
    /// Code of the progress that a report names (`progress-<code>`); empty otherwise.
    pub progress: &'static str,
    /// The new or first deadline, how many obligations passed theirs, who decided, the new lead, which report was
    /// corrected, in words; empty where nothing is to be added.
    pub detail: String,
    /// What the report says; empty otherwise.
    pub note: String,
    /// Language of the note where it is not the page's.
    pub note_lang: Lang,
}

impl Page<'_> {
    pub(crate) fn latest_changes(&self) -> Vec<ChangeRow> {
        self.index.changes.all.iter().take(LATEST).map(|c| self.change_row(c)).collect()
    }

    pub(crate) fn month_link(&self, month: Month) -> Link {
        self.link(Route::ChangesMonth(month, 1), self.words.period(Period::Month(month)))
    }

    pub(crate) fn month_count(&self, month: Month) -> ChangesCount {
        let all = self.index.changes.of(month);
        let count = |code| all.iter().filter(|c| c.event.code() == code).count();
        ChangesCount {
            link: self.month_link(month),
            iso: Period::Month(month).code(),
            kinds: KINDS.iter().map(|code| ChangeKindCount { code, count: count(*code) }).collect(),
            total: all.len(),
        }
    }

    pub(crate) fn change_row(&self, change: &Change) -> ChangeRow {
        let task = &self.data()[change.task];
        let update = match change.event {
            Event::Reported(n) | Event::Completed(n) => Some(&task.updates[n]),
            Event::Assigned
            | Event::Extended(_)
            | Event::PastDue(_)
            | Event::Accepted(_)
            | Event::Transferred(_)
            | Event::Cancelled
            | Event::Corrected(_) => None,
        };
        let by = |key: &str, day| self.words.with(key, &[("date", Arg::Text(&self.words.day(day).text))]);
        let decided = |key: &str, by: Option<&String>| {
            by.map(|by| self.words.with(key, &[("name", Arg::Text(by))])).unwrap_or_default()
        };
        let detail = match change.event {
            Event::Assigned => task.deadline.due.last_day().map(|day| by("summary-due", day)).unwrap_or_default(),
            Event::Extended(n) => {
                let key = if task.deadline.is_brought_forward(n) {
                    "change-brought-forward-to"
                } else {
                    "change-extended-to"
                };
                self.words.with(key, &[("date", Arg::Text(&self.words.granted(&task.deadline.extended[n])))])
            }
            Event::PastDue(n) if n > 1 => self.words.with("n-obligations", &[("n", Arg::Count(n as usize))]),
            Event::Accepted(n) => {
                decided("change-accepted-by", task.updates[n].accepted.as_ref().and_then(|a| a.by.as_ref()))
            }
            Event::Transferred(n) => {
                let transfer = &task.transferred[n];
                let to = self.agency_short(transfer.to).text;
                let to = self.words.with("change-transferred-to", &[("name", Arg::Text(&to))]);
                format!("{to} {}", decided("change-by", transfer.by.as_ref())).trim_end().to_owned()
            }
            Event::Cancelled => decided("change-by", task.cancelled.as_ref().and_then(|c| c.by.as_ref())),
            Event::Corrected(n) => {
                let of = self.words.date(task.updates[n].date).text;
                self.words.with("change-corrected-of", &[("date", Arg::Text(&of))])
            }
            Event::PastDue(_) | Event::Reported(_) | Event::Completed(_) => String::new(),
        };
        let (note, note_lang) = match change.event {
            Event::Corrected(n) => self.own_words(task.updates[n].corrected.as_ref().and_then(|c| c.note.as_deref())),
            Event::Cancelled => self.own_words(task.cancelled.as_ref().and_then(|c| c.reason.as_deref())),
            Event::Assigned
            | Event::Extended(_)
            | Event::PastDue(_)
            | Event::Reported(_)
            | Event::Completed(_)
            | Event::Accepted(_)
            | Event::Transferred(_) => update.map_or(("", None), |u| self.note_of(u)),
        };
        ChangeRow {
            code: change.event.code(),
            date: update.map_or_else(|| self.words.day(change.day), |u| self.words.date(u.date)),
            task: self.task_in_short(change.task),
            who: update.and_then(|u| self.reporter(u)).unwrap_or_else(|| self.leads_at(change)),
            progress: update.and_then(|u| u.progress).map_or("", crate::model::Progress::code),
            detail,
            note: note.to_owned(),
            note_lang,
        }
    }

    /// Who led the task when it happened: of a transfer, who led before.
    fn leads_at(&self, change: &Change) -> String {
        let mut known = self.data()[change.task].transferred.iter().enumerate();
        let before = |n: usize| if let Event::Transferred(now) = change.event { n < now } else { true };
        match known.rfind(|(n, t)| t.on <= change.day && before(*n)) {
            Some((_, transfer)) => self.agency_short(transfer.to).text,
            None => self.leads_text(change.task),
        }
    }

    /// Words of the data that have no translation.
    fn own_words<'t>(&self, text: Option<&'t str>) -> (&'t str, Lang) {
        self.pick_str(text.unwrap_or_default(), None)
    }

    fn reporter(&self, update: &Update) -> Option<String> {
        match update.scope {
            Scope::Agency(by) => Some(self.agency_short(by).text),
            Scope::Collective | Scope::AllMembers => None,
        }
    }
}
