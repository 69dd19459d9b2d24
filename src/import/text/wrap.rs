//! Joins the printed lines of a text to its paragraphs.

use super::labels::{begins_item, starts_small};
use super::line::{Line, is_finished, pattern};
use regex::Regex;
use std::sync::LazyLock;

/// How the lines of a text were made.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Shape {
    /// Whether lines end where the page was full; if not, each line is a paragraph.
    wrapped: bool,
    /// Column at which full lines end.
    width: usize,
    /// Least indent of a line; none if the first lines of paragraphs are not set in.
    base: Option<usize>,
    /// Whether paragraphs are set apart by empty lines.
    spaced: bool,
}

/// What stands between two lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Between {
    Nothing,
    Blank,
    /// The end of a page, a footnote: the text may go on behind it.
    Cut,
}

/// Longest line, in letters, that may come from a page.
const WIDEST: usize = 140;

impl Shape {
    pub fn of(lines: &[Line], blanks: usize) -> Self {
        let letters =
            |wide: bool| lines.iter().map(|l| l.right - l.indent).filter(|n| (*n > WIDEST) == wide).sum::<usize>();
        let mut rights: Vec<usize> = lines.iter().map(|l| l.right).filter(|r| (40..=WIDEST).contains(r)).collect();
        rights.sort_unstable();
        let width = rights.get(rights.len() * 9 / 10).copied().unwrap_or(WIDEST);
        let full = || lines.iter().filter(|l| l.right <= WIDEST && l.right * 10 >= width * 9);
        let least = full().map(|l| l.indent).min().unwrap_or(0);
        let set_in = full().filter(|l| l.indent >= least + 2).count();
        Self {
            wrapped: letters(false) >= letters(true) && full().count() * 4 >= lines.len().min(40),
            width,
            base: (set_in * 10 >= full().count()).then_some(least),
            spaced: blanks * 10 >= lines.len(),
        }
    }

    /// Whether `next` begins a paragraph of its own, `text` being the paragraph so far and `last` its last line.
    pub fn begins(&self, text: &str, last: &Line, next: &Line, between: Between) -> bool {
        let finished = is_finished(text);
        if begins_item(&next.text, &last.text, finished) || last.is_kind() || next.is_kind() {
            return true;
        }
        if next.is_capital() != last.is_capital() && (last.is_capital() || finished || self.is_short(last, next, 7)) {
            return true;
        }
        match between {
            // A sentence that stops at the end of a long line goes on behind the cut.
            Between::Cut => finished && !starts_small(&next.text) || last.is_capital() || !self.is_long(last),
            Between::Blank => finished || !starts_small(&next.text) || !self.is_long(last),
            Between::Nothing => {
                let goes_on = starts_small(&next.text) || next.text.starts_with(|c: char| c.is_ascii_digit());
                if !finished && goes_on {
                    return false;
                }
                if !self.wrapped {
                    return true;
                }
                let set_in = self.base.is_some_and(|base| next.indent >= base + 2);
                if finished {
                    return set_in || self.is_short(last, next, if self.spaced { 7 } else { 9 });
                }
                // The line below a heading is set in as the heading is; the rest of an item further.
                if set_in && text == last.text && last.indent.abs_diff(next.indent) <= 1 {
                    return true;
                }
                // Titles go on in capitals.
                !last.is_capital() && self.is_short(last, next, 7)
            }
        }
    }

    /// Whether the first word of `next` had room on `last` at so many tenths of the width.
    fn is_short(&self, last: &Line, next: &Line, tenths: usize) -> bool {
        let word = next.text.split(' ').next().map_or(0, |word| word.chars().count());
        (last.right + 1 + word) * 10 < self.width * tenths
    }

    /// Whether a line may have been ended by the edge of the page.
    fn is_long(&self, last: &Line) -> bool {
        last.right * 10 >= if self.wrapped { self.width * 7 } else { 800 }
    }
}

/// The end of a document number that a line end cut: `số 2764/QĐ-`.
static CUT_NUMBER: LazyLock<Regex> = LazyLock::new(|| pattern(r"(?:^|[\s/(0-9])(?:[A-ZĐ0-9]{1,12}[-/])+$"));

