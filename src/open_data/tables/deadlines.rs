//! How the table of tasks writes what a document says of a deadline.

use crate::model::{CountedFrom, Counting, Due, MeetingEnd, MeetingLimit, MeetingName, Period, Within};
use crate::open_data::site::ExportSite;

/// How the document states the deadline.
pub(super) fn due_form(due: &Due) -> &'static str {
    match due {
        Due::None => "none",
        Due::On(_) => "day",
        Due::BeforeDay(_) | Due::BeforeMonth(_) => "before",
        Due::By(_) => "period",
        Due::Within(_) => "within",
        Due::Meeting(MeetingLimit { end: MeetingEnd::At, .. }) => "at-meeting",
        Due::Meeting(MeetingLimit { end: MeetingEnd::Before, .. }) => "before-meeting",
        Due::Every(_) => "every",
        Due::Continuous(_) => "continuous",
    }
}

/// What it states: a day, a month, a period, `15-working-days:issue`, `meeting`, `body#3`; of recurring tasks the length
/// of a period.
pub(super) fn due_value(site: &ExportSite, due: &Due) -> Option<String> {
    match due {
        Due::None => None,
        Due::On(day) | Due::BeforeDay(day) => Some(day.to_string()),
        Due::BeforeMonth(month) => Some(Period::Month(*month).code()),
        Due::By(period) => Some(period.code()),
        Due::Within(within) => Some(counted(within)),
        Due::Meeting(limit) => Some(match limit.meeting {
            MeetingName::Known(ix) => site.data()[ix].id.to_string(),
            MeetingName::Awaited(body, ordinal) => format!("{}#{ordinal}", site.data()[body].id),
        }),
        Due::Every(every) => Some(every.unit.code().to_owned()),
        Due::Continuous(until) => until.map(|day| day.to_string()),
    }
}

fn counted(within: &Within) -> String {
    let days = match within.counting {
        Counting::CalendarDays => "days",
        Counting::WorkingDays => "working-days",
    };
    let from = match within.of {
        CountedFrom::Issue => "issue".to_owned(),
        CountedFrom::Meeting => "meeting".to_owned(),
        CountedFrom::Day(day) => day.to_string(),
    };
    format!("{}-{days}:{from}", within.days)
}
