//! Names that stand in addresses (slugs) and indices into a [`Dataset`](super::Dataset).
//!
//! Each kind of id is its own type, so an agency can never be looked up as a group.

use std::fmt;

/// Why a text cannot be an id.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SlugError {
    /// No character at all.
    Empty,
    /// More than `MAX_SLUG` characters.
    TooLong,
    /// The first character that is not `a`-`z`, `0`-`9` or a single inner `-`.
    BadCharacter(char),
}

/// Longest id: it becomes a folder name and part of an address.
pub const MAX_SLUG: usize = 120;

/// Checks that `text` can be an id: lower-case ASCII letters, digits, single hyphens inside.
pub fn check_slug(text: &str) -> Result<(), SlugError> {
    if text.is_empty() {
        return Err(SlugError::Empty);
    }
    if text.len() > MAX_SLUG {
        return Err(SlugError::TooLong);
    }
    let mut before = '-';
    for c in text.chars() {
        let inner_hyphen = c == '-' && before != '-';
        if !(c.is_ascii_lowercase() || c.is_ascii_digit() || inner_hyphen) {
            return Err(SlugError::BadCharacter(c));
        }
        before = c;
    }
    if before == '-' { Err(SlugError::BadCharacter('-')) } else { Ok(()) }
}

/// Whether Windows keeps an id for a device: no folder can have it there.
pub fn is_reserved(id: &str) -> bool {
    let numbered = id.strip_prefix("com").or_else(|| id.strip_prefix("lpt"));
    matches!(id, "con" | "prn" | "aux" | "nul")
        || numbered.is_some_and(|n| n.len() == 1 && n.as_bytes()[0].is_ascii_digit())
}

macro_rules! id {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(Box<str>);

        impl $name {
            /// The id, if `text` is a slug ([`check_slug`]).
            pub fn parse(text: &str) -> Result<Self, SlugError> {
                check_slug(text).map(|()| Self(text.into()))
            }

            /// The id as it stands in files and addresses.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    )+};
}

id! {
    /// An agency: one body in one period of its life.
    AgencyId,
    /// A group of agencies; shares its namespace with agencies.
    GroupId,
    /// A meeting: the stem of its file's name.
    MeetingId,
    /// A document: given in the front matter, else the slug of the meeting or news item it belongs to.
    DocumentId,
    /// A task; unique over the whole site, its address for ever.
    TaskId,
    /// A topic of `site.yaml`.
    TopicId,
    /// A news item: the stem of its file's name.
    NewsId,
    /// A free page: the stem of its file's name.
    PageId,
}

macro_rules! index {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(u32);

        impl $name {
            /// The index of the `n`-th item (0-based).
            pub fn new(n: usize) -> Self {
                Self(u32::try_from(n).expect("the loader bounds every list far below 2^32"))
            }

            /// Position in the list of the dataset (0-based).
            pub fn at(self) -> usize {
                self.0 as usize
            }
        }
    )+};
}

index! {
    /// Place of an agency in `Dataset::agencies`.
    AgencyIx,
    /// Place of a group in `Dataset::groups`.
    GroupIx,
    /// Place of a meeting in `Dataset::meetings`.
    MeetingIx,
    /// Place of a document in `Dataset::documents`.
    DocumentIx,
    /// Place of a task in `Dataset::tasks`.
    TaskIx,
    /// Place of a topic in `Settings::topics`.
    TopicIx,
    /// Place of a news item in `Dataset::news`.
    NewsIx,
    /// Place of a free page in `Dataset::pages`.
    PageIx,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_devices() {
        for id in ["con", "prn", "aux", "nul", "com1", "com9", "lpt1"] {
            assert!(is_reserved(id), "{id}");
        }
        for id in ["con-1", "cong", "com", "com10", "coma", "lpt", "so-nul"] {
            assert!(!is_reserved(id), "{id}");
        }
    }

    #[test]
    fn slugs() {
        for good in ["a", "bo-noi-vu", "2018-09-11-hoi-nghi", "cq-001"] {
            assert_eq!(check_slug(good), Ok(()), "{good}");
        }
        for (bad, diagnostic) in [
            ("", SlugError::Empty),
            ("-a", SlugError::BadCharacter('-')),
            ("a-", SlugError::BadCharacter('-')),
            ("a--b", SlugError::BadCharacter('-')),
            ("Bo", SlugError::BadCharacter('B')),
            ("bộ", SlugError::BadCharacter('ộ')),
            ("a/../b", SlugError::BadCharacter('/')),
        ] {
            assert_eq!(check_slug(bad), Err(diagnostic), "{bad}");
        }
        assert_eq!(check_slug(&"a".repeat(121)), Err(SlugError::TooLong));
    }
}