/// The text with a further line.
pub fn join(text: &mut String, last: &Line, next: &str) {
    if last.broken && (is_finished(text) || !starts_small(next)) {
        text.push('\n');
    } else if !(CUT_NUMBER.is_match(&last.text) && next.starts_with(|c: char| c.is_ascii_digit() || c.is_uppercase())) {
        text.push(' ');
    }
    text.push_str(next);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(text: &str) -> Line {
        Line {
            text: text.trim().to_owned(),
            indent: text.len() - text.trim_start().len(),
            right: text.chars().count(),
            broken: false,
        }
    }

    /// What the lines of a text are joined to.
    fn paragraphs(text: &str) -> Vec<String> {
        let lines: Vec<Line> = text.lines().filter(|l| !l.is_empty()).map(line).collect();
        let shape = Shape::of(&lines, text.lines().filter(|l| l.is_empty()).count());
        let mut done: Vec<(String, Line)> = Vec::new();
        let mut between = Between::Nothing;
        for text in text.lines() {
            match text {
                "" => between = Between::Blank,
                "\u{c}" => between = Between::Cut,
                _ => {
                    let next = line(text);
                    match done.last_mut() {
                        Some((text, last)) if !shape.begins(text, last, &next, between) => {
                            join(text, last, &next.text);
                            *last = next;
                        }
                        Some(_) | None => done.push((next.text.clone(), next)),
                    }
                    between = Between::Nothing;
                }
            }
        }
        done.into_iter().map(|(text, _)| text).collect()
    }

    #[test]
    fn full_lines_are_joined() {
        let text = "THÔNG BÁO\n\
            Kết luận của Chủ tịch Hội đồng Giả định tại phiên họp về việc rà soát các quy\n\
            trình nội bộ\n\n\
            Ngày 02 tháng 3 năm 2026, Chủ tịch Hội đồng Giả định đã chủ trì phiên họp. Tham\n\
            dự có đại diện các sở. Sau khi nghe báo cáo, Chủ tịch kết luận như sau:\n\
            1. Giao Sở Một chủ trì, phối hợp với Sở Hai và các cơ quan có liên quan rà soát\n\
            Quy chế, báo cáo trước ngày\n\
            15 tháng 4 năm 2026.\n\
            2. Sở Hai tổng hợp khó khăn, vướng mắc của các đơn vị theo quy định tại khoản\n\
            3. Việc này hoàn thành trong quý II, bảo đảm chất lượng và đúng quy định chung\n\
            \u{c}\n\
            của Hội đồng.";
        assert_eq!(
            paragraphs(text).iter().map(|p| p.split(' ').take(3).collect::<Vec<_>>().join(" ")).collect::<Vec<_>>(),
            ["THÔNG BÁO", "Kết luận của", "Ngày 02 tháng", "1. Giao Sở", "2. Sở Hai"]
        );
    }

    #[test]
    fn first_lines_that_are_set_in_begin_paragraphs() {
        let text = "      1. Tăng cường tuyên truyền về cải cách của Hội đồng Giả định năm nay\n\
            \x20     Các sở tổ chức tuyên truyền về mục tiêu, nội dung của việc cải cách và\n\
            kết quả đạt được. Các phòng của sở thì gửi báo cáo về Hội đồng đúng kỳ hạn.\n\
            \x20     - Sở Một công bố danh mục (theo Quyết định số 12/QĐ-HĐGĐ và Quyết định\n\
            \x20       Số 13/QĐ-HĐGĐ) để các đơn vị biết.";
        assert_eq!(paragraphs(text).len(), 3);
    }

    #[test]
    fn long_lines_are_paragraphs() {
        let long = "Chủ tịch Hội đồng Giả định đề nghị các sở ".repeat(6);
        assert_eq!(paragraphs(&format!("{long}\n{long}\nngắn")).len(), 2);
    }

    #[test]
    fn document_numbers_stay_whole() {
        let mut text = "Quyết định số 2764/QĐ-".to_owned();
        join(&mut text, &line("Quyết định số 2764/QĐ-"), "TTg ngày 1");
        assert_eq!(text, "Quyết định số 2764/QĐ-TTg ngày 1");
        let mut text = "ông Trần Văn A -".to_owned();
        join(&mut text, &line("ông Trần Văn A -"), "Phó Chủ tịch");
        assert_eq!(text, "ông Trần Văn A - Phó Chủ tịch");
    }
}
