//! Clause labels at the start of a line, as Vietnamese notices print them.
//!
//! Reads one line's beginning: which mark it carries, how it is printed, how much of the line it takes. A weak label
//! (`C.`, `b.`, `2.1` without a dot) counts only if it continues what came before, which the [`Outline`] knows.

use super::mark::Mark;
use super::outline::Outline;
use crate::model::roman_number;

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Label {
    pub(super) mark: Mark,
    /// As it stands in the text.
    pub(super) printed: String,
    /// Bytes of the line that it takes, blanks and stray emphasis signs included.
    pub(super) len: usize,
}

/// The largest number that is taken for a clause: beyond it stand years, amounts and document numbers.
pub(super) const MAX_NUMBER: u32 = 99;
const MAX_COMPONENTS: usize = 4;
const ALPHABET: &str = "aăâbcdđeêghiklmnoôơpqrstuưvxyfjwz";
const ORDINALS: [&str; 12] =
    ["nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười", "mười một", "mười hai"];
const COUNTED: [&str; 10] = ["một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười"];

impl Label {
    /// Reads a label at the start of `line`. Blanks and the signs of damaged emphasis (`**I. …`) around it are taken along.
    pub(super) fn read(line: &str, before: &Outline) -> Option<Self> {
        let start = line.trim_start_matches(is_around);
        let (mark, after) = mark(start, before)?;
        let printed = start[..start.len() - after.len()].to_owned();
        let rest = after.trim_start_matches(['*', '_']);
        let open = rest.is_empty() || rest.starts_with(char::is_whitespace) || {
            // `1.Công tác`: the blank is often forgotten, but `1.a` or `12)x` is something else.
            matches!(mark, Mark::Arabic(_) | Mark::Letter(_) | Mark::Paren(_))
                && !printed.ends_with(|c: char| c.is_ascii_digit())
                && rest.starts_with(char::is_uppercase)
        };
        open.then(|| Self { mark, printed, len: line.len() - rest.trim_start().len() })
    }
}

impl Label {
    /// Reads the heading of an annex: `PHỤ LỤC II`, `Phụ lục số 02. Danh mục`, `Phụ lục`.
    pub(super) fn of_annex(line: &str) -> Option<Self> {
        let start = line.trim_start_matches(is_around);
        let after = words(start, "phụ lục")?;
        let numbered = after.trim_start();
        let numbered = words(numbered, "số").map_or(numbered, str::trim_start);
        let found = match roman(numbered) {
            Some((numeral, rest)) => roman_number(numeral).map(|n| (n, rest)),
            None => number(numbered),
        };
        let (number, rest) = match found.filter(|(_, rest)| !rest.starts_with(char::is_alphanumeric)) {
            Some((n, rest)) => (Some(n), rest),
            None => (None, after),
        };
        let printed = start[..start.len() - rest.len()].trim_end().to_owned();
        let rest = rest.trim_start_matches(|c: char| is_around(c) || matches!(c, '.' | ':' | ')' | '-' | '–'));
        Some(Self { mark: Mark::Annex(number), printed, len: line.len() - rest.len() })
    }
}

/// Whether `later` may follow `earlier` in a list of letters, one or two being left out.
pub(super) fn letter_follows(earlier: char, later: char) -> bool {
    let at = |c: char| ALPHABET.chars().position(|a| c.to_lowercase().eq([a]));
    match (at(earlier), at(later)) {
        (Some(a), Some(b)) => b > a && b - a <= 4,
        _ => false,
    }
}

fn is_around(c: char) -> bool {
    c.is_whitespace() || matches!(c, '*' | '_')
}

type Found<'a> = Option<(Mark, &'a str)>;

fn mark<'a>(text: &'a str, before: &Outline) -> Found<'a> {
    pilcrow(text)
        .or_else(|| bullet(text))
        .or_else(|| paren(text, before))
        .or_else(|| arabic(text))
        .or_else(|| letter(text, before))
        .or_else(|| roman_label(text, before))
        .or_else(|| upper(text, before))
        .or_else(|| ordinal(text))
        .or_else(|| word(text))
}

