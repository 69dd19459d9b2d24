//! The formats of the site's files as tables: they serve the readers, the docs and the JSON Schemas alike.

mod json;
mod record;
// One field a line, however long: the table is read as a table.
#[rustfmt::skip]
mod records;

pub use json::{FILES, FileKind};
pub use record::{Kind, Need, Record};
pub use records::{
    ACCEPTED, AGENCIES_FILE, AGENCY, ALL, ANNEX, CANCELLED, COMMENDATION, CONCLUSION_OF, CONTACT, CORRECTED, DOCUMENT,
    DOCUMENT_FILE, DUE, DUE_MEETING, EVIDENCE, EXTENSION, FEEDBACK, FEEDBACK_PERIOD, GROUP, HOLIDAY, IMPORT,
    IMPORT_COLUMN, IMPORT_FIELDS, IMPORT_NAME, IMPORT_ROW, INDICATOR, LICENCE, MEETING, MEMBER, NEWS, PAGE, PERSON,
    READING, SITE, SOURCE, STEP, SUCCESSION, TARGET, TASK, TASKS_FILE, THRESHOLDS, TOPIC, TRANSFER, UPDATE, WITHIN,
};

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
