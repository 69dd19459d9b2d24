//! How much the tasks of a site may ask for: periods of one duty, obligations of all. The words of `site-bounds` and the
//! docs name the same numbers.
//!
//! The bounds are far above what an office has, and low enough for a build to end within seconds.

use super::context::Context;
use crate::diag::{Code, Diagnostic, Place, Sink};
use crate::model::{Task, expand};
use chrono::NaiveDate;

/// Most periods of one recurring duty: a hundred years by the month.
const MOST_PERIODS: usize = 1_200;
/// Most obligations of a site; the coordinators and the addressees of a task count as its leads do.
const MOST_OBLIGATIONS: usize = 1_000_000;

/// Counts the obligations that tasks make, as they come.
#[derive(Default)]
pub struct Counter {
    made: usize,
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
        if self.made > MOST_OBLIGATIONS {
            return;
        }
        let periods = task.deadline.periods(day, context.today).take(MOST_PERIODS + 1).count();
        if periods > MOST_PERIODS {
            sink.push(Diagnostic::new(Code::SiteBounds, due_at.unwrap_or(lead_at)).arg("reason", "periods"));
        }
        let (mut leads, mut read) = (0, 0);
        for party in &task.lead {
            let (agencies, entries) = expand(&context.parties.groups, *party, day);
            leads += agencies.len().max(1);
            read += entries;
        }
        for party in task.coordinators.iter().chain(&task.report_to) {
            read += expand(&context.parties.groups, *party, day).1;
        }
        // Entries of groups have to be read even where they name nobody on that day.
        self.made += read + leads * periods.saturating_sub(1);
        if self.made > MOST_OBLIGATIONS {
            sink.push(Diagnostic::new(Code::SiteBounds, lead_at).arg("reason", "obligations"));
        }
    }
}
