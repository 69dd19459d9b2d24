//! How a language writes a day.

use chrono::{Datelike, NaiveDate};

/// How a language writes a day: its message `date-day`, cut at its variables once and for all.
pub(super) struct DayPattern {
    parts: Vec<Part>,
    months: Vec<String>,
}

enum Part {
    Text(String),
    Day,
    Day2,
    Month,
    Month2,
    MonthOfficial,
    MonthName,
    Year,
}

const VARIABLES: [&str; 7] = ["d", "dd", "m", "mm", "mo", "name", "year"];

/// Stands around the variables of `date-day`: no message has it in its text.
const MARK: char = '\u{1}';

impl DayPattern {
    /// Takes `date-day` from whoever says it with the values of its variables, and the names of the months.
    pub(super) fn new(say: impl FnOnce(&[(&str, &str)]) -> String, months: &str) -> Self {
        let marked = VARIABLES.map(|name| format!("{MARK}{name}{MARK}"));
        let values: Vec<(&str, &str)> = VARIABLES.into_iter().zip(marked.iter().map(String::as_str)).collect();
        let months = months.split(',').map(|month| month.trim().to_owned()).collect();
        // Texts and variables take turns.
        let text = say(&values);
        let parts = text.split(MARK).enumerate().map(|(n, text)| match (n % 2, text) {
            (1, "d") => Part::Day,
            (1, "dd") => Part::Day2,
            (1, "m") => Part::Month,
            (1, "mm") => Part::Month2,
            (1, "mo") => Part::MonthOfficial,
            (1, "name") => Part::MonthName,
            (1, _) => Part::Year,
            (_, text) => Part::Text(text.to_owned()),
        });
        Self { parts: parts.collect(), months }
    }

    pub(super) fn write(&self, day: NaiveDate) -> String {
        let mut out = String::with_capacity(12);
        for part in &self.parts {
            match part {
                Part::Text(text) => out.push_str(text),
                Part::Day => push_number(&mut out, day.day(), 1),
                Part::Day2 => push_number(&mut out, day.day(), 2),
                Part::Month => push_number(&mut out, day.month(), 1),
                Part::Month2 => push_number(&mut out, day.month(), 2),
                // A zero for January and February alone (Nghị định 30/2020/NĐ-CP).
                Part::MonthOfficial => push_number(&mut out, day.month(), if day.month() < 3 { 2 } else { 1 }),
                Part::MonthName => out.push_str(self.months.get(day.month0() as usize).map_or("", String::as_str)),
                Part::Year => match u32::try_from(day.year()) {
                    Ok(year) => push_number(&mut out, year, 4),
                    // Before the year 0.
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
