//! Clauses of a document: their labels as printed and the blocks of a conclusion that carry them.

use super::citation::{Cited, ClauseKind, roman, roman_number};
use std::fmt;
use std::ops::Range;

/// Path of a clause as printed, from the outermost label inwards: `III.2.a.7`, `3.1`, `¶8`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ClauseLabel(Box<str>);

impl ClauseLabel {
    /// Reads a path: parts of letters and digits (one leading `¶` allowed), joined by dots.
    pub fn parse(text: &str) -> Option<Self> {
        let body = text.strip_prefix('¶').unwrap_or(text);
        let good =
            |part: &str| !part.is_empty() && part.chars().count() <= 8 && part.chars().all(char::is_alphanumeric);
        (body.len() <= 80 && body.split('.').all(good)).then(|| Self(text.into()))
    }

    /// As printed.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The label of an annex by its number: `PL2`, `PL`.
    pub fn of_annex(number: Option<u32>) -> Self {
        Self(number.map_or_else(|| "PL".into(), |n| format!("PL{n}").into()))
    }

    /// The number of the annex that it is a row of, and the rest of the path: `PL2.15`, `PLII.15`, `PL.II.15` are row 15 of
    /// annex 2. None for a clause of the text: an annex has a numbering apart from that.
    pub fn of_which_annex(&self) -> Option<(Option<u32>, &str)> {
        let cut =
            |text: &'_ str| text.split_once('.').map_or((text.len(), text.len()), |(a, _)| (a.len(), a.len() + 1));
        let after = self.0.strip_prefix("PL").or_else(|| self.0.strip_prefix("pl"))?;
        let (end, next) = cut(after);
        let (number, rest) = (&after[..end], &after[next..]);
        if number.is_empty() {
            let (end, next) = cut(rest);
            // `PL.15` is row 15 of an only annex; a numeral names the annex.
            return Some(match roman_number(&rest[..end]) {
                Some(n) => (Some(n), &rest[next..]),
                None => (None, rest),
            });
        }
        let n = number.parse().ok().or_else(|| roman_number(number))?;
        Some((Some(n), rest))
    }

    /// Whether it is a row of an annex.
    pub fn is_of_annex(&self) -> bool {
        self.of_which_annex().is_some()
    }

    /// The label as texts of this site have it: `PL2.15` for `PL.II.15`.
    #[must_use]
    pub fn normal(&self) -> Self {
        match self.of_which_annex() {
            None => self.clone(),
            Some((number, "")) => Self::of_annex(number),
            Some((number, rest)) => Self(format!("{}.{rest}", Self::of_annex(number)).into()),
        }
    }

    /// The id of the clause in its page: `khoan-III-2-a-7`; `đ` becomes `dd`, `¶8` becomes `doan-8`.
    pub fn anchor(&self) -> String {
        let (mut out, body) = match self.0.strip_prefix('¶') {
            Some(rest) => ("doan-".to_owned(), rest),
            None => ("khoan-".to_owned(), &*self.0),
        };
        for c in body.chars() {
            match c {
                '.' => out.push('-'),
                'đ' => out.push_str("dd"),
                'Đ' => out.push_str("DD"),
                c => out.push(c),
            }
        }
        out
    }

    /// The clause that holds this one: `III.2.a` for `III.2.a.7`; none at the top.
    pub fn parent(&self) -> Option<Self> {
        self.0.rsplit_once('.').map(|(head, _)| Self(head.into()))
    }
}

