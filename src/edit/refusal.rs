//! Why a change cannot be made.

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// No task has the id; the id perhaps meant.
    NoTask(String, Option<String>),
    /// The place in this file is written with anchors, references or merging: a person must look at it.
    Reference(String),
    /// What was written would not read back as meant.
    Unsure(String),
    /// There is such a thing already.
    Exists(String),
    /// Several files could hold it: one must be named.
    WhichFile(Vec<String>),
    /// No such file, or it is not one of that kind.
    NoFile(String),
    /// This is no id; one like it that is.
    BadId(String, String),
    /// The pack has no agency of the name; one like it that it has.
    NotInPack(String, Option<String>),
    /// The site has the agency already, under this id and name.
    Known(String, String),
    /// No id was given, and the name makes none.
    NoId(String),
}