fn number(text: &str) -> Option<(u32, &str)> {
    let digits = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let value: u32 = text.get(..digits.min(4))?.parse().ok()?;
    (digits <= 4 && value <= MAX_NUMBER && value > 0).then(|| (value, &text[digits..]))
}

fn ended(text: &str) -> Option<&str> {
    text.strip_prefix(['.', ')'])
}

fn pilcrow(text: &str) -> Found<'_> {
    let rest = text.strip_prefix('¶')?.trim_start();
    let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    if digits == 0 || digits > 6 {
        return None;
    }
    let after = &rest[digits..];
    Some((Mark::Part(format!("¶{}", &rest[..digits])), ended(after).unwrap_or(after)))
}

fn bullet(text: &str) -> Found<'_> {
    let first = text.chars().next()?;
    let kind = bullet_kind(first)?;
    let after = &text[first.len_utf8()..];
    after.starts_with(char::is_whitespace).then_some((Mark::Bullet(kind), after))
}

/// `+` stands below a dash; all other signs are one kind.
pub(super) fn bullet_kind(sign: char) -> Option<char> {
    match sign {
        '+' => Some('+'),
        '-' | '*' | '–' | '—' | '•' | '●' | '▪' | '◦' | '·' => Some('-'),
        _ => None,
    }
}

fn paren<'a>(text: &'a str, before: &Outline) -> Found<'a> {
    if before.is_empty() {
        return None;
    }
    let (inside, after) = text.strip_prefix('(')?.split_once(')')?;
    let counted = number(inside).is_some_and(|(_, rest)| rest.is_empty());
    let small_roman = inside.len() <= 6 && inside == inside.to_lowercase() && is_roman(&inside.to_uppercase());
    if counted || small_roman {
        return Some((Mark::Paren(inside.to_owned()), after));
    }
    small_letter(inside).filter(|(_, rest)| rest.is_empty()).map(|(c, _)| (Mark::Letter(c), after))
}

/// The letter that `text` begins with, and what follows it.
fn first_letter(text: &str) -> Option<(char, &str)> {
    let mut chars = text.chars();
    let first = chars.next().filter(|c| c.is_ascii_alphabetic() || matches!(c, 'đ' | 'Đ'))?;
    Some((first, chars.as_str()))
}

fn small_letter(text: &str) -> Option<(char, &str)> {
    first_letter(text).filter(|(c, _)| c.is_lowercase())
}

/// `3.`, `3)`, `1.2.`; `1.2` only before a capital, because `1.5 lần` is an amount.
fn arabic(text: &str) -> Found<'_> {
    let (first, mut rest) = number(text)?;
    let mut components = vec![first];
    while let Some((next, after)) = rest.strip_prefix('.').and_then(number) {
        components.push(next);
        rest = after;
    }
    if components.len() > MAX_COMPONENTS {
        return None;
    }
    if let Some(after) = ended(rest) {
        return Some((Mark::Arabic(components), after));
    }
    let capital = |text: &str| text.trim_start_matches(is_around).starts_with(char::is_uppercase);
    (components.len() > 1 && rest.starts_with(is_around) && capital(rest)).then_some((Mark::Arabic(components), rest))
}

/// `a)` always; `a.` where the list of letters begins or goes on.
fn letter<'a>(text: &'a str, before: &Outline) -> Found<'a> {
    let (first, rest) = small_letter(text)?;
    if let Some(after) = rest.strip_prefix(')') {
        return Some((Mark::Letter(first), after));
    }
    let expected = first == 'a' || before.last_letter().is_some_and(|last| letter_follows(last, first));
    rest.strip_prefix('.').filter(|_| expected).map(|after| (Mark::Letter(first), after))
}

