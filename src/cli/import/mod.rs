//! `tiendo import`: an office's paper becomes a draft, and the draft content.

mod again;
mod agencies;
mod ask;
mod columns;
mod paper;
mod summary;

use super::args::{Format, ImportArgs};
use super::edit::{EditContext, edit};
use super::errors::Error;
use super::exit::Exit;
use super::output::{Output, print};
use crate::edit::{ChangeSet, Refusal, new_tasks, put_mapping};
use crate::import::draft::Draft;
use crate::import::json::json;
use crate::import::matching::Matcher;
use crate::import::write::{Taken, document_id, task_entries, write_document};
use crate::load::{Mapping, load};
use crate::model::Dataset;
use again::Again;
use agencies::Names;

pub fn run(args: &ImportArgs) -> Exit {
    let site = args.edit.site.join("content/site.yaml");
    if args.json && !site.is_file() {
        // A program may ask what a paper says before there is a site.
        return Output::new(&args.edit.messages, Format::Human).run(|out| {
            let (draft, _) = paper::draft(args, &[], out)?;
            let names = Names::of(&draft, &Matcher::new(None, draft.day()));
            print(&json(&draft, &names.resolved()));
            Ok(Exit::Done)
        });
    }
    edit(&args.edit, |context| import(args, context))
}

fn import(args: &ImportArgs, context: &EditContext) -> Result<Exit, Error> {
    let (draft, mapping) = paper::draft(args, &context.mappings, &context.out)?;
    let mut names = Names::of(&draft, &Matcher::new(Some(&context.report.data), draft.day()));
    names.confirm(mapping.as_ref().map_or(&[], |mapping| &mapping.names));
    if args.json {
        print(&json(&draft, &names.resolved()));
        if !args.accept {
            return Ok(Exit::Done);
        }
    } else {
        summary::tell(&draft, &names, &context.out);
    }
    let words = &context.out.words;
    // A register that is read for the first time is no other one, even if its file or its title is called the same.
    let new_register = mapping.as_ref().is_some_and(|mapping| mapping.path.is_empty()) && args.into.is_none();
    // The document of another register is none of this one.
    let of_another = |id: &String| {
        let own = mapping.as_ref().map(|mapping| &mapping.path);
        own.is_some()
            && context.mappings.iter().any(|other| Some(&other.path) != own && other.document.as_ref() == Some(id))
    };
    let known = known(&draft, context).filter(|id| !new_register && !of_another(id));
    if let Some(mapping) = &mapping {
        let asked = args.into.as_ref().or(mapping.document.as_ref().filter(|_| args.mapping.is_some()));
        let document = asked.or(known.as_ref()).or(mapping.document.as_ref());
        let certain = asked.is_some() || document == known.as_ref();
        if let Some(again) = document.and_then(|id| Again::find(context, id, certain, &draft, mapping)) {
            return again::run(args, context, again, &draft, &names);
        }
    }
    if let Some(known) = known.filter(|_| args.into.is_none()) {
        context.out.result(&words.with("import-known", &[("id", &known)]));
        return Ok(Exit::Done);
    }
    let unknown = names.unknown().len();
    if unknown > 0 && !args.accept && !args.edit.dry_run && !agencies::asked(&names, &context.out) {
        return Err(Error::content(words.with("import-unknown-names", &[("n", &words.number(unknown as u64))])));
    }
    write(args, context, &draft, &names, mapping)
}

fn write(
    args: &ImportArgs,
    context: &EditContext,
    draft: &Draft,
    names: &Names,
    mapping: Option<Mapping>,
) -> Result<Exit, Error> {
    let (words, data) = (&context.out.words, &context.report.data);
    let refuse = |refusal: Refusal| context.refuse(&refusal);
    let mut changes = ChangeSet::new(&context.snapshot);
    let packed = agencies::add(&mut changes, names, data).map_err(refuse)?;
    if !packed.is_empty() {
        context.out.remark(&words.with("import-from-pack", &[("names", &packed.join(", "))]));
    }
    let document = if let Some(document) = &args.into {
        document.clone()
    } else {
        let id = free(&document_id(&draft.document), data);
        let (body, issuer) = names.of_document();
        write_document(&mut changes, draft, &id, (body.as_deref(), issuer.as_deref())).map_err(refuse)?;
        id
    };
    let mut taken = Taken {
        ids: data.tasks.iter().map(|task| task.id.to_string()).collect(),
        clauses: None,
        undated: draft.day().is_none(),
        ..Taken::default()
    };
    // The clauses that a task may name are those that the text, read back, has.
    if let Some(data) = &load(&changes.applied(), |_| context.today).dataset {
        let found = data.document_list().find(|(_, d)| d.id.as_str() == document);
        let (ix, _) = found.ok_or_else(|| context.usage("import-no-document", &document))?;
        taken.undated = data.reference_day(ix).is_none();
        taken.clauses = again::labels(data, ix);
    }
    let entries = task_entries(&draft.tasks, &names.resolved(), &mut taken);
    if let Some(mapping) = mapping {
        let rows = again::rows(&draft.tasks, &entries);
        put_mapping(&mut changes, &again::filed(mapping, &document, rows)).map_err(refuse)?;
    }
    if !entries.is_empty() {
        new_tasks(&mut changes, None, &document, entries).map_err(refuse)?;
    }
    let done = context.finish_briefly(&changes)?;
    if !args.edit.dry_run {
        context.out.remark(&words.with("import-next", &[("id", &document)]));
    }
    Ok(done)
}

/// The id, or with a number behind it, so that no document has it.
fn free(id: &str, data: &Dataset) -> String {
    let is_taken = |id: &str| data.documents.iter().any(|document| document.id.as_str() == id);
    let numbered = (2..).map(|n| format!("{id}-{n}"));
    std::iter::once(id.to_owned()).chain(numbered).find(|id| !is_taken(id)).unwrap_or_else(|| id.to_owned())
}

/// The document of the record that this paper is, by its number and its day, or by the id that it would get.
fn known(draft: &Draft, context: &EditContext) -> Option<String> {
    let documents = &context.report.data.documents;
    let (number, issued) = (&draft.document.number, draft.document.issued);
    let same = documents.iter().find(|d| number.is_some() && d.number == *number && d.issued == issued);
    let id = document_id(&draft.document);
    same.or_else(|| documents.iter().find(|d| d.id.as_str() == id)).map(|d| d.id.to_string())
}
