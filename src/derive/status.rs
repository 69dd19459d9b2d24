//! The status of an obligation: progress reported, timeliness, and the one label that both give.

use super::label::Label;
use crate::model::{AcceptancePolicy, CompletedOn, PartialDate, Progress, Unreported, Update};
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
    /// Given up from this day on.
    Cancelled(NaiveDate),
}

impl State {
    /// Whether the obligation is done with: it stays with the agency that closed it.
    pub fn is_closed(self) -> bool {
        match self {
            Self::Completed(_) | Self::NotApplicable | Self::Cancelled(_) => true,
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
            Self::Cancelled(_) => "cancelled",
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
            State::Cancelled(_) => Self::NoDeadline,
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

/// What the site decides about silence, acceptance and "soon".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Policy {
    /// What silence after the deadline means.
    pub unreported: Unreported,
    /// Whether a completion counts only once it is accepted.
    pub acceptance: AcceptancePolicy,
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
    /// A standing duty whose last day has passed.
    Ended,
}

/// What of a task its obligations' status depends on, besides reports.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Duty {
    /// The time limit.
    pub limit: Limit,
    /// Binds only in case of …
    pub conditional: bool,
    /// Given up from this day on, if that day has come.
    pub cancelled: Option<NaiveDate>,
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
    /// When the completion was accepted.
    pub accepted: Option<NaiveDate>,
    /// Whether a report that counts here gives a reason for a delay.
    pub explained: bool,
}

/// The status that `updates` (oldest first, all of them counting for this obligation and known by `as_of`) give it.
///
/// A conditional duty binds only when its case comes about, which silence does not say: it is never past due by silence
/// ("không có" is a rightful answer: 372/TB-VPCP, 3.a.6).
pub(crate) fn status<'u>(
    updates: impl Iterator<Item = &'u Update>,
    duty: Duty,
    as_of: NaiveDate,
    policy: Policy,
) -> Status {
    let Duty { limit, conditional, cancelled } = duty;
    let (mut state, mut percent, mut reported, mut acknowledged) = (State::NotReported, None, None, false);
    let (mut accepted, mut explained) = (None, false);
    for update in updates {
        let acceptance = update.accepted.as_ref().map(|acceptance| acceptance.on).filter(|on| *on <= as_of);
        accepted = if update.progress.is_some() { acceptance } else { acceptance.or(accepted) };
        reported = Some(update.date);
        percent = update.percent.or(percent);
        acknowledged |= update.overdue;
        explained |= update.reason.is_some();
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
    let completed = matches!(state, State::Completed(_));
    accepted = accepted.filter(|_| completed);
    if let Some(day) = cancelled.filter(|_| !completed) {
        state = State::Cancelled(day);
    }
    let due = match limit {
        Limit::Until(day) => Some(day),
        Limit::Undated | Limit::Standing | Limit::Ended => None,
    };
    let silent = conditional && state == State::NotReported && due.is_some_and(|due| due < as_of);
    let timeliness = Timeliness::of(state, due.filter(|_| !silent), as_of, policy.due_soon_days);
    let silence_counts = policy.unreported == Unreported::Overdue;
    let awaiting = policy.acceptance == AcceptancePolicy::Required && accepted.is_none();
    let label = match (state, timeliness) {
        (State::Cancelled(_), _) => Label::Cancelled,
        (State::Completed(_), _) if awaiting => Label::AwaitingAcceptance,
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
        (_, _) if limit == Limit::Ended => Label::Ended,
        (State::NotReported, _) => Label::NoInformation,
        (_, _) => Label::InProgress,
    };
    Status { state, timeliness, label, due, percent, reported, accepted, explained }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Acceptance, AgencyIx, Scope};

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
            accepted: None,
            reason: None,
            proposal: None,
            corrected: None,
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
                "accepted" => u.accepted = Some(Acceptance { on: date.last(), by: None }),
                "on=unknown" => u.completed_on = Some(CompletedOn::Unknown),
                word => match word.strip_prefix("on=") {
                    Some(on) => u.completed_on = Some(CompletedOn::Date(PartialDate::parse(on).expect("a date"))),
                    None => u.percent = word.strip_suffix('%').map(|n| n.parse().expect("a number")),
                },
            }
        }
        u
    }

    const SEPARATE: Policy =
        Policy { unreported: Unreported::Separate, acceptance: AcceptancePolicy::NotUsed, due_soon_days: 15 };
    const STRICT: Policy = Policy { unreported: Unreported::Overdue, ..SEPARATE };

    fn of(updates: &str, duty: Duty, as_of: &str, policy: Policy) -> Status {
        let updates: Vec<Update> = updates.split("; ").filter(|t| !t.is_empty()).map(update).collect();
        status(updates.iter(), duty, day(as_of), policy)
    }

    fn until(limit: Limit) -> Duty {
        Duty { limit, conditional: false, cancelled: None }
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
            ("2024-05-01 in-progress", Limit::Ended, "2024-07-01", Ended, Ended),
            ("2024-05-01 completed", Limit::Ended, "2024-07-01", Completed, Completed),
            ("2024-05-01 not-applicable", due, "2024-07-01", NotApplicable, NotApplicable),
            ("2024-05-01 suspended", due, "2024-07-01", Suspended, Suspended),
            ("2024-06-01 completed; 2024-06-10 in-progress", due, "2024-06-12", InTime, InTime),
        ] {
            let label = |policy| of(updates, until(limit), as_of, policy).label;
            assert_eq!(label(SEPARATE), separate, "{updates} at {as_of}");
            assert_eq!(label(STRICT), strict, "{updates} at {as_of}, strict");
        }
    }

    /// A conditional duty on which an agency says nothing is not past due, whoever holds the record (372/TB-VPCP, 3.a.6).
    #[test]
    fn silence_on_a_conditional_duty_is_no_information() {
        let duty = Duty { conditional: true, ..until(Limit::Until(day("2023-09-29"))) };
        for policy in [SEPARATE, STRICT] {
            let silent = of("", duty, "2023-10-01", policy);
            assert_eq!((silent.label, silent.timeliness), (Label::NoInformation, Timeliness::NoDeadline));
            assert_eq!(of("", duty, "2023-09-29", policy).label, Label::DueSoon);
            assert_eq!(of("2023-10-01 not-applicable", duty, "2023-10-01", policy).label, Label::NotApplicable);
        }
        // A report that work has begun says that the case came about.
        assert_eq!(of("2023-09-01 in-progress", duty, "2023-10-01", STRICT).label, Label::Overdue);
        assert_eq!(of("2023-09-01 in-progress", duty, "2023-10-01", SEPARATE).label, Label::PastDueUnreported);
    }

    #[test]
    fn where_acceptance_is_required_a_report_of_completion_waits_for_it() {
        use Label::*;
        let due = until(Limit::Until(day("2024-06-30")));
        let required = Policy { acceptance: AcceptancePolicy::Required, ..SEPARATE };
        for (updates, as_of, label) in [
            ("2024-06-01 completed", "2024-07-15", AwaitingAcceptance),
            ("2024-06-01 completed; 2024-07-10 accepted", "2024-07-09", AwaitingAcceptance),
            // On time by the product's day, however late it is accepted.
            ("2024-06-01 completed; 2024-07-10 accepted", "2024-07-15", CompletedOnTime),
            ("2024-07-01 completed accepted", "2024-07-15", CompletedLate),
            ("2024-06-01 completed accepted; 2024-07-01 in-progress", "2024-07-15", PastDueUnreported),
            ("2024-06-01 completed accepted; 2024-07-01 completed", "2024-07-15", AwaitingAcceptance),
        ] {
            let known: Vec<&str> = updates.split("; ").filter(|u| &u[..10] <= as_of).collect();
            assert_eq!(of(&known.join("; "), due, as_of, required).label, label, "{updates} at {as_of}");
        }
        assert_eq!(of("2024-06-01 completed", due, "2024-07-15", SEPARATE).accepted, None);
        assert_eq!(of("2024-06-01 completed accepted", due, "2024-07-15", SEPARATE).accepted, Some(day("2024-06-01")));
    }

    #[test]
    fn what_is_given_up_is_neither_late_nor_open_unless_it_was_done() {
        let duty = Duty { cancelled: Some(day("2024-08-01")), ..until(Limit::Until(day("2024-06-30"))) };
        let given_up = of("2024-05-01 in-progress", duty, "2024-09-01", STRICT);
        assert_eq!((given_up.label, given_up.timeliness), (Label::Cancelled, Timeliness::NoDeadline));
        assert_eq!(of("2024-05-01 completed", duty, "2024-09-01", STRICT).label, Label::CompletedOnTime);
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