fn roman_label<'a>(text: &'a str, before: &Outline) -> Found<'a> {
    let (numeral, rest) = roman(text)?;
    let after = ended(rest)?;
    // `I.` after `H.` is a letter, and so is `V.` after `U.`.
    let one = numeral.chars().next().filter(|_| numeral.len() == 1);
    if let (Some(one), Some(last)) = (one, before.last_upper())
        && letter_follows(last, one)
    {
        return None;
    }
    Some((Mark::Part(numeral.to_owned()), after))
}

fn roman(text: &str) -> Option<(&str, &str)> {
    let len = text.len() - text.trim_start_matches(['I', 'V', 'X']).len();
    let numeral = &text[..len];
    is_roman(numeral).then_some((numeral, &text[len..]))
}

/// Whether `text` is a numeral of `I`, `V` and `X` in its usual form (1-39).
fn is_roman(text: &str) -> bool {
    text.bytes().all(|b| b.is_ascii_uppercase()) && roman_number(text).is_some()
}

/// `A.`, `A)`, and what follows them.
fn upper<'a>(text: &'a str, before: &Outline) -> Found<'a> {
    let (first, rest) = first_letter(text).filter(|(c, _)| c.is_uppercase())?;
    let after = ended(rest)?;
    let expected = first == 'A' || before.last_upper().is_some_and(|last| letter_follows(last, first));
    expected.then_some((Mark::Upper(first), after))
}

/// `Thứ hai,` and `Hai là,`; but `Thứ hai, ngày 12` is a Monday.
fn ordinal(text: &str) -> Found<'_> {
    if let Some(rest) = words(text, "thứ") {
        let rest = rest.trim_start();
        let (n, after) = one_of(rest, &ORDINALS)?;
        let day = after.trim_start_matches([',', ' ']);
        if words(day, "ngày").is_some() || words(day, "tuần").is_some() || words(day, "hằng tuần").is_some() {
            return None;
        }
        let punctuated = after.strip_prefix([',', ':', '.', ';']);
        let said = n == 1 || words(after.trim_start(), "là").is_some() || after.is_empty();
        return punctuated.or(said.then_some(after)).map(|after| (Mark::Ordinal(n), after));
    }
    let (n, rest) = one_of(text, &COUNTED)?;
    let after = words(rest.trim_start(), "là")?;
    after.strip_prefix([',', ':']).map(|after| (Mark::Ordinal(n), after))
}

/// The longest of the numerals that `text` begins with, counted from 1.
fn one_of<'a>(text: &'a str, numerals: &[&str]) -> Option<(u32, &'a str)> {
    let found = (1..).zip(numerals).filter_map(|(n, numeral)| words(text, numeral).map(|rest| (n, rest)));
    found.min_by_key(|(_, rest)| rest.len())
}

/// `Phần II`, `Chương II`, `Mục 3`, `Điều 5`, `Khoản 2`, `Điểm a`, ended by `.`, `:`, `)` or the line's end.
fn word(text: &str) -> Found<'_> {
    let after = |word: &str| words(text, word).map(str::trim_start);
    let (mark, rest) = if let Some(rest) = after("phần").or_else(|| after("chương")).or_else(|| after("mục")) {
        match roman(rest) {
            Some((numeral, rest)) => (Mark::Part(numeral.to_owned()), rest),
            None => number(rest).map(|(n, rest)| (Mark::Arabic(vec![n]), rest))?,
        }
    } else if let Some(rest) = after("điều") {
        number(rest).map(|(n, rest)| (Mark::Article(n), rest))?
    } else if let Some(rest) = after("khoản") {
        number(rest).map(|(n, rest)| (Mark::Arabic(vec![n]), rest))?
    } else {
        let (letter, rest) = small_letter(after("điểm")?)?;
        (Mark::Letter(letter), rest)
    };
    match rest.strip_prefix(['.', ':', ')']) {
        Some(after) => Some((mark, after)),
        None => rest.trim_end_matches(is_around).is_empty().then_some((mark, rest)),
    }
}

