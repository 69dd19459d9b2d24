//! The label that a paragraph begins with: `II.`, `Điều 3.`, `1.2.`, `đ)`, `Thứ nhất,`, `(iv)`, `-`.

use regex::Regex;
use std::sync::LazyLock;

/// What a label says, whatever way it is printed. The order is that of the ranks: the first stands above all others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Mark {
    /// `II.`, `Phần II`, `Chương II`.
    Part(String),
    /// `B.`
    Upper(char),
    /// `Điều 5.`
    Article(u32),
    /// `3.`, `3)`, `1.2.`
    Number(Vec<u32>),
    /// `a)`, `đ)`, `b.`
    Letter(char),
    /// `Thứ nhất,`, `Một là,`
    Ordinal(u32),
    /// A dash (`-`) or `+`, counted below its parent.
    Dash(char),
    /// `(i)`, `(1)`
    Paren(String),
}

/// The numbers in words of `Thứ …` and `… là`, from 1.
const ORDINALS: [&str; 12] =
    ["nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười", "mười một", "mười hai"];
const COUNTED: [&str; 10] = ["một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười"];

/// The forms of labels, one a line; what follows must not be part of a number or word.
static LABEL: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"(?x) ^ (?:
            (?i:phần|chương) \s+ (?:thứ\s+)? (?P<part>[IVX]+|\d{1,2}|(?i:nhất|hai|ba|tư|năm|sáu)) (?:[.:)]|\s|$)
          | (?i:điều) \s+ (?P<article>\d{1,3}) (?:[.:)]|$)
          | (?P<roman>[IVX]{1,6}) (?:[.)]|\s*[-–](?:\s)) (?:\s|$|\p{Lu})?
          | (?P<upper>[A-HK-Z]) [.)] (?:\s|$)
          | (?P<number>\d{1,2}(?:\.\d{1,2}){0,3}) (?: [.)] (?:\s|$|[\p{L}“]) | \.? \s* [-–] \s | \s (?P<capital>\p{Lu}) )
          | (?P<letter>[a-zđ]) (?: \) (?:\s|$|\p{Lu}) | \. \s )
          | (?i:thứ) \s+ (?P<ordinal>\p{Ll}+(?:\s(?:một|hai))?) \s* (?:,|:|\.|là(?:,|\s))
          | (?P<counted>\p{L}+) \s+ là \s* [,:]
          | (?P<dash>[-–—•●▪◦·*_~+]) (?:\s|\p{Lu})
          | \( (?P<paren>[ivx]{1,6}|\d{1,2}) \)
        )",
    )
    .expect("a pattern")
});

