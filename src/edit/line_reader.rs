//! Reads the cells of one line. A cell is taken as it was meant or told with its reason; nothing is guessed.

use super::sheet::{Cell, Line, NumberFormat, day_of};
use crate::load::likely_date;
use crate::model::Period;
use crate::open_data::report_form::{Field, state_of};
use chrono::Datelike;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LineError {
    /// The line, from 1.
    pub line: u32,
    /// The column, where one is at fault.
    pub field: Option<Field>,
    pub value: String,
    pub reason: Reason,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    NoTask,
    /// No such task; the one perhaps meant.
    UnknownTask(Option<String>),
    /// A register's number that tasks of several documents have: their ids.
    AmbiguousReference(Vec<String>),
    NoAgency,
    /// No such agency; the one perhaps meant.
    UnknownAgency(Option<String>),
    /// A group that does not lead the task, or whose members report one by one.
    NoReportOfGroup,
    /// Another agency than the one asked for.
    OtherAgency,
    /// A day, and nothing that was done by then.
    NoReport,
    /// No date; the one that the stored number perhaps means.
    BadDate(Option<String>),
    BadPeriod,
    BadState,
    /// No whole number from 0 to 100.
    BadPercent,
    /// No number, or one that may be a thousand times another.
    BadReading,
    /// What a formula shows that failed.
    ErrorCell,
    /// A formula whose value is not in the file.
    NoValue,
    /// A day in a column of texts: it may have been a number such as 12/2024.
    DayForText,
    /// A number that the program may have shown in another way, or a logical value, in a column of texts.
    NumberForText,
}

/// Longest value that an error shows, in characters.
const SHOWN: usize = 80;

pub struct LineReader<'a> {
    pub line: &'a Line,
    pub errors: &'a mut Vec<LineError>,
}

impl LineReader<'_> {
    pub fn error(&mut self, field: impl Into<Option<Field>>, value: &str, reason: Reason) {
        let value = match value.char_indices().nth(SHOWN) {
            Some((end, _)) => format!("{}…", &value[..end]),
            None => value.to_owned(),
        };
        self.errors.push(LineError { line: self.line.number, field: field.into(), value, reason });
    }

    pub fn has(&self, field: Field) -> bool {
        self.line.cells.contains_key(&field)
    }

    /// The cell of a column; what is no value in any column is told.
    fn cell(&mut self, field: Field) -> Option<Cell> {
        match self.line.cells.get(&field)? {
            Cell::Error(text) => self.error(field, text, Reason::ErrorCell),
            Cell::NoValue => self.error(field, "", Reason::NoValue),
            cell @ (Cell::Text(_) | Cell::Number(..) | Cell::Day(_) | Cell::Flag(_)) => return Some(cell.clone()),
        }
        None
    }

    /// The text of a cell, or a whole number that is shown as one.
    pub fn text(&mut self, field: Field) -> Option<String> {
        match self.cell(field)? {
            Cell::Text(text) => return Some(text),
            Cell::Number(x, NumberFormat::Plain) if is_whole(x) => return Some(format!("{x:.0}")),
            Cell::Day(day) => self.error(field, &written(day), Reason::DayForText),
            cell => self.error(field, &shown(&cell), Reason::NumberForText),
        }
        None
    }

    pub fn date(&mut self, field: Field) -> Option<String> {
        let cell = self.cell(field)?;
        let (date, near) = match &cell {
            Cell::Day(day) => (Some(day.to_string()), None),
            Cell::Text(text) => (likely_date(text), None),
            // A year; a day that lost its format is a number of another size.
            Cell::Number(x, _) if (1900.0..2200.0).contains(x) && is_whole(*x) => (Some(format!("{x:.0}")), None),
            Cell::Number(x, _) => (None, day_of(*x, false).map(written)),
            Cell::Flag(_) | Cell::Error(_) | Cell::NoValue => (None, None),
        };
        if date.is_none() {
            self.error(field, &shown(&cell), Reason::BadDate(near));
        }
        date
    }

    /// A date, or that it is not known.
    pub fn completed_on(&mut self) -> Option<String> {
        match self.line.cells.get(&Field::CompletedOn) {
            Some(Cell::Text(text)) if matches!(&*text.to_lowercase(), "unknown" | "chưa rõ" | "không rõ") => {
                Some("unknown".to_owned())
            }
            Some(_) => self.date(Field::CompletedOn),
            None => None,
        }
    }

    pub fn progress(&mut self) -> Option<&'static str> {
        let word = self.text(Field::Progress)?;
        let state = state_of(&word);
        if state.is_none() {
            self.error(Field::Progress, &word, Reason::BadState);
        }
        state
    }

    /// A whole number of hundredths: in a cell that shows `60 %`, 0.6 is stored.
    pub fn percent(&mut self) -> Option<u8> {
        let cell = self.cell(Field::Percent)?;
        let number = match &cell {
            Cell::Text(text) => text.strip_suffix('%').unwrap_or(text).trim_end().parse::<u8>().ok().map(f64::from),
            Cell::Number(x, NumberFormat::Percent) => {
                // The stored fraction is rarely exact.
                let hundredths = x * 100.0;
                Some(if (hundredths - hundredths.round()).abs() < 1e-6 { hundredths.round() } else { hundredths })
            }
            Cell::Number(x, NumberFormat::Plain | NumberFormat::Other) => Some(*x),
            Cell::Number(_, NumberFormat::Day) | Cell::Day(_) | Cell::Flag(_) | Cell::Error(_) | Cell::NoValue => None,
        };
        let number = number.and_then(|number| (0..=100).find(|n| (f64::from(*n) - number).abs() < f64::EPSILON));
        if number.is_none() {
            self.error(Field::Percent, &shown(&cell), Reason::BadPercent);
        }
        number
    }

    /// Values of the indicator: one number, or several with semicolons between.
    pub fn readings(&mut self) -> Vec<f64> {
        let Some(cell) = self.cell(Field::Readings) else { return Vec::new() };
        let numbers: Option<Vec<f64>> = match &cell {
            Cell::Text(text) => text.split(';').map(number_of).collect(),
            // The stored fraction is rarely exact.
            Cell::Number(x, NumberFormat::Percent) => Some(vec![(x * 1e8).round() / 1e6]),
            Cell::Number(x, NumberFormat::Plain | NumberFormat::Other) => Some(vec![*x]),
            Cell::Number(_, NumberFormat::Day) | Cell::Day(_) | Cell::Flag(_) | Cell::Error(_) | Cell::NoValue => None,
        };
        if numbers.is_none() {
            self.error(Field::Readings, &shown(&cell), Reason::BadReading);
        }
        numbers.unwrap_or_default()
    }

    /// As the sheet had it; a program may have made a day of a month.
    pub fn period(&mut self) -> Option<String> {
        let cell = self.cell(Field::Period)?;
        let text = match &cell {
            Cell::Day(day) if day.day() == 1 => format!("{:04}-{:02}", day.year(), day.month()),
            cell => shown(cell),
        };
        let period = Period::parse(&text).or_else(|| Period::parse(&likely_date(&text)?));
        if period.is_none() {
            self.error(Field::Period, &shown(&cell), Reason::BadPeriod);
        }
        period.map(Period::code)
    }
}

