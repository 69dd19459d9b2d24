//! `tiendo schema`: JSON Schemas of the content files, for editors.

use super::args::{Format, SchemaArgs};
use super::errors::Error;
use super::exit::Exit;
use super::output::{Output, print};
use crate::i18n::Language;
use crate::load::schema::{FILES, FileKind};
use std::io;
use std::path::Path;

pub fn run(args: &SchemaArgs) -> Exit {
    Output::new(&args.messages, Format::Human).run(|out| {
        let words = &out.words;
        if let Some(dir) = &args.dir {
            write_all(dir, words.lang).map_err(Error::io(dir))?;
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

pub fn write_all(dir: &Path, language: Language) -> io::Result<()> {
    std::fs::create_dir_all(dir)?;
    FILES.iter().try_for_each(|file| std::fs::write(dir.join(file.file_name()), text(file, language)))
}

fn text(file: &FileKind, language: Language) -> String {
    format!("{:#}\n", file.schema(language))
}
