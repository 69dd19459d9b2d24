//! What a cell of a workbook can hold.

use chrono::{Datelike, NaiveDate};
use rust_xlsxwriter::ExcelDateTime;
use std::borrow::Cow;

/// Most UTF-16 units of a cell: a limit of the format.
const LONGEST: usize = 32_767;
/// Most rows of a sheet, its head included: a limit of the format.
pub(super) const MOST_ROWS: u32 = 1_048_576;

/// Midnight of a day, where the format can hold it.
pub(super) fn midnight(day: NaiveDate) -> Option<ExcelDateTime> {
    let year = u16::try_from(day.year()).ok()?;
    ExcelDateTime::from_ymd(year, day.month() as u8, day.day() as u8).ok()
}

/// A text of a length that a cell can hold; whole in CSV and JSON. No text of the content is written without it.
pub(super) fn cut(text: &str) -> Cow<'_, str> {
    // A text of so few bytes has no more units.
    if text.len() <= LONGEST || text.encode_utf16().count() <= LONGEST {
        return Cow::Borrowed(text);
    }
    let mut units = 0;
    let fits = |c: &char| {
        units += c.len_utf16();
        units < LONGEST
    };
    text.chars().take_while(fits).chain(['…']).collect::<String>().into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_text_ends_within_a_cell() {
        for unit in ["a", "ế", "😀"] {
            let long = cut(&unit.repeat(LONGEST)).into_owned();
            let units = long.encode_utf16().count();
            assert!(units <= LONGEST && units + 2 > LONGEST, "{unit}: {units}");
            let whole = unit.repeat(LONGEST / 2);
            assert_eq!(cut(&whole), whole);
        }
        assert!(cut(&"😀".repeat(LONGEST)).ends_with('…'));
    }
}
