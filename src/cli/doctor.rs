//! `tiendo doctor`: what this machine and this site look like, in ten lines for a mail that asks for help.
//!
//! One fact a line; what is wrong has a mark, and its cure below it. Deals with looking. Refuses: changing anything, asking
//! any machine but this one.

mod fact;
mod web;

use super::args::{DoctorArgs, Format, SiteArgs};
use super::diagnostics::Count;
use super::errors::{Error, of_publishing};
use super::exit::Exit;
use super::options::{GENERATOR, SiteOptions, output};
use super::output::{Output, print};
use crate::i18n::Words;
use crate::load::{FORMAT, Snapshot, disk};
use crate::os::HAS_OWNERS;
use crate::publish::{Ground, Published, Standing};
use crate::site::{Extent, Site};
use crate::theme::carried_files;
use chrono::{Local, NaiveDate};
use fact::{Fact, Fault};
use std::path::Path;

/// Where less is free, a build may not find room: half of a large site.
const LITTLE: u64 = 100 * MEGABYTE;
const MEGABYTE: u64 = 1_000_000;

pub fn run(args: &DoctorArgs) -> Exit {
    Output::new(&args.messages, Format::Human).run(|out| doctor(args, out))
}

fn doctor(args: &DoctorArgs, out: &Output) -> Result<Exit, Error> {
    let about = SiteArgs { site: args.site.clone(), as_of: None, base_url: None };
    let options = SiteOptions::new(&about)?;
    let asked = args.url.as_deref().map(|url| {
        web::Address::parse(url).ok_or_else(|| Error::usage(out.words.with("doctor-not-here", &[("url", url)])))
    });
    let asked = asked.transpose()?;
    let snapshot = disk::read(&options.folder)?;
    let site = Site::open(&snapshot, &options.opening(Extent::Bundle));
    let (out, settings) = (out.for_site(site.settings.language), &site.settings);
    let words = &out.words;
    let root = output(&args.site, args.output.as_ref());
    let standing = Standing::at(&root);
    let mut facts = vec![
        Fact::new("doctor-program", program()),
        Fact::new("doctor-system", machine(words)),
        clock(&options, &site, standing.as_ref(), words),
        language(&site),
        content(&args.site, &snapshot, &site, words),
        theme(&snapshot, &settings.theme, words),
        built(&root, standing.as_ref(), words),
    ];
    facts.extend(ground(&root, words));
    let own = settings.base_url.as_deref().and_then(web::Address::parse);
    if let Some(address) = asked.or(own) {
        facts.push(web::fact(&address, settings.base_url.as_deref(), words));
    }
    Ok(tell(&facts, words))
}

/// Prints the lines, their labels in one column. What the machine is at fault for weighs more than the content.
fn tell(facts: &[Fact], words: &Words) -> Exit {
    let label = |fact: &Fact| words.say(fact.key);
    let width = facts.iter().map(|fact| label(fact).chars().count()).max().unwrap_or(0);
    for fact in facts {
        let mark = if fact.faults.is_empty() { ' ' } else { '!' };
        let name = label(fact);
        print(&format!("{mark} {name}{}  {}", " ".repeat(width - name.chars().count()), fact.found));
        for Fault(_, cure) in &fact.faults {
            print(&format!("  {}→ {cure}", " ".repeat(width + 2)));
        }
    }
    let ends = |exit| facts.iter().flat_map(|fact| &fact.faults).any(|Fault(found, _)| *found == exit);
    if ends(Exit::Machine) {
        Exit::Machine
    } else if ends(Exit::Content) {
        Exit::Content
    } else {
        Exit::Done
    }
}

fn program() -> String {
    use std::env::consts::{ARCH, OS};
    let libc = if cfg!(target_env = "musl") { "-musl" } else { "" };
    let profile = if cfg!(debug_assertions) { "debug" } else { "release" };
    format!("{GENERATOR} ({ARCH}-{OS}{libc}, {profile})")
}

/// The system by its own name, where it has a file that says it (os-release(5)).
fn machine(words: &Words) -> String {
    let release = std::fs::read_to_string("/etc/os-release").unwrap_or_default();
    let named = release.lines().find_map(|line| line.strip_prefix("PRETTY_NAME="));
    let name = named.map_or(std::env::consts::OS, |name| name.trim_matches('"'));
    let kernel = std::fs::read_to_string("/proc/sys/kernel/osrelease").unwrap_or_default();
    let name = [name, kernel.trim()].join(" ");
    let processors = std::thread::available_parallelism().map_or(1, usize::from).to_string();
    words.with("doctor-system-is", &[("name", name.trim()), ("processors", &processors)])
}

/// Now, here and where the site is. A site that speaks of a later day was made before the clock was set back.
fn clock(options: &SiteOptions, site: &Site, standing: Option<&Standing>, words: &Words) -> Fact {
    let here = options.now.with_timezone(&Local);
    let today = words.day(site.today);
    let values =
        [("here", &*here.format("%Y-%m-%d %H:%M %:z").to_string()), ("day", &today), ("zone", &site.settings.timezone)];
    let fact = Fact::new("doctor-clock", words.with("doctor-clock-is", &values));
    let built = standing.and_then(|standing| standing.as_of().parse::<NaiveDate>().ok());
    match built.filter(|built| *built > site.today) {
        Some(built) => fact.fault(Exit::Machine, words.with("doctor-clock-back", &[("day", &words.day(built))])),
        None => fact,
    }
}

