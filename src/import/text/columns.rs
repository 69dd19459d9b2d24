//! Columns side by side: the letterhead, and "Nơi nhận" beside the signature.

use super::clean;
use super::line::{Line, is_of_page, is_rule, pattern};
use crate::import::paper::{Cell, Row, Table};
use regex::Regex;
use std::sync::LazyLock;

static RECIPIENTS: LazyLock<Regex> = LazyLock::new(|| pattern(r"^\s*(?i:nơi nhận)\s*:"));
static DATE: LazyLock<Regex> = LazyLock::new(|| pattern(r"(?i)ngày.{0,20}tháng.{0,20}năm"));

/// Words behind which room is left for a number to be written in: `Số:      /QĐ-UBND`.
static BLANK: LazyLock<Regex> = LazyLock::new(|| pattern(r"(?i)(?:^|\s)(?:số\s*:?|ngày|tháng|năm)$"));

/// Most lines of such a block.
const MAX_LINES: usize = 80;
/// Least number of spaces between two columns.
const GAP: usize = 3;
/// Where the second column begins at the earliest.
const SECOND: usize = 25;

/// Words of a line, between the columns at which they begin and end.
struct Part<'a> {
    from: usize,
    to: usize,
    words: &'a str,
}

/// Whether columns may begin at a line: in the head of a paper, and at its recipients.
pub fn may_begin(line: &str, in_head: bool) -> bool {
    RECIPIENTS.is_match(line) || in_head && beside(line).is_some()
}

/// The block of two columns that begins at the first of `lines`, as a table of one row, and how many lines it takes.
pub fn read(lines: &[&str], number: u32) -> Option<(Table, usize)> {
    let foot = lines.first().is_some_and(|line| RECIPIENTS.is_match(line));
    let (mut left, mut right) = (Vec::new(), Vec::new());
    let (mut left_edge, mut right_edge) = (0, SECOND);
    let (mut used, mut dated, mut blank) = (0, false, false);
    for (at, text) in lines.iter().enumerate().take(MAX_LINES) {
        let words = clean::line(text);
        if words.is_empty() {
            blank = true;
            continue;
        }
        let kind = Line { text: words.clone(), indent: 0, right: 0, broken: false }.is_kind();
        if at > 0 && (text.contains('\u{c}') || is_of_page(&words) || kind || !foot && blank && dated) {
            break;
        }
        blank = false;
        if let Some([a, b]) = beside(text) {
            right_edge = if right.is_empty() { b.from } else { right_edge.min(b.from) };
            left_edge = left_edge.max(a.to);
            push(&mut left, a.words);
            push(&mut right, b.words);
        } else {
            let part = whole(text);
            if part.from >= right_edge || part.from > left_edge.max(SECOND) && part.to > right_edge {
                push(&mut right, part.words);
            } else if foot || part.to <= right_edge {
                push(&mut left, part.words);
            } else {
                break;
            }
        }
        used = at + 1;
        dated |= DATE.is_match(&words);
    }
    let cell = |lines: &[String]| Cell { text: lines.join("\n"), ..Cell::default() };
    let row = Row { number, cells: vec![cell(&left), cell(&right)] };
    let both = !left.is_empty() && !right.is_empty();
    both.then(|| (Table { sheet: None, number: 0, rows: vec![row] }, used))
}

/// The two parts of a line on the sides of its widest gap.
fn beside(line: &str) -> Option<[Part<'_>; 2]> {
    let part = whole(line);
    let (mut widest, mut gap) = ((0, 0, 0), None);
    for (column, (at, c)) in part.words.char_indices().enumerate() {
        gap = match gap {
            None if c.is_whitespace() => Some((column, at)),
            Some((start, from)) if !c.is_whitespace() => {
                let room = column - start + if part.words[from..at].contains('\t') { GAP } else { 0 };
                if room > widest.0 && !BLANK.is_match(&part.words[..from]) {
                    widest = (room, from, at);
                }
                None
            }
            gap => gap,
        };
    }
    let (room, from, to) = widest;
    (room >= GAP).then(|| {
        let count = |text: &str| text.chars().count();
        let (a, b) = (&part.words[..from], &part.words[to..]);
        let second = part.from + count(&part.words[..to]);
        [
            Part { from: part.from, to: part.from + count(a), words: a },
            Part { from: second, to: second + count(b), words: b },
        ]
    })
}

fn whole(line: &str) -> Part<'_> {
    let from = line.chars().take_while(|c| c.is_whitespace()).count();
    let words = line.trim();
    Part { from, to: from + words.chars().count(), words }
}

/// Rules drawn below the words of a letterhead are no words.
fn push(lines: &mut Vec<String>, words: &str) {
    let words = clean::line(words);
    if !words.is_empty() && !is_rule(&words) {
        lines.push(words);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(text: &str) -> Option<(Vec<String>, usize)> {
        let lines: Vec<&str> = text.lines().collect();
        let (table, used) = read(&lines, 1)?;
        Some((table.rows[0].cells.iter().map(|cell| cell.text.clone()).collect(), used))
    }

    #[test]
    fn letterhead_beside_the_motto() {
        let text = "  BỘ GIẢ ĐỊNH               CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\
                    \x20  _______                     Độc lập - Tự do - Hạnh phúc\n\
                    \x20 Số: 12/TB-BGĐ\n\
                    \x20                              Hà Nội, ngày 02 tháng 3 năm 2026\n\n\
                    \x20                                THÔNG BÁO";
        let (cells, used) = cells(text).expect("two columns");
        assert_eq!(cells[0], "BỘ GIẢ ĐỊNH\nSố: 12/TB-BGĐ");
        assert_eq!(
            cells[1],
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nHà Nội, ngày 02 tháng 3 năm 2026"
        );
        assert_eq!(used, 4);
    }

    #[test]
    fn recipients_beside_the_signature() {
        let text = "Nơi nhận:                           KT. BỘ TRƯỞNG\n\
                    - Như trên;                          THỨ TRƯỞNG\n\
                    - Lưu: VT.\n\n\n\
                    \x20                                     Nguyễn Văn A\n";
        let (cells, used) = cells(text).expect("two columns");
        assert_eq!(cells, ["Nơi nhận:\n- Như trên;\n- Lưu: VT.", "KT. BỘ TRƯỞNG\nTHỨ TRƯỞNG\nNguyễn Văn A"]);
        assert_eq!(used, 6);
    }

    #[test]
    fn room_for_a_number_is_no_column() {
        let text = "  BỘ GIẢ ĐỊNH               CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\
                    Số:        /QĐ-BGĐ                Hà Nội, ngày      tháng      năm 2026\n";
        let (cells, _) = cells(text).expect("two columns");
        assert_eq!(cells[0], "BỘ GIẢ ĐỊNH\nSố: /QĐ-BGĐ");
    }

    #[test]
    fn one_column_is_none() {
        assert_eq!(cells("Nơi nhận:\n- Như trên;\n- Lưu: VT."), None);
        assert!(!may_begin("Sở A rà soát", true) && !may_begin("a     b", false));
    }
}
