//! Values as they were given → values as the content keeps them: cleaned as the loader cleans what it reads, so that
//! nothing comes in that would be warned of when it is read again.

use super::yaml_writer::{Entry, Yaml};
use crate::load::clean;
use crate::load::schema::{Kind, UPDATE};
use std::borrow::Cow;

/// Fields that held odd characters, with those that were taken out.
pub type Odd = Vec<(&'static str, Vec<char>)>;

/// The entry without odd characters; those taken out are added to `odd`.
pub(super) fn cleaned(entry: Entry, odd: &mut Odd) -> Entry {
    entry.into_iter().map(|(key, value)| (key, value_of(key, value, odd))).collect()
}

fn value_of(key: &'static str, value: Yaml, odd: &mut Odd) -> Yaml {
    // The only texts of several lines that commands write are the notes of an update.
    let prose = UPDATE.field(key).is_some_and(|field| matches!(field.kind, Kind::Prose));
    let mut text = |text: String| {
        // Line ends as YAML reads them.
        let text = text.replace("\r\n", "\n").replace('\r', "\n");
        let clean = clean(Cow::Owned(text), !prose);
        if !clean.odd.is_empty() {
            odd.push((key, clean.odd));
        }
        clean.text.into_owned()
    };
    match value {
        Yaml::Word(word) => Yaml::Word(text(word)),
        Yaml::Text(words) => Yaml::Text(text(words)),
        Yaml::Quoted(words) => Yaml::Quoted(text(words)),
        Yaml::Words(words) => Yaml::Words(words.into_iter().map(text).collect()),
        Yaml::Inline(entry) => Yaml::Inline(cleaned(entry, odd)),
        Yaml::Maps(maps) => Yaml::Maps(maps.into_iter().map(|entry| cleaned(entry, odd)).collect()),
        Yaml::Noted(value, note) => {
            let note = text(note);
            Yaml::Noted(Box::new(value_of(key, *value, odd)), note)
        }
    }
}
