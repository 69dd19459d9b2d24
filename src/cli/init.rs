//! `tiendo init`: a small site with plainly fictional agencies, whose comments explain every field; built at once.

use super::args::{BuildArgs, Format, InitArgs, MessageArgs};
use super::build;
use super::errors::Error;
use super::exit::Exit;
use super::options::output;
use super::output::Output;
use super::schema;
use crate::edit::{FileChange, Lock, write};
use crate::i18n::Language;
use crate::load::Pack;
use crate::os::LOCK;
use crate::publish::Published;
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
    drop(lock);
    if let Some(pack) = pack {
        out.remark(&of_pack(pack, out));
    }
    out.result(&out.words.with("init-done", &[("path", &path)]));
    if !args.no_build {
        let built = first_pages(args, out)?;
        if built != Exit::Done {
            return Ok(built);
        }
    }
    next(dir, out);
    Ok(Exit::Done)
}

/// Builds as `tiendo build` does without any flag, and says where the first page is. A build that fails has told why.
fn first_pages(args: &InitArgs, out: &Output) -> Result<Exit, Error> {
    let messages = MessageArgs { quiet: true, ..args.messages };
    let built = build::run(&BuildArgs::plain(&args.dir, messages));
    let root = output(&args.dir, None);
    if let (Exit::Done, Some(site)) = (built, Published::at(&root)?) {
        let pages = out.words.count("build-pages", site.pages());
        let (output, page) = (root.display().to_string(), root.join("index.html").display().to_string());
        out.result(&out.words.with("init-built", &[("pages", &pages), ("output", &output), ("page", &page)]));
    }
    Ok(built)
}

/// What to do next, one command a line.
fn next(dir: &Path, out: &Output) {
    let into = (dir != Path::new(".")).then(|| format!("cd {}", quoted(&dir.display().to_string())));
    out.result(&out.words.say(if into.is_some() { "init-next" } else { "init-next-here" }));
    let rest = ["tiendo serve", "tiendo update thu-tuc-len-mang --agency so-minh-hoa --progress in-progress"];
    for command in into.into_iter().chain(rest.map(str::to_owned)) {
        out.result(&format!("  {command}"));
    }
}

/// A path as the shells of all systems take it.
fn quoted(path: &str) -> String {
    let plain = |c: char| c.is_alphanumeric() || "/\\:._-".contains(c);
    if path.chars().all(plain) { path.to_owned() } else { format!("\"{path}\"") }
}

fn is_empty(dir: &Path) -> io::Result<bool> {
    match std::fs::read_dir(dir) {
        // But for the lock that this program holds.
        Ok(mut entries) => Ok(entries.all(|entry| entry.is_ok_and(|entry| entry.file_name() == LOCK))),
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::Snapshot;
    use crate::site::{Options, Site};
    use chrono::{DateTime, Utc};

    /// Whoever starts sees something done, something in time and something without information, whatever the day; the
    /// last deadline of the starter is the end of 2030.
    #[test]
    fn the_starter_is_sound_and_mixed_on_any_day() {
        for day in ["2025-07-01", "2025-12-31", "2026-01-01", "2026-11-27", "2028-02-29", "2030-12-31"] {
            let now: DateTime<Utc> = format!("{day}T04:00:00Z").parse().unwrap();
            let files = files(Language::VI, None).into_iter().map(|(path, change)| (path, change.new));
            let site = Site::open(&Snapshot::of_texts(files), &Options::new(now));
            assert!(site.diagnostics.is_empty(), "{day}");
            let report = site.report.expect("the starter is sound");
            let tally = report.tally();
            let silent = tally.fell_due() - tally.completed();
            assert!(tally.completed() > 0 && tally.open_in_time() > 0 && silent > 0, "{day} {tally:?}");
        }
    }
}
