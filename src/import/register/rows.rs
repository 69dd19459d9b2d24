//! What the rows below a head are: tasks, groups, parts of tasks, rows that go on, and rows that are none of these.

use super::cells;
use super::field::Field;
use super::head::Column;
use super::number::Label;
use crate::import::paper::{Merged, Row};
use regex::Regex;
use std::sync::LazyLock;

/// What a row is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    /// A task, with its number if one is printed.
    Task(Option<Label>),
    /// A heading over the rows that follow, with its number.
    Group(Option<Label>, String),
    /// Another lead or day of the task above.
    Part,
    /// More words for the cells of the row above.
    More,
    /// Empty, a total, a note, the head again.
    None,
}

static TOTAL: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)^(?:tổng cộng|tổng số|cộng|tổng)(?:\s*[:(].*|\s+\d.*|\s+cộng.*)?$").expect("a pattern")
});
/// Lines below a table that are none of its rows.
static NOTE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)^(?:\(?\*+\)?\s|(?:ghi chú|nơi nhận|người lập(?: biểu)?|lưu ý|đề xuất,? kiến nghị|kiến nghị, đề xuất)\s*(?::|$))").expect("a pattern")
});
/// The number of a column: `(1)`, `2`, `A`, `(4)=(2)+(3)`.
static COLUMN_NUMBER: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"^\(?(?:\d{1,2}|[A-Za-zĐ])\)?(?:\s*=.*)?$").expect("a pattern"));
/// Words that a sentence cannot end with.
static OPEN: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)(?:[;,:–-]|\b(?:và|của|các|cho|với|về|trong|theo|hoặc|để|từ|tại|những))$").expect("a pattern")
});
/// How words go on that begin in the middle: a small letter, or the next of several in brackets.
static GOES_ON: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"^(?:\p{Ll}|[-+•–(]\s*\S|[,;.)])").expect("a pattern"));

/// The rows below a head by their columns.
pub struct Rows<'a> {
    all: Vec<&'a Row>,
    columns: &'a [Column],
    indicators: bool,
}

impl<'a> Rows<'a> {
    /// `indicators`: the register lists indicators, whose numbered rows are never headings.
    pub fn new(rows: Vec<&'a Row>, columns: &'a [Column], indicators: bool) -> Self {
        Self { all: rows, columns, indicators }
    }

    pub fn len(&self) -> usize {
        self.all.len()
    }

