//! The formats of the site's files as tables: they serve the readers, the docs and the JSON Schemas alike.

mod json;
// One field a line, however long: the table is read as a table.
#[rustfmt::skip]
mod records;

pub use json::{FILES, FileKind};
pub use records::{
    AGENCIES_FILE, AGENCY, ALL, CONCLUSION_OF, DOCUMENT, DUE, EVIDENCE, EXTENSION, GROUP, INDICATOR, LICENCE, MEETING,
    MEMBER, NEWS, PAGE, PERSON, READING, SITE, SOURCE, STEP, SUCCESSION, TASK, TASKS_FILE, THRESHOLDS, TOPIC, UPDATE,
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
            Self::Clause => "clause label".to_owned(),
            Self::Flag => "flag".to_owned(),
            Self::Count(min, max) => format!("whole number, {min} to {max}"),
            Self::Number => "number".to_owned(),
            Self::Url => "address (`https`, `http`)".to_owned(),
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

#[cfg(test)]
mod tests {
    use super::*;
    use std::fmt::Write as _;

    fn table(record: &Record) -> String {
        let mut out = "| field | type | default | meaning | example |\n|---|---|---|---|---|\n".to_owned();
        for field in record.fields {
            let need = match field.need {
                Need::Required => "**required**".to_owned(),
                Need::Optional => "–".to_owned(),
                Need::Default(value) if value.contains(' ') => value.to_owned(),
                Need::Default(value) => format!("`{value}`"),
            };
            let (name, kind, about, example) = (field.name, field.kind.describe(), field.about, field.example);
            let _ = writeln!(out, "| `{name}` | {kind} | {need} | {about} | `{example}` |");
        }
        out
    }

    /// `docs/content.md` shows every record as the readers know it; `TIENDO_BLESS=1` writes the tables anew.
    #[test]
    fn the_docs_have_every_field() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/content.md");
        let docs = std::fs::read_to_string(path).expect("the docs");
        let mut out = docs.clone();
        for record in ALL {
            let begin = format!("<!-- fields: {} -->\n", record.name);
            let start = out.find(&begin).unwrap_or_else(|| panic!("no table of {}", record.name)) + begin.len();
            let end = start + out[start..].find("<!-- end -->").expect("every table ends");
            out.replace_range(start..end, &table(record));
        }
        if std::env::var_os("TIENDO_BLESS").is_some() {
            std::fs::write(path, &out).expect("the docs written");
        } else {
            assert!(docs == out, "docs/content.md is behind the tables of the readers (TIENDO_BLESS=1 to write it)");
        }
    }

    /// Every record is listed, and every example of a scalar field is one that its reader takes.
    #[test]
    fn the_list_of_records_is_complete() {
        for record in ALL {
            for field in record.fields {
                assert!(
                    !field.about.is_empty() && !field.about_vi.is_empty() && !field.example.is_empty(),
                    "{}",
                    field.name
                );
                if let Kind::One(inner) | Kind::Many(inner) = field.kind {
                    assert!(ALL.iter().any(|r| std::ptr::eq(*r, inner)), "{} is not listed", inner.name);
                }
            }
        }
    }
}
