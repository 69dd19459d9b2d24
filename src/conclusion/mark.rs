//! The marks that clauses are counted with.

use crate::model::{Cited, ClauseKind, roman};

/// What a label says, whatever way it is printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Mark {
    /// `Phụ lục II`; none for an only annex without a number.
    Annex(Option<u32>),
    /// `II.`, `Phần II.`, or `¶8.` (the paragraph of a news item).
    Part(String),
    /// `B.`
    Upper(char),
    /// `Điều 5.`
    Article(u32),
    /// `3.`, `3)`, `1.2.`, `Khoản 2.`
    Arabic(Vec<u32>),
    /// `a)`, `Điểm a)`
    Letter(char),
    /// `Thứ nhất,`, `Một là,`
    Ordinal(u32),
    /// A dash (`-`, `–`, `•`) or `+`, counted below its parent.
    Bullet(char),
    /// `(i)`, `(1)`
    Paren(String),
}

impl Mark {
    /// How a clause is cited whose label is `printed`, whose path ends in `last`, within a clause of that kind.
    pub(super) fn cited(&self, printed: &str, last: &str, within: Option<ClauseKind>) -> Cited {
        let word = |word: &str| printed.to_lowercase().starts_with(word);
        let (kind, number) = match self {
            Self::Annex(number) => (ClauseKind::Annex, number.map(roman).unwrap_or_default()),
            Self::Part(part) => match part.strip_prefix('¶') {
                Some(n) => (ClauseKind::Paragraph, n.to_owned()),
                None if word("phần") => (ClauseKind::Part, part.clone()),
                None if word("chương") => (ClauseKind::Chapter, part.clone()),
                None => (ClauseKind::Section, part.clone()),
            },
            Self::Upper(c) => (ClauseKind::Section, c.to_string()),
            Self::Article(n) => (ClauseKind::Article, n.to_string()),
            Self::Arabic(components) => {
                let number = components.iter().map(u32::to_string).collect::<Vec<_>>().join(".");
                match within {
                    Some(ClauseKind::Annex) => (ClauseKind::Row, number),
                    Some(ClauseKind::Clause | ClauseKind::Point | ClauseKind::Row) if components.len() > 1 => {
                        (ClauseKind::Point, number)
                    }
                    _ if word("mục") => (ClauseKind::Section, number),
                    _ => (ClauseKind::Clause, number),
                }
            }
            Self::Letter(c) => (ClauseKind::Point, c.to_string()),
            Self::Ordinal(n) => (ClauseKind::Ordinal, n.to_string()),
            Self::Bullet('+') => (ClauseKind::Plus, last.to_owned()),
            Self::Bullet(_) => (ClauseKind::Dash, last.to_owned()),
            Self::Paren(inside) => (ClauseKind::Item, format!("({inside})")),
        };
        Cited { kind, number }
    }
}
