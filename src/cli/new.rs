//! `tiendo new`: a meeting, a document, a task, an agency, with the fields that are known.

use super::args::{NewAgencyArgs, NewArgs, NewDocumentArgs, NewMeetingArgs, NewTaskArgs, NewWhat};
use super::edit::edit;
use super::exit::Exit;
use super::init::of_pack;
use crate::edit::{
    ChangeSet, Entry, Refusal, Yaml, new_agency, new_agency_of_pack, new_document, new_meeting, new_tasks,
};
use crate::load::{Pack, clean, lost_in_slug, slug, slug_within};

/// Longest id made of a title.
const LONGEST: usize = 60;

pub fn run(args: &NewArgs) -> Exit {
    let about = match &args.what {
        NewWhat::Meeting(args) => &args.edit,
        NewWhat::Document(args) => &args.edit,
        NewWhat::Task(args) => &args.edit,
        NewWhat::Agency(args) => &args.edit,
    };
    edit(about, |context| {
        let mut changes = ChangeSet::new(&context.snapshot);
        context.dates(&match &args.what {
            NewWhat::Meeting(args) => vec![("--held", Some(&args.held)), ("--issued", args.issued.as_ref())],
            NewWhat::Document(args) => vec![("--issued", args.issued.as_ref())],
            NewWhat::Task(args) => vec![("--due", args.due.as_ref()), ("--before", args.before.as_ref())],
            NewWhat::Agency(_) => Vec::new(),
        })?;
        let (made, id, name) = match &args.what {
            NewWhat::Meeting(args) => (meeting(&mut changes, args), &args.id, &args.title),
            NewWhat::Document(args) => (document(&mut changes, args), &args.id, &args.title),
            NewWhat::Task(args) => (task(&mut changes, args), &args.id, &args.title),
            NewWhat::Agency(args) => match (args.pack.as_deref().and_then(Pack::named), &args.of_pack, &args.name) {
                (Some(pack), Some(name), _) => {
                    let (data, site) = (pack.read(), &context.report.data);
                    let made = new_agency_of_pack(&mut changes, args.file.as_deref(), &data, site, name);
                    made.map_err(|refusal| context.refuse(&refusal))?;
                    context.out.remark(&of_pack(pack, &context.out));
                    return context.finish(&changes);
                }
                (_, _, name) => {
                    let name = name.as_ref().expect("asked for where no pack is");
                    (agency(&mut changes, args, name), &args.id, name)
                }
            },
        };
        made.map_err(|refusal| context.refuse(&refusal))?;
        let lost = lost_in_slug(name);
        if id.is_none() && !lost.is_empty() {
            let letters: Vec<String> = lost.iter().map(char::to_string).collect();
            let values = [("id", &id_of(name).unwrap_or_default()), ("name", name), ("letters", &letters.join(" "))];
            context.out.remark(&context.out.words.with("edit-id-poor", &values));
        }
        context.finish(&changes)
    })
}

fn meeting(changes: &mut ChangeSet<'_>, args: &NewMeetingArgs) -> Result<String, Refusal> {
    let id = match &args.id {
        Some(id) => id.clone(),
        // A day that is none makes no id that is none: the check of the day comes later, with its place.
        None => format!("{}-{}", slug(&args.held), id_of(&args.title)?),
    };
    file_name(&id)?;
    let document = present([
        ("kind", text(args.kind.as_ref())),
        ("number", text(args.number.as_ref())),
        ("issued", word(args.issued.as_ref())),
        ("issuer", word(args.issuer.as_ref())),
    ]);
    let front = present([
        ("title", Some(Yaml::Text(args.title.clone()))),
        ("body", word(args.body.as_ref())),
        ("ordinal", word(args.ordinal.as_ref())),
        ("held", Some(Yaml::Word(args.held.clone()))),
        ("place", text(args.place.as_ref())),
        ("chair", person(args.chair.as_ref())),
        ("documents", (!document.is_empty()).then(|| Yaml::Maps(vec![document]))),
    ]);
    new_meeting(changes, &id, front, "")
}

fn document(changes: &mut ChangeSet<'_>, args: &NewDocumentArgs) -> Result<String, Refusal> {
    let id = match (&args.id, &args.number, &args.issued) {
        (Some(id), ..) => id.clone(),
        (None, Some(number), _) => id_of(number)?,
        (None, None, Some(issued)) => format!("{}-{}", slug(issued), id_of(&args.title)?),
        (None, None, None) => id_of(&args.title)?,
    };
    file_name(&id)?;
    let front = present([
        ("title", Some(Yaml::Text(args.title.clone()))),
        ("kind", text(args.kind.as_ref())),
        ("number", text(args.number.as_ref())),
        ("issued", word(args.issued.as_ref())),
        ("issuer", word(args.issuer.as_ref())),
        ("signer", person(args.signer.as_ref())),
        ("url", text(args.url.as_ref())),
    ]);
    new_document(changes, &id, front, "")
}

