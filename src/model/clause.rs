//! Clauses of a document: their labels as printed and the blocks of a conclusion that carry them.

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

    /// Whether it is a row of an annex, `PL2.15`, `PL.II.3`: a numbering apart from that of the text.
    pub fn is_of_annex(&self) -> bool {
        let first = self.0.split('.').next().unwrap_or_default();
        let number = first.strip_prefix("PL").or_else(|| first.strip_prefix("pl"));
        number.is_some_and(|n| n.chars().all(|c| c.is_ascii_digit() || "IVXivx".contains(c)))
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
