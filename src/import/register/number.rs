//! Numbers that registers print before their rows.

use regex::Regex;
use std::sync::LazyLock;

/// The number of a row, without its closing sign.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Label {
    /// `I`, `IV`.
    Roman(String),
    /// `A`, `B`.
    Capital(String),
    /// `1`, `1.2`, `II.3`.
    Count(String),
    /// `a`, `đ`, `ii`.
    Small(String),
}

static ROMAN: LazyLock<Regex> = LazyLock::new(|| compiled(r"^(?:X{0,3})(?:IX|IV|V?I{0,3})$"));
static COUNT: LazyLock<Regex> = LazyLock::new(|| compiled(r"^(?:[IVX]+\.|[A-Z]\.)?\d{1,4}(?:\.(?:\d{1,4}|[a-zđ]))*$"));
static LED: LazyLock<Regex> =
    LazyLock::new(|| compiled(r"^\(?([IVX]+|[A-ZĐ]|\d{1,3}(?:\.\d{1,3})*)\s*[.)/:–-]+\s*(\p{L}.*)$"));

/// The patterns of this file are fixed and tested.
fn compiled(pattern: &str) -> Regex {
    Regex::new(pattern).expect("a pattern of the table")
}

impl Label {
    /// The number of a cell that holds nothing else.
    pub fn of(cell: &str) -> Option<Self> {
        let text = cell.trim().trim_matches(['(', ')', '.', '/', ':', '-', '–', ' ', '*']);
        let mut chars = text.chars();
        let single = chars.next().filter(|_| chars.next().is_none());
        if text.is_empty() {
            None
        } else if ROMAN.is_match(text) {
            Some(Self::Roman(text.to_owned()))
        } else if COUNT.is_match(text) {
            Some(Self::Count(plain(text)))
        } else if single.is_some_and(char::is_uppercase) {
            Some(Self::Capital(text.to_owned()))
        } else if single.is_some_and(char::is_lowercase)
            || matches!(text, "ii" | "iii" | "iv" | "vi" | "vii" | "viii" | "ix")
        {
            Some(Self::Small(text.to_owned()))
        } else {
            None
        }
    }

    /// The number that words begin with, and the words: `II. Hoàn thiện thể chế`.
    pub fn leading(cell: &str) -> Option<(Self, String)> {
        let line = cell.split_whitespace().collect::<Vec<_>>().join(" ");
        let found = LED.captures(&line)?;
        Some((Self::of(found.get(1)?.as_str())?, found.get(2)?.as_str().to_owned()))
    }

    /// As a step of a clause's path.
    pub fn text(&self) -> &str {
        match self {
            Self::Roman(text) | Self::Capital(text) | Self::Count(text) | Self::Small(text) => text,
        }
    }

    /// Whether both count in the same way, so that one follows the other.
    pub fn same_kind(&self, other: &Self) -> bool {
        std::mem::discriminant(self) == std::mem::discriminant(other)
    }
}

/// Without zeros before the digits: `01` is `1`.
fn plain(text: &str) -> String {
    let step = |step: &str| match step.trim_start_matches('0') {
        "" => "0".to_owned(),
        rest => rest.to_owned(),
    };
    text.split('.').map(step).collect::<Vec<_>>().join(".")
}
