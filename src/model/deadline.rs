//! When a task is due: the forms that documents use, and the last in-time day that each of them means.

use super::date::{Month, Period, Unit};
use super::ids::{AgencyIx, MeetingIx};
use chrono::{Datelike, Days, NaiveDate, Weekday};
use std::collections::BTreeSet;

/// A task's time limit as the source words it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deadline {
    /// What the words mean.
    pub due: Due,
    /// The words of the source, shown beside the date.
    pub wording: Option<String>,
    /// First day from which the duty runs, where the source says so.
    pub from: Option<NaiveDate>,
    /// Other last days granted, oldest first. Only a dated deadline can have any.
    pub extended: Vec<Extension>,
    /// What is done by its deadline stands from then on ("sau đó thường xuyên"). Until it is done it is a dated duty.
    pub then_continuous: bool,
}

impl Deadline {
    /// Without words, a first day or extensions.
    pub fn new(due: Due) -> Self {
        Self { due, wording: None, from: None, extended: Vec::new(), then_continuous: false }
    }

    /// The last in-time day as it stood on `day`: that of the last extension granted by then, else the first one.
    pub fn in_force(&self, day: NaiveDate) -> Option<NaiveDate> {
        let granted = self.extended.iter().rfind(|e| e.on <= day);
        granted.map(|e| e.to).or_else(|| self.due.last_day())
    }

    /// Why no last in-time day is known on `day`, although the source sets one.
    pub fn uncomputed(&self, day: NaiveDate) -> Option<Uncomputed> {
        let open = |_: &Uncomputed| self.in_force(day).is_none();
        self.due.computed().and_then(Result::err).filter(open)
    }

    /// Whether the change at this place of `extended` brought the deadline forward.
    pub fn is_brought_forward(&self, place: usize) -> bool {
        let before = place.checked_sub(1).map_or_else(|| self.due.last_day(), |n| Some(self.extended[n].to));
        before.is_some_and(|before| self.extended[place].to < before)
    }

    /// The periods of a recurring duty that have begun by `day`; none of any other.
    ///
    /// The first is the one that `from` lies in; without `from`, the first that begins on or after the document's day
    /// (`given`), so that nobody owes a report for days before the duty existed.
    pub fn periods(&self, given: Option<NaiveDate>, day: NaiveDate) -> impl Iterator<Item = Period> {
        let every = if let Due::Every(every) = self.due { Some(every) } else { None };
        let first = every.and_then(|every| match (self.from, given) {
            (Some(from), _) => Some(Period::containing(every.unit, from)),
            (None, Some(given)) => {
                let around = Period::containing(every.unit, given);
                Some(if around.first() < given { around.next() } else { around })
            }
            (None, None) => None,
        });
        let end = every.and_then(|every| every.until).map_or(day, |until| until.min(day));
        std::iter::successors(first, |p| Some(p.next())).take_while(move |p| p.first() <= end)
    }

    /// Every last in-time day that it ever had, each once, earliest first.
    pub fn last_days(&self) -> BTreeSet<NaiveDate> {
        self.due.last_day().into_iter().chain(self.extended.iter().map(|e| e.to)).collect()
    }
}

/// The forms of a time limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Due {
    /// No date in the source.
    None,
    /// Until this day, inclusive.
    On(NaiveDate),
    /// Before this day, exclusive: "trước ngày D".
    BeforeDay(NaiveDate),
    /// Before the month begins: "trước tháng M".
    BeforeMonth(Month),
    /// Within the period.
    By(Period),
    /// Within a number of days.
    Within(Within),
    /// By a meeting.
    Meeting(MeetingLimit),
    /// Once in every period.
    Every(Recurrence),
    /// A standing duty, perhaps with a last day named; never overdue.
    Continuous(Option<NaiveDate>),
}

/// A number of days. The day from which they are counted does not count itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Within {
    /// How many.
    pub days: u32,
    /// Which days count.
    pub counting: Counting,
    /// From when on.
    pub of: CountedFrom,
    /// Last day that is still in time, as far as it is known.
    pub last: Result<NaiveDate, Uncomputed>,
}

/// Which days count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Counting {
    /// All.
    CalendarDays,
    /// All but Saturdays, Sundays and the site's `holidays`.
    WorkingDays,
}

/// The day from which days are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CountedFrom {
    /// On which the document was issued.
    Issue,
    /// On which the meeting was held that the document belongs to.
    Meeting,
    /// This one.
    Day(NaiveDate),
}

/// A limit that a meeting sets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MeetingLimit {
    /// Which one.
    pub meeting: MeetingName,
    /// Whether its own day is in time.
    pub end: MeetingEnd,
    /// Last day that is still in time, as far as it is known.
    pub last: Result<NaiveDate, Uncomputed>,
}

/// A meeting that may not be in the record yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MeetingName {
    /// One in the record.
    Known(MeetingIx),
    /// The body's meeting of that number, once it is in the record.
    Awaited(AgencyIx, u32),
}

