//! `tiendo diff`: what became different between two dates of a site, or between two folders.

use super::args::{DiffArgs, Format, ReportForm, SiteArgs};
use super::errors::Error;
use super::exit::Exit;
use super::options::{SiteOptions, UsageError};
use super::output::{Output, print};
use super::report::markup::{Markup, safe};
use super::report::summary::{Entry, Named, entries, party, pick, some_names};
use super::report::{Sound, sound};
use crate::derive::{Comparison, Obligation, Report, compare};
use crate::i18n::{Language, Words};
use crate::load::likely_date;
use crate::model::{PartialDate, Party, Period, TaskIx};
use chrono::NaiveDate;
use serde_json::{Value as Json, json};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

pub fn run(args: &DiffArgs) -> Exit {
    Output::new(&args.messages, Format::Human).run(|out| {
        // What is wrong with either is told.
        let (old, new) = match [("OLD", &args.old), ("NEW", &args.new)].map(|(place, named)| open(args, place, named)) {
            [Ok(old), Ok(new)] => (old, new),
            [Err(error), Ok(_)] | [Ok(_), Err(error)] => return Err(error),
            [Err(first), Err(second)] => {
                let exit = first.tell(out);
                second.tell(out);
                return Err(Error::Told(exit));
            }
        };
        let out = out.for_site(new.report.data.settings.language);
        let (words, names) = (&out.words, new.words(out.words.lang));
        let (from, to) = (&old.report, &new.report);
        let lists = lists(&compare(from, to), from, to, words.lang);
        let drafts = [old.drafts(), new.drafts()];
        let text = |markup: Markup| {
            let mut text = as_text(&lists, from, to, words, &names, markup);
            if drafts != [0, 0] {
                let [old, new] = drafts.map(|n| words.number(n as u64));
                let _ = write!(text, "\n\n{}", words.with("diff-drafts", &[("from", &old), ("to", &new)]));
            }
            text
        };
        match args.format {
            ReportForm::Json => {
                let mut json = as_json(&lists, from, to);
                json["drafts"] = json!({"from": drafts[0], "to": drafts[1]});
                print(&format!("{json:#}"));
            }
            ReportForm::Text => print(&text(Markup::Text)),
            ReportForm::Markdown => print(&text(Markup::Markdown)),
        }
        Ok(Exit::Done)
    })
}

/// Opens what an argument names: the site at a date, or else a folder, at `--as-of` or today.
fn open(args: &DiffArgs, place: &'static str, named: &str) -> Result<Sound, Error> {
    if !Path::new(named).is_dir() && likely_date(named).is_some_and(|likely| likely != named) {
        return Err(UsageError::date(place, named).into());
    }
    let date = match PartialDate::parse(named) {
        Some(PartialDate::Day(_)) if !Path::new(named).is_dir() => Some(named.to_owned()),
        Some(PartialDate::Day(_) | PartialDate::Month(_) | PartialDate::Year(_)) | None => None,
    };
    let folder = if date.is_some() { args.site.clone() } else { PathBuf::from(named) };
    let about = SiteArgs { site: folder, as_of: date.or_else(|| args.as_of.clone()), base_url: None };
    sound(&SiteOptions::new(&about)?)
}

struct List {
    key: &'static str,
    items: Vec<Item>,
}

struct Item {
    task: String,
    title: String,
    period: Option<Period>,
    who: Vec<Named>,
    day: Option<NaiveDate>,
    /// The day of what was decided or put right.
    on: Option<NaiveDate>,
}

