//! The formats of the site's files as tables: they serve the readers, the docs and the JSON Schemas alike.

// One field a line, however long: the table is read as a table.
#[rustfmt::skip]
mod records;

pub use records::{
    AGENCIES_FILE, AGENCY, ALL, CONCLUSION_OF, DOCUMENT, DUE, EVIDENCE, EXTENSION, GROUP, INDICATOR, LICENCE,
    MEETING, MEMBER, NEWS, PAGE, PERSON, READING, SITE, SOURCE, STEP, SUCCESSION, TASK, TASKS_FILE,
    THRESHOLDS, TOPIC, UPDATE,
};

/// One kind of mapping.
#[derive(Debug)]
pub struct Record {
    /// Its name in docs, messages and schemas.
    pub name: &'static str,
    /// Where it stands, in words (English).
    pub about: &'static str,
    /// Its fields, in the order of the docs.
    pub fields: &'static [Field],
}

/// One field of a record.
#[derive(Debug)]
pub struct Field {
    /// The key.
    pub name: &'static str,
    /// What its value is.
    pub kind: Kind,
    /// Whether it must be there.
    pub need: Need,
    /// What it means, in English.
    pub about: &'static str,
    /// What it means, in Vietnamese.
    pub about_vi: &'static str,
    /// A value as it would stand in a file.
    pub example: &'static str,
}

/// Whether a field must be there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// Must be there.
    Required,
    /// May be absent; nothing is then known.
    Optional,
    /// May be absent; this value is then taken.
    Default(&'static str),
}

/// What a value is.
#[derive(Debug, Clone, Copy)]
pub enum Kind {
    /// A text on one line.
    Line,
    /// A text of one or more lines.
    Prose,
    /// A list of texts; a single text counts as a list of one.
    Lines,
    /// An id: lower-case letters `a`-`z`, digits, single hyphens.
    Id,
    /// The id of something defined elsewhere.
    Ref(Target),
    /// A list of such ids; a single one counts as a list of one.
    Refs(Target),
    /// A day, `2024-06-30`.
    Day,
    /// A day, a month or a year.
    PartialDate,
    /// A date as exactly as known, or `unknown`.
    CompletedOn,
    /// `2024-06`, `2024-Q2`, `2024-H1`, `2024`.
    Period,
    /// A day or a period.
    DayOrPeriod,
    /// A deadline in one of its forms.
    Due,
    /// A clause label as printed, `III.2.a`.
    Clause,
    /// `true` or `false`.
    Flag,
    /// A whole number within bounds.
    Count(u32, u32),
    /// A number, decimal point.
    Number,
    /// An address, `https://…` or `http://…`.
    Url,
    /// A name of a time zone.
    Timezone,
    /// One of a few words.
    Choice(&'static [&'static str]),
    /// A record.
    One(&'static Record),
    /// A list of records.
    Many(&'static Record),
}

/// What an id refers to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// An agency.
    Agency,
    /// A group.
    Group,
    /// An agency or a group.
    Party,
    /// A meeting.
    Meeting,
    /// A document, or a news item.
    Document,
    /// A task.
    Task,
    /// A topic of `site.yaml`.
    Topic,
}

impl Record {
    /// The field of that name.
    pub fn field(&self, name: &str) -> Option<&'static Field> {
        self.fields.iter().find(|f| f.name == name)
    }
}
