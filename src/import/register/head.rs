//! Where the head of a register stands, and which column holds what.

use super::field::{self, Field};
use super::number::Label;
use crate::import::due;
use crate::import::names::{self, Kind};
use crate::import::paper::{Merged, Row};
use std::ops::Range;

/// How far down a head is looked for: title rows above it are few.
const MAX_ABOVE: usize = 40;
/// Longer cells are no heads.
const MAX_HEAD: usize = 120;
/// Rows that one head may have.
const MAX_HEAD_ROWS: usize = 3;
/// Rows in which the cells of a column are looked at.
const SAMPLE: usize = 30;

/// A column of a register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// Place in the rows, from 0.
    pub at: usize,
    /// Its head as written; of two rows, both.
    pub head: String,
    /// What it holds; none: nothing says so.
    pub field: Option<Field>,
    /// Whether the head says it; else it was told by the cells below, or another column says it better.
    pub sure: bool,
}

/// The head of a table, if it has one that a register has: the rows and the columns.
pub fn find(rows: &[Row]) -> Option<(Range<usize>, Vec<Column>)> {
    let mut best: Option<(usize, Range<usize>, Vec<Column>)> = None;
    // A title above the table fills one cell.
    let several = |row: &Row| row.cells.iter().filter(|cell| !cell.text.trim().is_empty()).count() > 1;
    for first in (0..rows.len().min(MAX_ABOVE)).filter(|first| several(&rows[*first])) {
        for last in first..(first + MAX_HEAD_ROWS).min(rows.len()) {
            if last > first && !goes_on(rows, first, last) {
                break;
            }
            let columns = columns(&rows[first..=last]);
            let known = fields(&columns);
            if known > best.as_ref().map_or(0, |(known, ..)| *known) && says_register(&columns) {
                best = Some((known, first..last + 1, columns));
            }
        }
    }
    let (_, head, mut columns) = best?;
    let below = &rows[head.end..rows.len().min(head.end + SAMPLE)];
    number_without_head(&mut columns, below);
    title_without_head(&mut columns, below);
    settle(&mut columns, below);
    columns.iter().any(|c| c.field == Some(Field::Title)).then_some((head, columns))
}

/// A title and what makes a task of it, or several columns that only registers have.
fn says_register(columns: &[Column]) -> bool {
    let has = |field| columns.iter().any(|c| c.field == Some(field));
    let duty = [Field::Lead, Field::With, Field::Due, Field::Product, Field::Target, Field::Unit, Field::Assigned];
    let duties = duty.into_iter().filter(|field| has(*field)).count();
    duties > 0 && (has(Field::Title) || duties > 1)
}

/// How many different fields the columns hold.
fn fields(columns: &[Column]) -> usize {
    let mut known: Vec<_> = columns.iter().filter_map(|c| c.field).filter(|f| *f != Field::Ignored).collect();
    known.sort_unstable();
    known.dedup();
    known.len()
}

/// Whether a row belongs to the head above it: cells of the head reach into it, or it says under a wide head what its
/// columns are, and its other cells are empty.
fn goes_on(rows: &[Row], first: usize, row: usize) -> bool {
    let cells = &rows[row].cells;
    let reaches = cells.iter().enumerate().any(|(at, cell)| {
        cell.merged == Merged::Above && rows[row - 1].cells.get(at).is_some_and(|above| above.merged != Merged::Left)
    });
    let filled: Vec<_> = cells.iter().enumerate().filter(|(_, cell)| !cell.text.trim().is_empty()).collect();
    let title = columns(&rows[first..row]).iter().find(|c| c.field == Some(Field::Title)).map(|c| c.at);
    !filled.is_empty()
        && filled
            .iter()
            .all(|(at, cell)| Some(*at) != title && cell.text.len() <= MAX_HEAD && Label::of(&cell.text).is_none())
        && (reaches || filled.iter().any(|(_, cell)| field::of_head(&cell.text).is_some()))
        && filled.len() < cells.len()
}

/// Columns by the rows of a head: the lowest words tell first, then all of them from the top.
fn columns(head: &[Row]) -> Vec<Column> {
    let width = head.iter().map(|row| row.cells.len()).max().unwrap_or(0);
    let top = spread(&head[0]);
    let column = |at: usize| {
        let mut words: Vec<&str> = vec![top.get(at).copied().unwrap_or("")];
        words.extend(head[1..].iter().map(|row| row.cells.get(at).map_or("", |cell| cell.text.as_str())));
        words.retain(|words| !words.trim().is_empty());
        let whole = words.join(" ").split_whitespace().collect::<Vec<_>>().join(" ");
        let long = whole.len() > MAX_HEAD * 2;
        let own = words.last().copied().and_then(field::of_head);
        let found = own.or_else(|| field::of_head(&whole)).filter(|_| !long);
        Column { at, field: found.map(|(field, _)| field), sure: found.is_some(), head: whole }
    };
    (0..width).map(column).collect()
}

/// The words of a row, those of a wide cell at each column below it. Where nothing tells how wide it is, an empty cell
/// right of it is taken for a part of it only where the row below is filled; that is seen by the words of both.
fn spread(row: &Row) -> Vec<&str> {
    let mut last = "";
    let mut words = Vec::with_capacity(row.cells.len());
    for cell in &row.cells {
        if cell.merged != Merged::Left {
            last = cell.text.as_str();
        }
        words.push(last);
    }
    words
}