fn language(site: &Site) -> Fact {
    let languages: Vec<&str> = site.settings.languages.iter().map(|language| language.code()).collect();
    let of_system = std::env::var("LC_ALL").or_else(|_| std::env::var("LANG")).unwrap_or_else(|_| "–".to_owned());
    Fact::new("doctor-language", format!("{} (LANG {of_system})", languages.join(", ")))
}

fn content(folder: &Path, snapshot: &Snapshot, site: &Site, words: &Words) -> Fact {
    let path = std::path::absolute(folder).unwrap_or_else(|_| folder.to_owned()).display().to_string();
    let files = snapshot.files.iter().filter(|file| file.path.starts_with("content/")).count();
    let count = Count::of(&site.diagnostics);
    let tasks =
        site.report.as_ref().map_or_else(|| "–".to_owned(), |report| words.number(report.data.tasks.len() as u64));
    let (files, faults, format) = (words.number(files as u64), count.words(words), FORMAT.to_string());
    let values = [("path", &path), ("files", &files), ("tasks", &tasks), ("faults", &faults), ("format", &format)];
    let fact = Fact::new("doctor-site", words.with("doctor-site-is", &values));
    if count.errors > 0 { fact.fault(Exit::Content, words.say("doctor-check")) } else { fact }
}

/// The theme, and how many files of the site's own stand over the carried ones.
fn theme(snapshot: &Snapshot, name: &str, words: &Words) -> Fact {
    let carried = carried_files();
    let own = snapshot.below(&format!("themes/{name}"));
    let same = own.iter().filter(|(path, bytes)| carried.iter().any(|file| file.path == *path && file.bytes == *bytes));
    let (same, own) = (words.number(same.count() as u64), own.len());
    let key = if own == 0 { "doctor-theme-carried" } else { "doctor-theme-is" };
    let values = [("name", name), ("own", &words.number(own as u64)), ("same", &same)];
    Fact::new("doctor-theme", words.with(key, &values))
}

/// The built site: whether its files are there at their lengths. `tiendo verify` reads them too.
fn built(root: &Path, standing: Option<&Standing>, words: &Words) -> Fact {
    let path = std::path::absolute(root).unwrap_or_else(|_| root.to_owned()).display().to_string();
    let published = match Published::at(root) {
        Ok(Some(published)) => published,
        Ok(None) => return Fact::new("doctor-output", words.with("public-none", &[("path", &path)])),
        Err(error) => return Fact::new("doctor-output", path).fault(Exit::Machine, of_publishing(&error, words)),
    };
    let whole = standing.is_some_and(Standing::is_whole);
    let pages = words.count("build-pages", published.pages());
    let date = words.day_of(published.as_of());
    let values = [("path", &*path), ("pages", &pages), ("date", &date)];
    let fact = Fact::new("doctor-output", words.with("doctor-output-is", &values));
    if whole { fact } else { fact.fault(Exit::Content, words.say("doctor-rebuild")) }
}

/// What a build would meet: permissions, room, another build.
fn ground(root: &Path, words: &Words) -> Vec<Fact> {
    let found = match Ground::at(root) {
        Ok(found) => found,
        Err(error) => {
            let fact = Fact::new("doctor-owner", root.display().to_string());
            return vec![fact.fault(Exit::Machine, of_publishing(&error, words))];
        }
    };
    let (path, uid) = (found.root.display().to_string(), found.uid.to_string());
    let owner = found.owner.filter(|owner| *owner != found.uid).map(|owner| owner.to_string());
    let values = [("path", &*path), ("uid", &uid), ("owner", owner.as_deref().unwrap_or_default())];
    let key = if owner.is_some() { "doctor-owner-other" } else { "doctor-owner-is" };
    let whose = if HAS_OWNERS { words.with(key, &values) } else { path.clone() };
    let mut rights = Fact::new("doctor-owner", whose);
    // An administrator looks as root after a site that another user builds.
    if owner.is_some() && found.builder == found.uid {
        rights = rights.fault(Exit::Machine, words.with("doctor-stranger", &values));
    } else if let Some(closed) = &found.closed {
        let closed = closed.display().to_string();
        let builder = found.builder.to_string();
        rights = rights.fault(Exit::Machine, words.with("doctor-closed", &[("path", &*closed), ("uid", &builder)]));
    }
    let space = found.free.map(|free| {
        let fact = Fact::new("doctor-disk", words.with("doctor-disk-is", &[("size", &words.number(free / MEGABYTE))]));
        if free < LITTLE { fact.fault(Exit::Machine, words.say("doctor-disk-little")) } else { fact }
    });
    let lock = match &found.holder {
        None => Fact::new("doctor-lock", words.say("doctor-lock-free")),
        Some(holder) => {
            let fact = Fact::new("doctor-lock", words.with("doctor-lock-held", &[("holder", holder.as_str())]));
            fact.fault(Exit::Machine, words.say("doctor-lock-wait"))
        }
    };
    std::iter::once(rights).chain(space).chain([lock]).collect()
}
