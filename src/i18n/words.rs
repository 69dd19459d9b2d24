//! What a reader of one language is told: messages, days, periods, numbers.

use super::dates::DayPattern;
use super::messages::{Arg, Messages};
use super::numbers::Numbers;
use crate::model::Language;
use crate::model::{Cited, Dataset, DocumentIx, Origin, PartialDate, Period};
use chrono::NaiveDate;
use std::sync::Arc;
use std::time::Duration;

/// The words of one language.
pub struct Words {
    /// The language.
    pub lang: Language,
    messages: Arc<Messages>,
    day: DayPattern,
    numbers: Numbers,
}

impl Words {
    /// The words of `lang`. How days and numbers are written is said by the messages `date-day`, `months-short`,
    /// `number-group` and `number-point`; without them days are written as in ISO 8601.
    pub fn new(messages: Arc<Messages>, lang: Language) -> Self {
        let date = |args: &[(&str, &str)]| {
            let iso = || [6, 3, 1].map(|n| args[n].1).join("-");
            messages.say("date-day", args).map_or_else(|_| iso(), |text| text.to_string())
        };
        let day = DayPattern::new(date, messages.word("months-short").unwrap_or_default());
        let mut numbers = Numbers::of(lang);
        for (part, key) in [(&mut numbers.group, "number-group"), (&mut numbers.point, "number-point")] {
            if let Some(text) = messages.word(key) {
                text.clone_into(part);
            }
        }
        Self { lang, messages, day, numbers }
    }

    /// A message without values; its key where there is none, which tests and the check of themes keep from happening.
    pub fn word<'w>(&'w self, key: &'w str) -> &'w str {
        self.messages.word(key).unwrap_or(key)
    }

    /// The same as a text of its own.
    pub fn say(&self, key: &str) -> String {
        self.word(key).to_owned()
    }

    /// A message with values.
    pub fn with<'a, V: Copy + Into<Arg<'a>>>(&self, key: &str, args: &[(&str, V)]) -> String {
        self.messages.say(key, args).map_or_else(|_| key.to_owned(), |text| text.to_string())
    }

    /// A message with a number `n` that decides its form.
    pub fn count(&self, key: &str, n: usize) -> String {
        self.with(key, &[("n", Arg::Count(n))])
    }

    /// The words of a status label, by its code: the message `label-<code>`.
    pub fn label<'w>(&'w self, code: &'w str) -> &'w str {
        self.messages.word(&format!("label-{code}")).unwrap_or(code)
    }

    /// A document in few words. Of a meeting: its number, else its date, else its meeting's; without a meeting its kind,
    /// number and date. What is unknown is said.
    pub fn document(&self, data: &Dataset, ix: DocumentIx) -> String {
        let document = &data[ix];
        let (key, day) = match (&document.number, document.origin) {
            (Some(number), Origin::Meeting(_) | Origin::News(_)) => return number.clone(),
            (Some(_), Origin::Own) if document.issued.is_some() => ("document-own", document.issued),
            (Some(_), Origin::Own) => ("document-own-undated", None),
            (None, Origin::Own) if document.issued.is_some() => ("document-own-unnumbered", document.issued),
            (None, Origin::Own) => ("document-own-unknown", None),
            (None, Origin::News(news)) => ("document-news", data[data[news].meeting].held),
            (None, Origin::Meeting(_)) if document.issued.is_some() => ("document-unnumbered", document.issued),
            (None, Origin::Meeting(meeting)) => ("document-undated", data[meeting].held),
        };
        let day = day.map_or_else(|| self.say("unknown"), |day| self.day(day));
        let kind = document.kind.clone().unwrap_or_else(|| self.say("document-word"));
        let number = document.number.as_deref().unwrap_or_default();
        self.with(key, &[("kind", &*kind), ("number", number), ("date", &day)])
    }

    /// A clause as officials cite it, from its innermost level outwards: `điểm d khoản 2 mục III`. Empty of nothing.
    pub fn clause(&self, citation: &[Cited]) -> String {
        let one = |cited: &Cited| {
            // An only annex has no number.
            let key =
                if cited.number.is_empty() { "clause-annex-only" } else { &*format!("clause-{}", cited.kind.code()) };
            let number = cited.number.parse().map_or(Arg::Text(&cited.number), Arg::Count);
            self.with(key, &[("n", number)])
        };
        citation.iter().map(one).collect::<Vec<_>>().join(self.word("clause-joint"))
    }

    /// The same for a narrow column: a number stays on the line of its word.
    pub fn clause_unbroken(&self, citation: &[Cited]) -> String {
        let unbroken = |cited: &Cited| {
            let text = self.clause(std::slice::from_ref(cited));
            text.rsplit_once(' ').map_or(text.clone(), |(word, number)| format!("{word}\u{a0}{number}"))
        };
        citation.iter().map(unbroken).collect::<Vec<_>>().join(self.word("clause-joint"))
    }

