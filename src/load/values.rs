//! Flags, numbers, words, dates, addresses: fields whose text has a shape of its own.

use super::address::{self, Fault};
use super::fields::{Fields, Loc};
use super::schema::Kind;
use crate::diag::{Code, Diagnostic, Place, Sink, closest};
use crate::model::{AgencyCode, ClauseLabel, CompletedOn, PartialDate, Period, parse_day};
use chrono::NaiveDate;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DayOrPeriod {
    Day(NaiveDate),
    Period(Period),
}

impl DayOrPeriod {
    pub fn parse(text: &str) -> Option<Self> {
        parse_day(text).map(Self::Day).or_else(|| Period::parse(text).map(Self::Period))
    }

    pub fn first(self) -> NaiveDate {
        match self {
            Self::Day(day) => day,
            Self::Period(period) => period.first(),
        }
    }

    pub fn last(self) -> NaiveDate {
        match self {
            Self::Day(day) => day,
            Self::Period(period) => period.last(),
        }
    }
}

impl Fields<'_> {
    pub fn flag(&mut self, name: &str, sink: &mut Sink) -> Option<Loc<bool>> {
        let text = self.scalar(name, sink)?;
        let value = match &*text.value {
            "true" | "True" | "TRUE" => true,
            "false" | "False" | "FALSE" => false,
            _ => {
                self.wrong_type(name, text.at, "text", sink);
                return None;
            }
        };
        Some(Loc { value, at: text.at })
    }

    /// A whole number within the bounds of its field.
    pub fn count(&mut self, name: &str, sink: &mut Sink) -> Option<Loc<u32>> {
        let Kind::Count(min, max) = self.kind(name) else { unreachable!("`{name}` is a count in its record") };
        let text = self.scalar(name, sink)?;
        let digits = !text.value.is_empty() && text.value.bytes().all(|b| b.is_ascii_digit());
        let negative = text.value.strip_prefix('-').is_some_and(|n| n.bytes().all(|b| b.is_ascii_digit()));
        if !digits && !negative {
            let diagnostic = Diagnostic::new(Code::WrongType, text.at).arg("of", "field").arg("field", name);
            let diagnostic =
                diagnostic.arg("found", "text").arg("expected", "count").arg("example", self.example(name));
            let near = bare(&text.value).parse().is_ok_and(|n| (min..=max).contains(&n));
            sink.push(diagnostic.suggest(near.then(|| bare(&text.value))));
            return None;
        }
        match text.value.parse::<u32>() {
            Ok(n) if (min..=max).contains(&n) => Some(Loc { value: n, at: text.at }),
            Ok(_) | Err(_) => {
                let diagnostic = Diagnostic::new(Code::OutOfRange, text.at).arg("field", name).arg("value", text.value);
                let diagnostic = diagnostic.arg("reason", "range");
                sink.push(diagnostic.arg("min", min.to_string()).arg("max", max.to_string()));
                None
            }
        }
    }

    /// A number with a decimal point. One that cannot be held with all its digits is refused, since exports and pages
    /// would say another.
    pub fn number(&mut self, name: &str, sink: &mut Sink) -> Option<f64> {
        let text = self.scalar(name, sink)?;
        let plain = text.value.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'.' | b'-' | b'+'));
        match text.value.parse::<f64>() {
            Ok(n) if plain && n.is_finite() && is_exact(&text.value, n) => Some(n),
            Ok(_) if plain => {
                let diagnostic = Diagnostic::new(Code::OutOfRange, text.at).arg("field", name).arg("value", text.value);
                sink.push(diagnostic.arg("reason", "digits"));
                None
            }
            Ok(_) | Err(_) => {
                let point = bare(&text.value).replace(',', ".");
                let near = point.parse::<f64>().is_ok_and(f64::is_finite).then_some(point);
                let diagnostic = Diagnostic::new(Code::WrongType, text.at)
                    .arg("of", "field")
                    .arg("field", name)
                    .arg("found", "text");
                sink.push(diagnostic.arg("expected", "number").arg("example", "12.5").suggest(near));
                None
            }
        }
    }

    /// One of the words of the field; `read` gives each its meaning.
    pub fn choice<T>(&mut self, name: &str, sink: &mut Sink, read: impl Fn(&str) -> Option<T>) -> Option<Loc<T>> {
        let Kind::Choice(words) = self.kind(name) else { unreachable!("`{name}` is a choice in its record") };
        let explain = |diagnostic: Diagnostic, text: &str| {
            diagnostic.arg("allowed", words.join(", ")).suggest(closest(text, words.iter().copied()))
        };
        self.parsed(name, sink, read, explain, Code::UnknownValue)
    }

    /// A list of words of the field; those that `read` refuses are reported and left out.
    pub fn choices<T>(&mut self, name: &str, sink: &mut Sink, read: impl Fn(&str) -> Option<T>) -> Vec<T> {
        let Kind::Choices(words) = self.kind(name) else { unreachable!("`{name}` is a list of choices in its record") };
        let mut found = Vec::new();
        for text in self.list(name, sink).0 {
            match read(&text.value) {
                Some(value) => found.push(value),
                None => sink.push(
                    Diagnostic::new(Code::UnknownValue, text.at)
                        .arg("field", name)
                        .arg("value", &*text.value)
                        .arg("allowed", words.join(", "))
                        .suggest(closest(&text.value, words.iter().copied())),
                ),
            }
        }
        found
    }

    pub fn day(&mut self, name: &str, sink: &mut Sink) -> Option<Loc<NaiveDate>> {
        self.parsed(name, sink, parse_day, |diagnostic, text| bad_date(diagnostic, text, "day"), Code::BadDate)
    }

    pub fn partial_date(&mut self, name: &str, sink: &mut Sink) -> Option<Loc<PartialDate>> {
        let explain = |diagnostic, text: &str| bad_date(diagnostic, text, "partial-date");
        self.parsed(name, sink, PartialDate::parse, explain, Code::BadDate)
    }

    /// A day, a month, a year or `unknown`.
    pub fn completed_on(&mut self, name: &str, sink: &mut Sink) -> Option<Loc<CompletedOn>> {
        let read = |text: &str| match text {
            "unknown" => Some(CompletedOn::Unknown),
            text => PartialDate::parse(text).map(CompletedOn::Date),
        };
        self.parsed(name, sink, read, |diagnostic, text| bad_date(diagnostic, text, "completed-on"), Code::BadDate)
    }

    pub fn period(&mut self, name: &str, sink: &mut Sink) -> Option<Loc<Period>> {
        self.parsed(name, sink, Period::parse, |diagnostic, text| bad_date(diagnostic, text, "period"), Code::BadDate)
    }

    pub fn day_or_period(&mut self, name: &str, sink: &mut Sink) -> Option<Loc<DayOrPeriod>> {
        let explain = |diagnostic, text: &str| bad_date(diagnostic, text, "day-or-period");
        self.parsed(name, sink, DayOrPeriod::parse, explain, Code::BadDate)
    }

    pub fn clause(&mut self, name: &str, sink: &mut Sink) -> Option<Loc<ClauseLabel>> {
        let near = |text: &str| {
            let stripped: String = unquoted(text).chars().filter(|c| !c.is_whitespace()).collect();
            let stripped = stripped.replace(')', "").replace('/', ".");
            let stripped = stripped.trim_matches('.');
            ClauseLabel::parse(stripped).map(|_| stripped.to_owned())
        };
        self.parsed(name, sink, ClauseLabel::parse, |diagnostic, text| diagnostic.suggest(near(text)), Code::BadClause)
    }

    /// An address; only `http` and `https` are passed on to readers.
    pub fn url(&mut self, name: &str, sink: &mut Sink) -> Option<Loc<String>> {
        self.address(name, address::fault, sink)
    }

    /// The address of a site.
    pub fn base_url(&mut self, name: &str, sink: &mut Sink) -> Option<Loc<String>> {
        self.address(name, address::base_fault, sink)
    }

    /// A mailbox.
    pub fn email(&mut self, name: &str, sink: &mut Sink) -> Option<String> {
        let read = |text: &str| address::is_mailbox(text).then(|| text.to_owned());
        // Copied out of a mail program.
        let near = |text: &str| {
            let bare = text.trim_start_matches("mailto:").trim_matches(['<', '>', ' ']);
            Some(bare.to_owned()).filter(|bare| address::is_mailbox(bare))
        };
        self.parsed(name, sink, read, |diagnostic, text| diagnostic.suggest(near(text)), Code::BadEmail)
            .map(|l| l.value)
    }

    /// The code of an agency.
    pub fn agency_code(&mut self, name: &str, sink: &mut Sink) -> Option<Loc<AgencyCode>> {
        let explain =
            |diagnostic: Diagnostic, text: &str| diagnostic.arg("reason", "shape").suggest(likely_agency_code(text));
        self.parsed(name, sink, AgencyCode::parse, explain, Code::AgencyCode)
    }

    fn address(&mut self, name: &str, fault: fn(&str) -> Option<Fault>, sink: &mut Sink) -> Option<Loc<String>> {
        let text = self.located(name, sink)?;
        let Some((reason, near)) = fault(&text.value) else { return Some(text) };
        let diagnostic = Diagnostic::new(Code::UnsafeUrl, text.at).arg("url", text.value).arg("reason", reason);
        sink.push(diagnostic.suggest(near));
        None
    }
}

