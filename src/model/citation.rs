//! What the levels of a citation are called: "điểm d khoản 2 mục III" has three.

/// One level of a citation: `điểm d`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cited {
    /// What it is called.
    pub kind: ClauseKind,
    /// Its letter or number: `d`; empty for an only annex.
    pub number: String,
}

/// What a clause is called when it is cited.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ClauseKind {
    /// Phụ lục
    Annex,
    /// Phần
    Part,
    /// Chương
    Chapter,
    /// Mục
    Section,
    /// Điều
    Article,
    /// Khoản
    Clause,
    /// Điểm
    Point,
    /// Ý thứ …
    Ordinal,
    /// Gạch đầu dòng thứ …
    Dash,
    /// Dấu cộng thứ …
    Plus,
    /// `(1)`, `(i)`
    Item,
    /// Mục, of an annex: a row of its list.
    Row,
    /// Đoạn, of a news item.
    Paragraph,
}

impl ClauseKind {
    /// All kinds.
    pub const ALL: [Self; 13] = [
        Self::Annex,
        Self::Part,
        Self::Chapter,
        Self::Section,
        Self::Article,
        Self::Clause,
        Self::Point,
        Self::Ordinal,
        Self::Dash,
        Self::Plus,
        Self::Item,
        Self::Row,
        Self::Paragraph,
    ];

    /// Name in message keys.
    pub fn code(self) -> &'static str {
        match self {
            Self::Annex => "annex",
            Self::Part => "part",
            Self::Chapter => "chapter",
            Self::Section => "section",
            Self::Article => "article",
            Self::Clause => "clause",
            Self::Point => "point",
            Self::Ordinal => "ordinal",
            Self::Dash => "dash",
            Self::Plus => "plus",
            Self::Item => "item",
            Self::Row => "row",
            Self::Paragraph => "paragraph",
        }
    }
}

/// The value of a numeral of `I`, `V` and `X` in its usual form (1-39).
pub fn roman_number(text: &str) -> Option<u32> {
    let upper = text.to_ascii_uppercase();
    (1..=39).find(|n| roman(*n) == upper)
}

/// A number (below 40) as a Roman numeral.
pub fn roman(n: u32) -> String {
    let ones = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"];
    "X".repeat((n / 10) as usize) + ones[(n % 10) as usize]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numerals() {
        for n in 1..40 {
            assert_eq!(roman_number(&roman(n)), Some(n));
        }
        for (text, n) in [("IV", Some(4)), ("xii", Some(12)), ("IIII", None), ("IC", None), ("", None), ("XL", None)] {
            assert_eq!(roman_number(text), n, "{text}");
        }
    }
}