    /// `09/12/2019` in Vietnamese, `9 Dec 2019` in English: as the message `date-day` says.
    pub fn day(&self, day: NaiveDate) -> String {
        self.day.write(day)
    }

    /// The day that a manifest names, `2019-12-09`; as it stands there if it is none.
    pub fn day_of(&self, text: &str) -> String {
        text.parse().map_or_else(|_| text.to_owned(), |day| self.day(day))
    }

    /// A date as exactly as it is known.
    pub fn date(&self, date: PartialDate) -> String {
        match date {
            PartialDate::Day(day) => self.day(day),
            PartialDate::Month(month) => self.period(Period::Month(month)),
            PartialDate::Year(year) => self.period(Period::Year(year)),
        }
    }

    /// `tuần 5/2024, từ 29/01/2024`, `tháng 3/2020`, `quý IV/2018`, `6 tháng cuối năm 2023`, `năm 2025`.
    pub fn period(&self, period: Period) -> String {
        let (key, part, year) = match period {
            Period::Week(week) => {
                let (n, from) = (week.week.to_string(), self.day(period.first()));
                return self.with("date-week", &[("n", &n), ("year", &week.year.to_string()), ("from", &from)]);
            }
            Period::Month(month) => ("date-month", Some(("month", Arg::Count(month.month as usize))), month.year),
            Period::Quarter(year, quarter) => {
                let roman = ["I", "II", "III", "IV"][usize::from(quarter.0 - 1)];
                ("date-quarter", Some(("roman", Arg::Text(roman))), year)
            }
            Period::Half(year, half) => ("date-half", Some(("n", Arg::Count(usize::from(half.0)))), year),
            Period::Year(year) => ("date-year", None, year),
        };
        let year = year.to_string();
        let args: Vec<_> = part.into_iter().chain([("year", Arg::Text(&year))]).collect();
        self.with(key, &args)
    }

    /// A whole number with its digits in groups.
    pub fn number(&self, n: u64) -> String {
        self.numbers.whole(n)
    }

    /// A decimal number, at most six places, none that are zero.
    pub fn decimal(&self, x: f64) -> String {
        self.numbers.decimal(x)
    }

    /// Hundredths of a percent: `98,63%`, `98.63%`.
    pub fn percent(&self, basis_points: u32) -> String {
        self.numbers.percent(basis_points)
    }

    /// Seconds with one decimal.
    pub fn seconds(&self, time: Duration) -> String {
        self.numbers.seconds(time)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::iso;
    use crate::model::Month;
    use chrono::Datelike as _;

    fn words(lang: Language, text: &str) -> Words {
        Words::new(Arc::new(Messages::carried(lang, text)), lang)
    }

    fn vi() -> Words {
        words(Language::VI, "date-day = { $dd }/{ $mo }/{ $year }\ndate-month = tháng { $month }/{ $year }\n")
    }

    #[test]
    fn days_are_written_as_the_messages_say() {
        let en = words(
            Language::EN,
            "date-day = { $d } { $name } { $year }\n\
             months-short = Jan, Feb, Mar, Apr, May, Jun, Jul, Aug, Sep, Oct, Nov, Dec\n\
             number-group = {\"\\u00A0\"}\n",
        );
        let day = NaiveDate::from_ymd_opt(2019, 12, 9).unwrap();
        assert_eq!(vi().day(day), "09/12/2019");
        assert_eq!((vi().day_of("2019-12-09"), vi().day_of("hôm qua")), ("09/12/2019".into(), "hôm qua".into()));
        assert_eq!(en.day(day), "9 Dec 2019");
        assert_eq!(words(Language::EN, "").day(day), "2019-12-09");
        assert_eq!(vi().date(PartialDate::Month(Month { year: 2020, month: 3 })), "tháng 3/2020");
        assert_eq!((vi().number(21_914), en.number(21_914)), ("21.914".into(), "21\u{a0}914".into()));
    }

    #[test]
    fn days_are_written_as_chrono_writes_them() {
        let vi = vi();
        let days = (-12_000..12_000).step_by(7).chain(1900..2100);
        for day in days.flat_map(|year| (1..=366).step_by(13).filter_map(move |n| NaiveDate::from_yo_opt(year, n))) {
            let zero = if day.month() < 3 { "0" } else { "" };
            assert_eq!(vi.day(day), format!("{:02}/{zero}{}/{:04}", day.day(), day.month(), day.year()));
            assert_eq!(iso(day), day.to_string());
        }
    }

    #[test]
    fn what_cannot_be_said_is_its_key() {
        let vi = words(Language::VI, "a = A\nb = { $n } B\n");
        assert_eq!((vi.say("a"), vi.say("b"), vi.say("c")), ("A".into(), "b".into(), "c".into()));
        assert_eq!((vi.count("b", 1_000), vi.with("b", &[("m", "1")])), ("1000 B".into(), "b".into()));
    }
}