/// Strips `expected` (in lower case) whatever the case of `text`, if a word ends there.
fn words<'a>(text: &'a str, expected: &str) -> Option<&'a str> {
    let mut rest = text.chars();
    for e in expected.chars() {
        let c = rest.next()?;
        if c != e && !c.to_lowercase().eq([e]) {
            return None;
        }
    }
    let rest = rest.as_str();
    (!rest.starts_with(char::is_alphanumeric)).then_some(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> String {
        let mut before = Outline::default();
        before.enter(&Mark::Arabic(vec![3]), 0, 0, None).unwrap();
        match Label::read(line, &before) {
            Some(label) => format!("{:?} {} | {}", label.mark, label.printed, &line[label.len..]),
            None => "–".to_owned(),
        }
    }

    #[test]
    fn labels_and_what_only_looks_like_one() {
        for (line, expected) in [
            ("III. Nhiệm vụ", "Part(\"III\") III. | Nhiệm vụ"),
            ("**I. MỘT SỐ", "Part(\"I\") I. | MỘT SỐ"),
            ("1.** Văn phòng", "Arabic([1]) 1. | Văn phòng"),
            ("2) Bộ", "Arabic([2]) 2) | Bộ"),
            ("1.1. Bộ", "Arabic([1, 1]) 1.1. | Bộ"),
            ("2.10 Bộ", "Arabic([2, 10]) 2.10 | Bộ"),
            ("1.Công tác", "Arabic([1]) 1. | Công tác"),
            ("01. Bộ", "Arabic([1]) 01. | Bộ"),
            ("\u{a0}đ)\u{a0}Bộ", "Letter('đ') đ) | Bộ"),
            ("a. Bộ", "Letter('a') a. | Bộ"),
            ("A. Phần chung", "Upper('A') A. | Phần chung"),
            ("(iv) ban hành", "Paren(\"iv\") (iv) | ban hành"),
            ("(2) ban hành", "Paren(\"2\") (2) | ban hành"),
            ("Thứ nhất, rà soát", "Ordinal(1) Thứ nhất, | rà soát"),
            ("THỨ MƯỜI HAI: rà", "Ordinal(12) THỨ MƯỜI HAI: | rà"),
            ("Thứ tư là rà", "Ordinal(4) Thứ tư | là rà"),
            ("Hai là, rà", "Ordinal(2) Hai là, | rà"),
            ("– rà", "Bullet('-') – | rà"),
            ("+ rà", "Bullet('+') + | rà"),
            ("¶8. Trọng tâm", "Part(\"¶8\") ¶8. | Trọng tâm"),
            ("Điều 5. Hiệu lực", "Article(5) Điều 5. | Hiệu lực"),
            ("CHƯƠNG II", "Part(\"II\") CHƯƠNG II | "),
            ("Khoản 2: rà", "Arabic([2]) Khoản 2: | rà"),
            ("a)", "Letter('a') a) | "),
        ] {
            assert_eq!(read(line), expected, "{line}");
        }
        for line in [
            "12 người",
            "1.234,5 tỷ",
            "1.5 triệu",
            "2023. Sau đó",
            "100. Bộ",
            "8/9. Bộ",
            "3.a Bộ",
            "0. Bộ",
            "5.000 đồng",
            "IIII. Bộ",
            "IC. Bộ",
            "V.I. Lê-nin",
            "N. V. An",
            "T. Bộ",
            "c. Bộ",
            "ab) Bộ",
            "2)x",
            "(năm) Bộ",
            "-rà",
            "Thứ hai, ngày 12 tháng 3",
            "Thứ ba tuần tới",
            "Thứ năm hằng tuần",
            "Thứ haiba, x",
            "Hai là số chẵn",
            "Thứ trưởng",
            "Điều 5 của Luật",
            "Khoản 2 Điều 3",
            "Mục tiêu",
            "Điểm cầu",
            "Điều kiện",
            "",
            "**",
            "Bộ Nội vụ",
            "1",
            "a",
            "¶",
        ] {
            assert_eq!(read(line), "–", "{line}");
        }
    }
}
