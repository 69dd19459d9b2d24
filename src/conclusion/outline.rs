//! Where a label stands among those before it: its path.
//!
//! A stack of open clauses. A label closes everything of its rank or below: Roman > capital > article > number (with
//! fewer parts first) > letter > dash or ordinal > bracketed. What stands inside a Markdown list item stays below it.

use super::mark::Mark;
use crate::model::ClauseLabel;

#[derive(Debug, Default)]
pub(super) struct Outline {
    open: Vec<Entry>,
}

#[derive(Debug, Clone)]
struct Entry {
    rank: u8,
    /// The end of the path: `2`, or `1` for `2.1` below `2`.
    part: String,
    mark: Mark,
    heading: Option<u8>,
    /// Of a dash or ordinal: its sign, the nesting of Markdown lists around it, its number.
    counted: Option<(char, usize, u32)>,
    /// Place of its block in the text.
    block: Option<usize>,
}

const ANNEX: u8 = 0;
const PART: u8 = 1;
const UPPER: u8 = 10;
const ARTICLE: u8 = 20;
const ARABIC: u8 = 30;
const LETTER: u8 = 40;
const COUNTED: u8 = 50;
const PAREN: u8 = 90;
/// Deeper clauses are text.
const MAX_DEPTH: usize = 12;

impl Outline {
    pub(super) fn is_empty(&self) -> bool {
        self.open.is_empty()
    }

    pub(super) fn len(&self) -> usize {
        self.open.len()
    }

    /// Nesting of the innermost open clause (0-based); 0 without one.
    pub(super) fn depth(&self) -> usize {
        let within: usize = self.open.iter().map(|entry| entry.part.matches('.').count()).sum();
        within + self.open.len().saturating_sub(1)
    }

    /// The open letter of a list `a.`, `b.`
    pub(super) fn last_letter(&self) -> Option<char> {
        self.open.iter().rev().find_map(|e| if let Mark::Letter(c) = e.mark { Some(c) } else { None })
    }

    /// The open letter of a list `A.`, `B.`
    pub(super) fn last_upper(&self) -> Option<char> {
        self.open.iter().rev().find_map(|e| if let Mark::Upper(c) = e.mark { Some(c) } else { None })
    }

    /// Opens a clause and returns its path; none (and nothing changed) where it would be too deep or too long.
    /// The first `floor` clauses stay open, whatever the rank; `nesting` counts the Markdown lists around.
    pub(super) fn enter(
        &mut self,
        mark: &Mark,
        floor: usize,
        nesting: usize,
        heading: Option<u8>,
    ) -> Option<ClauseLabel> {
        let before = self.open.clone();
        let entry = self.place(mark, floor.min(self.open.len()), nesting, heading);
        self.open.push(entry);
        let label = ClauseLabel::parse(&self.path()).filter(|_| self.open.len() <= MAX_DEPTH);
        if label.is_none() {
            self.open = before;
        }
        label
    }

    /// Closes what must be closed for `mark`, and makes its entry.
    fn place(&mut self, mark: &Mark, floor: usize, nesting: usize, heading: Option<u8>) -> Entry {
        let (rank, part, counted) = match mark {
            Mark::Annex(number) => {
                // Nothing of the text stays open, whatever stands around.
                self.open.clear();
                (ANNEX, ClauseLabel::of_annex(*number).as_str().to_owned(), None)
            }
            Mark::Part(part) => (PART, part.clone(), None),
            Mark::Upper(c) => (UPPER, c.to_string(), None),
            Mark::Article(n) => (ARTICLE, n.to_string(), None),
            Mark::Letter(c) => (LETTER, c.to_string(), None),
            Mark::Paren(inside) => (PAREN, inside.clone(), None),
            Mark::Arabic(components) => return self.place_arabic(components, floor, heading),
            Mark::Ordinal(n) => {
                let (rank, _) = self.counted_rank('T', nesting, floor);
                (rank, n.to_string(), Some(('T', nesting, *n)))
            }
            Mark::Bullet(sign) => {
                let (rank, n) = self.counted_rank(*sign, nesting, floor);
                (rank, (n + 1).to_string(), Some((*sign, nesting, n + 1)))
            }
        };
        self.close(rank, floor);
        Entry { rank, part, mark: mark.clone(), heading, counted, block: None }
    }

    fn place_arabic(&mut self, components: &[u32], floor: usize, heading: Option<u8>) -> Entry {
        let count = u8::try_from(components.len()).expect("a label has at most four components");
        let rank = ARABIC + count;
        self.close(rank, floor);
        // `2.1` stands below an open `2`; a number with fewer parts that is no beginning of it is closed.
        let mut shared = 0;
        while let Some(Entry { mark: Mark::Arabic(open), .. }) = self.open.last() {
            if components.starts_with(open) && components.len() > open.len() {
                shared = open.len();
                break;
            }
            if self.open.len() <= floor {
                break;
            }
            self.open.pop();
        }
        let part = components[shared..].iter().map(u32::to_string).collect::<Vec<_>>().join(".");
        Entry { rank, part, mark: Mark::Arabic(components.to_vec()), heading, counted: None, block: None }
    }

    /// Rank and last number of a list of dashes or ordinals: that of the open list with this sign, else below all open.
    fn counted_rank(&self, sign: char, nesting: usize, floor: usize) -> (u8, u32) {
        let mut below = COUNTED;
        for entry in &self.open[floor..] {
            let Some((open_sign, open_nesting, n)) = entry.counted else { continue };
            if open_sign == sign && open_nesting >= nesting {
                return (entry.rank, n);
            }
            below = (entry.rank + 1).min(PAREN - 1);
        }
        (below, 0)
    }

    fn close(&mut self, rank: u8, floor: usize) {
        while self.open.len() > floor && self.open.last().is_some_and(|e| e.rank >= rank) {
            self.open.pop();
        }
    }

    /// The clause just opened is the block at that place; the place of the one that it stands in.
    pub(super) fn stands_at(&mut self, block: usize) -> Option<usize> {
        let (last, before) = self.open.split_last_mut()?;
        last.block = Some(block);
        before.last()?.block
    }

    /// A heading without label: only clauses whose headings are of a higher level stay open, and the annex that it is in.
    pub(super) fn leave_for_heading(&mut self, level: u8) {
        let annex = usize::from(self.open.first().is_some_and(|e| e.rank == ANNEX));
        let keep = self.open.iter().rposition(|e| e.heading.is_some_and(|h| h < level)).map_or(0, |n| n + 1);
        self.open.truncate(keep.max(annex));
    }

    /// Ends a list item whose own clause is the `floor`-th: closes what stood below it only because it was in the item.
    pub(super) fn leave_item(&mut self, floor: usize) {
        let Some(own) = floor.checked_sub(1).and_then(|n| self.open.get(n)) else { return };
        let rank = own.rank;
        if let Some(n) = self.open[floor..].iter().position(|e| e.rank <= rank) {
            self.open.truncate(floor + n);
        }
    }

    pub(super) fn clear(&mut self) {
        self.open.clear();
    }

    fn path(&self) -> String {
        self.open.iter().map(|e| e.part.as_str()).collect::<Vec<_>>().join(".")
    }
}