    pub fn row(&self, at: usize) -> &'a Row {
        self.all[at]
    }

    /// The column of a field.
    pub fn column(&self, field: Field) -> Option<usize> {
        self.columns.iter().find(|c| c.field == Some(field)).map(|c| c.at)
    }

    /// The words of a cell itself.
    pub fn own(&self, at: usize, field: Field) -> &'a str {
        let cell = self.column(field).and_then(|column| self.all[at].cells.get(column));
        cell.map_or("", |cell| cell.text.trim())
    }

    /// Whether a cell is part of the one above it.
    pub fn merged(&self, at: usize, field: Field) -> bool {
        let cell = self.column(field).and_then(|column| self.all[at].cells.get(column));
        cell.is_some_and(|cell| cell.merged == Merged::Above)
    }

    fn label(&self, at: usize) -> Option<Label> {
        Label::of(self.own(at, Field::Number))
    }

    /// Whether a row says who, when or what for.
    fn says_duty(&self, at: usize) -> bool {
        [
            Field::Lead,
            Field::With,
            Field::Due,
            Field::Product,
            Field::Target,
            Field::Unit,
            Field::Source,
            Field::Assigned,
        ]
        .into_iter()
        .any(|field| !self.own(at, field).is_empty())
    }

    /// Whether it says who, or goes under the one above who does.
    fn says_who(&self, at: usize) -> bool {
        [Field::Lead, Field::With].into_iter().any(|field| !self.own(at, field).is_empty() || self.merged(at, field))
    }

    /// The one filled cell of a row.
    fn only_cell(&self, at: usize) -> Option<&'a str> {
        let mut filled = self.all[at].cells.iter().map(|cell| cell.text.trim()).filter(|text| !text.is_empty());
        filled.next().filter(|_| filled.next().is_none())
    }

    /// What the row is, after a task with the title `before` (if any came).
    pub fn kind(&self, at: usize, before: Option<&str>) -> Kind {
        let (number, title) = (self.own(at, Field::Number), self.own(at, Field::Title));
        if self.all[at].cells.iter().all(|cell| cell.text.trim().is_empty()) || self.is_head(at) || self.is_foot(at) {
            return Kind::None;
        }
        let above = (self.merged(at, Field::Number) || number.is_empty()) && before.is_some();
        if title.is_empty() && (above || self.merged(at, Field::Title)) && self.only_group(at).is_none() {
            return match (
                before.is_some(),
                self.own(at, Field::Due).is_empty() && self.own(at, Field::Product).is_empty(),
            ) {
                (false, _) => Kind::None,
                (true, true) if self.says_duty(at) => Kind::More,
                (true, true) => Kind::None,
                (true, false) => Kind::Part,
            };
        }
        if let Some((label, words)) = self.only_group(at) {
            return self.heading(at, label, words, before);
        }
        if title.is_empty() {
            return Kind::None;
        }
        if self.merged(at, Field::Number) && before.is_some() {
            return if self.says_duty(at) { Kind::Part } else { Kind::More };
        }
        let label = self.label(at);
        if self.is_group(at, label.as_ref()) {
            return Kind::Group(label, cells::line(title));
        }
        match label {
            Some(Label::Small(_)) if !self.says_duty(at) && !self.says_who(at) && before.is_some() => Kind::More,
            None if !self.says_duty(at) => self.unnumbered(at, title, before),
            None if before.is_some() && GOES_ON.is_match(title) => Kind::More,
            // Names and titles of signers below the table.
            None if self.column(Field::Number).is_some() && shouts(self.row(at)) => Kind::None,
            label => Kind::Task(label),
        }
    }

    /// A row with one filled cell: in the column of the title it is judged with its number; anywhere else it is a heading
    /// over the whole width.
    fn only_group(&self, at: usize) -> Option<(Option<Label>, String)> {
        let text = self.only_cell(at)?;
        let wide = self.own(at, Field::Title).is_empty();
        match Label::leading(text) {
            Some((label, words)) if wide || !matches!(label, Label::Count(_)) => Some((Some(label), words)),
            Some(_) | None if !wide => None,
            _ => {
                let letters = text.chars().filter(|c| c.is_alphabetic()).count();
                let first = self.column(Field::Number).or(self.column(Field::Title)).unwrap_or(0);
                let place = self.all[at].cells.iter().position(|cell| !cell.text.trim().is_empty()).unwrap_or(0);
                (letters > 3 && place <= first).then(|| (None, cells::line(text)))
            }
        }
    }

    fn heading(&self, at: usize, label: Option<Label>, words: String, before: Option<&str>) -> Kind {
        match label {
            None if before.is_some_and(|_| GOES_ON.is_match(&words)) => self.unnumbered(at, &words, before),
            label => Kind::Group(label, words),
        }
    }

    /// Words without a number and without a duty: the row above goes on, or a heading.
    fn unnumbered(&self, at: usize, words: &str, before: Option<&str>) -> Kind {
        let open = before.is_some_and(|before| OPEN.is_match(before.trim_end()));
        let goes_on = before.is_some() && (GOES_ON.is_match(words) || (open && !shouts(self.row(at))));
        if goes_on { Kind::More } else { Kind::Group(None, cells::line(words)) }
    }

    /// A numbered heading: a Roman number or a capital letter without anybody who leads, or a number whose rows follow.
    fn is_group(&self, at: usize, label: Option<&Label>) -> bool {
        match label {
            Some(Label::Roman(_) | Label::Capital(_)) => {
                !self.says_who(at)
                    && self.own(at, Field::Target).is_empty()
                    && (self.column(Field::Lead).is_some() || !self.says_duty(at))
            }
            Some(Label::Count(own)) if !self.indicators && !self.says_duty(at) && !self.says_who(at) => {
                let next = (at + 1..self.len()).find(|next| !self.own(*next, Field::Title).is_empty());
                match next.and_then(|next| self.label(next)) {
                    Some(Label::Count(next)) => {
                        next.strip_prefix(own.as_str()).is_some_and(|rest| rest.starts_with('.'))
                    }
                    Some(Label::Small(_)) => next.is_some_and(|next| self.says_duty(next) || self.says_who(next)),
                    Some(Label::Roman(_) | Label::Capital(_)) | None => false,
                }
            }
            Some(Label::Count(_) | Label::Small(_)) | None => false,
        }
    }

    /// The head again, on a new page, or the row of column numbers.
    fn is_head(&self, at: usize) -> bool {
        let cells = &self.all[at].cells;
        let filled = || cells.iter().enumerate().filter(|(_, cell)| !cell.text.trim().is_empty());
        let again = filled()
            .filter(|(n, cell)| self.columns.get(*n).is_some_and(|c| c.head == cells::line(&cell.text)))
            .count();
        let numbers = filled().filter(|(_, cell)| COLUMN_NUMBER.is_match(cell.text.trim())).count();
        let all = filled().count();
        again * 2 > all || (all > 1 && numbers == all)
    }

    /// A total or a note.
    fn is_foot(&self, at: usize) -> bool {
        let first = self.all[at].cells.iter().map(|cell| cell.text.trim()).find(|text| !text.is_empty()).unwrap_or("");
        let title = self.own(at, Field::Title);
        [first, title]
            .into_iter()
            .any(|text| NOTE.is_match(text) || (TOTAL.is_match(text) && self.own(at, Field::Lead).is_empty()))
    }
}

/// Whether a row has words in capital letters alone.
fn shouts(row: &Row) -> bool {
    let mut letters = row.cells.iter().flat_map(|cell| cell.text.chars()).filter(|c| c.is_alphabetic()).peekable();
    letters.peek().is_some() && letters.all(char::is_uppercase)
}
