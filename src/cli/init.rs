//! `tiendo init`: a small site with plainly fictional agencies, whose comments explain every field.

use super::args::{Format, InitArgs};
use super::errors::Error;
use super::exit::Exit;
use super::output::Output;
use super::schema;
use crate::i18n::Language;
use include_dir::{Dir, include_dir};
use std::io;
use std::path::Path;

static STARTER: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/src/cli/starter");

pub fn run(args: &InitArgs) -> Exit {
    Output::new(&args.messages, Format::Human).run(|out| init(&args.dir, out))
}

fn init(dir: &Path, out: &Output) -> Result<Exit, Error> {
    let path = dir.display().to_string();
    if !is_empty(dir).map_err(Error::io(dir))? {
        return Err(Error::usage(out.words.with("init-not-empty", &[("path", &path)])));
    }
    write(dir, out.words.lang).map_err(Error::io(dir))?;
    out.result(&out.words.with("init-done", &[("path", &path)]));
    Ok(Exit::Done)
}

fn is_empty(dir: &Path) -> io::Result<bool> {
    match std::fs::read_dir(dir) {
        Ok(mut entries) => Ok(entries.next().is_none()),
        Err(e) if e.kind() == io::ErrorKind::NotFound => Ok(true),
        Err(e) if e.kind() == io::ErrorKind::NotADirectory => Ok(false),
        Err(e) => Err(e),
    }
}

fn write(dir: &Path, language: Language) -> io::Result<()> {
    std::fs::create_dir_all(dir)?;
    STARTER.extract(dir)?;
    // Named in the first line of each data file, so that an editor completes and checks while typing.
    schema::write_all(&dir.join("schemas"), language)?;
    // Under another name in the source tree, where a `.gitignore` would take effect.
    std::fs::rename(dir.join("gitignore"), dir.join(".gitignore"))
}
