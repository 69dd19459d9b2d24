//! What single cells of a register say.

use crate::import::names::{self, Name};
use chrono::NaiveDate;
use regex::Regex;
use std::sync::LazyLock;

/// A list that the system which wrote the sheet cut off: `… [+] Xem thêm`.
static CUT: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"(?i)\s*\[?\s*\+?\s*\]?\s*xem thêm\s*\W*$").expect("a pattern"));
/// Both roles in one cell: `Chủ trì: …`, then `Phối hợp: …`.
static ROLES: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?is)^\s*(?:[-+•*]\s*)?(?:(?:cơ quan|đơn vị)\s+)?chủ trì\s*:\s*(.*?)\W*\b(?:(?:cơ quan|đơn vị)\s+)?phối hợp\s*:\s*(.*)$").expect("a pattern")
});
static DAY: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$").expect("a pattern"));
/// Words of a status, where something else belongs.
static STATUS: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)^(?:đã |đang |chưa |không )?(?:hoàn thành|thực hiện|triển khai|xong|quá hạn|trong hạn|đúng hạn)(?: \([^)]*\))?\.?$")
        .expect("a pattern")
});

/// On one line, with single spaces.
pub fn line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Who a cell names. A list that was cut off ends where it was cut.
pub fn parties(cell: &str) -> Vec<Name> {
    names::list(&CUT.replace(cell, ""))
}

/// Who leads and who coordinates, where one cell says both.
pub fn roles(cell: &str) -> (Vec<Name>, Vec<Name>) {
    match ROLES.captures(cell) {
        Some(both) => {
            let of = |n| both.get(n).map_or_else(Vec::new, |found| parties(found.as_str()));
            (of(1), of(2))
        }
        None => (parties(cell), Vec::new()),
    }
}

/// A day, as a workbook holds it or written day, month, year.
pub fn day(cell: &str) -> Option<NaiveDate> {
    let text = cell.trim();
    if let Ok(day) = text.parse() {
        return Some(day);
    }
    let found = DAY.captures(text)?;
    let number = |n: usize| found.get(n).and_then(|digits| digits.as_str().parse::<u32>().ok());
    NaiveDate::from_ymd_opt(i32::try_from(number(3)?).ok()?, number(2)?, number(1)?).filter(|day| day >= &FIRST)
}

/// No register is older.
const FIRST: NaiveDate = NaiveDate::from_ymd_opt(1945, 9, 2).expect("a day");

/// Whether the words tell how far something is.
pub fn is_status(cell: &str) -> bool {
    STATUS.is_match(&line(cell))
}

/// Products by lines or semicolons; `-` and the like say that there is none.
pub fn products(cell: &str) -> Vec<String> {
    let bare =
        |part: &str| line(part).trim_start_matches(['-', '+', '•', '*', ' ']).trim_end_matches([';', ' ']).to_owned();
    cell.split(['\n', ';']).map(bare).filter(|part| part.chars().any(char::is_alphanumeric)).collect()
}
