//! `tiendo schema`: JSON Schemas of the content files, for editors.

use super::args::{Format, SchemaArgs};
use super::errors::Error;
use super::exit::Exit;
use super::output::{Output, print};
use crate::edit::{FileChange, Lock, write};
use crate::i18n::{Language, Words};
use crate::load::schema::{FILES, FileKind};
use std::collections::BTreeMap;
use std::io;
use std::path::Path;

pub fn run(args: &SchemaArgs) -> Exit {
    Output::new(&args.messages, Format::Human).run(|out| {
        let words = &out.words;
        if let Some(dir) = &args.dir {
            write_all(dir, words)?;
            let values = [("n", &words.number(FILES.len() as u64)), ("path", &dir.display().to_string())];
            out.result(&words.with("schema-done", &values));
            return Ok(Exit::Done);
        }
        match args.kind.as_deref().and_then(|name| FILES.iter().find(|file| file.name == name)) {
            Some(file) => print(text(file, words.lang).trim_end()),
            None => FILES.iter().for_each(|file| print(&format!("{:9} {}", file.name, file.path))),
        }
        Ok(Exit::Done)
    })
}

/// The schemas by the names of their files.
pub fn files(language: Language) -> impl Iterator<Item = (String, String)> {
    FILES.iter().map(move |file| (file.file_name(), text(file, language)))
}

/// Writes the schemas into a folder, over those that this command wrote there before and over nothing else.
fn write_all(dir: &Path, words: &Words) -> Result<(), Error> {
    std::fs::create_dir_all(dir).map_err(Error::io(dir))?;
    let lock = Lock::take(dir)?;
    let mut changes = BTreeMap::new();
    for (name, new) in files(words.lang) {
        let old = former(&dir.join(&name)).map_err(|error| match error.kind() {
            io::ErrorKind::InvalidData => {
                Error::usage(words.with("schema-not-ours", &[("path", &dir.join(&name).display().to_string())]))
            }
            _ => Error::Io(dir.join(&name), error),
        })?;
        changes.insert(name, FileChange { old: old.map(Into::into), new });
    }
    Ok(write(&lock, &changes)?)
}

/// What stands at the place of a schema: nothing, or an earlier one.
///
/// # Errors
/// `InvalidData`: something that is not ours, a link among them.
fn former(path: &Path) -> io::Result<Option<String>> {
    match path.symlink_metadata() {
        Err(e) if e.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(e) => return Err(e),
        Ok(data) if !data.is_file() => return Err(io::ErrorKind::InvalidData.into()),
        Ok(_) => {}
    }
    let text = std::fs::read_to_string(path)?;
    if text.contains("\"$comment\": \"tiendo ") { Ok(Some(text)) } else { Err(io::ErrorKind::InvalidData.into()) }
}

fn text(file: &FileKind, language: Language) -> String {
    format!("{:#}\n", file.schema(language))
}
