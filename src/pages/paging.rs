//! Long lists are cut into parts of one page each.

/// Most rows of a table on one page: what a phone shows on a dozen screens.
pub const PAGE_ROWS: usize = 50;

/// How many parts a list of `total` rows takes; at least one.
pub(crate) fn parts(total: usize) -> usize {
    total.div_ceil(PAGE_ROWS).max(1)
}

/// The rows of part `page` (from 1).
pub(crate) fn rows_of(page: usize, total: usize) -> std::ops::Range<usize> {
    let start = (page - 1) * PAGE_ROWS;
    start.min(total)..(start + PAGE_ROWS).min(total)
}
