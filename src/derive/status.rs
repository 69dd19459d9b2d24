//! The status of an obligation: progress reported, timeliness, and the one label that both give.

use super::label::Label;
use crate::model::{CompletedOn, PartialDate, Progress, Unreported, Update};
use chrono::NaiveDate;

/// First axis: what was reported last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// No update names a state.
    NotReported,
    /// Reported as not begun.
    NotStarted,
    /// Reported as under way.
    InProgress,
    /// Completed; when, if it is known.
    Completed(CompletedOn),
    /// A conditional task that does not bind this agency.
    NotApplicable,
    /// Put on hold.
    Suspended,
}

impl State {
    /// Whether the obligation is done with: it stays with the agency that closed it.
    pub fn is_closed(self) -> bool {
        match self {
            Self::Completed(_) | Self::NotApplicable => true,
            Self::NotReported | Self::NotStarted | Self::InProgress | Self::Suspended => false,
        }
    }

    /// Name in exports.
    pub fn code(self) -> &'static str {
        match self {
            Self::NotReported => "not-reported",
            Self::NotStarted => "not-started",
            Self::InProgress => "in-progress",
            Self::Completed(_) => "completed",
            Self::NotApplicable => "not-applicable",
            Self::Suspended => "suspended",
        }
    }

    /// The day of completion, as exactly as it is known.
    pub fn completed_on(self) -> Option<PartialDate> {
        if let Self::Completed(CompletedOn::Date(on)) = self { Some(on) } else { None }
    }
}

/// Second axis: the last in-time day against the as-of date, or against the completion. Days are calendar days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Timeliness {
    /// Nothing to be late for.
    NoDeadline,
    /// Open, more days left than the threshold of "soon".
    Ahead(i64),
    /// Open, this many days left (0: today is the last day).
    DueSoon(i64),
    /// Open, this many days past the last in-time day.
    Overdue(i64),
    /// Completed this many days before the end (0: on the last day).
    Met(i64),
    /// Completed this many days after the last in-time day.
    Missed(i64),
    /// Completed, but the day is not known exactly enough.
    Unclear,
}

impl Timeliness {
    /// `due` is the last in-time day, `soon` the threshold of "sắp đến hạn" in days.
    pub fn of(state: State, due: Option<NaiveDate>, as_of: NaiveDate, soon: i64) -> Self {
        let Some(due) = due else { return Self::NoDeadline };
        match state {
            State::Completed(CompletedOn::Unknown) => Self::Unclear,
            State::Completed(CompletedOn::Date(on)) if on.last() <= due => Self::Met((due - on.last()).num_days()),
            State::Completed(CompletedOn::Date(on)) if on.first() > due => Self::Missed((on.first() - due).num_days()),
            State::Completed(CompletedOn::Date(_)) => Self::Unclear,
            State::NotReported | State::NotStarted | State::InProgress | State::NotApplicable | State::Suspended => {
                match (due - as_of).num_days() {
                    left if left < 0 => Self::Overdue(-left),
                    left if left <= soon => Self::DueSoon(left),
                    left => Self::Ahead(left),
                }
            }
        }
    }

    /// Name in exports.
    pub fn code(self) -> &'static str {
        match self {
            Self::NoDeadline => "no-deadline",
            Self::Ahead(_) => "ahead",
            Self::DueSoon(_) => "due-soon",
            Self::Overdue(_) => "overdue",
            Self::Met(_) => "met",
            Self::Missed(_) => "missed",
            Self::Unclear => "unclear",
        }
    }

    /// The days that go with it: left, early or late.
    pub fn days(self) -> Option<i64> {
        match self {
            Self::Ahead(n) | Self::DueSoon(n) | Self::Overdue(n) | Self::Met(n) | Self::Missed(n) => Some(n),
            Self::NoDeadline | Self::Unclear => None,
        }
    }
}

/// What the site decides about silence and "soon".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Policy {
    /// What silence after the deadline means.
    pub unreported: Unreported,
    /// "Sắp đến hạn" within this many days.
    pub due_soon_days: i64,
}

/// What a duty's time limit amounts to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Limit {
    /// A last in-time day.
    Until(NaiveDate),
    /// No date.
    Undated,
    /// A standing duty.
    Standing,
}

