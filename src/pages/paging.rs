//! Long lists are cut into parts of one page each.

/// Most rows of a table on one page: what a phone shows on a dozen screens.
pub const PAGE_ROWS: usize = 50;

/// Most rows on one page where the first twenty are shown and the rest is folded.
pub const FOLDED_ROWS: usize = 100;

/// Most rows of a list that has no parts: twenty are shown, the rest is folded.
pub const APART_ROWS: usize = 2 * FOLDED_ROWS;

/// Most changes on one page: each takes more room than a row.
pub const CHANGES: usize = 35;

/// How many parts a list of `total` rows takes; at least one.
pub(crate) fn parts(total: usize) -> usize {
    parts_by(PAGE_ROWS, total)
}

/// The same with `rows` in each part.
pub(crate) fn parts_by(rows: usize, total: usize) -> usize {
    total.div_ceil(rows).max(1)
}

/// The rows of part `page` (from 1).
pub(crate) fn rows_of(page: usize, total: usize) -> std::ops::Range<usize> {
    rows_by(PAGE_ROWS, page, total)
}

/// The same with `rows` in each part.
pub(crate) fn rows_by(rows: usize, page: usize, total: usize) -> std::ops::Range<usize> {
    let start = (page - 1) * rows;
    start.min(total)..(start + rows).min(total)
}
