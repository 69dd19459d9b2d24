//! `tiendo new`: a meeting, a task, an agency, with the fields that are known.

use super::args::{NewAgencyArgs, NewArgs, NewMeetingArgs, NewTaskArgs, NewWhat};
use super::edit::Desk;
use super::exit::Exit;
use crate::edit::{Drafts, Entry, Out, Refusal, new_agency, new_meeting, new_task};
use crate::load::slug;

/// Longest id made of a title.
const LONGEST: usize = 60;

/// Adds what was asked for.
pub fn run(args: &NewArgs) -> Exit {
    let about = match &args.what {
        NewWhat::Meeting(args) => &args.edit,
        NewWhat::Task(args) => &args.edit,
        NewWhat::Agency(args) => &args.edit,
    };
    let desk = match Desk::open(about) {
        Ok(desk) => desk,
        Err(exit) => return exit,
    };
    let mut drafts = Drafts::new(&desk.snapshot);
    let made = match &args.what {
        NewWhat::Meeting(args) => meeting(&mut drafts, args),
        NewWhat::Task(args) => task(&mut drafts, args),
        NewWhat::Agency(args) => agency(&mut drafts, args),
    };
    match made {
        Ok(_) => desk.finish(&drafts),
        Err(refusal) => desk.refuse(&refusal),
    }
}

fn meeting(drafts: &mut Drafts<'_>, args: &NewMeetingArgs) -> Result<String, Refusal> {
    let id = match &args.id {
        Some(id) => id.clone(),
        None => format!("{}-{}", args.held.trim(), id_of(&args.title)?),
    };
    // The id becomes the name of a file.
    if slug(&id) != id {
        return Err(Refusal::NoId(id));
    }
    let document = present([
        ("kind", text(args.kind.as_ref())),
        ("number", text(args.number.as_ref())),
        ("issued", word(args.issued.as_ref())),
        ("issuer", word(args.issuer.as_ref())),
    ]);
    let chair = args.chair.as_deref().map(|text| {
        let mut parts = text.splitn(2, '|').map(|part| part.trim().to_owned());
        Out::Inline(present([("name", parts.next().map(Out::Text)), ("role", parts.next().map(Out::Text))]))
    });
    let front = present([
        ("title", Some(Out::Text(args.title.clone()))),
        ("body", word(args.body.as_ref())),
        ("ordinal", word(args.ordinal.as_ref())),
        ("held", Some(Out::Word(args.held.clone()))),
        ("place", text(args.place.as_ref())),
        ("chair", chair),
        ("documents", (!document.is_empty()).then(|| Out::Maps(vec![document]))),
    ]);
    new_meeting(drafts, &id, &front)
}

fn task(drafts: &mut Drafts<'_>, args: &NewTaskArgs) -> Result<String, Refusal> {
    let id = args.id.clone().map_or_else(|| id_of(&args.title), Ok)?;
    let words = |list: &[String]| {
        let list: Vec<String> = list.iter().map(|id| id.trim().to_owned()).filter(|id| !id.is_empty()).collect();
        (!list.is_empty()).then_some(Out::Words(list))
    };
    let due = match (&args.due, &args.before, &args.wording) {
        (Some(due), _, None) => Some(Out::Word(due.clone())),
        (Some(due), _, Some(wording)) if due == "continuous" => {
            Some(Out::Inline(vec![("continuous", Out::Word("true".into())), ("wording", Out::Text(wording.clone()))]))
        }
        (Some(due), _, Some(wording)) => {
            Some(Out::Inline(vec![("by", Out::Word(due.clone())), ("wording", Out::Text(wording.clone()))]))
        }
        (None, None, None) => None,
        (None, before, wording) => {
            Some(Out::Inline(present([("before", word(before.as_ref())), ("wording", text(wording.as_ref()))])))
        }
    };
    let fields = present([
        ("id", Some(Out::Word(id))),
        ("title", Some(Out::Text(args.title.clone()))),
        ("clause", args.clause.clone().map(Out::Quoted)),
        ("lead", words(&args.lead)),
        ("coordinators", words(&args.coordinators)),
        ("due", due),
        ("topics", words(&args.topics)),
    ]);
    new_task(drafts, args.file.as_deref(), args.document.trim(), fields)
}

fn agency(drafts: &mut Drafts<'_>, args: &NewAgencyArgs) -> Result<String, Refusal> {
    let id = args.id.clone().map_or_else(|| id_of(&args.name), Ok)?;
    let fields = present([
        ("id", Some(Out::Word(id))),
        ("name", Some(Out::Text(args.name.clone()))),
        ("name_en", text(args.name_en.as_ref())),
        ("short", text(args.short.as_ref())),
        ("kind", Some(Out::Word(args.kind.clone()))),
        ("url", text(args.url.as_ref())),
    ]);
    new_agency(drafts, args.file.as_deref(), fields)
}

fn word(value: Option<&String>) -> Option<Out> {
    value.map(|value| Out::Word(value.clone()))
}

fn text(value: Option<&String>) -> Option<Out> {
    value.map(|value| Out::Text(value.clone()))
}

fn present<const N: usize>(fields: [(&'static str, Option<Out>); N]) -> Entry {
    fields.into_iter().filter_map(|(key, value)| Some((key, value?))).collect()
}

/// An id made of words, cut between two of them.
fn id_of(name: &str) -> Result<String, Refusal> {
    let mut id = slug(name);
    if id.len() > LONGEST {
        let cut = id[..=LONGEST].rfind('-').unwrap_or(LONGEST);
        id.truncate(cut);
    }
    if id.is_empty() { Err(Refusal::NoId(name.to_owned())) } else { Ok(id) }
}