impl Mark {
    /// Reads the label that `text` begins with, and gives what follows it; the label as printed is what stands before that.
    pub(super) fn read(text: &str) -> Option<(Self, &str)> {
        let found = LABEL.captures(text)?;
        let word = |name: &str| found.name(name).map(|m| m.as_str());
        let (mark, end) = if let Some(m) = found.name("part") {
            let numeral = one_of(&m.as_str().to_lowercase(), &ORDINALS).map_or(m.as_str().to_owned(), roman);
            (Self::Part(numeral), m.end())
        } else if let Some(m) = found.name("article") {
            (Self::Article(m.as_str().parse().ok()?), m.end())
        } else if let Some(m) = found.name("roman") {
            (Self::Part(m.as_str().to_owned()), m.end())
        } else if let Some(m) = found.name("upper") {
            (Self::Upper(m.as_str().chars().next()?), m.end())
        } else if let Some(m) = found.name("number") {
            let parts: Vec<u32> = m.as_str().split('.').map(str::parse).collect::<Result<_, _>>().ok()?;
            // `2 Bộ` is no label and `2.1 Bộ` is one.
            if parts.contains(&0) || word("capital").is_some() && parts.len() == 1 {
                return None;
            }
            (Self::Number(parts), m.end())
        } else if let Some(m) = found.name("letter") {
            (Self::Letter(m.as_str().chars().next()?), m.end())
        } else if let Some(m) = found.name("ordinal") {
            let rest = text.get(m.end()..)?.trim_start();
            // `Thứ hai, ngày 12` is a Monday.
            if rest.trim_start_matches([',', ' ']).starts_with("ngày") {
                return None;
            }
            (Self::Ordinal(one_of(m.as_str(), &ORDINALS)?), found.get_match().end())
        } else if let Some(m) = found.name("counted") {
            (Self::Ordinal(one_of(&m.as_str().to_lowercase(), &COUNTED)?), found.get_match().end())
        } else if let Some(m) = found.name("dash") {
            (Self::Dash(if m.as_str() == "+" { '+' } else { '-' }), m.end())
        } else {
            let m = found.name("paren")?;
            (Self::Paren(m.as_str().to_owned()), found.get_match().end())
        };
        let rest = text.get(end..)?;
        let rest = match mark {
            Self::Dash(_) => rest,
            _ => rest.trim_start_matches(['.', ')', ':', ',']),
        };
        let rest = rest.trim_start();
        Some((mark, rest.strip_prefix("- ").or_else(|| rest.strip_prefix("– ")).filter(|_| end < 6).unwrap_or(rest)))
    }

    /// Where it stands in the usual order of labels; dashes and ordinals stand below whatever is open.
    pub(super) fn rank(&self) -> u8 {
        match self {
            Self::Part(_) => 10,
            Self::Upper(_) => 11,
            Self::Article(_) => 20,
            Self::Number(parts) => 30 + u8::try_from(parts.len()).unwrap_or(9),
            Self::Letter(_) => 40,
            Self::Ordinal(_) | Self::Dash(_) => 50,
            Self::Paren(_) => 90,
        }
    }
}

fn one_of(word: &str, words: &[&str]) -> Option<u32> {
    words.iter().position(|w| *w == word).and_then(|n| u32::try_from(n + 1).ok())
}

fn roman(n: u32) -> String {
    crate::model::roman(n)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_and_what_only_looks_like_one() {
        for (text, expected) in [
            ("III. NHIỆM VỤ", "Part(\"III\")|NHIỆM VỤ"),
            ("Phần thứ hai", "Part(\"II\")|"),
            ("A. MỤC ĐÍCH", "Upper('A')|MỤC ĐÍCH"),
            ("Điều 12. Giao Sở", "Article(12)|Giao Sở"),
            ("1. Bộ", "Number([1])|Bộ"),
            ("2) Bộ", "Number([2])|Bộ"),
            ("1.2. Bộ", "Number([1, 2])|Bộ"),
            ("1.2 Bộ", "Number([1, 2])|Bộ"),
            ("1.Bộ", "Number([1])|Bộ"),
            ("đ) Bộ", "Letter('đ')|Bộ"),
            ("b. Bộ", "Letter('b')|Bộ"),
            ("Thứ nhất, rà soát", "Ordinal(1)|rà soát"),
            ("Hai là, rà soát", "Ordinal(2)|rà soát"),
            ("- Thứ nhất, rà soát", "Dash('-')|Thứ nhất, rà soát"),
            ("_ Tiếp tục", "Dash('-')|Tiếp tục"),
            ("+ Mức", "Dash('+')|Mức"),
            ("(iv) ban hành", "Paren(\"iv\")|ban hành"),
        ] {
            let found = Mark::read(text).map(|(mark, rest)| format!("{mark:?}|{rest}"));
            assert_eq!(found.as_deref(), Some(expected), "{text}");
        }
        for text in ["Thứ hai, ngày 12", "2 Bộ", "15/8/2025", "1.500 tỷ", "Đây là, theo", "Vì vậy", "I hope", "-5%"]
        {
            assert_eq!(Mark::read(text), None, "{text}");
        }
    }
}