/// `g22` and the older form `000.00.00.G22` (QCVN 102:2016/BTTTT), which begins with the lowest level.
fn likely_agency_code(text: &str) -> Option<String> {
    let text = text.trim().to_ascii_uppercase();
    let turned: Vec<&str> = text.rsplit('.').filter(|part| part.bytes().any(|b| b != b'0')).collect();
    [turned.join("."), text.clone()].into_iter().find(|code| AgencyCode::parse(code).is_some())
}

/// Whether a number is the one that was written: up to 15 digits always are.
fn is_exact(text: &str, number: f64) -> bool {
    let digits = |text: &str| {
        let (whole, part) = text.split_once('.').unwrap_or((text, ""));
        let sign = if text.starts_with('-') { "-" } else { "" };
        format!("{sign}{}.{}", whole.trim_start_matches(['+', '-', '0']), part.trim_end_matches('0'))
    };
    text.len() <= 15 || digits(text) == digits(&number.to_string())
}

/// Reports an end before its beginning.
pub fn check_order(from: NaiveDate, from_at: Place, until: NaiveDate, until_at: Place, sink: &mut Sink) {
    if until < from {
        let diagnostic = Diagnostic::new(Code::PeriodReversed, until_at).arg("from", from.to_string());
        sink.push(diagnostic.arg("until", until.to_string()).also(from_at, "from-here"));
    }
}

