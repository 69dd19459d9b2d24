//! `tiendo theme export`: files of the carried theme, for a site to change.

use super::args::{Format, SiteArgs, ThemeArgs, ThemeExportArgs, ThemeWhat};
use super::errors::Error;
use super::exit::Exit;
use super::options::SiteOptions;
use super::output::Output;
use crate::diag::closest;
use crate::edit::{FileChange, Lock, write};
use crate::load::slug;
use crate::site::Extent;
use crate::theme::carried_files;
use std::collections::BTreeMap;

pub fn run(args: &ThemeArgs) -> Exit {
    let ThemeWhat::Export(args) = &args.what;
    Output::new(&args.messages, Format::Human).run(|out| export(args, out))
}

fn export(args: &ThemeExportArgs, out: &Output) -> Result<Exit, Error> {
    let about = SiteArgs { site: args.site.clone(), as_of: None, base_url: None };
    let settings = SiteOptions::new(&about)?.open(Extent::Report)?.settings;
    let out = &out.for_site(settings.language);
    let words = &out.words;
    let name = args.into.as_ref().unwrap_or(&settings.theme);
    // The name becomes that of a folder.
    if name.is_empty() || slug(name) != *name {
        return Err(Error::usage(words.with("theme-name", &[("name", name)])));
    }
    let mut files = carried_files();
    if let Some(only) = &args.only {
        if !files.iter().any(|file| file.path == *only) {
            let meant = closest(only, files.iter().map(|file| file.path.as_str()));
            let key = if meant.is_some() { "theme-file-meant" } else { "theme-no-file" };
            let values = [("path", only.as_str()), ("meant", meant.unwrap_or_default())];
            return Err(Error::usage(words.with(key, &values)));
        }
        files.retain(|file| file.path == *only);
    }
    let lock = Lock::take(&args.site)?;
    let folder = format!("themes/{name}");
    let there = |path: &str| args.site.join(path).symlink_metadata().is_ok();
    let (kept, new): (Vec<_>, Vec<_>) = files
        .into_iter()
        .map(|file| (format!("{folder}/{}", file.path), file.bytes))
        .partition(|(path, _)| there(path));
    for (path, _) in &kept {
        out.remark(&words.with("theme-kept", &[("path", path)]));
    }
    if new.is_empty() {
        return Err(Error::usage(words.say("theme-nothing")));
    }
    let change = |bytes| FileChange { old: None, new: String::from_utf8_lossy(bytes).into_owned() };
    let changes: BTreeMap<_, _> = new.iter().map(|(path, bytes)| (path.clone(), change(bytes))).collect();
    write(&lock, &changes)?;
    match new.as_slice() {
        [(path, _)] => out.result(&words.with("edit-done", &[("path", path)])),
        several => {
            let values = [("n", &words.number(several.len() as u64)), ("path", &folder)];
            out.result(&words.with("theme-done", &values));
        }
    }
    if *name != settings.theme {
        out.remark(&words.with("theme-next", &[("name", name)]));
    }
    Ok(Exit::Done)
}
