//! `tiendo init`: a small site with plainly fictional agencies, whose comments explain every field.

use super::args::{Format, InitArgs};
use super::errors::Error;
use super::exit::Exit;
use super::output::Output;
use super::schema;
use crate::edit::{FileChange, Lock, write};
use crate::i18n::Language;
use crate::load::Pack;
use include_dir::{Dir, include_dir};
use std::collections::BTreeMap;
use std::io;
use std::path::Path;

static STARTER: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/src/cli/starter");

pub fn run(args: &InitArgs) -> Exit {
    Output::new(&args.messages, Format::Human).run(|out| init(args, out))
}

fn init(args: &InitArgs, out: &Output) -> Result<Exit, Error> {
    let dir = args.dir.as_path();
    let pack = args.pack.as_deref().and_then(Pack::named);
    let path = dir.display().to_string();
    let not_empty = || Err(Error::usage(out.words.with("init-not-empty", &[("path", &path)])));
    // Nothing is made where something is.
    if !is_empty(dir).map_err(Error::io(dir))? {
        return not_empty();
    }
    std::fs::create_dir_all(dir).map_err(Error::io(dir))?;
    let lock = Lock::take(dir)?;
    // Another may have started a site here while this one waited.
    if !is_empty(dir).map_err(Error::io(dir))? {
        return not_empty();
    }
    write(&lock, &files(out.words.lang, pack))?;
    if let Some(pack) = pack {
        out.remark(&of_pack(pack, out));
    }
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

/// What the agencies of a pack rest on.
pub fn of_pack(pack: &Pack, out: &Output) -> String {
    let day = out.words.day(pack.checked());
    out.words.with("pack-checked", &[("pack", pack.name), ("day", &day)])
}

/// The files of the small site, with those of a pack.
fn files(language: Language, pack: Option<&Pack>) -> BTreeMap<String, FileChange> {
    let mut files = BTreeMap::new();
    collect(&STARTER, &mut files);
    // Under another name in the source tree, where a `.gitignore` would take effect.
    let hidden = files.remove("gitignore").map(|text| (".gitignore".to_owned(), text));
    // Named in the first line of each data file, so that an editor completes and checks while typing.
    let schemas = schema::files(language).map(|(name, text)| (format!("schemas/{name}"), text));
    let carried = pack.into_iter().flat_map(Pack::files);
    files.extend(hidden.into_iter().chain(schemas).chain(carried));
    files.into_iter().map(|(path, new)| (path, FileChange { old: None, new })).collect()
}

fn collect(dir: &Dir<'_>, files: &mut BTreeMap<String, String>) {
    let text = |file: &include_dir::File<'_>| String::from_utf8_lossy(file.contents()).into_owned();
    files.extend(dir.files().map(|file| (file.path().display().to_string(), text(file))));
    dir.dirs().for_each(|dir| collect(dir, files));
}
