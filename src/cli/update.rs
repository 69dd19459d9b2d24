//! `tiendo update`: one report of one task, written into its file.

use super::args::UpdateArgs;
use super::edit::edit;
use super::exit::Exit;
use crate::edit::{ChangeSet, Entry, Yaml, add_updates};
use chrono::NaiveDate;

pub fn run(args: &UpdateArgs) -> Exit {
    edit(&args.edit, |context| {
        context.dates(&[
            ("--date", args.date.as_ref()),
            ("--completed-on", args.completed_on.as_ref()),
            ("--period", args.period.as_ref()),
            ("--accepted", args.accepted.as_ref()),
        ])?;
        let update = entry(args, context.today).map_err(|evidence| context.usage("edit-evidence", &evidence))?;
        let silent = ["date", "agency", "members", "period", "adhoc"];
        if update.iter().all(|(key, _)| silent.contains(key)) {
            return Err(context.usage("edit-nothing", ""));
        }
        let mut changes = ChangeSet::new(&context.snapshot);
        let updates = vec![(args.task.trim().to_owned(), update)];
        add_updates(&mut changes, updates).map_err(|refusal| context.refuse(&refusal))?;
        context.finish(&changes)
    })
}

/// The entry, with its fields in the order of the docs; or the piece of evidence that is not understood.
fn entry(args: &UpdateArgs, today: NaiveDate) -> Result<Entry, String> {
    let mut entry: Entry = vec![("date", Yaml::Word(args.date.clone().unwrap_or_else(|| today.to_string())))];
    let word = |value: &Option<String>| value.clone().map(Yaml::Word);
    let flag = |set: bool, word: &str| set.then(|| Yaml::Word(word.to_owned()));
    let text = |value: &Option<String>| value.clone().map(Yaml::Text);
    let evidence = args.evidence.iter().map(|text| evidence_of(text).ok_or_else(|| text.clone()));
    let evidence: Vec<Entry> = evidence.collect::<Result<_, _>>()?;
    let readings: Vec<Entry> = args.reading.iter().map(|value| vec![("value", Yaml::Word(value.clone()))]).collect();
    let fields = [
        ("agency", word(&args.agency)),
        ("members", flag(args.all_members, "all")),
        ("progress", word(&args.progress)),
        ("percent", word(&args.percent)),
        ("completed_on", word(&args.completed_on)),
        ("period", word(&args.period)),
        ("adhoc", flag(args.adhoc, "true")),
        ("overdue", flag(args.overdue, "true")),
        ("accepted", args.accepted.as_ref().map(|on| accepted(on, args.accepted_by.as_ref()))),
        ("reason", text(&args.reason)),
        ("proposal", text(&args.proposal)),
        ("note", text(&args.note)),
        ("note_en", text(&args.note_en)),
        ("evidence", (!evidence.is_empty()).then_some(Yaml::Maps(evidence))),
        ("readings", (!readings.is_empty()).then_some(Yaml::Maps(readings))),
    ];
    entry.extend(fields.into_iter().filter_map(|(key, value)| Some((key, value?))));
    Ok(entry)
}

fn accepted(on: &str, by: Option<&String>) -> Yaml {
    let by = by.map(|by| ("by", Yaml::Text(by.clone())));
    Yaml::Inline([("on", Yaml::Word(on.to_owned()))].into_iter().chain(by).collect())
}

/// `title | number | address`, each of which may be missing.
fn evidence_of(text: &str) -> Option<Entry> {
    let parts = text.split('|').map(str::trim).filter(|part| !part.is_empty());
    let (urls, words): (Vec<&str>, Vec<&str>) =
        parts.partition(|part| part.starts_with("https://") || part.starts_with("http://"));
    if urls.len() > 1 || words.len() > 2 || urls.len() + words.len() == 0 {
        return None;
    }
    let word = |n: usize| words.get(n).map(|word| Yaml::Text((*word).to_owned()));
    let fields =
        [("title", word(0)), ("number", word(1)), ("url", urls.first().map(|url| Yaml::Text((*url).to_owned())))];
    Some(fields.into_iter().filter_map(|(key, value)| Some((key, value?))).collect())
}