/// What is wrong with a date, and how it was perhaps meant: `30/6/2024` is the way dates are written in documents.
fn bad_date(diagnostic: Diagnostic, text: &str, expected: &str) -> Diagnostic {
    let (reason, near) = explain_date(text);
    diagnostic.arg("expected", expected).arg("reason", reason).suggest(near)
}

/// A date that a person wrote, as the data writes it: `30/6/2024` is `2024-06-30`.
pub fn likely_date(text: &str) -> Option<String> {
    let text = text.trim();
    if PartialDate::parse(text).is_some() {
        return Some(text.to_owned());
    }
    // The number of a day is too easily the number of something else.
    let (reason, near) = explain_date(text);
    near.filter(|_| reason != "serial")
}

/// Without the quotes that a word processor has put around it.
fn unquoted(text: &str) -> &str {
    text.trim_matches(|c: char| matches!(c, '“' | '”' | '„' | '‘' | '’' | '«' | '»' | '"' | '\'') || c.is_whitespace())
}

/// A number without quotes and without its sign of per cent.
fn bare(text: &str) -> String {
    unquoted(unquoted(text).trim_end_matches('%')).to_owned()
}

/// Excel counts days from here; its days of 1955 to 2119 have five digits that look like no year.
fn of_excel(text: &str) -> Option<NaiveDate> {
    let days: u64 = text.parse().ok().filter(|n| (20_000..80_000).contains(n))?;
    NaiveDate::from_ymd_opt(1899, 12, 30)?.checked_add_days(chrono::Days::new(days))
}