impl fmt::Display for ClauseLabel {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl ClauseLabel {
    /// How a label is cited of whose text nothing is known, itself first: Roman numerals and capitals are sections, numbers
    /// clauses (rows of an annex: `mục`), letters points, numbers below a point dashes. A number below a number may be
    /// `3.4` or a dash: it stays as printed.
    pub fn citation(&self) -> Vec<Cited> {
        let mut found: Vec<Cited> = Vec::new();
        let mut add = |kind, number: &str| found.insert(0, Cited { kind, number: number.to_owned() });
        if let Some(n) = self.0.strip_prefix('¶') {
            add(ClauseKind::Paragraph, n);
            return found;
        }
        let annex = self.of_which_annex();
        if let Some((number, _)) = annex {
            add(ClauseKind::Annex, &number.map(roman).unwrap_or_default());
        }
        let path = annex.map_or(&*self.0, |(_, path)| path);
        for part in path.split('.').filter(|part| !part.is_empty()) {
            let of_digits = part.bytes().all(|b| b.is_ascii_digit());
            let one_letter = part.chars().count() == 1;
            let kind = match found.first().map(|cited| cited.kind) {
                Some(ClauseKind::Annex) if of_digits => ClauseKind::Row,
                Some(ClauseKind::Clause | ClauseKind::Row) if of_digits => {
                    let outer = &mut found[0].number;
                    outer.push('.');
                    outer.push_str(part);
                    continue;
                }
                Some(ClauseKind::Point | ClauseKind::Dash) if of_digits => ClauseKind::Dash,
                _ if of_digits => ClauseKind::Clause,
                _ if one_letter && part.chars().all(char::is_lowercase) => ClauseKind::Point,
                _ => ClauseKind::Section,
            };
            found.insert(0, Cited { kind, number: part.to_owned() });
        }
        found
    }
}

/// The text of a conclusion, cut at its clauses; safe HTML throughout.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Conclusion {
    /// In reading order.
    pub blocks: Vec<Block>,
    /// The links that lead to the site's own pages and files, in reading order.
    pub links: Vec<Link>,
}

/// A relative link of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// Where it leads from the text's page, without query and anchor. Never empty, never from the host's root.
    pub path: String,
    /// The bytes of the text's file at which it is written.
    pub at: Range<u32>,
}

/// One clause, or text between clauses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// Its path; none for text before, between or after clauses.
    pub label: Option<ClauseLabel>,
    /// The label as it stands in the text: `III.`, `2.`, `a)`, `–`, `Thứ nhất,`; empty without a label.
    pub printed: String,
    /// How its label is cited; none without a label.
    pub cited: Option<Cited>,
    /// Place of the clause that holds it among the blocks (0-based); none at the top.
    pub inside: Option<usize>,
    /// Nesting below the top (0-based), for indentation.
    pub depth: usize,
    /// Heading level (2-6) if the clause is a heading.
    pub heading: Option<u8>,
    /// Safe HTML of the block, the printed label not included. A heading's HTML is phrasing content only.
    pub html: String,
    /// The same as plain text, for search and descriptions.
    pub text: String,
}

impl Conclusion {
    /// All labels in reading order.
    pub fn labels(&self) -> impl Iterator<Item = &ClauseLabel> {
        self.blocks.iter().filter_map(|b| b.label.as_ref())
    }

    /// How the clause at `place` is cited, itself first, then each that holds it.
    pub fn citation(&self, place: usize) -> Vec<Cited> {
        let of = |place: &usize| self.blocks.get(*place);
        let places = std::iter::successors(Some(place), |place| of(place)?.inside.filter(|outer| outer < place));
        places.filter_map(|place| of(&place)?.cited.clone()).collect()
    }

    /// Place of the first block with this label (0-based).
    pub fn place_of(&self, label: &ClauseLabel) -> Option<usize> {
        self.blocks.iter().position(|b| b.label.as_ref() == Some(label))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn anchors_are_stable() {
        for (label, anchor) in
            [("III.2.a.7", "khoan-III-2-a-7"), ("2.10", "khoan-2-10"), ("2.đ", "khoan-2-dd"), ("¶8", "doan-8")]
        {
            assert_eq!(ClauseLabel::parse(label).unwrap().anchor(), anchor);
        }
        for bad in ["", "3.", ".3", "3..a", "3 a", "a)b", "<b>"] {
            assert_eq!(ClauseLabel::parse(bad), None, "{bad}");
        }
        assert_eq!(ClauseLabel::parse("III.2.a").unwrap().parent().unwrap().as_str(), "III.2");
        assert_eq!(ClauseLabel::parse("3").unwrap().parent(), None);
        for (label, annex) in [("PL2.15", true), ("PL.II.3", true), ("PLII", true), ("III.2", false), ("PLA.1", false)]
        {
            assert_eq!(ClauseLabel::parse(label).unwrap().is_of_annex(), annex, "{label}");
        }
    }
}
