//! The tables of the downloads. A column is one entry: its name, its words, its value.

mod agencies;
mod column;
mod commendations;
mod deadlines;
mod feedback;
mod meetings;
mod obligations;
mod parts;
mod shared;
mod table;
mod tallies;
mod tasks;
mod updates;
mod value;

pub use column::{Both, Column, Kind, pick};
pub(super) use table::Rows;
pub use table::{Table, TableId};
pub(super) use value::Value;

/// All tables, in the order of pages, sheets and packages; each at the place of its id.
pub static ALL: [&Table; 16] = [
    &tasks::TASKS,
    &obligations::OBLIGATIONS,
    &updates::UPDATES,
    &updates::EVIDENCE,
    &updates::READINGS,
    &updates::EXTENSIONS,
    &agencies::AGENCIES,
    &agencies::GROUPS,
    &agencies::MEMBERS,
    &agencies::SUCCESSIONS,
    &agencies::TOPICS,
    &meetings::MEETINGS,
    &meetings::DOCUMENTS,
    &commendations::COMMENDATIONS,
    &tallies::TALLIES,
    &feedback::FEEDBACK,
];

impl TableId {
    pub fn table(self) -> &'static Table {
        ALL[self as usize]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::derive::Label;
    use std::collections::BTreeSet;

    #[test]
    fn tables_stand_at_the_place_of_their_id() {
        for (n, table) in ALL.iter().enumerate() {
            assert_eq!(table.id as usize, n, "{}", table.name);
        }
    }

    #[test]
    fn names_are_good_names() {
        let names: BTreeSet<&str> = ALL.iter().map(|t| t.name).collect();
        assert_eq!(names.len(), ALL.len());
        for table in ALL {
            assert!(crate::model::check_slug(table.name).is_ok(), "{}", table.name);
            for sheet in table.title {
                assert!((1..=31).contains(&sheet.chars().count()), "{sheet} is no name of a sheet");
            }
            let columns: BTreeSet<&str> = table.columns().iter().map(|c| c.name).collect();
            assert_eq!(columns.len(), table.columns().len(), "{}: a column stands twice", table.name);
            assert!(table.key.iter().all(|k| table.columns().iter().any(|c| c.name == *k && !c.optional)));
            for c in table.columns() {
                let place = format!("{}.{}", table.name, c.name);
                assert!(c.name.chars().all(|c| c.is_ascii_lowercase() || c == '_' || c.is_ascii_digit()), "{place}");
                for text in c.head.iter().chain(&c.meaning).chain([&c.example]) {
                    assert!(!text.trim().is_empty(), "{place}");
                }
                assert!(c.meaning.iter().all(|m| m.ends_with('.')), "{place}: a meaning is a sentence");
                assert!(c.refers.is_none_or(|name| names.contains(name)), "{place}");
                if let Kind::Code(codes) = c.kind {
                    assert!(codes.contains(&c.example), "{place}");
                }
            }
        }
    }

    #[test]
    fn codes_are_those_of_the_model() {
        let labels: Vec<&str> = Label::ALL.iter().map(|l| l.code()).chain([crate::derive::IN_NEWS]).collect();
        assert_eq!(shared::LABELS, labels);
        let kinds: Vec<&str> = crate::model::AgencyKind::ALL.iter().map(|k| k.code()).collect();
        assert_eq!(agencies::KINDS, kinds);
    }
}