pub fn explain_date(text: &str) -> (&'static str, Option<String>) {
    let written = text;
    let text = unquoted(text);
    if let Some(day) = of_excel(text) {
        return ("serial", Some(day.to_string()));
    }
    let dashes = ['-', '/', '.', '–', '—', '‐', '‑', '−'];
    let numbers: Vec<&str> = text.split(dashes).map(str::trim).collect();
    let digits = |s: &&str| !s.is_empty() && s.len() <= 4 && s.bytes().all(|b| b.is_ascii_digit());
    if !numbers.iter().all(digits) {
        return ("shape", None);
    }
    let padded = match numbers[..] {
        [y, m, d] if y.len() == 4 => format!("{y}-{m:0>2}-{d:0>2}"),
        [d, m, y] if y.len() == 4 => format!("{y}-{m:0>2}-{d:0>2}"),
        [y, m] if y.len() == 4 => format!("{y}-{m:0>2}"),
        [m, y] if y.len() == 4 => format!("{y}-{m:0>2}"),
        _ => return ("shape", None),
    };
    if PartialDate::parse(&padded).is_none() {
        return ("impossible", None);
    }
    if padded == written { ("kind", None) } else { ("shape", Some(padded)) }
}

#[cfg(test)]
mod tests {
    use super::{explain_date, is_exact, likely_agency_code};

    #[test]
    fn codes_as_other_papers_write_them() {
        for (text, near) in [
            ("000.00.00.G22", Some("G22")),
            ("000.00.18.G12", Some("G12.18")),
            ("g22.05", Some("G22.05")),
            ("22", None),
        ] {
            assert_eq!(likely_agency_code(text).as_deref(), near, "{text}");
        }
    }

    #[test]
    fn numbers_keep_all_their_digits() {
        for text in [
            "9007199254740992",
            "-9007199254740991",
            "+00000000000000012.50000",
            "0.1234567890123456",
            "-0.0000000000000000",
        ] {
            assert!(is_exact(text, text.parse().expect(text)), "{text}");
        }
        for text in ["9007199254740993", "-12345678901234567", "0.1234567890123456789", "1.00000000000000000001"] {
            assert!(!is_exact(text, text.parse().expect(text)), "{text}");
        }
    }

    #[test]
    fn dates_as_documents_write_them() {
        for (text, reason, near) in [
            ("30/6/2024", "shape", Some("2024-06-30")),
            ("2024-6-30", "shape", Some("2024-06-30")),
            ("31.12.2023", "shape", Some("2023-12-31")),
            ("6/2024", "shape", Some("2024-06")),
            ("2023-02-29", "impossible", None),
            ("2024-06", "kind", None),
            ("2024–05–02", "shape", Some("2024-05-02")),
            ("“2024-05-02”", "shape", Some("2024-05-02")),
            ("45000", "serial", Some("2023-03-15")),
            ("60", "shape", None),
            ("cuối năm", "shape", None),
            ("", "shape", None),
        ] {
            assert_eq!(explain_date(text), (reason, near.map(str::to_owned)), "{text}");
        }
    }
}
