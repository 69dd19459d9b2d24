//! Links between the parts of a long list.

use crate::pages::page::Page;
use crate::pages::paging::{PAGE_ROWS, parts_by, rows_by};
use crate::plan::route::Route;
use schemars::JsonSchema;
use serde::Serialize;

/// Links between the parts of a long list.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Pager {
    /// This part, from 1.
    pub page: usize,
    /// Number of parts.
    pub pages: usize,
    /// First row shown, from 1; 0 for an empty list.
    pub first: usize,
    /// Last row shown.
    pub last: usize,
    /// Rows in all.
    pub total: usize,
    /// The part before.
    pub previous: Option<String>,
    /// The part after.
    pub next: Option<String>,
    /// Numbered links; gaps have no address.
    pub links: Vec<PagerLink>,
}

/// One numbered link of a pager.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct PagerLink {
    /// Number, or `…` for a gap.
    pub text: String,
    /// Address; none for a gap and for the current part.
    pub href: Option<String>,
    /// Whether it is the part shown.
    pub current: bool,
}

impl Page<'_> {
    /// Part `page` (from 1) of a list of `total` rows, `address` naming each part.
    pub(crate) fn pager(&self, page: usize, total: usize, address: impl Fn(usize) -> Route) -> Pager {
        self.pager_by(PAGE_ROWS, page, total, address)
    }

    /// The same with `rows` in each part.
    pub(crate) fn pager_by(&self, rows: usize, page: usize, total: usize, address: impl Fn(usize) -> Route) -> Pager {
        let range = rows_by(rows, page, total);
        let first = if total == 0 { 0 } else { range.start + 1 };
        Pager { first, last: range.end, total, ..self.pager_of_parts(page, parts_by(rows, total), address) }
    }

    /// Links between `pages` parts of something that has no rows to count; counts the parts themselves.
    pub(crate) fn pager_of_parts(&self, page: usize, pages: usize, address: impl Fn(usize) -> Route) -> Pager {
        let href = |n: usize| self.href(address(n));
        let mut links = Vec::new();
        for n in 1..=pages {
            let near = n == 1 || n == pages || n.abs_diff(page) <= 2;
            if near {
                let href = (n != page).then(|| href(n));
                links.push(PagerLink { text: n.to_string(), href, current: n == page });
            } else if links.last().is_some_and(|l| l.text != "…") {
                links.push(PagerLink { text: "…".to_owned(), href: None, current: false });
            }
        }
        Pager {
            page,
            pages,
            first: page,
            last: page,
            total: pages,
            previous: (page > 1).then(|| href(page - 1)),
            next: (page < pages).then(|| href(page + 1)),
            links,
        }
    }
}
