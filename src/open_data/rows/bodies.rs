//! Rows of agencies, groups, successions and topics.

use super::{Row, Sink};
use crate::model::TopicIx;
use crate::open_data::site::ExportSite;
use crate::open_data::tables::TableId;
use crate::plan::route::Route;

pub(super) fn agencies<'s>(site: &'s ExportSite, sink: Sink<'_, 's>) {
    for (ix, agency) in site.report.data.agency_list() {
        let view = site.report.agency(ix);
        let mut row = Row::of(TableId::Agencies);
        row.text("id", agency.id.as_str()).text("name", &agency.name).maybe("name_en", agency.name_en.as_deref());
        row.maybe("short", agency.short.as_deref()).list("also", agency.also.iter().map(String::as_str));
        row.text("kind", agency.kind.code()).day("from", agency.from).day("until", agency.until);
        row.maybe("url", agency.url.as_deref()).text("address", site.address(Route::Agency(ix, 1)));
        row.whole("obligations", view.tally.total()).whole("obligations_by_name", view.tally_by_name.total());
        row.whole("coordinates", view.coordinates.len()).maybe("note", agency.note.as_deref());
        row.end(sink);
    }
}

pub(super) fn groups<'s>(site: &'s ExportSite, sink: Sink<'_, 's>) {
    for (ix, group) in site.report.data.group_list() {
        let mut row = Row::of(TableId::Groups);
        row.text("id", group.id.as_str()).text("name", &group.name).maybe("name_en", group.name_en.as_deref());
        row.maybe("short", group.short.as_deref()).flag("open", group.open);
        row.text("address", site.address(Route::Group(ix, 1))).maybe("note", group.note.as_deref());
        row.end(sink);
    }
}

pub(super) fn members<'s>(site: &'s ExportSite, sink: Sink<'_, 's>) {
    for group in &site.report.data.groups {
        for member in &group.members {
            let kind = member.who.code();
            let mut row = Row::of(TableId::Members);
            row.text("group", group.id.as_str()).text("member", site.party_id(member.who)).text("member_kind", kind);
            row.day("from", member.from).day("until", member.until);
            row.end(sink);
        }
    }
}

pub(super) fn successions<'s>(site: &'s ExportSite, sink: Sink<'_, 's>) {
    let data = &*site.report.data;
    for agency in &data.agencies {
        for step in &agency.succeeded_by {
            let mut row = Row::of(TableId::Successions);
            row.text("agency", agency.id.as_str()).text("successor", data[step.agency].id.as_str());
            row.day("from", Some(step.from)).maybe("note", step.note.as_deref());
            row.end(sink);
        }
    }
}

pub(super) fn topics<'s>(site: &'s ExportSite, sink: Sink<'_, 's>) {
    for (n, topic) in site.report.data.settings.topics.iter().enumerate() {
        let ix = TopicIx::new(n);
        let mut row = Row::of(TableId::Topics);
        row.text("id", topic.id.as_str()).text("name", &topic.name).maybe("name_en", topic.name_en.as_deref());
        row.maybe("description", topic.description.as_deref()).text("address", site.address(Route::Topic(ix, 1)));
        row.whole("tasks", site.report.tasks_of_topic(ix).len());
        row.end(sink);
    }
}