/// Whether the meeting's own day is in time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MeetingEnd {
    /// At the meeting: its day is in time.
    At,
    /// Before the meeting: the day before is the last.
    Before,
}

/// Why a last in-time day is not known yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Uncomputed {
    /// The document's day of issue is unknown.
    NoIssueDay,
    /// The meeting's day is unknown.
    NoMeetingDay,
    /// The site lists no holidays of this year.
    NoHolidays(i32),
}

impl Uncomputed {
    /// Name in exports and messages.
    pub fn code(self) -> &'static str {
        match self {
            Self::NoIssueDay => "no-issue-day",
            Self::NoMeetingDay => "no-meeting-day",
            Self::NoHolidays(_) => "no-holidays",
        }
    }
}

/// A duty that comes back every period.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Recurrence {
    /// Length of a period.
    pub unit: Unit,
    /// Last day on which a new period may begin, if the duty ends.
    pub until: Option<NaiveDate>,
    /// Day of the period's last month on which the report is due (1-31, cut to the month's length). If absent, the
    /// site's `period_day` counts, else the period's last day.
    pub day: Option<u32>,
    /// Day of the week on which a weekly report is due; if absent, Sunday.
    pub weekday: Option<Weekday>,
    /// The source also asks for ad hoc reports ("đột xuất"); they belong to no period.
    pub adhoc: bool,
}

/// Another deadline granted, as a rule a later one; the first one stays visible.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Extension {
    /// New last in-time day.
    pub to: NaiveDate,
    /// The period that it was granted for, where it was one: `to` is its last day.
    pub period: Option<Period>,
    /// Day on which it was granted.
    pub on: NaiveDate,
    /// Who granted it, in words.
    pub by: Option<String>,
}

impl Due {
    /// Last day that is still in time; none for undated, continuous and recurring duties.
    ///
    /// Before day D: D-1. Before month M: the last day of M-1. By a period: its last day. Within days, and by a meeting:
    /// as the loader counted.
    pub fn last_day(&self) -> Option<NaiveDate> {
        match self {
            Self::On(day) => Some(*day),
            Self::BeforeDay(day) => day.pred_opt(),
            Self::BeforeMonth(month) => Period::Month(*month).first().pred_opt(),
            Self::By(period) => Some(period.last()),
            Self::Within(_) | Self::Meeting(_) => self.computed()?.ok(),
            Self::None | Self::Every(_) | Self::Continuous(_) => None,
        }
    }

    /// The last in-time day of a deadline that is counted from something else, or why it is not known.
    fn computed(&self) -> Option<Result<NaiveDate, Uncomputed>> {
        match self {
            Self::Within(within) => Some(within.last),
            Self::Meeting(limit) => Some(limit.last),
            Self::None | Self::On(_) | Self::BeforeDay(_) | Self::BeforeMonth(_) | Self::By(_) => None,
            Self::Every(_) | Self::Continuous(_) => None,
        }
    }

    /// Whether the source sets one last in-time day, be it known or not.
    pub fn is_dated(&self) -> bool {
        self.last_day().is_some() || self.computed().is_some()
    }
}

