//! What a result shows of an item.

use super::items::{Item, party_names};
use crate::derive::{IN_NEWS, Label};
use crate::i18n::Words;
use crate::model::{ClauseLabel, Party, TaskIx, TimelineItem};
use crate::open_data::ExportSite;
use crate::plan::route::{Route, public};
use serde_json::{Value, json};

/// Characters of a clause in a result.
const EXCERPT: usize = 240;

/// The record of an item: `[name, address, detail, more, name in English]`; more is a task's label, a meeting's or
/// document's day, a clause's citation by language. Empty ends are left out.
pub(super) fn record(site: &ExportSite, others: &[Words], item: Item) -> Value {
    let mut record = whole_record(site, others, item);
    if let Value::Array(parts) = &mut record {
        while parts.last().is_some_and(|last| last == "") {
            parts.pop();
        }
    }
    record
}

/// A text in the site's language and in the others of its interface.
pub(super) fn in_languages(site: &ExportSite, others: &[Words], say: impl Fn(&Words) -> String) -> Value {
    let all = std::iter::once(&site.words).chain(others);
    Value::Object(all.map(|words| (words.lang.code().to_owned(), say(words).into())).collect())
}

fn whole_record(site: &ExportSite, others: &[Words], item: Item) -> Value {
    let en = |name: &Option<String>| name.clone().unwrap_or_default();
    let data = site.data();
    let address = |route: Route| public(&route.path(data)).to_owned();
    match item {
        Item::Agency(ix) => {
            let agency = &data[ix];
            let detail = agency.short.clone().unwrap_or_default();
            json!([site.agency_name(ix), address(Route::Agency(ix, 1)), detail, "", en(&agency.name_en)])
        }
        Item::Group(ix) => {
            let detail = data[ix].short.clone().unwrap_or_default();
            json!([site.group_name(ix), address(Route::Group(ix, 1)), detail, "", en(&data[ix].name_en)])
        }
        Item::Task(ix) => {
            let label = site.report.task(ix).label.map_or(IN_NEWS, Label::code);
            json!([site.task_title(ix), address(Route::Task(ix)), leads(site, ix), label, en(&data[ix].title_en)])
        }
        Item::Meeting(ix) => {
            let meeting = &data[ix];
            let title = site.pick(&meeting.title, meeting.title_en.as_ref());
            let numbers: Vec<&str> = meeting.documents.iter().filter_map(|d| data[*d].number.as_deref()).collect();
            let held = meeting.held.map(|day| day.to_string()).unwrap_or_default();
            json!([title, address(Route::Meeting(ix)), numbers.join(", "), held, en(&meeting.title_en)])
        }
        Item::Document(ix) => {
            let document = &data[ix];
            let title = site.pick(document.title.as_deref().unwrap_or_default(), document.title_en.as_ref());
            let number = document.number.as_deref().unwrap_or_default();
            let issued = document.issued.map(|day| day.to_string()).unwrap_or_default();
            json!([title, address(Route::Document(ix)), number, issued, en(&document.title_en)])
        }
        Item::Clause(text, n) => {
            let conclusion = data.text_at(text);
            let block = &conclusion.blocks[n];
            let anchor = block.label.as_ref().map(ClauseLabel::anchor).unwrap_or_default();
            let name = match text {
                TimelineItem::Meeting(ix) => {
                    let number = data[ix].documents.first().and_then(|d| data[*d].number.as_deref());
                    number.unwrap_or_else(|| site.pick(&data[ix].title, data[ix].title_en.as_ref())).to_owned()
                }
                TimelineItem::Document(ix) => site.words.document(data, ix),
            };
            let cited = in_languages(site, others, |words| words.clause(&conclusion.citation(n)));
            json!([excerpt(&block.text), format!("{}#{anchor}", address(text.into())), name, cited])
        }
        Item::Topic(ix) => {
            let topic = &data[ix];
            json!([
                site.pick(&topic.name, topic.name_en.as_ref()),
                address(Route::Topic(ix, 1)),
                "",
                "",
                en(&topic.name_en)
            ])
        }
        Item::News(ix) => {
            let news = &data[ix];
            let title = site.pick(&news.title, news.title_en.as_ref());
            json!([title, address(Route::News(ix)), news.publisher.clone().unwrap_or_default(), "", en(&news.title_en)])
        }
        Item::Page(ix) => {
            let page = &data[ix];
            let title = site.pick(&page.title, page.title_en.as_ref());
            let detail = excerpt(page.description.as_deref().unwrap_or_default());
            json!([title, address(Route::Page(ix)), detail, "", en(&page.title_en)])
        }
    }
}

/// Lead parties in short, at most two; after a transfer whoever leads now.
fn leads(site: &ExportSite, ix: TaskIx) -> String {
    let now = site.report.transfers_of(ix).last().map(|transfer| [Party::Agency(transfer.to)]);
    let lead = now.as_ref().map_or(&site.data()[ix].lead[..], |now| now);
    let names = lead.iter().take(2).map(|party| {
        let (name, short) = party_names(site, *party);
        short.unwrap_or(name)
    });
    let names: Vec<&str> = names.collect();
    let more = if lead.len() > 2 { " …" } else { "" };
    format!("{}{more}", names.join("; "))
}

fn excerpt(text: &str) -> String {
    let Some((end, _)) = text.char_indices().nth(EXCERPT) else { return text.to_owned() };
    let whole = text[..end].rfind(char::is_whitespace).unwrap_or(end);
    format!("{} …", &text[..whole])
}
