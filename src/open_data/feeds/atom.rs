//! Atom feeds (RFC 4287) of what changed, by the data's own dates.
//!
//! An entry keeps its id for ever: it is made of the task, what happened, and when. Its `updated` is the day of the
//! change at midnight in the site's zone; no clock is asked.

use super::changes::changes_for;
use super::ids;
use crate::derive::{Change, Event, Label, Tally};
use crate::i18n::Arg;
use crate::model::{AgencyIx, MeetingIx, Scope, TaskIx, TopicIx, Update};
use crate::open_data::files::DataFile;
use crate::open_data::site::ExportSite;
use crate::plan::route::{Route, public};
use chrono::NaiveDate;
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event as Xml};
use std::collections::{BTreeMap, BTreeSet};
use std::io;

const NAMESPACE: &str = "http://www.w3.org/2005/Atom";
/// Entries of a feed.
const NEWEST: usize = 50;

struct Feed {
    file: DataFile,
    title: String,
    page: Route,
    /// What fell due of it, told whole.
    standing: String,
    changes: Vec<Change>,
}

pub(in crate::open_data) fn of_site(site: &ExportSite) -> Vec<u8> {
    let changes = site.report.changes(site.report.task_list());
    let title = site.words.with("feed-title", &[("title", Arg::Text(site.title()))]);
    let standing = of_tasks(site, site.report.task_list());
    write(site, Feed { file: DataFile::Feed, title, page: Route::Home, standing, changes })
}

/// The feed of an agency: the tasks that it leads or coordinates.
pub(in crate::open_data) fn of_agency(site: &ExportSite, ix: AgencyIx) -> Vec<u8> {
    let (file, page) = (DataFile::AgencyFeed(ix), Route::Agency(ix, 1));
    let standing = standing(site, "fell-due-obligations", "fell-due-none-obligations", &site.report.agency(ix).tally);
    let title = titled(site, site.agency_name(ix));
    write(site, Feed { file, title, page, standing, changes: changes_for(site, ix) })
}

pub(in crate::open_data) fn of_topic(site: &ExportSite, ix: TopicIx) -> Vec<u8> {
    let topic = &site.data()[ix];
    let title = titled(site, site.pick(&topic.name, topic.name_en.as_ref()));
    let changes = site.report.changes(site.report.tasks_of_topic(ix).iter().copied());
    let standing = of_tasks(site, site.report.tasks_of_topic(ix).iter().copied());
    write(site, Feed { file: DataFile::TopicFeed(ix), title, page: Route::Topic(ix, 1), standing, changes })
}

/// The feed of a body: the tasks that its meetings gave.
pub(in crate::open_data) fn of_body(site: &ExportSite, ix: AgencyIx) -> Vec<u8> {
    let data = site.data();
    let meetings = data.meeting_list().filter(|(_, m)| m.body == Some(ix)).map(|(m, _)| m);
    let tasks: BTreeSet<TaskIx> =
        meetings.flat_map(|m: MeetingIx| site.report.tasks_of_meeting(m).iter().copied()).collect();
    let title = site.words.with("feed-of-body", &[("name", Arg::Text(site.agency_name(ix)))]);
    let (file, page) = (DataFile::BodyFeed(ix), Route::Agency(ix, 1));
    let standing = of_tasks(site, tasks.iter().copied());
    write(site, Feed { file, title, page, standing, changes: site.report.changes(tasks) })
}

fn of_tasks(site: &ExportSite, tasks: impl IntoIterator<Item = TaskIx>) -> String {
    standing(site, "fell-due-tasks", "fell-due-none-tasks", &site.report.tally_of_tasks(tasks))
}

/// The sentence of what fell due, as pages have it.
fn standing(site: &ExportSite, some: &str, none: &str, tally: &Tally) -> String {
    let count = |n: u32| Arg::Count(n as usize);
    let mut told = match tally.fell_due() {
        0 => site.words.say(none),
        n => {
            let (done, overdue) = (count(tally.completed_dated()), count(tally.of(Label::Overdue)));
            let unknown = count(tally.of(Label::PastDueUnreported));
            site.words.with(some, &[("n", count(n)), ("done", done), ("overdue", overdue), ("unknown", unknown)])
        }
    };
    if tally.awaiting() > 0 {
        told += "; ";
        told += &site.words.with("fell-due-awaiting", &[("n", count(tally.awaiting()))]);
    }
    told
}