impl Recurrence {
    /// Last in-time day of the report for `period`; `site_day` is the site's `period_day`.
    pub fn last_day(&self, period: Period, site_day: Option<u32>) -> NaiveDate {
        let last = period.last();
        if let Period::Week(_) = period {
            let weekday = self.weekday.unwrap_or(Weekday::Sun);
            return period.first() + Days::new(u64::from(weekday.num_days_from_monday()));
        }
        match self.day.or(site_day) {
            Some(day) if day < last.day() => last.with_day(day.max(1)).expect("the day is within the month"),
            Some(_) | None => last,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::date::parse_day;

    fn day(text: &str) -> NaiveDate {
        parse_day(text).expect(text)
    }

    /// Every form that real notices use, and its last in-time day.
    #[test]
    fn last_in_time_day_of_every_form() {
        let by = |code: &str| Due::By(Period::parse(code).unwrap());
        let month = |year, month| Due::BeforeMonth(Month { year, month });
        let within =
            |last| Due::Within(Within { days: 20, counting: Counting::WorkingDays, of: CountedFrom::Issue, last });
        for (due, last) in [
            (Due::BeforeDay(day("2023-09-30")), Some("2023-09-29")),
            (Due::BeforeDay(day("2019-11-01")), Some("2019-10-31")),
            (Due::BeforeDay(day("2024-03-31")), Some("2024-03-30")),
            (Due::BeforeDay(day("2024-03-01")), Some("2024-02-29")),
            (Due::BeforeDay(day("2024-01-01")), Some("2023-12-31")),
            (month(2024, 6), Some("2024-05-31")),
            (month(2024, 3), Some("2024-02-29")),
            (month(2024, 1), Some("2023-12-31")),
            (by("2018-10"), Some("2018-10-31")),
            (by("2024-02"), Some("2024-02-29")),
            (by("2018-Q4"), Some("2018-12-31")),
            (by("2024-Q2"), Some("2024-06-30")),
            (by("2024-Q3"), Some("2024-09-30")),
            (by("2025"), Some("2025-12-31")),
            (by("2023-H2"), Some("2023-12-31")),
            (Due::On(day("2024-06-30")), Some("2024-06-30")),
            (by("2024-W05"), Some("2024-02-04")),
            (by("2026-W53"), Some("2027-01-03")),
            (within(Ok(day("2024-02-19"))), Some("2024-02-19")),
            (within(Err(Uncomputed::NoIssueDay)), None),
            (within(Err(Uncomputed::NoHolidays(2025))), None),
            (by_meeting(Ok(day("2024-06-30"))), Some("2024-06-30")),
            (by_meeting(Err(Uncomputed::NoMeetingDay)), None),
            (Due::None, None),
            (Due::Continuous(None), None),
            (Due::Continuous(Some(day("2023-12-31"))), None),
        ] {
            assert_eq!(due.last_day(), last.map(day), "{due:?}");
        }
    }

    fn by_meeting(last: Result<NaiveDate, Uncomputed>) -> Due {
        let meeting = MeetingName::Awaited(AgencyIx::new(0), 3);
        Due::Meeting(MeetingLimit { meeting, end: MeetingEnd::Before, last })
    }

    /// What has no day yet is dated all the same: it can be extended, and says why until a day is granted.
    #[test]
    fn a_deadline_without_a_day_says_why() {
        let unknown = Some(Uncomputed::NoMeetingDay);
        let extended = vec![Extension { to: day("2024-09-30"), period: None, on: day("2024-05-02"), by: None }];
        let deadline = Deadline { extended, ..Deadline::new(by_meeting(Err(Uncomputed::NoMeetingDay))) };
        assert!(deadline.due.is_dated() && !deadline.is_brought_forward(0));
        assert_eq!((deadline.in_force(day("2024-05-01")), deadline.uncomputed(day("2024-05-01"))), (None, unknown));
        assert_eq!(deadline.in_force(day("2024-05-02")), Some(day("2024-09-30")));
        assert_eq!(deadline.uncomputed(day("2024-05-02")), None);
        for due in [Due::None, Due::Continuous(None)] {
            assert!(!due.is_dated() && Deadline::new(due).uncomputed(day("2024-05-01")).is_none(), "{due:?}");
        }
    }

    #[test]
    fn the_last_extension_granted_by_a_day_is_in_force() {
        let extension = |to: &str, on: &str| Extension { to: day(to), period: None, on: day(on), by: None };
        let extended = vec![extension("2024-05-31", "2024-04-10"), extension("2024-04-30", "2024-05-02")];
        let deadline = Deadline { extended, ..Deadline::new(Due::BeforeDay(day("2024-04-01"))) };
        for (on, last) in [
            ("2024-04-09", "2024-03-31"),
            ("2024-04-10", "2024-05-31"),
            ("2024-05-01", "2024-05-31"),
            ("2024-05-02", "2024-04-30"),
        ] {
            assert_eq!(deadline.in_force(day(on)), Some(day(last)), "{on}");
        }
        assert_eq!(deadline.last_days().len(), 3);
        assert_eq!([0, 1].map(|n| deadline.is_brought_forward(n)), [false, true]);
        assert_eq!(Deadline::new(Due::Continuous(None)).in_force(day("2024-04-09")), None);
    }

    #[test]
    fn day_inside_a_period() {
        let every = |unit, d| Recurrence { unit, until: None, day: d, weekday: None, adhoc: false };
        let p = |code: &str| Period::parse(code).unwrap();
        assert_eq!(every(Unit::Month, None).last_day(p("2024-02"), None), day("2024-02-29"));
        assert_eq!(every(Unit::Month, Some(31)).last_day(p("2024-02"), None), day("2024-02-29"));
        assert_eq!(every(Unit::Month, None).last_day(p("2024-02"), Some(25)), day("2024-02-25"));
        assert_eq!(every(Unit::Quarter, Some(20)).last_day(p("2024-Q1"), Some(25)), day("2024-03-20"));
        assert_eq!(every(Unit::Year, None).last_day(p("2024"), None), day("2024-12-31"));
        // A day of the month is none of a week.
        assert_eq!(every(Unit::Week, None).last_day(p("2024-W05"), Some(25)), day("2024-02-04"));
        let friday = Recurrence { weekday: Some(Weekday::Fri), ..every(Unit::Week, None) };
        assert_eq!(friday.last_day(p("2024-W05"), None), day("2024-02-02"));
        assert_eq!(friday.last_day(p("2025-W01"), None), day("2025-01-03"));
    }
}
