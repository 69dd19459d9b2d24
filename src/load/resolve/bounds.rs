//! How much a site may hold: things of each kind, periods of one duty, obligations of all. The words of `site-bounds` and
//! the docs name the same numbers.
//!
//! The bounds are far above what an office has, and low enough for a build to end within seconds.

use super::context::Context;
use crate::diag::{Code, Diagnostic, Place, Sink};
use crate::load::raw::{OfFile, RawAgencies, RawMeeting, RawNews, RawOwnDocument, RawTasks};
use crate::model::{Page, Task, expand};
use chrono::NaiveDate;

/// Most periods of one recurring duty: a hundred years by the month.
const MOST_PERIODS: usize = 1_200;
/// Most obligations of a site.
const MOST_OBLIGATIONS: usize = 300_000;
/// Most entries of groups and tasks that are read to find leads, coordinators and addressees.
const MOST_PARTIES: usize = 1_000_000;

/// Holds the number of things of each kind against its bound; what is one too many is told.
pub fn numbers(
    agencies: &[RawAgencies],
    meetings: &[OfFile<RawMeeting>],
    documents: &[OfFile<RawOwnDocument>],
    news: &[OfFile<RawNews>],
    pages: &[OfFile<Page>],
    tasks: &[RawTasks],
    sink: &mut Sink,
) {
    let groups = agencies.iter().flat_map(|file| file.groups.iter());
    let agencies = agencies.iter().flat_map(|file| file.agencies.iter());
    let tasks = tasks.iter().flat_map(|file| file.tasks.iter());
    let meetings = meetings.iter();
    let former = agencies.clone().flat_map(|agency| &agency.aliases);
    let former = former.chain(meetings.clone().flat_map(|meeting| &meeting.value.aliases));
    let former = former.chain(documents.iter().flat_map(|document| &document.value.aliases));
    let former = former.chain(tasks.clone().flat_map(|task| &task.aliases)).map(|id| id.at);
    let mut at_most = |most: usize, what: &str, mut places: Box<dyn Iterator<Item = Place> + '_>| {
        if let Some(at) = places.nth(most) {
            sink.push(Diagnostic::new(Code::SiteBounds, at).arg("reason", what));
        }
    };
    at_most(30_000, "agencies", Box::new(agencies.map(|agency| agency.at).chain(groups.map(|group| group.at))));
    let beside = documents.iter().map(OfFile::top).chain(news.iter().map(OfFile::top));
    at_most(20_000, "meetings", Box::new(meetings.map(OfFile::top).chain(beside)));
    at_most(150_000, "tasks", Box::new(tasks.map(|task| task.at)));
    // Each stands in the foot of every page.
    at_most(500, "pages", Box::new(pages.iter().map(OfFile::top)));
    at_most(50_000, "aliases", Box::new(former));
}

/// Counts the obligations that tasks make, as they come.
#[derive(Default)]
pub struct Counter {
    obligations: usize,
    parties: usize,
}

impl Counter {
    /// Adds a task given on `day`. `due_at` is where its deadline is written, `lead_at` who leads.
    pub fn add(
        &mut self,
        task: &Task,
        (due_at, lead_at): (Option<Place>, Place),
        day: Option<NaiveDate>,
        context: &Context<'_>,
        sink: &mut Sink,
    ) {
        // Told once: what comes after is not even looked at.
        if self.obligations > MOST_OBLIGATIONS || self.parties > MOST_PARTIES {
            return;
        }
        let periods = task.deadline.periods(day, context.today).take(MOST_PERIODS + 1).count();
        if periods > MOST_PERIODS {
            sink.push(Diagnostic::new(Code::SiteBounds, due_at.unwrap_or(lead_at)).arg("reason", "periods"));
        }
        let mut leads = 0;
        for party in &task.lead {
            let (agencies, entries) = expand(&context.parties.groups, *party, day);
            leads += agencies.len().max(1);
            self.parties += entries;
        }
        for party in task.coordinators.iter().chain(&task.report_to) {
            self.parties += expand(&context.parties.groups, *party, day).1;
        }
        self.obligations += leads * periods.max(1);
        // Entries of groups have to be read even where they name nobody on that day.
        let beyond = [("obligations", self.obligations > MOST_OBLIGATIONS), ("parties", self.parties > MOST_PARTIES)];
        if let Some((reason, _)) = beyond.into_iter().find(|(_, beyond)| *beyond) {
            sink.push(Diagnostic::new(Code::SiteBounds, lead_at).arg("reason", reason));
        }
    }
}