/// Whether an id may become the name of a file.
fn file_name(id: &str) -> Result<(), Refusal> {
    match slug(id) {
        meant if meant == id => Ok(()),
        meant if meant.is_empty() => Err(Refusal::NoId(id.to_owned())),
        meant => Err(Refusal::BadId(id.to_owned(), meant)),
    }
}

/// `name | role`
fn person(value: Option<&String>) -> Option<Yaml> {
    let mut parts = value?.splitn(2, '|').map(|part| part.trim().to_owned());
    Some(Yaml::Inline(present([("name", parts.next().map(Yaml::Text)), ("role", parts.next().map(Yaml::Text))])))
}

fn task(changes: &mut ChangeSet<'_>, args: &NewTaskArgs) -> Result<String, Refusal> {
    let id = args.id.clone().map_or_else(|| id_of(&args.title), Ok)?;
    let words = |list: &[String]| {
        let list: Vec<String> = list.iter().map(|id| id.trim().to_owned()).filter(|id| !id.is_empty()).collect();
        (!list.is_empty()).then_some(Yaml::Words(list))
    };
    let within = args.within.map(|days| {
        let working = args.working_days.then(|| Yaml::Word("true".into()));
        Yaml::Inline(present([("days", Some(Yaml::Word(days.to_string()))), ("working", working)]))
    });
    let due = match (&args.due, &args.before, &args.wording) {
        (Some(due), _, None) => Some(Yaml::Word(due.clone())),
        (Some(due), _, Some(wording)) if due == "continuous" => Some(Yaml::Inline(vec![
            ("continuous", Yaml::Word("true".into())),
            ("wording", Yaml::Text(wording.clone())),
        ])),
        (Some(due), _, Some(wording)) => {
            Some(Yaml::Inline(vec![("by", Yaml::Word(due.clone())), ("wording", Yaml::Text(wording.clone()))]))
        }
        (None, None, None) if within.is_none() => None,
        (None, before, wording) => Some(Yaml::Inline(present([
            ("before", word(before.as_ref())),
            ("within", within),
            ("wording", text(wording.as_ref())),
        ]))),
    };
    let fields = present([
        ("id", Some(Yaml::Word(id))),
        ("title", Some(Yaml::Text(args.title.clone()))),
        ("text", text(args.text.as_ref())),
        ("ref", args.reference.clone().map(Yaml::Quoted)),
        ("clause", args.clause.clone().map(Yaml::Quoted)),
        ("lead", words(&args.lead)),
        ("coordinators", words(&args.coordinators)),
        ("supervisor", person(args.supervisor.as_ref())),
        ("officer", person(args.officer.as_ref())),
        ("due", due),
        ("topics", words(&args.topics)),
    ]);
    new_tasks(changes, args.file.as_deref(), args.document.trim(), vec![fields])
}

fn agency(changes: &mut ChangeSet<'_>, args: &NewAgencyArgs, name: &str) -> Result<String, Refusal> {
    let id = args.id.clone().map_or_else(|| id_of(name), Ok)?;
    let fields = present([
        ("id", Some(Yaml::Word(id))),
        ("name", Some(Yaml::Text(name.to_owned()))),
        ("name_en", text(args.name_en.as_ref())),
        ("short", text(args.short.as_ref())),
        ("code", word(args.code.as_ref())),
        ("kind", word(args.kind.as_ref())),
        ("url", text(args.url.as_ref())),
    ]);
    new_agency(changes, args.file.as_deref(), fields)
}

fn word(value: Option<&String>) -> Option<Yaml> {
    value.map(|value| Yaml::Word(value.clone()))
}

fn text(value: Option<&String>) -> Option<Yaml> {
    value.map(|value| Yaml::Text(value.clone()))
}

fn present<const N: usize>(fields: [(&'static str, Option<Yaml>); N]) -> Entry {
    fields.into_iter().filter_map(|(key, value)| Some((key, value?))).collect()
}

/// An id made of words, cut between two of them.
fn id_of(name: &str) -> Result<String, Refusal> {
    let id = slug_within(&clean(name.into(), true).text, LONGEST);
    if id.is_empty() { Err(Refusal::NoId(name.to_owned())) } else { Ok(id) }
}
