//! Deadlines in words: how often a duty comes back, what a deadline is counted from, why its day is not known yet.

use super::messages::Arg;
use super::words::Words;
use crate::model::{
    CountedFrom, Counting, Dataset, Deadline, Due, Extension, MeetingEnd, MeetingLimit, MeetingName, Recurrence,
    Uncomputed, WEEKDAYS, Within,
};
use chrono::NaiveDate;

impl Words {
    /// `Mỗi quý một lần`, `Thứ Sáu hằng tuần`.
    pub fn every(&self, every: &Recurrence) -> String {
        match every.weekday {
            Some(day) => {
                let (code, _) = WEEKDAYS[day.num_days_from_monday() as usize];
                self.with("every-week-on", &[("weekday", code)])
            }
            None => self.say(&format!("every-{}", every.unit.code())),
        }
    }

    /// What is to be said of a deadline beside the source's own words and its day: how often it comes back or what it is
    /// counted from where the source's words are not given, why its day is not known on `day`, and what follows it. Empty where that is nothing.
    pub fn terms(&self, data: &Dataset, deadline: &Deadline, day: NaiveDate) -> String {
        let form = if deadline.wording.is_none() { self.form(data, &deadline.due) } else { None };
        let unknown = deadline.uncomputed(day).map(|why| self.uncomputed(why));
        let then = deadline.then_continuous.then(|| self.say("then-continuous"));
        form.into_iter().chain(unknown).chain(then).collect::<Vec<_>>().join("; ")
    }

    /// The new deadline of an extension: a day, or the period that it was granted for.
    pub fn granted(&self, extension: &Extension) -> String {
        extension.period.map_or_else(|| self.day(extension.to), |period| self.period(period))
    }

    fn form(&self, data: &Dataset, due: &Due) -> Option<String> {
        match due {
            Due::Within(within) => Some(self.within(within)),
            Due::Meeting(limit) => Some(self.by_meeting(data, limit)),
            Due::Every(every) => Some(self.every(every)),
            Due::Continuous(None) => Some(self.say("due-continuous")),
            Due::Continuous(Some(until)) => {
                Some(format!("{}, {} {}", self.word("due-continuous"), self.word("until"), self.day(*until)))
            }
            Due::None | Due::On(_) | Due::BeforeDay(_) | Due::BeforeMonth(_) | Due::By(_) => None,
        }
    }

    fn within(&self, within: &Within) -> String {
        let key = match within.counting {
            Counting::CalendarDays => "due-days",
            Counting::WorkingDays => "due-working-days",
        };
        let days = self.count(key, within.days as usize);
        match within.of {
            CountedFrom::Issue => self.with("due-within-issue", &[("days", &days)]),
            CountedFrom::Meeting => self.with("due-within-meeting", &[("days", &days)]),
            CountedFrom::Day(day) => self.with("due-within-day", &[("days", &days), ("date", &self.day(day))]),
        }
    }

    fn by_meeting(&self, data: &Dataset, limit: &MeetingLimit) -> String {
        let translated = self.lang != data.settings.language;
        let pick = |text: &String, en: &Option<String>| en.as_ref().filter(|_| translated).unwrap_or(text).clone();
        let meeting = match limit.meeting {
            MeetingName::Known(ix) => pick(&data[ix].title, &data[ix].title_en),
            MeetingName::Awaited(body, ordinal) => {
                let session = self.with("ordinal-session", &[("n", Arg::Count(ordinal as usize))]);
                let body = pick(&data[body].name, &data[body].name_en);
                self.with("due-awaited-meeting", &[("session", &session), ("body", &body)])
            }
        };
        let key = match limit.end {
            MeetingEnd::At => "due-at-meeting",
            MeetingEnd::Before => "due-before-meeting",
        };
        self.with(key, &[("meeting", &meeting)])
    }

    /// Why the day of a deadline is not known yet.
    pub fn uncomputed(&self, why: Uncomputed) -> String {
        match why {
            Uncomputed::NoIssueDay => self.say("no-day-no-issue-day"),
            Uncomputed::NoMeetingDay => self.say("no-day-no-meeting-day"),
            Uncomputed::NoHolidays(year) => self.with("no-day-no-holidays", &[("year", &year.to_string())]),
        }
    }
}
