//! What a standing office asks every morning: what has just become overdue, what is due next, what nobody reports on.

use super::label::Label;
use super::obligation::Obligation;
use super::report::Report;
use super::status::Timeliness;
use chrono::Days;

impl Report {
    /// Open obligations whose last in-time day passed within the last `days` days, by that day, then in order.
    pub fn newly_overdue(&self, days: u32) -> Vec<&Obligation> {
        let first = self.as_of.checked_sub_days(Days::new(u64::from(days)));
        let new = |o: &&Obligation| {
            is_open(o)
                && matches!(o.status.timeliness, Timeliness::Overdue(_))
                && o.status.due.is_some_and(|due| first.is_none_or(|first| due >= first))
        };
        by_day(self.obligations().iter().filter(new))
    }

    /// Open obligations in time whose last day is at most `days` days away; today's with them. By that day.
    pub fn due_within(&self, days: u32) -> Vec<&Obligation> {
        let near = |t| matches!(t, Timeliness::Ahead(left) | Timeliness::DueSoon(left) if left <= i64::from(days));
        let soon = |o: &&Obligation| is_open(o) && near(o.status.timeliness);
        by_day(self.obligations().iter().filter(soon))
    }

    /// Obligations past their last in-time day of which nobody says whether they are done: the box of that name.
    pub fn unreported(&self) -> Vec<&Obligation> {
        by_day(self.obligations().iter().filter(|o| o.status.label == Label::PastDueUnreported))
    }

    /// Obligations reported as done that the standing office has not accepted yet, by their last in-time day.
    pub fn awaiting(&self) -> Vec<&Obligation> {
        by_day(self.obligations().iter().filter(|o| o.status.label == Label::AwaitingAcceptance))
    }

    /// Open obligations with a deadline whose day is not known yet.
    pub fn without_day(&self) -> impl Iterator<Item = &Obligation> {
        let waits = |o: &&Obligation| {
            let open = matches!(o.status.label, Label::InProgress | Label::NoInformation);
            open && self.data[o.task].deadline.uncomputed(self.as_of).is_some()
        };
        self.obligations().iter().filter(waits)
    }
}

/// Nobody waits for what is suspended or does not apply.
fn is_open(o: &Obligation) -> bool {
    matches!(o.status.label, Label::InTime | Label::DueSoon | Label::Overdue | Label::PastDueUnreported)
}

fn by_day<'o>(found: impl Iterator<Item = &'o Obligation>) -> Vec<&'o Obligation> {
    let mut found: Vec<&Obligation> = found.collect();
    found.sort_by_key(|o| o.status.due);
    found
}
