//! What a record and its fields are, and how the docs name the type of a field.

/// One kind of mapping.
#[derive(Debug)]
pub struct Record {
    /// Its name in docs, messages and schemas.
    pub name: &'static str,
    /// In the order of the docs.
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
    /// A list of ids; a single one counts as a list of one.
    Ids,
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
    /// A day, a month or a meeting.
    DayOrMeeting,
    /// `issue`, `meeting` or a day.
    CountedFrom,
    /// A list of days and of records of days.
    DaysOff,
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
    /// A mailbox, `name@host`.
    Email,
    /// The electronic identification code of an agency, `G22`.
    AgencyCode,
    /// A name of a time zone.
    Timezone,
    /// One of a few words.
    Choice(&'static [&'static str]),
    /// A list of a few words; a single one counts as a list of one.
    Choices(&'static [&'static str]),
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

impl Kind {
    /// The type in words, for the docs (English).
    pub fn describe(self) -> String {
        let target = |target| match target {
            Target::Agency => "agency",
            Target::Group => "group",
            Target::Party => "agency or group",
            Target::Meeting => "meeting",
            Target::Document => "document",
            Target::Task => "task",
            Target::Topic => "topic",
        };
        match self {
            Self::Line => "text".to_owned(),
            Self::Prose => "text, may have several lines".to_owned(),
            Self::Lines => "list of texts".to_owned(),
            Self::Id => "id".to_owned(),
            Self::Ids => "list of ids".to_owned(),
            Self::Ref(to) => format!("id of {} {}", article(target(to)), target(to)),
            Self::Refs(to) => format!("list of ids ({})", target(to)),
            Self::Day => "day".to_owned(),
            Self::PartialDate => "day, month or year".to_owned(),
            Self::CompletedOn => "day, month, year, or `unknown`".to_owned(),
            Self::Period => "period".to_owned(),
            Self::DayOrPeriod => "day or period".to_owned(),
            Self::Due => "[deadline](#due)".to_owned(),
            Self::DayOrMeeting => "day, month or [meeting](#due-meeting)".to_owned(),
            Self::CountedFrom => "`issue`, `meeting` or a day".to_owned(),
            Self::DaysOff => "list of days and [holidays](#holiday)".to_owned(),
            Self::Clause => "clause label".to_owned(),
            Self::Flag => "flag".to_owned(),
            Self::Count(min, max) => format!("whole number, {min} to {max}"),
            Self::Number => "number".to_owned(),
            Self::Url => "address (`https`, `http`)".to_owned(),
            Self::Email => "e-mail address".to_owned(),
            Self::AgencyCode => "code of an agency".to_owned(),
            Self::Timezone => "time zone".to_owned(),
            Self::Choice(words) => quoted(words),
            Self::Choices(words) => format!("list of {}", quoted(words)),
            Self::One(record) => format!("[{}](#{})", record.name, record.name),
            Self::Many(record) => format!("list of [{}](#{})", record.name, record.name),
        }
    }
}

fn quoted(words: &[&str]) -> String {
    words.iter().map(|w| format!("`{w}`")).collect::<Vec<_>>().join(", ")
}

fn article(noun: &str) -> &'static str {
    if noun.starts_with('a') { "an" } else { "a" }
}