/// A number with a decimal comma or point. `1.234` is a thousand and more to some and one and a bit to others: none.
fn number_of(text: &str) -> Option<f64> {
    let text = text.trim().trim_end_matches('%').trim_end().replace(',', ".");
    let (whole, rest) = text.split_once('.').unwrap_or((&text, ""));
    let thousands = rest.len() == 3 && !matches!(whole, "0" | "-0");
    let plain = text.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'.' | b'-'));
    if plain && !thousands { text.parse().ok() } else { None }
}

/// Whether a number is whole, and so small that no digit of it can be lost.
fn is_whole(x: f64) -> bool {
    x.fract() == 0.0 && x.abs() < 1e15
}

/// A day as the form has it.
fn written(day: chrono::NaiveDate) -> String {
    day.format("%d/%m/%Y").to_string()
}

/// A cell as its program shows it, or nearly.
fn shown(cell: &Cell) -> String {
    match cell {
        Cell::Text(text) | Cell::Error(text) => text.clone(),
        Cell::Number(x, NumberFormat::Percent) => format!("{} %", x * 100.0),
        Cell::Number(x, _) if x.abs() < 1e15 => x.to_string(),
        Cell::Number(x, _) => format!("{x:e}"),
        Cell::Day(day) => written(*day),
        Cell::Flag(true) => "TRUE".to_owned(),
        Cell::Flag(false) => "FALSE".to_owned(),
        Cell::NoValue => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::number_of;

    #[test]
    fn numbers_are_taken_in_one_way_or_not_at_all() {
        let good =
            [("35,5", 35.5), ("35.5", 35.5), (" 40 % ", 40.0), ("-1,25", -1.25), ("0,125", 0.125), ("1234", 1234.0)];
        for (text, number) in good {
            assert_eq!(number_of(text), Some(number), "{text}");
        }
        for text in ["", "1.234", "1,234", "1.234.567", "1.234,5", "1e5", "inf", "nan", "40 xã", "5-6"] {
            assert_eq!(number_of(text), None, "{text}");
        }
    }
}
