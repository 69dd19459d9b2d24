//! `tiendo schema`: JSON Schemas of the content files, for editors.

use super::args::SchemaArgs;
use super::exit::Exit;
use super::options::Format;
use super::trouble;
use super::voice::{Voice, print};
use crate::load::schema::{FILES, FileKind};
use crate::model::Language;
use std::io;
use std::path::Path;

/// Prints one schema, writes all, or lists them.
pub fn run(args: &SchemaArgs) -> Exit {
    let voice = Voice::new(&args.voice);
    let words = voice.words();
    if let Some(dir) = &args.dir {
        return match write_all(dir, words.lang) {
            Ok(()) => {
                let path = dir.display().to_string();
                voice.result(&words.with("schema-done", &[("n", &words.number(FILES.len() as u64)), ("path", &path)]));
                Exit::Done
            }
            Err(e) => trouble::io(dir, &e, &words, Format::Human),
        };
    }
    match args.kind.as_deref().and_then(|name| FILES.iter().find(|file| file.name == name)) {
        Some(file) => print(text(file, words.lang).trim_end()),
        None => FILES.iter().for_each(|file| print(&format!("{:9} {}", file.name, file.path))),
    }
    Exit::Done
}

/// Writes every schema into a folder.
pub fn write_all(dir: &Path, language: Language) -> io::Result<()> {
    std::fs::create_dir_all(dir)?;
    FILES.iter().try_for_each(|file| std::fs::write(dir.join(file.file_name()), text(file, language)))
}

fn text(file: &FileKind, language: Language) -> String {
    format!("{:#}\n", file.schema(language))
}