/// A column without a head whose cells count is the number.
fn number_without_head(columns: &mut [Column], below: &[Row]) {
    if columns.iter().any(|c| c.field == Some(Field::Number)) {
        return;
    }
    let counts = |at: usize| {
        let cells =
            || below.iter().filter_map(move |row| row.cells.get(at)).map(|c| c.text.trim()).filter(|t| !t.is_empty());
        let numbers = cells().filter(|text| Label::of(text).is_some()).count();
        numbers > 0 && numbers * 10 >= cells().count() * 8
    };
    if let Some(column) = columns.iter_mut().find(|c| c.field.is_none() && counts(c.at)) {
        column.field = Some(Field::Number);
        column.sure = column.head.is_empty();
    }
}

/// Where no head says what is to be done, the unknown column with the longest words does.
fn title_without_head(columns: &mut [Column], below: &[Row]) {
    if columns.iter().any(|c| c.field == Some(Field::Title)) {
        return;
    }
    let length =
        |at: usize| below.iter().filter_map(|row| row.cells.get(at)).map(|cell| cell.text.len()).sum::<usize>();
    let unknown = columns.iter_mut().filter(|c| c.field.is_none() && length(c.at) > 0);
    if let Some(column) = unknown.max_by_key(|c| length(c.at)) {
        column.field = Some(Field::Title);
        column.sure = false;
    }
}

/// One column a field: of several, the one whose head says it best; further titles are details. Of an indicator,
/// `Kết quả` is what it is to reach and `Đơn vị` what it is counted in.
fn settle(columns: &mut [Column], below: &[Row]) {
    let indicators = columns.iter().any(|c| c.field == Some(Field::Title) && speaks_of_indicators(&c.head))
        && columns
            .iter()
            .any(|c| matches!(c.field, Some(Field::Unit | Field::Target)) || field::words(&c.head) == "đơn vị");
    if indicators {
        let has = |columns: &[Column], field| columns.iter().any(|c| c.field == Some(field));
        if !has(columns, Field::Unit) {
            let unit = columns.iter_mut().find(|c| field::words(&c.head) == "đơn vị");
            if let Some(unit) = unit {
                unit.field = Some(Field::Unit);
            }
        }
        if !has(columns, Field::Target) {
            let target = columns.iter_mut().find(|c| c.field == Some(Field::Product));
            if let Some(target) = target {
                target.field = Some(Field::Target);
            }
        }
    }
    // Without another deadline, `Tiến độ` is one where its cells are: a plan words it so.
    if !columns.iter().any(|c| c.field == Some(Field::Due)) {
        let paces = columns.iter_mut().filter(|c| c.field == Some(Field::Progress));
        if let Some(column) = paces.into_iter().find(|c| holds_days(c.at, below)) {
            column.field = Some(Field::Due);
            column.sure = false;
        }
    }
    // Beside a column of agencies, persons in charge do not lead: `Đơn vị | Phụ trách`.
    let leads: Vec<usize> = columns.iter().filter(|c| c.field == Some(Field::Lead)).map(|c| c.at).collect();
    let (persons, agencies): (Vec<usize>, Vec<usize>) = leads.into_iter().partition(|at| holds_persons(*at, below));
    if !agencies.is_empty() {
        for column in columns.iter_mut().filter(|c| persons.contains(&c.at)) {
            (column.field, column.sure) = (Some(Field::Supervisor), false);
        }
    }
    for (_, field) in Field::NAMES.iter().filter(|(_, field)| !field.repeats()) {
        let rank = |c: &Column| field::of_head(&c.head).map_or(usize::MAX, |(_, rank)| rank);
        let of: Vec<_> = columns.iter().filter(|c| c.field == Some(*field)).map(|c| (rank(c), c.at)).collect();
        let Some((_, best)) = of.iter().min() else { continue };
        for column in columns.iter_mut().filter(|c| c.field == Some(*field) && c.at != *best) {
            column.field = (*field == Field::Title).then_some(Field::Detail);
            column.sure = false;
        }
    }
}

/// Whether most cells of a column name persons.
fn holds_persons(at: usize, below: &[Row]) -> bool {
    let cells = || below.iter().filter_map(|row| row.cells.get(at)).filter(|cell| !cell.text.trim().is_empty());
    let person = |text: &str| {
        let names = names::list(text);
        !names.is_empty() && names.iter().all(|name| name.kind == Kind::Person)
    };
    let persons = cells().take(SAMPLE).filter(|cell| cell.text.len() <= MAX_HEAD && person(&cell.text)).count();
    persons > 0 && persons * 2 > cells().take(SAMPLE).count()
}

/// Whether most cells of a column are deadlines.
fn holds_days(at: usize, below: &[Row]) -> bool {
    let cells = || below.iter().filter_map(|row| row.cells.get(at)).filter(|cell| !cell.text.trim().is_empty());
    let day = |text: &str| due::of_cell(text, &due::Context::default()).is_some_and(|found| found.due.is_some());
    let days = cells().filter(|cell| cell.text.len() <= MAX_HEAD && day(&cell.text)).count();
    days > 0 && days * 2 > cells().count()
}

/// Whether a head names indicators rather than tasks.
pub fn speaks_of_indicators(head: &str) -> bool {
    let words = field::words(head);
    ["chỉ tiêu", "chỉ số"].iter().any(|phrase| words.contains(phrase)) && !words.contains("nhiệm vụ")
}
