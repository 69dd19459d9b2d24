//! The marks that clauses are counted with.

/// What a label says, whatever way it is printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Mark {
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
