//! `tiendo init`: a small site with plainly fictional agencies, whose comments explain every field.

use super::args::InitArgs;
use super::exit::Exit;
use super::options::Format;
use super::schema;
use super::trouble;
use super::voice::Voice;
use crate::model::Language;
use include_dir::{Dir, include_dir};
use std::io;
use std::path::Path;

/// The files of the starter site.
static STARTER: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/src/cli/starter");

/// Writes the starter site into a new or empty folder.
pub fn run(args: &InitArgs) -> Exit {
    let voice = Voice::new(&args.voice);
    let words = voice.words();
    let path = args.dir.display().to_string();
    match is_empty(&args.dir) {
        Ok(true) => {}
        Ok(false) => return trouble::usage(&words.with("init-not-empty", &[("path", &path)]), &words),
        Err(e) => return trouble::io(&args.dir, &e, &words, Format::Human),
    }
    match write(&args.dir, words.lang) {
        Ok(()) => {
            voice.result(&words.with("init-done", &[("path", &path)]));
            Exit::Done
        }
        Err(e) => trouble::io(&args.dir, &e, &words, Format::Human),
    }
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
    // Carried under another name: a `.gitignore` in the source tree would rule there.
    std::fs::rename(dir.join("gitignore"), dir.join(".gitignore"))
}
