//! Dates, numbers and labels as a reader of one language expects them.

use super::view::{DateView, RateView, StatusView, TallyBox, TallyView};
use crate::derive::{Label, Rate, Status, Tally, Timeliness};
use crate::model::{Dataset, DocumentIx, Language, Origin, PartialDate, Period};
pub use crate::theme::Arg;
use crate::theme::Theme;
use chrono::{Datelike, NaiveDate};
use std::sync::Arc;

/// Where the words come from: the message files of the theme.
pub trait Say: Send + Sync {
    /// The words of `key` in `lang` with `args`; the key itself where there are none, which the check of the theme's
    /// messages keeps from happening.
    fn say(&self, lang: Language, key: &str, args: &[(&str, Arg<'_>)]) -> String;
}

impl Say for Theme {
    fn say(&self, lang: Language, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        self.message_with(lang.code(), key, args).unwrap_or_else(|| key.to_owned())
    }
}

/// The words of one language.
pub struct Words {
    say: Arc<dyn Say>,
    /// The language.
    pub lang: Language,
    labels: Vec<String>,
    day: DayPattern,
    /// Between groups of three digits; before decimals.
    separators: (String, String),
}

/// How a language writes a day: its message `date-day`, cut at its variables once and for all.
struct DayPattern {
    parts: Vec<DayPart>,
    months: Vec<String>,
}

enum DayPart {
    Text(String),
    Day,
    Day2,
    Month,
    Month2,
    MonthName,
    Year,
}

impl DayPattern {
    fn new(message: &str, months: &str) -> Self {
        let months = months.split(',').map(|m| m.trim().to_owned()).collect();
        let mut parts = Vec::new();
        let mut rest = message;
        while let Some((before, (name, after))) =
            rest.split_once('\u{1}').and_then(|(before, rest)| Some((before, rest.split_once('\u{1}')?)))
        {
            if !before.is_empty() {
                parts.push(DayPart::Text(before.to_owned()));
            }
            parts.push(match name {
                "d" => DayPart::Day,
                "dd" => DayPart::Day2,
                "m" => DayPart::Month,
                "mm" => DayPart::Month2,
                "name" => DayPart::MonthName,
                _ => DayPart::Year,
            });
            rest = after;
        }
        if !rest.is_empty() {
            parts.push(DayPart::Text(rest.to_owned()));
        }
        Self { parts, months }
    }

    fn write(&self, day: NaiveDate) -> String {
        let mut out = String::with_capacity(12);
        for part in &self.parts {
            match part {
                DayPart::Text(text) => out.push_str(text),
                DayPart::Day => push_number(&mut out, day.day(), 1),
                DayPart::Day2 => push_number(&mut out, day.day(), 2),
                DayPart::Month => push_number(&mut out, day.month(), 1),
                DayPart::Month2 => push_number(&mut out, day.month(), 2),
                DayPart::MonthName => out.push_str(self.months.get(day.month0() as usize).map_or("", String::as_str)),
                DayPart::Year => match u32::try_from(day.year()) {
                    Ok(year) => push_number(&mut out, year, 4),
                    Err(_) => out.extend([format!("{:04}", day.year())]),
                },
            }
        }
        out
    }
}

/// Adds a number of at least so many digits. Pages have many dates, for which Rust's own formatting is slow.
fn push_number(out: &mut String, n: u32, least: u32) {
    let digits = n.checked_ilog10().map_or(1, |log| log + 1).max(least);
    out.extend((0..digits).rev().map(|place| char::from(b'0' + (n / 10_u32.pow(place) % 10) as u8)));
}

impl Words {
    /// Takes the words of `lang`; those of labels once and for all.
    pub fn new(say: Arc<dyn Say>, lang: Language) -> Self {
        let labels = Label::ALL.iter().map(|l| say.say(lang, &format!("label-{}", l.code()), &[])).collect();
        let variables = ["d", "dd", "m", "mm", "name", "year"].map(|name| (name, format!("\u{1}{name}\u{1}")));
        let variables = variables.each_ref().map(|(name, mark)| (*name, Arg::Text(mark)));
        let day = DayPattern::new(&say.say(lang, "date-day", &variables), &say.say(lang, "months-short", &[]));
        let separators = (say.say(lang, "number-group", &[]), say.say(lang, "number-point", &[]));
        Self { say, lang, labels, day, separators }
    }

    /// The words of `key`.
    pub fn say(&self, key: &str) -> String {
        self.say.say(self.lang, key, &[])
    }

    /// The words of `key` with values.
    pub fn with(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        self.say.say(self.lang, key, args)
    }

    /// What a language calls itself.
    pub fn name_of(&self, language: Language) -> String {
        self.say.say(language, "language-name", &[])
    }

    /// The words of a label.
    pub fn label(&self, label: Label) -> &str {
        &self.labels[label as usize]
    }

    /// A document in few words: its number, else its kind and date, else its meeting's date.
    pub fn document(&self, data: &Dataset, ix: DocumentIx) -> String {
        let document = &data[ix];
        let (key, day) = match (&document.number, document.origin) {
            (Some(number), _) => return number.clone(),
            (None, Origin::News(news)) => ("document-news", data[data[news].meeting].held),
            (None, Origin::Meeting(meeting)) => ("document-unnumbered", document.issued.or(data[meeting].held)),
        };
        let day = day.map_or_else(|| self.say("unknown"), |d| self.day(d).text);
        self.with(key, &[("date", Arg::Text(&day))])
    }

    /// `09/12/2019` in Vietnamese, `9 Dec 2019` in English: as the message `date-day` says.
    pub fn day(&self, day: NaiveDate) -> DateView {
        DateView { text: self.day.write(day), iso: iso(day) }
    }

    /// A date as exactly as it is known.
    pub fn date(&self, date: PartialDate) -> DateView {
        let text = match date {
            PartialDate::Day(day) => return self.day(day),
            PartialDate::Month(m) => self.period(Period::Month(m)),
            PartialDate::Year(y) => self.period(Period::Year(y)),
        };
        DateView { text, iso: date.code() }
    }

    /// `tháng 3/2020`, `quý IV/2018`, `6 tháng cuối năm 2023`, `năm 2025`.
    pub fn period(&self, period: Period) -> String {
        let year = |y: i32| y.to_string();
        match period {
            Period::Month(m) => {
                let month = Arg::Count(m.month as usize);
                self.with("date-month", &[("month", month), ("year", Arg::Text(&year(m.year)))])
            }
            Period::Quarter(y, q) => {
                let roman = ["I", "II", "III", "IV"][usize::from(q.0 - 1)];
                self.with("date-quarter", &[("roman", Arg::Text(roman)), ("year", Arg::Text(&year(y)))])
            }
            Period::Half(y, h) => {
                self.with("date-half", &[("n", Arg::Count(usize::from(h.0))), ("year", Arg::Text(&year(y)))])
            }
            Period::Year(y) => self.with("date-year", &[("year", Arg::Text(&year(y)))]),
        }
    }

    /// A whole number with thousands separators.
    pub fn number(&self, n: u64) -> String {
        let (group, _) = &self.separators;
        let digits = n.to_string();
        let mut out = String::with_capacity(digits.len() + digits.len() / 3);
        for (i, c) in digits.chars().enumerate() {
            if i > 0 && (digits.len() - i).is_multiple_of(3) {
                out.push_str(group);
            }
            out.push(c);
        }
        out
    }

    /// A decimal number, at most six places, none that are zero.
    pub fn decimal(&self, x: f64) -> String {
        let (_, point) = &self.separators;
        let plain = format!("{x:.6}");
        let plain = plain.trim_end_matches('0').trim_end_matches('.');
        let (sign, plain) = plain.strip_prefix('-').map_or(("", plain), |rest| ("-", rest));
        let (whole, part) = plain.split_once('.').unwrap_or((plain, ""));
        let whole = whole.parse().map_or_else(|_| whole.to_owned(), |n| self.number(n));
        if part.is_empty() { format!("{sign}{whole}") } else { format!("{sign}{whole}{point}{part}") }
    }

    /// Hundredths of a percent: `98,63%`, `98.63%`.
    pub fn percent(&self, basis_points: u32) -> String {
        let (_, point) = &self.separators;
        let (whole, part) = (self.number(u64::from(basis_points / 100)), basis_points % 100);
        match part {
            0 => format!("{whole}%"),
            part => format!("{whole}{point}{part:02}%"),
        }
    }

    /// A status with its words; `detail` says how many days late or left.
    pub fn status(&self, status: &Status) -> StatusView {
        StatusView {
            detail: self.detail(status),
            due: status.due.map(|d| self.day(d)),
            percent: status.percent,
            ..self.bare(status.label)
        }
    }

    /// A label without days.
    pub fn bare(&self, label: Label) -> StatusView {
        StatusView {
            code: label.code(),
            tone: tone(label),
            text: self.label(label).to_owned(),
            detail: String::new(),
            due: None,
            percent: None,
        }
    }

    fn detail(&self, status: &Status) -> String {
        let days = |key: &str, n: i64| self.with(key, &[("n", Arg::Count(n.unsigned_abs() as usize))]);
        match (status.label, status.timeliness) {
            (Label::CompletedLate, Timeliness::Missed(n)) | (Label::Overdue, Timeliness::Overdue(n)) => {
                days("detail-late", n)
            }
            (Label::InTime, Timeliness::Ahead(n)) => days("detail-left", n),
            (Label::DueSoon, Timeliness::DueSoon(0)) => self.say("detail-today"),
            (Label::DueSoon, Timeliness::DueSoon(n)) => days("detail-left", n),
            _ => String::new(),
        }
    }

    /// Counts, boxes and rates of one unit.
    pub fn tally(&self, tally: &Tally) -> TallyView {
        let total = tally.total();
        let (mut boxes, mut offset, mut seen) = (Vec::new(), 0, 0_u64);
        for label in Label::ALL {
            let count = tally.of(label);
            if count == 0 {
                continue;
            }
            // Cumulative rounding: the shares add up to the whole.
            seen += u64::from(count);
            let end = (seen * 10_000 / u64::from(total)) as u32;
            boxes.push(TallyBox {
                code: label.code(),
                tone: tone(label),
                text: self.label(label).to_owned(),
                count,
                count_text: self.number(u64::from(count)),
                share: end - offset,
                offset,
            });
            offset = end;
        }
        TallyView {
            total,
            total_text: self.number(u64::from(total)),
            boxes,
            completed: tally.completed(),
            completed_dated: tally.completed_dated(),
            on_time: tally.of(Label::CompletedOnTime),
            late: tally.of(Label::CompletedLate),
            open_in_time: tally.open_in_time(),
            overdue: tally.of(Label::Overdue),
            past_due_unreported: tally.of(Label::PastDueUnreported),
            open_undated: tally.open_undated(),
            aside: tally.aside(),
            completion: self.rate(tally.completion_rate()),
            punctuality: self.rate(tally.punctuality_rate()),
        }
    }

    fn rate(&self, rate: Rate) -> RateView {
        RateView {
            numerator: self.number(u64::from(rate.numerator)),
            denominator: self.number(u64::from(rate.denominator)),
            percent: rate.basis_points().map(|bp| self.percent(bp)),
        }
    }
}

/// Group of colours of a label.
pub fn tone(label: Label) -> &'static str {
    match label {
        Label::CompletedOnTime | Label::Completed | Label::CompletedUnclear => "done",
        Label::CompletedLate => "late-done",
        Label::InTime | Label::InProgress | Label::Continuous => "open",
        Label::DueSoon => "soon",
        Label::Overdue => "overdue",
        Label::PastDueUnreported | Label::NoInformation => "unknown",
        Label::NotApplicable | Label::Suspended => "aside",
    }
}

/// `2019-12-09`.
pub fn iso(day: NaiveDate) -> String {
    let Ok(year @ 0..=9999) = u32::try_from(day.year()) else { return day.to_string() };
    let mut out = String::with_capacity(10);
    push_number(&mut out, year, 4);
    out.push('-');
    push_number(&mut out, day.month(), 2);
    out.push('-');
    push_number(&mut out, day.day(), 2);
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Month;

    struct Keys;
    impl Say for Keys {
        fn say(&self, lang: Language, key: &str, args: &[(&str, Arg<'_>)]) -> String {
            let of = |name: &str| {
                args.iter().find(|(n, _)| *n == name).map_or("", |(_, arg)| match arg {
                    Arg::Text(text) => text,
                    Arg::Count(_) => "",
                })
            };
            match (key, lang) {
                ("date-day", Language::VI) => format!("{}/{}/{}", of("dd"), of("mm"), of("year")),
                ("date-day", _) => format!("{} {} {}", of("d"), of("name"), of("year")),
                ("months-short", _) => "Jan, Feb, Mar, Apr, May, Jun, Jul, Aug, Sep, Oct, Nov, Dec".to_owned(),
                ("number-group", Language::VI) | ("number-point", Language::EN) => ".".to_owned(),
                ("number-group" | "number-point", _) => ",".to_owned(),
                _ => format!("{key}{args:?}"),
            }
        }
    }

    #[test]
    fn numbers_and_dates() {
        let vi = Words::new(Arc::new(Keys), Language::VI);
        let en = Words::new(Arc::new(Keys), Language::EN);
        let day = NaiveDate::from_ymd_opt(2019, 12, 9).unwrap();
        assert_eq!(vi.day(day).text, "09/12/2019");
        assert_eq!(en.day(day).text, "9 Dec 2019");
        assert_eq!(vi.number(21_914), "21.914");
        assert_eq!(en.number(1_234_567), "1,234,567");
        assert_eq!(vi.number(7), "7");
        assert_eq!(vi.percent(9_863), "98,63%");
        assert_eq!(vi.percent(10_000), "100%");
        assert_eq!(vi.percent(5), "0,05%");
        assert_eq!(vi.decimal(8.12), "8,12");
        assert_eq!(vi.decimal(-1234.5), "-1.234,5");
        assert_eq!(en.decimal(40.0), "40");
        assert_eq!(vi.date(PartialDate::Month(Month { year: 2020, month: 3 })).iso, "2020-03");
    }

    #[test]
    fn days_are_written_as_chrono_writes_them() {
        let vi = Words::new(Arc::new(Keys), Language::VI);
        let days = (-12_000..12_000).step_by(7).chain(1900..2100);
        for day in days.flat_map(|year| (1..=366).step_by(13).filter_map(move |n| NaiveDate::from_yo_opt(year, n))) {
            let text = format!("{:02}/{:02}/{:04}", day.day(), day.month(), day.year());
            assert_eq!(vi.day(day), DateView { text, iso: day.to_string() });
        }
    }

    #[test]
    fn shares_add_up() {
        let vi = Words::new(Arc::new(Keys), Language::VI);
        let tally: Tally = [Label::Completed, Label::Overdue, Label::InTime].into_iter().collect();
        let view = vi.tally(&tally);
        assert_eq!(view.boxes.iter().map(|b| b.share).sum::<u32>(), 10_000);
        assert_eq!(view.boxes.iter().map(|b| b.count).sum::<u32>(), view.total);
    }
}