fn lists(found: &Comparison<'_>, old: &Report, new: &Report, language: Language) -> Vec<List> {
    let task = |report: &Report, ix: TaskIx, day: Option<NaiveDate>| {
        let task = &report.data[ix];
        Item {
            task: task.id.to_string(),
            title: pick(language, &task.title, task.title_en.as_deref()),
            period: None,
            who: task.lead.iter().map(|holder| party(report, *holder, language)).collect(),
            day,
            on: None,
        }
    };
    let duties = |found: &[&Obligation]| -> Vec<Item> {
        entries(new, found.iter().copied(), language)
            .into_iter()
            .map(|Entry { task, title, period, due, holders, .. }| Item {
                task,
                title,
                period,
                who: holders,
                day: due,
                on: None,
            })
            .collect()
    };
    let due = |report: &Report, ix: TaskIx| report.data[ix].deadline.in_force(report.as_of);
    let decided = |ix: TaskIx, on: NaiveDate| Item { on: Some(on), ..task(new, ix, due(new, ix)) };
    let deadlines = |earlier: bool| {
        let of = |ix: TaskIx| &new.data[ix].deadline;
        let found = found.extended.iter().filter(|(ix, n)| of(*ix).is_brought_forward(*n) == earlier);
        found.map(|(ix, n)| task(new, *ix, Some(of(*ix).extended[*n].to))).collect()
    };
    vec![
        List { key: "assigned", items: found.assigned.iter().map(|ix| task(new, *ix, due(new, *ix))).collect() },
        List { key: "completed", items: duties(&found.completed) },
        List { key: "overdue", items: duties(&found.overdue) },
        List { key: "extended", items: deadlines(false) },
        List { key: "brought_forward", items: deadlines(true) },
        List {
            key: "transferred",
            items: found
                .transferred
                .iter()
                .map(|(ix, t)| Item { who: vec![party(new, Party::Agency(t.to), language)], ..decided(*ix, t.on) })
                .collect(),
        },
        List { key: "cancelled", items: found.cancelled.iter().map(|(ix, on)| decided(*ix, *on)).collect() },
        List { key: "accepted", items: duties(&found.accepted) },
        List { key: "corrected", items: found.corrected.iter().map(|(ix, on)| decided(*ix, *on)).collect() },
        List { key: "reworded", items: found.reworded.iter().map(|ix| task(new, *ix, due(new, *ix))).collect() },
        List { key: "reopened", items: duties(&found.reopened) },
        List { key: "gone", items: found.gone.iter().map(|ix| task(old, *ix, due(old, *ix))).collect() },
    ]
}

fn as_json(lists: &[List], old: &Report, new: &Report) -> Json {
    let mut out = json!({"command": "diff", "from": old.as_of, "to": new.as_of});
    for list in lists {
        let item = |item: &Item| {
            json!({
                "task": item.task,
                "title": item.title,
                "period": item.period.map(Period::code),
                "due": item.day,
                "on": item.on,
                "holders": item.who.iter().map(|who| who.id.as_str()).collect::<Vec<_>>(),
            })
        };
        out[list.key] = list.items.iter().map(item).collect();
    }
    out
}

fn as_text(lists: &[List], old: &Report, new: &Report, words: &Words, names: &Words, markup: Markup) -> String {
    let days = [old, new].map(|report| names.day(report.as_of));
    let head = words.with("diff-head", &[("from", &days[0]), ("to", &days[1])]);
    let mut out = match markup {
        Markup::Text => format!("{head}\n"),
        Markup::Markdown => format!("# {head}\n"),
    };
    // Decisions and corrections are rare: they are told where there are some.
    let usual = ["assigned", "completed", "overdue", "extended", "reopened", "gone"];
    for list in lists.iter().filter(|list| usual.contains(&list.key) || !list.items.is_empty()) {
        let count: usize = match list.key {
            "completed" | "overdue" | "reopened" | "accepted" => list.items.iter().map(|item| item.who.len()).sum(),
            _ => list.items.len(),
        };
        let title = words.with(&format!("diff-{}", list.key.replace('_', "-")), &[("n", &words.number(count as u64))]);
        let _ = match markup {
            Markup::Text => write!(out, "\n{title}\n"),
            Markup::Markdown if list.items.is_empty() => write!(out, "\n## {title}\n"),
            Markup::Markdown => write!(out, "\n## {title}\n\n"),
        };
        for item in &list.items {
            out.push_str(&line(item, words, names, markup));
            out.push('\n');
        }
    }
    out.trim_end().to_owned()
}

fn line(item: &Item, words: &Words, names: &Words, markup: Markup) -> String {
    let who = some_names(&item.who, words);
    let period = item.period.map(|p| format!(", {}", names.period(p))).unwrap_or_default();
    let due = item.day.map(|day| format!(" ({})", words.with("diff-due", &[("day", &names.day(day))])));
    let on = item.on.map(|day| format!(" ({})", words.with("diff-on", &[("day", &names.day(day))])));
    let due = due.unwrap_or_default() + &on.unwrap_or_default();
    match markup {
        Markup::Text => format!("  {who}: {}{period}{due} [{}]", item.title, item.task),
        Markup::Markdown => format!("- {}: {}{period}{due} (`{}`)", safe(&who), safe(&item.title), item.task),
    }
}