/// Both axes and the label, with what they rest on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Status {
    /// First axis.
    pub state: State,
    /// Second axis.
    pub timeliness: Timeliness,
    /// The one word.
    pub label: Label,
    /// The last in-time day in force, if there is one.
    pub due: Option<NaiveDate>,
    /// Percentage reported last.
    pub percent: Option<u8>,
    /// The date of the last report that counts here.
    pub reported: Option<PartialDate>,
}

/// The status that `updates` (oldest first, all of them counting for this obligation and known by `as_of`) give it.
///
/// `conditional` duties are never overdue by silence alone: "không có" is a rightful answer (372/TB-VPCP, 3.a.6).
pub(crate) fn status<'u>(
    updates: impl Iterator<Item = &'u Update>,
    limit: Limit,
    conditional: bool,
    as_of: NaiveDate,
    policy: Policy,
) -> Status {
    let (mut state, mut percent, mut reported, mut acknowledged) = (State::NotReported, None, None, false);
    for update in updates {
        reported = Some(update.date);
        percent = update.percent.or(percent);
        acknowledged |= update.overdue;
        state = match update.progress {
            None => state,
            Some(Progress::NotStarted) => State::NotStarted,
            Some(Progress::InProgress) => State::InProgress,
            Some(Progress::Completed) => {
                State::Completed(update.completed_on.unwrap_or(CompletedOn::Date(update.date)))
            }
            Some(Progress::NotApplicable) => State::NotApplicable,
            Some(Progress::Suspended) => State::Suspended,
        };
    }
    let due = match limit {
        Limit::Until(day) => Some(day),
        Limit::Undated | Limit::Standing => None,
    };
    let timeliness = Timeliness::of(state, due, as_of, policy.due_soon_days);
    let silence_counts = match policy.unreported {
        Unreported::Overdue => !conditional || state != State::NotReported,
        Unreported::Separate => false,
    };
    let label = match (state, timeliness) {
        (State::NotApplicable, _) => Label::NotApplicable,
        (State::Suspended, _) => Label::Suspended,
        (State::Completed(_), Timeliness::Met(_)) => Label::CompletedOnTime,
        (State::Completed(_), Timeliness::Missed(_)) => Label::CompletedLate,
        (State::Completed(_), Timeliness::NoDeadline) => Label::Completed,
        (State::Completed(_), _) => Label::CompletedUnclear,
        (_, Timeliness::Ahead(_)) => Label::InTime,
        (_, Timeliness::DueSoon(_)) => Label::DueSoon,
        (_, Timeliness::Overdue(_)) if acknowledged || silence_counts => Label::Overdue,
        (_, Timeliness::Overdue(_)) => Label::PastDueUnreported,
        (_, _) if limit == Limit::Standing => Label::Continuous,
        (State::NotReported, _) => Label::NoInformation,
        (_, _) => Label::InProgress,
    };
    Status { state, timeliness, label, due, percent, reported }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{AgencyIx, Scope};

    fn day(text: &str) -> NaiveDate {
        text.parse().expect(text)
    }

    /// `2024-05-01 completed on=2024-04-30 overdue 60%`
    fn update(text: &str) -> Update {
        let mut words = text.split(' ');
        let date = PartialDate::parse(words.next().expect("a date")).expect("a date");
        let mut u = Update {
            date,
            scope: Scope::Agency(AgencyIx::new(0)),
            progress: None,
            percent: None,
            completed_on: None,
            period: None,
            adhoc: false,
            overdue: false,
            note: None,
            note_en: None,
            evidence: Vec::new(),
            readings: Vec::new(),
        };
        for word in words {
            match word {
                "not-started" => u.progress = Some(Progress::NotStarted),
                "in-progress" => u.progress = Some(Progress::InProgress),
                "completed" => u.progress = Some(Progress::Completed),
                "not-applicable" => u.progress = Some(Progress::NotApplicable),
                "suspended" => u.progress = Some(Progress::Suspended),
                "overdue" => u.overdue = true,
                "on=unknown" => u.completed_on = Some(CompletedOn::Unknown),
                word => match word.strip_prefix("on=") {
                    Some(on) => u.completed_on = Some(CompletedOn::Date(PartialDate::parse(on).expect("a date"))),
                    None => u.percent = word.strip_suffix('%').map(|n| n.parse().expect("a number")),
                },
            }
        }
        u
    }

    fn label(updates: &str, limit: Limit, as_of: &str, unreported: Unreported) -> Label {
        let updates: Vec<Update> = updates.split("; ").filter(|t| !t.is_empty()).map(update).collect();
        status(updates.iter(), limit, false, day(as_of), Policy { unreported, due_soon_days: 15 }).label
    }

    /// Updates, deadline, as-of date, label where silence has a box of its own, label where silence is overdue.
    #[test]
    fn the_table_of_labels() {
        use Label::*;
        let due = Limit::Until(day("2024-06-30"));
        for (updates, limit, as_of, separate, strict) in [
            ("2024-06-30 completed", due, "2024-07-15", CompletedOnTime, CompletedOnTime),
            ("2024-07-01 completed", due, "2024-07-15", CompletedLate, CompletedLate),
            ("2024-07-09 completed on=2024-06-30", due, "2024-07-15", CompletedOnTime, CompletedOnTime),
            ("2024-07-09 completed on=2024-06", due, "2024-07-15", CompletedOnTime, CompletedOnTime),
            ("2024-07-09 completed on=2024", due, "2024-07-15", CompletedUnclear, CompletedUnclear),
            ("2024-07-09 completed on=unknown", due, "2024-07-15", CompletedUnclear, CompletedUnclear),
            ("2024-07-09 completed on=unknown", Limit::Undated, "2024-07-15", Completed, Completed),
            ("2024-07-09 completed", Limit::Undated, "2024-07-15", Completed, Completed),
            ("", due, "2024-06-14", InTime, InTime),
            ("", due, "2024-06-15", DueSoon, DueSoon),
            ("", due, "2024-06-30", DueSoon, DueSoon),
            ("", due, "2024-07-01", PastDueUnreported, Overdue),
            ("2024-05-01 in-progress 60%", due, "2024-07-01", PastDueUnreported, Overdue),
            ("2024-05-01 in-progress; 2024-07-01 in-progress overdue", due, "2024-07-01", Overdue, Overdue),
            ("2024-05-01 in-progress", Limit::Undated, "2024-07-01", InProgress, InProgress),
            ("2024-05-01 not-started", Limit::Undated, "2024-07-01", InProgress, InProgress),
            ("", Limit::Undated, "2024-07-01", NoInformation, NoInformation),
            ("", Limit::Standing, "2024-07-01", Continuous, Continuous),
            ("2024-05-01 in-progress", Limit::Standing, "2024-07-01", Continuous, Continuous),
            ("2024-05-01 not-applicable", due, "2024-07-01", NotApplicable, NotApplicable),
            ("2024-05-01 suspended", due, "2024-07-01", Suspended, Suspended),
            ("2024-06-01 completed; 2024-06-10 in-progress", due, "2024-06-12", InTime, InTime),
        ] {
            assert_eq!(label(updates, limit, as_of, Unreported::Separate), separate, "{updates} at {as_of}");
            assert_eq!(label(updates, limit, as_of, Unreported::Overdue), strict, "{updates} at {as_of}, strict");
        }
    }

    /// A conditional duty on which an agency says nothing is not overdue, whoever holds the record (372/TB-VPCP, 3.a.6).
    #[test]
    fn silence_on_a_conditional_duty_is_not_overdue() {
        let policy = Policy { unreported: Unreported::Overdue, due_soon_days: 15 };
        let limit = Limit::Until(day("2023-09-29"));
        let silent = status([].iter(), limit, true, day("2023-10-01"), policy);
        assert_eq!(silent.label, Label::PastDueUnreported);
        let begun = [update("2023-09-01 in-progress")];
        assert_eq!(status(begun.iter(), limit, true, day("2023-10-01"), policy).label, Label::Overdue);
    }

    #[test]
    fn days_are_counted_from_the_last_in_time_day() {
        let done = State::Completed(CompletedOn::Date(PartialDate::Day(day("2019-12-09"))));
        assert_eq!(Timeliness::of(done, Some(day("2019-10-31")), day("2026-11-21"), 15), Timeliness::Missed(39));
        assert_eq!(
            Timeliness::of(State::NotReported, Some(day("2024-02-29")), day("2024-03-01"), 15),
            Timeliness::Overdue(1)
        );
        assert_eq!(
            Timeliness::of(State::NotReported, Some(day("2024-02-29")), day("2024-02-29"), 15),
            Timeliness::DueSoon(0)
        );
    }
}