fn titled(site: &ExportSite, name: &str) -> String {
    site.words.with("feed-of", &[("name", Arg::Text(name))])
}

fn write(site: &ExportSite, mut feed: Feed) -> Vec<u8> {
    feed.changes.truncate(NEWEST);
    let mut writer = Writer::new_with_indent(Vec::new(), b' ', 1);
    write_feed(site, &feed, &mut writer).expect("writing to memory does not fail");
    let mut bytes = writer.into_inner();
    bytes.push(b'\n');
    bytes
}

type Out = Writer<Vec<u8>>;

fn write_feed(site: &ExportSite, feed: &Feed, out: &mut Out) -> io::Result<()> {
    let data = site.data();
    let newest = feed.changes.first().map_or(site.report.as_of, |c| c.day);
    out.write_event(Xml::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    let language = site.words.lang.code();
    out.create_element("feed").with_attributes([("xmlns", NAMESPACE), ("xml:lang", language)]).write_inner_content(
        |out| {
            text(out, "id", &ids::feed(site, feed.file))?;
            text(out, "title", &feed.title)?;
            text(out, "subtitle", &feed.standing)?;
            text(out, "updated", &instant(site, newest))?;
            out.create_element("author").write_inner_content(|out| text(out, "name", site.operator()))?;
            link(out, "self", "application/atom+xml", &feed.file.link(site, feed.file))?;
            link(out, "alternate", "text/html", &feed.file.link_to_page(site, feed.page))?;
            if let Some(licence) = &data.settings.licence {
                let by = licence.attribution.as_ref().map(|by| format!("; {by}")).unwrap_or_default();
                text(out, "rights", &format!("{}{by}", licence.name))?;
            }
            let mut seen = BTreeMap::new();
            for change in &feed.changes {
                let name = name(site, change);
                // Two reports of one agency on one day: the second has a number.
                let times = seen.entry(name.clone()).and_modify(|n| *n += 1).or_insert(1);
                let name = if *times == 1 { name } else { format!("{name}/{times}") };
                entry(site, feed.file, change, &name, out)?;
            }
            Ok(())
        },
    )?;
    Ok(())
}

fn entry(site: &ExportSite, file: DataFile, change: &Change, name: &str, out: &mut Out) -> io::Result<()> {
    let task = &site.data()[change.task];
    let (key, detail) = match change.event {
        Event::Assigned => ("change-assigned", Some(given(site, change.task))),
        Event::Extended(n) => {
            let key = if task.deadline.is_brought_forward(n) { "change-brought-forward" } else { "change-extended" };
            (key, Some(site.words.granted(&task.deadline.extended[n])))
        }
        Event::PastDue(n) => {
            let count = site.words.with("n-obligations", &[("n", Arg::Count(n as usize))]);
            ("change-past-due", (n > 1).then_some(count))
        }
        Event::Reported(n) => ("change-reported", note(site, &task.updates[n])),
        Event::Completed(n) => ("change-completed", note(site, &task.updates[n])),
        Event::Accepted(n) => ("change-accepted", task.updates[n].accepted.as_ref().and_then(|a| a.by.clone())),
        Event::Transferred(n) => ("change-transferred", Some(site.agency_name(task.transferred[n].to).to_owned())),
        Event::Cancelled => ("change-cancelled", task.cancelled.as_ref().and_then(|c| c.reason.clone())),
        Event::Corrected(n) => ("change-corrected", task.updates[n].corrected.as_ref().and_then(|c| c.note.clone())),
    };
    let title = site.words.with(key, &[("title", Arg::Text(site.task_title(change.task)))]);
    let who = match change.event {
        Event::Reported(n) | Event::Completed(n) | Event::Accepted(n) | Event::Corrected(n) => {
            match task.updates[n].scope {
                Scope::Agency(by) => site.agency_name(by).to_owned(),
                Scope::Collective | Scope::AllMembers => site.leads(change.task),
            }
        }
        Event::Assigned | Event::Extended(_) | Event::PastDue(_) | Event::Transferred(_) | Event::Cancelled => {
            site.leads(change.task)
        }
    };
    let summary = match detail {
        Some(detail) => format!("{who}: {detail}"),
        None => who,
    };
    out.create_element("entry").write_inner_content(|out| {
        text(out, "id", &ids::entry(site, change.day, name))?;
        text(out, "title", &title)?;
        text(out, "updated", &instant(site, change.day))?;
        link(out, "alternate", "text/html", &file.link_to_page(site, Route::Task(change.task)))?;
        out.create_element("category").with_attribute(("term", change.event.code())).write_empty()?;
        text(out, "summary", &summary)
    })?;
    Ok(())
}

/// The deadline, where there is one, and where it is stated.
fn given(site: &ExportSite, ix: TaskIx) -> String {
    let source = site.source(ix);
    due(site, ix).map_or(source.clone(), |due| format!("{due} ({source})"))
}

fn due(site: &ExportSite, ix: TaskIx) -> Option<String> {
    let deadline = &site.data()[ix].deadline;
    let day = || deadline.due.last_day().map(|day| site.words.day(day));
    let terms = || site.words.terms(site.data(), deadline, site.report.as_of);
    deadline.wording.clone().or_else(day).or_else(|| Some(terms()).filter(|terms| !terms.is_empty()))
}

fn note(site: &ExportSite, update: &Update) -> Option<String> {
    update.note.as_ref().map(|note| site.pick(note, update.note_en.as_ref()).to_owned())
}

/// What tells a change from every other: the task, what happened, when, and of whom a report speaks. Whether a report
/// says "completed" is left out, so that a correction keeps the entry.
fn name(site: &ExportSite, change: &Change) -> String {
    let data = site.data();
    let path = Route::Task(change.task).path(data);
    let task = public(&path);
    let report = |u: &Update| {
        let of = match u.scope {
            Scope::Agency(by) => data[by].id.as_str(),
            Scope::Collective | Scope::AllMembers => "chung",
        };
        let period = u.period.map(|p| format!("/{}", p.code())).unwrap_or_default();
        format!("{task}bao-cao/{}/{of}{period}", u.date.code())
    };
    match change.event {
        Event::Assigned => format!("{task}giao"),
        Event::Extended(n) => format!("{task}gia-han/{}", data[change.task].deadline.extended[n].on),
        Event::PastDue(_) => format!("{task}qua-han/{}", change.day),
        Event::Reported(n) | Event::Completed(n) => report(&data[change.task].updates[n]),
        Event::Accepted(n) => format!("{}/xac-nhan", report(&data[change.task].updates[n])),
        Event::Corrected(n) => format!("{}/dinh-chinh/{}", report(&data[change.task].updates[n]), change.day),
        Event::Transferred(_) => format!("{task}chuyen/{}", change.day),
        Event::Cancelled => format!("{task}thoi-thuc-hien"),
    }
}

/// Midnight of a day in the site's zone.
fn instant(site: &ExportSite, day: NaiveDate) -> String {
    format!("{day}T00:00:00{}", site.data().settings.offset)
}

fn text(out: &mut Out, name: &str, text: &str) -> io::Result<()> {
    out.create_element(name).write_text_content(BytesText::new(&printable(text)))?;
    Ok(())
}

fn link(out: &mut Out, rel: &str, kind: &str, href: &str) -> io::Result<()> {
    out.create_element("link").with_attributes([("rel", rel), ("type", kind), ("href", href)]).write_empty()?;
    Ok(())
}

/// XML 1.0 has no place for control characters.
fn printable(text: &str) -> String {
    let fine = |c: &char| matches!(c, '\t' | '\n' | '\r' | ' '..='\u{fffd}' | '\u{10000}'..);
    text.chars().filter(fine).collect()
}
