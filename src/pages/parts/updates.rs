//! Reports of a task, with what they rest on.

use super::common::{DateView, Lang, Link};
use crate::model::{CompletedOn, Evidence, Scope, Update, host};
use crate::pages::page::{Page, or_empty};
use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::Serialize;

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
    /// Why it is late or stands still, in words; empty if not said.
    pub reason: &'d str,
    /// What the agency asks for, in words; empty if nothing.
    pub proposal: &'d str,
    /// The standing office's acceptance, where it is known.
    pub accepted: Option<DecisionView<'d>>,
    /// When and why this entry was put right after it had been published.
    pub corrected: Option<DecisionView<'d>>,
    /// Products and proof.
    pub evidence: Vec<EvidenceView<'d>>,
}

/// A day with words: of an acceptance, who accepted; of a correction, what was wrong.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct DecisionView<'d> {
    /// When.
    pub on: DateView,
    /// In words; empty if not said.
    pub words: &'d str,
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

impl<'p> Page<'p> {
    pub(crate) fn known_updates<'u>(&self, updates: &'u [Update]) -> impl DoubleEndedIterator<Item = &'u Update> {
        let as_of = self.report.as_of;
        updates.iter().filter(move |u| u.date.last() <= as_of)
    }

    pub(crate) fn update(&self, u: &'p Update) -> UpdateView<'p> {
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
            reason: or_empty(u.reason.as_ref()),
            proposal: or_empty(u.proposal.as_ref()),
            accepted: u.accepted.as_ref().and_then(|a| self.decision(a.on, a.by.as_ref())),
            corrected: u.corrected.as_ref().and_then(|c| self.decision(c.on, c.note.as_ref())),
            evidence: u.evidence.iter().map(|e| self.evidence(e)).collect(),
        }
    }

    /// None of what comes after the as-of date.
    fn decision(&self, on: NaiveDate, words: Option<&'p String>) -> Option<DecisionView<'p>> {
        (on <= self.report.as_of).then(|| DecisionView { on: self.words.day(on), words: or_empty(words) })
    }

    pub(crate) fn evidence(&self, e: &'p Evidence) -> EvidenceView<'p> {
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
}
